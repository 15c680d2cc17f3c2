"""Owns what a picture is made of: a short list of frozen shapes, drawn the same in SVG and in PDF.

Lengths are in picture units, of which :data:`UNIT` is the size in points on paper; the origin is the upper
left corner and y grows downwards. Colours are ``#RRGGBB``, an empty one is none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

UNIT = 0.72
"""Points on paper for one unit: text of 15 units is 10.8 points."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, its corners rounded by ``radius``."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    thickness: float = 1.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around (``x``, ``y``)."""

    x: float
    y: float
    radius: float
    fill: str = ""
    stroke: str = ""
    thickness: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line through ``points``; ``dashes`` are the lengths drawn and left out in turn."""

    points: tuple[tuple[float, float], ...]
    stroke: str
    thickness: float = 1.0
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text with its baseline at (``x``, ``y``); ``anchor`` is the point of it that stands there.

    ``face`` names one of the fonts of printed documents. ``said`` is what is read where the text alone does
    not say it: *3 lappar från 2 av 3 bord* for *3*; it is empty where another text says it already.
    """

    x: float
    y: float
    text: str
    size: float
    face: str
    colour: str
    anchor: Anchor = "start"
    said: str | None = None


Shape = Rect | Circle | Line | Text


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its size, its shapes in the order they are drawn, and its whole content in words."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    title: str
    description: str
    language: str


def moved(shapes: Sequence[Shape], *, x: float = 0.0, y: float = 0.0) -> Iterator[Shape]:
    """Yield ``shapes`` ``x`` to the right and ``y`` further down."""
    for shape in shapes:
        if isinstance(shape, Line):
            yield replace(shape, points=tuple((left + x, top + y) for left, top in shape.points))
        else:
            yield replace(shape, x=shape.x + x, y=shape.y + y)
