"""How many people a theme would count if all were read: counted by machine, errors taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from kwalevaluatie.analysis.measuring import Table
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.model import Respondent

Z95 = 1.959963984540054
ENOUGH_READ = 5
UNREVIEWED = "ongereviewd"

ALL_READ = "alles is gelezen: tel met kwal tel"
TOO_FEW = "te weinig gelezen: {yes} met en {no} zonder dit thema; nodig: {least} van elk"
NO_BETTER = "de voorstellen zeggen niet meer dan toeval: corrigeren kan niet"


def true_share(apparent: float, sensitivity: float, specificity: float) -> float:
    """The true share behind an apparent one (Rogan & Gladen, 1978).

    May fall outside 0 and 1, as the apparent share has chance in it.

    >>> round(true_share(0.38, 0.8, 0.9), 3)
    0.4
    """
    return (apparent + specificity - 1) / (sensitivity + specificity - 1)


def interval(found: int, n: int, read: Table) -> tuple[float, float] | None:
    """The 95% interval of the true share, where `found` of `n` were found by the machine.

    `read` are others, of whom the truth is known: they give the errors of the machine, with
    their own uncertainty. The interval of Lang & Reiczigel (2014), formulas 16 and 17; None
    where the errors are too many to see through.

    >>> low, high = interval(4060, 11284, Table(tp=178, fn=1, tn=358, fp=1))
    >>> round(low, 3), round(high, 3)
    (0.349, 0.372)
    """
    yes, no, size = read.tp + read.fn + 2, read.tn + read.fp + 2, n + Z95**2
    sensitivity, specificity = (read.tp + 1) / yes, (read.tn + 1) / no
    apparent = (found + Z95**2 / 2) / size
    beyond = sensitivity + specificity - 1
    if beyond <= 0:
        return None
    share = true_share(apparent, sensitivity, specificity)
    missed = sensitivity * (1 - sensitivity) / yes
    wrong = specificity * (1 - specificity) / no
    shift = 2 * Z95**2 * (share * missed - (1 - share) * wrong)
    spread = apparent * (1 - apparent) / size + share**2 * missed + (1 - share) ** 2 * wrong
    half = Z95 * sqrt(spread) / beyond
    return _clip(share + shift - half), _clip(share + shift + half)


def _clip(share: float) -> float:
    return min(max(share, 0.0), 1.0)


@dataclass(frozen=True)
class Corrected:
    """How many speak of a theme: as the machine counts, and with its errors taken out.

    `raw` of `n` asked have a suggestion; `read` of them were read to the end. `corrected`, `low`
    and `high` are None where `reason` says why nothing can be said.
    """

    code: str
    group: str
    unit: str
    n: int
    read: int
    raw: int
    sensitivity: float | None
    specificity: float | None
    corrected: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str = ""
    status: str = UNREVIEWED


def corrected_counts(proposed: Study, decided: Study) -> Iterator[Corrected]:
    """For each theme and perspective the count by machine, corrected for its errors.

    Two studies of the same people: one with all that is proposed for codings, one with what was
    decided, in which `finished` are the conversations of which the truth is known. Counts as
    `counting.count` does: people (or units) asked after a theme, its sub-themes included.
    """
    for code in proposed.codebook.active:
        asked = proposed.asked_theme(code.id)
        for group in sorted({respondent.group for respondent in asked}):
            members = [respondent for respondent in asked if respondent.group == group]
            yield _corrected(code.id, group, members, proposed, decided)


def _corrected(
    code: str, group: str, members: Sequence[Respondent], proposed: Study, decided: Study
) -> Corrected:
    units = _units(members, proposed)
    read = [unit for unit in units if all(one.transcript in decided.finished for one in unit)]
    said = [_says(unit, code, proposed) for unit in units]
    table = _table(read, code, proposed, decided)
    return correct(code, group, proposed.unit_name(group), len(units), sum(said), table)


def _units(members: Sequence[Respondent], study: Study) -> list[list[Respondent]]:
    units: dict[str, list[Respondent]] = {}
    for respondent in members:
        units.setdefault(study.unit(respondent), []).append(respondent)
    return list(units.values())


def _says(unit: Sequence[Respondent], code: str, study: Study) -> bool:
    family = study.codebook.family(code)
    return any(study.codings_of(respondent.id, family) for respondent in unit)


def _table(
    read: Sequence[Sequence[Respondent]], code: str, proposed: Study, decided: Study
) -> Table:
    found = [(_says(unit, code, decided), _says(unit, code, proposed)) for unit in read]
    return Table(
        tp=found.count((True, True)),
        fp=found.count((False, True)),
        fn=found.count((True, False)),
        tn=found.count((False, False)),
    )


def correct(code: str, group: str, unit: str, n: int, raw: int, read: Table) -> Corrected:
    """A count by machine of which the errors are taken out that it makes in the part that was read.

    Of those who were read the truth is known, so that only the others are uncertain: the
    interval is that of the others, with those read who have the theme added.
    """
    yes, rest, found = read.tp + read.fn, n - read.n, raw - read.tp - read.fp
    made = Corrected(code, group, unit, n, read.n, raw, read.recall, read.specificity)
    reason = _refusal(rest, read)
    around = None if reason else interval(found, rest, read)
    if around is None:
        return replace(made, reason=reason or NO_BETTER)
    share = _clip(true_share(found / rest, read.tp / yes, read.tn / (read.n - yes)))
    low, high = min(around[0], share), max(around[1], share)
    return replace(made, corrected=yes + rest * share, low=yes + rest * low, high=yes + rest * high)


def _refusal(rest: int, read: Table) -> str:
    yes, no = read.tp + read.fn, read.tn + read.fp
    if not rest:
        return ALL_READ
    if min(yes, no) < ENOUGH_READ:
        return TOO_FEW.format(yes=yes, no=no, least=ENOUGH_READ)
    return NO_BETTER if read.tp / yes + read.tn / no <= 1 else ""
