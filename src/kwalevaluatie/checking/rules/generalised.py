"""Finds "alle" and "geen" over whoever was never asked, or of whom only a few spoke."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.groups import PLAIN_GROUP
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.statements import SPOKEN
from kwalevaluatie.model.reported import Remark

RULE = "geen van wie"
FEW, BEGINNING, CLOSE_BY = 15, 7, 3
_PERSON = (
    r"(?:(?!cijfers?|nummers?|kamers?|letters?|computers?|kantoren|antwoorden)[\w-]{3,}(?:ers?|aars?|"
    r"isten|ist|enten|anten|eurs?|sen|aren|lid|leden|lingen|genoten|houders?|winkels?|loketten|"
    r"kerken|banken|instanties|raden|enden|krachten)|kind|gezin|school|huisarts|buurman|"
    r"werkgever|gemeente|bedrijf|agent|leerkracht|club|instantie)"
)
"""A noun that ends as those for people and organisations do."""
_OF_ALL = re.compile(
    r"(?<!van )(?<!onder )(?<!aan )(?<!voor )(?<!bij )(?<!met )(?<!over )(?<!door )(?<!niet )"
    r"(?<!bijna )(?<!vrijwel )(?<!dat )"
    r"\b(?:(?:alle|iedere|elke|geen van de|geen van deze|geen enkele?|niemand van de)\s+"
    rf"(?:\w+e\s+)?(?P<noun>(?:[\w]+-)?(?:{PLAIN_GROUP})|{_PERSON})(?![\w])|de\s+(?P<noun2>{PLAIN_GROUP})(?![\w])"
    r"\s+(?:\w+\s+){0,4}?(?:unaniem|eensgezind|zonder uitzondering|stuk voor stuk|allemaal))"
)
_FEEL = re.compile(
    r"\b(?:vind|vindt|vinden|vonden|ervaar|ervaart|ervaren|ervoer|voelt|voelen|voelden|waardeert|"
    r"waarderen|waardeerden|mist|missen|misten|wil|willen|wilden|tevreden|ontevreden|blij|eens|"
    r"positief|negatief|noemt|noemen|noemden|zegt|zeggen|zeiden|ziet|zien|zagen|schaam\w*|"
    r"schamen|herken\w*|vertrouw\w*|klaagt|klagen|steun\w*|onderschrij\w*|begrijp\w*|"
    r"enthousiast|overbelast|gehoord|merkt|merken|denkt|denken|hecht\w*|prettig|kent|kennen|"
    r"moeite|bezwaar|bezwaren|last van|"
    r"behoefte|problemen|spijt|klaagde|klaagden|begreep|begrepen|snapt|snappen|klachten|tegen|weet|weten|wist|wisten|lastig)\b"
)
_ASKED = re.compile(
    r"gesproken|\bspra(?:k|ken)\b|interview|gesprek|bevraagd|ondervraagd|focusgroep|"
    r"\bbelden\b|gebeld|vragenlijst|enquête|ingevuld|invulden|vulden|peiling|respons|onderzoek|"
    r"panel|deelgenomen|deelnam|sessie|bijeenkomst|aan tafel|gevraagd|antwoord|meting|kbo|"
    r"monitor|steekproef"
)
_SURELY_ASKED = re.compile(
    r"gesproken|\bspra(?:k|ken)\b|geïnterview|bevraagd|ondervraagd|vragenlijst|enquête|peiling|"
    r"groepsgesprek|focusgroep|panel|sessie|bijeenkomst|(?:gesprek(?:ken)?|interviews?) met|"
    r"\b(?:vertel\w*|zegt|zeggen|zei|zeiden|volgens|geven aan|gaven aan)\b"
)
_NOT_ASKED = re.compile(
    r"\b(?:niet|nooit|geen)\b[^.;]{0,45}\b(?:gesproken|gevraagd|bevraagd|geïnterviewd|benaderd|"
    r"ondervraagd|uitgezocht|onderzocht|betrokken|meegenomen|uitgenodigd|gepeild)\b"
)
_FEW_TALKED = re.compile(
    rf"\b(?P<k>{COUNT})\s+(?:\w+\s+)?(?P<noun>{PLAIN_GROUP})(?![\w])|"
    rf"\b(?P<k2>{COUNT})\s+van\s+hen\b"
)
_ONE_TALK = re.compile(
    r"groepsgesprek|groepsinterview|focusgroep|groepsbijeenkomst|panelgesprek|rondetafel|"
    r"aan tafel|bijeenkomst|sessie|ontbijt|lunch|spreekuur|klankbord|tafelgesprek|"
    r"\b(?:één|een) gesprek\b"
)
_THAT_TALK = re.compile(
    r"\b(?:het|dit|dat) (?:groepsgesprek|groepsinterview|panelgesprek|rondetafelgesprek)\b|"
    r"\b(?:de|deze) (?:focusgroep|bijeenkomst|sessie|groepsbijeenkomst)\b"
)
_TALK_WITH = re.compile(
    rf"\b(?:groepsgesprek|groepsinterview|focusgroep|groepsbijeenkomst|panelgesprek|bijeenkomst|"
    rf"sessie|rondetafelgesprek) met (?:de )?(?P<k>{COUNT}) (?:\w+ )?"
    rf"(?P<noun>{PLAIN_GROUP})(?![\w])"
)
_QUOTED = re.compile(r"[“”\"]")
_NOT_SAID = re.compile(r"\b(?:moet|moeten|kunnen|kan|zouden|zullen|mogen|dient|dienen|recht op)\b")


def remarks(reading: Reading) -> Iterator[Remark]:
    """What all or none of a group find, where that group was not asked or a handful spoke."""
    for sentence in reading.sentences:
        if sentence.role in ("methode", "bijlage") or _QUOTED.search(sentence.lower):
            continue
        match = _OF_ALL.search(sentence.lower)
        if match and _FEEL.search(sentence.lower) and not _NOT_SAID.search(sentence.lower):
            yield from _weighed(reading, sentence, match)


def _weighed(reading: Reading, sentence: Sentence, match: re.Match[str]) -> Iterator[Remark]:
    noun = match["noun"] or match["noun2"]
    told = _told_unasked(reading, sentence, noun)
    few = _few_in_talk(reading, sentence, noun)
    if told:
        yield _remark(sentence, match, f"op regel {told.line} staat dat dit niet is gevraagd", told)
    elif few:
        talk, number = few
        why = f"op regel {talk.line} gaat het om één gesprek met {number} van hen"
        yield _remark(sentence, match, why, talk)
    elif not _ever_asked(reading, sentence, noun):
        yield _remark(sentence, match, "nergens staat dat zij zijn gesproken of bevraagd", None)


def _same(noun: str, lower: str) -> bool:
    """Whether a text names the group, in singular or plural, also inside a longer word."""
    return _begin(noun) in lower


def _begin(noun: str) -> str:
    plain = re.sub(r"(?:en|s|n)$", "", noun)
    return plain[: max(BEGINNING, len(plain) - 2)]


def _told_unasked(reading: Reading, sentence: Sentence, noun: str) -> Sentence | None:
    """The sentence that says that these people were not spoken to, or that it was not asked."""
    for other in reading.sentences:
        if other is sentence or not _NOT_ASKED.search(other.lower):
            continue
        before = sentence.index - other.index == 1 and other.passage is sentence.passage
        named = re.search(rf"\b{re.escape(_begin(noun))}", other.lower)
        if named and (before or _is_plain(other, noun)):
            return other
    return None


def _is_plain(other: Sentence, noun: str) -> bool:
    """Whether a sentence says of a whole group that it was not spoken to."""
    start = other.lower.find(_begin(noun))
    spoken = re.search(r"niet (?:\w+ ){0,2}(?:gesproken|geïnterviewd|bevraagd)", other.lower)
    counted = any(one.kind == "aantal" for one in other.numbers)
    return bool(spoken) and start <= 12 and not counted


def _few_in_talk(reading: Reading, sentence: Sentence, noun: str) -> tuple[Sentence, int] | None:
    """One talk with a handful of the group, told just before."""
    for other in reading.around(sentence, CLOSE_BY, 0)[:-1]:
        if not _ONE_TALK.search(other.lower):
            continue
        for match in _FEW_TALKED.finditer(other.lower):
            number = count_value(match["k"] or match["k2"])
            named = match["k2"] or _same(noun, match["noun"])
            if named and 1 < number <= FEW:
                return other, number
        if _THAT_TALK.search(other.lower) and other.passage is sentence.passage:
            return _talk_with(reading, noun)
    return None


def _talk_with(reading: Reading, noun: str) -> tuple[Sentence, int] | None:
    """The talk with a handful of the group that the report tells of in another place."""
    for other in reading.sentences:
        talk = _TALK_WITH.search(other.lower)
        if talk and _same(noun, talk["noun"]) and 1 < count_value(talk["k"]) <= FEW:
            return other, count_value(talk["k"])
    return None


def _ever_asked(reading: Reading, sentence: Sentence, noun: str) -> bool:
    """Whether the report has any words on speaking to or asking the group."""
    if _begin(noun) in _ANYBODY or not any(SPOKEN.search(one.lower) for one in reading.sentences):
        return True
    others = [one for one in reading.sentences if one is not sentence and _same(noun, one.lower)]
    listed = [one for one in reading.passages if one.kind in ("tabel", "kop", "bijschrift")]
    known = re.fullmatch(rf"(?:[\w]+-)?(?:{PLAIN_GROUP})", noun)
    asked = _ASKED if known else _SURELY_ASKED
    return any(
        (_ASKED if one.role == "methode" else asked).search(one.lower) for one in others
    ) or any(_same(noun, one.lower) for one in listed)


_ANYBODY = frozenset(
    map(
        _begin,
        "inwoners cliënten klanten respondenten deelnemers mensen personen geïnterviewden "
        "gesprekspartners partners organisaties professionals medewerkers betrokkenen burgers "
        "gemeenten ondervraagden gebruikers melders gesprekken interviews casussen".split(),
    )
)


def _remark(sentence: Sentence, match: re.Match[str], why: str, other: Sentence | None) -> Remark:
    message = (
        f"“{match[0]}” zegt meer dan bekend is: {why}. Schrijf wie u hebt gesproken, en hoeveel "
        "van hen dit zeggen."
    )
    also = [other.line] if other else []
    return remark(sentence, RULE, "let op", message, match.span(), also)
