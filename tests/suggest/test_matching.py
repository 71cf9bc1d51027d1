"""The fast matcher finds exactly what the slow one finds, span for span."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import reference_matcher

from kwalevaluatie import read_codebook
from kwalevaluatie.suggest.corpus import read_corpus
from kwalevaluatie.suggest.matching import find
from kwalevaluatie.suggest.syntax import parse
from kwalevaluatie.suggest.vocabulary import Vocabulary

FEW = "ik denk mee dacht meegedacht te niet de contactpersoon contactpersonen wacht wachten".split()
WORD = st.sampled_from(FEW)
TEXT = st.lists(st.one_of(WORD, WORD, WORD, st.sampled_from([".", "?", ",", "\n", "mee-"])))
PLACE = st.one_of(
    WORD,
    WORD.map("={}".format),
    st.sampled_from(["*personen", "contact*", "*acht*", "mee+denken", "(ik|de)", "(te wacht|mee)"]),
)
GAP = st.sampled_from([" ", " ", " ... ", " ... ... "])
PHRASE = st.builds(
    lambda first, rest: first + "".join(gap + word for gap, word in rest),
    PLACE,
    st.lists(st.tuples(GAP, PLACE), max_size=3),
)
PATTERN = st.builds(
    lambda first, rest: first + "".join(f" {op} {phrase}" for op, phrase in rest),
    PHRASE,
    st.lists(st.tuples(st.sampled_from(["NABIJ", "NIET"]), PHRASE), max_size=2),
)


@settings(max_examples=600, deadline=None)
@given(PATTERN, st.lists(TEXT, min_size=1, max_size=3))
def test_fast_is_slow(pattern: str, texts: list[list[str]]) -> None:
    corpus = read_corpus([" ".join(words) for words in texts], Vocabulary())
    query = parse(pattern)
    fast = find(query, corpus)
    assert list(zip(fast.start, fast.stop, strict=True)) == reference_matcher.find(query, corpus)


def test_on_the_patterns_and_examples_of_the_library() -> None:
    book = read_codebook("dienstverlening")
    texts = [text for code in book for text in (*code.examples, *code.counter_examples)]
    corpus = read_corpus(texts, Vocabulary())
    for code in book:
        for pattern in code.patterns:
            query = parse(pattern.text)
            fast = find(query, corpus)
            slow = reference_matcher.find(query, corpus)
            assert list(zip(fast.start, fast.stop, strict=True)) == slow, pattern.text
