"""What the analysis found, as rows of tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kwalevaluatie.analysis.cooccurrence import Together
from kwalevaluatie.analysis.crosstab import SMALL
from kwalevaluatie.analysis.dissent import Dissent
from kwalevaluatie.analysis.grading import Graded
from kwalevaluatie.analysis.saturation import Saturation
from kwalevaluatie.analysis.years import Counted, YearOnYear
from kwalevaluatie.model import BoundNumber, Quotation
from kwalevaluatie.model.grading import Grading
from kwalevaluatie.privacy.stories import recognise
from kwalevaluatie.wording import k_of_n

Row = dict[str, Any]


def number_row(number: BoundNumber) -> Row:
    """A count with who and what it rests on; a passage is gesprek:beurt:begin-eind."""
    k, n = number.k or 0, number.n or 0
    return {
        **number.keys,
        "k": k,
        "n": n,
        "unit": number.unit,
        "status": number.status,
        "text": k_of_n(k, n),
        "small": 0 < k < SMALL,
        "respondents": list(number.counted),
        "passages": [
            f"{one.transcript}:{one.span.turn}:{one.span.start}-{one.span.stop}"
            for one in number.evidence
        ],
        "id": number.id,
    }


def together_row(one: Together) -> Row:
    """Two themes that go together."""
    counts = {"k_code": one.first, "k_other": one.second, "jaccard": round(one.jaccard, 2)}
    return number_row(one.number) | counts


def saturation_rows(found: Saturation) -> Iterator[Row]:
    """A row for each conversation in the order."""
    for step in found.steps:
        enough = None if step.share is None else step.share <= found.rule.threshold
        yield vars(step) | {"enough": enough}


def year_row(one: YearOnYear) -> Row:
    """A count then and now."""
    return {
        "goal": one.goal,
        "group": one.group,
        "state": one.state,
        **_counted(one.then, "then"),
        **_counted(one.now, "now"),
        "same_goal": one.same_goal,
        "same_questions": one.same_questions,
        "note": "; ".join(one.notes),
    }


def _counted(one: Counted | None, when: str) -> Row:
    return {
        f"k_{when}": one.k if one else None,
        f"n_{when}": one.n if one else None,
        f"text_{when}": k_of_n(one.k, one.n) if one else "",
    }


def dissent_rows(one: Dissent) -> Iterator[Row]:
    """A row for each passage of a view that differs; one without words if there are none."""
    shared = {
        "goal": one.goal,
        "kind": one.kind,
        "group": one.group,
        "state": one.state,
        "most": one.most,
        "k": one.k,
        "n": one.n,
        "text": k_of_n(one.k, one.n),
    }
    if not one.quotations:
        yield shared | {"respondent": ", ".join(one.respondents), "quote": ""}
    for quotation in one.quotations:
        yield shared | _quoted(quotation)


def _quoted(quotation: Quotation) -> Row:
    risk = recognise(quotation.words)
    return {
        "respondent": quotation.respondent.id,
        "transcript": quotation.transcript,
        "turn": quotation.span.turn,
        "start": quotation.span.start,
        "stop": quotation.span.stop,
        "quote": quotation.words,
        "risk": risk.level,
        "risk_reason": risk.reason,
    }


def graded_row(one: Graded) -> Row:
    """A finding with what is known of it and what people filled in."""
    known, grading = one.known, one.grading or Grading(one.known.goal, one.known.group)
    return {
        **vars(known),
        "limitations": grading.concerns("methodologische_beperkingen") or "",
        "coherence": grading.concerns("samenhang") or "",
        "adequacy": grading.concerns("toereikendheid") or "",
        "relevance": grading.concerns("relevantie") or "",
        "proposed": grading.proposed or "",
        "confidence": grading.confidence or "",
        "status": one.status,
        "reason": grading.reason,
        "graded_by": grading.by,
    }


def helping(one: Graded) -> list[str]:
    """What is known of a finding, as lines of help above it in the file."""
    known = one.known
    otherwise = known.otherwise
    told = "er is geen meest gegeven oordeel" if otherwise is None else f"{otherwise} anders"
    return [
        f"gevraagd: n = {known.n} ({known.unit}); perspectieven op dit doel: {known.perspectives}",
        f"niet te bepalen: {known.undetermined} van {known.n}; afwijkend: {told}",
        f"gesprekken die nog niet tot het eind zijn gelezen: {known.unread}",
    ]
