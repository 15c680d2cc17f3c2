"""The theme matrix as a picture: nothing personal in it, every cell in words, whole or not at all."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from finsam_review.domain.checks.gate import Gate, KnownPeople
from finsam_review.domain.errors import UserError
from finsam_review.domain.themes import ThemeCell, ThemeMatrix, ThemeRow
from finsam_review.domain.workshop import Theme
from finsam_review.services.outgoing.pictures import matrix_svg, matrix_to_show, save_picture

GATE = Gate(KnownPeople(names=("Gun-Britt Alvén",)))


def a_matrix(title: str = "Grönt steg", theme: str = "Behov") -> ThemeMatrix:
    """Return a matrix of one row and two themes."""
    cells = (ThemeCell(("n1", "n2"), ("A", "C"), 3), ThemeCell((), (), 3, demanded=False))
    themes = (Theme("needs", theme, theme), Theme("implementation", "Implementering"))
    return ThemeMatrix(themes, (ThemeRow("id", 1, title, cells),))


def test_titles_and_names_pass_the_gate_and_counts_stay() -> None:
    matrix = a_matrix("Fråga Gun-Britt Alvén", "Om 640823-3234")
    shown = matrix_to_show(matrix, GATE)
    assert shown.rows[0].title == "Fråga [namn]"
    assert (shown.themes[0].name, shown.themes[0].short_name) == ("Om [personnummer]", "Om [personnummer]")
    assert shown.rows[0].cells == matrix.rows[0].cells
    assert shown.themes[0].code == "needs"


def test_what_holds_nothing_personal_is_as_it_was() -> None:
    assert matrix_to_show(a_matrix(), GATE) == a_matrix()


def test_the_picture_says_every_cell_in_words() -> None:
    root = ET.fromstring(matrix_svg(a_matrix('Grönt <steg> & "mer"'), title="Teman – Dagen"))
    said = " ".join(root.itertext())
    assert "Teman – Dagen" in said
    assert 'Grönt <steg> & "mer"' in said
    assert "Behov: 2 lappar från 2 av 3 bord" in said


def test_a_picture_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "teman.svg"
    assert save_picture(b"<svg/>", target) == target
    assert save_picture(b"<svg>2</svg>", target) == target
    assert target.read_bytes() == b"<svg>2</svg>"
    with pytest.raises(UserError, match="path_too_long"):
        save_picture(b"", tmp_path / ("djup" * 60) / "teman.svg")
    assert [path.name for path in tmp_path.iterdir()] == ["teman.svg"]
