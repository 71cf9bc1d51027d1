"""What the screen shows of conversations, codings, suggestions and the codebook."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from kwalevaluatie.errors import KwalError
from kwalevaluatie.model import (
    MOMENTS,
    STATES,
    VALENCES,
    Code,
    Coding,
    Goal,
    Respondent,
    Suggestion,
    Transcript,
)
from kwalevaluatie.workbench.bench import Bench

HITS = 200
AROUND = 60
Given = Mapping[str, Any]
Shown = dict[str, Any]


def start(bench: Bench, given: Given) -> Shown:
    """What every page needs once: the evaluation, who is coding, the codebook and the words."""
    settings, book = bench.project.settings, bench.project.codebook
    return {
        "title": settings.title,
        "organisation": settings.organisation,
        "synthetic": settings.synthetic,
        "survey": settings.survey,
        "survey_name": settings.survey_name,
        "coder": bench.coder,
        "key": bench.key,
        "blind": bench.state.blind,
        "codes": [code_shown(code) for code in book.active],
        "goals": [goal_shown(goal) for goal in book.goals],
        "valences": VALENCES,
        "moments": MOMENTS,
        "states": STATES,
        "version": bench.state.version,
    }


def code_shown(code: Code) -> Shown:
    """A theme with all that a coder wants beside the text."""
    return {
        "id": code.id,
        "label": code.label,
        "parent": code.parent,
        "definition": code.definition,
        "include": list(code.include),
        "exclude": list(code.exclude),
        "examples": list(code.examples),
        "patterns": [
            {"text": pattern.text, "register": pattern.register} for pattern in code.patterns
        ],
    }


def goal_shown(goal: Goal) -> Shown:
    """A goal with the question it answers and the themes that belong to it."""
    return {
        "id": goal.id,
        "label": goal.label,
        "definition": goal.definition,
        "question": goal.question,
        "themes": list(goal.themes),
        "part_of": goal.part_of,
    }


def conversations(bench: Bench, given: Given) -> Shown:
    """Every conversation with what was read, coded and judged in it."""
    waiting = bench.waiting()
    people = _people(bench.project.respondents)
    judged = Counter(respondent for respondent, _ in bench.state.judgements)
    rows = []
    for name, (turns, characters) in bench.project.store.sizes().items():
        spoken = people.get(name, [])
        rows.append(
            {
                "id": name,
                "turns": turns,
                "characters": characters,
                "group": ", ".join(dict.fromkeys(person.group for person in spoken)),
                "usable": all(person.usable for person in spoken),
                "suggestions": waiting[name],
                "codings": len(bench.state.codings(name)),
                "finished": name in bench.state.finished,
                "judged": sum(judged[person.id] for person in spoken),
            }
        )
    return {"conversations": rows, "waiting_for_names": len(bench.unfrozen()), **bench.stamp()}


def _people(respondents: Iterable[Respondent]) -> dict[str, list[Respondent]]:
    found: dict[str, list[Respondent]] = {}
    for respondent in respondents:
        found.setdefault(respondent.transcript, []).append(respondent)
    return found


def conversation(bench: Bench, given: Given) -> Shown:
    """One conversation: its turns, what stands coded, and what is proposed."""
    transcript = bench.state.transcripts[str(given.get("id", ""))]
    return {
        "id": transcript.id,
        "metadata": dict(transcript.metadata),
        "turns": [
            {"speaker": turn.speaker, "role": turn.role, "text": turn.text, "seconds": turn.seconds}
            for turn in transcript.turns
        ],
        **state_of(bench, transcript.id),
    }


def state_of(bench: Bench, transcript: str, since: int | None = None) -> Shown:
    """What stands coded in a conversation and what is proposed, as it is now.

    With `since` only what stands in the turns that were decided on after that event; these are
    `touched`, which is null when it is the whole conversation.
    """
    turns = None if since is None else bench.state.touched(transcript, since)
    proposed = () if bench.state.blind else bench.project.store.suggestions(transcript)
    codings = bench.state.codings(transcript)
    return {
        "touched": None if turns is None else sorted(turns),
        "codings": [coding_shown(bench, one) for one in codings if _among(one, turns)],
        "suggestions": [_suggestion_shown(bench, one) for one in proposed if _among(one, turns)],
        "finished": transcript in bench.state.finished,
        **bench.stamp(),
    }


def _among(one: Coding | Suggestion, turns: Collection[int] | None) -> bool:
    return turns is None or one.span.turn in turns


def coding_shown(bench: Bench, coding: Coding) -> Shown:
    """A passage that stands coded."""
    return {
        "turn": coding.span.turn,
        "start": coding.span.start,
        "stop": coding.span.stop,
        "code": coding.code,
        "valence": coding.valence,
        "moment": coding.moment,
        "amount": coding.amount,
        "reason": bench.state.reason(coding),
        "coder": coding.coder,
        "event": coding.event,
    }


def _suggestion_shown(bench: Bench, one: Suggestion) -> Shown:
    span = one.span
    return {
        "id": one.id,
        "turn": span.turn,
        "start": span.start,
        "stop": span.stop,
        "code": one.code,
        "score": one.score,
        "reason": one.reason,
        "valence": one.valence,
        "moment": one.moment,
        "status": bench.status(one),
    }


def doubtful(bench: Bench, given: Given) -> Shown:
    """The open suggestion with most doubt in the other conversations that are not read yet."""
    place = None
    if not bench.state.blind:
        open_ones = (
            one
            for one in bench.project.store.suggestions()
            if one.transcript != given.get("id") and bench.status(one) == "nieuw"
        )
        place = min(open_ones, key=lambda one: abs(one.score - 0.5), default=None)
    return {
        "suggestion": place and {**_suggestion_shown(bench, place), "transcript": place.transcript}
    }


def search(bench: Bench, given: Given) -> Shown:
    """Where words stand in one conversation or in all, without regard to capitals."""
    words = " ".join(str(given.get("words", "")).split())
    if len(words) < 2:
        raise KwalError("zoek op minstens twee letters", todo="Typ een woord.")
    wanted = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    one = given.get("id")
    found = [bench.state.transcripts[str(one)]] if one else bench.project.transcripts.values()
    hits: list[Shown] = []
    for transcript in found:
        hits += _hits(transcript, wanted)
        if len(hits) > HITS:
            break
    return {"hits": hits[:HITS], "more": len(hits) > HITS}


def _hits(transcript: Transcript, wanted: re.Pattern[str]) -> list[Shown]:
    return [
        {
            "transcript": transcript.id,
            "turn": number,
            "start": match.start(),
            "stop": match.end(),
            "before": turn.text[max(0, match.start() - AROUND) : match.start()],
            "words": match.group(),
            "after": turn.text[match.end() : match.end() + AROUND],
        }
        for number, turn in enumerate(transcript.turns)
        for match in wanted.finditer(turn.text)
    ]
