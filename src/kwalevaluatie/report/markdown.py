"""The Markdown that findings are written in, as blocks of a report.

Paragraphs, lists, emphasis, quotations, small tables with a caption and headings; nothing else.
A caption is a paragraph above the table that begins with “Tabel:”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Heading,
    Inline,
    Inlines,
    Number,
    Paragraph,
    Quote,
    Table,
    Text,
    plain,
)
from kwalevaluatie.report.sentences import begun

if TYPE_CHECKING:
    from markdown_it.token import Token

OPEN, CLOSE = "\ue000", "\ue001"
MARKED = re.compile(f"{OPEN}(\\d+){CLOSE}")
CAPTION = "Tabel:"
Filled = Number | Quote
Style = Literal["", "strong", "emphasis"]
Refuse = Callable[[int, str, str], Exception]


def mark(place: int) -> str:
    """The sign in a text for the filled reference with this place in the list."""
    return f"{OPEN}{place}{CLOSE}"


@dataclass(frozen=True)
class Reader:
    """Reads a text whose marks stand for what was filled in.

    `refuse` makes the error for a line (from nought): what is wrong and what to do.
    """

    filled: Sequence[Filled]
    refuse: Refuse

    def blocks(self, text: str) -> tuple[Block, ...]:
        """The blocks of a text."""
        from markdown_it import MarkdownIt

        tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(text)
        parts = {
            "paragraph_open": self._paragraph, "heading_open": self._heading,
            "bullet_list_open": self._bullets, "ordered_list_open": self._bullets,
            "blockquote_open": self._quotes, "table_open": self._table,
        }  # fmt: skip
        return tuple(self._with_captions(list(self._each(tokens, parts))))

    def _each(
        self,
        tokens: Sequence[Token],
        parts: Mapping[str, Callable[[Sequence[Token]], Iterator[Block]]],
    ) -> Iterator[Block]:
        for part in _top(tokens):
            tell = parts.get(part[0].type)
            if tell is None:
                raise self.refuse(
                    _line(part), "dit kan niet in een bevinding",
                    "Gebruik alinea's, opsommingen, citaten en kleine tabellen.",
                )  # fmt: skip
            yield from tell(part)

    def _paragraph(self, part: Sequence[Token]) -> Iterator[Block]:
        inlines = self._inlines(part[1])
        quotes = self._quotes_in(part[1].content)
        alone = not MARKED.sub("", part[1].content).strip()
        yield from quotes if quotes and alone else [Paragraph(begun(inlines))]

    def _quotes_in(self, content: str) -> list[Quote]:
        found = [self.filled[int(place)] for place in MARKED.findall(content)]
        return [one for one in found if isinstance(one, Quote)]

    def _heading(self, part: Sequence[Token]) -> Iterator[Block]:
        yield Heading(3, "".join(inline.text for inline in self._inlines(part[1])), numbered=False)

    def _bullets(self, part: Sequence[Token]) -> Iterator[Block]:
        if any(token.type.endswith("_list_open") for token in part[1:]):
            raise self.refuse(
                _line(part), "een opsomming in een opsomming", "Maak er één opsomming van."
            )
        items = (self._inlines(token) for token in part if token.type == "inline")
        yield Bullets(tuple(begun(item, first=_is_sentence(item)) for item in items))

    def _quotes(self, part: Sequence[Token]) -> Iterator[Block]:
        for token in part:
            if token.type == "inline":
                if MARKED.sub("", token.content).strip() or not self._quotes_in(token.content):
                    raise self.refuse(
                        _line(part), "dit citaat is getypt",
                        "Gebruik {{ citaat(\"r03\", \"de woorden\") }}: dan is het gebonden.",
                    )  # fmt: skip
                yield from self._quotes_in(token.content)

    def _table(self, part: Sequence[Token]) -> Iterator[Block]:
        rows: list[list[Inlines]] = []
        for token in part:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self._inlines(token))
        header = tuple("".join(inline.text for inline in cell) for cell in rows[0])
        if len(rows) < 2:
            raise self.refuse(_line(part), "een tabel zonder rijen", "Voeg een rij toe.")
        yield Table("", header, tuple(tuple(row) for row in rows[1:]))

    def _with_captions(self, blocks: Sequence[Block]) -> Iterator[Block]:
        for index, block in enumerate(blocks):
            before = blocks[index - 1] if index else None
            if isinstance(block, Table):
                caption = _caption(before)
                if not caption:
                    raise self.refuse(
                        0, "een tabel zonder titel",
                        f"Zet boven de tabel een alinea: {CAPTION} waar de tabel over gaat.",
                    )  # fmt: skip
                yield Table(caption, block.header, block.rows)
            elif not (_caption(block) and _is_table(blocks[index + 1 : index + 2])):
                yield block

    def _inlines(self, token: Token) -> Inlines:
        return tuple(self._each_inline(token.children or ()))

    def _each_inline(self, children: Sequence[Token]) -> Iterator[Inline]:
        style: Style = ""
        for child in children:
            if child.type in ("strong_open", "em_open"):
                style = "strong" if child.type == "strong_open" else "emphasis"
            elif child.type in ("strong_close", "em_close"):
                style = ""
            elif child.type in ("softbreak", "hardbreak"):
                yield Text(" ")
            else:
                yield from self._split(child.content, style)

    def _split(self, content: str, style: Style) -> Iterator[Inline]:
        for index, piece in enumerate(MARKED.split(content)):
            if index % 2:
                yield _inline(self.filled[int(piece)], style)
            elif piece:
                yield Text(piece, style)


def _inline(filled: Filled, style: Style) -> Inline:
    if isinstance(filled, Quote):
        return Text(f"“{filled.text}”", "emphasis")
    return Number(filled.id, filled.text, "strong" if style == "strong" else "")


def _top(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each block at the top, from its opening to its closing."""
    depth, start = 0, 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : index + 1]
            start = index + 1


def _line(part: Sequence[Token]) -> int:
    return part[0].map[0] if part[0].map else 0


def _caption(block: Block | None) -> str:
    if not isinstance(block, Paragraph):
        return ""
    words = "".join(inline.text for inline in block.inlines)
    return words.removeprefix(CAPTION).strip() if words.startswith(CAPTION) else ""


def _is_sentence(item: Inlines) -> bool:
    return plain(item).rstrip().endswith((".", "!", "?"))


def _is_table(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, Table) for block in blocks)
