"""Weighs claims about method: no figures, saturated, shares of a few."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.reading import Reading, Sentence, lines_in_words, remark
from kwalevaluatie.checking.shares import shares_of
from kwalevaluatie.model.reported import Remark

METHOD = "bewering over de methode"
SMALL = "percentage van weinig mensen"
_COUNTS = (
    r"(?:(?:kwantitatieve|harde|cijfermatige|statistische|exacte|precieze)\s+)?(?:data|gegevens|"
    r"cijfers|informatie|uitkomsten|getallen|aantallen|percentages|tellingen|statistieken)"
)
_NO_FIGURES = re.compile(
    r"\b(?:geen|niet met|zonder)\s+(?:enkele\s+)?(?:kwantitatieve\s+(?:data|gegevens|cijfers|"
    r"informatie|uitkomsten)|cijfers|getallen|aantallen|percentages)\b"
    rf"|\b{_COUNTS}(?:\s+(?:en|of)\s+{_COUNTS})?\s+(?:laten|lieten|blijven|bleven|zijn|worden|"
    r"vermelden|noemen|geven|presenteren|gebruiken|ontbreken)\b[^.;]{0,50}?\b(?:achterwege|"
    r"weggelaten|buiten beschouwing|niet (?:opgenomen|genoemd|vermeld|gebruikt|gegeven)|"
    r"ontbreken|in dit (?:rapport|verslag|onderzoek) niet)\b"
    r"|\b(?:uitsluitend|alleen|louter|zuiver|puur|volledig)\s+(?:een\s+)?kwalitatie(?:f|ve)\b"
    r"|\b(?:tellen|telden|getalsmatig\w*)\b[^.;]{0,25}\b(?:niet|geen)\b(?=[^.;]*\brapport)"
)
_OWN = re.compile(
    r"\b(?:genoemd|noemen|weergegeven|vermeld|evaluatie|rapport|rapportage|onderzoek|presenteren|"
    "verzameld|gebruikt|opgenomen|"
    r"verslag|leest|onderzocht|aanpak|werkwijze|opzet|karakter|achterwege)\b"
)
_PARTIAL = re.compile(
    r"\bover\b|\bbeschikbaar\b|\bbekend\b|\bvoorhanden\b|\bvan de gemeente\b|\bbijgehouden\b|"
    r"\bper gemeente\b"
)
_TALKS = re.compile(
    r"\b(?:interview\w*|gesprek(?:ken)?|geïnterview\w*|groepsgesprek\w*|focusgroep\w*)\b"
)
_SATURATED = re.compile(r"\b(?:verzadig(?:ing|d)|saturatie)\b")
_SHOWN = re.compile(
    r"\bna (?:het |de )?\w+ (?:interview|gesprek)|laatste (?:\w+ )?(?:interviews|gesprekken)|"
    "geen nieuwe (?:codes|thema)"
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """Claims about the method that the report itself belies or that are wrong."""
    yield from _no_figures(reading)
    for sentence in reading.sentences:
        yield from _saturated(sentence)
    yield from _small_percentages(reading)


def _no_figures(reading: Reading) -> Iterator[Remark]:
    figures = _figures(reading)
    for sentence in reading.sentences:
        match = _NO_FIGURES.search(sentence.lower)
        own = (
            match
            and _OWN.search(sentence.lower)
            and not _PARTIAL.search(sentence.lower[match.end() :])
        )
        if (
            match
            and own
            and len(figures) >= 5
            and sentence.role in ("methode", "samenvatting", "resultaten")
        ):
            message = (
                "Hier staat dat er geen cijfers zijn, maar het rapport geeft er zeker "
                f"{len(figures)}, onder andere op "
                f"{lines_in_words(figures[:6])}. Schrijf welke cijfers wel en niet zijn gebruikt."
            )
            yield remark(sentence, METHOD, "let op", message, match.span(), figures[:3])


def _figures(reading: Reading) -> list[int]:
    """The lines with a percentage or with so many of so many."""
    percents = {
        one.line for one in reading.sentences if any(n.kind == "percentage" for n in one.numbers)
    }
    return sorted(percents | {share.sentence.line for share in shares_of(reading.sentences)})


def _saturated(sentence: Sentence) -> Iterator[Remark]:
    match = _SATURATED.search(sentence.lower)
    if (
        match
        and not _SHOWN.search(sentence.lower)
        and _TALKS.search(sentence.lower + " interview" * ("kwalitatief" in sentence.lower))
    ):
        message = (
            "Verzadiging wordt genoemd, maar niet laten zien. Schrijf na welk gesprek er geen "
            "nieuwe thema's meer bij kwamen, "
            "of laat het weg."
        )
        yield remark(sentence, METHOD, "let op", message, match.span())


_SMALL_N = re.compile(
    r"\d\s?%\s+(?:van\s+de\s+(?P<a>\d{1,2})\s+[a-zë]{4,}|\(n\s?=\s?(?P<b>\d{1,2})\))|"
    r"\(n\s?=\s?(?P<c>\d{1,2})[;,)]"
)
Place = tuple[Sentence, tuple[int, int]]
FEW = 20


def _small_percentages(reading: Reading) -> Iterator[Remark]:
    """Percentages of fewer than twenty people: one remark for the whole report."""
    found = sorted(
        [*_shares_as_percentages(reading), *_stated_small(reading)],
        key=lambda one: (one[0].index, one[1]),
    )
    if found:
        sentence, span = found[0]
        others = {one.line for one, _ in found[1:]} - {sentence.line}
        more = f" Ook op {lines_in_words(others)}." if others else ""
        message = (
            "Een percentage van minder dan twintig mensen lijkt preciezer dan het is. "
            f"Schrijf de aantallen.{more}"
        )
        yield remark(sentence, SMALL, "let op", message, span, others)


def _shares_as_percentages(reading: Reading) -> Iterator[Place]:
    """So many of less than twenty, with the percentage beside it."""
    for share in shares_of(reading.sentences):
        percents = [one for one in share.sentence.numbers if one.kind == "percentage"]
        same = [one for one in percents if abs(one.value - 100 * share.k / share.n) < 1]
        if 1 < share.n < FEW and same:
            yield share.sentence, (same[0].start, same[0].stop)


def _stated_small(reading: Reading) -> Iterator[Place]:
    """A percentage with less than twenty behind it, as n or as its whole."""
    for sentence in reading.sentences:
        for match in _SMALL_N.finditer(sentence.lower):
            few = int(match["a"] or match["b"] or match["c"])
            if 0 < few < FEW and "%" in sentence.lower:
                yield sentence, match.span()
