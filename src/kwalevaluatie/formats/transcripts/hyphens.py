"""Joins words broken off at a line end: "in-" and "komen" is inkomen, "e-" and "mail" is e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.words import word_set

_BROKEN = re.compile(r"(?P<head>[\w'’.-]*[^\W_])(?P<mark>[-\u2010\u00ad])\s*$")
_NEXT = re.compile(r"\s*(?P<tail>[^\W_][\w'’-]*)")
_WORD = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?")
_CLASH = re.compile(r"(?:a[aeiu]|e[eiu]|i[ej]|o[eiou]|u[iu])$")
_DIGIT_OR_CAPITALS = re.compile(r".*\d|[A-Z]{2,}|[A-Za-z]$")
_ADJECTIVE = re.compile(r"\w{3,}(?:aal|eel|isch|iek|ief|air)$")
_ADJECTIVES = re.compile(r"\w{3,}(?:isch|ische|eel|ele|aal|ale|elijk|elijke|ief|ieve|air|aire)$")
_AND = word_set("en of tot dan als noch maar")
_LINKS = word_set("op en of aan in tot te om voor bij door na naar uit over")
_HYPHENED = word_set("ex oud niet non bijna vice semi quasi pro privé min plus")
SOFT = "\u00ad"


def join_broken(lines: Sequence[Line]) -> list[Line]:
    """The lines, with a word broken off at a line end made whole on the first of the two."""
    known = frozenset(_words(lines))
    whole: list[Line] = []
    for line in lines:
        joined = _joined(whole[-1].text, line.text, known) if whole else None
        if joined is None:
            whole.append(line)
        else:
            whole[-1] = replace(whole[-1], text=joined)
    return whole


def _words(lines: Iterable[Line]) -> Iterator[str]:
    """The words that stand whole in the text, in lower case."""
    for line in lines:
        yield from (word.casefold() for word in _WORD.findall(_BROKEN.sub("", line.text)))


def _joined(text: str, after: str, known: Set[str]) -> str | None:
    """The two lines as one when a word runs on from the first into the second."""
    broken, following = _BROKEN.search(text), _NEXT.match(after)
    if not broken or not following:
        return None
    glue = _glue(broken["head"], broken["mark"], following["tail"], known)
    return text[: broken.end("head")] + glue + after.lstrip()


def _glue(head: str, mark: str, tail: str, known: Set[str]) -> str:
    """What stands between the two parts: nothing, a hyphen, or a hyphen and a space."""
    if mark == SOFT:
        return ""
    if tail.casefold() in _AND:
        return "- "
    whole, hyphened = f"{head}{tail}".casefold(), f"{head}-{tail}".casefold()
    if hyphened in known or whole in known:
        return "-" if hyphened in known else ""
    return "-" if _has_own_hyphen(head, tail) else ""


def _has_own_hyphen(head: str, tail: str) -> bool:
    """Whether the two parts are written with a hyphen in the middle of a line too."""
    last = head.rpartition("-")[2]
    return (
        tail[0].isupper()
        or tail[0].isdigit()
        or bool(_DIGIT_OR_CAPITALS.match(last))
        or last.casefold() in _HYPHENED
        or ("-" in head and last.casefold() in _LINKS)
        or bool(_CLASH.search(f"{last[-1]}{tail[0]}".casefold()) and last.casefold() != "ge")
        or bool(_ADJECTIVE.fullmatch(last) and _ADJECTIVES.fullmatch(tail))
    )
