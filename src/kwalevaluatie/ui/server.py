"""The local page: the workbench over HTTP, for one person on one computer or behind a proxy."""

from __future__ import annotations

import json
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kwalevaluatie.errors import KwalError, StoreError
from kwalevaluatie.ui.assets import page, script, style
from kwalevaluatie.ui.safety import HEADERS, Gate, Guard
from kwalevaluatie.workbench import Workbench
from kwalevaluatie.workbench.preview import page_of

BEGIN = 'import { mount } from "./kwal.js";\nmount(document.body);\n'
KEY = "kwal-werkplek"
REPORT = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
ELSEWHERE = "deze pagina hoort bij een andere codeur of evaluatie\nWat te doen: Ververs de pagina."
FAULT = "Er ging iets mis in het programma. Wat eerder is vastgelegd, staat vast."


def application(bench: Workbench, gate: Gate) -> Starlette:
    """The page and what it asks, behind the gate."""

    async def ask(request: Request) -> Response:
        return await _ask(bench, request)

    routes = [
        Route("/", lambda _: Response(page(), media_type="text/html")),
        Route("/kwal.js", lambda _: Response(script(), media_type="text/javascript")),
        Route("/open.js", lambda _: Response(BEGIN, media_type="text/javascript")),
        Route("/kwal.css", lambda _: Response(style(), media_type="text/css")),
        Route("/voorbeeld.html", lambda _: _report(bench)),
        Route("/api/{name}", ask, methods=["POST"]),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, gate=gate)],
        exception_handlers={Exception: _fault},
    )


def _report(bench: Workbench) -> Response:
    """The page of the report as it would be, which may load nothing and run nothing."""
    html = page_of(bench.project)
    if not html:
        return Response("Er is nog geen voorbeeld gemaakt.", 404, media_type="text/plain")
    return Response(html, media_type="text/html", headers={"Content-Security-Policy": REPORT})


async def _ask(bench: Workbench, request: Request) -> Response:
    try:
        if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
            return _problem("alleen JSON wordt aangenomen", 415)
        given = read_question(await request.body())
        coder = request.scope.get("coder", "")
        if request.headers.get(KEY, bench.key(coder)) != bench.key(coder):
            return _problem(ELSEWHERE, 409)
        name = request.path_params["name"]
        return JSONResponse(await run_in_threadpool(bench.answer, name, given, coder))
    except StoreError as problem:
        return _problem(str(problem), 503)
    except KwalError as problem:
        return _problem(str(problem))


def read_question(body: bytes) -> dict[str, Any]:
    """What a page sent, when it is something that the log and the database can hold.

    Raises KwalError on what is no JSON object, or holds signs that are no text.
    """
    try:
        given = json.loads(body or b"{}", parse_constant=_no_number)
        json.dumps(given, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise KwalError("dit is geen vraag die te lezen is") from None
    if not isinstance(given, dict) or b"\\u0000" in body:
        raise KwalError("dit is geen vraag die te lezen is")
    return given


def _no_number(said: str) -> Any:
    raise ValueError(said)


def _problem(said: str, status: int = 400) -> Response:
    return JSONResponse({"problem": said}, status)


async def _fault(request: Request, problem: Exception) -> Response:
    """What the page is told of a fault in the program; what it was stays in the terminal."""
    return JSONResponse({"problem": FAULT}, 500, HEADERS)
