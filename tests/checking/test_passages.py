"""Lines that a PDF broke become sentences again, and a remark still points at its line."""

from __future__ import annotations

from tests.checking.checked import remarks_on

from kwalevaluatie.checking.reading import Reading
from kwalevaluatie.formats.reports.text import from_text

FILLING = "".join(
    f"Regel {number} is even lang als de andere regels van dit stuk en zegt verder niets.\n\n"
    for number in range(10, 35)
)
BROKEN = f"""{FILLING}In het najaar is met veel ouders gesproken over de weg naar de jeugd-
hulp. Van de twaalf geïnterviewde

                                   7

ouders werk1 kenden er negen de weg naar de ge-
meente. Zij noemen de re-
integratie en het 2024-
2027 plan.
"""


def _sentences(text: str) -> list[str]:
    return [" ".join(one.text.split()) for one in Reading.of(from_text(text)).sentences]


def test_sentences_are_made_whole() -> None:
    sentences = _sentences(BROKEN)
    assert "Van de twaalf geïnterviewde ouders werk kenden er negen de weg naar de gemeente." in (
        sentences
    )
    assert sentences[-1] == "Zij noemen de re-integratie en het 2024-2027 plan."


def test_footnotes_do_not_break_a_sentence() -> None:
    text = FILLING + (
        "De meeste ouders die wij in het voorjaar hebben gesproken over de hulp waren\n"
        "1 Hiermee is bedoeld: hulp op school.\n"
        "tevreden over de intake.\n"
    )
    assert any(one.endswith("waren tevreden over de intake.") for one in _sentences(text))


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Dit geldt o.a. voor ouders (bijv. Jansen) en art. 3 van de wet. Zij zijn blij."
    assert len(_sentences(text)) == 2


def test_markup_is_not_read() -> None:
    text = "Van de **elf** ouders hebben er <sup>2</sup> *zes* werk."
    assert _sentences(text) == ["Van de elf ouders hebben er zes werk."]


def test_a_remark_stands_in_the_line_where_its_words_begin() -> None:
    start = "Uit de lijst die in het voorjaar aan alle ouders is gestuurd blijkt dat een\n"
    text = f"{FILLING}{start}meerderheid (31%) blij is."
    found = [one for one in remarks_on(text) if one.rule == "woord en getal"]
    assert [(one.line, one.start) for one in found] == [(52, 0)]
