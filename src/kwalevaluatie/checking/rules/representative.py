"""Weighs the claim that what was found holds for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.groups import PLAIN_GROUP
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.tables import Row, Table
from kwalevaluatie.model.reported import Remark

RULE = "bewering over de methode"
FAR_FROM = 8
_WHO = (
    rf"(?:{PLAIN_GROUP}|\w*bestand|\w*groep|\w*gemeente|populatie|regio|wijk|stad|bevolking|"
    r"jeugd|achterban|leden|volwassenen|werkenden|\w+houders|betrokkenen)(?![\w])"
)
_WHOLE = (
    r"(?:iedereen|(?:alle|de hele|het hele|heel|elke|de gehele|het gehele|de volledige|"
    rf"het volledige)\s+(?:[\w.]+\s+){{0,2}}?{_WHO})"
)
_LIKENESS = re.compile(
    r"\brepresentatie(?:f|ve)\b|\brepresentativiteit\b|\bdekkend beeld\b|\bafspiegeling\b|"
    r"\bspiegel(?:t|en)\b|\bdwarsdoorsnede\b"
)
_HOLDS = re.compile(
    rf"\b(?:geld(?:t|en)|gaan op|gaat op|opgaan|staan model|staat model|maatgevend|illustratief)\b"
    rf"[^.;]{{0,25}}?\bvoor\s+{_WHOLE}\b|\bvoor\s+{_WHOLE}[^.;,]{{1,50}}?\b(?:geld(?:t|en)|"
    r"opga(?:at|an))\b"
    rf"|\b(?:doortrekken|doorgetrokken|generaliseren|gegeneraliseerd|veralgemeniseren|"
    rf"vertaald|te vertalen|door te trekken|te generaliseren)\b[^.;]{{0,15}}?\bnaar\s+{_WHOLE}\b"
    rf"|\bnaar\s+{_WHOLE}[^.;,]{{1,40}}?\b(?:doortrekken|generaliseren|doorgetrokken|"
    r"gegeneraliseerd|vertaald|worden vertaald|te vertalen)\b"
    rf"|\b(?:betrouwbaar|getrouw|volledig|compleet|goed)\s+beeld\b[^.;]{{0,40}}?\b(?:van|over)\s+"
    rf"{_WHOLE}\b|\buitspra(?:ak|ken)\b[^.;]{{0,20}}?\bover\s+{_WHOLE}\b"
)
_DENIED = re.compile(
    r"\b(?:niet|geen|noch|nooit|zonder|beoog\w*|onvoldoende|beperkt|voorzichtig\w*|indicatie\w*|"
    r"als|indien|of|wanneer|zou|zouden|kunnen we pas|moet|moeten|volgende keer)\b"
)
_GROUNDED = re.compile(
    r"\b(?:aselecte?|a-selecte?|gewogen|weging|herwogen|gestratificeerde?|integraal|"
    r"vergeleken met (?:het|de)|komt overeen|komen overeen|wijkt? niet af|wijken niet af|"
    r"toetsten|getoetst)\b"
)
_OUTCOME = re.compile(
    r"\b(?:uitkomst\w*|resultat\w*|resultaat|bevinding\w*|onderzoek\w*|steekproef|respons|"
    r"respondent\w*|deelnemers|gesprek\w*|interview\w*|geïnterview\w*|gesproken|antwoord\w*|"
    r"vragenlijst\w*|enquête\w*|peiling|groep|beeld|conclusie\w*|verhalen|"
    r"ervaringen|cijfers|selectie|dossiers|casus\w*|belronde|meting)\b"
)
_FEW_TALKED = re.compile(
    r"\b(?:interview\w*|gesprek(?:ken)?|geïnterview\w*|groepsgesprek\w*|focusgroep\w*|gesproken)\b"
)
_BY_SIZE = re.compile(
    r"\b(?:hoge respons|respons van|van deze omvang|omvang van|grote aantal|groot aantal|"
    r"voldoende (?:respondenten|deelnemers|reacties)|met \d+ (?:ingevulde|reacties|respondenten|"
    r"deelnemers|gesprekken)|\d\s?%|omdat|doordat|dankzij)\b"
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """Claims that those who answered stand for all, without ground or against a table."""
    for sentence in reading.sentences:
        like, holds = _LIKENESS.search(sentence.lower), _HOLDS.search(sentence.lower)
        match = holds or like
        if not match or not _is_claim(sentence, match):
            continue
        table = _table_against(reading, sentence) if like else None
        reason = _reason(reading, sentence, holds is not None)
        if table:
            yield _contradicted(sentence, match, table)
        elif reason:
            yield remark(sentence, RULE, "let op", reason, match.span())


def _is_claim(sentence: Sentence, match: re.Match[str]) -> bool:
    denied = _DENIED.search(sentence.lower)
    return not denied and bool(_OUTCOME.search(sentence.lower))


def _reason(reading: Reading, sentence: Sentence, holds: bool) -> str:
    """Why the claim does not hold; nothing where its ground is told."""
    near = " ".join(one.lower for one in reading.around(sentence, 2, 1))
    if _FEW_TALKED.search(sentence.lower) and "vragenlijst" not in near and "enquête" not in near:
        return (
            "Gesprekken met een klein aantal gekozen mensen zijn niet representatief. Schrijf "
            "dat zij laten zien welke ervaringen er zijn, niet hoe vaak die voorkomen."
        )
    if not _GROUNDED.search(near) and (holds or _BY_SIZE.search(sentence.lower)):
        return (
            "Dat de uitkomsten voor iedereen gelden, volgt niet uit het aantal antwoorden of de "
            "hoogte van de respons. Schrijf hoe de groep is gekozen en op welke kenmerken zij "
            "lijkt op wie niet meedeed, of laat de bewering weg."
        )
    return ""


def _table_against(reading: Reading, sentence: Sentence) -> Row | None:
    """A row in which the share of those who answered is far from their share of all."""
    for table in reading.tables:
        near = abs(table.rows[-1].passage.number - sentence.passage.number) <= 6
        columns = _share_columns(table)
        if not near or len(columns) != 2:
            continue
        for row in table.rows:
            cells = [row.numbers[at] for at in columns if at < len(row.numbers)]
            values = [cell.value for cell in cells if cell]
            if len(values) == 2 and abs(values[0] - values[1]) >= FAR_FROM:
                return row
    return None


def _share_columns(table: Table) -> list[int]:
    """The columns with percentages."""
    return [
        at
        for at in range(1, table.width)
        if sum(cell.percent for _, cell in table.column(at)) >= 2
        or (at < len(table.head) and re.search(r"%|aandeel|procent", table.head[at]))
    ]


def _contradicted(sentence: Sentence, match: re.Match[str], row: Row) -> Remark:
    message = (
        f"De tabel laat iets anders zien: bij “{row.cells[0][:60]}” (regel {row.line}) verschilt "
        "het aandeel veel. Pas de bewering aan, of weeg de uitkomsten."
    )
    return remark(sentence, RULE, "let op", message, match.span(), [row.line])
