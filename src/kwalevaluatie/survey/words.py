"""What people write for an answer: the same words whatever their spelling, and no answer at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from unicodedata import combining, normalize

_SIGNS = re.compile(r"[^\w<>+≤≥%€&✓✔☑☐?]+")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_CODED = re.compile(
    r"\(?(\d{1,2})\)?\s*(?:[-–:=.)]\s*|\s+)(\D.*)|(\D.*?)\s*[-–:=]?\s*\((\d{1,2})\)"
)
_NEVER_HAD = re.compile(r"ik heb (?:nog )?(?:geen|nooit een) .{1,60} (?:gehad|gekregen|gevolgd)")
EMPTY = ("", "null", "nan", "none", "nb", "n b", "leeg", "missing", "sysmis")
NO_ANSWER = (
    "n v t", "nvt", "niet van toepassing", "n a", "weet niet", "weet ik niet", "ik weet het niet",
    "weet het niet", "geen mening", "weet niet geen mening", "geen mening weet niet",
    "weet ik niet geen mening", "weet niet of geen mening", "wn gm", "wngm", "geen antwoord",
    "geen idee", "wil ik niet zeggen", "wil niet zeggen", "zeg ik liever niet", "onbekend",
    "wil ik liever niet zeggen", "kan ik niet beoordelen", "niet te beoordelen",
)  # fmt: skip
NOT_APPLICABLE = ("niet van toepassing ", "n v t ", "nvt ")
_EITHER = re.compile(r"\s*[/,]\s*|\s+of\s+")
_VERY = ("helemaal", "geheel", "volledig", "zeer", "sterk", "totaal", "heel", "erg")
_BETWEEN = (
    "niet {0} niet {1}", "niet {0} en niet {1}", "niet {0} of {1}", "niet {0} maar ook niet {1}",
    "niet {0} en ook niet {1}", "niet {0} ook niet {1}", "noch {0} noch {1}", "{0} noch {1}",
    "{0} en niet {1}",
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text without capitals, accents, signs and double spaces.

    >>> fold(" Helemaal  ééns!"), fold("n.v.t."), fold("< 1 jaar?")
    ('helemaal eens', 'n v t', '< 1 jaar')
    """
    plain = "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))
    words = " ".join(_SIGNS.sub(" ", plain).replace("_", " ").split())
    return words.rstrip("? ") or words


def number(text: str) -> float | None:
    """The number that a cell holds and nothing else; with a point or a comma.

    >>> number("4,0"), number(" 7.5 "), number("4 - eens")
    (4.0, 7.5, None)
    """
    found = _NUMBER.fullmatch(text.strip())
    return float(found[0].replace(",", ".")) if found else None


def code(text: str) -> str | None:
    """The whole number that a cell holds, as text.

    >>> code("4.0"), code("4,5"), code("eens")
    ('4', None, None)
    """
    value = number(text)
    return str(int(value)) if value is not None and value.is_integer() else None


def coded(text: str) -> tuple[str, str] | None:
    """A code with its words, as they stand together in a cell.

    >>> coded("5 - Helemaal eens"), coded("Helemaal oneens (1)"), coded("Eens")
    (('5', 'Helemaal eens'), ('1', 'Helemaal oneens'), None)
    """
    found = _CODED.fullmatch(text.strip())
    if not found:
        return None
    return (found[1], found[2]) if found[1] else (found[4], found[3])


def is_empty(text: str) -> bool:
    """Whether nothing was filled in: an empty cell, a dash, or what programs write for it."""
    return fold(text) in EMPTY


def is_no_answer(text: str, own: Iterable[str] = ()) -> bool:
    """Whether somebody says that the question does not apply, or that there is no answer.

    >>> is_no_answer("N.v.t."), is_no_answer("Ik heb geen intake gehad"), is_no_answer("Eens")
    (True, True, False)
    """
    said, parts = fold(text), [fold(part) for part in _EITHER.split(text)]
    if all(part in NO_ANSWER for part in parts) or said.startswith(NOT_APPLICABLE):
        return True
    return said in NO_ANSWER or said in map(fold, own) or bool(_NEVER_HAD.fullmatch(said))


def _agree(text: str) -> str:
    return " ".join(word for word in text.split() if word != "mee")


def _synonyms() -> Mapping[str, str]:
    """Other words for the answers of the fixed scales, folded, to the answer itself, folded."""
    found = {"helemaal niet eens": "helemaal oneens", "niet eens": "oneens"}
    for low, high, most in (("oneens", "eens", "helemaal"), ("ontevreden", "tevreden", "zeer")):
        for word in (low, high):
            found |= {f"{very} {word}": f"{most} {word}" for very in _VERY}
        for words in _BETWEEN:
            found |= {words.format(low, high): "neutraal", words.format(high, low): "neutraal"}
    for word in ("veel", "weinig"):
        found |= {f"{very} {word}": f"heel {word}" for very in ("zeer", "erg")}
    return found


_SYNONYMS = _synonyms()


def same_answer(text: str, answers: Iterable[str]) -> str | None:
    """Which of the answers a text is, whatever its spelling; None when it is none of them.

    >>> scale = ("Helemaal oneens", "Oneens", "Neutraal", "Eens", "Helemaal eens")
    >>> same_answer("helemaal mee ONEENS", scale), same_answer("niet eens, niet oneens", scale)
    ('Helemaal oneens', 'Neutraal')
    """
    known = {fold(answer): answer for answer in answers}
    said = fold(text)
    if said in known:
        return known[said]
    bare = {_agree(folded): answer for folded, answer in known.items()}
    said = _agree(said)
    return bare.get(said) or bare.get(_SYNONYMS.get(said, ""))
