"""Names of several words, looked up word by word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kwalevaluatie.privacy.finding.words import Words, split_words


@dataclass(frozen=True)
class Phrases:
    """Phrases in lower case: those of one word, and the longer ones by their first two words."""

    single: set[str] = field(default_factory=set)
    longer: dict[tuple[str, str], list[tuple[str, ...]]] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Phrases:
        """The phrases, split in words; of those that begin alike the longest first."""
        made = cls()
        for phrase in sorted(phrases, key=len, reverse=True):
            words = tuple(word.lower() for word in split_words(phrase))
            if len(words) == 1:
                made.single.add(words[0])
            elif words:
                made.heads.add(words[0])
                made.longer.setdefault((words[0], words[1]), []).append(words[2:])
        return made

    def match(self, words: Words, index: int) -> int:
        """The place after the longest phrase that begins at this word; nought when none does."""
        head = words[index].lower
        if head in self.heads and words.touches(index + 1):
            for rest in self.longer.get((head, words[index + 1].bare), ()):
                stop = index + 2 + len(rest)
                follows = zip(range(index + 2, stop), rest, strict=True)
                if all(words[at].bare == part and words.touches(at) for at, part in follows):
                    return stop
        return index + 1 if words[index].bare in self.single or head in self.single else 0
