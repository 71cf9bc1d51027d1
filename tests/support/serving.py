"""A page that is served for a test: in this process, or as the command does it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kwalevaluatie.ui.serve import Opened, prepare
from kwalevaluatie.workbench import Workbench

RUNNING = "from kwalevaluatie.cli import opening; opening.main()"
DYING = """
import os, signal
from kwalevaluatie.workbench import VERBS
decide = VERBS["decide"]
VERBS["decide"] = lambda *given: (decide(*given), os.kill(os.getpid(), signal.SIGKILL))
"""
LINK = re.compile(r"http://127\.0\.0\.1:(\d+)/open\?sleutel=\S+")


@contextmanager
def serving(bench: Workbench, port: int = 0) -> Iterator[Opened]:
    """The page of a workbench, until the end of the block."""
    opened = prepare(bench, port=port)
    thread = threading.Thread(target=opened.run, daemon=True)
    thread.start()
    try:
        yield opened
    finally:
        opened.server.should_exit = True
        thread.join(10)


def port_of(opened: Opened) -> int:
    return int(opened.sockets[0].getsockname()[1])


def raw(port: int, said: bytes, *, seconds: float = 10) -> bytes:
    """What the server answers to these bytes, as they are, until it says no more."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as line:
        line.sendall(said)
        answer = b""
        while piece := line.recv(65536):
            answer += piece
        return answer


def request(port: int, method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
    """One request with exactly these headers (an underscore stands for a hyphen)."""
    named = {"Host": f"127.0.0.1:{port}", "Connection": "close"}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    if body:
        named |= {"Content-Length": str(len(body))}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return raw(port, f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode("latin-1") + body)


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def cookie(answer: bytes) -> str:
    found = re.search(rb"set-cookie: ([^;]+)", answer, re.IGNORECASE)
    assert found, answer[:400]
    return found[1].decode()


@dataclass
class Command:
    """`kwal open` as somebody starts it, in a process of its own."""

    process: subprocess.Popen[str]
    link: str

    @property
    def port(self) -> int:
        found = LINK.match(self.link)
        assert found, self.link
        return int(found[1])

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def kill(self) -> None:
        """The end without warning: no time to write anything more."""
        self.process.kill()
        self.process.wait()


def start(folder: Path, coder: str, *more: str, dying: bool = False) -> Command:
    """Start `kwal open` on a folder and wait for its link.

    A `dying` one is gone between the first decision on disk and its answer.
    """
    program = (DYING if dying else "") + RUNNING
    command = [sys.executable, "-c", program, "open", "--map", str(folder), "--codeur", coder]
    process = subprocess.Popen(
        [*command, "--geen-browser", *more],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout
    said = process.stdout.readline()
    found = LINK.search(said)
    assert found, said
    return Command(process, found[0])
