"""What a language model is asked: the themes of the codebook, and a conversation in parts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from string import Template

from kwalevaluatie.model import Code, Codebook, Role, Span, Transcript

TEMPLATE = "sjabloon-1"
EXAMPLES = 3
ANSWERS_IN_PART = 6
LETTERS_IN_PART = 6000
LETTERS_OF_QUESTION = 1000


@dataclass(frozen=True)
class Piece:
    """What is said in one turn, or a stretch of it that begins at `start`."""

    turn: int
    role: Role
    start: int
    text: str

    @property
    def codable(self) -> bool:
        """Whether somebody else than an interviewer says it."""
        return self.role != "interviewer"


@dataclass(frozen=True)
class Part:
    """Some turns of a conversation, with the question before each answer."""

    transcript: str
    pieces: tuple[Piece, ...]

    @property
    def answers(self) -> tuple[Piece, ...]:
        """What may be coded."""
        return tuple(piece for piece in self.pieces if piece.codable)

    def holds(self, span: Span) -> bool:
        """Whether a passage stands in what may be coded here."""
        return any(
            piece.turn == span.turn and piece.start <= span.start < piece.start + len(piece.text)
            for piece in self.answers
        )


def messages(book: Codebook, part: Part) -> list[dict[str, str]]:
    """The question as the protocol wants it: instructions with the codebook, then the turns."""
    return [
        {"role": "system", "content": instructions(book)},
        {"role": "user", "content": "\n".join(map(_line, part.pieces))},
    ]


def instructions(book: Codebook) -> str:
    """The template filled in with the themes that may be used."""
    template = (files(__package__) / f"{TEMPLATE}.txt").read_text(encoding="utf-8")
    return Template(template).substitute(themas="\n\n".join(map(_theme, book.active)))


def _theme(code: Code) -> str:
    lines = [f"code: {code.id}", f"naam: {code.label}", f"omschrijving: {code.definition}"]
    lists = (
        ("hoort erbij", code.include),
        ("hoort er niet bij", code.exclude),
        ("voorbeelden", code.examples[:EXAMPLES]),
        ("tegenvoorbeelden", code.counter_examples[:EXAMPLES]),
    )
    lines += [f"{name}: {' | '.join(items)}" for name, items in lists if items]
    return "\n".join(" ".join(line.split()) for line in lines)


def _line(piece: Piece) -> str:
    row = {"beurt": piece.turn, "rol": piece.role, "tekst": piece.text}
    return json.dumps(row, ensure_ascii=False)


def parts(transcript: Transcript) -> Iterator[Part]:
    """A conversation in parts of a few answers, none longer than a model can take in."""
    taken: list[Piece] = []
    for piece in _pieces(transcript):
        if piece.codable and _is_full(taken, piece):
            yield Part(transcript.id, tuple(taken))
            taken = _question(taken)
        taken.append(piece)
    if any(piece.codable for piece in taken):
        yield Part(transcript.id, tuple(taken))


def _is_full(taken: Sequence[Piece], more: Piece) -> bool:
    answers = [piece for piece in taken if piece.codable]
    letters = sum(len(piece.text) for piece in taken) + len(more.text)
    return bool(answers) and (len(answers) >= ANSWERS_IN_PART or letters > LETTERS_IN_PART)


def _question(taken: Sequence[Piece]) -> list[Piece]:
    """The question that was asked last: the answer that follows may still be to that one."""
    return [piece for piece in taken if not piece.codable][-1:]


def _pieces(transcript: Transcript) -> Iterator[Piece]:
    for number, turn in enumerate(transcript.turns):
        if turn.role == "interviewer":
            start = max(len(turn.text) - LETTERS_OF_QUESTION, 0)
            yield Piece(number, turn.role, start, turn.text[start:])
            continue
        for start, stop in _stretches(turn.text):
            yield Piece(number, turn.role, start, turn.text[start:stop])


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """A long text in stretches that end after a sentence, or else after a word."""
    start = 0
    while len(text) - start > LETTERS_IN_PART:
        end = start + LETTERS_IN_PART
        cuts = [text.rfind(sign, start, end) + len(sign) for sign in (". ", "? ", "! ")]
        stop = max(cuts) if max(cuts) > start + 2 else text.rfind(" ", start, end) + 1
        stop = stop if stop > start else end
        yield start, stop
        start = stop
    if text[start:].strip():
        yield start, len(text)
