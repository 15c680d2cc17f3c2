"""Owns the Swedish words around names: what announces a person, what begins a sentence, what names a body."""

import re


def _words(text: str) -> frozenset[str]:
    """Return the words of a text as a set, for the lists below."""
    return frozenset(text.split())


PARTICLES = _words(
    """
    af av bin bint da de del della den der di du el ibn la le ten ter van von zu
    """
)
"""Small words inside a name: *Ingalill von Schantz*."""

ORDINARY = _words(
    """
    adel alban alen alias alm alvar ana anas april arta arton ask asp aster august augusti aurora
    axel berg bilan bilans bill björk björn blad blom blomma bo bos bosse bris bror bäck dag dags
    dahl dal dan dans dist djärv ek enar enes even falk fall fast fia finn firas flink florin fors
    frans fred freds fri frid frisk från glad gran gren grip gull hakan hakans hala hall hammar hans
    hav hejar hind hjelm hjort hoa holm hurtig hård inga inge isa jama jan jeans jihad jon juni kaj
    klar klara klass knut konst kosta krona kung kvarn kvick kvist käll ladan lager land lilja lina
    lind linda liv ljung ljus lo lock lotta lov lova love lund lust lång löf löv maj man mark max
    meja milan min mina minna mitra modig moll mora morgon mur my nadir nord nova ny nyman oliv ord
    palm per pil pilar quick ram randa rapp rask ren renas ring ris rita ro rodel rolig ros rosa
    rosor runa rund rut ruta saga sam samsam sand sanna sid sina sjö skarp skog sköld skön smed
    smidje spets stad stam star stark stella sten stig stolt strand sträng ström ståhl stål svärd
    säll tal talat tand tapper tilde tim tina tom tor tord torn tova trofast trygg tuba tuva tväng
    tyst ung vass vega vest vide vik viking vilda vilja ville vinter viola visar väg wall åker ädel
    ängen ö öberg öst
    """
)
"""Names that are everyday words as well: alone they are a name only where an everyday word has no capital."""

NEVER_ALONE = _words(
    "ana april august augusti hans jan juni maj max min mina nord nova per rut sina tal ö öst"
)
"""Those of them that have a capital inside a sentence, too, without being a name."""

OPENERS = _words(
    """
    all alla allt allting alltid alltså andra annan annars annat april att augusti av avslag bara
    barn be bedöm behov behovet behöver bekräfta beslut beslutet beskriv bjud blev bli blir boka
    bord bra bredda bygg både båda bör börja civilsamhället dag dags de december dem den denna deras
    dess dessa dessutom det detta digital dock dom dyrt då där därför efter egen ej eller en endast
    enkel enligt ensam er era erbjud ert ett ev eventuellt fakta februari fick finns fler flera
    flytta folk formulera fortsätt fredag fram framför från fundera fyra få fånga får fördel
    förankra förankring föreslå föreslår först första förslag försök för före ge genom ger ges gick
    gjorde glöm god gott gräns gå går gäller gärna gör göra ha hade han har hela helt hej hen henne
    hennes hinner hitta hit hjälp hon honom hos hur håll här hör i ibland idag idé idén ifall igen
    inbjud inget ingen ingenting inkludera innan inom insatsen inte ja jag januari jo juli just juni
    jämför kan kanske kalla klart kolla kom kommer kommun kommunen kommunerna komplettera kontakt
    koppla kort kostar krav kravet kräv kul kunde kvar kvinnor kvinnorna lagom liknar lite liten
    lyft lyssna lägg läs låg låna låt långa lördag lösning med medan men mer mest mellan min mina
    mindre minst mitt mot mycket mål målet måndag många måste mån män mät mång naturligtvis ned nej
    ni noga nog november nu nytt ny nya när nära någon något några nån nästa och ofta ok okej oklart
    om onsdag också oktober ord ordna otydligt oss parter parterna per plan planera plus pga
    projektet prova på pröva resor ring rimligt risk risken saknar saknas sakta samarbeta samma
    samordna samt samtidigt samtliga samtycke samverka samverkan se sedan sekretess sen senare
    september ser si siffror sin sina sist skapa ska skicka skriv skulle sluta snart snälla som
    sprid spännande starta stor stora styrgrupp styrgruppen stöd står stöttar så sådan säg säger
    särskilt sätt söndag sök ta tack tar tell tid tidigare till tillsammans tisdag tiden titta
    torsdag tre tro tror trots tvärtom två tydlig tydligt tyvärr tänk tänker under undrar unga unik
    upp uppföljning ut utan utmaning utmärkt utveckla vad var vara vare varför varifrån varje vart
    varsågod vem vems vi via vid viktig viktigt vilja vilka vilken vilket vill visa viss vissa vore
    våga vår våra vårt vården väl väldigt vänta välj än ändra ändå änn är även år åt åtminstone öka
    önskar över överlapp
    """
)
"""Words by which notes begin, and that follow a name where a full stop was forgotten."""

BODIES = _words(
    """
    abf akademi almi arbetsförmedlingen attention barnen bris coompanion dagcenter ersta ericsson
    europeiska finsam folkuniversitetet fontänhuset fountain fryshuset försäkringskassan gamla halva
    hela hjärnkoll hyresgästföreningen ikea individ iogt ips kommunal korset korpen korta
    kriminalvården kyrkan kyrkans lilla lokala länsstyrelsen meddelanden mellersta migrationsverket
    mind misa nationella navigator ny nya norra nva nätverk pro projekt rehab regionala region
    regionen riksdagen riksförbundet saint san sankta santa s:t s:ta rotary rsmh röda rädda samhall
    sankt sidor sis skatteverket skr socialstyrelsen socialtjänsten stadsmissionen stora
    studiefrämjandet svenska sverige sveriges södra tyska unga ungdom unionen vision vuxen
    vårdkontakter västra verdandi yrkes-sfi östra övriga afrika amerika asien danmark eritrea eu
    europa finland irak iran norden norge polen ryssland somalia syrien tyskland ukraina jobb barn
    familj bistånd boende arbetsmarknad försörjning förslag kultur fritid teknik integration stöd
    omsorg
    """
)
"""Words of names that are no person's: *Röda Korset*, *Rädda Barnen*, *Svenska kyrkan*."""

BODY_ENDING = re.compile(
    r"(?:verket|styrelsen|myndigheten|nämnd(?:en)?|förvaltning(?:en)?|enhet(?:en)?|kassan?|förmedling(?:en)?"
    r"|råd(?:et)?|huset|grupp(?:en)?|team(?:et)?|centrum|center|central(?:en)?|mottagning(?:en)?|skolan?|byrån"
    r"|tjänst(?:en)?|jour(?:en)?|förbund(?:et)?|förening(?:en)?|inspektionen|institutet|kyrkan?|bolag(?:et)?"
    r"|kommun(?:en|erna)?|region(?:en)?|sjukhus(?:et)?|klinik(?:en)?|psykiatrin?|vård(?:en)?|hälsan?|omsorg(?:en)?"
    r"|bistånd(?:et)?|utbildning(?:en)?|marknad(?:en)?|kontor(?:et)?|verksamhet(?:en)?|service|boendet?|lagen"
    r"|stöd(?:et)?|projekt(?:et)?|insats(?:en)?|modell(?:en)?|akademin?|college|universitet(?:et)?"
    r"|församling(?:en)?|samverkan|arbete(?:t)?|garantin|planen|nätverk(?:et)?|forum|mission(?:en)?|kooperativ(?:et)?"
    r"|verkstad(?:en)?|kommitté(?:n)?|organisation(?:en)?|myndighet(?:erna)?)s?$"
)
"""Endings of words that name bodies, laws and measures: *Kvinnojouren*, *Socialtjänstlagen*."""

DEFINITE = re.compile(
    r"(?:(?<![aeiuyäö]n)en|et|an|na|in|erna|arna|orna|tion|het|skap|iska|ning|ring|are|else)s?$"
)
"""Endings of ordinary nouns: a single unknown word with one is no name, even after *fråga*."""

SURNAME_ENDING = re.compile(r"\w{2}(?:sson|[kq]vist|quist|sdotter|zadeh|oğlu|oglu|o[vw]i[cć]|e[vw]i[cć])s?$")
"""Endings that only surnames have, without accents folded away: *Ahlqvist*, *Petrović*."""

LIKELY_SURNAME = re.compile(
    r"\w{3}(?:ström|gren|berg|lund|blad|stedt|löf|holm|dahl|borg|mark|fors|feldt|hammar|stam|sten|ell|én|ius|ander)s?$"
)
"""Endings that surnames share with places: one such word after *enligt* is likely to be a name."""

SURNAME_PLACES = _words(
    """
    alm berg borg ek hede lund mark mora nora sala sand strand sund vik åberg
    """
)
"""Places that are surnames too: *Karin Lund* is a person, *Lund* is not."""

CUE_WORDS = _words(
    """
    bjud checka enligt fråga frågade hej hör hälsa hälsning hälsningar intervjua kolla kontakt
    kontakta kontaktperson maila mejla mvh prata ring ringa skriv snacka stäm tack tala tel träffa
    """
)
"""Words that announce a name and have a capital only because a sentence begins with them."""

_SPEAKS = (
    r"sa|sade|säger|vet|visste|tycker|tyckte|lovade|lovar|berättade|berättar|menar|menade|undrar|undrade|skrev"
    r"|ringde|jobbar|jobbade|ledde"
)
SPEECH = re.compile(rf" (?:{_SPEAKS})\b")
"""What only a person does: *Björn lovade*."""
PERSON_VERB = re.compile(
    rf" (?:{_SPEAKS}|har|hade|kan|kunde|ska|skulle|vill|ville|skriver|ringer|leder|håller)\b"
)
"""What a person does, and at times a thing as well."""

TITLE = re.compile(
    r"(?:.{0,40}(?:chef|handläggare|kurator|koordinator|samordnare|ledare|sekreterare|terapeut|läkare|sköterska"
    r"|rektor|ordförande|ledamot|coach|konsulent|strateg|direktör|psykolog|lärare|pedagog|assistent|ansvarige?"
    r"|vägledare|utredare|controller|ekonom|politiker|råd|ombud|kollega|granne|kompis)(?:n|en|an)?"
    r"|dr\.?|doc\.?|prof\.?|doktor|professor|docent|herr|fru|fröken)$"
)
"""Words that stand right before somebody's name and say what the person is."""

FILLERS = _words("gärna även också upp då nu igen direkt idag imorgon först sen")
"""Words that may stand between a cue and the name, and change nothing."""
STRONG_CUES = _words(
    """
    kontakta kontaktat kontaktade kontakt kontaktperson kontaktpersonen fråga frågat frågade ring
    ringa ringt ringer ringde hälsa hälsning hälsningar mejla mejlat maila mailat intervjua
    intervjuat intervjuade sms:a smsa mvh tack tacka undertecknad
    """
)
"""Words after which one unknown word with a capital is likely to be a name."""
STRONG_PAIRS = frozenset(
    [
        *(f"{what} till" for what in _words("hälsa hälsning hälsningar tack mejl mail skriv er dig")),
        *(f"{who} heter" for who in _words("hon han hen som jag personen kontakten chefen")),
        *(f"{who} hette" for who in _words("hon han hen som personen kontakten chefen")),
        *(f"min {who}" for who in _words("man fru son dotter bror syster mamma pappa")),
        *("hälsning från", "hälsningar från", "bjud in", "bjuda in", "nås via", "nås genom", "namnet är"),
    ]
)
"""Two words after which one unknown word with a capital is likely to be a name."""
TALKS = _words(
    """
    prata pratat pratade tala talat snacka samtala hör hört kolla kollat checka träff av boka bokat
    möte
    """
)
"""What a person does *med* somebody; *stäm av med* is one of them."""
WEAK_CUES = _words(
    """
    enligt heter hette säger sa sade menar tycker tyckte undrar skriver skrev berättar berättade
    lovade tipsade ansvarig namn
    """
)
"""Words after which two unknown words with capitals are likely to be one."""
SIGNED_AFTER = _words("mvh hälsning hälsningar kontakt kontaktperson namn undertecknad ansvarig ledare")
"""Last words of a line after which the next one is somebody's name."""
INITIAL_CUES = _words("med av från hos till åt via och eller samt")
"""Words after which a letter with a full stop begins a name: *möte med S. Hodzic*."""

THING = re.compile(
    r"(?:.{0,40}(?:projekt(?:et)?|insats(?:en)?|modell(?:en)?|metod(?:en)?|program(?:met)?|system(?:et)?|team(?:et)?"
    r"|grupp(?:en)?|hus(?:et)?|skolan?|kyrkan?|enhet(?:en)?|centralen)|app(?:en)?|s:ta?|sankta?)$"
)
"""What stands before the name of a thing that was called after somebody: *projektet Vega*."""

REACHED_AFTER = re.compile(
    r"[ ,:(-]{1,3}(?:tel\b|telefon|tfn|mobil|mob\b|nås |ankn|mejl|mail|e-?post|\+?\d[\d /-]{6})"
)
"""What stands after a name that somebody wrote down to be reached."""
