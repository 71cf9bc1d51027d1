"""The documents tell the truth: what they run runs, what they name exists, what they quote stands.

README's and the manual's commands and code are executed on the sample, in the order in which a
reader meets them.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from lxml import html
from openpyxl import Workbook, load_workbook

from kwalevaluatie.cli import main
from kwalevaluatie.formats import (
    choices,
    codebooks,
    figures,
    findings,
    grades,
    guides,
    publication_rules,
    questionnaires,
    settings,
    tables,
    thresholds,
)
from kwalevaluatie.formats.codebooks import read_codebook
from kwalevaluatie.formats.marked import read_marked
from kwalevaluatie.frames import SUGGESTIONS, TO_JUDGE, frame, worklist, worklist_of_judgements
from kwalevaluatie.project import open_project
from kwalevaluatie.report.register import COLUMNS, EVIDENCE
from kwalevaluatie.review.entry import NAMES
from kwalevaluatie.screen import HEADINGS
from kwalevaluatie.suggest.corpus import read_corpus
from kwalevaluatie.suggest.matching import find
from kwalevaluatie.suggest.syntax import parse
from kwalevaluatie.suggest.vocabulary import Vocabulary

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
MANUAL = ROOT / "docs/handleiding.md"
GLOSSARY = ROOT / "docs/begrippen.md"
CODEBOOK = ROOT / "docs/codeboek.md"
DOCUMENTS = sorted(
    [README, ROOT / "CHANGELOG.md", *ROOT.glob("docs/*.md"), ROOT / "transcripts_sample/README.md"]
)
FOLDERS = ("docs", "src", "tests", "codebooks", "transcripts_sample", "notebooks")
SAMPLE = ROOT / "transcripts_sample"

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_INLINE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True)
class Block:
    """A fenced block of a document."""

    language: str
    text: str


def blocks(document: Path, language: str = "") -> list[Block]:
    found = [Block(*match) for match in _FENCE.findall(document.read_text(encoding="utf-8"))]
    return [block for block in found if not language or block.language == language]


def prose(document: Path) -> str:
    return _FENCE.sub("", document.read_text(encoding="utf-8"))


def named(document: Path) -> set[str]:
    """Everything that stands as code in the running text and tables of a document."""
    return set(_INLINE.findall(prose(document)))


def command_lines(document: Path) -> list[list[str]]:
    """Every line for the command line in a document, without the folder of the program."""
    lines = (line for block in blocks(document, "sh") for line in block.text.splitlines())
    return [shlex.split(line.removeprefix(".venv/bin/")) for line in lines]


def kwal_lines(document: Path) -> list[list[str]]:
    return [words[1:] for words in command_lines(document) if words[0] == "kwal"]


def mentions(document: Path) -> list[list[str]]:
    found = (shlex.split(code) for code in sorted(named(document)) if code.startswith("kwal "))
    return [words[1:] for words in found]


def find_command(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that words call, and the words that are left for it."""
    command: click.Command = main
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        command, words = command.commands[words[0]], words[1:]
    return command, words


def options(command: click.Command) -> set[str]:
    help_page = CliRunner().invoke(command, ["--help"])
    assert help_page.exit_code == 0
    return set(re.findall(r"(?<!\w)--?[a-z][\w-]*", help_page.output))


# --- what is named exists -------------------------------------------------------------------


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_relative_link_exists(document: Path) -> None:
    targets = [link for link in _LINK.findall(prose(document)) if "://" not in link]
    missing = [link for link in targets if not _target_exists(document, link)]
    assert missing == []


def _target_exists(document: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = document.parent / name if name else document
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(document: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_named_exists(document: Path) -> None:
    paths = [name for name in named(document) if name.split("/")[0] in FOLDERS and "/" in name]
    assert [name for name in paths if not (ROOT / name).exists()] == []


def test_every_module_named_in_the_architecture_exists() -> None:
    package = ROOT / "src/kwalevaluatie"
    modules = {name for name in named(ROOT / "docs/architecture.md") if name.endswith(".py")}
    assert len(modules) > 10
    assert [name for name in modules if not any((r / name).exists() for r in (ROOT, package))] == []


def test_the_architecture_names_every_package_and_module() -> None:
    package = ROOT / "src/kwalevaluatie"
    modules = {path.name for path in package.glob("[!_]*.py")}
    packages = {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    assert [name for name in sorted(modules | packages) if name not in text] == []


# --- commands -------------------------------------------------------------------------------

COMMANDS = [
    pytest.param(words, id=f"{document.stem}: {' '.join(words)[:60]}")
    for document in (README, MANUAL, CODEBOOK)
    for words in (*kwal_lines(document), *mentions(document))
]


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_exists_with_its_options(words: list[str]) -> None:
    command, rest = find_command(words)
    assert {word for word in rest if word.startswith("-")} <= options(command)


def test_every_command_stands_in_the_manual() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    assert [name for name in main.commands if f"kwal {name}" not in text] == []


_KEYS = re.compile(r"KEYS = \[\n(.*?)\n\];", re.DOTALL)
_KEY = re.compile(r"""^  \["([^"]+)", """, re.MULTILINE)


@pytest.mark.parametrize(("page", "title"), [
    ("naming", "Op de werkplek"), ("reading", "Lezen op de werkplek"),
    ("cell", "Oordelen op de werkplek"),
])  # fmt: skip
def test_the_manual_lists_the_keys_of_the_page(page: str, title: str) -> None:
    script = (ROOT / f"src/kwalevaluatie/ui/front/{page}.js").read_text(encoding="utf-8")
    keys = [key for listed in _KEYS.findall(script) for key in _KEY.findall(listed)]
    parts = re.split(r"^(?=#+ )", MANUAL.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (told,) = (part for part in parts if part.startswith(f"### {title}\n"))
    rows = " ".join(line for line in told.splitlines() if line.startswith("|"))
    assert len(keys) > 5
    assert [key for key in keys if key.removeprefix("in een cel: ") not in rows] == []


# --- keys and columns -----------------------------------------------------------------------

WRITTEN = {
    "evaluatie.yaml": settings.SETTINGS,
    "rapportplan.yaml": (*settings.PLAN, *settings.CHAPTER, *settings.TALLY),
    "koppeltabel.yaml": ("koppelingen", *figures.LINK),
    "KBO": (*figures.HEAD, *figures.FIGURE),
    "vragenlijst.yaml": (*questionnaires.HEAD, *questionnaires.QUESTION),
    "vergelijkregels.yaml": thresholds.KEYS,
    "bevindingen/": findings.KEYS,
    "publicatieregels.yaml": publication_rules.KEYS,
    "zekerheid.yaml": (*grades.HEAD, *grades.FINDING, *grades.RATING),
    "leidraden": (*guides.HEAD, *guides.QUESTION),
    "respondenten.csv": tables.RESPONDENT,
    "namenlijst.csv": ("gesprek", "naam", "rol", "persoon"),
    "Werklijst van namen": (*choices.WORKLIST, "prive/keuzes.csv"),
    "besluiten.jsonl": NAMES,
    "Tabellen met besluiten": worklist(frame((), SUGGESTIONS)).columns,
    "Werklijst van oordelen": worklist_of_judgements(frame((), TO_JUDGE)).columns,
    "rapport/cijfers.csv": COLUMNS,
    "rapport/herkomst.csv": (*EVIDENCE, "citaat"),
    "Tabellen van opdrachten": HEADINGS.values(),
}


def section(document: Path, title: str) -> set[str]:
    """What stands as code in the sections of which the title has these words."""
    parts = re.split(r"^(?=#+ )", document.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        code for part in parts if title in part.split("\n")[0] for code in _INLINE.findall(part)
    }


@pytest.mark.parametrize("title", WRITTEN)
def test_the_glossary_explains_every_key_and_column(title: str) -> None:
    assert set(WRITTEN[title]) - section(GLOSSARY, title) == set()


def test_every_key_of_a_codebook_is_explained() -> None:
    keys = {*codebooks.HEAD, *codebooks.CODE, *codebooks.GOAL, *codebooks.PATTERN}
    assert keys - named(CODEBOOK) == set()


# --- README runs ----------------------------------------------------------------------------


@dataclass
class Told:
    """What the code of a document printed, beside what the document says that it prints."""

    folder: Path
    pairs: list[tuple[str, str]] = field(default_factory=list)


@pytest.fixture(scope="module")
def readme(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """README's Python blocks, run in order in an empty folder."""
    told = Told(tmp_path_factory.mktemp("readme"))
    names: dict[str, object] = {}
    found = blocks(README)
    with contextlib.chdir(told.folder):
        for block, following in zip(found, [*found[1:], Block("", "")], strict=True):
            if block.language == "python":
                printed = _run(block.text, names)
                told.pairs.append((printed, following.text if following.language == "text" else ""))
    return told


def _run(code: str, names: dict[str, object]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "<document>", "exec"), names)
    return out.getvalue()


def test_the_readme_prints_what_it_says(readme: Told) -> None:
    assert len(readme.pairs) == 10
    assert [printed for printed, _ in readme.pairs] == [said for _, said in readme.pairs]


def test_the_report_says_what_the_readme_quotes(readme: Told) -> None:
    page = html.parse(str(readme.folder / "kwal-demo/rapport/rapport.html")).getroot()
    report = " ".join(page.text_content().split())
    quoted = [words for words in _quoted(README) if words]
    assert len(quoted) == 9
    assert [words for words in quoted if words not in report] == []


def _quoted(document: Path) -> Iterator[str]:
    """The paragraphs of the block quotation in a document, as running text."""
    lines = re.findall(r"^> ?(.*)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    for paragraph in "\n".join(lines).split("\n\n"):
        yield " ".join(paragraph.replace("**", "").split())


def test_the_readme_shows_figures_of_the_demonstration(readme: Told) -> None:
    shown = sorted(path.name for path in ROOT.glob("docs/afbeeldingen/*.png"))
    made = {path.name for path in readme.folder.glob("kwal-demo/rapport/figuren/*.png")}
    assert shown
    assert set(shown) <= made
    assert [name for name in shown if f"docs/afbeeldingen/{name}" not in README.read_text()] == []


def test_the_readme_commands_run_on_what_its_code_made(readme: Told) -> None:
    lines = [words for words in kwal_lines(README) if "kwal-demo" in words and words[0] != "demo"]
    with contextlib.chdir(readme.folder):
        results = {
            " ".join(words): CliRunner().invoke(main, words, catch_exceptions=False)
            for words in lines
        }
    assert len(lines) == 4
    assert {line: result.output for line, result in results.items() if result.exit_code} == {}


# --- the manual runs ------------------------------------------------------------------------

COPIED = ("koppeltabel.yaml", "rapportplan.yaml", "evaluatie.yaml", "leidraden")


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The evaluation that someone has who types what the manual says, from a checkout."""
    checkout = tmp_path_factory.mktemp("handleiding")
    shutil.copytree(SAMPLE, checkout / "transcripts_sample")
    with contextlib.chdir(checkout), pytest.MonkeyPatch.context() as typed:
        typed.setenv("KWAL_WACHTZIN", "synthetisch")
        for words in command_lines(MANUAL):
            _type(words)
    return checkout / "oefening"


def _type(words: list[str]) -> None:
    if words[0] == "cd":
        _copy_sample(Path(words[1]))
        os.chdir(words[1])
    elif words[0] == "kwal" and words[1] != "demo":
        _fill_in(words[1:])
        result = CliRunner().invoke(main, words[1:], catch_exceptions=False)
        assert result.exit_code == 0, f"{shlex.join(words)}\n{result.output}"


TABLES = {
    "werklijst": ("gesprek", "beurt", "citaat", "code", "waardering", "moment", "actie"),
    "oordelen": ("respondent", "doel", "oordeel", "reden"),
    "gelezen": ("soort", "gesprek"),
}


def _fill_in(words: list[str]) -> None:
    """Make or complete the workbook that is about to be read, with the rows in the manual."""
    path = Path(words[1]) if words[0] == "besluit" else Path()
    if path.suffix != ".xlsx":
        return
    columns = TABLES[path.stem]
    there = path.exists()
    book = load_workbook(path) if there else Workbook()
    sheet = book.worksheets[-1]
    if not there:
        sheet.append(columns)
    written = [cell.value for cell in sheet[1]]
    if there and "actie" in written:
        sheet.cell(2, written.index("actie") + 1, "accepteer")
    row = dict(zip(columns, _row_of_the_manual(columns), strict=True))
    sheet.append([row.get(str(name)) for name in written])
    book.save(path)


def _row_of_the_manual(columns: tuple[str, ...]) -> list[str]:
    """The row under the table in the manual that has these columns."""
    lines = MANUAL.read_text(encoding="utf-8").splitlines()
    row = lines[lines.index(f"| {' | '.join(columns)} |") + 2]
    return [value.strip() for value in row.strip("|").split("|")]


def _copy_sample(folder: Path) -> None:
    for name in COPIED:
        source = SAMPLE / name
        if source.is_dir():
            shutil.copytree(source, folder / name, dirs_exist_ok=True)
        else:
            shutil.copy2(source, folder / name)


def test_the_manual_says_what_is_copied() -> None:
    assert set(COPIED) <= named(MANUAL)


def test_the_manual_leads_to_a_report(manual: Path) -> None:
    project = open_project(manual)
    counted = project.count(["goal"], where={"group": "inwoner"}).set_index(["goal", "state"])
    assert tuple(counted.loc[("betaald-werk", "positief"), ["k", "n"]]) == (5, 11)
    files = {"rapport.docx", "rapport.html", "rapport.xlsx", "cijfers.csv", "herkomst.csv"}
    assert files <= {path.name for path in (manual / "rapport").iterdir()}
    assert files <= section(MANUAL, "Het rapport maken")


def test_the_tables_of_the_manual_are_recorded(manual: Path) -> None:
    log = open_project(manual).log()
    own = log[log["coder"] == "AB"]
    assert list(own["kind"]) == ["besluit", "besluit", "oordeel", "afgerond", "ondertekening"]
    assert tuple(own.iloc[1][["transcript", "code"]]) == ("r01", "vertrouwen")


def test_the_numbers_of_turns_are_those_that_are_shown(manual: Path) -> None:
    shown = CliRunner().invoke(main, ["toon", "r01", "--map", str(manual)], catch_exceptions=False)
    _, turn, quote, *_ = _row_of_the_manual(TABLES["werklijst"])
    told = next(line for line in shown.output.splitlines() if line.startswith(f"[{turn}] "))
    assert quote in told


def test_the_decisions_in_the_glossary_can_be_taken_over(manual: Path) -> None:
    rows = [json.loads(line) for line in blocks(GLOSSARY, "json")[0].text.splitlines()]
    recorded = open_project(manual).decide(rows)
    assert list(recorded["kind"]) == ["besluit", "oordeel", "afgerond"]
    assert recorded.attrs["new"] == len(rows)


# --- the codebook ---------------------------------------------------------------------------


@pytest.fixture
def own_codebook(tmp_path: Path) -> Path:
    path = tmp_path / "veldermeer.yaml"
    path.write_text(blocks(CODEBOOK, "yaml")[0].text, encoding="utf-8")
    return path


def test_the_codebook_of_the_document_does_what_it_says(own_codebook: Path) -> None:
    book = read_codebook(own_codebook)
    library = read_codebook("dienstverlening")
    assert book["wachten"].origin == "veldermeer-2026 1.0"
    assert book["caseload-en-tijd"].retired == "opgegaan in wachten"
    assert book.family("wachten") == {"wachten", "wachten-op-geld"}
    assert len(book["communicatie"].patterns) == len(library["communicatie"].patterns) + 1
    assert book["communicatie"].definition == library["communicatie"].definition
    assert book["verplichtingen"].polarity == "omgekeerd"


def test_the_marks_of_the_document_are_read(tmp_path: Path) -> None:
    path = tmp_path / "voorbeeld.txt"
    path.write_text(blocks(CODEBOOK, "text")[-1].text, encoding="utf-8")
    (talk,) = read_marked(path)
    assert talk.group == "inwoner"
    assert [(mark.code, mark.valence, mark.moment) for mark in talk.marks] == [
        ("bejegening", "negatief", "toen"),
        ("bejegening", "positief", "nu"),
        ("vertrouwen", "positief", "nu"),
    ]


def test_the_commands_on_a_codebook_run(own_codebook: Path) -> None:
    with contextlib.chdir(own_codebook.parent):
        results = [
            CliRunner().invoke(main, words, catch_exceptions=False)
            for words in kwal_lines(CODEBOOK)
        ]
    assert [result.output for result in results if result.exit_code] == []
    assert "+ wachten: Wachten" in results[-1].output


def test_the_sentences_tried_out_are_found(own_codebook: Path) -> None:
    with contextlib.chdir(own_codebook.parent):
        printed = _run(blocks(CODEBOOK, "python")[0].text, {})
    codes = re.findall(r"^\d+ +(\d) +(\S+)", printed, re.MULTILINE)
    assert {("0", "wachten"), ("1", "wachten"), ("2", "wachten-op-geld")} <= set(codes)


_ROW = re.compile(r"^\| `([^`]+)` \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
FINDS = [
    (pattern.replace(r"\|", "|"), found, left)
    for pattern, found, left in _ROW.findall(CODEBOOK.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("pattern", "found", "left"), FINDS, ids=[row[0] for row in FINDS])
def test_a_pattern_finds_what_the_table_says(pattern: str, found: str, left: str) -> None:
    marked = re.findall(r"\*([^*]+)\*", found)
    assert marked
    assert found_by(pattern, found.replace("*", "")) == marked
    assert found_by(pattern, left) == []


def test_the_table_of_patterns_is_whole() -> None:
    signs = ("=", "*", "(", "...", "+", "NABIJ", "NIET")
    assert len(FINDS) == 12
    assert [sign for sign in signs if not any(sign in pattern for pattern, *_ in FINDS)] == []


def found_by(pattern: str, text: str) -> list[str]:
    corpus = read_corpus([text], Vocabulary())
    places = zip(*find(parse(pattern), corpus), strict=True)
    return [text[corpus.start[start] : corpus.stop[stop - 1]] for start, stop in places]
