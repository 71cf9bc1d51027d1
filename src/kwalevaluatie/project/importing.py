"""Reading conversations, and who speaks in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from kwalevaluatie import frames
from kwalevaluatie.errors import KwalError
from kwalevaluatie.files import write_text
from kwalevaluatie.hints import tell
from kwalevaluatie.intake import (
    SUBFOLDER,
    TAKEN,
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
from kwalevaluatie.model import Transcript
from kwalevaluatie.project.room import Room
from kwalevaluatie.registering import UNKNOWN, check_kept, told
from kwalevaluatie.speakers import corrected, speaker_rows
from kwalevaluatie.written import (
    RESPONDENTS,
)

if TYPE_CHECKING:
    import pandas as pd


class Importing(Room):
    """Reading conversations, and who speaks in them."""

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

    def _register(self, transcripts: Iterable[str]) -> None:
        from kwalevaluatie.formats.tables import append_respondents

        groups = {name: _group(self.raw[name].metadata) for name in transcripts}
        append_respondents(self.path / RESPONDENTS, groups)

    def add_respondents(self, path: str | Path) -> pd.DataFrame:
        """Take over a register of respondents (CSV or Excel), or a corrected one, after checking.

        A corrected register takes the place of the one that is there; a KwalWarning tells what
        changed. Raises ProblemList where it would lose a respondent with decisions or whose
        conversation was read, or a cell that was filled in; nothing is changed then.
        """
        from kwalevaluatie.formats.tables import csv_text, read_respondents

        before, after = self.respondents, read_respondents(Path(path))
        frozen = self._frozen()
        events = self.store.events() if frozen else []
        check_kept(before, after, events, self.raw.ids | frozen, Path(path))
        if before != after:
            write_text(self.path / RESPONDENTS, csv_text(Path(path)))
            self._register(self.raw.ids)
        if any(respondent.group != UNKNOWN for respondent in before):
            tell("respondenten.csv is bijgewerkt", told(before, self.respondents))
        return frames.respondents(self.respondents)


def _group(metadata: Mapping[str, str]) -> str:
    """The perspective that a header gives, without what stands between brackets or else names."""
    from kwalevaluatie.privacy.identifiers import find_identifiers

    said = metadata.get("perspectief", UNKNOWN).partition("(")[0].strip().lower()
    return UNKNOWN if not said or any(one.direct for one in find_identifiers(said)) else said
