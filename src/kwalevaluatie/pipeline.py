"""The codebook as a part of a spaCy pipeline, so that its spans go wherever spaCy's go.

nlp = spacy.blank("nl")
nlp.add_pipe("kwalevaluatie", config={"codebook": "dienstverlening"})
doc = nlp("Elke keer weer een ander gezicht.")
spacy.displacy.render(doc, style="span", options={"spans_key": "kwalevaluatie"})
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.util import minibatch

from kwalevaluatie.coders import coder_for
from kwalevaluatie.suggest.coder import Proposal

SPANS_KEY = "kwalevaluatie"


class CodebookComponent:
    """Puts the proposed themes of a text in `doc.spans`, each span labelled with its code.

    The group has `attrs` with a list per span: `scores`, `reasons`, `valences`, `moments`.
    Each Doc stands alone, as in `suggest_texts`. Raises CodebookError for an unknown codebook.
    """

    def __init__(self, codebook: str, spans_key: str) -> None:
        self.coder = coder_for(codebook)
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Fill the spans of one Doc."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 200) -> Iterator[Doc]:
        """Fill the spans of many Docs, some hundreds at a time."""
        docs: list[Doc]
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            found: dict[int, list[Proposal]] = {row: [] for row in range(len(docs))}
            for proposal in self.coder.texts([doc.text for doc in docs]):
                found[proposal.text].append(proposal)
            for row, doc in enumerate(docs):
                doc.spans[self.spans_key] = self._group(doc, found[row])
                yield doc

    def _group(self, doc: Doc, proposals: list[Proposal]) -> SpanGroup:
        spans = [
            doc.char_span(one.start, one.stop, label=one.code, alignment_mode="expand")
            for one in proposals
        ]
        attrs = {
            "scores": [one.score for one in proposals],
            "reasons": [one.reason for one in proposals],
            "valences": [one.valence for one in proposals],
            "moments": [one.moment for one in proposals],
        }
        known = [span for span in spans if span is not None]
        return SpanGroup(doc, name=self.spans_key, spans=known, attrs=attrs)


@Language.factory(
    "kwalevaluatie",
    default_config={"codebook": "dienstverlening", "spans_key": SPANS_KEY},
    assigns=["doc.spans"],
)
def make_component(nlp: Language, name: str, codebook: str, spans_key: str) -> CodebookComponent:
    """Make the component; spaCy finds this through the entry point `spacy_factories`."""
    return CodebookComponent(codebook, spans_key)
