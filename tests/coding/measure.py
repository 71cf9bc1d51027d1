"""Measures how good proposals are on sets that nothing was made from: docs/kwaliteit.md.

Run: python -m tests.coding.measure
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.metrics import cohen_kappa_score
from tests.coding.curve import STEPS, curve
from tests.coding.judging import as_coded, as_suggested, judgements_right
from tests.coding.lists import DEVELOPMENT, compounds_right, lemmas_right, negation_f1
from tests.coding.scoring import (
    Measured,
    f1,
    rates,
    reading_to_find,
    share_at_precision,
    shown,
    top_three,
    values_right,
)
from tests.coding.sets import AFTERWARDS, first_coder, report_sentences, second_coder, speech

from kwalevaluatie.coders import coder_for
from kwalevaluatie.model import MarkedTranscript
from kwalevaluatie.suggest.coder import Coder

PAGE = Path(__file__).parents[2] / "docs" / "kwaliteit.md"
SEEDS = {"000": "waar regels en voorbeelden naar gekeken hebben", "001": "ongezien"}
REPORT = "<!-- rapportzinnen -->"


def measured_lines(coder: Coder) -> list[str]:
    """The lines of the page that follow from what is in the repository."""
    threshold = coder.trained.threshold
    found = Measured(coder, speech())
    scores, truth = found.turn_scores, found.turn_truth
    value, moment, many = values_right(coder, found.marked)
    return [
        *_ceiling(),
        "", "## Spreektaal, zonder een besluit om van te leren", "",
        f"{len(found.marked)} fragmenten, {len(truth)} beurten van respondenten, {int(truth.sum())} coderingen van beurt × "
        f"thema. Voorgesteld wordt vanaf een kans van {shown(threshold)}; die grens is gekozen op de voorbeelden.", "",
        "| eenheid | precisie | recall | micro-F1 | macro-F1 |", "|---|---:|---:|---:|---:|",
        f"| beurt | {found.per_turn(threshold)} |",
        f"| passage (zin) | {found.per_passage(threshold)} |", "",
        "Per passage telt alleen de zin die de codeur aanwees; een voorstel op de zin ernaast is dan fout.", "",
        f"- **Top 3**: van de coderingen staat {shown(top_three(scores, truth))} bij de drie waarschijnlijkste thema's van de beurt.",
        f"- **Ongezien over te nemen** bij een precisie van 0,90: {shown(share_at_precision(scores, truth, 0.9))} van de coderingen.",
        f"- **Lezen om 95% te vinden**, de waarschijnlijkste beurt eerst: {shown(reading_to_find(scores, truth, 0.95))} van de beurten "
        f"({shown(float(truth.any(axis=1).mean()))} heeft een thema).",
        f"- **Waardering** goed bij {shown(value)} van de {many} goede voorstellen, **moment** bij {shown(moment)}.",
        "", "| thema | coderingen | precisie | recall | F1 |", "|---|---:|---:|---:|---:|",
        *_per_code(coder, scores >= threshold, truth),
        *_afterwards(coder),
        *_curve(found, threshold),
        *_judgements(),
        *_words(),
    ]  # fmt: skip


def _ceiling() -> list[str]:
    first, second = first_coder(), second_coder()
    both = first.keys() & second.keys()
    same = f1(len(both), len(first), len(second))
    value = cohen_kappa_score([first[k][0] for k in both], [second[k][0] for k in both])
    agreed = float(np.mean([first[k][0] == second[k][0] for k in both]))
    return [
        "## Het plafond: twee codeurs", "",
        "Twee codeurs lazen dezelfde gesprekken los van elkaar, met alleen de definities van de thema's. Codeert men de een "
        f"tegen de ander, dan is de F1 per beurt {shown(same)} ({len(first)} en {len(second)} coderingen, {len(both)} dezelfde). Over de "
        f"waardering waren zij het bij {shown(agreed)} van die {len(both)} eens (kappa {shown(float(value))}). Beide codeurs waren taalmodellen "
        "die van verzonnen gesprekken uitgingen; mensen zijn het over echte gesprekken minder vaak eens.",
    ]  # fmt: skip


def _afterwards(coder: Coder) -> list[str]:
    found = Measured(coder, speech(AFTERWARDS))
    value, moment, many = values_right(coder, found.marked)
    return [
        "", "## Een tweede set, toen alles vaststond", "",
        f"{len(found.marked)} fragmenten ({len(found.turn_truth)} beurten, {int(found.turn_truth.sum())} coderingen), geschreven en gecodeerd "
        "nadat alle gewichten en grenzen vaststonden; daarna is er niets meer veranderd.", "",
        "| eenheid | precisie | recall | micro-F1 | macro-F1 |", "|---|---:|---:|---:|---:|",
        f"| beurt, tweede set | {found.per_turn(coder.trained.threshold)} |", "",
        f"Top 3: {shown(top_three(found.turn_scores, found.turn_truth))}. Waardering goed bij {shown(value)} van de {many} goede "
        f"voorstellen, moment bij {shown(moment)}.",
    ]  # fmt: skip


def _per_code(coder: Coder, proposed: np.ndarray, truth: np.ndarray) -> list[str]:
    lines = []
    for column, code in enumerate(coder.codes):
        one = rates(proposed[:, [column]], truth[:, [column]])
        lines.append(
            f"| {code} | {int(truth[:, column].sum())} | {shown(one.precision)} | "
            f"{shown(one.recall)} | {shown(one.f1)} |"
        )
    return lines


def _curve(found: Measured, threshold: float) -> list[str]:
    head = " | ".join(str(step) for step in STEPS)
    lines = [
        "", "## Leren van besluiten", "",
        "Een onderzoeker leest fragmenten in willekeurige volgorde uit en codeert ze; een besluit is één codering. Gemeten is op "
        "de fragmenten die nog niet gelezen zijn: micro-F1 per beurt, gemiddeld over vijf volgordes. kwalevaluatie houdt zijn "
        "eigen grens; de andere krijgen telkens de grens die hun op de gemeten beurten zelf het best uitkomt.", "",
        f"| besluiten | {head} |", "|---|" + "---:|" * len(STEPS),
    ]  # fmt: skip
    for name, steps in curve(found, threshold).items():
        lines.append(f"| {name} | {' | '.join(shown(steps[step].f1) for step in STEPS)} |")
    return lines


def _judgements() -> list[str]:
    coded, many = judgements_right(as_coded)
    suggested, _ = judgements_right(as_suggested)
    return [
        "", "## Oordelen per inwoner en doel", "",
        f"Van {many} combinaties (26 inwoners, zes doelen van het MSP) is het voorgestelde oordeel, van positief tot niet "
        f"besproken, hetzelfde als dat van een lezer bij {shown(coded)} op de coderingen van de codeur, en bij {shown(suggested)} op "
        "ongelezen voorstellen.",
    ]  # fmt: skip


def _words() -> list[str]:
    return [
        "", "## Woorden", "",
        "Op lijsten van iemand die de regels niet zag: 150 woordvormen, 70 samenstellingen, 60 zinnen met en zonder ontkenning.", "",
        "| | aandeel goed |", "|---|---:|",
        f"| lemma's | {shown(lemmas_right())} |",
        f"| samenstellingen | {shown(compounds_right())} |",
        f"| ontkenning (F1) | {shown(negation_f1())} |",
    ]  # fmt: skip


def report_lines(coder: Coder) -> list[str]:
    """The lines on sentences of real reports, or none where those are not at hand."""
    sets = {seed: report_sentences(seed) for seed in SEEDS}
    if not all(sets.values()):
        return []
    both = _report("samen", [one for marked in sets.values() for one in marked], coder)
    return [
        "## Zinnen uit echte rapporten", "",
        "Gelabelde zinnen uit twee evaluaties, elk los gelezen. De labels kennen negen van de vijftien thema's en zijn gegeven met de "
        "paragraaf erbij; de machine ziet alleen de zin.", "",
        "| zinnen | precisie | recall | micro-F1 | macro-F1 |", "|---|---:|---:|---:|---:|",
        *(_report(f"evaluatie {seed} ({what})", sets[seed], coder) for seed, what in SEEDS.items()), both, "",
        f"Op de gedeelde ontwikkellijsten: lemma's {shown(lemmas_right(DEVELOPMENT))}, samenstellingen "
        f"{shown(compounds_right(DEVELOPMENT))}, ontkenning {shown(negation_f1(DEVELOPMENT))}; daar is naar gekeken.", "",
    ]  # fmt: skip


def _report(name: str, marked: list[MarkedTranscript], coder: Coder) -> str:
    known = {mark.code for one in marked for mark in one.marks}
    columns = [number for number, code in enumerate(coder.codes) if code in known]
    proposed = np.zeros((len(marked), len(coder.codes)), bool)
    wanted = np.zeros_like(proposed)
    column = {code: number for number, code in enumerate(coder.codes)}
    for row, one in enumerate(marked):
        wanted[row, [column[mark.code] for mark in one.marks]] = True
    for one in coder.texts([one.transcript.turns[0].text for one in marked]):
        proposed[one.text, column[one.code]] = True
    return f"| {name}: {len(marked)} | {rates(proposed[:, columns], wanted[:, columns])} |"


def page(coder: Coder) -> str:
    """The whole page; what needs the shared sentences is kept as it was when they are absent."""
    earlier = PAGE.read_text("utf-8").partition(REPORT)[2] if PAGE.exists() else ""
    report = report_lines(coder)
    return "\n".join([
        "# Hoe goed de voorstellen zijn", "",
        "Gemaakt met `make kwaliteit` en in de tests nagerekend. **Alle spreektaal hieronder is synthetisch**, en geschreven en "
        "gecodeerd door anderen dan wie patronen, woordgroepen en voorbeelden schreven; geen patroon, woord, voorbeeld of gewicht komt eruit. Wel zijn vier getallen gekozen met deze set in beeld, en stopte "
        "het schrijven van voorbeelden toen de cijfers goed genoeg waren: hoeveel de beurt als geheel meeweegt (0,3, uit vijf), "
        "hoe ver gewichten van besluiten mogen schuiven (uit twee), vanaf welk aandeel een oordeel wisselend heet (uit drie) en "
        "vanaf welke kans een los voorstel iets zegt over een doel. De cijfers zijn daardoor iets te gunstig. "
        "Echte gesprekken kunnen moeilijker zijn: meet op uw eigen besluiten met `kwal meet`.", "",
        *measured_lines(coder), "", REPORT, "\n".join(report) if report else earlier.strip("\n"),
    ]).rstrip("\n") + "\n"  # fmt: skip


def main() -> None:
    PAGE.write_text(page(coder_for("dienstverlening")), "utf-8")
    print(PAGE.read_text("utf-8"))


if __name__ == "__main__":
    main()
