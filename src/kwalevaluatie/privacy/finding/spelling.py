"""Letters and digits that are said one after the other, with "streepje" and "eh" between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kwalevaluatie.privacy.finding.numerals import NUMERALS
from kwalevaluatie.privacy.finding.words import DIGITS, LETTER, NUMERAL, Words

BANKS = frozenset("abna rabo ing abn sns asn ingb asnb snsb rbrb trio knab bunq inho fvlb".split())
_FILLERS = frozenset(
    """eh ehm uh uhm hè dan even streepje streep spatie nog komma dus dubbel punt en min
    koppelteken slash""".split()
)
_LOOSE = " ,.-–…\u00a0"
_WIDEST = 4
MOST = 24
"""More letters and digits than this in a row are no number of anybody."""
_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Sign:
    """Digits or letters that were said, in capitals, and the words that say them."""

    text: str
    first: int
    last: int
    spoken: bool


def signs_around(words: Words, index: int) -> list[Sign]:
    """The letters and digits in a row from this word on, with the letters just before it."""
    first = index
    while (
        first and index - first < _WIDEST and _close(words, first) and _is_letters(words, first - 1)
    ):
        first -= 1
    return signs_from(words, first)


def may_go_on(words: Words, index: int) -> bool:
    """Whether this word could be a letter, a digit or something between them."""
    word = words[index]
    return bool(word.marks & (DIGITS | NUMERAL | LETTER)) or (
        0 < len(word.text) <= _LETTERS + 1 or word.lower in _FILLERS
    )


def is_tied(words: Words, signs: list[Sign]) -> bool:
    """Whether dashes or dots tie the signs, written or said: "wr–94–tl", "s b streepje j f"."""
    first, last = signs[0].first, signs[-1].last
    said = sum(words[place].lower in ("streepje", "streep") for place in range(first, last + 1))
    gaps = [words.gap(place) for place in range(first + 1, last + 1)]
    return said > 1 or (bool(gaps) and all(gap in ("-", "–", ".") for gap in gaps))


def signs_from(words: Words, index: int) -> list[Sign]:
    """The letters and digits in a row that begin at this word."""
    signs: list[Sign] = []
    while len(signs) < MOST and index < len(words) and (not signs or _close(words, index)):
        sign = _sign(words, index)
        if sign:
            signs.append(sign)
            index = sign.last + 1
        elif signs and words[index].lower in _FILLERS:
            index += 1
        else:
            break
    return signs


def _close(words: Words, index: int) -> bool:
    gap = words.gap(index)
    return len(gap) <= _WIDEST and not gap.strip(_LOOSE)


def _sign(words: Words, index: int) -> Sign | None:
    word = words[index]
    if word.lower == "de" and _spelled(words, index + 1):
        return Sign(words[index + 1].text.upper(), index, index + 3, True)
    if _spelled(words, index):
        return Sign(word.text.upper(), index, index + 2, True)
    if word.lower in NUMERALS:
        twice = 2 if words[index - 1].lower == "dubbel" else 1
        return Sign(twice * str(NUMERALS[word.lower]), index, index, True)
    if word.marks & DIGITS:
        return Sign(re.sub(r"[\W_]", "", word.text).upper(), index, index, False)
    if _is_letters(words, index):
        return Sign(word.text.upper(), index, index, word.text.islower())
    return None


def _spelled(words: Words, index: int) -> bool:
    """Whether a letter is spelled with a name: "t van theo"."""
    return (
        bool(words[index].marks & LETTER)
        and words.after(index) == "van"
        and (words[index + 2].lower.startswith(words[index].lower))
    )


def _is_letters(words: Words, index: int) -> bool:
    word = words[index]
    if word.marks & LETTER:
        return word.lower != "u"
    if word.lower in BANKS:
        return True
    short = 0 < len(word.text) <= _LETTERS and word.text.isalpha()
    return short and (word.text.isupper() or not set(word.lower) & set("aeiouy"))
