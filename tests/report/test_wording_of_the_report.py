"""What the report writes by itself: short sentences, nothing causal, nothing about others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from tests.support.small_facts import small_teller

from kwalevaluatie.analysis.quoting import on_goal
from kwalevaluatie.demo import Demo
from kwalevaluatie.privacy.stories import recognise
from kwalevaluatie.releasing import _undrawn
from kwalevaluatie.report.compose import Teller, compose
from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Document,
    Number,
    Paragraph,
    Picture,
    Placeholder,
    Quote,
    Table,
    plain,
)
from kwalevaluatie.report.facts import Facts
from kwalevaluatie.report.register import Register
from kwalevaluatie.report.summary import summarise

LONGEST, MEAN = 20, 13
CAUSAL = re.compile(
    r"\b(?:omdat|doordat|hierdoor|waardoor|dankzij|oorzaak|leidt tot|zorgt voor|effect|gevolg)\b"
)
GENERAL = re.compile(r"\b(?:representatief|de bevolking|alle inwoners van|in het algemeen geldt)\b")


@pytest.fixture(scope="module")
def facts(demo: Demo) -> Facts:
    return demo.project._facts()


@pytest.fixture(scope="module", params=["rapport", "samenvatting"])
def document(request: pytest.FixtureRequest, facts: Facts) -> Document:
    teller = Teller(facts, Register(), _undrawn())
    return compose(teller) if request.param == "rapport" else summarise(teller)


def by_people(facts: Facts) -> set[str]:
    """What people wrote in codebook, plan and koppeltabel."""
    goals = [goal.goal for _, chapter in facts.chapters for goal in chapter]
    indicators = [i.goal for _, chapter in facts.chapters for goal in chapter
                  for i in goal.indicators]  # fmt: skip
    notes = {row.link.note for _, c in facts.chapters for goal in c for row in goal.comparisons}
    written = {text for goal in (*goals, *indicators) for text in (goal.question, goal.definition)}
    return {text for text in written | notes if text}


def sentences(blocks: Iterable[Block], own: set[str]) -> Iterator[str]:
    for block in blocks:
        for text in texts(block):
            for written in own:
                text = text.replace(written, "")
            yield from (part for part in re.split(r"(?<=[.!?])\s+", text) if part.strip())


def texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield plain(block.inlines)
    if isinstance(block, Bullets):
        yield from map(plain, block.items)
    if isinstance(block, Placeholder):
        yield block.prompt
    if isinstance(block, Picture):
        yield from (plain(block.alt), block.caption)


def test_sentences_are_short(document: Document, facts: Facts) -> None:
    found = list(sentences(document.blocks, by_people(facts)))
    lengths = [len(sentence.split()) for sentence in found]
    assert [s for s, n in zip(found, lengths, strict=True) if n > LONGEST] == []
    assert sum(lengths) / len(lengths) <= MEAN


def test_nothing_is_said_of_causes_or_of_other_people(document: Document, facts: Facts) -> None:
    told = list(sentences(document.blocks, by_people(facts)))
    allowed = "Ook zeggen zij niet wat waardoor komt."
    assert [s for s in told if CAUSAL.search(s.lower()) and s != allowed] == []
    assert [s for s in told if GENERAL.search(s.lower())] == []


def test_only_survey_figures_are_percentages(document: Document, facts: Facts) -> None:
    for block in document.blocks:
        for inline in inlines(block):
            if "%" in inline.text:
                assert isinstance(inline, Number) and inline.base.startswith("kbo/")


def inlines(block: Block) -> Iterator[object]:
    groups: Iterable[object] = ()
    if isinstance(block, Paragraph):
        groups = (block.inlines,)
    elif isinstance(block, Bullets):
        groups = block.items
    elif isinstance(block, Picture):
        groups = (block.alt,)
    elif isinstance(block, Table) and block.caption != "Register van cijfers":
        groups = (cell for row in block.rows for cell in row)
    for group in groups:
        yield from group  # type: ignore[misc]


def test_nobody_is_quoted_on_a_goal_twice_before_all_are_quoted_once(
    demo: Demo, facts: Facts
) -> None:
    study = demo.project.study()
    for goal in (goal for _, chapter in facts.chapters for goal in chapter):
        for group, chosen in goal.quotes.items():
            people = [one.respondent.id for one in chosen]
            safe = [q for q in on_goal(study, goal.goal.id, group)
                    if recognise(q.words).level != "hoog"]  # fmt: skip
            assert len(set(people)) == min(len(people), len({q.respondent.id for q in safe}))


def test_both_sides_are_quoted_where_people_disagree(demo: Demo, facts: Facts) -> None:
    study = demo.project.study()
    for goal in (goal for _, chapter in facts.chapters for goal in chapter):
        for group, chosen in goal.quotes.items():
            known = {q.value for q in on_goal(study, goal.goal.id, group)}
            heard = {quotation.value for quotation in chosen}
            if {"positief", "negatief"} <= known and len(chosen) > 1:
                assert len(heard) > 1, (goal.goal.id, group)


def test_who_is_easily_recognised_is_not_quoted_by_itself(facts: Facts) -> None:
    chosen = [q for _, c in facts.chapters for g in c for quotes in g.quotes.values()
              for q in quotes]  # fmt: skip
    assert len(chosen) > 30
    assert not [q.words for q in chosen if recognise(q.words).level == "hoog"]


def test_every_number_of_the_summary_is_in_the_report(facts: Facts) -> None:
    whole, page = Register(), Register()
    compose(Teller(facts, whole, _undrawn()))
    summarise(Teller(facts, page, _undrawn()))
    known = {printed.number.id for printed in whole} | {"opzet/doelen"}
    assert {printed.number.id for printed in page} <= known


def test_the_account_has_32_points(facts: Facts) -> None:
    from kwalevaluatie.report.coreq import DOMAINS, HEADINGS

    assert sum(map(len, DOMAINS.values())) == len(HEADINGS) == 32


def test_the_account_tells_what_is_known_and_asks_the_rest(facts: Facts) -> None:
    blocks = compose(Teller(facts, Register(), _undrawn())).blocks
    at = next(i for i, b in enumerate(blocks) if getattr(b, "text", "").endswith("volgens COREQ"))
    annex = blocks[at : at + 12]
    told = " ".join(text for block in annex for text in texts(block))
    assert "Er is gewerkt met kwalevaluatie." in told
    assert "Duur: hoe lang de gesprekken duurden." in told
    assert not [b for b in blocks if isinstance(b, Quote) and not b.respondent]


def test_a_question_that_somebody_wrote_gets_no_full_stop_after_it() -> None:
    words = {"item": "Bent u goed geholpen?", "goal": "Is er hulp op tijd?", "theme": "Wachten?"}
    for version in (compose, summarise):
        document = version(small_teller(words=words))
        told = [text for block in document.blocks for text in texts(block)]
        assert any("goed geholpen?" in text for text in told)
        assert [text for text in told if re.search(r"\?\.|\.\.", text)] == []
