"""Recognises the tables of an evaluation that hold no conversations, such as a name list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kwalevaluatie.formats.transcripts.columns import Kind, kind_of
from kwalevaluatie.formats.transcripts.sheets import read_sheet
from kwalevaluatie.formats.transcripts.tables import is_titled
from kwalevaluatie.formats.transcripts.words import fold, word_set

_LISTS = (
    (word_set("respondent perspectief gesprek"),
     "het register van respondenten; neem het over met --respondenten"),
    (word_set("gesprek spreker rol"), "een tabel van sprekers; neem haar over met --sprekers"),
    (word_set("gesprek naam rol"),
     "een namenlijst; neem haar over met: kwal pseudonimiseer --namen"),
    (word_set("gesprek tekst vervang"),
     "een werklijst van namen; neem haar over met: kwal pseudonimiseer --keuzes"),
    (word_set("gesprek beurt code"), "een werklijst van besluiten; lees haar met: kwal besluit"),
)  # fmt: skip
_NAMES = word_set("naam voornaam achternaam namen")
_CODES = word_set(
    "pseudoniem code respondent respondentnummer respondentcode deelnemer deelnemernummer gesprek "
    "gespreksnummer interview nummer nr id"
)


def known_list(path: Path) -> str | None:
    """What sort of list a table is; nothing when it may hold answers or a conversation."""
    rows, _ = read_sheet(path)
    cells = [row.cells for row in rows]
    headings = frozenset(map(fold, cells[0])) if cells else frozenset()
    listed = next((sort for columns, sort in _LISTS if columns <= headings), None)
    return listed or ("een koppeltabel: wie is wie" if _tells_who_is_who(cells) else None)


def _tells_who_is_who(rows: Sequence[Sequence[str]]) -> bool:
    """Whether there are names beside codes, and nothing that somebody said."""
    headings = set(map(fold, rows[0])) if rows else set()
    named = bool(headings & _NAMES) and bool(headings & _CODES)
    return named and not is_titled(rows) and "open" not in map(_kind, zip(*rows, strict=False))


def _kind(column: Sequence[str]) -> Kind:
    heading, *filled = column
    return kind_of(heading, filled)
