"""Finds every number, number word and quantifier in a report that may be a finding."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from kwalevaluatie.checking.registered.flowing import Paragraph
from kwalevaluatie.checking.registered.readings import (
    NUMBER,
    PART,
    QUANTIFIER,
    WHOLE_GROUP,
    Reading,
    read_print,
)

MASK = "\ufffc"
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_NAMED = (
    "tabel|figuur|grafiek|bijlage|hoofdstuk|paragraaf|par|pagina|blz|p|artikel|artikelen|art|lid|"
    "stap|fase|spoor|vraag|vragen|team|nummer|nr|versie|onderdeel|kolom|regel|punt|doel|doelen|"
    "aanbeveling|conclusie|deelvraag|blad|voetnoot|noot|kamer|kwartaal|week|groep|klasse|schaal"
)
IDLE = (
    r"(?:zinnen|woorden|hoofdstukken|paragrafen|stappen|kanten|dingen|redenen|soorten|manieren|"
    r"bijlagen|tabellen|figuren|pagina's|sporen|fasen|vormen|onderdelen|deelvragen)"
)
_NO_FINDINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"“[^”]*”",
        r"“[^”]*$",
        r"^[^“]*”",
        r"„[^”“]*[”“]",
        r"\"[^\"]{12,}\"",
        r"\S+@\S+|https?://\S+|www\.\S+",
        r"^\s*\d+(?:\.\d+)*\.?\t.*",
        r"^\s*\d+(?:\.\d+)+\.?\s",
        r"^\s*\(?\d{1,2}[.)]\s",
        r"\bpagina \d+ van \d+",
        rf"\b(?:{_NAMED})\.?\s+\d+[a-z]?(?:[.,/-]\d+)*"
        r"(?:\s?(?:,|en|of|t/m|tot en met|van)\s?\d+)*\b",
        rf"\b\d{{1,2}}\s+(?:{_MONTHS})(?:\s+\d{{4}})?",
        rf"\b(?:{_MONTHS})\s+\d{{4}}",
        r"\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b",
        r"\b(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)?\d\d)\b",
        r"\b\d{1,2}[.:]\d{2}\s?(?:uur|u)\b",
        r"(?<!\w)(?:\+31|0\d{1,3})[\s-]?(?:\d[\s-]?){6,9}\b",
        r"\b\d{4}\s?[A-Z]{2}\b",
        r"\b\d+(?:e|de|ste|ᵉ)\b",
        r"[A-Za-z_/#=@~]+[\w/#=@~-]*\d[\w/#=@~-]*",
        rf"\b{NUMBER}\s+(?:(?:of|tot|à)\s+{NUMBER}\s+)?{IDLE}\b",
        r"\been (?:op de|van de) (?:andere|volgende)\b|\béén en (?:dezelfde|hetzelfde)\b",
    )
)
PEOPLE = {
    "inwoner": "inwoner", "cliënt": "inwoner", "client": "inwoner", "klant": "inwoner",
    "burger": "inwoner", "bewoner": "inwoner", "uitkeringsgerechtigde": "inwoner",
    "bijstandsgerechtigde": "inwoner", "professional": "professional",
    "medewerker": "professional", "consulent": "professional", "klantmanager": "professional",
    "regisseur": "professional", "jobcoach": "professional", "jobhunter": "professional",
    "partner": "netwerkpartner", "netwerkpartner": "netwerkpartner",
    "samenwerkingspartner": "netwerkpartner", "ketenpartner": "netwerkpartner",
    "manager": "management", "leidinggevende": "management", "management": "management",
    "werkgever": "werkgever",
}  # fmt: skip
UNITS = {
    "gesprek": "gesprek", "gesprekken": "gesprek", "groepsgesprek": "gesprek",
    "groepsgesprekken": "gesprek", "interview": "gesprek", "interviews": "gesprek",
    "organisatie": "organisatie", "organisaties": "organisatie",
}  # fmt: skip
OTHERS = (
    f"{'|'.join(UNITS)}|respondent|respondenten|persoon|personen|mensen|deelnemer|deelnemers|"
    "geïnterviewde|geïnterviewden|gesprekspartner|gesprekspartners|oordelen|hen|huishoudens"
)
_PEOPLE = "|".join(sorted(PEOPLE, key=len, reverse=True))
NOUN = rf"(?:(?:{_PEOPLE})(?:s|en|n|'s)?|{OTHERS})"
_UNIT = re.compile(rf"\s*(?:[a-zà-ÿ]+e\s+)?({'|'.join(UNITS)})\b", re.IGNORECASE)
_COUNTED = re.compile(
    rf"\s*(?:(?:van|uit)\s+)?(?:(?:de|het|deze|alle)\s+)?(?:(?!en\b|of\b)[a-zà-ÿ-]+(?:e|en)\s+)?"
    rf"(?:{NOUN})\b",
    re.IGNORECASE,
)
_FIND = re.compile(
    rf"(?<![\w.,/-])(?:(?P<procent>\d+(?:[.,]\d+)?\s?(?:%|procent\b))|(?P<part>{PART})(?!\w)"
    rf"|(?P<all>{WHOLE_GROUP})(?!\w)|(?P<decimal>\d+,\d+)|(?P<number>{NUMBER})"
    rf"|(?P<word>{QUANTIFIER}))(?![\w-]|[.,]\d|/\d)",
    re.IGNORECASE,
)
_ALWAYS = frozenset({
    "bijna de helft", "de helft", "ruim de helft", "de meeste", "enkele", "een deel", "bijna alle",
    "een grote meerderheid",
})  # fmt: skip


@dataclass(frozen=True)
class Mention:
    """A number in a paragraph, with the id of the control that it stands in, if any."""

    paragraph: Paragraph
    start: int
    stop: int
    reading: Reading
    id: str = ""

    @property
    def text(self) -> str:
        """The words of the mention."""
        return self.paragraph.text[self.start : self.stop]

    @property
    def counted(self) -> bool:
        """Whether a noun for people, talks or organisations follows."""
        return bool(_COUNTED.match(self.paragraph.text, self.stop))

    @property
    def unit(self) -> str:
        """What is counted where that is no people: talks or organisations."""
        match = _UNIT.match(self.paragraph.text, self.stop)
        return UNITS[match[1].casefold()] if match else ""


def mentions(paragraph: Paragraph, known: Container[str]) -> Iterator[Mention]:
    """The mentions of a paragraph in order; `known` are the ids of the register."""
    bound = [_in_control(paragraph, one.start, one.stop, one.id)
             for one in paragraph.bound if one.id in known]  # fmt: skip
    loose = _loose(paragraph, _masked(paragraph))
    yield from sorted((*bound, *loose), key=lambda mention: mention.start)


def _in_control(paragraph: Paragraph, start: int, stop: int, id: str) -> Mention:
    text = paragraph.text[start:stop]
    reading = read_print(text)
    if reading.kind == "anders" and (match := _FIND.search(text)):
        reading = read_print(match[0])
    return Mention(paragraph, start, stop, reading, id)


def _loose(paragraph: Paragraph, text: str) -> Iterator[Mention]:
    for match in _FIND.finditer(text):
        found = Mention(paragraph, match.start(), match.end(), read_print(match[0]))
        if not _is_idle(found, match):
            yield found


def _is_idle(found: Mention, match: re.Match[str]) -> bool:
    """A quantifier or "geen" that is not about people, in words that are not our own."""
    said = found.reading
    if said.kind == "woord" and said.word not in _ALWAYS:
        return not found.counted
    return said.kind == "geheel" and match[0].casefold() == "geen" and not found.counted


def _masked(paragraph: Paragraph) -> str:
    """The text with controls and what cannot be a finding made unreadable, place for place."""
    text = paragraph.text
    for one in paragraph.bound:
        text = _blank(text, one.start, one.stop)
    for pattern in _NO_FINDINGS:
        text = pattern.sub(lambda match: MASK * len(match[0]), text)
    return text


def _blank(text: str, start: int, stop: int) -> str:
    return text[:start] + MASK * (stop - start) + text[stop:]
