"""How far a long step is, for a screen that asks while it runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from kwalevaluatie.workbench.bench import Bench

if TYPE_CHECKING:
    from kwalevaluatie.project import Project


@dataclass(frozen=True)
class Step:
    """What is being done, and how many of how many are done."""

    what: str
    done: int
    total: int


_running: WeakKeyDictionary[Project, Step] = WeakKeyDictionary()


@contextmanager
def followed(project: Project) -> Iterator[None]:
    """See to it that the long steps of an evaluation can be followed on the screen."""
    before = project.watch

    def watch(items: Sequence[Any], what: str) -> Iterable[Any]:
        for done, item in enumerate(before(items, what)):
            _running[project] = Step(what, done, len(items))
            yield item

    project.watch = watch
    try:
        yield
    finally:
        project.watch = before
        _running.pop(project, None)


def progress(bench: Bench, given: Mapping[str, Any]) -> dict[str, Any]:
    """How far the long step is that runs now; nothing when none does."""
    step = _running.get(bench.project)
    return {"step": None if step is None else vars(step)}
