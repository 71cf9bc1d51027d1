"""So many of whom find what: counts, percentages and words for how many, in one form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kwalevaluatie.checking.groups import PLAIN_GROUP
from kwalevaluatie.checking.numbers import COUNT, Number, count_value
from kwalevaluatie.checking.quantifiers import quantifiers_in
from kwalevaluatie.checking.reading import Reading, Sentence
from kwalevaluatie.checking.shares import Share, shares_of
from kwalevaluatie.checking.statements import respondent_rows, statements
from kwalevaluatie.checking.tabled_shares import told_rows
from kwalevaluatie.checking.topics import Topic, cut
from kwalevaluatie.checking.whose import Who, named, subject_of, who, who_after, who_before

FEWEST, BARE = 4, 46
_BREAK = re.compile(
    r"[;:!?]|\. |\b(?:maar|terwijl|hoewel|echter|al (?:zijn|is|vinden))\b|"
    r"\bde (?:andere|rest|overige)\b|"
    rf"(?:,|\ben) (?:\w+ )?(?=(?:{COUNT}|\d+ ?%))|"
    r",? en (?:voor |van |bij |onder )?(?=(?:enkele|sommige|een paar|de meeste|alle|de helft|"
    r"ruim|bijna|vrijwel|"
    r"veel|geen|"
    r"niemand|iedereen|slechts|driekwart|twee ?derde|een (?:\w+e )?"
    r"(?:meerderheid|minderheid|deel|derde|kwart))\b)"
)
_BACK_TO = re.compile(r"\b(?:dat|dit|daar\w*|er\w{2,}|hier\w*|hetzelfde|deze|die|zo|hen)\b")
_WORD = re.compile(r"[a-zà-ÿ]+")
_TOTAL = re.compile(
    r"(?<!niet )(?<!bijna )(?<!vrijwel )(?<!nagenoeg )(?<!van )(?<!voor )(?<!aan )(?<!met )"
    r"(?<!over )(?<!bij )(?<!door )\b(?:(?P<none>geen van de|geen enkele?|niemand van de|niemand)|"
    r"alle|elke|iedere|iedereen|allemaal|unaniem|eensgezind|zonder uitzondering|"
    r"stuk voor stuk)\b"
)
_THEY = ("meesten", "enkelen", "sommigen", "velen")
_EACH = re.compile("alle|elke|iedere|geen enkele?")
_LIMITED = re.compile(r"\b(?:met|die|zonder|bij wie|van wie|voor wie)\b")
_OF_THEM = rf"(?= (?:van (?:de|het|alle) )?(?:\w+e )?(?:{PLAIN_GROUP})\b)"
_VAGUE: tuple[tuple[re.Pattern[str], float, float], ...] = (
    (
        re.compile(rf"\b(?:heel )?(?:veel|vele|tal van){_OF_THEM}|\b(?:vele|velen)(?= vinden)"),
        30,
        100,
    ),
    (re.compile(rf"\been (?:groot|flink|fors|aanzienlijk) aantal{_OF_THEM}"), 30, 100),
    (re.compile(r"\been (?:flink|fors|behoorlijk) deel(?= van)|\been flinke groep"), 30, 100),
    (re.compile(r"\bhet gros(?= van)"), 50.01, 100),
    (re.compile(rf"\been aantal{_OF_THEM}"), 0, 50),
    (re.compile(r"\b(?<!groot )(?<!klein )een deel(?= van (?:de|het|alle)\b)"), 0, 60),
    (re.compile(r"\b(?:een enkeling|enkelingen|een handjevol)\b"), 0, 30),
    (re.compile(r"\b(?:voor|bij) alle\b(?=[^.;]{0,60}\bgeldt\b)"), 97, 100),
    (re.compile(rf"\b(?:weinig|nauwelijks|amper){_OF_THEM}"), 0, 40),
    (re.compile(r"\bdoorgaans\b|\b(?:over het|in het) algemeen\b"), 50.01, 100),
    (
        re.compile(r"\bbrede (?=zorg|steun|tevredenheid|onvrede|instemming|kritiek|consensus)"),
        60,
        100,
    ),
    (re.compile(r"\bmassaal\b|\bover de hele linie\b|\bin ruime meerderheid\b"), 60, 100),
    (re.compile(r"\bbreed (?:gedeeld|gedragen)\b|\bbreed(?= (?:over eens|aan het))"), 60, 100),
)
_RATIO = re.compile(
    rf"\b(?P<k>{COUNT}|een) op de (?P<n>{COUNT})(?! schaal)|"
    rf"\b(?P<k2>{COUNT}) van de (?P<n2>tien|10)\b(?! [a-zà-ÿ]+(?:en|s)\b)"
)
_OF_WHOM = re.compile(rf"\s*van (?:de|alle|het) (?:[\d.]+ )?(?P<noun>{PLAIN_GROUP})(?![\w])")
_OTHER = (
    re.compile(rf"(?P<k>{COUNT}) van (?P<n>{COUNT}) (?P<noun>[a-zà-ÿ-]{{5,}}(?:en|s))(?![\w])"),
    re.compile(rf"(?P<k>{COUNT}) van de (?P<n>{COUNT}) (?P<noun>[a-zà-ÿ-]{{5,}}(?:en|s))(?![\w])"),
    re.compile(
        rf"\b(?:van|onder) (?:de|alle|onze) (?P<n>{COUNT}) (?:\w+e )?"
        r"(?P<noun>[a-zà-ÿ-]{5,}(?:en|s))\b"
        rf"(?:(?!{COUNT})[^.;:]){{1,60}}?\b(?:er )?(?P<k>{COUNT})"
        r"(?!\s+(?:jaar|maand|weken|keer|uur))"
    ),
    re.compile(rf"(?P<k>{COUNT}) (?P<noun>[a-zà-ÿ-]{{5,}}(?:en|s)) van de (?P<n>{COUNT})(?![\w])"),
)
_BARE = re.compile(
    rf"(?<!de )(?<!alle )(?<!andere )(?P<k>{COUNT})\s+(?:van hen\b|(?:andere )?"
    r"(?P<noun>[a-zà-ÿ]{4,})(?![\w])(?!\s+(?:die|met|uit|zonder|van|per)\b))"
)

_TO = (" met", " naar", " op")
_CHANGE = re.compile(
    r"daling|stijging|toename|afname|groei|gestegen|gedaald|procentpunt|\b(?:norm|doel|streefwaarde|"
    r"respons|marge|betrouwbaarheid|korting)\b|% (?:meer|minder|hoger|lager)\b"
)

_FIND = re.compile(
    rf"(?:^|[,;:] |\b(?:dat|en|maar) )(?P<who>(?:de )?(?P<noun>{PLAIN_GROUP}))\s+"
    r"(?:die (?:wij|we) spraken,? )?(?:vinden|vonden|willen|hebben|stellen|delen|"
    r"voelen|ervaren|zijn|missen|misten|weten|kennen|begrijpen|vertrouwen|waarderen)\b"
)

Fits = tuple[float, float]
Span = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Voiced:
    """A statement on how many: shares from `low` to `high` percent fit it.

    `counted` tells a number from a word; `before` is what the sentence before is about, of a
    statement that points back to it. `bare` is a group without any word: "De ouders vinden".
    """

    sentence: Sentence
    start: int
    stop: int
    low: float
    high: float
    counted: bool
    said: str
    who: Who
    topic: Topic
    before: frozenset[str] = frozenset()
    bare: bool = False


@dataclass(frozen=True, eq=False)
class Voices:
    """Everything that a report says of how many."""

    reading: Reading

    @cached_property
    def all(self) -> tuple[Voiced, ...]:
        """Every statement, in the order of the sentences."""
        found = [
            *self._shares(),
            *self._percentages(),
            *self._words(),
            *self._rows(),
            *self._bare_words(),
        ]
        return tuple(sorted(found, key=lambda one: (one.sentence.index, one.start)))

    @cached_property
    def _nouns(self) -> frozenset[str]:
        return named(self.reading)

    def _made(
        self, sentence: Sentence, span: Span, fits: Fits, counted: bool, said: str, whom: Who
    ) -> Voiced:
        topics = self.reading.topics
        topic = topics.topic(clause(sentence.lower, span, whom, counted))
        before: frozenset[str] = frozenset()
        if not topic.bases and not counted:
            topic = topics.topic(_without(sentence.lower, whom))
        back = not (whom.noun and topic.bases) or _BACK_TO.search(sentence.lower)
        if counted and back:
            other = self.reading.around(sentence, 1, 0)[0].lower
            before = topics.topic(f"{other} {sentence.lower[: span[0]]}").bases
        return Voiced(sentence, *span, *fits, counted, said, whom, topic, before)

    def _shares(self) -> Iterator[Voiced]:
        plain = [(one, self._whose(one)) for one in shares_of(self.reading.sentences)]
        plain += self._others({one.sentence.index for one, _ in plain})
        for share, whom in [*plain, *self._bare(plain)]:
            if share.n >= FEWEST and share.k <= share.n:
                percent = 100 * share.k / share.n
                span, said = (share.start, share.stop), f"{share.k} van de {share.n}"
                yield self._made(share.sentence, span, (percent, percent), True, said, whom)

    def _others(self, taken: set[int]) -> Iterator[tuple[Share, Who]]:
        """Shares of people or things of any name: "van de elf buurtbewoners zeggen er vier"."""
        for sentence in self.reading.sentences:
            for pattern in _OTHER if sentence.index not in taken else ():
                for match in pattern.finditer(sentence.lower):
                    k, n, whom = (
                        count_value(match["k"]),
                        count_value(match["n"]),
                        who(match["noun"]),
                    )
                    yield Share(sentence, *match.span(), k, n, whom.noun, whom.kind), whom

    def _whose(self, share: Share) -> Who:
        after = who_after(share.sentence.lower, share.stop, self._nouns)
        if share.noun or after.noun:
            return who(share.noun) if share.noun else after
        return who_before(self.reading, share.sentence, share.start)

    def _bare(self, plain: list[tuple[Share, Who]]) -> Iterator[tuple[Share, Who]]:
        """Counts without a whole, as in "Vijf consulenten willen", of a group with one number."""
        wholes = self._wholes(plain)
        taken = {one.sentence.index for one, _ in plain}
        for sentence in self.reading.sentences:
            if sentence.role in ("methode", "bijlage") or sentence.index in taken:
                continue
            for match in _BARE.finditer(sentence.lower):
                whom = self._counted_of(sentence, match)
                k, n = count_value(match["k"]), wholes.get(whom.name, 0)
                if 0 < k < n:
                    yield Share(sentence, *match.span(), k, n, whom.noun, whom.kind), whom

    def _counted_of(self, sentence: Sentence, match: re.Match[str]) -> Who:
        if match["noun"]:
            return who(match["noun"])
        return who_before(self.reading, sentence, match.start())

    def _wholes(self, shares: list[tuple[Share, Who]]) -> Mapping[str, int]:
        """How many of a group were spoken to, where the report has one number for it."""
        found: dict[str, set[int]] = {}
        told = [(one.noun, one.value) for one in statements(self.reading) if not one.restricted]
        listed = [
            (one.noun or one.row.label.split(" (")[0], one.value)
            for one in respondent_rows(self.reading)
            if not one.total
        ]
        counted = [(whom.noun, one.n) for one, whom in shares if not one.implied]
        for noun, value in [*told, *listed, *counted]:
            found.setdefault(who(noun).name if noun else "", set()).add(value)
        return {name: min(some) for name, some in found.items() if len(some) == 1 and name}

    def _percentages(self) -> Iterator[Voiced]:
        for sentence in self.reading.sentences:
            for number in sentence.numbers:
                if _is_share(sentence.lower, number):
                    after = _OF_WHOM.match(sentence.lower, number.stop)
                    whom = who(after["noun"]) if after else subject_of(sentence.lower)
                    span, fits = (number.start, number.stop), (number.value, number.value)
                    said = sentence.text[slice(*span)].strip()
                    yield self._made(sentence, span, fits, True, said, whom)

    def _words(self) -> Iterator[Voiced]:
        for sentence in self.reading.sentences:
            if sentence.role != "bijlage":
                for span, fits in _words_in(sentence.lower):
                    whom = who_after(sentence.lower, span[1], self._nouns)
                    said = sentence.text[slice(*span)].strip()
                    if said.lower().endswith(_THEY):
                        whom = subject_of(sentence.lower)
                    if whom.noun or not _EACH.fullmatch(said.lower()):
                        yield self._made(sentence, span, fits, False, said, whom)

    def _bare_words(self) -> Iterator[Voiced]:
        """Groups that find something, without how many of them: at least a good part."""
        for sentence in self.reading.sentences:
            if sentence.role in ("samenvatting", "conclusie"):
                for match in _FIND.finditer(sentence.lower):
                    span, said = match.span("who"), sentence.text[slice(*match.span("who"))]
                    whom = who(match["noun"])
                    made = self._made(sentence, span, (BARE, 100), False, said, whom)
                    yield replace(made, bare=True)

    def _rows(self) -> Iterator[Voiced]:
        for told in told_rows(self.reading):
            topic = self.reading.topics.topic(told.about)
            fits, span = (told.percent, told.percent), (0, 0)
            yield Voiced(told.place, *span, *fits, True, told.said, told.whom, topic)


def _is_share(lower: str, number: Number) -> bool:
    """Whether a percentage is a share, and not a change, a goal or a response."""
    before = lower[: number.start].rstrip()
    beside = lower[max(number.start - 40, 0) : number.stop + 20]
    told = number.kind == "percentage" and number.value <= 100
    return told and not before.endswith(_TO) and not _CHANGE.search(beside)


def clause(lower: str, span: Span, whom: Who, counted: bool) -> str:
    """The clause that a count or a word stands in, without itself and without whom it is of."""
    start, stop = span
    ends = (one.end() for one in _BREAK.finditer(lower))
    begin = max((end for end in ends if end <= start), default=0)
    after = _BREAK.search(lower, stop)
    own = "" if not counted or _LIMITED.search(lower, start, stop) else lower[start:stop]
    text = f"{lower[begin:start]} {own} {lower[stop : after.start() if after else len(lower)]}"
    return _without(text, whom)


def _without(text: str, whom: Who) -> str:
    return " ".join(word for word in _WORD.findall(text) if cut(word) != whom.name)


def _words_in(lower: str) -> Iterator[tuple[Span, Fits]]:
    """The words for how many, with the shares in percent that fit them."""
    for match in _TOTAL.finditer(lower):
        yield match.span(), (0, 3) if match["none"] else (97, 100)
    for word in quantifiers_in(lower):
        yield (word.start, word.stop), (word.low, word.high)
    for pattern, low, high in _VAGUE:
        for match in pattern.finditer(lower):
            yield match.span(), (low, high)
    for match in _RATIO.finditer(lower):
        k, n = match["k"] or match["k2"], count_value(match["n"] or match["n2"])
        percent = 100 * (1 if k == "een" else count_value(k)) / max(n, 1)
        yield match.span(), (percent - 5, percent + 5)
