"""Whatever is wrong with a file, a person gets a message and what was there is still there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kwalevaluatie.cli import main
from kwalevaluatie.demo import PASSPHRASE, Demo
from kwalevaluatie.dutch import UNFORESEEN
from kwalevaluatie.formats.bundled import bundled

SAMPLE = bundled("transcripts_sample")
TALKS = sorted(path for path in (SAMPLE / "gesprekken").iterdir())
WRITTEN = ("evaluatie.yaml", "koppeltabel.yaml", "rapportplan.yaml", "respondenten.csv")
FEW = settings(
    max_examples=25, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip

Damage = Callable[[bytes], bytes]


@st.composite
def damages(draw: st.DrawFn) -> Damage:
    """Cut off, overwrite, double, or put strange bytes in a file."""
    share = draw(st.floats(0, 1))
    strange = draw(st.binary(min_size=1, max_size=30))
    kind = draw(st.sampled_from(("cut", "over", "insert", "double", "zero")))

    def damage(data: bytes) -> bytes:
        at = int(share * len(data))
        return {
            "cut": data[:at],
            "over": data[:at] + strange + data[at + len(strange) :],
            "insert": data[:at] + strange + data[at:],
            "double": data + data[:at],
            "zero": data[:at] + b"\0" * len(strange) + data[at:],
        }[kind]

    return damage


def kwal(folder: Path, *words: object) -> Result:
    """Run a command; a problem is told in a message and never as a traceback."""
    result = CliRunner().invoke(
        main, [*map(str, words), "--map", str(folder)], env={"KWAL_WACHTZIN": PASSPHRASE}
    )
    told = result.output + result.stderr
    assert UNFORESEEN not in told and "Traceback" not in told, told
    assert result.exit_code in (0, 1, 2)
    if result.exit_code:
        assert result.stderr.strip()
    return result


@pytest.fixture
def evaluation(demo: Demo, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo.project.path, tmp_path / "evaluatie"))


def kept(folder: Path) -> dict[str, bytes]:
    """What must still be there: the raw conversations, the key and the database."""
    paths = [*folder.glob("prive/ruw/*.json"), *folder.glob("prive/sleutel.kwal")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


@FEW
@given(path=st.sampled_from(TALKS), damage=damages())
def test_a_damaged_conversation(evaluation: Path, path: Path, damage: Damage) -> None:
    before = kept(evaluation)
    new = evaluation / f"nieuw{path.suffix}"
    new.write_bytes(damage(path.read_bytes()))
    kwal(evaluation, "importeer", new)
    after = kept(evaluation)
    assert {name: after.get(name) for name in before} == before
    (evaluation / "prive/ruw/nieuw.json").unlink(missing_ok=True)


@FEW
@given(name=st.sampled_from(WRITTEN), damage=damages())
def test_a_damaged_file_that_people_write(evaluation: Path, name: str, damage: Damage) -> None:
    before, path = kept(evaluation), evaluation / name
    written = path.read_bytes()
    damaged = damage(written)
    path.write_bytes(damaged)
    kwal(evaluation, "tel", "doel")
    assert path.read_bytes() == damaged
    assert kept(evaluation) == before
    path.write_bytes(written)


@FEW
@given(name=st.sampled_from(("namenlijst.csv", "keuzes.csv", "sleutel.kwal")), damage=damages())
def test_a_damaged_private_file(evaluation: Path, name: str, damage: Damage) -> None:
    path = evaluation / "prive" / name
    written = path.read_bytes()
    path.write_bytes(damage(written))
    kwal(evaluation, "sleutel" if name == "sleutel.kwal" else "pseudonimiseer")
    path.write_bytes(written)


@FEW
@given(damage=damages())
def test_a_damaged_work_list_of_names(evaluation: Path, damage: Damage) -> None:
    path = evaluation / "keuzes.csv"
    path.write_bytes(damage((SAMPLE / "keuzes.csv").read_bytes()))
    before = (evaluation / "prive/namenlijst.csv").read_bytes()
    kwal(evaluation, "pseudonimiseer", "--keuzes", path)
    assert (evaluation / "prive/namenlijst.csv").read_bytes() == before


@FEW
@given(damage=damages())
def test_a_damaged_list_of_decisions(evaluation: Path, damage: Damage) -> None:
    path = evaluation / "besluiten.jsonl"
    rows = (SAMPLE / "besluiten.jsonl").read_bytes().splitlines(keepends=True)[:20]
    path.write_bytes(damage(b"".join(rows)))
    kwal(evaluation, "besluit", path)
