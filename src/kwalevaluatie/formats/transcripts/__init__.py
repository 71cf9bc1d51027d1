"""Reads a conversation from a Word, OpenDocument, text or subtitle file."""

from kwalevaluatie.formats.transcripts.reader import SUFFIXES, read_transcript

__all__ = ["SUFFIXES", "read_transcript"]
