"""Reading and writing the database of one evaluation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    RowMapping,
    create_engine,
    delete,
    event,
    func,
    insert,
    make_url,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError, SQLAlchemyError

from kwalevaluatie.errors import ProjectError, StoreError
from kwalevaluatie.model import (
    Decision,
    Event,
    Finished,
    Judgement,
    Signature,
    Span,
    Suggestion,
    Transcript,
    Turn,
    Withdrawal,
)
from kwalevaluatie.store import schema

KINDS: Mapping[str, type[Event]] = {
    "besluit": Decision,
    "oordeel": Judgement,
    "afgerond": Finished,
    "ondertekening": Signature,
    "intrekking": Withdrawal,
}
NAMES = {kind: name for name, kind in KINDS.items()}


class Store:
    """The conversations, suggestions and events of one evaluation, at a database URL.

    Events can be appended and read, never changed or removed.
    """

    def __init__(self, url: str) -> None:
        with _told_in_dutch():
            self.engine = _engine(url)
        with self._transaction() as connection:
            schema.metadata.create_all(connection)
            _check_version(connection)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with _told_in_dutch(), self.engine.begin() as connection:
            yield connection

    def freeze(self, transcript: Transcript, *, at: str, by: str) -> None:
        """Keep a pseudonymised conversation; it cannot be replaced."""
        head = _head_row(transcript) | {"frozen_at": at, "frozen_by": by}
        with self._transaction() as connection:
            try:
                connection.execute(insert(schema.conversations), [head])
            except IntegrityError:
                raise ProjectError(
                    f"gesprek “{transcript.id}” is al vastgelegd en wordt niet vervangen",
                    todo="Lees een verbeterde tekst in onder een andere naam.",
                ) from None
            if transcript.turns:
                connection.execute(insert(schema.turns), _turn_rows(transcript))

    def transcripts(self) -> dict[str, Transcript]:
        """All pseudonymised conversations by id; a text that has changed is an error."""
        with self._transaction() as connection:
            heads = connection.execute(
                select(schema.conversations).order_by(schema.conversations.c.id)
            ).mappings()
            rows = connection.execute(
                select(schema.turns).order_by(schema.turns.c.conversation, schema.turns.c.number)
            ).mappings()
            turns: dict[str, list[Turn]] = {}
            for row in rows:
                turns.setdefault(row["conversation"], []).append(_turn(row))
            return {head["id"]: _conversation(head, turns.get(head["id"], [])) for head in heads}

    def transcript(self, name: str) -> Transcript:
        """One pseudonymised conversation; a text that has changed is an error."""
        with self._transaction() as connection:
            head = (
                connection.execute(
                    select(schema.conversations).where(schema.conversations.c.id == name)
                )
                .mappings()
                .one_or_none()
            )
            if head is None:
                raise ProjectError(
                    f"gesprek “{name}” is er niet", todo="Kies een bevroren gesprek."
                )
            rows = connection.execute(
                select(schema.turns)
                .where(schema.turns.c.conversation == name)
                .order_by(schema.turns.c.number)
            ).mappings()
            return _conversation(head, [_turn(row) for row in rows])

    def names(self) -> list[str]:
        """The pseudonymised conversations, by name."""
        with self._transaction() as connection:
            return list(connection.execute(select(schema.conversations.c.id)).scalars())

    def sizes(self) -> dict[str, tuple[int, int]]:
        """How many turns and characters every pseudonymised conversation has."""
        turns = schema.turns.c
        counted = select(turns.conversation, func.count(), func.sum(func.length(turns.text)))
        with self._transaction() as connection:
            rows = connection.execute(
                counted.group_by(turns.conversation).order_by(turns.conversation)
            )
            return {name: (int(number), int(size)) for name, number, size in rows}

    def replace_suggestions(self, transcript: str, suggestions: Iterable[Suggestion]) -> None:
        """Keep the newest suggestions for a conversation."""
        table = schema.suggestions
        rows = {suggestion.id: _suggestion_row(suggestion) for suggestion in suggestions}
        with self._transaction() as connection:
            connection.execute(delete(table).where(table.c.conversation == transcript))
            if rows:
                connection.execute(insert(table), list(rows.values()))

    def suggestions(self, transcript: str | None = None) -> list[Suggestion]:
        """All suggestions, or those of one conversation, in order of conversation and place."""
        table = schema.suggestions
        order = (table.c.conversation, table.c.turn, table.c.start, table.c.code)
        wanted = select(table).order_by(*order)
        if transcript is not None:
            wanted = wanted.where(table.c.conversation == transcript)
        with self._transaction() as connection:
            rows = connection.execute(wanted).mappings()
            return [_suggestion(row) for row in rows]

    def append(self, new: Iterable[Event]) -> int:
        """Add events to the log, in one go; an event that is there already is passed over."""
        rows: dict[str, dict[str, Any]] = {}
        for made in new:
            rows.setdefault(made.id, _event_row(made))
        if not rows:
            return 0
        dialect = sqlite if self.engine.dialect.name == "sqlite" else postgresql
        unless_known = dialect.insert(schema.events).on_conflict_do_nothing()
        statement = unless_known.returning(schema.events.c.id)
        with self._transaction() as connection:
            return len(connection.execute(statement, list(rows.values())).all())

    def events(self) -> list[Event]:
        """The whole log, oldest first."""
        return [made for _, made in self.events_after(0)]

    def events_after(self, number: int) -> list[tuple[int, Event]]:
        """The part of the log that came after an event, each with its number."""
        numbers = schema.events.c.number
        wanted = select(schema.events).where(numbers > number).order_by(numbers)
        with self._transaction() as connection:
            return [(row["number"], _event(row)) for row in connection.execute(wanted).mappings()]


@contextmanager
def _told_in_dutch() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, ImportError) as problem:
        reason = str(getattr(problem, "orig", None) or problem).splitlines()[0]
        passing = isinstance(problem, OperationalError | InterfaceError)
        raise _refusal(reason, StoreError if passing else ProjectError) from None


def _refusal(reason: str, error: type[ProjectError]) -> ProjectError:
    if "is full" in reason or "No space left" in reason:
        return error("de schijf is vol; dit is niet vastgelegd", todo="Maak ruimte op de schijf.")
    return error(
        f"de database werkt niet mee ({reason})",
        todo="Controleer “opslag” in evaluatie.yaml en of u erbij kunt.",
    )


def _engine(url: str) -> Engine:
    address = make_url(url)
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    engine = create_engine(address)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _careful_sqlite)
    return engine


def _careful_sqlite(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA busy_timeout = 10000")


def _check_version(connection: Connection) -> None:
    stored = connection.execute(
        select(schema.meta.c.value).where(schema.meta.c.key == "version")
    ).scalar()
    if stored is None:
        connection.execute(insert(schema.meta).values(key="version", value=str(schema.VERSION)))
    elif int(stored) > schema.VERSION:
        raise ProjectError(
            "deze evaluatie is gemaakt met een nieuwere versie van kwalevaluatie",
            todo="Werk kwalevaluatie bij.",
        )


def _head_row(transcript: Transcript) -> dict[str, Any]:
    return {
        "id": transcript.id,
        "fingerprint": transcript.fingerprint,
        "metadata": dict(transcript.metadata),
    }


def _turn_rows(transcript: Transcript) -> list[dict[str, Any]]:
    return [
        {"conversation": transcript.id, "number": number, **asdict(turn)}
        for number, turn in enumerate(transcript.turns)
    ]


def _turn(row: RowMapping) -> Turn:
    return Turn(row["speaker"], row["role"], row["text"], row["seconds"])


def _conversation(head: RowMapping, turns: list[Turn]) -> Transcript:
    transcript = Transcript(head["id"], tuple(turns), dict(head["metadata"]))
    if transcript.fingerprint != head["fingerprint"]:
        raise ProjectError(
            f"de tekst van gesprek “{head['id']}” is buiten kwalevaluatie om gewijzigd",
            todo="Zet de reservekopie van de database terug.",
        )
    return transcript


def _suggestion_row(suggestion: Suggestion) -> dict[str, Any]:
    values = asdict(suggestion)
    span = values.pop("span")
    return {"id": suggestion.id, "conversation": values.pop("transcript"), **values, **span}


def _suggestion(row: RowMapping) -> Suggestion:
    names = ("code", "score", "source", "reason", "valence", "moment")
    return Suggestion(
        transcript=row["conversation"],
        span=Span(row["turn"], row["start"], row["stop"]),
        **{name: row[name] for name in names},
    )


def _event_row(made: Event) -> dict[str, Any]:
    body = asdict(made)
    head = {name: body.pop(name) for name in ("id", "at", "coder")}
    return {**head, "kind": NAMES[type(made)], "body": body}


def _event(row: RowMapping) -> Event:
    body = dict(row["body"])
    if "span" in body:
        body["span"] = Span(**body["span"])
    if "evidence" in body:
        body["evidence"] = tuple(Span(**span) for span in body["evidence"])
    return KINDS[row["kind"]](id=row["id"], at=row["at"], coder=row["coder"], **body)
