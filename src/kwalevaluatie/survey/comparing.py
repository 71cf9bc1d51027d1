"""What an interview count and a survey figure say together: a proposal with its grounds."""

from __future__ import annotations

from kwalevaluatie.model import Figure, Link, Verdict

FEWEST = 5
LOW, HIGH = 0.5, 0.6
SURVEY_LOW, SURVEY_HIGH = 0.6, 0.75
MARK_LOW, MARK_HIGH = 6.0, 7.5
POINT_OF_ATTENTION = 0.4


def propose(link: Link, figure: Figure | None, k: int, n: int, spoken: int) -> tuple[Verdict, str]:
    """A proposed verdict with its grounds: what interviews and survey say together.

    For a goal, `k` of the `n` asked are positive; for a theme, `k` of `n` are negative about
    it. `spoken` is how many of them said anything on it. Rules of thumb, to be signed by a
    person: high is at least 60% of respondents and 75% of the survey (mark 7.5), low is under
    50% and 60% (mark 6).
    """
    if not link.item:
        return ("stilte (niet gevraagd)", "het KBO vroeg hier niet naar")
    if "nee" in (link.same_question, link.same_group):
        return ("niet te bepalen", "vraag of groep is een andere: niet naast elkaar te leggen")
    if figure is None:
        return ("niet te bepalen", "het KBO-cijfer is nog niet ingevoerd")
    if spoken == 0:
        return ("stilte (niet genoemd)", "in de gesprekken kwam dit niet ter sprake")
    if spoken < FEWEST:
        return ("niet te bepalen", "te weinig mensen spraken hierover")
    share = k / n
    if figure.unit == "aandachtspunt":
        return _point_of_attention(share)
    return _level(share, figure, critical=not link.goal)


def _point_of_attention(share: float) -> tuple[Verdict, str]:
    if share >= POINT_OF_ATTENTION:
        return ("overeenstemming", "KBO en gesprekken noemen dit als aandachtspunt")
    return ("gedeeltelijk", "het KBO noemt dit, in de gesprekken komt het minder naar voren")


def _level(share: float, figure: Figure, critical: bool) -> tuple[Verdict, str]:
    assert figure.value is not None
    low, high = (
        (MARK_LOW, MARK_HIGH) if figure.unit == "rapportcijfer" else (SURVEY_LOW, SURVEY_HIGH)
    )
    survey = (figure.value >= high) - (figure.value < low)
    interviews = _side(share, critical)
    if survey == interviews:
        return ("overeenstemming", "KBO en gesprekken wijzen dezelfde kant op")
    if survey * interviews < 0:
        return ("tegenspraak", _difference(survey, critical))
    return ("gedeeltelijk", "de een is uitgesproken, de ander verdeeld")


def _side(share: float, critical: bool) -> int:
    """Where respondents stand; who is not critical of a theme, is not therefore positive."""
    return -(share >= HIGH) if critical else (share >= HIGH) - (share < LOW)


def _difference(survey: int, critical: bool) -> str:
    if critical:
        return "hoog in het KBO, in de gesprekken vooral negatief"
    if survey > 0:
        return "hoog in het KBO, laag in de gesprekken"
    return "laag in het KBO, hoog in de gesprekken"
