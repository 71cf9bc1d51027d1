"""Checks whether parts that are told of a whole make that whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from kwalevaluatie.checking.groups import PLAIN_GROUP
from kwalevaluatie.checking.numbers import COUNT, Number, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.shares import ADJECTIVES, Share, shares_of
from kwalevaluatie.model.reported import Remark

RULE = "delen en geheel"
_WHOLE = re.compile(
    rf"(?P<n>{COUNT})\s+{ADJECTIVES}(?P<noun>{PLAIN_GROUP})(?![\w])"
    r"[^.;]{0,60}?(?P<cue>:|\bwaarvan\b|\bte weten\b|\bnamelijk\b|\bbestaande uit\b|"
    r"\bonderverdeeld in\b|\bverdeeld over\b|\()"
)
_REST = re.compile(
    rf"\b(?:de|het)\s+(?:overige|andere|resterende)\s+(?P<k>{COUNT})(?!\s+(?:keer|maal|jaar))"
)
PART = re.compile(
    rf"(?P<k>{COUNT})(?!(?:\s+(?:tot|tot en met|à|of|en)\s+{COUNT})?"
    r"\s+(?:keer|maal|jaar|jaren|maand|maanden|weken|uur|dagen|minuten|punten|"
    r"procent|euro|op\s+de)\b)"
)
SPLIT = re.compile(
    r"\bman(?:nen)?\b.*\bvrouw|\bvrouw.*\bman(?:nen)?\b|\btevreden\b.*\bontevreden\b|"
    r"\bontevreden\b.*\btevreden\b"
    r"|\bwel\b.*\bniet\b|\bpositief\b.*\bnegatief\b|\bnegatief\b.*\bpositief\b|\bja\b.*\bnee\b"
    r"|\bvoldoende\b.*\bonvoldoende\b|\beens\b.*\boneens\b"
)
MANY = re.compile(
    r"\bmeerdere (?:antwoorden|redenen|mogelijk)|\bdubbel|\bsommigen? (?:noemen|hebben)|"
    r"\bzowel\b|\bdaarnaast\b|\bnoemen\b"
    r"|\bnoemden\b|\bnoemt\b|\bbenoem|\bgeven aan\b|\bgeeft aan\b|\bgaven aan\b|\book\b|"
    r"\beveneens\b|\bminstens\b|\bten minste\b"
)
CLOSE = 2


def remarks(reading: Reading) -> Iterator[Remark]:
    """Counts that should make a whole and do not, and more than all."""
    shares = list(shares_of(reading.sentences))
    yield from _more_than_all(shares)
    yield from _parts_of_shares(reading, shares)
    yield from _of_which(reading)
    yield from _lists(reading)


def _more_than_all(shares: Sequence[Share]) -> Iterator[Remark]:
    for share in shares:
        if share.k > share.n:
            message = (
                f"{share.k} van de {share.n} kan niet: het deel is groter dan het geheel. "
                "Tel opnieuw."
            )
            yield remark(share.sentence, RULE, "fout", message, (share.start, share.stop))


def _parts_of_shares(reading: Reading, shares: Sequence[Share]) -> Iterator[Remark]:
    """Whole and parts that are told one after the other: "van de elf … twee van hen … drie"."""
    done: set[int] = set()
    for share in shares:
        if (
            not share.sentence.is_whole
            or share.implied
            or share.sentence.index in done
            or share.n < 3
        ):
            continue
        told = _told_of(reading, share)
        done.update(one.index for one in told)
        yield from _judged(reading, share, told)


def _of_larger(reading: Reading, whole: int) -> bool:
    """Whether "de overige" are those outside a share: the two make a number told elsewhere."""
    return any(
        count_value(one[0]) == whole
        for sentence in reading.sentences
        for one in PART.finditer(sentence.lower)
    )


def _told_of(reading: Reading, share: Share) -> list[Sentence]:
    """The sentence of a share, and those after it that go on about the same people."""
    told = [share.sentence]
    for sentence in reading.around(share.sentence, 0, 3)[1:]:
        same = r"\b(?:van hen|overige|andere|resterende|van deze)\b"
        if sentence.passage is not share.sentence.passage or not re.search(same, sentence.lower):
            break
        told.append(sentence)
    return told


def _judged(reading: Reading, share: Share, told: Sequence[Sentence]) -> Iterator[Remark]:
    parts = [share.k, *_parts(share, told)]
    text = " ".join(sentence.lower for sentence in told)
    rest = _REST.search(text)
    if rest:
        if not _of_larger(reading, share.n + count_value(rest["k"])):
            yield from _judged_rest(share, parts, count_value(rest["k"]), told)
    elif len(parts) >= 2 and sum(parts) != share.n:
        yield from _judged_sum(share, parts, text, told)


def _parts(share: Share, told: Sequence[Sentence]) -> list[int]:
    """The counts after the first share; of a sentence that goes on, only its first."""
    found = [
        count_value(match["k"])
        for match in PART.finditer(share.sentence.lower, share.stop)
        if not other_thing(share.sentence.lower, match)
    ]
    for sentence in told[1:]:
        counts = [
            count_value(one["k"])
            for one in PART.finditer(sentence.lower)
            if not other_thing(sentence.lower, one)
        ]
        found += counts
    return found


_THINGS = re.compile(
    r"\s+(?:verschillende |andere |nieuwe )?(?:premies?|trajecten?|gemeenten|contactpersonen|"
    "consulenten|instanties|redenen|kinderen|thema|punten|"
    "loketten|brieven|afspraken|aanvragen|vragen|doelen|voorzieningen|organisaties|"
    "contactpersoon|plaats|of meer)"
)


_OF_OTHERS = re.compile(
    r"\b(?:van|uit|bij|aan|per|op|onder|over|na|binnen|tot)\s+(?:de\s+|alle\s+|het\s+|"
    r"verschillende\s+)?$"
)


_OF_COUNT = re.compile(rf"\s+van (?:de|deze|alle) (?:{COUNT})")


def of_year(before: str) -> bool:
    """Whether four digits after these words are a year."""
    return bool(re.search(r"\b(?:in|over|sinds|eind|begin|van|uit|per)\s+$", before))


def other_thing(lower: str, match: re.Match[str]) -> bool:
    """Whether a count is of things, or of others, rather than of the people in question."""
    of_others = _OF_OTHERS.search(lower[max(match.start() - 20, 0) : match.start()])
    things = _THINGS.match(lower, match.end())
    year = re.fullmatch(r"(?:19|20)\d\d", match["k"]) and of_year(lower[: match.start()])
    return bool(things or of_others or year) or _OF_COUNT.match(lower, match.end()) is not None


def _judged_rest(
    share: Share, parts: Sequence[int], rest: int, told: Sequence[Sentence]
) -> Iterator[Remark]:
    before = [part for part in parts if part != rest] + [rest] * (parts.count(rest) - 1)
    possible = any(
        sum(some) + rest == share.n
        for size in range(1, min(len(before), 5) + 1)
        for some in combinations(before[:8], size)
    )
    if before and not possible:
        message = (
            f"De overige {rest} passen niet bij wat ervoor staat: samen met {with_plus(before)} is "
            f"dat niet {share.n}. "
            "Tel opnieuw en zeg om wie het gaat."
        )
        yield remark(told[-1], RULE, "fout", message, also=[share.sentence.line])


def _judged_sum(
    share: Share, parts: Sequence[int], text: str, told: Sequence[Sentence]
) -> Iterator[Remark]:
    total = sum(parts)
    split = bool(SPLIT.search(text)) and not MANY.search(text)
    listed = len(parts) >= 3 and abs(total - share.n) <= CLOSE and not MANY.search(text)
    if (split and total != share.n and (total > share.n or len(parts) >= 3)) or listed:
        message = (
            f"Van {share.n} worden er {with_plus(parts)} genoemd; dat is samen {total}, niet "
            f"{share.n}. "
            "Tel opnieuw, of zeg dat iemand in meer groepen kan zitten of in geen."
        )
        yield remark(
            share.sentence, RULE, "fout" if split or total > share.n else "let op", message
        )


_WHICH = re.compile(
    rf"(?P<n>{COUNT}|\d{{1,3}}(?:\.\d{{3}})+)\s+[^.;:0-9]{{0,60}}?,?\s*\b(?:waarvan|van wie|"
    r"onder wie)\b(?!\s+de helft)(?P<tail>[^.;]*)"
)


def _of_which(reading: Reading) -> Iterator[Remark]:
    """Parts after "waarvan" that are together more than the whole before it."""
    for sentence in reading.sentences:
        for match in _WHICH.finditer(sentence.lower):
            whole, tail = count_value(match["n"]), match["tail"].split(". ")[0]
            parts = [
                count_value(one["k"]) for one in PART.finditer(tail) if not other_thing(tail, one)
            ]
            listed = 2 <= len(parts) <= 6 and len(tail) < 60 * len(parts) and "%" not in tail
            if whole >= 3 and listed and sum(parts) > whole and max(parts) <= whole:
                message = (
                    f"De delen ({with_plus(parts)}) zijn samen {sum(parts)}, meer dan de {whole} "
                    "waar zij deel van zijn. "
                    "Tel opnieuw, of zeg dat iets in meer delen kan zitten."
                )
                yield remark(sentence, RULE, "fout", message, match.span())


def with_plus(parts: Sequence[int]) -> str:
    """Parts as they are added: "6 + 2 + 3"."""
    return " + ".join(map(str, parts))


def _lists(reading: Reading) -> Iterator[Remark]:
    """A whole with its parts behind a colon, "waarvan" or brackets."""
    for sentence in reading.sentences:
        for match in _WHOLE.finditer(sentence.lower):
            yield from _judged_list(sentence, match)


def _judged_list(sentence: Sentence, match: re.Match[str]) -> Iterator[Remark]:
    whole = count_value(match["n"])
    tail = sentence.lower[match.end() :]
    tail = (
        tail.split(")")[0]
        if match["cue"] == "("
        else re.split(r"[;.]\s|, (?:en )?(?:daarnaast|ook)", tail)[0]
    )
    parts = [count_value(one["k"]) for one in PART.finditer(tail) if not other_thing(tail, one)]
    exact = match["cue"] != "waarvan" or bool(SPLIT.search(tail))
    short = 0 < whole - sum(parts) <= max(CLOSE, whole // 5)
    wrong = sum(parts) > whole or (exact and len(parts) >= 2 and short)
    several = len(parts) >= 2 and _same_form(tail, parts)
    if (
        whole >= 3
        and several
        and wrong
        and sum(parts) != whole
        and not _is_number_list(sentence, match)
    ):
        message = (
            f"De delen ({with_plus(parts)}) maken samen {sum(parts)}, niet {whole}. Tel "
            "opnieuw, of zeg wat er ontbreekt."
        )
        yield remark(sentence, RULE, "fout", message, (match.start(), match.end()))


def _same_form(tail: str, parts: Sequence[int]) -> bool:
    """Whether the parts stand in a list: close to each other, with commas or "en" between."""
    return len(tail) < 60 * len(parts) and (" en " in tail or "," in tail)


def _is_number_list(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether percentages or amounts are listed rather than people."""
    rest: list[Number] = [one for one in sentence.numbers if one.start >= match.end()]
    return any(one.kind in ("percentage", "bedrag") for one in rest)
