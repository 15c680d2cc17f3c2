"""Owns how a story becomes pages: what goes on each, and the foot of each."""

from collections import deque
from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.platypus.flowables import Flowable

from finsam_review.reporting.content import Footer, Metadata
from finsam_review.reporting.styles import BOTTOM_MARGIN, FOOTER, LINE, MARGIN, PAGE, TOP_MARGIN, WIDTH
from finsam_review.reporting.tagged.canvas import TaggedCanvas
from finsam_review.reporting.tagged.flowables import colour
from finsam_review.reporting.tagged.lines import Line, Run, break_lines
from finsam_review.reporting.tagged.structure import Element
from finsam_review.reporting.textprep import printable, same_blanks

PAGE_HEIGHT = PAGE[1] - TOP_MARGIN - BOTTOM_MARGIN
"""Room for the story on a page, in points."""

_RULE_Y = 50.0
_FOOTER_Y = 33.0
_NUMBERS = 110.0
"""Room for *Sida 1 av 2* at the right of the foot."""
_LONGEST_FOOT = 120
_ELLIPSIS = "…"


def build(story: Callable[[Element], Sequence[Flowable]], *, metadata: Metadata, footer: Footer) -> bytes:
    """Return the finished file.

    ``story`` is given the *Document* element, hangs its own elements in it and returns what is to be drawn,
    in reading order. Equal stories give equal bytes.
    """
    target = BytesIO()
    canvas = TaggedCanvas(target, metadata, page_size=PAGE)
    waiting = deque(story(canvas.root))
    left = _shortened(footer.left, WIDTH - _NUMBERS)
    while waiting:
        _fill_page(canvas, waiting)
        _draw_footer(canvas, left)
        canvas.showPage()
    _number_pages(canvas, footer)
    canvas.save()
    return target.getvalue()


def _fill_page(canvas: TaggedCanvas, waiting: deque[Flowable]) -> None:
    """Draw as much of ``waiting`` as the page holds. Raises ``ValueError`` for a part that never fits."""
    left = PAGE_HEIGHT
    while waiting:
        part = waiting.popleft()
        room = left if left == PAGE_HEIGHT else left - part.getSpaceBefore()
        height = part.wrap(WIDTH, room)[1]
        if height > room + 0.01:
            _part(canvas, part, waiting, room=room, is_alone=left == PAGE_HEIGHT)
            return
        part.drawOn(canvas, MARGIN, BOTTOM_MARGIN + room - height)
        left = room - height


def _part(
    canvas: TaggedCanvas, part: Flowable, waiting: deque[Flowable], *, room: float, is_alone: bool
) -> None:
    """Draw what of ``part`` has room, and let the rest wait for the next page."""
    halves = part.split(WIDTH, room) if room > 0 else []
    if len(halves) < 2:
        if is_alone:
            raise ValueError(f"{part!r} has no room on an empty page")
        waiting.appendleft(part)
        return
    first, rest = halves
    height = first.wrap(WIDTH, room)[1]
    first.drawOn(canvas, MARGIN, BOTTOM_MARGIN + room - height)
    waiting.appendleft(rest)


def _draw_footer(canvas: TaggedCanvas, left: Line) -> None:
    with canvas.artifact("Footer"):
        canvas.setStrokeColor(colour(LINE))
        canvas.setLineWidth(0.6)
        canvas.line(MARGIN, _RULE_Y, MARGIN + WIDTH, _RULE_Y)
        _draw_foot(canvas, left, x=MARGIN)
        canvas.doForm(_form_name(canvas.page_count))


def _number_pages(canvas: TaggedCanvas, footer: Footer) -> None:
    """Draw *Sida 1 av 2* on each page: how many there are is known only now."""
    for page in range(canvas.page_count):
        (line,) = _foot_lines(footer.page_of.format(page=page + 1, pages=canvas.page_count), WIDTH)
        with canvas.form(_form_name(page)):
            _draw_foot(canvas, line, x=MARGIN + WIDTH - line.width)


def _form_name(page: int) -> str:
    return f"page{page}"


def _draw_foot(canvas: TaggedCanvas, line: Line, *, x: float) -> None:
    text = canvas.beginText()
    text.setFillColor(colour(FOOTER.colour))
    text.line(line, x=x, y=_FOOTER_Y, size=FOOTER.size)
    canvas.drawText(text)


def _foot_lines(text: str, width: float) -> tuple[Line, ...]:
    return break_lines([Run(text, FOOTER.face)], size=FOOTER.size, width=width, right_to_left=False)


def _shortened(text: str, width: float) -> Line:
    """Return ``text`` on one line, its end left out if it is too long; the title stands in full above."""
    flat = same_blanks(printable(text).text)
    shown = flat if len(flat) <= _LONGEST_FOOT else flat[:_LONGEST_FOOT].rstrip() + _ELLIPSIS
    for length in range(len(shown), -1, -1):
        lines = _foot_lines(shown if length == len(shown) else shown[:length].rstrip() + _ELLIPSIS, width)
        if len(lines) == 1:
            return lines[0]
    raise ValueError(width)
