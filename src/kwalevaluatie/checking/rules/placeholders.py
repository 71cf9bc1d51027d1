"""Finds what is still to be filled in, and what says of itself that it is not final."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kwalevaluatie.checking.passages import Passage
from kwalevaluatie.checking.reading import Reading, lines_in_words, on_passage
from kwalevaluatie.model.reported import Remark, Severity

RULE = "nog in te vullen"
DRAFT = "nog niet definitief"
_FILL = (
    "invullen|in te vullen|aanvullen|aan te vullen|nader te bepalen|volgt|toevoegen|"
    "invoegen|datum|xx+|pm|nog"
)
_OPEN = re.compile(
    rf"""
    (?<![\w/.-])X{{2,}}(?![\w-])            # XXX
  | \bN\.?N\.?T\.?B\.?\b | \b[nN]\.t\.b\.?(?!\w) | \bntb\b | \bTBD\b | \bTODO\b | \?\?\?+
  | (?<![\w.-])PM(?![\w-])(?!\s*\d) | (?<![\w.])P\.M\.(?!\w)
  | \b(?:OPM|NTB|TBA|TBC|NOG\ DOEN|CHECK|CHECKEN|NAZOEKEN|INVULLEN|AANVULLEN)\b\s?[:!?.]
  | (?:\.{{3,}}|…|_{{3,}})\ ?(?:%|procent\b) | €\ ?(?:\.{{3,}}|…|_{{3,}}|[xX]{{1,}}\b|\?+)
  | (?<![\w%])[xX]{1, 3}\ ?% | (?<![\w?!])\?\?(?=\s+[a-z]|\s?%)
  | (?i:\((?:[a-z]+\ ){{1,3}}levert(?:\ dit|\ het)?\ (?:nog|later)\ aan\))
  | (?i:\b[a-z]+\ levert\ (?:dit\ |het\ )?nog\ aan\))
  | \[[A-Z][a-z]+\s?[:,][^\]\[]{{2,80}}\?\]
  | \[(?i:klopt|check|navragen|uitzoeken)\b[^\]\[]{{0,80}}\]
  | \[(?i:(?:naam|datum|aantal|bedrag|plaats|gemeente|functie|bron|titel|jaartal|jaar|nummer|link|
      foto|logo|afbeelding|figuur|tabel|percentage|auteur|organisatie|n|x|y|nr)\b)[^\]\[:]{{0,40}}\](?!\()
  | (?i:\bopmerking\ in\ de\ (?:kantlijn|marge)\b) | (?i:\btekst\ volgt\b)
  | (?i:\bdeze\ (?:bijlage|paragraaf|tabel|tekst)\ is\ nog\ (?:leeg|niet\ (?:gevuld|af|gereed))\b)
  | \[\s*(?:\.{{2}}|…|_+)?\s*\](?!\()
  | \[[^\]\[]{{0,60}}(?i:\b(?:{_FILL})\b)[^\]\[]{{0,60}}\]
  | (?i:\bzelf\ invullen\b) | (?i:lorem\ ipsum)
  | <(?i:datum|naam|bedrag|aantal|invullen|plaats|jaar|gemeente|functie|titel|tekst|percentage)
      \b[^<>]{{0,30}}>
  | (?i:fout!\s+(?:verwijzingsbron|bladwijzer)[^.]{{0,40}}) | (?i:error!\s+reference\ source)
  | (?i:klik\ of\ tik\ om)
    """,
    re.VERBOSE,
)
_LATER = re.compile(
    r"(?:wordt|worden|moet(?:en)?|dien(?:t|en)|zal|zullen)\s+(?:hier\s+)?(?:nog|later|nader|"
    "in (?:de|een) (?:definitieve|volgende) versie|"
    r"t\.z\.t\.|op een later moment)"
    r"\s+(?:\w+\s+){0,3}?(?:toegevoegd|ingevuld|aangevuld|verwerkt|uitgewerkt|opgenomen|"
    "ingevoegd|bijgewerkt)"
    r"|\b(?:volgt|volgen)\s+(?:nog|later|zo spoedig mogelijk|in (?:de|een) (?:definitieve|"
    r"volgende) versie)\b"
    r"|\b(?:nader|later|nog) te bepalen\b|\bnog\s+niet\s+(?:bekend|beschikbaar|ontvangen|"
    r"verwerkt|ingevuld|ingevoegd|afgerond)\b(?=\s*[.)\]:]*\s*$)"
    r"|\b(?:bij het ter perse gaan|op het moment van schrijven)\b.{0,60}\bnog\b.{0,30}\buit\b"
    r"|\bnog\s+(?:aan|in|toe) te (?:vullen|voegen)|\bstaat\s+nog\s+uit\b"
    r"|\bnog\s+te\s+(?:verwerken|verschijnen|ontvangen|controleren)\b"
)
_PROVISIONAL = re.compile(
    r"\bvoorlopig(?:e)?\s+(?:conclusies?|resultaten|bevindingen|uitkomsten|advies|versie|cijfers)\b"
    r"|\b(?:concept|werk)versie\b|\bconceptrapport(?:age)?\b"
)
_STAMP = re.compile(
    r"\W*(?:CONCEPT|Concept|VOORSTEL|ONTWERP|DRAFT|VERTROUWELIJK CONCEPT)(?:\s*v?\d[\d.]*)?\W*$"
)
_REPORT = re.compile(
    "hoofdstuk|rapport|enquête|cijfer|uitkomst|resultat|bijlage|figuur|tabel|grafiek|conclusie|"
    "respons|vervolg|"
    r"gegevens|overzicht|paragraaf|versie|meting|vragenlijst|planning|onderbouwing|berekening|"
    "toelichting|tekst|lijst van|samenvatting|reactie van|zienswijze|bestuurlijke reactie|bronnen"
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """Places to fill in, what is announced for later, and notices that it is a draft."""
    yield from _each(
        reading,
        _open_places,
        RULE,
        "fout",
        "Hier moet nog iets worden ingevuld. Vul het in of haal het weg voordat het rapport naar "
        "buiten gaat.",
    )
    yield from _each(
        reading,
        _later,
        RULE,
        "fout",
        "Hier staat dat er nog iets komt. Verwerk het, of schrijf op waarom het er niet is.",
    )
    yield from _stamps(reading)
    yield from _each(
        reading,
        _provisional,
        DRAFT,
        "let op",
        "Dit noemt zichzelf voorlopig. Maak het definitief, of zeg wat er nog aan kan veranderen.",
    )


Found = tuple[Passage, int, int]


def _each(
    reading: Reading,
    find: Callable[[Reading], Iterator[Found]],
    rule: str,
    severity: Severity,
    message: str,
) -> Iterator[Remark]:
    """A remark for each different wording: on its first place, with the lines of the others."""
    places: dict[str, list[Found]] = {}
    for passage, start, stop in find(reading):
        places.setdefault(passage.lower[start:stop], []).append((passage, start, stop))
    for found in places.values():
        passage, start, stop = found[0]
        others = {one.at(begin)[0] for one, begin, _ in found} - {passage.at(start)[0]}
        more = f" Ook op {lines_in_words(others)}." if others else ""
        yield on_passage(passage, rule, severity, message + more, (start, stop), others)


def _open_places(reading: Reading) -> Iterator[Found]:
    for passage in reading.passages:
        for match in _OPEN.finditer(passage.text):
            if not _is_elision(passage, match):
                yield passage, match.start(), match.end()


def _is_elision(passage: Passage, match: re.Match[str]) -> bool:
    """Whether dots in brackets leave something out of a quotation, or a box is to be ticked."""
    words = match[0].strip("[]… .")
    quoted = any(sign in passage.text for sign in '“”"„‘')
    mask = re.fullmatch(r"\[(?:naam|plaats|gemeente|organisatie|functie)[^\]]{0,20}\]", match[0])
    dots = not words and (quoted or match[0] in ("[]", "[ ]"))
    return match[0].startswith("[") and (dots or bool(mask and quoted))


def _later(reading: Reading) -> Iterator[Found]:
    for sentence in reading.sentences:
        match = _LATER.search(sentence.lower)
        if match and _REPORT.search(sentence.lower):
            yield sentence.passage, sentence.start + match.start(), sentence.start + match.end()
    for passage in reading.passages:
        match = _LATER.search(passage.lower)
        if match and passage.kind in ("bijschrift", "kop", "tabel"):
            yield passage, match.start(), match.end()


def _stamps(reading: Reading) -> Iterator[Remark]:
    stamped = [line for line in reading.report.lines if _STAMP.match(line.text)]
    if stamped:
        first, others = stamped[0], tuple(line.number for line in stamped[1:])
        more = f" Ook op {lines_in_words(others)}." if others else ""
        words = first.text.strip()
        yield Remark(
            first.number,
            DRAFT,
            "let op",
            words,
            f"Het rapport noemt zichzelf “{words}”. Haal dat weg in de definitieve versie.{more}",
            0,
            len(first.text),
            others,
        )


def _provisional(reading: Reading) -> Iterator[Found]:
    for sentence in reading.sentences:
        match = _PROVISIONAL.search(sentence.lower)
        if match and ("let op" in sentence.lower or "dit " in sentence.lower[:12]):
            yield sentence.passage, sentence.start + match.start(), sentence.start + match.end()
