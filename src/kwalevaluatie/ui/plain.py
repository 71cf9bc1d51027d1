"""What a page of the workbench shows, as a table for where there are no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kwalevaluatie.in_cell import captioned
from kwalevaluatie.workbench import Workbench

NAMES = "Namen staan niet in het bestand van een notebook: ze zijn er alleen terwijl u werkt."
OPEN = "nog niet beoordeeld"
Row = Sequence[object]


@dataclass(frozen=True)
class Plain:
    """A caption and a table, without quotations or names, because a notebook keeps it in its file.

    Without `head` there is only the caption.
    """

    caption: str
    head: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    def html(self) -> str:
        """As HTML, with everything in it as text."""
        return captioned(self.caption, self.head, self.rows)

    def text(self) -> str:
        """As lines of text, the columns under each other."""
        lines = [[str(cell) for cell in row] for row in (self.head, *self.rows) if row]
        wide = [max(map(len, column)) for column in zip(*lines, strict=True)]
        aligned = ("  ".join(map(str.ljust, line, wide)).rstrip() for line in lines)
        return "\n".join([self.caption, *aligned])


def plain(bench: Workbench, page: str, transcript: str = "") -> Plain:
    """What a page shows now."""
    return _PAGES[page](bench, transcript)


def _conversation(bench: Workbench, transcript: str) -> Plain:
    told = bench.answer("conversation", {"id": transcript})
    items = [(one, "codering") for one in told["codings"]]
    items += [(one, "voorstel") for one in told["suggestions"] if one["status"] == "nieuw"]
    rows = ((one["turn"], one["code"], one["valence"], one["moment"], kind) for one, kind in items)
    head = ("beurt", "thema", "waardering", "moment", "wat")
    return Plain(f"Gesprek {transcript}", head, tuple(sorted(rows)))


def _conversations(bench: Workbench, _: str) -> Plain:
    rows = (
        (one["id"], one["turns"], one["codings"], one["suggestions"], _yes(one["finished"]))
        for one in bench.answer("conversations", {})["conversations"]
    )
    head = ("gesprek", "beurten", "coderingen", "open voorstellen", "gelezen")
    return Plain("Gesprekken", head, tuple(rows))


def _judged(bench: Workbench, _: str) -> Plain:
    goals = [goal["id"] for goal in bench.answer("start", {})["goals"]]
    rows = (
        (row["respondent"], *(_state(row["cells"], goal) for goal in goals))
        for row in bench.answer("matrix", {})["rows"]
    )
    return Plain("Oordelen", ("respondent", *goals), tuple(rows))


def _state(cells: Mapping[str, Any], goal: str) -> str:
    return str(cells[goal]["state"] or OPEN) if goal in cells else "niet gevraagd"


def _yes(said: bool) -> str:
    return "ja" if said else "nee"


_PAGES: Mapping[str, Callable[[Workbench, str], Plain]] = {
    "": _conversations,
    "gesprek": _conversation,
    "oordelen": _judged,
    "namen": lambda bench, _: Plain(NAMES),
}
