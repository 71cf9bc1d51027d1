"""A document as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Placeholder,
    Quote,
    Table,
    plain,
)

WIDTH = 90


def as_text(document: Document) -> str:
    """The blocks of a document as lines of at most ninety signs."""
    return "\n\n".join("\n".join(_lines(block)) for block in document.blocks)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {block.text}"
    elif isinstance(block, Paragraph):
        yield _wrapped(plain(block.inlines))
    elif isinstance(block, Bullets):
        yield from (_wrapped(plain(item), "- ") for item in block.items)
    elif isinstance(block, Quote):
        yield _wrapped(f"“{block.text}” ({block.respondent or block.perspective})", "  ")
    elif isinstance(block, Placeholder):
        yield _wrapped(f"[ZELF INVULLEN] {block.prompt}")
    elif isinstance(block, Table):
        yield block.caption
        yield " | ".join(block.header)
        yield from (" | ".join(plain(cell) for cell in row) for row in block.rows)


def _wrapped(text: str, first: str = "") -> str:
    from textwrap import fill

    return fill(text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first))
