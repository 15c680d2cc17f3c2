"""The second line of a row: what gives way when there is no room, and what never does."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from finsam_review.ui.application_list import ApplicationRow
from finsam_review.ui.application_list.fitting import fitted_line, fitted_remarks
from finsam_review.ui.theme import Role, current_theme

AMOUNT = "2\u00a0005\u00a0tkr"


@pytest.fixture
def metrics(qapp) -> QFontMetrics:
    return QFontMetrics(current_theme().font(Role.SMALL))


@pytest.fixture
def row(rows: list[ApplicationRow]) -> ApplicationRow:
    return rows[2]


def wide(metrics: QFontMetrics, text: str) -> int:
    """Return the least room in px in which ``text`` is painted whole."""
    rooms = range(metrics.horizontalAdvance(text) - 2, 2000)
    return next(room for room in rooms if metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) == text)


def test_with_room_the_parties_stand_last(row: ApplicationRow, metrics: QFontMetrics) -> None:
    whole = f"Falköpings kommun · {AMOUNT} · Kommun, FK"
    assert fitted_line(row, wide(metrics, whole), metrics) == whole
    assert fitted_line(row, wide(metrics, whole) - 1, metrics) == f"Falköpings kommun · {AMOUNT}"


def test_the_applicant_is_cut_and_the_amount_never(row: ApplicationRow, metrics: QFontMetrics) -> None:
    least, most = wide(metrics, AMOUNT), wide(metrics, f"Falköpings kommun · {AMOUNT}")
    for room in range(least, most):
        line = fitted_line(row, room, metrics)
        assert line.endswith(AMOUNT)
        assert wide(metrics, line) <= room
    assert fitted_line(row, most - 1, metrics).startswith("Falköpings ko")
    assert "…" in fitted_line(row, most - 1, metrics)
    assert fitted_line(row, least, metrics) == AMOUNT
    assert fitted_line(row, least - 1, metrics) == ""


def test_without_an_amount_the_applicant_has_the_line(row: ApplicationRow, metrics: QFontMetrics) -> None:
    unknown = replace(row, amount_text="", parties_text="")
    assert fitted_line(unknown, 1000, metrics) == "Falköpings kommun"
    assert fitted_line(unknown, wide(metrics, "Falköpings …"), metrics).startswith("Falköp")


def test_remarks_take_fewer_words_rather_than_being_cut(row: ApplicationRow, metrics: QFontMetrics) -> None:
    both = replace(row, loose=1, doubts=2)
    room = wide(metrics, both.remarks)
    assert fitted_remarks(both, room, metrics) == "1 ej uppsatt · 2 frågetecken"
    assert fitted_remarks(both, room - 1, metrics) == "1 ej uppsatt · 2 ?"
