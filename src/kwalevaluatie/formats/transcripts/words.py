"""The words by which labels, header lines and ordinary speech are told apart."""

from __future__ import annotations

import re
from functools import lru_cache

REMEMBERED = 4096
"""How many labels are remembered: the same few come back on every line."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


INTERVIEWER = word_set(
    "i int interviewer interviewster interviewers onderzoeker onderzoekster vraagsteller "
    "gespreksleider gespreksleidster moderator facilitator iv ivr interv gl v vraag"
)
RESPONDENT = word_set(
    "r resp respondent respondente geïnterviewde geinterviewde inwoner inwoonster deelnemer "
    "deelneemster participant cliënt client klant kandidaat professional medewerker medewerkster "
    "consulent klantmanager jobcoach netwerkpartner manager teamleider gv geïnterv geinterv rsp "
    "a antwoord"
)
OTHER_ROLES = word_set(
    "spreker speaker persoon onbekend onbekende unknown tolk notulist notuliste begeleider "
    "begeleidster partner man vrouw dochter zoon moeder vader werkgever allen iedereen"
)
SURE_LABELS = word_set(
    "i int interviewer interviewster onderzoeker onderzoekster gespreksleider moderator "
    "r resp respondent respondente geïnterviewde geinterviewde deelnemer participant "
    "spreker speaker"
)
NO_ROLE = word_set("onbekend onbekende unknown tolk notulist notuliste allen iedereen")
PAIRS = (("v", "a"), ("vraag", "antwoord"))
SHORT = {
    **dict.fromkeys(("i", "int", "iv", "ivr", "interv"), "interviewer"),
    **dict.fromkeys(("r", "resp", "rsp"), "respondent"),
    "gl": "gespreksleider",
}
"""Other forms of a label, and the label that they stand for."""

SOUNDS = word_set(
    "lacht lachen gelach lachend lach grinnikt gegrinnik glimlacht giechelt zucht zuchten zuchtend "
    "stilte stil pauze zwijgt denkt aarzelt aarzelend twijfelt huilt huilen huilend snikt snik "
    "geëmotioneerd emotioneel ontroerd tranen snottert hoest hoesten hoestbui kucht kuchje "
    "schraapt niest fluistert fluisterend mompelt schreeuwt roept knikt knikken schudt haalt wijst "
    "gebaart kijkt glimlach onverstaanbaar onduidelijk onhoorbaar onherkenbaar ruis geluid "
    "geluiden achtergrondgeluid achtergrondgeluiden lawaai gerommel rumoer telefoon deurbel bel "
    "belt hond klopt applaus gezucht geroezemoes ademt slikt neuriet zingt drinkt pakt "
    "laughs laughter silence pause crosstalk inaudible unintelligible"
)
"""Words for what is heard or seen and noted between brackets."""

PARTICLES = word_set(
    "van de der den het ter ten te 't in op aan bij el al ben bin ibn la le da dos von zu y "
    "v.d vd v/d"
)

SURNAME_STARTS = word_set("de van den der ter ten te 't")

NOT_A_NAME = word_set(
    "ik jij je jou u hij zij ze wij we jullie hun hen mij me mijn jouw uw haar zijn ons onze "
    "dat dit die deze de het een er daar hier wat wie waar hoe waarom wanneer welke "
    "en maar dus of want toen nou nu ja nee jawel nja ok oke oké okay eh ehm uh uhm hm hmm mm mhm "
    "zo ook dan als omdat doordat terwijl hoewel behalve namelijk kortom bijvoorbeeld oftewel "
    "immers eigenlijk gewoon misschien soms vaak altijd nooit eerst later daarna daarvoor vroeger "
    "tot niet wel geen niks niets iets alles alleen verder vooral samengevat conclusie resultaat "
    "gevolg reden voorbeeld voordeel nadeel let kijk luister wacht nogmaals ten tenslotte "
    "uiteindelijk uiteraard natuurlijk precies klopt inderdaad prima goed fijn mooi leuk lastig "
    "hoi hallo hai hey hé goedemorgen goedemiddag goedenavond goeiemorgen goeiemiddag goedendag "
    "dag welkom dank dankjewel dankuwel bedankt sorry pardon graag zeker absoluut tuurlijk "
    "helaas gelukkig toch even stap fase punt deel hoofdstuk stelling keer "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "letterlijk citaat quote bron noot ps nb http https met voor bij op in aan van uit over om "
    "blok onderdeel onderwerp paragraaf rubriek topic "
    "zeg zei zegt dacht denk vond vind had heb was is"
)

DESCRIPTORS = word_set(
    "vrouw man jaar inwoner medewerker consulent professional netwerkpartner partner manager "
    "management teamleider jobcoach klantmanager werkgever respondent deelnemer anoniem onbekend "
    "pseudoniem cliënt klant beleidsmedewerker beleidsonderzoeker onderzoeker stagiair"
)

PERSON_KEYS = {
    "interviewer": "interviewer",
    "interviewers": "interviewer",
    "interviewster": "interviewer",
    "onderzoeker": "interviewer",
    "onderzoekers": "interviewer",
    "gespreksleider": "interviewer",
    "gespreksvoerder": "interviewer",
    "moderator": "interviewer",
    "interview door": "interviewer",
    "afgenomen door": "interviewer",
    "interview afgenomen door": "interviewer",
    "gesprek gevoerd door": "interviewer",
    "gesprek geleid door": "interviewer",
    "interview gehouden door": "interviewer",
    "gehouden door": "interviewer",
    "gevoerd door": "interviewer",
    "gespreksleidster": "interviewer",
    "gespreksleiding": "interviewer",
    "gespreksleiders": "interviewer",
    "naam interviewer": "interviewer",
    "respondent": "respondent",
    "naam respondent": "respondent",
    "geïnterviewde": "respondent",
    "naam geïnterviewde": "respondent",
    "inwoner": "respondent",
    "professional": "respondent",
    "medewerker": "respondent",
    "netwerkpartner": "respondent",
    "cliënt": "respondent",
    "respondenten": "deelnemers",
    "deelnemer": "deelnemers",
    "deelnemers": "deelnemers",
    "aanwezig": "deelnemers",
    "aanwezigen": "deelnemers",
    "sprekers": "deelnemers",
    "gesprekspartner": "deelnemers",
    "gesprekspartners": "deelnemers",
    "partner": "partner",
    "tolk": "tolk",
    "notulist": "notulist",
}
"""Header keys that name people, and the metadata key that they become."""

_DATE_KEYS = (
    "datum", "datum gesprek", "datum van gesprek", "datum van het gesprek", "datum interview",
    "datum van interview", "datum van het interview", "datum groepsgesprek", "datum afname",
    "datum opname", "interviewdatum", "gespreksdatum", "afnamedatum", "opnamedatum", "afgenomen op"
)  # fmt: skip
_MODE_KEYS = (
    "wijze", "wijze van afname", "wijze van interview", "wijze van interviewen",
    "wijze van gesprek", "wijze gesprek", "vorm", "vorm gesprek", "gespreksvorm", "interviewvorm",
    "afname", "afgenomen", "afnamewijze", "afnamevorm", "gesprekswijze", "medium"
)  # fmt: skip
_GROUP_KEYS = ("perspectief", "respondentgroep", "soort respondent", "type respondent")
PLAIN_KEYS = {
    **dict.fromkeys(_DATE_KEYS, "datum"),
    **dict.fromkeys(_MODE_KEYS, "wijze"),
    **dict.fromkeys(_GROUP_KEYS, "perspectief"),
    **{
        key: key
        for key in word_set(
            "tijd tijdstip locatie plaats duur onderwerp thema titel project onderzoek evaluatie "
            "gemeente organisatie functie leeftijd geslacht nummer gespreksnummer interviewnummer "
            "code respondentnummer respondentcode doelgroep groep soort type naam "
            "opname opmerking opmerkingen toelichting transcribent bestand versie status "
            "toestemming taal language duration bron kop herkomst regeling traject interview "
            "gesprek groepsgesprek"
        )
    },
    "transcriptie door": "transcribent",
    "getranscribeerd door": "transcribent",
    "uitgewerkt door": "transcribent",
}
"""Header keys that never are a speaker, and the metadata key that they become."""

_HONORIFIC = re.compile(
    r"(?:(?:de heer|(?:mevrouw|meneer|mevr|mw|dhr|hr|drs|dr|mr|ir|ing|prof|familie)\b\.?)\s+)+",
    re.IGNORECASE,
)
_BASE = re.compile(r"^(.*?)[\s_#-]*\d{1,4}[a-z]?$")


@lru_cache(maxsize=REMEMBERED)
def fold(label: str) -> str:
    """The form in which two spellings of one label are the same."""
    return " ".join(label.casefold().replace(".", " ").split()).rstrip(" :")


@lru_cache(maxsize=REMEMBERED)
def base(label: str) -> str:
    """The word of a label without number or addition: "Deelnemer 3" is a deelnemer."""
    bare = fold(label.partition("(")[0])
    found = _BASE.match(bare) if any(char.isdigit() for char in bare) else None
    return found.group(1).strip() if found else bare


def in_full(label: str) -> str:
    """The form in which a short label is the same as one in full: "R2" is "Respondent 2"."""
    word = base(label)
    return f"{SHORT.get(word, word)}{fold(label).removeprefix(word)}".replace(" ", "")


def without_honorific(name: str) -> str:
    """A name without what stands before it: "mevrouw", "dhr.", "drs."."""
    found = _HONORIFIC.match(name)
    return name[found.end() :].strip() if found else name
