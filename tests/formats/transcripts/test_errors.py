"""Every way in which reading can fail says what, where and what to do."""

from __future__ import annotations

import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.support.write_formats import write, write_odt_body

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts import (
    SUFFIXES,
    TABLES,
    files,
    read_answers,
    read_transcript,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
TURNS = [("I", "Hoe gaat het?"), ("R", "Goed.")]


def _error(path: Path) -> TranscriptError:
    with pytest.raises(TranscriptError) as caught:
        read_transcript(path)
    problem = caught.value
    assert problem.todo
    assert problem.where.path == path
    assert problem.__cause__ is None
    assert problem.__suppress_context__ or problem.__context__ is None
    return problem


def _put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_missing(suffix: str, tmp_path: Path) -> None:
    assert "bestaat niet" in _error(tmp_path / f"weg{suffix}").what


@pytest.mark.parametrize("name", ["map", "map.docx", "map.xyz"])
def test_directory(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    folder.mkdir()
    assert "map" in _error(folder).what


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf\n", b"\xff\xfe"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_empty(suffix: str, data: bytes, tmp_path: Path) -> None:
    assert "leeg" in _error(_put(tmp_path / f"leeg{suffix}", data)).what


def test_unknown_format_lists_what_is_available(tmp_path: Path) -> None:
    problem = _error(_put(tmp_path / "gesprek.xyz", b"I: Hoe?"))
    assert ".xyz" in problem.what
    assert all(suffix in problem.todo for suffix in SUFFIXES)


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_no_zip(suffix: str, tmp_path: Path) -> None:
    assert "beschadigd" in _error(_put(tmp_path / f"stuk{suffix}", b"geen zip")).what


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_zip_without_document(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"anders{suffix}"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("iets.txt", "iets")
    assert "beschadigd" in _error(path).what


@pytest.mark.parametrize("xml", ["<w:document", "<a/>", "", "geen xml"])
def test_document_without_text(xml: str, tmp_path: Path) -> None:
    path = tmp_path / "stuk.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", xml)
    assert "beschadigd" in _error(path).what


def test_password_docx(tmp_path: Path) -> None:
    path = _put(tmp_path / "slot.docx", OLE + "EncryptedPackage".encode("utf-16-le"))
    assert "wachtwoord" in _error(path).what


def test_old_word_file(tmp_path: Path) -> None:
    problem = _error(_put(tmp_path / "oud.docx", OLE))
    assert ".doc" in problem.what
    assert ".docx" in problem.todo


def test_password_odt(tmp_path: Path) -> None:
    path = write_odt_body(tmp_path / "slot.odt", "", manifest="<m><encryption-data/></m>")
    assert "wachtwoord" in _error(path).what


def test_zip_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kwalevaluatie.formats.transcripts.package.LIMIT", 100_000)
    path = write_odt_body(tmp_path / "bom.odt", "<text:p>I: boem</text:p>" * 20_000)
    assert path.stat().st_size < 100_000
    assert "te groot" in _error(path).what


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 1000)
    assert "te groot" in _error(_put(tmp_path / "groot.txt", b"I: ja\n" * 1000)).what


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    path = tmp_path / "lek.docx"
    xml = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY y "ook">]><d><body>'
        "<p><r><t>I: Hoe &x;&y;?</t></r></p><p><r><t>R: Goed.</t></r></p></body></d>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", xml)
    assert not any("geheim" in turn.text for turn in read_transcript(path).turns)


@pytest.mark.parametrize(
    "data", [b"I: hoe\nR: goed\0\1\2", bytes(range(256)) * 8, b"I: x\n\x81\x8d\x8f\x90\x9d"]
)
def test_binary_text(data: bytes, tmp_path: Path) -> None:
    assert "geen leesbare tekst" in _error(_put(tmp_path / "ruis.txt", data)).what


def test_binary_text_says_which_line(tmp_path: Path) -> None:
    assert _error(_put(tmp_path / "ruis.txt", b"I: hoe\nR: goed\0")).where.line == 2


def test_a_stray_zero_is_left_out_of_a_text(tmp_path: Path) -> None:
    said = b"I: Hoe gaat het met u?\nR: Go\0ed, en dat is al een hele tijd zo.\n" + b"I: Ja.\n" * 9
    read = read_transcript(_put(tmp_path / "nul.txt", said))
    assert read.turns[1].text == "Goed, en dat is al een hele tijd zo."
    assert [(note.kind, note.line) for note in read.notes] == [("aangepast", 2)]


def test_a_text_without_questions_and_answers_is_no_conversation(tmp_path: Path) -> None:
    memo = b"De dienst werkt aan verbetering.\nWaarom? Omdat het moet.\nDe raad vroeg het.\n"
    assert "Geen sprekers" in _error(_put(tmp_path / "nota.txt", memo)).what


def test_no_speakers_shows_a_label_and_no_words_of_the_text(tmp_path: Path) -> None:
    problem = _error(_put(tmp_path / "los.txt", b"\nGewoon een verhaal.\nZonder sprekers.\n"))
    assert "Gewoon een verhaal." not in str(problem)
    assert "I: Hoe gaat het?" in problem.todo
    assert problem.where.line == 2


def test_header_only(tmp_path: Path) -> None:
    data = b"Interviewer: Sanne de Wit\nRespondent: Ria Versluis\nDatum: 1-1-2025\n"
    assert "Geen sprekers" in _error(_put(tmp_path / "kop.txt", data)).what


def test_document_without_words(tmp_path: Path) -> None:
    assert "geen tekst" in _error(write("docx-labels", tmp_path, [], [])).what


@pytest.mark.parametrize("suffix", [".vtt", ".srt"])
def test_no_subtitles(suffix: str, tmp_path: Path) -> None:
    problem = _error(_put(tmp_path / f"anders{suffix}", b"I: Hoe gaat het?\nR: Goed.\n\nDag.\n"))
    assert suffix in problem.what


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("txt", tmp_path, [], TURNS)

    def closed(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", closed)
    assert "kan niet worden geopend" in _error(path).what


LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghij"))
BOMBS = {
    "entities": f'<!DOCTYPE d [<!ENTITY a "boem">{LAUGHS}]><d><body><p>&j;</p></body></d>',
    "depth": f"<d><body>{'<sdt>' * 50_000}{'</sdt>' * 50_000}</body></d>",
    "attribute": f'<d><body><p x="{"y" * 11_000_000}"/></body></d>',
}


@pytest.mark.parametrize("name", BOMBS)
def test_xml_bombs(name: str, tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", BOMBS[name])
    assert _error(path).what


def test_too_many_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kwalevaluatie.formats.transcripts.package.MOST_PARTS", 3)
    assert "te groot" in _error(write("docx-labels", tmp_path, [], TURNS)).what


def test_macros_and_objects_are_left_alone_and_told(tmp_path: Path) -> None:
    path = write("docx-labels", tmp_path, [], TURNS).rename(tmp_path / "g.docm")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/vbaProject.bin", b"Shell")
        package.writestr("word/embeddings/blad.xlsx", b"PK")
    transcript = read_transcript(path)
    assert len(transcript.turns) == 2
    assert [note.message for note in transcript.notes] == [
        "Niet gelezen: macro's en ingesloten objecten in het document."
    ]


DAMAGED = sorted(
    path
    for folder in ("transcripts_sample/gesprekken", "tests/formats/transcripts/conversations/dev")
    for path in (Path(__file__).parents[3] / folder).glob("*")
    if path.suffix != ".yaml"
)


@settings(max_examples=150, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(
    source=st.sampled_from(DAMAGED),
    place=st.floats(0, 1, exclude_max=True),
    flip=st.integers(0, 255),
    put=st.binary(max_size=6),
    cut=st.integers(0, 60) | st.none(),
)
def test_damage_gives_a_conversation_or_a_plain_error(
    source: Path, place: float, flip: int, put: bytes, cut: int | None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:  # fmt: skip
    data = source.read_bytes()
    start = int(place * len(data))
    rest = b"" if cut is None else data[start + 1 + cut :]
    path = tmp_path_factory.getbasetemp() / f"stuk{source.suffix}"
    path.write_bytes(data[:start] + bytes([data[start] ^ flip]) + put + rest)
    try:
        assert read_answers(path) if source.suffix in TABLES else read_transcript(path).turns
    except TranscriptError as problem:
        assert problem.todo
