"""Owns how a story becomes pages: what goes on each, and the foot of each."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.platypus.flowables import Flowable

from finsam_review.reporting.content import Footer, Metadata
from finsam_review.reporting.styles import BOTTOM_MARGIN, FOOTER, LINE, MARGIN, PAGE, TOP_MARGIN
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


@dataclass(frozen=True, slots=True)
class Paper:
    """A page: its width and height, and how far up the story may come down, in points."""

    size: tuple[float, float] = PAGE
    bottom: float = BOTTOM_MARGIN

    @property
    def width(self) -> float:
        """Room for the story from left to right."""
        return self.size[0] - 2 * MARGIN

    @property
    def height(self) -> float:
        """Room for the story from top to bottom."""
        return self.size[1] - TOP_MARGIN - self.bottom


UPRIGHT = Paper()
LYING = Paper((PAGE[1], PAGE[0]), bottom=MARGIN)
"""A4 on its side, for what is wider than it is high."""


class NewPage(Flowable):
    """What follows begins on a page of its own; at the top of a page it changes nothing."""


def build(
    story: Callable[[Element], Sequence[Flowable]],
    *,
    metadata: Metadata,
    footer: Footer,
    paper: Paper = UPRIGHT,
) -> bytes:
    """Return the finished file.

    ``story`` is given the *Document* element, hangs its own elements in it and returns what is to be drawn,
    in reading order. Equal stories give equal bytes.
    """
    target = BytesIO()
    canvas = TaggedCanvas(target, metadata, page_size=paper.size)
    waiting = deque(story(canvas.root))
    left = _shortened(footer.left, paper.width - _NUMBERS)
    while waiting:
        _fill_page(canvas, waiting, paper)
        _draw_footer(canvas, left, paper)
        canvas.showPage()
    _number_pages(canvas, footer, paper)
    canvas.save()
    return target.getvalue()


def pages_of(story: Callable[[Element], Sequence[Flowable]], *, metadata: Metadata) -> int:
    """Return how many upright pages the story takes."""
    canvas = TaggedCanvas(BytesIO(), metadata, page_size=UPRIGHT.size)
    waiting = deque(story(canvas.root))
    while waiting:
        _fill_page(canvas, waiting, UPRIGHT)
        canvas.showPage()
    return canvas.page_count


def _fill_page(canvas: TaggedCanvas, waiting: deque[Flowable], paper: Paper) -> None:
    """Draw as much of ``waiting`` as the page holds. Raises ``ValueError`` for a part that never fits."""
    left = paper.height
    while waiting:
        part = waiting.popleft()
        if isinstance(part, NewPage):
            if left < paper.height:
                return
            continue
        room = left if left == paper.height else left - part.getSpaceBefore()
        height = part.wrap(paper.width, room)[1]
        if height > room + 0.01:
            is_alone = left == paper.height
            _part(canvas, part, waiting, paper, room=room, is_alone=is_alone)
            return
        part.drawOn(canvas, MARGIN, paper.bottom + room - height)
        left = room - height


def _part(
    canvas: TaggedCanvas, part: Flowable, waiting: deque[Flowable], paper: Paper, *, room: float,
    is_alone: bool,
) -> None:  # fmt: skip
    """Draw what of ``part`` has room, and let the rest wait for the next page."""
    halves = part.split(paper.width, room) if room > 0 else []
    if len(halves) < 2:
        if is_alone:
            raise ValueError(f"{part!r} has no room on an empty page")
        waiting.appendleft(part)
        return
    first, rest = halves
    height = first.wrap(paper.width, room)[1]
    first.drawOn(canvas, MARGIN, paper.bottom + room - height)
    waiting.appendleft(rest)


def _draw_footer(canvas: TaggedCanvas, left: Line, paper: Paper) -> None:
    with canvas.artifact("Footer"):
        canvas.setStrokeColor(colour(LINE))
        canvas.setLineWidth(0.6)
        canvas.line(MARGIN, _RULE_Y, MARGIN + paper.width, _RULE_Y)
        _draw_foot(canvas, left, x=MARGIN)
        canvas.doForm(_form_name(canvas.page_count))


def _number_pages(canvas: TaggedCanvas, footer: Footer, paper: Paper) -> None:
    """Draw *Sida 1 av 2* on each page: how many there are is known only now."""
    for page in range(canvas.page_count):
        words = footer.page_of.format(page=page + 1, pages=canvas.page_count)
        (line,) = _foot_lines(words, paper.width)
        with canvas.form(_form_name(page)):
            _draw_foot(canvas, line, x=MARGIN + paper.width - line.width)


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
