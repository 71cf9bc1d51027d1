"""The command line in Dutch; every command is a verb of the Python interface."""

from kwalevaluatie.cli import (
    accessibility,
    analysing,
    checking,
    codebooks,
    comparing,
    counting,
    opening,
    preparing,
    publishing,
    reviewing,
    surveying,
    telling,
)
from kwalevaluatie.cli.base import main

__all__ = [
    "accessibility",
    "analysing",
    "checking",
    "codebooks",
    "comparing",
    "counting",
    "main",
    "opening",
    "preparing",
    "publishing",
    "reviewing",
    "surveying",
    "telling",
]
