"""Dutch words whose dictionary form no rule can see."""

from __future__ import annotations

from collections.abc import Iterator

_STRONG = """
    bakken bakte bakten gebakken | barsten barstte barstten gebarsten | bederven bedierf bedierven
    bedorven | beginnen begon begonnen begonnen | bergen _ _ geborgen | bevelen beval bevalen
    bevolen | bewegen bewoog bewogen bewogen | bezwijken bezweek bezweken bezweken | bidden _ _
    gebeden | bieden bood boden geboden | bijten beet beten gebeten | binden _ _ gebonden | blazen
    blies bliezen geblazen | blijken bleek bleken gebleken | blijven bleef bleven gebleven |
    blinken blonk blonken geblonken | braden _ _ gebraden | breken brak braken gebroken | brengen
    bracht brachten gebracht | buigen _ _ gebogen | denken dacht dachten gedacht | dingen dong
    dongen gedongen | doen deed deden gedaan | dragen droeg droegen gedragen | drijven dreef
    dreven gedreven | dringen drong drongen gedrongen | drinken dronk dronken gedronken | druipen
    droop dropen gedropen | duiken dook doken gedoken | dwingen dwong dwongen gedwongen | ervaren
    ervoer ervoeren ervaren | eten at aten gegeten | fluiten floot floten gefloten | gaan ging
    gingen gegaan | gelden gold golden gegolden | genezen genas genazen genezen | genieten genoot
    genoten genoten | geven gaf gaven gegeven | gieten goot goten gegoten | glijden gleed gleden
    gegleden | glimmen glom glommen geglommen | graven groef groeven gegraven | grijpen greep
    grepen gegrepen | hangen hing hingen gehangen | hebben had hadden gehad | heffen hief hieven
    geheven | helpen hielp hielpen geholpen | heten heette heetten geheten | hijsen hees hesen
    gehesen | houden hield hielden gehouden | houwen hieuw hieuwen gehouwen | jagen joeg joegen
    gejaagd | kiezen koos kozen gekozen | kijken keek keken gekeken | klimmen klom klommen
    geklommen | klinken klonk klonken geklonken | knijpen kneep knepen geknepen | komen kwam
    kwamen gekomen | kopen kocht kochten gekocht | krijgen kreeg kregen gekregen | krimpen kromp
    krompen gekrompen | kruipen kroop kropen gekropen | kunnen kon konden gekund | lachen lachte
    lachten gelachen | laden laadde laadden geladen | laten liet lieten gelaten | lezen las lazen
    gelezen | liegen loog logen gelogen | liggen lag lagen gelegen | lijden leed _ geleden |
    lijken leek leken geleken | lopen liep liepen gelopen | meten _ _ gemeten | moeten moest
    moesten gemoeten | mogen mocht mochten gemogen | nemen nam _ genomen | plegen placht plachten
    _ | prijzen prees prezen geprezen | raden raadde raadden geraden | rijden reed _ gereden |
    rijgen reeg _ geregen | rijzen rees rezen gerezen | roepen riep riepen geroepen | ruiken _ _
    geroken | scheiden scheidde scheidden gescheiden | schelden schold scholden gescholden |
    schenden schond schonden geschonden | schenken schonk schonken geschonken | scheppen schiep
    schiepen geschapen | scheren schoor schoren geschoren | schieten schoot schoten geschoten |
    schijnen scheen schenen geschenen | schrijden schreed schreden geschreden | schrijven schreef
    schreven geschreven | schrikken schrok schrokken geschrokken | schuiven schoof schoven
    geschoven | slaan sloeg sloegen geslagen | slapen sliep sliepen geslapen | slijten sleet
    sleten gesleten | sluipen _ slopen geslopen | sluiten sloot sloten gesloten | smelten smolt
    smolten gesmolten | smijten smeet smeten gesmeten | snijden sneed sneden gesneden | spinnen
    spon sponnen gesponnen | splijten spleet spleten gespleten | spreken sprak spraken gesproken |
    springen sprong sprongen gesprongen | spuiten spoot spoten gespoten | staan stond stonden
    gestaan | steken stak _ gestoken | stelen stal _ gestolen | sterven stierf stierven gestorven
    | stijgen steeg stegen gestegen | stinken stonk stonken gestonken | stoten stootte stootten
    gestoten | strijden streed streden gestreden | strijken streek streken gestreken | treden trad
    traden getreden | treffen trof troffen getroffen | trekken trok trokken getrokken | vallen
    viel vielen gevallen | vangen ving vingen gevangen | varen _ _ gevaren | vechten vocht vochten
    gevochten | verdwijnen verdween verdwenen verdwenen | vergeten vergat vergaten vergeten |
    verliezen verloor verloren verloren | verslinden verslond verslonden verslonden | verwijten
    verweet verweten verweten | verzinnen verzon verzonnen verzonnen | vinden vond vonden gevonden
    | vliegen vloog vlogen gevlogen | vouwen vouwde vouwden gevouwen | vragen vroeg vroegen
    gevraagd | vriezen vroor vroren gevroren | wassen waste wasten gewassen | wegen woog wogen
    gewogen | werpen wierp wierpen geworpen | werven wierf wierven geworven | weten wist wisten
    geweten | wijken _ _ geweken | wijten _ _ geweten | wijzen wees _ gewezen | winden _ _
    gewonden | winnen won wonnen gewonnen | worden werd werden geworden | wreken wreekte wreekten
    gewroken | wrijven wreef wreven gewreven | zeggen zei zeiden gezegd | zenden zond zonden
    gezonden | zien zag zagen gezien | zijn was waren geweest | zingen zong zongen gezongen |
    zinken zonk zonken gezonken | zitten zat zaten gezeten | zoeken zocht zochten gezocht | zuigen
    zoog zogen gezogen | zuipen zoop zopen gezopen | zullen zou zouden _ | zwellen zwol zwollen
    gezwollen | zwemmen zwom zwommen gezwommen | zweren zwoer zwoeren gezworen | zwerven zwierf
    zwierven gezworven | zwijgen zweeg zwegen gezwegen
"""


def strong_verbs() -> Iterator[tuple[str, str, bool]]:
    """Past tenses and participles of strong verbs: (form, infinitive, whether a participle)."""
    for row in _STRONG.split("|"):
        infinitive, singular, plural, participle = row.split()
        for form in {singular, plural} - {"_"}:
            yield form, infinitive, False
        if participle != "_":
            yield participle, infinitive, True


NO_PAST = frozenset("verleden verboden gezonden".split())
FIXED_DIMINUTIVES = frozenset(
    """
    akkefietje beetje dutje etentje extraatje franje ietsje ijsje kwartje maatje meisje onderonsje
    opkikkertje oranje poffertje sprookje taalmaatje tientje toetje uitje weetje
    """.split()
)

NOT_INFLECTED = frozenset(
    """
    aanloop aanpak acht achteren achtste afbouw afgelopen al alle allebei alleenstaande allemaal
    aller ander anders avond bad beiden bekend belanghebbende benauwd benieuwd bereid beschut
    besef best betrokkene bezit bezorgd binnenkort daarnaast data deken derde desnoods deur
    doorgaans duizend dunne echt eens eerder eerst eerste eigen elkaar elkaars ellende email ene
    enige even feite gedachte gedicht geduld geel geen gehandicapt gelderland geleden gelijk
    geluid gemeenteraad gerecht gerechtigde gerust geschikt geslaagd gevangene gevecht geweld
    gewend gewond gezin gezond graag grootmoeder grootvader haan hekel hersenen hockey hoeven
    hollands hoogstens hulp hulpbehoevende ieder iemand inbreng inburgering inkomsten inkoop
    inloop internet jarenlang jongen jongere juist kaart kanker kat keten keus koe kosten krimp
    laatst lach later leidinggevende leven lid liefst liever maar maatschappelijk media meermaals
    meestal meteen minderjarige minima minstens mis misbruik moeder morgen naaste nabestaande
    namelijk negende net netjes niet niets noot nut omgeving onder onderweg onderwijs onlangs
    onthaal opinie opvang oudere ouderwets overdag overigens overlap papa pas persoon port pot
    privacy put rechthebbende reden regen regie rouw samen schaamte schoonmaak sindsdien slechts
    software soms spijt sprake steeds straks stress strikt tegen teken tenslotte tevreden tien
    tiende tijde trede troost trouwens tussen tweede twijfel twintig uitval uitvraag vaak vader
    vakantie vals vannacht vast verder verdriet verkeerd verkoop verliefd verre vers verzet
    verzuim vierde vijfde volgens volwassene vooral voorkeur voortaan vrijwel waarde wagen wars
    week welke welvaart wens werkzoekende wezen wie wijze zeer zelf zesde zevende zodra zojuist
    zonde zorgen zweet
    """.split()
)
INFINITIVES = frozenset(
    """
    aankomen aanpakken aanvullen balen bellen beseffen bestellen bezoeken bijdragen bouwen chatten
    checken coachen dansen delen denken doen douchen draaien drinken dromen drukken eindigen gaan
    gebruiken geloven genieten gokken groeien groeten halen hangen helen hopen horen huilen
    huisvesten huren indienen inhouden inkopen invallen jagen kampen kiezen klagen klikken klimmen
    klinken kloppen klussen knokken koken kopen korten kussen lachen laten leren letten lezen
    liegen lijken lopen lossen mailen maken melden menen merken meten missen oefenen oordelen
    oproepen opvallen opvangen overleggen overstappen overwegen pakken passen passeren plaatsen
    plakken praten printen proberen raden raken regelen remmen rennen rijden roepen roken ruiken
    ruilen ruimen rusten schamen schelden schelen scheppen schijnen schoppen schreeuwen schrikken
    schuiven schuren scoren slaan slagen slapen slikken smeren snappen sparen spelen spellen
    sporten staan starten steken stelen stellen steunen stinken stoppen storten straffen strijden
    sturen switchen tekenen tellen testen thuiswerken tillen tonen treden trekken trouwen
    twijfelen typen uiten uitleggen uitvallen vallen vangen vechten verkopen vieren vissen vliegen
    vluchten voegen voeren voorstellen vouwen wachten wandelen wassen werken weten winnen wisselen
    zeilen zetten zien zijn zitten zoeken zoenen zuchten
    """.split()
)
STEMS_OF_VERBS = frozenset(
    """
    bel blijf denk doe drink durf ga geef geloof hang heet help hoop kan ken kies kijk klik kom
    kost krijg laat leef leer lees let lijk loop luister maak meet merk noem pak praat print
    probeer raak rij ruil schrik sla snap sta steek stel stop stuur tel trek val vat vind vlieg
    voeg voel wacht weet wil win woon zeg zet zie zit zoek
    """.split()
)
_EXACT = """
    aanvallen aanval | aanvragen aanvraag | achterste achterste | acties actie | anderen ander |
    bedragen bedrag | bedrijven bedrijf | beide beide | belangen belang | bennen zijn | berichten
    bericht | besluiten besluit | beste goed | beter goed | betere goed | betrokkenen betrokkene |
    bewijzen bewijs | biedt bieden | bijlagen bijlage | boeten boete | boetes boete | bovenste
    bovenste | buffetje buffet | centimeter centimeter | chinees chinees | coaches coach | coacht
    coachen | d'r haar | daden daad | daklozen dakloze | deelneemster deelneemster | degene degene
    | degenen degene | dichterbij dichtbij | diplomaatje diploma | dunner dun | eigenaren eigenaar
    | eisen eis | ergens ergens | ervaart ervaren | gebieden gebied | geblokkeerd blokkeren |
    gecontroleerd controleren | gecoördineerd coördineren | gedrukt drukken | gegevens gegeven |
    gehandicapten gehandicapte | gelden gelden | geldt gelden | geloof geloven | gerechtigden
    gerechtigde | gesteund steunen | getraind trainen | gevallen geval | gevoeld voelen |
    gevoelens gevoel | geweten weten | gewonden gewonde | gewoond wonen | geworden worden |
    gezonde gezond | geëmigreerd emigreren | goeie goed | gps gps | gymnasia gymnasium | heeft
    hebben | hoger hoog | hogere hoog | infecties infectie | interviewen interviewen | jeugdigen
    jeugdige | jongeren jongere | kasten kast | kernwaarden kernwaarde | kinders kind | kindertje
    kind | kindertjes kind | kleedt kleden | kwetsbaren kwetsbare | laatste laatst | lange lang |
    last last | latere laat | leden lid | liefste lief | m'n mijn | matcht matchen | maten maat |
    meer veel | meest veel | meeste veel | minder weinig | minst weinig | minste weinig | missen
    missen | mist missen | naasten naaste | namen naam | nederlandse nederlands | netwerken
    netwerk | onbekenden onbekende | ondervraagden ondervraagde | onderwerpen onderwerp |
    onderzoeken onderzoek | onverwachte onverwacht | opgaven opgave | ouderen oudere | pakketje
    pakket | plannen plan | plant plannen | potje pot | professionals professional | raadsleden
    raadslid | reizen reis | rij rijden | rijden rijden | rijdt rijden | roken roken | rook roken
    | schapen schaap | scholieren scholier | software software | staat staan | standen stand |
    stapje stap | stapjes stap | stukken stuk | toeslagen toeslag | uitgaven uitgave | vaart varen
    | velden veld | verdachten verdachte | verhalen verhaal | verschillen verschil | verslagen
    verslag | vertrouwde vertrouwen | verzoeken verzoek | vieze vies | vissen vissen |
    vluchtelingen vluchteling | voerde voeren | voerden voeren | voert voeren | vrije vrij |
    vrijer vrij | vrijere vrij | vroeger vroeger | waarden waarde | week week | wees wijzen | weet
    weten | wegen weg | weken week | werklozen werkloze | weten weten | wijken wijk | wijst wijzen
    | wijzen wijzen | wijzer wijs | wil willen | z'n zijn | zelfstandigen zelfstandige | zieken
    zieke | zinnen zin | zogenaamde zogenaamd | zonen zoon
"""


def _exact() -> Iterator[tuple[str, str]]:
    for pair in _EXACT.split("|"):
        form, lemma = pair.split()
        yield form, lemma
    for word in NOT_INFLECTED | INFINITIVES:
        yield word, word


EXACT: dict[str, str] = dict(_exact())
