"""The account of the research by COREQ, in words of our own.

The points are those of Tong, Sainsbury and Craig (2007), consolidated criteria for
reporting qualitative research: thirty-two, on who asked, the set-up and the analysis.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kwalevaluatie.model import BoundNumber

PART = "verantwoording"
YEAR = BoundNumber(
    id="bron/coreq", value=2007, unit="jaar", source="Tong e.a.", status="gepubliceerd"
)


@dataclass(frozen=True)
class Point:
    """One point of the list: its key, what it is called and what to tell."""

    key: str
    label: str
    ask: str


DOMAINS: Mapping[str, tuple[Point, ...]] = {
    "De onderzoekers": (
        Point("gespreksvoerder", "Gespreksvoerder", "wie de gesprekken voerde"),
        Point("titels", "Opleiding", "welke opleiding de onderzoekers hebben"),
        Point("beroep", "Functie", "wat hun werk was tijdens het onderzoek"),
        Point("geslacht", "Man of vrouw", "of de onderzoekers man of vrouw zijn"),
        Point("ervaring", "Ervaring", "welke ervaring en training zij hebben"),
        Point("band", "Band vooraf", "of zij de deelnemers al kenden"),
        Point("bekendheid", "Wat deelnemers wisten", "wat deelnemers wisten van de onderzoeker"),
        Point("houding", "Eigen houding", "welk belang of welke mening de onderzoeker heeft"),
    ),
    "De opzet": (
        Point("aanpak", "Aanpak", "welke methode de analyse draagt"),
        Point("keuze", "Keuze van deelnemers", "hoe de deelnemers zijn gekozen"),
        Point("benadering", "Benadering", "hoe zij zijn gevraagd"),
        Point("aantal", "Aantal", "hoeveel mensen meededen"),
        Point("uitval", "Uitval", "hoeveel mensen niet wilden of stopten, en waarom"),
        Point("plaats", "Plaats", "waar de gesprekken waren"),
        Point("aanwezigen", "Aanwezigen", "wie er nog meer bij was"),
        Point("deelnemers", "Deelnemers", "wie de deelnemers zijn, in het kort"),
        Point("leidraad", "Gespreksleidraad", "welke vragen er waren en of die zijn getest"),
        Point("herhaling", "Tweede gesprek", "of er met iemand vaker is gesproken"),
        Point("opname", "Opname", "of er geluid of beeld is opgenomen"),
        Point("notities", "Notities", "of er aantekeningen zijn gemaakt"),
        Point("duur", "Duur", "hoe lang de gesprekken duurden"),
        Point("verzadiging", "Verzadiging", "of er op het eind nog nieuwe dingen kwamen"),
        Point("teruglezen", "Teruglezen", "of deelnemers hun verslag konden verbeteren"),
    ),
    "De analyse": (
        Point("codeurs", "Codeurs", "hoeveel mensen hebben gecodeerd"),
        Point("codeboom", "Codeboek", "hoe de thema's samenhangen"),
        Point("herkomst", "Herkomst van thema's", "of thema's vooraf vaststonden"),
        Point("programma", "Programma", "met welk programma is gewerkt"),
        Point("terugkoppeling", "Terugkoppeling", "of deelnemers de uitkomst hebben gezien"),
        Point("citaten", "Citaten", "of uitspraken met hun bron worden getoond"),
        Point("samenhang", "Samenhang", "of bevindingen passen bij wat is gezegd"),
        Point("hoofdzaken", "Hoofdthema's", "of de hoofdthema's duidelijk zijn"),
        Point("uitzonderingen", "Andere geluiden", "of afwijkende meningen een plek hebben"),
    ),
}
HEADINGS = {p.label: f"{PART}/{p.key}" for points in DOMAINS.values() for p in points}
