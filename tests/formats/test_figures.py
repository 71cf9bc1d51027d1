"""Survey figures and the koppeltabel: every line that cannot be right is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.small import CODEBOOK

from kwalevaluatie.errors import Place, ProblemList, TableError
from kwalevaluatie.formats.codebooks import read_codebook
from kwalevaluatie.formats.figures import check_new, read_figures, read_links, unlinked
from kwalevaluatie.model import Codebook, Link

Write = Callable[[str, str | bytes], Path]
HEAD = "bron: KBO\njaar: 2024\ncijfers:\n"
LINK = "koppelingen:\n  - item: goed\n    doel: geholpen\n    perspectief: inwoner\n"


def _item(**changes: object) -> str:
    keys = {"id": "goed", "item": "Goed", "formulering": "Goed geholpen", "eenheid": "aandeel"}
    lines = [f"{key}: {value}" for key, value in {**keys, "waarde": 92, **changes}.items()]
    return "  - " + "\n    ".join(line for line in lines if not line.endswith("None")) + "\n"


@pytest.fixture
def book(write: Write) -> Codebook:
    return read_codebook(write("klein.yaml", CODEBOOK))


def test_a_percentage_becomes_a_share_and_an_unpublished_n_stays_empty(write: Write) -> None:
    (figure,) = read_figures(write("f.yaml", HEAD + _item()))
    assert (figure.value, figure.n, figure.year, figure.source) == (0.92, None, 2024, "KBO")


def test_what_the_head_says_holds_for_all_but_who_says_otherwise(write: Write) -> None:
    head = "bron: KBO\njaar: 2024\nondervraagden: 402\npopulatie: 900\ncijfers:\n"
    text = head + _item() + _item(jaar=2021, populatie=800, n=300, waarde=0)
    first, second = read_figures(write("f.yaml", text))
    assert (first.year, first.total, first.population, first.n) == (2024, 402, 900, None)
    assert (second.year, second.population, second.n, second.value) == (2021, 800, 300, 0.0)


def test_a_point_of_attention_has_no_value(write: Write) -> None:
    text = HEAD + _item(eenheid="aandachtspunt", waarde=None)
    assert read_figures(write("f.yaml", text))[0].value is None


@pytest.mark.parametrize(
    ("item", "line", "what"),
    [
        (_item(waarde=101), 8, "Goed: 101 ligt buiten 0-100"),
        (_item(waarde=-0.5), 8, "Goed: -0,5 ligt buiten 0-100"),
        (_item(waarde=".nan"), 8, "ligt buiten 0-100"),
        (_item(waarde="true"), 8, "ligt buiten 0-100"),
        (_item(waarde="veel"), 8, "“waarde” moet een getal zijn"),
        (_item(waarde="92,5"), 8, "“waarde” moet een getal zijn"),
        (_item(waarde="92%"), 8, "“waarde” moet een getal zijn"),
        (_item(waarde=None), 4, "“waarde” ontbreekt bij “goed”"),
        (_item(eenheid="rapportcijfer", waarde=11), 8, "11 ligt buiten 1-10"),
        (_item(eenheid="aandachtspunt"), 8, "een aandachtspunt heeft geen waarde"),
        (_item(eenheid="procent"), 7, "“eenheid” kan niet “procent” zijn"),
        (_item(n=0), 9, "“n” is 0, maar moet minstens 1 zijn"),
        (_item(n="veel"), 9, "“n” moet een geheel getal zijn"),
        (_item(n=402, populatie=100), 10, "“populatie” is 100, maar moet minstens 402 zijn"),
        (_item(populatie=0), 9, "“populatie” is 0"),
        (_item(decimalen=-1), 9, "“decimalen” is -1"),
        (_item(jaar=24), 9, "“jaar” is 24"),
        (_item(wrde=3), 9, "onbekende sleutel “wrde”"),
        (_item(item=None), 4, "“item” ontbreekt"),
        ("  - los\n", 4, "hier horen sleutels met waarden"),
        ("  - 5\n", 4, "hier horen sleutels met waarden"),
        ("  -\n", 4, "hier horen sleutels met waarden"),
        (_item() + _item(), 9, "“goed” (2024) staat er twee keer in"),
    ],
)
def test_a_wrong_figure_is_told_with_its_line(
    item: str, line: int, what: str, write: Write
) -> None:
    path = write("f.yaml", HEAD + item)
    with pytest.raises(ProblemList) as caught:
        read_figures(path)
    (problem,) = caught.value.problems
    assert what in problem.what
    assert problem.where == Place(path, line)
    assert problem.todo
    assert "niets overgenomen" in caught.value.todo


def test_all_that_was_published_of_a_figure(write: Write) -> None:
    head = "bron: KBO\njaar: 2024\nuitgenodigd: 900\nwijze: online\ngroep: inwoner\ncijfers:\n"
    item = _item(
        schaal="[Oneens, Eens]", topbox="[Eens]", nvt=12, n=402, bron="Bijlage", n_effectief=310.5
    )
    (figure,) = read_figures(write("f.yaml", head + item))
    assert (figure.scale, figure.top, figure.na) == ("Oneens - Eens", ("Eens",), 12)
    assert (figure.invited, figure.mode, figure.group) == (900, "online", "inwoner")
    assert (figure.source, figure.effective) == ("Bijlage", 310.5)


def test_a_mean_and_a_count(write: Write) -> None:
    mean = _item(id="m", eenheid="gemiddelde", waarde=None, gemiddelde=4.1, sd=0.8)
    count = _item(id="h", eenheid="aantal", waarde=1724)
    found = read_figures(write("f.yaml", HEAD + mean + count))
    assert [(one.value, one.sd) for one in found] == [(4.1, 0.8), (1724, None)]


def test_one_item_may_be_published_of_several_groups(write: Write) -> None:
    found = read_figures(write("f.yaml", HEAD + _item(groep="inwoner") + _item(groep="partner")))
    assert [one.group for one in found] == ["inwoner", "partner"]


@pytest.mark.parametrize(
    ("item", "what"),
    [
        (_item(gemiddelde=4.1), "“gemiddelde” kan alleen zonder “waarde”"),
        (_item(eenheid="aantal", waarde=-3), "Goed: -3 kan niet"),
        (_item(eenheid="gemiddelde", waarde=".nan"), "Goed: nan kan niet"),
        (_item(sd=-1), "“sd” is -1.0, maar moet minstens 0 zijn"),
        (_item(nvt=-1), "“nvt” is -1"),
        (_item(uitgenodigd=0), "“uitgenodigd” is 0"),
    ],
)
def test_what_cannot_have_been_published(item: str, what: str, write: Write) -> None:
    with pytest.raises(ProblemList, match=what):
        read_figures(write("f.yaml", HEAD + item))


def test_all_wrong_figures_are_told_at_once(write: Write) -> None:
    path = write("f.yaml", HEAD + _item(waarde=101) + _item(id="b") + _item(id="c", waarde=-3))
    with pytest.raises(ProblemList, match="2 problemen") as caught:
        read_figures(path)
    assert [problem.where.line for problem in caught.value.problems] == [8, 18]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("brn: x\n" + HEAD + _item(), "onbekende sleutel “brn”"),
        ("bron: KBO\njaar: vorig\ncijfers:\n" + _item(), "“jaar” moet een geheel getal zijn"),
        ("ondervraagden: veel\n" + HEAD + _item(), "“ondervraagden” moet een geheel getal zijn"),
        ("bron: KBO\njaar: 2024\n", "er staan geen cijfers in"),
        ("cijfers: {a: b}\n", "“cijfers” moet een lijst zijn"),
    ],
)
def test_a_wrong_head_is_told(text: str, what: str, write: Write) -> None:
    with pytest.raises(TableError, match=what) as caught:
        read_figures(write("f.yaml", text))
    assert caught.value.todo


def test_figures_without_a_year_are_told(write: Write) -> None:
    with pytest.raises(ProblemList, match="“jaar” ontbreekt"):
        read_figures(write("f.yaml", "cijfers:\n" + _item()))


@pytest.mark.parametrize("name", ["kbo.pdf", "kbo.txt", "kbo.YAML"])
def test_a_file_that_would_not_be_found_again_is_refused(name: str, write: Write) -> None:
    with pytest.raises(TableError, match="cijfers staan in een YAML-bestand of een tabel"):
        read_figures(write(name, HEAD + _item()))


@pytest.mark.parametrize(
    ("text", "line", "what", "todo"),
    [
        (LINK.replace("geholpen", "gehopen"), 3, "“gehopen” staat niet in", "“geholpen”"),
        (LINK.replace("doel: geholpen", "thema: hlp"), 3, "“hlp” staat niet in", "“hulp”"),
        (LINK.replace("item:", "itm:"), 2, "onbekende sleutel “itm”", "“item”"),
        (LINK.replace("    perspectief: inwoner\n", ""), 2, "“perspectief” ontbreekt", ""),
        (LINK + "    zelfde_vraag: beetje\n", 5, "“zelfde_vraag” kan niet “beetje” zijn", "deels"),
        ("kopelingen: []\n", 1, "onbekende sleutel “kopelingen”", "“koppelingen”"),
        ("koppelingen: [los]\n", 1, "hier horen sleutels met waarden", ""),
        ("koppelingen: [\n", 2, "geen geldige YAML", ""),
    ],
)
def test_a_wrong_koppeltabel_is_told_with_its_line(
    text: str, line: int, what: str, todo: str, write: Write, book: Codebook
) -> None:
    path = write("koppeltabel.yaml", text)
    with pytest.raises(TableError, match=what) as caught:
        read_links(path, book)
    assert caught.value.where == Place(path, line)
    assert todo in caught.value.todo
    assert caught.value.todo


def test_a_link_without_an_item_says_that_the_survey_did_not_ask(
    write: Write, book: Codebook
) -> None:
    (link,) = read_links(write("k.yaml", LINK.replace("item: goed\n    ", "")), book)
    assert (link.item, link.goal, link.group) == ("", "geholpen", "inwoner")


def test_items_that_the_koppeltabel_does_not_name(write: Write) -> None:
    path = write("f.yaml", HEAD + _item() + _item(id="goet") + _item(id="wachttijd"))
    links = [Link(group="inwoner", item="goed", goal="geholpen")]
    assert unlinked(read_figures(path), links) == ["goet (bedoelde u “goed”?)", "wachttijd"]


def test_without_items_in_the_koppeltabel_nothing_is_missing_in_it(write: Write) -> None:
    path = write("f.yaml", HEAD + _item())
    assert unlinked(read_figures(path), [Link(group="inwoner")]) == []


def test_a_figure_that_is_there_already_is_told(write: Write) -> None:
    path = write("f.yaml", HEAD + _item() + _item(jaar=2021))
    old = read_figures(write("oud.yaml", HEAD + _item(waarde=90)))
    with pytest.raises(ProblemList) as caught:
        check_new(read_figures(path), old, path)
    (problem,) = caught.value.problems
    assert "“goed” (2024) staat al in een ander cijferbestand" in problem.what
