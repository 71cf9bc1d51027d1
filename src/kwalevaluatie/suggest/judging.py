"""Proposing judgements: what somebody's coded passages say about a goal, by rule.

The first theme of a goal decides, with those that speak of the same thing (`ALIKE`); without
them, or a sub-theme of them, there is nothing to judge. A sub-theme counts only where its theme
is not coded itself. The goal's other themes weigh less, and among those what somebody brings
along (`OF_THE_PERSON`) not at all. What is said of the past weighs less where something is said of
the present, and a suggestion weighs its score.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kwalevaluatie.model import (
    Codebook,
    Coding,
    Goal,
    Moment,
    Respondent,
    Span,
    State,
    Suggestion,
    Transcript,
    Valence,
)

if TYPE_CHECKING:
    from kwalevaluatie.suggest.coder import Coder

ALIKE: Mapping[str, tuple[str, ...]] = {
    "ondersteuning-naar-werk": ("instrumenten", "nazorg"),
    "bejegening": ("maatwerk",),
}
OF_THE_PERSON = frozenset({"belemmeringen", "motivatie"})
OTHER_THEME, PAST = 0.25, 0.5
BOTH = 0.3
FAINT = 0.5
SURE_OF_QUESTION = 0.5
QUOTES, LETTERS = 3, 120
ORDER: tuple[Valence, ...] = ("positief", "negatief", "gemengd", "neutraal")

_NO_ANSWER = re.compile(
    r"\bweet (ik|'k|je|u)?\s*((het|dat|'t|daar) )?(eigenlijk |echt |zo |nog )*niet\b"
    r"|\bik weet (het|dat|'t) niet\b|\bzou (ik|'k) niet weten\b|\bgeen (idee|mening)\b"
    r"|\b(moeilijk|lastig) te zeggen\b|\bvind ik (moeilijk|lastig)\b"
    r"|\bkan ik (\w+ )?(niks|niets|niet)( over)? (zeggen|beoordelen)\b",
    re.IGNORECASE,
)
_LONG_ANSWER = 15


@dataclass(frozen=True, slots=True)
class Ground:
    """A coded passage under a judgement; `score` is 1 where a person decided."""

    code: str
    span: Span
    valence: Valence
    moment: Moment
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Proposed:
    """A judgement that the machine proposes, with its reason in words.

    `development` says how it went from then to now: beter, slechter, or empty.
    """

    speaker: str
    goal: str
    state: State
    development: str
    because: str


Asked = Callable[[Sequence[str]], Sequence[Collection[str]]]


def propose(
    transcript: Transcript, grounds: Iterable[Ground], book: Codebook, asked: Asked
) -> Iterator[Proposed]:
    """For everyone who is interviewed and each goal, in order, the judgement that follows.

    `asked` tells for questions which themes they ask after.
    """
    given = list(grounds)
    unanswered = _unanswered(transcript, asked)
    for speaker in (one for one in transcript.speakers if one.role != "interviewer"):
        turns = {n for n, turn in enumerate(transcript.turns) if turn.speaker == speaker.label}
        own = [ground for ground in given if ground.span.turn in turns]
        evaded = {turn: themes for turn, themes in unanswered.items() if turn in turns}
        for goal in (goal for goal in book.goals if goal.retired is None):
            state, development, because = _judge(goal, book, own, evaded, transcript)
            yield Proposed(speaker.label, goal.id, state, development, because)


def propose_for(
    respondent: Respondent,
    transcript: Transcript,
    codings: Iterable[Coding | Suggestion],
    book: Codebook,
    asked: Asked,
) -> Iterator[Proposed]:
    """For one respondent: the speaker of that name, or the whole conversation as one."""
    label = respondent.speaker or respondent.id
    turns = transcript.turns
    if respondent.speaker is None:
        turns = tuple(t if t.role == "interviewer" else replace(t, speaker=label) for t in turns)
    grounds = [_ground_of(coding) for coding in codings if coding.transcript == transcript.id]
    found = propose(transcript.with_turns(turns), grounds, book, asked)
    return (one for one in found if one.speaker == label)


def _ground_of(coding: Coding | Suggestion) -> Ground:
    score = coding.score if isinstance(coding, Suggestion) else 1.0
    return Ground(coding.code, coding.span, coding.valence, coding.moment, score)


def asked_by(coder: Coder, questions: Sequence[str]) -> list[set[str]]:
    """The themes that each question surely asks after."""
    themes: list[set[str]] = [set() for _ in questions]
    for found in coder.texts(questions):
        if found.score >= SURE_OF_QUESTION:
            themes[found.text].add(found.code)
    return themes


def deciding(goal: Goal) -> frozenset[str]:
    """The themes of a goal of which one must be spoken of, or there is nothing to judge."""
    first = goal.themes[:1]
    alike = ALIKE.get(first[0], ()) if first else ()
    return frozenset(first) | frozenset(alike).intersection(goal.themes)


def _unanswered(transcript: Transcript, asked: Asked) -> dict[int, Collection[str]]:
    """The turns that do not answer their question, with the themes it asks after."""
    question: dict[int, str] = {}
    last = ""
    for number, turn in enumerate(transcript.turns):
        if turn.role == "interviewer":
            last = turn.text
        elif last and _gives_no_answer(turn.text):
            question[number] = last
    return dict(zip(question, asked(list(question.values())), strict=True)) if question else {}


def _gives_no_answer(text: str) -> bool:
    return len(text.split()) <= _LONG_ANSWER and bool(_NO_ANSWER.search(text))


def _judge(
    goal: Goal,
    book: Codebook,
    grounds: Sequence[Ground],
    evaded: Mapping[int, Collection[str]],
    transcript: Transcript,
) -> tuple[State, str, str]:
    theme = _theme_of(goal, book)
    core = deciding(goal)
    spoken = {ground.code for ground in grounds}
    found = _strongest(
        ground
        for ground in grounds
        if ground.code in theme
        and (ground.code in theme.values() or theme[ground.code] not in spoken)
    )
    first = [ground for ground in found if theme[ground.code] in core]
    if not first:
        return _silence(core, evaded, transcript)
    if sum(ground.score for ground in first) < FAINT:
        return "niet besproken", "", f"alleen een zwakke aanwijzing: {_quotes(first, transcript)}"
    if all(ground.valence == "neutraal" for ground in first):
        return "niet te bepalen", "", _because(first, transcript)
    valued = [ground for ground in found if ground.valence != "neutraal"]
    weights = _weights(valued, core)
    state = _state(valued, weights)
    development = _development(valued) if state == "wisselend" else ""
    return state, development, _because(_by_weight(valued, weights), transcript)


def _theme_of(goal: Goal, book: Codebook) -> dict[str, str]:
    """For each code that counts the theme of the goal that it belongs to."""
    themes = [*goal.themes[:1], *(one for one in goal.themes[1:] if one not in OF_THE_PERSON)]
    return {code: theme for theme in reversed(themes) for code in book.family(theme)}


def _silence(
    core: Collection[str], evaded: Mapping[int, Collection[str]], transcript: Transcript
) -> tuple[State, str, str]:
    turns = [turn for turn, themes in evaded.items() if any(theme in core for theme in themes)]
    if turns:
        said = "; ".join(f"“{_short(transcript.turns[turn].text)}”" for turn in turns[:QUOTES])
        return "niet te bepalen", "", f"gevraagd, zonder uitsluitsel: {said}"
    return "niet besproken", "", "geen passage over dit doel"


def _strongest(grounds: Iterable[Ground]) -> list[Ground]:
    """What is said with one value on one theme in one turn counts once."""
    best: dict[tuple[str, int, str], Ground] = {}
    for ground in grounds:
        key = (ground.code, ground.span.turn, ground.valence)
        if key not in best or ground.score > best[key].score:
            best[key] = ground
    return sorted(best.values(), key=lambda ground: ground.span)


def _weights(grounds: Sequence[Ground], core: Collection[str]) -> list[float]:
    current = any(ground.moment in ("nu", "toen+nu") for ground in grounds)
    return [
        ground.score
        * (1 if ground.code in core else OTHER_THEME)
        * (PAST if current and ground.moment == "toen" else 1)
        for ground in grounds
    ]


def _state(grounds: Sequence[Ground], weights: Sequence[float]) -> State:
    """Both ways where the lighter side has a fair share of the weight."""
    share = {"positief": 1.0, "negatief": 0.0, "gemengd": 0.5}
    for_it = sum(share[g.valence] * weight for g, weight in zip(grounds, weights, strict=True))
    part = for_it / sum(weights)
    if BOTH <= part <= 1 - BOTH:
        return "wisselend"
    return "positief" if part > BOTH else "negatief"


def _development(grounds: Sequence[Ground]) -> str:
    """Whether it ended otherwise than it began; the past first, then in order of telling."""
    told = [ground for ground in grounds if ground.valence != "gemengd"]
    told.sort(key=lambda ground: (ground.moment != "toen", ground.span))
    if not told or told[0].moment != "toen" or told[0].valence == told[-1].valence:
        return ""
    return "beter" if told[-1].valence == "positief" else "slechter"


def _by_weight(grounds: Sequence[Ground], weights: Sequence[float]) -> list[Ground]:
    heaviest = sorted(range(len(grounds)), key=lambda number: (-weights[number], number))
    return [grounds[number] for number in heaviest]


def _because(grounds: Sequence[Ground], transcript: Transcript) -> str:
    """Counts by value and quotations; `grounds` has the weightiest first."""
    counts = [_count(value, grounds) for value in ORDER if any(g.valence == value for g in grounds)]
    return f"{', '.join(counts)}: {_quotes(grounds, transcript)}"


def _count(value: Valence, grounds: Sequence[Ground]) -> str:
    moments = [ground.moment for ground in grounds if ground.valence == value]
    when = f" ({moments[0]})" if set(moments) in ({"toen"}, {"nu"}) else ""
    return f"{len(moments)} {value}{when}"


def _quotes(grounds: Sequence[Ground], transcript: Transcript) -> str:
    """The weightiest quotation of every value, then what weighs most, in order of place."""
    firsts = {ground.valence: ground for ground in reversed(grounds)}.values()
    chosen = dict.fromkeys(ground.span for ground in (*firsts, *grounds))
    words = (_short(transcript.quote(span)) for span in sorted([*chosen][:QUOTES]))
    return "; ".join(f"“{said}”" for said in words)


def _short(words: str) -> str:
    if len(words) <= LETTERS:
        return words
    return words[:LETTERS].rpartition(" ")[0] + " …"
