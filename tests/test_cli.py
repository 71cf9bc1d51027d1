"""The command line: the whole road, and every mistake told in Dutch with an exit code."""

from __future__ import annotations

import gettext
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pandas as pd
import pytest
from click.testing import CliRunner, Result
from tests.support.small import (
    CODEBOOK,
    DECISION,
    GUIDE,
    JUDGEMENT,
    NAMES,
    REGISTER,
    TALKS,
    names_in,
    write_all,
)

from kwalevaluatie.cli import main
from kwalevaluatie.demo import Demo
from kwalevaluatie.dutch import PACKAGE
from kwalevaluatie.project import Project

Write = Callable[[str, str | bytes], Path]
ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|Error|Missing|Try|Show|No such|Invalid|required|default|Aborted"
    r"|Traceback|found|expected|directory|argument|got)\b"
)
FIGURES = (
    "bron: KBO\njaar: 2024\ncijfers:\n  - id: goed\n    item: Goed\n    formulering: Goed\n"
    "    eenheid: aandeel\n    waarde: 92\n"
)
LINKS = "koppelingen:\n  - item: goed\n    doel: geholpen\n    perspectief: inwoner\n"


def kwal(*words: object) -> Result:
    """Run a command and see to it that whatever is said is Dutch and no traceback."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert not ENGLISH.search(result.output), result.output
    return result


def told(*words: object) -> str:
    """What is said when a command fails."""
    result = kwal(*words)
    assert result.exit_code == 1, result.output
    assert "Wat te doen: " in result.output
    return result.output


# the whole road


def test_the_whole_road_on_the_command_line(tmp_path: Path, talks: Path) -> None:
    folder, at = tmp_path / "mijn évaluatie", ("--map", tmp_path / "mijn évaluatie")
    given = write_all(tmp_path / "bron", {
        "klein.yaml": CODEBOOK, "r.csv": REGISTER, "n.csv": NAMES, "kbo.yaml": FIGURES,
        "b.jsonl": f"{DECISION}\n{JUDGEMENT}\n",
    })  # fmt: skip
    made = kwal("nieuw", folder, "--codeboek", given / "klein.yaml", "--titel", "Klein")
    assert f'kwal importeer --map "{folder}"' in made.output
    write_all(folder, {"leidraden/inwoners.yaml": GUIDE, "koppeltabel.yaml": LINKS})
    read = kwal("importeer", talks, "--respondenten", given / "r.csv", *at)
    assert "Ingelezen: 3 van 3." in read.output
    assert "nog niets veranderd" in kwal("pseudonimiseer", "--namen", given / "n.csv", *at).output
    assert "3 gesprekken bevroren" in kwal("pseudonimiseer", "--bevestig", "mij", *at).output
    assert "een mens besluit" in kwal("stel-voor", *at).output
    assert "2 besluiten gelezen, 2 nieuw" in kwal("besluit", given / "b.jsonl", *at).output
    assert "2 besluiten gelezen, 0 nieuw" in kwal("besluit", given / "b.jsonl", *at).output
    assert "één van de drie" in kwal("tel", *at).output
    compared = kwal("vergelijk", "--cijfers", given / "kbo.yaml", *at).output
    assert "92%" in compared
    assert "n niet" in compared
    assert "goed geholpen" in kwal("citaten", "hulp", *at).output
    report = kwal("rapport", "--uit", tmp_path / "uit é", *at)
    assert str(tmp_path / "uit é" / "rapport.docx") in report.output
    assert {"rapport.docx", "rapport.html", "cijfers.csv"} <= set(names_in(tmp_path / "uit é"))


def test_a_table_can_be_kept_under_dutch_headings(demo: Demo, tmp_path: Path) -> None:
    target = tmp_path / "een map" / "tél.csv"
    assert (
        f"Geschreven: {target}"
        in kwal(
            "tel",
            "doel",
            "--waar",
            "perspectief=inwoner",
            "--csv",
            target,
            "--map",
            demo.project.path,
        ).output
    )
    table = pd.read_csv(target)
    kept = table[(table["doel"] == "betaald-werk") & (table["oordeel"] == "positief")]
    assert list(kept["k"]) == [5]
    assert list(kept["n"]) == [11]


@pytest.mark.parametrize(
    ("by", "heading"),
    [
        (["doel"], "oordeel"),
        (["thema", "waardering"], "waardering"),
        (["perspectief", "uitkomst"], "uitkomst"),
        (["leidraad"], "leidraad"),
        (["bruikbaar"], "bruikbaar"),
    ],
)
def test_people_are_counted_by_dutch_words(by: list[str], heading: str, demo: Demo) -> None:
    assert heading in kwal("tel", *by, "--map", demo.project.path).output.split("\n")[0]


def test_the_library_is_shown() -> None:
    assert "dienstverlening" in kwal("codeboek", "lijst").output
    assert "vertrouwen" in kwal("codeboek", "toon", "dienstverlening").output
    assert "Hoort erbij" in kwal("codeboek", "toon", "dienstverlening", "vertrouwen").output


def test_what_changed_between_codebooks_is_shown(write: Write) -> None:
    old = write("oud.yaml", CODEBOOK)
    new = write("nieuw.yaml", CODEBOOK.replace("label: Hulp", "label: Steun"))
    assert kwal("codeboek", "verschil", old, new).output == "~ hulp: label\n"
    assert kwal("codeboek", "verschil", old, old).output == "Geen verschil.\n"


def test_a_good_codebook_is_in_order(write: Write) -> None:
    checked = kwal("codeboek", "controleer", write("klein.yaml", CODEBOOK))
    assert (checked.exit_code, "In orde: Klein codeboek" in checked.output) == (0, True)


@pytest.mark.parametrize("name", ["dienstverlening", "msp-rdwi-2024-2027", "uitstroompremie"])
def test_the_codebooks_of_the_library_are_in_order(name: str) -> None:
    checked = kwal("codeboek", "controleer", name)
    assert (checked.exit_code, "In orde: " in checked.output) == (0, True)


# mistakes


def test_outside_an_evaluation_nothing_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (["tel"], ["importeer", "x.txt"], ["stel-voor"], ["rapport"], ["vergelijk"]):
        assert "dit is geen evaluatie" in told(*command)
    assert names_in(tmp_path) == []


def test_a_bad_file_is_told_and_the_others_are_read(empty_project: Project, talks: Path) -> None:
    (talks / "leeg.txt").write_bytes(b"")
    (talks / "kapot.docx").write_bytes(b"PK\x03\x04rommel")
    output = told("importeer", talks, "--map", empty_project.path)
    assert "Ingelezen: 3 van 5." in output
    assert f"{talks / 'leeg.txt'}: Het bestand is leeg." in output
    assert f"{talks / 'kapot.docx'}: Dit is geen leesbaar .docx-bestand" in output
    assert names_in(empty_project.path / "prive/ruw") == ["r1.json", "r2.json", "r3.json"]


def test_wrong_rows_are_told_with_their_line(small_project: Project, write: Write) -> None:
    path = write("b.jsonl", f"{DECISION}\n{{rommel\n")
    output = told("besluit", path, "--map", small_project.path)
    assert f"{path}, regel 2: geen leesbare regel" in output
    assert (
        "1 besluit gelezen, 0 nieuw"
        in kwal("besluit", write("goed.jsonl", DECISION), "--map", small_project.path).output
    )


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["tel", "dool"], "“dool” is hier niet te tellen"),
        (["tel", "doel", "thema"], "“doel” is hier niet te tellen"),
        (["tel", "waardering"], "“waardering” is hier niet te tellen"),
        (["tel", "--waar", "premie"], "“premie” is geen kenmerk=waarde"),
        (["tel", "--waar", "=ja"], "“=ja” is geen kenmerk=waarde"),
        (["tel", "--waar", "premei=ja"], "Bedoelde u “premie”?"),
        (["tel", "--waar", "doel=geholpen"], "“doel” is hier niet te tellen"),
        (["tel", "--waar", "perspectief=inwoners"], "bij “perspectief” de waarde “inwoners”"),
        (["citaten", "hlp"], "Bedoelde u “hulp”?"),
        (["citaten", "hulp", "--perspectief", "inwoners"], "Bedoelde u “inwoner”?"),
        (["citaten", "hulp", "-n", "0"], "“-n” moet minstens 1 zijn"),
        (["codeboek", "toon", "dienstverlenng"], "Bedoelde u “dienstverlening”?"),
        (["codeboek", "toon", "dienstverlening", "vertrouwn"], "Bedoelde u “vertrouwen”?"),
        (["codeboek", "controleer", "weg.yaml"], "codeboek “weg.yaml” bestaat niet"),
        (["codeboek", "verschil", "dienstverlening", "nee"], "codeboek “nee” bestaat niet"),
        (["besluit", "weg.jsonl"], "weg.jsonl: bestand niet gevonden"),
        (["importeer", "weg.txt"], "weg.txt: Het bestand bestaat niet"),
        (["importeer", "x", "--respondenten", "weg.csv"], "weg.csv: bestand niet gevonden"),
        (["pseudonimiseer", "--namen", "weg.csv"], "weg.csv: bestand niet gevonden"),
        (["vergelijk", "--cijfers", "weg.yaml"], "weg.yaml: bestand niet gevonden"),
        (["tel", "--map", "weg"], "weg: deze map bestaat niet"),
        (["tel", "--csv", "leidraden"], "leidraden: het bestand is niet te schrijven"),
        (["rapport", "--uit", "evaluatie.yaml"], "geen map"),
        (["nieuw", "leidraden"], "leidraden: hier staat al iets"),
        (["demo", "--uit", "leidraden"], "leidraden: hier staat al iets"),
    ],
)
def test_a_mistake_is_told_and_changes_nothing(
    words: list[str], what: str, small_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_project.path)
    before = {path: path.read_bytes() for path in small_project.path.rglob("*") if path.is_file()}
    assert what in told(*words)
    after = {path: path.read_bytes() for path in small_project.path.rglob("*") if path.is_file()}
    assert {path: content for path, content in after.items() if path in before} == before


@pytest.mark.parametrize(
    ("name", "text", "command", "what"),
    [
        ("evaluatie.yaml", "titl: x\n", "tel", "regel 1: onbekende sleutel “titl”"),
        ("evaluatie.yaml", "titel: [\n", "tel", "regel 2: geen geldige YAML"),
        ("evaluatie.yaml", "titel: x\nopslag: onzin\n", "tel", "de database"),
        ("evaluatie.yaml", "titel: x\ncodeboeken: [klen.yaml]\n", "tel", "“klein.yaml”"),
        ("rapportplan.yaml", "tellingen:\n  gehopen: []\n", "rapport", "Bedoelde u “geholpen”?"),
        ("koppeltabel.yaml", LINKS.replace("geholpen", "gehopen"), "vergelijk", "regel 3"),
        ("respondenten.csv", "respondent,perspectief\n", "tel", "kolom “gesprek” ontbreekt"),
        ("leidraden/x.yaml", GUIDE, "tel", "er is al een leidraad “inwoners”"),
        ("codeboeken/klein.yaml", CODEBOOK.replace("label", "lable"), "tel", "“lable”"),
        ("cijfers/kbo.yaml", FIGURES.replace("92", "192"), "vergelijk", "192 ligt buiten 0-100"),
    ],
)
def test_a_wrong_file_in_the_evaluation_is_told(
    name: str, text: str, command: str, what: str, small_project: Project
) -> None:
    write_all(small_project.path, {name: text})
    assert what in told(command, "--map", small_project.path)


def test_a_bad_pattern_and_a_circle_are_told_with_their_line(write: Write) -> None:
    path = write("x.yaml", CODEBOOK.replace("[wachten, duren]", "[wachten, ... duren]"))
    assert f"{path}, regel 16: thema wachten: patroon" in told("codeboek", "controleer", path)
    path = write("x.yaml", CODEBOOK + "extends: x.yaml\n")
    assert f"{path}, regel 25: “extends” loopt in een kring" in told("codeboek", "controleer", path)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tel"], "Er is niemand om te tellen"),
        (["vergelijk"], "Er is niets te vergelijken"),
        (["citaten", "hulp"], "Er zijn nog geen citaten bij “hulp”"),
        (["pseudonimiseer"], "Er is nog niets veranderd"),
    ],
)
def test_an_empty_evaluation_says_so(words: list[str], said: str, empty_project: Project) -> None:
    result = kwal(*words, "--map", empty_project.path)
    assert (result.exit_code, said in result.output) == (0, True)


def test_a_warning_is_shown_once(small_project: Project) -> None:
    write_all(small_project.path, {"respondenten.csv": REGISTER.replace(",inwoners,", ",foo,")})
    result = kwal("tel", "--map", small_project.path)
    assert result.output.count("Let op: respondenten.csv noemt leidraden die er niet zijn") == 1


def test_an_interruption_is_told(
    empty_project: Project, talks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Project, "add_transcripts", interrupt)
    result = kwal("importeer", talks, "--map", empty_project.path)
    assert (result.exit_code, "Afgebroken." in result.output) == (1, True)


def test_a_disk_that_refuses_is_told(
    empty_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "x.sqlite")

    monkeypatch.setattr(Project, "count", refuse)
    result = kwal("tel", "--map", empty_project.path)
    assert (result.exit_code, result.output.count("x.sqlite: ")) == (1, 1)
    assert "u mag hier niet bij" in result.output


# the words of the library under it


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["telll"], "Opdracht 'telll' bestaat niet. Bedoelde u 'tel'?"),
        (["tel", "--mpa"], "Optie '--mpa' bestaat niet."),
        (["tel", "--wa"], "Optie '--wa' bestaat niet."),
        (["tel", "--map"], "Optie '--map' heeft een waarde nodig."),
        (["importeer"], "Er ontbreekt 'BESTANDEN…'."),
        (["citaten", "a", "b"], "Dit hoort er niet bij: b"),
        (["citaten", "a", "-n", "veel"], "'veel' is geen geheel getal."),
        (["samen", "--per", "mens"], "'mens' kan niet. Kies uit: 'respondent', 'beurt'."),
        (["codeboek", "tonen"], "Opdracht 'tonen' bestaat niet."),
        (["--help=ja"], "Optie '--help' heeft geen waarde nodig."),
    ],
)
def test_a_wrong_command_is_told_in_dutch(words: list[str], said: str) -> None:
    result = kwal(*words)
    assert (result.exit_code, said in result.output) == (2, True), result.output


def _paths(group: click.Group, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield above
    for name, command in group.commands.items():
        inside = _paths(command, (*above, name)) if isinstance(command, click.Group) else ()
        yield from inside or [(*above, name)]


@pytest.mark.parametrize("path", list(_paths(main)), ids=" ".join)
def test_all_help_is_in_dutch(path: tuple[str, ...]) -> None:
    result = kwal(*path, "--help")
    assert result.exit_code == 0
    assert result.output.startswith(f"Gebruik: {' '.join(('kwal', *path))} [OPTIES]")
    assert "Toon deze uitleg." in result.output


@pytest.mark.parametrize("language", ["en_US.UTF-8", "C", "de_DE.UTF-8"])
def test_the_language_of_the_system_makes_no_difference(language: str) -> None:
    kwal_in = {**os.environ, "LANG": language, "LC_ALL": language, "LANGUAGE": language[:2]}
    code = "from kwalevaluatie.cli import main; main(['tel', '--help'])"
    run = [sys.executable, "-X", "utf8", "-c", code]
    said = subprocess.run(run, env=kwal_in, capture_output=True, text=True, encoding="utf-8")
    assert "Gebruik: " in said.stdout


def test_the_language_of_the_system_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fy")
    kwal("--help")
    assert os.environ["LANGUAGE"] == "fy"


def test_a_screen_that_knows_few_letters_shows_question_marks() -> None:
    code = "from kwalevaluatie.cli import main; main(['codeboek', 'toon', 'onzin'])"
    env = {**os.environ, "PYTHONIOENCODING": "cp437:strict"}
    said = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True)
    assert (said.returncode, b"codeboek ?onzin? bestaat niet" in said.stderr) == (1, True)


def test_the_compiled_words_are_those_of_the_source() -> None:
    folder = PACKAGE / "locale/nl/LC_MESSAGES"
    source = (folder / "messages.po").read_text(encoding="utf-8")
    with (folder / "messages.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    pairs = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', source, re.MULTILINE)
    assert len(pairs) > 25
    assert {english: compiled.gettext(english) for english, _ in pairs} == dict(pairs)


def test_conversations_with_strange_names_make_the_whole_road(
    empty_project: Project, tmp_path: Path
) -> None:
    folder = write_all(tmp_path / "Mijn map é", {"Gesprek één (kopie).txt": TALKS["r1.txt"]})
    at = ("--map", empty_project.path)
    assert kwal("importeer", folder, *at).exit_code == 0
    assert kwal("pseudonimiseer", "--bevestig", "mij", *at).exit_code == 0
    assert kwal("stel-voor", *at).exit_code == 0
    assert kwal("rapport", *at).exit_code == 0


def test_a_blank_name_confirms_nothing(empty_project: Project, tmp_path: Path) -> None:
    folder = write_all(tmp_path / "gesprekken", {"r1.txt": TALKS["r1.txt"]})
    at = ("--map", empty_project.path)
    kwal("importeer", folder, *at)
    refused = kwal("pseudonimiseer", "--bevestig", "  ", *at)
    assert refused.exit_code == 1 and "geen naam" in refused.stderr
    assert not empty_project.transcripts


def test_a_talk_without_names_is_frozen_and_told(empty_project: Project, tmp_path: Path) -> None:
    talk = "I: Hoe gaat het met u?\nR: Slecht.\nI: Oké?\nR: Ja.\n"
    at = ("--map", empty_project.path)
    kwal("importeer", write_all(tmp_path / "gesprekken", {"z1.txt": talk}), *at)
    done = kwal("pseudonimiseer", "--bevestig", "Anna", *at)
    assert "0 plaatsen vervangen; 1 gesprek bevroren" in done.output
