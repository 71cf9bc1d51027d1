from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwalevaluatie import wording
from kwalevaluatie.wording import decimal, ended, k_of_n, number_word, percentage, quantifier


@st.composite
def counts(draw: st.DrawFn) -> tuple[int, int]:
    n = draw(st.integers(1, 60))
    return draw(st.integers(0, n)), n


def test_the_examples_in_the_docstrings_hold() -> None:
    results = doctest.testmod(wording)
    assert results.failed == 0
    assert results.attempted >= 5


@pytest.mark.parametrize("said", ["Goed.", "Goed?", "Hij zei: “goed.”", "Nog …", ""])
def test_a_sentence_that_has_an_end_gets_no_other(said: str) -> None:
    assert ended(said) == said


def test_words_up_to_twenty_and_then_digits() -> None:
    assert [number_word(n) for n in (0, 1, 12, 14, 20)] == [
        "geen", "één", "twaalf", "veertien", "twintig"
    ]  # fmt: skip
    assert [number_word(n) for n in (21, 402)] == ["21", "402"]


@pytest.mark.parametrize(
    ("k", "n", "text"),
    [
        (0, 0, "geen"),
        (0, 1, "geen"),
        (1, 1, "één"),
        (0, 2, "geen van de twee"),
        (1, 2, "één van de twee"),
        (2, 2, "beide"),
        (3, 3, "alle drie"),
        (5, 11, "vijf van de elf"),
        (20, 21, "twintig van de 21"),
        (25, 25, "alle 25"),
    ],
)
def test_a_count_with_its_denominator(k: int, n: int, text: str) -> None:
    assert k_of_n(k, n) == text


@given(counts())
def test_a_count_can_be_read_back(count: tuple[int, int]) -> None:
    k, n = count
    other = ((k + 1) % (n + 1), n)
    assert k_of_n(*count) != k_of_n(*other)
    if n > 2 and k < n:
        assert k_of_n(k, n).split(" van de ") == [number_word(k), number_word(n)]


@pytest.mark.parametrize(
    ("k", "n", "word"),
    [
        (0, 5, "geen"),
        (1, 5, "één"),
        (1, 60, "één"),
        (2, 9, "enkele"),
        (24, 100, "enkele"),
        (25, 100, "een deel"),
        (39, 100, "een deel"),
        (40, 100, "bijna de helft"),
        (49, 100, "bijna de helft"),
        (50, 100, "de helft"),
        (51, 100, "ruim de helft"),
        (59, 100, "ruim de helft"),
        (60, 100, "de meeste"),
        (3, 5, "de meeste"),
        (74, 100, "de meeste"),
        (75, 100, "een grote meerderheid"),
        (89, 100, "een grote meerderheid"),
        (90, 100, "bijna alle"),
        (99, 100, "bijna alle"),
        (100, 100, "alle"),
        (4, 4, ""),
        (0, 4, ""),
    ],
)
def test_quantifiers_on_their_borders(k: int, n: int, word: str) -> None:
    assert quantifier(k, n) == word


@given(counts(), counts())
def test_a_larger_share_never_has_a_smaller_word(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    order = (
        "geen enkele één een_deel bijna_de_helft de_helft ruim_de_helft de_meeste "
        "een_grote_meerderheid bijna_alle alle"
    ).split()
    (k, n), (j, m) = sorted((one, other), key=lambda count: count[0] / count[1])
    if n >= 5 and m >= 5 and 1 not in (k, j):
        ranks = [order.index(quantifier(*c).replace(" ", "_")) for c in ((k, n), (j, m))]
        assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("share", "decimals", "text"),
    [
        (0.0, 0, "0%"),
        (1.0, 0, "100%"),
        (0.92, 0, "92%"),
        (0.285, 0, "29%"),
        (0.125, 0, "13%"),
        (0.6449, 0, "64%"),
        (0.29, 1, "29,0%"),
        (0.57, 0, "57%"),
        (0.8945, 2, "89,45%"),
    ],
)
def test_percentages(share: float, decimals: int, text: str) -> None:
    assert percentage(share, decimals) == text


@given(st.integers(0, 1000))
def test_a_published_percentage_is_printed_as_published(thousandths: int) -> None:
    published = f"{thousandths / 10:.1f}".replace(".", ",") + "%"
    assert percentage(thousandths / 1000, 1) == published


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (8.2, 1, "8,2"),
        (8.25, 1, "8,3"),
        (7.35, 1, "7,4"),
        (8.0, 0, "8"),
        (2.5, 0, "3"),
        (10, 1, "10,0"),
    ],
)
def test_numbers_with_a_comma(value: float, decimals: int, text: str) -> None:
    assert decimal(value, decimals) == text
