"""Proposing codings: patterns and what was learned, weighed together, with the reason why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from kwalevaluatie.model import Codebook, Moment, Pattern, Span, Suggestion, Transcript, Valence
from kwalevaluatie.suggest.conversations import (
    Conversations,
    best_of_turn,
    read_conversations,
)
from kwalevaluatie.suggest.dictionary import Dictionary
from kwalevaluatie.suggest.groups import word_groups
from kwalevaluatie.suggest.reading import Reader, Reading
from kwalevaluatie.suggest.reasons import Reasons
from kwalevaluatie.suggest.trained import Trained
from kwalevaluatie.suggest.valuing import Valuing
from kwalevaluatie.suggest.weights import SINGLE_WORD, Weights, logit

DICTIONARY, LEARNED = "woordenboek", "geleerd"
WORTH_SHOWING = 0.1
SURE = SINGLE_WORD
WHOLE = 0.3
_NO_PATTERN = Pattern("", "inwonertaal")


@dataclass(frozen=True)
class Proposal:
    """A passage in which a theme seems to be spoken of.

    `text` is the row of the text; `score` the estimated probability that a coder agrees;
    `source` says whether a pattern was found, or only what was learned speaks for it.
    """

    text: int
    code: str
    start: int
    stop: int
    score: float
    source: str
    reason: str
    valence: Valence
    moment: Moment


@dataclass(frozen=True)
class Probe:
    """What fires in a passage for one theme: one pattern, or only what was learned.

    `found` are the words that the pattern found; `score` and `proposed` are of the theme in the
    whole passage, `reason` why.
    """

    passage: str
    code: str
    score: float
    proposed: bool
    pattern: str
    register: str
    line: int | None
    found: str
    reason: str


class Coder:
    """A codebook and what was learned with it, ready to propose codings.

    Raises CodebookError for a pattern that cannot be read.
    """

    def __init__(self, codebook: Codebook, trained: Trained) -> None:
        self.trained = trained
        self.codes = tuple(code.id for code in codebook.active)
        self.dictionary = Dictionary(codebook)
        self.reader = Reader(self.dictionary, word_groups())
        self.weights = trained.codes.for_classes(self.codes)
        self.valuing = Valuing(codebook, trained)
        self.reasons = Reasons(self.reader, self.weights)
        self._learned = np.isin(self.codes, trained.codes.classes)
        self._new = ~np.isin(self.reader.pattern_features, trained.patterns)

    def with_weights(self, weights: Weights) -> Coder:
        """The same coder after more was learned."""
        made = copy(self)
        made.weights = weights
        made.reasons = Reasons(self.reader, weights)
        return made

    def texts(self, texts: Sequence[str]) -> list[Proposal]:
        """Proposals for texts that stand alone, in order."""
        return list(self.proposals(self.reader.read(texts), self.trained.alone))

    def transcript(self, transcript: Transcript) -> list[Proposal]:
        """Proposals for what respondents say, read with what they were asked."""
        return list(self.conversations(read_conversations([transcript], self.reader)))

    def conversations(self, talks: Conversations) -> Iterator[Proposal]:
        """Proposals for what respondents say in conversations; `text` counts all their turns."""
        said = {int(turn) for turn in np.unique(talks.turn[talks.said])}
        return (one for one in self.proposals(talks.reading) if one.text in said)

    def patterns_in(self, reading: Reading, passage: int, code: str) -> list[Pattern]:
        """The patterns of a code that are found in a passage, in order of place."""
        rows = reading.matches.entry[reading.matches_in(passage)]
        entries = [self.dictionary.entries[row] for row in rows]
        return [entry.pattern for entry in entries if entry.code == code]

    def logits(self, reading: Reading, shift: float = 0.0) -> np.ndarray:
        """The log odds of every code for every passage: shape (passages, codes).

        What a pattern finds that is not among the learned ones counts as that pattern alone.
        """
        logits = log_odds(self.weights, reading)
        logits[:, self._learned] += shift
        column = {code: number for number, code in enumerate(self.codes)}
        for row in np.flatnonzero(self._new[reading.matches.entry]):
            code = self.dictionary.entries[reading.matches.entry[row]].code
            place = reading.match_passage[row], column[code]
            logits[place] = max(logits[place], logit(SINGLE_WORD))
        return logits

    def proposals(self, reading: Reading, shift: float = 0.0) -> Iterator[Proposal]:
        """Every passage and code whose score reaches the threshold, in order of place.

        A code is proposed once in a text, where it is likeliest; more often only where it is
        sure. `shift` is added to the log odds of what was learned.
        """
        logits = self.logits(reading, shift)
        enough = np.minimum(best_of_turn(logits, reading.passages.text), logit(SURE))
        likely = np.argwhere(logits >= np.maximum(enough, logit(self.trained.threshold))).tolist()
        values, reasons = self.valuing.read(reading), self.reasons.read(reading)
        for row, column in likely:
            code = self.codes[column]
            own = self.patterns_in(reading, row, code)
            start, stop = reading.place(row)
            yield Proposal(
                text=int(reading.passages.text[row]),
                code=code,
                start=start,
                stop=stop,
                score=round(float(expit(logits[row, column])), 3),
                source=DICTIONARY if own else LEARNED,
                reason=reasons(row, column),
                valence=values.valence(row, code, own),
                moment=values.moment(row),
            )

    def probe(self, text: str) -> Iterator[Probe]:
        """What fires in a text and why, also what is too weak to be proposed."""
        reading = self.reader.read([text])
        logits = self.logits(reading, self.trained.alone)
        shown, reasons = logits >= logit(WORTH_SHOWING), self.reasons.read(reading)
        for row, (start, stop) in enumerate(map(reading.place, range(len(reading.passages)))):
            patterns = defaultdict[str, list[tuple[Pattern, str]]](list)
            for match in reading.matches_in(row):
                entry = self.dictionary.entries[reading.matches.entry[match]]
                patterns[entry.code].append((entry.pattern, reading.words_at(match)))
            for column in np.argsort(-logits[row], kind="stable").tolist():
                code, score = self.codes[column], float(expit(logits[row, column]))
                found = patterns[code] or ([(_NO_PATTERN, "")] if shown[row, column] else [])
                for pattern, words in found:
                    yield Probe(
                        passage=text[start:stop],
                        code=code,
                        score=round(score, 3),
                        proposed=score >= self.trained.threshold,
                        pattern=pattern.text,
                        register=pattern.register if pattern.text else LEARNED,
                        line=pattern.line,
                        found=words,
                        reason=reasons(row, column),
                    )


def log_odds(weights: Weights, reading: Reading) -> np.ndarray:
    """The log odds of each class for each passage, with its text as a whole weighed along.

    The likeliest passage of a text moves towards what the text says as one, and the others with
    it: what is spread over several sentences is only seen in the whole.
    """
    text = reading.passages.text
    passages = weights.logits(reading.everything, len(reading.passages))
    whole = weights.logits(reading.whole, len(reading.texts))
    return np.asarray(passages + WHOLE * (whole[text] - best_of_turn(passages, text)))


def as_suggestion(one: Proposal, transcript: str, turn: int) -> Suggestion:
    """A proposal as a suggestion for a turn of a conversation."""
    return Suggestion(
        transcript=transcript,
        span=Span(turn, one.start, one.stop),
        code=one.code,
        score=one.score,
        source=one.source,
        reason=one.reason,
        valence=one.valence,
        moment=one.moment,
    )
