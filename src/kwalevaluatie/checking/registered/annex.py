"""Sets the printed register apart from the report, and checks its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kwalevaluatie.checking.bound import Bound, Row
from kwalevaluatie.checking.registered.flowing import Paragraph
from kwalevaluatie.model.reported import Remark

TITLE = "register van cijfers"
RULE = "gewijzigd register"
NEAR = 8


def split_annex(
    found: Sequence[Paragraph], bound: Bound
) -> tuple[list[Paragraph], list[Paragraph]]:
    """The report without the annex that prints its register, and that annex."""
    start = next((i for i in range(len(found)) if _begins(found, i, bound)), len(found))
    stop = next((i for i in range(start + 1, len(found)) if _is_chapter(found[i])), len(found))
    return [*found[:start], *found[stop:]], list(found[start:stop])


def _begins(found: Sequence[Paragraph], place: int, bound: Bound) -> bool:
    near = (paragraph.text for paragraph in found[place + 1 : place + 1 + NEAR])
    ids = {row.base for row in bound.rows if "/" in row.id}
    return TITLE in found[place].text.casefold() and any(
        word in ids for text in near for word in text.split()
    )


def _is_chapter(paragraph: Paragraph) -> bool:
    return paragraph.first.kind == "kop" and paragraph.first.level == 1


def check_annex(found: Iterable[Paragraph], bound: Bound) -> Iterator[Remark]:
    """Remarks on rows of the printed register that are not those of the file."""
    for paragraph in found:
        cells = paragraph.first.cells
        row = bound.by_id.get(cells[0]) if cells else None
        if row is not None and tuple(cells[1:4]) != _printed(row):
            line = paragraph.first
            message = (
                f"Deze rij is niet die van het register: daar staat “{row.text}”, "
                f"k {_cell(row.k)}, n {_cell(row.n)}. Zet de rij terug of maak het rapport opnieuw."
            )
            yield Remark(line.number, RULE, "fout", line.text, message, 0, len(line.text))


def _printed(row: Row) -> tuple[str, str, str]:
    return row.text, _cell(row.k), _cell(row.n)


def _cell(number: int | None) -> str:
    return "" if number is None else str(number)
