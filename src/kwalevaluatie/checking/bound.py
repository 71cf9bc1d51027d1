"""The register of a report as a check needs it: what was printed for which number, and said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kwalevaluatie.checking.registered.readings import Reading, read_print

STATES = ("positief", "wisselend", "negatief", "niet besproken", "niet te bepalen")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Row:
    """A number of the register, as it was printed once.

    `words` are the words that its id names it by, without perspective and state; `reading` is
    what the printed text says.
    """

    id: str
    text: str
    reading: Reading
    k: int | None = None
    n: int | None = None
    value: float = 0
    unit: str = ""
    goal: str = ""
    theme: str = ""
    group: str = ""
    state: str = ""
    words: frozenset[str] = frozenset()

    @property
    def base(self) -> str:
        """The id of the number itself, whichever time it is printed."""
        return self.id.partition("~")[0]

    @property
    def counts(self) -> bool:
        """Whether it counts people or organisations, k of n."""
        return self.k is not None and self.n is not None


@dataclass(frozen=True)
class Bound:
    """All numbers of a report in the order of print, and the words said under them.

    `said` are the passages by place (`gesprek/beurt:begin-eind`); `texts` are whole frozen turns,
    where they are at hand. `names` says what goals and themes are called, where that is known.
    """

    rows: tuple[Row, ...]
    said: Mapping[str, str] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Row]:
        """The rows by the id of their place in the report."""
        return {row.id: row for row in self.rows}

    @cached_property
    def goals(self) -> dict[str, frozenset[str]]:
        """The goals of the register, with the words that they may be known by."""
        found = {row.goal: row for row in self.rows if row.goal}
        return {goal: words_of(self.names.get(goal, goal)) for goal in found}


def bound_numbers(
    rows: Iterable[Mapping[str, str]],
    passages: Iterable[Mapping[str, str]] = (),
    *,
    texts: Iterable[str] = (),
    names: Mapping[str, str] | None = None,
) -> Bound:
    """The register from the rows of `cijfers.csv` and those of `herkomst.csv`."""
    said = {_place(row): row["citaat"] for row in passages if row.get("citaat")}
    return Bound(tuple(map(_row, rows)), said, tuple(texts), names or {})


def words_of(name: str) -> frozenset[str]:
    """The words of an id or a name, small."""
    return frozenset(_WORD.findall(name.casefold().replace("_", " ")))


def _place(row: Mapping[str, str]) -> str:
    turn, start, stop = (row[name].partition(".")[0] for name in ("beurt", "begin", "eind"))
    return f"{row['gesprek']}/{turn}:{start}-{stop}"


def _row(row: Mapping[str, str]) -> Row:
    parts = row["id"].partition("~")[0].split("@")[0].split("/")
    state = parts[-1].replace("_", " ")
    return Row(
        id=row["id"],
        text=row["tekst"],
        reading=read_print(row["tekst"]),
        k=_whole(row["k"]),
        n=_whole(row["n"]),
        value=float(row["waarde"] or 0),
        unit=row["eenheid"],
        goal=row["doel"],
        theme=row["thema"],
        group=row["groep"],
        state=state if state in STATES else "",
        words=_subject(parts, row["groep"]),
    )


def _subject(parts: list[str], group: str) -> frozenset[str]:
    """What the number is about: the middle of its id, of an attribute only its value."""
    named = (part.rpartition("=")[2] for part in parts[1:])
    about = [name for name in named if name != group and name.replace("_", " ") not in STATES]
    return words_of(" ".join(about))


def _whole(text: str) -> int | None:
    return int(float(text)) if text else None
