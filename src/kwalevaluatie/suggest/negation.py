"""Whether a sentence denies what it speaks of: cues, how far they reach, and what only looks so.

In the tradition of NegEx (Chapman et al., 2001) and, for Dutch, ContextD (Afzal et al., 2014): a
cue denies what follows it, some also what comes before, up to where its clause ends; a list of
turns of phrase holds what denies nothing ("niet alleen"). In Dutch "niet" stands late, so that
what was said before it counts only as the verb, as what was moved to the front ("tijd had ik
niet"), or as what is not there ("het vertrouwen is er niet").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kwalevaluatie.suggest import negation_words as dutch
from kwalevaluatie.suggest.lemmas import PARTICLES, is_verb, lemma

MARKS = frozenset(",;:.!?()…–—-") | {"...", "?!", "!?"}
SHORT_TOPIC = 5
MOST_ADJECTIVES = 4


class Cue(NamedTuple):
    """A word or words that deny: where they stand, and whether they may be denied themselves."""

    start: int
    stop: int
    ahead: bool = True
    behind: bool = True
    is_plain: bool = True


def is_negated(text: str, words: str) -> bool:
    """Whether a text denies these words, where it first says them.

    The words are written as a pattern of the codebook; they may be part of a compound.
    """
    from kwalevaluatie.suggest.corpus import read_corpus
    from kwalevaluatie.suggest.matching import find
    from kwalevaluatie.suggest.syntax import parse
    from kwalevaluatie.suggest.vocabulary import Vocabulary

    corpus = read_corpus([text], Vocabulary())
    for way in _ways(words):
        found = find(parse(way), corpus)
        if len(found.start):
            start, stop = int(found.start[0]), int(found.stop[0])
            row = int(corpus.sentence[start])
            first, last = (int(place) for place in corpus.first_of_sentence[row : row + 2])
            forms = [corpus.vocabulary.forms[n] for n in corpus.words[first:]]
            until = len(forms) if is_topic(forms[: last - first]) else last - first
            return negated(forms[:until], start - first, stop - first)
    return False


def _ways(words: str) -> Iterator[str]:
    """The words themselves, a separable verb that stands apart, or a part of a compound."""
    yield words
    if words.isalpha():
        for particle in PARTICLES:
            rest = words.removeprefix(particle)
            if rest not in ("", words) and is_verb(rest):
                yield f"{particle}+{rest}"
        yield f"*{words}*"


def is_topic(sentence: Sequence[str]) -> bool:
    """Whether a sentence only names what the next one speaks of: "Maatwerk?"."""
    return sentence[-1:] == ["?"] and len(sentence) <= SHORT_TOPIC


def negated(forms: Sequence[str], start: int, stop: int) -> bool:
    """Whether the words from start to stop, of a sentence in lower case, are denied."""
    if dutch.CUES.isdisjoint(forms):
        return False
    denying = [cue.start for cue in _standing(tuple(forms)) if _reaches(forms, cue, start, stop)]
    relative = (not dutch.RELATIVE.isdisjoint(forms[one:other]) for one, other in pairwise(denying))
    return bool(denying) and sum(relative) % 2 == 0


@lru_cache(maxsize=4096)
def _standing(forms: tuple[str, ...]) -> tuple[Cue, ...]:
    """The cues of a sentence, without those that deny each other: no lack of, not without."""
    found = tuple(_cues(forms))
    undone = {
        one
        for cue in found
        if not cue.is_plain
        for other in found
        if other.is_plain and _undoes(forms, other, cue)
        for one in (cue, other)
    }
    return tuple(cue for cue in found if cue not in undone)


def _undoes(forms: Sequence[str], plain: Cue, cue: Cue) -> bool:
    if plain.start < cue.start:
        return _is_open(forms, plain.stop, cue.start)
    return cue.ahead and cue.behind and _is_open(forms, cue.stop, plain.start)


def _cues(forms: Sequence[str]) -> Iterator[Cue]:
    for index, form in enumerate(forms):
        if form in dutch.CUES and not _denies_nothing(forms, index):
            if form in dutch.PLAIN:
                yield Cue(index, index + 1)
            else:
                yield from _lexical(forms, index)


def _lexical(forms: Sequence[str], index: int) -> Iterator[Cue]:
    for group, ahead, behind in (
        (dutch.AHEAD, True, False), (dutch.BOTH, True, True), (dutch.AFTER, False, True),
    ):  # fmt: skip
        if size := _longest(group, forms, index):
            yield Cue(index, index + size, ahead, behind, False)
            return


def _longest(group: Mapping[str, tuple[str, ...]], forms: Sequence[str], index: int) -> int:
    sizes = (
        len(phrase)
        for phrase in group.values()
        if phrase[0] == forms[index] and phrase == tuple(forms[index : index + len(phrase)])
    )
    return max(sizes, default=0)


def _denies_nothing(forms: Sequence[str], index: int) -> bool:
    form = forms[index]
    if form == "niet" and forms[index - 1 : index] == ["of"]:
        return MARKS.issuperset(forms[index + 1 : index + 2])
    if form == "uit":
        return dutch.STAYING_AWAY.isdisjoint(forms[max(0, index - 4) : index])
    after, before = dutch.NO_DENIAL_AFTER.get(form), dutch.NO_DENIAL_BEFORE.get(form)
    if after and after.match(" ".join(forms[index + 1 : index + 7])):
        return True
    return bool(before and before.search(" ".join(forms[max(0, index - 3) : index])))


def _reaches(forms: Sequence[str], cue: Cue, start: int, stop: int) -> bool:
    if cue.stop <= start:
        return cue.ahead and _reaches_ahead(forms, cue, start, stop)
    if cue.start >= stop:
        return _reaches_behind(forms, cue, start, stop)
    return start < cue.start and cue.stop < stop and _is_verb_form(forms[start])


def _is_open(forms: Sequence[str], start: int, stop: int) -> bool:
    """Whether no clause ends between two places."""
    return not any(_ends_clause(forms, place, start) for place in range(start, stop))


def _ends_clause(forms: Sequence[str], place: int, since: int) -> bool:
    form = forms[place]
    following = forms[place + 1] if place + 1 < len(forms) else ""
    if form in MARKS:
        return form != "," or not _in_list(forms, place, since)
    if form in dutch.SUBORDINATORS:
        asks = form in dutch.QUESTIONS and since > 0 and forms[since - 1] in dutch.BARE
        return place > since or asks
    if form in dutch.BREAK_BEFORE_SUBJECT and (place > since or form == "dat"):
        return _begins_clause(forms, place, following, since)
    return form in dutch.PREPOSITIONS and place > since and _denying_noun(forms[place - 1])


def _begins_clause(forms: Sequence[str], place: int, following: str, since: int) -> bool:
    if forms[place] == "dat":
        if forms[place - 1 : place] == ["zonder"]:
            return False
        before = forms[max(0, since - 4) : place]
        is_opinion = len(before) < 2 or not dutch.OPINIONS.isdisjoint(map(lemma, before))
        return following not in dutch.PLAIN and not is_opinion
    if following in dutch.NEW_CLAUSE:
        return True
    return forms[place] in ("en", "of") and following in dutch.FINITE


def _denying_noun(form: str) -> bool:
    return lemma(form) in dutch.DENYING_NOUNS


def _in_list(forms: Sequence[str], comma: int, since: int) -> bool:
    """Whether a comma only separates the items of a list: aardig, rustig of geduldig."""
    for place in range(comma + 1, min(len(forms), comma + 5)):
        if forms[place] in ("of", "en", "noch"):
            return place > comma + 1 and not _begins_clause(
                forms, place, "".join(forms[place + 1 : place + 2]), since
            )
        if forms[place] in dutch.FINITE or forms[place] in dutch.NEW_CLAUSE:
            return False
        if forms[place] in dutch.SUBORDINATORS or forms[place] in dutch.PLAIN:
            return False
    return False


def _reaches_ahead(forms: Sequence[str], cue: Cue, start: int, stop: int) -> bool:
    if not _is_open(forms, cue.stop, start):
        return False
    between = forms[cue.stop : start]
    if not cue.is_plain and _crosses_verb(between):
        return False
    if any(map(_denying_noun, forms[stop : stop + 3])):
        return False
    preposition = _preposition(forms, start, stop)
    if preposition < cue.stop:
        return not (forms[cue.start] == "niet" and _is_known_person(forms, start, stop))
    return _is_complement(forms, cue.stop, preposition) and not _is_known_person(forms, start, stop)


def _crosses_verb(between: Sequence[str]) -> bool:
    return bool(between[1:]) and not dutch.FINITE.isdisjoint(between[1:]) and "dat" not in between


def _is_known_person(forms: Sequence[str], start: int, stop: int) -> bool:
    """Whether this is somebody who is there anyway: niet met mijn contactpersoon."""
    before = forms[max(0, start - 2) : start]
    return lemma(forms[stop - 1]) in dutch.PEOPLE and not dutch.DEFINITE.isdisjoint(before)


def _preposition(forms: Sequence[str], start: int, stop: int) -> int:
    """Where the preposition before a noun stands, past articles and adjectives; -1: nowhere."""
    if "te" in forms[start:stop]:
        return -1
    if _is_verb_form(forms[stop - 1]) and not _is_noun(forms, start):
        return -1
    for place in range(start - 1, max(-1, start - 1 - MOST_ADJECTIVES), -1):
        if forms[place] in dutch.PREPOSITIONS:
            return place
        if forms[place] not in dutch.DETERMINERS and not _is_adjective(forms[place]):
            return -1
    return -1


def _is_noun(forms: Sequence[str], start: int) -> bool:
    """Whether an infinitive stands as a noun: het vertrouwen, op vertrouwen, groot vertrouwen."""
    before = forms[start - 1] if start else ""
    if before in ("te", "om", "ons", "je"):
        return False
    return before in dutch.DETERMINERS | dutch.PREPOSITIONS or _is_adjective(before)


@lru_cache(maxsize=50_000)
def _is_adjective(form: str) -> bool:
    return form.endswith("e") and lemma(form) != form and not is_verb(lemma(form))


@lru_cache(maxsize=50_000)
def _is_verb_form(form: str) -> bool:
    return form in dutch.FINITE or is_verb(lemma(form))


def _is_complement(forms: Sequence[str], since: int, preposition: int) -> bool:
    """Whether what follows a preposition belongs to what is denied: geen rekening met."""
    if preposition == since and forms[since - 1] in dutch.THINGS:
        return forms[since] == "aan" or not dutch.EVIDENT.isdisjoint(forms[since:])
    content = [form for form in forms[since:preposition] if form not in dutch.BETWEEN]
    heads = {f"{lemma(form)}+{forms[preposition]}" for form in forms[since - 1 : preposition]}
    return not content or not dutch.COMPLEMENTS.isdisjoint(heads)


def _reaches_behind(forms: Sequence[str], cue: Cue, start: int, stop: int) -> bool:
    """Whether a cue denies what was said before it."""
    begin = _after_topic(forms, start, stop)
    if begin == cue.start > stop:
        return forms[cue.start] in dutch.SHORT_ANSWERS
    if not _is_one_clause(forms, begin, cue.start) or "wel" in forms[stop : cue.start]:
        return False
    preposition = _preposition(forms, start, stop)
    if preposition >= 0:
        return forms[preposition] == "van" and not dutch.EVIDENT.isdisjoint(forms[stop:])
    if not cue.is_plain:
        return cue.behind and not (forms[cue.start].startswith("mis") and _rest(forms, cue))
    if _is_predicate(forms, start, stop):
        return forms[cue.start] != "geen"
    return begin > stop or _is_missing(forms, cue, start, stop)


def _is_missing(forms: Sequence[str], cue: Cue, start: int, stop: int) -> bool:
    """Whether this is what somebody has not, or what is not there; people always are."""
    if lemma(forms[stop - 1]) in dutch.PEOPLE:
        return False
    return _is_moved(forms, cue, stop) or _is_absent(forms, cue, start, stop)


def _is_one_clause(forms: Sequence[str], begin: int, end: int) -> bool:
    """Whether no clause begins between what is said and a cue that comes later."""
    for place in range(begin, end):
        form, following = forms[place], forms[place + 1]
        if form in MARKS or form in dutch.SUBORDINATORS:
            return False
        if form == "dat" and place > begin and following not in dutch.PLAIN:
            return False
        if form == "die" and place > begin and not _is_last(forms, place + 1):
            return False
        if form == "dat" and place == begin and following in dutch.SUBJECTS and end > begin + 1:
            return begin > 0 and forms[begin - 1] in MARKS
        if form in dutch.BREAK_BEFORE_SUBJECT - {"dat"} and following in dutch.NEW_CLAUSE:
            return False
    return True


def _is_last(forms: Sequence[str], place: int) -> bool:
    """Whether a word that denies is the last of its clause: ze begrijpen dat niet."""
    return forms[place] in dutch.PLAIN and MARKS.issuperset(forms[place + 1 : place + 2])


def _after_topic(forms: Sequence[str], start: int, stop: int) -> int:
    """Where the clause goes on after words that only name its topic: Begeleiding, die kreeg ik."""
    if stop + 1 >= len(forms) or start > SHORT_TOPIC or forms[stop] not in (",", "?", "...", ":"):
        return stop
    if not dutch.FINITE.isdisjoint(forms[:start]):
        return stop
    following = forms[stop + 1]
    answers = following in dutch.SHORT_ANSWERS
    return stop + 1 if answers or following in dutch.TOPIC_PRONOUNS else stop


def _is_predicate(forms: Sequence[str], start: int, stop: int) -> bool:
    """Whether this is the verb of its clause, and no infinitive that stands as a noun."""
    first, last = forms[start], forms[stop - 1]
    verb = next((form for form in (first, last) if _is_verb_form(form)), "")
    if not verb or _is_noun(forms, start):
        return False
    following = forms[stop] if stop < len(forms) else ""
    is_subject = lemma(verb) == verb and following in dutch.FINITE - {"doen"}
    return not is_subject


def _is_moved(forms: Sequence[str], cue: Cue, stop: int) -> bool:
    """Whether this was moved before verb and subject, or before the cue: tijd had ik niet."""
    rest = _rest(forms, cue)
    between = _after_phrase(forms[stop : cue.start])
    verb = rest[-1] if rest else _finite(between)
    if not verb or len(rest) > 1:
        return False
    if between and _is_verb_form(between[0]) and any(map(_is_subject, between[1:3])):
        return lemma(verb) in dutch.OBTAIN | dutch.COPULAS
    return False


def _after_phrase(between: Sequence[str]) -> Sequence[str]:
    """What follows a noun, without what belongs to it: informatie over de premie."""
    if between and between[0] in dutch.PREPOSITIONS:
        verbs = (place for place, form in enumerate(between) if form in dutch.FINITE)
        return between[next(verbs, 0) :]
    return between


def _is_subject(form: str) -> bool:
    return form in dutch.SUBJECTS or lemma(form) in dutch.PEOPLE


def _rest(forms: Sequence[str], cue: Cue) -> list[str]:
    """The words of weight from a cue to the end of its clause."""
    ends = range(cue.stop, len(forms))
    end = next((place for place in ends if _ends_clause(forms, place, cue.stop)), len(forms))
    rest = list(forms[cue.stop : end])
    at = next((at for at, form in enumerate(rest) if form in dutch.TAKING), len(rest))
    nouns = (place for place in range(at + 1, len(rest)) if rest[place] not in dutch.DETERMINERS)
    del rest[at : next(nouns, at) + 1]
    return [form for form in rest if form not in dutch.BETWEEN]


def _finite(between: Sequence[str]) -> str:
    return next((form for form in between if _is_verb_form(form)), "")


def _is_absent(forms: Sequence[str], cue: Cue, start: int, stop: int) -> bool:
    """Whether this is said not to be there, or not to be had: ze nemen de tijd niet."""
    rest, between = _rest(forms, cue), forms[stop : cue.start]
    if between and between[0] in dutch.FINITE:
        there = "er" in between and rest in ([], ["in"])
        passive = between[0] in dutch.PASSIVE and len(rest) == 1 and lemma(rest[0]) in dutch.OBTAIN
        return there or passive or (bool(rest) and rest[0] in dutch.AMOUNTS)
    if not between and not rest and MARKS.issuperset(forms[max(0, start - 1) : start]):
        return True
    if any(form not in dutch.BETWEEN for form in between) or len(rest) > 1:
        return False
    before = forms[max(0, start - 6) : start]
    verb = rest[-1] if rest else _finite(before)
    has_subject = not dutch.SUBJECTS.isdisjoint(before)
    return bool(verb) and has_subject and lemma(verb) in dutch.OBTAIN
