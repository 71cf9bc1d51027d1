"""The browsers that came in by an opening link; they may stay when the page is started again.

A page that stands open when the computer stops must be able to go on, or what was decided last
would be lost. So what opens the page again is kept in the private folder of the evaluation, for
its owner to read only, and not as it is: as a fingerprint, from which no cookie can be made.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from time import time
from typing import Any

from kwalevaluatie.errors import KwalError
from kwalevaluatie.files import replacing

SECONDS = 12 * 3600


@dataclass
class Sessions:
    """Who came in, and until when. Kept in a file when `path` is given, else until the end.

    `port` is where the page was last served: at the same place the browser still has what it
    could not send.
    """

    path: Path | None = None
    clock: Callable[[], float] = time
    port: int = 0
    until: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        told = _read(self.path)
        self.port = self.port or told["port"]
        self.until = {mark: end for mark, end in told["until"].items() if end > self.clock()}

    def begin(self) -> str:
        """Let a browser in: what its cookie will say."""
        session = token_urlsafe(32)
        self.until[_mark(session)] = self.clock() + SECONDS
        self.keep()
        return session

    def knows(self, session: str) -> bool:
        """Whether this is the cookie of a browser that was let in, not too long ago."""
        return self.until.get(_mark(session), 0) > self.clock()

    def keep(self) -> None:
        """Write it down; where that cannot be, the page works, but not beyond a restart."""
        if self.path is None:
            return
        with suppress(KwalError), replacing(self.path) as temporary:
            _write_private(temporary, json.dumps({"port": self.port, "until": self.until}))


def _mark(session: str) -> str:
    return sha256(session.encode("utf-8", "replace")).hexdigest()


def _write_private(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)


def _read(path: Path | None) -> dict[str, Any]:
    """What was kept; what cannot be read or makes no sense was not kept."""
    try:
        told = json.loads(path.read_text(encoding="utf-8")) if path else {}
        until = {str(mark): float(end) for mark, end in told.get("until", {}).items()}
        port = int(told.get("port", 0))
        return {"port": port if 0 <= port <= 65535 else 0, "until": until}
    except (OSError, ValueError, TypeError, AttributeError):
        return {"port": 0, "until": {}}
