"""Making conversations safe, and what is removed after its time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie import frames
from kwalevaluatie.errors import (
    PrivacyError,
)
from kwalevaluatie.project.importing import Importing
from kwalevaluatie.project.room import CHOICES, KEY, NAMES, PRIVATE, now
from kwalevaluatie.written import (
    SETTINGS,
)

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.gate import Proposed, Waiting
    from kwalevaluatie.privacy.key import KeyEntry


class Pseudonymising(Importing):
    """Making conversations safe, and what is removed after its time."""

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
                self.store.freeze(one.safe(chosen), at=now(), by=confirmed_by)
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

    def risks(self) -> pd.DataFrame:
        """Warn of conversations in which somebody may be recognised by what is told.

        Not by name but by origin, family, business, place, health or course of life together.
        Columns: `transcript, risk (laag, verhoogd, hoog), score, risk_reason`, the highest
        first; also of conversations that still wait to be pseudonymised.
        """
        frozen = self.transcripts
        waiting = (one for one in self.raw if one.id not in frozen)
        return frames.risks([*frozen.values(), *waiting])
