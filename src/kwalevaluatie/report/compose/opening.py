"""The summary that opens a report: who was spoken to and every goal in one line."""

from __future__ import annotations

from collections.abc import Iterator

from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Picture,
)
from kwalevaluatie.report.facts import GoalFacts, GroupFacts
from kwalevaluatie.report.nouns import GROUP_TALKS, PEOPLE, plural
from kwalevaluatie.report.sentences import listed, states_sentence, strong, text
from kwalevaluatie.wording import ended

OVERVIEW = "Oordelen per doel en perspectief; elk teken is een respondent of organisatie"
OCCASION = "Aanleiding en opdracht in eigen woorden: waarom deze evaluatie, wie vroeg erom?"
CONCLUSION = "De conclusie in drie tot vijf zinnen: waar staat de organisatie, wat nu?"


def opening(teller: Teller) -> Iterator[Block]:
    """The summary."""
    yield Heading(1, "Samenvatting", numbered=False)
    yield from teller.place("rapport/aanleiding", OCCASION)
    yield Paragraph(spoken_to(teller))
    yield _overview(teller)
    yield Bullets(tuple(_in_short(teller, goal) for goal in teller.goals))
    yield from teller.place("rapport/conclusie", CONCLUSION)


def spoken_to(teller: Teller) -> Inlines:
    """With whom how many conversations were held."""
    total = teller.register.word(teller.facts.conversations)
    parts = [_group_phrase(teller, group) for group in teller.facts.groups]
    said = [text("Er zijn "), total, text(" gesprekken gevoerd: "), *listed(parts[:2])]
    for index in range(2, len(parts), 2):
        said += [text(". Daarnaast waren er "), *listed(parts[index : index + 2])]
    return (*said, text("."))


def _group_phrase(teller: Teller, group: GroupFacts) -> list[Inline]:
    word = teller.register.word
    if group.units is not None:
        return [
            word(group.spoken), text(" gesprekken met medewerkers van "),
            word(group.units), text(f" {plural(group.group)}"),
        ]  # fmt: skip
    return [word(group.spoken), text(f" {_noun(group)}")]


def _noun(group: GroupFacts) -> str:
    kinds = GROUP_TALKS if group.group_talks else {}
    one, many = kinds.get(group.group) or PEOPLE.get(group.group, ("gesprek", "gesprekken"))
    noun = one if group.spoken.value == 1 else many
    if group.group_talks or group.group == "management":
        return noun
    return f"met een {one}" if group.spoken.value == 1 else f"met {many}"


def _in_short(teller: Teller, goal: GoalFacts) -> Inlines:
    group = next(iter(goal.states))
    sentence = states_sentence(teller.register, goal.goal, goal.states[group], teller.talks)
    return (strong(f"{ended(goal.goal.label)} "), *sentence)


def _overview(teller: Teller) -> Picture:
    sentences: list[Inline] = []
    for goal in teller.goals:
        for group, numbers in goal.states.items():
            positive = next(n for n in numbers if n.keys["state"] == "positief")
            label = f"{goal.goal.label}, {plural(group)}: "
            sentences += [text(label), teller.register.count(positive), text(" positief. ")]
    drawn = teller.drawings.overview
    return Picture(drawn.png, drawn.svg, OVERVIEW, tuple(sentences))
