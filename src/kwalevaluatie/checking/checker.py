"""Lays every rule over a report and brings the remarks together."""

from __future__ import annotations

from collections.abc import Iterable

from kwalevaluatie.checking.reading import Reading
from kwalevaluatie.checking.rules import RULES
from kwalevaluatie.checking.rules.recognisable import Describe, recognisable_people
from kwalevaluatie.model.reported import Remark, ReportText

_WEIGHT = {"fout": 0, "let op": 1, "stijl": 2}


def check(report: ReportText, describe: Describe | None = None) -> list[Remark]:
    """What a careful reader would remark on a report, in the order of its lines.

    `describe` says of a text how easily somebody is recognised in it, as a level (`laag`,
    `verhoogd` or `hoog`) and a reason; without it only plain combinations of traits are seen.
    A `fout` is wrong on the face of it, `let op` is to be looked at, `stijl` is about wording.
    """
    reading = Reading.of(report)
    found = [remark for rule in RULES for remark in rule(reading)]
    found += recognisable_people(reading, describe)
    return sorted(_once(found), key=lambda one: (one.line, _WEIGHT[one.severity], one.start))


def _once(remarks: Iterable[Remark]) -> list[Remark]:
    """Every remark once: of two by one rule on the same words, the first."""
    kept: dict[tuple[int, str, int], Remark] = {}
    for remark in remarks:
        kept.setdefault((remark.line, remark.rule, remark.start), remark)
    return list(kept.values())
