"""Owns the recognition of organisations in text: municipalities, regions and authorities, and their party."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from finsam_review.domain.intake import Vocabulary
from finsam_review.domain.text import clean_line, fold
from finsam_review.domain.workshop import Party

MUNICIPAL, REGIONAL, EMPLOYMENT, INSURANCE = "kommun", "region", "af", "fk"

_NAME = r"[A-ZÅÄÖÉ][A-Za-zåäöÅÄÖéü-]*"
_AND = r"(?:och|samt|&|\+|/)"
_MANY = re.compile(
    rf"(?P<names>{_NAME}(?: (?!{_AND}\b){_NAME})?(?:\s*,\s*{_NAME}(?: {_NAME})?)*"
    rf"\s*(?:,\s*)?{_AND}\s*{_NAME}(?: {_NAME})?)"
    r"\s+(?:kommuner(?:na)?|kommun(?=er))(?![a-zåäö])"
)
_MANY_BEFORE = re.compile(
    rf"\b[Kk]ommuner(?:na)?\s*:?\s+(?P<names>{_NAME}(?:\s*,\s*{_NAME})*(?:\s*(?:,\s*)?{_AND}\s*{_NAME})?)"
)
_ONE = re.compile(rf"(?P<name>{_NAME}(?: {_NAME})?)\s+(?P<form>kommun|stad|municipality)(?![a-zåäö])")
_ENGLISH = re.compile(rf"\b[Mm]unicipality of ({_NAME})")
_REGION = re.compile(
    rf"\bRegion(?:en)? (?P<name>(?:(?:Västra|Östra|Norra|Södra|Mellersta|Jämtland) )?{_NAME}(?: län\b)?)"
    rf"|\b(?P<joined>[A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ][a-zåäö]+)?(?:s)?regionen)\b"
)
_TEXT_MAX = 3_000
"""Characters of one text that are searched: a longer one is prose, and its end names no party."""
_AUTHORITIES = (
    (EMPLOYMENT, re.compile(r"\b[Aa]rbetsförmedling(?:en|s)?\w*|\bARBETSFÖRMEDLINGEN\b|\bA[Ff]\b")),
    (INSURANCE, re.compile(r"\b[Ff]örsäkringskassan?\w*|\bFÖRSÄKRINGSKASSAN\b|\bF[Kk]\b")),
)
_UNITS = (
    (
        REGIONAL,
        re.compile(
            r"vårdcentral|närhälsan|psykiatri|sjukhus|habilitering|primärvård|hälso- och sjukvård"
            r"|rehabkoordin|regionen\b|\bvgr\b|hälsocentral|beroendemottag|vuxenhab|mottagning",
            re.IGNORECASE,
        ),
    ),
    (
        MUNICIPAL,
        re.compile(
            r"socialtjänst|socialförvaltning|arbetsmarknadsenhet|\bame\b|\bifo\b|vuxenutbildning"
            r"|individ och familj|kommunen\b|kommunal",
            re.IGNORECASE,
        ),
    ),
)
_FALSE_NAMES = frozenset(
    {"i", "och", "samt", "den", "en", "vår", "varje", "hela", "ingen", "vilken", "egen", "annan"}
)
_LEADING = frozenset(
    [
        "Sökande",
        "Part",
        "Parter",
        "Kommun",
        "Kommunerna",
        "Projektägare",
        "Insatsägare",
        "Medverkande",
        "Kontakt",
        "Från",
        "För",
    ]
)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation in a text: its name as it is shown, its party, and where it stands.

    ``party`` is empty when unknown. ``exact`` is ``False`` for a unit (*vårdcentralen*) or a bare place name.
    """

    name: str
    party: str
    start: int
    end: int
    exact: bool = True


def find_bodies(text: str, vocabulary: Vocabulary) -> list[Body]:
    """Return the organisations named in full in a text, in order, each place once."""
    found: list[Body] = []
    text = text[:_TEXT_MAX]
    for body in [
        *_known(text, vocabulary),
        *_municipal(text, vocabulary),
        *_regions(text, vocabulary),
        *_agencies(text, vocabulary),
    ]:
        if not any(body.start < other.end and other.start < body.end for other in found):
            found.append(body)
    return sorted(found, key=lambda body: body.start)


def body_of_segment(text: str, vocabulary: Vocabulary) -> Body | None:
    """Return what a lone name in a list of parties is: a unit of a party, or a bare place name."""
    for code, pattern in _UNITS:
        if pattern.search(text) and _party(vocabulary, code):
            return Body(clean_line(text), code, 0, len(text), exact=False)
    place = _place(text.strip(" .:"), vocabulary)
    return Body(place, MUNICIPAL, 0, len(text), exact=False) if place else None


def same_body(one: str, two: str, vocabulary: Vocabulary) -> bool:
    """Return whether two names mean the same organisation: *VGR* and *Västra Götalandsregionen* do."""
    if fold(one) == fold(two):
        return True
    first, second = _identity(one, vocabulary), _identity(two, vocabulary)
    return bool(first) and first == second


def party_codes(names: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the parties that the named organisations belong to, each once, in the order of the day's
    parties.
    """
    codes = {identity[0] for name in names if (identity := _identity(name, vocabulary))}
    return tuple(party.code for party in vocabulary.parties if party.code in codes)


def _identity(name: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    bodies = find_bodies(name, vocabulary)
    body = bodies[0] if bodies else body_of_segment(name, vocabulary)
    if body is None or not body.party:
        return None
    return body.party, stem(body.name)


def stem(name: str) -> str:
    """Return the name of a municipality or region bare: *Falköpings kommun* and *Falköping* are the same."""
    text = re.sub(r"\b(?:kommuner|kommun|stad|region|regionen|län)\b", " ", fold(name))
    return " ".join(text.split()).removesuffix("s")


def _known(text: str, vocabulary: Vocabulary) -> list[Body]:
    found: list[Body] = []
    for pattern, name, code in _dictionary(vocabulary.parties):
        found.extend(Body(name, code, match.start(), match.end()) for match in pattern.finditer(text))
    return sorted(found, key=lambda body: (body.start - body.end, body.start))


@lru_cache(maxsize=8)
def _dictionary(parties: tuple[Party, ...]) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Return a pattern, a shown name and a party code for each name and word that stands for one body."""
    entries: list[tuple[re.Pattern[str], str, str]] = []
    for party in parties:
        own = party.bodies[0] if party.bodies else party.name
        for body in party.bodies:
            shown = _full(body) if party.code == MUNICIPAL else body
            if party.code == MUNICIPAL:
                entries.append(
                    (_words(rf"{re.escape(stem(body))}s?\s+kommun", whole=True), shown, party.code)
                )
            else:
                entries.append((_words(re.escape(body)), shown, party.code))
        if party.code != MUNICIPAL and own:
            words = (party.name, party.short_name, *party.synonyms)
            entries.extend((_words(re.escape(word)), own, party.code) for word in words if _is_name(word))
    return tuple(entries)


def _words(pattern: str, *, whole: bool = False) -> re.Pattern[str]:
    ending = r"(?!\w)" if whole else r"s?(?!\w)"
    return re.compile(rf"(?<!\w){pattern}{ending}", re.IGNORECASE if len(pattern) > 4 else re.NOFLAG)


def _is_name(word: str) -> bool:
    """Return whether a synonym is a name rather than a common word such as *vården* or *regionen*."""
    return (
        len(word) > 1
        and word[0].isupper()
        and fold(word) not in {"region", "regionen", "kommun"}
        and not any(pattern.search(word) for code, pattern in _UNITS if fold(word) != "vgr")
    )


def _municipal(text: str, vocabulary: Vocabulary) -> list[Body]:
    if not _party(vocabulary, MUNICIPAL):
        return []
    found: list[Body] = []
    for pattern in (_MANY, _MANY_BEFORE):
        for match in pattern.finditer(text):
            offset = match.start("names")
            for word in re.finditer(rf"{_NAME}(?: (?!{_AND}\b){_NAME})?", match["names"]):
                shown = _municipality(word[0], vocabulary)
                last = pattern is _MANY and word.end() == len(match["names"])
                end = match.end() if last else offset + word.end()
                found.append(Body(shown, MUNICIPAL, offset + word.start(), end))
    found.extend(
        Body(_municipality(match[1], vocabulary), MUNICIPAL, match.start(), match.end())
        for match in _ENGLISH.finditer(text)
    )
    for match in _ONE.finditer(text):
        words = [word for word in match["name"].split() if word not in _LEADING]
        if words and fold(words[-1]) not in _FALSE_NAMES:
            name = " ".join(words)
            start = match.end("name") - len(name)
            form = "stad" if match["form"] == "stad" else "kommun"
            found.append(Body(_municipality(name, vocabulary, form=form), MUNICIPAL, start, match.end()))
    return found


def _municipality(name: str, vocabulary: Vocabulary, *, form: str = "kommun") -> str:
    """Return a municipality's name as the day's parties write it where they know it, else as it stands.

    Some municipalities call themselves *stad*; that is their name, and it is kept.
    """
    return _place(name, vocabulary) or f"{clean_line(name)} {form}"


def _full(body: str) -> str:
    return body if re.search(r"kommun|\bstad\b", fold(body)) else f"{body} kommun"


def _place(name: str, vocabulary: Vocabulary) -> str:
    party = _party(vocabulary, MUNICIPAL)
    for body in party.bodies if party else ():
        if stem(body) == stem(name):
            return _full(body)
    return ""


def _regions(text: str, vocabulary: Vocabulary) -> list[Body]:
    if not _party(vocabulary, REGIONAL):
        return []
    return [
        Body(clean_line(match[0]), REGIONAL, match.start(), match.end()) for match in _REGION.finditer(text)
    ]


def _agencies(text: str, vocabulary: Vocabulary) -> list[Body]:
    found: list[Body] = []
    for code, pattern in _AUTHORITIES:
        party = _party(vocabulary, code)
        if party:
            found.extend(
                Body(party.name, code, match.start(), match.end()) for match in pattern.finditer(text)
            )
    return found


def _party(vocabulary: Vocabulary, code: str) -> Party | None:
    return next((party for party in vocabulary.parties if party.code == code), None)
