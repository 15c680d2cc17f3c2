"""Owns the process picture on paper: a page that goes with the mail, read out by its alternative text."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable

from finsam_review.domain.follow_up.process import ProcessSource, ProcessStep
from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date
from finsam_review.reporting import styles
from finsam_review.reporting.pictures.about import footer, metadata
from finsam_review.reporting.pictures.process import process_picture, stations
from finsam_review.reporting.pictures.process_words import (
    identity_line,
    process_subtitle,
    process_title,
    process_words,
)
from finsam_review.reporting.styles import TextStyle
from finsam_review.reporting.tagged.document import PAGE_HEIGHT, build
from finsam_review.reporting.tagged.figure import Figure
from finsam_review.reporting.tagged.flowables import Column, TextBlock
from finsam_review.reporting.tagged.lines import Run
from finsam_review.reporting.tagged.structure import Element
from finsam_review.reporting.textprep import printable, same_blanks
from finsam_review.reporting.verify import verify_texts

_FIGURE_GAP = 16.0
_HEADING = TextStyle(11.3, 15.4, face=styles.HEADING.face, before=12)
_NOTE = TextStyle(10.7, 15.4, before=4)
_IDENTITY = TextStyle(10.7, 15.4, before=3)


def render_process(source: ProcessSource) -> bytes:
    """Return the picture as a PDF on A4 that keeps PDF/UA-1 and PDF/A-2a. Equal sources give equal bytes.

    A note that is too long for the picture stands in full below it.
    """
    return build(
        lambda root: list(_story(source, root)),
        metadata=metadata(source.workshop, title=process_title(source), subject=process_subtitle()),
        footer=footer(_foot(source)),
    )


def verify_process(data: bytes, source: ProcessSource) -> None:
    """Compare the text in the tags of ``data`` with ``source``.

    Raises :class:`UserError` ``pdf_text_differs``.
    """
    verify_texts(data, expected_process_texts(source), footer=footer(_foot(source)))


def expected_process_texts(source: ProcessSource) -> tuple[str, ...]:
    """Return what must be read from the finished file: one text for each element that holds words."""
    texts = (same_blanks(printable(part.text).text) for part in _parts(source))
    return tuple(text for text in texts if text)


@dataclass(frozen=True, slots=True)
class _Part:
    """A text of the page and how it stands there; that of the figure is not set but read out."""

    tag: str
    text: str
    style: TextStyle = _NOTE


def _parts(source: ProcessSource) -> Iterator[_Part]:
    workshop = source.workshop
    yield _Part("P", workshop.organisation, styles.ORGANISATION)
    yield _Part("P", f"{workshop.title}, {long_date(workshop.date)}", styles.OCCASION)
    yield _Part("H1", process_title(source), styles.TITLE)
    yield _Part("P", process_subtitle(), styles.SUBTITLE)
    yield _Part("P", identity_line(source), _IDENTITY)
    yield _Part("Figure", process_words(source))
    for number, step in enumerate(_shortened(source)):
        if number == 0:
            yield _Part("H2", _("Notes in full"), _HEADING)
        yield _Part("P", f"{step.name}: {step.words}")


def _shortened(source: ProcessSource) -> tuple[ProcessStep, ...]:
    """Return the steps whose notes the picture shortens."""
    return tuple(station.step for station in stations(source) if not station.is_whole)


def _story(source: ProcessSource, root: Element) -> Iterator[Flowable]:
    heading: list[Flowable] = []
    for part in _parts(source):
        if part.tag == "Figure":
            element = root.add("Figure", alternative=same_blanks(printable(part.text).text))
            picture = process_picture(source)
            yield Figure(picture, element, page_height=PAGE_HEIGHT, before=_FIGURE_GAP)
        elif part.tag == "H2":
            heading = [_block(part, root)]
        elif part.text:
            block = _block(part, root)
            together = [*heading, block]
            yield block if not heading else Column(together, page_height=PAGE_HEIGHT, keep=1, before=12)
            heading = []


def _block(part: _Part, root: Element) -> TextBlock:
    return TextBlock([Run(part.text, part.style.face)], part.style, root.add(part.tag))


def _foot(source: ProcessSource) -> str:
    application = source.application
    parts = (application.details.diary_number, application.short_title or process_title(source))
    return " · ".join(part for part in parts if part)
