"""A text as words, each with what the word lists know of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, pairwise
from unicodedata import combining, normalize

from kwalevaluatie.privacy.finding import lexicon
from kwalevaluatie.privacy.finding.numerals import NUMERALS, ORDINALS

(
    CAPITAL, CAPITALS, GIVEN, SURNAME, PLACE, ORDINARY, FREQUENT, COUNTRY, DIGITS, NUMERAL, PREFIX,
    DOUBLE, STREET, UNKNOWN, TITLE, TIME, LETTER, NUMBER, HEAD,
    FIRM,
) = (1 << place for place in range(20))  # fmt: skip
NAME = GIVEN | SURNAME

PREFIXES = frozenset(
    """van de der den ter ten te 't el al ben bin ibn abu ait aït ould bint von di da dos das
    del la le du op in t s""".split()
)
TITLES = frozenset(
    """mevrouw mevr mw mej meneer mijnheer menheer dhr heer juffrouw juf meester dokter dr drs
    prof professor ds dominee imam tante oom ome opa oma zuster broeder wethouder burgemeester
    mr ing ir pastor pater notaris familie fam zr br juff""".split()
)
"""Words that stand before a name as part of it."""
FIRM_WORDS = frozenset(
    """stichting vereniging kapsalon restaurant bakkerij garage hotel café cafe slagerij
    supermarkt basisschool autobedrijf schildersbedrijf bouwbedrijf zorggroep woningcorporatie
    bloemisterij eetcafé snackbar pizzeria kwekerij transportbedrijf schoonmaakbedrijf
    aannemersbedrijf timmerbedrijf loodgietersbedrijf uitzendbureau dierenartspraktijk
    huisartsenpraktijk apotheek kringloopwinkel kringloop zorgboerderij hoveniersbedrijf
    drukkerij schoonheidssalon nagelstudio fietsenmaker boekhandel kinderdagverblijf wasserij
    installatiebedrijf metaalbedrijf tandartspraktijk fysiotherapie viswinkel groenteboer salon
    atelier studio lunchroom brasserie bistro cafetaria visserij rijschool taxibedrijf
    scholengemeenschap college lyceum woonzorgcentrum verpleeghuis verzorgingshuis moskee kerk
    buurthuis dorpshuis wijkcentrum bureau politie ggz taalhuis gerechtsdeurwaarders hogeschool
    woonstichting kredietbank voedselbank steunpunt inlooppunt deurwaarderskantoor universiteit
    tomatenkwekerij zorgcentrum kinderopvang vakbond omroep""".split()
)
"""Words before the name of a firm, foundation or school."""
MONTHS = frozenset(
    """januari februari maart april mei juni juli augustus september oktober november december
    jan feb mrt apr jun jul aug sep sept okt nov dec""".split()
)
BIRTHS = frozenset(
    """geboren geboortedatum geboortedag geb verjaardag verjaar verjaart jarig geboorte
    geboortedata""".split()
)
TIMES = MONTHS | BIRTHS | ORDINALS.keys() | {"van"}
_WORD = re.compile(r"[^\W_]+(?:['’`-][^\W_]+)*")
_END = re.compile(r"[.?!…:\n\r\"“”„»«•–—|*#>]")
_POSSESSIVE = re.compile(r"['’`]s?$")
STREET_ENDINGS = re.compile(
    r"(?:straat|laan|plein|gracht|kade|singel|dreef|steeg|plantsoen|straatje|laantje|pleintje|"
    r"boulevard|allee|dijk|weg|hof|pad|park|markt|baan|wal|werf|veld|akkers?|burg|ring|zoom|"
    r"meent|hoeve|kamp|poort|haven|erf|weide|oord|hage|stede|rade|brink|buurt|leane|strjitte|wei|"
    r"dyk|donk|sloot|vaart|kwartier|laar|horst|waard|gaarde|tuin|tuinen|beemd|landen|es|esch|kolk|"
    r"polder|eind|einde|end|hil|berg|zicht|rede|pas|hoven)$"
)
_LIKE_LETTERS = re.compile(r"[^\W\d_a-z]{2,}(?:['’-]?[a-z]{0,4})$")
_INNER_CAPITAL = re.compile(r"[a-z]{3}[A-Z]|[a-z][A-Z]{2}")
_SPEAKS_OF_NUMBER = re.compile(
    r"(?:nummer(?:tje)?|nr|naam|^dossier|kenmerk|referentie|^zaak|^casus|paspoort|rijbewijs|^big\b.*|"
    r"^agb.*|identiteitskaart|identiteitsbewijs|document|^kvk)$"
)
_LONGEST = 50
_SMALL = re.compile(r"(?:etje|tje|pje|kje|je)s?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, in lower case, without possessive, without accents, and its marks."""

    text: str
    lower: str
    bare: str
    plain: str
    marks: int


class _Vocabulary(dict[str, Word]):
    """Every word that was met, looked up once in the lists."""

    LIMIT = 500_000

    def __missing__(self, text: str) -> Word:
        if len(self) > self.LIMIT:
            self.clear()
        self[text] = word = _look_up(text)
        return word


def _look_up(text: str) -> Word:
    lower = text.lower()
    if len(text) > 2 * _LONGEST:
        return Word(text, lower, lower, lower, _shape(text) | ORDINARY)
    bare = _POSSESSIVE.sub("", lower)
    marks = _shape(text)
    ordinary, given = lexicon.words(), lexicon.given_names()
    if bare not in given and lower not in ordinary and bare.endswith("s") and bare[:-1] in given:
        bare = bare[:-1]
    if bare not in given and bare not in ordinary:
        bare = next((name for name in diminutives(bare) if name in given), bare)
    sets = (
        (GIVEN, given), (SURNAME, lexicon.surnames()), (PLACE, lexicon.places()),
        (FREQUENT, lexicon.common()), (COUNTRY, lexicon.countries()), (PREFIX, PREFIXES),
        (NUMERAL, NUMERALS), (DOUBLE, lexicon.doubles()), (TITLE, TITLES), (TIME, TIMES),
    )  # fmt: skip
    for mark, entries in sets:
        if bare in entries:
            marks |= mark
    if marks & GIVEN and not marks & DOUBLE and bare not in lexicon.names_first():
        if marks & FREQUENT:
            marks &= ~GIVEN
        elif bare in ordinary:
            marks |= DOUBLE
    parts = bare.split("-")
    if len(parts) > 1 and not marks & (NAME | PLACE):
        if all(part in given for part in parts):
            marks |= GIVEN
        elif all(part in given or part in lexicon.surnames() for part in parts):
            marks |= SURNAME
    if lower in ordinary or (not marks & (NAME | PLACE) and _is_compound(lower)):
        marks |= ORDINARY
    elif not marks & (NAME | PLACE | COUNTRY | DIGITS | NUMERAL | FREQUENT | LETTER):
        marks |= UNKNOWN
    if _SPEAKS_OF_NUMBER.search(bare):
        marks |= NUMBER
    if lower in _firm_heads() or bare in _firm_heads():
        marks |= FIRM
    if bare.endswith(("jarig", "jarige", "jarigen")):
        marks |= TIME
    if bare in ("hoeve", "huize", "postbus"):
        marks |= HEAD
    if STREET_ENDINGS.search(bare):
        marks |= STREET
    return Word(text, lower, bare, without_accents(bare), marks)


@cache
def _firm_heads() -> frozenset[str]:
    """The first words of the organisations on the list."""
    listed = {split_words(name)[0].lower() for name in lexicon.organisations()}
    return FIRM_WORDS | listed


def without_accents(text: str) -> str:
    """The text in plain letters: "Yıldız" and "Zoë" as "yildiz" and "zoe"."""
    if text.isascii():
        return text.lower()
    letters = normalize("NFKD", text.lower().replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return "".join(sign for sign in letters if not combining(sign))


def _shape(text: str) -> int:
    marks = 0
    if text[0].isupper() or ("-" in text and text.rpartition("-")[2][:1].isupper()):
        marks |= CAPITAL
        if _LIKE_LETTERS.match(text) or _INNER_CAPITAL.search(text):
            marks |= CAPITALS
    if len(text) == 1:
        return marks | LETTER if text.isalpha() else DIGITS
    if any(sign.isdigit() for sign in text):
        marks |= DIGITS
    return marks


def _is_compound(lower: str) -> bool:
    """Whether the word is made of Dutch words."""
    words = lexicon.words()
    if "-" in lower:
        first, last = lower.split("-")[0], lower.split("-")[-1]
        return last in words or _is_compound(last) or (first in words and len(first) > 3)
    return 8 < len(lower) <= _LONGEST and any(
        lower[:cut] in words and _tail(lower[cut:], words) for cut in range(4, len(lower) - 2)
    )


def _tail(rest: str, words: frozenset[str]) -> bool:
    if len(rest) == 3:
        return rest in lexicon.common()
    return rest in words or (rest[0] == "s" and len(rest) > 4 and rest[1:] in words)


def diminutives(word: str) -> Iterator[str]:
    """What a word may be a diminutive of: "sannetje" of "sann", "sanne" and "san"."""
    stem = _SMALL.sub("", word)
    if stem != word and len(stem) > 2:
        yield stem
        yield f"{stem}e"
        if stem[-1] == stem[-2]:
            yield stem[:-1]


_vocabulary = _Vocabulary()


def split_words(text: str) -> list[str]:
    """The words of a text, as they stand."""
    return _WORD.findall(text)


ABBREVIATED = frozenset("mw mevr mej dhr hr dr drs ir ing mr prof ds fam wed st nr tel geb".split())
_NOTHING = Word("", "", "", "", 0)
_MARGIN = 40
MOST_WORDS = 10
"""More words than this are no name."""


class Words:
    """A text cut into words, with their places; the rules ask it what stands where.

    Places before the first word and after the last hold an empty word.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self.words = [_vocabulary[text[start:stop]] for start, stop in self.spans]
        self._padded = [*self.words, *[_NOTHING] * _MARGIN]
        self._gaps = ["\n", *(text[a:b] for (_, a), (b, _) in pairwise(self.spans))]
        self._loose = [bool(gap.strip(" \n\u00a0-")) for gap in self._gaps]
        self._sentence = list(accumulate(map(self._begins, range(len(self.words)))))

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, index: int) -> Word:
        try:
            return self._padded[index]
        except IndexError:
            return _NOTHING

    @cached_property
    def cased(self) -> bool:
        """Whether capitals are used at all; speech recognition sometimes writes none."""
        return not self.text.islower()

    @cached_property
    def shouted(self) -> bool:
        """Whether there is nothing but capitals."""
        return self.text.isupper()

    def marked(self, marks: int) -> list[int]:
        """The places of words with one of these marks."""
        return [index for index, word in enumerate(self.words) if word.marks & marks]

    def telling(self, marks: int) -> list[int]:
        """The places of words with one of these marks, or with a capital within a sentence."""
        sentence = self._sentence
        return [
            index
            for index, word in enumerate(self.words)
            if word.marks & marks
            or (word.marks & CAPITAL and index and sentence[index] == sentence[index - 1])
        ]

    def start(self, index: int) -> int:
        """Where a word begins in the text."""
        return self.spans[index][0]

    def stop(self, index: int) -> int:
        """Where a word ends in the text."""
        return self.spans[index][1]

    def gap(self, index: int) -> str:
        """What stands between this word and the one before it."""
        return self._gaps[index] if 0 <= index < len(self._gaps) else "\n"

    def touches(self, index: int) -> bool:
        """Whether nothing but blanks or a hyphen stands before this word."""
        return 0 < index < len(self.words) and not self._loose[index]

    def capitals_from(self, index: int) -> int:
        """The place after the row of words with capitals that begins here."""
        stop = index + 1
        while stop - index < MOST_WORDS and self[stop].marks & CAPITAL and self.touches(stop):
            stop += 1
        return stop

    def opens(self, index: int) -> bool:
        """Whether a sentence may begin at this word."""
        if not 0 < index < len(self.words):
            return True
        return self._sentence[index] != self._sentence[index - 1]

    def _begins(self, index: int) -> bool:
        gap = self._gaps[index]
        if gap == " " or gap == ", ":
            return False
        if index == 0 or not _END.search(gap):
            return index == 0
        before = self.words[index - 1]
        short = before.marks & LETTER and (before.marks & CAPITAL or not self.cased)
        return not (gap.strip() == "." and (short or before.lower in ABBREVIATED))

    def before(self, index: int, count: int = 1) -> str:
        """The word before, in lower case, when it stands in the same sentence."""
        place = index - count
        return self.words[place].lower if self._together(place, index) else ""

    def after(self, index: int, count: int = 1) -> str:
        """The word after, in lower case, when it stands in the same sentence."""
        place = index + count
        return self.words[place].lower if self._together(index, place) else ""

    def _together(self, first: int, last: int) -> bool:
        within = first >= 0 and last < len(self.words)
        return within and self._sentence[first] == self._sentence[last]
