"""Measures how fast patterns are laid over text, beside what a user would otherwise pick.

    python -m benchmarks.run [--words 5000000] [--seconds 120]

All run over the same texts, in the same order and the same run; a slow one stops after
`--seconds` and is measured on what it did. Writes docs/snelheid.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.others import WithExpressions, WithMatcher
from kwalevaluatie import read_codebook
from kwalevaluatie.coders import LIBRARY
from kwalevaluatie.formats.marked import read_folder
from kwalevaluatie.suggest.corpus import Corpus, read_corpus
from kwalevaluatie.suggest.dictionary import Dictionary
from kwalevaluatie.suggest.vocabulary import Vocabulary

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "snelheid.md"
CHUNK = 4000
STUDY = 300_000


def sample() -> list[str]:
    """The turns of the synthetic examples of the library, in a fixed random order."""
    talks = read_folder(ROOT / "codebooks" / "voorbeelden" / LIBRARY)
    texts = [turn.text for talk in talks for turn in talk.transcript.turns]
    random.Random(4).shuffle(texts)
    return texts


def repeated(texts: list[str], words: int) -> Iterator[str]:
    """The texts over and over, each time in another order, until there are enough words."""
    left, shuffle = words, random.Random(5)
    while left > 0:
        for text in texts:
            yield text
            left -= len(text.split())
            if left <= 0:
                return
        shuffle.shuffle(texts)


def chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    texts = iter(texts)
    while part := list(islice(texts, CHUNK)):
        yield part


def words_in(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def timed(work: Callable[[list[str]], object], texts: list[str], limit: float) -> tuple[int, float]:
    """The words done and the processor seconds that took; stops after the limit."""
    done, spent = 0, 0.0
    for part in chunks(texts):
        for small in (part[at : at + 200] for at in range(0, len(part), 200)):
            begin = time.process_time()
            work(small)
            spent += time.process_time() - begin
            done += words_in(small)
            if spent > limit:
                return done, spent
    return done, spent


def peak() -> float:
    """The most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def first_pass(
    dictionary: Dictionary, texts: list[str]
) -> tuple[list[tuple[int, float, float]], int]:
    """Reading and matching in parts, nothing kept: words, seconds and memory as it goes on."""
    vocabulary, done, spent, marks, found = Vocabulary(), 0, 0.0, [], 0
    steps = [words_in(texts) * share / 4 for share in (1, 2, 4)]
    for part in chunks(texts):
        begin = time.process_time()
        found += len(dictionary.matches(read_corpus(part, vocabulary)).start)
        spent += time.process_time() - begin
        done += words_in(part)
        if steps and done >= 0.999 * steps[0]:
            marks.append((done, spent, peak()))
            steps.pop(0)
    return marks, found


def recode(dictionary: Dictionary, corpora: list[Corpus]) -> float:
    """Laying all patterns over a study that was read before."""
    begin = time.process_time()
    for corpus in corpora:
        dictionary.matches(corpus)
    return time.process_time() - begin


def start_up(*command: str) -> float:
    """The fastest of five starts, in seconds."""
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--words", type=int, default=5_000_000)
    options.add_argument("--seconds", type=float, default=120)
    given = options.parse_args()
    texts = list(repeated(sample(), given.words))
    dictionary = Dictionary(read_codebook(LIBRARY))
    before = peak()

    marks, _ = first_pass(dictionary, texts)
    words, seconds, _ = marks[-1]
    vocabulary = Vocabulary()
    corpora = [read_corpus(part, vocabulary) for part in chunks(texts)]
    again = min(recode(dictionary, corpora) for _ in range(2))
    study = read_corpus(list(repeated(sample(), STUDY)), Vocabulary())
    dictionary.matches(study)
    live = _change_one_pattern(dictionary, study)

    matcher = WithMatcher(dictionary.entries, vocabulary)
    docs_words, docs_seconds = timed(
        lambda part: [matcher.found(matcher.read(text)) for text in part], texts, given.seconds
    )
    kept = [matcher.read(text) for text in texts[:20_000]]
    begin = time.process_time()
    for doc in kept:
        matcher.found(doc)
    rematch = time.process_time() - begin
    kept_words = words_in(texts[:20_000])
    expressions = WithExpressions(dictionary.entries, vocabulary)
    expression_words, expression_seconds = timed(
        lambda part: [expressions.found(text) for text in part], texts, given.seconds
    )
    ours, ours_again = words / seconds, words / again
    theirs, theirs_again = docs_words / docs_seconds, kept_words / rematch
    regex = expression_words / expression_seconds
    PAGE.write_text(PAGE_TEXT.format(
        machine=f"{platform.machine()}, {os.cpu_count()} processorkernen, Python {platform.python_version()}",
        patterns=len(dictionary.entries), words=_n(words), ours=_n(ours), again=_n(ours_again),
        theirs=_n(theirs), theirs_again=_n(theirs_again), regex=_n(regex),
        docs_words=_n(docs_words), kept_words=_n(kept_words), expression_words=_n(expression_words),
        first_ratio=_r(ours / theirs), again_ratio=_r(ours_again / theirs_again),
        regex_ratio=_r(ours / regex), regex_again=_r(ours_again / regex),
        lines="\n".join(f"| {_n(w)} | {_r(s)} | {_n(m - before)} |" for w, s, m in marks),
        live=_r(live * 1000), study=_n(STUDY),
        whole=_r(min(_once(dictionary, study) for _ in range(3)) * 1000),
        importing=_r(start_up("-c", "import kwalevaluatie") - start_up("-c", "pass")),
        helping=_r(start_up("-c", "from kwalevaluatie.cli import main; main(['--help'])")),
    ), encoding="utf-8")  # fmt: skip
    print(PAGE.read_text(encoding="utf-8"))


def _once(dictionary: Dictionary, study: Corpus) -> float:
    begin = time.process_time()
    dictionary.matches(study)
    return time.process_time() - begin


def _change_one_pattern(dictionary: Dictionary, study: Corpus) -> float:
    from kwalevaluatie.suggest.matching import find
    from kwalevaluatie.suggest.syntax import parse

    slowest = 0.0
    for text in (
        "(iedere|elke) keer ... iemand anders",
        "*gesprek*",
        "terug+bellen",
        "de NABIJ niet",
    ):
        begin = time.process_time()
        find(parse(text), study)
        slowest = max(slowest, time.process_time() - begin)
    return slowest


def _n(number: float) -> str:
    return f"{number:,.0f}".replace(",", ".")


def _r(number: float) -> str:
    return f"{number:.2g}".replace(".", ",") if number < 10 else f"{number:.0f}"


PAGE_TEXT = """\
# Hoe snel patronen over tekst gaan

Gemaakt met `make snelheid` ({machine}). Alle cijfers zijn uit één run, over dezelfde teksten in dezelfde volgorde, in
processortijd; machines verschillen en hebben het soms druk, dus kijk naar de verhoudingen. De teksten zijn de synthetische
voorbeelden van de bibliotheek, herhaald in wisselende volgorde. De patronen zijn de {patterns} van `dienstverlening`.

| | eerste keer (lezen en zoeken), woorden/s | opnieuw zoeken, woorden/s | gemeten op, woorden |
|---|---:|---:|---:|
| kwalevaluatie | {ours} | {again} | {words} |
| `Matcher` van spaCy, één met alle patronen | {theirs} | {theirs_again} | {docs_words} en {kept_words} |
| reguliere expressies, één per thema met alle patronen als keuze | {regex} | {regex} | {expression_words} |
| **keer zo snel als de Matcher** | **{first_ratio}** | **{again_ratio}** | |
| **keer zo snel als de expressies** | **{regex_ratio}** | **{regex_again}** | |

De Matcher krijgt bij elk woord het lemma (dat telt de eerste keer mee), de expressies krijgen de woordvormen uitgeschreven (dat
werk telt bij hen niet mee). Een trage stopt na een vaste tijd en is gemeten op wat hij deed. De expressies stoppen bij de eerste vondst per
thema en zeggen niet waar alle andere staan; zij kennen geen zinsgrenzen.

## De kosten groeien mee met de tekst, het geheugen niet

Lezen en zoeken in delen van 4.000 beurten; wat gelezen is, wordt niet bewaard.

| woorden | seconden | geheugen erbij, MB |
|---:|---:|---:|
{lines}

## Een patroon veranderen terwijl u kijkt

In een onderzoek van {study} woorden dat gelezen is, kost één patroon opnieuw zoeken ten hoogste {live} ms (van vier
gemeten, waaronder een met sterren en een met NABIJ), en het hele codeboek {whole} ms.

## Beginnen

`import kwalevaluatie` kost {importing} s bovenop Python zelf, `kwal --help` {helping} s in het geheel.
"""

if __name__ == "__main__":
    main()
