"""Looks whether survey figures say of how many people, of what year, and beside what they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kwalevaluatie.checking.reading import Reading, Sentence, lines_in_words, remark
from kwalevaluatie.checking.shares import shares_of
from kwalevaluatie.checking.surveys import (
    Mention,
    is_survey,
    mentions,
    tells_response,
)
from kwalevaluatie.model.reported import Remark

WITHOUT_N = "aantal ontbreekt"
TWO_NAMES = "twee namen"
BESIDE = "telling naast enquête"
MOST_SURVEYS = 4
_TALK = 40
_COMPARED = re.compile(
    r"\b(?:vaker|minder vaak|net als|eveneens|ook|bevestig\w*|overeen\w*|in lijn|komt terug|"
    "hoger|lager|tegenover|daarentegen|"
    r"terwijl|hetzelfde|dezelfde|gedaald|gestegen|verschil|vergelijk\w*|meer verdeeld|minder|"
    r"beter|slechter|daarmee)\b"
)
_KIND = re.compile(r"tevredenheid|ervaring|beleving|waardering|peiling")
_WHO = re.compile(
    "^(?:klant|cliënt|inwoner|burger|bewoner|gebruiker|deelnemer|ouder|jongere|werkgever|"
    r"medewerker|school|scholen|leerling|vrijwilliger|cursist|partner)\w{0,2}?(?=onderzoek|"
    "enquête|peiling|monitor|meting|vragenlijst|tevredenheid|ervaring|beleving|waardering|panel)"
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """Survey figures without their number of people, and surveys under two names."""
    yield from _without_number(reading)
    named = list(_two_names(reading))
    yield from named or [*_also_called(reading)] or _same_number(reading)
    yield from _beside(reading)


def _without_number(reading: Reading) -> Iterator[Remark]:
    """One remark for each survey whose percentages stand there without a number of people."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions(reading):
        found.setdefault(_stem(mention.name), []).append(mention)
    known = any(tells_response(one) for one in reading.sentences)
    unanswered = 0
    for name, places in found.items():
        told = [one for one in places if _has_result(reading, one)]
        if not told or _answered(reading, places, name, known):
            continue
        unanswered += 1
        if unanswered > MOST_SURVEYS:
            return
        lines = {one.sentence.line for one in told[1:]}
        first = told[0]
        more = f" Ook op {lines_in_words(lines)}." if lines - {first.sentence.line} else ""
        message = (
            f"Bij de cijfers uit “{first.name}” staat niet hoeveel mensen de vraag hebben "
            "beantwoord. "
            f"Noem het aantal (n) en het jaar.{more}"
        )
        yield remark(first.sentence, WITHOUT_N, "let op", message, (first.start, first.stop), lines)


def _stem(name: str) -> str:
    return re.sub(r"(?:en|s)$", "", name)


def _has_result(reading: Reading, mention: Mention) -> bool:
    """Whether percentages or marks of this survey stand in its sentence or the next."""
    near = [mention.sentence, *reading.around(mention.sentence, 0, 1)[1:]]
    role = mention.sentence.role
    return role not in ("methode", "bijlage") and any(
        number.kind == "percentage" and "respons" not in one.lower
        for one in near
        for number in one.numbers
    )


def _answered(reading: Reading, places: Sequence[Mention], name: str, known: bool) -> bool:
    """Whether somewhere is told how many people took part in this survey.

    Of a survey with a general name ("de enquête") any response told in the report will do.
    """
    around = (one for place in places for one in reading.around(place.sentence, 1, 4))
    own = any(tells_response(one) and not _of_share(one) for one in around)
    general = name in _GENERAL_NAMES and not any(map(_is_of_others, places[:1]))
    return own or (general and known)


def _is_of_others(mention: Mention) -> bool:
    """Whether a survey is brought in as one of somebody else: "een peiling van de bond"."""
    before = mention.sentence.lower[: mention.start]
    by = re.match(r"\s+(?:van|door|onder)\b", mention.sentence.lower[mention.stop :])
    return before.endswith("een ") and bool(by)


def _of_share(sentence: Sentence) -> bool:
    """Whether the only count in it is the whole of one share: "92% van de 402 inwoners"."""
    return (
        bool(re.search(r"% van de [\d.]+ \w+", sentence.lower)) and "respons" not in sentence.lower
    )


def _two_names(reading: Reading) -> Iterator[Remark]:
    """A survey of the same people under another name, not told apart anywhere."""
    places: dict[str, list[Mention]] = {}
    for mention in mentions(reading):
        if _WHO.match(mention.name):
            places.setdefault(_stem(mention.name), []).append(mention)
    counts = Counter({name: len(found) for name, found in places.items()})
    names = [name for name, _ in counts.most_common()]
    for index, name in enumerate(names):
        other = next((one for one in names[:index] if _same_people(one, name)), None)
        if other and not _told_apart(places[name], places[other]):
            yield _renamed(places[name], places[other])


_ALSO = re.compile(
    r"\b(?:ook (?:wel )?(?:noem\w*|genoemd|heet)|diezelfde|dezelfde (?:meting|vragenlijst|enquête|"
    r"peiling)|hetzelfde onderzoek|elders)\b"
)


def _also_called(reading: Reading) -> Iterator[Remark]:
    """A sentence that says itself that one survey has another name too."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions(reading):
        by_sentence.setdefault(mention.sentence.index, []).append(mention)
    for index, places in by_sentence.items():
        first = places[0]
        named = [one for one in places if _stem(one.name) not in _GENERAL_NAMES]
        near = [*by_sentence.get(index - 1, ()), *named]
        others = [one for one in near if _stem(one.name) != _stem(first.name)]
        if named and others and _ALSO.search(first.sentence.lower):
            yield _renamed([first], others[:1])
            return


_GENERAL_NAMES = ("enquête", "enquete", "vragenlijst", "peiling", "kbo", "kto", "ceo")
LEAST_ALIKE = 50


def _same_number(reading: Reading) -> Iterator[Remark]:
    """Two surveys that as many people filled in: rather one, under two names."""
    filled: dict[float, Mention] = {}
    for mention in mentions(reading):
        if _stem(mention.name) in _GENERAL_NAMES or mention.name == "van":
            continue
        for one in reading.around(mention.sentence, 0, 1):
            for number in one.numbers:
                if (
                    number.kind != "aantal"
                    or number.value < LEAST_ALIKE
                    or not _FILLED.search(one.lower)
                ):
                    continue
                other = filled.setdefault(number.value, mention)
                if (
                    _stem(other.name) != _stem(mention.name)
                    and other.sentence.index + 3 < mention.sentence.index
                ):
                    yield _renamed([mention], [other])
                    return


_FILLED = re.compile(r"ingevuld|invulden|invullers|\bvulden\b|respondenten|deelnamen|namen deel")


def _same_people(one: str, other: str) -> bool:
    first, second = _WHO.match(one), _WHO.match(other)
    if not first or not second or one in other or other in one:
        return False
    clients = ("klant", "cliënt", "inwoner", "burger", "gebruiker")
    both = [word[0] for word in (first, second)]
    alike = both[0][:5] == both[1][:5]
    return alike or all(
        word.startswith(clients) and _KIND.search(name)
        for word, name in zip(both, (one, other), strict=True)
    )


def _told_apart(some: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """Whether one sentence names both, or they are of other years."""
    together = {one.sentence.index for one in some} & {one.sentence.index for one in others}
    years, earlier = _years(some), _years(others)
    return bool(together) or bool(years and earlier and not years & earlier)


def _years(places: Sequence[Mention]) -> set[float]:
    return {
        number.value
        for one in places
        for number in one.sentence.numbers
        if number.kind == "jaar" and abs(number.start - one.stop) < 25
    }


def _renamed(some: Sequence[Mention], others: Sequence[Mention]) -> Remark:
    first, main = some[0], others[0]
    message = (
        f"Dit heet hier “{first.name}” en elders “{main.name}” (regel {main.sentence.line}). Is "
        "dat hetzelfde onderzoek? "
        "Gebruik dan één naam; zo niet, leg het verschil uit."
    )
    also = [one.sentence.line for one in (*some[1:3], main)]
    return remark(first.sentence, TWO_NAMES, "let op", message, (first.start, first.stop), also)


def _beside(reading: Reading) -> Iterator[Remark]:
    """A count of people who were interviewed, directly beside a share of a survey."""
    done: set[int] = set()
    for share in shares_of(reading.sentences):
        if share.n > _TALK or share.sentence.index in done or share.sentence.role == "methode":
            continue
        for other in reading.around(share.sentence, 2, 3):
            if _is_compared(share.sentence, other):
                done.update(range(share.sentence.index - 2, share.sentence.index + 3))
                message = (
                    "Een telling van gesprekken staat hier naast een percentage uit een enquête. "
                    "Dat zijn andere mensen "
                    "en vaak een andere vraag. Zeg dat erbij, en reken het verschil niet uit."
                )
                yield remark(
                    share.sentence,
                    BESIDE,
                    "let op",
                    message,
                    (share.start, share.stop),
                    [other.line],
                )
                break
    yield from _as_one(reading, done)


_BOTH = re.compile(
    r"\bbeide (?:onderzoeken|bronnen)\b|\bdezelfde\b|\bhetzelfde\b|\bterwijl\b|\bsamen met\b|"
    r"\btegenover\b|\bgedaald\b|\bgestegen\b|procentpunt"
)
_TALKED = re.compile(r"\b(?:de|onze) (?:interviews|gesprekken)\b")


def _as_one(reading: Reading, done: set[int]) -> Iterator[Remark]:
    """A sentence that reckons with interviews and percentages in one breath."""
    for sentence in reading.sentences:
        percents = [one for one in sentence.numbers if one.kind == "percentage"]
        talked, both = _TALKED.search(sentence.lower), _BOTH.search(sentence.lower)
        if percents and talked and both and sentence.index not in done:
            message = (
                "Gesprekken en een enquête worden hier als één uitkomst gelezen. Het zijn andere "
                "mensen en een andere vraag: "
                "noem beide apart en reken er niet mee."
            )
            yield remark(sentence, BESIDE, "let op", message, talked.span())


def _is_compared(sentence: Sentence, other: Sentence) -> bool:
    percent = any(one.kind == "percentage" for one in other.numbers)
    survey = is_survey(other) or (other is not sentence and is_survey(sentence))
    compared = _COMPARED.search(other.lower) or _COMPARED.search(sentence.lower)
    return percent and survey and bool(compared)
