"""How a sentence values what it speaks of, and of which time it speaks: a first, cautious guess.

Word lists with negation; a guess for the reviewer, never a count.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kwalevaluatie.model import Moment, Valence

if TYPE_CHECKING:
    from spacy.tokens import Span

POSITIVE = frozenset(
    """
    aardig begrijpen begrip behulpzaam betrouwbaar blij deskundig dankbaar
    duidelijk eerlijk fantastisch fijn geduldig gehoord gelukkig geholpen gerustgesteld
    gewaardeerd goed helder hartelijk heerlijk kundig leuk lief luisteren
    makkelijk meedenken mooi netjes nuttig oké opgelucht passend perfect pluspunt positief
    prachtig prettig prima respectvol rustig snel soepel steun super tevreden top trots
    vertrouwd vlot vriendelijk waardevol warm welkom zinvol zorgvuldig
    """.split()
)
NEGATIVE = frozenset(
    """
    afgeserveerd afgewimpeld angst argwaan bang belachelijk boos chaos chaotisch frustrerend
    frustratie gedoe gekwetst gemis gestrest hopeloos irritant irritatie jammer kil klacht
    klagen kleineren lastig log machteloos matig minpunt moe moeilijk moeite nare negatief
    onbegrip onbeleefd onduidelijk onhandig onmogelijk onpersoonlijk onprettig
    onrustig onterecht onvoldoende onvriendelijk onzeker ontevreden overdreven
    paniek probleem raar rommelig rot schaamte schandalig schrikken slecht slordig sneu stom
    stress stressvol teleurgesteld teleurstelling traag triest vaag vernederend vervelend
    verwarrend verwijt vreselijk waardeloos wantrouwen wachten zielig zinloos zonde zwaar
    """.split()
)
NEGATIONS = frozenset(
    """
    niet geen nooit niks niets nergens niemand zonder nauwelijks amper zelden onvoldoende
    weinig
    """.split()
)
NO_NEGATION = frozenset({"alleen", "normaal"})
THEN = frozenset(
    """
    eerst destijds toen toentertijd vroeger aanvankelijk voorheen eerder vorige begin
    """.split()
)
NOW = frozenset(
    """
    nu inmiddels tegenwoordig momenteel huidige huidig sindsdien vandaag intussen
    """.split()
)
SCOPE = 4


def valence_of(sentence: Span) -> Valence:
    """The value that the words of a sentence carry; a negation shortly before a word turns it."""
    signs = {
        _sign(sentence, index)
        for index, token in enumerate(sentence)
        if {token.lemma_, token.lower_} & (POSITIVE | NEGATIVE)
    }
    if signs == {1}:
        return "positief"
    if signs == {-1}:
        return "negatief"
    return "gemengd" if signs else "neutraal"


def _sign(sentence: Span, index: int) -> int:
    token = sentence[index]
    sign = -1 if {token.lemma_, token.lower_} & NEGATIVE else 1
    before = [token.lower_ for token in sentence[max(0, index - SCOPE) : index]]
    negations = [
        word
        for word, following in pairwise([*before, ""])
        if word in NEGATIONS and following not in NO_NEGATION
    ]
    return -sign if len(negations) % 2 else sign


def moment_of(sentence: Span) -> Moment:
    """Whether a sentence speaks of an earlier phase, the present, or both."""
    words = {token.lower_ for token in sentence}
    then, now = bool(words & THEN), bool(words & NOW)
    if then and now:
        return "toen+nu"
    return "toen" if then else "nu" if now else "onbekend"
