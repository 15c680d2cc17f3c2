"""Owns what a case folder will hold, told without making it, and the saving of one folder alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from finsam_review.domain.applications import Application, DocumentVersion
from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.dispatch import Dispatch, FileRole
from finsam_review.i18n import gettext as _
from finsam_review.reporting.filenames import application_file_name, kept_file_name
from finsam_review.services.follow_up.before_after import before_after_name
from finsam_review.services.follow_up.steps import newest
from finsam_review.services.outgoing.case_folders import CaseFolder, render_case_folder
from finsam_review.services.outgoing.exporting import Exported
from finsam_review.services.session import Session

_SUFFIX = ".zip"


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A file of the folder: in which part of it, under which name."""

    folder: str
    name: str


@dataclass(frozen=True, slots=True)
class CaseContents:
    """The folder of one application. ``notes`` counts what hangs on it, ``logged`` what was done.

    ``sent_on`` is the day its letter was sent; ``drafted`` says that there is a letter, sent or not.
    """

    application_id: str
    number: int
    title: str
    file_name: str
    files: tuple[CaseFile, ...]
    notes: int
    logged: int
    drafted: bool = False
    sent_on: date | None = None
    answered: bool = False


def case_contents(session: Session) -> tuple[CaseContents, ...]:
    """Return what the folder of each application holds, by number. Nothing is made; quick."""
    notes: dict[str, int] = {}
    for place, count in session.notes.counts().items():
        notes[place.topic_id] = notes.get(place.topic_id, 0) + count
    letters = _letters(session)
    logged: dict[str | None, int] = {}
    for entry in session.summaries.log():
        logged[entry.application_id] = logged.get(entry.application_id, 0) + 1
    return tuple(
        _contents(item, letters.get(item.id), notes=notes.get(item.id, 0), logged=logged.get(item.id, 0))
        for item in map(session.gate.application, session.applications.all())
    )


def save_case(case: CaseFolder, target: Path) -> Exported:
    """Write one folder as ``target``, whole or not at all. Safe on any thread.

    What another program holds open stays, and the new file is called ``NAME (2)``.
    """
    from finsam_review.reporting.export import sweep, write_file

    sweep(target.parent)
    try:
        path = write_file(target, render_case_folder(case))
    except UserError as error:
        return Exported(1, 1, case.source.title, error=error)
    return Exported(1, 1, case.source.title, path=path)


def _letters(session: Session) -> Mapping[str, Dispatch]:
    """Return the letter that goes into each folder: the newest that was sent, else the newest draft."""
    found: dict[str, Dispatch] = {}
    for dispatch in session.outbox.dispatches():
        before = found.get(dispatch.application_id)
        if before is None or before.sent_on is None or dispatch.sent_on is not None:
            found[dispatch.application_id] = dispatch
    return found


def _contents(
    application: Application, letter: Dispatch | None, *, notes: int, logged: int
) -> CaseContents:  # fmt: skip
    return CaseContents(
        application_id=application.id,
        number=application.number,
        title=application.short_title,
        file_name=application_file_name(application, taken=set(), suffix=_SUFFIX),
        files=tuple(_files(application, letter)),
        notes=notes,
        logged=logged,
        drafted=letter is not None,
        sent_on=letter.sent_on if letter is not None else None,
        answered=any(item.version is DocumentVersion.REVISED for item in application.documents),
    )


def _files(application: Application, letter: Dispatch | None) -> Iterator[CaseFile]:
    yield CaseFile("", _("Contents.txt"))
    for document in application.documents:
        if document.version is DocumentVersion.FIRST:
            yield CaseFile(_("1 Application"), kept_file_name(document.file_name))
    yield CaseFile(_("2 Notes"), _("Notes.xlsx"))
    yield CaseFile(_("2 Notes"), _("Internal copy.pdf"))
    if letter is not None:
        for file in letter.files:
            if file.role is not FileRole.MAIL:
                yield CaseFile(_("3 Summary"), kept_file_name(file.file_name))
        for file in letter.files:
            if file.role is FileRole.MAIL:
                yield CaseFile(_("4 Letter"), kept_file_name(file.file_name))
    yield from _revised(application)
    yield CaseFile("", _("Log.txt"))


def _revised(application: Application) -> Iterator[CaseFile]:
    for document in application.documents:
        if document.version is DocumentVersion.REVISED:
            yield CaseFile(_("5 Revised application"), kept_file_name(document.file_name))
    revised = newest(application, DocumentVersion.REVISED)
    if revised is not None and revised.characters:
        yield CaseFile(_("5 Revised application"), before_after_name(application))
