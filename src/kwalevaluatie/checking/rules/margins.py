"""Weighs what is said of margins, certainty and significance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.model.reported import Remark

RULE = "uitleg van de marge"
_MARGIN = (
    r"(?:(?:fout(?:en)?|(?:on)?nauwkeurigheids|steekproef|onzekerheids|betrouwbaarheids)"
    r"-?marges?|\bmarges?\b)"
)
_TRUST = r"(?:betrouwbaarheids(?:niveau|interval|percentage)?|betrouwbaarheid|zekerheid)"
_ABOUT = re.compile(rf"{_MARGIN}|{_TRUST}|\bbetrouwba(?:ar|re)\b|steekproef")
_PERCENT = r"\s?(?:%|procent\b(?!punt))"
_IS = r"(?:\s+(?:is|was|zijn|van|bedraagt|bedroeg|ligt op|daarmee|dus|op|circa|ongeveer|een))*\s*"
_LEVEL_AS_MARGIN = re.compile(
    rf"(?:fout(?:en)?|onnauwkeurigheids|steekproef|onzekerheids)-?marge{_IS}(?:[5-9]\d)(?:,\d)?"
    rf"{_PERCENT}|\b(?:[89]\d)(?:,\d)?{_PERCENT}\s+(?:fout(?:en)?|onnauwkeurigheids|steekproef)"
    "-?marge"
)
_MARGIN_AS_LEVEL = re.compile(
    rf"{_TRUST}{_IS}(?:[1-9]|[1-4]\d)(?:,\d)?{_PERCENT}"
    rf"|(?<![\d,])(?:[1-9]|[1-4]\d)(?:,\d)?{_PERCENT}\s+betrouwba(?:ar|re)"
)
_RELIABLE = re.compile(
    rf"(?:\bvoor\s+)?\d\d(?:,\d)?{_PERCENT}\s+(?:betrouwba(?:ar|re)|juist|correct|waar|"
    r"nauwkeurig|kloppend)\b(?!\s*(?:heid|interval))"
)
_EACH = re.compile(
    r"\b(?:voor|van|bij|op)\s+(?:elke|iedere|ieder|elk|een willekeurige|de individuele|"
    r"een individuele)\s+(?:individuele\s+)?[a-zà-ÿ]+|\bvoor hem of haar\b|\bvoor u persoonlijk\b"
)
_BOUND = re.compile(
    r"\b(?:geldt|gelden|klopt|kloppen|juist|zekerheid|zeker|betrouwba\w+|toepassing|waar is)\b"
)
_OTHER_MEANING = re.compile(
    r"\b(?:begrepen|begrijpen|begrip van|eerlijk|zorgvuldig ingevuld|verkeerd ingevuld|"
    r"fout ingevuld|onjuist ingevuld|foute antwoorden|fouten (?:in|bij|maakt|maken|gemaakt)|"
    r"verkeerd(?:e)? (?:antwoord\w*|beantwoord|begrepen)|typefout\w*|invoerfout\w*|"
    r"niet (?:heeft |hebben )?(?:meegedaan|gereageerd|deelgenomen|ingevuld|geantwoord)|"
    r"de waarheid|gelogen|onnauwkeurig ingevuld|hoe goed (?:de )?(?:vragen|vraag|lijst))\b"
)
_EXPLAINS = re.compile(
    r"\b(?:(?:dat|wat|dit|die|deze marge|de marge|deze betrouwbaarheid|daarmee) (?:wil zeggen|"
    r"betekent|betekenen|houdt in|zegt|geeft aan|laat zien|toont|geeft weer)|oftewel|ofwel|dus|"
    r"met andere woorden|geeft aan|laat zien|betekent|houdt in|zegt|maat voor|zeggen|daarom|"
    r"dankzij)\b"
)
_OF_PEOPLE = re.compile(
    rf"\d{_PERCENT}\s+van\s+(?:de|alle|onze|het)\s+(?:\w+\s)?(?:antwoorden|cliënten|klanten|"
    r"inwoners|respondenten|mensen|ouders|populatie|deelnemers|vragenlijsten|jongeren|invullers|"
    r"huishoudens|uitkomsten|cijfers|resultaten|gegevens)\b[^.]*"
    r"\b(?:gaf|geven|gaven|hetzelfde|onjuist\w*|fout\w*|juist\w*|klopt|kloppen|valt|vallen|"
    r"antwoord\w*|eerlijk|tevreden|waar|betrouwbaar|zekerheid)\b"
)
_AS_MANY = re.compile(
    rf"(?P<share>\d{{1,2}}(?:,\d)?){_PERCENT}\s+van\s+(?:de|alle|onze|het)\s+(?:\w+\s)?"
    r"(?:antwoorden|cliënten|klanten|inwoners|respondenten|mensen|ouders|populatie|deelnemers|"
    r"vragenlijsten|groep|uitkomsten|cijfers|resultaten|gevallen|jongeren|huishoudens|invullers)"
)
_REPEATED = re.compile(
    r"\b(?:herha(?:al|ald|len)|opnieuw|steekproeven|keren|van de (?:honderd|100)|keer)\b"
)
_SURE = re.compile(
    r"\b(?:heel |helemaal |volledig |absoluut |100\s?% )?zeker\s+(?:van|dat|weten)|hoe zeker|"
    r"weten we zeker|staat (?:het )?vast dat|met (?:volledige|100\s?%|absolute) zekerheid|"
    r"sluit (?:toeval|fouten) uit|kan geen toeval zijn"
)
_RIGHT_SURE = re.compile(
    rf"\b(?:8|9)\d(?:,\d)?{_PERCENT}\s*(?:zeker|kans|betrouwbaar)|met (?:een )?\d{{2}}{_PERCENT}"
)
_SAYS_NOTHING = re.compile(
    r"\b(?:zegt|zeggen|betekent|betekenen)\s+(?:dus\s+|ook\s+)?(?:niets|niet)\b"
)
_DENIED = re.compile(r"\b(?:niet|geen|onterecht|misverstand|nooit)\b")


def remarks(reading: Reading) -> Iterator[Remark]:
    """Margins and levels of confidence that are explained wrongly: one remark a section."""
    explained: set[int] = set()
    for sentence in reading.sentences:
        match = _wrong(reading, sentence)
        if match and sentence.section.line not in explained:
            explained.add(sentence.section.line)
            yield remark(sentence, RULE, "fout", _MESSAGE, match.span())


_MESSAGE = (
    "Dit is geen goede uitleg van marge of betrouwbaarheid. De marge zegt hoe ver een percentage "
    "van de steekproef kan afwijken van dat van de hele groep; de betrouwbaarheid (meestal 95%) "
    "in hoeveel van de steekproeven dat zo is."
)


def _wrong(reading: Reading, sentence: Sentence) -> re.Match[str] | None:
    before = reading.around(sentence, 1, 0)[0]
    own = bool(_ABOUT.search(sentence.lower))
    explains = _EXPLAINS.search(sentence.lower)
    near = own or (bool(explains) and bool(_ABOUT.search(before.lower)))
    if not near:
        return None
    found = _LEVEL_AS_MARGIN.search(sentence.lower) or _MARGIN_AS_LEVEL.search(sentence.lower)
    return found or _meaning(sentence, before, explains)


def _meaning(
    sentence: Sentence, before: Sentence, explains: re.Match[str] | None
) -> re.Match[str] | None:
    """An explanation that makes of it what it is not; none where that is just what is denied."""
    lower = sentence.lower
    if _REPEATED.search(lower) or _SAYS_NOTHING.search(lower):
        return None
    people = _OF_PEOPLE.search(lower) or _of_as_many(sentence, before)
    margin = re.search(_MARGIN, lower + (before.lower if explains else ""))
    if people:
        return people
    if _DENIED.search(lower) and not (margin and explains and _OTHER_MEANING.search(lower)):
        return None
    return _reliable(lower) or (margin and _of_margin(lower, explains)) or None


def _reliable(lower: str) -> re.Match[str] | None:
    """Outcomes that are called right for so many percent."""
    return _RELIABLE.search(lower)


def _of_margin(lower: str, explains: re.Match[str] | None) -> re.Match[str] | None:
    """What a margin is said to tell: of each person, of mistakes, of being quite sure."""
    each = _EACH.search(lower)
    if each and _BOUND.search(lower):
        return each
    other = _OTHER_MEANING.search(lower) if explains else None
    sure = None if _RIGHT_SURE.search(lower) else _SURE.search(lower)
    return other or sure


def _of_as_many(sentence: Sentence, before: Sentence) -> re.Match[str] | None:
    """An explanation in which the level itself becomes a share of people."""
    explained = _EXPLAINS.search(sentence.lower)
    match = _AS_MANY.search(sentence.lower, explained.end()) if explained else None
    said = f"{before.lower} {sentence.lower[: explained.start()]}" if explained else ""
    level = re.search(rf"(?:{_MARGIN}|{_TRUST})\D{{0,25}}(\d{{1,2}}(?:,\d)?)\s?%", said)
    share = match["share"].replace(",", ".") if match else ""
    stated = float(level[1].replace(",", ".")) if level else -1.0
    return match if share and float(share) in (stated, 100 - stated) else None
