from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import typst
from pikepdf import Name

from kwalevaluatie.errors import KwalError
from kwalevaluatie.report.accessibility import remarks_on

SOURCE = """
#set document(title: "Een titel")
#set text(lang: "nl", region: "NL")
= Begin
Wij spraken met de mensen van het dorp en dat is in de zomer niet voor niets gedaan.
== Tellen
#table(columns: 2, table.header[A][B], [1], [2])
#figure(rect(width: 2cm), alt: "Vijf van de elf inwoners", caption: [Inwoners])
#link("https://example.org")[Het verslag]
"""
Change = Callable[[pikepdf.Pdf], object]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF/UA-1 file, made by a program that keeps to the standard."""
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "a.typ").write_text(SOURCE, encoding="utf-8")
    typst.compile(str(folder / "a.typ"), output=str(folder / "a.pdf"), pdf_standards=["ua-1"])
    return folder / "a.pdf"


def rules(path: Path) -> list[str]:
    return [remark.rule for remark in remarks_on(path)]


def changed(sound: Path, tmp_path: Path, change: Change) -> Path:
    with pikepdf.open(sound) as pdf:
        change(pdf)
        pdf.save(tmp_path / "b.pdf")
    return tmp_path / "b.pdf"


def tags(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    return [tag for tag in _walk(pdf.Root.StructTreeRoot) if tag.get("/S") == kind]


def _walk(tag: Any) -> Iterator[Any]:
    yield tag
    kids = tag.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _walk(kid)


def untitled(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Title"]


def without_mark(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"<x/>")


def without_alt(pdf: pikepdf.Pdf) -> None:
    del tags(pdf, "/Figure")[0]["/Alt"]


def bare_alt(pdf: pikepdf.Pdf) -> None:
    tags(pdf, "/Figure")[0]["/Alt"] = "afbeelding 1"


def without_headers(pdf: pikepdf.Pdf) -> None:
    for tag in tags(pdf, "/TH"):
        tag["/S"] = Name("/TD")


def skipped(pdf: pikepdf.Pdf) -> None:
    tags(pdf, "/H2")[0]["/S"] = Name("/H4")


def flat(pdf: pikepdf.Pdf) -> None:
    for tag in (*tags(pdf, "/H1"), *tags(pdf, "/H2")):
        tag["/S"] = Name("/P")


def own_name(pdf: pikepdf.Pdf) -> None:
    tags(pdf, "/H1")[0]["/S"] = Name("/Kop")
    pdf.Root.StructTreeRoot["/RoleMap"] = pikepdf.Dictionary({"/Kop": Name("/H1")})


def without_fonts(pdf: pikepdf.Pdf) -> None:
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary):
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in found:
                    del found[key]


def in_english(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = "en-US"


def drop(name: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[name]

    return change


def on_page(name: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0][name]

    return change


def test_a_sound_file_has_no_remarks(sound: Path) -> None:
    assert rules(sound) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (drop("/StructTreeRoot"), ["niet-getagd"]),
        (drop("/MarkInfo"), ["niet-getagd"]),
        (drop("/Lang"), ["taal-ontbreekt"]),
        (in_english, ["taal-anders"]),
        (untitled, ["titel-ontbreekt"]),
        (drop("/ViewerPreferences"), ["titel-niet-getoond"]),
        (without_mark, ["geen-pdf-ua"]),
        (without_alt, ["alt-ontbreekt"]),
        (bare_alt, ["alt-nietszeggend"]),
        (without_headers, ["tabel-zonder-kop"]),
        (skipped, ["kop-overgeslagen"]),
        (flat, ["koppen-ontbreken"]),
        (own_name, []),
        (without_fonts, ["letters-niet-ingesloten"]),
        (on_page("/Tabs"), ["volgorde-van-links"]),
    ],
)
def test_what_is_wrong_in_a_pdf(
    change: Change, found: list[str], sound: Path, tmp_path: Path
) -> None:
    assert list(dict.fromkeys(rules(changed(sound, tmp_path, change)))) == found


def test_a_long_file_needs_bookmarks(sound: Path, tmp_path: Path) -> None:
    def longer(pdf: pikepdf.Pdf) -> None:
        if "/Outlines" in pdf.Root:
            del pdf.Root["/Outlines"]
        for _ in range(9):
            pdf.add_blank_page()

    assert rules(changed(sound, tmp_path, longer)) == ["bladwijzers"]


def test_a_scan_is_only_a_picture(sound: Path, tmp_path: Path) -> None:
    def scan(pdf: pikepdf.Pdf) -> None:
        page = pdf.add_blank_page()
        image = pdf.make_stream(b"\x00", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
                                ColorSpace=Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
        page.Contents = pdf.make_stream(b"q 99 0 0 99 0 0 cm /Scan Do Q")
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image))

    (found,) = remarks_on(changed(sound, tmp_path, scan))
    assert (found.rule, found.place) == ("alleen-beeld", "pagina 2")


def test_a_remark_names_the_page_and_the_standard(sound: Path, tmp_path: Path) -> None:
    (found,) = remarks_on(changed(sound, tmp_path, without_alt))
    assert found.place == "pagina 1"
    assert found.standard == "WCAG 1.1.1; EN 301 549 10.1.1.1"
    (found,) = remarks_on(changed(sound, tmp_path, drop("/MarkInfo")))
    assert found.standard == "PDF/UA-1 (ISO 14289-1) 7.1"


def test_a_locked_or_broken_pdf_is_told(sound: Path, tmp_path: Path) -> None:
    with pikepdf.open(sound) as pdf:
        lock = pikepdf.Encryption(owner="geheim", user="geheim")
        pdf.save(tmp_path / "dicht.pdf", encryption=lock)
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.7 niets")
    for name, message in (("dicht.pdf", "wachtwoord"), ("stuk.pdf", "geen leesbare PDF")):
        with pytest.raises(KwalError, match=message):
            remarks_on(tmp_path / name)
