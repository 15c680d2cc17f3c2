"""Owns how typed-up paper notes come in from a list: each row a note, none doubled, none lost in silence."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from finsam_review.domain.applications import Application
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import FailedItem
from finsam_review.domain.notes import NoteContent, Place, cleaned
from finsam_review.domain.text import clean_text, fold
from finsam_review.domain.workshop import table_number
from finsam_review.services.applications import ApplicationService
from finsam_review.services.day import DayService, Frame
from finsam_review.services.notes import NoteService

if TYPE_CHECKING:
    from finsam_review.importing.note_list import NoteRow


@dataclass(frozen=True, slots=True)
class NotesTakenIn:
    """What became of a list of notes: how many are new, how many were already up, which rows failed."""

    added: int
    already_here: int
    failed: tuple[FailedItem, ...]
    changes: Changes


def import_notes(
    path: Path, *, day: DayService, applications: ApplicationService, notes: NoteService
) -> NotesTakenIn:
    """Stick up the notes of a list, in one transaction.

    The same list read twice adds nothing the second time; two equal rows in one list are two notes, because
    two people may have written the same. Raises :class:`UserError` for a list that can't be read.
    """
    from finsam_review.importing.note_list import read_note_list

    _look_at(path)
    rows = read_note_list(path)
    frame = day.frame()
    known = applications.all()
    there = Counter((note.place, note.content.text) for note in notes.all())
    new: list[tuple[Place, NoteContent]] = []
    failed: list[FailedItem] = []
    already = 0
    for row in rows:
        try:
            place = _place(row, frame, known)
            content = _content(row, place, frame)
        except UserError as error:
            failed.append(FailedItem.of(f"{path.name} {row.row}", error))
            continue
        key = (place, content.text)
        if there[key]:
            there[key] -= 1
            already += 1
        else:
            new.append((place, content))
    return NotesTakenIn(len(new), already, tuple(failed), notes.add_many(new))


def _look_at(path: Path) -> None:
    """Raise :class:`UserError` ``list_no_access`` for a file that is not there or may not be read."""
    try:
        path.open("rb").close()
    except OSError as error:
        raise UserError("list_no_access", file=path.name) from error


def _place(row: "NoteRow", frame: Frame, known: Sequence[Application]) -> Place:
    number = table_number(row.table)
    table = next((t for t in frame.tables if t.number == number), None)
    if table is None:
        raise UserError("row_table_unknown", table=row.table)
    application = _application(row.application, known)
    if application is None:
        raise UserError("row_application_unknown", application=row.application)
    label = row.question.strip().removesuffix(".0")
    question = next((q for q in frame.review_questions if str(q.number) == label), None)
    if question is None:
        raise UserError("row_question_unknown", question=row.question)
    return Place(application.id, question.id, table.id)


def _application(label: str, known: Sequence[Application]) -> Application | None:
    wanted = fold(label)
    for application in known:
        if wanted and wanted == fold(application.details.diary_number):
            return application
    number = wanted.removesuffix(".0")
    for application in known:
        if number == str(application.number) or wanted in {
            fold(application.title),
            fold(application.short_title),
        }:
            return application
    return None


def _content(row: "NoteRow", place: Place, frame: Frame) -> NoteContent:
    question = next(q for q in frame.questions if q.id == place.question_id)
    codes = [party.code for party in frame.parties]
    return cleaned(NoteContent(clean_text(row.text)), shape=question.shape, party_codes=codes)
