"""Owns pictures that leave: what may be read in them, and how they get under their names."""

from dataclasses import replace
from pathlib import Path

from finsam_review.domain.checks.gate import Gate
from finsam_review.domain.themes import ThemeMatrix
from finsam_review.i18n.masks import mask_words


def matrix_to_show(matrix: ThemeMatrix, gate: Gate) -> ThemeMatrix:
    """Return ``matrix`` as it may leave: every title and name in it has passed ``gate``."""
    words = mask_words()
    themes = tuple(
        replace(
            theme,
            name=gate.passed(theme.name, words),
            short_name=gate.passed(theme.short_name, words),
        )
        for theme in matrix.themes
    )
    rows = tuple(replace(row, title=gate.passed(row.title, words)) for row in matrix.rows)
    return ThemeMatrix(themes, rows)


def matrix_svg(matrix: ThemeMatrix, *, title: str) -> bytes:
    """Return applications × themes as an SVG file, which says every cell in words too."""
    from finsam_review.reporting.pictures.theme_matrix import theme_matrix_svg

    return theme_matrix_svg(matrix, title=title).encode("utf-8")


def save_picture(data: bytes, target: Path) -> Path:
    """Write a picture as ``target``, whole or not at all, and return where it lies.

    What another program holds open stays, and the picture is called ``NAME (2)``. Raises
    :class:`UserError` ``path_too_long``, ``disk_full`` or ``file_not_written``.
    """
    from finsam_review.reporting.export import sweep, write_file

    sweep(target.parent)
    return write_file(target, data)
