"""Checks a report by its own text: whether numbers, words and references hold together."""

from kwalevaluatie.checking.checker import check

__all__ = ["check"]
