"""Follows references to tables, figures, annexes, chapters and sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kwalevaluatie.checking.passages import Passage
from kwalevaluatie.checking.reading import Reading, lines_in_words, on_passage
from kwalevaluatie.model.reported import Remark

RULE = "verwijzing"
_LABEL = r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[A-Z](?:[0-9])?|[IVX]{1,4})"
_REFERENCE = re.compile(
    r"\b(?P<what>[Tt]abel|[Ff]iguur|[Gg]rafiek|[Ss]chema|[Bb]ijlage|[Hh]oofdstuk|[Pp]aragraaf|"
    rf"§)\s?(?P<label>{_LABEL})(?![\w]|\.\d)"
    rf"(?:\s?(?:en|t/m|tot en met)\s(?P<second>\d{{1,2}}(?:\.\d{{1,2}})*)(?![\w%]|\s\w+en\b))?"
)
_KINDS = {"§": "paragraaf"}
_ELSEWHERE = re.compile(
    r"^\W*(?:bij|van|uit|in)\s+(?:de|het|dat|een|deze|die)\s+(?:\w+\s+)?(?:jaar|begroting|nota|"
    "wet|verordening|beleidsplan|convenant|contract|"
    "rapport van|handboek|programma|onderzoek van|overeenkomst|jaarverslag|besluit|regeling|"
    "website|notitie|leidraad)"
    r"|^\W*(?:bij|van) (?:de|het) \w*(?:jaarrekening|jaarstuk|begroting|verordening|wet|nota|"
    "plan|verslag)"
    r"|^\W*(?:bij|van|uit|in) (?:de|het|die) (?:bijlage|toelichting|nota|rapportage) "
    "(?:bij|van|uit)"
    r"|^\W*(?:Wmo|Jeugdwet|Participatiewet|Awb|BW|AVG|Gemeentewet)"
)
_HEADING_NUMBER = re.compile(
    r"\W*(?:hoofdstuk |paragraaf |deel )?(\d{1,2}(?:\.\d{1,2}){0,3})\.?(?=\s|:|$)"
)
_ANNEX = re.compile(rf"\W*[Bb](?:ijlage|IJLAGE)\s+(?P<label>{_LABEL})(?![\w])")
_CAPTION = re.compile(
    rf"\W*(?P<what>[Tt]abel|[Ff]iguur|[Gg]rafiek|[Ss]chema)\s+(?P<label>{_LABEL})(?![\w])",
    re.IGNORECASE,
)
_TOPICS = (
    r"vragenlijst|enquête",
    "geïnterview|respondent|gesprekspartner|gesprekken|sprak",
    r"document|bronnen|literatuur",
    r"normenkader|toetsingskader|normen",
    "begrip|afkorting",
    r"leidraad|topiclijst",
    r"methode|verantwoording",
)
_CAPTIONS = ("tabel", "figuur", "grafiek", "schema")
FEWEST, MOST_MISSING = 2, 4


@dataclass(frozen=True)
class Target:
    """Something that can be referred to, with its title in lower case."""

    label: str
    title: str
    line: int


Missing = dict[tuple[str, str], list[tuple[Passage, int, int]]]


def remarks(reading: Reading) -> Iterator[Remark]:
    """References to what is not there or is called otherwise, and gaps in numbering."""
    targets = _targets(reading)
    missing: Missing = {}
    for what, label, passage, start, stop in _all_references(reading):
        if _is_missing(what, label, targets):
            missing.setdefault((what, label), []).append((passage, start, stop))
        elif what == "bijlage":
            yield from _other_topic(passage, start, stop, label, targets["bijlage"])
    yield from _unnumbered(reading, targets)
    for (what, label), places in missing.items():
        if sum(kind == what for kind, _ in missing) <= MOST_MISSING:
            yield _absent(what, label, places, targets)
    yield from _many_missing(missing)
    yield from _gaps(reading, targets)


def _targets(reading: Reading) -> Mapping[str, dict[str, Target]]:
    found: dict[str, dict[str, Target]] = {
        name: {} for name in (*_CAPTIONS, "bijlage", "hoofdstuk", "paragraaf")
    }
    for passage, section in zip(reading.passages, reading.sections, strict=True):
        for what, label in _named(passage, section.role == "inhoud"):
            if label not in found[what]:
                found[what][label] = Target(label, passage.lower, passage.first)
    return found


def _named(passage: Passage, contents: bool) -> Iterator[tuple[str, str]]:
    """What a line is the title of; the table of contents counts as the titles it lists."""
    annex = _ANNEX.match(passage.text)
    short = len(passage.text) < 160
    if (
        annex
        and short
        and (passage.kind == "kop" or contents or not passage.text.rstrip().endswith("."))
    ):
        yield "bijlage", annex["label"]
    caption = _CAPTION.match(passage.text)
    if caption and (
        passage.kind in ("bijschrift", "kop", "tabel")
        or contents
        or _titled(passage, caption.end())
    ):
        yield caption["what"].lower(), caption["label"]
    number = _HEADING_NUMBER.match(passage.lower)
    if number and (passage.kind == "kop" or (contents and short) or _looks_numbered(passage)):
        yield ("paragraaf" if "." in number[1] else "hoofdstuk"), number[1]


def _titled(passage: Passage, stop: int) -> bool:
    return passage.text[stop : stop + 2].strip()[:1] in (".", ":", "–", "-") or stop == len(
        passage.text
    )


def _looks_numbered(passage: Passage) -> bool:
    return (
        bool(re.match(r"\W*\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\s+[A-Z]", passage.text))
        and len(passage.text) < 120
    )


def _all_references(reading: Reading) -> Iterator[tuple[str, str, Passage, int, int]]:
    for passage, section in zip(reading.passages, reading.sections, strict=True):
        if section.role == "inhoud" or passage.kind in ("kop", "bijschrift"):
            continue
        for match in _REFERENCE.finditer(passage.text):
            if _ELSEWHERE.match(passage.text[match.end() : match.end() + 60]) or _quoted(
                passage, match
            ):
                continue
            what = _KINDS.get(match["what"], match["what"].lower())
            for label in filter(None, (match["label"], match["second"])):
                kind = "paragraaf" if what == "hoofdstuk" and "." in label else what
                yield kind, label, passage, match.start(), match.end()


def _quoted(passage: Passage, match: re.Match[str]) -> bool:
    """Whether it is the title of the line itself, or in the law or another document."""
    before = passage.lower[max(match.start() - 60, 0) : match.start()]
    titled = match.start() < 3 and _titled(passage, match.end())
    return titled or bool(
        re.search(
            r"(?:awb|wet|verordening|jaarrekening|begroting|nota|rapport \d{4}|"
            r"https?:\S*)[\s,(]*(?:in )?$",
            before,
        )
    )


def _is_missing(what: str, label: str, targets: Mapping[str, dict[str, Target]]) -> bool:
    """Whether something is not there; where titles were found in part only, nobody can say."""
    known = targets[what]
    if label in known:
        return False
    if what in _CAPTIONS:
        return any(targets[name] for name in _CAPTIONS)
    if what == "paragraaf":
        return "." in label and _is_missing_section(label, targets)
    return len(known) >= (1 if what == "bijlage" else FEWEST) and _is_whole(known)


def _is_missing_section(label: str, targets: Mapping[str, dict[str, Target]]) -> bool:
    """Whether a section is not there, in a report whose sections are numbered without gaps."""
    known, chapter = targets["paragraaf"], label.partition(".")[0]
    siblings = [one.rpartition(".")[2] for one in known if re.fullmatch(rf"{chapter}\.\d+", one)]
    return len(known) >= FEWEST and label.count(".") == 1 and _is_whole(siblings)


def _is_whole(labels: Iterable[str]) -> bool:
    """Whether numbers go from one on without a gap; letters always do."""
    numbers = sorted(int(one) for one in labels if one.isdecimal())
    return not numbers or numbers == list(range(1, len(numbers) + 1))


def _absent(
    what: str,
    label: str,
    places: list[tuple[Passage, int, int]],
    targets: Mapping[str, dict[str, Target]],
) -> Remark:
    passage, start, stop = places[0]
    others = {one.at(begin)[0] for one, begin, _ in places} - {passage.at(start)[0]}
    known = ", ".join(list(targets[what])[:12])
    has = f" Wel gevonden: {what} {known}." if known else ""
    more = f" Ook genoemd op {lines_in_words(others)}." if others else ""
    message = (
        f"{what.capitalize()} {label} is in dit rapport niet gevonden.{has} Verbeter de "
        f"verwijzing of voeg toe wat ontbreekt.{more}"
    )
    return on_passage(passage, RULE, "fout", message, (start, stop), others)


def _many_missing(missing: Missing) -> Iterator[Remark]:
    """One remark for a kind of which many are missing: titles that were lost, most likely."""
    for kind in dict.fromkeys(what for what, _ in missing):
        labels = [label for what, label in missing if what == kind]
        if len(labels) > MOST_MISSING:
            passage, start, stop = missing[kind, labels[0]][0]
            message = (
                f"Er wordt verwezen naar {kind} {', '.join(labels[:12])}, maar titels met die "
                "nummers zijn niet gevonden. Zijn plaatjes of bijschriften weggevallen? "
                "Kijk het na."
            )
            yield on_passage(passage, RULE, "let op", message, (start, stop))


def _other_topic(
    passage: Passage, start: int, stop: int, label: str, annexes: Mapping[str, Target]
) -> Iterator[Remark]:
    """A reference whose sentence names a subject that is the title of another annex."""
    own = annexes.get(label)
    clause = re.split(r"[.;] ", passage.lower[max(start - 90, 0) : start])[-1]
    named = [topic for topic in _TOPICS if re.search(topic, clause)]
    if not own or len(named) != 1 or re.search(named[0], own.title):
        return
    other = [one for one in annexes.values() if one is not own and re.search(named[0], one.title)]
    if other and len(own.title) > 14:
        message = (
            f"Bijlage {label} heet “{own.title.strip()[:60]}”; wat hier wordt genoemd lijkt "
            f"bijlage {other[0].label} te zijn. "
            "Kijk de verwijzing na."
        )
        yield on_passage(passage, RULE, "let op", message, (start, stop), [own.line, other[0].line])


def _unnumbered(reading: Reading, targets: Mapping[str, dict[str, Target]]) -> Iterator[Remark]:
    """Annexes or tables that are referred to by number, where none has one: a remark a kind."""
    for kinds, several in ((("bijlage",), "bijlagen"), (_CAPTIONS, "tabellen of figuren")):
        places = [
            (passage, start, stop)
            for what, _, passage, start, stop in _all_references(reading)
            if what in kinds and not any(targets[kind] for kind in kinds)
        ]
        if places:
            yield _without_number(places, several)


def _without_number(places: list[tuple[Passage, int, int]], several: str) -> Remark:
    passage, start, stop = places[0]
    others = {one.at(begin)[0] for one, begin, _ in places} - {passage.at(start)[0]}
    more = f" Ook op {lines_in_words(others)}." if others else ""
    message = (
        f"Het rapport verwijst naar {several} met een nummer, maar er is er geen met een nummer "
        f"gevonden. Nummer ze, of voeg ze toe.{more}"
    )
    return on_passage(passage, RULE, "let op", message, (start, stop), others)


def _gaps(reading: Reading, targets: Mapping[str, dict[str, Target]]) -> Iterator[Remark]:
    """A number that is left out in the numbering of tables, figures or annexes."""
    by_line = {passage.first: passage for passage in reading.passages}
    for what in ("tabel", "figuur", "bijlage"):
        plain = {int(label): one for label, one in targets[what].items() if label.isdecimal()}
        absent = sorted(set(range(1, max(plain, default=0))) - set(plain))
        if plain and len(plain) >= 3 and 0 < len(absent) <= 2:
            after = plain[min(number for number in plain if number > absent[0])]
            passage = by_line.get(after.line)
            if passage:
                names = " en ".join(f"{what} {number}" for number in absent)
                yield on_passage(
                    passage,
                    "nummering",
                    "let op",
                    f"In de nummering ontbreekt {names}. Voeg het toe of nummer opnieuw.",
                )
