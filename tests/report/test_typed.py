from __future__ import annotations

import pytest

from kwalevaluatie.report.typed import typed_counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er waren vijf inwoners bij.", ["vijf"]),
        ("Van hen was 92% tevreden, en 8,2 was het cijfer.", ["92%", "8,2"]),
        ("De meeste mensen zijn blij.", ["De meeste"]),
        ("Bijna de helft vindt dit.", ["Bijna de helft"]),
        ("Een grote meerderheid en veel inwoners.", ["Een grote meerderheid", "veel"]),
        ("Iedereen was het eens, niemand niet.", ["Iedereen", "niemand"]),
        ("Er is één brief.", ["één"]),
        ("In 2019 waren er 2019 inwoners.", ["2019"]),
    ],
)
def test_a_typed_count_is_seen(text: str, found: list[str]) -> None:
    assert [words for _, words in typed_counts(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 en op 12 maart 2025 is gesproken.",
        "Volgens artikel 7.2 en lid 3 van de wet.",
        "Op 12-03-2025, in het plan 2024-2027.",
        "Er was een gesprek, met veel aandacht en geen haast.",
        'Bij {{ tel("doel/werk/inwoner/positief") }} inwoners.',
        "Alle tijd was er voor een goed gesprek.",
    ],
)
def test_years_dates_articles_and_references_are_left_alone(text: str) -> None:
    assert list(typed_counts(text)) == []


def test_the_line_is_told() -> None:
    assert list(typed_counts("Eerst dit.\n\nDan drie mensen.")) == [(2, "drie")]
