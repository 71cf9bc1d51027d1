"""What an interview count and a survey figure say together: a proposal with its grounds.

Meaning and prominence are compared, as in the triangulation protocol of Farmer, Robinson, Elliott
and Eyles (2006): do both point the same way, and does it stand out in both? Meaning decides
between agreement and contradiction; where people hardly speak of it, either becomes partial.
"""

from __future__ import annotations

from dataclasses import dataclass

from kwalevaluatie.model import Figure, Link, Thresholds, Verdict

NO_JUDGEMENT = ("aantal", "gemiddelde")
OTHER_WAY = "andere manier van vragen"
SILENT = "in de gesprekken kwam dit niet ter sprake"
BY_ITSELF = "wie ernaar is gevraagd, zei er niets over; anderen begonnen er zelf over"
UNSETTLED = "nog niet iedereen is beoordeeld of gelezen"


@dataclass(frozen=True)
class Heard:
    """What people said: `k` of those who `spoke` of it, who are among the `n` asked.

    Of a goal k are positive, of a theme k are negative. `unasked` began about it themselves,
    and are in none of these. It is `settled` when everybody was judged or read.
    """

    k: int
    spoke: int
    n: int
    unasked: int = 0
    settled: bool = True


@dataclass(frozen=True)
class Reading:
    """A proposed verdict, its grounds, and what else may explain a difference."""

    verdict: Verdict
    grounds: str
    rivals: tuple[str, ...] = ()


def propose(
    link: Link, figure: Figure | None, heard: Heard, limits: Thresholds, survey: str = "het KBO"
) -> Reading:
    """A proposed verdict with its grounds, to be signed by a person.

    The interviews are positive about a goal from `heard_high` of those asked, and not below
    `heard_low`; they are negative about a theme from `heard_high` of those who speak of it. The
    survey likewise, by its share or its report mark; a point of attention is negative.
    `survey` is what the grounds call it.
    """
    if not link.item:
        return Reading("stilte (niet gevraagd)", f"{survey} vroeg hier niet naar")
    unsure = _undecided(link, figure, heard, limits)
    if unsure is not None or figure is None:
        return unsure or Reading("niet te bepalen", "het cijfer is nog niet ingevoerd")
    sides = _survey_side(figure, limits), _people_side(link, heard, limits)
    prominent = heard.spoke >= limits.prominent * heard.n
    verdict, grounds = _read(*sides, prominent, critical=not link.goal)
    return Reading(verdict, grounds.format(survey), _rivals(link))


def _undecided(
    link: Link, figure: Figure | None, heard: Heard, limits: Thresholds
) -> Reading | None:
    if "nee" in (link.same_question, link.same_group, link.same_period):
        reason = "vraag, groep of periode is een andere: niet naast elkaar te leggen"
        return Reading("niet te bepalen", reason, _rivals(link))
    if figure is not None and figure.unit in NO_JUDGEMENT:
        return Reading("niet te bepalen", "dit cijfer zegt niet of mensen positief zijn")
    if figure is not None and not heard.settled and heard.spoke < limits.fewest:
        return Reading("niet te bepalen", UNSETTLED)
    if figure is not None and heard.spoke == 0:
        return Reading("stilte (niet genoemd)", BY_ITSELF if heard.unasked else SILENT)
    if figure is not None and heard.spoke < limits.fewest:
        return Reading("niet te bepalen", "te weinig mensen spraken hierover")
    return None


def _survey_side(figure: Figure, limits: Thresholds) -> int:
    if figure.value is None:
        return -1
    mark = figure.unit == "rapportcijfer"
    low, high = (
        (limits.mark_low, limits.mark_high) if mark else (limits.survey_low, limits.survey_high)
    )
    return (figure.value >= high) - (figure.value < low)


def _people_side(link: Link, heard: Heard, limits: Thresholds) -> int:
    """Where people stand: on a goal all who were asked, on a theme those who speak of it.

    Who is not critical of a theme, is not therefore positive.
    """
    if not link.goal:
        return -(heard.k >= limits.heard_high * heard.spoke)
    share = heard.k / heard.n
    return (share >= limits.heard_high) - (share < limits.heard_low)


def _read(survey: int, people: int, prominent: bool, *, critical: bool) -> tuple[Verdict, str]:
    if survey == people:
        if prominent:
            return "overeenstemming", "{} en de gesprekken wijzen dezelfde kant op"
        return "gedeeltelijk", "dezelfde kant, maar in de gesprekken kwam het weinig ter sprake"
    if survey * people < 0:
        if prominent:
            return "tegenspraak", _difference(survey, critical)
        return "gedeeltelijk", f"{_difference(survey, critical)}; weinig mensen spraken erover"
    return "gedeeltelijk", "de een is uitgesproken, de ander verdeeld"


def _difference(survey: int, critical: bool) -> str:
    if critical:
        return "hoog in {}, in de gesprekken vooral negatief"
    if survey > 0:
        return "hoog in {}, laag in de gesprekken"
    return "laag in {}, hoog in de gesprekken"


def _rivals(link: Link) -> tuple[str, ...]:
    """What may differ besides what people think: question, group, moment and method."""
    unequal = (
        ("andere vraag", link.same_question),
        ("andere groep", link.same_group),
        ("ander moment", link.same_period),
    )
    return (*(name for name, same in unequal if same != "ja"), OTHER_WAY)
