"""Names that a conversation gives away itself: in speaker labels and header lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.model import Transcript
from kwalevaluatie.privacy.identifiers import KnownName

HEADER = {"interviewer": "interviewer", "respondent": "respondent"}
NO_NAMES = frozenset(
    """antwoord begeleider cliënt consulent deelnemer gespreksleider inwoner interviewer klant
    manager medewerker mevrouw meneer moderator notulist onderzoeker partner professional
    regisseur respondent spreker tolk vraag""".split()
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
INITIALS = 2


def names_in_sight(transcript: Transcript) -> list[KnownName]:
    """Names in the speaker labels and in the header, whole, by first name and by surname."""
    found = [(speaker.label, _role(speaker.role)) for speaker in transcript.speakers]
    found += [
        (value, role)
        for key, role in HEADER.items()
        for value in re.split(r"[;,/]| en ", transcript.metadata.get(key, ""))
    ]
    return [
        KnownName(form, role, f"spreker {name.lower()}")
        for name, role in dict.fromkeys(found)
        for form in _forms(name)
    ]


def _role(role: str) -> str:
    return role if role != "onbekend" else "spreker"


def _forms(name: str) -> Iterator[str]:
    """The forms in which a name is said; nothing when this is no name."""
    words = _WORD.findall(name)
    if not words or not _is_name(words):
        return
    yield " ".join(words)
    if len(words) > 1:
        yield words[0]
        yield " ".join(words[1:])


def _is_name(words: list[str]) -> bool:
    return (
        words[0][0].isupper()
        and (len(words) > 1 or len(words[0]) > INITIALS)
        and not any(word.lower() in NO_NAMES for word in words)
    )
