"""Choosing quotations: spread over people and values, dissent included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kwalevaluatie.analysis.study import Study
from kwalevaluatie.model import Judgement, Quotation

FIT = range(8, 46)


def quotations(study: Study, codes: Iterable[str], group: str | None = None) -> list[Quotation]:
    """Every passage coded with these themes or their sub-themes, by usable respondents."""
    family = study.codebook.families(codes)
    return [
        Quotation(
            respondent=respondent,
            transcript=coding.transcript,
            span=coding.span,
            words=study.transcripts[coding.transcript].quote(coding.span),
            about=coding.code,
            value=coding.valence,
            moment=coding.moment,
            coder=coding.coder,
        )
        for respondent in study.usable
        if group is None or respondent.group == group
        for coding in study.codings_of(respondent.id, family)
    ]


def grounds(study: Study, goal: str, group: str | None = None) -> list[Quotation]:
    """Every passage on which the judgements on a goal rest, of those who were asked."""
    return [
        Quotation(
            respondent=respondent,
            transcript=judgement.transcript,
            span=span,
            words=study.transcripts[judgement.transcript].quote(span),
            about=goal,
            value=judgement.state,
            moment="onbekend",
            coder=judgement.coder,
        )
        for respondent in study.asked_goal(goal)
        if group is None or respondent.group == group
        if (judgement := study.judgements.get((respondent.id, goal))) is not None
        for span in judgement.evidence
    ]


def on_goal(study: Study, goal: str, group: str | None = None) -> list[Quotation]:
    """What may be quoted on a goal: the grounds of its judgements.

    Where those give no passages, or all of one value, what is coded otherwise with the goal's
    themes is added, so that dissent can be heard.
    """
    found = grounds(study, goal, group)
    values = {quotation.value for quotation in found}
    if len(values) > 1:
        return found
    asked = {
        respondent.id
        for respondent in study.asked_goal(goal)
        if not _passed_over(study.judgements.get((respondent.id, goal)))
    }
    coded = quotations(study, study.codebook.goals_by_id[goal].themes, group)
    wanted = {"positief", "negatief", "gemengd"} - values if values else None
    return found + [
        quotation
        for quotation in coded
        if quotation.respondent.id in asked and (wanted is None or quotation.value in wanted)
    ]


def _passed_over(judgement: Judgement | None) -> bool:
    """Whether someone was judged to have said nothing on a goal."""
    return judgement is not None and judgement.state == "niet besproken"


def choose(
    found: Iterable[Quotation], n: int, heard: Mapping[str, int] | None = None
) -> list[Quotation]:
    """At most `n` quotations: every person once, every value if that can be, then what reads well.

    The value that most people gave comes first, then the rarest, so that who disagrees is
    heard. Of those who gave the same value, who was quoted least before (`heard`) comes first.
    The choice is the same for the same decisions.
    """
    left = sorted(found, key=_readability)
    values, before = _values(left), heard or {}
    chosen: list[Quotation] = []
    while left and len(chosen) < n:
        best = min(left, key=lambda quotation: _wear(quotation, left, chosen, values, before))
        left.remove(best)
        if all(best.words != other.words for other in chosen):
            chosen.append(best)
    return chosen


def _values(found: Iterable[Quotation]) -> list[str]:
    """The values in the order in which they are heard: what most people gave, then the rarest."""
    people = {(quotation.value, quotation.respondent.id) for quotation in found}
    given = Counter(value for value, _ in people)
    rarest = sorted(given, key=lambda value: (given[value], value))
    return rarest[-1:] + rarest[:-1]


def _readability(quotation: Quotation) -> tuple[bool, bool, int, str, str, str]:
    length = len(quotation.words.split())
    return (
        length not in FIT,
        "[" in quotation.words,
        abs(length - 22),
        f"{quotation.transcript}{quotation.span}{quotation.about}{quotation.value}",
        quotation.about,
        quotation.value,
    )


def _wear(
    quotation: Quotation,
    left: Sequence[Quotation],
    chosen: Sequence[Quotation],
    values: Sequence[str],
    before: Mapping[str, int],
) -> tuple[int, int, int, int, int]:
    """How often the person and the value were heard here, and what else speaks against it now."""
    who = quotation.respondent.id
    value = sum(other.value == quotation.value for other in chosen)
    return (
        sum(other.respondent.id == who for other in chosen),
        value,
        _needed_for(quotation, left, chosen),
        values.index(quotation.value),
        before.get(who, 0),
    )


def _needed_for(
    quotation: Quotation, left: Sequence[Quotation], chosen: Sequence[Quotation]
) -> int:
    """For how many other values, not heard yet, this person is the only one left."""
    who = quotation.respondent.id
    quoted = {other.respondent.id for other in chosen}
    done = {other.value for other in chosen} | {quotation.value}
    holders: dict[str, set[str]] = {}
    for other in left:
        if other.value not in done and other.respondent.id not in quoted:
            holders.setdefault(other.value, set()).add(other.respondent.id)
    return sum(people == {who} for people in holders.values())
