"""Tells the columns of a survey apart: open questions, attributes, who answered, personal data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean
from typing import Literal

from kwalevaluatie.formats.transcripts.words import fold, word_set

Kind = Literal["open", "kenmerk", "respondent", "persoonlijk", "leeg"]

_NOTHING = re.compile(
    r"(?:n\.?\s?v\.?\s?t\.?|n/?a|niet van toepassing|geen antwoord|niet (?:in)?gevuld|leeg|null|nan"
    r"|geen opmerkingen?|x+|[\s.\-–—_/?*]+)\.?",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"ja|nee|ja,? soms|soms|vaak|altijd|nooit|regelmatig|weet (?:ik )?niet|geen mening|neutraal"
    r"|(?:helemaal |zeer |heel |erg |enigszins |een beetje )?(?:on)?tevreden"
    r"|(?:helemaal |zeer |geheel )?(?:niet )?mee (?:on)?eens"
    r"|niet (?:mee )?eens,?(?: en| of)? niet (?:mee )?oneens|niet tevreden,? niet ontevreden"
    r"|(?:zeer |heel |erg )?(?:goed|slecht|matig|voldoende|onvoldoende|belangrijk|onbelangrijk)"
    r"|man|vrouw|anders|[\d\s.,:/%€+<>–-]+(?:\s?(?:jaar|maanden|uur|euro))?"
    r"|\d{4}-\d\d-\d\d[ T\d:]*",
    re.IGNORECASE,
)
_ID = word_set(
    "respondent respondentnummer respondentcode respondentid id nr nummer volgnummer code case "
    "responseid reactieid deelnemer deelnemernummer #"
)
_PERSONAL = word_set(
    "naam voornaam achternaam roepnaam email emailadres mail mailadres telefoon telefoonnummer "
    "mobiel adres straat postcode bsn geboortedatum ip ipadres ipaddress"
)
_REMARKS = word_set("opmerking opmerkingen toelichting suggesties suggestie tips anders namelijk")
_ASKING, _WORDS, _LONG = 5, 3, 6


def is_nothing(answer: str) -> bool:
    """Whether an answer is empty or says that there is none: "n.v.t.", "-"."""
    return not answer.strip() or bool(_NOTHING.fullmatch(answer.strip()))


def kind_of(heading: str, answers: Sequence[str]) -> Kind:
    """What a column holds, by its heading and by all that was filled in."""
    name = re.sub(r"[\s_.-]+", "", fold(heading))
    filled = [answer for answer in answers if not is_nothing(answer)]
    if name in _ID and len(set(filled)) == len(filled) == len(answers):
        return "respondent"
    if name in _PERSONAL:
        return "persoonlijk"
    if not filled:
        return "leeg"
    return "open" if is_open(heading, filled) else "kenmerk"


def is_open(heading: str, filled: Sequence[str]) -> bool:
    """Whether people answered in their own words."""
    if _is_closed(filled):
        return False
    lengths = [len(answer.split()) for answer in filled]
    if is_question(heading):
        return mean(lengths) >= _WORDS or max(lengths) >= _LONG
    return mean(lengths) >= _LONG


def is_question(heading: str) -> bool:
    """Whether a heading asks for an answer in words."""
    words = fold(heading).split()
    remark = bool(words) and words[0].strip(":,") in _REMARKS
    return "?" in heading or len(words) >= _ASKING or remark


def _is_closed(filled: Sequence[str]) -> bool:
    fixed = sum(bool(_CLOSED.fullmatch(answer.strip(" ."))) for answer in filled)
    repeated = len(filled) >= 6 and 2 * len({fold(answer) for answer in filled}) <= len(filled)
    return fixed >= 0.8 * len(filled) or repeated
