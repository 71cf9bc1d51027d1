"""Proposals of the machine, decisions of people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie import assisting, frames
from kwalevaluatie.coders import coder_for
from kwalevaluatie.errors import (
    CodebookError,
    DecisionError,
    KwalError,
    PrivacyError,
    ProblemList,
    ProjectError,
    hint,
)
from kwalevaluatie.model import Coding, Event, Span, Suggestion
from kwalevaluatie.project.pseudonymising import Pseudonymising
from kwalevaluatie.project.room import now
from kwalevaluatie.wording import counted_noun
from kwalevaluatie.written import (
    CODEBOOKS,
    check_patterns,
)

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.analysis.study import Study
    from kwalevaluatie.decisions import Row
    from kwalevaluatie.suggest.assistance import Assistance
    from kwalevaluatie.suggest.coder import Coder
    from kwalevaluatie.suggest.llm.address import LanguageModel
    from kwalevaluatie.suggest.llm.beside import Standing
    from kwalevaluatie.suggest.llm.prompt import Part


class Reviewing(Pseudonymising):
    """Proposals of the machine, decisions of people."""

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
                todo="Lees gesprekken in met kwal importeer. Bevestig daarna de namen: op de "
                "werkplek bij Namen, met kwal pseudonimiseer of in Python met pseudonymise.",
            )  # fmt: skip

    def suggestions(self) -> pd.DataFrame:
        """The suggestions with what has become of them: nieuw, besloten, afgewezen or gelezen.

        `gelezen` means that someone coded the conversation to the end without taking it over.
        """
        from kwalevaluatie.review import fold

        fates = fold.fates(fold.standing(self.store.events()))
        return frames.suggestions(self.store.suggestions(), fates, self.transcripts)

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
            kept = (
                f"Wel vastgelegd: {counted_noun(len(made), 'rij', 'rijen')}. Verbeter deze en lees "
                "opnieuw in (wat er al is, komt er niet dubbel in)."
            )
            raise ProblemList(tuple(problems), todo=kept if made else "")
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

        One row per usable respondent with a frozen conversation and goal that was asked after, or
        that the respondent spoke of unasked: `respondent, transcript, goal, asked, state,
        development, because, based_on` (besluiten, or suggesties where nothing of the
        conversation is decided yet), `status` (nieuw or beoordeeld).
        """
        from kwalevaluatie.comparison import VALUED
        from kwalevaluatie.suggest.judging import asked_by, propose_for

        self._need_frozen()
        study, coder = self.study(), cache(self._coder)
        codings, decided = self._standing_or_suggested(study)
        asked = {(who.id, goal.id) for goal in study.codebook.goals
                 for who in study.asked_goal(goal.id)}  # fmt: skip
        rows = [
            frames.to_judge(
                person, one, (person.id, one.goal) in asked, person.transcript in decided,
                study.judgements,
            )
            for person in study.usable
            if person.transcript in study.transcripts
            for one in propose_for(
                person, study.transcripts[person.transcript], codings, study.codebook,
                lambda questions: asked_by(coder(), questions),
            )
            if (person.id, one.goal) in asked or one.state in VALUED
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
            now=now(),
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
