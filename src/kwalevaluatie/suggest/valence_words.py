"""What is good and what is bad in how people speak of a social service: words and idioms.

A word stands for all its forms if it is a dictionary form, otherwise for itself. Idioms are
words in a row, each by form or by dictionary form; `_` stands for one to three other words.
"""

from __future__ import annotations

POSITIVE = frozenset(
    """
    aandachtig aangenaam aanmoedigen aanmoediging aanrader aansluitend aardig adequaat attent
    begrijpen begrip begripvol behulpzaam behulpzaamheid bekwaam beleefd beloning bemoedigen
    bemoedigend benaderbaar bereidwillig bereikbaar beter betrokken betrokkenheid betrouwbaar
    bevallen bewonderen blij bondgenoot compliment complimenten constructief correct
    daadkrachtig dankbaar deskundig doelgericht doortastend duidelijk effectief efficiënt
    empathie empathisch enthousiast fantastisch fatsoenlijk fijn flexibel flexibiliteit gastvrij
    gebaat gecharmeerd gedreven geduld geduldig gehoord geluk gelukkig gemakkelijk gemoedelijk
    gemotiveerd genieten gerustgesteld geruststellen geruststellend geslaagd gesteund
    gestimuleerd gewaardeerd geweldig gezellig goed goeie grandioos handig hartelijk
    hartverwarmend heerlijk helder helderheid hoffelijk hoopvol hulpvaardig inleven
    inlevingsvermogen inspirerend integer integriteit invoelend kanjer keurig klantgericht
    klantvriendelijk koesteren kundig laagdrempelig leerzaam leuk lichtpunt lief lof lonend
    loyaal luchtig luisteren makkelijk medeleven meedenken meedenkend meedenkkracht meeleven
    meelevend meerwaarde meevallen meevaller meewerkend menselijk menselijkheid menswaardig mooi
    motiverend netjes nuttig oké onbetaalbaar onbevooroordeeld ontspannen ontspanning opbeurend
    opbloei opbloeien opfleuren opgebloeid opgeknapt opgeleefd opgelucht opkikker
    oplossingsgericht opluchten opluchting oprecht opsteker overzichtelijk passend perfect
    persoonlijk plezier plezierig pluim pluspunt positief prachtig prettig prijzen prima
    proactief redding reddingsboei respect respectvol roemen ruimhartig rustgevend rustig
    samenhang schat schouderklopje serieus slagvaardig soepel soepeltjes solide spontaan
    stabiliteit steun steunen steunpilaar stimulans stimuleren stimulerend succesvol super
    sympathiek tegemoetkomen tegemoetkomend tevreden tevredenheid tijdig toegankelijk
    toegankelijker toewijding tof toffe topper transparant troost trots uitkomst uitmuntend
    uitstekend vakbekwaam vakkundig vakmanschap veilig veiligheid verademing verbeterd
    verbeteren verbetering verhelderen verhelderend verlichting verrijking vertrouwd
    vertrouwenwekkend vloeiend vlot voldaan voldoening voordeel voortvarend vooruitgang
    vriendelijk vriendelijkheid vriendschappelijk vruchtbaar waarderen waarderend waardering
    waardevol waardig warm warmte wegwijs weldaad welkom welwillend zachtaardig zelfredzaam
    zinvol zorgvuldig zorgzaam
    """.split()
)
NEGATIVE = frozenset(
    """
    achterdocht achterdochtig achteruitgang afbekken afblaffen afgebekt afgeblaft afgehaakt
    afgekapt afgeraffeld afgerekend afgescheept afgeserveerd afgestompt afgewimpeld afhaken
    afkappen afpakken afraden afraffelen afschepen afschrikken afschuiven afstandelijk
    afstandelijkheid afstompend afwimpelen angst argwaan argwanend arrogant arrogantie bang
    bangmakerij bedonderd bedreigd bedreigen bedreigend bedrogen bekaf belabberd belachelijk
    belastend beledigd beledigend belediging belemmerd belemmeren belemmering benauwd benauwend
    beroerd bestraffend betutteld betuttelen betuttelend betutteling betweterig bevoogdend
    blunder boosheid bot bureaucratie bureaucratisch chaos chaotisch confronterend demotiveren
    demotiverend denigrerend depressief desinteresse doelloos dooddoener doodeng doodmoe
    dreigement dreigen dreigend dreiging dwangmatig dwingen eenzaamheid ellende ellendig
    erbarmelijk ergeren ergerlijk ergernis flauwekul formalistisch frustratie frustreren
    frustrerend gebrekkig gedoe gedwongen gehaast gejaagd geklaag gekleineerd gekwetst gemeen
    gemis gestrand gestrest gestreste gewantrouwd gewauwel gezeik gezeur haastig haastwerk
    harteloos hokjesdenken hopeloos hufterig hulpeloos ijskoud incompetent inefficiënt
    inflexibel ingewikkeld irritant irritatie irriteren isolement jammer kampen kapotgemaakt
    kattig kil kinderachtig klacht klagelijk kleineren kleinerend kleinerende knellen knelpunt
    knelt knudde kortaf kritiek kruisverhoor kwalijk kwetsend laks langdradig lastig machteloos
    machteloosheid matig mensonterend mensonwaardig minachtend minachting minderwaardig minpunt
    miscommunicatie mislukken mislukking mislukt misverstand moedeloos moeilijk moeite moeizaam
    murw nadeel nadelig nalatig nare narigheid negatief nors nutteloos omslachtig onaangenaam
    onaardig onacceptabel onbegrijpelijk onbegrip onbekwaam onbeleefd onbenullig onbereikbaar
    onbeschoft onbetrouwbaar onderbelicht onderbezet onderbezetting ondermaats onduidelijk
    onduidelijkheid oneerlijk onenigheid ongeduldig ongelukkig ongemak ongemakkelijk
    ongeorganiseerd ongepast ongerust ongeïnteresseerd onhandig onheus onhoudbaar onkunde
    onmacht onmenselijk onmogelijk onpersoonlijk onprettig onprofessioneel onrecht
    onrechtvaardig onredelijk onrust onrustig onserieus onterecht ontevreden ontevredenheid
    ontmoedigd ontmoedigen ontmoedigend ontoegankelijk ontoereikend onvolledig onvrede
    onvriendelijk onwennig onwetend onwetendheid onwil onwillig onzeker onzekerheid onzinnig
    onzorgvuldig opdringerig opgebrand opgejaagd opgesloten oppervlakkig ouderwets overbelast
    overbelasting overbodig overdreven overspannen overvallen overvraagd overweldigend paniek
    pech personeelsgebrek personeelstekort probleem problematisch puinhoop puinzooi radeloos
    radiostilte ramp rampzalig respectloos rommelig rommeltje rompslomp roofbouw rotgevoel
    rottig schaamte schaars schandalig schande schrijnend schrik schrikken schuurt slecht
    slepend sloom slordig somber spijtig stagneren star starheid stom streng stress stressvol
    stroef stroperig stugge tegenstrijdig tegenvallen tegenvaller tegenwerken tegenwerking
    tekortkoming tekortschieten teleurgesteld teleurstellend teleurstelling terechtgewezen
    tevergeefs traag traagheid treurig triest troosteloos uitgebuit uitgeperst uitgeput uitval
    uitzichtloos vaag vastgelopen vastlopen verdacht verdachte verdwaald vergeefs verkeerd
    vernederen vernederend vernedering verongelijkt versnipperd versnippering verspild
    verspilling verstikkend vertraging verveeld vervelen vervelend verwaarloosd verwaarlozen
    verward verwarrend verwarring verwijt verwijten verwijtend verzanden verziekt verzuipen
    vijandig vooroordeel voos vrees vreselijk vrezen vrijblijvend vruchteloos waardeloos
    wachtlijst wachttijd walgelijk wanhoop wanhopig wantrouwen wantrouwend wantrouwig werkdruk
    willekeur willekeurig woedend wrang wringen wringt wurggreep zeikerig zenuwachtig zenuwen
    zeuren zielig zinloos zonde zootje zorgelijk zorgwekkend zwaar
    """.split()
)

POSITIVE_IDIOMS = """
met open armen | een luisterend oor | luisterend oor | hart op de juiste plek | een warm bad
alle lof | een pluim | op handen gedragen | een schat van een | wereld van verschil
de tijd nemen | nemen _ de tijd | nam _ de tijd | neemt _ de tijd | namen _ de tijd
tijd genomen | alle tijd | tijd voor mij | tijd voor je | op mijn gemak | op haar gemak
op zijn gemak | op je gemak | op hun gemak | serieus genomen | serieus nemen | neemt _ serieus
nam _ serieus | nemen _ serieus | voel _ gehoord | voelde _ gehoord | voelen _ gehoord
voelden _ gehoord | voelt _ gehoord | gehoord en gezien | gezien en gehoord | gehoord voelen
voel _ gezien | voelde _ gezien | voelde _ veilig | voel _ veilig | voelen _ veilig | als mens
als een mens | gewoon als mens | mens tot mens | van mens tot mens | als persoon
voor mij klaar | klaar voor mij | altijd klaar | stond _ klaar | staat _ klaar | staan _ klaar
klaar gestaan | op haar bouwen | kan _ bouwen op | kun _ bouwen op | op hem rekenen
op haar rekenen | kan _ terecht | kon _ terecht | kunt _ terecht | kun _ terecht
mag _ altijd bellen | kan _ altijd bellen | kun _ altijd bellen | mocht _ altijd bellen
altijd bereikbaar | neemt _ op | belde _ terug | belt _ terug | belden _ terug | bellen _ terug
appt _ terug | mailt _ terug | teruggebeld | dezelfde dag | dezelfde middag | zelfde dag
binnen een dag | binnen een uur | binnen twee dagen | meteen antwoord | snel antwoord
snel geregeld | meteen geregeld | zo geregeld | snel gereageerd | goed geregeld
heeft _ geregeld | regelde ze | regelde hij | geregeld gekregen | meegedacht | denkt _ mee
dacht _ mee | denken _ mee | dachten _ mee | meedenken met | leefde _ mee | leeft _ mee
meegeleefd | ging _ mee naar | gaat _ mee naar | meegegaan | mee geweest | meegekomen
ging _ met _ mee | kwam _ mee | naast mij | naast me | naast je | luisterde echt | luistert echt
echt luisterde | echt luistert | echt geluisterd | luisteren naar | luisterde _ naar
luistert _ naar | geluisterd naar | naar mij geluisterd | rekening gehouden | houdt _ rekening
hield _ rekening | houden _ rekening | hielden _ rekening | rekening houden | rekening houdend
begrip voor | vol begrip | veel begrip | had begrip | heeft begrip | hadden begrip
begreep _ meteen | begreep me | begreep mij | begrijpt me | begrijpt mij | snapte me | snapt me
snapte mij | snapt mij | begrepen voelde | goed geholpen | fijn geholpen | echt geholpen
enorm geholpen | goed begeleid | hielp _ met | hielp me | hielp mij | helpt me | helpt mij
heeft _ geholpen | hebben _ geholpen | heeft _ bijgestaan | veel aan gehad | veel aan
iets aan gehad | baat bij | veel baat | heel wat opgeleverd | veel van geleerd | veel geleerd
wat aan gehad | van pas | kwam _ goed uit | komt _ goed uit | kwam _ goed | komt _ goed
goed gekomen | goed terechtgekomen | op mijn plek | op haar plek | op zijn plek | op hun plek
op mijn pootjes | thuis voelen | voelde _ thuis | voel _ thuis | onder de mensen | erbij horen
hoor _ erbij | hoorde _ erbij | er toe doen | doe er toe | ertoe doen | nuttig voelen | zin in
reden om op te staan | reden _ uit bed | ritme _ terug | weer ritme | weer structuur
op krachten | uit de put | er bovenop | erbovenop | weer perspectief | stap vooruit
stappen vooruit | grote stap | een hele stap | stapje voor stapje | stap voor stap
op mijn tempo | eigen tempo | in mijn tempo | op mijn eigen manier | op maat | maatwerk geleverd
maatwerk bieden | maatwerk mogelijk | past bij | paste bij | passen bij | sloot _ aan
sluit _ aan | aansluiten bij | ruimte om | ruimte gekregen | geeft _ ruimte | gaf _ ruimte
krijgen _ ruimte | de ruimte | vrijheid gekregen | vrije hand | gekeken wat ik | keek _ wat ik
kijken _ wat ik | wat wel kan | wat ik wel | wat ik wilde | vroeg _ wat ik wilde
vroeg _ hoe het | vraagt _ hoe het | vroeg _ hoe ik | vraagt _ hoe ik | vroeg naar mijn
vraagt naar mijn | belt _ hoe het | belde _ hoe het | wist _ nog | weet _ nog | kent me
kent mij | kende me | kent mijn | kende mijn | kent je | weten wie ik ben | weet wie ik ben
mijn naam kende | al jaren dezelfde | altijd dezelfde | nog steeds dezelfde | één vast
een vast gezicht | vast aanspreekpunt | vast contactpersoon | vast gezicht | vast begeleider
vast contract | contract voor onbepaald | onbepaald tijd | contract verlengd | verlengd contract
mogen blijven | mocht blijven | mag blijven | in vaste dienst | vast dienst | aangenomen
warme overdracht | goed overgedragen | netjes overgedragen | goed ingewerkt | had _ ingelezen
had _ dossier gelezen | samen met | samen hebben we | hebben we samen | heeft _ samen
met z'n drieën | korte lijnen | korte lijntjes | kort lijntje | elkaar kennen
weten elkaar te vinden | weet elkaar te vinden | elkaar goed vinden | goed samenwerken
werken _ goed samen | één team | op één lijn | schouders eronder | de handen ineen
elkaar aanvullen | vullen elkaar aan | op de hoogte gehouden | houdt _ op de hoogte
hielden _ op de hoogte | houden _ op de hoogte | goed uitgelegd | legde _ uit | legt _ uit
leggen _ uit | heeft _ uitgelegd | duidelijke taal | gewone taal | gewoon nederlands
in mijn eigen taal | geen poespas | recht voor zijn raap | vertrouwen gekregen
vertrouwen gegeven | gaf _ vertrouwen | geeft _ vertrouwen | veel vertrouwen | vol vertrouwen
krijgen _ vertrouwen | kreeg _ vertrouwen | vertrouwen in mij | vertrouwen in haar
vertrouwen in hem | vertrouwen opgebouwd | basis van vertrouwen | vanuit vertrouwen
vertrouw haar | vertrouw hem | vertrouwde haar | vertrouwde hem | geloofde in mij
gelooft in mij | geloofde me | mijn verhaal kwijt | alles vertellen | alles zeggen
eerlijk zijn | eerlijk kan zijn | durf _ alles | durfde _ te vertellen | een band | goede band
klikte het | klikte meteen | het klikt | klikt het | goeie klik | goede klik | nek uitgestoken
door het vuur | extra stapje | stap extra | haar best | zijn best | hun best | alles uit de kast
achter me | achteraan gegaan | bovenop gezeten | voor elkaar gekregen | een zetje
duwtje in de rug | het zetje | net dat duwtje | het duwtje | steuntje in de rug
stok achter de deur | een verademing | een uitkomst | een redding | een voltreffer
een schot in de roos | goud waard | niet te betalen | cadeautje | beste wat me | top geregeld
helemaal top | dikke prima | dikke tien | een tien | complimenten | petje af | chapeau
dik tevreden | niets dan lof | dik in orde | prima in orde | helemaal in orde | was in orde
in orde gekomen | ga _ op vooruit | ging _ op vooruit | erop vooruit | er op vooruit | geld over
kon _ betalen | kon ik _ kopen | van de premie kon | premie gekregen | vergoed gekregen
kreeg _ vergoed | hoef _ niet | hoefde _ niet | hoeft _ niet | hoeven _ niet | hoefden _ niet
hoefde _ niks | hoef _ niks | hoefde _ geen | hoefde _ niets | hoef _ niets | hoefde ik niets
hoefde ik niks | hoef _ geen | zonder gedoe | zonder oordeel | niet veroordeeld
zonder dat ik erom | zonder dat ik hoefde | niks te klagen | niets te klagen | mag niet klagen
niet te klagen | geen klachten | geen klacht | geen kwaad woord | geen probleem | geen problemen
geen enkel probleem | geen moeite | geen gedoe | geen gezeur | niks mis | niets mis
niks op aan te merken | niets op aan te merken | niks aan te merken | niet beter | nergens beter
nooit beter | nog nooit zo | niet verkeerd | niet slecht | niks verkeerd | viel _ mee
valt _ mee | meegevallen | niet alleen voor | er niet alleen | niet anders zeggen
kan niet anders | laten vallen niet | lieten me niet vallen | liet me niet vallen
liet niet los | geen nummer | niet als nummer | niet als een nummer | mocht _ zelf | mag _ zelf
zelf kiezen | zelf mogen kiezen | zelf bepalen | zelf de regie | eigen regie | in hun waarde
in mijn waarde | in je waarde | met respect | op gelijke voet | gelijk gelijke | als volwassene
als vakman | koffie gezet | kopje koffie | koffie aangeboden | gaf _ een hand | gaf me een hand
keek me aan | keek mij aan | lachte naar | maakt het verschil | maakte het verschil | is te doen
goed te doen | prettig ervaren | als prettig | positief ervaren | als positief | positief over
te spreken over | zijn te spreken | naar tevredenheid | naar wens | loopt goed
loopt als een trein | liep als een trein | gaat goed | ging goed | gaat beter | ging beter
verloopt soepel | werkt goed | werkte goed | gaat lekker | loopt lekker | doe ik graag
met plezier | met veel plezier | van genieten | geniet ervan | geniet van | ik hou van
mijn lust en mijn leven | kijk _ naar uit | naar uitkijken | trots op | blij met | blij mee
dankbaar voor | zonder haar was | zonder hem was | dankzij haar | dankzij hem | dankzij de
aan haar te danken | aan hem te danken | heb ik aan haar | gered heeft | heeft mij gered
vol te houden | moed gekregen | nieuwe moed | weer hoop | hoop gekregen | weer lachen
kan ik lachen | met een gerust hart | gerust hart | zonder zorgen | van me af
viel _ van mijn schouders | pak van mijn hart | last van mijn schouders | adem halen
weer ademen | op adem | lucht gegeven | rust gegeven | geeft rust | gaf rust
rust in mijn hoofd | in alle rust | rustig de tijd | zeer te spreken | goed te spreken
beide benen | weer mee doen | weer meedoen | als een warm bad | voelde als een warm bad
kon _ gewoon bellen | kan _ gewoon bellen | één telefoontje | een telefoontje en
een belletje en | maatwerk was mogelijk | dacht in oplossingen | denkt in oplossingen
denken in mogelijkheden | keek naar mogelijkheden | kijken naar mogelijkheden
kijkt naar mogelijkheden | naar mogelijkheden | in mij geloofde | in hem geloofde
in haar geloofde | in me geloofde | vliegwiel | zijn vruchten af | haar vruchten af
vruchten afwerpen | van grote waarde | van onschatbare waarde | maakt verschil | een opstap
als opstap | opstap naar | springplank | nieuwe kans | tweede kans | een kans gegeven
kans gekregen | kreeg _ een kans | vrijgesteld | op waarde geschat | schat _ op waarde
te goeder trouw | met de mensen mee | nooit een vraag te veel | geen vraag was
deur staat altijd open | deur stond altijd open | deur stond open | deur staat open
"""
NEGATIVE_IDIOMS = """
van het kastje naar de muur | kastje naar de muur | er alleen voor | alleen voor staan
als een nummer | maar een nummer | gewoon een nummer | als een nummertje | als dossier
als een dossier | als een geval | als een kind | als een kleuter | als een klein kind
als een crimineel | als een dief | als een profiteur | als fraudeur | als een fraudeur
als vuil | als oud vuil | als stront | als een hond | als lucht | uit de hoogte | van bovenaf
met de nek aangekeken | neergekeken | keek _ op me neer | kijken _ op je neer | op neergekeken
over mij heen | over me heen | praatten _ over | langs elkaar heen | langs elkaar
langs me heen | twee kanten | vingertje | met het vingertje | opgeheven vinger | de les gelezen
op het matje | een preek | onder de gordel | in de kou | in de steek | aan mijn lot
aan hun lot | aan zijn lot | aan het lijntje | aan haar lot | losgelaten | laten vallen
liet _ vallen | lieten _ vallen | laten zitten | laten vallen als een baksteen
als een baksteen | in de kou laten staan | in het diepe | zwemmen of verzuipen
zoek het maar uit | zoek het zelf | zelf maar uit | zelf uitzoeken | zelf uitgezocht
alles zelf | helemaal zelf | zelf achteraan | zelf achterheen | zelf moeten | van niks
van niets | wist _ van niks | wist _ van niets | wisten _ van niks | wisten _ van niets
wist ik niet | wist niet dat | niet wist dat | weet niemand | niemand wist | niemand weet
niemand zei | niemand vertelde | niemand die | niemand heeft | niemand had | niemand legde
niemand legt | nooit verteld | niet verteld | nooit uitgelegd | niet uitgelegd | niks uitgelegd
nooit meer gehoord | nooit meer iets gehoord | niks meer gehoord | nooit wat gehoord
niets meer gehoord | niks gehoord | niets gehoord | nooit iets gehoord | niet meer gehoord
niks van gehoord | niets van gehoord | hoor _ niks meer | hoor _ nooit | hoorde _ niks
hoorde _ nooit | hoorde _ niets | hoor _ niks | hoor _ niets | nooit teruggebeld
niet teruggebeld | nooit terug | niet terugbellen | belt _ niet terug | belde _ niet terug
belden _ niet terug | bellen _ niet terug | nooit gebeld | niet gebeld | geen antwoord
nooit antwoord | geen reactie | nooit reactie | geen gehoor | neemt niemand op | neemt niet op
nam niemand op | in gesprek | bandje | keuzemenu | wachtrij | wachtmuziek | muziekje
in de wacht | aan de lijn hangen | doorverbonden | weken wachten | maanden wachten
lang wachten | weken gewacht | maanden gewacht | eeuwig wachten | weken op gewacht
duurde weken | duurde maanden | duurde lang | duurt lang | duurt te lang | duurde te lang
duurt maanden | duurt weken | pas na | te laat | veel te laat | te weinig | veel te weinig
veel te | te kort | te snel | te langzaam | te moeilijk | te makkelijk | te druk | te hoog
te zwaar | te lang | geen tijd | geen aandacht | geen begrip | geen idee | geen gevoel
geen vertrouwen | geen hulp | geen rekening | geen steun | geen oog | geen moeite gedaan
geen interesse | geen woord | geen sprake | geen contact | geen keus | geen keuze | nul begrip
nul contact | niks aan | niks aan gehad | niets aan gehad | weinig aan | niks mee gedaan
niets mee gedaan | niks mee | niets gedaan | niks gedaan | schiet _ niet op | schoot _ niet op
geen steek verder | geen stap verder | geen meter | terug bij af | van voren af aan
van voor af aan | weer opnieuw | steeds opnieuw | telkens opnieuw | elke keer opnieuw
weer van voren | weer vanaf het begin | opnieuw vertellen | opnieuw uitleggen | verhaal opnieuw
opnieuw mijn verhaal | opnieuw het verhaal | hele verhaal weer | weer een ander
weer een nieuwe | steeds een ander | steeds weer een ander | elke keer een ander
elke keer weer | telkens een ander | telkens een nieuwe | weer een ander gezicht | alweer weg
was weg | ineens weg | opeens weg | zoveel verschillende | tussen wal en schip | wal en schip
tussen de wielen | buiten de boot | achteraan de rij | onder op de stapel | onderop de stapel
onderaan de stapel | in een la | door de mand | ondergesneeuwd | bomen door het bos
door de bomen | geen touw | chinees voor mij | abracadabra | moeilijke woorden | niet te volgen
niet te begrijpen | begreep _ niets van | snap _ niks van | snapte _ niks | begrijp _ niks van
begrijp _ niet | begreep _ niet | begrijpen _ niet | begrepen _ niet | snap _ niet
snapte _ niet | luisterde _ niet | luistert _ niet | luisteren _ niet | niet luisteren
niet geluisterd | nooit geluisterd | niet naar mij | niet naar me | niet gehoord | niet gezien
niet serieus | niet geloofd | geloofde _ niet | geloofden _ niet | geloofde niemand
niet vertrouwd | in de gaten | in de gaten gehouden | over mijn schouder | op mijn vingers
op de vingers | bespioneerd | in mijn keuken | in mijn koelkast | tandenborstel
twee tandenborstels | onderzocht als | op een zwarte | tegen mij gebruikt | tegen je gebruikt
tegen me gebruiken | op eieren | op mijn tenen | op mijn hoede | knoop in mijn maag
steen in mijn maag | buikpijn van | lood in mijn schoenen | lood in de schoenen | hartkloppingen
zweet in mijn handen | slapeloze nachten | lag _ wakker | lig _ wakker | niet geslapen
trillende handen | buikpijn | onder druk | druk gezet | mes op de keel | voor het blok
moeten slikken | door de strot | dwingen | gekort | korten | gekort worden | stopgezet
uitkering gestopt | sanctie | terugbetalen | terug moeten betalen | terugvordering
maatregel opgelegd | op straffe | anders krijg je | anders krijg ik | dan krijg je
bedreigd met | dreigden met | op mijn nek | op je nek | in het rood | rood staan | stond _ rood
geld lenen | moeten lenen | geleend van | geleend bij | niet rondkomen | rondkomen niet
achteruit gegaan | op achteruit | er op achteruit | erop achteruit | gat van | voor niks
verloren tijd | weggegooid geld | zonde van | geen cent | geen stuiver | druppel op
een lege huls | wassen neus | voor de vorm | voor de bühne | bezigheidstherapie | mooie praatjes
mooie woorden | loze beloftes | loze beloften | beloofd maar | beloofden _ maar | nooit gekomen
kwam er niet | kwam niet van | komt er niet | niets van terecht | niks van terecht
weinig van terecht | blijft liggen | bleef liggen | komt niet toe aan | niet aan toe
niet toe aan | lukt niet | lukte niet | werkt niet | werkte niet | klopt niet | klopte niet
klopte niks van | klopt niks van | past niet | paste niet | niet bij mij | niet passend
in een hokje | hetzelfde hokje | hokjes | over één kam | standaardverhaal | standaard verhaal
standaardtraject | eenheidsworst | lopende band | lopendebandwerk | voor iedereen hetzelfde
lijstje af | lijstje afvinken | vinkjes zetten | afvinken | keek niet op | keek _ op de klok
keek _ op haar horloge | keek _ op zijn horloge | keek _ naar zijn scherm
keek _ naar haar scherm | naar het scherm | achter zijn scherm | achter haar scherm
binnen vijf minuten | zo weer buiten | stond _ weer buiten | de deur gewezen | nul op het rekest
bot gevangen | dichte deur | gesloten deur | dichte deuren | afgewezen | afwijzing | geweigerd
afgekeurd | thuis zitten | zit _ thuis | zat _ thuis | muren op me af | verveel me
nergens zin in | de moed op | moed verloren | moed zakte | moed kwijt | opgegeven
zie _ niet zitten | zag _ niet zitten | hoeft voor mij niet meer | ik ben het zat | zat ervan
spuugzat | beu | klaar mee | kotsbeu | strontzat | genoeg van | nergens terecht | nergens over
slaat nergens op | sloeg nergens op | mocht niet | mag niet | kon niet | mocht ik niet
alsof ik | alsof je | alsof wij | door de molen | bos met formulieren | papierwinkel
papieren rompslomp | rompslomp | bureaucratische | stapel papier | berg papier
onvoldoende aandacht | onvoldoende tijd | onvoldoende zicht | onvoldoende bekend | gebrek aan
ontbreekt het aan | ontbreekt | ontbrak | ontbreken | gemis | blijft uit | bleef uit
blijven uit | laat te wensen over | te wensen over | schiet tekort | schiet _ tekort
schieten _ tekort | onder de maat | onder de streep niks | loopt vast | liep vast | lopen vast
loopt stroef | verloopt moeizaam | verliep moeizaam | is lastig | was lastig | vinden het lastig
het lastig | als knelpunt | knelpunten | niet bekend met | zijn niet op de hoogte
niet op de hoogte | niet bereikbaar | slecht bereikbaar | moeilijk bereikbaar
moeilijk te bereiken | niet te bereiken | niet duidelijk | niet altijd duidelijk | gaten vallen
valt _ tegen | viel _ tegen | vielen _ tegen | viel tegen | tegengevallen | rottig gevoel
rotgevoel | naar gevoel | rare smaak | nare nasmaak | nasmaak | bittere pil | zit _ dwars
dwars gezeten | pijn gedaan | deed pijn | geraakt heeft | heb _ gehuild | huilend | in tranen
op mijn tandvlees | water tot aan | met de rug tegen | mis ik | miste ik | gemist heb
heb _ gemist | mist ze | missen _ een | ik miste | er _ alleen voor | staan _ alleen voor
onvoldoende | kwijtgeraakt | langs elkaar heen werken | te weinig zicht | gaat ten koste van
ten koste van | op zijn tandvlees | op hun tandvlees | weinig van merken | weinig van gemerkt
merken _ weinig van | merkt _ weinig van | niet op tijd | niet nagekomen | komt _ niet na
kwam _ niet na | tegen dichte deuren | tegen een muur | tegen muren | muur van | oog in oog met
blijft geregeld uit | het schort aan | schort het aan | bang om | bang voor | bang dat
als straf | als een straf | als controle | als controlerend | voelen _ gecontroleerd
voelde _ gecontroleerd | moeten _ smeken | smeken om | bedelen om | moeten bedelen
om te huilen | te gek voor woorden | schandalig lang | pappen en nathouden
dweilen met de kraan open | dovemansoren | praten tegen een muur | tegen een muur praten
hete aardappel | afgescheept met | met een kluitje in het riet | kluitje in het riet
van de regen in de drup | blind staren op | achter de feiten aan | olifant in | een gevecht
vechten voor | gevochten voor | gesteggel | in het duister tasten | tasten in het duister
in het ongewisse | geen vinger | niet thuis gaven | niet thuis geven | gaf niet thuis
geven niet thuis
"""

BURDENS = frozenset(
    """
    moeten verplicht verplichten verplichting plicht dwang gedwongen dwingen controle controleren
    boete sanctie korting korten gekort maatregel inleveren terugbetalen terugvorderen
    terugvordering huisbezoek bewijzen bewijs opnieuw wisseling wisselen verloop wisselend vertrek
    vertrekken vertrokken opvolger ander andere nieuwe elke derde vierde
    vijfde zesde zevende klacht klachten hernia rug schuld
    schulden ziek ziekte pijn depressie burn-out verslaving verslaafd analfabeet discriminatie
    """.split()
)
RELIEFS = frozenset(
    """
    dezelfde vaste vrijstelling vrijgesteld vrijstellen ontheffing ontheven
    uitstel coulant coulance
    """.split()
)
CONTRASTS = frozenset("maar alleen toch echter helaas".split())
WISHES = frozenset("zou zouden".split())
SAYING = frozenset("zei zeiden zegt zeggen vroeg gezegd riep roept denkt".split())
GOING = frozenset("weg wegnemen verdween verdwenen afgenomen opgelost minder voorbij zakte".split())
