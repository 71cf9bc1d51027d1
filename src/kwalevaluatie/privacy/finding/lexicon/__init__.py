"""Word lists to tell names and places from ordinary words in Dutch text.

Where each list comes from, and under which licence, is in SOURCES.md beside it.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

PREFIXES = (
    "van der", "van den", "van de", "van het", "van 't", "van ter", "van ten", "van",
    "von der", "von den", "von", "vom", "zu", "zum",
    "in der", "in den", "in de", "in het", "in 't", "op den", "op de", "op het", "op 't", "op ten",
    "aan den", "aan de", "aan het", "aan 't", "bij de", "bij den", "bij het", "bij 't",
    "onder de", "onder den", "over de", "over den", "uit den", "uit de", "uit het", "uit 't",
    "uijt den", "uijt de", "voor de", "voor den", "voor 't", "tot", "'s", "'t", "de la", "de los",
    "de las", "de l'", "de", "den", "der", "het", "te", "ten", "ter", "du", "des", "della", "del",
    "dell'", "di", "da", "das", "dos", "do", "la", "le", "les", "lo", "l'", "d'", "el", "al", "ben",
    "bin", "bint", "ibn", "abu", "abou", "ait", "aït", "ould", "oulad", "mac", "mc", "o'", "san",
    "st.", "sint",
)  # fmt: skip
"""What stands before a surname and is not in `surnames()`; longer ones before shorter ones."""


@cache
def given_names() -> frozenset[str]:
    """First names met in the Netherlands, in lower case, with and without accents."""
    return _entries("given_names.txt")


@cache
def surnames() -> frozenset[str]:
    """Surnames in lower case, without what stands before them (see `PREFIXES`)."""
    return _entries("surnames.txt.gz")


@cache
def places() -> frozenset[str]:
    """Dutch places and the bigger ones across the border, in lower case, the whole name."""
    return _entries("places.txt")


@cache
def municipalities() -> frozenset[str]:
    """The Dutch municipalities of 2024, in lower case, the whole name."""
    return _entries("municipalities.txt")


@cache
def words() -> frozenset[str]:
    """Ordinary Dutch words in lower case, with their inflections; no words that are only names."""
    return _entries("words.txt.gz")


@cache
def common() -> frozenset[str]:
    """The most frequent Dutch words, without those that are usually a name (jan, peter)."""
    return _entries("common.txt")


@cache
def doubles() -> frozenset[str]:
    """Names that in lower case are an ordinary word first: "wil", "storm", "hoop"."""
    return _entries("doubles.txt")


@cache
def names_first() -> frozenset[str]:
    """First names that are words too, but in lower case are a name first: "jan", "hans"."""
    return _entries("names_first.txt")


@cache
def countries() -> frozenset[str]:
    """Countries, continents, their inhabitants, languages and adjectives, in lower case."""
    return _entries("countries.txt")


@cache
def organisations() -> frozenset[str]:
    """Organisations known in the Netherlands, in their own capitals, the whole name."""
    return _entries("organisations.txt")


def _entries(name: str) -> frozenset[str]:
    data = files(__package__).joinpath(name).read_bytes()
    text = gzip.decompress(data) if name.endswith(".gz") else data
    return frozenset(text.decode().splitlines())
