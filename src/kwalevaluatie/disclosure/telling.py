"""What quotations and written pieces give away about whoever is told of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kwalevaluatie.disclosure.people import People
from kwalevaluatie.model import Respondent
from kwalevaluatie.model.publication import Point, Told

STORY = "herkenbaar verhaal"
RARE = "zeldzame combinatie"
ORGANISATION = "organisatie genoemd"
SPEAKER = "spreker met een eigen rol"
PSEUDONYM = "pseudoniem in citaten"
FEW_WITH = "aantal met kenmerk in tekst"
RULES = (STORY, RARE, ORGANISATION, SPEAKER, PSEUDONYM, FEW_WITH)
SHOWN = 90
LEAST_NAME = 4

_PSEUDONYM = re.compile(r"\[[a-zëï -]+-\d+\]")
_FEW = r"\b(?:[eé][eé]n|twee|1|2|een enkele)\b(?: \w+){0,2} "
_PEOPLE = r"(?:vrouw(?:en)?|mannen|man|jongeren?|ouderen?|statushouders?|vluchtelingen?|moslims?)\b"
_FEW_PEOPLE = re.compile(_FEW + _PEOPLE, re.IGNORECASE)


def told_points(told: Sequence[Told], people: People) -> list[Point]:
    """The points that quotations and texts raise, each once."""
    found = (
        *(point for one in told for point in _of_one(one, people)),
        *_pseudonyms(told),
    )
    return list({point.id: point for point in found}.values())


def _of_one(one: Told, people: People) -> Iterator[Point]:
    yield from _story(one, people)
    yield from _rare(one, people)
    yield from _organisation(one, people)
    speaker = people.by_id.get(one.respondent)
    if speaker is not None:
        yield from _speaker(one, speaker, people)
    else:
        yield from _few_with(one)


def _story(one: Told, people: People) -> Iterator[Point]:
    severity = people.rules.levels.get(one.level, "ok")
    if severity != "ok":
        yield Point(
            place=one.place,
            rule=STORY,
            severity=severity,
            excerpt=_short(one.text),
            message=f"Bekenden kunnen hierin iemand herkennen: {one.reason}. Laat het weg, "
            "verwoord het algemener, of vraag de persoon om toestemming.",
        )


def _rare(one: Told, people: People) -> Iterator[Point]:
    """Two or more attributes of the register in one text, that few share."""
    said = {
        pair: set(who)
        for pair, who in people.value_words(people.rules.background).items()
        if _says(one.text, pair[1]) and (not one.respondent or one.respondent in who)
    }
    if len({name for name, _ in said}) > 1:
        sharing = set.intersection(*said.values())
        if 0 < len(sharing) <= people.rules.few:
            yield Point(
                place=one.place,
                rule=RARE,
                severity="blokkade",
                excerpt=_short(one.text),
                message=f"De combinatie {', '.join(value for _, value in said)} hebben er maar "
                f"{len(sharing)} van wie u sprak. Laat er een kenmerk uit weg.",
            )


def _organisation(one: Told, people: People) -> Iterator[Point]:
    names = [name for group in people.rules.partners for name in people.names_of(group)]
    said = [name for name in names if len(name) >= LEAST_NAME and _says(one.text, name)]
    if said:
        yield Point(
            place=one.place,
            rule=ORGANISATION,
            severity="blokkade" if one.respondent or one.level != "laag" else "waarschuwing",
            excerpt=_short(one.text),
            message=f"Hier staat de naam van een partner ({', '.join(said)}). Vervang die door "
            "“een partner”, of vraag om toestemming.",
        )


def _speaker(one: Told, speaker: Respondent, people: People) -> Iterator[Point]:
    what = _sole(speaker, people)
    if what:
        yield Point(
            place=f"citaten/{speaker.id}",
            rule=SPEAKER,
            severity="blokkade",
            excerpt=f"{speaker.id}: {what}",
            message=f"De spreker is de enige met “{what}”. Ieder citaat is dan van die persoon. "
            "Vraag om toestemming, noem de rol niet, of kies een citaat van een ander.",
        )


def _sole(speaker: Respondent, people: People) -> str:
    """What somebody alone is: a perspective, or a role in the register."""
    if people.is_alone(speaker.group):
        return speaker.group
    for (name, value), who in people.value_words(people.rules.roles).items():
        if who == [speaker.id]:
            return f"{name} {value}"
    return ""


def _few_with(one: Told) -> Iterator[Point]:
    for found in _FEW_PEOPLE.finditer(one.text):
        yield Point(
            place=one.place,
            rule=FEW_WITH,
            severity="blokkade",
            excerpt=found[0],
            message="Een aantal van een of twee staat hier bij een kenmerk. Schrijf “één inwoner” "
            "of “twee inwoners”, zonder het kenmerk.",
        )


def _pseudonyms(told: Iterable[Told]) -> Iterator[Point]:
    """The same pseudonym in quotations of different people ties them together."""
    places: dict[str, set[str]] = defaultdict(set)
    for one in told:
        for found in _PSEUDONYM.findall(one.text):
            places[found].add(one.respondent or one.place)
    for name, who in sorted(places.items()):
        if len(who) > 1:
            yield Point(
                place=f"citaten/{name}",
                rule=PSEUDONYM,
                severity="waarschuwing",
                excerpt=name,
                message=f"{name} staat bij {len(who)} sprekers. Zo weet een lezer dat zij dezelfde "
                "persoon bedoelen. Zet in het rapport de rol zonder nummer.",
            )


def _says(text: str, words: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text, re.IGNORECASE))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= SHOWN else f"{plain[: SHOWN - 1]}…"
