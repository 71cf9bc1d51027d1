"""One evaluation: the room that joins the steps, the database and the files people write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from kwalevaluatie import frames
from kwalevaluatie.errors import (
    CodebookError,
    DecisionError,
    KwalError,
    PrivacyError,
    ProblemList,
    ProjectError,
    TableError,
    hint,
)
from kwalevaluatie.files import make_folder, read_text, write_text
from kwalevaluatie.hints import tell, tell_unknown
from kwalevaluatie.intake import Raw, conversation_files
from kwalevaluatie.model import Event, Transcript
from kwalevaluatie.written import (
    CODEBOOKS,
    FIGURES,
    GUIDES,
    LINKS,
    RESPONDENTS,
    SETTINGS,
    Written,
    check_patterns,
    own_codebooks,
)

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.analysis.agreement import Agreement
    from kwalevaluatie.analysis.study import Study
    from kwalevaluatie.decisions import Row
    from kwalevaluatie.privacy.identifiers import KnownName
    from kwalevaluatie.privacy.pseudonyms import Replacement
    from kwalevaluatie.reporting import Report
    from kwalevaluatie.store import Store
    from kwalevaluatie.suggest.dictionary import Dictionary

PRIVATE, REPORT = "prive", "rapport"
NAMES = "prive/namenlijst.csv"
RAW = "prive/ruw"
UNKNOWN = "onbekend"
YAML = (".yaml", ".yml")
DATABASE = "evaluatie.sqlite"
IGNORE = "# Namen en ruwe gesprekken horen niet in versiebeheer.\nprive/\nevaluatie.sqlite*\n"


def new_project(
    path: str | Path, codebooks: Sequence[str] = (), *, title: str = "", organisation: str = ""
) -> Project:
    """Set up an evaluation in a new folder.

    `codebooks` are names from the library (`kwal codeboek lijst`) or YAML files; a file is
    copied into the evaluation. Raises ProjectError when the folder holds something already.
    """
    from kwalevaluatie.formats.settings import settings_text

    folder = Path(path)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ProjectError(
            "hier staat al iets", where=folder, todo="Kies een nieuwe of een lege map."
        )
    own = own_codebooks(codebooks)
    for name in (GUIDES, CODEBOOKS, FIGURES, PRIVATE):
        make_folder(folder / name)
    for name, file in own.items():
        write_text(folder / CODEBOOKS / name, read_text(file, CodebookError))
    write_text(folder / ".gitignore", IGNORE)
    names = tuple(Path(n).name if Path(n).suffix in YAML else str(n) for n in codebooks)
    text = settings_text(title or folder.resolve().name, organisation, names)
    write_text(folder / SETTINGS, text)
    return Project(folder.resolve())


def open_project(path: str | Path = ".") -> Project:
    """Open the evaluation in a folder, or in the nearest folder above it."""
    folder = Path(path).resolve()
    if not folder.exists():
        raise ProjectError("deze map bestaat niet", where=path, todo="Controleer de naam.")
    for candidate in (folder, *folder.parents):
        if (candidate / SETTINGS).is_file():
            return Project(candidate)
    raise ProjectError("dit is geen evaluatie", where=path, todo="Maak er een met: kwal nieuw MAP")


class Project(Written):
    """One evaluation in a folder; made with `new_project`, opened with `open_project`.

    `watch` may be set to something that shows progress: it is given the items of a long step
    and what is being done, and hands the items out one by one.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.raw = Raw(path / RAW)
        self.watch: Callable[[Sequence[Any], str], Iterable[Any]] = lambda items, _: items

    def __repr__(self) -> str:
        return f"Project({str(self.path)!r})"

    @cached_property
    def store(self) -> Store:
        """The database of this evaluation."""
        from kwalevaluatie.store import Store

        return Store(self.settings.storage or _sqlite(self.path / DATABASE))

    def add_transcripts(
        self, paths: str | Path | Iterable[str | Path], *, replace: bool = False
    ) -> pd.DataFrame:
        """Read conversations; the texts wait in `prive/` until they are pseudonymised.

        `paths` are files or folders. One row per file: `file, transcript, status (gelezen,
        bekend, fout), turns, words, speakers, message`. A file that cannot be read is
        reported and the rest goes on. What was read before stays, unless `replace` takes a
        mended text in its place; a frozen conversation stays always.
        """
        files = conversation_files(paths)
        frozen = self._frozen()
        reading = self.watch(files, "Gesprekken inlezen")
        rows = [self._add(path, frozen, replace=replace) for path in reading]
        self._register(row["transcript"] for row in rows if row["status"] != "fout")
        return frames.frame(rows, frames.IMPORTED)

    def _add(self, path: Path, frozen: set[str], *, replace: bool) -> dict[str, Any]:
        from kwalevaluatie.formats.transcripts import read_transcript

        name = normalize("NFC", path.stem)
        row: dict[str, Any] = {"file": path.name, "transcript": name}
        try:
            transcript = read_transcript(path, id=name)
            status = self.raw.keep(transcript, path, frozen, replace=replace)
        except KwalError as problem:
            return row | {"status": "fout", "message": str(problem)}
        return row | {
            "status": status,
            "turns": len(transcript.turns),
            "words": transcript.words,
            "speakers": ", ".join(f"{s.label} ({s.role})" for s in transcript.speakers),
            "message": "; ".join(note.message for note in transcript.notes),
        }

    def _frozen(self) -> set[str]:
        there = self.settings.storage or (self.path / DATABASE).exists()
        return set(self.store.transcripts()) if there else set()

    def _register(self, transcripts: Iterable[str]) -> None:
        from kwalevaluatie.formats.tables import append_respondents

        groups = {
            name: self.raw[name].metadata.get("perspectief", UNKNOWN).lower()
            for name in transcripts
        }
        append_respondents(self.path / RESPONDENTS, groups)

    def add_respondents(self, path: str | Path) -> pd.DataFrame:
        """Take over a register of respondents (CSV or Excel), after checking it.

        Only where this evaluation has none, or one that nobody filled in.
        """
        from kwalevaluatie.formats.tables import csv_text, read_respondents

        given = read_respondents(Path(path))
        own = self.path / RESPONDENTS
        if not self._has_register():
            write_text(own, csv_text(Path(path)))
        elif any(respondent not in self.respondents for respondent in given):
            raise ProjectError(
                "deze evaluatie heeft al een respondentenregister", where=own,
                todo="Vul de rijen daarin aan.",
            )  # fmt: skip
        return frames.respondents(self.respondents)

    def _has_register(self) -> bool:
        return any(respondent.group != UNKNOWN for respondent in self.respondents)

    def pseudonymise(
        self, names: str | Path | None = None, *, confirmed_by: str = ""
    ) -> pd.DataFrame:
        """Propose pseudonyms for what identifies people and, once confirmed, freeze the text.

        `names` is a list of known names per conversation (columns gesprek, naam, rol, persoon);
        without it the one in `prive/` is used. Names in speaker labels and headers are known
        anyway. Without `confirmed_by` nothing is changed. One
        row per identifier: `transcript, turn, start, stop, kind, text, pseudonym, doubtful,
        status`. A frozen conversation is never changed again.
        """
        known = self._names(names)
        rows: list[dict[str, Any]] = []
        frozen = self.store.transcripts()
        waiting = [transcript for transcript in self.raw if transcript.id not in frozen]
        unlisted = [t.id for t in waiting if t.id not in known and "" not in known]
        tell("voor deze gesprekken staan er geen namen in de namenlijst", unlisted)
        for transcript in self.watch(waiting, "Namen zoeken"):
            rows += self._pseudonymise(transcript, known, confirmed_by)
        return frames.frame(rows, frames.PSEUDONYMS)

    def _names(self, names: str | Path | None) -> dict[str, list[KnownName]]:
        from kwalevaluatie.formats.tables import csv_text, read_names
        from kwalevaluatie.privacy.identifiers import KnownName

        path = Path(names) if names is not None else self.path / NAMES
        if names is None and not path.exists():
            return {}
        known: dict[str, list[KnownName]] = {}
        for name in read_names(path):
            form = KnownName(name.name, name.role, name.person)
            known.setdefault(name.transcript, []).append(form)
        if names is not None and path.resolve() != (self.path / NAMES).resolve():
            write_text(self.path / NAMES, csv_text(path))
        tell(
            f"{path.name} noemt gesprekken die niet zijn ingelezen",
            set(known) - {"", *self._frozen(), *self.raw.ids},
        )
        return known

    def _pseudonymise(
        self, transcript: Transcript, known: Mapping[str, list[KnownName]], confirmed_by: str
    ) -> list[dict[str, Any]]:
        from kwalevaluatie.privacy.pseudonyms import apply, propose
        from kwalevaluatie.privacy.speakers import names_in_sight

        listed = [*known.get(transcript.id, []), *known.get("", [])]
        forms = {name.form for name in listed}
        names = [*listed, *(n for n in names_in_sight(transcript) if n.form not in forms)]
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
        from kwalevaluatie.suggest.dictionary import suggest

        self._need_frozen()
        dictionary = self._dictionary()
        for transcript in self.watch([*self.transcripts.values()], "Thema's voorstellen"):
            self.store.replace_suggestions(transcript.id, suggest(transcript, dictionary))
        return self.suggestions()

    def _dictionary(self) -> Dictionary:
        from kwalevaluatie.suggest.dictionary import Dictionary

        try:
            return Dictionary(self.codebook)
        except CodebookError:
            for name in self.settings.codebooks:
                check_patterns(name, self.path / CODEBOOKS)
            raise

    def _need_frozen(self) -> None:
        if not self.transcripts:
            raise PrivacyError(
                "er is nog geen gepseudonimiseerd gesprek", where=self.path,
                todo="Lees gesprekken in en bevestig de namen: kwal pseudonimiseer",
            )  # fmt: skip

    def suggestions(self) -> pd.DataFrame:
        """The suggestions with what has become of them: nieuw, besloten, afgewezen or gelezen.

        `gelezen` means that someone coded the conversation to the end without taking it over.
        """
        from kwalevaluatie.review import fold

        events = fold.standing(self.store.events())
        return frames.suggestions(
            self.store.suggestions(),
            fold.codings(events),
            fold.rejected(events),
            fold.finished(events),
            self.transcripts,
        )

    def decide(
        self, decisions: str | Path | Row | Iterable[Row] | pd.DataFrame, *, coder: str = "",
        action: str = "",
    ) -> pd.DataFrame:  # fmt: skip
        """Record decisions: a file (jsonl, csv or xlsx), a row, rows, or a frame of suggestions.

        In a table only rows with an `actie`, an `oordeel` or a `soort` count. A row gives
        `transcript` (gesprek), `turn` (beurt), a `quote` (citaat) or `start` and `stop`, a
        `code`, and optionally `action`, `valence`, `moment`, `amount`, `reason`.
        Valid rows are kept; if others are not, ProblemList is raised after that and names
        them. Returns what was recorded: `event, kind, coder, transcript, code, goal, state`.
        """
        from kwalevaluatie.decisions import decision_rows, with_defaults

        place, rows = decision_rows(decisions)
        extra = {key: value for key, value in (("action", action),) if value}
        given = [(at, with_defaults(row, extra)) for at, row in rows]
        made, problems = self._events(given, place, coder)
        new = self.store.append(self._changes(made, place))
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

    def withdraw(self, event: str, *, coder: str, reason: str = "") -> pd.DataFrame:
        """Take back a decision or judgement by its `event` id; withdrawing that restores it."""
        row = {"kind": "intrekking", "target": event, "coder": coder, "reason": reason}
        return self.decide(row)

    def log(self) -> pd.DataFrame:
        """Everything that was ever decided, oldest first.

        The columns of `decide` and `at, blind, target`.
        """
        return frames.log(self.store.events())

    def _events(
        self, rows: list[tuple[int | None, Row | KwalError]], path: Path | None, coder: str
    ) -> tuple[list[Event], list[KwalError]]:
        from kwalevaluatie.decisions import is_table
        from kwalevaluatie.review.entry import Context, to_event

        context = Context(
            transcripts=self.transcripts,
            respondents={respondent.id: respondent for respondent in self.respondents},
            codebook=self.codebook,
            events=frozenset(event.id for event in self.store.events()),
            coder=coder,
            now=_now(),
            from_file=path is not None and not is_table(path),
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

    def _changes(self, made: list[Event], path: Path | None) -> list[Event]:
        """The events to record; of a table, read again, only what has changed in it."""
        from kwalevaluatie.decisions import is_table
        from kwalevaluatie.review.fold import changes, standing

        if path is None or not is_table(path):
            return made
        log = self.store.events()
        return changes(made, [*standing(log), *standing(log, blind=True)])

    def study(self) -> Study:
        """Everything that is counted over, as it stands now."""
        from kwalevaluatie.analysis.study import Study
        from kwalevaluatie.review import fold

        events = fold.standing(self.store.events())
        respondents = self.respondents
        tell_unknown(respondents, self.guides, self.transcripts, self.settings.units.values())
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
        study = self.study()
        _check_values(study, where or {})
        return frames.numbers(count(study, names, where=where, among=among), names)

    def quotes(self, code: str, group: str | None = None, n: int = 3) -> pd.DataFrame:
        """Choose quotations on a theme or on a goal, spread over people and values.

        Of a goal: the passages on which the judgements rest (`valence` is then the state). A
        name that is both is taken as the theme.

        Columns: `respondent, group, transcript, turn, start, stop, code, valence, moment,
        coder, quote`.
        """
        from kwalevaluatie.analysis.quoting import choose, on_goal, quotations

        study, book = self.study(), self.codebook
        if code in book.by_id:
            found = quotations(study, [code], group)
        elif code in book.goals_by_id:
            found = on_goal(study, code, group)
        else:
            known = {**book.by_id, **book.goals_by_id}
            raise CodebookError(
                f"thema “{code}” staat niet in de codeboeken", todo=hint(code, known)
            )
        return frames.quotations(choose(found, n))

    def add_figures(self, path: str | Path) -> pd.DataFrame:
        """Add published survey figures from a YAML file, after checking every line.

        Columns: `id, item, year, unit, value, n, population, low, high, source`. A figure
        whose n was never published has no interval.
        """
        from kwalevaluatie.comparison import interval
        from kwalevaluatie.formats.figures import check_items, check_new, read_figures

        source = Path(path)
        figures = read_figures(source)
        check_items(figures, self.links, source, self.path / LINKS)
        target = self.path / FIGURES / source.name
        if target.exists() and target.read_bytes() != source.read_bytes():
            raise ProjectError(
                "er is al een ander cijferbestand met deze naam", where=target,
                todo="Geef het nieuwe bestand een andere naam.",
            )  # fmt: skip
        if not target.exists():
            check_new(figures, self.figures, source)
            write_text(target, read_text(source, TableError))
        return frames.figures((figure, interval(figure)) for figure in figures)

    def compare(self) -> pd.DataFrame:
        """Lay interview counts beside survey figures: a verdict proposed, for a person to sign.

        Columns: `goal, theme, group, counted, k, n, text, item, wording, value, unit, figure_n,
        low, high, year, verdict, grounds, same_question, same_group, same_period, note, status`;
        k counts who is positief on a goal, or negatief about a theme.
        """
        from kwalevaluatie.comparison import compare

        return frames.comparisons(compare(self.study(), self.links, self.figures))

    def report(self, path: str | Path | None = None) -> Report:
        """Write the report: Word, web page, workbook, figures and the register of numbers.

        `path` is a folder (by default `rapport/`) or the .docx to write there. Returns a Report
        with `paths`, `numbers` and `evidence(id)`. What a person must write stands as a marked
        place to fill in; a file of an earlier report that was changed since is kept in `eerder/`.
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
        if not any(study.asked_goal(goal.id) for goal in study.codebook.goals):
            raise ProjectError(
                "er is geen doel waarnaar is gevraagd", where=self.path / SETTINGS,
                todo="Kies een codeboek met doelen, en leidraden die ernaar vragen.",
            )  # fmt: skip
        evaluation = Evaluation(
            settings=self.settings,
            study=study,
            plan=self.plan,
            comparisons=tuple(compare(study, self.links, figures)),
            figures=figures,
            agreement=self.agreement(),
            suggested=len(self.store.suggestions()),
        )
        target = Path(path) if path is not None else self.path / REPORT
        if target.suffix.lower() == ".docx":
            return write_report(evaluation, target.parent, target.stem)
        return write_report(evaluation, target)

    def agreement(self) -> Agreement:
        """How far a second, blind coder gave the same judgements: `same, both, kappa`."""
        from kwalevaluatie.analysis.agreement import agree
        from kwalevaluatie.review.fold import judged_twice

        return agree(judged_twice(self.store.events()))


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


def _check_values(study: Study, where: Mapping[str, str]) -> None:
    for name, value in where.items():
        known = {study.attribute(respondent, name) for respondent in study.respondents}
        if known != {""} and str(value) not in known:
            raise KwalError(
                f"niemand heeft bij “{name}” de waarde “{value}”", todo=hint(value, known)
            )


def _sqlite(path: Path) -> str:
    from sqlalchemy import URL

    return URL.create("sqlite", database=str(path)).render_as_string()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
