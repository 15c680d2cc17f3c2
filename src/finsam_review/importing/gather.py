"""Owns one import: files and folders in any mix and order become applications for a person to look at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from finsam_review.domain.intake import (
    DiaryList,
    FailedItem,
    Gathered,
    KnownApplication,
    ReadDocument,
    Vocabulary,
)
from finsam_review.importing.candidates import Incoming, assemble
from finsam_review.importing.diary_list import read_diary_list
from finsam_review.importing.files.outcome import Sheet
from finsam_review.importing.form.application_form import propose, propose_unread
from finsam_review.importing.sandbox import DocumentReader

_SKIPPED_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_SKIPPED_STARTS = (".", "~$", ".~lock")
_DOCUMENT_ENDINGS = frozenset({".docx", ".docm", ".dotx", ".doc", ".dot", ".odt", ".ott", ".pdf", ".rtf"})
_LIST_ENDINGS = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods"})
_DOCUMENT_MEDIA = frozenset({"docx", "odt", "pdf", "doc"})
_NOTHING_KEPT = frozenset({"no_access", "too_large_to_keep"})
_WARNED = ("macros", "text_missing")


@dataclass(frozen=True, slots=True)
class GatherStep:
    """How far an import has come: file ``number`` of ``of`` is next. The last step carries the result."""

    number: int
    of: int
    file_name: str
    gathered: Gathered | None = None


@dataclass(slots=True)
class _Pile:
    """What has been read so far."""

    vocabulary: Vocabulary
    known: Sequence[KnownApplication]
    documents: list[Incoming] = field(default_factory=list)
    lists: list[DiaryList] = field(default_factory=list)
    failed: list[FailedItem] = field(default_factory=list)
    warnings: list[FailedItem] = field(default_factory=list)
    hashes: dict[tuple[str, str], str] = field(default_factory=dict)

    def fail(self, name: str, code: str) -> None:
        """Note a file that could not be taken in whole."""
        self.failed.append(FailedItem(name, code, {"file": name}))

    def warn(self, name: str, code: str) -> None:
        """Note something a person should know about a file."""
        self.warnings.append(FailedItem(name, code, {"file": name}))

    def add(self, path: Path, document: ReadDocument, sheets: tuple[Sheet, ...]) -> None:
        """Take in one file as a document, a list, or an item that is neither."""
        if document.media in _DOCUMENT_MEDIA or (document.problem and _is_document_name(path)):
            self._add_document(path, document)
        elif sheets and path.suffix.lower() in _LIST_ENDINGS | {".txt"}:
            self._add_list(document, sheets)
        elif (document.problem and path.suffix.lower() in _LIST_ENDINGS) or document.problem in {
            *_NOTHING_KEPT,
            "too_large",
        }:
            self.fail(document.file_name, document.problem)
        elif sheets and document.data.startswith(b"PK"):
            self._add_list(document, sheets)
        else:
            self.fail(document.file_name, "unsupported")

    def _add_document(self, path: Path, document: ReadDocument) -> None:
        name = document.file_name
        if document.problem in _NOTHING_KEPT:
            self.fail(name, document.problem)
            return
        digest = hashlib.sha256(document.data).hexdigest()
        key = (digest, "" if document.data else name)
        if any(_has(application, *key) for application in self.known):
            self.warn(name, "already_here")
            return
        if key in self.hashes:
            self.warnings.append(FailedItem(name, "same_file", {"file": name, "other": self.hashes[key]}))
            return
        self.hashes[key] = name
        if document.problem:
            self.fail(name, document.problem)
            proposal = propose_unread(name, document.problem)
        else:
            proposal = propose(document.blocks, vocabulary=self.vocabulary, file_name=name)
        for code in document.warnings:
            if code in _WARNED:
                self.warn(name, code)
        self.documents.append(Incoming(document, proposal, path.parent.name))

    def _add_list(self, document: ReadDocument, sheets: tuple[Sheet, ...]) -> None:
        found = read_diary_list(sheets, file_name=document.file_name, vocabulary=self.vocabulary)
        if found is None:
            self.fail(document.file_name, "not_a_diary_list")
        else:
            self.lists.append(found)


def gather(
    paths: Sequence[Path], *, vocabulary: Vocabulary, known: Sequence[KnownApplication] = ()
) -> Iterator[GatherStep]:
    """Yield a step before each file, and last of all one with everything that was found.

    Folders are walked through; hidden files and the lock files of office programs are passed over. One bad
    file never stops the others. Nothing is written. ``known`` are the applications already in the day.
    """
    pile = _Pile(vocabulary, known)
    files = list(_files(paths))
    with DocumentReader() as reader:
        for number, path in enumerate(files, start=1):
            yield GatherStep(number, len(files), path.name)
            document, sheets = reader.read_any(path)
            pile.add(path, document, sheets)
    found = assemble(pile.documents, pile.lists, vocabulary=vocabulary, known=known)
    gathered = Gathered(
        candidates=found.candidates,
        readings=tuple(dict.fromkeys(reading for diary in pile.lists for reading in diary.readings)),
        failed=tuple(pile.failed),
        warnings=(*pile.warnings, *found.warnings),
    )
    yield GatherStep(len(files), len(files), "", gathered)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files to read, each once, folders in the order of their names."""
    seen: set[Path] = set()
    for path in paths:
        for file in _walk(path):
            place = file.resolve()
            if place not in seen:
                seen.add(place)
                yield file


def _has(application: KnownApplication, digest: str, name: str) -> bool:
    """Return whether a document is there already; all empty files are alike, so those need their ``name``."""
    return digest in application.hashes and (not name or name in application.file_names)


def _walk(path: Path) -> Iterator[Path]:
    """Yield the files in ``path``. A folder that can't be read is yielded itself: reading it tells why."""
    try:
        children = sorted(path.iterdir(), key=lambda child: (child.is_dir(), child.name))
    except OSError:
        yield path
        return
    for child in children:
        if child.name.startswith(_SKIPPED_STARTS) or child.name.lower() in _SKIPPED_NAMES:
            continue
        if child.is_dir() and not child.is_symlink():
            yield from _walk(child)
        elif child.is_file():
            yield child


def _is_document_name(path: Path) -> bool:
    return path.suffix.lower() in _DOCUMENT_ENDINGS
