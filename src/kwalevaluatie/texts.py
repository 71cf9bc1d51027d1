"""Suggestions for loose texts, without an evaluation around them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie import frames
from kwalevaluatie.formats.codebooks import read_codebook
from kwalevaluatie.model import Codebook

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.suggest.dictionary import Dictionary


def suggest_texts(
    texts: str | Iterable[str | None] | None, codebook: str | Path | Codebook = "dienstverlening"
) -> pd.DataFrame:
    """Propose themes for texts: where, how sure, and because of which words.

    One row per text, sentence and theme: `text` (row number, from 0), `code`, `start` and
    `stop` (half-open offsets in that text), `score` (0-1, a rule of thumb), `source`,
    `reason`, `valence`, `moment`. A text that is None or empty gives no rows.
    """
    given = [texts] if texts is None or isinstance(texts, str) else texts
    dictionary = _dictionary(codebook)
    return frames.frame(
        (
            {
                "text": number,
                "code": hit.code,
                "start": hit.start,
                "stop": hit.stop,
                "score": hit.score,
                "source": dictionary.source,
                "reason": hit.reason,
                "valence": hit.valence,
                "moment": hit.moment,
            }
            for number, text in enumerate(given)
            if isinstance(text, str)
            for hit in dictionary.hits(text)
        ),
        frames.SUGGESTED_TEXTS,
    )


def _dictionary(codebook: str | Path | Codebook) -> Dictionary:
    from kwalevaluatie.suggest.dictionary import Dictionary

    if isinstance(codebook, Codebook):
        return Dictionary(codebook)
    path = Path(codebook)
    stamp = path.stat().st_mtime_ns if path.is_file() else 0
    return _cached(str(codebook), stamp)


@lru_cache(maxsize=8)
def _cached(codebook: str, stamp: int) -> Dictionary:
    from kwalevaluatie.suggest.dictionary import Dictionary

    return Dictionary(read_codebook(codebook))
