"""Weighs "alle", "niemand" and "unaniem" against who was asked, who answered and who differs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.groups import PLAIN_GROUP, GroupClass, groups_in
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.subjects import stems
from kwalevaluatie.model.reported import Remark

RULE = "geen van wie"
LEAST_LETTERS, FEWEST_SHARED = 5, 2
_NOUN = (
    r"(?:(?:gesproken|geïnterviewde|ondervraagde|deelnemende) )?"
    rf"(?:[\w-]+-)?(?:{PLAIN_GROUP})(?![\w])"
)
_TOTAL = re.compile(
    rf"(?<!van )(?<!onder )(?<!aan )(?<!voor )(?<!bij )(?<!met )(?<!over )(?<!door )(?<!niet )"
    rf"(?<!bijna )(?<!vrijwel )(?<!nagenoeg )\b(?:(?P<none>geen van de|geen van deze|"
    rf"niemand van de|geen enkele)\s+{_NOUN}|(?P<one>niemand)\b|alle\s+{_NOUN}|iedereen\b|"
    r"unaniem\b|eensgezind\b|eenstemmig\b|zonder uitzondering\b|stuk voor stuk\b|allemaal\b)"
)
_QUESTION_LIMITED = re.compile(
    r"\b(?:die|deze|de|dit|dat) (?:vraag|vragen|stelling|onderwerp|thema|onderdeel)\b[^.;]{0,60}?"
    r"\b(?:alleen|uitsluitend|slechts|enkel)\b[^.;]{0,50}"
    r"|\b(?:alleen|uitsluitend|slechts|enkel)\b[^.;]{0,50}\b(?:gesteld|voorgelegd|gevraagd|"
    r"besproken|aan de orde|aan bod|beantwoord)\b"
)
_PUT_TO = re.compile(
    rf"\b(?:aan|met|bij)\s+(?:de\s+)?(?P<k>{COUNT})\s+(?:\w+\s+)?(?:{PLAIN_GROUP})(?![\w])"
    r"[^.;]{0,40}?\b(?:gesteld|voorgelegd|gevraagd|besproken|aan de orde|aan bod|"
    r"ter sprake|gesproken)\b"
)
_ANSWERED = re.compile(
    rf"\bvan de (?P<n>{COUNT})\b[^.;]{{0,40}}?\b(?P<k>{COUNT})\b"
    rf"|\b(?P<k2>{COUNT}) van de (?P<n2>{COUNT})\b"
)
_RESPONDED = re.compile(
    r"\b(?:reageerden|reageerde|gereageerd|ingevuld|invulden|vulden|antwoordden|beantwoord\w*|"
    r"deden\b.{0,30}\bmee|meegedaan|namen\b.{0,30}\bdeel|deelgenomen|aanwezig|opgekomen|kwamen)\b"
)
_SAY = re.compile(
    r"\b(?:tevreden|ontevreden|vind|vindt|vinden|vonden|eens|oneens|ervaren|ervaart|heeft|hebben|"
    r"had|hadden|was|waren|is|zijn|voelt|voelen|kent|kennen|weet|weten|wil|willen|noemt|noemen|"
    r"ging|gingen|kreeg|kregen|werd|werden|ziet|zien|zegt|zeggen)\b"
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """All or none of a group of which part was asked or answered, or where some say otherwise."""
    for sentence in reading.sentences:
        match = _TOTAL.search(sentence.lower)
        if not match or sentence.role in ("methode", "bijlage") or not _SAY.search(sentence.lower):
            continue
        if re.search(rf"\b(?:alle|de)\s+{COUNT}\b", sentence.lower):
            continue
        yield from _first(_reasons(reading, sentence, match))


def _first(found: Iterator[Remark]) -> list[Remark]:
    return [one for one, _ in zip(found, range(1), strict=False)]


def _reasons(reading: Reading, sentence: Sentence, match: re.Match[str]) -> Iterator[Remark]:
    for other in reading.around(sentence, 1, 2):
        if other is not sentence and other.passage is sentence.passage:
            yield from _limited(sentence, match, other)
            yield from _few_answers(sentence, match, other)
    for other in reading.around(sentence, 4, 4):
        if other is not sentence and _differs(sentence, match, other):
            yield _remark(
                sentence,
                match,
                other,
                "daar staat dat het niet voor iedereen geldt. Schrijf hoeveel van hoeveel",
            )


def _limited(sentence: Sentence, match: re.Match[str], other: Sentence) -> Iterator[Remark]:
    beside = abs(other.index - sentence.index) == 1
    put_to = _PUT_TO.search(other.lower)
    about = other.index == sentence.index + 1 and _QUESTION_LIMITED.search(other.lower)
    before = other.index < sentence.index and put_to and count_value(put_to["k"]) > 1
    if beside and (before or about):
        yield _remark(
            sentence,
            match,
            other,
            "de vraag is maar aan een deel gesteld. Schrijf van wie u het weet",
        )


def _few_answers(sentence: Sentence, match: re.Match[str], other: Sentence) -> Iterator[Remark]:
    told = _ANSWERED.search(other.lower)
    if not told or not _RESPONDED.search(other.lower):
        return
    k, n = count_value(told["k"] or told["k2"]), count_value(told["n"] or told["n2"])
    same = _groups(sentence.lower) & _groups(other.lower)
    if k < n and same:
        text = f"daar antwoordden er {k} van de {n}. Schrijf “de {k} die antwoordden”"
        yield _remark(sentence, match, other, text)


_SOME = re.compile(
    rf"(?<!van de )\b(?:één|een enkele|enkele|sommige|een paar|een deel van de|niet alle|"
    rf"twee|drie|vier|een andere?|een klein deel van de)\s+(?:andere )?{_NOUN}|\bniet iedereen\b"
)
_DENIED = re.compile(
    r"\b(?:niet|geen|nooit|minder|nauwelijks|niemand|on(?=tevreden|eens|duidelijk|veilig))"
)


def _differs(sentence: Sentence, match: re.Match[str], other: Sentence) -> bool:
    """Whether another sentence says the contrary of some of the same people."""
    some = _SOME.search(other.lower)
    groups = _groups(sentence.lower)
    if not some or not groups or not groups & _groups(other.lower):
        return False
    own, theirs = _subject(sentence.lower), _subject(other.lower[some.end() :])
    nobody = bool(match["none"] or match["one"])
    denied = nobody != bool(_DENIED.search(sentence.lower[match.end() :]))
    contrary = bool(_DENIED.search(other.lower[some.start() :]))
    shared = {stem for stem in own & theirs if len(stem) >= LEAST_LETTERS}
    return len(shared) >= FEWEST_SHARED and denied != contrary


def _subject(lower: str) -> frozenset[str]:
    """What is said, with "ontevreden" as what "tevreden" is about."""
    plain = re.sub(r"\bon(?=tevreden|eens|duidelijk|veilig|voldoende)", "", lower)
    return stems(plain)


def _groups(lower: str) -> set[GroupClass]:
    return {group for group, _, _ in groups_in(lower)}


def _remark(sentence: Sentence, match: re.Match[str], other: Sentence, why: str) -> Remark:
    message = f"“{match[0]}” zegt meer dan er op regel {other.line} staat: {why}."
    return remark(sentence, RULE, "let op", message, match.span(), [other.line])
