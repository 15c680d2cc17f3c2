"""The look as it lands on the application: fonts, palette, style sheet, high contrast, icons."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from finsam_review.ui.icons import icon, icon_path
from finsam_review.ui.icons.names import CODEPOINTS
from finsam_review.ui.theme import (
    BOLD,
    DARK,
    FAMILY,
    LIGHT,
    MEDIUM,
    SEMIBOLD,
    Role,
    Theme,
    apply_theme,
    current_theme,
    load_fallbacks,
    tokens_for,
)
from finsam_review.ui.theme.stylesheet import stylesheet_for
from finsam_review.ui.theme.tokens import high_contrast


def test_text_size_scales_points_and_pixels() -> None:
    theme = Theme(LIGHT, 1.5)
    assert theme.font(Role.BODY).pointSizeF() == pytest.approx(16.875)
    assert theme.px(36) == 54
    assert theme.px(1) == 2
    assert Theme().px(0.2) == 1


@pytest.mark.parametrize("scale", [0.9, 2.1])
def test_text_size_stays_within_its_range(scale: float) -> None:
    with pytest.raises(ValueError, match=str(scale)):
        Theme(LIGHT, scale)


def test_weights_are_real_faces(qapp: QApplication) -> None:
    apply_theme(qapp, Theme())
    load_fallbacks()
    for weight in (MEDIUM, SEMIBOLD, BOLD):
        info = QFontInfo(Theme().font(Role.BODY, weight))
        assert info.family().startswith(FAMILY)
        assert info.weight() == weight


def test_palette_is_set_in_every_group(qapp: QApplication) -> None:
    apply_theme(qapp, Theme(DARK))
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    palette = qapp.palette()
    for where in (group.Active, group.Inactive):
        assert palette.color(where, role.Text) == QColor(DARK.ink)
        assert palette.color(where, role.Highlight) == QColor(DARK.accent)
    assert palette.color(group.Disabled, role.Text) == QColor(DARK.ink2)
    assert current_theme().tokens is DARK


def test_style_sheet_has_no_font_sizes_and_no_open_places() -> None:
    sheet = stylesheet_for(Theme(LIGHT, 2.0))
    assert "font-size" not in sheet
    assert "$" not in sheet


def test_a_field_in_focus_is_as_high_as_one_at_rest(qtbot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme(LIGHT, 1.25))
    field, button = QLineEdit(), QPushButton("x")
    for widget in (field, button):
        qtbot.addWidget(widget)
        widget.show()
    rest = field.sizeHint().height()
    assert rest == pytest.approx(45, abs=2)
    field.setFocus()
    assert field.sizeHint().height() == pytest.approx(rest, abs=1)


def test_high_contrast_keeps_letters_and_drops_fills() -> None:
    palette = QPalette(QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#ffffff"))
    tokens = high_contrast(palette)
    assert tokens.plain
    assert tokens.tint(3).fill == tokens.surface == "#000000"
    assert tokens.tint(3).mark == tokens.ink == "#ffffff"
    assert tokens.shadow == 0


def test_the_choice_of_a_person_beats_the_system(qapp: QApplication) -> None:
    assert tokens_for(qapp, dark=True) is DARK
    assert tokens_for(qapp, dark=False) is LIGHT


def test_icons_are_those_of_the_package(qapp: QApplication) -> None:
    package = find_spec("qtawesome")
    assert package is not None
    folder = Path(str(package.origin)).parent / "fonts"
    charmap = json.loads(next(folder.glob("phosphor-charmap-*.json")).read_text())
    assert {name: int(charmap[name], 16) for name in CODEPOINTS} == CODEPOINTS


def test_every_icon_has_an_outline_inside_its_box(qapp: QApplication) -> None:
    for name in CODEPOINTS:
        box = icon_path(name).boundingRect()
        assert box.width() > 0.15, name
        assert box.left() >= -0.01, name
        assert box.right() <= 1.01, name
        assert box.top() >= -0.01, name
        assert box.bottom() <= 1.01, name


def test_an_icon_has_its_colour(qapp: QApplication) -> None:
    image = icon("circle-fill", "#17555C", 20).pixmap(20, 20).toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2).name() == "#17555c"


def test_signs_that_noto_sans_lacks_have_faces(qapp: QApplication) -> None:
    families = load_fallbacks()
    assert any("Emoji" in family for family in families)
    assert any("Arabic" in family for family in families)
