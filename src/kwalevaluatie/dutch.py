"""Commands that speak Dutch: click's own words, warnings and problems."""

from __future__ import annotations

import gettext
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

import click

from kwalevaluatie.errors import KwalError, KwalWarning
from kwalevaluatie.files import why

PACKAGE = Path(__file__).parent
FAILED = 1
UNFORESEEN = "Dit had niet mogen gebeuren"


class DutchCommand(click.Command):
    """A command whose usage line is in Dutch."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[OPTIES]", **kwargs})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the help option, in Dutch also when it was first asked for elsewhere."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option


class Dutch(DutchCommand, click.Group):
    """A group of commands that tells everything in Dutch, problems included."""

    command_class = DutchCommand

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, and turn a KwalError into a message and an exit code."""
        try:
            _print_anything()
            with _in_dutch(), _telling_warnings():
                return super().main(*args, **kwargs)
        except KwalError as problem:
            fail(str(problem))
        except OSError as problem:
            fail(f"{problem.filename or 'het bestand'}: niet te lezen of te schrijven, want "
                  f"{why(problem)}")  # fmt: skip
        except Exception as problem:
            fail(_unforeseen(problem))


def _unforeseen(problem: Exception) -> str:
    """A fault of ours, told without the words that it was about: those may name people."""
    last = problem.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else ""
    return (
        f"{UNFORESEEN} ({type(problem).__name__}, {where}). Wat er al stond, is er nog. "
        "Meld dit met deze regel erbij."
    )


def fail(message: str) -> NoReturn:
    """Tell a problem and stop with an exit code."""
    click.secho(message, fg="red", err=True)
    sys.exit(FAILED)


def _print_anything() -> None:
    """A sign that the screen does not know becomes a question mark instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


@contextmanager
def _in_dutch() -> Iterator[None]:
    """Click's own words in Dutch, whatever the language of the system."""
    gettext.bindtextdomain("messages", str(PACKAGE / "locale"))
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = "nl"
    try:
        yield
    finally:
        os.environ.pop("LANGUAGE")
        if before is not None:
            os.environ["LANGUAGE"] = before


@contextmanager
def _telling_warnings() -> Iterator[None]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", KwalWarning)
        try:
            yield
        finally:
            own = (w for w in caught if issubclass(w.category, KwalWarning))
            for message in dict.fromkeys(str(w.message) for w in own):
                click.secho(f"Let op: {message}", fg="yellow", err=True)
