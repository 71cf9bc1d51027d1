"""What stands in the way of publishing."""

from __future__ import annotations

from pathlib import Path

import click

from kwalevaluatie.cli.base import in_folder, main, open_evaluation, to_csv
from kwalevaluatie.screen import give, show_points


@main.command()
@to_csv
@in_folder
def publicatiecheck(target: Path | None, folder: Path) -> None:
    """Kijk of iemand te herkennen is in wat u publiceert.

    De uitkomst is 1 zolang er iets blokkeert. Haal het weg, verwoord het anders, of neem de
    verantwoordelijkheid: kwal onderteken ONDERWERP
    """
    checked = open_evaluation(folder).check_publication()
    if target is not None:
        give(checked, target, "")
    else:
        show_points(checked)
    blocks = (checked["severity"] == "blokkade") & (checked["signed"] == "")
    if blocks.any():
        click.get_current_context().exit(1)
