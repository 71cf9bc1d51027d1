"""Judges each number of a report: right, changed, without evidence or contradicted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kwalevaluatie.checking.bound import Bound, Row
from kwalevaluatie.checking.registered import wordings
from kwalevaluatie.checking.registered.context import (
    Setting,
    learned,
    sentence,
    speaks_of,
)
from kwalevaluatie.checking.registered.evidence import Claim, says, weigh, weigh_quantifier
from kwalevaluatie.checking.registered.matching import Laid
from kwalevaluatie.checking.registered.mentions import PEOPLE, Mention
from kwalevaluatie.checking.registered.readings import fits
from kwalevaluatie.model.reported import Remark

BESIDE = 40
TOGETHER = 2
_MARK = re.compile(r"\b(?:rapportcijfer|gemiddeld|cijfer|score)", re.IGNORECASE)
_MONEY = re.compile(r"(?:€|euro)\s*$", re.IGNORECASE)
_NORM = re.compile(
    r"\b(?:binnen|maximaal|minimaal|minstens|hoogstens|uiterlijk|ten minste|per|tot|of|na)\s*$",
    re.IGNORECASE,
)
_CELL = re.compile(r"[^\d.,;:]{0,60}(?:\s\d+)+\s*|\s*\S+\s*")
_PLURAL = re.compile(r"\s+(?:[a-zà-ÿ]+e\s+)?([a-zà-ÿ-]{4,}(?:en|s|'s))\b", re.IGNORECASE)
_IDLE = frozenset(
    "jaren maanden weken dagen uren minuten keren malen zinnen woorden doelen vragen thema's "
    "hoofdstukken paragrafen stappen kanten dingen redenen soorten manieren punten delen groepen "
    "perspectieven kwartalen sporen fasen lijnen vormen onderdelen onderwerpen aspecten "
    "deelvragen conclusies aanbevelingen bijlagen tabellen figuren pagina's anders eens".split()
)


@dataclass(frozen=True)
class Judge:
    """Judges the mentions of one report, given what they were laid beside."""

    bound: Bound
    found: Sequence[Mention]
    laid: Laid
    said: Sequence[tuple[frozenset[str], str]]

    def remarks(self) -> Iterator[Remark]:
        """What is not right, in order."""
        tables: dict[int, list[Mention]] = {}
        for index, mention in enumerate(self.found):
            if mention.paragraph.first.cells and self._is_loose_cell(index):
                tables.setdefault(mention.paragraph.first.table, []).append(mention)
                continue
            remark = self._remark(index)
            if remark is not None:
                yield remark
        yield from map(wordings.loose_cells, tables.values())

    @cached_property
    def setting(self) -> Setting:
        """What each paragraph is about, from the numbers that stand where they were printed."""
        return learned(self.bound, ((self.found[j], row) for j, row in self.laid.rows.items()))

    def _remark(self, index: int) -> Remark | None:
        mention = self.found[index]
        if index in self.laid.rows:
            return self._of_row(index, self.laid.rows[index])
        row = self.laid.slots.get(index)
        if row is not None and self._replaces(index):
            return None if says(mention.reading, row) else wordings.changed(mention, row)
        return self._added(index)

    def _of_row(self, index: int, row: Row) -> Remark | None:
        """A number whose row is known: does it still say that, of the same people and goal."""
        mention = self.found[index]
        if not mention.text.strip():
            return None
        if not (says(mention.reading, row) or mention.text.strip() == row.text):
            return wordings.changed(mention, row)
        if self._other_people(index, row):
            return wordings.other_people(mention, row)
        said = self.said[index][1]
        if said and row.state and said != row.state:
            return wordings.other_state(mention, row, said)
        goal = self._other_goal(mention, row)
        return wordings.other_goal(mention, row, self.bound.names.get(goal, goal)) if goal else None

    def _other_people(self, index: int, row: Row) -> bool:
        named = self.said[index][0]
        return bool(named) and row.group in PEOPLE.values() and row.group not in named

    def _other_goal(self, mention: Mention, row: Row) -> str:
        """The goal that a sentence is about, where a number in it is of another."""
        goal = self.setting.goal(mention.paragraph) if row.goal else ""
        near = [other for j, other in self.laid.rows.items() if other.goal
                and self.found[j].paragraph is mention.paragraph and other is not row]  # fmt: skip
        if len({other.goal for other in near}) > TOGETHER:
            return ""
        alone = not any(other.goal == row.goal for other in near)
        named = self.setting.labelled(mention.paragraph) not in ("", row.goal)
        foreign = goal not in ("", row.goal) and (alone or named)
        return goal if foreign and not self._names(mention, row) else ""

    def _names(self, mention: Mention, row: Row) -> bool:
        return speaks_of(sentence(mention), self.bound.goals[row.goal])

    def _replaces(self, index: int) -> bool:
        """Whether a number that stands in a row's place is that number changed.

        It is in a table, between two that are as they were, or in a sentence with one that is;
        elsewhere another sentence may have come in the place of the one that was printed.
        """
        mention = self.found[index]
        line = mention.paragraph.first
        if line.cells or _is_cell(mention.paragraph.text) or index in self.laid.firm:
            return True
        text = sentence(mention)
        return any(
            j in self.laid.rows and other.paragraph is mention.paragraph and sentence(other) == text
            for j, other in enumerate(self.found)
        )

    def _claim(self, index: int) -> Claim:
        mention = self.found[index]
        return Claim(
            mention.reading,
            sentence(mention),
            mention.paragraph.heading,
            *self.said[index],
            self.setting.goal(mention.paragraph),
            mention.unit,
        )

    def _added(self, index: int) -> Remark | None:
        """A number that was not printed: is it in the register all the same."""
        mention = self.found[index]
        kind = mention.reading.kind
        if kind == "woord":
            return self._quantifier(index)
        if kind in ("jaar", "anders"):
            return None
        serious = self._is_count(index)
        if not serious and not _is_quantity(mention):
            return None
        found = weigh(self._claim(index), self.bound)
        if found.verdict == "goed":
            return None
        if found.verdict == "tegenspraak" and found.row is not None:
            return wordings.contradicted(mention, found.row)
        return wordings.unproven(mention, serious=serious, row=found.row)

    def _is_count(self, index: int) -> bool:
        """Whether a number is one of people, a share or a mark."""
        mention = self.found[index]
        kind = mention.reading.kind
        if kind == "breuk":
            return bool(_MARK.search(sentence(mention)))
        return kind in ("deel", "procent") or mention.counted or bool(self.said[index][1])

    def _is_loose_cell(self, index: int) -> bool:
        mention = self.found[index]
        if index in self.laid.rows or index in self.laid.slots or mention.counted:
            return False
        plain = mention.reading.kind in ("geheel", "breuk", "procent")
        return plain and weigh(self._claim(index), self.bound).verdict != "goed"

    def _quantifier(self, index: int) -> Remark | None:
        mention = self.found[index]
        row = self._beside(index)
        if row is not None:
            right = fits(mention.reading.word, row.k or 0, row.n or 0)
            return None if right else wordings.unfitting(mention, row)
        talks = mention.unit == "gesprek" and not self.said[index][1]
        if not mention.counted or talks:
            return None
        found = weigh_quantifier(self._claim(index), self.bound)
        if found.verdict == "tegenspraak" and found.row is not None:
            return wordings.unfitting(mention, found.row)
        return wordings.without_count(mention) if found.verdict == "zonder bewijs" else None

    def _beside(self, index: int) -> Row | None:
        """The row of the count that a quantifier stands beside, in the same sentence."""
        here = self.found[index]
        for j in (index - 1, index + 1):
            row = self.laid.rows.get(j)
            if row is None or not row.counts or self.found[j].paragraph is not here.paragraph:
                continue
            near = sorted((here, self.found[j]), key=lambda one: one.start)
            between = here.paragraph.text[near[0].stop : near[1].start]
            if len(between) <= BESIDE and not re.search(r"[.;:!?]\s|\|", between):
                return row
        return None


def _is_cell(text: str) -> bool:
    """Whether a line is a number alone, or the row of a table without its lines."""
    return bool(_CELL.fullmatch(text))


def _is_quantity(mention: Mention) -> bool:
    """Whether a number that counts no people reads as a fact: digits, money, many of something."""
    text = mention.paragraph.text
    if _NORM.search(text[: mention.start]):
        return False
    if _MONEY.search(text[: mention.start]):
        return True
    noun = _PLURAL.match(text, mention.stop)
    return noun is not None and noun[1].casefold() not in _IDLE
