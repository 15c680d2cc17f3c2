"""Owns pictures on a tagged page: shapes beside words, and the figure that is read as one."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from reportlab.platypus.flowables import Flowable

from finsam_review.reporting.pictures.shapes import UNIT, Circle, Line, Picture, Rect, Shape, Text
from finsam_review.reporting.tagged.flowables import colour
from finsam_review.reporting.tagged.lines import Line as TextLine
from finsam_review.reporting.tagged.lines import Run, Segment, break_lines
from finsam_review.reporting.tagged.structure import Element
from finsam_review.reporting.textprep import Piece, printable, starts_right_to_left

if TYPE_CHECKING:
    from finsam_review.reporting.tagged.canvas import TaggedCanvas

_PARTS_OF_WIDTH = {"start": 0.0, "middle": 0.5, "end": 1.0}
_NO_LIMIT = 1e9
_LEAST_SCALE = 0.85
"""At which letters of 10.8 points are 9.2 high."""


class Drawing(Flowable):
    """Shapes whose words belong to ``element``, each in its turn; all else in it is decoration.

    ``height`` is the room it takes, in picture units; shapes may reach beyond it.
    """

    def __init__(self, shapes: Iterable[Shape], element: Element, *, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width * UNIT, height * UNIT
        self._shapes, self._element = tuple(shapes), element

    def wrap(self, _avail_width: float, _avail_height: float) -> tuple[float, float]:
        """Return the size, which does not depend on the room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the shapes."""
        with self.canv.element(self._element):
            draw_shapes(self.canv, self._shapes, height=self.height)


class Figure(Flowable):
    """A picture that is read as one: its element says in words all that it shows.

    It is made a little smaller where that lets it stand on the page that is begun, and as small as need be
    on one of its own, ``page_height`` points high; never larger.
    """

    def __init__(
        self, picture: Picture, element: Element, *, page_height: float, before: float = 0.0
    ) -> None:
        super().__init__()
        self.spaceBefore = before
        self._picture, self._element = picture, element
        self._page_height = page_height
        self._scale = 1.0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return the size in which the picture fits into the room there is."""
        width, height = self._picture.width * UNIT, self._picture.height * UNIT
        may_wait = avail_height < self._page_height - 1
        self._scale = min(1.0, avail_width / width, avail_height / height)
        if may_wait and self._scale < _LEAST_SCALE:
            self._scale = min(1.0, avail_width / width)
        self.width, self.height = width * self._scale, height * self._scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture as one marked content, and note where on the page it stands."""
        canvas = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        box = (left, bottom, left + self.width, bottom + self.height)
        edges = " ".join(f"{edge:.2f}" for edge in box)
        self._element.attributes = f"/O /Layout /Placement /Block /BBox [{edges}]"
        with canvas.whole(self._element):
            canvas.saveState()
            canvas.scale(self._scale, self._scale)
            draw_shapes(canvas, self._picture.shapes, height=self._picture.height * UNIT)
            canvas.restoreState()


def draw_shapes(canvas: "TaggedCanvas", shapes: Sequence[Shape], *, height: float) -> None:
    """Draw ``shapes`` on ``canvas``, their upper left corner ``height`` points above its origin."""
    for shape in shapes:
        if isinstance(shape, Text):
            _draw_text(canvas, shape, height)
        elif isinstance(shape, Rect):
            _draw_rect(canvas, shape, height)
        elif isinstance(shape, Circle):
            place = (shape.x * UNIT, height - shape.y * UNIT, shape.radius * UNIT)
            canvas.circle(*place, **_painted(canvas, shape))
        else:
            _draw_line(canvas, shape, height)


def _draw_rect(canvas: "TaggedCanvas", rect: Rect, height: float) -> None:
    x, y = rect.x * UNIT, height - (rect.y + rect.height) * UNIT
    size = (rect.width * UNIT, rect.height * UNIT)
    if rect.radius:
        canvas.roundRect(x, y, *size, rect.radius * UNIT, **_painted(canvas, rect))
    else:
        canvas.rect(x, y, *size, **_painted(canvas, rect))


def _draw_line(canvas: "TaggedCanvas", line: Line, height: float) -> None:
    canvas.setStrokeColor(colour(line.stroke))
    canvas.setLineWidth(line.thickness * UNIT)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setDash([length * UNIT for length in line.dashes])
    path = canvas.beginPath()
    (first_x, first_y), *others = line.points
    path.moveTo(first_x * UNIT, height - first_y * UNIT)
    for x, y in others:
        path.lineTo(x * UNIT, height - y * UNIT)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setDash([])


def _painted(canvas: "TaggedCanvas", shape: Rect | Circle) -> dict[str, Any]:
    if shape.fill:
        canvas.setFillColor(colour(shape.fill))
    if shape.stroke:
        canvas.setStrokeColor(colour(shape.stroke))
        canvas.setLineWidth(shape.thickness * UNIT)
    return {"fill": int(bool(shape.fill)), "stroke": int(bool(shape.stroke))}


def _draw_text(canvas: "TaggedCanvas", shape: Text, height: float) -> None:
    """Draw a text with a blank after it, which parts it from the one that is read next."""
    size = shape.size * UNIT
    from_right = starts_right_to_left(shape.text)
    lines = break_lines([Run(shape.text, shape.face)], size=size, width=_NO_LIMIT, right_to_left=from_right)
    if not lines:
        return
    line = lines[0]
    x = shape.x * UNIT - line.width * _PARTS_OF_WIDTH[shape.anchor]
    segments = line.segments
    if shape.said is not None:
        pieces = tuple(piece for segment in segments for piece in segment.pieces)
        segments = (Segment(pieces, printable(shape.said).text),)
    if shape.said != "":
        segments = (*segments, Segment((Piece(shape.face, " "),)))
    text = canvas.beginText()
    text.setFillColor(colour(shape.colour))
    text.line(TextLine(segments, line.width), x=x, y=height - shape.y * UNIT, size=size)
    canvas.drawText(text)
