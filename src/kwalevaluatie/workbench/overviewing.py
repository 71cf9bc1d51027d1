"""Where the work stands, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from kwalevaluatie.model import Suggestion
from kwalevaluatie.workbench.bench import Bench
from kwalevaluatie.workbench.judging import matrix

NEXT = 12
Given = Mapping[str, Any]
Shown = dict[str, Any]


def todo(bench: Bench, given: Given) -> Shown:
    """What waits for a person: names, proposals, conversations to read, judgements, signatures."""
    rows = matrix(bench, given)["rows"]
    cells = [cell for row in rows for cell in row["cells"].values()]
    frozen = bench.project.store.sizes()
    proposed = [] if bench.state.blind else bench.project.store.suggestions()
    return {
        "names": len(bench.unfrozen()),
        "unproposed": _unproposed(bench, frozen, proposed),
        "unread": len(set(frozen) - set(bench.state.finished)),
        "conversations": len(frozen),
        "codings": sum(len(bench.state.codings(name)) for name in frozen),
        "judgements": len([cell for cell in cells if cell["state"]]),
        "unjudged": len([cell for cell in cells if not cell["state"]]),
        "ungrounded": len([cell for cell in cells if cell.get("ungrounded")]),
        "asked": _asked(rows),
        "waiting": len([one for one in proposed if bench.status(one) == "nieuw"]),
        **_signing(bench),
        **_twice(bench),
        **bench.stamp(),
    }


def _unproposed(bench: Bench, frozen: Collection[str], proposed: Sequence[Suggestion]) -> int:
    """How many conversations nobody has read yet have no proposals to read them by."""
    if bench.state.blind:
        return 0
    there = {one.transcript for one in proposed}
    return len(set(frozen) - set(bench.state.finished) - there)


def _asked(rows: Sequence[Shown]) -> dict[str, int]:
    """How many judgements each conversation asks for."""
    found: Counter[str] = Counter()
    for row in rows:
        found[row["transcript"]] += len(row["cells"])
    return dict(found)


def _signing(bench: Bench) -> Shown:
    if bench.state.blind or not bench.project.links:
        return {"unsigned": 0, "comparisons": 0}
    rows = bench.project.comparisons()
    return {
        "unsigned": len([row for row in rows if row.signature is None]),
        "comparisons": len(rows),
    }


def _twice(bench: Bench) -> Shown:
    """How far a second coder agreed; nothing when nobody judged blind."""
    if bench.state.blind:
        return {"agreement": None}
    found = bench.project.agreement()
    told = {"same": found.same, "both": found.both, "kappa": found.kappa}
    return {"agreement": told if found.both else None}


def next_up(bench: Bench, given: Given) -> Shown:
    """The suggestions of the whole project that are best reviewed first, and why each."""
    if bench.state.blind:
        return {"suggestions": []}
    table = bench.project.next_to_review(NEXT).astype(object)
    columns = ["transcript", "turn", "start", "stop", "code", "score", "quote", "group", "why"]
    return {"suggestions": table[columns].to_dict("records")}
