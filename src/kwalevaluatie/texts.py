"""Suggestions for loose texts and conversations, without an evaluation around them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kwalevaluatie import frames
from kwalevaluatie.coders import LIBRARY, coder_for
from kwalevaluatie.errors import KwalError
from kwalevaluatie.formats.codebooks import join_codebooks, read_codebook
from kwalevaluatie.model import Codebook, Span, Transcript

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.suggest.judging import Ground


def suggest_texts(
    texts: str | Iterable[str | None] | None, codebook: str | Path | Codebook = "dienstverlening"
) -> pd.DataFrame:
    """Propose themes for texts: where, how sure, and because of which words.

    One row per text, passage and theme: `text` (row number, from 0), `code`, `start` and
    `stop` (half-open offsets in that text), `score` (0-1, the estimated probability that a
    coder agrees), `source` (woordenboek where a pattern was found, else geleerd), `reason`,
    `valence`, `moment`. Each text stands alone; one that is None or empty gives no rows.
    """
    given = [texts] if texts is None or isinstance(texts, str) else texts
    readable = [text if isinstance(text, str) else "" for text in given]
    proposals = coder_for(codebook).texts(readable)
    return frames.frame(map(asdict, proposals), frames.SUGGESTED_TEXTS)


def suggest_transcript(
    transcript: Transcript, codebook: str | Path | Codebook = "dienstverlening"
) -> pd.DataFrame:
    """Propose themes for a conversation, reading each answer with its question.

    The columns of `suggest_texts` plus `turn`: the index of the turn, in which `start` and
    `stop` are offsets (`text` is the same number). What is said before, the question and the
    sentences around it weigh along; what an interviewer says is never a coding itself.
    """
    proposals = coder_for(codebook).transcript(transcript)
    rows = (asdict(one) | {"turn": one.text} for one in proposals)
    return frames.frame(rows, frames.SUGGESTED_TURNS)


def probe(text: str, codebook: str | Path | Codebook = "dienstverlening") -> pd.DataFrame:
    """What fires in a text and why: every pattern that is found, and what only was learned.

    One row per passage, theme and pattern, the likeliest theme first: `passage`, `code`,
    `score` (of the theme in the passage), `proposed` (whether that is enough), `pattern`,
    `register`, `line` (in the codebook), `found` (the words), `reason`. Without a
    pattern `register` is geleerd; themes under 0.1 without a pattern are left out.
    """
    return frames.frame(map(asdict, coder_for(codebook).probe(text)), frames.PROBES)


def propose_judgements(
    transcript: Transcript,
    codings: pd.DataFrame,
    goals: str | Path | Codebook = "msp-rdwi-2024-2027",
) -> pd.DataFrame:
    """Propose for everyone interviewed and each goal what the codings say of it.

    `codings` are those of this conversation: decisions, or the suggestions of
    `suggest_transcript`, which weigh as much as their score. Columns `code, turn, start, stop,
    valence, moment`, and `score` and `transcript` where there are any. One row per speaker and
    goal: `speaker, goal, state` (positief, wisselend, negatief, niet besproken, niet te
    bepalen), `development` (beter, slechter or empty: from then to now), `because`. A proposal
    is no judgement. Raises KwalError when a column is missing or a passage is not there.
    """
    from kwalevaluatie.suggest.judging import asked_by, propose

    given = goals if isinstance(goals, Codebook) else read_codebook(goals)
    book = given if given.codes else join_codebooks([read_codebook(LIBRARY), given])
    themes = goals if given.codes else LIBRARY
    rows = propose(
        transcript,
        _grounds(codings, transcript),
        book,
        lambda questions: asked_by(coder_for(themes), questions),
    )
    return frames.frame(map(asdict, rows), frames.PROPOSED_JUDGEMENTS)


def _grounds(codings: pd.DataFrame, transcript: Transcript) -> Iterator[Ground]:
    missing = [name for name in frames.GROUNDS if name not in codings]
    if missing:
        raise KwalError(
            f"bij de coderingen ontbreekt de kolom {', '.join(missing)}",
            todo=f"Geef een tabel met de kolommen {', '.join(frames.GROUNDS)}.",
        )
    for row in codings.to_dict("records"):
        if row.get("transcript", transcript.id) == transcript.id:
            yield _ground(row, transcript)


def _ground(row: Mapping[Hashable, Any], transcript: Transcript) -> Ground:
    from kwalevaluatie.suggest.judging import Ground

    turn, start, stop = (int(row[name]) for name in ("turn", "start", "stop"))
    length = len(transcript.turns[turn].text) if 0 <= turn < len(transcript.turns) else 0
    if not 0 <= start < stop <= length:
        raise KwalError(
            f"gesprek “{transcript.id}” heeft geen passage {start}-{stop} in beurt {turn}",
            todo="Geef de coderingen van dit gesprek.",
        )
    score = float(row.get("score", 1.0))
    return Ground(str(row["code"]), Span(turn, start, stop), row["valence"], row["moment"], score)
