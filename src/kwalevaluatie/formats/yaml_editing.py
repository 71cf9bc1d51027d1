"""Changing YAML that people wrote: comments, order and quotation marks stay as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from io import StringIO
from typing import Any

LAYOUTS = ((2, 4, 2), (2, 2, 0), (2, 5, 3), (4, 4, 2), (4, 6, 4), (4, 4, 0))
Layout = tuple[int, int, int]


def editor(layout: Layout) -> Any:
    """Reads and writes YAML with this indentation, and changes nothing by itself."""
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 100_000
    mapping, sequence, offset = layout
    yaml.indent(mapping=mapping, sequence=sequence, offset=offset)
    return yaml


def dump(data: Any, layout: Layout) -> str:
    """What was read and changed, as text again."""
    out = StringIO()
    editor(layout).dump(data, out)
    return out.getvalue()


def layout_of(text: str) -> Layout:
    """The indentation by which a file that is written again is most like itself."""
    lines = text.splitlines()

    def unlike(layout: Layout) -> int:
        again = dump(editor(layout).load(text), layout).splitlines()
        return len(set(lines) ^ set(again))

    same = (layout for layout in LAYOUTS if not unlike(layout))
    return next(same, None) or min(LAYOUTS, key=unlike)


def put(item: Any, key: str, value: Any, order: Sequence[str] = ()) -> None:
    """Give a mapping a key, in its place by `order`, else last; a comment below stays below."""
    if key in item:
        item[key] = value
        return
    later = order[order.index(key) + 1 :] if key in order else ()
    places = [at for at, name in enumerate(item) if name in later]
    if places:
        item.insert(places[0], key, value)
        return
    below = _below(item, None) if item else ""
    item[key] = value
    _set_below(item, None, below)


def fill(holder: Any, key: str, entries: Sequence[Any], order: Sequence[str] = ()) -> None:
    """Make a list hold these entries, touching only those that differ."""
    from ruamel.yaml.comments import CommentedSeq

    if not isinstance(holder.get(key), CommentedSeq):
        put(holder, key, CommentedSeq(), order)
    there = holder[key]
    before = [repr(dict(one) if isinstance(one, Mapping) else str(one)) for one in there]
    changes = SequenceMatcher(None, before, [repr(one) for one in entries]).get_opcodes()
    for what, start, stop, first, last in reversed(changes):
        if what != "equal":
            _replace(there, start, stop, entries[first:last])
    if not there:
        there.fa.set_flow_style()


def _replace(there: Any, start: int, stop: int, entries: Sequence[Any]) -> None:
    """Put entries in the place of some of a list; the comments below those stay."""
    same = min(stop - start, len(entries))
    for at in range(start, start + same):
        below = _below(there, at)
        there[at] = entries[at - start]
        _set_below(there, at, below)
    for at in reversed(range(start + same, stop)):
        below = _below(there, at)
        there.pop(at)
        _set_below(there, at - 1, below)
    for at, entry in enumerate(entries[same:], start + same):
        below = _below(there, at - 1)
        there.insert(at, entry)
        _set_below(there, at, below)


def append(data: Any, key: str, entry: Any) -> None:
    """Put an entry at the end of a list that may not be there yet."""
    from ruamel.yaml.comments import CommentedSeq

    if not isinstance(data.get(key), CommentedSeq) or not data[key]:
        data[key] = CommentedSeq(data.get(key) or ())
    _replace(data[key], len(data[key]), len(data[key]), [entry])


def _below(there: Any, at: int | None) -> str:
    """Take the comment lines that stand below an entry off it."""
    if at is not None and not 0 <= at < len(there):
        return ""
    holder, key, slot = _last(there, at)
    token = (holder.ca.items.get(key) or [None] * 4)[slot]
    if token is None:
        return ""
    own, newline, rest = token.value.partition("\n")
    if not rest.strip():
        return ""
    token.value = own + newline
    if not own.strip():
        holder.ca.items.pop(key)
    return str(rest)


def _set_below(there: Any, at: int | None, below: str) -> None:
    from ruamel.yaml.error import CommentMark
    from ruamel.yaml.tokens import CommentToken

    if not below or (at is not None and not 0 <= at < len(there)):
        return
    holder, key, slot = _last(there, at)
    known = (holder.ca.items.get(key) or [None] * 4)[slot]
    if known is not None:
        known.value = known.value.rstrip("\n") + "\n" + below
        return
    slots: list[Any] = [None] * 4
    slots[slot] = CommentToken("\n" + below, CommentMark(0), None)
    holder.ca.items[key] = slots


def _last(there: Any, at: int | None) -> tuple[Any, Any, int]:
    """Where the comment below an entry hangs: the innermost last thing of it, and the slot."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    key: Any = list(there)[-1] if at is None else at
    inner = there[key]
    while isinstance(inner, CommentedMap | CommentedSeq) and inner and not inner.fa.flow_style():
        there, key = inner, len(inner) - 1 if isinstance(inner, list) else list(inner)[-1]
        inner = there[key]
    return there, key, 0 if isinstance(there, list) else 2
