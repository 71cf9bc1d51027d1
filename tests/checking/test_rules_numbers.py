"""Sums, shares, words for how many, tables and dates: what is wrong, and what only looks so."""

from __future__ import annotations

import pytest
from tests.checking.checked import remarks_on, rules_on

PARTS = "delen en geheel"
WRONG_PARTS = (
    "Wij spraken vijftien ouders: acht moeders en vier vaders.",
    "Van de twaalf deelnemers zijn er zeven tevreden, drie neutraal en vier ontevreden.",
    "In totaal deden 40 scholen mee, waarvan 22 in de stad, 15 in de dorpen en 9 erbuiten.",
    "Van de negen gezinnen kregen er vijf hulp. De overige zes gezinnen van hen wachten nog.",
    "Veertien van de twaalf cliënten kwamen terug.",
    "Er zijn tien afspraken. Aan zes is voldaan, aan drie deels en aan twee niet.",
)
RIGHT_PARTS = (
    "Wij spraken vijftien ouders: elf moeders en vier vaders.",
    "Van de twaalf deelnemers zijn er zeven tevreden, drie neutraal en twee ontevreden.",
    "Van de elf inwoners noemen er acht de wachttijd en zes de bejegening.",
    "In totaal deden 40 scholen mee, waarvan 22 in de stad en 18 in de dorpen.",
    "Van de negen gezinnen kregen er vijf hulp. De overige vier gezinnen van hen wachten nog.",
    "Van de acht klanten hebben er drie één brief gekregen, en vijf van hen hebben er twee.",
    "Er zijn twaalf gesprekken gevoerd: zeven met medewerkers van vier organisaties en vijf met "
    "bestuurders.",
    "Er zijn elf afspraken. Aan zes is voldaan, aan drie deels en aan twee niet.",
    "Van de twintig ouders belden er zes drie keer en veertien van hen nooit.",
    "Wij spraken tien cliënten, onder wie drie jonger dan 30 jaar.",
)


@pytest.mark.parametrize("text", WRONG_PARTS)
def test_parts_that_do_not_make_the_whole(text: str) -> None:
    assert PARTS in rules_on(text)


@pytest.mark.parametrize("text", RIGHT_PARTS)
def test_parts_that_do(text: str) -> None:
    assert PARTS not in rules_on(text)


WRONG_SUMS = (
    "Van de 200 aanvragen zijn er 50 afgewezen. Van de 80 klanten reageerden er 20 (35%).",
    "De lijst ging naar 500 ouders. Daarvan vulden 150 van de 500 ouders hem in, dat is 40%.",
    "Het aantal meldingen is gestegen van 320 in 2021 naar 290 in 2023.",
    "De wachttijd daalde van 6 weken naar 9 weken.",
    "Het budget is verdubbeld van € 40.000 naar € 55.000.",
)
RIGHT_SUMS = (
    "Van de 80 klanten reageerden er 20 (25%).",
    "Van de 900 ouders vulden 342 ouders de lijst in, dat is 38%.",
    "Van de 80 klanten reageerden er 27 (ongeveer een derde, 34%).",
    "Het aantal meldingen is gestegen van 290 in 2021 naar 320 in 2023.",
    "Het budget is verdubbeld van € 40.000 naar € 81.000.",
    "De kosten daalden met 12%, van 50 naar 44.",
)


@pytest.mark.parametrize("text", WRONG_SUMS)
def test_what_is_reckoned_wrongly(text: str) -> None:
    assert "rekenen" in rules_on(text)


@pytest.mark.parametrize("text", RIGHT_SUMS)
def test_what_is_reckoned_well(text: str) -> None:
    assert not rules_on(text) & {"rekenen", PARTS}


WORDS = "woord en getal"
WRONG_WORDS = (
    "Het overgrote deel van de ouders (45%) is tevreden over de intake.",
    "Een meerderheid van de cliënten, 38%, kent de klachtenregeling.",
    "De meeste jongeren (vier van de tien) hebben een vaste begeleider.",
    "Ongeveer de helft van de klanten vindt de brief duidelijk: 23%.",
    "Slechts een klein deel van de regisseurs heeft tijd genoeg: zes van de acht.",
    "Bijna alle inwoners (62%) weten de weg.",
    "Een kwart van de gezinnen (41%) kreeg hulp van de buurt.",
    "1 op de 7 inwoners (20%) zegt niets te hebben gehoord.",
    "De instroom bestaat voor het grootste deel (30%) uit nieuwkomers.",
)
RIGHT_WORDS = (
    "Het overgrote deel van de ouders (85%) is tevreden over de intake.",
    "Een meerderheid van de cliënten, 54%, kent de klachtenregeling.",
    "De meeste jongeren (zes van de tien) hebben een vaste begeleider.",
    "Ongeveer de helft van de klanten vindt de brief duidelijk: 47%.",
    "Bijna alle inwoners (94%) weten de weg.",
    "De meeste ouders zijn tevreden, terwijl 20% van de scholen klaagt.",
    "1 op de 6 inwoners (17%) zegt niets te hebben gehoord.",
    "Een derde van de gezinnen (31%) kreeg hulp van de buurt.",
    "De helft van de 40 ouders reageerde; 35% van de scholen deed dat.",
    "Een groot deel van de klanten belt. Het aantal telefoontjes steeg met 12%.",
    "De meeste organisaties kennen het loket; de wachttijd nam met 5% af.",
)


@pytest.mark.parametrize("text", WRONG_WORDS)
def test_words_that_do_not_fit_their_number(text: str) -> None:
    assert WORDS in rules_on(text)


@pytest.mark.parametrize("text", RIGHT_WORDS)
def test_words_that_fit(text: str) -> None:
    assert WORDS not in rules_on(text)


def test_a_word_in_one_sentence_and_the_number_in_the_next() -> None:
    text = (
        "De begeleiding brengt het overgrote deel van de groep in aanraking met vrijwilligerswerk. "
        "Na een jaar deed 38% van de cliënten vrijwilligerswerk."
    )
    assert WORDS in rules_on(text)


WRONG_TABLES = (
    """
    | Gemeente | 2022 | 2023 |
    |---|---|---|
    | Noord | 120 | 130 |
    | Zuid | 80 | 95 |
    | Totaal | 200 | 235 |
    """,
    """
    | Soort | Vrouwen | Mannen | Totaal |
    |---|---|---|---|
    | Intake | 12 | 9 | 21 |
    | Nazorg | 8 | 7 | 18 |
    """,
    """
    Gebied        Klanten    Aandeel
    Oost              30        60%
    West              20        30%
    Totaal            50       100%
    """,
    """
    | Post | Bedrag |
    |---|---|
    | Uitvoering | 300 |
    | waarvan loon | 210 |
    | waarvan huur | 120 |
    """,
    """
    | Hoe snel? | Aandeel |
    |---|---|
    | Minder dan 2 weken | 40% |
    | 2 tot 6 weken | 35% |
    | Meer dan 6 weken | 15% |
    """,
)
RIGHT_TABLES = (
    """
    | Gemeente | 2022 | 2023 |
    |---|---|---|
    | Noord | 120 | 130 |
    | Zuid | 80 | 95 |
    | Totaal | 200 | 225 |
    """,
    """
    | Stelling | Eens | Neutraal | Oneens |
    |---|---|---|---|
    | De hulp past | 70% | 19% | 12% |
    | De brief is duidelijk | 33% | 33% | 33% |
    """,
    """
    | Gemeente | Klanten | Cijfer |
    |---|---|---|
    | Noord | 104 | 7,8 |
    | Zuid | 61 | 7,5 |
    | Totaal | 165 | 7,7 |
    """,
    """
    | Wat noemt u? (meer antwoorden mogelijk) | Aandeel |
    |---|---|
    | De wachttijd | 60% |
    | De bejegening | 55% |
    | Anders | 20% |
    """,
    """
    | Post | Bedrag |
    |---|---|
    | Uitvoering | 300 |
    | waarvan loon | 210 |
    | Materiaal | 100 |
    | Totaal | 400 |
    """,
)


@pytest.mark.parametrize("text", WRONG_TABLES)
def test_tables_that_do_not_add_up(text: str) -> None:
    assert "tabel" in rules_on(text)


@pytest.mark.parametrize("text", RIGHT_TABLES)
def test_tables_that_do(text: str) -> None:
    assert "tabel" not in rules_on(text)


WRONG_DATES = (
    "Het onderzoek liep van mei 2024 tot en met februari 2024.",
    "De lijst kon worden ingevuld tot en met 31 november 2023.",
    "Dit beleid gold in de periode 2017-218.",
    "De dienst gaf € 26.5614 uit.",
    "Tussen 1 januari 2020 en 1 januari 2020 is niets veranderd.",
    "Het plan gaat over de periode 2026-2022.",
)
RIGHT_DATES = (
    "Het onderzoek liep van november 2023 tot en met februari 2024.",
    "De lijst kon worden ingevuld tot en met 30 november 2023.",
    "Dit beleid gold in de periode 2017-2018 en van 2019 t/m 2022.",
    "De dienst gaf € 265.614,50 uit, en in 2.021 gevallen niets.",
    "Bel 0900-1234567 of kijk in paragraaf 2.10.",
    "De gesprekken waren van 3 tot 9 maart 2024.",
    "In 2023 en 2021 was dat anders.",
)


@pytest.mark.parametrize("text", WRONG_DATES)
def test_dates_and_numbers_that_cannot_be(text: str) -> None:
    assert "datum of getal" in rules_on(text)


@pytest.mark.parametrize("text", RIGHT_DATES)
def test_dates_and_numbers_that_can(text: str) -> None:
    assert "datum of getal" not in rules_on(text)


def test_a_remark_points_at_its_words() -> None:
    text = "Alles liep goed.\nEen meerderheid van de ouders (31%) is blij."
    remark = next(one for one in remarks_on(text) if one.rule == WORDS)
    assert remark.line == 2
    assert text.split("\n")[1][remark.start : remark.stop] == "meerderheid"
