"""Of which time a passage speaks: an earlier phase, the present, or both.

Words of time decide; where they are silent, several verbs in one tense do. A single verb in the
past tense says little: people tell of what still holds in the past tense too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from kwalevaluatie.model import Moment
from kwalevaluatie.suggest.lemmas import is_verb, lemma

THEN = frozenset(
    """
    destijds toen toentertijd vroeger aanvankelijk voorheen eerder indertijd uiteindelijk
    """.split()
)
NOW = frozenset(
    """
    nu inmiddels tegenwoordig momenteel huidige huidig sindsdien intussen voortaan
    """.split()
)
THEN_PHRASES = (
    ("in", "het", "begin"), ("het", "begin", "was"), ("in", "eerste", "instantie"),
    ("die", "tijd"), ("de", "eerste", "keer"), ("de", "eerste", "jaren"), ("jaar", "geleden"),
    ("jaren", "geleden"), ("de", "vorige"), ("mijn", "vorige"), ("de", "eerste", "periode"),
)  # fmt: skip
NOW_PHRASES = (
    ("nog", "steeds"), ("nog", "altijd"), ("op", "dit", "moment"), ("deze", "tijd"),
    ("de", "laatste", "tijd"), ("sinds", "kort"), ("tot", "op", "heden"), ("al", "sinds"),
)  # fmt: skip
NOT_NOW = frozenset("tot af".split())
OPENING = frozenset("eerst daarvoor".split())
WHEN = frozenset("ik je hij ze zij we wij het de mijn er die u men dat".split())
PAST = frozenset(
    """
    was waren had hadden werd werden kon konden moest moesten mocht mochten wilde wilden wou zou
    deed deden ging gingen kwam kwamen kreeg kregen vond vonden zei zeiden stond stonden zat
    zaten bleef bleven liet lieten nam namen wist wisten zag zagen dacht dachten gaf gaven hielp
    hielpen sprak spraken keek keken vroeg vroegen hoefde hoefden begon begonnen liep liepen lag
    lagen las lazen schreef bracht brachten reed reden hield hielden sloot viel vielen trok leek
    leken bleek bleken begreep begrepen kocht zocht vloog sliep riep schoof droeg koos verloor
    vergat verscheen ontbrak
    """.split()
)
PRESENT = frozenset(
    """
    ben bent is kan kun moet mag wil doe doet ga gaat kom komt krijg krijgt vind vindt zegt staat
    sta zit blijft blijf voel voelt laat neemt weet zie ziet denk denkt geef geeft heb hebt heeft
    hoef hoeft hou belt bel loopt lig ligt wordt word
    """.split()
)
CLEAR = 3
PERFECT = frozenset("heb hebt heeft is ben bent".split())


def moment_of(forms: Sequence[str]) -> Moment:
    """Whether the words of a passage speak of an earlier phase, the present, or both."""
    then, now = _then(forms), _now(forms)
    if then > 1 and now > 1:
        return "toen+nu"
    past, present = _tenses(forms)
    balance = then + past - now - present
    return "toen" if balance > 1 else "nu" if balance < -1 else "onbekend"


def _then(forms: Sequence[str]) -> int:
    """How clearly words speak of an earlier phase; toen that only joins two clauses, less."""
    weight = CLEAR if forms and forms[0] in OPENING else 0
    for place in (at for at, form in enumerate(forms) if form in THEN):
        joins = forms[place] == "toen" and not WHEN.isdisjoint(forms[place + 1 : place + 2])
        weight += 1 if joins else CLEAR
    return weight + CLEAR * _any_of(THEN_PHRASES, forms)


def _now(forms: Sequence[str]) -> int:
    words = sum(
        form in NOW and NOT_NOW.isdisjoint(forms[max(0, at - 1) : at])
        for at, form in enumerate(forms)
    )
    return CLEAR * (words + _any_of(NOW_PHRASES, forms))


def _any_of(phrases: Iterable[tuple[str, ...]], forms: Sequence[str]) -> bool:
    text = f" {' '.join(forms)} "
    return any(f" {' '.join(phrase)} " in text for phrase in phrases)


def _tenses(forms: Sequence[str]) -> tuple[int, int]:
    """How many verbs stand in the past and in the present tense, two at most of each."""
    tenses = [_tense(form) for form in forms]
    is_perfect = "done" in tenses
    present = sum(
        tense == "present" and not (is_perfect and form in PERFECT)
        for form, tense in zip(forms, tenses, strict=True)
    )
    return min(2, tenses.count("past")), min(2, present)


@lru_cache(maxsize=50_000)
def _tense(form: str) -> str:
    """The tense of a form that can only be a verb: past, present, done, or nothing."""
    if form in PAST:
        return "past"
    if form in PRESENT:
        return "present"
    if len(form) < 4 or not form.endswith(("de", "te", "den", "ten", "t", "d", "en")):
        return ""
    base = lemma(form)
    if base == form or not is_verb(base):
        return ""
    if form.startswith("ge") and not base.startswith("ge"):
        return "done"
    if form.endswith(("de", "te", "den", "ten")):
        return "past"
    return "present" if form == base[:-2] + "t" or form == base.removesuffix("en") + "t" else ""
