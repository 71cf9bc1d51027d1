"""What the five slides tell, from the same facts and in the same words as the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kwalevaluatie.model import STATES, BoundNumber, Comparison
from kwalevaluatie.report.compose.beside import PROPOSAL
from kwalevaluatie.report.compose.opening import spoken_to
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.compose.whole import banner
from kwalevaluatie.report.document import Inline, Inlines, Number, Table, Text
from kwalevaluatie.report.facts import GoalFacts
from kwalevaluatie.report.figures import value, year
from kwalevaluatie.report.nouns import plural
from kwalevaluatie.report.sentences import listed, lower, strong, text, whom
from kwalevaluatie.report.slides.deck import Body, Chart, Deck, Points, Slide, Voices
from kwalevaluatie.report.slides.voices import voices
from kwalevaluatie.wording import ended

MOST_GOALS, MOST_ROWS, MOST_THEMES, FEWEST = 8, 5, 3, 2
LETTERS, MOST_LINES = 30, 12
"""How many letters of a survey question fit on a line of the table, and lines on the slide."""

REACH = (
    "De aantallen gelden voor wie is gesproken. Zij zeggen niet hoe vaak iets elders voorkomt, "
    "en niet waardoor het komt."
)
SILENCE = "“Niet besproken” is geen nee: iemand sprak er dan niet over."
APART = "De gesprekken en {} vragen niet hetzelfde, en niet aan dezelfde mensen."


def tell_slides(teller: Teller) -> Deck:
    """The five slides; the `teller` has a register of its own, apart from the report."""
    settings = teller.facts.settings
    return Deck(
        title=settings.title,
        subtitle=settings.subtitle,
        organisation=settings.organisation,
        date=settings.date,
        banner=banner(teller),
        slides=(_asked(teller), _judged(teller), _beside(teller), _said(teller), _read(teller)),
    )


def _slide(teller: Teller, since: int, title: str, body: Body, note: Inlines = ()) -> Slide:
    """A slide with the numbers that were printed for it: those after the first `since`."""
    return Slide(title, body, note, tuple(teller.register.printed[since:]))


def _since(teller: Teller) -> int:
    return len(teller.register.printed)


def _asked(teller: Teller) -> Slide:
    since = _since(teller)
    organisation = teller.facts.settings.organisation or "de organisatie"
    labels = [[text(lower(goal.goal.label))] for goal in teller.goals]
    items = [
        (text(f"Wat merken mensen van de plannen van {organisation}?"),),
        (text("Gevraagd is naar "), teller.register.word(_number_of(teller.goals)),
         text(" doelen: "), *listed(labels), text(".")),
        spoken_to(teller),
        *_survey(teller),
    ]  # fmt: skip
    title = "Wat is gevraagd, en met wie is gesproken?"
    return _slide(teller, since, title, Points(tuple(items)))


def _survey(teller: Teller) -> list[Inlines]:
    if not teller.facts.figures:
        return []
    newest = max(teller.facts.figures, key=lambda figure: figure.year)
    said = text(f"Ernaast ligt {teller.facts.settings.survey} van ")
    return [(said, year(teller.register, newest), text("."))]


def _number_of(goals: Sequence[GoalFacts]) -> BoundNumber:
    return BoundNumber(
        id="opzet/doelen", value=len(goals), unit="doelen", source="rapportplan",
        status="vastgesteld",
    )  # fmt: skip


def _judged(teller: Teller) -> Slide:
    since = _since(teller)
    goals = [goal for goal in teller.goals if goal.states][:MOST_GOALS]
    firsts = [next(iter(goal.states)) for goal in goals]
    chart = Chart(
        labels=tuple(_label(teller, *each) for each in zip(goals, firsts, strict=True)),
        states=_bars(teller, goals, firsts),
        alt=tuple(_in_words(teller, goals, firsts)),
    )
    rest = len(teller.goals) > len(goals) or any(len(goal.states) > 1 for goal in goals)
    more = " Wat anderen zeggen, staat in het rapport." if rest else ""
    note = (text(f"Tussen haakjes staat aan wie en aan hoeveel het is gevraagd.{more}"),)
    return _slide(teller, since, "Wat hebben we gehoord?", chart, note)


def _label(teller: Teller, goal: GoalFacts, group: str) -> Inlines:
    asked = teller.register.digits(goal.asked[group])
    return (text(f"{goal.goal.label} ({plural(group)}, "), asked, text(")"))


def _bars(
    teller: Teller, goals: Sequence[GoalFacts], firsts: Sequence[str]
) -> dict[str, tuple[Number | None, ...]]:
    """By state that somebody gave, in a fixed order: how many for each goal."""
    found = [_by_state(goal.states[group]) for goal, group in zip(goals, firsts, strict=True)]
    known = {state for by_state in found for state, number in by_state.items() if number.k}
    order = [*(state for state in STATES if state in known), *sorted(known - set(STATES))]
    return {
        state: tuple(_digits(teller, by_state.get(state)) for by_state in found) for state in order
    }


def _by_state(numbers: Iterable[BoundNumber]) -> dict[str, BoundNumber]:
    return {number.keys["state"]: number for number in numbers}


def _digits(teller: Teller, number: BoundNumber | None) -> Number | None:
    if number is None or not number.k:
        return None
    return teller.register.show(number, str(number.k))


def _in_words(
    teller: Teller, goals: Sequence[GoalFacts], firsts: Sequence[str]
) -> Iterable[Inline]:
    for goal, group in zip(goals, firsts, strict=True):
        parts: list[list[Inline]] = [
            [teller.register.count(number), text(f" {number.keys['state']}")]
            for number in goal.states[group]
            if number.k
        ]
        yield text(f"{goal.goal.label}, {plural(group)}: ")
        yield from listed(parts)
        yield text(". ")


def _beside(teller: Teller) -> Slide:
    since = _since(teller)
    title = f"Wat zegt {teller.facts.settings.survey}?"
    rows = _spread(teller.goals)
    if not rows:
        none = "De gesprekken zijn niet naast een cijfer uit een enquête gelegd."
        return _slide(teller, since, title, Points(((text(none),),)))
    shown = _fitting(rows)
    table = Table(
        f"Gesprekken naast {teller.facts.settings.survey}",
        ("Vraag", teller.facts.settings.survey_name, "Gesprekken", "Lezing"),
        tuple(_joint_row(teller, row) for row in shown),
        (4, 2, 3.4, 3.4),
    )
    return _slide(
        teller, since, title, table, _about(teller.facts.settings.survey, shown, len(rows))
    )


def _fitting(rows: Sequence[Comparison]) -> list[Comparison]:
    """The first rows that fit on a slide; always one."""
    shown: list[Comparison] = []
    lines = 0
    for row in rows[:MOST_ROWS]:
        lines += max(2, 1 + len(row.figure.item if row.figure else "") // LETTERS)
        shown += [row] if lines <= MOST_LINES or not shown else []
    return shown


def _about(survey: str, shown: Sequence[Comparison], all_rows: int) -> Inlines:
    more = " Het rapport heeft ook de andere vragen." if len(shown) < all_rows else ""
    unsigned = any(row.signature is None for row in shown)
    said = f" Bij {PROPOSAL.strip(': ')} heeft nog niemand getekend." if unsigned else ""
    return (text(f"{APART.format(survey)}{said}{more}"),)


def _spread(goals: Iterable[GoalFacts]) -> list[Comparison]:
    """The comparisons with a survey figure: the first of every goal, then the others."""
    found = [
        (place, number, row)
        for number, goal in enumerate(goals)
        for place, row in enumerate(row for row in goal.comparisons if row.figure is not None)
    ]
    return [row for _, _, row in sorted(found, key=lambda each: each[:2])]


def _joint_row(teller: Teller, row: Comparison) -> tuple[Inlines, ...]:
    figure, link, shown = row.figure, row.link, teller.register
    assert figure is not None
    how = "positief" if link.goal else f"negatief over {teller.label(link.theme).lower()}"
    reading = row.verdict if row.signature else PROPOSAL + row.verdict
    return (
        (text(figure.item + " ("), year(shown, figure), text(")")),
        (value(shown, figure),) if figure.value is not None else (text("geen cijfer"),),
        (shown.count(row.number), text(f" {how}")),
        (Text(reading, "strong"),),
    )


def _said(teller: Teller) -> Slide:
    since = _since(teller)
    title = "Wat zeggen mensen zelf?"
    found = voices(teller)
    if not found:
        none = "Er is nog geen citaat dat op een dia past. Kies er een uit het rapport."
        return _slide(teller, since, title, Points(((text(none),),)))
    return _slide(teller, since, title, Voices(found))


def _read(teller: Teller) -> Slide:
    since = _since(teller)
    items = [*_standing_out(teller), *_limits(teller)]
    return _slide(teller, since, "Wat valt op, en hoe leest u dit?", Points(tuple(items)))


def _standing_out(teller: Teller) -> list[Inlines]:
    """The themes that most people valued negatively, each where most people did."""
    found = [
        (number, goal)
        for goal in teller.goals
        for numbers in goal.negative.values()
        for number in numbers
        if (number.k or 0) >= FEWEST
    ]
    first: dict[str, tuple[BoundNumber, GoalFacts]] = {}
    for number, goal in sorted(found, key=lambda each: -(each[0].k or 0)):
        first.setdefault(number.keys["code"], (number, goal))
    return [_negative(teller, *each) for each in list(first.values())[:MOST_THEMES]]


def _negative(teller: Teller, number: BoundNumber, goal: GoalFacts) -> Inlines:
    counted = whom(teller.register, number, teller.talks)
    theme = strong(f"{ended(teller.label(number.keys['code']))} ")
    about = text(f" iets negatiefs, bij {lower(goal.goal.label)}.")
    return (theme, text("Hierover zeggen "), *counted, about)


def _limits(teller: Teller) -> list[Inlines]:
    numbers = [n for goal in teller.goals for group in goal.states.values() for n in group]
    open_ = any(number.status == "voorlopig" for number in numbers)
    later = "Een deel van de oordelen is voorlopig: nog niet iedereen is beoordeeld."
    return [
        (text(SILENCE),),
        (text(REACH),),
        *([(strong("VOORLOPIG. "), text(later))] if open_ else []),
    ]
