"""Owns a picture as SVG: a text file of shapes that says in words what it shows and reaches for nothing.

There are no scripts, no styles and no references to anything outside; texts are texts, in a family of fonts
of which every computer has one.
"""

import re
import zlib
from xml.sax.saxutils import escape, quoteattr

from finsam_review.reporting.pictures.shapes import Circle, Line, Picture, Rect, Shape, Text
from finsam_review.reporting.tagged.fonts import BOLD, ITALIC, MEDIUM, SEMIBOLD
from finsam_review.reporting.textprep import starts_right_to_left

FAMILIES = "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
_WEIGHTS = {MEDIUM: 500, SEMIBOLD: 600, BOLD: 700}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PAPER = "#FFFFFF"
_OTHER_SIDE = {"start": "end", "end": "start", "middle": "middle"}


def render_svg(picture: Picture) -> str:
    """Return ``picture`` as an SVG file in UTF-8, on white. Equal pictures give equal texts."""
    width, height = _number(picture.width), _number(picture.height)
    shapes = [Rect(0, 0, picture.width, picture.height, fill=_PAPER), *picture.shapes]
    name = f"picture-{zlib.crc32(repr(picture).encode('utf-8', 'replace')):08x}"
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="{name}-title {name}-words" '
        f'xml:lang={_attribute(picture.language)} font-family="{FAMILIES}">'
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        opening,
        f'<title id="{name}-title">{_text(picture.title)}</title>',
        f'<desc id="{name}-words">{_text(picture.description)}</desc>',
        *(_element(shape) for shape in shapes),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _element(shape: Shape) -> str:
    if isinstance(shape, Text):
        return _text_element(shape)
    if isinstance(shape, Rect):
        place = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}
        if shape.radius:
            place["rx"] = shape.radius
        return f"<rect {_numbers(place)} {_paint(shape)}/>"
    if isinstance(shape, Circle):
        return f"<circle {_numbers({'cx': shape.x, 'cy': shape.y, 'r': shape.radius})} {_paint(shape)}/>"
    return _line_element(shape)


def _line_element(line: Line) -> str:
    points = " ".join(f"{_number(x)},{_number(y)}" for x, y in line.points)
    dashes = f' stroke-dasharray="{" ".join(map(_number, line.dashes))}"' if line.dashes else ""
    return (
        f'<polyline points="{points}" fill="none" stroke="{line.stroke}" '
        f'stroke-width="{_number(line.thickness)}" stroke-linecap="round" stroke-linejoin="round"{dashes}/>'
    )


def _text_element(text: Text) -> str:
    from_right = starts_right_to_left(text.text)
    anchor = _OTHER_SIDE[text.anchor] if from_right else text.anchor
    parts = [
        f'<text {_numbers({"x": text.x, "y": text.y, "font-size": text.size})} fill="{text.colour}"',
        f' font-weight="{_WEIGHTS[text.face]}"' if text.face in _WEIGHTS else "",
        ' font-style="italic"' if text.face == ITALIC else "",
        f' text-anchor="{anchor}"' if anchor != "start" else "",
        ' direction="rtl"' if from_right else "",
        f' xml:space="preserve">{_text(text.text)}</text>',
    ]
    return "".join(parts)


def _paint(shape: Rect | Circle) -> str:
    fill = f'fill="{shape.fill or "none"}"'
    if not shape.stroke:
        return fill
    return f'{fill} stroke="{shape.stroke}" stroke-width="{_number(shape.thickness)}"'


def _numbers(values: dict[str, float]) -> str:
    return " ".join(f'{name}="{_number(value)}"' for name, value in values.items())


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    """Return ``text`` as it stands between tags; what XML 1.0 cannot hold becomes U+FFFD."""
    return escape(_NOT_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))
