"""Finds a group that is counted both as conversations and as organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, lines_in_words, remark
from kwalevaluatie.checking.shares import shares_of
from kwalevaluatie.model.reported import Remark

RULE = "eenheid"
_TALKS_WITH = re.compile(
    rf"(?P<a>{COUNT})\s+(?:\w+\s+)?(?:gesprekken|interviews)\b.{{0,40}}?\bmet\b.{{0,50}}?(?P<b>"
    rf"{COUNT})\s+(?:verschillende\s+)?(?P<noun>(?:netwerk|keten|samenwerkings)?partners|"
    "organisaties|instellingen|(?:zorg|jeugdhulp)?aanbieders)"
)
_LATER = re.compile(
    rf"(?<!van de )\b(?:{COUNT}|een aantal|enkele|sommige|meerdere|"
    r"de meeste)\s+(?:andere\s+)?(?:netwerk|keten|samenwerkings)?(?:partners?|organisaties|"
    r"instellingen|(?:zorg|jeugdhulp)?aanbieders)\b"
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """So many conversations with so many organisations: which of the two is counted later.

    Where later counts have one of the two as their whole, that is told.
    """
    counted = [
        one for one in shares_of(reading.sentences) if one.group in ("partners", "gesprekken")
    ]
    for sentence in reading.sentences:
        match = _TALKS_WITH.search(sentence.lower)
        if not match or count_value(match["a"]) == count_value(match["b"]):
            continue
        if any(one.n in (count_value(match["a"]), count_value(match["b"])) for one in counted):
            return
        later = [
            one.line
            for one in reading.sentences
            if one.index > sentence.index
            and one.role in ("resultaten", "conclusie")
            and _LATER.search(one.lower)
        ]
        if len(later) >= 2:
            message = (
                f"Er zijn {match['a']} gesprekken met {match['b']} {match['noun']}. Verderop "
                "worden zij geteld zonder te zeggen "
                f"of het om gesprekken of om organisaties gaat ({lines_in_words(later)}). Kies "
                "één eenheid en noem die."
            )
            yield remark(sentence, RULE, "let op", message, match.span(), later)
            return
