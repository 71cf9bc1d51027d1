"""Asking over HTTP, against a server on this computer that misbehaves in every way we know."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import socket
import time
import warnings
from collections.abc import Callable
from typing import Any

import pytest
from tests.suggest.llm.scripted import Asked, Reply, Server, serving, words

from kwalevaluatie.errors import KwalWarning
from kwalevaluatie.suggest.llm.address import KEY, LanguageModel
from kwalevaluatie.suggest.llm.client import BIGGEST, Client
from kwalevaluatie.suggest.llm.problems import LanguageModelError, NoAnswerError

QUESTION = [{"role": "user", "content": "En?"}]
SECONDS = 0.6


def client(server: Server, **more: Any) -> Client:
    return Client(LanguageModel(server.url, "klein", seconds=more.pop("seconds", 5.0), **more))


def dribble(head: bytes, bit: bytes) -> Callable[[Any], None]:
    """Bytes without end, slowly enough that no single wait is long."""

    def stream(out: Any) -> None:
        out.write(head)
        for _ in range(200):
            out.write(bit)
            out.flush()
            time.sleep(0.02)

    return stream


def flood(out: Any) -> None:
    out.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        out.write(b" " * 65536)


def cut_off(out: Any) -> None:
    out.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")


def test_the_words_of_the_model_come_back_and_the_question_is_as_the_protocol_wants() -> None:
    with serving(lambda _: words("Ja.")) as server:
        assert client(server).ask(QUESTION) == "Ja."
    (asked,) = server.asked
    assert asked.path == "/v1/chat/completions"
    assert (asked.body["model"], asked.body["messages"]) == ("klein", QUESTION)
    assert (asked.body["stream"], asked.body["temperature"]) == (False, 0)
    assert "Authorization" not in asked.headers


@pytest.mark.parametrize(
    "reply, why",
    [
        (Reply(b"kapot", 500), "fout 500"),
        (Reply(b"", 429), "fout 429"),
        (Reply(b"", 400), "fout 400"),
        (Reply(b"", 204), "fout 204"),
        (Reply(b""), "geen JSON"),
        (Reply(b"<html>Inloggen</html>"), "geen JSON"),
        (Reply(b'{"choices": [{"mess'), "geen JSON"),
        (Reply(b"\xff\xfe\x00"), "geen JSON"),
        (Reply(b"[" * 100_000), "geen JSON"),
        (Reply(gzip.compress(b" " * 50_000_000), headers={"Content-Encoding": "gzip"}), "JSON"),
        (Reply(b"null"), "vorm van het protocol"),
        (Reply(b'{"choices": []}'), "vorm van het protocol"),
        (Reply(b'{"error": {"message": "context"}}'), "vorm van het protocol"),
        (Reply(b'{"choices": {"0": 1}}'), "vorm van het protocol"),
        (words(""), "leeg"),
        (words(" \n"), "leeg"),
        (words(None), "leeg"),
        (words([{"text": "x"}]), "leeg"),
        (Reply(stream=lambda out: out.write(b"onzin\r\n\r\n")), "verbinding brak af"),
        (Reply(stream=lambda out: None), "verbinding brak af"),
        (Reply(stream=cut_off), "verbinding brak af"),
        (Reply(b" " * (BIGGEST + 1)), "te groot"),
        (Reply(stream=flood), "te groot"),
    ],
)
def test_a_question_that_fails_says_why(reply: Reply, why: str) -> None:
    with serving(lambda _: reply) as server, pytest.raises(NoAnswerError, match=why):
        client(server).ask(QUESTION)


@pytest.mark.parametrize(
    "stream",
    [
        lambda out: time.sleep(3 * SECONDS),
        dribble(b"HTTP/1.1 200 OK\r\n\r\n", b" "),
        dribble(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
        dribble(b"HTTP/1.1 200 OK\r\nX-A: ", b"b"),
    ],
    ids=["silence", "endless body", "endless headers", "endless header"],
)
def test_no_question_takes_longer_than_agreed(stream: Callable[[Any], None]) -> None:
    begun = time.perf_counter()
    with serving(lambda _: Reply(stream=stream)) as server:
        asking = client(server, seconds=SECONDS)
        with pytest.raises(NoAnswerError, match=r"geen antwoord binnen 0\.6 seconden"):
            asking.ask(QUESTION)
        assert time.perf_counter() - begun < 2.5 * SECONDS


@pytest.mark.parametrize(
    "status, what", [(401, "geldige sleutel"), (403, "geldige sleutel"), (404, "niet te vinden")]
)
def test_what_will_not_get_better_stops_the_reading(status: int, what: str) -> None:
    with (
        serving(lambda _: Reply(b"", status)) as server,
        pytest.raises(LanguageModelError, match=what),
    ):
        client(server).ask(QUESTION)


def test_a_server_that_is_off_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(LanguageModelError, match="niet te bereiken"):
        Client(LanguageModel(url, "klein")).ask(QUESTION)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nothing_is_sent_on_to_where_a_server_points(status: int) -> None:
    with serving(lambda _: words("buit")) as elsewhere:
        reply = Reply(b"", status, {"Location": f"{elsewhere.url}/chat/completions"})
        with (
            serving(lambda _: reply) as server,
            pytest.raises(LanguageModelError, match="verwijst door"),
        ):
            client(server).ask(QUESTION)
    assert elsewhere.asked == []


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"])
def test_proxies_of_the_system_are_passed_by(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda _: words("buit")) as proxy, serving(lambda _: words("Ja.")) as server:
        monkeypatch.setenv(name, proxy.url.removesuffix("/v1"))
        monkeypatch.setenv("NO_PROXY", "")
        assert client(server).ask(QUESTION) == "Ja."
    assert proxy.asked == []


def test_the_key_goes_to_the_server_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(KEY, "zeer-geheim")
    caplog.set_level(logging.DEBUG)
    with serving(lambda asked: Reply(b"", 401)) as server:
        asking = client(server)
        with pytest.raises(LanguageModelError) as told:
            asking.ask(QUESTION)
    assert server.asked[0].headers["Authorization"] == "Bearer zeer-geheim"
    assert "zeer-geheim" not in f"{caplog.text}{told.value}{told.value!r}{asking!r}"


def models(*names: str) -> Callable[[Asked], Reply]:
    return lambda _: Reply(json.dumps({"data": [{"id": name} for name in names]}).encode())


def test_the_only_model_needs_no_name() -> None:
    with serving(models("enige")) as server:
        assert Client(LanguageModel(server.url)).name == "enige"
    assert server.asked[0].path == "/v1/models"


@pytest.mark.parametrize(
    "script, what",
    [
        (models("groot", "klein"), r"heeft 2 modellen[\s\S]*groot, klein"),
        (models(*(f"m{n}\x1b[2J" for n in range(3))), "geen enkel model"),
        (models(), "geen enkel model"),
        (lambda _: Reply(b'{"data": [1, {"id": 3}]}'), "geen enkel model"),
        (lambda _: Reply(b"[]"), "geen enkel model"),
        (lambda _: Reply(b"", 500), "fout 500"),
    ],
)
def test_otherwise_the_user_is_asked_to_name_one(
    script: Callable[[Asked], Reply], what: str
) -> None:
    with serving(script) as server, pytest.raises(LanguageModelError, match=what) as told:
        Client(LanguageModel(server.url))
    assert "--model" in told.value.todo
    assert "\x1b" not in str(told.value)


def test_it_also_works_where_a_notebook_already_runs_something() -> None:
    async def notebook(asking: Client) -> str:
        return asking.ask(QUESTION)

    with serving(lambda _: words("Ja.")) as server:
        assert asyncio.run(notebook(client(server))) == "Ja."


def test_leaving_this_computer_is_never_silent() -> None:
    with pytest.warns(KwalWarning, match=r"zonder versleuteling naar model\.example"):
        Client(LanguageModel("http://model.example/v1", "m", allow_remote=True))
    with pytest.warns(KwalWarning, match=r"gaan naar model\.example"):
        Client(LanguageModel("https://model.example/v1", "m", allow_remote=True))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Client(LanguageModel("http://127.0.0.1/v1", "m", allow_remote=True))
