"""The rules of the accessibility check: how heavy each is, what it rests on, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Severity = Literal["fout", "let op"]
Kind = Literal["docx", "html", "pdf", "pptx"]
LONGEST_EXCERPT = 80
ADVICE = "advies voor leesbaarheid"
CHAPTERS = {"html": 9, "docx": 10, "pdf": 10, "pptx": 10}


@dataclass(frozen=True)
class Rule:
    """A rule: its severity, its WCAG 2.2 criteria or clause of PDF/UA-1, and what to do."""

    severity: Severity
    source: str
    message: str


@dataclass(frozen=True)
class Remark:
    """What is not accessible, and where: `place` is a paragraph, line or page in words."""

    place: str
    rule: str
    severity: Severity
    excerpt: str
    message: str
    standard: str


RULES = {
    "titel-ontbreekt": Rule(
        "fout", "2.4.2", "Geef het bestand een titel (in Word en PowerPoint: Bestand, Info, Titel)."
    ),
    "titel-niet-getoond": Rule(
        "fout", "PDF/UA 7.1", "Laat de lezer de titel tonen in plaats van de bestandsnaam."
    ),
    "taal-ontbreekt": Rule("fout", "3.1.1", "Stel de taal van het document in op Nederlands."),
    "taal-anders": Rule(
        "fout", "3.1.1", "De tekst is Nederlands, maar het document zegt van niet."
    ),
    "taal-van-deel": Rule(
        "let op", "3.1.2", "Dit stuk zou in een andere taal zijn. Klopt dat niet? Verander het."
    ),
    "koppen-ontbreken": Rule(
        "fout", "1.3.1", "Maak koppen met de stijlen Kop 1, Kop 2 en Kop 3, niet alleen met vet."
    ),
    "kop-overgeslagen": Rule(
        "fout", "1.3.1", "Sla geen kopniveau over: na Kop 1 komt Kop 2, daarna pas Kop 3."
    ),
    "eerste-kop": Rule("let op", "1.3.1", "Begin met een kop van niveau 1."),
    "kop-leeg": Rule("fout", "2.4.6", "Deze kop heeft geen tekst. Haal hem weg."),
    "nepkop": Rule("let op", "1.3.1", "Dit lijkt een kop. Gebruik dan een kopstijl."),
    "dia-zonder-titel": Rule(
        "fout", "1.3.1", "Geef elke dia een titel, in het vak dat daarvoor is."
    ),
    "dia-titel-dubbel": Rule(
        "let op", "2.4.6", "Meer dia's heten zo. Geef elke dia een eigen titel."
    ),
    "leesvolgorde": Rule(
        "fout", "1.3.2", "Laat de titel eerst voorlezen: zet hem vooraan in de leesvolgorde."
    ),
    "alt-ontbreekt": Rule(
        "fout", "1.1.1", "Geef de afbeelding een alternatieve tekst, of maak haar decoratief."
    ),
    "alt-nietszeggend": Rule("fout", "1.1.1", "Beschrijf wat de afbeelding zegt."),
    "tekst-in-beeld": Rule(
        "let op", "1.4.5", "Staat er tekst in deze afbeelding? Zet die tekst ook in het document."
    ),
    "tabel-zonder-kop": Rule(
        "fout", "1.3.1", "Kies voor de eerste rij Veldnamenrij (in Word: Veldnamenrij herhalen)."
    ),
    "tabel-kop-zonder-richting": Rule(
        "let op", "1.3.1", "Zeg van elke kop of hij bij een kolom of een rij hoort (scope)."
    ),
    "tabel-samengevoegd": Rule(
        "let op", "1.3.1", "Voeg geen cellen samen: een voorleesprogramma raakt de weg kwijt."
    ),
    "tabel-genest": Rule("let op", "1.3.2", "Zet geen tabel in een tabel."),
    "opmaaktabel": Rule(
        "let op", "1.3.2", "Gebruik een tabel niet voor opmaak. Neem een alinea met een rand."
    ),
    "lege-alineas": Rule(
        "let op", "1.3.1", "Maak witruimte met de afstand in de stijl, niet met lege alinea's."
    ),
    "neplijst": Rule("let op", "1.3.1", "Maak hier een echte lijst van, met de knop Opsomming."),
    "tabs-als-tabel": Rule("let op", "1.3.1", "Maak hier een echte tabel van, zonder tabs."),
    "linktekst": Rule("fout", "2.4.4", "Zeg in de link waar hij heen gaat, niet “klik hier”."),
    "kaal-adres": Rule("let op", "2.4.4", "Zet woorden in de link in plaats van het webadres."),
    "link-leeg": Rule("fout", "2.4.4", "Deze link heeft geen tekst."),
    "contrast": Rule(
        "fout", "1.4.3", "De letters vallen te weinig op. Neem meer verschil in kleur."
    ),
    "kleine-letters": Rule("let op", ADVICE, "Maak de letters minstens 8 punten groot."),
    "kleine-letters-dia": Rule(
        "let op", ADVICE, "Maak de letters op een dia minstens 12 punten groot."
    ),
    "uitgevuld": Rule("let op", ADVICE, "Lijn links uit: uitgevulde tekst leest lastiger."),
    "tekstvak": Rule(
        "let op", "1.3.2", "Zet de tekst van een tekstvak in de gewone tekst, op de goede plek."
    ),
    "alleen-kleur": Rule(
        "let op", "1.4.1", "Verwijs niet alleen met een kleur. Noem ook een woord of een vorm."
    ),
    "zoomen": Rule("fout", "1.4.4", "Laat de lezer inzoomen: haal de grens uit de viewport."),
    "hoofddeel": Rule("let op", "1.3.1", "Zet de inhoud in een element main."),
    "overslaan": Rule("let op", "2.4.1", "Begin met een link die naar de inhoud springt."),
    "dubbele-id": Rule("fout", "1.3.1", "Elke id mag één keer voorkomen."),
    "veld-zonder-naam": Rule("fout", "4.1.2", "Geef het invulveld of kader een label of titel."),
    "ververst": Rule("fout", "2.2.1", "De pagina ververst zichzelf. Haal dat weg."),
    "volgorde": Rule("let op", "2.4.3", "Laat de tabvolgorde aan de pagina over (tabindex 0)."),
    "beweegt": Rule("let op", "2.3.3", "Zet beweging uit voor wie daarom vraagt."),
    "niet-getagd": Rule(
        "fout", "PDF/UA 7.1", "Maak een getagde PDF: exporteer met documentstructuur."
    ),
    "geen-pdf-ua": Rule(
        "let op", "PDF/UA 5", "Het bestand zegt niet dat het PDF/UA is. Kies dat bij exporteren."
    ),
    "letters-niet-ingesloten": Rule(
        "fout", "PDF/UA 7.21.4.1", "Sluit de lettertypen in het bestand in."
    ),
    "alleen-beeld": Rule(
        "fout", "1.1.1", "Deze pagina is alleen een beeld. Maak er tekst van, bijvoorbeeld met OCR."
    ),
    "bladwijzers": Rule("let op", "2.4.5", "Een lange PDF heeft bladwijzers nodig."),
    "volgorde-van-links": Rule(
        "let op", "PDF/UA 7.18.3", "Laat de tabvolgorde op deze pagina de structuur volgen."
    ),
}  # fmt: skip


def remark(kind: Kind, rule: str, place: str, excerpt: str = "") -> Remark:
    """A remark under a rule, with the standard that it rests on for this kind of file."""
    found = RULES[rule]
    return Remark(
        place,
        rule,
        found.severity,
        shortened(excerpt),
        found.message,
        _standard(kind, found.source),
    )


def remark_once(kind: Kind, rule: str, found: Sequence[tuple[str, str]]) -> Iterator[Remark]:
    """One remark for places (with their words) that share a cause: the first, and how many more."""
    if found:
        place, excerpt = found[0]
        more = f" (en nog {len(found) - 1})" if len(found) > 1 else ""
        yield remark(kind, rule, f"{place}{more}", excerpt)


def shortened(text: str) -> str:
    """One line of text, cut where it gets long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_EXCERPT else line[: LONGEST_EXCERPT - 1] + "…"


def _standard(kind: Kind, source: str) -> str:
    if source.startswith("PDF/UA"):
        return source.replace("PDF/UA", "PDF/UA-1 (ISO 14289-1)")
    if not source[0].isdigit():
        return source
    return f"WCAG {source}; EN 301 549 {CHAPTERS[kind]}.{source}"
