from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from unicodedata import normalize

import pytest

from kwalevaluatie.privacy.finding import lexicon

LISTS = {
    lexicon.given_names: 12_000,
    lexicon.surnames: 12_000,
    lexicon.places: 2_500,
    lexicon.municipalities: 341,
    lexicon.words: 300_000,
    lexicon.common: 5_900,
    lexicon.countries: 900,
    lexicon.organisations: 600,
}
MEMBERS = {
    lexicon.given_names: "wim bep mo jopie jantje aysha zoë zoe yıldız yildiz sjoukje fatima "
    "tesfay abdirahman nasrin oksana wouter roos mark wil storm amber bo sunita kwame",
    lexicon.surnames: "vries berg jansen bakker visser yılmaz yilmaz idrissi nguyen ramdin groot "
    "meer tesfamariam warsame haidari kowalska pattinama martina",
    lexicon.municipalities: "leiden oegstgeest den&haag 's-gravenhage bergen súdwest-fryslân",
    lexicon.places: "leiden rijnsburg de&westereen den&haag kleve turnhout overvecht asmara",
    lexicon.words: "roos mark wil mei bloem jong visser bijstandsuitkering gezellig effe",
    lexicon.common: "wil roos om is en niet weet",
    lexicon.countries: "nederlander syrische tigrinya eritreeër afrika sierra&leone",
    lexicon.organisations: "UWV GGD COA Belastingdienst Albert&Heijn PostNL Leger&des&Heils",
}
STRANGERS = {
    lexicon.given_names: "de het ja nee man alle",
    lexicon.surnames: "de het van nokia rotterdammer",
    lexicon.words: "fatima mohamed sjoukje rotterdam",
    lexicon.common: "jan peter kees eva",
}


def spread(names: str) -> set[str]:
    return {name.replace("&", " ") for name in names.split()}


@pytest.mark.parametrize(("entries", "least"), LISTS.items())
def test_lists_are_long_enough_and_tidy(entries: Callable[[], frozenset[str]], least: int) -> None:
    found = entries()
    assert len(found) >= least
    assert all(one == one.strip() and len(one) > 1 for one in found)
    assert all(normalize("NFC", one) == one for one in found)


@pytest.mark.parametrize("entries", [one for one in LISTS if one != lexicon.organisations])
def test_entries_are_lower_case(entries: Callable[[], frozenset[str]]) -> None:
    assert {one for one in entries() if one != one.lower()} == set()


@pytest.mark.parametrize(("entries", "names"), MEMBERS.items())
def test_what_is_in_a_list(entries: Callable[[], frozenset[str]], names: str) -> None:
    assert spread(names) - entries() == set()


@pytest.mark.parametrize(("entries", "names"), STRANGERS.items())
def test_what_is_not_in_a_list(entries: Callable[[], frozenset[str]], names: str) -> None:
    assert spread(names) & entries() == set()


def test_names_are_single_words_without_digits() -> None:
    names = lexicon.given_names() | lexicon.surnames()
    assert {one for one in names if " " in one or any(map(str.isdigit, one))} == set()


def test_every_municipality_is_a_place() -> None:
    assert lexicon.municipalities() <= lexicon.places()


def test_longer_prefixes_come_before_shorter_ones() -> None:
    order = {prefix: place for place, prefix in enumerate(lexicon.PREFIXES)}
    assert len(order) == len(lexicon.PREFIXES)
    assert order["van der"] < order["van"]
    assert order["de la"] < order["de"]


def test_all_lists_load_in_a_quarter_of_a_second() -> None:
    code = (
        "import time; start = time.process_time()\n"
        "from kwalevaluatie.privacy.finding import lexicon\n"
        "for name in ('given_names', 'surnames', 'places', 'municipalities', 'words', 'common',"
        " 'countries', 'organisations'): getattr(lexicon, name)()\n"
        "print(time.process_time() - start)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        for _ in range(3)
    ]
    assert min(float(run.stdout) for run in runs) < 0.25
