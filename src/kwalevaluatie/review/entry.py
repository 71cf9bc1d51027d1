"""From a row that a person wrote to an event for the log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from typing import Any, Literal, get_args

from kwalevaluatie.errors import DecisionError
from kwalevaluatie.model import (
    ACTIONS,
    MOMENTS,
    STATES,
    VALENCES,
    Codebook,
    Decision,
    Event,
    Finished,
    Judgement,
    Respondent,
    Span,
    Transcript,
    Withdrawal,
)

Kind = Literal["besluit", "oordeel", "afgerond", "intrekking"]
KINDS: tuple[str, ...] = get_args(Kind)
NAMES = {
    "soort": "kind", "tijd": "at", "codeur": "coder", "actie": "action", "gesprek": "transcript",
    "beurt": "turn", "citaat": "quote", "begin": "start", "eind": "stop", "code": "code",
    "nieuwe_code": "new_code", "waardering": "valence", "moment": "moment", "aantal": "amount",
    "oordeel": "state", "doel": "goal", "respondent": "respondent", "bewijs": "evidence",
    "reden": "reason", "blind": "blind", "doelwit": "target", "id": "id",
}  # fmt: skip
IGNORED = {"score", "source", "register", "status", "text", "group"}


@dataclass(frozen=True)
class Context:
    """What a decision may speak of: frozen conversations, respondents, codes and goals."""

    transcripts: Mapping[str, Transcript]
    respondents: Mapping[str, Respondent]
    codebook: Codebook
    events: frozenset[str]
    coder: str
    now: str


def to_event(row: Mapping[str, Any], context: Context) -> Event:
    """One row as an event; Dutch and English keys both do.

    A passage is given by turn and quotation (`citaat`), or by turn, `start` and `stop`.
    A row without an id gets one from its content, so that reading it twice adds nothing.
    Raises DecisionError on anything that does not exist.
    """
    row = _normal(row)
    kind = row.get("kind") or ("oordeel" if "state" in row else "besluit")
    _choose("soort", kind, KINDS)
    body = {
        "at": str(row.get("at") or context.now),
        "coder": _coder(row, context),
        "blind": _yes_no(row.get("blind", False)),
    }
    made = body | {"id": str(row.get("id") or _identity(row, body))}
    if kind == "besluit":
        return _decision(row, context, made)
    if kind == "oordeel":
        return _judgement(row, context, made)
    if kind == "afgerond":
        return _finished(row, context, made)
    return _withdrawal(row, context, made)


def _normal(row: Mapping[str, Any]) -> dict[str, Any]:
    known = {**NAMES, **{name: name for name in NAMES.values()}}
    for key in row:
        if key not in known and key not in IGNORED:
            raise DecisionError(f"onbekende sleutel “{key}”", todo=_hint(key, NAMES))
    values = {known[key]: value for key, value in row.items() if key in known}
    return {key: value for key, value in values.items() if not _empty(value)}


def _empty(value: Any) -> bool:
    return value is None or value == "" or (isinstance(value, float) and value != value)


def _identity(row: Mapping[str, Any], body: Mapping[str, Any]) -> str:
    content = {key: value for key, value in row.items() if key not in ("id", "at")}
    text = json.dumps({**content, "coder": body["coder"]}, sort_keys=True, default=str)
    stamp = f"@{row['at']}" if "at" in row else ""
    return sha256((text + stamp).encode()).hexdigest()[:16]


def _coder(row: Mapping[str, Any], context: Context) -> str:
    coder = str(row.get("coder") or context.coder)
    if not coder:
        raise DecisionError("er staat niet bij wie dit besloot", todo="Vul “codeur” in.")
    return coder


def _decision(row: Mapping[str, Any], context: Context, body: dict[str, Any]) -> Decision:
    transcript = _transcript(row, context)
    return Decision(
        **body,
        action=_choose("actie", row.get("action", "voeg-toe"), ACTIONS),
        transcript=transcript.id,
        span=locate(row, transcript),
        code=_code(str(row.get("code", "")), context.codebook),
        new_code=_code(str(row["new_code"]), context.codebook) if "new_code" in row else None,
        valence=_choose("waardering", row.get("valence", "neutraal"), VALENCES),
        moment=_choose("moment", row.get("moment", "onbekend"), MOMENTS),
        amount=_amount(row),
        reason=str(row.get("reason", "")),
    )


def _judgement(row: Mapping[str, Any], context: Context, body: dict[str, Any]) -> Judgement:
    respondent = _respondent(row, context)
    transcript = _transcript({"transcript": respondent.transcript}, context)
    goal = str(row.get("goal", ""))
    if goal not in context.codebook.goals_by_id:
        raise DecisionError(
            f"doel “{goal}” bestaat niet", todo=_hint(goal, context.codebook.goals_by_id)
        )
    state = _choose("oordeel", row.get("state"), STATES)
    evidence = tuple(locate(passage, transcript) for passage in row.get("evidence", ()))
    return Judgement(
        **body,
        respondent=respondent.id,
        goal=goal,
        state=state,
        transcript=transcript.id,
        evidence=evidence,
        reason=str(row.get("reason", "")),
    )


def _finished(row: Mapping[str, Any], context: Context, body: dict[str, Any]) -> Finished:
    return Finished(**body, transcript=_transcript(row, context).id)


def _withdrawal(row: Mapping[str, Any], context: Context, body: dict[str, Any]) -> Withdrawal:
    target = str(row.get("target", ""))
    if target not in context.events:
        raise DecisionError(f"besluit “{target}” bestaat niet", todo="Controleer “doelwit”.")
    return Withdrawal(**body, target=target, reason=str(row.get("reason", "")))


def _transcript(row: Mapping[str, Any], context: Context) -> Transcript:
    name = str(row.get("transcript", ""))
    if name not in context.transcripts:
        raise DecisionError(
            f"gesprek “{name}” bestaat niet of is nog niet gepseudonimiseerd",
            todo=_hint(name, context.transcripts) if context.transcripts else "",
        )
    return context.transcripts[name]


def _respondent(row: Mapping[str, Any], context: Context) -> Respondent:
    name = str(row.get("respondent") or row.get("transcript") or "")
    if name not in context.respondents:
        raise DecisionError(
            f"respondent “{name}” staat niet in het respondentenregister",
            todo=_hint(name, context.respondents),
        )
    return context.respondents[name]


def _code(name: str, codebook: Codebook) -> str:
    if name not in codebook.by_id:
        raise DecisionError(
            f"thema “{name}” staat niet in de codeboeken", todo=_hint(name, codebook.by_id)
        )
    if reason := codebook[name].retired:
        raise DecisionError(f"thema “{name}” is vervallen: {reason}", todo="Kies een ander thema.")
    return name


def _amount(row: Mapping[str, Any]) -> float | None:
    if "amount" not in row:
        return None
    try:
        return float(row["amount"])
    except (TypeError, ValueError):
        raise DecisionError(f"“aantal” is geen getal: {row['amount']}") from None


def _yes_no(value: Any) -> bool:
    return value if isinstance(value, bool) else str(value).lower() in ("ja", "true", "1")


def _choose(name: str, value: Any, choices: tuple[str, ...]) -> Any:
    if value not in choices:
        raise DecisionError(
            f"“{name}” kan niet “{value}” zijn", todo=f"Kies uit: {', '.join(choices)}."
        )
    return value


def _hint(word: str, known: Mapping[str, Any]) -> str:
    close = get_close_matches(word, list(known), n=1)
    return f"Bedoelde u “{close[0]}”?" if close else f"Kies uit: {', '.join(sorted(known))}."


def locate(row: Mapping[str, Any], transcript: Transcript) -> Span:
    """The span of a passage given by turn and quotation, or by turn, start and stop."""
    if not isinstance(row, Mapping):
        raise DecisionError("bewijs is geen passage", todo="Geef beurt en citaat.")
    row = _normal(row)
    turn = _turn(row, transcript)
    text = transcript.turns[turn].text
    if "quote" in row:
        return _by_quotation(str(row["quote"]), turn, text, transcript.id)
    return _by_offsets(row, turn, text, transcript.id)


def _turn(row: Mapping[str, Any], transcript: Transcript) -> int:
    turn = row.get("turn")
    if not isinstance(turn, int | float) or not 0 <= turn < len(transcript.turns):
        raise DecisionError(
            f"gesprek “{transcript.id}” heeft geen beurt {turn}",
            todo=f"De beurten lopen van 0 tot en met {len(transcript.turns) - 1}.",
        )
    return int(turn)


def _by_quotation(quote: str, turn: int, text: str, transcript: str) -> Span:
    start = text.find(quote)
    if start < 0:
        raise DecisionError(
            f"het citaat “{quote}” staat niet in beurt {turn} van gesprek “{transcript}”",
            todo="Neem de woorden letterlijk over uit de gepseudonimiseerde tekst.",
        )
    if text.find(quote, start + 1) >= 0:
        raise DecisionError(
            f"het citaat “{quote}” staat meer dan eens in beurt {turn} van gesprek “{transcript}”",
            todo="Neem een langer stuk.",
        )
    return Span(turn, start, start + len(quote))


def _by_offsets(row: Mapping[str, Any], turn: int, text: str, transcript: str) -> Span:
    start, stop = row.get("start"), row.get("stop")
    whole = isinstance(start, int | float) and isinstance(stop, int | float)
    if not whole or not 0 <= start < stop <= len(text):  # type: ignore[operator]
        raise DecisionError(
            f"beurt {turn} van gesprek “{transcript}” heeft geen passage {start}-{stop}",
            todo=f"De beurt telt {len(text)} tekens.",
        )
    return Span(turn, int(start), int(stop))  # type: ignore[arg-type]
