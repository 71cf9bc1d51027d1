"""The page of the report inside the workbench: it may load nothing and run nothing."""

from __future__ import annotations

from kwalevaluatie.project import Project
from kwalevaluatie.ui.server import _report
from kwalevaluatie.workbench import Workbench


def test_there_is_no_page_before_it_is_made(small_project: Project) -> None:
    assert _report(Workbench(small_project, "b")).status_code == 404


def test_the_page_has_a_policy_of_its_own(small_project: Project) -> None:
    bench = Workbench(small_project, "b")
    bench.answer("preview", {})
    answer = _report(bench)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert "script-src" not in policy
    assert "frame-ancestors 'self'" in policy
    assert b"<script" not in bytes(answer.body)
