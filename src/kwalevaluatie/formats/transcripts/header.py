"""Reads the lines above a conversation: who, when and how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from kwalevaluatie.formats.transcripts.cleaning import squeeze
from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.openings import is_known, is_plausible, is_sure, opening
from kwalevaluatie.formats.transcripts.people import looks_like_people
from kwalevaluatie.formats.transcripts.words import (
    INTERVIEWER,
    PERSON_KEYS,
    PLAIN_KEYS,
    RESPONDENT,
    base,
    fold,
)

SYNTHETIC = "SYNTHETISCH"
FREE = "kop"
REACH = 40
SAMPLE = 5000
LONG = 6
_ROLE_WORDS: Mapping[str, frozenset[str]] = {"interviewer": INTERVIEWER, "respondent": RESPONDENT}

_KEYS = sorted({*PERSON_KEYS, *PLAIN_KEYS}, key=len, reverse=True)
_KEY = re.compile(
    rf"(?:^|(?<=[,;|(\t])|(?<=\s[-–—·•/])|(?<=\s\s))\s*({'|'.join(map(re.escape, _KEYS))})"
    r"(?:\(s\))?\s*(?::|\t)\s*",
    re.IGNORECASE,
)
_TITLES = re.compile(r"\s*(?:spreker|naam|wie)\s*\t\s*(?:tekst|uitspraak)\s*", re.IGNORECASE)
_OWN_KEY = re.compile(r"\s*([^\W\d_][\w ()/-]{1,30}?)\s*:(?!//)\s*(\S.*)")
_SPLIT = re.compile(r"\s*[,;|]\s+|\t+|\s+[–—·•]\s+|\s+d\.?d\.?\s+", re.IGNORECASE)
_GAP = re.compile(r"\t| {2,}")
_MONTH = (
    r"(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|sept|okt|nov|dec"
    r"|januari|februari|april|juni|juli|augustus|september|oktober|november|december)"
)
_DAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?"
_LEGEND = re.compile(r"\s*(?P<label>[^\W_][^:=]{0,30}?)\s*(?P<sign>[:=])\s*(?P<rest>[^.?!]+)")
_NUMBERED = re.compile(
    r"(?P<sort>interview|gesprek|groepsgesprek|groepsinterview|focusgroep|duo-interview)\s*"
    r"(?:nr\.?|nummer|no\.?|#)?\s*(?P<number>\d{1,4}[a-z]?)",
    re.IGNORECASE,
)
_PLAIN_SORTS = ("interview", "gesprek")
_KINDS = {
    "datum": re.compile(
        rf"{_DAY}(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}"
        rf"|\d{{1,2}}\s+{_MONTH}\.?\s+\d{{4}})",
        re.IGNORECASE,
    ),
    "tijd": re.compile(r"\d{1,2}[:.]\d{2}(?:\s*(?:uur|[ap]m))?", re.IGNORECASE),
    "duur": re.compile(
        r"(?:\d+\s*(?:uur|u|h)\s*)?\d+\s*(?:min(?:uten|uut)?\.?|m)(?:\s*\d+\s*(?:s|sec(?:onden)?))?",
        re.IGNORECASE,
    ),
    "wijze": re.compile(
        r"telefonisch|per telefoon|online|digitaal|fysiek|live|schriftelijk|huisbezoek"
        r"|(?:via |in )?(?:ms |microsoft )?teams|(?:via )?zoom|(?:via )?(?:video)?bellen"
        r"|(?:op|bij|aan) (?:kantoor|locatie|huis|de keukentafel|inwoner thuis|de inwoner thuis)",
        re.IGNORECASE,
    ),
    "perspectief": re.compile(
        r"(?:inwoner|professional|netwerkpartner)s?|management|manager|medewerkers?", re.IGNORECASE
    ),
}


def mark_header(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines, with those above the talk that are certainly header marked as such."""
    marked, recurring, above = list(lines), _recurring(lines[:SAMPLE]), _last_plain_key(lines)
    for index, line in enumerate(lines[:REACH]):
        told = _tells_who(line, recurring, sure=index < above) or _is_legend(line, recurring)
        if is_header_line(line) or told:
            marked[index] = replace(line, header=True)
        elif _is_talk(line, recurring):
            break
    return tuple(marked)


def is_header_line(line: Line) -> bool:
    """Whether the line can be nothing but a header: "Datum: …", "…, interviewer: Mo Benali"."""
    if line.header or line.text.lstrip().startswith(SYNTHETIC) or _TITLES.fullmatch(line.text):
        return True
    found = _KEY.search(line.text)
    if not found or line.speaker or (found.start() and _opens_plausibly(line)):
        return False
    value = _value(line.text, found)
    named = _SPLIT.split(value)[0] if found.start() else value
    return found[1].casefold() in PLAIN_KEYS or looks_like_people(named)


def read_header(lines: Iterable[Line]) -> dict[str, str]:
    """What the header lines say, by key; what has no key stands together under `kop`."""
    metadata: dict[str, str] = {}
    for line in lines:
        for key, value in _read_line(squeeze_keeping_tabs(line.text)):
            if value:
                metadata[key] = f"{metadata[key]}; {value}" if key in metadata else value
    return metadata


def squeeze_keeping_tabs(text: str) -> str:
    """The text with single spaces, and a tab where there was one or a wide gap."""
    return "\t".join(squeeze(part) for part in _GAP.split(text))


def _last_plain_key(lines: Sequence[Line]) -> int:
    """The place of the last "Datum: …" or the like before anything is asked or told."""
    last = 0
    for index, line in enumerate(lines[:REACH]):
        if line.speaker or _is_said(line.text):
            break
        found = _KEY.match(line.text)
        last = index if found and found[1].casefold() in PLAIN_KEYS else last
    return last


def _is_said(text: str) -> bool:
    """Whether this is a question or a sentence, and no line of a header."""
    bare = text.rstrip()
    return bare.endswith(("?", "!", "…")) or (bare.endswith(".") and len(bare.split()) > LONG)


def _tells_who(line: Line, recurring: Set[str], *, sure: bool) -> bool:
    """Whether "Respondent: …" tells about someone who speaks under another label.

    `sure` when more of the header follows.
    """
    found = _KEY.match(line.text)
    if not found or line.speaker or found[1].casefold() not in PERSON_KEYS:
        return False
    key, value = found[1].casefold(), _value(line.text, found)
    if not value or _is_said(value) or key in recurring:
        return False
    return sure or _has_own_label(PERSON_KEYS[key], value, recurring)


def _is_legend(line: Line, recurring: Set[str]) -> bool:
    """Whether the line explains a label that comes back: "R: respondent", "I = Sanne de Wit"."""
    found = None if line.speaker else _LEGEND.fullmatch(line.text)
    if not found or fold(found["label"]) not in recurring:
        return False
    return found["sign"] == "=" or (is_known(found["rest"]) and len(found["rest"].split()) < 4)


def _has_own_label(role: str, value: str, recurring: Set[str]) -> bool:
    """Whether someone of this role or with this name has a label that comes back."""
    words = _ROLE_WORDS.get(role, frozenset())
    names = set(fold(value.replace(",", " ")).split())
    return any(base(label) in words or label in names for label in recurring)


def _recurring(lines: Iterable[Line]) -> frozenset[str]:
    """The labels that come back, in comparable form."""
    counts = Counter(found.key for line in lines if (found := opening(line)))
    return frozenset(key for key, count in counts.items() if count > 1)


def _is_talk(line: Line, recurring: frozenset[str]) -> bool:
    found = opening(line)
    if not found or found.mark == "alone":
        return False
    if found.mark in ("told", "block") or is_sure(found.label):
        return True
    return is_plausible(found.label) and (found.key in PERSON_KEYS or found.key in recurring)


def _opens_plausibly(line: Line) -> bool:
    found = opening(line)
    return bool(found and found.mark != "alone" and is_plausible(found.label))


def _value(text: str, found: re.Match[str]) -> str:
    following = _KEY.search(text, found.end())
    return squeeze(text[found.end() : following.start() if following else None]).strip(" ,;|/")


def _read_line(text: str) -> Iterator[tuple[str, str]]:
    keys = list(_KEY.finditer(text))
    if keys:
        yield from _read_keyed(text, keys)
    elif text.startswith(SYNTHETIC):
        yield FREE, text
    elif own := _OWN_KEY.fullmatch(text):
        yield own[1].casefold(), own[2].strip()
    else:
        yield from _read_free(text)


def _read_keyed(text: str, keys: Sequence[re.Match[str]]) -> Iterator[tuple[str, str]]:
    lead = text[: keys[0].start()]
    yield from _read_free(lead.strip(" ,;|(\t-–—·•"))
    for found in keys:
        key, value = _canonical(found[1]), _value(text, found).rstrip("(")
        first, *others = _SPLIT.split(value) if lead and key != "deelnemers" else [value]
        yield key, first.strip(" -–—·•)" if lead else " -–—·•")
        yield from _read_free(", ".join(others))


def _canonical(key: str) -> str:
    known = PLAIN_KEYS | PERSON_KEYS
    return known[key.casefold()]


def _read_free(text: str) -> Iterator[tuple[str, str]]:
    parts = [part.strip() for part in _SPLIT.split(text) if part.strip()]
    kinds = [_kind(part) for part in parts]
    if not any(kinds):
        yield FREE, squeeze(text)
        return
    yield from ((kind, part) for kind, part in zip(kinds, parts, strict=True) if kind)
    rest = [part for kind, part in zip(kinds, parts, strict=True) if not kind]
    numbered = [part for part in rest if _NUMBERED.fullmatch(part)]
    yield from (number for part in numbered[:1] for number in _number(part))
    yield FREE, ", ".join(part for part in rest if part not in numbered[:1])


def _number(part: str) -> Iterator[tuple[str, str]]:
    """The number of "Interview 7", and what sort of talk it is where the word tells."""
    found = _NUMBERED.fullmatch(part)
    if found:
        yield "nummer", found["number"]
        yield "soort", "" if found["sort"].casefold() in _PLAIN_SORTS else found["sort"].casefold()


def _kind(part: str) -> str | None:
    return next((kind for kind, shape in _KINDS.items() if shape.fullmatch(part)), None)
