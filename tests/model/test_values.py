from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

from kwalevaluatie import model
from kwalevaluatie.model import Span

VALUES = [made for name in model.__all__ if is_dataclass(made := getattr(model, name))]


@pytest.mark.parametrize("value", VALUES)
def test_values_cannot_be_changed(value: type) -> None:
    untouched = object.__new__(value)
    with pytest.raises(FrozenInstanceError):
        setattr(untouched, fields(value)[0].name, "anders")


def test_a_span_can_be_a_key() -> None:
    assert {Span(0, 1, 2): "hier"}[Span(0, 1, 2)] == "hier"


def test_every_word_of_the_model_is_offered() -> None:
    assert model.__all__ == sorted(model.__all__, key=lambda name: (not name.isupper(), name))
    assert all(hasattr(model, name) for name in model.__all__)
