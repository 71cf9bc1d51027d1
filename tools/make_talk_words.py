"""Make the list of words that are ordinary in talk about a social service.

Run from the repository: `python tools/make_talk_words.py`. A word is ordinary when it stands in at
least `OFTEN` turns of the synthetic examples, in `IN_REPORTS` of their sentences of reports and of
what partners and professionals say, or in the definitions and patterns of the codebook of
services. The list says nothing about what is in any evaluation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kwalevaluatie.formats.codebooks import read_codebook
from kwalevaluatie.formats.marked import read_folder
from kwalevaluatie.privacy.stories import words_of

EXAMPLES = Path("codebooks/voorbeelden/dienstverlening")
SERVICES = "dienstverlening"
TARGET = Path("src/kwalevaluatie/privacy/talk_words.txt")
OFTEN, IN_REPORTS = 40, 12
RESIDENTS = "inwoner"


def in_talk() -> Iterator[str]:
    """The words of many turns, or of several by those who speak of the service by profession."""
    times: Counter[str] = Counter()
    by_profession: Counter[str] = Counter()
    for marked in read_folder(EXAMPLES):
        for turn in marked.transcript.turns:
            said = set(words_of(turn.text))
            times.update(said)
            by_profession.update(said if marked.group != RESIDENTS else ())
    yield from (word for word, count in times.items() if count >= OFTEN)
    yield from (word for word, count in by_profession.items() if count >= IN_REPORTS)


def in_codebook() -> Iterator[str]:
    """The words by which the library says what its themes are and how people speak of them."""
    book = read_codebook(SERVICES)
    for code in book.codes:
        patterns = " ".join(pattern.text for pattern in code.patterns)
        yield from words_of(f"{code.label} {code.definition} {patterns}")
    for goal in book.goals:
        yield from words_of(f"{goal.label} {goal.definition}")


if __name__ == "__main__":
    words = sorted({*in_talk(), *in_codebook()})
    TARGET.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} woorden")
