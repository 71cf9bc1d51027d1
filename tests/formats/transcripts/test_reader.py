"""The same conversation in every format, and the way in."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.write_formats import WRITERS, write

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts import SUFFIXES, read_transcript

HEADER = [
    "SYNTHETISCH gesprek: alles is verzonnen",
    "Interview 7, inwoner, 14-3-2025, telefonisch, interviewer: Sanne de Wit",
    "Respondent: Ria Versluis",
]
METADATA = {
    "kop": "SYNTHETISCH gesprek: alles is verzonnen",
    "nummer": "7",
    "perspectief": "inwoner",
    "datum": "14-3-2025",
    "wijze": "telefonisch",
    "interviewer": "Sanne de Wit",
    "respondent": "Ria Versluis",
}
LONG = "Nou, eh, dat ging wel. Ik zei: dat kan niet. En toen: niks, ze belde nooit terug. " * 6
SAID = (
    ("interviewer", "Goedemorgen, fijn dat u er bent. Hoe gaat het met u?"),
    ("respondent", f"[lacht] {LONG}Dat was (lacht) lastig & duur, zo'n €80 <per keer>."),
    ("interviewer", "En de begeleiding?"),
    (
        "respondent",
        "Kortom: ik moest om 10:30 komen. Eén keer belde ze niet; [stilte] dat raakte me.",
    ),
)
NAMES = {"interviewer": "Sanne de Wit", "respondent": "Ria Versluis"}
LETTERS = {"interviewer": "I", "respondent": "R"}


@pytest.mark.parametrize("labels", [NAMES, LETTERS], ids=["names", "letters"])
@pytest.mark.parametrize("way", WRITERS)
def test_same_turns_in_every_format(way: str, labels: dict[str, str], tmp_path: Path) -> None:
    path = write(way, tmp_path, HEADER, [(labels[role], text) for role, text in SAID])
    transcript = read_transcript(path)
    assert [(turn.speaker, turn.role, turn.text) for turn in transcript.turns] == [
        (labels[role], role, text) for role, text in SAID
    ]
    assert dict(transcript.metadata) == METADATA
    assert transcript.id == "gesprek"
    assert not [note for note in transcript.notes if note.kind == "twijfel"]


@pytest.mark.parametrize("way", WRITERS)
def test_group_talk_in_every_format(way: str, tmp_path: Path) -> None:
    said = [("Mo", "Wie begint?"), ("Els", "Ik."), ("Jan Bos", "Dan ik."), ("Els", "Ja, goed.")]
    turns = [*said, ("Mo", "En verder nog iemand?"), ("Jan Bos", "Nee hoor.")]
    transcript = read_transcript(write(way, tmp_path, ["Interviewer: Mo Benali"], turns))
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == turns
    assert {one.label: one.role for one in transcript.speakers} == {
        "Mo": "interviewer", "Els": "respondent", "Jan Bos": "respondent",
    }  # fmt: skip


@pytest.mark.parametrize("way", ["docx-teams-1", "docx-teams-2", "txt-times", "vtt-zoom", "srt"])
def test_moments_are_kept(way: str, tmp_path: Path) -> None:
    turns = [(LETTERS[role], text) for role, text in SAID]
    moments = [turn.seconds for turn in read_transcript(write(way, tmp_path, [], turns)).turns]
    assert None not in moments
    assert moments == sorted(moments, key=lambda moment: moment or 0)
    assert moments[0] == pytest.approx(3, abs=0.2)


WORDS = st.sampled_from(
    "ja nee eh nou dat ging wel goed één café Duiven RSD 's ochtends ik zei: toen: 10:30 [lacht] "
    "(stilte) & < > “zo” – … daar, echt. hoe? Kortom: i\u0301k re-integratie niet! €80".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(lambda words: "Ja " + " ".join(words))
CONVERSATIONS = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5)


@settings(max_examples=25, deadline=None)
@given(pairs=CONVERSATIONS, labels=st.sampled_from([NAMES, LETTERS]))
def test_round_trip(
    pairs: list[tuple[str, str]], labels: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("gesprekken")
    roles = ("interviewer", "respondent")
    said = [(role, text) for pair in pairs for role, text in zip(roles, pair, strict=True)]
    turns = [(labels[role], text) for role, text in said]
    for way in WRITERS:
        read = read_transcript(write(way, folder, HEADER, turns)).turns
        assert [(turn.role, turn.text) for turn in read] == [
            (role, unicodedata.normalize("NFC", text)) for role, text in said
        ], way


LINES = st.lists(st.text(max_size=40), max_size=12).map("\n".join)
LABELLED = st.lists(
    st.tuples(
        st.sampled_from(["I: ", "R: ", "Mo: ", "", "0:03 ", "Datum: "]), st.text(max_size=30)
    ),
    max_size=12,
).map(lambda rows: "\n".join(label + text for label, text in rows))


@settings(max_examples=200, deadline=None)
@given(text=LINES | LABELLED, suffix=st.sampled_from([".txt", ".md"]))
def test_any_text_gives_plain_turns_or_a_plain_error(
    text: str, suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / f"wat{suffix}"
    path.write_text(text, encoding="utf-8", errors="replace")
    try:
        turns = read_transcript(path).turns
    except TranscriptError:
        return
    assert turns
    for turn in turns:
        assert turn.text == " ".join(unicodedata.normalize("NFC", turn.text).split()) != ""
    speakers = [turn.speaker.casefold() for turn in turns]
    assert all(one != other for one, other in pairwise(speakers))


@settings(max_examples=200, deadline=None)
@given(
    way=st.sampled_from(sorted(WRITERS)),
    place=st.floats(0, 1, exclude_max=True),
    put=st.binary(max_size=6),
    cut=st.integers(0, 40),
)
def test_a_damaged_file_gives_turns_or_a_plain_error(
    way: str, place: float, put: bytes, cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / f"stuk-{way}{WRITERS[way][0]}"
    intact = path.with_stem(f"heel-{way}")
    if not intact.exists():
        made = write(way, path.parent, HEADER, [(NAMES[role], text) for role, text in SAID])
        made.rename(intact)
    data = intact.read_bytes()
    start = int(place * len(data))
    path.write_bytes(data[:start] + put + data[start + cut :])
    try:
        assert read_transcript(path).turns
    except TranscriptError as problem:
        assert problem.todo


def test_id_can_be_given(tmp_path: Path) -> None:
    path = write("txt", tmp_path, [], [("I", "Hoe gaat het?"), ("R", "Goed.")])
    assert read_transcript(str(path), id="r07").id == "r07"


def test_suffix_in_capitals(tmp_path: Path) -> None:
    path = write("docx-labels", tmp_path, [], [("I", "Hoe gaat het?"), ("R", "Goed.")])
    assert len(read_transcript(path.rename(tmp_path / "GESPREK.DOCX")).turns) == 2


def test_import_loads_no_heavy_library() -> None:
    code = (
        "import sys, kwalevaluatie.formats.transcripts; "
        "print([name for name in ('lxml', 'docx', 'webvtt', 'zipfile', 'spacy', 'pandas', 'pypdf', "
        "'openpyxl') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_suffixes() -> None:
    tables = {".csv", ".xlsm", ".xlsx"}
    assert set(SUFFIXES) == {
        ".docm", ".docx", ".odt", ".pdf", ".txt", ".md", ".vtt", ".srt", *tables,
    }  # fmt: skip
    assert {suffix for suffix, _, _ in WRITERS.values()} == set(SUFFIXES) - {".docm", *tables}
