"""Counting people: k of n asked, from decisions, with everyone under every number."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import product
from typing import Literal

from kwalevaluatie.analysis.study import BUILT_IN, Study, evidence
from kwalevaluatie.errors import KwalError
from kwalevaluatie.model import (
    STATES,
    VALENCES,
    BoundNumber,
    Coding,
    Evidence,
    Respondent,
)

UNJUDGED = "nog niet beoordeeld"
SUBJECTS = ("goal", "code")
DETAILS: Mapping[str, tuple[str, ...]] = {"goal": ("state",), "code": ("valence", "moment")}
VALUED = ("positief", "wisselend", "negatief")
Status = Literal["vastgesteld", "voorlopig"]
Keys = dict[str, str]
Evident = Callable[[str], tuple[Evidence, ...]]


def count(
    study: Study,
    by: Sequence[str],
    *,
    where: Mapping[str, str] | None = None,
    among: Iterable[str] | None = None,
) -> list[BoundNumber]:
    """Count respondents by goal, theme, perspective or attribute.

    With `goal` in `by`: the five states of each goal, over those asked. With `code`: those
    who speak of each theme (its sub-themes included), over those asked after it; who was not
    asked and speaks of it is in `unasked`. `valence` or `moment` may be added. Both keep
    perspectives apart. With neither: respondents by attribute, the last of `by` counted
    within the others, over all who were spoken to.
    `where` keeps respondents with these attributes, `among` those with these ids.
    """
    _check(study, by, where)
    among = None if among is None else frozenset(among)
    base = _base(study, where, among)
    grouped = bool(set(SUBJECTS) & set(by))
    suffix = _suffix(
        {k: v for k, v in (where or {}).items() if not (grouped and k == "group")}, among
    )
    if "goal" in by:
        numbers = list(_goals(study, by, base))
    elif "code" in by:
        numbers = list(_codes(study, by, base))
    else:
        numbers = list(_attributes(study, by, base))
    return [replace(number, id=number.id + suffix) for number in numbers]


def _check(study: Study, by: Sequence[str], where: Mapping[str, str] | None) -> None:
    if not by or set(SUBJECTS) <= set(by):
        raise KwalError("tel naar doel of naar thema", todo="Geef bijvoorbeeld goal of code op.")
    register = [*BUILT_IN, *attributes(study)]
    details = [name for subject in SUBJECTS if subject in by for name in DETAILS[subject]]
    _known(by, [*SUBJECTS, *details, *register])
    _known(where or (), register)


def _known(names: Iterable[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            raise KwalError(f"“{name}” is niet te tellen", todo=f"Kies uit: {', '.join(known)}.")


def attributes(study: Study) -> list[str]:
    """The attributes in the register of respondents."""
    return list({name: None for r in study.respondents for name in r.attributes})


def _base(
    study: Study, where: Mapping[str, str] | None, among: Iterable[str] | None
) -> list[Respondent]:
    wanted = None if among is None else set(among)
    return [
        respondent
        for respondent in study.respondents
        if (wanted is None or respondent.id in wanted)
        and all(study.attribute(respondent, key) == str(v) for key, v in (where or {}).items())
    ]


def _suffix(where: Mapping[str, str], among: Iterable[str] | None) -> str:
    parts = [f"{key}={value}" for key, value in sorted(where.items())]
    if among is not None:
        parts.append(sha256(" ".join(sorted(set(among))).encode()).hexdigest()[:6])
    return f"@{','.join(parts)}" if parts else ""


def _strata(
    study: Study, respondents: Iterable[Respondent], names: Sequence[str]
) -> dict[tuple[str, ...], list[Respondent]]:
    strata: dict[tuple[str, ...], list[Respondent]] = {}
    for respondent in respondents:
        values = tuple(study.attribute(respondent, name) for name in names)
        strata.setdefault(values, []).append(respondent)
    return dict(sorted(strata.items()))


def _dimensions(by: Sequence[str]) -> list[str]:
    others = (*SUBJECTS, *DETAILS["goal"], *DETAILS["code"], "group")
    names = [name for name in by if name not in others]
    return ["group", *names]


def _goals(study: Study, by: Sequence[str], base: list[Respondent]) -> Iterator[BoundNumber]:
    names = _dimensions(by)
    for goal in study.codebook.goals:
        asked = {respondent.id for respondent in study.asked_goal(goal.id)}
        for values, everyone in _strata(study, base, names).items():
            stratum = [respondent for respondent in everyone if respondent.id in asked]
            keys = {"goal": goal.id, **dict(zip(names, values, strict=True))}
            if stratum:
                yield from _states(study, keys, stratum, everyone)


def _states(
    study: Study, keys: Keys, stratum: list[Respondent], everyone: list[Respondent]
) -> Iterator[BoundNumber]:
    units = units_of(study, stratum)
    found = {unit: unit_state(study, members, keys["goal"]) for unit, members in units.items()}
    judged = all((r.id, keys["goal"]) in study.judgements for r in stratum)
    shown = [*STATES, *([] if judged else [UNJUDGED])]
    for state in shown:
        members = [r for unit, members in units.items() if found[unit] == state for r in members]
        unasked = [r for r in everyone if r not in stratum and r.usable and state in VALUED]
        yield _number(
            study,
            ("doel", keys["goal"], *_values(keys, "goal"), state),
            {**keys, "state": state},
            counted=members,
            asked=stratum,
            status="vastgesteld" if judged else "voorlopig",
            evident=lambda r: study.evidence_for_goal(r, keys["goal"]),
            unasked=sum(state_of(study, r, keys["goal"]) == state for r in unasked),
        )


def _values(keys: Keys, *without: str) -> tuple[str, ...]:
    return tuple(value for key, value in keys.items() if key not in without)


def units_of(study: Study, respondents: Iterable[Respondent]) -> dict[str, list[Respondent]]:
    """The units that these respondents make up, each with its members."""
    units: dict[str, list[Respondent]] = {}
    for respondent in respondents:
        units.setdefault(study.unit(respondent), []).append(respondent)
    return units


def state_of(study: Study, respondent: Respondent, goal: str) -> str:
    """How a respondent was judged on a goal, or that this is still to be done."""
    judgement = study.judgements.get((respondent.id, goal))
    return judgement.state if judgement else UNJUDGED


def unit_state(study: Study, members: Sequence[Respondent], goal: str) -> str:
    """The state of a unit: its members' own, or wisselend when they differ in value."""
    states = {state_of(study, respondent, goal) for respondent in members}
    valued = states & set(VALUED)
    if len(valued) > 1:
        return "wisselend"
    order = (*valued, "niet te bepalen", "niet besproken", UNJUDGED)
    return next(state for state in order if state in states)


def _codes(study: Study, by: Sequence[str], base: list[Respondent]) -> Iterator[BoundNumber]:
    names = _dimensions(by)
    details = [name for name in by if name in DETAILS["code"]]
    for code in study.codebook.codes:
        asked = {respondent.id for respondent in study.asked_theme(code.id)}
        for values, everyone in _strata(study, base, names).items():
            stratum = [respondent for respondent in everyone if respondent.id in asked]
            keys = {"code": code.id, **dict(zip(names, values, strict=True))}
            for number in _mentions(study, keys, details, stratum, everyone):
                if stratum or number.unasked:
                    yield number


def _mentions(
    study: Study,
    keys: Keys,
    details: list[str],
    stratum: list[Respondent],
    everyone: list[Respondent],
) -> Iterator[BoundNumber]:
    family = study.codebook.family(keys["code"])
    for values in product(*(_choices(study, name) for name in details)):
        detail = dict(zip(details, values, strict=True))

        def said(respondent: str, detail: Keys = detail) -> list[Coding]:
            return [
                coding
                for coding in study.codings_of(respondent, family)
                if all(getattr(coding, name) == value for name, value in detail.items())
            ]

        units = units_of(study, stratum).values()
        members = [r for unit in units for r in unit if any(said(other.id) for other in unit)]
        yield _number(
            study,
            ("thema", keys["code"], *_values(keys, "code"), *values),
            {**keys, **detail},
            counted=members,
            asked=stratum,
            status=settled(study, stratum),
            evident=lambda r, said=said: evidence(r, said(r)),  # type: ignore[misc]
            unasked=sum(bool(said(r.id)) for r in everyone if r not in stratum and r.usable),
        )


def _choices(study: Study, name: str) -> tuple[str, ...]:
    if name == "valence":
        return VALENCES
    return tuple(sorted({coding.moment for coding in study.codings}))


def settled(study: Study, respondents: Iterable[Respondent]) -> Status:
    """Vastgesteld when the conversations of all these respondents were read to the end."""
    done = all(respondent.transcript in study.finished for respondent in respondents)
    return "vastgesteld" if done else "voorlopig"


def _attributes(study: Study, by: Sequence[str], base: list[Respondent]) -> Iterator[BoundNumber]:
    *within, counted = by
    for values, stratum in _strata(study, base, within).items():
        for (value,), members in _strata(study, stratum, [counted]).items():
            keys = {**dict(zip(within, values, strict=True)), counted: value}
            yield BoundNumber(
                id=identifier("kenmerk", *values, f"{counted}={value or 'onbekend'}"),
                value=len(members),
                unit="respondent",
                source="respondentenregister",
                status="vastgesteld",
                k=len(members),
                n=len(stratum),
                keys=keys,
                counted=tuple(r.id for r in members),
                asked=tuple(r.id for r in stratum),
            )


def _number(
    study: Study,
    parts: tuple[str, ...],
    keys: Keys,
    *,
    counted: Sequence[Respondent],
    asked: Sequence[Respondent],
    status: Status,
    evident: Evident,
    unasked: int,
) -> BoundNumber:
    k = len(units_of(study, counted))
    return BoundNumber(
        id=identifier(*parts),
        value=k,
        unit=study.unit_name(keys["group"]),
        source="gesprekken",
        status=status,
        k=k,
        n=len(units_of(study, asked)),
        keys=keys,
        counted=tuple(r.id for r in counted),
        asked=tuple(r.id for r in asked),
        evidence=tuple(passage for r in counted for passage in evident(r.id)),
        unasked=unasked,
    )


def identifier(*parts: str) -> str:
    """A readable id: parts joined by slashes, blanks as underscores."""
    return "/".join(part.strip().replace(" ", "_") for part in parts)


def distinct(study: Study, attribute: str, where: Mapping[str, str]) -> BoundNumber:
    """How many different values an attribute has: organisations behind the talks with partners."""
    members = _base(study, where, None)
    values = {study.attribute(respondent, attribute) for respondent in members} - {""}
    return BoundNumber(
        id=identifier("opzet", *where.values(), attribute),
        value=len(values),
        unit=attribute,
        source="respondentenregister",
        status="vastgesteld",
        keys={**where, "attribute": attribute},
        counted=tuple(respondent.id for respondent in members),
    )


def recurring(
    study: Study, parent: str, group: str, valence: str, at_least: int
) -> tuple[BoundNumber, list[BoundNumber]]:
    """How many sub-themes were brought up, with one value, by at least so many units.

    Returns the number of sub-themes, and the counts of those sub-themes, largest first.
    """
    children = {code.id for code in study.codebook.codes if code.parent == parent}
    counts = [
        number
        for number in count(study, ["code", "valence"], where={"group": group})
        if number.keys["code"] in children
        and number.keys["valence"] == valence
        and (number.k or 0) >= at_least
    ]
    counts.sort(key=lambda number: (-(number.k or 0), number.id))
    total = BoundNumber(
        id=identifier("terugkerend", parent, group, valence),
        value=len(counts),
        unit="subthema's",
        source="gesprekken",
        status=counts[0].status if counts else settled(study, _base(study, {"group": group}, None)),
        keys={"code": parent, "group": group, "valence": valence},
        counted=tuple(dict.fromkeys(r for number in counts for r in number.counted)),
        evidence=tuple(passage for number in counts for passage in number.evidence),
    )
    return total, counts


def amounts(
    study: Study, code: str, group: str, unit: str, among: Collection[str]
) -> list[BoundNumber]:
    """The smallest and largest number that respondents themselves name with a theme.

    One number when they are the same, none when nobody named one.
    """
    asked = [r for r in study.asked_theme(code) if r.group == group and r.id in among]
    named = [
        (coding.amount, respondent.id, coding)
        for respondent in asked
        for coding in study.codings_of(respondent.id, study.codebook.family(code))
        if coding.amount is not None
    ]
    values = sorted({amount for amount, _, _ in named})
    labels = ["genoemd"] if len(values) == 1 else ["laagste", "hoogste"]
    return [
        BoundNumber(
            id=identifier("genoemd", code, group, label),
            value=value,
            unit=unit,
            source="gesprekken",
            status=settled(study, asked),
            keys={"code": code, "group": group, "amount": label},
            counted=tuple(dict.fromkeys(r for amount, r, _ in named if amount == value)),
            asked=tuple(respondent.id for respondent in asked),
            evidence=tuple(
                passage
                for amount, respondent, coding in named
                if amount == value
                for passage in evidence(respondent, [coding])
            ),
        )
        for label, value in zip(labels, [values[0], values[-1]] if values else [], strict=False)
    ]
