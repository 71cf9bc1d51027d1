"""Finds "geen", "niemand" and "alle" on a question that only part of the people were asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from kwalevaluatie.checking.groups import PLAIN_GROUP
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.statements import statements
from kwalevaluatie.checking.topics import Topic, Topics, cut
from kwalevaluatie.checking.whose import NOBODY, Who, group_in
from kwalevaluatie.model.reported import Remark

RULE = "geen van wie"
ENOUGH, MODIFIER = 0.5, 60
_CLAIM = re.compile(
    r"(?<!niet )(?<!bijna )(?<!vrijwel )(?<!nagenoeg )(?<!van )(?<!voor )(?<!aan )(?<!met )"
    r"(?<!over )(?<!bij )(?<!door )(?<!in )(?<!uit )\b(?:"
    rf"(?:geen van (?:de|deze|onze)|geen enkele?|niemand van de|alle|elke|iedere)\s+"
    rf"(?:(?P<k>{COUNT})\s+)?(?:\w+e\s+)?(?:[\w]+-)?"
    rf"(?P<noun>{PLAIN_GROUP}|oudere|jongere)(?![\w])|"
    rf"niemand\b(?: van de (?P<k2>{COUNT})\b)?|iedereen\b|zonder uitzondering\b|stuk voor stuk\b)"
)
_ASKED = (
    r"(?:gevraagd|gesteld|voorgelegd|besproken|aan bod|aan de orde|ter sprake|bevraagd|"
    r"gesproken over|onderwerp van gesprek|doorgevraagd|beantwoord|nagevraagd|doorgenomen|"
    r"topiclijst)"
)
_PUT = re.compile(rf"\b{_ASKED}\b|\bvroegen\b|\bspraken\b|\bbespraken\b|\bstelden\b|\blegden\b")
_PART = re.compile(
    r"\b(?:alleen|slechts|uitsluitend|enkel|pas)\b[^.;]{0,60}?\b(?:aan|met|bij|in)\b|"
    r"\bniet (?:aan|bij|met|in) (?:alle|iedereen|elke?)\b|"
    r"\b(?:in|aan|bij|met) (?:een deel|de helft|een enkele) van\b|"
    r"\bin (?:de|onze) (?:gesprekken|interviews) niet (?:\w+ )?(?:gevraagd|besproken|aan bod|"
    r"aan de orde|ter sprake)\b"
)
_QUESTION = re.compile(
    r"\b(?:vra(?:ag|gen)|gevraagd|vroegen|gesproken|spraken)\b[^.;]{0,30}?\b(?:naar|of|over)\b[^.,;]{3,60}|"
    r"\bover [^.,;]{3,50}?(?=\b(?:is|zijn|spraken|hebben|werd)\b)|"
    r"\b(?:onderwerp|thema) \S+(?: \S+)?"
)
_COUNTED_PART = re.compile(
    rf"\b(?:in|aan|bij|met) (?:de (?:laatste |eerste )?)?(?P<k>{COUNT}) (?:van de (?P<n>{COUNT}) )?"
    rf"(?:\w+e )?(?:{PLAIN_GROUP}|gesprekken|interviews)(?![\w])"
)
_NOUNS = re.compile(rf"(?<![\w])(?:{PLAIN_GROUP})(?![\w])")
_NAMED_LIMIT = re.compile(
    rf"\s*(?:,?\s*(?:die|aan wie|bij wie|met wie|van wie|waar|met|zonder|uit)\b|{COUNT}\b)"
)
_UNSPOKEN = re.compile(
    r"\b(?:niet|geen|nooit)\b[^.;]{0,50}\b(?:gesproken|bevraagd|geïnterviewd|benaderd|bereikt|"
    r"bereiken|spreken|interviewen|ondervraagd|uitgenodigd|gevraagd|gesteld|voorgelegd|meegedaan|"
    r"deelgenomen|meegenomen)\b|\bbuiten (?:beeld|beschouwing)\b|"
    r"\b(?:spraken|interviewden|bevroegen)\b[^.;]{0,30}\bniet\b|\bontbreken in dit onderzoek\b"
)
_MODIFIER = re.compile(r"\s*(?:,?\s*(?:die|zonder|met|uit|onder|boven|van|in|bij wie)\b)")


@dataclass(frozen=True, eq=False)
class Limit:
    """A sentence that says that part of the people were asked, and about what."""

    sentence: Sentence
    topic: Topic
    who: Who
    count: int = 0


def remarks(reading: Reading) -> Iterator[Remark]:
    """All or none of a group of which the report says that not everybody was asked this."""
    topics = reading.topics
    limits = [*_limits(reading, topics)]
    unspoken = [*_unspoken(reading, topics)]
    if not limits and not unspoken:
        return
    for sentence in reading.sentences:
        if sentence.role not in ("methode", "bijlage"):
            claims = filter(lambda one: _is_claim(sentence, one), _CLAIM.finditer(sentence.lower))
            found = (_weighed(topics, sentence, one, limits, unspoken) for one in claims)
            yield from islice(chain.from_iterable(found), 1)


def _is_claim(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a word is of a group, or stands in a part that tells what was found."""
    return bool(match["noun"] or match["k2"]) or sentence.role != "resultaten"


def _limits(reading: Reading, topics: Topics) -> Iterator[Limit]:
    everyone = {
        (cut(one.noun.rpartition(" ")[2]), one.value)
        for one in statements(reading)
        if not one.restricted
    }
    for sentence in reading.sentences:
        if not _PUT.search(sentence.lower) or _CLAIM.search(sentence.lower):
            continue
        counted, part = _COUNTED_PART.search(sentence.lower), _PART.search(sentence.lower)
        people = _people(group_in(counted[0])) if counted else NOBODY
        count = count_value(counted["k"]) if counted else 0
        whole = counted and counted["n"] == counted["k"]
        all_asked = whole or (people.name, count) in everyone
        if part or (counted and not all_asked):
            asked = _QUESTION.search(sentence.lower)
            topic = topics.topic(_NOUNS.sub(" ", asked[0] if asked else sentence.lower))
            yield Limit(sentence, topic, people, count)


def _people(whom: Who) -> Who:
    """A group, if it is of people and not of the talks with them."""
    return NOBODY if whom.kind in ("gesprekken", "groepsgesprekken") else whom


def _unspoken(reading: Reading, topics: Topics) -> Iterator[Limit]:
    for sentence in reading.sentences:
        if _UNSPOKEN.search(sentence.lower):
            topic = topics.topic(sentence.lower)
            yield Limit(sentence, topic, group_in(sentence.lower))


def _weighed(
    topics: Topics,
    sentence: Sentence,
    match: re.Match[str],
    limits: Sequence[Limit],
    unspoken: Sequence[Limit],
) -> Iterator[Remark]:
    after = sentence.lower[match.end() :]
    whom = group_in(match[0])
    count = count_value(match["k"] or match["k2"] or "0")
    limits = [one for one in limits if not _is_asked(one, whom, count)]
    if _MODIFIER.match(after):
        about = topics.topic(after[:MODIFIER].split(",")[0])
        limit = _matching(topics, about, sentence, unspoken, NOBODY)
        if limit:
            yield _remark(sentence, match, limit, "zijn zij niet gesproken")
    if not _NAMED_LIMIT.match(after):
        own = re.split(r"[;:]|\bmaar\b|\bzodat\b|\bwaardoor\b", after)[0]
        clause = f"{sentence.lower[: match.start()]} {own}"
        abouts = [topics.topic(_NOUNS.sub(" ", text)) for text in (clause, own)]
        found = (_matching(topics, about, sentence, limits, whom) for about in abouts)
        limit = next(filter(None, found), None)
        if limit:
            yield _remark(sentence, match, limit, "is dit maar aan een deel gevraagd")


def _is_asked(limit: Limit, whom: Who, count: int) -> bool:
    """Whether a claim is just of those who were asked."""
    if limit.count:
        return count == limit.count
    return bool(whom.noun) and whom.noun in limit.sentence.lower


def _matching(
    topics: Topics, about: Topic, sentence: Sentence, limits: Sequence[Limit], whom: Who
) -> Limit | None:
    for limit in limits:
        apart = limit.sentence is not sentence
        people = {cut(whom.noun), cut(limit.who.noun)}
        shared = (about.bases & limit.topic.bases) - people
        least = min(topics.weight(one.bases - people) for one in (about, limit.topic))
        part = topics.weight(shared) / max(least, 0.1)
        same = not whom.noun or not limit.who.noun or whom.kind == limit.who.kind
        if apart and same and shared and part >= ENOUGH:
            return limit
    return None


def _remark(sentence: Sentence, match: re.Match[str], limit: Limit, why: str) -> Remark:
    message = (
        f"“{match[0]}” zegt meer dan bekend is: volgens regel {limit.sentence.line} {why}. "
        "Schrijf van wie u het weet, en hoeveel dat er zijn."
    )
    return remark(sentence, RULE, "let op", message, match.span(), [limit.sentence.line])
