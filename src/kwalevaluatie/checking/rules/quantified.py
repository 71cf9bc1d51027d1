"""Lays words for how many beside the numbers that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.groups import groups_in
from kwalevaluatie.checking.numbers import COUNT, Number, count_value
from kwalevaluatie.checking.quantifiers import Quantifier, quantifiers_in
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.shares import shares_of
from kwalevaluatie.checking.subjects import stems
from kwalevaluatie.checking.whose import group_in
from kwalevaluatie.model.reported import Remark

RULE = "woord en getal"
NEAR, FAR_OFF, WHOM = 110, 10, 40
_RATIO = re.compile(rf"(?P<k>{COUNT}|\been) op de (?P<n>{COUNT})(?!\s+schaal)")
_BREAK = re.compile(
    r"[;]|\b(?:terwijl|daarentegen|tegenover|maar|waarvan|tegen|van wie|van de rest|"
    r"in tegenstelling|onder|bij de|ten opzichte|dan)\b"
)
Value = tuple[int, int, float, str]


def remarks(reading: Reading) -> Iterator[Remark]:
    """Words for how many that do not fit the number beside them."""
    shares: dict[int, list[Value]] = {}
    for share in shares_of(reading.sentences):
        if share.n > 1:
            value = (
                share.start,
                share.stop,
                100 * share.k / share.n,
                f"{share.k} van de {share.n}",
            )
            shares.setdefault(share.sentence.index, []).append(value)
    for sentence in reading.sentences:
        values = [*_percentages(sentence), *shares.get(sentence.index, [])]
        yield from _in_sentence(sentence, values)
        yield from _ratios(sentence)
        yield from _next_to(reading, sentence, values, shares)


def _percentages(sentence: Sentence) -> list[Value]:
    return [
        (one.start, one.stop, one.value, sentence.text[one.start : one.stop].strip())
        for one in sentence.numbers
        if one.kind == "percentage" and not _is_change(sentence.lower, one)
    ]


_CHANGE = re.compile(
    "(?:daling|stijging|toename|afname|groei|gedaald|gestegen|toegenomen|afgenomen|daalde|steeg|"
    "met|korting|verlaging|verhoging|"
    "minder|meer|hoger|lager|norm|doel|streefwaarde|minimaal|maximaal|ten minste|"
    r"betrouwbaarheid\w*|foutenmarge|marge|btw)"
    r"(?:\s+(?:met|van|is|was|naar))?(?:\s+(?:een|ruim|circa|ongeveer|bijna))?\s*$"
)


def _is_change(lower: str, number: Number) -> bool:
    """Whether a percentage is a change, a norm or a margin rather than a share of people."""
    after = lower[number.stop : number.stop + 25]
    changed = re.match(
        r"\s*(?:punt|meer|minder|hoger|lager|gestegen|gedaald|toegenomen|afgenomen)", after
    )
    return bool(_CHANGE.search(lower[max(number.start - 40, 0) : number.start]) or changed)


def _in_sentence(sentence: Sentence, values: list[Value]) -> Iterator[Remark]:
    if not values:
        return
    words = list(quantifiers_in(sentence.lower))
    for place, word in enumerate(words):
        nearest = _nearest(sentence, word, values, words[place + 1 :], words[:place])
        if nearest and not word.fits(nearest[2]) and _clearly(word, nearest[2]):
            yield _mismatch(sentence, word, nearest[3])


def _clearly(word: Quantifier, percent: float) -> bool:
    """Whether a share is no matter of rounding away from what fits."""
    return percent < word.low - 1 or percent > word.high + 1 or word.low in (50.01,)


def _nearest(
    sentence: Sentence,
    word: Quantifier,
    values: list[Value],
    later: list[Quantifier],
    earlier: list[Quantifier],
) -> Value | None:
    """The number that a word speaks of: the first after it, else the one just before it."""
    stop = later[0].start if later else len(sentence.lower)
    after = [one for one in values if word.stop <= one[0] < min(stop, word.stop + NEAR)]
    for value in after[:1]:
        between = sentence.lower[word.stop : value[0]]
        if word.text.endswith(_MOST) and _FROM.search(between):
            return None
        if not _parted(between) and not _other_group(between, sentence.lower[value[1] :]):
            return value
    start = earlier[-1].stop if earlier else 0
    before = [one for one in values if start <= one[0] and one[1] <= word.start <= one[1] + 60]
    if before and not after and len(values) == 1:
        between = sentence.lower[before[-1][1] : word.start]
        if _APPOSED.search(between):
            return None if _BREAK.search(between) else before[-1]
    return None


_MOST = ("de meeste", "de meesten")
_FROM = re.compile(
    r"\b(?:kwam(?:en)?|komt|komen|ging(?:en)?|gaat|gaan|betref(?:t|fen)|wo(?:on|nen)|viel(?:en)?)\b"
)
"""What most of something come from or go to is the largest of many, and need not be half."""

_APPOSED = re.compile(
    r"(?:, (?:dus |oftewel |ofwel )?|\bis |\bdaarmee |\bdus |\(|^\W*)(?:een |de |het )?\W*$"
)


def _parted(between: str) -> bool:
    bracket = between.rstrip().endswith("(")
    if bracket:
        return bool(re.search(r"\)|;", between))
    return bool(
        re.search(r"\ben\s*$", between)
        or _BREAK.search(between)
        or re.search(
            r", (?:en )?(?:nog )?(?:een )?(?:andere|ook)\b|\ben\b.*\b(?:is|heeft|geeft)\b", between
        )
    )


def _other_group(between: str, after: str) -> bool:
    """Whether the word speaks of one group and the number of another."""
    of = re.match(r"\s*van (?:de|het|alle) (?P<noun>[\w-]+)", after)
    own = groups_in(between)
    if not of or not own:
        return False
    other = groups_in(of["noun"])
    return bool(other) and other[0][0] != own[0][0]


def _mismatch(sentence: Sentence, word: Quantifier, number: str) -> Remark:
    message = (
        f"“{word.text}” past niet bij {number}: {_expected(word)}. Pas het woord of het getal aan."
    )
    return remark(sentence, RULE, "fout", message, (word.start, word.stop))


def _expected(word: Quantifier) -> str:
    low, high = max(round(word.low), 0), round(word.high)
    if word.low == 50.01 and word.high == 100:
        return "dat is meer dan de helft"
    return f"dat is eerder {low} tot {high} procent"


def _ratios(sentence: Sentence) -> Iterator[Remark]:
    """One in seven, say, beside a percentage that is rather another one in so many."""
    for match in _RATIO.finditer(sentence.lower):
        k = 1 if match["k"] == "een" else count_value(match["k"])
        n = count_value(match["n"])
        near = [
            one
            for one in sentence.numbers
            if one.kind == "percentage"
            and not _is_change(sentence.lower, one)
            and -60 < one.start - match.end() < 40
        ]
        if not near or n < 2 or k >= n or len(near) > 1:
            continue
        said, percent = 100 * k / n, near[0].value
        nearer = min(abs(100 * k / other - percent) for other in (n - 1, n + 1) if other > k)
        if abs(said - percent) > 1.4 and nearer < abs(said - percent):
            text = (
                f"“{match[0]}” is {said:.0f} procent, niet {percent:g} procent. Pas een van "
                "beide aan."
            )
            yield remark(sentence, RULE, "fout", text, match.span())


def _next_to(
    reading: Reading, sentence: Sentence, values: list[Value], shares: dict[int, list[Value]]
) -> Iterator[Remark]:
    """A strong word in one sentence, and far less in the figures of the next ones."""
    counts = [one for one in sentence.numbers if one.kind == "aantal" and one.value > 1]
    if values or len(counts) > 1:
        return
    for word in quantifiers_in(sentence.lower):
        strong = word.strength >= 4 and word.low >= 50
        for other in reading.around(sentence, 2, 2):
            found = strong and _same_subject(sentence, word, other)
            if not found and (strong or _is_on_same(sentence, word, other)):
                found = _linked(sentence, word, other, shares.get(other.index, []))
            if found:
                message = (
                    f"“{word.text}” staat naast {found} op regel {other.line}. Als dat over "
                    "hetzelfde gaat, "
                    "past het woord niet bij het getal. Pas een van beide aan of leg het "
                    "verschil uit."
                )
                yield remark(
                    sentence, RULE, "let op", message, (word.start, word.stop), [other.line]
                )
                return


def _same_subject(sentence: Sentence, word: Quantifier, other: Sentence) -> str:
    """A share in another sentence, close to a rare word that the sentence has too."""
    if other.passage is not sentence.passage or other.index <= sentence.index:
        return ""
    if any(quantifiers_in(other.lower)):
        return ""
    for value in _percentages(other):
        around = other.lower[max(value[0] - 45, 0) : value[1] + 45]
        clause = re.split(r",|\ben\b", other.lower[value[1] : value[1] + 60])[0]
        shared = stems(sentence.lower[word.stop :]) & stems(around)
        about = any(len(one) == 7 for one in shared)
        if value[2] < 50 - FAR_OFF / 2 and about and clause is not None:
            return value[3]
    return ""


def _is_on_same(sentence: Sentence, word: Quantifier, other: Sentence) -> bool:
    """Whether a word is of the people that the sentence before counts."""
    noun = group_in(sentence.lower[word.stop : word.stop + WHOM]).noun
    return bool(noun) and noun in other.lower and not any(quantifiers_in(other.lower))


_LINK = re.compile(r"\b(?:dus|daarmee|hiermee|derhalve|kortom)\b")


def _linked(sentence: Sentence, word: Quantifier, other: Sentence, counted: list[Value]) -> str:
    """The one share in the sentence before, when a sentence draws a conclusion from it."""
    values = _percentages(other) or counted
    concluded = other.index == sentence.index - 1 and bool(_LINK.search(sentence.lower))
    if not concluded or len(values) != 1 or other.passage is not sentence.passage:
        return ""
    low, high = word.low - FAR_OFF / 2, 100 if word.low > 50 else word.high + FAR_OFF / 2
    return "" if low <= min(values[0][2], 100) <= high else values[0][3]
