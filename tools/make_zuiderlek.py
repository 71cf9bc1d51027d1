"""Writes the invented answers of the invented professionals of Zuiderlek.

Run: python -m tools.make_zuiderlek   (writes enquete_professionals.csv; the same every time)

Nobody filled this in. How often each answer is given is chosen, so that what a published
evaluation tells of its survey comes out: a mean mark of 7,2 between 5 and 9, as many who find
tools effective as who do not, participation below re-integration. Who gives which answer is drawn:
somebody who is content with one thing is more often content with another.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from random import Random

from ruamel.yaml import YAML

SAMPLE = Path(__file__).parents[1] / "transcripts_sample" / "zuiderlek"
TARGET = SAMPLE / "enquete_professionals.csv"
WRITTEN = Path(__file__).parent / "zuiderlek_antwoorden.yaml"
SEED = 2022
NOISE = 0.8
AGREE = ("Helemaal oneens", "Oneens", "Neutraal", "Eens", "Helemaal eens")
CONTENT = ("Zeer ontevreden", "Ontevreden", "Neutraal", "Tevreden", "Zeer tevreden")
MARKS = ("5", "6", "7", "8", "9")
TEAMS = {"werk": 18, "inkomen": 15, "werkgeversservicepunt": 5, "kwaliteit": 3}
REMARK = "# SYNTHETISCH: verzonnen antwoorden van verzonnen professionals; niemand vulde dit in\n"
NOT_APPLICABLE, EMPTY = "n.v.t.", ""
Asked = tuple[Sequence[str], tuple[int, ...], int, int]
CLOSED: dict[str, Asked] = {
    # column: (answers from low to high, how often each, n.v.t., not filled in)
    "v01": (AGREE, (1, 4, 9, 20, 4), 3, 0),
    "v03": (CONTENT, (0, 4, 10, 21, 3), 3, 0),
    "v04": (AGREE, (0, 4, 9, 21, 4), 3, 0),
    "v05": (AGREE, (0, 5, 7, 22, 4), 3, 0),
    "v07": (CONTENT, (1, 7, 9, 19, 3), 2, 0),
    "v08": (AGREE, (0, 3, 5, 22, 11), 0, 0),
    "v09": (AGREE, (2, 9, 10, 16, 4), 0, 0),
    "v10": (AGREE, (0, 0, 4, 24, 11), 2, 0),
    "v11": (CONTENT, (1, 5, 12, 19, 3), 0, 1),
    "v13": (AGREE, (1, 5, 7, 22, 5), 0, 1),
    "v14": (AGREE, (2, 10, 9, 16, 2), 1, 1),
    "v15": (AGREE, (1, 6, 12, 16, 3), 2, 1),
    "v16": (CONTENT, (1, 6, 10, 20, 3), 0, 1),
    "v19": (AGREE, (1, 6, 8, 21, 4), 0, 1),
    "v20": (AGREE, (2, 12, 11, 13, 2), 0, 1),
    "v22": (AGREE, (2, 8, 13, 14, 2), 1, 1),
    "v23": (AGREE, (0, 4, 10, 21, 4), 1, 1),
    "v24": (AGREE, (0, 3, 9, 22, 5), 1, 1),
    "v25": (AGREE, (3, 11, 14, 11, 1), 0, 1),
    "v27": (AGREE, (2, 8, 11, 12, 2), 5, 1),
    "v28": (CONTENT, (1, 8, 14, 12, 1), 4, 1),
    "v30": (MARKS, (2, 6, 16, 14, 2), 0, 1),
}


def main() -> None:
    """Draw who gives which answer, and write the table."""
    draw = Random(SEED)
    people = sum(TEAMS.values())
    mood = [draw.gauss(0, 1) for _ in range(people)]
    columns = {"nr": _numbers(people), "team": _shuffled(_counted(TEAMS), draw)}
    columns |= {name: _closed(asked, mood, draw) for name, asked in CLOSED.items()}
    written = YAML(typ="safe").load(WRITTEN)
    columns |= {name: _open(answers, people, draw) for name, answers in written.items()}
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        file.write(REMARK)
        table = csv.writer(file, delimiter=";", lineterminator="\n")
        names = ["nr", "team", *sorted(name for name in columns if name.startswith("v"))]
        table.writerow(names)
        table.writerows(zip(*(columns[name] for name in names), strict=True))


def _numbers(people: int) -> list[str]:
    return [f"synthetisch-{number:02d}" for number in range(1, people + 1)]


def _counted(counts: dict[str, int]) -> list[str]:
    return [value for value, count in counts.items() for _ in range(count)]


def _shuffled(values: list[str], draw: Random) -> list[str]:
    return draw.sample(values, len(values))


def _closed(asked: Asked, mood: Sequence[float], draw: Random) -> list[str]:
    """Answers in the order of people's mood, with some noise; who skips it is drawn first."""
    answers, counts, not_applicable, empty = asked
    order = draw.sample(range(len(mood)), len(mood))
    given = dict.fromkeys(order[:not_applicable], NOT_APPLICABLE)
    given |= dict.fromkeys(order[not_applicable : not_applicable + empty], EMPTY)
    ranked = sorted(order[len(given) :], key=lambda who: mood[who] + draw.gauss(0, NOISE))
    ladder = _counted(dict(zip(answers, counts, strict=True)))
    given |= dict(zip(ranked, ladder, strict=True))
    return [given[who] for who in range(len(mood))]


def _open(answers: Sequence[str], people: int, draw: Random) -> list[str]:
    writers = dict(zip(draw.sample(range(people), len(answers)), answers, strict=True))
    return [writers.get(who, EMPTY) for who in range(people)]


if __name__ == "__main__":
    main()
