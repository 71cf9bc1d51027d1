"""How good the suggestions are in this evaluation: proposed anew, laid beside what people decided.

What was learned from a decision is never measured on that decision: suggestions come from the
coder before it learned from this evaluation, or after it learned from other conversations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from kwalevaluatie.analysis.correcting import Corrected, corrected_counts
from kwalevaluatie.analysis.measuring import (
    ENOUGH_TURNS,
    LEARNED,
    Measured,
    Place,
    Proposed,
    Unit,
    measure,
)
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.assisting import assistance
from kwalevaluatie.errors import DecisionError
from kwalevaluatie.model import Coding, Event, Span, Transcript
from kwalevaluatie.review import fold

if TYPE_CHECKING:
    from kwalevaluatie.suggest.coder import Coder

Watch = Callable[[Sequence[Any], str], Iterable[Any]]
BLIND, IN_SIGHT = "blind", "niet blind: waarschijnlijk te gunstig"
BEFORE, AFTER = "voor het leren", "na het leren"
PARTS = 5
UNKNOWN = "onbekend"
FEW = f"minder dan {ENOUGH_TURNS} beurten: hier is niet op te bouwen"


@dataclass(frozen=True)
class Truth:
    """What people decided in the conversations they read to the end, and how they did."""

    basis: str
    codings: Sequence[Coding]
    finished: frozenset[str]

    @property
    def units(self) -> set[Unit]:
        """The turns and themes that stand coded."""
        return {(one.transcript, one.span.turn, one.code) for one in self.codings}


def truth_of(events: Sequence[Event]) -> Truth:
    """The decisions to measure with: those made blind, where a conversation was read so.

    Raises DecisionError when nobody read a conversation to the end.
    """
    for blind, basis in ((True, BLIND), (False, IN_SIGHT)):
        standing = fold.standing(events, blind=blind)
        if finished := fold.finished(standing):
            return Truth(basis, fold.codings(standing), finished)
    raise DecisionError(
        "er is nog geen gesprek helemaal gelezen, dus er is niets om mee te vergelijken",
        todo="Leg vast welke gesprekken u tot het eind las: op de werkplek, of met een rij met "
        "soort “afgerond” in kwal besluit.",
    )


def proposals(coder: Coder, transcripts: Sequence[Transcript]) -> dict[Unit, frozenset[str]]:
    """What a coder proposes in what respondents say, and the registers that it rests on."""
    from kwalevaluatie.suggest.conversations import read_conversations
    from kwalevaluatie.suggest.weights import logit

    talks = read_conversations(transcripts, coder.reader)
    likely = coder.logits(talks.reading) >= logit(coder.trained.threshold)
    found: dict[Unit, frozenset[str]] = defaultdict(frozenset)
    for passage, column in np.argwhere(likely & talks.said[:, None]).tolist():
        code, span = coder.codes[column], talks.span(passage)
        patterns = coder.patterns_in(talks.reading, passage, code)
        registers = {str(pattern.register) for pattern in patterns}
        unit = transcripts[int(talks.owner[passage])].id, span.turn, code
        found[unit] |= registers or {LEARNED}
    return dict(found)


def proposals_after_learning(
    coder: Coder,
    transcripts: Mapping[str, Transcript],
    events: Sequence[Event],
    parts: Iterable[Collection[str]],
) -> dict[Unit, frozenset[str]]:
    """What is proposed in each part after learning from all that was decided outside of it."""
    found: dict[Unit, frozenset[str]] = {}
    for part in parts:
        elsewhere = [event for event in events if getattr(event, "transcript", None) not in part]
        touched = {getattr(event, "transcript", None) for event in elsewhere}
        others = {name: one for name, one in transcripts.items() if name in touched}
        learned = assistance(coder, others, elsewhere).coder if others else coder
        found |= proposals(learned, [transcripts[name] for name in part])
    return found


def parts_of(names: Collection[str]) -> list[list[str]]:
    """Conversations in five parts, or fewer where there are not as many."""
    ordered = sorted(names)
    return [part for first in range(PARTS) if (part := ordered[first::PARTS])]


def turns_of(study: Study, names: Collection[str]) -> dict[Place, str]:
    """The turns of respondents in these conversations, with the perspective of who speaks."""
    group = {(one.transcript, one.speaker): one.group for one in study.respondents}
    return {
        (name, number): group.get((name, turn.speaker), group.get((name, None), UNKNOWN))
        for name in sorted(names)
        for number, turn in enumerate(study.transcripts[name].turns)
        if turn.role != "interviewer"
    }


def measured_rows(
    study: Study, coder: Coder, events: Sequence[Event], *, learning: bool, watch: Watch
) -> Iterator[dict[str, Any]]:
    """How good the suggestions are before learning and, with `learning`, also after it."""
    truth = truth_of(events)
    read = [study.transcripts[name] for name in sorted(truth.finished)]
    found: dict[str, Proposed] = {BEFORE: proposals(coder, read)}
    if learning:
        parts = watch(parts_of(truth.finished), "Leren van de andere gesprekken")
        found[AFTER] = proposals_after_learning(coder, study.transcripts, events, parts)
    turns = turns_of(study, truth.finished)
    for suggestions, proposed in found.items():
        for one in measure(turns, truth.units, proposed, coder.codes):
            yield {"suggestions": suggestions, "basis": truth.basis, **_measured(one)}


def _measured(one: Measured) -> dict[str, Any]:
    rounded = {
        name: round(value, 3) if isinstance(value, float) else value
        for name, value in asdict(one).items()
    }
    return {**rounded, "warning": FEW if one.few else ""}


def corrected_rows(study: Study, coder: Coder, events: Sequence[Event]) -> Iterator[dict[str, Any]]:
    """For each theme the count of people by machine, raw and with its errors taken out."""
    truth = truth_of(events)
    proposed = proposals(coder, [*study.transcripts.values()])
    machine = replace(study, codings=tuple(map(_as_coding, proposed)))
    people = replace(study, codings=tuple(truth.codings), finished=truth.finished)
    for one in corrected_counts(machine, people):
        yield {"basis": truth.basis, **_corrected(one)}


def _as_coding(unit: Unit) -> Coding:
    """A proposal as if it were a coding of the turn, to count people by."""
    transcript, turn, code = unit
    return Coding(transcript, Span(turn, 0, 1), code, "neutraal", "onbekend", None, "", "")


def _corrected(one: Corrected) -> dict[str, Any]:
    places = {"sensitivity": 3, "specificity": 3, "corrected": 1, "low": 1, "high": 1}
    return {
        name: round(value, places[name]) if name in places and value is not None else value
        for name, value in asdict(one).items()
    }
