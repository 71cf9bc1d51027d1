"""The files open in the programs that people read them with."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.support.programs import need

from kwalevaluatie.demo import Demo

QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def _pdf(source: Path, folder: Path) -> Path:
    office = need("soffice", "libreoffice")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / f"{source.stem}.pdf"


def _text(pdf: Path) -> str:
    command = [need("pdftotext"), "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_the_word_report_becomes_pages(demo: Demo, tmp_path: Path) -> None:
    text = _text(_pdf(demo.report.paths["docx"], tmp_path))
    assert text.count("\f") > 15
    for heading in ("Kort gezegd", "Tellen", "Vertellen", "Samen gelezen (KBO)", "Aandachtspunten"):
        assert heading in text
    assert "vijf van de elf" in " ".join(text.split())
    assert "SYNTHETISCH" in text


def test_the_workbook_opens(demo: Demo, tmp_path: Path) -> None:
    text = _text(_pdf(demo.report.paths["xlsx"], tmp_path))
    assert "SYNTHETISCH" in text


def test_the_page_opens_in_a_browser_without_a_request(demo: Demo, tmp_path: Path) -> None:
    browser = need("chromium", "chromium-browser", "google-chrome")
    page = demo.report.paths["html"].resolve().as_uri()
    picture = tmp_path / "page.png"
    subprocess.run(
        [
            browser, *QUIET, f"--user-data-dir={tmp_path}/profile", "--window-size=1200,2000",
            f"--screenshot={picture}", page,
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert picture.stat().st_size > 50_000
    text = demo.report.paths["html"].read_text(encoding="utf-8")
    assert '<html lang="nl"' in text
    assert not [mark for mark in ('src="http', 'href="http', "<script", "@import") if mark in text]
