"""Counts, number words and quantifiers that somebody typed, where a reference belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
LEGAL = "artikel|art\\.|lid|hoofdstuk|paragraaf|bijlage|titel|boek"
ALLOWED = re.compile(
    rf"""\b\d{{1,2}}\s+(?:{MONTHS})(?:\s+\d{{4}})?\b   # 12 maart 2025
    |\b\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{4}}\b             # 12-03-2025
    |\b\d{{4}}-\d{{2}}-\d{{2}}\b                       # 2025-03-12
    |\b(?:{LEGAL})\s+\d+(?:[.:]\d+)*[a-z]?\b          # artikel 7.2a
    |\b(?:19|20)\d\d(?!\s*(?:inwoners|mensen|respondenten|euro|gesprekken)|\d|[,.]\d|\s*%)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
WORDS = (
    "één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien"
    "|zestien|zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig"
    "|tachtig|negentig|honderd|duizend|procent|beide|allebei"
)
WHO = (
    "inwoners?|mensen|professionals?|(?:netwerk)?partners?|respondenten|respondent|werkgevers?"
    "|cliënten|organisaties|medewerkers|gesprekken|van (?:de|hen|deze)|anderen"
)
QUANTIFIERS = (
    rf"(?:bijna |vrijwel |niet )?alle(?:n|maal)?(?= (?:{WHO})\b)|iedereen|niemand"
    rf"|geen(?: enkele)?(?= (?:{WHO})\b)|(?:bijna |ruim |meer dan |minder dan )?de helft"
    r"|(?:een |de )?(?:grote |ruime |kleine |overgrote )?(?:meerderheid|minderheid)"
    rf"|de meesten?\b|(?:het meren|een groot |een klein )deel|een deel(?= (?:{WHO})\b)"
    rf"|(?:enkele|sommige|veel|weinig|meerdere|verschillende)(?= (?:{WHO})\b)"
    r"|een (?:kwart|derde|handvol|paar)|driekwart|velen|sommigen|enkelen"
)
TYPED = re.compile(rf"\d+(?:[.,]\d+)*\s*%?|\b(?:{WORDS})\b|\b(?:{QUANTIFIERS})\b", re.IGNORECASE)
REFERENCE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
BLANK = re.compile(r"[^\n]")


def typed_counts(text: str) -> Iterator[tuple[int, str]]:
    """Each count that was typed, with its line in the text (from nought).

    Years, dates and the numbers of articles are left alone, and so is what a reference prints.

    >>> list(typed_counts("In 2024 zeiden vijf inwoners dit, volgens artikel 7."))
    [(0, 'vijf')]
    """
    left = _blanked(ALLOWED, _blanked(REFERENCE, text))
    for found in TYPED.finditer(left):
        yield left.count("\n", 0, found.start()), found.group().strip()


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: BLANK.sub(" ", found.group()), text)
