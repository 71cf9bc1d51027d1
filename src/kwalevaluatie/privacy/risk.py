"""How easily somebody is still recognised once names are gone.

People are known by a combination of ordinary facts, none of which names them: Sweeney (2002)
counts how many people share such a combination. Nobody has that count for interviews, so each
fact weighs as the order of magnitude of how rare it is, and the weights of different kinds are
added, as independent rarities are multiplied. Three kinds count in full, as Willenborg and
De Waal (2001) look at combinations of three facts that people know of each other. The kinds
follow Saunders, Kitzinger and Kitzinger (2015) on interviews: places, background, occupation,
family, and other telling details. It is a warning to look, no measurement: a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from kwalevaluatie.privacy import risk_words as words
from kwalevaluatie.wording import number_word

Kind = Literal[
    "herkomst", "gezin", "bedrijf", "beroep", "plaats", "gezondheid", "levensloop", "leeftijd",
    "datum", "opleiding", "rol", "geld", "motief", "wending", "partner", "twijfel", "één persoon",
    "verloop", "bijzonderheden",
]  # fmt: skip
Level = Literal["laag", "verhoogd", "hoog"]

RAISED, HIGH = 1.5, 3.0
"""Scores from which a risk is raised (one in thirty) and high (one in a thousand)."""
OF_ANOTHER, WISHED, PASSING = 0.4, 0.4, 0.5
"""What is left of a weight: of somebody else, of a wish, of what is named in passing."""
LEAST, LEAST_OWNED = 0.15, 1.0
FULL_KINDS = 3
SHOWN_KINDS, SHOWN_TEXTS = 4, 2
AROUND = 150


@dataclass(frozen=True)
class Trait:
    """Something by which people know each other: `text[start:stop]`, in one of the turns.

    `weight` is a rough order of magnitude: 1 is one in ten, 2 one in a hundred.
    """

    kind: Kind
    start: int
    stop: int
    text: str
    weight: float
    turn: int | None = None


@dataclass(frozen=True)
class Risk:
    """How easily somebody is recognised by what is told, on which traits, and why."""

    level: Level
    score: float
    traits: tuple[Trait, ...]
    reason: str


@dataclass(frozen=True)
class _Term:
    """A word of the lists, and which list it is on."""

    list: str
    kind: Kind
    name: str
    weight: float


@dataclass(frozen=True)
class _Place:
    """What is said around words in a sentence, in lower case, and the sentence before it.

    `told`: who is spoken of is whom the text is about.
    """

    before: str
    after: str
    previous: str
    told: bool


_LISTS: tuple[tuple[str, Kind, words.Words], ...] = (
    ("sector", "beroep", words.SECTORS),
    ("herkomst", "herkomst", words.ORIGIN),
    ("gezin", "gezin", words.FAMILY),
    ("business", "bedrijf", words.BUSINESSES),
    ("plain business", "bedrijf", words.PLAIN_BUSINESSES),
    ("bedrijf", "bedrijf", words.ANY_BUSINESS),
    ("beroep", "beroep", words.OCCUPATIONS),
    ("servant", "beroep", words.SERVANTS),
    ("rol", "rol", words.FUNCTIONS),
    ("opleiding", "opleiding", words.EDUCATION),
    ("gezondheid", "gezondheid", words.HEALTH),
    ("abbreviation", "gezondheid", words.ABBREVIATIONS),
    ("levensloop", "levensloop", words.LIFE),
    ("plaats", "plaats", words.TOWNS),
)


Pattern = tuple[Kind, float, re.Pattern[str]]


def find_traits(text: str, *, told: bool = False, more: Iterable[Pattern] = ()) -> list[Trait]:
    """Traits that a piece of text tells of somebody, in the order of the text.

    What is denied, or said of people in general, is none; of another it weighs less, unless
    that other is whom the text is about (`told`). `more` are patterns of a kind and a weight
    to look for besides; the first group of each is the trait.
    """
    plain = _plain(text)
    added = ((kind, _constant(weight), pattern) for kind, weight, pattern in more)
    patterns = (*_NUMBERED, *added)
    found = (*_in_sentences(text, plain, told, patterns), *_by_form(text))
    heavy = (trait for trait in found if trait.weight >= LEAST)
    return sorted(heavy, key=lambda trait: (trait.start, trait.stop))


def risk_of_text(text: str) -> Risk:
    """The risk of a piece of text by itself, such as a quotation."""
    return together(find_traits(text))


def risk_of_conversation(turns: Iterable[tuple[str, str]]) -> Risk:
    """The risk of a conversation, from the role and the text of each turn.

    What the interviewer says does not count; where roles are unknown, all is taken as answer.
    """
    return together(
        replace(trait, turn=index)
        for index, (role, text) in enumerate(turns)
        if role != "interviewer"
        for trait in find_traits(text)
    )


def _plain(text: str) -> str:
    """The text in lower case with what stands in brackets blank, every sign in its place."""
    lower = text.replace("İ", "i").replace("’", "'").lower()
    return _BRACKETS.sub(_blank, lower)


def _blank(match: re.Match[str]) -> str:
    """Blanks for what is in brackets; a mark for the pseudonym of somebody else."""
    of_another = _PSEUDONYM.fullmatch(match[0])
    return (_MARK if of_another else " ") * len(match[0])


_BRACKETS = re.compile(r"\[[^\]\n]*\]")
_MARK = "#"
_ROLES_OF_OTHERS = (
    "regisseur|jobhunter|jobcoach|coach|consulent|medewerker|begeleider|collega|familie|zus|broer"
    r"|vriend\w*|buur\w*|arts|huisarts|trainer|docent|chef"
)
_PSEUDONYM = re.compile(rf"\[(?:{_ROLES_OF_OTHERS})-\d+\]")
_SENTENCE = re.compile(r"[^.!?;\n]+")
_PLURALS = frozenset({"s", "'s", "en", "n"})
_PERSONS = frozenset({"herkomst", "beroep", "rol"})
_NO_NAMES = frozenset({"beroep", "rol", "bedrijf"})


@cache
def _terms() -> dict[str, _Term]:
    return {
        form: _Term(name, kind, forms[0], weight)
        for name, kind, lists in _LISTS
        for weight, block in lists.items()
        for entry in block.split(",")
        for forms in [[" ".join(form.split()) for form in entry.split("/")]]
        for form in forms
        if form
    }


@cache
def _scanner() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:oud-|ex-)??({_either(_terms())})(s|'s|en|e|n)?(?![\w-])")


def _either(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, by first letter, so that few are tried at each place."""
    rests: dict[str, list[str]] = {}
    for form in forms:
        rests.setdefault(form[:1], []).append(form[1:])
    may_end = rests.pop("", None)
    branches = [re.escape(first) + _either(rest) for first, rest in rests.items()]
    return f"(?:{'|'.join(branches)})" + ("?" if may_end else "") if branches else ""


def _in_sentences(
    text: str, plain: str, told: bool, patterns: Sequence[_Numbered]
) -> Iterator[Trait]:
    previous = ""
    for sentence in _SENTENCE.finditer(plain):
        yield from _by_word(text, sentence, previous, told)
        yield from _by_pattern(text, sentence, previous, told, patterns)
        previous = sentence[0]


def _by_word(text: str, sentence: re.Match[str], previous: str, told: bool) -> Iterator[Trait]:
    words_said = sentence[0]
    for match in _scanner().finditer(words_said):
        place = _place(words_said, match.span(), previous, told)
        term = _terms()[match[1]]
        start, stop = (sentence.start() + offset for offset in match.span())
        said = text[start:stop]
        if _is_written_so(term, said, place, match[2]) and not _is_group(term, match[2], place):
            yield from _trait(term, (start, stop), said, place)


def _by_pattern(
    text: str,
    sentence: re.Match[str],
    previous: str,
    told: bool,
    patterns: Sequence[_Numbered],
) -> Iterator[Trait]:
    words_said = sentence[0]
    for kind, weigh, pattern in patterns:
        for match in pattern.finditer(words_said):
            place = _place(words_said, match.span(1), previous, told)
            start, stop = (sentence.start() + offset for offset in match.span(1))
            weight = round(weigh(match) * _factor(place), 2)
            yield Trait(kind, start, stop, text[start:stop], weight)


def _place(sentence: str, span: tuple[int, int], previous: str, told: bool) -> _Place:
    start, stop = span
    before, after = sentence[max(0, start - AROUND) : start], sentence[stop : stop + AROUND]
    return _Place(before, after, previous, told)


def _is_written_so(term: _Term, said: str, place: _Place, ending: str | None) -> bool:
    """Whether a word that is also another word, or a surname, has its capitals or has none."""
    if term.list == "abbreviation":
        return said.isupper() and not ending
    capital = said[0].isupper() and bool(place.before.strip())
    if term.name in words.AMBIGUOUS_TOWNS:
        return capital
    return not (capital and term.kind in _NO_NAMES)


def _is_group(term: _Term, ending: str | None, place: _Place) -> bool:
    """Whether a word means people in the plural, and not "wij"."""
    plural = ending in _PLURALS and term.kind in _PERSONS
    return plural and not _WE.search(place.before)


def _trait(term: _Term, span: tuple[int, int], said: str, place: _Place) -> Iterator[Trait]:
    factor = _factor(place) * _FACTORS.get(term.list, _always)(place)
    kind: Kind = "beroep" if term.list == "business" and not _is_owned(place) else term.kind
    if factor:
        yield Trait(kind, *span, said, round(term.weight * factor, 2))


_WE = re.compile(r"\b(?:wij|we) (?:zijn|waren|komen|als)\b|\b(?:zijn|waren) (?:wij|we)\b")
_OWN = r"\b(?:ik|wij|we|mijn|m'n|mezelf|onze)\b"
_KIN = (
    r"(?:zus\w*|broer\w*|ooms?|tantes?|neef\w*|nicht\w*|zwager|schoon\w+|vader|moeder|ma|pa"
    r"|ouders|opa|oma)"
)
_OTHER = re.compile(
    rf"(?<!{_MARK})(?<!bij )(?<!met )(?<!van )(?<!door ){_MARK}+|"
    r"\b(?:buur(?:man|vrouw|jongen|meisje|tje)s?|buren|vriend(?:in|innen|en|je)?|kennis|kennissen"
    r"|collega\w*|iemand|mevrouw|meneer|cliënt|klant|stagiair\w*"
    r"|(?<!ben )(?<!was )(?:een|die|de andere?) (?:\w+ )?"
    r"(?:man|vrouw|jongen|meisje|inwoner|gast|gezin)"
    rf"|(?:mijn|m'n|me|z'n|zijn|haar|d'r|hun|ons|onze) (?:\w+ )?{_KIN})\b"
)
_PEOPLE = re.compile(
    r"\b(?:mensen|iedereen|sommigen?|(?<!mijn )(?<!m'n )ouders|cliënten|klanten|inwoners"
    r"|anderen|degenen"
    r"|wie|als je|je (?:mag|moet|kunt|kan|krijgt|hoort)|stel dat|vrouwen|mannen"
    r"|gezinnen|jongeren|jongens|deelnemers|kandidaten"
    r"|vluchtelingen|statushouders|asielzoekers|nieuwkomers)\b"
)
_SPEAKER = re.compile(_OWN)
_GOES_ON = re.compile(r"\W*(?:(?:en|maar|nou|ja|dus|want) )*(?:hij|zij|ze|die)\b")
_DENIED = re.compile(
    r"\b(?:geen|niet|nooit|zonder|noch)(?! meer| langer| alleen)"
    r"(?: (?!door|want|omdat|maar|vanwege|wegens|sinds|en )[\w'-]+){0,3} $"
)
_DENIED_AFTER = re.compile(r"^ (?:heb|ben|was|had) (?:ik|we|wij) (?:\w+ )?(?:nooit|niet)\b")
_WISHED = re.compile(
    r"\b(?:zou|zouden|wil graag|wil(?:de)? (?:altijd|ooit|later)|droom\w*|dromen)\b"
)


_LIKENED = re.compile(r"\b(?:alsof|net als|lijkt wel|leek wel|bij wijze van|zogenaamd)\b")
_SERVICE = re.compile(
    r"(?:^|[,:] ?|\b(?:en|maar|want|dat|toen|dus|omdat) )(?:de|het|mijn|een|haar|zijn|die|onze) "
    r"(?:[\w-]+ )?(?:\w*consulent|\w*regisseur|klantmanager|\w*begeleider|job\w+|\w*medewerker"
    r"|dienst|gemeente|werkgever|baas|chef|manager|directeur)\b"
)
_AFTER_SERVICE = re.compile(r"\b(?:ik|mijn|hij|zij|ze|wij|we|inwoner|haar|hem|mij)\b")


def _is_of_service(place: _Place) -> bool:
    """Whether somebody of the service, or an employer, is who does it."""
    named = [match.end() for match in _SERVICE.finditer(place.before)]
    return bool(named) and not _AFTER_SERVICE.search(place.before, named[-1])


def _factor(place: _Place) -> float:
    """How much of its weight a trait keeps, by who is spoken of."""
    if _LIKENED.search(place.before) or _is_of_service(place):
        return 0
    if _DENIED.search(place.before) or _DENIED_AFTER.search(place.after):
        return 0
    if _speaks_of(_PEOPLE, place.before):
        return 0
    wished = WISHED if _WISHED.search(place.before) else 1
    return wished * (OF_ANOTHER if _is_of_another(place) else 1)


def _speaks_of(whom: re.Pattern[str], before: str) -> bool:
    """Whether the last who is named before a trait is not the speaker."""
    named = [match.end() for match in whom.finditer(before)]
    return bool(named) and not _SPEAKER.search(before, named[-1])


def _is_of_another(place: _Place) -> bool:
    if place.told:
        return False
    if _speaks_of(_OTHER, place.before):
        return True
    goes_on = _GOES_ON.match(place.before) and not _SPEAKER.search(place.before)
    return bool(goes_on and _OTHER.search(place.previous))


def _always(place: _Place) -> float:
    return 1


_NOT_WITHIN = r"(?!(?:bij|in|naar|van|voor|met|aan|op|door|om|tot)\b)"
_WORK = re.compile(
    r"\b(?:werk\w*|gewerkt|baan|gedaan|doe|deed|stage|begonnen|meelopen|gestaan|in dienst"
    r"|proefplaatsing)\b"
)
_OWNED = re.compile(
    r"\b(?:eigen|mijn|m'n|onze) (?:[\w-]+ )?$"
    r"|\b(?:heb|had|hadden|hebben|heeft|run|runde|begon|startte|opende|bezat|eigenaar van"
    rf"|eigenaresse van) (?:{_NOT_WITHIN}[\w-]+ ){{0,4}}een (?:[\w-]+ )?$"
)
_OWNED_AFTER = re.compile(
    r"^ (?:begonnen|geopend|gehad|gerund|gestart|overgenomen|over te nemen)\b"
)
_JUST_THAT = re.compile(r"^\W*een (?:[\w-]+ )?$")
_HAVING = re.compile(r"\b(?:had|heb|hadden|hebben|begon|begonnen|eigen) .*(?:zaak|bedrijf|winkel)")
_DETERMINED = re.compile(
    r"\b(?:de|het|een|'n|die|deze|dat|mijn|m'n|onze|hun|zijn|haar|jullie|elke|iedere|welke|geen) "
    r"(?:(?!ik |wij |we |hij |zij |ze )[\w-]+ )?$"
)
_IS = re.compile(
    rf"\b(?:ben|is|was|werd|word|waren) (?:{_NOT_WITHIN}[\w-]+ ){{0,4}}$"
    r"|\b(?:als|tot) (?:een |de )?(?:\w+e )?$"
)
_IS_AFTER = re.compile(r" (?:(?:ben|was) (?:ik|wij)|geweest|geworden)\b")
_WHO = re.compile(r"\bdie $")
_WHO_IS = re.compile(r" (?:is|was|werd)\b")
_LIVES = re.compile(
    r"\b(?:woon|woont|wonen|woonde|gewoond|geboren|opgegroeid|verhuisd|kom|komen|thuis)\b"
)
_HOLIDAY = re.compile(r"\b(?:vakantie|eten|op reis|vliegen)\b")
_PASSING = re.compile(r"\b(?:naar|de|die|deze) $")


def _is_owned(place: _Place) -> bool:
    named_after = _JUST_THAT.search(place.before) and _HAVING.search(place.previous)
    owned = _OWNED.search(place.before) or _OWNED_AFTER.search(place.after)
    return bool(owned or named_after)


_CASE = re.compile(
    r"\b(?:over ?(?:te dragen|gedragen|droeg)"
    r"|ligt|liggen|lag|blijft?|bleef|behandel\w*|dossier|doorge\w+"
    r"|afgehandeld|opgepakt|uitgezocht|tegen (?:de|het|mijn)|loopt|liep|consulent|regisseur)\b"
)


def _of_owner(place: _Place) -> float:
    """Who owns it; a "zaak" that lies somewhere or is handed over is a case."""
    return 1 if _is_owned(place) and not _CASE.search(place.after) else 0


def _of_business(place: _Place) -> float:
    return _of_owner(place) or _of_work(place) * PASSING


def _of_work(place: _Place) -> float:
    return 1 if _WORK.search(place.before) or _WORK.search(place.after) else 0


def _of_being(place: _Place) -> float:
    """Who "is", or "werkt als", has the occupation; whom one goes to has not."""
    if _IS.search(place.before) or (_WHO.search(place.before) and _WHO_IS.match(place.after)):
        return 1
    return 1 if _IS_AFTER.match(place.after) and not _DETERMINED.search(place.before) else 0


def _of_person(place: _Place) -> float:
    """Who "is imker" is one; "de imker" is one that somebody meets."""
    return _of_being(place) or (0 if _DETERMINED.search(place.before) else 1)


def _of_origin(place: _Place) -> float:
    if _HOLIDAY.search(place.before) or _HOLIDAY.search(place.after):
        return 0
    return PASSING if _PASSING.search(place.before) else 1


def _of_town(place: _Place) -> float:
    lives = _LIVES.search(place.before) or _LIVES.search(place.after)
    return _of_origin(place) * (1 if lives else PASSING)


_FACTORS: dict[str, Callable[[_Place], float]] = {
    "sector": _of_work,
    "business": _of_business,
    "plain business": _of_owner,
    "beroep": _of_person,
    "servant": _of_being,
    "rol": _of_person,
    "herkomst": _of_origin,
    "plaats": _of_town,
}


_UNITS = "een één twee drie vier vijf zes zeven acht negen".split()
_TEENS = "elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
_TENS = "tien twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_COUNTS = {word: number for number, word in enumerate([*_UNITS[1:], "tien", *_TEENS], 1)}
_FEW = rf"(?:\d{{1,2}}|{'|'.join(_COUNTS)})"
_ROUND = rf"(?:{'|'.join(_TENS[1:])})"
_AGE = rf"(?:\d{{2}}|{'|'.join(_TEENS[4:])}|(?:(?:{'|'.join(_UNITS)})[eë]n)?{_ROUND})"
_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
)
_YEAR = r"(?:19|20)\d\d"
_SORT = r"(?:(?:jonge|kleine|volwassen|eigen|lieve|thuiswonende|schoolgaande|grote|mooie) )?"
_STEPS = r"(?:(?:nu|net|al|bijna|ook|pas|ondertussen|inmiddels|een vrouw van|een man van) )?"
_CHILD_WORD = "(?:zoon|zoontje|dochter|dochtertje|kind|jongetje|meisje|kleinzoon|kleindochter)"
_I_AM = r"\b(?:ik ben|ben ik|ik was|was ik|ik word|word ik) "
_END = r"(?=,| ?$| (?:en|maar|als|nu|dus|dat|want|geworden)\b)"
_CHILDREN = {2: 0.3, 3: 0.6, 4: 0.9, 5: 1.3, 6: 1.7}
_MANY_CHILDREN = 2.2


def _of_children(number: int) -> float:
    return 0.2 if number < 2 else _CHILDREN.get(number, _MANY_CHILDREN)


def _number(said: str) -> int:
    return int(said) if said.isdigit() else _COUNTS[said]


def _children(match: re.Match[str]) -> float:
    return _of_children(_number(match["n"]))


def _household(match: re.Match[str]) -> float:
    return _of_children(_number(match["n"]) - 2)


def _constant(weight: float) -> Callable[[re.Match[str]], float]:
    return lambda match: weight


_Weigh = Callable[[re.Match[str]], float]
_Numbered = tuple[Kind, _Weigh, re.Pattern[str]]
_WEIGHED: tuple[tuple[Kind, _Weigh, str], ...] = (
    ("gezin", _children, rf"\b((?P<n>{_FEW}) {_SORT}(?:kinderen|kids|zoons|zonen|dochters))\b"),
    ("gezin", _children, rf"\bheb(?:ben)? ((?P<n>{_FEW}) (?:jongens|meiden|meisjes))\b"),
    ("gezin", _household, rf"\b(gezin van (?P<n>{_FEW}))\b"),
    ("gezin", _constant(0.4), rf"\b({_CHILD_WORD} van {_FEW})\b"),
    (
        "gezin",
        _constant(0.8),
        rf"\bkinderen (?:zijn|van) (?:nu )?({_FEW}(?:, {_FEW})* en {_FEW})\b",
    ),
    ("leeftijd", _constant(0.6), rf"{_I_AM}{_STEPS}({_AGE}(?: jaar)?(?: oud)?){_END}"),
    ("leeftijd", _constant(0.6), rf"^(?! ?(?:nee|ja|of)\b)[^,]{{0,30}}, ({_AGE})(?=,|$)"),
    ("leeftijd", _constant(0.6), rf"^ ?((?:{'|'.join(_UNITS)})[eë]n{_ROUND}) ?$"),
    ("leeftijd", _constant(0.6), rf"\b({_AGE}(?:-jarige?| jaar oud))\b"),
    ("datum", _constant(0.7), rf"\b(\d{{1,2}} {_MONTH}(?: {_YEAR})?)\b"),
    ("datum", _constant(0.7), r"\b(\d{1,2}[-/]\d{1,2}[-/]\d{2,4})\b"),
    ("datum", _constant(0.4), rf"(?<!\d )\b({_MONTH} {_YEAR})\b"),
    ("datum", _constant(0.3), rf"\b(?:in|sinds|vanaf|van|uit|eind|begin) ({_YEAR})\b"),
)
_NUMBERED = tuple((kind, weigh, re.compile(pattern)) for kind, weigh, pattern in _WEIGHED)

_AT = r"(?:in|uit|te|naar|vanuit|rond|bij|buiten)"
_TOWN_ENDINGS = (
    r"dam|drecht|wolde|um|meer|burg|kerke|dorp|hoven|veen|wijk|foort|horst|beek|zand|polder|zijl"
    r"|werd|ingen|broek|woude|haven"
)
_STREET_ENDINGS = r"straat|laan|weg|plein|kade|dijk|singel|gracht|kamp|pad|steeg|markt"
_ONLY = r"\b[Ii]k [^.!?;\n]{0,40}\b((?:de|als) enige(?: (?!keer|manier|reden|vraag|dag)\w+)?)\b"
_FEW_OF_IT = r"\b[Ee]r (?:is|zijn) (?:er )?(?:hier |daar )?((?:maar één|niet zo ?veel) van)\b"
_FORMS: tuple[tuple[Kind, float, re.Pattern[str]], ...] = (
    ("plaats", 0.5, re.compile(rf"\b{_AT} ([A-Z][a-zë-]+(?:{_TOWN_ENDINGS}))\b")),
    ("plaats", 1.0, re.compile(rf"(?<!^)(?<![.!?] )\b([A-Z][a-zë-]+(?:{_STREET_ENDINGS}))\b")),
    ("rol", 0.8, re.compile(_ONLY)),
    ("rol", 0.8, re.compile(_FEW_OF_IT)),
)
_CHILD = re.compile(r"\[kind-(\d+)\]")


def _by_form(text: str) -> Iterator[Trait]:
    for kind, weight, pattern in _FORMS:
        for match in pattern.finditer(text):
            if match[1].lower() not in _terms():
                yield Trait(kind, *match.span(1), match[1], weight)
    yield from _named_children(text)


def _named_children(text: str) -> Iterator[Trait]:
    """The last pseudonym of a child: numbered in order, the third tells of three."""
    last = max(_CHILD.finditer(text), key=lambda match: int(match[1]), default=None)
    if last and int(last[1]) > 1:
        yield Trait("gezin", *last.span(), last[0], _of_children(int(last[1])))


def together(traits: Iterable[Trait], high: float = HIGH) -> Risk:
    """The risk of traits together: what says the same counts once, kinds add up."""
    told = _once(traits)
    weights = _by_kind(told)
    score = round(_sum(sorted(weights.values(), reverse=True)), 2)
    level: Level = "hoog" if score >= high else "verhoogd" if score >= RAISED else "laag"
    return Risk(level, score, told, _reason(told, weights))


def _once(traits: Iterable[Trait]) -> tuple[Trait, ...]:
    """Of traits that say the same the heaviest, in the order in which they were told."""
    heaviest: dict[tuple[str, str], Trait] = {}
    for trait in traits:
        key = trait.kind, _name(trait.text)
        if key not in heaviest or heaviest[key].weight < trait.weight:
            heaviest[key] = trait
    return tuple(heaviest.values())


def _name(text: str) -> str:
    """One name for "Syrië" and "Syrische", and for "4" and "vier"."""
    if _CHILD.fullmatch(text):
        return "kinderen"
    plain = " ".join(str(_COUNTS.get(word, word)) for word in _plain(text).split())
    match = _scanner().fullmatch(plain)
    return _terms()[match[1]].name if match else plain


def _by_kind(traits: Iterable[Trait]) -> dict[Kind, float]:
    """A weight for each kind: of more traits of one kind, each counts a quarter of the last."""
    weights: dict[Kind, list[float]] = {}
    for trait in traits:
        weights.setdefault(trait.kind, []).append(trait.weight)
    return {
        kind: sum(weight * 0.25**rank for rank, weight in enumerate(sorted(found, reverse=True)))
        for kind, found in weights.items()
    }


def _sum(weights: Iterable[float]) -> float:
    """The heaviest kinds in full, each further one half of the one before.

    People recognise by a few things at once, and more facts depend on each other.
    """
    return sum(weight * 0.5 ** max(0, rank - FULL_KINDS + 1) for rank, weight in enumerate(weights))


def _reason(traits: tuple[Trait, ...], weights: dict[Kind, float]) -> str:
    if not traits:
        return "geen kenmerken gevonden"
    kinds = sorted(weights, key=lambda kind: -weights[kind])[:SHOWN_KINDS]
    shown = [_shown(kind, traits) for kind in weights if kind in kinds]
    together = " samen" if len(shown) > 1 else ""
    return f"{' en '.join(filter(None, (', '.join(shown[:-1]), shown[-1])))}{together}"


def _shown(kind: Kind, traits: tuple[Trait, ...]) -> str:
    heaviest = sorted((t for t in traits if t.kind == kind), key=lambda t: -t.weight)
    texts = ", ".join(_in_words(trait.text) for trait in heaviest[:SHOWN_TEXTS])
    own = kind == "bedrijf" and heaviest[0].weight >= LEAST_OWNED
    return f"{'eigen ' if own else ''}{kind} ({texts})"


def _in_words(text: str) -> str:
    child = _CHILD.fullmatch(text)
    return f"minstens {number_word(int(child[1]))} kinderen" if child else text
