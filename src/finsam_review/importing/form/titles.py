"""Owns the title of an application: from its field, its heading, its first lines or, last of all, its file's
name.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from finsam_review.domain.intake import Block, Heading, TableBlock, Vocabulary
from finsam_review.domain.text import clean_line, fold
from finsam_review.importing.form.kinds import kinds_in
from finsam_review.importing.words.finding import (
    Found,
    Labelled,
    doubt,
    has_personal_number,
    is_placeholder,
    mask,
)
from finsam_review.importing.words.labels import field_of

TITLE_MAX = 200
_SUBJECT_MAX = 140
_GENERIC = re.compile(
    r"^(?:ansökan|ansökningsblankett|ansökningshandling|blankett|mall|projektansökan|insatsansökan"
    r"|till samordningsförbund|samordningsförbund|bilaga|hej|finsam|uppgifter|projektplan)"
    r"|ansökan om (?:medel|bidrag|stöd|pengar|finansiering)|^\d|samordningsförbundet"
)
_SECTION = re.compile(
    r"^(?:bakgrund|behov|mål|målgrupp|syfte|tid|tids?plan|budget|ekonomi|kostnad|metod|organisation"
    r"|uppföljning|utvärdering|implementering|kontakt|sammanfattning|beskrivning|inledning|nuläge|risk"
    r"|bilagor|underskrift|deltagare|genomförande|aktiviteter|resultat|problem|samverkan|styrgrupp"
    r"|parter|information|allmän|övrig)"
)
"""Headings of sections, in any form; none is the name of a project."""
_SUBJECT = re.compile(
    r"^(?:Ämne:\s*)?(?:(?:VB|SV|FW|RE|Fwd):\s*)*Ansökan(?: om (?:medel|bidrag|stöd|pengar))?"
    r"(?:\s*[:–-]\s*| (?:till|för|avseende|gällande) |(?<=\bAnsökan) )(?:(?:projektet|insatsen)\s+)?[\"”“»]?"
    r"(?P<name>[A-ZÅÄÖ0-9][^\n\"”“»]{2,100})",
    re.IGNORECASE,
)
_NAMING = re.compile(r"namn|.titel|benämning|rubrik|heter|.title|name")
"""Words of a label that asks for the name itself, before one that only says *Projekt*.

*Titel* alone is as often a person's.
"""
_AFTER_NAME = re.compile(
    r"\s+(?:under (?:\d|hela|år|perioden)|från och med|fr\.? ?o\.? ?m|tillsammans med|i samverkan|\().*"
)
_IN_TEXT = re.compile(
    r"(?:[Aa]nsök\w*|[Ss]öker)\b[^.\n]{0,80}?\b(?:till|för|om|avseende|gällande|rörande)\s+(?:vårt\s+"
    r"|ett\s+|det\s+|den\s+)?"
    r"(?:nya\s+|gemensamma\s+)?(?:projektet|insatsen|projekt|insats"
    r"|satsningen)\s+[\"”“»]?(?P<name>[A-ZÅÄÖ0-9][^\n.”\"»]{2,100})"
)
_QUOTED = re.compile(r"(?:[Pp]rojektet|[Ii]nsatsen)\s+[\"”“»](?P<name>[^”\"»\n]{3,100})[\"”»]")
_FILE_NOISE = re.compile(
    r"\b(?:slut\w*|reviderad\w*|rev|version|ver|v|utkast|kopia|copy|final|ny|komplett|undertecknad"
    r"|signerad|inskickad)\b\.?\s*\d*"
    r"|\(\d+\)|\b20\d\d-?\d\d-?\d\d\b|\b\d{6}\b|\bansökan\b|\bansökning\b|\bansokan\b",
    re.IGNORECASE,
)


def read_title(
    items: list[Labelled], blocks: tuple[Block, ...], vocabulary: Vocabulary, file_name: str
) -> Found[str] | None:
    """Return the title and where it was read; anything but a labelled field leaves a doubt."""
    values = [item for item in items if _is_title(item.value, vocabulary) and not item.prose]
    values.sort(key=lambda item: not _NAMING.search(fold(item.label)))
    if values:
        item = values[0]
        title = _shown(item.value)
        others = [other for other in (_shown(value.value) for value in values) if not _alike(other, title)]
        doubts = (
            (doubt("title", "several", item.quote, {"values": " · ".join([title, *others])}),)
            if others
            else ()
        )
        if has_personal_number(item.value):
            doubts = (*doubts, doubt("title", "personal_number", item.quote))
        return Found(title, item.quote, doubts=doubts)
    return _from_heading(blocks, vocabulary) or _from_text(blocks) or from_file_name(file_name)


def from_file_name(file_name: str) -> Found[str] | None:
    """Return the title that a file's name suggests, always with a doubt."""
    words = re.sub(r"[_]+", " ", PurePath(file_name).stem)
    bare = clean_line(_FILE_NOISE.sub(" ", words)).strip(" -–,.")
    title = _shown(bare or clean_line(words))
    if not title:
        return None
    return Found(title, file_name, "file_name", (doubt("title", "from_file_name", file_name),))


def _from_heading(blocks: tuple[Block, ...], vocabulary: Vocabulary) -> Found[str] | None:
    for block in blocks[:12]:
        if isinstance(block, Heading) and block.level == 1 and field_of(block.text) is None:
            text = clean_line(block.text)
            if _is_title(text, vocabulary) and not _is_of_the_form(text):
                return Found(_shown(text), text, doubts=(doubt("title", "from_heading", text),))
            name = re.split(r"[:–]\s", text, maxsplit=1)
            if len(name) == 2 and _GENERIC.search(fold(name[0])) and _is_title(name[1], vocabulary):
                return Found(_shown(name[1]), text, doubts=(doubt("title", "from_heading", text),))
    return None


def _is_of_the_form(text: str) -> bool:
    """Return whether a heading belongs to the form rather than to the project."""
    return bool(_GENERIC.search(fold(text)) or _SECTION.search(fold(text)))


def _from_text(blocks: tuple[Block, ...]) -> Found[str] | None:
    for block in blocks[:30]:
        if isinstance(block, TableBlock):
            continue
        subject = _SUBJECT.search(block.text) if len(block.text) < _SUBJECT_MAX else None
        if subject and (not subject["name"][0].isupper() or _GENERIC.search(fold(subject["name"]))):
            subject = None
        match = _IN_TEXT.search(block.text) or _QUOTED.search(block.text) or subject
        if match:
            title = _shown(_AFTER_NAME.sub("", match["name"]).strip(' .,:;”"»'))
            return Found(title, block.text, doubts=(doubt("title", "from_text", block.text),))
    return None


def _shown(text: str) -> str:
    title = clean_line(mask(text.replace("\n", " "))).strip('"”“»« ')
    return title if len(title) <= TITLE_MAX else title[: TITLE_MAX - 1].rstrip() + "…"


def _alike(one: str, two: str) -> bool:
    first, second = fold(one), fold(two)
    return first in second or second in first


def _is_title(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether a text can be a title: some letters, not a prompt, and not just the name of a kind."""
    bare = clean_line(text)
    if len(bare) < 2 or is_placeholder(bare) or not any(char.isalpha() for char in bare):
        return False
    codes, marked = kinds_in(bare, vocabulary)
    names = {fold(word) for kind in vocabulary.kinds for word in (kind.name, *kind.synonyms)}
    return not marked and not (codes and fold(bare) in names) and len(bare) <= 2 * TITLE_MAX
