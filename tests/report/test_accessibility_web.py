from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.sample_document import sample_document

from kwalevaluatie.report.accessibility import remarks_on
from kwalevaluatie.report.document import Heading
from kwalevaluatie.report.web import write_web

DUTCH = "Wij spraken met de mensen van het dorp en dat is in de zomer niet voor niets gedaan."
ENGLISH = "The people of the village told that it was not for them, and they are right."
PAGE = (
    "<!DOCTYPE html>\n<html{lang}>\n<head><meta charset='utf-8'><title>{title}</title>{head}"
    "</head>\n"
    "<body>\n<main><h1>Kop</h1>\n<p>{dutch}</p>\n{body}\n</main></body></html>"
)
TABLE = "<table>{}<tr><td>1</td><td>2</td></tr></table>"
COLUMNS = "<tr><th scope='col'>A</th><th scope='col'>B</th></tr>"


def rules(tmp_path: Path, body: str = "", **other: str) -> list[str]:
    parts = {"lang": " lang='nl'", "title": "Titel", "head": "", "dutch": DUTCH} | other
    (tmp_path / "p.html").write_text(PAGE.format(body=body, **parts), encoding="utf-8")
    return [remark.rule for remark in remarks_on(tmp_path / "p.html")]


def test_a_sound_page_has_no_remarks(tmp_path: Path) -> None:
    assert rules(tmp_path) == []


def test_our_own_page_has_no_remarks(tmp_path: Path) -> None:
    sample = sample_document(tmp_path)
    assert remarks_on(write_web(sample, tmp_path / "r.html")) == []
    page = replace(sample, blocks=(Heading(2, "Wat is er gevraagd?", False),), form="blad")
    assert remarks_on(write_web(page, tmp_path / "blad.html")) == []


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({"title": " "}, "titel-ontbreekt"),
        ({"lang": ""}, "taal-ontbreekt"),
        ({"lang": " lang='en'"}, "taal-anders"),
        ({"head": "<meta name='viewport' content='user-scalable=no'>"}, "zoomen"),
        ({"head": "<meta name='viewport' content='maximum-scale=1.0, width=9'>"}, "zoomen"),
        ({"head": "<meta http-equiv='refresh' content='5'>"}, "ververst"),
        ({"head": "<style>p { transition: all 1s }</style>"}, "beweegt"),
    ],
)
def test_what_is_wrong_with_a_whole_page(other: dict[str, str], found: str, tmp_path: Path) -> None:
    assert rules(tmp_path, **other) == [found]


def test_a_page_that_only_points_on_does_not_refresh(tmp_path: Path) -> None:
    assert rules(tmp_path, head="<meta http-equiv='refresh' content='0; url=b.html'>") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"<p lang='en'>{ENGLISH}</p>", []),
        (f"<p lang='en'>{DUTCH}</p>", ["taal-van-deel"]),
        ("<h3>Te diep</h3>", ["kop-overgeslagen"]),
        ("<h2> </h2>", ["kop-leeg"]),
        ("<p><b>Onze uitkomsten</b></p>", ["nepkop"]),
        ("<p><b>Let op:</b> dit.</p>", []),
        ("<img src='a.png'>", ["alt-ontbreekt"]),
        ("<img src='a.png' alt=''>", []),
        ("<img src='a.png' alt='a.png'>", ["alt-nietszeggend"]),
        ("<img src='a.png' alt='Screenshot van de site'>", ["tekst-in-beeld"]),
        ("<svg viewBox='0 0 1 1'></svg>", ["alt-ontbreekt"]),
        ("<svg viewBox='0 0 1 1' aria-hidden='true'></svg>", []),
        ("<svg viewBox='0 0 1 1'><title>Drie staven</title></svg>", []),
        (TABLE.format(COLUMNS), []),
        (TABLE.format("<tr><td>A</td><td>B</td></tr>"), ["tabel-zonder-kop"]),
        (TABLE.format("<tr><th>A</th><th>B</th></tr>"), ["tabel-kop-zonder-richting"]),
        (TABLE.format(COLUMNS + "<tr><td colspan='2'>x</td></tr>"), ["tabel-samengevoegd"]),
        (TABLE.format(""), ["opmaaktabel"]),
        ("<table role='presentation'><tr><td>x</td></tr></table>", []),
        ("<p></p><p></p>", ["lege-alineas"]),
        ("<p>- een</p><p>- twee</p>", ["neplijst"]),
        ("<a href='#x' id='x'>klik hier</a>", ["linktekst"]),
        ("<a href='https://example.org'>https://example.org</a>", ["kaal-adres"]),
        ("<a href='#x' id='x'></a>", ["link-leeg"]),
        ("<a href='#x' id='x'><img src='a.png' alt='Jaarverslag'></a>", []),
        ("<p style='color: #999'>Vaag</p>", ["contrast"]),
        ("<div style='background: #003'><p>Donker</p></div>", ["contrast"]),
        ("<p style='font-size: 9px'>Klein</p>", ["kleine-letters"]),
        ("<p style='text-align: justify'>Uit</p>", ["uitgevuld"]),
        ("<p>Zie de rode cellen.</p>", ["alleen-kleur"]),
        ("<i id='a'></i><i id='a'></i>", ["dubbele-id"]),
        ("<input name='q'>", ["veld-zonder-naam"]),
        ("<label>Zoek <input name='q'></label>", []),
        ("<iframe src='x.html'></iframe>", ["veld-zonder-naam"]),
        ("<p tabindex='3'>Eerst</p>", ["volgorde"]),
    ],
)
def test_what_is_wrong_in_a_page(body: str, found: list[str], tmp_path: Path) -> None:
    assert rules(tmp_path, body) == found


def test_a_page_without_a_main_part_or_a_way_past_the_menu(tmp_path: Path) -> None:
    path = tmp_path / "p.html"
    path.write_text(
        "<html lang='nl'><title>T</title><body><nav><a href='/a'>Begin</a></nav><h1>K</h1>"
    )
    assert [remark.rule for remark in remarks_on(path)] == ["hoofddeel", "overslaan"]


def test_a_remark_names_the_line_and_the_part_for_the_web(tmp_path: Path) -> None:
    rules(tmp_path, "<h3>Te diep</h3>")
    (found,) = remarks_on(tmp_path / "p.html")
    assert (found.place, found.excerpt) == ("regel 7", "Te diep")
    assert found.standard == "WCAG 1.3.1; EN 301 549 9.1.3.1"


def test_an_old_page_in_another_encoding_is_read(tmp_path: Path) -> None:
    page = (
        "<html lang='nl'><meta charset='windows-1252'><title>Café</title><main><h1>Eén</h1></main>"
    )
    (tmp_path / "p.html").write_bytes(page.encode("cp1252"))
    assert remarks_on(tmp_path / "p.html") == []
