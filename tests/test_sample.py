"""The sample evaluation reproduces the published figures, and every number in it is bound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from docx import Document
from docx.oxml.ns import qn
from ruamel.yaml import YAML

from kwalevaluatie.demo import Demo

PUBLISHED = YAML(typ="safe").load(Path(__file__).parent.joinpath("published/rdwi.yaml"))
NUMBER_WORDS = re.compile(
    r"\d|\b(?:geen|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien"
    r"|vijftien|zestien|zeventien|achttien|negentien|twintig|beide|alle|enkele|helft|meeste"
    r"|meerderheid)\b",
    re.IGNORECASE,
)
UNBOUND = ("Citaat", "Invulplek")
INTERVIEWS = "gesprekken"


@pytest.fixture(scope="module")
def shared() -> Path:
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not there")
    return folder


@pytest.fixture(scope="module")
def numbers(demo: Demo) -> pd.DataFrame:
    return pd.read_csv(demo.report.paths["cijfers"], dtype={"id": str}).set_index("id")


@pytest.fixture(scope="module")
def origins(demo: Demo) -> pd.DataFrame:
    return pd.read_csv(demo.report.paths["herkomst"], dtype=str, keep_default_na=False)


@pytest.mark.parametrize("row", PUBLISHED, ids=[row["figure"] for row in PUBLISHED])
def test_the_published_figure_comes_out_of_decisions_and_figures(
    row: dict[str, Any], numbers: pd.DataFrame
) -> None:
    found = numbers.loc[row["number"]]
    assert found["waarde"] == pytest.approx(row["value"])
    if row["n"] is not None:
        assert found["n"] == row["n"]
        if row["k"] is not None:
            assert found["k"] == row["k"]


def test_all_37_exact_figures_are_there() -> None:
    assert len({row["figure"] for row in PUBLISHED}) == 37


def test_the_figures_are_those_of_the_shared_list(shared: Path) -> None:
    import json

    rows = json.loads((shared / "dev-gold/figures_000_001.json").read_text(encoding="utf-8"))
    exact = {r["id"][4:]: r for r in rows if r["seed"] == "000" and r["acceptance"] == "exact"}
    assert exact.keys() == {row["figure"] for row in PUBLISHED}
    for row in PUBLISHED:
        assert (row["k"], row["n"]) == (
            exact[row["figure"]]["numerator"],
            exact[row["figure"]]["denominator"],
        )


def _body(path: Path) -> Iterator[Any]:
    """The paragraphs from the summary up to the register, also those in tables."""
    inside = False
    for paragraph in Document(str(path)).element.body.iter(qn("w:p")):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = style.get(qn("w:val")) if style is not None else ""
        if name == "Heading1" or name == "Kop1":
            inside = text != "Bijlage: register van cijfers"
        if inside and name not in UNBOUND:
            yield paragraph


def _bound(paragraph: Any) -> list[tuple[str, str]]:
    return [
        (
            control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")),
            "".join(node.text or "" for node in control.iter(qn("w:t"))),
        )
        for control in paragraph.iter(qn("w:sdt"))
    ]


def _unbound(paragraph: Any) -> str:
    """The text outside content controls and outside the numbering fields of captions."""
    runs = [run for run in paragraph.iter(qn("w:r")) if not _inside(run, ("w:sdt", "w:fldSimple"))]
    text, in_field = "", False
    for run in runs:
        for node in run:
            if node.tag == qn("w:fldChar"):
                in_field = node.get(qn("w:fldCharType")) != "end"
            elif node.tag == qn("w:t") and not in_field:
                text += node.text or ""
    return text


def _inside(node: Any, names: tuple[str, ...]) -> bool:
    return any(above.tag in map(qn, names) for above in node.iterancestors())


def test_every_number_in_the_word_report_is_in_the_register(
    demo: Demo, numbers: pd.DataFrame
) -> None:
    seen = 0
    for paragraph in _body(demo.report.paths["docx"]):
        for tag, text in _bound(paragraph):
            seen += 1
            assert numbers.loc[tag, "tekst"] == text
        loose = NUMBER_WORDS.findall(_unbound(paragraph))
        assert not loose, f"{loose} in: {_unbound(paragraph)}"
    assert seen > 200


def test_every_number_in_the_register_is_printed(demo: Demo, numbers: pd.DataFrame) -> None:
    bodies = [tag for p in _body(demo.report.paths["docx"]) for tag, _ in _bound(p)]
    document = Document(str(demo.report.paths["docx"]))
    pictures = " ".join(
        node.get("descr") or "" for node in document.element.body.iter(qn("wp:docPr"))
    )
    missing = numbers.loc[~numbers.index.isin(bodies), "tekst"]
    assert all(text in pictures for text in missing)


def test_every_interview_count_expands_to_respondents_and_quotations(
    demo: Demo, numbers: pd.DataFrame, origins: pd.DataFrame
) -> None:
    study = demo.project.study()
    counts = numbers[(numbers["bron"] == INTERVIEWS) & numbers["n"].notna()]
    assert len(counts) > 150
    by_id = dict(iter(origins.groupby("id")))
    for id, number in counts.iterrows():
        rows = by_id[str(id)]
        counted = rows[rows["deel"] == "teller"]
        units = {study.unit(study.by_id[name]) for name in counted["respondent"]}
        asked = {study.unit(study.by_id[name]) for name in rows["respondent"]}
        assert (len(units), len(asked)) == (number["k"], number["n"]), id
        quoted = counted[counted["citaat"] != ""]
        assert {study.unit(study.by_id[n]) for n in quoted["respondent"]} == units or _silent(id)


def _silent(id: object) -> bool:
    """Judgements that say nothing was said need no words."""
    return "/niet_besproken" in str(id) or "/niet_te_bepalen" in str(id)


def test_attribute_counts_expand_to_quotations_too(
    numbers: pd.DataFrame, origins: pd.DataFrame
) -> None:
    rows = origins[origins["id"] == "kenmerk/uitkomst=betaald_werk@daginvulling"]
    counted = rows[rows["deel"] == "teller"]
    assert counted["respondent"].nunique() == 6
    assert (counted["citaat"] != "").all()


def test_quotations_are_the_words_that_were_said(demo: Demo, origins: pd.DataFrame) -> None:
    transcripts = demo.project.transcripts
    quoted = origins[origins["citaat"] != ""].drop_duplicates(["gesprek", "beurt", "citaat"])
    for row in quoted.itertuples():
        turn = transcripts[row.gesprek].turns[int(row.beurt)]
        assert row.citaat in turn.text
        assert turn.role != "interviewer"


def test_nothing_of_the_name_list_reaches_the_report(demo: Demo) -> None:
    from kwalevaluatie.formats.bundled import bundled
    from kwalevaluatie.formats.tables import read_names

    names = read_names(bundled("transcripts_sample") / "namenlijst.csv")
    page = demo.report.paths["html"].read_text(encoding="utf-8")
    full = {name.name for name in names if " " in name.name}
    assert len(full) > 50
    assert not [name for name in full if name in page]


def test_the_sample_has_the_set_up_of_the_real_evaluation(demo: Demo) -> None:
    transcripts = demo.project.transcripts
    assert len(transcripts) == 34
    residents = {name: t for name, t in transcripts.items() if name.startswith("r")}
    assert len(residents) == 20
    for name, transcript in transcripts.items():
        assert 500 <= transcript.words <= 1200 or name == "r12"


def test_proposed_readings_beside_the_survey(demo: Demo) -> None:
    table = demo.project.compare().set_index(["goal", "theme", "item"])["verdict"]
    assert table["betaald-werk", "", "goed-geholpen"] == "tegenspraak"
    assert table["", "wisseling-contactpersoon", "wisselingen"] == "overeenstemming"
    assert table["daginvulling", "", ""] == "stilte (niet gevraagd)"
    assert table["netwerkpartner", "", ""] == "stilte (niet gevraagd)"


def test_the_summary_says_what_was_counted(demo: Demo) -> None:
    assert "33 bruikbare van 34 gesprekken" in demo.summary
    assert "synthetisch" in demo.summary
