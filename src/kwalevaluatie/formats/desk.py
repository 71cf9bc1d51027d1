"""Where a team works together: the address of the page and the header that says who asks."""

from __future__ import annotations

import re
from typing import Any

from kwalevaluatie.errors import Place, TableError
from kwalevaluatie.formats.yaml import build
from kwalevaluatie.model import Desk

KEYS = {"adres": "address", "kop": "header"}
ADDRESS = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")
HEADER = re.compile(r"[A-Za-z0-9-]+")
TAKEN = {
    "host", "origin", "cookie", "content-type", "content-length", "connection", "user-agent",
    "accept", "accept-language", "referer", "kwal-werkplek",
}  # fmt: skip
EXAMPLE = "Schrijf: werkplek: {adres: werkplek.uw-organisatie.nl, kop: X-Remote-User}"


def read_desk(data: Any, place: Place) -> Desk:
    """The part `werkplek` of the settings; without it the page is for this computer alone.

    Both keys are needed: an address without a header would let everybody in without a name.
    Raises TableError on anything else.
    """
    if data is None:
        return Desk()
    desk = build(Desk, data, KEYS, place)
    address, header = desk.address.lower(), desk.header
    if not ADDRESS.fullmatch(address):
        raise _wrong("“adres” is de naam waaronder de proxy de werkplek aanbiedt", place)
    if not HEADER.fullmatch(header) or header.lower() in TAKEN or header.lower().startswith("sec-"):
        raise _wrong("“kop” is de kop waarin de proxy zegt wie er werkt", place)
    return Desk(address, header)


def _wrong(what: str, place: Place) -> TableError:
    return TableError(what, where=place, todo=EXAMPLE)
