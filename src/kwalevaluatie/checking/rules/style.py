"""Wording that says more than the research can carry: causes, and everybody from a few talks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.numbers import COUNT
from kwalevaluatie.checking.quantifiers import quantifiers_in
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.model.reported import Remark

CAUSE, GENERAL = "oorzaak en gevolg", "te algemeen"
MOST = 12
_CAUSAL = re.compile(
    r"\b(?:leid(?:t|en|de|den) (?:tot|ertoe)|zorg(?:t|en|de|den) (?:ervoor|voor (?:een|meer|"
    r"minder|betere))|draag(?:t|en) (?:\w+ ){0,2}?bij aan|dragen bij aan|"
    r"heeft (?:\w+ ){0,2}?(?:positief |negatief )?effect|(?:geen |positief |"
    "groot )?effect (?:heeft|hebben|gehad)|resulteert in|resulteerde in|"
    "als gevolg van|dankzij|heeft als effect|bevordert|bevorderen|versterkt het|verbetert de|"
    r"vergroot de)\b|\bbijgedragen aan\b"
)
_HEDGED = re.compile(
    r"\b(?:kan|kunnen|zou|zouden|mogelijk|wellicht|lijkt|lijken|vermoed\w*|waarschijnlijk|"
    r"niet kan worden vastgesteld|niet vast te stellen|beoog\w*|"
    r"moet|moeten|willen|wil|doel|bedoeld|verwacht\w*|onduidelijk of|of)\b"
)
_ATTRIBUTED = re.compile(
    r"\b(?:volgens|geven aan|geeft aan|gaven aan|noem\w*|benoem\w*|zeggen|zegt|vinden|vindt|"
    "ervaren|ervaart|menen|denken|blijkt uit|onderzoek laat zien|"
    r"wetenschappelijk|literatuur|studie\w*|aldus|naar hun gevoel|ziet|zien)\b"
)
_GENERAL = re.compile(
    "^(?:de )?(?:inwoners|cliënten|klanten|ouders|jongeren|deelnemers|inburgeraars|"
    r"mensen)\s+(?:zijn|voelen|ervaren|vinden|weten|hebben)\b"
    r"[^.]{0,60}\b(?:tevreden|positief|goed|gehoord|serieus|vertrouwen|prettig|ontevreden|"
    r"negatief|behoefte|geholpen|blij)\b"
)
_TALKS = re.compile(r"\b(?:interviews?|gesprekken|geïnterviewd\w*)\b")


def remarks(reading: Reading) -> Iterator[Remark]:
    """Causes and generalisations in summary and conclusions that nothing is said under."""
    talks = any(_TALKS.search(one.lower) for one in reading.sentences)
    found = [*_causes(reading), *(_generalised(reading) if talks else ())]
    yield from sorted(found, key=lambda one: one.line)[:MOST]


def _ends(reading: Reading) -> Iterator[Sentence]:
    """The sentences where a report says what it found."""
    return (one for one in reading.sentences if one.role in ("samenvatting", "conclusie"))


def _causes(reading: Reading) -> Iterator[Remark]:
    for sentence in _ends(reading):
        match = _CAUSAL.search(sentence.lower)
        if match and not _HEDGED.search(sentence.lower) and not _ATTRIBUTED.search(sentence.lower):
            message = (
                f"“{match[0]}” zegt dat het een het ander veroorzaakt. Zonder een groep om mee "
                "te vergelijken is dat niet te zien. "
                "Schrijf wie dat zegt, of dat het samen voorkomt."
            )
            yield remark(sentence, CAUSE, "stijl", message, match.span())


def _generalised(reading: Reading) -> Iterator[Remark]:
    for sentence in _ends(reading):
        match = _GENERAL.search(sentence.lower)
        counted = (
            re.search(COUNT, sentence.lower)
            or any(quantifiers_in(sentence.lower))
            or "%" in sentence.lower
        )
        if match and not counted and not _ATTRIBUTED.search(sentence.lower[: match.start() + 1]):
            message = (
                "Dit gaat over alle mensen, terwijl er een klein aantal is gesproken. Schrijf "
                "hoeveel van hoeveel, of “de inwoners "
                "die wij spraken”."
            )
            yield remark(sentence, GENERAL, "stijl", message, match.span())
