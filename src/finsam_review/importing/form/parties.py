"""Owns who applies and with whom: the applicant, the organisations behind the application and their
parties.
"""

from __future__ import annotations

import re

from finsam_review.domain.applications import Doubt
from finsam_review.domain.intake import Vocabulary
from finsam_review.domain.text import clean_line, fold
from finsam_review.importing.form.contacts import persons_in
from finsam_review.importing.form.kinds import MARK
from finsam_review.importing.words.bodies import (
    MUNICIPAL,
    Body,
    body_of_segment,
    find_bodies,
    party_codes,
    same_body,
)
from finsam_review.importing.words.finding import (
    Found,
    Labelled,
    doubt,
    has_personal_number,
    is_placeholder,
    mask,
)

_PARTING = re.compile(r"\n|;|,|•|\u2022|/|\s+(?:och|samt|&|\+)\s+|\s+-\s+|\d\)\s|\(|\)")
_NAME_MAX = 120
_TELLING_MAX = 160
_VERBS = re.compile(
    r"\b(?:består|är|ska|skall|vill|har|ingår|kommer|söker|deltar|driver|leds|ansvarar|planeras|finns|bli|blir|kan|inte)\b"
)
_WORDS_AROUND = re.compile(
    r"^(?:i samarbete med|tillsammans med|med|från|genom|via|inkl(?:usive|\.)?)\s+", re.IGNORECASE
)
_PARENTHESES = re.compile(r"\(([^()]+)\)")
_NUMBERED_PART = re.compile(r"^(?:samverkande |medverkande )?part(?:ner)? ?\d\b")
_UNIT_OF = re.compile(r"(?:\s(?:i|inom|vid|hos|på|inom)\s+|\s*\(\s*)$")
_OPEN = re.compile(
    r"\b(?:eventuellt|ev\.?|kanske|planeras|tillfråga\w*|ej (?:klart|bekräfta\w*|beslut\w*)"
    r"|informera\w*|tackat nej|avböj\w*|hoppas|önskar|inte|ännu)\b|\?"
)


def read_applicant(items: list[Labelled], vocabulary: Vocabulary) -> Found[str] | None:
    """Return the applicant of the labelled values: the organisation in them, or the text itself with a
    doubt.
    """
    values = [item for item in items if item.value and not is_placeholder(item.value)]
    found = [(item, _applicant(item.value, vocabulary)) for item in values]
    named = [(item, name) for item, name in found if name]
    if named:
        item, name = named[0]
        others = {fold(other) for _, other in named if not same_body(other, name, vocabulary)}
        doubts = (
            _several("applicant", item, [name, *(o for _, o in named if fold(o) in others)]) if others else ()
        )
        several = _apart(find_bodies(item.value, vocabulary))
        if not others and len({body.name for body in several}) > 1:
            doubts = _several("applicant", item, list(dict.fromkeys(body.name for body in several)))
        if item.prose or _is_telling(item.value):
            doubts = (*doubts, doubt("applicant", "from_text", item.quote))
        return Found(name, item.quote, doubts=doubts)
    if values and not values[0].prose:
        item = values[0]
        body = body_of_segment(item.value, vocabulary)
        if body is not None and body.party and not has_personal_number(item.value):
            guess = doubt("applicant", "body_guessed", item.quote, {"name": body.name})
            return Found(body.name, item.quote, doubts=(guess,))
        text = clean_line(mask(item.value.split("\n")[0]))[:_NAME_MAX]
        code = "personal_number" if has_personal_number(item.value) else "body_unknown"
        return Found(
            text if code == "body_unknown" else "",
            item.quote,
            doubts=(doubt("applicant", code, item.quote, {"name": text}),),
        )
    return None


def read_parties(items: list[Labelled], vocabulary: Vocabulary) -> Found[tuple[str, ...]] | None:
    """Return the organisations of the labelled values, doubtful where a name belongs to no known party."""
    values = [item for item in items if item.value and not is_placeholder(item.value)]
    firm = [item for item in values if not item.prose] or values
    best: Found[tuple[str, ...]] | None = None
    for item in firm:
        names, doubts = _organisations(item, vocabulary) if not item.prose else _in_prose(item, vocabulary)
        if names and (best is None or (best.doubts and not doubts)):
            best = Found(tuple(names), item.quote, doubts=doubts)
    return best


def joined(items: list[Labelled]) -> list[Labelled]:
    """Return the labelled values with those of numbered labels (*Part 1*, *Part 2*) as one."""
    numbered = [item for item in items if _NUMBERED_PART.search(fold(item.label)) and item.value]
    if len(numbered) < 2:
        return items
    first = numbered[0]
    value = "\n".join(item.value for item in numbered if not is_placeholder(item.value))
    one = Labelled(first.field, first.label, value, prose=any(item.prose for item in numbered))
    return [one, *(item for item in items if item not in numbered)]


def with_applicant(names: tuple[str, ...], applicant: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the organisations with the applicant first where the form names only the others."""
    if not applicant or any(same_body(name, applicant, vocabulary) for name in names):
        return names
    return (applicant, *names)


def applicants(items: list[Labelled], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return every organisation that the applicant's field names."""
    return tuple(dict.fromkeys(body.name for item in items for body in find_bodies(item.value, vocabulary)))


def is_known(name: str, vocabulary: Vocabulary) -> bool:
    """Return whether an organisation belongs to a known party."""
    return bool(party_codes((name,), vocabulary))


def _apart(bodies: list[Body]) -> list[Body]:
    """Return the bodies that are organisations of their own: a hospital after its region is a part of it."""
    first = bodies[:1]
    return [*first, *(body for body in bodies[1:] if body.party != first[0].party or body.party == MUNICIPAL)]


def _is_telling(value: str) -> bool:
    """Return whether a value is a sentence about organisations rather than the name of one."""
    return len(value) > _TELLING_MAX or _VERBS.search(fold(value)) is not None


def _several(name: str, item: Labelled, values: list[str]) -> tuple[Doubt, ...]:
    return (doubt(name, "several", item.quote, {"values": " · ".join(dict.fromkeys(values))}),)


def _applicant(value: str, vocabulary: Vocabulary) -> str:
    bodies = find_bodies(value, vocabulary)
    return bodies[0].name if bodies else ""


def _in_prose(item: Labelled, vocabulary: Vocabulary) -> tuple[list[str], tuple[Doubt, ...]]:
    """Return the organisations in the first sentence that names any: later ones tell who has not been
    asked.
    """
    for sentence in re.split(r"(?<=[.!?])\s+|\n", item.value):
        names = list(dict.fromkeys(body.name for body in find_bodies(sentence, vocabulary)))
        if names:
            return names, (doubt("organisations", "from_text", item.quote),)
    return [], ()


def _organisations(item: Labelled, vocabulary: Vocabulary) -> tuple[list[str], tuple[Doubt, ...]]:
    text = re.sub(r"(?<=\w)\n(?=kommun(?:er)?\b)", " ", item.value)
    text = _PARENTHESES.sub(lambda match: " " if persons_in(match[1], vocabulary)[1] else match[0], text)
    text, unnamed = _ticked(text, vocabulary)
    names: list[str] = []
    doubts: list[Doubt] = [doubt("organisations", "body_guessed", item.quote, {"name": n}) for n in unnamed]
    if _OPEN.search(fold(text)):
        doubts.append(doubt("organisations", "parties_open", item.quote))
    seen: list[str] = []
    for part in _parts(text, vocabulary):
        name, party, exact = part
        if any(same_body(name, other, vocabulary) for other in names):
            continue
        if not party:
            if item.prose or len(name) > _NAME_MAX:
                continue
            doubts.append(doubt("organisations", "body_unknown", item.quote, {"name": name}))
        elif not exact:
            if party in seen:
                continue
            doubts.append(doubt("organisations", "body_guessed", item.quote, {"name": name}))
        names.append(name)
        seen.append(party)
    return names, tuple(doubts)


def _ticked(text: str, vocabulary: Vocabulary) -> tuple[str, list[str]]:
    """Return what the ticked boxes of a list of parties say, and those among them that name no
    organisation: *Region ☒*.
    """
    marks = list(MARK.finditer(text))
    if not marks:
        return text, []
    before = text.strip().startswith(marks[0][0])
    edges = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    chosen: list[str] = []
    for place, mark in enumerate(marks):
        said = text[mark.end() : ends[place]] if before else text[edges[place] : mark.start()]
        if mark["ticked"] is not None:
            chosen.append(said.strip())
    unnamed = [clean_line(said) for said in chosen if said and not find_bodies(said, vocabulary)]
    return "\n".join(chosen), unnamed


def _parts(text: str, vocabulary: Vocabulary) -> list[tuple[str, str, bool]]:
    """Return the names in a list of organisations in order, with party code and whether named in full."""
    parts: list[tuple[str, str, bool]] = []
    place = 0
    for body in find_bodies(text, vocabulary):
        parts.extend(_loose(_without_unit(text[place : body.start], body, vocabulary), vocabulary))
        parts.append((body.name, body.party, True))
        place = body.end
    parts.extend(_loose(text[place:], vocabulary))
    return parts


def _without_unit(before: str, body: Body, vocabulary: Vocabulary) -> str:
    """Return what stands before an organisation without a unit of it: *primärvården i* Region Blekinge."""
    if not _UNIT_OF.search(before):
        return before
    pieces = list(re.finditer(r"[^\n;,•/]+$", _UNIT_OF.sub("", before)))
    unit = body_of_segment(re.split(r"\s(?:och|samt)\s", pieces[-1][0])[-1], vocabulary) if pieces else None
    if unit is None or unit.party != body.party:
        return before
    return before[: before.rfind(unit.name)] if unit.name in before else before


def _loose(text: str, vocabulary: Vocabulary) -> list[tuple[str, str, bool]]:
    found: list[tuple[str, str, bool]] = []
    for piece in _PARTING.split(text):
        name = clean_line(_WORDS_AROUND.sub("", piece.strip(" .:–-*☒☐☑"))).strip(" .:–-")
        if (
            len(name) < 2
            or fold(name) in {"och", "samt", "kommun", "kommuner", "region", "m fl", "m.fl", "mfl", "med"}
            or has_personal_number(name)
        ):
            continue
        body = body_of_segment(name, vocabulary)
        if body is not None:
            found.append((body.name, body.party, False))
        elif name[0].isupper():
            found.append((name, "", False))
    return found
