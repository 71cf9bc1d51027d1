"""How a name or a word from any source becomes an entry: spelling, letters and what is no name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from unicodedata import combining, normalize

PREFIXES = frozenset(
    "van de der den het ten ter te 't 's t s op in aan bij onder over uit tot voor vom von zu zur"
    " di da do dos das del della du des le la les el al ben bin ibn abu a d l y e i af av"
    " lo san".split()
)
ENTRY = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?")

_SPECIAL = str.maketrans("ıłøđßəæåðþœŀħ", "ilodseaadtolh")
_REPLACED: dict[str, str | int | None] = {
    "ĳ": "ij",
    "Ĳ": "IJ",
    "’": "'",
    "`": "'",
    "ʻ": "'",
    "‘": "'",
    "ʼ": "'",
}
_SIGNS = str.maketrans(_REPLACED)


def tidy(text: str) -> str:
    """Lower case, composed letters, one kind of apostrophe and the letter ij as two letters."""
    lower = normalize("NFC", text.replace("İ", "i").translate(_SIGNS)).lower()
    return " ".join(lower.replace("i̇", "i").split())


def plain(text: str) -> str:
    """Without accents: zoë as zoe, yıldız as yildiz."""
    apart = normalize("NFD", text.translate(_SPECIAL))
    return normalize("NFC", "".join(sign for sign in apart if not combining(sign)))


def spellings(entry: str) -> set[str]:
    """An entry with and without its accents; one German letter also as two: müller, mueller."""
    german = entry.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    is_one = german.isascii() and len(german) == len(entry) + 1
    return {entry, plain(entry), german if is_one else entry}


def without_prefix(surname: str) -> str:
    """A surname as it is found in a register: "van der berg" as "berg"."""
    parts = tidy(surname).split()
    while len(parts) > 1 and parts[0] in PREFIXES:
        parts = parts[1:]
    return " ".join(parts)


def is_entry(text: str) -> bool:
    """Whether it is one word of two letters or more in the Latin alphabet."""
    latin = all(ord(sign) < 0x250 or 0x1E00 <= ord(sign) < 0x1F00 for sign in text)
    return len(text) > 1 and latin and ENTRY.fullmatch(text) is not None


def single_words(names: Iterable[str]) -> Iterator[str]:
    """The words of all names, in lower case, in every spelling."""
    for name in names:
        for part in without_prefix(name).split():
            if part not in PREFIXES:
                yield from filter(is_entry, spellings(part))


_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґјљњћђџ",
        "a|b|v|g|d|e|zj|z|i|j|k|l|m|n|o|p|r|s|t|oe|f|ch|ts|tsj|sj|sjtsj|a|y||e|joe|ja|i|ji|je|g|"
        "j|lj|nj|c|dj|dz".split("|"),
        strict=True,
    )
)
_CYRILLIC_ENGLISH = _CYRILLIC | dict(
    zip(
        "ежзйухцчшщюяїє",
        "e|zh|z|y|u|kh|ts|ch|sh|shch|yu|ya|yi|ye".split("|"),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        "a|b|g|d|e|z|e|e|t|zh|i|l|kh|ts|k|h|dz|gh|ch|m|y|n|sh|o|ch|p|j|r|s|v|t|r|ts|u|p|k|o|f|ev"
        "".split("|"),
        strict=True,
    )
)
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a|b|g|d|e|v|z|t|i|k|l|m|n|o|p|zh|r|s|t|u|p|k|gh|q|sh|ch|ts|dz|ts|ch|kh|j|h".split("|"),
        strict=True,
    )
)
SCRIPTS = (_CYRILLIC, _CYRILLIC_ENGLISH, _ARMENIAN, _GEORGIAN)


def romanised(name: str) -> set[str]:
    """The ways in which a name from another alphabet is written here."""
    lower = tidy(name)
    if is_entry(plain(lower).replace(" ", "")):
        return {lower}
    written = {"".join(script.get(sign, sign) for sign in lower) for script in SCRIPTS}
    endings = ((r"\Z", ""), (r"ij\b", "y"), (r"iy\b", "y"), (r"ij\b", "i"))
    return {re.sub(old, new, one) for one, (old, new) in product(written, endings)}
