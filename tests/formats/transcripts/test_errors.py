"""Every way in which reading can fail says what, where and what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.support.write_formats import write, write_odt_body

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts import SUFFIXES, files, read_transcript

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


def test_no_speakers_shows_the_start_and_a_label(tmp_path: Path) -> None:
    problem = _error(_put(tmp_path / "los.txt", b"\nGewoon een verhaal.\nZonder sprekers.\n"))
    assert "Gewoon een verhaal." in problem.what
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
