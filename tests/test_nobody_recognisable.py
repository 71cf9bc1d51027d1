"""Nobody can be recognised in what an evaluation leaves behind outside its private folder.

The whole road is gone once more on the command line, with things going wrong on the way, and
every name in the key is looked for in the database, the files, the screens, the log and the
errors.
"""

from __future__ import annotations

import logging
import shutil
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.support.recognising import Recogniser, texts

from kwalevaluatie.cli import main
from kwalevaluatie.demo import PASSPHRASE, Demo
from kwalevaluatie.errors import KwalError
from kwalevaluatie.formats.bundled import bundled
from kwalevaluatie.privacy.finding.lexicon import municipalities
from kwalevaluatie.privacy.identity import plain
from kwalevaluatie.privacy.key import read_key
from kwalevaluatie.project import Project, open_project

SAMPLE = bundled("transcripts_sample")
SHOWS_NAMES = ("importeer", "pseudonimiseer", "sleutel")
"""These show names to whoever reads in the conversations and decides on the names in them."""

COPIED = ("koppeltabel.yaml", "rapportplan.yaml", "evaluatie.yaml", "leidraden")


@dataclass
class Screens:
    """What the commands showed, by command, and the folder that they worked in."""

    folder: Path
    shown: list[tuple[str, str]] = field(default_factory=list)

    def kwal(self, *words: object, known: bool = True) -> str:
        """Run a command in the folder and keep what it shows, and the error if there is one."""
        given = [str(word) for word in words]
        where = ["--map", str(self.folder)] if known else []
        result = CliRunner().invoke(main, [*given, *where], env={"KWAL_WACHTZIN": PASSPHRASE})
        problem = "" if result.exception is None else repr(result.exception)
        self.shown.append((given[0], f"{result.output}\n{result.stderr}\n{problem}"))
        return result.output


@pytest.fixture(scope="module")
def logged() -> Iterator[list[str]]:
    """Everything that is logged while this module runs."""
    lines: list[str] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(f"{record.getMessage()} {record.args} {record.exc_text}")

    keeper, root = Keeper(), logging.getLogger()
    level = root.level
    root.addHandler(keeper)
    root.setLevel(logging.DEBUG)
    yield lines
    root.removeHandler(keeper)
    root.setLevel(level)


@pytest.fixture(scope="module")
def recogniser(demo: Demo) -> Recogniser:
    entries = read_key(demo.project.path / "prive/sleutel.kwal", PASSPHRASE)
    names = {form for entry in entries for form in entry.names}
    assert len(names) > 250
    return Recogniser(name for name in names if plain(name) not in municipalities())


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory, logged: list[str]) -> Screens:
    """The road on the command line, from the raw conversations to the cleaned-up folder."""
    folder = tmp_path_factory.mktemp("onherkenbaar") / "evaluatie"
    made = Screens(folder)
    book = SAMPLE / "codeboeken/verdieping.yaml"
    codebooks = [w for name in ("msp-rdwi-2024-2027", "uitstroompremie", book)
                 for w in ("--codeboek", name)]  # fmt: skip
    made.kwal("nieuw", folder, *codebooks, known=False)
    for name in COPIED:
        copy = shutil.copytree if (SAMPLE / name).is_dir() else shutil.copy2
        copy(
            SAMPLE / name,
            folder / name,
            **({"dirs_exist_ok": True} if copy is shutil.copytree else {}),
        )
    made.kwal("importeer", SAMPLE / "gesprekken", "--respondenten", SAMPLE / "respondenten.csv")
    made.kwal("stel-voor")
    made.kwal("pseudonimiseer", "--namen", SAMPLE / "namenlijst.csv")
    made.kwal("pseudonimiseer", "--keuzes", SAMPLE / "keuzes.csv", "--bevestig", "toets")
    made.kwal("stel-voor", "--uit", folder / "werklijst.xlsx")
    made.kwal("stel-voor")
    made.kwal("besluit", SAMPLE / "besluiten.jsonl")
    _go_wrong(made)
    made.kwal("toon", "r01")
    for by in ("doel", "thema", "perspectief", "uitkomst"):
        made.kwal("tel", by)
    made.kwal("tel", "doel", "--csv", folder / "doelen.csv")
    made.kwal("citaten", "vertrouwen", "-n", "50")
    made.kwal("vergelijk", "--cijfers", SAMPLE / "kbo_2024.yaml")
    made.kwal("rapport")
    made.kwal("opruimen", "--nu", "--ja")
    made.kwal("tel", "doel")
    return made


def _go_wrong(made: Screens) -> None:
    """Everything that people do wrong: texts read twice, wrong decisions, broken files."""
    wrong = made.folder / "prive/fout"
    shutil.copytree(SAMPLE / "gesprekken", wrong)
    for path in wrong.glob("*.txt"):
        path.write_text(path.read_text(encoding="utf-8") + "\nNog iets.\n", encoding="utf-8")
    (wrong / "r01.docx").write_bytes((wrong / "r01.docx").read_bytes()[:2000])
    (wrong / "r20.md").write_bytes(b"\x00\xff" * 100)
    made.kwal("importeer", wrong)
    made.kwal("importeer", wrong, "--vervang")
    rows = [
        '{"codeur": "a", "gesprek": "r01", "beurt": 1, "citaat": "zomaar iets", "code": "x"}',
        '{"codeur": "a", "gesprek": "r99", "beurt": 999, "citaat": "iets", "code": "vertrouwen"}',
        '{"codeur": "a", "soort": "oordeel", "respondent": "r99", "doel": "d", "oordeel": "ja"}',
        "{geen json",
    ]
    (made.folder / "prive/b.jsonl").write_text("\n".join(rows), encoding="utf-8")
    made.kwal("besluit", made.folder / "prive/b.jsonl")
    made.kwal("besluit", made.folder / "prive/namenlijst.csv")
    made.kwal("besluit", wrong / "r11.txt")
    made.kwal("tel", "kleur")
    made.kwal("tel", "doel", "--waar", "perspectief=nergens")
    made.kwal("citaten", "geenthema")
    made.kwal("toon", "r99")
    made.kwal("vergelijk", "--cijfers", wrong / "r17.txt")
    (made.folder / "prive/sleutel.kwal").replace(made.folder / "prive/kopie.kwal")
    data = (made.folder / "prive/kopie.kwal").read_bytes()
    (made.folder / "prive/sleutel.kwal").write_bytes(data[:-3])
    made.kwal("sleutel")
    (made.folder / "prive/kopie.kwal").replace(made.folder / "prive/sleutel.kwal")


def outside(folder: Path) -> Iterator[Path]:
    """The files of an evaluation that are not private."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "prive" not in path.relative_to(folder).parts:
            yield path


def named_in_files(folder: Path, recogniser: Recogniser) -> dict[str, set[str]]:
    found = {
        str(path.relative_to(folder)): {
            name for text in [path.name, *texts(path)] for name in recogniser.names_in(text)
        }
        for path in outside(folder)
    }
    return {path: names for path, names in found.items() if names}


def test_it_would_find_a_name(recogniser: Recogniser) -> None:
    raw = SAMPLE / "gesprekken/r11.txt"
    assert {"Sanne de Wit", "Corrie"} & recogniser.names_in(raw.read_text(encoding="utf-8"))
    assert any(
        recogniser.names_in(text)
        for path in (SAMPLE / "gesprekken").glob("*.docx")
        for text in texts(path)
    )


def test_nobody_is_in_the_files_of_the_demonstration(demo: Demo, recogniser: Recogniser) -> None:
    assert {"evaluatie.sqlite", "rapport.docx", "rapport.xlsx", "rapport.html"} <= {
        path.name for path in outside(demo.project.path)
    }
    assert named_in_files(demo.project.path, recogniser) == {}


def test_nobody_is_in_the_files_of_the_road(screens: Screens, recogniser: Recogniser) -> None:
    assert (screens.folder / "rapport/rapport.docx").exists()
    assert named_in_files(screens.folder, recogniser) == {}


def test_nobody_is_on_the_screen_of_who_does_not_decide_on_names(
    screens: Screens, recogniser: Recogniser
) -> None:
    shown = [(word, text) for word, text in screens.shown if word not in SHOWS_NAMES]
    assert len(shown) > 20
    found = [(word, recogniser.names_in(text)) for word, text in shown]
    left = {word: names for word, names in found if names}
    assert left == {}


def test_nobody_is_in_the_log(screens: Screens, logged: list[str], recogniser: Recogniser) -> None:
    assert [line for line in logged if recogniser.names_in(line)] == []


def test_nobody_is_in_the_key_as_it_lies_there(screens: Screens, recogniser: Recogniser) -> None:
    """Two or three letters in a row stand in any random bytes."""
    path = screens.folder / "prive/sleutel.kwal"
    found = {name for text in texts(path) for name in recogniser.names_in(text)}
    assert {name for name in found if len(name) > 3} == set()
    assert {p.name for p in (screens.folder / "prive").iterdir()} >= {"sleutel.kwal"}


def test_nobody_is_in_the_errors_and_warnings_of_python(
    screens: Screens, demo: Demo, recogniser: Recogniser
) -> None:
    project: Project = open_project(demo.project.path)
    told: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for wrong in (
            lambda: project.key("verkeerd"),
            lambda: project.quotes("geen"),
            lambda: project.count(where={"group": "nergens"}),
            lambda: project.decide({"gesprek": "r01", "beurt": 1, "citaat": "x", "code": "y"}),
            lambda: project.clean_up(),
            lambda: project.add_figures(SAMPLE / "namenlijst.csv"),
            lambda: project.add_respondents(SAMPLE / "namenlijst.csv"),
        ):
            with pytest.raises(KwalError) as problem:
                wrong()
            told += [str(problem.value), repr(problem.value)]
    told += [str(one.message) for one in caught]
    assert [text for text in told if recogniser.names_in(text)] == []
