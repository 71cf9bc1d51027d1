"""An edited report against its register, on sentences of our own."""

from __future__ import annotations

import pytest

from kwalevaluatie.checking.bound import Bound, bound_numbers
from kwalevaluatie.checking.register import check_register, without_annex
from kwalevaluatie.checking.registered.readings import fits, read_print
from kwalevaluatie.model.reported import BoundText, Line, LineKind, ReportText

COLUMNS = "id k n waarde eenheid doel thema groep tekst".split()
ROWS = (
    ("opzet/inwoner", "11", "11", "11", "inwoner", "", "", "inwoner", "elf"),
    ("doel/hulp/inwoner/positief", "5", "11", "5", "inwoner", "hulp", "", "inwoner",
     "vijf van de elf"),
    ("doel/hulp/inwoner/positief~2", "5", "11", "5", "inwoner", "hulp", "", "inwoner",
     "bijna de helft"),
    ("doel/hulp/inwoner/negatief", "6", "11", "6", "inwoner", "hulp", "", "inwoner", "zes"),
    ("doel/rust/netwerkpartner/positief", "9", "9", "9", "organisatie", "rust", "",
     "netwerkpartner", "alle negen"),
    ("thema/wachttijd/inwoner", "8", "11", "8", "inwoner", "", "wachttijd", "inwoner",
     "acht van de elf"),
    ("kbo/goed/2024", "", "402", "0.92", "aandeel", "", "", "", "92%"),
)  # fmt: skip
SAID = {"gesprek": "g1", "beurt": "2", "begin": "0", "eind": "40",
        "citaat": "Ze belde me nooit terug, en dat deed pijn."}  # fmt: skip
PRINTED = (
    ("Gesproken is met elf inwoners.", "alinea"),
    ("Hulp", "kop"),
    ("Bij vijf van de elf inwoners (bijna de helft) is het oordeel positief, bij zes negatief.",
     "alinea"),
    ("Rust", "kop"),
    ("Bij alle negen organisaties is het oordeel positief.", "alinea"),
    ("Wachttijd: acht van de elf inwoners.", "opsomming"),
    ("In het KBO zegt 92% dat het goed ging.", "alinea"),
)  # fmt: skip


def bound(**more: object) -> Bound:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]
    return bound_numbers(rows, [SAID], **more)  # type: ignore[arg-type]


def report(*lines: tuple[str, LineKind]) -> ReportText:
    return ReportText(tuple(Line(i, text, kind) for i, (text, kind) in enumerate(lines, 1)))


def edited(old: str = "", new: str = "") -> ReportText:
    """The printed text with some words replaced."""
    assert any(old in text for text, _ in PRINTED)
    return report(*((text.replace(old, new) if old else text, kind) for text, kind in PRINTED))


def with_line(text: str, after: int = 3) -> ReportText:
    """The printed text with a line of somebody's own."""
    return report(*PRINTED[:after], (text, "alinea"), *PRINTED[after:])


def found(text: ReportText) -> list[tuple[int, str, str]]:
    return [(one.line, one.rule, one.severity) for one in check_register(text, bound())]


def test_what_was_printed_is_right() -> None:
    assert found(edited()) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("vijf van de elf", "zeven van de elf", "gewijzigd cijfer"),
        ("vijf van de elf", "vijf van de twaalf", "gewijzigd cijfer"),
        ("bij zes negatief", "bij drie negatief", "gewijzigd cijfer"),
        ("bijna de helft", "de meeste", "hoeveelheidswoord past niet"),
        ("92%", "29%", "gewijzigd cijfer"),
        ("elf inwoners (", "elf netwerkpartners (", "andere groep"),
        ("bij zes negatief", "bij zes positief", "ander oordeel"),
    ],
)
def test_what_was_changed_is_found(old: str, new: str, rule: str) -> None:
    assert [one[1] for one in found(edited(old, new))] == [rule]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("vijf van de elf", "5 van de 11"),
        ("vijf van de elf", "5 (van de 11)"),
        ("bij zes negatief", "bij 6 van hen negatief"),
        ("elf inwoners (", "elf cliënten ("),
        ("92%", "92 procent"),
        ("Bij vijf van de elf inwoners (bijna de helft) is", "Van elf inwoners is"),
    ],
)
def test_the_same_number_in_other_words_is_right(old: str, new: str) -> None:
    assert found(edited(old, new)) == []


@pytest.mark.parametrize(
    ("text", "rule", "severity"),
    [
        ("Veertien inwoners kregen een brief.", "cijfer zonder bewijs", "fout"),
        ("Zeven van de elf inwoners zijn positief.", "cijfer in tegenspraak", "fout"),
        ("De meeste inwoners zijn positief.", "hoeveelheidswoord past niet", "fout"),
        ("Het rapportcijfer was een 6,3.", "cijfer zonder bewijs", "fout"),
        ("Er kwamen 230 aanvragen binnen.", "cijfer zonder bewijs", "let op"),
        ("“Ze belde me altijd terug, en dat deed pijn.”", "gewijzigd citaat", "fout"),
        ("“Ik heb van die mensen nooit iets gehoord.”", "citaat niet teruggevonden", "let op"),
    ],
)
def test_what_was_added_needs_evidence(text: str, rule: str, severity: str) -> None:
    assert found(with_line(text)) == [(4, rule, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "Vijf van de elf inwoners zijn positief.",
        "Bijna de helft van de inwoners is positief.",
        "Zes inwoners zijn negatief.",
        "Acht van de elf inwoners noemen de wachttijd.",
        "Op 12 maart 2024 om 14.30 uur, zie artikel 7 lid 2, tabel 3 en bijlage 4.",
        "In de jaren 2019-2022 was één loket genoeg; bel 0612345678.",
        "Zij noemen drie dingen: tijd, rust en een vast gezicht. Dat duurt twee weken.",
        "Een inwoner zegt: “Ze belde me nooit terug (…) dat deed pijn.”",
        "“Twintig mensen, of dertig, ik weet het niet",
        "De helft van het geld is op.",
        "Te weinig mensen spraken hierover.",
    ],
)
def test_what_is_right_or_no_finding_is_left_alone(text: str) -> None:
    assert found(with_line(text)) == []


def test_a_moved_paragraph_is_right() -> None:
    first, heading, counts, *rest = PRINTED
    assert found(report(first, *rest, heading, counts)) == []


def test_what_was_deleted_is_no_fault() -> None:
    assert found(report(*PRINTED[:2], *PRINTED[3:])) == []


def test_a_control_keeps_its_number_wherever_it_stands() -> None:
    text = "Het zijn er vijf van de elf."
    spot = BoundText(12, 27, "doel/hulp/inwoner/positief")
    line = Line(1, text, bound=(spot,))
    assert check_register(ReportText((line,)), bound()) == []
    other = Line(1, text.replace("vijf", "drie"), bound=(spot,))
    [remark] = check_register(ReportText((other,)), bound())
    assert (remark.start, remark.rule) == (12, "gewijzigd cijfer")
    assert "vijf van de elf" in remark.message


def test_a_row_of_a_table_that_lost_a_number_is_told() -> None:
    ids = [row[0] for row in ROWS[1:4]]
    cells = ("Inwoners", "vijf van de elf", "bijna de helft", "zes")
    text = " | ".join(cells)
    spots = [BoundText(text.index(cell), text.index(cell) + len(cell), id)
             for cell, id in zip(cells[1:], ids, strict=True)]  # fmt: skip
    whole = Line(1, text, "tabel", cells=cells, table=1, bound=tuple(spots))
    assert check_register(ReportText((whole,)), bound()) == []
    shorter = text.replace("bijna de helft", "")
    last = shorter.index("zes")
    left = (spots[0], BoundText(last, last + 3, ids[2]))
    row = Line(1, shorter, "tabel", cells=("Inwoners", cells[1], "", "zes"), table=1, bound=left)
    [remark] = check_register(ReportText((row,)), bound())
    assert (remark.rule, remark.severity) == ("cijfer weg uit tabel", "let op")


def test_the_printed_register_is_checked_apart() -> None:
    cells = ("doel/hulp/inwoner/positief", "vijf van de elf", "5", "11", "gesprekken", "x")
    title = Line(1, "Bijlage: register van cijfers", "kop", 1)
    row = Line(2, " | ".join(cells), "tabel", cells=cells, table=1)
    text = ReportText((title, row))
    assert check_register(text, bound()) == []
    assert without_annex(text, bound()).lines == ()
    wrong = (cells[0], "zes van de elf", "6", *cells[3:])
    other = Line(2, " | ".join(wrong), "tabel", cells=wrong, table=1)
    assert [one.rule for one in check_register(ReportText((title, other)), bound())] == [
        "gewijzigd register"
    ]


def test_lines_that_run_on_are_read_as_one() -> None:
    lines = (
        Line(1, "Over de hulp die zij kregen is het oordeel van vijf van de"),
        Line(2, "twaalf inwoners positief."),
    )
    [remark] = check_register(ReportText(lines), bound())
    assert (remark.line, remark.severity) == (1, "fout")


@pytest.mark.parametrize(
    ("text", "kind", "k", "n"),
    [
        ("beide", "deel", 2, 2), ("alle negen", "deel", 9, 9), ("geen van de acht", "deel", 0, 8),
        ("98 van de 99", "deel", 98, 99), ("5/11", "deel", 5, 11), ("Eén", "geheel", 1, 0),
        ("1.724", "geheel", 1724, 0), ("89,5%", "procent", 89.5, 1), ("8,0", "breuk", 8, 1),
        ("2024", "jaar", 2024, 0), ("eenentwintig", "geheel", 21, 0), ("hallo", "anders", 0, 0),
    ],
)  # fmt: skip
def test_a_printed_number_is_read(text: str, kind: str, k: float, n: int) -> None:
    reading = read_print(text)
    assert (reading.kind, reading.k, reading.n) == (kind, k, n)


def test_a_quantifier_of_our_own_fits_only_where_we_print_it() -> None:
    assert fits("enkele", 2, 11)
    assert not fits("enkele", 3, 11)
    assert fits("een deel", 5, 11)
    assert not fits("een deel", 5, 11, strictly=True)
    assert fits("een meerderheid", 8, 11)
