"""A local server that answers what a test wrote down beforehand, and remembers the questions."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Body = dict[str, Any]


@dataclass
class Asked:
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    body: Body


@dataclass
class Reply:
    """What goes back: a status, headers, and bytes at once or bit by bit."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    stream: Callable[[Any], None] | None = None


Script = Callable[[Asked], Reply]


@dataclass
class Server:
    """The address of a scripted server, and what it was asked."""

    url: str
    asked: list[Asked] = field(default_factory=list)


def words(content: Any) -> Reply:
    """An answer of the protocol with these words of the model."""
    return Reply(json.dumps({"choices": [{"message": {"content": content}}]}).encode())


def coded(*rows: tuple[int, str, str]) -> Reply:
    """A right answer: turn, code and quotation, all negative and of then."""
    listed = [
        {"beurt": turn, "code": code, "citaat": quote, "waardering": "negatief", "moment": "toen"}
        for turn, code, quote in rows
    ]
    return words(json.dumps({"coderingen": listed}))


def turns_in(asked: Asked) -> list[Body]:
    """The turns of a conversation that were sent along."""
    return [json.loads(line) for line in asked.body["messages"][1]["content"].splitlines()]


def quoting(code: str, found: str) -> Script:
    """A script that codes the first stretch in every answer that an expression finds."""

    def script(asked: Asked) -> Reply:
        said = [row for row in turns_in(asked) if row["rol"] != "interviewer"]
        hits = [(row["beurt"], re.search(found, row["tekst"])) for row in said]
        return coded(*((turn, code, hit.group()) for turn, hit in hits if hit))

    return script


@contextmanager
def serving(script: Script) -> Iterator[Server]:
    """A server on this computer that answers by a script, as long as the test lasts."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            self._answer({})

        def do_POST(self) -> None:
            self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def _answer(self, body: Body) -> None:
            asked = Asked(self.path, dict(self.headers), body)
            made.asked.append(asked)
            reply = script(asked)
            if reply.stream is not None:
                reply.stream(self.wfile)
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    made = Server(f"http://127.0.0.1:{server.server_port}/v1")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
