"""Results as tidy DataFrames; the columns are part of the public interface."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kwalevaluatie.model import (
    BoundNumber,
    Comparison,
    Decision,
    Event,
    Figure,
    Finished,
    Judgement,
    Quotation,
    Respondent,
    Signature,
    Suggestion,
    Transcript,
    Withdrawal,
)
from kwalevaluatie.privacy.risk import risk_of_conversation
from kwalevaluatie.privacy.stories import recognise
from kwalevaluatie.wording import k_of_n

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.privacy.key import KeyEntry
    from kwalevaluatie.review.fold import Fates
    from kwalevaluatie.suggest.judging import Proposed

IMPORTED = (
    "file", "transcript", "status", "turns", "words", "speakers", "message", "left_out", "kept",
    "doubtful",
)  # fmt: skip
SPEAKERS = ("transcript", "speaker", "role", "becomes", "turns", "words", "begins")
NOTES = ("transcript", "kind", "line", "message")
PSEUDONYMS = (
    "transcript", "turn", "start", "stop", "kind", "text", "pseudonym", "doubtful", "status",
    "certainty", "replace", "role", "person", "context",
)  # fmt: skip
CLEANED = ("file", "kind", "status", "message")
KEY = ("pseudonym", "role", "names", "transcripts")
DOUBT = "twijfel"
_POSSESSIVE = re.compile(r"['’]s?$")
SUGGESTIONS = (
    "id", "transcript", "turn", "start", "stop", "code", "score", "source", "reason", "valence",
    "moment", "status", "quote",
)  # fmt: skip
TO_REVIEW = (*SUGGESTIONS, "group", "why")
SAMPLE = ("decided", "right", "precision", "low", "high")
REMAINING = ("code", "found", "expected", "low", "high")
ALIKE = ("transcript", "turn", "start", "stop", "similarity", "shared", "quote")
NEW_PATTERNS = ("code", "pattern", "right", "wrong", "missed", "example")
SUGGESTED_TEXTS = (
    "text", "code", "start", "stop", "score", "source", "reason", "valence", "moment",
)  # fmt: skip
SUGGESTED_TURNS = (SUGGESTED_TEXTS[0], "turn", *SUGGESTED_TEXTS[1:])
PROBES = (
    "passage", "code", "score", "proposed", "pattern", "register", "line", "found", "reason",
)  # fmt: skip
GROUNDS = ("code", "turn", "start", "stop", "valence", "moment")
PROPOSED_JUDGEMENTS = ("speaker", "goal", "state", "development", "because")
TO_JUDGE = (
    "respondent", "transcript", "goal", "asked", "state", "development", "because", "based_on",
    "status",
)  # fmt: skip
QUOTATIONS = (
    "respondent", "group", "transcript", "turn", "start", "stop", "code", "valence", "moment",
    "coder", "quote", "risk", "risk_reason",
)  # fmt: skip
MEASURED = (
    "suggestions", "basis", "split", "part", "code", "turns", "n", "tp", "fp", "fn", "prevalence",
    "precision", "recall", "f1", "kappa", "ac1", "warning",
)  # fmt: skip
CORRECTED = (
    "code", "group", "unit", "n", "read", "raw", "corrected", "low", "high", "sensitivity",
    "specificity", "basis", "status", "reason",
)  # fmt: skip
RISKS = ("transcript", "risk", "score", "risk_reason")
RECOGNISABLE = ("text", "level", "score", "reason")
PUBLICATION = ("id", "place", "rule", "severity", "excerpt", "message", "signed")
REMARKS = ("line", "rule", "severity", "excerpt", "message")
ACCESSIBILITY = ("place", "rule", "severity", "excerpt", "message", "standard")
EVENTS = ("event", "kind", "coder", "transcript", "code", "goal", "state")
NUMBERS = ("k", "n", "unit", "status", "text", "unasked", "respondents", "id")
FIGURES = (
    "id", "item", "year", "unit", "value", "n", "population", "low", "high", "source",
)  # fmt: skip
SURVEY = (
    "id", "question", "kind", "n", "na", "missing", "value", "bottom", "mean", "sd", "low", "high",
    "min", "max", "unit", "text", "n_effective",
)  # fmt: skip
SURVEY_SHARES = (
    "value", "bottom", "mean", "sd", "low", "high", "min", "max", "n_effective",
)  # fmt: skip
DISTRIBUTION = ("id", "question", "answer", "count", "share")
BREAKDOWN = (
    "id", "question", "by", "group", "answer", "count", "n", "share", "mean", "text", "reason",
)  # fmt: skip
RESPONSE = (
    "population", "invited", "returned", "empty", "response", "margin", "sample",
)  # fmt: skip
DIFFERENCES = (
    "id", "item", "earlier", "later", "year", "year_before", "difference", "low", "high", "p",
    "testable", "text",
)  # fmt: skip
COMPARISONS = (
    "id", "goal", "theme", "group", "counted", "k", "n", "text", "item", "wording", "value", "unit",
    "figure_n", "low", "high", "year", "verdict", "grounds", "rivals", "same_question",
    "same_group", "same_period", "note", "status", "signed_by", "signed_at", "signed_reason",
)  # fmt: skip
CROSSTAB = (
    "group", "row", "column", "k", "n", "unit", "status", "text", "small", "respondents",
    "passages", "id",
)  # fmt: skip
TOGETHER = (
    "group", "code", "other", "k", "k_code", "k_other", "n", "unit", "status", "text", "jaccard",
    "small", "respondents", "passages", "id",
)  # fmt: skip
SATURATION = (
    "position", "transcript", "new", "heard", "low", "median", "high", "following", "share",
    "enough",
)  # fmt: skip
YEAR_ON_YEAR = (
    "goal", "group", "state", "k_then", "n_then", "text_then", "k_now", "n_now", "text_now",
    "same_goal", "same_questions", "note",
)  # fmt: skip
DISSENT = (
    "goal", "kind", "group", "state", "most", "k", "n", "text", "respondent", "transcript", "turn",
    "start", "stop", "quote", "risk", "risk_reason",
)  # fmt: skip
CONFIDENCE = (
    "goal", "group", "n", "unit", "perspectives", "undetermined", "unread", "otherwise",
    "limitations", "coherence", "adequacy", "relevance", "proposed", "confidence", "status",
    "reason", "graded_by",
)  # fmt: skip
KINDS: Mapping[type[Event], str] = {
    Decision: "besluit",
    Judgement: "oordeel",
    Finished: "afgerond",
    Signature: "ondertekening",
    Withdrawal: "intrekking",
}
WHOLE = (
    "k", "n", "figure_n", "year", "population", "turn", "start", "stop", "turns", "words",
    "unasked", "beurt", "begin", "eind", "line", "tp", "fp", "fn", "read", "raw", "na", "missing",
    "count", "invited", "returned", "empty", "sample", "year_before", "k_code", "k_other",
    "following", "k_then", "n_then", "k_now", "n_now", "otherwise",
)  # fmt: skip


def frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    """Rows as a DataFrame with exactly these columns, also when there are no rows.

    Counts stay whole numbers, also where one is missing.
    """
    import pandas as pd

    made = pd.DataFrame(list(rows), columns=list(columns))
    return made.astype({name: "Int64" for name in WHOLE if name in made and len(made)})


def respondents(people: Iterable[Respondent]) -> pd.DataFrame:
    """The register: `respondent, group, transcript, guide, usable, reason` and attributes."""
    import pandas as pd

    return pd.DataFrame(
        {
            "respondent": person.id,
            "group": person.group,
            "transcript": person.transcript,
            "guide": person.guide,
            "usable": person.usable,
            "reason": person.reason,
            **person.attributes,
        }
        for person in people
    )


def suggestions(
    found: Iterable[Suggestion], fates: Fates, transcripts: Mapping[str, Transcript]
) -> pd.DataFrame:
    """Suggestions with their words, and with what has become of them."""
    return frame(
        (
            _suggestion(one, fates.of(one), transcripts[one.transcript].quote(one.span))
            for one in found
        ),
        SUGGESTIONS,
    )


def _suggestion(suggestion: Suggestion, status: str, words: str) -> dict[str, Any]:
    return {
        "id": suggestion.id,
        "transcript": suggestion.transcript,
        "turn": suggestion.span.turn,
        "start": suggestion.span.start,
        "stop": suggestion.span.stop,
        "code": suggestion.code,
        "score": suggestion.score,
        "source": suggestion.source,
        "reason": suggestion.reason,
        "valence": suggestion.valence,
        "moment": suggestion.moment,
        "status": status,
        "quote": words,
    }


def key(entries: Iterable[KeyEntry]) -> pd.DataFrame:
    """Who stands behind each pseudonym."""
    return frame(
        (
            {
                "pseudonym": entry.pseudonym,
                "role": entry.role,
                "names": ", ".join(entry.names),
                "transcripts": ", ".join(entry.transcripts),
            }
            for entry in entries
        ),
        KEY,
    )


def found_names(proposed: pd.DataFrame) -> pd.DataFrame:
    """What was found, grouped: the columns of PSEUDONYMS with `count`, one row for the same words.

    `certainty` is the least of them, or "twijfel" when it is not certain who is meant.
    """
    keyed = proposed.assign(
        words=proposed["text"].str.casefold().str.replace(_POSSESSIVE, "", regex=True)
    )
    grouped = keyed.groupby(["transcript", "words"], sort=False)
    first = grouped.first().reset_index()
    sure = grouped["certainty"].min().map("{:.2f}".format).to_numpy()
    doubtful = grouped["doubtful"].any().to_numpy()
    return first.assign(
        count=grouped.size().to_numpy(),
        certainty=[DOUBT if doubt else said for doubt, said in zip(doubtful, sure, strict=True)],
    )


def worklist_of_names(proposed: pd.DataFrame) -> pd.DataFrame:
    """What was found as a table to go through: `vervang` is ja or nee, and may be changed.

    Columns: `gesprek, soort, tekst, pseudoniem, rol, persoon, vervang, zekerheid, aantal, zin`.
    """
    names = {
        "transcript": "gesprek", "kind": "soort", "text": "tekst", "pseudonym": "pseudoniem",
        "role": "rol", "person": "persoon", "replace": "vervang", "certainty": "zekerheid",
        "count": "aantal", "context": "zin",
    }  # fmt: skip
    table = found_names(proposed).rename(columns=names)[list(names.values())]
    return table.assign(vervang=table["vervang"].map({True: "ja", False: "nee"}))


def worklist_of_speakers(speakers: pd.DataFrame) -> pd.DataFrame:
    """Who speaks as a table to correct: `gesprek, spreker, rol, wordt, beurten, woorden, begin`."""
    names = {
        "transcript": "gesprek", "speaker": "spreker", "role": "rol", "becomes": "wordt",
        "turns": "beurten", "words": "woorden", "begins": "begin",
    }  # fmt: skip
    return speakers.rename(columns=names)[list(names.values())]


def worklist(found: pd.DataFrame) -> pd.DataFrame:
    """Suggestions as a table to decide in: an empty column `actie` for every row.

    Columns: `gesprek, beurt, citaat, code, waardering, moment, actie, reden, waarom, score`.
    """
    names = {
        "transcript": "gesprek", "turn": "beurt", "quote": "citaat", "code": "code",
        "valence": "waardering", "moment": "moment",
    }  # fmt: skip
    table = found.rename(columns=names)[list(names.values())]
    return table.assign(actie="", reden="", waarom=found["reason"], score=found["score"])


def to_judge(
    person: Respondent, one: Proposed, asked: bool, decided: bool,
    judged: Collection[tuple[str, str]],
) -> dict[str, Any]:  # fmt: skip
    """A proposed judgement of a respondent; `judged` are respondents and goals with one."""
    return {
        "respondent": person.id,
        "transcript": person.transcript,
        "goal": one.goal,
        "asked": asked,
        "state": one.state,
        "development": one.development,
        "because": one.because,
        "based_on": "besluiten" if decided else "suggesties",
        "status": "beoordeeld" if (person.id, one.goal) in judged else "nieuw",
    }


def worklist_of_judgements(proposed: pd.DataFrame) -> pd.DataFrame:
    """Proposed judgements as a table to judge in: an empty column `oordeel` for every row.

    Columns: `respondent, gesprek, doel, gevraagd, voorstel, oordeel, reden, ontwikkeling, waarom,
    op_grond_van`.
    """
    names = {
        "respondent": "respondent", "transcript": "gesprek", "goal": "doel", "asked": "gevraagd",
        "state": "voorstel", "oordeel": "oordeel", "reden": "reden", "development": "ontwikkeling",
        "because": "waarom", "based_on": "op_grond_van",
    }  # fmt: skip
    table = proposed.assign(oordeel="", reden="").rename(columns=names)[list(names.values())]
    return table.assign(gevraagd=table["gevraagd"].map({True: "ja", False: "nee"}))


def quotations(found: Iterable[Quotation]) -> pd.DataFrame:
    """Coded passages with their words, and how easily somebody is recognised in them."""
    return frame(map(_quotation, found), QUOTATIONS)


def _quotation(quotation: Quotation) -> dict[str, Any]:
    risk = recognise(quotation.words)
    return {
        "respondent": quotation.respondent.id,
        "group": quotation.respondent.group,
        "transcript": quotation.transcript,
        "turn": quotation.span.turn,
        "start": quotation.span.start,
        "stop": quotation.span.stop,
        "code": quotation.about,
        "valence": quotation.value,
        "moment": quotation.moment,
        "coder": quotation.coder,
        "quote": quotation.words,
        "risk": risk.level,
        "risk_reason": risk.reason,
    }


def risks(transcripts: Iterable[Transcript]) -> pd.DataFrame:
    """How easily somebody is recognised in each conversation, the highest risk first."""
    rows = []
    for transcript in transcripts:
        risk = risk_of_conversation((turn.role, turn.text) for turn in transcript.turns)
        rows.append(
            {
                "transcript": transcript.id,
                "risk": risk.level,
                "score": round(risk.score, 1),
                "risk_reason": risk.reason,
            }
        )
    return frame(sorted(rows, key=lambda row: -row["score"]), RISKS)


def log(made: Iterable[Event]) -> pd.DataFrame:
    """The whole log, oldest first: what was recorded, when, and what was withdrawn."""
    rows = [(event, _event(event)) for event in made]
    return frame(
        (
            row | {"at": event.at, "blind": event.blind, "target": getattr(event, "target", None)}
            for event, row in rows
        ),
        [*EVENTS, "at", "blind", "target"],
    )


def events(made: Iterable[Event]) -> pd.DataFrame:
    """Events as recorded."""
    return frame(map(_event, made), EVENTS)


def _event(event: Event) -> dict[str, Any]:
    return {
        "event": event.id,
        "kind": KINDS[type(event)],
        "coder": event.coder,
        "transcript": getattr(event, "transcript", None),
        "code": event.code if isinstance(event, Decision) else None,
        "goal": event.goal if isinstance(event, Judgement) else None,
        "state": event.state if isinstance(event, Judgement) else None,
    }


def numbers(found: Sequence[BoundNumber], by: Sequence[str] = ()) -> pd.DataFrame:
    """Counts, with a column for each key that was counted by, also when there are none."""
    keys = list({key: None for number in found for key in number.keys} or dict.fromkeys(by))
    rows = (
        {
            **number.keys,
            "k": number.k,
            "n": number.n,
            "unit": number.unit,
            "status": number.status,
            "text": k_of_n(number.k or 0, number.n or 0),
            "unasked": number.unasked,
            "respondents": list(number.counted),
            "id": number.id,
        }
        for number in found
    )
    return frame(rows, [*keys, *NUMBERS])


def figures(found: Iterable[tuple[Figure, tuple[float, float] | None]]) -> pd.DataFrame:
    """Survey figures with their interval."""
    return frame(
        (
            {
                "id": figure.id,
                "item": figure.item,
                "year": figure.year,
                "unit": figure.unit,
                "value": figure.value,
                "n": figure.n,
                "population": figure.population,
                "low": interval[0] if interval else None,
                "high": interval[1] if interval else None,
                "source": figure.source,
            }
            for figure, interval in found
        ),
        FIGURES,
    )


def comparisons(found: Iterable[Comparison]) -> pd.DataFrame:
    """The joint display; a verdict is a proposal until a person signs it."""
    return frame((_comparison(row) for row in found), COMPARISONS)


def _comparison(row: Comparison) -> dict[str, Any]:
    figure, link, number = row.figure, row.link, row.number
    signed = row.signature or row.lapsed
    return {
        "id": row.id,
        "goal": link.goal,
        "theme": link.theme,
        "group": link.group,
        "counted": "positief" if link.goal else "negatief",
        "k": number.k,
        "n": number.n,
        "text": k_of_n(number.k or 0, number.n or 0),
        "item": link.item,
        "wording": figure.wording if figure else "",
        "value": figure.value if figure else None,
        "unit": figure.unit if figure else "",
        "figure_n": figure.n if figure else None,
        "low": row.interval[0] if row.interval else None,
        "high": row.interval[1] if row.interval else None,
        "year": figure.year if figure else None,
        "verdict": row.verdict,
        "grounds": row.grounds,
        "rivals": ", ".join(row.rivals),
        "same_question": link.same_question,
        "same_group": link.same_group,
        "same_period": link.same_period,
        "note": link.note,
        "status": "ondertekend" if row.signature else "verlopen" if row.lapsed else "VOORSTEL",
        "signed_by": signed.coder if signed else "",
        "signed_at": signed.at if signed else "",
        "signed_reason": signed.reason if signed else "",
    }
