"""One schema for SQLite and PostgreSQL. No raw names: only pseudonymised text comes in."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 1
metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
conversations = Table(
    "conversations",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("metadata", JSON, nullable=False),
    Column("frozen_at", String(40), nullable=False),
    Column("frozen_by", String(200), nullable=False),
)
turns = Table(
    "turns",
    metadata,
    Column("conversation", ForeignKey("conversations.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("speaker", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("seconds", Float),
)
suggestions = Table(
    "suggestions",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("conversation", ForeignKey("conversations.id"), nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("code", String(200), nullable=False),
    Column("score", Float, nullable=False),
    Column("source", String(80), nullable=False),
    Column("reason", Text, nullable=False),
    Column("valence", String(20), nullable=False),
    Column("moment", String(20), nullable=False),
)
events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("at", String(40), nullable=False),
    Column("coder", String(200), nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("id"),
)
