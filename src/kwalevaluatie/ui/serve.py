"""Opening the page: a free port on this computer, and a link that works once."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from kwalevaluatie.errors import ProjectError
from kwalevaluatie.model import Desk
from kwalevaluatie.ui.patience import Patient
from kwalevaluatie.ui.safety import Gate
from kwalevaluatie.ui.server import application
from kwalevaluatie.ui.sessions import Sessions
from kwalevaluatie.workbench import Workbench

HERE = "127.0.0.1"
PRIVATE = "prive"


@dataclass(frozen=True)
class Opened:
    """A page that is ready to be served: its server, where it listens, and the link to open."""

    server: uvicorn.Server
    sockets: list[socket.socket]
    link: str

    def run(self) -> None:
        """Serve until someone stops it."""
        self.server.run(sockets=self.sockets)


def prepare(bench: Workbench, *, port: int = 0) -> Opened:
    """Make the page ready on a port (0: where it was the last time, or any that is free).

    It listens on this computer alone. Where the settings name an address and a header
    (`werkplek`), it answers to that address, and believes that header about who asks.
    """
    desk = bench.project.settings.desk
    sessions = Sessions(_kept(bench))
    listening = _listen(port) if port else _listen_again(sessions.port)
    sessions.port = int(listening.getsockname()[1])
    sessions.keep()
    gate = make_gate(desk, sessions)
    settings = uvicorn.Config(
        application(bench, gate), http=Patient, ws="none", lifespan="off", proxy_headers=False,
        log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=5,
    )  # fmt: skip
    return Opened(uvicorn.Server(settings), [listening], _link(desk, gate, sessions.port))


def make_gate(desk: Desk, sessions: Sessions) -> Gate:
    """Who may come in: this computer, or who the proxy of the settings lets through."""
    if desk.address:
        return Gate(frozenset([desk.address]), header=desk.header, token="")
    port = sessions.port
    hosts = frozenset([f"{HERE}:{port}", f"localhost:{port}"])
    return Gate(hosts, cookie=f"kwal-{port}", sessions=sessions)


def _kept(bench: Workbench) -> Path:
    return bench.project.path / PRIVATE / f"werkplek-{bench.key()}.json"


def _link(desk: Desk, gate: Gate, port: int) -> str:
    if desk.address:
        return f"https://{desk.address}/"
    return f"http://{HERE}:{port}/open?sleutel={gate.token}"


def _listen_again(port: int) -> socket.socket:
    """Where it was the last time, where the browser keeps what it could not send; else anywhere."""
    try:
        return _listen(port)
    except ProjectError:
        return _listen(0)


def _listen(port: int) -> socket.socket:
    # With the protocol named, asyncio sends an answer at once; without, some 40 ms later.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HERE, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise ProjectError(
            f"poort {port} is bezet of niet toegestaan", todo="Kies een andere poort, of geen."
        ) from None
    return listening
