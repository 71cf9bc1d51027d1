"""A language model is on this computer, unless a person allows another."""

from __future__ import annotations

import sys

import pytest

from kwalevaluatie.errors import KwalError, PrivacyError
from kwalevaluatie.suggest.llm.address import KEY, LanguageModel, elsewhere, key, library
from kwalevaluatie.suggest.llm.problems import LanguageModelError


@pytest.mark.parametrize(
    "url",
    ["http://localhost:11434/v1", "HTTP://LOCALHOST/v1", "http://127.0.0.1:8080/v1",
     "https://127.3.2.1/v1", "http://[::1]:8080/v1", "  http://localhost/v1\n"],
)  # fmt: skip
def test_this_computer_needs_no_leave(url: str) -> None:
    assert LanguageModel(url).check().host
    assert elsewhere(url) == ""


@pytest.mark.parametrize(
    "url",
    ["https://model.example/v1", "http://192.168.1.4/v1", "http://0.0.0.0/v1", "http://127.1/v1",
     "http://localhost.example/v1", "http://127.0.0.1.example/v1", "http://2130706433/v1",
     "http://[::ffff:127.0.0.1]/v1", "http://[::]/v1", "http://café.example/v1",
     "http://10.0.0.1:11434/v1"],
)  # fmt: skip
def test_any_other_computer_must_be_allowed(url: str) -> None:
    with pytest.raises(PrivacyError, match="buiten deze computer"):
        LanguageModel(url).check()
    assert elsewhere(url)
    assert LanguageModel(url, allow_remote=True).check().host


@pytest.mark.parametrize(
    "url", ["", "localhost:11434", "//localhost", "ftp://localhost/v1", "file:///etc/hosts", "http://",
            "http://localhost:99999999/v1", "http://[::1/v1", "http://localhost/v1?sleutel=x",
            "http://loc alhost/v1", "http://ｌocalhost/v1", "http://\x00/", "unix:/tmp/x"]
)  # fmt: skip
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(LanguageModelError, match="geen adres van een taalmodel"):
        LanguageModel(url, allow_remote=True).check()


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(LanguageModelError, match=KEY) as told:
        LanguageModel("http://mij:geheim@localhost/v1").check()
    assert "geheim" not in str(told.value)
    with pytest.raises(LanguageModelError, match="naam of wachtwoord"):
        LanguageModel("http://localhost@model.example/v1").check()


def test_a_key_with_odd_signs_is_refused_and_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "geheim\r\nHost: x")
    with pytest.raises(LanguageModelError, match=KEY) as told:
        key()
    assert "geheim" not in str(told.value)


def test_what_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(KwalError, match=r"kwalevaluatie\[llm\]"):
        library()
    with pytest.raises(KwalError, match="pip install"):
        LanguageModel("http://localhost/v1").check()
