"""Where a language model may be asked: on this computer, unless a person allows another."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from kwalevaluatie.errors import KwalError, PrivacyError
from kwalevaluatie.suggest.llm.problems import LanguageModelError

if TYPE_CHECKING:
    import httpx

KEY = "KWAL_TAALMODEL_SLEUTEL"
EXAMPLE = "http://localhost:11434/v1"
LAST_PORT = 65535

_HOST = re.compile(rb"[A-Za-z0-9._:-]+")


@dataclass(frozen=True)
class LanguageModel:
    """A language model behind an address that speaks the protocol of OpenAI.

    `url` is the address up to and including `/v1`; `name` may be left out where there is only
    one model. `allow_remote` lets text leave this computer. `seconds` is the longest that one
    question may take.
    """

    url: str
    name: str = ""
    allow_remote: bool = False
    seconds: float = 300.0

    def check(self) -> httpx.URL:
        """The address, when it may be used; raises LanguageModelError or PrivacyError."""
        url = _readable(self.url)
        if not (self.allow_remote or is_here(url)):
            raise PrivacyError(
                f"het taalmodel op {url.host} staat buiten deze computer",
                todo="Kies een model op deze computer, of sta het zelf toe: "
                "--sta-toe-buiten-deze-computer (in Python allow_remote=True).",
            )
        return url


def elsewhere(url: str) -> str:
    """The name of the other computer that an address is of; empty when it is this one."""
    address = _readable(url)
    return "" if is_here(address) else address.host


def is_here(url: httpx.URL) -> bool:
    """Whether an address is of this computer itself."""
    host = url.raw_host.decode("ascii")
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def key() -> str:
    """The key that the server asks for, from the environment; kept nowhere."""
    given = os.environ.get(KEY, "").strip()
    if not (given.isascii() and given.isprintable()):
        raise LanguageModelError(
            f"in {KEY} staan tekens die niet in een sleutel horen", todo="Zet haar er opnieuw in."
        )
    return given


def library() -> None:
    """Raise KwalError when the part that talks to language models is not installed."""
    try:
        import httpx  # noqa: F401
    except ImportError:
        raise KwalError(
            "de onderdelen voor een taalmodel zijn niet geïnstalleerd",
            todo="Installeer ze: pip install 'kwalevaluatie[llm]' (vanuit de map van "
            "kwalevaluatie: pip install -c constraints.txt -e '.[llm]').",
        ) from None


def _readable(text: str) -> httpx.URL:
    library()
    import httpx

    try:
        url = httpx.URL(text.strip())
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise _wrong() from None
    if url.userinfo:
        raise LanguageModelError(
            "in het adres van het taalmodel staat een naam of wachtwoord",
            todo=f"Laat dat weg en zet de sleutel in {KEY}.",
        )
    proper = url.scheme in ("http", "https") and _HOST.fullmatch(url.raw_host)
    if not proper or (url.port or 1) > LAST_PORT or url.query or url.fragment:
        raise _wrong()
    return url


def _wrong() -> LanguageModelError:
    return LanguageModelError(
        "dit is geen adres van een taalmodel", todo=f"Schrijf bijvoorbeeld: {EXAMPLE}"
    )
