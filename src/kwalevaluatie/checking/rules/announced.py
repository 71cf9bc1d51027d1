"""Finds what is announced and does not come: lists, annexes, and another number of items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.passages import Passage
from kwalevaluatie.checking.reading import Reading, on_passage, remark
from kwalevaluatie.model.reported import Remark

RULE = "aangekondigd"
FEWEST_BULLETS = 3
_ITEMS = (
    "aanbevelingen|aandachtspunten|conclusies|deelvragen|onderzoeksvragen|doelstellingen|verbeter"
    "punten|actiepunten|"
    "kernwaarden|leerpunten|kansen|succesfactoren|knelpunten|bevindingen|pijlers|speerpunten|"
    "uitgangspunten|voorstellen|verbetervoorstellen|lessen|opgaven|ambities|randvoorwaarden|"
    "beloften|uitdagingen|risico's|hoofdvragen"
)
_COUNTED = re.compile(
    rf"(?P<n>{COUNT})\s+(?P<adjective>\w+e\s+)?(?P<what>{_ITEMS})(?![\w])(?!\s+(?:uit|"
    r"van) (?:het|de|eerdere|vorig\w*) (?:vorige|eerdere|rapport uit|onderzoek van))"
)
_FOLLOWING = re.compile(
    r"\b(?:de|het|onderstaande|deze)\s+(?:volgende|onderstaande)\s+(?!blok|hoofdstuk|paragra|vra|"
    r"stap|fase|jaar|deel|keer|meting|pagina)(?:\w+\s+){0,3}?\w+[^.:;]{0,70}(?::|"
    r"\b(?:geformuleerd|opgenomen|opgesteld|vastgesteld|gesteld|benoemd|gekozen)\.)\s*$"
    r"|\b(?:hieronder|als volgt|het volgende)\b[^.:;]{0,50}:\s*$"
)
_ANNEX = re.compile(r"\W*bijlagen?\s+(?:\d{1,2}|[a-z]|[ivx]{1,4})\b")
_NUMBERED = re.compile(
    r"\W*(?:(?:aanbeveling|conclusie|aandachtspunt|deelvraag)\s+)?(\d{1,2})\s?[.:)]?\s",
    re.IGNORECASE,
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """Lists and annexes without content, and lists with another number of items than is said."""
    yield from _empty_annexes(reading)
    yield from _empty_lists(reading)
    yield from _other_numbers(reading)


def _empty_annexes(reading: Reading) -> Iterator[Remark]:
    passages = reading.passages
    for index, passage in enumerate(passages):
        if not _is_annex_title(passage) or reading.sections[index].role == "inhoud":
            continue
        after = passages[index + 1] if index + 1 < len(passages) else None
        if after is None or (_is_annex_title(after) and after.level <= max(passage.level, 1)):
            message = (
                "Onder deze bijlage staat niets. Is een tabel of plaatje weggevallen? Voeg "
                "de inhoud toe of schrap de bijlage."
            )
            yield on_passage(passage, "lege bijlage", "fout", message)


def _is_annex_title(passage: Passage) -> bool:
    title = _ANNEX.match(passage.lower)
    return (
        bool(title)
        and len(passage.text) < 120
        and (passage.kind == "kop" or not passage.text.rstrip().endswith("."))
    )


def _empty_lists(reading: Reading) -> Iterator[Remark]:
    """Words like “de volgende doelen” with a heading, or nothing, right after it."""
    for index, passage in enumerate(reading.passages):
        if passage.kind not in ("alinea", "opsomming") or reading.sections[index].role == "inhoud":
            continue
        match = _FOLLOWING.search(passage.lower)
        after = reading.passages[index + 1] if index + 1 < len(reading.passages) else None
        ended = after is None or (
            after.kind == "kop" and _is_new_part(passage, after, reading, index)
        )
        if match and ended:
            message = (
                "Hier wordt iets aangekondigd, maar er volgt een kop. Is een lijst of plaatje "
                "weggevallen? "
                "Voeg het toe of pas de zin aan."
            )
            yield on_passage(passage, RULE, "let op", message, match.span())


def _is_new_part(passage: Passage, after: Passage, reading: Reading, index: int) -> bool:
    """Whether the heading begins another section, rather than the first of what was announced."""
    here = reading.sections[index]
    numbered = bool(re.match(r"\W*\d{1,2}(?:\.\d{1,2})*\.?\s", after.lower))
    return after.level <= here.level or (
        numbered
        and here.level <= after.level
        and not re.match(r"\W*\d{1,2}[.)]\s", passage.lower)
        and _same_depth(here.heading, after.lower)
    )


def _same_depth(here: str, after: str) -> bool:
    depth = [re.match(r"\W*(\d{1,2}(?:\.\d{1,2})*)", text) for text in (here, after)]
    return all(depth) and depth[0][1].count(".") >= depth[1][1].count(".")  # type: ignore[index]


def _other_numbers(reading: Reading) -> Iterator[Remark]:
    """So many recommendations, where the list under their heading has another number of items."""
    for sentence in reading.sentences:
        for match in _COUNTED.finditer(sentence.lower):
            said = count_value(match["n"])
            listed = _items_under(reading, match["what"])
            if listed and said > 1 and listed[0] != said and not match["adjective"]:
                message = (
                    f"Hier staan {said} {match['what']}, maar de lijst op regel {listed[1]} en "
                    f"verder telt er {listed[0]}. "
                    "Maak beide gelijk."
                )
                yield remark(
                    sentence, "aantal in de lijst", "fout", message, match.span(), [listed[1]]
                )


def _items_under(reading: Reading, what: str) -> tuple[int, int] | None:
    """How many items the one list under a heading with this word has, and where it begins."""
    found = []
    for index, passage in enumerate(reading.passages):
        leads = passage.kind == "kop" or passage.lower.rstrip().endswith(f"{what}:")
        named = (
            leads
            and what in passage.lower
            and reading.sections[index].role not in ("inhoud", "samenvatting")
        )
        if named:
            count = _count_items(reading, index)
            if count:
                found.append((count, passage.first))
    return found[-1] if len({count for count, _ in found}) == 1 else None


def _count_items(reading: Reading, heading: int) -> int:
    """The items of the numbered list right under a heading; nought when there is none."""
    expected, level = 1, reading.passages[heading].level or 9
    for passage in reading.passages[heading + 1 :]:
        before = expected
        if passage.kind in ("opsomming", "alinea", "kop"):
            expected += _numbers_from(passage, expected)
        if expected == before and passage.kind == "kop" and passage.level <= level:
            break
    return expected - 1 if expected > 2 else _count_bullets(reading, heading)


_NAMED = re.compile(r"\W*(?:aanbeveling|conclusie|aandachtspunt|deelvraag)\s+(\d{1,2})\b", re.I)


def _numbers_from(passage: Passage, expected: int) -> int:
    """How many items of a numbered list begin in a paragraph: one, or more that are named."""
    first = _NUMBERED.match(passage.text) or _NUMBERED.match(passage.lines[0].text)
    if not first or int(first[1]) != expected:
        return 0
    named = [match for line in passage.lines[1:] if (match := _NAMED.match(line.text))]
    return 1 + sum(int(match[1]) == expected + at for at, match in enumerate(named, 1))


_BULLET = re.compile(r"(?P<indent>\s*)[-•*▪]\s")


def _count_bullets(reading: Reading, heading: int) -> int:
    """The bullets right under a heading, where all stand equally deep and nothing in between."""
    indents = []
    for passage in reading.passages[heading + 1 :]:
        bullet = _BULLET.match(passage.lines[0].text)
        if not bullet:
            break
        indents.append(len(bullet["indent"]))
    return len(indents) if len(indents) >= FEWEST_BULLETS and len(set(indents)) == 1 else 0
