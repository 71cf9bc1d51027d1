"""A codebook made ready to propose codings, with what the library learned for its themes."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie.formats.bundled import bundled
from kwalevaluatie.formats.codebooks import read_codebook
from kwalevaluatie.model import Codebook

if TYPE_CHECKING:
    from kwalevaluatie.suggest.coder import Coder
    from kwalevaluatie.suggest.trained import Trained

LIBRARY = "dienstverlening"
LEARNED = f"{LIBRARY}.gewichten.npz"


def coder_for(codebook: str | Path | Codebook) -> Coder:
    """A coder for a codebook, by name, file or value; one by name or file is kept."""
    from kwalevaluatie.suggest.coder import Coder

    if isinstance(codebook, Codebook):
        return Coder(codebook, learned())
    path = Path(codebook)
    stamp = path.stat().st_mtime_ns if path.is_file() else 0
    return _kept(str(codebook), stamp)


@lru_cache(maxsize=8)
def _kept(codebook: str, stamp: int) -> Coder:
    from kwalevaluatie.suggest.coder import Coder

    return Coder(read_codebook(codebook), learned())


@lru_cache(maxsize=1)
def learned() -> Trained:
    """What was learned from the synthetic examples of the library."""
    from kwalevaluatie.suggest.trained import read_trained

    return read_trained(bundled("codebooks") / LEARNED)
