"""What the library learned from its synthetic examples, and how to learn it again."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from kwalevaluatie.suggest.features import Hashes
from kwalevaluatie.suggest.weights import Weights, no_weights

NEVER = np.empty(0, np.uint32)
MODELS = ("codes", "values", "moments")


@dataclass(frozen=True, eq=False)
class Trained:
    """Weights for codes, for how a speaker values what is said, and for then or now.

    `patterns` are the features of the patterns that the codes were learned with: what a
    pattern that is not among them finds, is always proposed. From `threshold` on a code is
    proposed. A text that stands alone misses what its context would say: `alone` is added to
    the log odds of its codes.
    """

    codes: Weights = field(default_factory=no_weights)
    values: Weights = field(default_factory=no_weights)
    moments: Weights = field(default_factory=no_weights)
    patterns: Hashes = field(default_factory=NEVER.copy)
    threshold: float = 0.5
    alone: float = 0.0


def write_trained(path: Path, trained: Trained) -> None:
    """Write what was learned to one compressed file; weights get 16 bits each."""
    arrays: dict[str, np.ndarray] = {
        "patterns": trained.patterns,
        "threshold": np.asarray(trained.threshold),
        "alone": np.asarray(trained.alone),
    }
    for name in MODELS:
        model: Weights = getattr(trained, name)
        arrays[f"{name}.classes"] = np.asarray(model.classes)
        arrays[f"{name}.hashes"] = model.hashes
        arrays[f"{name}.values"] = model.values.astype(np.float16)
        arrays[f"{name}.intercept"] = model.intercept
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def read_trained(path: Path) -> Trained:
    """What was learned, from its file."""
    with np.load(path, allow_pickle=False) as stored:
        models = {
            name: Weights(
                tuple(map(str, stored[f"{name}.classes"])),
                stored[f"{name}.hashes"],
                stored[f"{name}.values"].astype(np.float32),
                stored[f"{name}.intercept"],
            )
            for name in MODELS
        }
        return Trained(
            **models,
            patterns=stored["patterns"],
            threshold=float(stored["threshold"]),
            alone=float(stored["alone"]),
        )
