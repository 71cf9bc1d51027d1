"""Small studies made by hand, so that every count can be checked on one's fingers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kwalevaluatie.analysis.study import Study
from kwalevaluatie.model import (
    Code,
    Codebook,
    Coding,
    Goal,
    Guide,
    Judgement,
    Question,
    Respondent,
    Span,
    Transcript,
)

AT = "2025-06-03T10:00:00+00:00"

BOOK = Codebook(
    "proef",
    "Proef",
    "1",
    codes=(
        Code("contact", "Contact", "Hoe het contact is."),
        Code("wisseling", "Wisseling", "Steeds een ander.", parent="contact"),
        Code("toon", "Toon", "Hoe er wordt gesproken.", parent="contact"),
        Code("inkomen", "Inkomen", "Geld."),
    ),
    goals=(
        Goal("op-maat", "Op maat", "Past de hulp?", themes=("contact",)),
        Goal("rondkomen", "Rondkomen", "Komt men rond?", themes=("inkomen",)),
    ),
)

GUIDE = Guide(
    "re-integratie",
    "Re-integratie",
    "inwoner",
    (
        Question("1", "Past de hulp bij u?", goals=("op-maat",), themes=("contact",)),
        Question(
            "2", "Komt u rond?", goals=("rondkomen",), themes=("inkomen",), only={"premie": "2"}
        ),
    ),
)


def person(id: str, group: str = "inwoner", **given: Any) -> Respondent:
    """A respondent whose conversation has the same name, asked with the guide GUIDE."""
    values = {"transcript": id, "guide": "re-integratie", **given}
    return Respondent(id, group, **values)


def coding(transcript: str, code: str, valence: Any = "neutraal", **given: Any) -> Coding:
    """A coded passage; `turn` and `start` say where, four characters long."""
    span = Span(given.get("turn", 1), given.get("start", 0), given.get("start", 0) + 4)
    moment, amount = given.get("moment", "onbekend"), given.get("amount")
    return Coding(transcript, span, code, valence, moment, amount, "anna", f"{transcript}-{code}")


def judgement(respondent: str, goal: str, state: Any, **given: Any) -> Judgement:
    """A judgement on a conversation with the respondent's name, unless another is given."""
    transcript = given.get("transcript", respondent)
    evidence = given.get("evidence", ())
    id = f"{respondent}-{goal}"
    return Judgement(id, AT, "anna", respondent, goal, state, transcript, evidence, "daarom")


def talk(id: str, *speakers: str) -> Transcript:
    """A conversation in which the interviewer and then each speaker says one turn."""
    turns = [("I", "interviewer", "Vertel eens, hoe is het?")]
    turns += [(name, "respondent", f"Hier praat {name} een poosje over.") for name in speakers]
    return Transcript.from_turns(turns, id=id)


def study(
    respondents: Iterable[Respondent],
    codings: Iterable[Coding] = (),
    judgements: Iterable[Judgement] = (),
    **given: Any,
) -> Study:
    """A study of these people with the codebook BOOK and the guide GUIDE."""
    people = tuple(respondents)
    values: Mapping[str, Any] = {
        "codebook": BOOK,
        "guides": {GUIDE.id: GUIDE},
        "transcripts": {r.transcript: talk(r.transcript, "R") for r in people},
        **given,
    }
    return Study(
        respondents=people,
        codings=tuple(codings),
        judgements={(one.respondent, one.goal): one for one in judgements},
        **values,
    )
