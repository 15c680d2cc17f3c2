"""Owns the label words of application forms and lists: which field a label such as *Sökande part* names.

The words are data: each field has a pattern that must be found in the label and one that must not. They
are tried in order, the first that fits wins. Swedish first, some English.
"""

import re
from dataclasses import dataclass

from finsam_review.domain.text import fold

LABEL_MAX = 90
"""Characters that a label may have; a longer text is prose that happens to hold a label word."""


@dataclass(frozen=True, slots=True)
class _Rule:
    field: str
    found: re.Pattern[str]
    absent: re.Pattern[str] | None = None


def _rule(field: str, found: str, absent: str = "") -> _Rule:
    return _Rule(field, re.compile(found), re.compile(absent) if absent else None)


_THING = (
    r"projekt|insats|aktivitet|verksamhet|åtgärd|ansökan|ansöknings|initiativ|satsning|\bdet\b|\bdetta\b"
    r"|project"
)
_MONEY = (
    r"belopp|medel\b|summa|bidrag|stöd\b|finansiering|pengar|kronor|\bkr\b|tkr|kostnad|budget|amount|funding"
)

RULES: tuple[_Rule, ...] = (
    _rule(
        "other",
        r"organisationsn|org\.? ?nr|orgnr|bankgiro|plusgiro|adress(?<!postadress)$|^adress|postnummer|webb"
        r"|hemsida"
        r"|firmatecknare|underskrift|namnförtydligande|personnummer|mandat|ordförande|antal deltagare"
        r"|målgrupp",
        r"e-? ?post|mejl|mail",
    ),
    _rule(
        "other",
        r"medfinans|egenfinans|egen ?insats|annan finans|övrig finans|bevilja[td]|förbrukat|utbetal"
        r"|eget bidrag"
        r"|^(?:egna medel|varav eg)|\b(?:tidigare|nuvarande|föregående|befintlig|pågående)\b",
    ),
    _rule("other", r"\bekonom(?:en|ens|iansvarig\w*|ikontakt\w*)?\b", r"kontaktperson"),
    _rule("diary_number", r"\b(?:diarie\w*|dnr|ärendenummer|ärendenr|ärende-?id)\b"),
    _rule(
        "file_name",
        r"^(?:fil|filnamn|filens namn|dokument|dokumentnamn|handling|bilaga|länk till fil|file|file name)$",
    ),
    _rule("email", r"e-? ?post|\bmejl|\be-?mail|\bmail", r"kontakt(?:person|uppgift|a\b)|\bnamn|ansvarig"),
    _rule("phone", r"^(?:telefon\w*|tel\.?|mobil\w*|tfn|phone)(?: ?(?:nr|nummer|number))?\.?$"),
    _rule(
        "received",
        r"\bink(?:om|ommen|ommet|omst)\b|\bankom|mottag(?:en|et|nings)|\breceived|ankomstdatum|registrerad",
    ),
    _rule("date", r"^datum$|ansökningsdatum|datum för ansök|^daterad|ort och datum|dagens datum|upprättad"),
    _rule(
        "contact",
        r"kontakt(?:person|uppgift|namn)?\w*|ansvarig (?:person|handläggare)|^ring$|vem (?:ringer"
        r"|kontaktar|svarar)"
        r"|upplysningar|frågor (?:besvaras|om ansökan)|contact",
        r"kontaktyt|samverkan|^antal",
    ),
    _rule(
        "leader",
        r"^(?:projekt|insats|process|verksamhets)?(?:ledare|samordnare)$|projektansvarig$|^ansvarig$"
        r"|^handläggare$",
    ),
    _rule(
        "kind",
        r"^(?:typ|slag|sort|art|kategori|form)$|^(?:typ|slag|sort|art|kategori|form)\w* (?:av|för) |type of",
    ),
    _rule(
        "kind",
        r"(?:projekt|insats|ansöknings|åtgärds|aktivitets|stöd)(?:typ|form|kategori|slag)"
        r"|vad är det för (?:sort|slag|typ)",
    ),
    _rule(
        "kind", rf"^(?:ansökan (?:avser|gäller)|vi (?:söker|ansöker) (?:om|för)|(?:{_THING})\w* är(?: en)?)$"
    ),
    _rule("kind", r"^(?:insats|åtgärd)sform$|^inriktning$|^(?:ansökan|söks) som$"),
    _rule(
        "title",
        rf"(?=.*(?:namn\b|titel|benämning|rubrik|heter|\btitle|\bname\b))(?=.*(?:{_THING}))",
        r"kontakt|ägare|ledare|sökand|organisation|\bpart|förvaltning|enhet|person|ansvarig|styr|fil"
        r"|handläggare",
    ),
    _rule(
        "title",
        r"^(?:titel|rubrik|benämning|projekt/insats|insats/projekt|projekt|insats|projektet|insatsen|ansökan|arbetsnamn|title|ärende"
        r"|ärendemening)$",
    ),
    _rule("parties", r"sökande (?:parter|organisationer|huvudmän)|^parter(?:na)?$|parter (?:i|som|bakom)"),
    _rule(
        "applicant",
        r"sökand|projektägar|insatsägar|\bägare|huvudman\b|^vem (?:äger|söker|ansöker)|ansökande"
        r"|ansvarig (?:part|organisation|myndighet|huvudman)"
        r"|avsändare|(?:söks|ansöks|ansökt) av|applicant|värdorganisation|anordnare"
        r"|(?:ansökan|inlämna\w*|inskicka\w*|lämna\w*) av$"
        r"|^organisation(?:ens namn)?$|^äger$|^söker$",
        r"kontakt|\bnamn på projekt|övriga|med",
    ),
    _rule(
        "parties",
        r"medverka(?:nde|r)|samverka(?:nde|r)|samverkanspart|medpart|^part ?\d$"
        r"|samarbetspart|deltagande (?:part|organ|myndig)|ingående"
        r"|övriga parter|\bparter(?:na)?\b"
        r"|tillsammans med|berörda|partner|aktörer|vilka (?:är med|deltar|medverkar|ingår|står bakom)"
        r"|organisationer|i samarbete med|^med$"
        r"|samarbete med|samverkan med|^samverkan$|^samarbete$|medsökande|participants",
        r"förankring|styrgrupp|roll|beskriv|\bhur\b|utmaning",
    ),
    _rule(
        "amount",
        rf"\b(?:sök(?:t|ta|er|s|es)?|ansök(?:t|ta|er)|äsk\w*|begär\w*|applied)\b.*(?:{_MONEY})"
        rf"|(?:{_MONEY}).*\b(?:sök(?:t|ta|er|s|es)?|ansök(?:t|ta|er)|äsk\w*"
        rf"|från (?:samordnings)?förbundet)\b",
    ),
    _rule(
        "amount",
        r"^(?:belopp|summa|medel|sökt|äskat|total(?:t)? (?:sökt|belopp)|amount|belopp i kr|sökes)\b"
        r"|^(?:vi )?(?:behöver|söker|ansöker|begär)(?: om)?$|belopp"
        r"|^(?:varav|därav)(?: år)? 20[2-4]\d$|^(?:varav|därav) (?:\w*sök\w*|finsam|\w*förbundet)\b"
        r"|\b(?:sökt|söks|ansökt|äskat|begärt) (?:av|från|hos)\b|från (?:samordnings)?förbundet$|^amount",
        r"^(?:sökt|söks?|totalt?) \w*(?:period|tid)$",
    ),
    _rule("cost", rf"{_MONEY}"),
    _rule(
        "period",
        r"(?:projekt|insats|genomförande|tids|verksamhets|bidrags|ansöknings|finansierings)-?(?:tid|period)"
        r"|start(?:datum)? ?(?:-|–|och|/)+ ?(?:slut|avslut)|start- och slut|^(?:period|tid|tidsram|när"
        r"|sökt period|ny period"
        r"|löptid|varaktighet|år|duration|tidsåtgång)$"
        r"|(?:^|projektets |insatsens )längd$"
        r"|tid (?:för|som)|period (?:för|som)|(?:pågår|pågå|bedrivs|genomförs)(?: under)?$|när (?:ska|vill"
        r"|pågår|genomförs)",
    ),
    _rule("start", r"start|börja|påbörja|^fr\.? ?o\.? ?m|^från(?: och med)?$|^from$|^inleds"),
    _rule("end", r"slut(?:datum|ar|tid)?|avslut|^t\.? ?o\.? ?m|^till(?: och med)?$|^to$|upphör|^end"),
    _rule("person", r"^(?:namn|för- och efternamn|name)$"),
    _rule("table", r"\bbord\b|\bbordet\b|bordsgrupp|^grupp$|\btable\b"),
    _rule("question", r"^(?:fråga|frågan|frågenummer|fråga nr|question|q)$"),
    _rule("text", r"^(?:text|lapp|anteckning|kommentar|svar|reflektion|note|innehåll)(?:en)?$"),
)

_TOTAL = re.compile(r"total|sammanlagt|samlat|hela (?:perioden|projekt|insats)|^summa$|alla år")
_BARE_TOTAL_MAX = 30
_BARE_TOTAL = re.compile(
    r"^(?:totalt?|summa|totalsumma|summa totalt|totalt summa|total summa|totalbelopp|sammanlagt|tillsammans)"
    r"(?: (?:kr|sek|tkr|mkr|kronor))?$"
)
_SOUGHT = re.compile(r"\b(?:sök|ansök|äsk|begär)\w*|(?:från|av) (?:samordnings)?förbundet|\bfinsam\b")
_YEAR = re.compile(r"(?<!\d)20[2-4]\d(?!\d)")
_ORDINAL = re.compile(r"\b(?:år|year)\s*(\d)\b(?!\d)")
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}(?:[.)]\d{0,2})*[.)]?|[a-z][.)])\s+")
_ENDING = re.compile(r"[\s:?*.…_]+$")


def normalise(label: str) -> str:
    """Return a label without numbering, brackets and closing signs, folded."""
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", fold(label)).partition("?")[0]
    text = _NUMBERING.sub("", text)
    return " ".join(_ENDING.sub("", text).split())


def field_of(label: str) -> str | None:
    """Return the field that a label names, or ``None``. An empty or long text names none."""
    if not label.strip() or len(label) > LABEL_MAX:
        return None
    text = normalise(label)
    letters = sum(char.isalpha() for char in text)
    if letters <= sum(char.isdigit() for char in _YEAR.sub("", text)):
        return None
    for rule in RULES:
        if rule.found.search(text) and not (rule.absent and rule.absent.search(text)):
            return rule.field
    return None


def is_total(label: str) -> bool:
    """Return whether an amount's label speaks of all years together."""
    return _TOTAL.search(normalise(label)) is not None or is_bare_total(label)


def is_bare_total(label: str) -> bool:
    """Return whether a label says that it is a total but not of what: *Totalt*, *Summa*."""
    return len(label) <= _BARE_TOTAL_MAX and _BARE_TOTAL.match(normalise(label)) is not None


def is_sought(label: str) -> bool:
    """Return whether an amount's label says that it is what is applied for, rather than what things cost."""
    return _SOUGHT.search(normalise(label)) is not None


def year_in(label: str) -> int | None:
    """Return the calendar year that a label names, if exactly one."""
    years = set(_YEAR.findall(label))
    return int(years.pop()) if len(years) == 1 else None


def ordinal_year(label: str) -> int | None:
    """Return 2 for *Sökt belopp år 2*, where the calendar year itself is not named."""
    found = _ORDINAL.search(fold(label))
    return int(found[1]) if found and found[1] != "0" else None
