"""The wheel carries the codebooks and the sample, so that the demo runs outside a clone."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_demo_runs_from_the_wheel(tmp_path: Path) -> None:
    build = [
        sys.executable, "-m", "pip", "wheel", str(ROOT), "--no-deps", "--no-build-isolation",
        "--quiet", "--wheel-dir", str(tmp_path),
    ]  # fmt: skip
    subprocess.run(build, check=True, capture_output=True)
    wheel = next(tmp_path.glob("kwalevaluatie-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'installed')!r})\n"
        "from pathlib import Path\n"
        "from kwalevaluatie.demo import run_demo\n"
        "from kwalevaluatie.formats.bundled import bundled\n"
        "assert 'installed' in str(bundled('codebooks')), bundled('codebooks')\n"
        "from kwalevaluatie.ui.assets import page, script, style\n"
        "assert all((page(), script(), style()))\n"
        f"print(run_demo(Path({str(tmp_path / 'demo')!r})).summary)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert "33 bruikbare van 34 gesprekken" in done.stdout
