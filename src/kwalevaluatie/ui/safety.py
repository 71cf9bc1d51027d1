"""What keeps the local page to one person on one computer.

The page listens on the loopback address only. The link that opens it holds a token that works
once; it becomes a cookie that only this page gets back. Every request must name this computer as
its host, so that another site cannot reach it by a name of its own (DNS rebinding), and whatever
changes something must come from this page itself (no posts from other sites).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from hmac import compare_digest
from secrets import token_urlsafe

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kwalevaluatie.ui.sessions import SECONDS, Sessions

LARGEST_BODY = 2_000_000
LONGEST_NAME = 100
BODY_SECONDS = 30.0
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; frame-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
CLOSE = {"Connection": "close"}
WELCOME = (
    '<!doctype html><html lang="nl"><meta charset="utf-8"><title>kwalevaluatie</title>'
    '<meta http-equiv="refresh" content="0;url=/"><p><a href="/">Naar de werkplek</a></p></html>'
)


@dataclass
class Gate:
    """Who may come in: the hosts this page answers to, and the keys that open it.

    `header` is the name of the header in which a proxy says who somebody is; without a proxy it
    is empty, and then such a header is not believed.
    """

    hosts: frozenset[str]
    cookie: str = "kwal"
    header: str = ""
    token: str = field(default_factory=lambda: token_urlsafe(32))
    sessions: Sessions = field(default_factory=Sessions)

    def spend(self, token: str) -> bool:
        """Whether this is the token of the opening link; it works once."""
        good = bool(self.token) and compare_digest(token.encode("utf-8", "replace"),
                                                   self.token.encode())  # fmt: skip
        if good:
            self.token = ""
        return good

    def origin(self, host: str) -> str:
        """What a browser says that this page is; behind a proxy it is always encrypted."""
        return f"{'https' if self.header else 'http'}://{host}"


class Guard:
    """Stands before every page: turns away what does not come from this page on this computer."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app, self.gate = app, gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or say why not."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, guarded(send))
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        answer = self._answer(request)
        if answer is not None:
            await answer(scope, receive, send)
            return
        if self.gate.header:
            scope["coder"] = _named(request, self.gate.header)
        await self.app(scope, _limited(receive), send)

    def _answer(self, request: Request) -> Response | None:
        """What to say instead of the page, or None to let the request through."""
        if not self._to_here(request):
            return _refused(request, "Deze pagina is alleen te openen op deze computer.")
        if request.method not in ("GET", "HEAD") and not self._from_here(request):
            return _refused(request, "Dit verzoek kwam niet van deze pagina.")
        if _size(request) > LARGEST_BODY:
            return _refused(request, "Dit is te groot.", 413)
        if self.gate.header:
            named = _named(request, self.gate.header)
            return None if named else _refused(request, "De proxy zegt niet wie u bent.")
        if request.url.path == "/open":
            return self._open(request)
        if self.gate.sessions.knows(request.cookies.get(self.gate.cookie, "")):
            return None
        return _refused(request, "Open de link die “kwal open” laat zien. Een link werkt één keer.")

    def _to_here(self, request: Request) -> bool:
        named = request.headers.getlist("host")
        return len(named) == 1 and named[0].lower() in self.gate.hosts

    def _from_here(self, request: Request) -> bool:
        site = request.headers.get("sec-fetch-site", "same-origin")
        origin = request.headers.getlist("origin")
        return origin == [self.gate.origin(request.headers["host"])] and site == "same-origin"

    def _open(self, request: Request) -> Response:
        """The page that leads in, so that the browser asks for the next one of its own accord."""
        token = request.query_params.get("sleutel", "")
        if request.method != "GET" or not self.gate.spend(token):
            return _refused(
                request, "Deze link is al gebruikt of klopt niet. Start “kwal open” opnieuw."
            )
        answer = HTMLResponse(WELCOME)
        answer.set_cookie(
            self.gate.cookie, self.gate.sessions.begin(),
            max_age=SECONDS, httponly=True, samesite="strict",
        )  # fmt: skip
        return answer


def _named(request: Request, header: str) -> str:
    """Who the proxy says that this is; nobody, when it does not say one name."""
    named = request.headers.getlist(header)
    if len(named) != 1:
        return ""
    try:
        name = named[0].encode("latin-1").decode("utf-8").strip()
    except UnicodeDecodeError:
        return ""
    return name if name.isprintable() and len(name) <= LONGEST_NAME else ""


def _size(request: Request) -> int:
    told = request.headers.get("content-length", "0")
    return int(told) if told.isascii() and told.isdigit() else LARGEST_BODY + 1


def _refused(request: Request, why: str, status: int = 403) -> Response:
    """A refusal in the form that was asked for, after which nothing more is listened to."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"problem": why}, status, CLOSE)
    return PlainTextResponse(why, status, CLOSE)


def _limited(receive: Receive) -> Receive:
    """The same messages, until more comes, or it comes slower, than anybody would send."""
    size, whole = 0, False
    late = asyncio.get_running_loop().time() + BODY_SECONDS

    async def limited() -> Message:
        nonlocal size, whole
        if whole:
            return await receive()
        try:
            async with asyncio.timeout_at(late):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408, "Dit duurde te lang.", CLOSE) from None
        size += len(message.get("body", b""))
        if size > LARGEST_BODY:
            raise HTTPException(413, "Dit is te groot.", CLOSE)
        whole = not message.get("more_body", False)
        return message

    return limited


def guarded(send: Send) -> Callable[[Message], Awaitable[None]]:
    """The same answers with the headers of this page, except what an answer says for itself."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = list(message.get("headers", []))
            said = {name.lower() for name, _ in own}
            named = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
            message["headers"] = own + [pair for pair in named if pair[0] not in said]
        await send(message)

    return sent
