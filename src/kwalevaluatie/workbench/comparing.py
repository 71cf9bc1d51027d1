"""Counts beside survey figures, for a person to sign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from kwalevaluatie.errors import KwalError, hint
from kwalevaluatie.model import Comparison, Link, Verdict
from kwalevaluatie.workbench.bench import Bench
from kwalevaluatie.workbench.judging import evidence_shown, study_of
from kwalevaluatie.written import LINKS

Given = Mapping[str, Any]
Shown = dict[str, Any]
READINGS: tuple[str, ...] = get_args(Verdict)


def comparisons(bench: Bench, given: Given) -> Shown:
    """The joint display: what was counted, what the survey says, and the reading of both."""
    seeing(bench)
    found = {row.id: row for row in bench.project.comparisons()}
    table = bench.project.compare().astype(object)
    rows = table.where(table.notna(), None).to_dict("records")
    return {
        "comparisons": [{**row, **_more(found[row["id"]])} for row in rows],
        "readings": READINGS,
        "links": [_link(link) for link in bench.project.links],
        "file": LINKS,
        **bench.stamp(),
    }


def seeing(bench: Bench) -> None:
    """Raise KwalError for a blind coder, who may not see what the first coder found."""
    if bench.state.blind:
        raise KwalError(
            "u codeert blind: dit laat het werk van de eerste codeur zien",
            todo="Open de werkplek zonder --blind als u klaar bent.",
        )


def _more(row: Comparison) -> Shown:
    lapsed = row.lapsed
    return {
        "proposed": row.proposed,
        "counted_status": row.number.status,
        "lapsed": lapsed and {"by": lapsed.coder, "verdict": lapsed.verdict, "basis": lapsed.basis,
                              "reason": lapsed.reason},
    }  # fmt: skip


def _link(link: Link) -> Shown:
    return {
        "group": link.group,
        "goal": link.goal,
        "theme": link.theme,
        "item": link.item,
        "question": link.question,
        "same_question": link.same_question,
        "same_group": link.same_group,
        "same_period": link.same_period,
        "note": link.note,
    }


def counted(bench: Bench, given: Given) -> Shown:
    """The people under the count of one comparison: who is in it, who is not, and their words."""
    seeing(bench)
    study = study_of(bench)
    found = {row.id: row for row in bench.project.comparisons(study)}
    wanted = str(given.get("subject", ""))
    if wanted not in found:
        raise KwalError(f"“{wanted}” bestaat niet", todo=hint(wanted, found))
    number = found[wanted].number
    return {
        "counted": list(number.counted),
        "others": [name for name in number.asked if name not in number.counted],
        "passages": evidence_shown(study, number.evidence),
    }


def sign(bench: Bench, given: Given) -> Shown:
    """Put a name under a reading, with the reason."""
    signed(bench, given)
    return comparisons(bench, given)


def signed(bench: Bench, given: Given) -> None:
    """Record a signature; raises KwalError without a reason, or for what cannot be signed."""
    seeing(bench)
    reason = str(given.get("reason", "")).strip()
    if not reason:
        raise KwalError("een handtekening vraagt een reden", todo="Schrijf op waarom.")
    subject, verdict = str(given.get("subject", "")), str(given.get("verdict", ""))
    bench.project.sign(subject, coder=bench.coder, reason=reason, verdict=verdict)
    bench.state.refresh()
