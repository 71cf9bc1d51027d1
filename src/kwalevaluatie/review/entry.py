"""From a row that a person wrote to an event for the log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import isfinite, nan
from typing import Any, Literal, get_args
from uuid import uuid4

from kwalevaluatie.errors import DecisionError, hint
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
    Signature,
    Span,
    Transcript,
    Withdrawal,
)

Kind = Literal["besluit", "oordeel", "afgerond", "ondertekening", "intrekking"]
KINDS: tuple[str, ...] = get_args(Kind)
NAMES = {
    "soort": "kind", "tijd": "at", "codeur": "coder", "actie": "action", "gesprek": "transcript",
    "beurt": "turn", "citaat": "quote", "begin": "start", "eind": "stop", "code": "code",
    "nieuwe_code": "new_code", "waardering": "valence", "moment": "moment", "aantal": "amount",
    "oordeel": "state", "doel": "goal", "respondent": "respondent", "bewijs": "evidence",
    "reden": "reason", "blind": "blind", "doelwit": "target", "id": "id",
    "onderwerp": "subject", "lezing": "verdict", "grondslag": "basis",
}  # fmt: skip
SIGNED = {"subject": "onderwerp", "verdict": "lezing", "basis": "grondslag", "reason": "reden"}
IGNORED = {
    "score", "source", "register", "status", "text", "group", "waarom", "voorstel", "gevraagd",
    "ontwikkeling", "op_grond_van",
}  # fmt: skip
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
YES, NO = ("ja", "true", "1", "1.0"), ("nee", "false", "0", "0.0")


@dataclass(frozen=True)
class Context:
    """What a decision may speak of: frozen conversations, respondents, codes and goals.

    A row `from_file` without an id gets one from its content, so that reading a file twice
    adds nothing; any other row is a new decision each time.
    """

    transcripts: Mapping[str, Transcript]
    respondents: Mapping[str, Respondent]
    codebook: Codebook
    events: frozenset[str]
    coder: str
    now: str
    from_file: bool = True


def to_event(row: Mapping[str, Any], context: Context) -> Event:
    """One row as an event; Dutch and English keys both do.

    A passage is given by turn and quotation (`citaat`), or by turn, `start` and `stop`.
    The id of a suggestion (a row with a score) is not that of the decision on it.
    Raises DecisionError on anything that does not exist.
    """
    proposed = "score" in row
    row = _normal(row)
    kind = row.get("kind") or ("oordeel" if "state" in row else "besluit")
    kind = _choose("soort", kind, KINDS)
    body = {
        "at": str(row.get("at") or context.now),
        "coder": _coder(row, context),
        "blind": _yes_no(row.get("blind", False)),
    }
    given = "" if proposed else str(row.get("id", ""))
    made = body | {"id": given or (_identity(row, body) if context.from_file else uuid4().hex)}
    if kind == "besluit":
        return _decision(row, context, made)
    if kind == "oordeel":
        return _judgement(row, context, made)
    if kind == "afgerond":
        return _finished(row, context, made)
    if kind == "ondertekening":
        return _signature(row, made)
    return _withdrawal(row, context, made)


def _normal(row: Mapping[str, Any]) -> dict[str, Any]:
    known = {**NAMES, **{name: name for name in NAMES.values()}}
    for key in row:
        if key not in known and key not in IGNORED:
            raise DecisionError(f"onbekende sleutel “{key}”", todo=hint(key, NAMES))
    values = {known[key]: value for key, value in row.items() if key in known}
    return {key: value for key, value in values.items() if not _empty(value)}


def _empty(value: Any) -> bool:
    if value is None or type(value).__name__ == "NAType":
        return True
    return value == "" if isinstance(value, str) else isinstance(value, float) and value != value


def _identity(row: Mapping[str, Any], body: Mapping[str, Any]) -> str:
    content = {key: value for key, value in row.items() if key not in ("id", "at")}
    text = json.dumps({**content, "coder": body["coder"]}, sort_keys=True, default=str)
    stamp = f"@{row['at']}" if "at" in row else ""
    return sha256((text + stamp).encode()).hexdigest()[:16]


def _coder(row: Mapping[str, Any], context: Context) -> str:
    coder = str(row.get("coder") or context.coder)
    if not coder:
        raise DecisionError(
            "er staat niet bij wie dit besloot",
            todo="Vul de kolom “codeur” in, of geef uw naam: --codeur NAAM; in Python: coder.",
        )
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
    return Judgement(
        **body,
        respondent=respondent.id,
        goal=_goal(str(row.get("goal", "")), context.codebook),
        state=_choose("oordeel", row.get("state", ""), STATES),
        transcript=transcript.id,
        evidence=_evidence(_grounds(row), transcript),
        reason=str(row.get("reason", "")),
    )


def _finished(row: Mapping[str, Any], context: Context, body: dict[str, Any]) -> Finished:
    return Finished(**body, transcript=_transcript(row, context).id)


def _signature(row: Mapping[str, Any], body: dict[str, Any]) -> Signature:
    for key, name in SIGNED.items():
        if not str(row.get(key, "")).strip():
            raise DecisionError(
                f"bij een ondertekening ontbreekt “{name}”",
                todo="Een handtekening zegt waaronder, welke lezing, op welke cijfers en waarom.",
            )
    subject, verdict, basis, reason = (str(row[key]).strip() for key in SIGNED)
    return Signature(**body, subject=subject, verdict=verdict, basis=basis, reason=reason)


def _withdrawal(row: Mapping[str, Any], context: Context, body: dict[str, Any]) -> Withdrawal:
    target = str(row.get("target", ""))
    if target not in context.events:
        raise DecisionError(f"besluit “{target}” bestaat niet", todo="Controleer “doelwit”.")
    return Withdrawal(**body, target=target, reason=str(row.get("reason", "")))


def _transcript(row: Mapping[str, Any], context: Context) -> Transcript:
    name = str(row.get("transcript", ""))
    alike = [known for known in context.transcripts if known.lower() == name.lower()]
    if name not in context.transcripts and len(alike) == 1:
        name = alike[0]
    if name not in context.transcripts:
        raise DecisionError(
            f"gesprek “{name}” bestaat niet of is nog niet gepseudonimiseerd",
            todo=hint(name, context.transcripts) if context.transcripts else "",
        )
    return context.transcripts[name]


def _respondent(row: Mapping[str, Any], context: Context) -> Respondent:
    name = str(row.get("respondent") or row.get("transcript") or "")
    if name not in context.respondents:
        raise DecisionError(
            f"respondent “{name}” staat niet in het respondentenregister",
            todo=hint(name, context.respondents),
        )
    return context.respondents[name]


def _code(name: str, codebook: Codebook) -> str:
    if name not in codebook.by_id:
        raise DecisionError(
            f"thema “{name}” staat niet in de codeboeken", todo=hint(name, codebook.by_id)
        )
    if reason := codebook[name].retired:
        raise DecisionError(f"thema “{name}” is vervallen: {reason}", todo="Kies een ander thema.")
    return name


def _goal(name: str, codebook: Codebook) -> str:
    if name not in codebook.goals_by_id:
        raise DecisionError(f"doel “{name}” bestaat niet", todo=hint(name, codebook.goals_by_id))
    if reason := codebook.goals_by_id[name].retired:
        raise DecisionError(f"doel “{name}” is vervallen: {reason}", todo="Kies een ander doel.")
    return name


def _amount(row: Mapping[str, Any]) -> float | None:
    if "amount" not in row:
        return None
    try:
        amount = float(str(row["amount"]).replace(",", "."))
    except ValueError:
        amount = nan
    if not isfinite(amount):
        raise DecisionError(f"“aantal” is geen getal: {row['amount']}", todo="Vul een getal in.")
    return amount


def _yes_no(value: Any) -> bool:
    return bool(_choose("blind", str(value).lower(), (*YES, *NO)) in YES)


def _choose(name: str, value: Any, choices: tuple[str, ...]) -> Any:
    """The choice that is meant; capitals, and a blank for a hyphen, do not matter."""
    meant = {_loose(choice): choice for choice in choices}
    if _loose(value) not in meant:
        raise DecisionError(
            f"“{name}” kan niet “{value}” zijn", todo=f"Kies uit: {', '.join(choices)}."
        )
    return meant[_loose(value)]


def _loose(value: Any) -> str:
    return " ".join(str(value).lower().replace("-", " ").split())


def locate(row: Mapping[str, Any], transcript: Transcript) -> Span:
    """The span of a passage given by turn and quotation, or by turn, start and stop."""
    if not isinstance(row, Mapping):
        raise DecisionError("bewijs is geen passage", todo="Geef beurt en citaat.")
    row = _normal(row)
    turn = _turn(row, transcript)
    text = transcript.turns[turn].text
    if transcript.turns[turn].role == "interviewer":
        raise DecisionError(
            f"beurt {turn} van gesprek “{transcript.id}” is van de interviewer",
            todo="Codeer wat de respondent zegt.",
        )
    if "quote" not in row:
        return _by_offsets(row, turn, text, transcript.id)
    quote = str(row["quote"])
    start: Any = row.get("start")
    if _whole(start) and quote == text[int(start) : int(start) + len(quote)]:
        return Span(turn, int(start), int(start) + len(quote))
    return _by_quotation(quote, turn, text, transcript.id)


def _grounds(row: Mapping[str, Any]) -> Any:
    """The passages of a judgement; in a table one stands in the row itself."""
    own = {key: row[key] for key in ("turn", "quote", "start", "stop") if key in row}
    return row.get("evidence") or ([own] if own else ())


def _evidence(passages: Any, transcript: Transcript) -> tuple[Span, ...]:
    given = passages if isinstance(passages, list | tuple) else [passages]
    return tuple(locate(passage, transcript) for passage in given)


def _whole(number: Any) -> bool:
    """Whether this is a whole number from 0; a column of a table may hold it as 3.0."""
    return isinstance(number, int | float) and number >= 0 and number % 1 == 0


def _turn(row: Mapping[str, Any], transcript: Transcript) -> int:
    turn: Any = row.get("turn")
    if not _whole(turn) or turn >= len(transcript.turns):
        raise DecisionError(
            f"gesprek “{transcript.id}” heeft geen beurt {turn}",
            todo=f"De beurten lopen van 0 tot en met {len(transcript.turns) - 1}.",
        )
    return int(turn)


def _by_quotation(quote: str, turn: int, text: str, transcript: str) -> Span:
    quote, text = quote.translate(QUOTES), text.translate(QUOTES)
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
    start: Any = row.get("start")
    stop: Any = row.get("stop")
    if not (_whole(start) and _whole(stop)) or not start < stop <= len(text):
        raise DecisionError(
            f"beurt {turn} van gesprek “{transcript}” heeft geen passage {start}-{stop}",
            todo=f"De beurt telt {len(text)} tekens.",
        )
    return Span(turn, int(start), int(stop))
