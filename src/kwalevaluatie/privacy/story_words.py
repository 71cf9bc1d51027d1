"""Turns of phrase by which a life is told, by the kind of trait, with a weight.

A weight is a rough order of magnitude, as in `risk_words`: 1 is one in ten. The patterns are laid
over a sentence in lower case; `{names}` stand for the words of `PARTS`.
"""

from __future__ import annotations

from collections.abc import Mapping

PARTS: Mapping[str, str] = {
    "own": r"(?:mijn|m'n|zijn|z'n|haar|d'r|de|het|een|ons|onze|hun)",
    "kin": (
        r"(?:man|vrouw|echtgeno\w+|zoon\w*|dochter\w*|kind\w*|baby|moeder|vader|ma|pa|ouders?"
        r"|zus\w*|broer\w*|oma|opa|oom|tante|neef\w*|nicht\w*|schoon\w+|familie|gezin|ex)"
    ),
    "few": r"(?:[\w'-]+ ){{0,4}}",
    "near": r"(?:(?!(?:bij|in|naar|van|voor|met|aan|op|door|om|al) )[\w'-]+ ){{0,4}}",
    "will": r"(?:(?:te|wil|wilde|wilden|willen|kan|kunnen) )*",
    "back": (
        r"(?:iets|wat|veel) terug ?(?:(?:te|wil|wilde|wilden|willen|kan|kunnen) )*(?:doen|geven)"
    ),
    "some": r"(?:[\w'-]+,? ){{0,8}}",
    "many": (
        r"(?:\d{{1,2}}|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|achttien|twintig"
        r"|\w+entwintig"
        r"|dertig|veertig|vijftig|zestig|zeventig)"
    ),
    "business": (
        r"(?:[\w-]*(?:zaak|winkel|bedrijf|salon|makerij|bakkerij|slagerij|kwekerij|boerderij"
        r"|handel|kraam|praktijk|studio|onderneming|school)(?:tje|je)?|restaurant\w*|eetcafé|café"
        r"|kroeg|garage|webshop|atelier|hotel|pension|camping|supermarkt|boot|kotter|zaakje)"
    ),
}

STORY: Mapping[str, Mapping[float, tuple[str, ...]]] = {
    "gezin": {
        1.6: (
            r"{own} {few}?{kin} {few}(?:overleed|overleden|overlijdt|stierf|gestorven|verdronk"
            r"|verongelukte|kwam om|stierven"
            r"|verongelukt\w*|verdronken|vermoord|zelfmoord|vermist|omgekomen)",
            r"(?:overlijden|dood|verlies|zelfmoord|begrafenis) van {own} {few}?{kin}",
            r"verloor (?:ik |zij |hij |ze )?{own} {kin}",
        ),
        1.4: (
            r"{own} {few}?{kin} {few}(?:vast|vastzat|vastzit|vast zat|gevangenis|verslaafd)",
            r"{own} {few}?{kin} (?:is|was|werd|zijn|waren|heeft|had|kreeg|krijgt) {some}(?:ziek"
            r"|doof|blind|verslaafd|ziekte"
            r"|beperking|gehandicapt|handicap|autisme|syndroom|dement|dementie|kanker)",
            r"(?:zieke|zwaar zieke|demente|gehandicapte|verslaafde|hulpbehoevende) {few}?{kin}",
            r"(?:zorg\w*|verpleeg\w*|verzorg\w*) {few}voor {own} {few}?(?:moeder|vader|ouders?"
            r"|broer|zus|man|vrouw|oma|opa|schoon\w+)",
        ),
        1.2: (
            r"{kin}(?:eren)? {few}in huis (?:genomen|nam|kreeg|gekregen|nemen|heb|heeft)",
            r"(?:zwanger|bevallen|bevalling|miskraam|doodgeboren|te vroeg geboren|vroeggeboorte)",
            r"(?:jongste|oudste|enige|een) van (?:de )?{many}(?: kinderen)?",
            r"na {own} scheiding", r"(?:toen|nadat) {few}(?:uit elkaar|gescheiden|scheidden)",
            r"voor de liefde", r"(?:jonge|alleenstaande|tiener) ?(?:moeder|vader)",
            r"(?:zijn|haar|mijn) {few}?(?:huwelijk|bruiloft)", r"grootouders",
        ),
        0.9: (
            r"(?:kreeg|krijgt|baarde) {few}(?:kind|baby|zoon|dochter|tweeling)(?= |,|$)",
            r"trouwde|getrouwd met|huwelijk|bruiloft|geadopteerd|gezinshereniging",
            r"kinderen {few}(?:achter\w*|in het buitenland|niet (?:meer )?(?:ge)?(?:zien|ziet"
            r"|zie))",
            r"bij {own} {few}?(?:groot|schoon)?ouders {few}(?:wonen|woonde|ingetrokken|introk)",
            r"{own} ex(?:-\w+)?",
            r"gezin met {many} kinderen", r"(?:met|door) {own} (?:broer|zus|zwager)",
            r"{own} (?:twee|drie|vier|vijf|zes|zeven) kinderen",
        ),
    },
    "gezondheid": {
        1.6: (
            r"(?:arm|been|hand|voet|oog|vingers?|gehoor|zicht|spraak) {few}(?:kwijt\w*|verloren"
            r"|verloor|afgezet)",
            r"verloor {few}(?:arm|been|hand|voet|oog|gehoor|zicht)",
            r"hart(?:aanval|infarct|operatie|stilstand)", r"beroerte|herseninfarct|hersenbloeding",
            r"\w*kanker|chemo\w*|tumor\w*|leukemie", r"(?:dove|doof|blinde?|slechtziende?)",
            r"(?:ernstig|chronisch|ongeneeslijk|zwaar) ?(?:zieke?|\w*ziekte)",
            r"\w+ziekte",
            r"zeldzame {few}(?:ziekte|aandoening|afwijking)|hersen\w+|coma|prothese",
            r"(?:hulp|geleide)hond|scootmobiel|rolstoel|stottert?|blijvend letsel",
            r"ernstige (?:ziekte|aandoening|handicap)", r"dialyse|donor\w*|transplantatie",
        ),
        1.4: (
            r"\w*operaties?|geopereerd",
            r"(?:maanden|weken|lang) (?:\w+ )?in (?:het|een) ziekenhuis",
            r"revalid\w+|opgenomen in|psychiatrische?|\w*kliniek|psychose",
            r"verslaafd|verslaving|afgekickt|afkick\w*", r"trauma\w*|ptss",
            r"gezondheids(?:problemen|klachten|redenen)|slechte gezondheid",
            r"(?:problemen|moeite|narigheid|tegenslag|gedoe|klachten) (?:had |kreeg )?met {own}"
            r" gezondheid",
            r"gezondheid {few}(?:liet|laat|achteruit|slecht|niet|tegen|in de steek)",
            r"(?:langdurig|lange tijd|lang|maanden|jaren) ziek",
            r"ziek (?:geworden|werd|werden|raakte)|(?:werd|raakte) (?:ik |hij |zij |ze )?{few}ziek",
            r"afgekeurd|arbeidsongeschikt", r"(?:zware|lichamelijke|verstandelijke) beperking",
            r"auto-?ongeluk|ongeluk|ongeval", r"medische (?:problemen|redenen|klachten)",
        ),
        1.2: (
            r"burn-?out|overspannen", r"depressi\w+",
            r"(?:lichamelijke|fysieke|psychische|mentale) (?:klachten|problemen)",
        ),
    },
    "bedrijf": {
        1.6: (
            r"(?:begon|begin|begint|opende|opent|open|startte|start|runde|runden|runt|openden"
            r"|begonnen|had|hadden|heeft"
            r"|kocht|nam|neemt|verkocht|sloot|verloor|heb|hebben) {near}(?:een|de|het|mijn|ons"
            r"|onze|haar|zijn|eigen|laatste) (?:[\w-]+ )?{business}",
            r"{business},? {some}(?:overnemen|overgenomen|over te nemen|overnam|failliet|afgebrand"
            r"|verkopen|verkocht|kwijt|opgebouwd|dicht moest|opgedoekt|begonnen|geopend|gestart)",
            r"(?:kwijt|overname|verkoop|faillissement|opening) van {own} (?:eigen )?{business}",
            r"(?:overnemen|overgenomen|over te nemen) van {own} \w+",
            r"eigen {business}",
        ),
        1.3: (
            r"marktkraam|standplaats|op (?:de|een) (?:\w*markt|braderie) {few}(?:verkoop\w*"
            r"|verkocht|staan|stond)",
            r"verko(?:opt?|cht|pen) {few}op (?:de|een) (?:\w*markt|braderie|kermis)",
            r"verko(?:opt?|cht|pen) {few}zelf\w+|octrooi|uitvinding|franchise\w*|taxibedrijf",
            r"failliet|faillissement", r"ondernemer|voor (?:mij|zich)zelf begonnen|zzp'?er",
            r"{own} {business} {few}over(?= |$)(?! te dragen| naar| aan)",
        ),
    },
    "geld": {
        1.3: (
            r"(?:geld|lening|krediet|spaargeld|startkapitaal|bedrag) {some}(?:van|bij"
            r"|door) (?:{own}"
            r" )?{few}?(?:{kin}|gemeente)",
            r"{kin} {some}(?:leende\w*|leent|geleend|te leen|voorgeschoten|voorschoot|afbetaald"
            r"|schonk|betaalde)",
            r"geleend geld|leende {few}(?:van|bij) {own} {kin}",
            r"toeslagenaffaire|gedupeerde?|loterij|(?:mijn|haar|zijn|voor) fraude"
            r"|teruggevorderd|beslag gelegd",
            r"erfde\w*|erfenis|geërfd|erven", r"\w*(?:duizend|ton) euro|\d{{2,3}}\.?000 euro",
            r"spaargeld", r"(?:schuld\w*|schuldeisers) van {own} {kin}",
        ),
    },
    "herkomst": {
        1.3: (
            r"buitenland|geëmigreerd|emigr\w+|terug ?(?:gekeerd|gekomen|keer\w*)? (?:in|naar|uit)"
            r" (?:nederland|het land)",
            r"{own} (?:eigen |vroegere )?(?:vader|geboorte|thuis|moeder)?land(?= |,|$)",
            r"land van herkomst",
            r"naar nederland (?:{few}gekomen|kwam\w*|{few}gevlucht|{few}gehaald|{few}verhuisd)",
            r"(?:opgevangen|ontvangen|opgenomen|welkom) {some}(?:nederland|dit land|het land)",
            r"(?:nederland|dit land|familie|gezin|ouders) {some}(?:opgevangen|ontvangen|welkom)",
            r"verblijfs(?:vergunning|status)|asiel\w*|gevlucht|vluchteling",
            r"opgegroeid in|uit onze streek|te voet|vluchtelingenkamp|bekeerd|gedoopt|hoofddoek",
        ),
        1.0: (r"moskee|synagoge|{own} (?:kerk|geloof)",),
    },
    "motief": {
        1.3: (
            r"{back} {few}?voor (?:nederland|dit land|het land|de samenleving|onze? land|de stad)",
            r"(?:nederland|dit land|het land|de samenleving|de maatschappij|de stad) {some}{back}",
            r"(?:iets|wat) {few}voor (?:nederland|dit land|het land|de samenleving|de stad)"
            r" {few}?terug ?{will}(?:doen|geven)",
            r"iets {few}betekenen voor {own} (?:land|stad|samenleving)",
        ),
        1.0: (r"(?:(?:wil|wilde|wilt)\w* {few})?{back}",),
    },
    "levensloop": {
        1.5: (
            r"vastzat|vastgezeten|gevangenis|detentie", r"rechtszaak|rechtbank|voor de rechter",
            r"op (?:de )?(?:tv|televisie|radio)",
            r"(?:uit {own} (?:huis|woning) (?:gezet|geplaatst)|ontruim\w+|huisuitzetting)",
            r"dakloos|dakloze", r"in {own} (?:auto|caravan|tent|bus|schuur|loods) {few}"
            r"(?:geslapen|sliep|gewoond|woonde|gebivakkeerd)",
            r"(?:sliep|geslapen|woonde|gewoond|leefde) {some}(?:op straat|auto|caravan|tent"
            r"|vakantiepark|camping|de opvang|het azc|een azc|opvanglocatie)",
            r"(?:vrouwen|crisis|nood|dag|asiel)opvang|uit de opvang",
            r"afgebrand|(?:huis|woning)brand",
            r"uitzending|uitgezonden|{own} oorlog|in oorlog", r"op zee|verdronken",
            r"ex {few}(?:vond|vinden|volg\w*|lastig\w*|zocht|stalk\w*)",
            r"mishandel\w+|huiselijk geweld|bedreig\w+|gestalkt", r"kindertehuis|pleeg\w+",
            r"vluchtte|gevlucht", r"overval\w*|beroofd|opgelicht", r"in transitie",
            r"(?:vecht|vocht|vechten) {few}(?:daar|nog|front|leger|mee)|aan het front|dienstplicht",
            r"van {own} (?:ladder|trap|dak|steiger|paard|balkon) {few}(?:viel|gevallen)"
            r"|{own} val van",
            r"mortuarium|crematie|uitvaart|begraven|begrafenis",
            r"aangifte|getuige|veroordeeld|taakstraf|enkelband|ombudsman|vermist|huiszoeking",
            r"explosie|overstroming|blikseminslag|gaslek|ontvoerd|ondergedoken|schuilkerk",
            r"woonboot|woonwagen\w*|vakantiepark|antikraak|kraakpand|klooster|leger des heils",
            r"gokken|gokverslav\w+", r"kampioen\w*|profvoet\w+|topsport\w*",
        ),
    },
    "rol": {
        1.2: (
            r"(?:gaf|geef|geeft) {few}leiding|(?:ben|was|werd|als) {few}leidinggevende"
            r"|bedrijfsleid\w+|directeur|eigenaar"
            r"|eigenares\w*|ervaringsdeskundige|dirige\w+|(?:gaf|geeft|geef) {few}\w*les(?:sen)?",
            r"(?:is|was|ben) {few}(?:de enige|de eerste|de laatste|als enige)|als enige"
            r"|de laatste {few}van het dorp",
            r"iedereen (?:kent|kende|weet|wist) {few}(?:mij|me|mijn|verhaal|hem|haar|wie)",
            r"(?:weten|weet|wisten) {some}wie ik ben",
            r"(?:won|gewonnen|kreeg) {few}(?:prijs|wedstrijd|medaille|titel|lintje)",
            r"(?:schreef|schrijft|schreven|geschreven) {few}(?:boek|roman|column|gedicht\w*)"
            r"|boek {few}(?:geschreven|uitgebracht|uitgegeven)|(?:toneel|theater)stuk",
            r"(?:zingt|zing|zong|speelt|speel|speelde|treedt|trad) {few}(?:in een|bij een|op met)"
            r"|orkest|fanfare|harmonie|\w*koor|voetbalelftal|optredens?",
            r"bekende? (?:in het|in ons|van|gezicht)|in heel het dorp|het hele dorp",
            r"volgers|youtube\w*|vlog\w*|podcast", r"(?:gemeente|staten|wijk)raad",
            r"raadslid|bestuurslid|voorzitter|vrijwilliger bij {own} \w+",
        ),
    },
    "beroep": {
        1.3: (
            r"(?:voormalige?|oud-|ex-) ?\w+",
            r"in (?:mijn|haar|zijn) (?:\w*land|tijd als) {few}(?:was|werkte)",
            r"(?:was|werkte) {few}in (?:mijn|haar|zijn) \w*land",
            r"(?:fabriek|drukkerij|winkel|school|kantoor|werf|bank|vestiging|afdeling),? {some}"
            r"(?:sloot|dichtging|gesloten|failliet|verhuisde|opgeheven)",
            r"marine|leger|landmacht|politie(?:agent\w*)?|brandweer\w*|ambulance\w*|zeevaart"
            r"|rederij"
            r"|kermis\w*|circus|visafslag",
            r"(?:zelf|vroeger|ooit) {some}bij de (?:sociale )?(?:dienst|gemeente) {few}(?:gewerkt"
            r"|werkte)",
            r"re(?:ed|dt|den) {few}(?:taxi|bus|vrachtwagen|touringcar)",
            r"werkte {few}als (?!er |ik |je |ze |we |het |een ander)[\w-]+",
            r"{own} oude vak|omgeschoold|omscholing tot|van vak",
        ),
        1.1: (r"na {many} jaar (?:bij|in|op) {own} \w+",),
        0.7: (
            r"(?:werkt?|werkte|werken|begon|stoppen|nu|baan|vak|gewerkt|aan de slag|staat|sta)"
            r" {few}als (?!er |ik |je |ze |zij |hij |we |wij |het |dat |een ander|die |u |men "
            r"|iemand |deze |mijn |alles |eerst|laatst|altijd)"
            r"(?:een )?[\w-]+",
            r"werd {few}(?:conciërge|\w+(?:meester|bouwer|maker|chauffeur|leider|begeleider|kundige"
            r"|assistente?|medewerker|verkoper|verkoopster|kok|tolk))",
        ),
    },
    "opleiding": {
        1.1: (
            r"stage (?:liep|gelopen|loopt|lopen|te lopen|deed)"
            r"|liep(?:en)? (?:ik |zij |hij |ze )?(?:\w+ )?stage|stageplek",
            r"stagiaire?",
            r"(?:opleiding|studie|diploma|examen) {few}(?:tot|als|voor) (?!ik|het|de)\w+",
            r"diploma {few}(?:gehaald|haalde)|haalde {few}diploma",
            r"(?:spreekt?|beheers\w*) {many} talen|(?:spreekt?|beheers\w*) (?:drie|vier) talen",
            r"nooit naar school|nooit (?:leren|geleerd) lezen|analfabeet|staatsexamen|promove\w+"
            r"|universiteit|conservatorium",
            r"avondschool|avondopleiding|gestudeerd in|in de avond {some}opleiding",
        ),
    },
    "wending": {
        1.2: (
            r"(?:moest|moet|moesten|ben|was|is|heb) {some}(?:stoppen|gestopt|opgeven|opgegeven)",
            r"stopte {few}met (?:werken|{own} \w+)|gestopt met (?:werken|{own} \w+)",
            r"niet (?:meer|langer|verder) {few}(?:werken|aan het werk|aan de bak)"
            r"|(?:werken|werk) {few}niet (?:meer|langer)|nergens meer aan de bak",
            r"(?:baan|werk|huis|woning|vak|alles|inkomen) {few}(?:kwijt\w*|verloren|verloor)"
            r"|verloor {few}(?:baan|contract|huis|werk|woning|inkomen|alles|plek)",
            r"ontslagen|{own} ontslag|(?:op straat|aan de kant) gezet",
            r"(?:kwam|belandde|raakte|gekomen|terechtgekomen) {some}(?:de bijstand|een uitkering"
            r"|de uitkering|de dienst)",
            r"opnieuw {few}(?:aanvragen|aangevraagd|aan te vragen)|nieuwe aanvraag",
            r"(?:extra|aanvullende|ontbrekende|andere|veel) (?:stukken|papieren|documenten"
            r"|bewijzen)"
            r"|papieren die",
            r"gat in {own} cv|zit nu thuis|en zat thuis|thuis (?:komen te )?zitten",
            r"zonder (?:inkomen|huis|\w*vergunning)|terugbetalen|terug te betalen",
            r"durfde {few}(?:jaren|niet meer|niets)|(?:begeleiding|traject) {few}stopte",
            r"lukt\w* {few}niet (?:meer|langer)|ging het {few}niet meer|een vaste baan lukt niet",
            r"nog niet {few}aan het werk",
        ),
    },
    "datum": {
        0.7: (
            r"{many} (?:jaar|jaren)", r"jarenlang|jaren|lange (?:tijd|periode)",
            r"op (?:mijn|haar|zijn) (?:\w+ste|\w+de|\d+e)(?= |,|$)",
            r"(?:man|vrouw|inwoner) van (?:\w+ )?(?:\w+tig|\d\d)",
            r"een (?:winter|zomer)",
        ),
    },
    "plaats": {
        0.7: (
            r"(?:klein(?:e)? )?(?:dorp|gehucht|eiland)\w*", r"sporthal|station|haven|veerpont",
            r"(?:bij|in|op|van) {own} (?:ziekenhuis|verpleeghuis|basisschool|museum|kringloop\w*"
            r"|fabriek|slachterij|kas|bibliotheek|gemeentehuis|zwembad|sportclub|voetbalclub"
            r"|dierentuin|notaris|garage|hotel|veiling|haven)",
        ),
    },
}  # fmt: skip

PARTNER = (
    r"\b((?:[eé][eé]n|1) (?:van (?:de|onze|die) )?(?:[\w-]+ )?"
    r"(?:(?:netwerk|samenwerkings|keten)?partners?)"
    r"|een organisatie (?:uit|in) (?:het|ons|dit) netwerk"
    r"|[eé][eé]n (?:van (?:de|onze|die) )(?:[\w-]+ )?(?:organisaties|instellingen))\b"
    r"|\b(als (?:huisarts|school|bibliotheek|kerk|moskee|voedselbank|woningcorporatie|apotheek"
    r"|wijkverpleging|ggz|zorgboerderij|taalhuis|buurthuis|jongerenwerk|werkgever|politie))\b"
    r"|\b((?:als (?:de )?(?:enige|grootste|kleinste) \w+|(?:wij|we) als (?!je|er|het|dat|ik|de"
    r"|een|in|team|professional|klantmanager|directie|management|organisatie|regisseur|dienst"
    r"|gezin|collega|mensen|inwoner)[\w-]+))\b"
)
"""One partner among those that are named, or one that says which it is."""

DOUBTS = (
    r"\b((?:be)?twijfel\w*|te weinig|te traag|te laat|niet genoeg|tekort\w*|opzeggen|op te zeggen"
    r"|overweegt|ontevreden|kritisch\w*|kritiek|teleurgesteld|wantrouw\w*|boos|stoppen"
    r"|gestopt|zorgen over|weinig vertrouwen|vertrouwen (?:\w+ ){0,4}(?:kwijt|verloren|op)"
    r"|geen vertrouwen|niet serieus|onvoldoende|slecht\w*"
    r"|moeizaam|conflict|ruzie|afgehaakt|niet tevreden|negatief|(?:niet|zelden|nooit) na|(?:be"
    r"|af)spraken niet|beloften|geen mensen meer|opstappen|vraagt zich af)\b"
)
"""What a partner would not like to be known to say."""

COURSE = (
    r"\b(toen|nadat|daarna|sindsdien|waarna|inmiddels|uiteindelijk|tegenwoordig|later|nu"
    r"|vervolgens|voordat|terwijl|ooit|vroeger|eerder|voorheen)\b"
)
"""One thing after another: a story, not an opinion."""

OPINION = (
    r"\b(?:vind(?:t|en)?|vond|zeg(?:t|gen)?|zei|noem(?:t|de)|ervaart|ervoer|mist(?:e)?|wil|wilde"
    r"|geeft aan|merkt(?:e)?|hoopt|zou|tevreden|ontevreden|moeilijk|prettig|fijn|duidelijk)\b"
)
"""What somebody thinks of the service, which others think too."""

RESIDENT = (
    r"\b(?:(?:bij |van )?(?:weer |nog )?(?:[eé][eé]n|1) (?:van de |van die )?(?:[\w-]+e )?"
    r"(?:inwoners?|deelnemers?|deelneemster|kandida\w+|respondent\w*|geïnterviewden?|cliënte?n?"
    r"|gesprekspartner|weduwe|weduwnaar|gezin|echtpaar|statushouder|vluchteling)"
    r"|(?:deze|die) (?:inwoner|deelnemer|deelneemster|persoon|kandidaat|respondent|cliënte?))\b"
)
"""Somebody who was spoken to is told of, one alone."""

ANYBODY = (
    r"\b(?:(?:bij |van )?(?:weer |nog )?(?:[eé][eé]n|1) (?:[\w-]+e )?(?:man|vrouw|moeder|vader"
    r"|jongere|student|ondernemer|jongen|meisje|oudere?|oud-[\w-]+|voormalige? \w+)"
    r"|(?:deze|die) (?:man|vrouw|moeder|vader|jongere|jongeman)|de (?:man|vrouw) die)\b"
)
"""Somebody is told of, one alone; in the words of a speaker that may be anybody they met."""
