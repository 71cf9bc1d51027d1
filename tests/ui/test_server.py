"""What stands in a conversation is shown as text, whatever it holds, and never becomes a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from tests.support.looking import go
from tests.support.serving import port_of, request, serving

from kwalevaluatie.errors import KwalError
from kwalevaluatie.model import Transcript, Turn
from kwalevaluatie.project import Project
from kwalevaluatie.ui.server import read_question
from kwalevaluatie.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Page

ATTACKS = (
    "<script>document.title='gehackt'</script>",
    '"><img src=x onerror="document.title=\'gehackt\'">',
    "<svg/onload=document.title='gehackt'> <iframe src=javascript:alert(1)></iframe>",
    "</p></main><base href='https://kwaad.example/'> &lt;b&gt; &#60;script&#62;",
    "{{ 7*7 }} ${7*7} <%= 7*7 %> javascript:alert(1) ]]>",
    "recht \u202eomgekeerd\u202c en \u2067rtl\u2069 שלום עליכם مرحبا einde",
    "nul\u0000teken \u0007bel \ufeffbom \u200dzwj",
    "emoji 👩\u200d👩\u200d👧 en 🇳🇱 dan goed geholpen 𝒲 slot",
)


def hostile() -> Transcript:
    said = [Turn("R <b>vet</b>\u202e", "respondent", text) for text in ATTACKS]
    return Transcript("kwaad <i>", (Turn("I", "interviewer", "<h1>Hoe was het?"), *said), {})


@pytest.fixture
def link(small_project: Project) -> Iterator[str]:
    store = small_project.store
    store.freeze(hostile(), at="2026-01-01", by="toets")
    big = Turn("R", "respondent", "Ik werd goed geholpen. " * 220_000)
    store.freeze(Transcript("groot", (big,), {}), at="2026-01-01", by="toets")
    store.freeze(Transcript("leeg", (), {}), at="2026-01-01", by="toets")
    with serving(Workbench(small_project, "AB")) as opened:
        yield opened.link


def opened(tab: Page, link: str, place: str) -> None:
    tab.goto(link)
    tab.wait_for_selector("main h1")
    go(tab, place)


def test_no_text_becomes_an_element_or_runs(tab: Page, link: str) -> None:
    refused: list[str] = []
    tab.on("console", lambda message: refused.append(message.text))
    opened(tab, link, "gesprek/kwaad%20%3Ci%3E")
    for number, text in enumerate(ATTACKS, start=1):
        shown = tab.evaluate(f"document.querySelector('#beurt-{number} .tekst').textContent")
        assert shown == text
    inside = "document.querySelectorAll('.gesprek script, .gesprek img, .gesprek svg, .gesprek b,"
    assert tab.evaluate(f"{inside} .gesprek iframe, base, .gesprek h1').length") == 0
    assert "gehackt" not in tab.title()
    assert not [text for text in refused if "Content Security Policy" in text]


def test_words_after_emoji_and_nul_are_coded_where_they_stand(
    tab: Page, link: str, small_project: Project
) -> None:
    opened(tab, link, "gesprek/kwaad%20%3Ci%3E")
    for number, words in ((8, "goed geholpen"), (7, "zwj"), (6, "einde")):
        tab.evaluate(
            """([number, words]) => {
                const text = document.querySelector(`#beurt-${number} .tekst`);
                const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
                const at = node.data.indexOf(words);
                document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
                document.querySelector(".gesprek").focus({ preventScroll: true });
            }""",
            [number, words],
        )
        tab.keyboard.press("c")
        tab.keyboard.type("hulp")
        tab.keyboard.press("Enter")
        tab.locator(".kwal .stand:has-text('Gecodeerd')").wait_for()
        tab.locator(f"#beurt-{number} button.codering").wait_for()
    turns = hostile().turns
    said = [
        turns[one.span.turn].text[one.span.start : one.span.stop]
        for one in small_project.store.events()
    ]
    assert said == ["goed geholpen", "zwj", "einde"]


def test_words_of_two_turns_or_of_the_interviewer_are_not_coded(tab: Page, link: str) -> None:
    opened(tab, link, "gesprek/kwaad%20%3Ci%3E")
    choose = """([from, to]) => document.getSelection().setBaseAndExtent(
        document.querySelector(`#beurt-${from} .tekst`), 0,
        document.querySelector(`#beurt-${to} .tekst`), 1)"""
    for places, told in (([1, 2], "binnen één beurt"), ([0, 0], "niet de vraag")):
        tab.evaluate("document.querySelector('.gesprek').focus({ preventScroll: true })")
        tab.evaluate(choose, places)
        tab.keyboard.press("c")
        tab.locator(f".kwal .stand:has-text('{told}')").wait_for()
        assert tab.locator("dialog").count() == 0


def test_a_turn_of_five_megabytes_and_a_conversation_without_turns_open(
    tab: Page, link: str
) -> None:
    opened(tab, link, "gesprek/groot")
    tab.wait_for_selector("#beurt-0")
    length = tab.evaluate("document.querySelector('#beurt-0 .tekst').textContent.length")
    assert length > 5_000_000
    go(tab, "gesprek/leeg")
    tab.get_by_text("Dit gesprek heeft geen beurten").wait_for()
    for key in "jkaxcmosnzf":
        tab.keyboard.press(key)
    assert tab.locator("dialog").count() == 0


def test_a_place_that_does_not_exist_says_so(tab: Page, link: str) -> None:
    opened(tab, link, "")
    tab.evaluate("location.hash = 'gesprek/bestaat-niet'")
    tab.locator(".kwal .fout:has-text('is er niet')").wait_for()
    tab.evaluate("location.hash = 'gesprek/%'")
    tab.locator(".kwal .fout:has-text('is er niet')").wait_for()


def test_a_closed_door_is_explained_on_the_page(tab: Page, link: str) -> None:
    opened(tab, link, "")
    tab.context.clear_cookies()
    tab.route("**/", lambda route: route.continue_())
    tab.goto(link.split("/open")[0])
    assert "kwal open" in tab.inner_text("body")


def test_the_script_that_is_sent_is_never_taken_for_a_page(small_project: Project) -> None:
    with serving(Workbench(small_project, "AB")) as page:
        port = port_of(page)
        answer = request(port, "GET", page.link.split(str(port), 1)[1]).lower()
    assert b"text/html" in answer and b"nosniff" in answer


@pytest.mark.parametrize("body", [b"", b"{}", b'{"id": "r1"}', '{"w": "é😀"}'.encode()])
def test_a_question_is_read(body: bytes) -> None:
    assert isinstance(read_question(body), dict)


def test_a_sign_that_no_database_takes_is_refused() -> None:
    with pytest.raises(KwalError):
        read_question(b'{"reason": "\\u0000"}')
