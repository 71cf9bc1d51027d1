"""What the words around a number say that it is: "mijn klantnummer is …"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kwalevaluatie.privacy.finding.words import Words

_SAID: Mapping[str, str] = {
    word: kind
    for kind, said in {
        "bsn": """bsn burgerservicenummer burgerservicenummers sofinummer sofi bsn-nummer
            sofi-nummer""",
        "telefoon": """telefoonnummer telefoon mobiel mobiele bel bellen belt 06-nummer tel 06
            whatsapp appen bereikbaar gebeld toestel telnr telefoonnr lijn""",
        "iban": """iban rekening rekeningnummer bankrekening bankrekeningnummer ibannummer
            rekeningnr""",
        "postcode": "postcode postcodes",
        "kenteken": """kenteken kentekens nummerbord nummerplaat kentekenplaat auto autootje busje
            bestelbus bus wagen scooter brommer brommobiel motor aanhanger bestelauto""",
        "klantnummer": """dossier kenmerk referentie zaakkenmerk dossierkenmerk zaak casus ref
            polis""",
        "overig": """paspoortnummer paspoort id-nummer identiteitsnummer documentnummer
            rijbewijsnummer rijbewijs big-nummer big-registratie agb-code agb identiteitskaart
            verblijfsdocument gebruikersnaam inlognaam kvk kvk-nummer big w-document
            identiteitsbewijs""",
    }.items()
    for word in said.split()
}
_NUMBER = re.compile(r"(?:nummer(?:tje)?|nr)$")
_OTHER_NUMBERS = frozenset(
    """huisnummer kamernummer rugnummer volgnummer paginanummer artikelnummer jaarnummer
    themanummer lotnummer servicenummer alarmnummer noodnummer informatienummer hoofdnummer
    regelnummer nummer nummertje nr telefoonnummertje paginanr respondentnummer huisnr""".split()
)
_ANY = frozenset("nummer nummertje".split())
_REACH = 12
_STOP = re.compile(r"[.?!]\s")
_NEAR = 3


def kind_of_number(word: str) -> str:
    """The kind of number that a word speaks of, or nothing."""
    if word in _SAID:
        return _SAID[word]
    return "klantnummer" if _NUMBER.search(word) and word not in _OTHER_NUMBERS else ""


def said_to_be(words: Words, index: int) -> str:
    """What the words before a number say that it is, or nothing; "nummer" is a telephone's."""
    general = ""
    for place in range(index - 1, max(index - 1 - _REACH, -1), -1):
        if kind := kind_of_number(words[place].bare):
            return kind
        general = general or ("telefoon" if words[place].bare in _ANY else "")
        if _STOP.search(words.gap(place + 1)) and place < index - _NEAR:
            break
    return general


def speaks_of(words: Words, first: int, last: int, kind: str) -> bool:
    """Whether the words before or after a number speak of this kind of number."""
    after = range(last + 1, min(last + _REACH, len(words)))
    return said_to_be(words, first) == kind or any(
        kind_of_number(words[place].bare) == kind for place in after
    )
