"""Owns who answers for an application: the contact person's name and e-mail address."""

from __future__ import annotations

import re

from finsam_review.domain.intake import Vocabulary
from finsam_review.domain.text import clean_line, fold
from finsam_review.importing.words.bodies import find_bodies
from finsam_review.importing.words.finding import (
    Found,
    Labelled,
    doubt,
    has_personal_number,
    is_placeholder,
    mask,
)

_EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9ÅÄÖåäöé][\w.+'-]*@[\wåäö-]+(?:\.[\wåäö-]+)+", re.UNICODE)
_HIDDEN = re.compile(
    r"(?<![\w.+-])([\w.+-]{1,64})\s{0,3}(?:\(at\)|\[at\]|\{at\}|\(a\)|\[a\]|\(snabel-?a\)|\[snabel-?a\]|\bsnabel-?a\b|\s@\s?"
    r"|\s?@\s)\s*"
    r"([\w-]+(?:\s*(?:\.|\(dot\)|\[dot\]|\(punkt\)|\[punkt\]|\bpunkt\b)\s*[\w-]+)+)",
    re.IGNORECASE,
)
_DOT = re.compile(r"\s*(?:\(dot\)|\[dot\]|\(punkt\)|\[punkt\]|\bpunkt\b|\.)\s*", re.IGNORECASE)
_PHONE = re.compile(
    r"(?:tel(?:efon)?\.?|mobil|tfn|telnr)?\s*:?\s*(?:\+\s?46|0)[\d\s()/–-]{6,20}\d?", re.IGNORECASE
)
_WORD = r"[A-ZÅÄÖÉÜØÆ][\w'’.-]*"
_PARTICLE = r"(?:von|af|de|van|da|di|al|el|bin|der|den|la)"
_PERSON = re.compile(rf"^{_WORD}(?:[ \u00a0](?:{_WORD}|{_PARTICLE})){{1,4}}$", re.UNICODE)
_INSIDE = re.compile(rf"{_WORD}(?:[ \u00a0](?:{_WORD}|{_PARTICLE})){{1,3}}", re.UNICODE)
_TITLE_WORDS = re.compile(
    r"chef|ledare|ekonom|samordnare|koordinator|handläggare|sekreterare|konsulent|strateg|utvecklare|rektor"
    r"|ansvarig|specialist|coach"
    r"|direktör|kurator|processledare|assistent|administratör|kontakt|namn|telefon|e-?post|projekt|enhet"
    r"|avdelning|förvaltning"
    r"|nämnd|kommun|region|arbetsförmedling|försäkringskass|mobil|insats|vårdcentral|sjukhus|sektor"
    r"|vänliga|hälsning|förbund|ansökan",
    re.IGNORECASE,
)
_BODY_WORDS = re.compile(r"förbund|kommun|region|nämnd|förvaltning|kassan|förmedling", re.IGNORECASE)
"""Words that name an organisation: what follows is its name, not a person's."""
_HONORIFICS = frozenset(
    {"dr", "doc", "docent", "prof", "professor", "leg", "fil", "med", "mvh", "herr", "fru"}
)
_ROLE_ENDINGS = ("are", "ant", "log", "peut", "gog", "ande", "sköterska", "jurist", "socionom")
_PARTING = re.compile(r"\n|,|;|\||/|\t|\(|\)|\s[–-]\s|\s{3,}|:")
_OWN = re.compile(r"samordningsf|finsam|kansli\w{0,3}@")
_MEANT = re.compile(r"@|[(\[{]a(?:t)?[)\]}]|snabel-?a|\w\.\w{2,}$", re.IGNORECASE)
"""Signs that somebody meant to write an address."""
_NO_EMAIL = re.compile(
    r"^(?:(?:har |finns )?(?:ingen|inga|inget|ej|inte|nej|none|saknas?)|(?:e-?post|uppgift) saknas)"
    r"(?: (?:e-?post|adress|e-?postadress|mejl|mail|angiven|angivet|känd))?[.!]?$"
)
_EMAIL_MAX = 254
_EXAMPLE = re.compile(
    r"^(?:namn|f[oö]rnamn|fornamn\.efternamn|f[oö]rnamn\.efternamn|din\.?epost|epost|e-post|x+)@"
)


def emails_in(text: str) -> list[tuple[str, bool]]:
    """Return the e-mail addresses in a text, each once, and whether each was mended from a hidden
    spelling.
    """
    found: dict[str, bool] = {}
    for match in _EMAIL.finditer(text.replace("mailto:", " ")):
        found.setdefault(match[0].strip(".'-"), False)
    rest = _EMAIL.sub(" ", text)
    for match in _HIDDEN.finditer(rest):
        found.setdefault(f"{match[1]}@{_DOT.sub('.', match[2]).strip('.')}", True)
    return [(address, mended) for address, mended in found.items() if not _EXAMPLE.match(fold(address))]


def is_address(text: str) -> bool:
    """Return whether an e-mail address, plain or in a hidden spelling, stands in ``text``."""
    return _EMAIL.search(text) is not None or _HIDDEN.search(text) is not None


def broken_email(text: str) -> tuple[str, str]:
    """Return what an e-mail field holds that is no address, as it may be kept, and why to doubt it.

    What was meant as an address is kept on one line with ``email_broken``. Other words, such as a name, are
    not kept but doubted with ``email_unclear``; a dash or *saknas* is nothing, and no doubt.
    """
    line = clean_line(mask(text))
    if not line or is_placeholder(line) or _NO_EMAIL.match(fold(line)) or is_address(line):
        return "", ""
    if _MEANT.search(line) or (" " not in line and any(char.isalpha() for char in line)):
        return line[:_EMAIL_MAX], "email_broken"
    return "", "email_unclear"


def read_broken_email(items: list[Labelled]) -> Found[str] | None:
    """Return what stands in the e-mail field in place of an address, always with a doubt."""
    for item in items:
        kept, code = broken_email(item.value)
        if code and not item.prose:
            return Found(kept, item.quote, doubts=(doubt("contact_email", code, item.quote),))
    return None


def read_email(items: list[Labelled]) -> Found[str] | None:
    """Return the contact's address from labelled values; several or mended ones with a doubt."""
    options = [(address, mended, item) for item in items for address, mended in emails_in(item.value)]
    if not options:
        return None
    address, mended, item = options[0]
    different = {fold(option[0]) for option in options}
    doubts = []
    if len(different) > 1:
        values = " · ".join(dict.fromkeys(option[0] for option in options))
        doubts.append(doubt("contact_email", "several", item.quote, {"values": values}))
    if mended or not address.isascii():
        doubts.append(doubt("contact_email", "email_mended", item.quote))
    if item.prose:
        doubts.append(doubt("contact_email", "from_text", item.quote))
    return Found(address, item.quote, doubts=tuple(doubts))


def read_contact(items: list[Labelled], vocabulary: Vocabulary) -> Found[str] | None:
    """Return the contact person's name from labelled values; several persons with a doubt."""
    readings: list[tuple[Labelled, list[str], bool]] = []
    for item in items:
        if item.value and not is_placeholder(item.value):
            names, certain = persons_in(item.value, vocabulary)
            if names:
                readings.append((item, names, certain))
    if not readings:
        return None
    item, names, certain = readings[0]
    everyone = list(dict.fromkeys(name for _, found, sure in readings if sure for name in found)) or names
    doubts = []
    if len(everyone) > 1:
        doubts.append(doubt("contact_name", "several", item.quote, {"values": " · ".join(everyone)}))
    if not certain:
        doubts.append(doubt("contact_name", "contact_unclear", item.quote))
    if item.prose:
        doubts.append(doubt("contact_name", "from_text", item.quote))
    return Found(names[0], item.quote, doubts=tuple(doubts))


def persons_in(text: str, vocabulary: Vocabulary) -> tuple[list[str], bool]:
    """Return the names of persons in a field's text and whether they stand clearly by themselves."""
    if has_personal_number(text):
        return [], False
    plain = _PHONE.sub(" , ", _EMAIL.sub(" , ", text.replace("mailto:", " ")))
    found: list[str] = []
    for piece in _PARTING.split(plain):
        for part in re.split(r"\s+(?:och|samt|&)\s+", piece):
            name = _without_role(clean_line(part.strip(" .:-–*")))
            if _PERSON.match(name) and _is_person(name, vocabulary):
                found.append(name)
    if found:
        return list(dict.fromkeys(found)), True
    inside = [clean_line(match[0]) for match in _INSIDE.finditer(plain.replace("\n", " , "))]
    return list(dict.fromkeys(name for name in inside if _is_person(name, vocabulary)))[:3], False


def is_own_address(address: str) -> bool:
    """Return whether an address is the förbund's own, printed on its form, rather than the applicant's."""
    return _OWN.search(fold(address)) is not None


def resembles(address: str, name: str) -> bool:
    """Return whether the part before the @ looks made from a person's name."""
    local = _bare(address.partition("@")[0])
    words = [_bare(word) for word in name.split() if len(word) > 1]
    return (
        bool(words) and words[-1][:6] in local and (words[0][:3] in local or local.startswith(words[0][:1]))
    )


def _bare(text: str) -> str:
    swaps = str.maketrans("åäöéüøæ", "aaoeuoa")
    return re.sub(r"[^a-z]", "", fold(text).translate(swaps))


def _without_role(name: str) -> str:
    """Return a name without the role before it: *Enhetschef Mona Grön* is Mona Grön."""
    first, _, rest = name.partition(" ")
    if fold(first).rstrip(".:,") in _HONORIFICS and len(rest.split()) >= 2:
        return _without_role(rest)
    if _BODY_WORDS.search(first):
        return name
    role = _TITLE_WORDS.search(first) is not None or fold(first).endswith(_ROLE_ENDINGS)
    return rest if role and len(rest.split()) >= 2 else name


def _is_person(name: str, vocabulary: Vocabulary) -> bool:
    if any(char.isdigit() for char in name) or _TITLE_WORDS.search(name) or find_bodies(name, vocabulary):
        return False
    words = name.split()
    return 2 <= len(words) <= 5 and not all(word.isupper() and len(word) > 1 for word in words)
