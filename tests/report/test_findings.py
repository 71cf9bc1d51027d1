"""Findings with live references, filled in for the sample evaluation."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from kwalevaluatie.demo import Demo
from kwalevaluatie.errors import FindingError
from kwalevaluatie.model import Finding
from kwalevaluatie.report.document import Block, Bullets, Number, Paragraph, Quote, Table, plain
from kwalevaluatie.report.facts import Facts
from kwalevaluatie.report.findings import fill, problems, typed
from kwalevaluatie.report.register import Register

SAID = "Welke hulp? Er is geen hulp. Ze sturen je een wachtwoord, dat is het."
COUNT = 'doel="betaald-werk", perspectief="inwoner", oordeel="positief"'


@pytest.fixture(scope="module")
def facts(demo: Demo) -> Facts:
    return demo.project._facts()


def finding(text: str) -> Finding:
    return Finding(Path("bevindingen/werk.md"), 5, "betaald-werk/kort", text)


def blocks(text: str, facts: Facts, register: Register | None = None) -> tuple[Block, ...]:
    return fill(finding(text), facts, register or Register()).blocks


def words(text: str, facts: Facts) -> str:
    (block,) = blocks(text, facts)
    assert isinstance(block, Paragraph)
    return plain(block.inlines)


@pytest.mark.parametrize(
    ("reference", "printed"),
    [
        ('tel("doel/betaald-werk/inwoner/positief")', "vijf van de elf"),
        (f"tel({COUNT})", "vijf van de elf"),
        (f'tel({COUNT}, vorm="cijfers")', "5 van de 11"),
        (f'tel({COUNT}, vorm="kwantor")', "bijna de helft (vijf van de elf)"),
        (f'tel({COUNT}, vorm="aantal")', "vijf"),
        ('tel(thema="wisseling-contactpersoon", perspectief="inwoner", waardering="negatief")',
         "acht van de elf"),
        ('kbo("goed-geholpen")', "92%"),
    ],
)  # fmt: skip
def test_a_reference_prints_a_bound_number(reference: str, printed: str, facts: Facts) -> None:
    register = Register()
    (block,) = blocks(f"Het is {{{{ {reference} }}}} zo.", facts, register)
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == f"Het is {printed} zo."
    numbers = [inline for inline in block.inlines if isinstance(inline, Number)]
    assert [one.text for one in numbers] == [row.text for row in register]


def test_an_older_year_of_a_figure_can_be_asked_for(facts: Facts) -> None:
    older = next(f for f in facts.figures if f.year < max(g.year for g in facts.figures))
    text = words(f'In {{{{ kbo("{older.id}", jaar={older.year}) }}}}.', facts)
    assert "%" in text or "," in text


def test_a_quotation_is_a_block_with_its_place(facts: Facts) -> None:
    (block,) = blocks(f'{{{{ citaat("r11", "{SAID}") }}}}', facts)
    assert isinstance(block, Quote)
    assert (block.text, block.respondent) == (SAID, "r11")
    turn = block.span.turn
    assert blocks(f'> {{{{ citaat("r11", "{SAID}", beurt={turn}) }}}}', facts) == (block,)


def test_a_quotation_in_a_sentence_stands_in_quotation_marks(facts: Facts) -> None:
    text = words('Iemand zei {{ citaat("r11", "Ze sturen je een wachtwoord") }} en ging.', facts)
    assert text == "Iemand zei “Ze sturen je een wachtwoord” en ging."


def test_in_a_report_for_everybody_nobody_is_named(facts: Facts) -> None:
    filled = fill(finding(f'{{{{ citaat("r11", "{SAID}") }}}}'), facts, Register(), public=True)
    (block,) = filled.blocks
    assert isinstance(block, Quote)
    assert (block.respondent, block.transcript) == ("", "")
    assert [one.respondent.id for one in filled.quoted] == ["r11"]


def test_markdown_becomes_blocks(facts: Facts) -> None:
    text = "Een **zin**.\n\n- a\n- b\n\nTabel: Wat waar\n\n| A | B |\n|---|---|\n| x | y |\n"
    first, second, third = blocks(text, facts)
    assert isinstance(first, Paragraph) and first.inlines[1].style == "strong"
    assert isinstance(second, Bullets) and len(second.items) == 2
    assert isinstance(third, Table) and (third.caption, third.header) == ("Wat waar", ("A", "B"))


def test_a_list_of_groups_may_be_gone_through(facts: Facts) -> None:
    text = (
        '{% for wie in ["inwoner", "professional"] %}'
        '{{ tel(doel="betaald-werk", perspectief=wie, oordeel="positief") }}. {% endfor %}'
    )
    assert words(text, facts).startswith("Vijf van de elf. ")


WORK = "{{ tel(" + COUNT + ") }}"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (f"{WORK} werken.", "Vijf van de elf werken."),
        (f"Zo is het. {WORK} werken.", "Zo is het. Vijf van de elf werken."),
        (f"**{WORK}** werken.", "Vijf van de elf werken."),
        (f"Dus: {WORK} werken.", "Dus: vijf van de elf werken."),
        (f"Velen, d.w.z. {WORK}, werken.", "Velen, d.w.z. vijf van de elf, werken."),
        (f"Velen, bijv. {WORK}, werken.", "Velen, bijv. vijf van de elf, werken."),
        ('{{ kbo("goed-geholpen") }} is geholpen.', "92% is geholpen."),
    ],
)
def test_a_count_that_begins_a_sentence_has_a_capital(
    text: str, printed: str, facts: Facts
) -> None:
    register = Register()
    (block,) = blocks(text, facts, register)
    assert isinstance(block, Paragraph) and plain(block.inlines) == printed
    assert [row.text for row in register] == ["92%" if "kbo" in text else "vijf van de elf"]


def test_a_finding_shows_itself_as_text(demo: Demo) -> None:
    found = demo.project.finding("betaald-werk")
    shown: list[str] = []
    found._repr_pretty_(SimpleNamespace(text=shown.append), False)
    assert shown == [str(found)] and "Heading(" not in shown[0]


def test_only_a_whole_sentence_in_a_list_begins_with_a_capital(facts: Facts) -> None:
    (block,) = blocks(f"- {WORK} werken\n- {WORK} werken.\n", facts)
    assert isinstance(block, Bullets)
    assert [plain(item)[0] for item in block.items] == ["v", "V"]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ('A\n\n{{ tel("doel/betaald-wrk/inwoner/positief") }}', "Bedoelde u “doel/betaald-werk", 7),
        ('{{ tel(doel="betaald-werk", perspectief="inwonr", oordeel="positief") }}',
         "Bedoelde u “inwoner”", 5),
        ('{{ tel(doel="betaald-werk", oordeel="positief") }}', "meer dan een", 5),
        (f'{{{{ tel({COUNT}, vorm="groot") }}}}', "Kies uit", 5),
        ('A\n{{ kbo("goed-geholpe") }}', "Bedoelde u “goed-geholpen”", 6),
        ('{{ kbo("goed-geholpen", jaar=1999) }}', "niet van 1999", 5),
        ('{{ citaat("r11", "Dit heeft niemand gezegd") }}', "gecodeerde passage", 5),
        ('{{ citaat("r99", "x") }}', "niets gecodeerd", 5),
        ("{{ citaat(\"r11\") }}", "Geef de woorden", 5),
        ("A\n\n> Dit is getypt", "dit citaat is getypt", 7),
        ("{{ telt('x') }}", "Bedoelde u “tel”", 5),
        ("{{ tel('x' }}", "niet af", 5),
        ("{{ onbekend }}", "klopt niet|is er niet", 5),
        ("{{ tel.__class__ }}", "kan niet", 5),
        ("{{ 'a' * 9 }}", "kan niet", 5),
        ("{{ 'a' | upper }}", "kan niet", 5),
        ("{% include 'x' %}", "kan niet", 5),
        ("{% for a in 'ab' %}{% for b in 'ab' %}x{% endfor %}{% endfor %}", "kan niet", 5),
    ],
)  # fmt: skip
def test_what_cannot_be_filled_is_told_with_file_and_line(
    text: str, message: str, line: int, facts: Facts
) -> None:
    with pytest.raises(FindingError, match=message) as raised:
        blocks(text, facts)
    assert raised.value.where.path == Path("bevindingen/werk.md")
    assert raised.value.where.line == line


def test_all_problems_are_found_in_one_go(facts: Facts) -> None:
    wrong = [finding('{{ kbo("x") }}'), finding("Goed."), finding('{{ tel("y") }}')]
    assert len(list(problems(wrong, facts))) == 2


def test_a_typed_count_is_told_with_its_line() -> None:
    (problem,) = typed([finding("Dit is goed.\nDit zeiden vijf mensen.")])
    assert problem.where.line == 6
    assert "tel(" in problem.todo
