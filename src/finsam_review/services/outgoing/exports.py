"""Owns the export of a day as a folder: what was asked for, gathered on the file's thread, written on any."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from finsam_review.domain.day_summary import DaySummarySource
from finsam_review.domain.errors import UserError
from finsam_review.domain.follow_up.process import ProcessSource
from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n import gettext as _
from finsam_review.reporting.excel.workbook import Workbook
from finsam_review.reporting.filenames import safe_file_name, summary_file_name
from finsam_review.services.outgoing.case_folders import CaseFolder, render_case_folder
from finsam_review.services.outgoing.exporting import Exported
from finsam_review.services.outgoing.gathering import case_folder, day_notes, process_source
from finsam_review.services.outgoing.workbook.book import notes_workbook
from finsam_review.services.session import Session
from finsam_review.storage.failures import writing_in_words

if TYPE_CHECKING:
    from finsam_review.reporting.content import Content
    from finsam_review.reporting.export import ExportedFile

KINDS = ("summaries", "summaries-word", "day", "notes-xlsx", "process", "case-folders")
"""What can be exported, by the names of the command line."""

_Written = tuple[Path, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ExportJob:
    """Everything that is to be written, as frozen values."""

    kinds: tuple[str, ...]
    sources: tuple[SummarySource, ...] = ()
    day: DaySummarySource | None = None
    notes: Workbook | None = None
    processes: tuple[ProcessSource, ...] = ()
    cases: tuple[CaseFolder, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A file to be written: what it is called in the progress, and how it comes about."""

    title: str
    write: Callable[[], _Written]


def gather(session: Session, kinds: Sequence[str], *, name_tables: bool = False) -> ExportJob:
    """Return what an export of ``kinds`` writes. Everything has passed the gate."""
    wanted = frozenset(kinds)
    ids = [item.id for item in session.applications.all()]
    asks_for_sources = wanted & {"summaries", "summaries-word", "case-folders"}
    sources = session.summaries.sources(name_tables=name_tables) if asks_for_sources else ()
    cases = zip(ids, sources, strict=True) if "case-folders" in wanted else ()
    return ExportJob(
        kinds=tuple(kind for kind in KINDS if kind in wanted),
        sources=sources,
        day=session.day_summary.source() if "day" in wanted else None,
        notes=notes_workbook(day_notes(session)) if "notes-xlsx" in wanted else None,
        processes=tuple(process_source(session, key) for key in ids) if "process" in wanted else (),
        cases=tuple(case_folder(session, key, source=source) for key, source in cases),
    )


def write(job: ExportJob, folder: Path) -> Iterator[Exported]:
    """Write the job into ``folder``, a step for each file. Safe on any thread.

    Summaries lie in the folder itself, the other kinds in folders of their own. One file that fails does not
    stop the others, and stopping between two steps leaves whole files only; what a killed export left without
    its name is swept first. Raises :class:`UserError` at the first step if ``folder`` can't be made.
    """
    from finsam_review.reporting.export import sweep

    folder = _made(folder.absolute())
    with writing_in_words(folder / "*"):
        for place in (folder, *(folder / name for name in _places())):
            sweep(place)
    pieces = [piece for kind in job.kinds for piece in _PIECES[kind](job, folder)]
    for number, piece in enumerate(pieces, start=1):
        try:
            path, unshown = piece.write()
        except UserError as error:
            yield Exported(number, len(pieces), piece.title, error=error)
        else:
            yield Exported(number, len(pieces), piece.title, path=path, unshown=unshown)


def _places() -> tuple[str, ...]:
    """Return the names of the folders that lie inside the one of the export."""
    return _("Word"), _("The day"), _("Process"), _("Case folders")


def _made(folder: Path) -> Path:
    with writing_in_words(folder / "*"):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _summaries(job: ExportJob, folder: Path) -> Iterator[_Piece]:
    from finsam_review.reporting.export import export_as

    taken: set[str] = set()
    for source in job.sources:
        target = folder / summary_file_name(source, taken=taken)

        def make(source: SummarySource = source, target: Path = target) -> _Written:
            written = export_as(source, target)
            return written.path, written.unshown

        yield _Piece(source.title, make)


def _word(job: ExportJob, folder: Path) -> Iterator[_Piece]:
    from finsam_review.reporting.export import export_content_word
    from finsam_review.reporting.summary import summary_content

    place, taken = folder / _("Word"), set[str]()
    for source in job.sources:
        name = summary_file_name(source, taken=taken, suffix=".docx")

        def make(source: SummarySource = source, name: str = name) -> _Written:
            written = export_content_word(summary_content(source), _made(place) / name)
            return written.path, written.unshown

        yield _Piece(source.title, make)


def _day(job: ExportJob, folder: Path) -> Iterator[_Piece]:
    from finsam_review.reporting.day import day_content
    from finsam_review.reporting.export import export_content_pdf, export_content_word

    if job.day is None:
        return
    source, place, stem = job.day, folder / _("The day"), _("Summary of the day")
    for suffix, export in ((".pdf", export_content_pdf), (".docx", export_content_word)):
        name = safe_file_name(stem, suffix=suffix, taken=set())

        def make(export: "Callable[[Content, Path], ExportedFile]" = export, name: str = name) -> _Written:
            written = export(day_content(source), _made(place) / name)
            return written.path, written.unshown

        yield _Piece(stem, make)


def _notes(job: ExportJob, folder: Path) -> Iterator[_Piece]:
    from finsam_review.reporting.excel.checking import verify_workbook
    from finsam_review.reporting.excel.writing import render_workbook
    from finsam_review.reporting.export import write_file

    workbook = job.notes
    if workbook is None:
        return

    def make() -> _Written:
        data = render_workbook(workbook)
        verify_workbook(data, workbook)
        name = safe_file_name(_("All notes"), suffix=".xlsx", taken=set())
        return write_file(_made(folder / _("The day")) / name, data), ()

    yield _Piece(workbook.title, make)


def _process(job: ExportJob, folder: Path) -> Iterator[_Piece]:
    from finsam_review.services.outgoing.pictures import export_process

    place, taken = folder / _("Process"), set[str]()
    for source in job.processes:
        details = source.application.details
        stem = " ".join(part for part in (details.diary_number, source.application.short_title) if part)
        for suffix in (".pdf", ".svg"):
            name = safe_file_name(stem, suffix=suffix, taken=taken)

            def make(source: ProcessSource = source, name: str = name) -> _Written:
                return export_process(source, _made(place) / name), ()

            yield _Piece(source.application.short_title, make)


def _cases(job: ExportJob, folder: Path) -> Iterator[_Piece]:
    from finsam_review.reporting.export import write_file

    place, taken = folder / _("Case folders"), set[str]()
    for case in job.cases:
        name = summary_file_name(case.source, taken=taken, suffix=".zip")

        def make(case: CaseFolder = case, name: str = name) -> _Written:
            return write_file(_made(place) / name, render_case_folder(case)), ()

        yield _Piece(case.source.title, make)


_PIECES: dict[str, Callable[[ExportJob, Path], Iterator[_Piece]]] = {
    "summaries": _summaries,
    "summaries-word": _word,
    "day": _day,
    "notes-xlsx": _notes,
    "process": _process,
    "case-folders": _cases,
}
