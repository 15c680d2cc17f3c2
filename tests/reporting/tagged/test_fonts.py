"""The faces we ship: static, one family with its weights on every system, free to embed, with a licence."""

import threading

import pytest
from fontTools.ttLib import TTFont

from finsam_review.paths import resources
from finsam_review.reporting.tagged import fonts

FACES = {
    fonts.REGULAR: (400, "Regular"),
    fonts.MEDIUM: (500, "Medium"),
    fonts.SEMIBOLD: (600, "SemiBold"),
    fonts.BOLD: (700, "Bold"),
    fonts.ITALIC: (400, "Italic"),
}


@pytest.mark.parametrize("name", FACES)
def test_a_face_says_its_family_style_and_weight(name: str) -> None:
    font = TTFont(resources() / "fonts" / f"{name}.ttf")
    names = font["name"]
    weight, style = FACES[name]
    assert "fvar" not in font
    assert names.getBestFamilyName() == "Noto Sans"
    assert names.getBestSubFamilyName() == style
    assert names.getDebugName(6) == name
    assert font["OS/2"].usWeightClass == weight
    assert bool(font["OS/2"].fsSelection & 0b1) == (style == "Italic")
    assert bool(font["OS/2"].fsSelection & 0b10_0000) == (style == "Bold")


@pytest.mark.parametrize("name", [*FACES, *fonts.FALLBACKS])
def test_a_font_may_be_embedded_and_has_true_type_outlines(name: str) -> None:
    font = TTFont(resources() / "fonts" / f"{name}.ttf")
    assert font["OS/2"].fsType == 0
    assert "glyf" in font
    assert {" "} <= fonts.coverage(name)


def test_the_licence_lies_beside_them() -> None:
    licence = (resources() / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_a_font_is_read_once_however_many_ask() -> None:
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(fonts._font(fonts.ITALIC))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(map(id, found))) == 1
