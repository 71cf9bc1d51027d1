"""Reading and writing the database of one evaluation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, create_engine, delete, event, insert, select
from sqlalchemy.exc import SQLAlchemyError

from kwalevaluatie.errors import ProjectError
from kwalevaluatie.model import (
    Decision,
    Event,
    Finished,
    Judgement,
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
    "intrekking": Withdrawal,
}
NAMES = {kind: name for name, kind in KINDS.items()}


class Store:
    """The conversations, suggestions and events of one evaluation, at a database URL.

    Events can be appended and read, never changed or removed.
    """

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        try:
            with self.engine.begin() as connection:
                schema.metadata.create_all(connection)
                _check_version(connection)
        except SQLAlchemyError as problem:
            reason = str(getattr(problem, "orig", problem)).splitlines()[0]
            raise ProjectError(
                f"de database is niet te openen ({reason})",
                todo="Controleer “opslag” in evaluatie.yaml en of de server bereikbaar is.",
            ) from None

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def freeze(self, transcript: Transcript, *, at: str, by: str) -> None:
        """Keep a pseudonymised conversation; it cannot be replaced."""
        with self.engine.begin() as connection:
            connection.execute(
                insert(schema.conversations).values(
                    id=transcript.id,
                    fingerprint=transcript.fingerprint,
                    metadata=dict(transcript.metadata),
                    frozen_at=at,
                    frozen_by=by,
                )
            )
            connection.execute(insert(schema.turns), _turn_rows(transcript))

    def transcripts(self) -> dict[str, Transcript]:
        """All pseudonymised conversations by id; a text that has changed is an error."""
        with self.engine.connect() as connection:
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

    def replace_suggestions(self, transcript: str, suggestions: Iterable[Suggestion]) -> None:
        """Keep the newest suggestions for a conversation."""
        table = schema.suggestions
        rows = {suggestion.id: _suggestion_row(suggestion) for suggestion in suggestions}
        with self.engine.begin() as connection:
            connection.execute(delete(table).where(table.c.conversation == transcript))
            if rows:
                connection.execute(insert(table), list(rows.values()))

    def suggestions(self) -> list[Suggestion]:
        """All suggestions, in order of conversation and place."""
        table = schema.suggestions
        order = (table.c.conversation, table.c.turn, table.c.start, table.c.code)
        with self.engine.connect() as connection:
            rows = connection.execute(select(table).order_by(*order)).mappings()
            return [_suggestion(row) for row in rows]

    def append(self, new: Iterable[Event]) -> int:
        """Add events to the log, in one go; an event that is there already is passed over."""
        rows = {event.id: _event_row(event) for event in new}
        with self.engine.begin() as connection:
            known = set(connection.execute(select(schema.events.c.id)).scalars())
            fresh = [row for key, row in rows.items() if key not in known]
            if fresh:
                connection.execute(insert(schema.events), fresh)
        return len(fresh)

    def events(self) -> list[Event]:
        """The whole log, oldest first."""
        with self.engine.connect() as connection:
            rows = connection.execute(
                select(schema.events).order_by(schema.events.c.number)
            ).mappings()
            return [_event(row) for row in rows]


def _engine(url: str) -> Engine:
    engine = create_engine(url)
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
