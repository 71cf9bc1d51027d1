"""Measures how well identifiers are found, and writes docs/herkenning.md.

Run: python -m tests.identifiers.measure
"""

from __future__ import annotations

import importlib.util
import logging
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.identifiers.sentences import DIRECT, Mark, Sentence, sentences

from kwalevaluatie import find_identifiers

PAGE = Path(__file__).parents[2] / "docs" / "herkenning.md"
Spans = list[tuple[int, int, str]]
Finder = Callable[[Sentence], Spans]
CONDITIONS = (
    ("met hoofdletters, met namenlijst", False, True),
    ("met hoofdletters, zonder lijst", False, False),
    ("zonder hoofdletters, met namenlijst", True, True),
    ("zonder hoofdletters, zonder lijst", True, False),
)


@dataclass
class Score:
    """What was found and missed under one condition."""

    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    proposed: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[Sentence, Mark]] = field(default_factory=list)
    false: list[tuple[Sentence, str, str]] = field(default_factory=list)

    def recall(self, labels: Iterable[str]) -> float:
        """The share of marks of these labels that was found."""
        labels = tuple(labels)
        return sum(self.found[label] for label in labels) / sum(
            self.marked[label] for label in labels
        )

    def precision(self, *keys: str) -> float:
        """The share of what was proposed, of a kind or in a register, that was marked."""
        proposed = sum(self.proposed[key] for key in keys)
        return sum(self.right[key] for key in keys) / proposed if proposed else 1.0


def find(sentence: Sentence, *, listed: bool) -> Spans:
    """What kwalevaluatie finds in a sentence."""
    names = sentence.names if listed else ()
    return [(one.start, one.stop, one.kind) for one in find_identifiers(sentence.text, names)]


def score(given: Iterable[Sentence], finder: Finder) -> Score:
    """Compare what a finder finds with what was marked."""
    result = Score()
    for sentence in given:
        found = finder(sentence)
        covered = {at for start, stop, _ in found for at in range(start, stop)}
        for mark in sentence.marks:
            result.marked[mark.label] += 1
            if covered.issuperset(mark.needed):
                result.found[mark.label] += 1
            else:
                result.missed.append((sentence, mark))
        for start, stop, kind in found:
            right = any(start < mark.stop and mark.start < stop for mark in sentence.marks)
            for key in (kind, sentence.register, f"{kind} {sentence.register}", "alles"):
                result.proposed[key] += 1
                result.right[key] += right
            if not right:
                result.false.append((sentence, kind, sentence.text[start:stop]))
    return result


def under(condition: tuple[str, bool, bool], given: Iterable[Sentence]) -> Score:
    """The score of kwalevaluatie under one condition."""
    _, lower, listed = condition
    taken = [sentence.lowered() if lower else sentence for sentence in given]
    return score(taken, lambda sentence: find(sentence, listed=listed))


def deduce_finder() -> Finder | None:
    """deduce on its own, where it is installed; its change of the root logger is undone."""
    if importlib.util.find_spec("deduce") is None:
        return None
    root = logging.getLogger()
    before = root.level, list(root.handlers)
    from deduce import Deduce

    model = Deduce()
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    return lambda sentence: [
        (one.start_char, one.end_char, one.tag)
        for one in model.deidentify(sentence.text).annotations
    ]


def page(given: list[Sentence]) -> str:
    """The page for the documentation, in Dutch."""
    scores = [under(condition, given) for condition in CONDITIONS]
    spoken = sum(sentence.register == "gesproken" for sentence in given)
    lines = [
        "# Hoe goed worden namen en andere herkenbare gegevens gevonden?", "",
        f"Gemeten op {len(given)} synthetische zinnen ({spoken} gesproken) met "
        f"{sum(scores[0].marked.values())} gemerkte gegevens. De zinnen zijn geschreven door "
        "iemand die de regels niet kende; aan deze zinnen zijn de regels niet bijgesteld. Zij "
        "staan in `tests/identifiers/measured.yaml`; de zinnen waarmee de regels wél zijn gemaakt, "
        "staan in `development*.yaml`. Deze pagina wordt gemaakt met "
        "`make herkenning` en in de tests nagerekend.", "",
        "Gevonden is een gegeven als alle letters en cijfers ervan zijn gevonden; een lidwoord "
        "of aanspreking ervoor telt niet mee. Terecht is een voorstel dat een gemerkt gegeven "
        "raakt. Met namenlijst: de namen die een onderzoeker bij dat gesprek zou opgeven.", "",
        "## Wat mensen rechtstreeks aanwijst", "",
        "Namen, adressen, postcodes, telefoonnummers, e-mailadressen, BSN, IBAN, "
        "geboortedata en kentekens samen.", "",
        "| | gevonden | terecht (alle soorten) | terecht (gesproken tekst) | "
        "personen terecht in rapporttekst |",
        "|---|---|---|---|---|",
        *(_line(condition[0], one) for condition, one in zip(CONDITIONS, scores, strict=True)),
        *_deduce(given), "",
        "deduce staat erbij waar het is geïnstalleerd (`pip install -e '.[deduce]'`); het is "
        "gemaakt voor ziekenhuizen, kent geen namenlijst en telt hier met al zijn soorten mee.", "",
        "## Per soort", "",
        "Per soort hoeveel er zijn gevonden, onder dezelfde vier omstandigheden, en hoeveel van "
        "de voorstellen van die soort terecht zijn (met hoofdletters en namenlijst). Van de meeste "
        "soorten zijn er zo'n twintig: één meer of minder is dan vijf procent.", "",
        "| soort | " + " | ".join(name for name, *_ in CONDITIONS) + " | terecht |",
        "|---|---|---|---|---|---|",
        *_kinds(scores), "",
        *_known_failures(scores),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _line(name: str, one: Score) -> str:
    return (
        f"| {name} | {_share(one.recall(DIRECT))} | {_share(one.precision('alles'))} | "
        f"{_share(one.precision('gesproken'))} | {_share(one.precision('persoon rapport'))} |"
    )


def _deduce(given: list[Sentence]) -> list[str]:
    finder = deduce_finder()
    if finder is None:
        return []
    lines = []
    for name, taken in (
        ("deduce, met hoofdletters", given),
        ("deduce, zonder hoofdletters", [sentence.lowered() for sentence in given]),
    ):
        one = score(taken, finder)
        lines.append(
            f"| {name} | {_share(one.recall(DIRECT))} | {_share(one.precision('alles'))} | "
            f"{_share(one.precision('gesproken'))} | "
            f"{_share(one.precision('persoon rapport', 'patient rapport'))} |"
        )
    return lines


def _kinds(scores: list[Score]) -> list[str]:
    labels = sorted(scores[0].marked, key=lambda label: (label not in DIRECT, label))
    return [
        f"| {label} | "
        + " | ".join(f"{one.found[label]} van {one.marked[label]}" for one in scores)
        + f" | {scores[0].right[_kind(label)]} van {scores[0].proposed[_kind(label)]} |"
        for label in labels
    ]


def _kind(label: str) -> str:
    return "datum" if label == "geboortedatum" else label


def _share(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


def _known_failures(scores: list[Score]) -> list[str]:
    lines = ["## Wat nog niet goed gaat", ""]
    for (name, _, listed), one in zip(CONDITIONS, scores, strict=True):
        if not listed:
            continue
        lines += [f"### {name[0].upper()}{name[1:]}", ""]
        missed = [f"{mark.label}: {mark.text} (zin {s.number})" for s, mark in one.missed]
        false = [f"{kind}: {text} (zin {s.number})" for s, kind, text in one.false]
        lines += [f"Gemist ({len(missed)}): " + "; ".join(missed) + ".", ""]
        lines += [f"Ten onrechte voorgesteld ({len(false)}): " + "; ".join(false) + ".", ""]
    return lines[:-1]


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(sentences("measured")), encoding="utf-8")
    print(PAGE)


if __name__ == "__main__":
    main()
