"""The files that people write in the folder of an evaluation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from kwalevaluatie.errors import CodebookError, Place, ProblemList, ProjectError, TableError, hint
from kwalevaluatie.hints import tell
from kwalevaluatie.model import (
    Codebook,
    Figure,
    Guide,
    Link,
    Plan,
    Respondent,
    Settings,
    Thresholds,
)

SETTINGS = "evaluatie.yaml"
RESPONDENTS = "respondenten.csv"
LINKS = "koppeltabel.yaml"
PLAN = "rapportplan.yaml"
THRESHOLDS = "vergelijkregels.yaml"
GUIDES, CODEBOOKS, FIGURES = "leidraden", "codeboeken", "cijfers"


class Written:
    """The settings, codebooks, guides, register, figures and plan of one evaluation."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamps: tuple[tuple[Path, int], ...] | None = None
        _ = self.settings

    @cached_property
    def settings(self) -> Settings:
        """What `evaluatie.yaml` says."""
        from kwalevaluatie.formats.settings import read_settings

        return read_settings(self.path / SETTINGS)

    @property
    def codebook(self) -> Codebook:
        """The themes and goals of all codebooks of this evaluation, as they are now on disk."""
        files = sorted((self.path / CODEBOOKS).glob("*"))
        stamps = tuple((file, file.stat().st_mtime_ns) for file in files)
        if self._stamps != stamps:
            self._codebook, self._stamps = self._read_codebook(), stamps
        return self._codebook

    def _read_codebook(self) -> Codebook:
        from kwalevaluatie.formats.codebooks import check_goals, join_codebooks, read_codebook

        if not self.settings.codebooks:
            raise CodebookError(
                "er is nog geen codeboek gekozen", where=self.path / SETTINGS,
                todo="Vul “codeboeken” in; kwal codeboek lijst toont wat er is.",
            )  # fmt: skip
        folder, place = self.path / CODEBOOKS, Place(self.path / SETTINGS)
        book = join_codebooks(
            read_codebook(name, folder, named_in=place) for name in self.settings.codebooks
        )
        check_goals(book)
        return book

    @cached_property
    def guides(self) -> dict[str, Guide]:
        """The interview guides by id."""
        from kwalevaluatie.formats.guides import read_guide

        found: dict[str, Guide] = {}
        for path in sorted((self.path / GUIDES).glob("*.y*ml")):
            guide = read_guide(path, self.codebook)
            if found.setdefault(guide.id, guide) is not guide:
                raise CodebookError(
                    f"er is al een leidraad “{guide.id}”", where=path, todo="Kies een ander id."
                )
        return found

    @property
    def respondents(self) -> tuple[Respondent, ...]:
        """The register of respondents."""
        from kwalevaluatie.formats.tables import read_respondents

        path = self.path / RESPONDENTS
        return read_respondents(path) if path.exists() else ()

    @property
    def links(self) -> tuple[Link, ...]:
        """The koppeltabel: what may be laid beside what."""
        from kwalevaluatie.formats.figures import read_links

        path = self.path / LINKS
        found = read_links(path, self.codebook) if path.exists() else ()
        if groups := {respondent.group for respondent in self.respondents}:
            unknown = {link.group for link in found} - groups
            tell(f"{LINKS} noemt perspectieven die niet in {RESPONDENTS} staan", unknown)
        self._check_questions(found)
        return found

    def _check_questions(self, links: Iterable[Link]) -> None:
        known = [question.id for guide in self.guides.values() for question in guide.questions]
        for link in links:
            if link.question and link.question not in known:
                raise TableError(
                    f"vraag “{link.question}” staat in geen leidraad",
                    where=self.path / LINKS, todo=hint(link.question, known),
                )  # fmt: skip

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The survey figures that were added."""
        from kwalevaluatie.formats.figures import read_figures

        paths = sorted((self.path / FIGURES).glob("*.y*ml"))
        return tuple(figure for path in paths for figure in read_figures(path))

    @property
    def thresholds(self) -> Thresholds:
        """The limits by which counts and survey figures are compared."""
        from kwalevaluatie.formats.thresholds import read_thresholds

        path = self.path / THRESHOLDS
        return read_thresholds(path) if path.exists() else Thresholds()

    @property
    def plan(self) -> Plan:
        """What the report holds."""
        from kwalevaluatie.formats.settings import read_plan

        path = self.path / PLAN
        return read_plan(path, self.codebook, self.respondents) if path.exists() else Plan()


def own_codebooks(codebooks: Sequence[str]) -> dict[str, Path]:
    """The files to take along: codebooks given as a file, and what they extend beside them."""
    from kwalevaluatie.formats.codebooks import codebook_files, library, read_codebook

    built_in = set(library().values())
    own: dict[str, Path] = {}
    for name in map(str, codebooks):
        read_codebook(name)
        for file in codebook_files(name):
            if file not in built_in and own.setdefault(file.name, file).resolve() != file.resolve():
                raise ProjectError(
                    f"twee codeboeken heten “{file.name}”", where=file,
                    todo="Geef een van de twee bestanden een andere naam.",
                )  # fmt: skip
    return own


def check_patterns(name: str | Path, *folders: Path) -> None:
    """Raise ProblemList, with file and line, for the patterns of a codebook that do not work."""
    from kwalevaluatie.formats.codebooks import codebook_files, patterns_in
    from kwalevaluatie.suggest.syntax import parse

    problems: list[CodebookError] = []
    for file in codebook_files(name, *folders):
        for place, theme, pattern in patterns_in(file):
            try:
                parse(pattern.text)
            except ValueError as problem:
                problems.append(CodebookError(f"thema {theme}: {problem}", where=place))
    if problems:
        raise ProblemList(tuple(problems), todo="Verbeter deze patronen in het codeboek.")
