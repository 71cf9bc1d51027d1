from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from tests.support.cases import CASES

from kwalevaluatie.privacy.risk import risk_of_text
from kwalevaluatie.privacy.stories import recognise

DEVELOPMENT: list[dict[str, Any]] = YAML(typ="safe").load(CASES / "recognisable_dev.yaml")


def test_stories_are_high_and_harmless_quotations_low() -> None:
    """Made in sight of these cases: it guards against getting worse, and measures nothing."""
    levels = Counter((case["expected"], recognise(case["text"]).level) for case in DEVELOPMENT)
    stories = sum(times for (expected, _), times in levels.items() if expected == "hoog")
    assert stories == 140
    assert levels["hoog", "hoog"] >= 0.88 * stories
    assert levels["laag", "hoog"] == levels["laag", "verhoogd"] == 0


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben na acht jaar uit het buitenland teruggekomen en moest alles opnieuw regelen.",
        "Eén inwoner woonde lang in het buitenland en moest extra papieren inleveren.",
        "Wij zijn hier als familie zo goed ontvangen dat ik iets voor Nederland terug wil doen.",
        "Een inwoner nam met geleend geld van haar vader de winkel van haar stage over.",
        "Eén inwoner zat door gezondheidsklachten lang thuis.",
        "Eén van de partners heeft twijfels over wat de dienst kan waarmaken.",
        "Wij als museum zijn ontevreden over hoe de dienst afspraken nakomt.",
    ],
)
def test_a_story_of_one_is_high(text: str) -> None:
    assert recognise(text).level == "hoog", recognise(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ik had steeds een andere contactpersoon.",
        "Eén inwoner vindt de brieven moeilijk.",
        "Sommige inwoners kunnen door lichamelijke klachten niet werken.",
        "De meeste partners twijfelen soms.",
        "Wij als team hebben te weinig tijd.",
        "Mijn contract werd niet verlengd.",
        "",
    ],
)
def test_an_opinion_or_many_people_are_low(text: str) -> None:
    assert recognise(text).level == "laag", recognise(text)


def test_a_person_told_of_counts_as_a_speaker_does() -> None:
    assert recognise("Een inwoner had een eigen kapsalon.").score > 2
    assert risk_of_text("Een inwoner had een eigen kapsalon.").score < 1


def test_what_somebody_met_is_not_singled_out() -> None:
    met = recognise("Ik werd geholpen door een vrouw aan de balie.")
    assert not [trait for trait in met.traits if trait.kind == "één persoon"]


def test_a_turn_of_life_weighs_only_beside_something() -> None:
    alone, beside = (
        recognise("Ik verloor mijn baan."),
        recognise("Ik was visser en verloor mijn baan."),
    )
    assert alone.level == "laag"
    assert any(trait.kind == "wending" for trait in beside.traits)


def test_the_reason_names_what_is_told() -> None:
    reason = recognise("Eén inwoner erfde een hotel in het buitenland.").reason
    assert "buitenland" in reason
    assert "Eén inwoner" in reason


SAID = (
    "ik eén inwoner een vrouw had zaak buitenland toen kanker gestopt met werken partners twijfelt "
    "mijn vader overleed [kind-2] . , İ 44 jaar niet kaarsen mosterd zeilde"
)


@given(st.lists(st.sampled_from(SAID.split()), max_size=16))
def test_traits_stand_in_the_text_and_more_text_is_no_error(said: list[str]) -> None:
    text = " ".join(said)
    for trait in recognise(text).traits:
        assert text[trait.start : trait.stop].lower() == trait.text.lower()
        assert trait.weight > 0
