"""Every contrast that the design system promises, computed from the tokens (WCAG 2)."""

import pytest

from finsam_review.ui.theme import DARK, LIGHT, Tokens

PROMISED = [
    ("ink", "paper", 14.4, 14.9),
    ("ink", "surface", 16.0, 13.2),
    ("ink", "accent_soft", 13.1, 9.7),
    ("ink2", "paper", 7.0, 8.5),
    ("ink2", "sunken", 6.3, 9.2),
    ("accent", "surface", 8.3, 8.3),
    ("accent", "accent_soft", 6.8, 6.1),
    ("on_accent", "accent", 8.4, 8.7),
    ("ok", "surface", 6.7, 8.8),
    ("ok", "ok_soft", 5.7, 7.4),
    ("warn", "surface", 7.8, 9.3),
    ("warn", "warn_soft", 6.7, 7.6),
    ("danger", "surface", 7.4, 8.2),
    ("danger", "danger_soft", 6.1, 7.0),
    ("line2", "surface", 4.1, 4.5),
    ("line2", "sunken", 3.3, 5.4),
]

TABLES = [
    ((14.1, 6.0, 6.9), (9.3, 7.2, 11.5)),
    ((12.8, 5.6, 7.1), (10.2, 6.6, 9.6)),
    ((13.0, 5.8, 7.3), (10.2, 6.9, 10.0)),
    ((13.3, 5.8, 7.2), (9.7, 6.8, 10.4)),
    ((12.8, 6.2, 7.9), (10.5, 6.8, 9.6)),
    ((12.8, 5.9, 7.5), (9.9, 7.0, 10.5)),
]


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB``, 0 to 1 (WCAG 2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_black_on_white_is_the_most_there_is() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize(("front", "back", "light", "dark"), PROMISED)
def test_tokens_contrast_as_promised(front: str, back: str, light: float, dark: float) -> None:
    for tokens, promised in ((LIGHT, light), (DARK, dark)):
        measured = contrast(getattr(tokens, front), getattr(tokens, back))
        assert measured == pytest.approx(promised, abs=0.06)
        assert measured >= (3 if front == "line2" else 4.5)


@pytest.mark.parametrize("table", range(6))
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_tables_contrast_as_promised(tokens: Tokens, table: int) -> None:
    tint, promised = tokens.tint(table + 1), TABLES[table][tokens.dark]
    measured = (
        contrast(tokens.ink, tint.fill),
        contrast(tint.mark, tint.fill),
        contrast(tokens.on_mark, tint.mark),
    )
    assert measured == pytest.approx(promised, abs=0.06)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_theme_matrix_is_readable(tokens: Tokens) -> None:
    for step in tokens.steps:
        assert contrast(tokens.ink, step) >= 7.35
        assert contrast(tokens.accent, step) >= 4.55


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_pressed_and_hovered_buttons_stay_readable(tokens: Tokens) -> None:
    for fill in (tokens.accent_hover, tokens.accent_pressed):
        assert contrast(tokens.on_accent, fill) >= 7


def test_tints_come_round_again_from_the_seventh_table() -> None:
    assert LIGHT.tint(7) == LIGHT.tint(1)
    assert len({tint.fill for tint in LIGHT.tints}) == 6
