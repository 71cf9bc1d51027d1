from __future__ import annotations

from pathlib import Path

import pytest

from kwalevaluatie.errors import PrivacyError
from kwalevaluatie.privacy.key import KeyEntry, read_key, write_key

ENTRIES = (
    KeyEntry(
        "regisseur-1", "persoon", "regisseur", "p1", ("Petra Lomans", "Petra"), ("r01", "r02")
    ),
    KeyEntry("kind-1", "persoon", "kind", "zoë (r01)", ("Zoë",), ("r01",)),
)
WORDS = "vier paarden één nietje"


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("prive") / "sleutel.kwal"
    write_key(path, ENTRIES, WORDS)
    return path


def test_the_key_is_read_with_the_passphrase(key: Path) -> None:
    assert read_key(key, WORDS) == ENTRIES


def test_the_passphrase_may_be_typed_with_loose_accents(key: Path) -> None:
    assert read_key(key, WORDS.replace("é", "e\u0301")) == ENTRIES


@pytest.mark.parametrize("words", ["Vier paarden één nietje", "synthetisch", " "])
def test_a_wrong_passphrase_tells_nothing(key: Path, words: str) -> None:
    with pytest.raises(PrivacyError, match="de wachtzin klopt niet") as told:
        read_key(key, words)
    assert told.value.__cause__ is None
    assert not any(word in str(told.value) for word in ("Petra", "Zoë", WORDS))


def test_without_a_passphrase_nothing_is_tried(key: Path) -> None:
    with pytest.raises(PrivacyError, match="zonder wachtzin gaat de sleutel niet open"):
        read_key(key, "")


def test_no_name_can_be_read_in_the_file(key: Path) -> None:
    data = key.read_bytes()
    assert not any(word.encode() in data for word in ("Petra", "Lomans", "Zoë", "regisseur", "r01"))


@pytest.mark.parametrize("old", [b'"r": 8', b'"n": 131072', b'"p": 1', b"kwal-sleutel"])
def test_a_changed_head_is_damage(key: Path, tmp_path: Path, old: bytes) -> None:
    new = {b'"r": 8': b'"r": 4', b'"n": 131072': b'"n": 65536', b'"p": 1': b'"p": 2'}
    path = tmp_path / "sleutel.kwal"
    path.write_bytes(key.read_bytes().replace(old, new.get(old, b"KWAL-SLEUTEL")))
    with pytest.raises(PrivacyError, match="beschadigd"):
        read_key(path, WORDS)


@pytest.mark.parametrize("data", [b"", b"\n", b"{}\n", b"[1]\nx", b"geen sleutel", b"\xff\xfe\n\n"])
def test_something_else_is_no_key(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "sleutel.kwal"
    path.write_bytes(data)
    with pytest.raises(PrivacyError, match="beschadigd"):
        read_key(path, WORDS)


def test_every_byte_counts(key: Path, tmp_path: Path) -> None:
    data = bytearray(key.read_bytes())
    data[-1] ^= 1
    path = tmp_path / "sleutel.kwal"
    path.write_bytes(bytes(data))
    with pytest.raises(PrivacyError, match="beschadigd"):
        read_key(path, WORDS)
    path.write_bytes(key.read_bytes()[:-5])
    with pytest.raises(PrivacyError, match="beschadigd"):
        read_key(path, WORDS)


def test_a_greedy_head_is_refused(tmp_path: Path, key: Path) -> None:
    path = tmp_path / "sleutel.kwal"
    path.write_bytes(key.read_bytes().replace(b'"n": 131072', b'"n": 1099511627776'))
    with pytest.raises(PrivacyError, match="beschadigd"):
        read_key(path, WORDS)


def test_the_same_key_is_never_written_the_same(key: Path, tmp_path: Path) -> None:
    write_key(tmp_path / "twee.kwal", ENTRIES, WORDS)
    assert (tmp_path / "twee.kwal").read_bytes() != key.read_bytes()


def test_a_key_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PrivacyError, match="bestand niet gevonden"):
        read_key(tmp_path / "sleutel.kwal", WORDS)


def test_an_entry_shows_no_names_by_accident() -> None:
    assert "Petra" not in repr(ENTRIES[0])
    assert "p1" not in repr(ENTRIES[0])
