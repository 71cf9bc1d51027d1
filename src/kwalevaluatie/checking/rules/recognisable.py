"""Looks for people who are easily recognised in what is told of them.

What identifies somebody is not for this package to know: the caller gives a function that says
how telling a text is. This rule finds the sentences on one person, and puts them to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, lines_in_words, remark
from kwalevaluatie.model.reported import Remark

RULE = "herkenbaar"
Describe = Callable[[str], tuple[str, str]]
_PERSON = (
    "inwoner|inwoonster|cliënt|klant|respondent|geïnterviewde|deelnemer|deelneemster|ouder|"
    "moeder|vader|jongere|jeugdige|vrouw|man|"
    "statushouder|inburgeraar|medewerker|consulent|professional|ondernemer|mantelzorger|partner|"
    "bewoner|regisseur|leerling|kind|jongen|meisje|gezin|persoon"
)
_ONE = re.compile(
    r"\b(?:één|eén|een|1|de enige|weer een|deze|die)\s+(?:andere\s+|alleenstaande\s+|jonge\s+|"
    rf"oudere\s+|\d\d-jarige\s+|\w+se?\s+)?(?:{_PERSON})\b"
    rf"|\b(?:één|een) van (?:hen|de)\b(?! {COUNT})"
    r"(?! (?:redenen|punten|doelen|thema|knelpunten|onderdelen))|"
    r"\been ander\b"
)
_GOES_ON = re.compile(r"^(?:hij|zij|ze|haar|zijn|deze|die)\b")
_SOLE = re.compile(
    r"\b(?:de enige|slechts één|één)\s+(?P<role>[\w-]*(?:consulent|matchmaker|makelaar|"
    "coördinator|teamleider|manager|directeur|wethouder|gemeentesecretaris|bestuurder|"
    r"psycholoog|arts|verpleegkundige))\b"
)
_SAYS = re.compile(
    r"\b(?:geeft aan|gaf aan|vindt|vond|zegt|zei|noemt|noemde|heeft onderzoek|onderzoek gedaan|"
    r"vertelde|meent|stelt)\b"
)


_TRAITS: dict[str, re.Pattern[str]] = {
    "herkomst": re.compile(
        r"\b(?:gevlucht|vluchteling|statushouder|buitenland|afkomstig uit|"
        r"geboren in|voor nederland|asiel\w*|land van herkomst)\b"
    ),
    "gezin": re.compile(
        r"\b(?:haar|zijn|hun|wiens|wier) (?:familie|ouders?|moeder|vader|zoon|dochter|kind|"
        r"kinderen|gezin|man|vrouw|partner|ex\w*)\b|\b(?:alleenstaande|tweeling|"
        r"drieling|weduwe|weduwnaar|zwanger)\b"
    ),
    "werk": re.compile(
        r"\b(?:de zaak|eigen zaak|winkel|bedrijf|restaurant|salon|onderneming|"
        r"stage|voormalig\w*|praktijk)\b"
    ),
    "gezondheid": re.compile(
        r"\b(?:psych\w+|ziekte|kanker|autisme|verslav\w+|depressie|"
        r"beperking|rolstoel|burn-?out|ptss|operatie|ziekenhuis)\b"
    ),
    "gebeurtenis": re.compile(
        r"\b(?:brand|(?<!per )ongeluk|ongeval|detentie|gevangenis|faillissement|"
        r"overleden|scheiding|huiselijk geweld)\b"
    ),
}
FEWEST_TRAITS = 2


def recognisable_people(reading: Reading, describe: Describe | None) -> Iterator[Remark]:
    """Remarks on what is told of one person, where it is telling.

    `describe` gives a level (`laag`, `verhoogd`, `hoog`) and a reason in words. Where it finds
    little, two plain traits of one person are enough to look at. People told of one after the
    other make one remark.
    """
    before = -10
    for told in _vignettes(reading):
        reason = _told_of(told, describe)
        if reason and told[0].index - before > FEWEST_TRAITS:
            message = (
                f"Hier is iemand te herkennen: {reason}. Laat weg of maak vager wat de "
                "lezer niet nodig heeft."
            )
            yield remark(told[0], RULE, "let op", message, also=[one.line for one in told[1:]])
        if reason:
            before = told[-1].index
    yield from _sole_holders(reading)


def _told_of(told: Sequence[Sentence], describe: Describe | None) -> str:
    """Why somebody is recognised in some sentences; nothing where that is not so."""
    text = " ".join(" ".join(one.text for one in told).split())
    level, reason = describe(text) if describe else ("laag", "")
    if level in ("verhoogd", "hoog"):
        return reason
    kinds = [name for name, words in _TRAITS.items() if words.search(text.lower())]
    return f"{' en '.join(kinds)} van één persoon" if len(kinds) >= FEWEST_TRAITS else ""


def _vignettes(reading: Reading) -> Iterator[Sequence[Sentence]]:
    """Sentences on one person, each with the next when that goes on about the same one."""
    for sentence in reading.sentences:
        if sentence.role in ("methode", "inhoud") or not _is_of_one(sentence):
            continue
        after = reading.around(sentence, 0, 1)[1:]
        goes_on = [
            one for one in after if one.passage is sentence.passage and _GOES_ON.match(one.lower)
        ]
        yield (sentence, *goes_on)


_MANY = re.compile(
    rf"^\W*(?:in|bij|van|voor)\s+(?:de\s+)?(?P<k>{COUNT})\s+(?!van\b)[a-zà-ÿ]{{4,}}n\b"
)
FEW = 2


def _is_of_one(sentence: Sentence) -> bool:
    """Whether a sentence is on one person, rather than on what holds in so many cases."""
    many = _MANY.match(sentence.lower)
    return bool(_ONE.search(sentence.lower)) and not (many and count_value(many["k"]) > FEW)


def _sole_holders(reading: Reading) -> Iterator[Remark]:
    """The one holder of a function, whose opinion or work is told: one remark for a report."""
    found = [
        (sentence, match)
        for sentence in reading.sentences
        if (match := _SOLE.search(sentence.lower)) and _SAYS.search(sentence.lower)
    ]
    if found:
        sentence, match = found[0]
        others = [one.line for one, _ in found[1:]]
        more = f" Ook op {lines_in_words(others)}." if others else ""
        message = (
            f"Er is maar één {match['role']}; collega's weten wie dat is. Vraag of dit zo "
            f"in het rapport mag, of maak de functie vager.{more}"
        )
        yield remark(sentence, RULE, "let op", message, match.span(), others)
