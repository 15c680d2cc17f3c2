"""Owns which document belongs to which row of a list and to which application already taken in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from rapidfuzz import fuzz

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.intake import Block, DiaryRow, KnownApplication, Proposal, TableBlock, Vocabulary
from finsam_review.domain.text import fold
from finsam_review.importing.assignment import best_pairs
from finsam_review.importing.form.contacts import is_address
from finsam_review.importing.words.bodies import same_body

SURE = 88.0
"""From this score on, and clear of the next best by :data:`MARGIN`, a pair needs no doubt."""
POSSIBLE = 72.0
MARGIN = 8.0
_REVISED_NAME = re.compile(
    r"revider|\brev\b|omarbetad|uppdaterad|kompletterad|\bversion ?[2-9]|\bver\.? ?[2-9]|\bv ?[2-9]\b"
)
_REVISED_TEXT = re.compile(
    r"\breviderad (?:ansökan|version)|ersätter (?:tidigare )?ansökan|\bversion 2\b|revidering av ansökan"
)
_COPY_MARK = re.compile(r"\s*\(\d+\)(?=\.\w+$)|\s*-\s*kopia(?=\.\w+$)")


@dataclass(frozen=True, slots=True)
class Target:
    """What a document may belong to: a row of a list, an application already taken in, or both at once."""

    row: DiaryRow | None = None
    known: KnownApplication | None = None

    @property
    def details(self) -> ApplicationDetails:
        """The fields to compare with: the list's where there is one."""
        if self.row is not None:
            return self.row.details
        return self.known.details if self.known is not None else ApplicationDetails()

    @property
    def file_names(self) -> tuple[str, ...]:
        """The names of files that are said to belong to it."""
        listed = (self.row.file_name,) if self.row is not None and self.row.file_name else ()
        return (*listed, *(_names_of(self.known) if self.known is not None else ()))


@dataclass(frozen=True, slots=True)
class Match:
    """A document's target and whether a person should look at the pairing."""

    target: int
    sure: bool


def targets(
    rows: Sequence[DiaryRow], known: Sequence[KnownApplication], vocabulary: Vocabulary
) -> list[Target]:
    """Return the rows, each with the application already taken in that it speaks of, then the others taken
    in.
    """
    scores = [[_row_score(row, application, vocabulary) for application in known] for row in rows]
    pairs = {row: column for row, column in best_pairs(scores) if scores[row][column] >= SURE}
    joined = [Target(row, known[pairs[place]] if place in pairs else None) for place, row in enumerate(rows)]
    taken = set(pairs.values())
    return [
        *joined,
        *(Target(known=application) for place, application in enumerate(known) if place not in taken),
    ]


def match_documents(
    documents: Sequence[tuple[str, Proposal]], options: Sequence[Target], vocabulary: Vocabulary
) -> dict[int, Match]:
    """Return for each document, by its place, the target that fits best over all; none where nothing fits.

    A document is given by its file name and its proposal.
    """
    scores = [
        [score(name, proposal, option, vocabulary) for option in options] for name, proposal in documents
    ]
    usable = [[value if value >= POSSIBLE else 0.0 for value in line] for line in scores]
    return {row: _match(scores, row, column) for row, column in best_pairs(usable)}


def match_revised(
    name: str, proposal: Proposal, options: Sequence[Target], vocabulary: Vocabulary
) -> Match | None:
    """Return the target of a revised document; several documents may be revisions of one application."""
    line = [score(name, proposal, option, vocabulary) for option in options]
    if not line or max(line) < POSSIBLE:
        return None
    return _match([line], 0, line.index(max(line)))


def is_revised(name: str, folder: str, blocks: Sequence[Block]) -> bool:
    """Return whether a document says itself that it is a later version: by its name, its folder or its
    head.
    """
    words = re.sub(r"[_.-]+", " ", fold(f"{folder} / {PurePath(name).stem}"))
    if _REVISED_NAME.search(words):
        return True
    head = [block.text for block in blocks[:8] if not isinstance(block, TableBlock)]
    return any(_REVISED_TEXT.search(fold(text)) and len(text) < 200 for text in head)


def score(name: str, proposal: Proposal, option: Target, vocabulary: Vocabulary) -> float:
    """Return how well a document fits a target, from 0; 100 and more is certain."""
    ours, theirs = proposal.details, option.details
    if any(_file_key(name) == _file_key(other) for other in option.file_names):
        return 130.0 + _extras(ours, theirs, vocabulary)
    if theirs.diary_number and _dnr_key(theirs.diary_number) in {
        _dnr_key(ours.diary_number),
        *_dnrs_in(name),
    }:
        return 120.0 + _extras(ours, theirs, vocabulary)
    own_title = proposal.sources.get("title")
    weight = 0.9 if own_title is not None and own_title.origin == "file_name" else 1.0
    titled = weight * _title_score(ours.title, theirs.title)
    filed = 0.92 * _title_score(PurePath(name).stem, theirs.title)
    best = max(titled, filed)
    return best + _extras(ours, theirs, vocabulary) if best >= 50 else 0.0


def _match(scores: Sequence[Sequence[float]], row: int, column: int) -> Match:
    others = [value for place, value in enumerate(scores[row]) if place != column]
    rivals = [line[column] for place, line in enumerate(scores) if place != row]
    best = scores[row][column]
    clear = best - max([*others, *rivals], default=0.0) >= MARGIN or best >= 120.0
    return Match(column, sure=best >= SURE and clear)


def _row_score(row: DiaryRow, application: KnownApplication, vocabulary: Vocabulary) -> float:
    ours, theirs = row.details, application.details
    numbered = bool(ours.diary_number and theirs.diary_number)
    if numbered and _dnr_key(ours.diary_number) == _dnr_key(theirs.diary_number):
        return 120.0
    doubted = any(doubt.field == "diary_number" for doubt in application.doubts)
    if numbered and not doubted:
        return 0.0
    if row.file_name and any(_file_key(row.file_name) == _file_key(name) for name in _names_of(application)):
        return 110.0
    best = _title_score(ours.title, theirs.title)
    return best + _extras(ours, theirs, vocabulary) if best >= 80 else 0.0


def _names_of(application: KnownApplication) -> tuple[str, ...]:
    """Return the names of an application's files, with the one that a list has named and nobody has seen."""
    awaited = [
        str(doubt.values.get("file", "")) for doubt in application.doubts if doubt.code == "no_document"
    ]
    return (*application.file_names, *(name for name in awaited if PurePath(name).suffix))


def _extras(ours: ApplicationDetails, theirs: ApplicationDetails, vocabulary: Vocabulary) -> float:
    points = 0.0
    if is_address(ours.contact_email) and is_address(theirs.contact_email):
        points += 10.0 if fold(ours.contact_email) == fold(theirs.contact_email) else -4.0
    if ours.applicant and theirs.applicant:
        points += 6.0 if same_body(ours.applicant, theirs.applicant, vocabulary) else -6.0
    if ours.amounts and theirs.amounts:
        points += 6.0 if ours.amounts == theirs.amounts else 0.0
    return points


def _title_score(one: str, two: str) -> float:
    first, second = _words(one), _words(two)
    if not first or not second:
        return 0.0
    whole = fuzz.token_sort_ratio(first, second)
    shared = fuzz.token_set_ratio(first, second)
    enough = min(len(first), len(second)) >= 5
    return max(whole, 0.95 * shared if enough else 0.0)


def _words(text: str) -> str:
    bare = re.sub(r"[^\w]+|_+", " ", fold(text))
    plain = unicodedata.normalize("NFD", bare)
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(word for word in letters.split() if word not in _NOISE)


_NOISE = frozenset(
    {
        "ansokan",
        "projekt",
        "insats",
        "slutversion",
        "reviderad",
        "version",
        "om",
        "och",
        "i",
        "till",
        "for",
        "en",
    }
)


def _file_key(name: str) -> str:
    return _COPY_MARK.sub("", fold(PurePath(name.replace("\\", "/")).name)).replace("_", " ")


def _dnr_key(number: str) -> str:
    return re.sub(r"[^0-9a-zåäö]", "", fold(number)) if any(char.isdigit() for char in number) else "-"


def _dnrs_in(name: str) -> set[str]:
    found = re.findall(r"(?<!\d)(20\d\d)[-_ /.:]+(\d{1,4})(?!\d)", name)
    return {f"{year}{number}" for year, number in found} | {
        _dnr_key(part) for part in re.findall(r"[A-ZÅÄÖ]{2,}[ -]?20\d\d[-_ ]\d+", name)
    }
