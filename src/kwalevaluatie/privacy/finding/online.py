"""Finds e-mail addresses, web pages and user names, written or said aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.privacy.finding.words import Words
from kwalevaluatie.privacy.found import Identifier, identifier

_MAIL = re.compile(r"[\w.+-]+ ?@ ?[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"(?:https?://|www\.)\S+[\w/]|\b[\w-]+(?:\.[\w-]+)*\.(?:nl|com|org|eu|net|be)\b(?:/\S*[\w/])?"
)
_WEB_SIGNS = ("www", "://", ".nl", ".com", ".org", ".eu", ".net", ".be")
_USER = re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{2,}")
_AT = frozenset("apenstaart apestaart apenstaartje apestaartje at ad".split())
_ALOUD = re.compile(r"(?i)ap(?:en)?staart|\b(?:at|ad|www)\b")
_SHORT_AT = frozenset("at ad".split())
_DOT = frozenset("punt dot".split())
_LINKS = frozenset(
    "punt dot streepje min liggend laag underscore onderstreepje koppelteken plus".split()
)
_ENDINGS = frozenset("nl com org eu net be info nu gov de".split())
_MAILBOX = frozenset("mail e-mail email mailadres e-mailadres emailadres mailtje adres".split())
_PROVIDERS = frozenset(
    "gmail hotmail outlook live ziggo kpnmail icloud yahoo planet home xs4all".split()
)
_REACH = 9
_TIED = 3
_CERTAIN = 0.98
_LONGEST = 20


def find_online(words: Words) -> Iterator[Identifier]:
    """E-mail addresses, web pages and user names."""
    text = words.text
    if "@" in text:
        yield from _matches(_MAIL, text, "e-mail")
        yield from _matches(_USER, text, "overig")
    if any(sign in text for sign in _WEB_SIGNS):
        yield from _matches(_WEB, text, "url")
    if _ALOUD.search(text):
        yield from _spoken(words)


def _matches(pattern: re.Pattern[str], text: str, kind: str) -> Iterator[Identifier]:
    for match in pattern.finditer(text):
        yield identifier(text, *match.span(), kind, _CERTAIN)


def _spoken(words: Words) -> Iterator[Identifier]:
    for index, word in enumerate(words.words):
        if word.lower in _AT and (stop := _domain(words, index)):
            first = _local(words, index)
            if first < index:
                yield identifier(
                    words.text, words.start(first), words.stop(stop), "e-mail", _CERTAIN
                )
        elif (
            word.lower == "www"
            and words[index + 1].lower in _DOT
            and (stop := _domain(words, index + 1))
        ):
            yield identifier(words.text, words.start(index), words.stop(stop), "url", _CERTAIN)


def _domain(words: Words, at: int) -> int:
    """The last word of what is said after the at sign, up to "punt nl"; nought when none."""
    for index in range(at + 2, min(at + _REACH, len(words))):
        if words[index - 1].lower in _DOT and words[index].lower in _ENDINGS:
            return index
        if (
            words[index].lower in _ENDINGS
            and words.gap(index) == "."
            and words[at].lower not in _SHORT_AT
        ):
            return index
    return at + 1 if words[at + 1].lower in _PROVIDERS and words[at].lower not in _SHORT_AT else 0


def _local(words: Words, at: int) -> int:
    """The first word of the name before the at sign: words tied by "punt" or "streepje"."""
    first = at - 1
    while at - first < _LONGEST and first > 0:
        near = range(first - 1, max(first - 1 - _TIED, 0), -1)
        link = next((place for place in near if words[place].lower in _LINKS), 0)
        spelled = len(words[first].text) == 1 and len(words[first - 1].text) == 1
        if not link and not spelled:
            break
        first = link - 1 if link else first - 1
    near = range(first - 1, max(first - 1 - _TIED, -1), -1)
    return next((place + 1 for place in near if _says_mailbox(words, place)), first)


def _says_mailbox(words: Words, index: int) -> bool:
    """Whether "is" stands here, after "mijn mailadres"."""
    before = {words.before(index), words.before(index, 2)}
    return words[index].lower == "is" and bool(_MAILBOX & before)
