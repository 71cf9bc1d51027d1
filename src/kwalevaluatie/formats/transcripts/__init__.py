"""Reads conversations from Word, OpenDocument, PDF, text, subtitle and table files."""

from kwalevaluatie.formats.transcripts.reader import (
    SUFFIXES,
    TABLES,
    known_list,
    read_answers,
    read_transcript,
)

__all__ = ["SUFFIXES", "TABLES", "known_list", "read_answers", "read_transcript"]
