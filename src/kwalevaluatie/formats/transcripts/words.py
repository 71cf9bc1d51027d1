"""The words by which labels, header lines and ordinary speech are told apart."""

from __future__ import annotations

import re


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


INTERVIEWER = word_set(
    "i int interviewer interviewster interviewers onderzoeker onderzoekster vraagsteller "
    "gespreksleider moderator facilitator v vraag"
)
RESPONDENT = word_set(
    "r resp respondent respondente geïnterviewde geinterviewde inwoner inwoonster deelnemer "
    "deelneemster participant cliënt client klant kandidaat professional medewerker medewerkster "
    "consulent klantmanager jobcoach netwerkpartner manager teamleider a antwoord"
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
    "moderator": "interviewer",
    "interview door": "interviewer",
    "afgenomen door": "interviewer",
    "interview afgenomen door": "interviewer",
    "gesprek gevoerd door": "interviewer",
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
}
"""Header keys that name people, and the metadata key that they become."""

_DATE_KEYS = ("datum", "datum gesprek", "datum interview", "interviewdatum", "gespreksdatum")
_MODE_KEYS = ("wijze", "wijze van afname", "vorm", "afname", "afnamewijze")
PLAIN_KEYS = {
    **dict.fromkeys(_DATE_KEYS, "datum"),
    **dict.fromkeys(_MODE_KEYS, "wijze"),
    **{
        key: key
        for key in word_set(
            "tijd tijdstip locatie plaats duur onderwerp thema titel project onderzoek evaluatie "
            "gemeente organisatie functie leeftijd geslacht nummer gespreksnummer interviewnummer "
            "code respondentnummer respondentcode doelgroep perspectief groep soort type naam "
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

_BASE = re.compile(r"^(.*?)[\s_#-]*\d{1,4}[a-z]?$")


def fold(label: str) -> str:
    """The form in which two spellings of one label are the same."""
    return " ".join(label.casefold().replace(".", " ").split()).rstrip(" :")


def base(label: str) -> str:
    """The word of a label without number or addition: "Deelnemer 3" is a deelnemer."""
    bare = fold(label.partition("(")[0])
    found = _BASE.match(bare) if any(char.isdigit() for char in bare) else None
    return found.group(1).strip() if found else bare
