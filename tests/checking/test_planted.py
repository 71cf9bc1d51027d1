"""The sample report with faults planted in it: each is found, and nothing is invented.

The faults were written with the sample before us; the second set is drawn by chance over all
rows of its register.
"""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.support.edited import (
    Edit,
    control,
    controls,
    converted,
    edited,
    loose,
    sentence,
    swap,
    word,
)

from kwalevaluatie.checking.bound import Bound, Row
from kwalevaluatie.checking.register import check_register
from kwalevaluatie.demo import Demo
from kwalevaluatie.formats.reports import read_report
from kwalevaluatie.model.reported import BoundText, Line, Remark, ReportText
from kwalevaluatie.report_checking import read_register
from kwalevaluatie.wording import k_of_n, number_word

GOAL = "doel/betaald-werk/inwoner/positief"
WORK = f"{GOAL}~4"
OTHER_WORDS = "“Het is goed, het is meer dan goed. Het ligt aan de markt, en aan mijn leeftijd.”"
PLANTED: dict[str, tuple[Edit, set[str]]] = {
    "a count inside a control": (
        control(WORK, "zes van de elf"), {"gewijzigd cijfer"},
    ),
    "a denominator": (
        control("doel/premie-rondkomen/inwoner/positief~4", "vier van de negen"),
        {"gewijzigd cijfer"},
    ),
    "a quantifier": (
        control("doel/daginvulling/inwoner/positief~5", "bijna alle"),
        {"hoeveelheidswoord past niet"},
    ),
    "a percentage": (
        control("kbo/goed-geholpen/2024~2", "94%"), {"gewijzigd cijfer"},
    ),
    "an invented number": (
        sentence(WORK, "Veertien inwoners kregen hulp bij het solliciteren."),
        {"cijfer zonder bewijs"},
    ),
    "a quantifier that contradicts": (
        sentence(WORK, "De meeste inwoners zijn dus positief."), {"hoeveelheidswoord past niet"},
    ),
    "counts swapped between goals": (
        swap("doel/daginvulling/inwoner/positief~2", "doel/betaald-werk/inwoner/positief~2"),
        {"ander doel"},
    ),
    "a number word in a cell": (
        control("doel/behoefte-centraal/inwoner/wisselend~4", "zes"), {"gewijzigd cijfer"},
    ),
    "another group": (
        word("doel/vertrouwen/inwoner/wisselend~3", "inwoners", "netwerkpartners"),
        {"andere groep"},
    ),
    "a quotation": (
        lambda body: control(_tag(body, "meer dan genoeg"), OTHER_WORDS)(body),
        {"gewijzigd citaat"},
    ),
}  # fmt: skip
FORMATS = ("docx", "odt", "pdf", "txt")


def _tag(body: object, words: str) -> str:
    """The tag of the quotation that has these words."""
    return next(tag for tag, one in controls(body).items() if words in "".join(one.itertext()))


@pytest.fixture(scope="module")
def bound(demo: Demo) -> Bound:
    return read_register(demo.report.folder)


def remarks(path: Path, bound: Bound) -> list[Remark]:
    return check_register(read_report(path), bound)


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_is_remarked_on_what_nobody_edited(
    demo: Demo, bound: Bound, kind: str, tmp_path: Path
) -> None:
    docx = demo.report.paths["docx"]
    path = docx if kind == "docx" else converted(docx, kind, tmp_path)
    assert remarks(path, bound) == []


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(demo: Demo, bound: Bound, name: str, tmp_path: Path) -> None:
    edit, rules = PLANTED[name]
    found = remarks(edited(demo.report.paths["docx"], tmp_path / "rapport.docx", edit), bound)
    assert {remark.rule for remark in found} == rules
    assert {remark.severity for remark in found} == {"fout"}


def test_ten_at_once_are_all_found_and_none_is_invented(
    demo: Demo, bound: Bound, tmp_path: Path
) -> None:
    edits = [edit for edit, _ in PLANTED.values()]
    found = remarks(edited(demo.report.paths["docx"], tmp_path / "rapport.docx", *edits), bound)
    expected = set().union(*(rules for _, rules in PLANTED.values()))
    assert {remark.rule for remark in found} == expected
    swapped = 2
    assert len(found) == len(PLANTED) - 1 + swapped


@pytest.mark.parametrize("name", [name for name in PLANTED if "swapped" not in name])
def test_a_planted_fault_is_found_without_controls(
    demo: Demo, bound: Bound, name: str, tmp_path: Path
) -> None:
    target = tmp_path / "rapport.docx"
    found = remarks(edited(demo.report.paths["docx"], target, PLANTED[name][0], loose), bound)
    assert len(found) == 1
    assert found[0].severity == "fout"


@pytest.mark.parametrize("kind", ["odt", "pdf", "txt"])
def test_ten_at_once_are_found_in_other_formats(
    demo: Demo, bound: Bound, kind: str, tmp_path: Path
) -> None:
    edits = [edit for edit, _ in PLANTED.values()]
    source = edited(demo.report.paths["docx"], tmp_path / "rapport.docx", *edits)
    found = remarks(converted(source, kind, tmp_path), bound)
    assert len(found) == len(PLANTED) + 1
    assert {remark.severity for remark in found} == {"fout"}


@cache
def _other(row: Row, seed: int) -> str:
    """Another number or quantifier than was printed, of the same form."""
    chance, said = random.Random(f"{row.id} {seed}"), row.reading
    if said.kind == "deel":
        k = chance.choice([k for k in range(said.n + 1) if k != said.k])
        return chance.choice([k_of_n(k, said.n), k_of_n(int(said.k), said.n + k + 1)])
    if said.kind == "woord":
        words = ("enkele", "een deel", "bijna de helft", "de helft", "ruim de helft", "de meeste")
        return chance.choice([one for one in words if one != said.word])
    number = chance.choice([one for one in range(1, 20) if one != said.k])
    return {"procent": f"{number}%", "breuk": f"{number},4", "jaar": f"20{number:02}"}.get(
        said.kind, str(number) if row.text.isdigit() else number_word(number)
    )


def _changed(line: Line, spot: BoundText, text: str) -> Line:
    longer = len(text) - (spot.stop - spot.start)
    moved = [replace(one, start=one.start + longer, stop=one.stop + longer)
             for one in line.bound if one.start > spot.start]  # fmt: skip
    before = [one for one in line.bound if one.start < spot.start]
    words = line.text[: spot.start] + text + line.text[spot.stop :]
    cells = tuple(cell.strip() for cell in words.split(" | ")) if line.cells else ()
    here = replace(spot, stop=spot.stop + longer)
    return replace(line, text=words, cells=cells, bound=(*before, here, *moved))


@pytest.mark.parametrize("keeps_ids", [True, False])
def test_any_count_of_the_register_that_is_changed_is_found(
    demo: Demo, bound: Bound, keeps_ids: bool
) -> None:
    report = read_report(demo.report.paths["docx"])
    counts = {row.id for row in bound.rows if keeps_ids or row.counts}
    spots = [(line, one) for line in report.lines for one in line.bound if one.id in counts]
    for line, spot in random.Random(2025).sample(spots, 40):
        text = _other(bound.by_id[spot.id], 1)
        lines = [_changed(one, spot, text) if one is line else one for one in report.lines]
        if not keeps_ids:
            lines = [replace(one, bound=()) for one in lines]
        found = check_register(ReportText(tuple(lines)), bound)
        assert [one.severity for one in found].count("fout") >= 1, (spot.id, text)
        assert line.number in {one.line for one in found}
