"""SVG files: well formed whatever is written in them, described in words, and reaching for nothing."""

import re

import pytest
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer
from tests.reporting.pictures.builders import LONG, a_matrix, a_process

from finsam_review.reporting.pictures.process import process_svg
from finsam_review.reporting.pictures.shapes import Circle, Line, Picture, Rect, Text, moved
from finsam_review.reporting.pictures.svg import render_svg
from finsam_review.reporting.pictures.theme_matrix import theme_matrix_svg
from finsam_review.reporting.tagged.fonts import ITALIC, REGULAR, SEMIBOLD

SVG = "{http://www.w3.org/2000/svg}"
XML = "{http://www.w3.org/XML/1998/namespace}"
NAUGHTY = (
    "<script>alert(1)</script>",
    "</text></svg>",
    '" onload="alert(1)',
    "]]>",
    "<!-- &amp; &#x41; %s {0} -->",
    "&lol;",
    "\x00\x07\x1b\x7f\x85",
    "\ud800 \ufffe \uffff",
    "\u202egnirts \u200d \ufeff",
    "👍🏽 👩‍💻 سلام 中文 𝔸",
    "javascript:alert(1)",
    "url(http://x.example/a.png)",
)


def _picture(text: str) -> Picture:
    shapes = (Rect(0, 0, 9, 9, fill="#FFFFFF"), Text(5.125, 20, text, 15, REGULAR, "#000000"))
    return Picture(200, 100.5, shapes, text, text, "sv-SE")


def _legal(text: str) -> str:
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


@settings(max_examples=200)
@given(st.text(st.characters(), max_size=60) | st.sampled_from(NAUGHTY))
def test_any_text_is_a_text(text: str) -> None:
    root = ElementTree.fromstring(render_svg(_picture(text)).encode("utf-8"))
    read = _legal(text).replace("\r\n", "\n").replace("\r", "\n")
    for name in ("title", "desc", "text"):
        (element,) = root.findall(f"{SVG}{name}")
        assert (element.text or "") == read
        assert len(element) == 0
    assert [element.tag for element in root] == [
        f"{SVG}{name}" for name in ("title", "desc", "rect", "rect", "text")
    ]


@pytest.mark.parametrize("text", NAUGHTY)
def test_the_pictures_hold_shapes_and_texts_alone(text: str) -> None:
    pictures = (
        theme_matrix_svg(a_matrix(titles=(text,)), title=text),
        process_svg(a_process(3, title=text, words={2: text}, outcome=text)),
    )
    for svg in pictures:
        root = ElementTree.fromstring(svg.encode("utf-8"))
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert tags <= {"svg", "title", "desc", "rect", "circle", "polyline", "text"}
        names = {name for element in root.iter() for name in element.attrib}
        assert not [name for name in names if "href" in name or name.startswith("on") or name == "style"]


def test_a_reader_is_told_what_it_is() -> None:
    root = ElementTree.fromstring(theme_matrix_svg(a_matrix(), title="Teman").encode("utf-8"))
    assert root.get("role") == "img"
    assert root.get(f"{XML}lang") == "sv-SE"
    title, words = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title.text == "Teman"
    assert root.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}"


def test_the_shapes_as_they_are_written() -> None:
    shapes = (
        Rect(1, 2, 3, 4.5, stroke="#111111", thickness=2, radius=5),
        Circle(6, 7, 8, fill="#222222"),
        Line(((0, 1), (2.256, 3)), "#333333", 2, dashes=(1, 7)),
        Text(9, 10, "mitt", 14, SEMIBOLD, "#444444", "middle"),
        Text(9, 10, "lutat", 14, ITALIC, "#444444"),
        Text(9, 10, "سلام", 14, REGULAR, "#444444"),
    )
    lines = render_svg(Picture(10, 20, shapes, "T", "W", "sv-SE")).splitlines()
    assert lines[4:] == [
        '<rect x="0" y="0" width="10" height="20" fill="#FFFFFF"/>',
        '<rect x="1" y="2" width="3" height="4.5" rx="5" fill="none" stroke="#111111" stroke-width="2"/>',
        '<circle cx="6" cy="7" r="8" fill="#222222"/>',
        (
            '<polyline points="0,1 2.26,3" fill="none" stroke="#333333" stroke-width="2" '
            'stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="1 7"/>'
        ),
        (
            '<text x="9" y="10" font-size="14" fill="#444444" font-weight="600" text-anchor="middle" '
            'xml:space="preserve">mitt</text>'
        ),
        (
            '<text x="9" y="10" font-size="14" fill="#444444" font-style="italic" '
            'xml:space="preserve">lutat</text>'
        ),
        (
            '<text x="9" y="10" font-size="14" fill="#444444" text-anchor="end" direction="rtl" '
            'xml:space="preserve">سلام</text>'
        ),
        "</svg>",
    ]


def test_shapes_are_moved_together() -> None:
    shapes = (Circle(1, 2, 3), Line(((0, 0), (5, 5)), "#000000"))
    assert tuple(moved(shapes, x=10, y=20)) == (
        Circle(11, 22, 3),
        Line(((10, 20), (15, 25)), "#000000"),
    )


def test_equal_pictures_give_equal_texts() -> None:
    assert theme_matrix_svg(a_matrix(), title="A") == theme_matrix_svg(a_matrix(), title="A")
    assert theme_matrix_svg(a_matrix(), title="A") != theme_matrix_svg(a_matrix(seed=2), title="A")


def test_qt_can_show_them(qapp) -> None:
    for svg in (theme_matrix_svg(a_matrix(), title=LONG), process_svg(a_process(3, outcome="Beviljad"))):
        renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
        assert renderer.isValid()
        root = ElementTree.fromstring(svg.encode("utf-8"))
        size = renderer.viewBoxF().size()
        assert (size.width(), size.height()) == (float(root.get("width")), float(root.get("height")))
