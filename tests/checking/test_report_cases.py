"""Many ways to say the same: each rule on sentences that it should and should not remark on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from tests.checking.checked import rules_on

CASES: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parents[1] / "cases" / "report_rules.yaml").read_text(encoding="utf-8")
)["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['text'][:50]}")
def test_remarks_where_it_should_and_nowhere_else(case: dict[str, Any]) -> None:
    assert (case["rule"] in rules_on(case["text"])) is case["found"]
