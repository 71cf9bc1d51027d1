"""What can go wrong with a language model, in Dutch."""

from __future__ import annotations

from kwalevaluatie.errors import KwalError


class LanguageModelError(KwalError):
    """A language model that cannot be used: reading with it stops."""


class NoAnswerError(Exception):
    """A part of a conversation to which no answer came; `str` says in Dutch why."""
