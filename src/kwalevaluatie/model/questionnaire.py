"""What a survey asked, and what people filled in: values that reading and counting share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

QuestionKind = Literal[
    "eens",
    "tevreden",
    "matrix",
    "rapportcijfer",
    "keuze",
    "meerkeuze",
    "ja/nee",
    "open",
    "achtergrond",
]
QUESTION_KINDS: tuple[QuestionKind, ...] = get_args(QuestionKind)


@dataclass(frozen=True)
class SurveyQuestion:
    """One question of a survey; a matrix has one for each of its statements.

    `answers` run from the most negative to the most positive; `top` and `bottom` are those that
    are counted together. `columns` are the columns of the microdata with, for a question that
    has a column an answer, that answer. `coding` says which number is which answer; `no_answer`
    are answers that leave somebody out of the denominator, `other` the answer that stands for
    what is not recognised. `line` is where the question stands in its file.
    """

    id: str
    wording: str
    kind: QuestionKind
    item: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    answers: tuple[str, ...] = ()
    top: tuple[str, ...] = ()
    bottom: tuple[str, ...] = ()
    coding: Mapping[str, str] = field(default_factory=dict)
    no_answer: tuple[str, ...] = ()
    other: str = ""
    line: int | None = None

    @property
    def label(self) -> str:
        """The short name of the question, or else its wording."""
        return self.item or self.wording

    @property
    def is_scale(self) -> bool:
        """Whether its answers run from negative to positive."""
        return self.kind in ("eens", "tevreden", "matrix")


@dataclass(frozen=True)
class Questionnaire:
    """What a survey asked, of whom and how; `weight` and `respondent` are names of columns."""

    source: str
    year: int
    questions: tuple[SurveyQuestion, ...]
    group: str = ""
    population: int | None = None
    invited: int | None = None
    mode: str = ""
    weight: str = ""
    respondent: str = ""


@dataclass(frozen=True)
class Microdata:
    """The rows of a survey as they were filled in: for each its line and its cells as text.

    `columns` are the headings; `meanings` says of a column what its codes mean, where the file
    tells that (the value labels of SPSS), `titles` what its long name is.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    meanings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
