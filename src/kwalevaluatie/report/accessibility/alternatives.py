"""Checks on words that stand for something else: a picture, or the place where a link leads."""

from __future__ import annotations

from collections.abc import Iterator

from kwalevaluatie.report.accessibility.rules import Kind, Remark, remark
from kwalevaluatie.report.accessibility.wordings import (
    is_address,
    is_vague,
    says_nothing,
    speaks_of_text,
)


def check_picture(kind: Kind, place: str, name: str, alt: str) -> Iterator[Remark]:
    """No text for a picture, one that says nothing, or a picture that holds text."""
    if not alt.strip():
        yield remark(kind, "alt-ontbreekt", place, name)
    elif says_nothing(alt):
        yield remark(kind, "alt-nietszeggend", place, alt)
    if speaks_of_text(f"{name} {alt}"):
        yield remark(kind, "tekst-in-beeld", place, alt or name)


def check_link(kind: Kind, place: str, text: str) -> Iterator[Remark]:
    """A link that does not say where it leads."""
    if is_vague(text):
        yield remark(kind, "linktekst", place, text)
    elif is_address(text):
        yield remark(kind, "kaal-adres", place, text)
