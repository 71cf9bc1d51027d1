"""Text → expected from tests/cases; the cases named as known failures must fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

CASES = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[Any]:
    """The cases of one file as parameters, named `name` and marked where they fail."""
    content = YAML(typ="safe").load(CASES / f"{name}.yaml")
    known = set(content["known_failures"])
    unknown = known - {case["name"] for case in content["cases"]}
    assert not unknown, f"{name}.yaml: known failures that are no case: {unknown}"
    return [_parameter(case, case["name"] in known) for case in content["cases"]]


def _parameter(case: dict[str, Any], failing: bool) -> Any:
    marks = [pytest.mark.xfail(strict=True, raises=AssertionError)] if failing else []
    return pytest.param(case, id=case["name"], marks=marks)
