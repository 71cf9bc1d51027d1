"""The codebook's pattern language, turned into patterns for spaCy's Matcher.

Within one sentence, capitals do not matter:

- `begeleiding` the word or another inflection of it; words with a blank between them
  follow each other directly;
- `=gezien` only this form;
- `*wisseling*` any letters where the star stands;
- `(ander|andere|nieuwe)` one of several words;
- `...` none to three words in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import Any

from kwalevaluatie.suggest.language import dutch, lemma, plain

GAP = 3
GAPS = ("...", "…")
Slot = dict[str, Any]

_SLOT = re.compile(r"\([^()]*\)|\S+")
_WORD = re.compile(r"(?=.*[^*])=?[\w*'.\-/]+\Z")


def to_matcher_patterns(pattern: str) -> list[list[Slot]]:
    """A pattern as one or more patterns for spaCy's Matcher.

    Raises ValueError, with a Dutch reason, when the pattern cannot be read.
    """
    parts = _SLOT.findall(plain(pattern))
    if not parts or parts[0] in GAPS or parts[-1] in GAPS:
        raise ValueError(f"patroon “{pattern}” moet met een woord beginnen en eindigen")
    choices = [_choices(part) for part in parts]
    return [[slot for slots in combination for slot in slots] for combination in product(*choices)]


def needs(pattern: str) -> tuple[frozenset[str], ...]:
    """Words of which a text must have at least one from each set for the pattern to match.

    A quick look before the matching itself; words with a star ask for nothing.
    """
    wanted = []
    for part in _SLOT.findall(plain(pattern)):
        slots = [run[0] for run in _choices(part) if part not in GAPS]
        words = [slot["LEMMA"] if "LEMMA" in slot else slot["LOWER"] for slot in slots]
        if words and not any("REGEX" in word for word in words):
            wanted.append(frozenset(w for word in words for w in _options(word)))
    return tuple(wanted)


def _options(word: Any) -> Iterable[str]:
    return word["IN"] if isinstance(word, dict) else (word,)


def _choices(part: str) -> list[list[Slot]]:
    """The ways in which one part of a pattern can match: each a run of token slots."""
    if part in GAPS:
        return [[{"IS_SPACE": False, "OP": "?"}] * GAP]
    words = part[1:-1].lower().split("|") if part.startswith("(") else [part.lower()]
    for word in words:
        if not _WORD.match(word.strip()):
            raise ValueError(f"“{word.strip() or part}” is geen woord, (keuze|lijst) of …")
    return _alternatives([word.strip() for word in words])


def _alternatives(words: list[str]) -> list[list[Slot]]:
    starred = [_star(word) for word in words if "*" in word]
    exact = [word[1:] for word in words if word.startswith("=") and "*" not in word]
    bare = [[token.text for token in dutch()(word)] for word in words if word[0] not in "=*"]
    bare = [tokens for tokens in bare if "*" not in "".join(tokens)]
    single = sorted({lemma(tokens[0]) for tokens in bare if len(tokens) == 1})
    several = [[{"LEMMA": lemma(word)} for word in tokens] for tokens in bare if len(tokens) > 1]
    return [
        *([[{"LEMMA": {"IN": single}}]] if single else []),
        *([[{"LOWER": {"IN": exact}}]] if exact else []),
        *([[{"LOWER": {"REGEX": rf"\A(?:{'|'.join(starred)})\Z"}}]] if starred else []),
        *several,
    ]


def _star(word: str) -> str:
    return r"[\w'\-]*".join(re.escape(piece) for piece in word.removeprefix("=").split("*"))
