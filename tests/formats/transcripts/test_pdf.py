"""PDF: pages, running titles, broken words, bold questions, what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.write_formats import pdf_line, write_pdf, write_pdf_pages

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts import read_transcript
from kwalevaluatie.formats.transcripts.hyphens import join_broken
from kwalevaluatie.formats.transcripts.lines import Line

SAID = [
    ("I", "Goedemorgen, fijn dat u er bent. Kunt u vertellen hoe u bij de dienst terechtkwam?"),
    ("R", "Via de arbeidsdeskundige van mijn verzekering. Die zei: ga eens praten. Om 10:30 uur "
     "zat ik er al, met een map vol papieren van het uitkeringsinstituut. (lacht)"),
    ("I", "En wat gebeurde er toen, in dat eerste gesprek met de consulent?"),
    ("R", "Eerst niks. Daarna kwam er een brief, en toen nog een brief, en daarin stond dat ik te "
     "laat was met mijn inkomstenverklaring. Dat was helemaal niet zo, want ik had haar gemaild."),
    ("I", "Hoe hebt u dat opgelost?"),
    ("R", "Gebeld, gewacht, weer gebeld. Uiteindelijk nam iemand van de klantenservice de tijd."),
]  # fmt: skip


@pytest.mark.parametrize("lines", [4, 6, 50])
def test_pages_are_one_conversation(lines: int, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "g.pdf", ["Datum: 14-3-2025"], SAID, lines=lines)
    transcript = read_transcript(path)
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == SAID
    assert dict(transcript.metadata) == {"datum": "14-3-2025"}


def _page(*rows: tuple[str, int]) -> str:
    shown = (pdf_line(780 - 14 * at, text, font=font) for at, (text, font) in enumerate(rows))
    return "\n".join(shown)


def test_bold_questions_without_labels(tmp_path: Path) -> None:
    page = _page(
        ("Gesprek met een inwoner", 2),
        ("Hoe bent u hier gekomen, en wat", 2), ("dacht u toen?", 2),
        ("Via mijn buurvrouw.", 1), ("En hoe ging dat?", 2), ("Goed hoor, dat wel.", 1),
    )  # fmt: skip
    transcript = read_transcript(write_pdf_pages(tmp_path / "g.pdf", [page]))
    assert [(turn.role, turn.text) for turn in transcript.turns] == [
        ("interviewer", "Hoe bent u hier gekomen, en wat dacht u toen?"),
        ("respondent", "Via mijn buurvrouw."),
        ("interviewer", "En hoe ging dat?"),
        ("respondent", "Goed hoor, dat wel."),
    ]
    assert [note.kind for note in transcript.notes] == ["twijfel"]


def test_what_is_said_at_the_foot_of_every_page_stays(tmp_path: Path) -> None:
    answers = ["Goed.", "Slecht.", "Het gaat."]
    pages = [
        _page(("Interview 7", 1), (f"R: {answer}", 1), ("I: Kunt u dat uitleggen?", 1), (str(n), 1))
        for n, answer in enumerate(answers, start=1)
    ]
    transcript = read_transcript(write_pdf_pages(tmp_path / "g.pdf", pages))
    assert [turn.text for turn in transcript.turns] == [
        text for answer in answers for text in (answer, "Kunt u dat uitleggen?")
    ]


def test_a_running_title_that_takes_two_lines_is_left_out(tmp_path: Path) -> None:
    title = [("Evaluatie van de dienstverlening,", 1), ("vertrouwelijk", 1)]
    said = [("I: Hoe gaat het?", 1), ("R: Ik zit hier nu al jaren en het ging altijd", 1)]
    pages = [
        _page(*title, *said, ("1", 1)),
        _page(*title, ("goed.", 1), ("I: En nu?", 1), ("2", 1)),
        _page(*title, ("R: Nu ook wel.", 1), ("I: Mooi.", 1), ("3", 1)),
    ]
    transcript = read_transcript(write_pdf_pages(tmp_path / "g.pdf", pages))
    assert [turn.text for turn in transcript.turns] == [
        "Hoe gaat het?", "Ik zit hier nu al jaren en het ging altijd goed.", "En nu?",
        "Nu ook wel.", "Mooi.",
    ]  # fmt: skip


def test_a_scan_has_no_text(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="scan") as caught:
        read_transcript(write_pdf_pages(tmp_path / "g.pdf", ["", ""]))
    assert "OCR" in caught.value.todo


def test_a_pdf_with_a_password(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    plain = write_pdf(tmp_path / "open.pdf", [], SAID)
    writer = PdfWriter(clone_from=plain)
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(tmp_path / "slot.pdf")
    with pytest.raises(TranscriptError, match="wachtwoord"):
        read_transcript(tmp_path / "slot.pdf")


@pytest.mark.parametrize("keep", [20, 200, 0.5])
def test_a_broken_pdf(keep: float, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "g.pdf", [], SAID)
    data = path.read_bytes()
    path.write_bytes(data[: int(keep if keep > 1 else keep * len(data))])
    with pytest.raises(TranscriptError):
        read_transcript(path)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("mijn in-", "komen was laag", "mijn inkomen was laag"),
        ("via e-", "mail gestuurd", "via e-mail gestuurd"),
        ("in Noord-", "Holland gewoond", "in Noord-Holland gewoond"),
        ("de sociaal-", "economische kant", "de sociaal-economische kant"),
        ("mijn re-", "integratie", "mijn re-integratie"),
        ("een WW-", "uitkering", "een WW-uitkering"),
        ("in-", "en uitstroom", "in- en uitstroom"),
        ("een-op-", "een begeleid", "een-op-een begeleid"),
        ("een ex-", "collega", "een ex-collega"),
        ("de uit\u00ad", "kering", "de uitkering"),
        ("weer uitleg-", "gen", "weer uitleggen"),
        ("een 55-", "plusser", "een 55-plusser"),
    ],
)
def test_broken_words(first: str, second: str, whole: str) -> None:
    assert [line.text for line in join_broken([Line(first), Line(second)])] == [whole]


def test_a_word_that_stands_whole_elsewhere_decides() -> None:
    lines = [Line("de klant-manager kwam"), Line("bij de klant-"), Line("manager")]
    assert join_broken(lines)[-1].text == "bij de klant-manager"


def test_what_is_no_broken_word() -> None:
    lines = [Line("ik dacht -"), Line("nou ja"), Line("Nee."), Line("Ja.")]
    assert join_broken(lines) == lines
