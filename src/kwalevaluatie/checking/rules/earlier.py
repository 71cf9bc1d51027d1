"""Finds comparisons with an earlier year or measurement of which no figure is given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.reading import Reading, Sentence, lines_in_words, remark
from kwalevaluatie.model.reported import Remark

RULE = "eerder jaar"
_YEAR = r"(?:19|20)\d\d"
_MORE = (
    r"(?:beter|slechter|hoger|lager|positiever|negatiever|vaker|minder|meer|sneller|langzamer|"
    r"langer|korter|tevredener|ontevredener|groter|kleiner|gunstiger|ongunstiger|duidelijker|"
    r"makkelijker|sterker|zwakker)"
)
_MOVED = (
    r"(?:verbeterd|verslechterd|gestegen|gedaald|toegenomen|afgenomen|gegroeid|vooruitgegaan|"
    r"achteruitgegaan|steeg|stegen|stijgt|daalde|daalden|daalt|verbeterde|verbeterden|verbetert|"
    r"verslechterde|verslechtert|groeide|groeit|nam (?:sterk |licht |iets )?(?:toe|af)|verdubbel"
    r"(?:d|de)|gehalveerd|verbetering|verslechtering|vooruitgang|stijging|daling|toename|afname)"
)
_THING = (
    r"(?:jaar|jaren|meting|onderzoek|evaluatie|peiling|rapport(?:age)?|enquête|monitor|periode|"
    r"keer|nulmeting|ronde|raadsperiode|metingen|onderzoeken|cijfers|resultaten|"
    r"\w*onderzoek|\w*meting|\w*monitor|\w*peiling)"
)
_BEFORE = (
    rf"(?:(?:in|bij|tijdens|uit|over|van|sinds|de|het|dat|een|ons|onze|eind|begin)\s+){{0,4}}"
    rf"(?:{_THING}\s+(?:van|uit|in|over)\s+)?(?:{_YEAR}\b|(?:vorig|eerder|voorgaand|voorafgaand|"
    rf"eerst)e?\s+(?:\w+\s+)?{_THING}|nulmeting|(?:\w+\s+)?jaar (?:geleden|eerder|ervoor|"
    r"daarvoor)|(?:een )?paar jaar geleden)"
)
_START = (
    r"(?:(?:in|bij|op|vóór|voor)\s+(?:de|het)\s+(?:start|begin|invoering|eerste jaren|aanvang)\b)"
)
_AS_MUCH = (
    r"(?:twee|drie|vier|vijf|anderhalf|\d)\s+(?:keer|maal)\s+zo\s?(?:veel|vaak|hoog|groot|lang)"
)
_AGAINST = r"(?:ten opzichte van|vergeleken (?:met|bij)|in vergelijking met|tegenover)"
_COMPARES = re.compile(
    rf"\b{_MORE}\b[^.;]{{0,70}}?\bdan\s+(?:{_BEFORE}|{_START})"
    rf"|\b{_AS_MUCH}\b[^.;]{{0,50}}?\bals\s+(?:{_BEFORE}|{_START})"
    rf"|\b(?:{_MOVED}|{_MORE})\b[^.;]{{0,60}}?\b{_AGAINST}\s+{_BEFORE}"
    rf"|\b{_AGAINST}\s+{_BEFORE}[^.;]{{0,70}}?\b(?:{_MOVED}|{_MORE})\b"
    rf"|\b{_MOVED}\b[^.;]{{0,30}}?\bsinds\s+(?:{_BEFORE}|de start|de invoering)"
    rf"|\bsinds\s+{_BEFORE}[^.;]{{0,60}}?\b{_MOVED}\b"
    rf"|\b(?:verbetering|verslechtering|vooruitgang)\b[^.;]{{0,20}}?\b(?:{_AGAINST}|sinds)\b"
)
_OUTCOME = re.compile(
    r"\b(?:tevredenheid|waardering|\w*cijfer|score|scores|aandeel|percentage|respons|bereik|"
    r"doorlooptijd\w*|wachttijd\w*|bejegening|gebruik|bekendheid|klachten|oordeel|kwaliteit)\b"
)
_TREND = re.compile(
    rf"\b{_MOVED}\b[^.;]{{0,40}}?\b(?:de )?(?:afgelopen|laatste|voorbije)\s+(?:\w+\s+)?jar(?:en)\b"
    rf"|\b(?:de )?(?:afgelopen|laatste|voorbije)\s+(?:\w+\s+)?jaren\b[^.;]{{0,50}}?\b{_MOVED}\b"
    rf"|\b{_MORE}\s+dan\s+(?:voorheen|vroeger|eerder|daarvoor)\b"
)
_SAID = re.compile(
    r"\b(?:volgens|geven aan|geeft aan|gaven aan|zeggen|zegt|vinden|vindt|ervaren|ervaart|"
    r"noemen|noemt|merken|verwacht\w*|moet|moeten|wil|willen|zou|zouden|kan|kunnen|doel|norm|"
    r"landelijk\w*|wet|wetgeving|als|of)\b"
)
_DIFFERENCE = re.compile(
    r"procentpunt|\bmet\s+(?:\w+\s)?\d[\d,]*\s?(?:%|procent|punt)|\d\s?% (?:meer|minder|hoger|"
    "lager)|keer zo (?:hoog|groot).{0,40}\\d"
)
_DURATIONS = (" jaar", " jaren", " maand", " weken", " keer", " maal")


def remarks(reading: Reading) -> Iterator[Remark]:
    """Better or worse than before, without what it was: one remark for all trends together."""
    years = {cell for table in reading.tables for cell in table.head}
    trends = []
    for sentence in reading.sentences:
        if sentence.role in ("inhoud", "bijlage") or _has_figures(reading, sentence):
            continue
        match = _COMPARES.search(sentence.lower)
        trend = None if match else _TREND.search(sentence.lower)
        if match and not _in_table(match[0], years):
            yield remark(sentence, RULE, "let op", _MESSAGE, match.span())
        elif trend and _OUTCOME.search(sentence.lower) and not _SAID.search(sentence.lower):
            trends.append((sentence, trend))
    if trends and not any(re.search(_YEAR, cell) for cell in years):
        yield _together(trends)


_MESSAGE = (
    "Hier wordt vergeleken met een eerder jaar, maar het cijfer van toen staat er niet bij. "
    "Noem beide cijfers, met het aantal mensen, of laat de vergelijking weg."
)


def _together(trends: list[tuple[Sentence, re.Match[str]]]) -> Remark:
    sentence, match = trends[0]
    others = {one.line for one, _ in trends[1:]} - {sentence.line}
    more = f" Ook op {lines_in_words(others)}." if others else ""
    return remark(sentence, RULE, "let op", _MESSAGE + more, match.span(), others)


def _in_table(words: str, heads: set[str]) -> bool:
    """Whether a table has a column for the year that is compared with."""
    years = re.findall(_YEAR, words)
    return any(year in head for year in years for head in heads)


def _has_figures(reading: Reading, sentence: Sentence) -> bool:
    """Whether figures of two moments stand in the sentence, or just before or after it."""
    own = [
        one
        for one in sentence.numbers
        if one.kind in ("percentage", "cijfer", "bedrag", "aantal")
        and not (one.word and one.value == 1)
        and not sentence.lower.startswith(_DURATIONS, one.stop)
    ]
    if len(own) > 1 or (own and _DIFFERENCE.search(sentence.lower)):
        return True
    near = [
        one
        for one in reading.around(sentence, 1, 1)
        if one is not sentence and one.passage is sentence.passage
    ]
    return any(_dated_figure(one) and one.stems & sentence.stems for one in near)


def _dated_figure(sentence: Sentence) -> bool:
    kinds = {number.kind for number in sentence.numbers}
    return "jaar" in kinds and bool(kinds & {"percentage", "cijfer", "bedrag", "aantal"})
