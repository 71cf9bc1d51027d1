"""What a language model answered, checked against what was really said.

Nothing of the model's own words is kept: a code from the codebook, a passage that stands in the
conversation, a value and a moment. An answer without a literal quotation is dropped.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, cast

from kwalevaluatie.model import MOMENTS, VALENCES, Moment, Span, Suggestion, Valence
from kwalevaluatie.suggest.llm.prompt import TEMPLATE, Part

MARK = "taalmodel:"
SCORE = 0.5
NAME_LENGTH = 40
MOST_IN_PART = 60
LONGEST = 60_000
KEYS = {"beurt", "code", "citaat"}
NO_TURN = "de beurt hoort niet bij een antwoord in dit gedeelte"
NO_CODE = "het thema staat niet in het codeboek"
NO_QUOTE = "het citaat staat niet letterlijk in de beurt"
TOO_MANY = "er kwamen te veel antwoorden op één gedeelte"
QUOTE_MARKS = "\"'`´‘’‚‛“”„‟«»‹›′″"

_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_ODD = re.compile(r"[^\w.:/+-]+")
_NUMBER = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True)
class Checked:
    """The suggestions that an answer holds, and why others were dropped, counted by reason.

    `legible` says whether there was anything in it of the form that was asked for.
    """

    suggestions: tuple[Suggestion, ...]
    dropped: Counter[str]
    legible: bool


def check(text: str, part: Part, codes: Collection[str], model: str) -> Checked:
    """Check an answer on a part of a conversation; `codes` are those that may be used."""
    rows = _rows(_THOUGHT.sub("", text[:LONGEST]))
    if rows is None:
        return Checked((), Counter(), legible=False)
    found: dict[tuple[Span, str], Suggestion] = {}
    dropped = Counter[str]()
    for row in rows[:MOST_IN_PART]:
        made = _suggestion(row, part, codes, model)
        if isinstance(made, str):
            dropped[made] += 1
        else:
            found.setdefault((made.span, made.code), made)
    if len(rows) > MOST_IN_PART:
        dropped[TOO_MANY] = len(rows) - MOST_IN_PART
    return Checked(tuple(found.values()), dropped, legible=True)


def source_of(model: str) -> str:
    """How suggestions name the model and the template that they come from."""
    return f"{MARK}{_label(model)}@{TEMPLATE}"


def _label(model: str) -> str:
    return _ODD.sub("-", model)[:NAME_LENGTH]


def _rows(text: str) -> list[dict[str, Any]] | None:
    """The codings in a text, also when it breaks off halfway; nothing where there is no JSON."""
    rows: list[dict[str, Any]] = []
    legible = False
    for value in _objects(text):
        listed = value.get("coderingen")
        if isinstance(listed, list):
            legible = True
            rows += [row for row in listed if isinstance(row, dict)]
        elif value.keys() >= KEYS:
            legible = True
            rows.append(value)
    return rows if legible else None


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """Every JSON object in a text that is whole, from the outside in."""
    decoder, at = json.JSONDecoder(), text.find("{")
    while at >= 0:
        try:
            value, end = decoder.raw_decode(text, at)
            yield value
        except (ValueError, RecursionError):
            end = at + 1
        at = text.find("{", end)


def _suggestion(
    row: dict[str, Any], part: Part, codes: Collection[str], model: str
) -> Suggestion | str:
    """A suggestion for a row of an answer, or the reason why it is dropped."""
    pieces = [piece for piece in part.answers if piece.turn == _turn(row.get("beurt"))]
    code = _text(row.get("code"))
    if not pieces:
        return NO_TURN
    if code not in codes:
        return NO_CODE
    for piece in pieces:
        place = locate(_text(row.get("citaat")), piece.text)
        if place is not None:
            start, stop = (piece.start + at for at in place)
            valence, moment = _valence(row.get("waardering")), _moment(row.get("moment"))
            return Suggestion(
                transcript=part.transcript,
                span=Span(piece.turn, start, stop),
                code=code,
                score=SCORE,
                source=source_of(model),
                reason=f"taalmodel {_label(model)} leest hier: {valence}, moment {moment}",
                valence=valence,
                moment=moment,
            )
    return NO_QUOTE


def _turn(value: Any) -> int | None:
    given = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    return int(given) if _NUMBER.fullmatch(given.strip()) else None


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _valence(value: Any) -> Valence:
    said = _text(value).lower()
    return cast(Valence, said) if said in VALENCES else "neutraal"


def _moment(value: Any) -> Moment:
    said = _text(value).lower().replace(" ", "")
    return cast(Moment, said) if said in MOMENTS else "onbekend"


def locate(quotation: str, text: str) -> tuple[int, int] | None:
    """Where the words of a quotation stand in a text, or None.

    Spaces, line ends and the form of quotation marks may differ, and so may marks around it;
    every letter must be the same. A quotation begins and ends with a whole word.
    """
    words = quotation.strip().strip(QUOTE_MARKS).split()
    letters = "".join(words)
    if len(letters) > len(text) or not any(map(str.isalnum, letters)):
        return None
    pattern = r"\s+".join("".join(map(_sign, word)) for word in words)
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text)
    return found.span() if found else None


def _sign(sign: str) -> str:
    return f"[{re.escape(QUOTE_MARKS)}]" if sign in QUOTE_MARKS else re.escape(sign)
