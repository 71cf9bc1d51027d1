"""Every test of the store runs on SQLite, and on PostgreSQL where a server is given."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url
from sqlalchemy.schema import CreateSchema, DropSchema

SERVER = "KWAL_TEST_POSTGRES"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'evaluatie.sqlite'}"
    else:
        yield from _schema(_server())


def _server() -> str:
    server = os.environ.get(SERVER, "")
    if not server and os.environ.get("CI") == "true":
        pytest.fail(f"{SERVER} is not set: the full run needs a PostgreSQL server")
    if not server:
        pytest.skip(f"{SERVER} is not set: no PostgreSQL server to test on")
    return server


def _schema(server: str) -> Iterator[str]:
    """A schema of its own on the server, dropped afterwards."""
    name = f"test_{uuid4().hex}"
    engine = create_engine(server)
    with engine.begin() as connection:
        connection.execute(CreateSchema(name))
    address = make_url(server).update_query_dict({"options": f"-csearch_path={name}"})
    yield address.render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(DropSchema(name, cascade=True))
    engine.dispose()
