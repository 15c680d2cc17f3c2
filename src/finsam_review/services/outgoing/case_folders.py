"""Owns the case folder of an application: all that the diary wants to keep of it, in one zip file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from finsam_review.domain.applications import DocumentVersion
from finsam_review.domain.outgoing.dispatch import Dispatch, FileRole
from finsam_review.domain.summaries import LogEntry, SummarySource
from finsam_review.i18n import N_, plain_date
from finsam_review.i18n import gettext as _
from finsam_review.reporting.archive import ArchivedFile, render_archive
from finsam_review.reporting.excel.workbook import Workbook
from finsam_review.reporting.filenames import summary_file_name
from finsam_review.services.follow_up.before_after import BeforeAfterParts, before_after_name
from finsam_review.services.follow_up.revisions import BothDocuments

_LOGGED = {
    "approved": N_("Summary approved"),
    "reopened": N_("Summary reopened"),
    "drafted": N_("Draft of the letter made"),
    "sent": N_("Letter ticked as sent"),
    "not_sent": N_("Tick for sent taken back"),
}


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """Everything in the folder of one application, as frozen values.

    ``documents`` are version, file name and bytes; ``sent`` the newest dispatch with the bytes of its files.
    ``facts`` are what happened to the case, by date, in words; ``revised`` both documents and what the page
    *Före och efter* needs of the day, ``None`` as long as no revised version can be read.
    """

    source: SummarySource
    documents: tuple[tuple[DocumentVersion, str, bytes], ...]
    notes: Workbook
    sent: tuple[Dispatch, tuple[bytes, ...]] | None
    log: tuple[LogEntry, ...]
    facts: tuple[tuple[date, str], ...] = ()
    revised: tuple[BothDocuments, BeforeAfterParts] | None = None

    @property
    def file_name(self) -> str:
        """What the zip file is called, before others of the same name are known."""
        return summary_file_name(self.source, taken=set(), suffix=".zip")


def render_case_folder(case: CaseFolder) -> bytes:
    """Return the zip file of a case. Safe on any thread."""
    details = case.source.application.details
    heading = " ".join(part for part in (details.diary_number, case.source.application.title) if part)
    made = datetime.combine(case.source.workshop.date, time(), tzinfo=UTC)
    return render_archive(tuple(_files(case)), heading=heading, made=made)


def _files(case: CaseFolder) -> Iterator[ArchivedFile]:
    for version, name, data in case.documents:
        if version is DocumentVersion.FIRST:
            yield ArchivedFile(_("1 Application"), name, _("The application as it came in."), data)
    yield from _notes(case)
    yield from _summary(case)
    for version, name, data in case.documents:
        if version is DocumentVersion.REVISED:
            about = _("The revised application as it came in.")
            yield ArchivedFile(_("5 Revised application"), name, about, data)
    yield from _before_after(case)
    yield ArchivedFile("", _("Log.txt"), _("What was done and when."), _log_text(case).encode("utf-8-sig"))


def _notes(case: CaseFolder) -> Iterator[ArchivedFile]:
    from finsam_review.reporting.excel.checking import verify_workbook
    from finsam_review.reporting.excel.writing import render_workbook
    from finsam_review.reporting.summary import render_summary, summary_content
    from finsam_review.reporting.verify import verify

    folder = _("2 Notes")
    data = render_workbook(case.notes)
    verify_workbook(data, case.notes)
    yield ArchivedFile(folder, _("Notes.xlsx"), _("Every note and what became of it."), data)
    content = summary_content(case.source, internal=True)
    pdf = render_summary(content)
    verify(pdf, content)
    yield ArchivedFile(folder, _("Internal copy.pdf"), _("The summary with tables, and its receipt."), pdf)


def _summary(case: CaseFolder) -> Iterator[ArchivedFile]:
    if case.sent is None:
        return
    dispatch, contents = case.sent
    sent = dispatch.sent_on is not None
    about = _("The summary as it was sent.") if sent else _("The summary as it was drafted.")
    for file, data in zip(dispatch.files, contents, strict=True):
        if file.role is not FileRole.MAIL:
            yield ArchivedFile(_("3 Summary"), file.file_name, about, data)
    for file, data in zip(dispatch.files, contents, strict=True):
        if file.role is FileRole.MAIL:
            about = (
                _("The letter as it was sent, with its attachments.") if sent else _("The letter as drafted.")
            )
            yield ArchivedFile(_("4 Letter"), file.file_name, about, data)


def _before_after(case: CaseFolder) -> Iterator[ArchivedFile]:
    from finsam_review.domain.follow_up.text_changes import compare
    from finsam_review.reporting.before_after import before_after_content
    from finsam_review.reporting.tagged.story import render
    from finsam_review.reporting.verify import verify

    if case.revised is None:
        return
    documents, parts = case.revised
    versions = documents.read()
    content = before_after_content(
        parts.of(versions, compare(versions.first_blocks, versions.revised_blocks))
    )
    pdf = render(content)
    verify(pdf, content)
    name = before_after_name(case.source.application)
    about = _("What the revised application changes and answers.")
    yield ArchivedFile(_("5 Revised application"), name, about, pdf)


def _log_text(case: CaseFolder) -> str:
    """Return what happened and what was done, by date; what happened on a day stands first."""
    lines: list[tuple[tuple[date, str], tuple[str, ...]]] = [
        ((on, ""), (plain_date(on), fact)) for on, fact in case.facts
    ]
    for entry in case.log:
        moment = datetime.fromisoformat(entry.at).astimezone()
        time_of_day = f"{moment:%H.%M}"
        words = _(_LOGGED.get(entry.kind, entry.kind))
        parts = (f"{plain_date(moment.date())} {time_of_day}", words, entry.who, entry.detail)
        lines.append(((moment.date(), time_of_day), parts))
    lines.sort(key=lambda line: line[0])
    said = [" · ".join(part for part in parts if part) for _place, parts in lines]
    return "\r\n".join(said or [_("Nothing was done yet.")]) + "\r\n"
