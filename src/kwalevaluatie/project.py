"""One evaluation: the room that joins the steps, the database and the files people write."""

from __future__ import annotations

import json
import shutil
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kwalevaluatie import frames
from kwalevaluatie.errors import (
    CodebookError,
    DecisionError,
    KwalError,
    PrivacyError,
    ProblemList,
    ProjectError,
    TranscriptError,
)
from kwalevaluatie.files import write_text
from kwalevaluatie.model import (
    Codebook,
    Event,
    Figure,
    Guide,
    Link,
    Plan,
    ReadNote,
    Respondent,
    Settings,
    Transcript,
    Turn,
)

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.analysis.study import Study
    from kwalevaluatie.privacy.identifiers import KnownName
    from kwalevaluatie.privacy.pseudonyms import Replacement
    from kwalevaluatie.reporting import Report
    from kwalevaluatie.store import Store

SETTINGS = "evaluatie.yaml"
RESPONDENTS = "respondenten.csv"
LINKS = "koppeltabel.yaml"
PLAN = "rapportplan.yaml"
GUIDES, CODEBOOKS, FIGURES, PRIVATE, REPORT = (
    "leidraden", "codeboeken", "cijfers", "prive", "rapport",
)  # fmt: skip
NAMES = "prive/namenlijst.csv"
RAW = "prive/ruw"
DATABASE = "evaluatie.sqlite"
IGNORE = "# Namen en ruwe gesprekken horen niet in versiebeheer.\nprive/\nevaluatie.sqlite*\n"

Row = Mapping[str, Any]


def new_project(
    path: str | Path, codebooks: Sequence[str] = (), *, title: str = "", organisation: str = ""
) -> Project:
    """Set up an evaluation in a new folder.

    `codebooks` are names from the library (`kwal codeboek lijst`) or YAML files; a file is
    copied into the evaluation. Raises ProjectError when the folder holds something already.
    """
    folder = Path(path)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ProjectError(
            "hier staat al iets", where=folder, todo="Kies een nieuwe of een lege map."
        )
    files = [Path(name) for name in codebooks if Path(name).suffix in (".yaml", ".yml")]
    _check_codebooks(codebooks)
    for name in (GUIDES, CODEBOOKS, FIGURES, PRIVATE):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for file in files:
        shutil.copy2(file, folder / CODEBOOKS / file.name)
    write_text(folder / ".gitignore", IGNORE)
    names = tuple(Path(n).name if Path(n) in files else str(n) for n in codebooks)
    text = _settings_text(title or folder.name, organisation, names)
    write_text(folder / SETTINGS, text)
    return open_project(folder)


def _check_codebooks(codebooks: Sequence[str]) -> None:
    from kwalevaluatie.formats.codebooks import read_codebook

    for name in codebooks:
        read_codebook(name)


def _settings_text(title: str, organisation: str, codebooks: tuple[str, ...]) -> str:
    from kwalevaluatie.formats.settings import settings_text

    return settings_text(title, organisation, codebooks)


def open_project(path: str | Path = ".") -> Project:
    """Open the evaluation in a folder, or in the nearest folder above it."""
    folder = Path(path).resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / SETTINGS).is_file():
            return Project(candidate)
    raise ProjectError("dit is geen evaluatie", where=path, todo="Maak er een met: kwal nieuw MAP")


class Project:
    """One evaluation in a folder; made with `new_project`, opened with `open_project`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        _ = self.settings

    def __repr__(self) -> str:
        return f"Project({str(self.path)!r})"

    @cached_property
    def settings(self) -> Settings:
        """What `evaluatie.yaml` says."""
        from kwalevaluatie.formats.settings import read_settings

        return read_settings(self.path / SETTINGS)

    @cached_property
    def codebook(self) -> Codebook:
        """The themes and goals of all codebooks of this evaluation."""
        from kwalevaluatie.formats.codebooks import check_goals, join_codebooks, read_codebook

        if not self.settings.codebooks:
            raise CodebookError(
                "er is nog geen codeboek gekozen", where=self.path / SETTINGS,
                todo="Vul “codeboeken” in; kwal codeboek lijst toont wat er is.",
            )  # fmt: skip
        folder = self.path / CODEBOOKS
        book = join_codebooks(read_codebook(name, folder) for name in self.settings.codebooks)
        check_goals(book)
        return book

    @cached_property
    def guides(self) -> dict[str, Guide]:
        """The interview guides by id."""
        from kwalevaluatie.formats.guides import read_guide

        paths = sorted((self.path / GUIDES).glob("*.y*ml"))
        return {(guide := read_guide(path, self.codebook)).id: guide for path in paths}

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
        return read_links(path, self.codebook) if path.exists() else ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The survey figures that were added."""
        from kwalevaluatie.formats.figures import read_figures

        paths = sorted((self.path / FIGURES).glob("*.y*ml"))
        return tuple(figure for path in paths for figure in read_figures(path))

    @property
    def plan(self) -> Plan:
        """What the report holds."""
        from kwalevaluatie.formats.settings import read_plan

        path = self.path / PLAN
        return read_plan(path, self.codebook) if path.exists() else Plan()

    @cached_property
    def store(self) -> Store:
        """The database of this evaluation."""
        from kwalevaluatie.store import Store

        return Store(self.settings.storage or f"sqlite:///{self.path / DATABASE}")

    def add_transcripts(self, paths: str | Path | Iterable[str | Path]) -> pd.DataFrame:
        """Read conversations; the texts wait in `prive/` until they are pseudonymised.

        `paths` are files or folders. One row per file: `file, transcript, status (gelezen,
        bekend, fout), turns, words, speakers, message`. A file that cannot be read is
        reported and the rest goes on; nothing that was read before is overwritten.
        """
        rows = [self._add(path) for path in _files(paths)]
        self._register(row["transcript"] for row in rows if row["status"] == "gelezen")
        return frames.frame(rows, frames.IMPORTED)

    def _add(self, path: Path) -> dict[str, Any]:
        from kwalevaluatie.formats.transcripts import read_transcript

        row: dict[str, Any] = {"file": path.name, "transcript": path.stem}
        try:
            transcript = read_transcript(path)
            status = self._keep_raw(transcript, path)
        except KwalError as problem:
            return row | {"status": "fout", "message": str(problem)}
        return row | {
            "status": status,
            "turns": len(transcript.turns),
            "words": transcript.words,
            "speakers": ", ".join(f"{s.label} ({s.role})" for s in transcript.speakers),
            "message": "; ".join(note.message for note in transcript.notes),
        }

    def _keep_raw(self, transcript: Transcript, source: Path) -> str:
        path = self.path / RAW / f"{transcript.id}.json"
        if path.exists():
            if _load_raw(path).fingerprint == transcript.fingerprint:
                return "bekend"
            raise TranscriptError(
                f"er is al een ander gesprek “{transcript.id}” ingelezen", where=source,
                todo="Geef het bestand een andere naam.",
            )  # fmt: skip
        write_text(path, json.dumps(asdict(transcript), ensure_ascii=False))
        return "gelezen"

    def _register(self, transcripts: Iterable[str]) -> None:
        from kwalevaluatie.formats.tables import append_respondents

        raw = {name: _load_raw(self.path / RAW / f"{name}.json") for name in transcripts}
        groups = {
            name: transcript.metadata.get("perspectief", "onbekend").lower()
            for name, transcript in raw.items()
        }
        append_respondents(self.path / RESPONDENTS, groups)

    def add_respondents(self, path: str | Path) -> pd.DataFrame:
        """Take over a register of respondents (CSV or Excel), after checking it.

        Only where this evaluation has none, or one that nobody filled in.
        """
        from kwalevaluatie.formats.tables import read_respondents, read_rows

        read_respondents(Path(path))
        own = self.path / RESPONDENTS
        if own.exists() and any(r.group != "onbekend" for r in self.respondents):
            raise ProjectError(
                "deze evaluatie heeft al een respondentenregister", where=own,
                todo="Vul de rijen daarin aan.",
            )  # fmt: skip
        if Path(path).suffix.lower() == ".csv":
            write_text(own, Path(path).read_text(encoding="utf-8-sig"))
        else:
            write_text(own, frames.csv_text([row for _, row in read_rows(Path(path))]))
        return frames.respondents(self.respondents)

    def pseudonymise(
        self, names: str | Path | None = None, *, confirmed_by: str = ""
    ) -> pd.DataFrame:
        """Propose pseudonyms for what identifies people and, once confirmed, freeze the text.

        `names` is a list of known names per conversation (columns gesprek, naam, rol, persoon);
        without it the one in `prive/` is used. Without `confirmed_by` nothing is changed. One
        row per identifier: `transcript, turn, start, stop, kind, text, pseudonym, doubtful,
        status`. A frozen conversation is never changed again.
        """
        known = self._names(names)
        rows: list[dict[str, Any]] = []
        for transcript in self._waiting():
            rows += self._pseudonymise(transcript, known, confirmed_by)
        return frames.frame(rows, frames.PSEUDONYMS)

    def _names(self, names: str | Path | None) -> dict[str, list[KnownName]]:
        from kwalevaluatie.formats.tables import read_names
        from kwalevaluatie.privacy.identifiers import KnownName

        path = Path(names) if names is not None else self.path / NAMES
        if names is None and not path.exists():
            return {}
        known: dict[str, list[KnownName]] = {}
        for name in read_names(path):
            form = KnownName(name.name, name.role, name.person)
            known.setdefault(name.transcript, []).append(form)
        if names is not None and path.resolve() != (self.path / NAMES).resolve():
            write_text(self.path / NAMES, path.read_text(encoding="utf-8-sig"))
        return known

    def _waiting(self) -> list[Transcript]:
        frozen = self.store.transcripts()
        raw = [_load_raw(path) for path in sorted((self.path / RAW).glob("*.json"))]
        return [transcript for transcript in raw if transcript.id not in frozen]

    def _pseudonymise(
        self, transcript: Transcript, known: Mapping[str, list[KnownName]], confirmed_by: str
    ) -> list[dict[str, Any]]:
        from kwalevaluatie.privacy.pseudonyms import apply, propose

        names = [*known.get(transcript.id, []), *known.get("", [])]
        replacements = propose(transcript, names)
        if confirmed_by:
            safe = apply(transcript, replacements, names)
            self.store.freeze(safe, at=_now(), by=confirmed_by)
        status = "vervangen" if confirmed_by else "voorgesteld"
        return [_replacement(transcript.id, r, status) for r in replacements]

    @property
    def transcripts(self) -> dict[str, Transcript]:
        """The pseudonymised conversations by id."""
        return self.store.transcripts()

    def suggest(self) -> pd.DataFrame:
        """Propose codings for every pseudonymised conversation, from the codebook's patterns.

        One row per suggestion: `id, transcript, turn, start, stop, code, score, source,
        reason, valence, moment, status, quote`. Nothing is counted before a person decides.
        """
        from kwalevaluatie.suggest.dictionary import Dictionary, suggest

        self._need_frozen()
        dictionary = Dictionary(self.codebook)
        for transcript in self.transcripts.values():
            self.store.replace_suggestions(transcript.id, suggest(transcript, dictionary))
        return self.suggestions()

    def _need_frozen(self) -> None:
        if not self.transcripts:
            raise PrivacyError(
                "er is nog geen gepseudonimiseerd gesprek", where=self.path,
                todo="Lees gesprekken in en bevestig de namen: kwal pseudonimiseer",
            )  # fmt: skip

    def suggestions(self) -> pd.DataFrame:
        """The suggestions with what has become of them: nieuw, besloten or gelezen.

        `gelezen` means that someone coded the conversation to the end without taking it over.
        """
        return frames.suggestions(
            self.store.suggestions(), self.study().codings, self.study().finished, self.transcripts
        )

    def decide(
        self, decisions: str | Path | Row | Iterable[Row] | pd.DataFrame, *, coder: str = "",
        action: str = "",
    ) -> pd.DataFrame:  # fmt: skip
        """Record decisions: a JSON-lines file, a row, rows, or (part of) a frame of suggestions.

        A row gives `transcript` (gesprek), `turn` (beurt), a `quote` (citaat) or `start` and
        `stop`, a `code`, and optionally `action`, `valence`, `moment`, `amount`, `reason`.
        Valid rows are kept; if others are not, ProblemList is raised after that and names
        them. Returns what was recorded: `event, kind, coder, transcript, code, goal, state`.
        """
        place, rows = _decision_rows(decisions)
        extra = {key: value for key, value in (("action", action),) if value}
        made, problems = self._events([(at, _with(row, extra)) for at, row in rows], place, coder)
        new = self.store.append(made)
        if problems:
            raise ProblemList(
                tuple(problems),
                todo=f"De andere {len(made)} rijen zijn vastgelegd; verbeter deze en lees opnieuw "
                "in (wat er al is, komt er niet dubbel in).",
            )
        recorded = frames.events(made)
        recorded.attrs["new"] = new
        return recorded

    def judge(
        self,
        respondent: str | Row | Iterable[Row],
        goal: str = "",
        state: str = "",
        *,
        evidence: Sequence[Row] = (),
        reason: str = "",
        coder: str = "",
    ) -> pd.DataFrame:
        """Record a judgement of a respondent on a goal: positief, wisselend, negatief.

        `evidence` are passages (`turn` and `quote`). Rows of judgements do as well.
        """
        if not isinstance(respondent, str):
            return self.decide(respondent, coder=coder)
        row = {
            "kind": "oordeel", "respondent": respondent, "goal": goal, "state": state,
            "evidence": list(evidence), "reason": reason,
        }  # fmt: skip
        return self.decide(row, coder=coder)

    def _events(
        self, rows: list[tuple[int | None, Row | KwalError]], path: Path | None, coder: str
    ) -> tuple[list[Event], list[KwalError]]:
        from kwalevaluatie.review.entry import Context, to_event

        context = Context(
            transcripts=self.transcripts,
            respondents={respondent.id: respondent for respondent in self.respondents},
            codebook=self.codebook,
            events=frozenset(event.id for event in self.store.events()),
            coder=coder,
            now=_now(),
        )
        made: list[Event] = []
        problems: list[KwalError] = []
        for line, row in rows:
            if isinstance(row, KwalError):
                problems.append(row)
                continue
            try:
                event = to_event(row, context)
                made.append(event)
                context = replace(context, events=context.events | {event.id})
            except DecisionError as problem:
                problems.append(
                    DecisionError(problem.what, where=path, line=line, todo=problem.todo)
                )
        return made, problems

    def study(self) -> Study:
        """Everything that is counted over, as it stands now."""
        from kwalevaluatie.analysis.study import Study
        from kwalevaluatie.review import fold

        events = fold.standing(self.store.events())
        respondents = self.respondents
        _warn_unknown(respondents, self.guides)
        return Study(
            codebook=self.codebook,
            respondents=respondents,
            guides=self.guides,
            transcripts=self.transcripts,
            codings=tuple(fold.codings(events)),
            judgements=fold.judgements(events),
            finished=fold.finished(events),
            units=self.settings.units,
        )

    def codings(self) -> pd.DataFrame:
        """The passages that stand coded: `respondent, transcript, turn, start, stop, code, …`."""
        from kwalevaluatie.analysis.quoting import quotations

        study = self.study()
        return frames.quotations(quotations(study, [code.id for code in study.codebook.codes]))

    def count(
        self,
        by: Sequence[str] = ("goal",),
        *,
        where: Mapping[str, str] | None = None,
        among: Iterable[str] | None = None,
    ) -> pd.DataFrame:
        """Count people: k of n asked, by goal, theme (`code`), perspective (`group`), attribute.

        Columns: those of `by`, `state` with goals, then `k, n, unit, status, text, unasked,
        respondents, id`. `status` is voorlopig until everyone asked has been judged or read.
        See `kwalevaluatie.analysis.counting.count` for what is counted over what.
        """
        from kwalevaluatie.analysis.counting import count

        names = [by] if isinstance(by, str) else list(by)
        return frames.numbers(count(self.study(), names, where=where, among=among))

    def quotes(self, code: str, group: str | None = None, n: int = 3) -> pd.DataFrame:
        """Choose quotations on a theme, or on the themes of a goal, spread over people and values.

        Columns: `respondent, group, transcript, turn, start, stop, code, valence, moment,
        coder, quote`.
        """
        from kwalevaluatie.analysis.quoting import choose, quotations

        study = self.study()
        return frames.quotations(choose(quotations(study, self._themes(code), group), n))

    def _themes(self, name: str) -> tuple[str, ...]:
        if name in self.codebook.by_id:
            return (name,)
        if name in self.codebook.goals_by_id:
            return self.codebook.goals_by_id[name].themes
        from kwalevaluatie.formats.yaml import hint

        raise CodebookError(
            f"thema “{name}” staat niet in de codeboeken", todo=hint(name, self.codebook.by_id)
        )

    def add_figures(self, path: str | Path) -> pd.DataFrame:
        """Add published survey figures from a YAML file, after checking every line.

        Columns: `id, item, year, unit, value, n, population, low, high, source`. A figure
        whose n was never published has no interval.
        """
        from kwalevaluatie.formats.figures import check_items, read_figures

        source = Path(path)
        figures = read_figures(source)
        check_items(figures, self.links, source, self.path / LINKS)
        target = self.path / FIGURES / source.name
        if target.exists() and target.read_bytes() != source.read_bytes():
            raise ProjectError(
                "er is al een ander cijferbestand met deze naam", where=target,
                todo="Geef het nieuwe bestand een andere naam.",
            )  # fmt: skip
        write_text(target, source.read_text(encoding="utf-8-sig"))
        from kwalevaluatie.comparison import interval

        return frames.figures((figure, interval(figure)) for figure in figures)

    def compare(self) -> pd.DataFrame:
        """Lay interview counts beside survey figures: a verdict proposed, for a person to sign.

        Columns: `goal, theme, group, k, n, text, item, wording, value, unit, figure_n, low,
        high, year, verdict, grounds, same_question, same_group, same_period, note, status`.
        """
        from kwalevaluatie.comparison import compare

        return frames.comparisons(compare(self.study(), self.links, self.figures))

    def report(self, path: str | Path | None = None) -> Report:
        """Write the report: Word, web page, workbook, figures and the register of numbers.

        `path` is a folder (by default `rapport/`). Returns a Report with `paths`, `numbers`
        and `evidence(id)`. What a person must write stands as a marked place to fill in; a
        file of an earlier report that was changed since is kept in `eerder/`.
        """
        from kwalevaluatie.comparison import compare
        from kwalevaluatie.gathering import Evaluation
        from kwalevaluatie.reporting import write_report

        study, figures = self.study(), self.figures
        if not study.respondents:
            raise ProjectError(
                "er zijn nog geen respondenten", where=self.path / RESPONDENTS,
                todo="Lees gesprekken in (kwal importeer) en vul het register aan.",
            )  # fmt: skip
        evaluation = Evaluation(
            settings=self.settings,
            study=study,
            plan=self.plan,
            comparisons=tuple(compare(study, self.links, figures)),
            figures=figures,
            agreement=self.agreement(),
        )
        return write_report(evaluation, Path(path) if path is not None else self.path / REPORT)

    def agreement(self) -> tuple[int, int]:
        """Judgements given the same by a second, blind coder: (same, judged by both)."""
        from kwalevaluatie.review.fold import agreement

        return agreement(self.store.events())


def _files(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    found: list[Path] = []
    for path in map(Path, given):
        inside = sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
        found += [p for p in inside if not p.name.startswith((".", "~$"))]
    return found


def _load_raw(path: Path) -> Transcript:
    data = json.loads(path.read_text(encoding="utf-8"))
    return Transcript(
        id=data["id"],
        turns=tuple(Turn(**turn) for turn in data["turns"]),
        metadata=data["metadata"],
        notes=tuple(ReadNote(**note) for note in data["notes"]),
    )


def _replacement(transcript: str, replacement: Replacement, status: str) -> dict[str, Any]:
    identifier = replacement.identifier
    return {
        "transcript": transcript,
        "turn": replacement.turn,
        "start": identifier.start,
        "stop": identifier.stop,
        "kind": identifier.kind,
        "text": identifier.text,
        "pseudonym": replacement.pseudonym,
        "doubtful": replacement.doubtful,
        "status": status,
    }


def _decision_rows(
    decisions: Any,
) -> tuple[Path | None, list[tuple[int | None, Row | KwalError]]]:
    from kwalevaluatie.formats.jsonl import read_jsonl

    if isinstance(decisions, str | Path):
        path = Path(decisions)
        return path, [(line, row) for line, row in read_jsonl(path)]
    if isinstance(decisions, Mapping):
        return None, [(None, decisions)]
    if hasattr(decisions, "to_dict"):
        decisions = decisions.to_dict("records")
    return None, [(None, row) for row in decisions]


def _with(row: Row | KwalError, extra: Row) -> Row | KwalError:
    return row if isinstance(row, KwalError) else {**extra, **row}


def _warn_unknown(respondents: Iterable[Respondent], guides: Mapping[str, Guide]) -> None:
    unknown = sorted({r.guide for r in respondents if r.guide and r.guide not in guides})
    if unknown:
        warnings.warn(
            f"{RESPONDENTS} noemt leidraden die er niet zijn: {', '.join(unknown)}. Wie daarmee "
            "is gesproken, telt als gevraagd naar alles.",
            stacklevel=3,
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
