"""The key: which person a pseudonym stands for, encrypted with a passphrase."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from secrets import token_bytes
from typing import Any
from unicodedata import normalize

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from kwalevaluatie.errors import PrivacyError
from kwalevaluatie.files import read_bytes, replacing

MARK = "kwal-sleutel 1"
COST = {"n": 2**17, "r": 8, "p": 1}
HIGHEST_COST = {"n": 2**18, "r": 16, "p": 4}
SALT, NONCE, LENGTH = 16, 12, 32


@dataclass(frozen=True)
class KeyEntry:
    """Who stands behind a pseudonym: the forms of the name, and where they were said.

    `who` is the person by which names are recognised as the same one.
    """

    pseudonym: str
    kind: str
    role: str
    who: str = field(repr=False)
    names: tuple[str, ...] = field(repr=False)
    transcripts: tuple[str, ...] = ()


def write_key(path: Path, entries: Iterable[KeyEntry], passphrase: str) -> None:
    """Write the key, encrypted with Scrypt (RFC 7914) and ChaCha20-Poly1305 (RFC 8439).

    The first line of the file tells how, and is guarded together with the rest.
    """
    how = {
        "mark": MARK,
        **COST,
        "salt": _text(token_bytes(SALT)),
        "nonce": _text(token_bytes(NONCE)),
    }
    head = json.dumps(how).encode() + b"\n"
    body = json.dumps([asdict(entry) for entry in entries], ensure_ascii=False).encode()
    with replacing(path) as temporary:
        temporary.touch(mode=0o600)
        temporary.write_bytes(head + _cipher(how, passphrase).encrypt(_nonce(how), body, head))


def read_key(path: Path, passphrase: str) -> tuple[KeyEntry, ...]:
    """Read the key; without the right passphrase PrivacyError is raised."""
    if not passphrase:
        raise PrivacyError(
            "zonder wachtzin gaat de sleutel niet open", where=path,
            todo="Typ haar als erom wordt gevraagd, of zet haar in KWAL_WACHTZIN.",
        )  # fmt: skip
    head, line, body = read_bytes(path, PrivacyError).partition(b"\n")
    try:
        how = _checked(json.loads(head))
        text = _cipher(how, passphrase).decrypt(_nonce(how), body, head + line)
        return tuple(_entry(row) for row in json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidTag):
        raise PrivacyError(
            "de sleutel gaat niet open: de wachtzin klopt niet, of het bestand is beschadigd",
            where=path,
            todo="Geef de wachtzin waarmee de sleutel is gemaakt, of zet een reservekopie terug.",
        ) from None


def _checked(how: Any) -> dict[str, Any]:
    if how["mark"] != MARK or any(not 0 < how[name] <= most for name, most in HIGHEST_COST.items()):
        raise ValueError("no key that this version can read")
    return dict(how)


def _cipher(how: dict[str, Any], passphrase: str) -> ChaCha20Poly1305:
    costs = {name: how[name] for name in COST}
    maker = Scrypt(salt=b64decode(how["salt"]), length=LENGTH, **costs)
    return ChaCha20Poly1305(maker.derive(normalize("NFC", passphrase).encode()))


def _nonce(how: dict[str, Any]) -> bytes:
    return b64decode(how["nonce"])


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _entry(row: dict[str, Any]) -> KeyEntry:
    many = {name: tuple(row[name]) for name in ("names", "transcripts")}
    return KeyEntry(row["pseudonym"], row["kind"], row["role"], row["who"], **many)
