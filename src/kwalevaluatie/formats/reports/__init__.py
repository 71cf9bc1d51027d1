"""Reads a report back, as lines: Word, OpenDocument, PDF, Markdown and plain text."""

from kwalevaluatie.formats.reports.reader import SUFFIXES, read_report

__all__ = ["SUFFIXES", "read_report"]
