"""Owns pictures that leave: what may be read in them, and how they get under their names."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from finsam_review.domain.checks.gate import Gate
from finsam_review.domain.follow_up.process import ProcessSource
from finsam_review.domain.themes import ThemeMatrix
from finsam_review.i18n.masks import mask_words
from finsam_review.services.gate import GateService


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


def process_to_show(source: ProcessSource, gate: GateService) -> ProcessSource:
    """Return the way of an application as the applicant may read it: dates and outcomes, but no note."""
    passed = partial(gate.passed, source.application.id)
    steps = tuple(
        replace(step, name=passed(step.name), outcome=passed(step.outcome), words="") for step in source.steps
    )
    return ProcessSource(gate.workshop(source.workshop), gate.application(source.application), steps)


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


def preview_process(source: ProcessSource) -> bytes:
    """Return the page of the process picture as PDF without writing a file. Safe on any thread."""
    from finsam_review.reporting.pictures.process_page import render_process

    return render_process(source)


def export_process(source: ProcessSource, target: Path) -> Path:
    """Write the process picture as ``target``, a PDF or an SVG by its ending, and return where it lies.

    The PDF is read back from its tags before it is kept. Raises as :func:`save_picture` does, and
    :class:`UserError` ``pdf_text_differs``.
    """
    if target.suffix == ".svg":
        from finsam_review.reporting.pictures.process import process_svg

        return save_picture(process_svg(source).encode("utf-8"), target)
    from finsam_review.reporting.pictures.process_page import render_process, verify_process

    data = render_process(source)
    verify_process(data, source)
    return save_picture(data, target)
