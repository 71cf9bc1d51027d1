"""The words by which Dutch denies, how far they reach, and turns of phrase that deny nothing."""

from __future__ import annotations

import re

PLAIN = frozenset(
    """
    niet geen nooit niks niets nergens niemand nauwelijks amper zelden noch evenmin nie gin nul
    """.split()
)
AHEAD = {
    word: (word,)
    for word in """
    zonder onvoldoende weinig allesbehalve allerminst geenszins weigert weigerde weigerden
    """.split()
} | {
    "te weinig": ("te", "weinig"),
    "laat staan": ("laat", "staan"),
    "in plaats van": ("in", "plaats", "van"),
    "verre van": ("verre", "van"),
    "gebrek aan": ("gebrek", "aan"),
    "gebrek van": ("gebrek", "van"),
    "tekort aan": ("tekort", "aan"),
    "gemis aan": ("gemis", "aan"),
    "gemis van": ("gemis", "van"),
    "verstoken van": ("verstoken", "van"),
    "afwezigheid van": ("afwezigheid", "van"),
    "uitblijven van": ("uitblijven", "van"),
    "ontbreken van": ("ontbreken", "van"),
    "vergaten": ("vergaten",),
    "vergat": ("vergat",),
    "te druk om": ("te", "druk", "om"),
    "te laat om": ("te", "laat", "om"),
    "te moe om": ("te", "moe", "om"),
    "te lui om": ("te", "lui", "om"),
    "te beroerd om": ("te", "beroerd", "om"),
    "te kort om": ("te", "kort", "om"),
}
BOTH = {
    word: (word,)
    for word in """
    ontbreekt ontbrak ontbreken ontbraken ontbrekende mis mist miste misten missen gemist kwijt
    kwijtgeraakt verloren geweigerd
    """.split()
}
AFTER = {
    "ver te zoeken": ("ver", "te", "zoeken"),
    "ho maar": ("ho", "maar"),
    "vergeet het maar": ("vergeet", "het", "maar"),
    "is anders": ("is", "anders"),
    "was anders": ("was", "anders"),
    "is wat anders": ("is", "wat", "anders"),
    "is iets anders": ("is", "iets", "anders"),
    "is een ander verhaal": ("is", "een", "ander", "verhaal"),
    "blijft uit": ("uit",),
    "nihil": ("nihil",),
    "zoek": ("zoek",),
}
STAYING_AWAY = frozenset("blijft bleef blijven bleven gebleven".split())
CUES = PLAIN | {words[0] for group in (AHEAD, BOTH, AFTER) for words in group.values()}

NO_DENIAL_AFTER = {
    "niet": re.compile(
        r"(alleen|enkel|slechts|uitsluitend|normaal|te (geloven|vergeten|missen|klagen)"
        r"|voor (niets|niks)|zonder reden|in de laatste plaats|in het minst|anders|verkeerd"
        r"|beter (gekund|kunnen|wensen|gewenst)|meer dan|weg te denken|uit te sluiten|uitgesloten"
        r"|(te )?ontkennen|zeuren|klagen|stuk|\?|hè|hoor \?|dan)\b"
    ),
    "nie": re.compile(r"(alleen|normaal|te geloven|anders|verkeerd)\b"),
    "niets": re.compile(r"(dan|anders dan|te klagen|zo|liever|mis|aan te merken|op aan)\b"),
    "niks": re.compile(r"(dan|anders dan|te klagen|zo|liever|mis|aan te merken|op aan)\b"),
    "nooit": re.compile(r"((eerder |ergens )?(zo|zo'n|beter|fijner|leuker)|spijt|genoeg)\b"),
    "nergens": re.compile(r"(zo|zo'n|anders|beter|fijner|last van|spijt van)\b"),
    "niemand": re.compile(r"(zo|beter|minder|anders)\b"),
    "geen": re.compile(r"(wonder|slechte?|luxe|betere?|andere? (\w+ )?dan)\b"),
    "verloren": re.compile(r"(jaar|jaren|tijd)\b"),
    "weinig": re.compile(r"(op aan te merken|te klagen|mis mee)\b"),
}
NO_DENIAL_BEFORE = {
    "niet": re.compile(r"\b(al dan|waarom)$"),
    "nooit": re.compile(r"\b(dan)$"),
    "kwijt": re.compile(r"\b(alles|verhaal|ei|het|mijn ei|mijn verhaal)$"),
    "weinig": re.compile(r"\b(een|n|'n)$"),
    "missen": re.compile(r"\b(te|kunnen|kun|ga|ik|zal)$"),
    "nul": re.compile(r"\b(op|onder|boven|van)$"),
}

SUBORDINATORS = frozenset(
    """
    omdat doordat zodat terwijl hoewel tenzij behalve zodra voordat nadat zolang totdat
    sinds sindsdien indien mits ofschoon alhoewel wanneer waardoor waarbij waarin waarmee
    waarvan waarvoor waarna wie hoe waarom waar welke wat maar want doch echter dus daarom
    daardoor wel juist desondanks alsnog ondanks dankzij dan daarna inmiddels wél
    """.split()
)
BREAK_BEFORE_SUBJECT = frozenset("als toen of en alsof dat".split())
NEW_CLAUSE = frozenset(
    """
    ik je jij u hij ze zij we wij men het er iemand niemand iedereen dat die daar dit nu toen later
    daarna dus de mijn onze zijn haar uw hun deze alles dan hier ook toch
    """.split()
)
SUBJECTS = frozenset(
    """
    ik je jij u hij ze zij we wij men het er iemand mij me 'k k ge gij jullie 'm hem ons
    """.split()
)
FINITE = frozenset(
    """
    ben bent is was waren zijn heb hebt heeft had hadden hebben word wordt werd werden worden
    kan kun kunt kon konden kunnen moet moest moesten moeten mag mocht mochten mogen wil wilt wilde
    wilden willen wou zal zult zullen zou zouden ga gaat ging gingen gaan kom komt kwam kwamen
    komen krijg krijgt kreeg kregen krijgen doe doet deed deden doen vind vindt vond vonden vinden
    blijf blijft bleef bleven blijven voel voelt voelde voelden voelen lijkt leek leken hoef hoeft
    hoefde hoefden hoeven zie ziet zag zagen zien staat stond stonden staan lukt lukte zit zat
    zaten liet lieten laat neem neemt nam namen nemen weet wist wisten
    """.split()
)
OBTAIN = frozenset(
    """
    hebben krijgen ontvangen zien merken bieden aanbieden geven bestaan plaatsvinden meemaken
    ervaren doen tegenkomen kennen nemen gebeuren opzetten opstellen maken regelen terugzien
    hoeven voelen bespeuren lukken komen inzetten toepassen
    """.split()
)
COPULAS = frozenset("zijn worden vinden lijken klinken voelen blijven noemen staan zitten".split())
AMOUNTS = frozenset(
    """
    groot genoeg voldoende aanwezig plaats sterk vanzelfsprekend plaatsgevonden gebeurd
    ontwikkeld geregeld beschikbaar gekomen ingezet toegepast gelukt mogelijk
    """.split()
)
EVIDENT = frozenset(
    """
    sprake gemerkt merken merk merkte terecht gezien zien zag terug teruggezien meegekregen
    gekomen gekregen
    """.split()
)
BETWEEN = frozenset(
    """
    ook er daar hier toen nu echt gewoon helemaal altijd meer zo zozeer eens ooit iets bepaald
    eigenlijk heel erg nog al steeds vaak snel allemaal even meteen direct zomaar gelijk per se
    goed te van mij me ze je ons hem haar hun enkele enkel echte ene overal elke keer iedere
    bijna vrijwel totaal absoluut toch alle alles iedereen zelf bij aan dat het die zich mezelf
    geheel volledig geen niet nooit niks niets a daarvan ervan ermee eraan zeker genoeg hoor
    """.split()
)
DETERMINERS = frozenset(
    """
    de het een 't 'n n mijn m'n je jouw uw zijn z'n haar onze ons hun die dat deze dit al alle
    veel enige enkele elke iedere zo'n ander andere heel erg wat zo meer echt echte
    """.split()
)
DEFINITE = frozenset("mijn m'n je jouw uw zijn z'n haar onze hun die deze de".split())
PREPOSITIONS = frozenset(
    """
    aan achter bij binnen boven door in langs met na naar naast om onder op over per rond
    tegen tijdens tot tussen uit van vanaf vanuit via volgens voor vanwege wegens zonder
    """.split()
)
COMPLEMENTS = frozenset(
    """
    rekening+met sprake+van gebrek+aan aandacht+voor ruimte+voor tijd+voor oog+voor kijken+naar
    luisteren+naar gevoel+van behoefte+aan mogelijkheid+tot mogelijkheid+voor zicht+op kans+op
    toegang+tot begrip+voor werken+aan vragen+naar toekomen+aan toe+aan komen+tot vorm+van
    interesse+in interesse+voor belangstelling+voor recht+op hulp+bij hulp+met steun+bij
    ontbreken+aan iets+van doen+met doen+aan aanspraak+op gelegenheid+tot budget+voor geld+voor
    deel+aan vertrouwen+in merken+van gemerkt+van meer+aan tekort+aan geduld+voor bereid+tot
    ervaring+van
    """.split()
)
DENYING_NOUNS = frozenset(
    """
    klacht klagen probleem bezwaar moeite last kritiek twijfel twijfelen aanmerking kwaad
    hekel spijt schaamte haast
    """.split()
)
OPINIONS = frozenset(
    """
    gevoel idee indruk vinden denken geloven zo ervaring lijken merken zien ervaren herkennen
    """.split()
)
PEOPLE = frozenset(
    """
    contactpersoon consulent regisseur begeleider jobcoach jobhunter medewerker klantmanager
    casemanager werkgever collega inwoner cliënt klant deelnemer professional partner persoon
    mens man vrouw meneer mevrouw werkcoach coach manager ambtenaar hulpverlener
    """.split()
)
TOPIC_PRONOUNS = frozenset("die dat daar hier dit deze er ik".split())
SHORT_ANSWERS = frozenset("nee nooit niet nauwelijks amper geen zelden niks ho vergeet".split())
THINGS = frozenset("niets niks niemand weinig".split())
RELATIVE = frozenset("die dat wat waar".split())
QUESTIONS = frozenset("wie hoe waarom wat welke wanneer".split())
BARE = frozenset("niet nooit nauwelijks amper zelden".split())
TAKING = frozenset("met voor bij tegen over vanuit vanwege".split())
PASSIVE = frozenset("wordt werd worden werden is zijn was waren".split())
