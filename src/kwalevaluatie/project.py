"""One evaluation: the room that joins the steps, the database and the files people write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from kwalevaluatie import assisting, frames
from kwalevaluatie.coders import coder_for
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
from kwalevaluatie.hints import tell_unknown
from kwalevaluatie.intake import (
    SUBFOLDER,
    TAKEN,
    Raw,
    conversation_files,
    failed_row,
    import_row,
    note_rows,
    passed_over,
    read_file,
    renamed,
    skipped_row,
    subfolders,
)
from kwalevaluatie.model import Codebook, Coding, Event, Span, Suggestion, Transcript
from kwalevaluatie.speakers import corrected, speaker_rows
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
    from kwalevaluatie.gate import Proposed, Waiting
    from kwalevaluatie.privacy.key import KeyEntry
    from kwalevaluatie.reporting import Report
    from kwalevaluatie.store import Store
    from kwalevaluatie.suggest.assistance import Assistance
    from kwalevaluatie.suggest.coder import Coder
    from kwalevaluatie.suggest.llm.address import LanguageModel
    from kwalevaluatie.suggest.llm.beside import Standing
    from kwalevaluatie.suggest.llm.prompt import Part

PRIVATE, REPORT = "prive", "rapport"
NAMES = "prive/namenlijst.csv"
CHOICES = "prive/keuzes.csv"
KEY = "prive/sleutel.kwal"
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
        self._helped: tuple[tuple[int, frozenset[str], Codebook], Assistance] | None = None
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

        `paths` are files or folders; a table of survey answers gives a conversation for every
        respondent. One row per conversation: `file, transcript, status (gelezen, bekend, fout,
        overgeslagen), turns, words, speakers, message` and the message by kind in `left_out,
        kept, doubtful`. A file that cannot be read is reported and the rest goes on; a name list
        or another file of the evaluation, and a folder within a folder, are passed over. What
        was read before stays, unless `replace` takes a mended text in its place; a frozen
        conversation stays always.
        """
        paths = [paths] if isinstance(paths, str | Path) else list(paths)
        files = conversation_files(paths)
        frozen = self._frozen()
        reading = self.watch(files, "Gesprekken inlezen")
        rows = [row for path in reading for row in self._add(path, frozen, replace=replace)]
        self._register(row["transcript"] for row in rows if row["status"] in TAKEN)
        rows += [skipped_row(folder, SUBFOLDER) for folder in subfolders(paths)]
        return frames.frame(rows, frames.IMPORTED)

    def _add(self, path: Path, frozen: set[str], *, replace: bool) -> Iterator[dict[str, Any]]:
        name = normalize("NFC", path.stem)
        try:
            reason = passed_over(path)
            found = [] if reason else read_file(path, name)
        except KwalError as problem:
            yield failed_row(path, name, problem)
            return
        if reason:
            yield skipped_row(path, reason)
        for transcript in (self._without_names(one, frozen) for one in found):
            try:
                status = self.raw.keep(transcript, path, frozen, replace=replace)
                yield import_row(path, transcript, status)
            except KwalError as problem:
                yield failed_row(path, transcript.id, problem)

    def _without_names(self, transcript: Transcript, frozen: set[str]) -> Transcript:
        from kwalevaluatie.privacy.speakers import name_without_names

        name = name_without_names(transcript)
        if name == transcript.id:
            return transcript
        return renamed(transcript, self.raw.free_name(name, transcript.id, frozen))

    def speakers(self) -> pd.DataFrame:
        """Show who speaks in the conversations that are not frozen yet.

        One row per speaker: `transcript, speaker, role, becomes, turns, words, begins`. To
        correct, change `role`, or fill `becomes` with another label; give the frame to
        `correct_speakers`.
        """
        frozen = self._frozen()
        waiting = (transcript for transcript in self.raw if transcript.id not in frozen)
        return frames.frame(speaker_rows(waiting), frames.SPEAKERS)

    def correct_speakers(self, corrections: str | Path | pd.DataFrame) -> pd.DataFrame:
        """Take over roles and labels of speakers from a table (csv, xlsx or a frame).

        Columns gesprek, spreker, rol and wordt: the label that the speaker gets. Labels that
        become one are one speaker. Raises ProblemList when a row cannot be right; nothing is
        changed then. Returns the speakers as they are now.
        """
        for transcript in corrected(corrections, self.raw, self._frozen()):
            self.raw.correct(transcript)
        return self.speakers()

    def notes(self) -> pd.DataFrame:
        """What the reader left out, changed, kept or doubts: `transcript, kind, line, message`."""
        return frames.frame(note_rows(self.raw), frames.NOTES)

    def _frozen(self) -> set[str]:
        there = self.settings.storage or (self.path / DATABASE).exists()
        return set(self.store.transcripts()) if there else set()

    def _register(self, transcripts: Iterable[str]) -> None:
        from kwalevaluatie.formats.tables import append_respondents

        groups = {name: _group(self.raw[name].metadata) for name in transcripts}
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
        self,
        names: str | Path | None = None,
        *,
        choices: str | Path | pd.DataFrame | None = None,
        confirmed_by: str = "",
        passphrase: str = "",
    ) -> pd.DataFrame:
        """Propose pseudonyms for what identifies people and, once confirmed, freeze the text.

        `names` is a list of known names per conversation (columns gesprek, naam, rol, persoon);
        without it the one in `prive/` is used. Names in speaker labels and headers are known
        anyway. `choices` is a work list that someone went through (columns gesprek, tekst, rol,
        persoon, vervang); what was chosen is kept. Without `confirmed_by` nothing is changed;
        with it the key of who is who is kept, encrypted with the `passphrase`. One row per
        identifier: `transcript, turn, start, stop, kind, text, pseudonym, doubtful, status,
        certainty, replace, role, person, context`. A frozen conversation is never changed again.
        """
        from kwalevaluatie import gate

        with gate.alone(self.path / PRIVATE) if confirmed_by.strip() else nullcontext():
            return self._pseudonymise(names, choices, confirmed_by.strip(), passphrase)

    def _pseudonymise(
        self,
        names: str | Path | None,
        choices: str | Path | pd.DataFrame | None,
        confirmed_by: str,
        passphrase: str,
    ) -> pd.DataFrame:
        from kwalevaluatie import gate

        if names is not None:
            gate.take_names(Path(names), self.path / NAMES)
        waiting = self._waiting(passphrase)
        chosen = waiting.choices(choices, self.path / CHOICES)
        proposed = waiting.propose(chosen)
        if confirmed_by and waiting.transcripts:
            gate.check_ids(proposed.made, waiting.listed)
            self._keep_key(proposed, waiting.earlier, passphrase)
            for one in proposed.made:
                self.store.freeze(one.safe(chosen), at=_now(), by=confirmed_by)
        status = "vervangen" if confirmed_by else "voorgesteld"
        frame = frames.frame(gate.rows(proposed.made, status), frames.PSEUDONYMS)
        frame.attrs["unfound"] = gate.unfound(waiting.listed, proposed.made)
        return frame

    def _waiting(self, passphrase: str) -> Waiting:
        from kwalevaluatie import gate
        from kwalevaluatie.privacy.key import read_key

        frozen = self.store.transcripts()
        waiting = [transcript for transcript in self.raw if transcript.id not in frozen]
        listed = gate.listed_names(self.path / NAMES)
        gate.tell_unlisted(listed, waiting, {*frozen, *self.raw.ids})
        opened = passphrase and self.has_key
        earlier = read_key(self.path / KEY, passphrase) if opened else ()
        return gate.Waiting(waiting, listed, tuple(frozen.values()), earlier, self.watch)

    @property
    def has_key(self) -> bool:
        """Whether there is a key of who stands behind the pseudonyms."""
        return (self.path / KEY).exists()

    def _keep_key(self, proposed: Proposed, earlier: Sequence[KeyEntry], passphrase: str) -> None:
        from kwalevaluatie import gate
        from kwalevaluatie.privacy.key import write_key

        if passphrase:
            entries = gate.key_entries(proposed.made, proposed.numbering, earlier)
            write_key(self.path / KEY, entries, passphrase)
        elif self.has_key:
            raise PrivacyError(
                "er is een sleutel, en die wordt aangevuld als u bevestigt", where=self.path / KEY,
                todo="Geef de wachtzin: typ haar als erom wordt gevraagd, of zet haar in "
                "KWAL_WACHTZIN.",
            )  # fmt: skip
        else:
            gate.tell_no_key()

    def add_names(self, names: Mapping[str, str]) -> None:
        """Add names to the name list, each with its role: `{"Petra": "regisseur"}`.

        They are looked for in all conversations that are not frozen yet; that they were once
        left as they are, holds no longer.
        """
        from kwalevaluatie import gate

        gate.add_names(self.path / NAMES, names)
        gate.forget_left(self.path / CHOICES, names)

    def key(self, passphrase: str) -> pd.DataFrame:
        """Show who stands behind the pseudonyms: `pseudonym, role, names, transcripts`.

        Raises PrivacyError when there is no key, or when the passphrase does not open it.
        """
        from kwalevaluatie.privacy.key import read_key

        if not self.has_key:
            raise PrivacyError(
                "er is geen sleutel", where=self.path / KEY,
                todo="Een sleutel komt er als u bij het bevestigen een wachtzin geeft.",
            )  # fmt: skip
        return frames.key(read_key(self.path / KEY, passphrase))

    def clean_up(
        self, *, now: bool = False, unfrozen: bool = False, key: bool = False, confirm: bool = True
    ) -> pd.DataFrame:
        """Remove raw conversations, the name list and choices after their date (`bewaren_tot`).

        `now` does not wait for the date. Conversations that are not frozen stay, unless
        `unfrozen`; the key stays, unless `key`. With `confirm=False` nothing is removed. One row
        per file in `prive/`: `file, kind, status (verwijderd, gaat weg, blijft), message`.
        """
        from kwalevaluatie import retention

        if not now:
            retention.check_date(self.settings.keep_until, date.today(), self.path / SETTINGS)
        private = self.path / PRIVATE
        found = list(retention.kept_files(private, self._frozen(), unfrozen=unfrozen, key=key))
        for one in found if confirm else ():
            if one.goes:
                retention.remove(one.path)
        return frames.frame(retention.rows(found, private, done=confirm), frames.CLEANED)

    @property
    def transcripts(self) -> dict[str, Transcript]:
        """The pseudonymised conversations by id."""
        return self.store.transcripts()

    def suggest(
        self, *, language_model: str = "", model: str = "", allow_remote: bool = False
    ) -> pd.DataFrame:
        """Propose codings for every pseudonymised conversation.

        From the codebook's patterns, what the library learned, and what the decisions so far
        teach on top of that. One row per suggestion: `id, transcript, turn, start, stop, code,
        score, source, reason, valence, moment, status, quote`. Nothing is counted before a
        person decides.

        `language_model` is the address of a language model that reads along, on this computer
        unless `allow_remote`, and `model` its name. What it proposes stands beside the rest, with
        a score of 0.5 that says nothing, and stays until it reads again. `attrs` of the frame
        tells under `language_model` how that went. Raises LanguageModelError, after keeping the
        other suggestions, where it could read nothing.
        """
        from kwalevaluatie.suggest.llm.address import LanguageModel
        from kwalevaluatie.suggest.llm.beside import Standing

        asked = LanguageModel(language_model, model, allow_remote) if language_model else None
        if asked is not None:
            asked.check()
        codes = {code.id for code in self.codebook.active}
        proposed = Standing(self._assistance().suggestions(), self.store.suggestions(), codes)
        for transcript in self.watch([*self.transcripts], "Thema's voorstellen"):
            self.store.replace_suggestions(transcript, proposed.of(transcript))
        told = self._read_along(asked, proposed) if asked is not None else ""
        found = self.suggestions()
        found.attrs["language_model"] = told
        return found

    def _read_along(self, asked: LanguageModel, proposed: Standing) -> str:
        from kwalevaluatie.suggest.llm.client import Client
        from kwalevaluatie.suggest.llm.proposing import read_along

        def keep(part: Part, suggestions: Sequence[Suggestion]) -> None:
            proposed.take(part, suggestions)
            self.store.replace_suggestions(part.transcript, proposed.of(part.transcript))

        transcripts = self.transcripts.values()
        return read_along(Client(asked), self.codebook, transcripts, self.watch, keep).told()

    def next_to_review(self, n: int = 20) -> pd.DataFrame:
        """The suggestions that are best reviewed first, and why each.

        The columns of `suggestions()` plus `group` and `why`: steekproef (every tenth, from a
        random sample that `sample_precision` measures on), twijfel (the machine is least sure)
        or dekking (little of this theme and perspective was decided yet).
        """
        groups = {person.transcript: person.group for person in self.respondents}
        return frames.frame(assisting.review_rows(self.suggestions(), groups, n), frames.TO_REVIEW)

    def sample_precision(self) -> pd.DataFrame:
        """How often a suggestion of the random sample was right, of those decided on.

        At most one row: `decided, right, precision` and Wilson's 95% interval `low, high`. The
        sample is a fixed tenth of all suggestions, drawn by their ids; `next_to_review` hands
        it out first. A suggestion whose code was kept counts as right.
        """
        return frames.frame(assisting.sample_rows(self.store.events()), frames.SAMPLE)

    def still_to_find(self) -> pd.DataFrame:
        """How many codings are probably still to be found in what nobody read to the end.

        One row per theme: `code`, `found` (turns coded with it now), `expected` (turns still
        to be found), and the 95% interval `low`, `high` of what is expected. It rests on the
        probabilities of the suggestions, so it is as good as those (`measure()`).
        """
        return frames.frame(assisting.remaining_rows(self._assistance()), frames.REMAINING)

    def more_like(
        self, transcript: str, turn: int, start: int, stop: int, n: int = 10
    ) -> pd.DataFrame:
        """The passages of respondents that most resemble a quotation.

        One row per passage: `transcript, turn, start, stop, similarity` (0-1, cosine of tf-idf
        weights), `shared` (words that count most), `quote`.
        """
        span = Span(turn, start, stop)
        if transcript not in self.transcripts or turn >= len(self.transcripts[transcript].turns):
            raise ProjectError(
                f"gesprek “{transcript}” heeft geen beurt {turn}",
                todo=hint(transcript, self.transcripts),
            )
        rows = assisting.alike_rows(self._assistance(), transcript, span, n)
        return frames.frame(rows, frames.ALIKE)

    def new_patterns(self) -> pd.DataFrame:
        """Wordings in coded passages that no pattern finds yet, for you to take over or not.

        One row per wording: `code, pattern, right, wrong` (decided passages with the wording
        that have the theme, and that have not), `missed` (of the right ones, without a pattern
        now) and an `example`. The surest first in each theme.
        """
        return frames.frame(assisting.pattern_rows(self._assistance()), frames.NEW_PATTERNS)

    def _assistance(self) -> Assistance:
        """Everything read and learned; kept until something is decided, added or changed."""
        self._need_frozen()
        events, transcripts, book = self.store.events(), self.transcripts, self.codebook
        state = (len(events), frozenset(transcripts), book)
        if self._helped is None or self._helped[0] != state:
            for _ in self.watch(["alles"], "Gesprekken lezen en van besluiten leren"):
                made = assisting.assistance(self._coder(), transcripts, events)
            self._helped = state, made
        return self._helped[1]

    def _coder(self) -> Coder:
        try:
            return coder_for(self.codebook)
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

    def propose_judgements(self) -> pd.DataFrame:
        """Propose for every respondent and goal what the codings say; a person still judges.

        One row per usable respondent with a frozen conversation and goal: `respondent,
        transcript, goal, state, development, because, based_on` (besluiten, or suggesties where
        nothing of the conversation is decided yet), `status` (nieuw or beoordeeld).
        """
        from kwalevaluatie.suggest.judging import asked_by, propose_for

        self._need_frozen()
        study, coder = self.study(), cache(self._coder)
        codings, decided = self._standing_or_suggested(study)
        rows = [
            frames.to_judge(person, one, person.transcript in decided, study.judgements)
            for person in study.usable
            if person.transcript in study.transcripts
            for one in propose_for(
                person, study.transcripts[person.transcript], codings, study.codebook,
                lambda questions: asked_by(coder(), questions),
            )
        ]  # fmt: skip
        return frames.frame(rows, frames.TO_JUDGE)

    def _standing_or_suggested(self, study: Study) -> tuple[list[Coding | Suggestion], set[str]]:
        """Codings, with suggestions for what nobody decided on; and the conversations decided."""
        from kwalevaluatie.review import fold

        decided = {coding.transcript for coding in study.codings} | study.finished
        refused = fold.rejected(fold.standing(self.store.events()))
        suggested = (
            one
            for one in self.store.suggestions()
            if one.transcript not in decided and (one.transcript, one.span, one.code) not in refused
        )
        return [*study.codings, *suggested], decided

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
        coder, quote, risk, risk_reason`; `risk` (laag, verhoogd, hoog) warns that somebody may
        be recognised by what the quotation tells.
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

    def risks(self) -> pd.DataFrame:
        """Warn of conversations in which somebody may be recognised by what is told.

        Not by name but by origin, family, business, place, health or course of life together.
        Columns: `transcript, risk (laag, verhoogd, hoog), score, risk_reason`, the highest
        first; also of conversations that still wait to be pseudonymised.
        """
        frozen = self.transcripts
        waiting = (one for one in self.raw if one.id not in frozen)
        return frames.risks([*frozen.values(), *waiting])

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

    def measure(self, *, learning: bool = False) -> pd.DataFrame:
        """How good the suggestions are, laid beside the decisions in conversations read to the end.

        They are proposed anew, as they were before anything was learned from this evaluation;
        with `learning` also after learning from the other conversations (in five parts; may take
        long). One row per theme, and for all themes together (micro and macro), in all, by
        register and by perspective: `suggestions, basis (blind or not), split, part, code,
        turns, n, tp, fp, fn, prevalence, precision, recall, f1, kappa, ac1, warning`. Units are
        turns of respondents × themes. Decisions made blind are used where there are any.
        Raises DecisionError when no conversation was read to the end.
        """
        from kwalevaluatie.measuring import measured_rows

        self._need_frozen()
        rows = measured_rows(
            self.study(), self._coder(), self.store.events(), learning=learning, watch=self.watch
        )
        return frames.frame(rows, frames.MEASURED)

    def corrected_counts(self) -> pd.DataFrame:
        """How many people would speak of each theme, as the machine counts and with its errors out.

        Never reviewed, and never part of a report: `status` is always ongereviewd. The errors
        are those in the conversations read to the end, which should be a random sample. One row
        per theme and perspective: `code, group, unit, n, read, raw, corrected, low, high,
        sensitivity, specificity, basis, status, reason`; without `corrected` where `reason`
        says why not. See `kwalevaluatie.analysis.correcting` for how it is corrected.
        """
        from kwalevaluatie.measuring import corrected_rows

        self._need_frozen()
        rows = corrected_rows(self.study(), self._coder(), self.store.events())
        return frames.frame(rows, frames.CORRECTED)


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


def _group(metadata: Mapping[str, str]) -> str:
    """The perspective that a header gives, without what stands between brackets or else names."""
    from kwalevaluatie.privacy.identifiers import find_identifiers

    said = metadata.get("perspectief", UNKNOWN).partition("(")[0].strip().lower()
    return UNKNOWN if not said or any(one.direct for one in find_identifiers(said)) else said
