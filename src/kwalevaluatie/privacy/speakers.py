"""Names that a conversation gives away itself: in speaker labels, header lines and file names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kwalevaluatie.model import Transcript
from kwalevaluatie.privacy.finding.words import PREFIXES
from kwalevaluatie.privacy.found import KnownName
from kwalevaluatie.privacy.identifiers import find_identifiers

HEADER: Mapping[str, str] = {
    "interviewer": "interviewer", "respondent": "respondent", "geïnterviewde": "respondent",
    "deelnemers": "respondent", "aanwezig": "respondent", "aanwezigen": "respondent",
    "naam": "respondent", "gesprek met": "respondent", "interview met": "respondent",
    "gesproken met": "respondent", "partner": "partner", "tolk": "tolk",
    "notulist": "notulist", "transcribent": "transcribent",
}  # fmt: skip
"""Header keys under which people stand, and their role."""

NO_NAMES = frozenset(
    """antwoord anoniem begeleider begeleidster beleidsmedewerker cliënt coach collega consulent
    deelnemer deelnemers dochter evaluatie focusgroep fysiek gespreksleider gesprek
    groepsgesprek gemeente inwoner inwoners interview interviewer interviewster jobcoach
    jobhunter kind klant klantmanager kopie management manager man medewerker medewerkster met
    mevrouw meneer moeder moderator mw dhr netwerkpartner netwerkpartners notulist onbekend
    onderzoeker online opname partner persoon professional professionals re-integratie regisseur
    respondent speaker spreker teamleider teams telefonisch tolk transcript transcriptie
    uitstroompremie vader versie verslag vraag vrouw werkgever wethouder zoon zoom""".split()
)
INITIALS = 2
FREE = ("kop", "gesprek", "interview", "bestand", "bron")
"""Header keys under which anything may stand, also people."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_APART = re.compile(r"[;,/|&()\t]| [-–—·•] | en | met | door ")
_MONTHS = "jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_DATE = re.compile(rf"\d[\W_]*(?:{_MONTHS})[a-z]*[\W_]*\d", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_GAPS = re.compile(r"[\s_-]*[-_][\s_-]*|\s{2,}")
_LOOSE = re.compile(r"[\W\d_]+")


def names_in_sight(transcript: Transcript) -> list[KnownName]:
    """Names in the speaker labels, in the header and in the name of the file, each whole."""
    found = [(_APART.split(one.label)[0], _role(one.role)) for one in transcript.speakers]
    found += _in_header(transcript.metadata)
    named = [(" ".join(_name(words)), role) for words, role in found]
    free = [transcript.id, *(transcript.metadata.get(key, "") for key in FREE)]
    named += [(form, "respondent") for text in free for form in _in_free_text(text)]
    return [KnownName(form, role) for form, role in dict.fromkeys(named) if form]


def name_without_names(transcript: Transcript) -> str:
    """The name of a conversation without people: "Interview Fatima 3" becomes "Interview-3"."""
    people = {word for one in names_in_sight(transcript) for word in _words(one.form)}
    if people.isdisjoint(_words(transcript.id)):
        return transcript.id
    left = _LETTERS.sub(lambda word: "" if word[0].casefold() in people else word[0], transcript.id)
    return _GAPS.sub("-", left).strip(" -_.,") or "gesprek"


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _LETTERS.findall(text)]


def _in_header(metadata: Mapping[str, str]) -> list[tuple[str, str]]:
    return [
        (words, HEADER[key])
        for key, value in metadata.items()
        if key in HEADER
        for words in _APART.split(value)
    ]


def _in_free_text(text: str) -> Iterator[str]:
    found = find_identifiers(_LOOSE.sub(" ", _DATE.sub(" ", text)))
    return (one.text for one in found if one.kind == "persoon")


def _role(role: str) -> str:
    return role if role != "onbekend" else "spreker"


def _name(words: str) -> list[str]:
    """The words of a name among the words of a label; nothing when there is none."""
    found = [word for word in _WORD.findall(words) if word.lower() not in NO_NAMES]
    own = [word for word in found if word.lower() not in PREFIXES]
    if not own or not all(word[0].isupper() for word in own):
        return []
    return found if len(own) > 1 or len(own[0]) > INITIALS else []
