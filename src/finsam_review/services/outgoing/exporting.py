"""Owns the writing of summaries as files: rendered on any thread, one step each, whole or not at all.

What writes PDF is imported when the first one is made: opening a day must not wait for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from finsam_review.domain.errors import UserError
from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n import gettext as _
from finsam_review.reporting.filenames import kept_file_name, summary_file_name
from finsam_review.storage.failures import writing_in_words

if TYPE_CHECKING:
    from finsam_review.reporting.export import ExportedFile


class Form(StrEnum):
    """What a summary is written as: for the applicant as PDF or Word, or as the copy that stays inside."""

    PDF = "pdf"
    WORD = "word"
    INTERNAL = "internal"

    @property
    def suffix(self) -> str:
        """The ending of the file's name."""
        return ".docx" if self is Form.WORD else ".pdf"


@dataclass(frozen=True, slots=True)
class Exported:
    """One step of an export: ``number`` of ``total`` is done.

    ``path`` is the file written, ``None`` if it was not; then ``error`` says why. ``unshown`` lists
    characters that no font has and that stand as ``[U+…]``.
    """

    number: int
    total: int
    title: str
    path: Path | None = None
    error: UserError | None = None
    unshown: tuple[str, ...] = ()


def preview(source: SummarySource, form: Form = Form.PDF) -> bytes:
    """Return the pages of a summary as PDF without writing a file. Safe on any thread.

    A Word file has the same content as the PDF for the applicant, and is previewed as that.
    """
    from finsam_review.reporting.summary import render_summary, summary_content

    return render_summary(summary_content(source, internal=form is Form.INTERNAL))


def export(sources: Sequence[SummarySource], folder: Path, *, form: Form = Form.PDF) -> Iterator[Exported]:
    """Write one file per source into ``folder``, a step each. Safe on any thread.

    One summary that fails does not stop the others. Stopping between two steps leaves whole files only.
    Raises :class:`UserError` at the first step if ``folder`` can't be made.
    """
    from finsam_review.reporting.export import sweep

    folder = folder.absolute()
    with writing_in_words(folder / "*"):
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
    taken: set[str] = set()
    for number, source in enumerate(sources, start=1):
        title = source.application.short_title
        try:
            written = _written(source, folder / file_name(source, form, taken=taken), form)
        except UserError as error:
            yield Exported(number, len(sources), title, error=error)
        else:
            yield Exported(number, len(sources), title, path=written.path, unshown=written.unshown)


def export_one(source: SummarySource, target: Path, *, form: Form = Form.PDF) -> Exported:
    """Write one summary as ``target``, in place of what lies there. Safe on any thread.

    What a reader holds open stays, and the new file is called ``NAME (2)``; ``path`` says where it lies.
    """
    from finsam_review.reporting.export import sweep

    sweep(target.parent)
    title = source.application.short_title
    try:
        written = _written(source, target, form)
    except UserError as error:
        return Exported(1, 1, title, error=error)
    return Exported(1, 1, title, path=written.path, unshown=written.unshown)


def file_name(source: SummarySource, form: Form = Form.PDF, *, taken: set[str] | None = None) -> str:
    """Return what the file of a summary is called: *2025-041 Grönt steg.pdf*.

    ``taken`` are the names already used; the new one is added.
    """
    mark = _("internal copy") if form is Form.INTERNAL else ""
    used = taken if taken is not None else set()
    return summary_file_name(source, taken=used, suffix=form.suffix, mark=mark)


def _written(source: SummarySource, target: Path, form: Form) -> "ExportedFile":
    from finsam_review.reporting.export import export_as, export_content_word
    from finsam_review.reporting.summary import summary_content

    if form is Form.WORD:
        return export_content_word(summary_content(source), target)
    return export_as(source, target, internal=form is Form.INTERNAL)


def safe_name(name: str) -> str:
    """Return the file name ``name`` as Windows, macOS and Linux all accept it; its ending is kept."""
    return kept_file_name(name)
