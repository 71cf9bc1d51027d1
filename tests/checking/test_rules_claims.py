"""Whom was spoken to, what was asked, what is compared and what is announced."""

from __future__ import annotations

import pytest
from tests.checking.checked import remarks_on, rules_on

METHOD = """
# 1. Werkwijze

We hebben in totaal achttien ouders gesproken en zeven scholen.

Ook was er een groepsgesprek met consulenten.

# 2. Uitkomsten

"""
FOUND = (
    ("noemer", "Negen van de dertien ouders kennen het loket."),
    ("alle van een groepsgesprek", "Alle consulenten vinden de caseload te hoog."),
    ("alle van een groepsgesprek", "De consulenten zijn unaniem tevreden over het systeem."),
    ("eerder jaar", "De bejegening wordt beter beoordeeld dan in 2020."),
    ("aantal ontbreekt", "Uit het Ouderonderzoek blijkt dat 78% zich welkom voelt."),
    (
        "telling naast enquête",
        "Tien van de achttien ouders zijn tevreden. Uit de enquête komt vaker tevredenheid naar "
        "voren (80%).",
    ),
    (
        "geen van wie",
        "De vraag over leerlingenvervoer is alleen aan zes ouders gesteld. Geen van de ouders is "
        "ontevreden over het leerlingenvervoer.",
    ),
    ("herkenbaar", "Eén ouder, gevlucht met haar dochter, begon een eigen zaak."),
    ("uitleg van de marge", "Bij een foutenmarge van 95% klopt het bijna altijd."),
    ("bewering over de methode", "De interviews geven een representatief beeld van alle ouders."),
    ("percentage van weinig mensen", "Van de consulenten vindt 33% (n=9) het druk."),
    ("nog in te vullen", "De uitkomsten van de enquête worden later toegevoegd."),
    ("nog in te vullen", "In totaal reageerden XXX ouders."),
    ("verwijzing", "Zie tabel 4.\n\nTabel 1. Ouders naar wijk\n\nTabel 2. Scholen naar wijk"),
    ("aangekondigd", "De ouders noemden de volgende punten:\n\n# 3. Slot\n\nDat was alles."),
)
SILENT = (
    ("noemer", "Negen van de achttien ouders kennen het loket."),
    ("noemer", "Van de dertien ouders die een kind op school hebben, kennen er negen het loket."),
    ("noemer", "Twaalf ouders hebben een kind op school. Negen van de twaalf ouders zijn blij."),
    ("noemer", "Van de 240 ouders in de registratie wonen er 80 in de wijk."),
    ("alle van een groepsgesprek", "De training is gegeven aan alle consulenten."),
    ("alle van een groepsgesprek", "Alle achttien ouders zijn tevreden."),
    ("eerder jaar", "De bejegening wordt beter beoordeeld dan in 2020: een 7,9 tegen een 7,4."),
    ("eerder jaar", "Het aantal is hoger dan vooraf gedacht."),
    (
        "aantal ontbreekt",
        "Het Ouderonderzoek is ingevuld door 212 ouders. Uit het Ouderonderzoek blijkt dat 78% "
        "zich welkom voelt.",
    ),
    (
        "geen van wie",
        "De vraag over leerlingenvervoer is alleen aan zes ouders gesteld. Geen van de zes ouders "
        "is ontevreden over het leerlingenvervoer.",
    ),
    ("herkenbaar", "Een ouder zegt dat de brief te lang is."),
    (
        "uitleg van de marge",
        "De foutmarge is 5% bij een betrouwbaarheid van 95%: met 95% zekerheid ligt het cijfer "
        "tussen 45% en 55%.",
    ),
    ("bewering over de methode", "De interviews geven geen representatief beeld."),
    ("nog in te vullen", "Aanvragen moeten nog worden verwerkt door de afdeling."),
    ("nog in te vullen", "“Ik kreeg toen [...] een brief”, zei zij."),
    ("verwijzing", "Zie tabel 2.\n\nTabel 1. Ouders naar wijk\n\nTabel 2. Scholen naar wijk"),
    ("verwijzing", "Zie tabel 9 van de jaarrekening.\n\nTabel 1. Ouders naar wijk"),
    ("aangekondigd", "De ouders noemden de volgende punten:\n\n- tijd\n- geld\n\n# 3. Slot"),
)


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_what_is_found(rule: str, text: str) -> None:
    assert rule in rules_on(METHOD + text)


@pytest.mark.parametrize(("rule", "text"), SILENT)
def test_what_is_left_alone(rule: str, text: str) -> None:
    assert rule not in rules_on(METHOD + text)


def test_one_survey_under_two_names() -> None:
    text = METHOD + "Het klantervaringsonderzoek was in mei.\n\nIn het klanttevredenheidsonderzoek"
    assert "twee namen" in rules_on(text + " noemen klanten de wachttijd.")


def test_two_surveys_that_are_told_apart() -> None:
    text = (
        "Naast het klantervaringsonderzoek was er een cliënttevredenheidsonderzoek.\n\n"
        "Het klantervaringsonderzoek was in mei."
    )
    assert "twee namen" not in rules_on(METHOD + text)


def test_a_report_that_says_it_has_no_figures() -> None:
    figures = "\n\n".join(
        f"Van de ouders noemt {share}% de tijd." for share in (12, 25, 31, 48, 60)
    )
    claim = (
        "# 1. Werkwijze\n\nIn dit rapport staan geen kwantitatieve gegevens.\n\n# 2. Uitkomsten\n\n"
    )
    assert "bewering over de methode" in rules_on(claim + figures)


def test_a_summary_with_another_number_of_conversations() -> None:
    text = """
    # Samenvatting

    Er zijn 24 interviews gehouden.

    # 1. Werkwijze

    Er zijn 22 interviews gehouden met de hulp van een tolk.
    """
    assert "aantal gesprekken" in rules_on(text)


def test_another_number_of_recommendations() -> None:
    text = """
    # Samenvatting

    Wij doen vier aanbevelingen.

    # 5. Aanbevelingen

    1. Schrijf korter.
    2. Bel vaker.
    3. Meet de wachttijd.
    """
    assert "aantal in de lijst" in rules_on(text)
    assert "aantal in de lijst" not in rules_on(text.replace("vier", "drie"))


def test_a_conclusion_stronger_than_the_result() -> None:
    text = """
    # 2. Resultaten

    Zeven van de twaalf ouders kenden de onafhankelijke vertrouwenspersoon niet.

    # 3. Conclusie

    Vrijwel alle ouders kenden de onafhankelijke vertrouwenspersoon niet.
    """
    assert "verschuivend woord" in rules_on(text)
    assert "verschuivend woord" not in rules_on(text.replace("Vrijwel alle", "De meeste"))


def test_a_figure_with_two_values() -> None:
    text = """
    # Samenvatting

    Van de ouders vindt 61% dat de hulp op tijd begon.

    # 3. Resultaten

    Tijdens het onderzoek was er {}.

    Volgens de lijst vindt 67% van de ouders dat de hulp op tijd begon.
    """
    assert "twee waarden" in rules_on(text)
    assert "twee waarden" not in rules_on(text.replace("67%", "61%"))


def test_an_empty_annex() -> None:
    text = "# 1. Slot\n\nTot zover.\n\n# Bijlage 1. Wie wij spraken\n\n# Bijlage 2. Vragen\n\nWat?"
    assert "lege bijlage" in rules_on(text)


def test_many_places_make_one_remark() -> None:
    text = "Er reageerden XXX ouders.\n\nDat is XXX procent.\n\nEr waren XXX scholen."
    found = [one for one in remarks_on(text) if one.rule == "nog in te vullen"]
    assert [one.line for one in found] == [1]
    assert found[0].also == (3, 5)


def test_causes_are_a_matter_of_style() -> None:
    text = "# 4. Conclusie\n\nDe aanpak leidt tot meer uitstroom."
    assert [(one.rule, one.severity) for one in remarks_on(text)] == [
        ("oorzaak en gevolg", "stijl")
    ]
    assert not remarks_on(text.replace("De aanpak leidt", "Volgens ouders leidt de aanpak"))
