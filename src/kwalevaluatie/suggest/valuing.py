"""How a speaker values what a passage speaks of, and of which time: rules, and what was learned.

The words decide by rule (`valence.py`, `moment.py`); what was learned from examples weighs that
verdict against everything else in the passage and around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import cast

import numpy as np

from kwalevaluatie.model import Codebook, Moment, Pattern, Valence
from kwalevaluatie.suggest.features import hashed
from kwalevaluatie.suggest.moment import moment_of
from kwalevaluatie.suggest.reading import Reading
from kwalevaluatie.suggest.trained import Trained
from kwalevaluatie.suggest.valence import valence_of


class Valuing:
    """Values passages for the codes of one codebook."""

    def __init__(self, codebook: Codebook, trained: Trained) -> None:
        self.reversed = frozenset(c.id for c in codebook if c.polarity == "omgekeerd")
        self.trained = trained

    def read(self, reading: Reading) -> Valued:
        """The passages of some texts, ready to be valued."""
        return Valued(self, reading)


class Valued:
    """The passages of some texts with what was learned of their value and moment."""

    def __init__(self, valuing: Valuing, reading: Reading) -> None:
        self.valuing, self.reading = valuing, reading
        many, everything = len(reading.passages), reading.everything
        self.value_logits = valuing.trained.values.logits(everything, many)
        self.moment_logits = valuing.trained.moments.logits(everything, many)

    def valence(self, row: int, code: str, patterns: Iterable[Pattern]) -> Valence:
        """The value of a passage for a code; a pattern that carries a value of its own decides."""
        own = {pattern.valence for pattern in patterns if pattern.valence}
        if own:
            return own.pop() if len(own) == 1 else "gemengd"
        ruled = valence_of(*self.reading.words_of(row), code in self.valuing.reversed)
        model = self.valuing.trained.values
        if not model.classes:
            return ruled
        logits = self.value_logits[row] + sum(
            model.of(hashed(name)) for name in value_features(code, ruled)
        )
        return cast(Valence, model.classes[int(np.argmax(logits))])

    def moment(self, row: int) -> Moment:
        """Of which time a passage speaks."""
        ruled = moment_of(self.reading.words_of(row)[0])
        model = self.valuing.trained.moments
        if not model.classes or ruled == "toen+nu":
            return ruled
        logits = self.moment_logits[row] + model.of(hashed(moment_feature(ruled)))
        return cast(Moment, model.classes[int(np.argmax(logits))])


@lru_cache(maxsize=256)
def value_features(code: str, ruled: Valence) -> tuple[str, str, str]:
    """What is known for a value besides the words: the code, and what the rules say."""
    return f"code:{code}", f"value:{ruled}", f"value:{code}:{ruled}"


def moment_feature(ruled: Moment) -> str:
    """What the rules say of the moment, as a feature."""
    return f"moment:{ruled}"
