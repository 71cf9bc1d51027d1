"""What a statement is about, so that other words for the same thing meet.

A topic is the set of the bases of its content words. A compound counts with its parts, near
synonyms count as one, opposites as one with the sign turned ("traag": not "snel").
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kwalevaluatie.checking.subjects import stem

LETTERS, SHORTEST, PART, SHORT = 6, 3, 4, 100
_WORD = re.compile(r"[a-zà-ÿ]{3,}")
_ENDINGS = (
    "heden heid elijke elijk bare bar ingen ing ende end eren en er den ten de te e s t d"
).split()
_SAID = frozenset(
    """
    aangeven aangeeft aangegeven aangaven benoemen benoemt benoemden melden meldt meldden vertellen
    vertelt vertelden menen meent meenden oordelen oordeelt oordeelden willen wil wilde wilden
    noemden zeiden vonden ervoeren ervoer voelden gevoel gevonden zag zagen merken merkt gemerkt
    laten weten geven gaf gaven bleek bleken groep groepen gesprek gesprekken interview interviews
    vraag vragen vroegen antwoord antwoordden antwoordt onderzoek gesproken spraken hun hen hij ons
    uitsluitend rond zodat bevestigend instemmend daadwerkelijk
    werkelijk koos kozen kiest kiezen gekozen geworden
    was had zou mag mogen hoe dus nou per bij het een dat die zijn van voor met uit hem wel zij
    kreeg kregen krijgt krijgen gekregen doen doet deed deden gedaan maakt maakte gaat ging gingen
    houdt houden staat stond ligt lag bracht brengt telkens steeds gehad hadden neemt nemen genomen
    mist miste missen misten gemist ontbreekt ontbreken ontbrak ontbraken gebrek tekort
    onvoldoende oneens
    gevraagd gesteld voorgelegd besproken onderwerp doorgevraagd bevraagd laatste orde sprake
    niet geen nooit nauwelijks zonder weinig nee eens vaak soms vooral echt heel erg best liefst
    kwam kwamen komt komen liever aldus enz alsnog weer ook dan toe mee net lukt vindt geldt
    gelden stelling punt
    """.split()
)
_ALIKE = (
    "tevreden tevredenheid positief blij content waardering waarderen enthousiast",
    "wachten wachttijd wachtlijst doorlooptijd",
    "klantmanager contactpersoon begeleider consulent regisseur hulpverlener aanspreekpunt",
    "geslaagd slagen succes succesvol gelukt",
    "snel vlot tijdig spoedig tempo snelheid",
    "brief brieven post schriftelijk",
    "luisteren luistert gehoord serieus gehoor",
    "bekend bekendheid kennen kent kende kenden gekend weet weten",
    "werkdruk overbelast overbelasting belasting caseload",
    "schaamte schamen schaamden schroom gênant",
    "formulier formulieren papierwerk papieren papierwinkel administratie administratieve",
    "kosten uitgaven lasten prijs tarief betaalbaar",
    "vertrouwen vertrouwt vertrouwd",
    "makkelijk gemakkelijk eenvoudig simpel",
    "duidelijk helder begrijpelijk begrijpen begrijpt begrepen begrip snappen snapt overzichtelijk",
    "samenwerking samenwerken afstemming afstemmen samenwerkt",
    "informatie voorlichting uitleg uitgelegd geïnformeerd informeren",
    "hulp ondersteuning ondersteund geholpen helpen helpt steun begeleiding begeleid",
    "baan werk betaald",
    "geld inkomen financieel financiële",
    "respect respectvol netjes bejegening bejegend",
    "veilig veiligheid",
    "bereikbaar bereikbaarheid bereiken bereikt gehaald behaald",
    "verbeterd verbetering vooruit vooruitgang beter vooruitgegaan",
    "genoeg voldoende toereikend",
    "huis woning wonen thuis",
    "eenzaam eenzaamheid eenzame",
    "scholing training cursus opleiding",
    "blijven voortzetten voortgezet doorgaan verlengen",
    "vrijwilliger vrijwilligers maatje buddy",
    "nuttig zinvol waardevol",
    "bezwaar klacht klachten bezwaren",
    "aanvraag aanvragen aanmelden aanmelding aangevraagd",
    "meedenken meebeslissen meepraten inspraak zeggenschap meegepraat betrokken",
)
_TURNED = {
    "tevreden": "ontevreden ontevredenheid negatief klagen klaagt klaagden teleurgesteld",
    "snel": "traag langzaam traagheid stroperig",
    "makkelijk": "moeilijk lastig ingewikkeld omslachtig complex moeite",
    "duidelijk": "onduidelijk onbegrijpelijk onoverzichtelijk verwarrend onduidelijkheid",
    "bekend": "onbekend onbekendheid",
    "veilig": "onveilig onveiligheid",
    "bereikbaar": "onbereikbaar",
}
_DENIED = re.compile(
    r"\b(?:niet|geen|nooit|nauwelijks|zonder|te weinig|onvoldoende|tekort|gebrek|mist|missen|"
    r"misten|miste|gemist|ontbreekt|ontbreken|ontbrak|ontbraken|oneens|nee)\b"
)

_MEASURE = re.compile(
    r"\b(?:langer|korter|meer|minder|vaker|binnen|ouder|jonger)\s+(?:dan\s+)?(?:[\w,]+\s+){1,2}?"
    r"(?:jaar|jaren|maand|maanden|week|weken|dag|dagen|uur|keer)\b"
)


@lru_cache(maxsize=20_000)
def cut(word: str) -> str:
    """A word without its endings and doubled letters, at most six letters of it."""
    plain = re.sub(r"(.)\1", r"\1", word.replace("leden", "lid"))
    plain = plain.removeprefix("ge") if len(plain) >= LETTERS else plain
    plain = plain.removesuffix("s") if len(plain) > PART else plain
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST:
            plain = plain[: -len(ending)]
            break
    plain = plain[:-1] if plain[-1:] in "dt" and len(plain) > SHORTEST else plain
    return (plain[:-1] + {"v": "f", "z": "s"}.get(plain[-1:], plain[-1:]))[:LETTERS]


_SAME = {cut(word): group.split()[0] for group in _ALIKE for word in group.split()}
_OPPOSITE = {cut(word): name for name, words in _TURNED.items() for word in words.split()}


def tells(word: str) -> bool:
    """Whether a word says what a statement is about, and not that something is said."""
    plain = cut(word)
    known = plain in _SAME or plain in _OPPOSITE
    return len(word) >= PART and word not in _SAID and (known or bool(stem(word)))


@lru_cache(maxsize=20_000)
def base(word: str) -> tuple[str, bool]:
    """The base of a word or of its synonyms, and whether it says the opposite of it.

    >>> base("traag") == (base("vlotte")[0], True), base("alle")
    (True, ('', False))
    """
    if not tells(word):
        return "", False
    plain = cut(word)
    if plain in _OPPOSITE:
        return _OPPOSITE[plain], True
    return _SAME.get(plain, plain), False


@dataclass(frozen=True)
class Topic:
    """The bases of what is said, whether it is denied and whether it has a measure of time."""

    bases: frozenset[str]
    denied: bool
    measured: bool = False


@dataclass(frozen=True, eq=False)
class Topics:
    """The sentences of a report as topics: which words it has, and which of them tell most."""

    texts: tuple[str, ...]

    @cached_property
    def _words(self) -> frozenset[str]:
        found = (word for text in self.texts for word in _WORD.findall(text))
        return frozenset(word for word in found if tells(word))

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(name for text in self.texts for name in self._bases(text))

    def topic(self, lower: str) -> Topic:
        """What a clause in lower case is about."""
        turned = sum(base(word)[1] for word in _WORD.findall(lower))
        denied = (turned + len(_DENIED.findall(lower))) % 2 == 1
        return Topic(self._bases(lower), denied, bool(_MEASURE.search(lower)))

    def weight(self, bases: Iterable[str]) -> float:
        """How telling bases are together: a rare one more than one in every paragraph."""
        total = max(len(self.texts), SHORT)
        return sum(math.log(1 + total / (self._counts[one] + 1)) for one in bases)

    def _bases(self, lower: str) -> frozenset[str]:
        found = (base(part)[0] for word in _WORD.findall(lower) for part in self._parts(word))
        return frozenset(filter(None, found))

    def _parts(self, word: str) -> tuple[str, ...]:
        """A word, and when it is a compound of words of the report, those instead."""
        known = self._split.get(word)
        if known is None:
            known = self._split[word] = tuple(self._cut_up(word))
        return known

    @cached_property
    def _split(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _cut_up(self, word: str) -> Iterator[str]:
        for place in range(PART, len(word) - PART + 1):
            first, last = word[:place], word[place:]
            plain = first.removesuffix("s")
            if last in self._words and (first in self._words or plain in self._words):
                yield from (plain, last)
                return
        yield word
