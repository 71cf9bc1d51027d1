"""Suggestions from the patterns of a codebook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwalevaluatie.errors import CodebookError
from kwalevaluatie.model import Codebook, Moment, Pattern, Span, Suggestion, Transcript, Valence
from kwalevaluatie.suggest.language import dutch, read_text
from kwalevaluatie.suggest.patterns import needs, to_matcher_patterns
from kwalevaluatie.suggest.valence import moment_of, valence_of

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

LONGEST = 40
SINGLE_WORD, PHRASE, SEVERAL = 0.6, 0.75, 0.9


@dataclass(frozen=True)
class Hit:
    """A passage in a text on which patterns of one theme agree.

    `score` is a rule of thumb, no probability: 0.6 for a single word, 0.75 for a phrase,
    0.9 for different wordings of the theme in one sentence.
    """

    code: str
    start: int
    stop: int
    score: float
    reason: str
    valence: Valence
    moment: Moment


@dataclass(frozen=True)
class _Entry:
    """One pattern, ready to be laid over texts that have the words it needs."""

    code: str
    pattern: Pattern
    matcher: Matcher
    needs: tuple[frozenset[str], ...]


def _entry(code: str, pattern: Pattern) -> _Entry:
    from spacy.matcher import Matcher

    matcher = Matcher(dutch().vocab)
    try:
        matcher.add(pattern.text, to_matcher_patterns(pattern.text), greedy="LONGEST")
    except ValueError as error:
        raise CodebookError(
            f"thema {code}: {error}", line=pattern.line, todo="Verbeter het patroon."
        ) from None
    return _Entry(code, pattern, matcher, needs(pattern.text))


class Dictionary:
    """The patterns of a codebook, ready to be laid over texts.

    Raises CodebookError for a pattern that cannot be read.
    """

    source = "woordenboek"

    def __init__(self, codebook: Codebook) -> None:
        self.protected = {word.lower() for word in codebook.protected_words}
        self.entries = [
            _entry(code.id, pattern) for code in codebook.active for pattern in code.patterns
        ]

    def hits(self, text: str) -> list[Hit]:
        """Every theme that a text seems to speak of: one hit per sentence and theme."""
        doc = read_text(text)
        found: dict[tuple[int, str], list[tuple[Pattern, DocSpan]]] = defaultdict(list)
        for sentence in doc.sents:
            for entry, span in sorted(self._matches(sentence), key=lambda match: match[1].start):
                if self._counts(span, entry.pattern):
                    found[sentence.start, entry.code].append((entry.pattern, span))
        hits = [self._hit(doc, text, code, matches) for (_, code), matches in found.items()]
        return sorted(hits, key=lambda hit: (hit.start, hit.code))

    def _matches(self, sentence: DocSpan) -> Iterator[tuple[_Entry, DocSpan]]:
        words = {token.lemma_ for token in sentence} | {token.lower_ for token in sentence}
        for entry in self.entries:
            if all(not wanted.isdisjoint(words) for wanted in entry.needs):
                for _, start, stop in entry.matcher(sentence):
                    yield entry, sentence[start:stop]

    def _counts(self, span: DocSpan, pattern: Pattern) -> bool:
        """Whether a match is on no protected word that the pattern does not name itself."""
        protected = {token.lower_ for token in span} & self.protected
        return all(word in pattern.text.lower() for word in protected)

    def _hit(
        self, doc: Doc, text: str, code: str, matches: Sequence[tuple[Pattern, DocSpan]]
    ) -> Hit:
        passage = _passage(doc, matches)
        return Hit(
            code=code,
            start=passage.start_char,
            stop=passage.end_char,
            score=_score(matches),
            reason=_reason(text, matches),
            valence=_valence(matches, passage),
            moment=moment_of(passage),
        )


def _passage(doc: Doc, matches: Sequence[tuple[Pattern, DocSpan]]) -> DocSpan:
    """The sentence; of a very long one only the words around the matches."""
    sentence = matches[0][1].sent
    first = min(span.start for _, span in matches)
    last = max(span.end for _, span in matches)
    if len(sentence) <= LONGEST:
        passage = sentence
    else:
        passage = doc[
            max(sentence.start, first - LONGEST // 2) : min(sentence.end, last + LONGEST // 2)
        ]
    words = [token.i for token in passage if not token.is_space]
    return doc[words[0] : words[-1] + 1]


def _score(matches: Sequence[tuple[Pattern, DocSpan]]) -> float:
    if len({pattern.text for pattern, _ in matches}) > 1:
        return SEVERAL
    return PHRASE if len(matches[0][1]) > 1 else SINGLE_WORD


def _reason(text: str, matches: Sequence[tuple[Pattern, DocSpan]]) -> str:
    shown = dict.fromkeys(
        f"“{text[span.start_char : span.end_char]}” ({pattern.register})"
        for pattern, span in matches
    )
    return "; ".join(shown)


def _valence(matches: Sequence[tuple[Pattern, DocSpan]], passage: DocSpan) -> Valence:
    own = {pattern.valence for pattern, _ in matches if pattern.valence}
    if not own:
        return valence_of(passage)
    return own.pop() if len(own) == 1 else "gemengd"


def suggest(transcript: Transcript, dictionary: Dictionary) -> Iterator[Suggestion]:
    """Suggestions for what respondents say; what an interviewer says is no coding."""
    for index, turn in enumerate(transcript.turns):
        if turn.role == "interviewer":
            continue
        for hit in dictionary.hits(turn.text):
            yield Suggestion(
                transcript=transcript.id,
                span=Span(index, hit.start, hit.stop),
                code=hit.code,
                score=hit.score,
                source=dictionary.source,
                reason=hit.reason,
                valence=hit.valence,
                moment=hit.moment,
            )
