"""How many planted faults the report check finds: `python -m tests.checking.measure fresh`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

REPORTS = Path(__file__).parent / "reports"
REACH = 2
COUNTED = ("fout", "let op")


@dataclass(frozen=True)
class Fault:
    """A planted fault: the line where it shows and the lines that it contradicts."""

    line: int
    kind: str
    severity: str
    text: str
    why: str
    also: tuple[int, ...] = ()

    def within(self, reach: int) -> frozenset[int]:
        """The lines on which a remark points at this fault, at most `reach` lines away."""
        places = (self.line, *self.also)
        return frozenset(n for at in places for n in range(at - reach, at + reach + 1))


@dataclass(frozen=True)
class LookAlike:
    """A place that looks suspicious and is right."""

    line: int
    text: str
    why: str


@dataclass(frozen=True)
class Labelled:
    """A synthetic report with what its writer planted in it."""

    path: Path
    faults: tuple[Fault, ...]
    clean: tuple[LookAlike, ...]


@dataclass(frozen=True)
class Result:
    """What the check made of one report; exact: found with a remark on the very line."""

    report: Labelled
    found: tuple[Fault, ...]
    exact: tuple[Fault, ...]
    further: tuple[int, ...]

    @property
    def on_clean(self) -> int:
        """How many further remarks stand on a line that was marked as right."""
        right = {place.line for place in self.report.clean}
        return sum(line in right for line in self.further)


@cache
def labelled(which: str) -> tuple[Labelled, ...]:
    """The reports of a set (`dev`, `held`, `fresh`, `last` or `newest`), with labels, by name."""
    return tuple(_read(path) for path in sorted(REPORTS.glob(f"{which}_*.yaml")))


def measured(report: Labelled) -> Result:
    """Check one report and lay the remarks beside its labels.

    A fault is found when a remark of severity fout or let op points within two lines of its
    line or of a line it contradicts. A remark that is near no fault is a further remark.
    Four in ten filled lines lie that near to a fault, so read `exact` beside `found`.
    """
    lines = _remarks(report.path)
    near = frozenset[int]().union(*(fault.within(REACH) for fault in report.faults))
    further = tuple(line for line in lines if line not in near)
    return Result(report, _found(report, lines, REACH), _found(report, lines, 0), further)


def by_kind(results: Iterable[Result]) -> dict[str, tuple[int, int]]:
    """Found and planted faults, by kind."""
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for result in results:
        planted.update(fault.kind for fault in result.report.faults)
        found.update(fault.kind for fault in result.found)
    return {kind: (found[kind], planted[kind]) for kind in sorted(planted)}


def main(arguments: Sequence[str]) -> None:
    """Print the reports of a set with what was found in them, then the kinds."""
    results = [measured(report) for report in labelled(arguments[0] if arguments else "dev")]
    print(f"{'rapport':<12}{'gevonden':>10}{'op de regel':>13}{'overig':>8}{'op juiste plek':>16}")
    for result in results:
        print(_row(result.report.path.stem, [result]))
    print(_row("samen", results))
    print()
    for kind, (found, planted) in by_kind(results).items():
        print(f"{kind:<28}{found:>3} van {planted}")


def _row(name: str, results: Sequence[Result]) -> str:
    found = sum(len(result.found) for result in results)
    exact = sum(len(result.exact) for result in results)
    planted = sum(len(result.report.faults) for result in results)
    further = sum(len(result.further) for result in results)
    on_clean = sum(result.on_clean for result in results)
    return f"{name:<12}{f'{found} / {planted}':>10}{exact:>13}{further:>8}{on_clean:>16}"


def _found(report: Labelled, lines: Sequence[int], reach: int) -> tuple[Fault, ...]:
    return tuple(fault for fault in report.faults if not fault.within(reach).isdisjoint(lines))


def _remarks(path: Path) -> tuple[int, ...]:
    import kwalevaluatie

    remarks = kwalevaluatie.check_report(path)
    return tuple(int(line) for line in remarks.loc[remarks.severity.isin(COUNTED), "line"])


def _read(labels: Path) -> Labelled:
    document: dict[str, Any] = YAML(typ="safe").load(labels.read_text(encoding="utf-8"))
    faults = tuple(Fault(**{**fault, "also": tuple(fault["also"])}) for fault in document["faults"])
    return Labelled(_text_of(labels), faults, tuple(LookAlike(**one) for one in document["clean"]))


def _text_of(labels: Path) -> Path:
    return next(p for suffix in (".md", ".txt") if (p := labels.with_suffix(suffix)).exists())


if __name__ == "__main__":
    main(sys.argv[1:])
