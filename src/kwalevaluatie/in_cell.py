"""How a result looks in a notebook: a caption and a table, with everything in it as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def captioned(caption: str, head: Sequence[str] = (), rows: Iterable[Sequence[object]] = ()) -> str:
    """A caption with a table under it as HTML; without `head` there is only the caption."""
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    table = f"<table><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>"
    return f"<p>{escape(caption)}</p>{table if head else ''}"


def _cells(row: Sequence[object]) -> str:
    return "".join(f"<td>{escape(str(cell))}</td>" for cell in row)
