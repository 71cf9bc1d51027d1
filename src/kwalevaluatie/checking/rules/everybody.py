"""Weighs "geen" and "alle": was everybody asked, and did everybody speak for themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.groups import PLAIN_GROUP, group_class, groups_in
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, lines_in_words, remark
from kwalevaluatie.checking.shares import Share, shares_of
from kwalevaluatie.checking.statements import statements
from kwalevaluatie.checking.subjects import stems
from kwalevaluatie.model.reported import Remark

NOBODY, EVERYBODY = "geen van wie", "alle van een groepsgesprek"
_NONE = re.compile(
    r"\b(?:geen van de|niemand van de|geen enkele|geen van deze|alle)\s+(?:gesproken |"
    rf"geïnterviewde |ondervraagde )?(?P<noun>{PLAIN_GROUP})(?![\w])|\bniemand\b|\biedereen\b"
)
_ASKED = re.compile(
    r"gesteld|gevraagd|voorgelegd|besproken|\bspraken\b|aan de orde|aan bod|gesproken|"
    "toegevoegd|bevraagd|ter sprake"
)
_ONLY = re.compile(
    r"^over\b.{0,60}\b(?:is|zijn|spraken)\b.{0,30}\b(?:met|bij|aan)\b|"
    r"\balleen\b|\bslechts\b|niet in elk|niet aan alle|niet bij alle|\bvanaf het\b|"
    r"\baan\b.{0,25}\b(?:gesteld|voorgelegd|gevraagd)|\bmet\b.{0,40}\bbesproken"
)
_GOT = re.compile(
    r"\b(?:ontvangen|ontving\w*|gekregen|kreeg|kregen|gehad|gebruikt?|gebruikten|gevolgd|volgden|"
    r"deelgenomen|meegedaan|aangevraagd|aangeboden)\b"
)
_ORDINAL = {
    "tweede": ("twee keer", "tweemaal", "beide", "tweede"),
    "derde": ("drie keer", "driemaal", "derde"),
}


def remarks(reading: Reading) -> Iterator[Remark]:
    """Statements on all or none of a group of which only part was asked or spoke."""
    yield from _nobody(reading)
    yield from _in_group_talks(reading)


def _nobody(reading: Reading) -> Iterator[Remark]:
    shares = list(shares_of(reading.sentences))
    everyone = {one.value for one in statements(reading) if not one.restricted}
    found = (one for one in map(_limit, reading.sentences) if one)
    limits = [one for one in found if one[1] not in everyone]
    for sentence in reading.sentences:
        match = _NONE.search(sentence.lower)
        if not match or sentence.role == "methode" or _is_whole(sentence, match):
            continue
        limit = next((one for one in limits if _limits(one, sentence, match)), None)
        share = _second(sentence, match, shares) or _received(sentence, match, shares)
        if limit:
            yield _not_all(sentence, match, limit[1], limit[0].line)
        elif share and sentence.role != "bijlage":
            yield _not_all(sentence, match, share.k, share.sentence.line)


def _is_whole(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether "alle" names the whole of a share or to whom something goes, not who says so."""
    before = sentence.lower[: match.start()]
    whole = re.search(r"\b(?:van|onder|aan|voor|bij|met|over|door)\s+$", before)
    return match[0].startswith("alle") and bool(whole)


def _not_all(sentence: Sentence, match: re.Match[str], k: int, line: int) -> Remark:
    message = (
        f"“{match[0]}” gaat hier over {k} mensen, niet over de hele groep: zie regel {line}. "
        f"Schrijf bijvoorbeeld “geen van de {k}”, en zeg wie dat zijn."
    )
    return remark(sentence, NOBODY, "let op", message, match.span(), [line])


Limit = tuple[Sentence, int, frozenset[str]]


def _limit(sentence: Sentence) -> Limit | None:
    """A sentence that says that a question was put to so many only, and what about."""
    if not (_ASKED.search(sentence.lower) and _ONLY.search(sentence.lower)):
        return None
    found = re.search(
        rf"(?:aan|met|bij)\s+(?:de\s+)?(?P<k>{COUNT})\s+(?:\w+\s+)?(?:{PLAIN_GROUP})(?![\w])",
        sentence.lower,
    )
    return (sentence, count_value(found["k"]), sentence.stems) if found else None


def _limits(limit: Limit, sentence: Sentence, match: re.Match[str]) -> bool:
    subject = stems(sentence.lower[match.end() :]) | stems(sentence.lower[: match.start()])
    rare = {one for one in limit[2] & subject if len(one) >= 6}
    here = re.search(rf"\b{COUNT}\b", sentence.lower)
    named = here and count_value(here[0]) == limit[1]
    return bool(rare) and limit[0] is not sentence and not named


def _second(sentence: Sentence, match: re.Match[str], shares: list[Share]) -> Share | None:
    """Of a second of something: the share of those who had two."""
    if not match[0].startswith(("geen", "niemand")):
        return None
    for ordinal, twice in _ORDINAL.items():
        if not re.search(rf"\b(?:de|het)\s+{ordinal}\b", sentence.lower):
            continue
        for share in reversed(shares):
            near = share.sentence.section.chapter == sentence.section.chapter
            after = share.sentence.lower[share.start :]
            if (
                near
                and share.k < share.n
                and any(word in after for word in twice)
                and _alike(share.sentence, sentence)
            ):
                return share
    return None


def _alike(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences have words alike, such as premie and uitstroompremie."""
    words = set(re.findall(r"[a-zà-ÿ]{5,}", one.lower))
    others = set(re.findall(r"[a-zà-ÿ]{5,}", other.lower))
    return any(
        word != noun and (noun.endswith(word) or word.endswith(noun))
        for word in words
        for noun in others
    ) or bool(one.stems & other.stems)


def _received(sentence: Sentence, match: re.Match[str], shares: list[Share]) -> Share | None:
    """Of something that only so many of so many got: that share."""
    if not match[0].startswith(("geen", "niemand")):
        return None
    for share in shares:
        clause = share.sentence.lower[share.start :]
        same = (
            share.sentence.section is sentence.section
            and 0 < sentence.index - share.sentence.index <= 12
        )
        if not same or not 0 < share.k < share.n or not _GOT.search(clause) or "niet" in clause:
            continue
        subject = {one for one in share.sentence.stems & sentence.stems if len(one) >= 6}
        others = [
            one
            for one in shares
            if one.sentence.section is share.sentence.section and one is not share
        ]
        whole = any(one.k + share.k == share.n for one in others)
        if subject and not whole and match["noun"]:
            return share
    return None


_ALL = re.compile(
    r"\b(?:alle|alle geïnterviewde|alle gesproken|alle deelnemende|elke|"
    r"iedere)\s+(?:geïnterviewde |gesproken |deelnemende |betrokken )?"
    r"(?P<noun>[\w-]*(?:professionals?|medewerkers?|consulent(?:en)?|consultants|klantmanagers?|"
    "regisseurs?|hulpverleners|begeleiders|deelnemers|gesprekspartners|partners|"
    r"leidinggevenden))\b"
    r"|\b(?:allemaal|stuk voor stuk|zonder uitzondering|unaniem|eensgezind|eenstemmig)\b"
)
_SAY = re.compile(
    r"\b(?:vind|vindt|vinden|vonden|eens|achter|ervaren|ervaart|noemen|benoemen|herkennen|zien|"
    "geven aan|geeft aan|gaven aan|onderschrijven|tevreden|"
    r"positief|willen|benadrukken|zeggen|menen|voelen|unaniem|eensgezind|kennen|waarderen)\b"
)
_GROUP_TALK = re.compile(
    r"\b(?:werk|gespreks)?sessies?\b|\b(?:werk)?bijeenkomst(?:en)?\b|tafelgesprek|"
    r"groepsgesprek|groepsinterview|focusgroep|groepsbijeenkomst|panelgesprek|rondetafel"
)


def _in_group_talks(reading: Reading) -> Iterator[Remark]:
    """All of a group, where that group spoke in group talks: one remark for the report."""
    talked = _talked_together(reading)
    if not talked:
        return
    found = [
        (sentence, match)
        for sentence in reading.sentences
        if sentence.role != "methode"
        and (match := _ALL.search(sentence.lower))
        and _SAY.search(sentence.lower)
        and _is_of(match, talked, sentence)
    ]
    if found:
        sentence, match = found[0]
        others = [one.line for one, _ in found[1:]]
        more = f" Ook op {lines_in_words(others)}." if others else ""
        message = (
            f"Deze mensen zijn in groepsgesprekken gesproken (regel {talked[1]}). Wie daar "
            "zwijgt, is het nog niet eens. "
            f"Schrijf in hoeveel gesprekken het is gezegd, of door hoeveel mensen.{more}"
        )
        yield remark(sentence, EVERYBODY, "let op", message, match.span(), [*others, talked[1]])


_TALKED_WITH = re.compile(rf"\bmet\b.{{0,40}}?(?P<noun>(?:[\w-]+-)?(?:{PLAIN_GROUP}))(?![\w])")


def _talked_together(reading: Reading) -> tuple[set[str], int] | None:
    classes: set[str] = set()
    line = 0
    for sentence in reading.sentences:
        talk = _GROUP_TALK.search(sentence.lower)
        if not talk or sentence.role not in ("methode", "samenvatting", "bijlage", "resultaten"):
            continue
        after = sentence.lower[talk.end() : talk.end() + 70]
        before = sentence.lower[max(talk.start() - 60, 0) : talk.start()]
        noun = _TALKED_WITH.search(after) or _TALKED_WITH.search(before)
        group = group_class(noun["noun"]) if noun else None
        if group:
            classes.add(group)
            line = line or sentence.line
    return (classes, line) if classes else None


def _is_of(match: re.Match[str], talked: tuple[set[str], int], sentence: Sentence) -> bool:
    if re.search(rf"\balle\s+{COUNT}\b", sentence.lower):
        return False
    noun = match["noun"]
    group = group_class(noun.split("-")[-1]) if noun else None
    named = {one for one, _, _ in groups_in(sentence.lower)}
    return group in talked[0] if noun else bool(named) and named <= talked[0]
