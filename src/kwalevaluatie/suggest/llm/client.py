"""Asking a language model over HTTP: never elsewhere, longer or bigger than was agreed."""

from __future__ import annotations

import asyncio
import json
import warnings
from collections.abc import Coroutine, Sequence
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

import httpx

from kwalevaluatie.errors import KwalWarning
from kwalevaluatie.suggest.llm.address import KEY, LanguageModel, is_here, key
from kwalevaluatie.suggest.llm.problems import LanguageModelError, NoAnswerError

BIGGEST = 2_000_000
LONGEST_ANSWER = 4000
CONNECT_SECONDS = 10.0
SHOWN, LONGEST_NAME = 10, 60
CERTIFICATE = "CERTIFICATE_VERIFY_FAILED"

Message = dict[str, str]
T = TypeVar("T")


class Client:
    """Asks one language model; raises LanguageModelError or PrivacyError when it may not."""

    def __init__(self, model: LanguageModel) -> None:
        self.url = model.check()
        self.seconds = model.seconds
        self._key = key()
        if not is_here(self.url):
            warnings.warn(_leaving(self.url), KwalWarning, stacklevel=3)
        self.name = model.name.strip() or self._only_model()

    def ask(self, messages: Sequence[Message]) -> str:
        """What the model answers.

        Raises NoAnswerError where only this question failed, LanguageModelError where the next one
        would fail as well.
        """
        body = {
            "model": self.name, "messages": list(messages), "temperature": 0, "stream": False,
            "max_tokens": LONGEST_ANSWER,
        }  # fmt: skip
        return _content(self._request("POST", "chat/completions", body))

    def _only_model(self) -> str:
        try:
            names = _names(self._request("GET", "models"))
        except NoAnswerError as problem:
            raise LanguageModelError(
                f"de server zegt niet welke modellen hij heeft: {problem}",
                todo="Noem het model: --model NAAM.",
            ) from None
        if len(names) != 1:
            found = f"{len(names)} modellen" if names else "geen enkel model"
            raise LanguageModelError(
                f"de server heeft {found}",
                todo=f"Noem er een met --model. {_choice(names)}".strip(),
            )
        return names[0]

    def _request(self, method: str, path: str, body: Any = None) -> Any:
        address = self.url.copy_with(path=f"{self.url.path.rstrip('/')}/{path}")
        try:
            status, content = _in_thread(self._send(method, address, body))
        except httpx.ConnectTimeout:
            raise self._unreachable("is niet te bereiken") from None
        except httpx.ConnectError as problem:
            trusted = CERTIFICATE not in str(problem)
            why = "is niet te bereiken" if trusted else "heeft een certificaat dat niet klopt"
            raise self._unreachable(why) from None
        except (httpx.TimeoutException, TimeoutError):
            raise NoAnswerError(f"er kwam geen antwoord binnen {self.seconds:g} seconden") from None
        except httpx.HTTPError:
            raise NoAnswerError("de verbinding brak af") from None
        self._check(status)
        return _json(content)

    async def _send(self, method: str, address: httpx.URL, body: Any) -> tuple[int, bytes]:
        """Status and content; no proxies, no redirects, not beyond the time and size agreed."""
        headers = {"Accept-Encoding": "identity"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        timeout = httpx.Timeout(self.seconds, connect=min(CONNECT_SECONDS, self.seconds))
        async with (
            asyncio.timeout(self.seconds),
            httpx.AsyncClient(trust_env=False, follow_redirects=False, timeout=timeout) as client,
            client.stream(method, address, json=body, headers=headers) as response,
        ):
            content = bytearray()
            async for chunk in response.aiter_raw():
                content += chunk
                if len(content) > BIGGEST:
                    raise NoAnswerError("het antwoord was veel te groot")
            return response.status_code, bytes(content)

    def _check(self, status: int) -> None:
        """Raise what a status other than success means."""
        if 300 <= status < 400:
            raise self._unreachable("verwijst door naar een ander adres; dat wordt niet gevolgd")
        if status in (401, 403):
            raise LanguageModelError(
                f"het taalmodel op {self.url.host} vraagt een geldige sleutel",
                todo=f"Zet haar in de omgevingsvariabele {KEY}.",
            )
        if status == 404:
            raise LanguageModelError(
                f"op {self.url} is dit taalmodel niet te vinden",
                todo="Controleer het adres (vaak eindigt het op /v1) en de naam van het model.",
            )
        if status != 200:
            raise NoAnswerError(f"de server gaf fout {status}")

    def _unreachable(self, why: str) -> LanguageModelError:
        return LanguageModelError(
            f"het taalmodel op {self.url.host} {why}",
            todo="Kijk of de server aanstaat en het adres klopt.",
        )


def _leaving(url: httpx.URL) -> str:
    openly = " zonder versleuteling" if url.scheme == "http" else ""
    return (
        f"de gepseudonimiseerde gesprekken en het codeboek gaan{openly} naar {url.host}, buiten "
        "deze computer."
    )


def _in_thread(work: Coroutine[Any, Any, T]) -> T:
    """Run asynchronous work, also where a notebook already runs some."""
    done = SimpleQueue[T | BaseException]()

    def run() -> None:
        try:
            done.put(asyncio.run(work))
        except BaseException as problem:
            done.put(problem)

    Thread(target=run, daemon=True).start()
    outcome = done.get()
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


def _json(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise NoAnswerError("het antwoord was geen JSON") from None


def _names(answer: Any) -> list[str]:
    listed = answer.get("data") if isinstance(answer, dict) else None
    rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    names = (row.get("id") for row in rows)
    return [name for name in names if isinstance(name, str) and name.isprintable()]


def _choice(names: Sequence[str]) -> str:
    shown = ", ".join(name[:LONGEST_NAME] for name in sorted(names)[:SHOWN])
    return f"Bijvoorbeeld: {shown}" if shown else ""


def _content(answer: Any) -> str:
    """The words of the model in an answer of the protocol."""
    try:
        content = answer["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        raise NoAnswerError("het antwoord had niet de vorm van het protocol") from None
    if not isinstance(content, str) or not content.strip():
        raise NoAnswerError("het antwoord was leeg")
    return content
