"""Proposing codings: which theme a passage seems to speak of, and why."""
