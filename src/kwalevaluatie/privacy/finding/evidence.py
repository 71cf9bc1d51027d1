"""What the words around a word tell of it: that a name comes, or that somebody acts."""

from __future__ import annotations

from kwalevaluatie.privacy.finding.words import CAPITAL, CAPITALS, NAME, ORDINARY, Words

ROLES = {
    **{
        word: word
        for word in """regisseur jobhunter jobcoach consulent klantmanager contactpersoon begeleider
        coach casemanager mentor tolk bewindvoerder budgetcoach maatschappelijk-werker
        wijkcoach trajectbegeleider klantregisseur werkcoach accountmanager
        stagebegeleider leidinggevende teamleider manager collega werkgever docent huisarts
        psycholoog therapeut voogd mantelzorger vrijwilliger maatje schuldhulpverlener
        participatiecoach loopbaanbegeleider inkomensconsulent werkconsulent taalcoach
        gezinscoach ambulant beleidsmedewerker adviseur projectleider directeur wethouder
        burgemeester onderzoeker interviewer arts fysiotherapeut advocaat""".split()
    },
    **dict.fromkeys(
        "zoon zoontje dochter dochtertje kind jongste oudste middelste baby tweeling kleinkind "
        "kleinzoon kleindochter stiefzoon stiefdochter zonen dochters kinderen pleegkind".split(),
        "kind",
    ),
    **dict.fromkeys(
        "man vrouw partner vriendin vriend ex verloofde echtgenoot echtgenote".split(), "partner"
    ),
    **dict.fromkeys(
        "moeder vader broer broertje zus zusje zuster schoonmoeder schoonvader schoonzus zwager "
        "neef nicht neefje nichtje oom tante opa oma mama papa stiefvader stiefmoeder broers "
        "zussen ouders schoonouders".split(),
        "familie",
    ),
    **dict.fromkeys("buurvrouw buurman buurmeisje buurjongen buren kennis".split(), "buur"),
    **dict.fromkeys("baas chef stagebaas ondernemer eigenaar voorman".split(), "leidinggevende"),
    **dict.fromkeys(
        """medewerker medewerkster mevrouw meneer contactpersonen regisseurs begeleidster
        begeleiders begeleiding consulente hulpverlener hulpverleenster juf ambtenaar jongen
        meisje maatschappelijk werker werkster verpleegkundige ambtenares""".split(),
        "persoon",
    ),
}
"""Words before a name that say whose name it is, and the role that they give."""
_CALLED = frozenset(
    """heet heette heten heetten genaamd genoemd noem noemde noemden noemen voornaam achternaam
    naam""".split()
)
_IS = frozenset(
    "is was eigenlijk heet heette eh uh dus toen gewoon eerst nu ook volgens weer".split()
)
BY = frozenset(
    """met van aan door bij voor en of namens volgens via over naar tegen tussen op dat toen
    als""".split()
)
DOES = frozenset(
    """zei zegt vertelde vertelt belde belt heeft had is was vroeg vraagt kwam komt ging gaat
    deed doet wilde wou kon kan mailde mailt appte stuurde stuurt vond vindt dacht denkt hielp
    helpt luisterde luistert regelde regelt nam neemt gaf geeft zat zit werkt werkte woont
    woonde moest moet schreef schrijft legde bleef blijft wist weet begon mocht zou werd wordt
    liet keek begeleidde wil reed hoorde ziet zag stond staat las leest merkte heette""".split()
)  # fmt: skip
VERBS = DOES | frozenset("wil hoop ken geef laat vind denk mag".split())
ASKS = frozenset(
    """je u jij jullie we wij ik hij ze zij men het dat dit er iemand de een mijn uw die zich
    geen niet graag wel""".split()
)
ARTICLES = frozenset(
    """de het een dit deze die geen elk elke ieder iedere alle veel meer minder mijn uw zijn
    haar hun onze ons welk welke zo'n""".split()
)
ADVERBS = frozenset("heel erg zo te niet wel zeer best goed veel meer".split())
_DESCRIBED = frozenset(
    "nieuwe vorige eerste tweede derde oude huidige laatste andere beste eigen vaste lieve "
    "jongste oudste ander kleine grote".split()
)
NEVER = frozenset(
    """rijk bron scholing figuur tabel bijlage hoofdstuk god allah jezus sinterklaas kerst pasen
    ramadan corona nederland europa maatwerk vertrouwen wet raad college gemeente werk inkomen
    zorg welzijn participatie regio kamer staat teams word excel whatsapp google facebook
    instagram zoom outlook internet vertel ja nee nou goed oké ok prima klopt bedankt dank hallo
    geb doc deb iban bsn sofi kvk digid max min hoi hey dag tja hmm ehm eh uh mensen iedereen
    niemand ben bent ik""".split()
)
BRANDS = frozenset(
    """nokia samsung apple iphone huawei opel toyota suzuki renault peugeot citroën citroen fiat
    ford
    volkswagen audi volvo skoda seat kia hyundai mazda nissan honda mercedes bmw tesla dacia mini
    bosch siemens miele philips sony lg hp dell lenovo nespresso senseo playstation xbox nintendo
    gazelle batavus sparta adidas nike ikea vespa ligier canta roblox fortnite tiktok snapchat
    telegram signal spotify netflix youtube gmail hotmail marktplaats vinted bitcoin linkedin
    twitter skype chrome windows android""".split()
)
"""Things, no people: makes of cars and telephones, games and apps."""
ELSEWHERE = frozenset("in te bij via naar uit op rond vanuit binnen".split())
_HEARD = 15
_SPEAKERS = frozenset("ik mij me mijn m'n je jij jou u we wij hij ze zij hem".split())
_PRONOUNS = frozenset("ik hij zij ze die je u dan ie".split())
_ENGLISH = frozenset("the and journal university department review for".split())
_BESIDE = frozenset("met aan door volgens namens van bij".split())


def role_of(words: Words, first: int) -> str:
    """The role that the words before a name give its bearer."""
    for away in (1, 2, 3):
        before = words.before(first, away)
        if before in ROLES:
            return ROLES[before]
        if before not in _IS | _CALLED:
            break
    return "persoon"


def anchored(words: Words, index: int) -> bool:
    """Whether the words before say that a name comes: "mijn regisseur …", "heette …"."""
    gap = words.gap(index)
    if gap.strip(" ,\n(–-") and words.opens(index):
        return False
    before = words.before(index)
    if before in _CALLED:
        return True
    if before in ("is", "was") and words.before(index, 2) in ("naam", "voornaam", "achternaam"):
        return True
    if before in ROLES:
        return _introduced(words, index - 1)
    if before in _PRONOUNS and words.before(index, 2) in _CALLED:
        return True
    hesitates = before in ("heten", "eh", "uh", "dus")
    return hesitates and words.before(index, 2) in _CALLED | ROLES.keys()


def is_own(words: Words, index: int) -> bool:
    """Whether "mijn man", "heet" or the like stands before, so that any word is a name."""
    before = words.before(index)
    return before in _CALLED or words.before(index, 2) in (
        "mijn",
        "m'n",
        "haar",
        "zijn",
        "onze",
        "uw",
        "je",
    )


def _introduced(words: Words, role: int) -> bool:
    """Whether somebody in particular is meant: "mijn zoon", "de nieuwe regisseur"."""
    before = words.before(role)
    if before in _DESCRIBED or before.endswith("e"):
        return True
    return before in ARTICLES or before in (
        "als",
        "m'n",
        "mn",
        "zn",
        "z'n",
        "d'r",
        "der",
        "collega",
        "",
    )


def acts(words: Words, index: int) -> bool:
    """Whether the word does what people do, or things are done with it."""
    return words.after(index) in DOES or words.before(index) in (
        "met",
        "aan",
        "door",
        "volgens",
        "namens",
    )


def in_place(words: Words, index: int) -> bool:
    """Whether the word stands where names stand: who does something, or with whom."""
    before = words.before(index)
    if before in ARTICLES or before in ADVERBS:
        return False
    return (words.after(index) in DOES and words.after(index) not in ASKS) or before in _BESIDE


def stands_apart(words: Words, index: int) -> bool:
    """Whether the word stands by itself: "ja, …, rustig nou", "en toen kwam …, die"."""
    ends = words.gap(index + 1).strip()[:1] in (",", ".", "?", "!") or index + 1 == len(words)
    return ends and (
        words.opens(index) or words.gap(index).strip() == "," or words.before(index) in DOES
    )


def stands_alone(words: Words, index: int) -> bool:
    """Whether an unknown word with a capital stands where a name of a person may stand."""
    away = words.before(index) in ELSEWHERE or words.before(index) in ARTICLES
    near = range(max(index - _HEARD, 0), min(index + _HEARD, len(words)))
    spoken = any(words[place].lower in _SPEAKERS for place in near)
    return spoken and not away and not in_title(words, index) and len(words[index].text) > 2


def in_title(words: Words, index: int) -> bool:
    """Whether an ordinary word with a capital stands beside it, as in the title of a law."""
    return any(
        words[place].marks & (CAPITAL | ORDINARY | NAME) == CAPITAL | ORDINARY
        and not words.opens(place)
        and words.touches(max(place, index))
        for place in (index - 1, index + 1)
    )  # fmt: skip


def is_foreign(words: Words, index: int) -> bool:
    """Whether this stands in English, such as the title of an article."""
    near = {words[place].lower for place in range(index - 3, index + 4)}
    return bool(near & _ENGLISH)


def is_firm(words: Words, index: int) -> bool:
    """Whether the name is part of the name of a firm: "Van Dam & Oosterbaan", "Erasmus MC"."""
    following = words[index + 1]
    letters = following.marks & CAPITALS and words.touches(index + 1) and len(following.text) < 4
    return bool(letters) or "&" in words.gap(index) or "&" in words.gap(index + 1)


def surrounded(words: Words, index: int) -> bool:
    """Whether capitals are kept up: a name in capitals with another in capitals beside it."""
    beside = (index - 1, index + 1)
    return any(words[place].marks & CAPITALS and words[place].marks & NAME for place in beside)
