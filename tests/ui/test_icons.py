"""Every icon the program names is found in the font that QtAwesome carries, and is painted."""

import pytest
from PySide6.QtCore import QRectF

from finsam_review.ui.icons import icon, icon_path
from finsam_review.ui.icons.names import CODEPOINTS


@pytest.mark.parametrize("name", CODEPOINTS)
def test_an_icon_has_an_outline_within_its_box(qapp, name: str):
    outline = icon_path(name).boundingRect()
    assert min(outline.width(), outline.height()) > 0.01
    assert max(outline.width(), outline.height()) > 0.3
    assert QRectF(-0.01, -0.01, 1.02, 1.02).contains(outline)


def test_an_icon_is_painted_in_the_colour_asked_for(qapp):
    image = icon("clock", "#17555C", 20).pixmap(20, 20).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(20) for y in range(20)}
    assert "#17555c" in colours


def test_an_unknown_icon_is_a_bug(qapp):
    with pytest.raises(KeyError):
        icon_path("no-such-icon")
