"""How many stories are found, and how many harmless quotations are left alone.

Run from the repository: `python tests/privacy/measure_recognisable.py [FILE …]`. A file has
a list of a `text` and the level `expected` (hoog or laag). The rules were made in sight of
`recognisable_dev.yaml`, so what is measured on that is no measure.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from ruamel.yaml import YAML

from kwalevaluatie.privacy.stories import recognise

CASES = Path(__file__).parents[1] / "cases"
FILES = ("recognisable_dev.yaml", "recognisable_held.yaml")


def measured(path: Path) -> Counter[tuple[str, str]]:
    """How many cases of each sort came out at each level."""
    cases = YAML(typ="safe").load(path)
    return Counter((case["expected"], recognise(case["text"]).level) for case in cases)


def told(path: Path) -> str:
    """The shares of one file, in a line each."""
    times = measured(path)
    lines = [path.name]
    for sort, name in (("hoog", "recognisable"), ("laag", "harmless")):
        levels = {level: times[sort, level] for level in ("hoog", "verhoogd", "laag")}
        total = sum(levels.values()) or 1
        lines.append(f"  {name}: {total}, hoog {levels['hoog'] / total:.0%} ({levels})")
    return "\n".join(lines)


if __name__ == "__main__":
    for given in sys.argv[1:] or [str(CASES / name) for name in FILES]:
        if Path(given).exists():
            print(told(Path(given)))
