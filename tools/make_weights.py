"""Learns the weights of the library's codebook from its marked, synthetic examples.

Run: python -m tools.make_weights   (some minutes; writes codebooks/dienstverlening.gewichten.npz)
"""

from __future__ import annotations

from pathlib import Path

from kwalevaluatie import read_codebook
from kwalevaluatie.coders import LEARNED, LIBRARY
from kwalevaluatie.formats.marked import read_folder
from kwalevaluatie.suggest.trained import write_trained
from kwalevaluatie.suggest.training import train

CODEBOOKS = Path(__file__).parents[1] / "codebooks"


def main() -> None:
    marked = read_folder(CODEBOOKS / "voorbeelden" / LIBRARY)
    print(f"{len(marked)} conversations")
    trained = train(marked, read_codebook(LIBRARY))
    write_trained(CODEBOOKS / LEARNED, trained)
    print(f"threshold {trained.threshold:.2f}, {len(trained.codes.hashes)} features")


if __name__ == "__main__":
    main()
