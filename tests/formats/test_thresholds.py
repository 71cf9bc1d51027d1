from __future__ import annotations

from pathlib import Path

import pytest

from kwalevaluatie.errors import TableError
from kwalevaluatie.formats.thresholds import read_thresholds
from kwalevaluatie.model import Thresholds


def written(folder: Path, text: str) -> Path:
    path = folder / "vergelijkregels.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_percentages_become_shares_and_the_rest_keeps_its_value(tmp_path: Path) -> None:
    path = written(tmp_path, "gesprekken_laag: 40\nrapportcijfer_hoog: 8\nminstens: 6\n")
    assert read_thresholds(path) == Thresholds(fewest=6, heard_low=0.4, mark_high=8)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("kbo_hoog: 175\n", 1, "buiten wat kan"),
        ("minstens: 5\nrapportcijfer_laag: 12\n", 2, "buiten wat kan"),
        ("kbo_laag: 80\nkbo_hoog: 70\n", 1, "hoger dan"),
        ("gesprekken_hoog: 40\n", 1, "hoger dan"),
        ("drempel: 5\n", 1, "onbekende sleutel"),
    ],
)
def test_what_cannot_be_is_said_with_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    with pytest.raises(TableError, match=said) as problem:
        read_thresholds(written(tmp_path, text))
    assert f"regel {line}" in str(problem.value)
