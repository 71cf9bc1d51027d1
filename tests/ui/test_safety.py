"""Attacks on the page: by other sites, other programs, other users, and what is in a text."""

from __future__ import annotations

import json
import re
import socket
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.support.serving import cookie, port_of, raw, request, serving, status

from kwalevaluatie.project import Project
from kwalevaluatie.ui import patience, safety
from kwalevaluatie.ui.serve import Opened
from kwalevaluatie.ui.sessions import SECONDS, Sessions
from kwalevaluatie.workbench import Workbench

JSON = "application/json"


@dataclass
class Page:
    """A page that was opened in a browser, and what that browser then holds."""

    opened: Opened
    port: int
    cookie: str

    def post(self, verb: str, body: bytes = b"{}", **headers: str) -> bytes:
        own = {
            "Cookie": self.cookie,
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content_Type": JSON,
        } | headers
        return request(self.port, "POST", f"/api/{verb}", body, **own)


def body_of(answer: bytes) -> bytes:
    return answer.split(b"\r\n\r\n", 1)[1]


@pytest.fixture
def page(small_project: Project) -> Iterator[Page]:
    with serving(Workbench(small_project, "AB")) as opened:
        port = port_of(opened)
        came_in = request(port, "GET", opened.link.split(str(port), 1)[1])
        yield Page(opened, port, cookie(came_in))


def test_the_page_is_for_whoever_opened_it(page: Page) -> None:
    told = page.post("start")
    assert status(told) == 200
    assert json.loads(body_of(told))["coder"] == "AB"


def test_it_listens_on_the_loopback_address_alone(page: Page) -> None:
    assert page.opened.sockets[0].getsockname()[0] == "127.0.0.1"
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None)}
    for address in {str(one) for one in others} - {"127.0.0.1", "::1"}:
        with pytest.raises(OSError), socket.create_connection((address, page.port), timeout=2):
            pass


# --- the opening link -------------------------------------------------------------------------


def test_the_link_works_once(page: Page) -> None:
    again = request(page.port, "GET", page.opened.link.split(str(page.port), 1)[1])
    assert status(again) == 403
    assert b"set-cookie" not in again.lower()


def test_a_wrong_or_empty_token_opens_nothing(page: Page) -> None:
    for path in ("/open", "/open?sleutel=", "/open?sleutel=%ed%a0%80", "/open?sleutel=x"):
        assert status(request(page.port, "GET", path)) == 403


def test_looking_at_the_link_without_opening_it_does_not_spend_it(
    small_project: Project,
) -> None:
    with serving(Workbench(small_project, "AB")) as opened:
        port = port_of(opened)
        path = opened.link.split(str(port), 1)[1]
        assert status(request(port, "HEAD", path)) == 403
        assert status(request(port, "GET", path)) == 200


def test_the_cookie_is_strict_and_out_of_reach_of_scripts(small_project: Project) -> None:
    with serving(Workbench(small_project, "AB")) as opened:
        port = port_of(opened)
        answer = request(port, "GET", opened.link.split(str(port), 1)[1]).lower()
    assert b"httponly" in answer
    assert b"samesite=strict" in answer


@pytest.mark.parametrize("path", ["/", "/kwal.js", "/kwal.css", "/open.js", "/niets"])
def test_nothing_is_shown_without_the_cookie(page: Page, path: str) -> None:
    for held in ("", f"kwal-{page.port}=", f"kwal-{page.port}=raden", page.cookie[:-1]):
        answer = request(page.port, "GET", path, Cookie=held)
        assert status(answer) == 403
        assert b"Klein" not in answer


# --- other sites ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", ["kwaad.example", "127.0.0.1", "127.0.0.1:1", "localhost", "", "127.0.0.1:{port}.x"]
)
def test_another_name_for_this_computer_is_refused(page: Page, host: str) -> None:
    answer = page.post("start", Host=host.format(port=page.port))
    assert status(answer) == 403
    assert b"Klein" not in answer


def test_two_hosts_or_none_are_refused(page: Page) -> None:
    two = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\nHost: kwaad.example\r\n"
    for head in (two, "GET / HTTP/1.1\r\n", "GET / HTTP/1.0\r\n"):
        said = f"{head}Cookie: {page.cookie}\r\nConnection: close\r\n\r\n".encode()
        assert status(raw(page.port, said)) in (400, 403)


@pytest.mark.parametrize(
    "origin", ["https://kwaad.example", "null", "", "http://127.0.0.1", "https://127.0.0.1:{port}",
               "http://localhost:{port}"],
)  # fmt: skip
def test_a_post_from_elsewhere_is_refused(page: Page, origin: str) -> None:
    answer = page.post("start", Origin=origin.format(port=page.port))
    assert status(answer) == 403
    assert b"Klein" not in answer


def test_a_post_without_origin_is_refused(page: Page) -> None:
    answer = request(page.port, "POST", "/api/start", b"{}", Cookie=page.cookie, Content_Type=JSON)
    assert status(answer) == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_what_the_browser_says_of_where_it_came_from_is_believed(page: Page, site: str) -> None:
    assert status(page.post("start", Sec_Fetch_Site=site)) == 403


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_only_a_post_asks_or_changes_anything(page: Page, method: str) -> None:
    origin = f"http://127.0.0.1:{page.port}"
    headers = {"Cookie": page.cookie, "Origin": origin, "Content_Type": JSON}
    answer = request(page.port, method, "/api/start", **headers)
    assert status(answer) in (403, 405)


def test_no_answer_may_be_read_by_another_site(page: Page) -> None:
    for answer in (
        page.post("start"),
        page.post("start", Origin="https://kwaad.example"),
        page.post("bestaat-niet"),
        request(page.port, "GET", "/"),
        request(page.port, "GET", "/", Cookie=page.cookie),
        request(page.port, "GET", "/niets", Cookie=page.cookie),
    ):
        head = answer.split(b"\r\n\r\n")[0].lower()
        assert b"access-control" not in head
        assert b"cross-origin-resource-policy: same-origin" in head
        assert b"frame-ancestors 'none'" in head
        assert b"x-content-type-options: nosniff" in head
        assert b"cache-control: no-store" in head


def test_the_policy_allows_nothing_inline_and_nothing_from_outside() -> None:
    assert "unsafe" not in safety.POLICY
    assert "http" not in safety.POLICY
    assert "default-src 'none'" in safety.POLICY
    assert "require-trusted-types-for 'script'" in safety.POLICY


def test_the_page_itself_holds_nothing_inline(page: Page) -> None:
    html = body_of(request(page.port, "GET", "/", Cookie=page.cookie)).decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon[a-z]+=|javascript:", html)
    assert not re.search(r"(?:src|href)=[\"'](?:https?:)?//", html)


# --- what is too much, or no question ----------------------------------------------------------


def test_a_body_that_is_too_large_is_refused_before_it_is_read(page: Page) -> None:
    head = f"Host: 127.0.0.1:{page.port}\r\nOrigin: http://127.0.0.1:{page.port}\r\n"
    head += f"Cookie: {page.cookie}\r\nContent-Type: {JSON}\r\nContent-Length: 99999999999\r\n\r\n"
    assert status(raw(page.port, f"POST /api/start HTTP/1.1\r\n{head}".encode())) == 413


def test_a_body_in_pieces_without_a_length_is_refused_when_it_grows_too_large(page: Page) -> None:
    head = f"POST /api/start HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\nCookie: {page.cookie}\r\n"
    head += f"Origin: http://127.0.0.1:{page.port}\r\nContent-Type: {JSON}\r\n"
    head += "Transfer-Encoding: chunked\r\n\r\n"
    piece = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    pieces = safety.LARGEST_BODY // 0x10000 + 2
    with socket.create_connection(("127.0.0.1", page.port), timeout=10) as line:
        line.sendall(head.encode() + piece * pieces)
        assert status(line.recv(65536)) == 413


@pytest.mark.parametrize("length", ["-1", "1e3", "abc", "²", ""])
def test_a_length_that_is_no_number_is_refused(page: Page, length: str) -> None:
    head = f"POST /api/start HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\nCookie: {page.cookie}\r\n"
    head += f"Origin: http://127.0.0.1:{page.port}\r\nContent-Length: {length}\r\n\r\n"
    assert status(raw(page.port, head.encode())) in (400, 413)


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data", "text/html", ""])
def test_only_json_is_taken(page: Page, kind: str) -> None:
    assert status(page.post("start", Content_Type=kind)) == 415


@pytest.mark.parametrize(
    "body",
    [
        b"[]", b'"x"', b"{", b"\xff\xfe", b'{"id": NaN}', b'{"id": Infinity}', b'{"id": "\\ud800"}',
        b'{"id": "a\\u0000b"}', b"[" * 100_000, b'{"a":' * 50_000,
        b'{"seen": ' + b"9" * 5000 + b"}",
    ],
)  # fmt: skip
def test_what_is_no_question_is_refused_with_a_message(page: Page, body: bytes) -> None:
    answer = page.post("news", body)
    assert status(answer) == 400
    assert json.loads(body_of(answer))["problem"]


@pytest.mark.parametrize("seen", ["-1", "1.5", '"x"', "[]", "99999999999999999999", "{}"])
def test_a_number_that_cannot_be_is_refused(page: Page, seen: str) -> None:
    assert status(page.post("news", f'{{"seen": {seen}}}'.encode())) == 400


def test_who_tells_the_head_too_slowly_is_let_go(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "HEAD_SECONDS", 1.0)
    with socket.create_connection(("127.0.0.1", page.port), timeout=10) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHo")
        time.sleep(0.1)
        line.sendall(b"st: x")
        assert line.recv(100) == b""


def test_who_tells_the_body_too_slowly_is_let_go(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety, "BODY_SECONDS", 0.3)
    head = f"POST /api/start HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\nCookie: {page.cookie}\r\n"
    head += f"Origin: http://127.0.0.1:{page.port}\r\nContent-Type: {JSON}\r\n"
    answer = raw(page.port, f"{head}Content-Length: 100\r\n\r\n{{".encode())
    assert status(answer) == 408


def test_many_slow_clients_do_not_keep_the_page_from_its_user(page: Page) -> None:
    lines = [socket.create_connection(("127.0.0.1", page.port)) for _ in range(100)]
    try:
        for line in lines:
            line.sendall(b"POST /api/start HTTP/1.1\r\n")
        assert status(page.post("start")) == 200
    finally:
        for line in lines:
            line.close()


def test_a_socket_that_stays_open_is_refused(page: Page) -> None:
    head = f"GET /api/start HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\nCookie: {page.cookie}\r\n"
    head += "Connection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    answer = raw(page.port, f"{head}Sec-WebSocket-Key: dGVzdA==\r\n\r\n".encode())
    assert status(answer) != 101


# --- after a restart --------------------------------------------------------------------------


def kept(project: Project) -> list[Path]:
    return list((project.path / "prive").glob("werkplek-*.json"))


def test_the_page_goes_on_after_a_restart_at_the_same_place(small_project: Project) -> None:
    bench = Workbench(small_project, "AB")
    with serving(bench) as opened:
        port = port_of(opened)
        held = cookie(request(port, "GET", opened.link.split(str(port), 1)[1]))
    with serving(bench) as again:
        assert port_of(again) == port
        assert status(request(port, "GET", "/", Cookie=held)) == 200


def test_what_is_kept_of_it_lets_nobody_in_and_is_for_its_owner(small_project: Project) -> None:
    with serving(Workbench(small_project, "AB")) as opened:
        port = port_of(opened)
        held = cookie(request(port, "GET", opened.link.split(str(port), 1)[1]))
    (path,) = kept(small_project)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text()
    assert held.split("=")[1] not in text
    assert "AB" not in text
    with serving(Workbench(small_project, "AB"), port) as again:
        for mark in json.loads(text)["until"]:
            answer = request(port_of(again), "GET", "/", Cookie=f"kwal-{port}={mark}")
            assert status(answer) == 403


def test_a_page_of_one_coder_does_not_work_for_another(small_project: Project) -> None:
    with serving(Workbench(small_project, "AB")) as opened:
        port = port_of(opened)
        held = cookie(request(port, "GET", opened.link.split(str(port), 1)[1]))
    with serving(Workbench(small_project, "CD"), port):
        assert status(request(port, "GET", "/", Cookie=held)) == 403
    with serving(Workbench(small_project, "AB", blind=True), port):
        assert status(request(port, "GET", "/", Cookie=held)) == 403


def test_a_page_that_was_opened_for_another_is_told_so(page: Page) -> None:
    assert status(page.post("start", Kwal_Werkplek="0" * 16)) == 409
    own = json.loads(body_of(page.post("start")))["key"]
    assert status(page.post("start", Kwal_Werkplek=own)) == 200


def test_a_session_ends(tmp_path: Path) -> None:
    clock = [1000.0]
    sessions = Sessions(tmp_path / "s.json", clock=lambda: clock[0])
    held = sessions.begin()
    assert sessions.knows(held)
    clock[0] += SECONDS + 1
    assert not sessions.knows(held)
    assert Sessions(tmp_path / "s.json", clock=lambda: clock[0]).until == {}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"until": 3}', '{"port": "x"}', '{"port": -1}'])
def test_a_damaged_file_lets_nobody_in(tmp_path: Path, text: str) -> None:
    path = tmp_path / "s.json"
    path.write_text(text)
    assert (Sessions(path).until, Sessions(path).port) == ({}, 0)


def test_where_nothing_can_be_kept_the_page_works_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("")
    sessions = Sessions(tmp_path / "bezet" / "s.json")
    assert sessions.knows(sessions.begin())


# --- who somebody is --------------------------------------------------------------------------

DESK = "werkplek: {adres: werkplek.veldermeer.example, kop: X-Remote-User}\n"
AT = {"Host": "werkplek.veldermeer.example", "Origin": "https://werkplek.veldermeer.example"}


@pytest.fixture
def proxied(small_project: Project) -> Iterator[int]:
    settings = small_project.path / "evaluatie.yaml"
    settings.write_text(settings.read_text() + DESK)
    with serving(Workbench(Project(small_project.path), "")) as opened:
        yield port_of(opened)


def behind(port: int, **headers: str) -> bytes:
    return request(port, "POST", "/api/start", b"{}", **{"Content_Type": JSON, **AT, **headers})


def test_behind_a_proxy_its_header_says_who_works(proxied: int) -> None:
    told = behind(proxied, X_Remote_User="Ren\u00c3\u00a9e")
    assert json.loads(body_of(told))["coder"] == "Renée"


@pytest.mark.parametrize(
    "headers",
    [
        {}, {"X_Remote_User": ""}, {"X_Remote_User": "   "}, {"X_Remote_User": "a" * 101},
        {"X_Remote_User": "\xff\xfe"}, {"X_Forwarded_User": "AB"}, {"Remote_User": "AB"},
        {"X_Remote_User": "AB", "x_remote_user": "CD"},
        {"X_Remote_User": "AB", "Origin": "http://werkplek.veldermeer.example"},
        {"X_Remote_User": "AB", "Origin": "https://kwaad.example"},
        {"X_Remote_User": "AB", "Sec_Fetch_Site": "cross-site"},
        {"X_Remote_User": "AB", "Host": "127.0.0.1"},
        {"X_Remote_User": "AB", "Host": "kwaad.example",
         "X_Forwarded_Host": "werkplek.veldermeer.example"},
    ],
)  # fmt: skip
def test_behind_a_proxy_nobody_comes_in_without_one_name(
    proxied: int, headers: dict[str, str]
) -> None:
    assert status(behind(proxied, **headers)) == 403


def test_behind_a_proxy_there_is_no_link_that_opens(proxied: int) -> None:
    for path in ("/open", "/open?sleutel="):
        answer = request(proxied, "GET", path, **AT, X_Remote_User="AB")
        assert b"set-cookie" not in answer.lower()
        assert status(answer) == 404


def test_without_a_proxy_no_header_is_believed(page: Page) -> None:
    named = dict.fromkeys(("X_Remote_User", "X_Forwarded_User", "Remote_User"), "EVIL")
    forwarded = {"X_Forwarded_Host": f"127.0.0.1:{page.port}", "X_Forwarded_For": "127.0.0.1",
                 "X_Forwarded_Proto": "https", "Forwarded": "for=127.0.0.1"}  # fmt: skip
    answer = page.post("start", **named, **forwarded)
    assert json.loads(body_of(answer))["coder"] == "AB"
    assert status(page.post("start", Cookie="", **named, **forwarded)) == 403
    assert status(page.post("start", Host="kwaad.example", **forwarded)) == 403
    assert status(page.post("start", Origin=f"https://127.0.0.1:{page.port}", **forwarded)) == 403


# --- what goes wrong tells nothing ------------------------------------------------------------


def test_a_fault_in_the_program_tells_nothing_of_what_it_was(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("/geheim/pad/Fatima")

    monkeypatch.setattr(Workbench, "answer", broken)
    answer = page.post("start")
    assert status(answer) == 500
    assert b"geheim" not in answer and b"Fatima" not in answer and b"Traceback" not in answer
    assert b"content-security-policy" in answer.lower()


def test_a_refusal_names_no_file_and_nobody(page: Page, small_project: Project) -> None:
    for answer in (
        page.post("start", Origin="https://kwaad.example"),
        page.post("start", Cookie=""),
        page.post("start", Host="kwaad.example"),
        page.post("start", Kwal_Werkplek="x"),
    ):
        assert str(small_project.path).encode() not in answer
        assert b"AB" not in body_of(answer)
