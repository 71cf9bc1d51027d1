"""Makes the word lists of privacy.finding.lexicon; SOURCES.md there says how to run this."""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import lexicon_sources as sources
from lexicon_cleaning import is_entry, plain, romanised, single_words, tidy

TARGET = Path(__file__).parents[1] / "src/kwalevaluatie/privacy/finding/lexicon"
NEVER_A_NAME = 400
COMMON = 6000


@dataclass(frozen=True)
class Sources:
    """The unpacked packages: two files of OpenTaal and the folder of @faker-js/faker."""

    wdutch: Path
    hunspell: Path
    fakerjs: Path

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """Words that OpenTaal writes without a capital, and our own words of speech."""
        found = {word for word in sources.opentaal_words(self.wdutch) if not _has_capital(word)}
        return frozenset(tidy(word) for word in found | set(sources.own("own_words/speech")))

    @cached_property
    def proper(self) -> frozenset[str]:
        """Names of OpenTaal that are no places."""
        return frozenset(single_words(sources.opentaal_proper_names(self.hunspell)))

    def names(self, locales: Iterable[str], kind: str) -> set[str]:
        """First or last names of both Faker packages."""
        locales = list(locales)
        found = {*sources.faker_names(locales, f"{kind}_names")}
        found |= {*sources.fakerjs_names(self.fakerjs, locales, f"{kind}_name")}
        return {*single_words(one for name in found for one in romanised(name))}


def _has_capital(word: str) -> bool:
    return word != word.lower()


def given_names(packages: Sources) -> set[str]:
    """Dutch and our own names, and those from elsewhere that are no Dutch word."""
    trusted = set(single_words(sources.own("own_names/given")))
    trusted |= packages.names(sources.DUTCH_LOCALES, "first") - _no_names(packages)
    foreign = packages.names(sources.PERSON_LOCALES, "first") - packages.ordinary
    return (trusted | foreign) - set(sources.own("own_names/not_given"))


def surnames(packages: Sources, given: set[str]) -> set[str]:
    """Dutch and our own surnames, and those from elsewhere that are no Dutch word."""
    trusted = set(single_words(sources.own("own_names/surnames")))
    dutch = packages.names(sources.DUTCH_LOCALES, "last") | (packages.proper - given)
    foreign = packages.names(sources.PERSON_LOCALES, "last") - packages.ordinary
    found = trusted | (dutch - _no_names(packages)) | foreign
    return found - set(sources.own("own_names/not_surnames")) - (countries() - trusted)


def _no_names(packages: Sources) -> set[str]:
    return set(common(packages)[:NEVER_A_NAME])


def places() -> set[str]:
    """Dutch places, the bigger ones across the border, and where people come from."""
    found = {*sources.faker_places(), *sources.geonames_places()}
    found |= {*sources.own_lines("own_places/places.txt"), *municipalities()}
    return {one for name in found for one in _place(name)}


def _place(name: str) -> set[str]:
    entry = tidy(name.split("(")[0])
    return {one for one in (entry, plain(entry)) if len(one) > 1 and not any(map(str.isdigit, one))}


def municipalities() -> set[str]:
    """The Dutch municipalities of 2024."""
    names = sources.own_lines("own_places/municipalities.txt")
    return {one for name in names for one in _place(name)}


def countries() -> set[str]:
    """Countries, those who live there, what they speak and what comes from there."""
    several = sources.own_lines("own_words/countries_of_several_words.txt")
    return {tidy(name) for name in (*sources.own("own_words/countries"), *several)}


def words(packages: Sources) -> set[str]:
    """Ordinary words; a word that is written with a capital only is not among them."""
    return {word for word in packages.ordinary if _is_word(word)}


def _is_word(word: str) -> bool:
    return len(word) > 1 and not any(map(str.isdigit, word)) and " " not in word


def common(packages: Sources) -> list[str]:
    """The most frequent words, most frequent first, that OpenTaal knows as a word."""
    mostly_names = set(sources.own("own_words/mostly_names"))
    known = packages.ordinary - mostly_names
    ranked = [tidy(word) for word in sources.frequent_words(4 * COMMON)]
    return [word for word in dict.fromkeys(ranked) if word in known and is_entry(word)][:COMMON]


def write(name: str, entries: Iterable[str]) -> None:
    """Writes a list, sorted, one entry a line; what is named .gz is compressed."""
    text = "".join(f"{entry}\n" for entry in sorted(set(entries)))
    packed = name.endswith(".gz")
    data = gzip.compress(text.encode(), mtime=0) if packed else text.encode()
    (TARGET / name).write_bytes(data)
    print(f"{name:24} {text.count(chr(10)):>8,} {len(data) / 1000:>8,.0f} kB")


def main() -> None:
    """Makes all lists from the unpacked packages."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, meant in (
        ("wdutch", "usr/share/dict/dutch of wdutch"),
        ("hunspell", "usr/share/hunspell/nl.dic of hunspell-nl"),
        ("fakerjs", "folder package/ of @faker-js/faker"),
    ):
        parser.add_argument(f"--{name}", type=Path, required=True, help=meant)
    packages = Sources(**vars(parser.parse_args()))
    given = given_names(packages)
    write("given_names.txt", given)
    write("surnames.txt.gz", surnames(packages, given))
    write("places.txt", places())
    write("municipalities.txt", municipalities())
    write("words.txt.gz", words(packages))
    write("common.txt", common(packages) + sources.own_lines("own_words/speech/common.txt"))
    write("countries.txt", countries())
    write("organisations.txt", sources.own_lines("own_words/organisations.txt"))


if __name__ == "__main__":
    main()
