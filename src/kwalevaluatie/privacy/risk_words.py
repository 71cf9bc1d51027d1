"""Words that tell who somebody is, with a weight for how few people share them.

A weight is a rough order of magnitude: 1 is one in ten of those whom a social service speaks
to, 2 one in a hundred, 3 one in a thousand. Words are parted by commas, spellings and forms of
one trait by strokes, the first of them being its name. Everything is in lower case.
"""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[float, str]

ORIGIN: Words = {
    0.3: "inburgering/inburgeringsexamen/inburgeren/ingeburgerd",
    0.5: """
        vluchteling, statushouder, verblijfsvergunning, moslim/moslima, hoofddoek
    """,
    0.8: """
        turkije/turks/turk, marokko/marokkaans/marokkaan/marokkaanse, suriname/surinaams/surinamer,
        polen/pools/poolse, duitsland/duitser, belgië/belgisch/belg,
        antillen/antilliaans/antilliaan, curaçao/curacao/curaçaos, indonesië/indonesisch, arabisch,
        asielzoeker/asiel/azc
    """,
    1.0: """
        syrië/syrisch/syriër/syrie/syrier, damascus, aleppo, oekraïne/oekraïens/oekraïner/oekraine,
        bulgarije/bulgaars/bulgaar, roemenië/roemeens/roemeen, frankrijk/fransman/française,
        engeland/brits/brit/engelsman, italië/italiaans/italiaan, spanje/spaans/spanjaard,
        hindoestaans/hindoestaan
    """,
    1.3: """
        afghanistan/afghaans/afghaan, kabul/kaboel, irak/irakees/iraaks/irakese/irakezen, bagdad,
        iran/iraans/iraniër, teheran, shiraz, eritrea/eritrees/eritreeër/eritreeer, asmara,
        somalië/somalisch/somaliër/somalie/somaliese, mogadishu, koerdistan/koerdisch/koerd,
        aruba/arubaans, bonaire, china/chinese, india/indiaas/indiase, hongarije/hongaars/hongaar,
        griekenland/grieks/griek, portugal/portugees/portugese, rusland/russisch/rus,
        farsi/perzisch, ghana/ghanees/ghanese, brazilië/braziliaans/braziliaan, homs, idlib,
        moluks/molukker, indisch
    """,
    1.7: """
        ethiopië/ethiopisch/ethiopiër/ethiopie, soedan/soedanees/soedanese/sudan, khartoem,
        egypte/egyptisch/egyptenaar, caïro, pakistan/pakistaans/pakistaan,
        jemen/jemenitisch/jemeniet, nigeria/nigeriaans/nigeriaan, vietnam/vietnamees/vietnamese,
        thailand/thais/thaise, filipijnen/filipijns/filipijn/filipina,
        bosnië/bosnisch/bosniër/bosnie, sarajevo, servië/servisch/serviër/servie,
        kroatië/kroatisch/kroaat, kosovo/kosovaars/kosovaar, joegoslavië/joegoslavisch/joegoslaaf,
        armenië/armeens/armeniër, congo/congolees/congolese, angola/angolees/angolese,
        colombia/colombiaans/colombiaan, venezuela/venezolaans/venezolaan, dominicaanse
        republiek/dominicaans, kaapverdië/kaapverdiaans, palestina/palestijns/palestijn, gaza,
        libanon/libanees/libanese, beiroet, algerije/algerijns/algerijn, addis abeba,
        tunesië/tunesisch/tunesiër, sri lanka/srilankaans, tamil, litouwen/litouws/litouwer,
        letland/letse, slowakije/slowaaks/slowaak, tsjechië/tsjechisch/tsjech, israël/israëli,
        amerika/amerikaans/amerikaan/verenigde staten, zuid-afrika/zuid-afrikaans, aramees/suryoyo,
        pasjtoe/pashto, dari, kameroen/kameroens, guinee/guinees, sierra leone, staatloos/stateloos,
        albanië/albanees/albanese, ierland/iers, schotland/schots, zweden/zweeds, afrikaans/afrika
    """,
    2.0: """
        tigrinya/tigrigna/tigrinja, amhaars, oeigoer/oeigoers, yezidi/jezidi/ezidi, roma/romani,
        sinti, woonwagen/woonwagenkamp/woonwagenbewoner, alevi/alevitisch, jood/joods,
        kopt/koptisch, swahili, urdu/oerdoe, papiaments/papiamento, berbers/tamazight/riffijns,
        lingala, hazara, sorani, kurmanji/kirmanci, oromo, bahai, jehova, assyrisch/assyriër
    """,
    2.5: """
        andorra, argentinië/argentijns/argentijn, australië/australisch/australiër, oostenrijk,
        azerbeidzjan/azerbeidzjaans, bahama's, bahrein, bangladesh, barbados, belize, benin, bhutan,
        wit-rusland/belarus/wit-russisch, bolivia/boliviaans, botswana, brunei, burkina faso,
        burundi/burundees/burundese, birma/birmaans/myanmar, cambodja/cambodjaans, canada/canadees,
        centraal-afrikaanse republiek, tsjaad/tsjadisch, chileens/chileen, comoren, costa rica,
        cuba/cubaans/cubaan, cyprus/cypriotisch, denemarken/deens, djibouti, dominica, ecuador, el
        salvador, equatoriaal-guinea, estland, eswatini, fiji, finland, gabon/gabonees, gambia,
        georgië/georgisch/georgiër, grenada, guatemala, guinee-bissau, guyana, haïti/haïtiaans,
        honduras, ijsland/ijslands, ivoorkust/ivoriaans, jamaica/jamaicaans, japan/japans/japanse,
        jordanië/jordaans, kazachstan/kazachs, kenia/kenia's/keniaan, kirgizië/kirgizisch, koeweit,
        laos/laotiaans, lesotho, liberia/liberiaans, libië/libisch/libiër, liechtenstein,
        luxemburg/luxemburgs, madagaskar, malawi, maldiven, maleisië/maleisisch, mali/malinees,
        malta/maltees, mauritanië/mauritaans, mauritius, mexico/mexicaans/mexicaan, moldavië,
        mongolië/mongools/mongool, montenegro, mozambique, namibië, nepal/nepalees/nepalese, niger,
        noord-macedonië/macedonië/macedonisch, noorwegen/noors, nicaragua, nieuw-zeeland, oeganda,
        oezbekistan/oezbeeks, panama, papoea-nieuw-guinea, paraguay, peru/peruaans/peruaan, rwanda,
        samoa, saoedi-arabië, senegal/senegalees, seychellen, singapore, slovenië/sloveens,
        somaliland, zuid-soedan, tadzjikistan/tadzjieks/tadzjiek, taiwan, tanzania, tibet/tibetaans,
        togo/togolees, tonga, trinidad, tsjetsjenië/tsjetsjeens/tsjetsjeen, turkmenistan, uruguay,
        vanuatu, zambia/zambiaans, zimbabwe, zuid-korea/koreaans, noord-korea, zwitserland/zwitsers
    """,
}

FAMILY: Words = {
    0.2: "gescheiden/scheiding/ex-man/ex-vrouw/mijn ex/m'n ex, kleinkind/kleinkinderen",
    0.5: """
        alleenstaande moeder/alleenstaand moeder, zwanger/hoogzwanger, mantelzorg/mantelzorger,
        co-ouder/co-ouderschap, stiefkinderen/stiefzoon/stiefdochter, samengesteld gezin
    """,
    1.0: """
        gezinshereniging, voogd/voogdij, getrouwd met een vrouw, uit huis
        geplaatst/uithuisplaatsing, tienermoeder, grootgezin/groot gezin,
        homo/lesbisch/lesbienne/biseksueel, uitgehuwelijkt
    """,
    1.3: """
        alleenstaande vader/alleenstaand vader,
        pleegkind/pleegkinderen/pleegmoeder/pleegvader/pleegzoon/pleegdochter, weduwe
    """,
    1.6: """
        tweeling/tweelingen, weduwnaar, mijn man is overleden/man overleden/man verloren/mijn man er
        niet meer is, mijn vrouw is overleden/vrouw overleden/vrouw verloren/mijn vrouw er niet meer
        is, weeskind, vondeling, kind verloren/kind overleden/zoon verloren/zoon overleden/dochter
        verloren/dochter overleden, zoontje overleden/dochtertje overleden,
        geadopteerd/adoptie/adoptiekind/adoptieouders
    """,
    2.0: "transgender/transvrouw/transman/non-binair/in transitie",
    3.0: "drieling/drielingen, vierling",
}

ANY_BUSINESS: Words = {
    1.0: """
        eigen bedrijf/eigen bedrijfje/eigen zaak/eigen zaakje/eigen winkel/eigen winkeltje, eigen
        onderneming, eigen praktijk, zzp/zzp'er/zzper/freelancer, zelfstandig ondernemer,
        zelfstandige, voor mezelf begonnen/voor mijzelf begonnen, kamer van koophandel
    """,
    1.2: "failliet/faillissement, familiebedrijf, bedrijf van mijn vader/bedrijf van mijn ouders",
}
"""Owning something, without saying what."""

PLAIN_BUSINESSES: Words = {
    1.3: "bedrijf/bedrijfje, winkel/winkeltje, zaak/zaakje, webshop, praktijk, werkplaats",
}
"""Businesses without a trade: they tell something only of who owns one."""

BUSINESSES: Words = {
    1.3: """
        schoonmaakbedrijf, klusbedrijf, bouwbedrijf, timmerbedrijf, schildersbedrijf,
        stukadoorsbedrijf, hoveniersbedrijf, taxibedrijf, transportbedrijf, adviesbureau
    """,
    1.6: """
        kapsalon/kapperszaak/kapperij/barbershop, schoonheidssalon/beautysalon, nagelstudio,
        snackbar/cafetaria/frituur/friettent, shoarmazaak/shoarmatent/dönerzaak/kebabzaak, pizzeria,
        restaurant/restaurantje/eethuis, café/cafeetje/kroeg/eetcafé, lunchroom, broodjeszaak,
        bakkerij, slagerij, supermarkt/buurtsuper, groentewinkel/groentezaak,
        bloemenwinkel/bloemenzaak, kledingwinkel/kledingzaak/boetiek, cateringbedrijf/catering,
        garage/garagebedrijf, autobedrijf/autohandel, fietsenwinkel/fietsenzaak/rijwielzaak,
        rijschool, telefoonwinkel, belwinkel, sportschool, drogisterij, tuincentrum, kwekerij,
        boerderij, akkerbouwbedrijf, melkveebedrijf, loonbedrijf, marktkraam/kraam, foodtruck,
        strandtent/strandpaviljoen
    """,
    2.0: """
        hotel, pension, camping, b&b/bed and breakfast, ijssalon, theehuis/theetuin, koffiebar,
        viswinkel/viszaak/viskraam, kaaswinkel, chocolaterie, patisserie, molen,
        boekwinkel/boekhandel, antiekwinkel/antiekzaak, galerie, atelier, drukkerij, fotostudio,
        muziekwinkel, muziekschool, dansschool/balletschool, yogaschool/yogastudio, manege,
        kinderboerderij, dierenwinkel, dierenpension, hondenkennel/kennel,
        trimsalon/hondentrimsalon, speelgoedwinkel, juwelierszaak, schoenmakerij, naaiatelier,
        kleermakerij, bruidswinkel/bruidszaak, tattooshop/tattoostudio, coffeeshop, wijngaard,
        brouwerij, distilleerderij, geitenboerderij, zorgboerderij, fruitbedrijf, schapenboerderij,
        kaasmakerij, imkerij, oesterkwekerij, mosselbedrijf, vissersboot, kotter, scheepswerf,
        jachthaven, smederij, meubelmakerij, steenhouwerij, uitvaartonderneming, crematorium,
        reisbureau, vertaalbureau, taalschool, kinderdagverblijf/gastouderbureau, garnalenbedrijf,
        bioscoop, theater, circus, kermisattractie, draaimolen, kaarsenmakerij
    """,
}
"""What one may own; it tells nothing as long as it is somebody else's."""

SECTORS: Words = {
    0.2: """
        schoonmaak, zorg, thuiszorg/thuishulp, magazijn/inpak/inpakken/productiewerk, horeca,
        logistiek, kassa, callcenter, administratie, kas/kassen, kinderopvang, onderwijs, bouw,
        groenvoorziening, techniek
    """,
}
"""Where many people work; it tells something only of work."""

OCCUPATIONS: Words = {
    0.2: """
        schoonmaker/schoonmaakster, magazijnmedewerker, caissière, huishoudelijke hulp, postbode,
        vakkenvuller, orderpicker, bezorger, productiemedewerker, kassamedewerker
    """,
    0.5: """
        kok, monteur, timmerman, schilder, metselaar, stukadoor/stucadoor, elektricien, loodgieter,
        beveiliger, verpleegkundige/verpleegster, boekhouder/boekhoudster, secretaresse,
        accountmanager, hovenier, heftruckchauffeur, ziekenverzorgster, verzorgende, ober,
        receptionist/receptioniste, onderwijsassistent, vertegenwoordiger, programmeur
    """,
    1.0: """
        lasser, automonteur, dakdekker, stratenmaker, steigerbouw/steigerbouwer, kraanmachinist,
        boer/boerin, machinist, conducteur, treinmachinist, tandartsassistent/tandartsassistente,
        doktersassistente, apothekersassistente, laborant/analist/laboratorium, bankdirecteur,
        jurist, brandweerman, ambulancebroeder, militair/beroepsmilitair, marinier, douanier,
        cipier, journalist/journaliste, fotograaf, cameraman, architect, ingenieur,
        schoonheidsspecialiste, pedicure, kraamverzorgster, apneu-specialist, vertaler/vertaalster,
        bibliothecaris/bibliothecaresse, stewardess/steward, piloot, rijinstructeur,
        sportleraar/gymleraar, zwemleraar/badmeester, graafmachinist, tuinder, visser, matroos,
        zeeman, kapitein, schipper, binnenvaart/binnenschipper, slotenmaker, glazenwasser,
        schoorsteenveger, stoffeerder, naaister, kleermaker, schoenmaker, meubelmaker, parketlegger
    """,
    1.5: """
        dominee, pastoor, imam, rabbijn, priester, pandit, voorganger, zendeling, pianist/pianiste,
        gitarist, drummer, violist/violiste, zanger/zangeres, dirigent, componist, muzikant,
        dj/deejay, acteur/actrice, toneelspeler, danser/danseres, choreograaf,
        kunstenaar/kunstenares, kunstschilder, beeldhouwer, schrijver/schrijfster,
        dichter/dichteres, illustrator, goudsmid, juwelier, horlogemaker, edelsmid, smid, hoefsmid,
        rietdekker, steenhouwer, glasblazer, pottenbakker, keramist, orgelbouwer, pianostemmer,
        instrumentenbouwer, molenaar, boekbinder, restaurator, archeoloog, bioloog, geoloog,
        astronoom, wiskundige, natuurkundige, scheikundige, historicus, econoom, onderzoeker,
        diplomaat, ambassadeur, fotomodel, croupier, kermisexploitant, wijnboer, fruitteler,
        bollenkweker, veehouder, schaapherder/herder, paardentrainer, dierenverzorger, boswachter,
        jachtopziener, jager, hondentrainer, duiker
    """,
    2.0: """
        imker/imkeren/bijenhouder/bijen, vuurtorenwachter, brugwachter, sluiswachter, mosselvisser,
        oesterkweker, garnalenvisser, klokkenmaker, zadelmaker, mandenmaker, klompenmaker,
        touwslager, zeilmaker, scheepsbouwer, koster, doodgraver/grafdelver,
        uitvaartondernemer/begrafenisondernemer, patholoog, hartchirurg, neurochirurg, astronaut,
        straaljagerpiloot, kernfysicus, clown, goochelaar, buikspreker, circusartiest/acrobaat,
        koorddanser, stuntman, operazanger/operazangeres, harpist, accordeonist, organist,
        beiaardier, balletdanser/ballerina, striptekenaar, cabaretier, valkenier, taxidermist,
        doedelzakspeler, poppenspeler, parfumeur, sterrenkok, wijnmaker, bierbrouwer, kaasmaker,
        duivenmelker, jockey, bokser, profvoetballer/profvoetbal
    """,
}

SERVANTS: Words = {
    0.5: """
        kapper/kapster, leraar/lerares/juf/meester, docent, makelaar, fysiotherapeut,
        maatschappelijk werker/maatschappelijk werkster, sociaal werker, bakker, slager,
        chauffeur/vrachtwagenchauffeur, buschauffeur, taxichauffeur, conciërge
    """,
    1.0: """
        apotheker, advocaat, notaris, rechter, officier van justitie, politieagent/agent,
        verloskundige, psycholoog, psychiater, huisarts, tandarts, dierenarts, chirurg, tolk,
        accountant
    """,
}
"""Occupations that everybody meets: they tell something only of who "is" one."""

FUNCTIONS: Words = {
    0.5: "manager, teamleider, coördinator, afdelingshoofd, projectleider, beleidsmedewerker",
    1.2: """
        directeur/directrice, bestuurder, voorzitter, penningmeester, secretaris, schoolhoofd,
        rector, raadslid/gemeenteraadslid, fractievoorzitter, oprichter/oprichtster, hoofdredacteur,
        wijkagent, korpschef, gemeentesecretaris, commandant, generaal, officier, vakbondsleider
    """,
    1.8: """
        wethouder, in de gemeenteraad/in de raad, burgemeester, griffier, dijkgraaf, statenlid,
        gedeputeerde, kamerlid, staatssecretaris, minister, bisschop, stadsdichter, dorpsdichter,
        stadsomroeper, kinderburgemeester, prins carnaval, vicevoorzitter, ombudsman, commissaris,
        consul, stamhoofd, dorpshoofd
    """,
    2.5: """
        oud-wethouder/oudwethouder/ex-wethouder, oud-burgemeester/ex-burgemeester,
        oud-minister/ex-minister, oud-kamerlid/ex-kamerlid, oud-raadslid, oud-directeur,
        oud-voorzitter, oud-generaal
    """,
}
"""Roles of which a place has one or a few."""

EDUCATION: Words = {
    0.3: """
        gestudeerd/studeerde, hbo/hbo-opleiding, vwo, gymnasium, speciaal
        onderwijs/praktijkschool/praktijkonderwijs
    """,
    0.7: """
        universiteit/universitair, analfabeet/analfabeten/laaggeletterd, kunstacademie, mijn
        scriptie, masterdiploma/mijn master, bachelordiploma/mijn bachelor, hogeschool
    """,
    1.3: """
        geneeskunde, tandheelkunde, rechten gestudeerd/rechtenstudie/studeerde rechten/rechten
        studeerde, psychologie, diergeneeskunde, farmacie, bouwkunde, lucht- en ruimtevaart,
        filosofie, theologie, archeologie, conservatorium, toneelschool/filmacademie,
        zeevaartschool, econometrie, wiskunde gestudeerd, natuurkunde gestudeerd, cum laude,
        vliegopleiding, werktuigbouwkunde, elektrotechniek
    """,
    2.2: """
        gepromoveerd/promoveren/promoveerde/proefschrift/promotieonderzoek/mijn
        promotie/phd/dissertatie, hoogleraar/professor, lector, promovendus/promovenda, doctorstitel
    """,
}

HEALTH: Words = {
    0.3: """
        rugklachten/mijn rug/m'n rug/hernia, burn-out/burnout, overspannen, depressie/depressief,
        overgewicht, angststoornis/paniekaanvallen
    """,
    0.6: """
        artrose, diabetes/suikerziekte, copd, astma, adhd/add, migraine, fibromyalgie,
        ptss/posttraumatische, verslaving/verslaafd/afgekickt/afkickkliniek, alcoholist,
        longcovid/long covid, hartklachten, reuma/reumatoïde, carpaaltunnel, scootmobiel,
        dyslexie/dyslectisch, chronische pijn, slaapapneu
    """,
    1.0: """
        kanker/borstkanker/longkanker/darmkanker/huidkanker/prostaatkanker/tumor/leukemie/lymfoom,
        chemo/chemokuur/bestraling, autisme/autistisch/asperger/pdd-nos, borderline,
        bipolair/manisch, hartinfarct/hartaanval, openhartoperatie/pacemaker,
        beroerte/herseninfarct/hersenbloeding/tia, epilepsie/epileptisch,
        eetstoornis/anorexia/boulimia, gehoorapparaat/slechthorend, slechtziend,
        psychose/psychotisch, dwangstoornis, verstandelijke beperking/licht verstandelijk, rolstoel,
        hepatitis, tuberculose/tbc, endometriose, longembolie, maagverkleining
    """,
    1.5: """
        multiple sclerose, schizofrenie/schizofreen, crohn/colitis, stoma,
        hersenletsel/hersenschudding, hersentumor, parkinson, dementie/alzheimer, hiv/aids,
        sarcoïdose, bechterew, lupus, lyme, doof/doofstom/gebarentaal, ben blind/is blind/blind
        geworden/blind aan/blindengeleidehond, geamputeerd/amputatie/beenprothese/prothese,
        dissociatief, gilles de la tourette/tourette, hemofilie, sikkelcel/sikkelcelanemie,
        thalassemie, nierziekte/nierfalen/van de nieren, meningitis/hersenvliesontsteking,
        brandwonden, polio, spasme/spastisch
    """,
    2.0: """
        dialyse/nierdialyse, transplantatie/donornier/donorhart/donorlever/getransplanteerd,
        dwarslaesie, taaislijmziekte/cystic fibrosis, spierziekte/spierdystrofie, huntington,
        narcolepsie, lepra, noma, syndroom van down, guillain-barré, ehlers-danlos, marfan,
        locked-in, open rug/spina bifida, hazenlip/schisis, klompvoet, dwerggroei, albinisme/albino,
        in coma/coma gelegen, schotwond
    """,
    2.5: "als-patiënt/amyotrofische",
}

LIFE: Words = {
    0.3: "schuldsanering/wsnp, reorganisatie",
    0.8: """
        in de oorlog/door de oorlog/uit de oorlog/burgeroorlog, gevlucht/vluchten/vlucht uit,
        dakloos/dakloze/zwerven/op straat geleefd/op straat geslapen, uit huis gezet, huiselijk
        geweld/mishandeld/mishandeling, blijf-van-mijn-lijfhuis/vrouwenopvang/blijfhuis,
        auto-ongeluk, ongeluk/ongeval/aangereden, bedrijfsongeval, stalking/gestalkt,
        kindertehuis/internaat, pleeggezin
    """,
    1.2: """
        in de krant/krant gestaan/stond in de krant/het journaal/op tv/op televisie/op de
        televisie/op de radio, gevangenis/gevangen
        gezeten/bajes/detentie/gedetineerd/vastgezeten/enkelband,
        zelfmoord/zelfmoordpoging/suïcide/suïcidepoging, ontvoerd, verkracht/verkrachting,
        misbruikt/seksueel misbruik, taakstraf/reclassering, rechtszaak/aangeklaagd, arbeidsongeval,
        van de steiger/van een steiger/van het dak, huis afgebrand/brand in huis, motorongeluk,
        vluchtelingenkamp, uitgeprocedeerd, illegaal
    """,
    1.6: """
        bootje/rubberboot/per boot/met de boot gevlucht/over zee, over de middellandse zee, sekte,
        prostitutie/sekswerk/sekswerker, bootvluchteling, kindsoldaat, veteraan/uitgezonden geweest,
        dutchbat, tbs, verdrinking/verdronken, gewapende overval/overval, klokkenluider,
        gokverslaving, gemarteld/marteling, moord/vermoord
    """,
    2.2: """
        mensenhandel/loverboy/loverboys, gijzeling/gegijzeld, schipbreuk,
        vliegramp/vliegtuigongeluk, de loterij/staatsloterij/postcodeloterij/jackpot,
        topsport/topsporter, bekende nederlander, nederlands kampioen/nationaal kampioen,
        jeugdinternational/nationale elftal/nederlands elftal, lintje/koninklijke onderscheiding,
        srebrenica, vuurwerkramp, treinramp, bijlmerramp, de marathon gewonnen, getuigenbescherming
    """,
    3.0: """
        wereldkampioen/wereldkampioene/wereldrecord, europees kampioen, olympisch/olympische
        spelen/olympiër, elfstedentocht gewonnen, nobelprijs, paralympisch/paralympische spelen
    """,
}

TOWNS: Words = {
    0.5: """
        amsterdam, rotterdam, den haag/'s-gravenhage, utrecht, eindhoven, groningen, tilburg,
        almere, breda, nijmegen, apeldoorn, haarlem, arnhem, amersfoort, zaanstad/zaandam, den
        bosch/'s-hertogenbosch, hoofddorp/haarlemmermeer, zwolle, zoetermeer, leiden, leeuwarden,
        maastricht, dordrecht, alphen, alkmaar, emmen, delft, venlo, deventer, sittard, helmond,
        oss, amstelveen, hilversum, heerlen, purmerend, hengelo, lelystad, schiedam, roosendaal,
        vlaardingen, gouda, hoorn, almelo, middelburg, assen, capelle, nieuwegein, veenendaal,
        katwijk, zeist, bergen op zoom, roermond, den helder
    """,
    0.8: """
        vlissingen, terneuzen, goes, zierikzee, veere, hulst, sluis, tholen, kapelle, reimerswaal,
        borsele, doetinchem, winterswijk, zutphen, tiel, barneveld, harderwijk, ermelo, nunspeet,
        putten, epe, kampen, hardenberg, ommen, raalte, oldenzaal, enschede, steenwijk, meppel,
        hoogeveen, coevorden, drachten, sneek, heerenveen, harlingen, franeker, dokkum, veendam,
        stadskanaal, winschoten, delfzijl, hoogezand, urk, emmeloord, dronten, zeewolde, huizen,
        bussum, naarden, weesp, laren, blaricum, soest, baarn, bilthoven, woerden, ijsselstein,
        culemborg, houten, wijchen, beuningen, cuijk, boxmeer, uden, veghel, boxtel, oisterwijk,
        waalwijk, oosterhout, etten-leur, zevenbergen, rucphen, steenbergen, geldrop, veldhoven,
        valkenswaard, best, weert, geleen, kerkrade, landgraaf, brunssum, valkenburg, horst, venray,
        gennep, heerhugowaard, schagen, enkhuizen, medemblik, castricum, heemskerk, beverwijk,
        velsen, ijmuiden, zandvoort, heemstede, aalsmeer, uithoorn, volendam, edam, monnickendam,
        wassenaar, voorburg, rijswijk, naaldwijk, maassluis, spijkenisse, hellevoetsluis, brielle,
        middelharnis, ridderkerk, barendrecht, zwijndrecht, papendrecht, sliedrecht, gorinchem,
        leerdam, vianen, waddinxveen, bodegraven, noordwijk, lisse, hillegom, sassenheim,
        oegstgeest, leiderdorp, voorschoten, wageningen, ede, rhenen
    """,
    1.2: """
        domburg, westkapelle, zoutelande, koudekerke, oostkapelle, aagtekerke, grijpskerke,
        serooskerke, vrouwenpolder, gapinge, arnemuiden, nieuw- en sint joosland, souburg, ritthem,
        breskens, oostburg, cadzand, aardenburg, ijzendijke, biervliet, hoek, zaamslag, axel, sas
        van gent, kloosterzande, yerseke, kruiningen, krabbendijke, rilland, hansweert, wemeldinge,
        kattendijke, heinkenszand, 's-heerenhoek, nieuwdorp, borssele, kortgene, colijnsplaat,
        wissenkerke, kamperland, bruinisse, oosterland, renesse, haamstede, brouwershaven,
        scharendijke, sint-annaland, stavenisse, poortvliet, sint-maartensdijk, texel, vlieland,
        terschelling, ameland, schiermonnikoog, marken, giethoorn, staphorst, rijssen, bourtange
    """,
}

AMBIGUOUS_TOWNS = frozenset(
    """alphen assen best duiven epe goes hoek hoorn horst houten huizen hulst kampen kapelle laren
    leiden marken putten rijssen sluis soest weert""".split()
)
"""Towns that are also a word: known by their capital."""

ABBREVIATIONS: Words = {1.5: "ms, nah, me/cvs", 2.5: "als"}
"""Illnesses that are also a word: known by being in capitals."""
