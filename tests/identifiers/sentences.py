"""Labelled sentences: a text in which `[[kind|words]]` marks what identifies people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

HERE = Path(__file__).parent
KINDS = {"geboortedatum": "datum"}
DIRECT = (
    "persoon", "adres", "postcode", "telefoon", "e-mail", "bsn", "iban", "geboortedatum",
    "kenteken",
)  # fmt: skip
_MARK = re.compile(r"\[\[([^|\]]+)\|(.*?)\]\]")
_ASIDE = re.compile(
    r"(?:(?:de|het|een|mevrouw|meneer|dhr|mw|mevr|heer|ome|tante)[. ]+)+(?=.)", re.IGNORECASE
)


@dataclass(frozen=True)
class Mark:
    """What somebody marked as identifying: `text[start:stop]`."""

    start: int
    stop: int
    label: str
    text: str

    @property
    def kind(self) -> str:
        """The kind that a finder should give it."""
        return KINDS.get(self.label, self.label)

    @property
    def needed(self) -> list[int]:
        """The places of letters and digits that must be found; article and title stand aside."""
        aside = _ASIDE.match(self.text)
        begin = aside.end() if aside else 0
        return [self.start + at for at in range(begin, len(self.text)) if self.text[at].isalnum()]


@dataclass(frozen=True)
class Sentence:
    """A text with its marks and the names that a researcher would list for it."""

    number: int
    register: str
    text: str
    marks: tuple[Mark, ...]
    names: tuple[str, ...]

    def lowered(self) -> Sentence:
        """The same without capitals, as speech recognition writes."""
        text = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in self.text)
        marks = tuple(Mark(m.start, m.stop, m.label, text[m.start : m.stop]) for m in self.marks)
        return Sentence(self.number, self.register, text, marks, self.names)


def sentences(name: str) -> list[Sentence]:
    """The sentences of a file in this folder."""
    rows = YAML(typ="safe").load((HERE / f"{name}.yaml").read_text("utf-8"))
    return [_sentence(row) for row in rows]


def _sentence(row: dict[str, object]) -> Sentence:
    text, marks, at = "", [], 0
    written = str(row["tekst"])
    for match in _MARK.finditer(written):
        text += written[at : match.start()]
        marks.append(Mark(len(text), len(text) + len(match[2]), match[1], match[2]))
        text += match[2]
        at = match.end()
    names = row.get("namen") or ()
    return Sentence(
        int(str(row["id"])), str(row["register"]), text + written[at:], tuple(marks),
        tuple(map(str, names)),  # type: ignore[arg-type]
    )  # fmt: skip
