"""Owns the files of the day's summary: looked at, or written as PDF or Word, whole or not at all."""

from pathlib import Path

from finsam_review.domain.day_summary import DaySummarySource
from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.services.outgoing.exporting import Exported, safe_name

WORD = ".docx"
PDF = ".pdf"


def preview_day(source: DaySummarySource) -> bytes:
    """Return the PDF of the day's summary without writing a file. Safe on any thread."""
    from finsam_review.reporting.day import day_content
    from finsam_review.reporting.tagged.story import render

    return render(day_content(source))


def save_day(source: DaySummarySource, target: Path) -> Exported:
    """Write the day's summary as ``target``: Word by its ending, else PDF. Safe on any thread.

    What a reader holds open stays, and the new file is called ``NAME (2)``; ``path`` says where it lies. What
    could not be written says why in ``error``.
    """
    from finsam_review.reporting.day import day_content
    from finsam_review.reporting.export import export_content_pdf, export_content_word, sweep

    sweep(target.parent)
    export = export_content_word if target.suffix.casefold() == WORD else export_content_pdf
    try:
        written = export(day_content(source), target)
    except UserError as error:
        return Exported(1, 1, source.workshop.title, error=error)
    return Exported(1, 1, source.workshop.title, path=written.path, unshown=written.unshown)


def day_file_name(source: DaySummarySource, suffix: str) -> str:
    """Return what the file is called: *Dagens summering Budgetupptakt 2026.pdf*."""
    return safe_name(f"{_('Summary of the day')} {source.workshop.title}{suffix}")
