"""Plain text and Markdown: encodings, line ends, marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from kwalevaluatie.formats.transcripts import read_transcript

TEXT = "I: Hoé gaat hët?\r\nR: Één café…\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be",
                                      "utf-32", "cp1252"])  # fmt: skip
def test_encodings(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "g.txt"
    path.write_bytes(TEXT.encode(encoding))
    transcript = read_transcript(path)
    assert [turn.text for turn in transcript.turns] == ["Hoé gaat hët?", "Één café…"]
    assert [note.kind for note in transcript.notes] == ["twijfel"] * (encoding == "cp1252")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_line_numbers(end: str, tmp_path: Path) -> None:
    path = tmp_path / "g.txt"
    lines = ["I: Hoe?", "", "R: Goed.", "Transcriptie gestopt"]
    path.write_bytes(end.join(lines).encode())
    transcript = read_transcript(path)
    assert len(transcript.turns) == 2
    assert [note.line for note in transcript.notes] == [4]


def test_invisible_characters_are_dropped_once_noted(tmp_path: Path) -> None:
    path = tmp_path / "g.txt"
    path.write_text(
        "I: Hoe\u00a0ga\u200bat\u202e het?\nR:\u2003E\u0301e\u0301n be\u00adroep.", "utf-8"
    )
    transcript = read_transcript(path)
    assert [turn.text for turn in transcript.turns] == ["Hoe gaat het?", "Één beroep."]
    assert [(note.kind, note.line) for note in transcript.notes] == [("aangepast", 1)]


def test_much_text_before_the_first_speaker_is_doubted(tmp_path: Path) -> None:
    path = tmp_path / "g.txt"
    path.write_text("woord " * 100 + "\n\nI: Hoe?\nR: Goed.", "utf-8")
    assert [note.kind for note in read_transcript(path).notes] == ["twijfel"]


MARKDOWN = r"""---
datum: 14-3-2025
---
# Interview 7

**Interviewer:** Hoe *gaat* het?

**Respondent**: Goed \[lacht\], \*echt\*.
Met __mij__ wel.

---
- Interviewer: En thuis?
> Respondent: Ook 2*3*4 keer.
"""


def test_markdown(tmp_path: Path) -> None:
    path = tmp_path / "g.md"
    path.write_text(MARKDOWN, "utf-8")
    transcript = read_transcript(path)
    assert dict(transcript.metadata) == {"datum": "14-3-2025", "kop": "Interview 7"}
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == [
        ("Interviewer", "Hoe gaat het?"),
        ("Respondent", "Goed [lacht], *echt*. Met mij wel."),
        ("Interviewer", "En thuis?"),
        ("Respondent", "Ook 2*3*4 keer."),
    ]


def test_markdown_table(tmp_path: Path) -> None:
    path = tmp_path / "g.md"
    path.write_text("| Spreker | Tekst |\n|---|---|\n| I | Hoe? |\n| R | Ik zei: ja. |\n", "utf-8")
    assert [turn.text for turn in read_transcript(path).turns] == ["Hoe?", "Ik zei: ja."]


def test_markdown_tables_apart(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.md"
    path.write_text(
        "| | |\n|---|---|\n| Datum | 3 juni 2025 |\n| Interviewer | Noor Smit |\n\n"
        "| Tijd | Spreker | Tekst |\n|---|---|---|\n| 0:01 | NS | Hoe<br>gaat het? |\n"
        "| 0:04 | R | Goed. |\n",
        encoding="utf-8",
    )
    transcript = read_transcript(path)
    assert dict(transcript.metadata) == {"datum": "3 juni 2025", "interviewer": "Noor Smit"}
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == [
        ("NS", "Hoe gaat het?"), ("R", "Goed."),
    ]  # fmt: skip


def test_markdown_dashes_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.md"
    path.write_text("- Hoe gaat het?\n- Goed. En u?\n- Ook. En thuis?\n- Ja.\n", encoding="utf-8")
    assert [turn.text for turn in read_transcript(path).turns] == [
        "Hoe gaat het?", "Goed. En u?", "Ook. En thuis?", "Ja.",
    ]  # fmt: skip
