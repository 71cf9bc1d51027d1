"""Finds ages of people, and leaves durations, amounts and counts alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.privacy.finding.evidence import DOES, ROLES
from kwalevaluatie.privacy.finding.numerals import NUMERALS, ORDINALS
from kwalevaluatie.privacy.finding.words import DIGITS, NAME, NUMERAL, ORDINARY, TIME, Words
from kwalevaluatie.privacy.found import Identifier, identifier

OLDEST = 110
MOST_IN_A_ROW = 12
_TO_BE = frozenset("ben is was bent zijn waren word wordt werd geworden".split())
_HEDGES = frozenset(
    """nu al net pas bijna inmiddels nog ongeveer ruim zo zo'n rond dus gewoon ook eh uh immers
    ondertussen toen zelf dan volgens mij intussen volgende maand week morgen binnenkort in de
    zomer dit jaar eigenlijk toch echt""".split()
)
_SUBJECTS = frozenset("ik hij zij ze u jij je die zelf ie".split())
_PEOPLE = frozenset(ROLES) | frozenset(
    """jongens meisjes meiden tweeling zoontjes dochtertjes kleinkinderen iemand mannetje
    jongetje kids puber pubers peuter inwoner cliënt client deelnemer jongere kerel respondent
    moeders vaders mannen vrouwen ouders""".split()
)
_ONES_OWN = frozenset("mijn zijn haar hun m'n z'n d'r je jouw uw zn mn".split())
_AT_AGE = frozenset("op van tot sinds rond vanaf na voor met".split())
_UNITS = frozenset(
    """uur uren euro keer maal week weken maand maanden dag dagen minuten minuut procent
    kinderen mensen kilometer km jaartje meter kilo stuks graden personen gesprekken maandjes
    werkgevers euro's euros dagdelen kwartier collega's jaren cent punt punten kamers hoog van
    seconden sollicitaties brieven op met keren mailtjes formulieren""".split()
)
_DURATION = frozenset(
    "geleden lang lange gewerkt later terug ervaring bezig duurt duurde in".split()
)
_OLD = frozenset("oud jong oude".split())
_GOING_ON = DOES | frozenset(
    "en dus maar of toen nu hoor geworden die dat want als op met in uit bij aan inmiddels".split()
)
_JARIG = re.compile(r"(\d{1,3}|\w+)[- ]?jarige?n?")


def find_ages(words: Words) -> Iterator[Identifier]:
    """Ages in figures and words: "ik ben 58", "een zoon van twaalf", "op mijn achttiende"."""
    for index in words.marked(DIGITS | NUMERAL | TIME):
        word = words[index]
        number = word.marks & (DIGITS | NUMERAL) and _is_age(words, index)
        if number or _is_jarig(word.lower) or _is_birthday_number(words, index):
            yield _age(words, index, index + _with_years(words, index))


def _age(words: Words, first: int, last: int) -> Identifier:
    start, stop = words.start(first), words.stop(last)
    return identifier(words.text, start, stop, "leeftijd", 0.8, direct=False)


def _is_jarig(lower: str) -> bool:
    match = _JARIG.fullmatch(lower)
    return bool(match) and (match[1].isdecimal() or match[1] in NUMERALS)  # type: ignore[index]


def _is_birthday_number(words: Words, index: int) -> bool:
    """As in "op mijn achttiende", "tot haar zestiende"."""
    if ORDINALS.get(words[index].lower, 0) < 12:
        return False
    own = words.before(index) in _ONES_OWN and words.before(index, 2) in _AT_AGE
    return own and not words.after(index).endswith(("gesprek", "keer", "poging", "baan", "dag"))


def _with_years(words: Words, index: int) -> bool:
    return words.after(index) in ("jaar", "jr")


def _number(words: Words, index: int) -> int:
    word = words[index]
    if word.text.isdecimal() and len(word.text) < 4:
        return int(word.text)
    return NUMERALS.get(word.lower, 0)


def _is_age(words: Words, index: int, row: int = 0) -> bool:
    number = _number(words, index)
    if not 0 < number <= OLDEST or words[index].lower == "een":
        return False
    if "(" in words.gap(index) and re.match(r"(?: jaar| jr\.?)?\)", _rest(words, index)):
        return bool(words[index - 1].marks & NAME) or words[index - 1].lower in _PEOPLE
    after = words.after(index)
    if after == "jaar":
        return _years_old(words, index, row)
    if after == "jr":
        return True
    if (
        after in _UNITS
        or re.match(r"[%€:]|[.,/-]\d", _rest(words, index))
        or "€" in words.gap(index)
    ):
        return False
    return _told(words, index, number) or _follows_age(words, index, row)


def _rest(words: Words, index: int) -> str:
    return words.text[words.stop(index) : words.stop(index) + 8]


def _told(words: Words, index: int, number: int) -> bool:
    """Whether the words around the number say that somebody has this age."""
    before, after = words.before(index), words.after(index)
    if after in _TO_BE:
        return (before in _SUBJECTS and words.before(index, 2) != "van") or (
            number > 9 and words.after(index, 2) in _SUBJECTS
        )
    place = _past_hedges(words, index)
    verb = words.before(place + 1)
    ends = not _is_counted(words, index)
    if verb in _SUBJECTS and words.before(place) in _TO_BE:
        return ends
    if verb in _TO_BE:
        return _is_somebody(words, place) and (number > 9 or ends)
    if verb == "van":
        whose = words.before(place)
        parent = whose in ("moeder", "vader", "ouder", "ouders", "oma", "opa") and number < 12
        return ends and not parent and whose in _PEOPLE | {"een", "eentje", "één"}
    return ends and verb in ("oudste", "jongste", "middelste", "kleinste", "ander")


def _past_hedges(words: Words, index: int) -> int:
    place = index - 1
    while index - place < MOST_IN_A_ROW and words.before(place + 1) in _HEDGES:
        place -= 1
    return place


def _is_counted(words: Words, index: int) -> bool:
    """Whether something is counted: "vijf dagen", "drie deuren"."""
    following = words[index + 1]
    if not following.text or words.opens(index + 1) or words.gap(index + 1).strip():
        return False
    return following.lower not in _GOING_ON


def _is_somebody(words: Words, verb: int) -> bool:
    around = {words.before(verb), words.before(verb, 2), words.after(verb)}
    if words[verb - 1].marks & NAME and not words[verb - 1].marks & ORDINARY:
        return True
    return bool(around & (_SUBJECTS | _PEOPLE)) and words.before(verb) != "dat"


def _follows_age(words: Words, index: int, row: int) -> bool:
    """Whether it goes on from another age: "kinderen van twaalf en veertien"."""
    listed = words.before(index) == "en" or words.gap(index).strip() == ","
    previous = index - 1 - (words.before(index) == "en")
    if listed and words.before(previous + 1) in ("eh", "en"):
        previous -= 1
    is_number = previous >= 0 and words[previous].marks & (DIGITS | NUMERAL)
    if not listed or not is_number or row > MOST_IN_A_ROW or _is_counted(words, index):
        return False
    return _is_age(words, previous, row + 1)


def _years_old(words: Words, index: int, row: int) -> bool:
    """Whether "N jaar" is an age and no duration."""
    following = words.after(index, 2)
    if following in _OLD:
        return True
    if following in _DURATION:
        return False
    place = _past_hedges(words, index)
    verb = words.before(place + 1)
    if verb == "van":
        return words.before(place) in _PEOPLE
    ends = not _is_counted(words, index + 1)
    if verb in _TO_BE:
        return _is_somebody(words, place) and ends
    if ends and place == index - 1 and words[place].marks & NAME and not words.opens(index):
        return True
    return _follows_age(words, index, row)
