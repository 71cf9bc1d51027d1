"""The database of an evaluation: conversations, suggestions and an append-only log."""

from kwalevaluatie.store.store import Store

__all__ = ["Store"]
