"""Subtitles: voices, tags, entities, cues without ids, headers."""

from __future__ import annotations

from pathlib import Path

from kwalevaluatie.formats.transcripts import read_transcript
from kwalevaluatie.model import Transcript


def _read(folder: Path, suffix: str, text: str) -> Transcript:
    path = folder / f"g{suffix}"
    path.write_text(text, "utf-8")
    return read_transcript(path)


def _said(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in transcript.turns]


def test_teams_voices(tmp_path: Path) -> None:
    transcript = _read(
        tmp_path,
        ".vtt",
        "WEBVTT\n\nNOTE Datum: 14-3-2025\n\nNOTE\nInterviewer: Sanne de Wit\nWijze: online\n\n"
        "00:00:03.120 --> 00:00:05.000\n<v Sanne de Wit>Hoe gaat\nhet?</v>\n\n"
        "00:00:06.000 --> 00:00:07.000 align:start\n<v Ria &amp; Bob>Goed &lt;hoor&gt;</v>\n\n"
        "00:00:08.000 --> 00:00:09.000\n<v Ria &amp; Bob>met <i>mij</i>, ik zei: ja.</v>\n"
        "<v Sanne de Wit>Fijn.</v>\n",
    )
    assert _said(transcript) == [
        ("Sanne de Wit", "Hoe gaat het?"),
        ("Ria & Bob", "Goed <hoor> met mij, ik zei: ja."),
        ("Sanne de Wit", "Fijn."),
    ]
    assert [turn.seconds for turn in transcript.turns] == [3.12, 6, 8]
    assert [turn.role for turn in transcript.turns] == ["interviewer", "respondent", "interviewer"]
    assert dict(transcript.metadata) == {
        "datum": "14-3-2025", "interviewer": "Sanne de Wit", "wijze": "online",
    }  # fmt: skip


def test_short_cues_are_no_speakers(tmp_path: Path) -> None:
    cues = ("I: Waar was dat?", "R: Duiven", "Duiven", "En Zevenaar", "Duiven", "I: Oké.")
    blocks = (
        f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{cue}"
        for number, cue in enumerate(cues, start=1)
    )
    assert _said(_read(tmp_path, ".srt", "\n\n".join(blocks))) == [
        ("I", "Waar was dat?"), ("R", "Duiven Duiven En Zevenaar Duiven"), ("I", "Oké."),
    ]  # fmt: skip


def test_srt_tags_and_header_cue(tmp_path: Path) -> None:
    transcript = _read(
        tmp_path,
        ".srt",
        "\ufeff1\n00:00:00,000 --> 00:00:03,000\nSYNTHETISCH: verzonnen\nDatum: 14-3-2025\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\n<b>I: Hoe</b> gaat\nhet?\n\n"
        '3\n00:00:05,000 --> 00:00:06,000\n{\\an8}<font color="#fff">R: Goed.</font>\n',
    )
    assert _said(transcript) == [("I", "Hoe gaat het?"), ("R", "Goed.")]
    assert dict(transcript.metadata) == {
        "kop": "SYNTHETISCH: verzonnen", "datum": "14-3-2025",
    }  # fmt: skip
    assert [turn.seconds for turn in transcript.turns] == [3, 5]
