"""The rows: search, sorting in Swedish, filters, and the words of a screen reader."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from finsam_review.ui.application_list import ApplicationRow
from finsam_review.ui.application_list.model import (
    ApplicationFilter,
    ApplicationListModel,
    RowRole,
    Show,
    SortKey,
)

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def model(qtbot, rows: list[ApplicationRow]) -> ApplicationListModel:
    made = ApplicationListModel()
    made.set_rows(rows)
    return made


@pytest.fixture
def shown(model: ApplicationListModel) -> ApplicationFilter:
    made = ApplicationFilter(model)
    QAbstractItemModelTester(model, FATAL, made)
    QAbstractItemModelTester(made, FATAL, made)
    return made


def numbers(proxy: ApplicationFilter) -> list[int]:
    return [proxy.index(place, 0).data(RowRole.ROW).number for place in range(proxy.rowCount())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("hjo", [1]),
        ("KOMMUN gr", [1]),
        ("kommun hjo", [1]),
        ("försäkring", [4]),
        ("forsakring", []),
        ("5", [5]),
        ("fk", [1, 2, 3, 4, 5]),
        ("saknas", []),
    ],
)
def test_search_looks_in_number_title_applicant_and_parties(
    shown: ApplicationFilter, text: str, found: list[int]
) -> None:
    shown.search(text)
    assert numbers(shown) == found


@pytest.mark.parametrize(
    ("key", "falling", "order"),
    [
        (SortKey.NUMBER, False, [1, 2, 3, 4, 5]),
        (SortKey.NUMBER, True, [5, 4, 3, 2, 1]),
        (SortKey.TITLE, False, [1, 2, 4, 5, 3]),
        (SortKey.APPLICANT, False, [3, 4, 1, 5, 2]),
        (SortKey.AMOUNT, True, [1, 2, 3, 5, 4]),
        (SortKey.UNANSWERED, False, [3, 2, 4, 5, 1]),
    ],
)
def test_sorting(shown: ApplicationFilter, key: SortKey, falling: bool, order: list[int]) -> None:
    shown.sort_by(key, falling=falling)
    assert numbers(shown) == order


@pytest.mark.parametrize(
    ("show", "found"),
    [
        (Show.ALL, [1, 2, 3, 4, 5]),
        (Show.UNANSWERED, [2, 3, 4, 5]),
        (Show.DOUBTS, [4]),
        (Show.LOOSE, [3]),
    ],
)
def test_filters_show_and_count_the_same(shown: ApplicationFilter, show: Show, found: list[int]) -> None:
    shown.show_only(show)
    assert numbers(shown) == found
    assert shown.count_of(show) == len(found)


def test_an_answered_question_changes_one_row(
    model: ApplicationListModel, shown: ApplicationFilter, rows: list[ApplicationRow]
) -> None:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    rows[1] = replace(rows[1], loose=1)
    model.set_rows(rows)
    assert told == [(1, 1)]
    shown.show_only(Show.LOOSE)
    assert numbers(shown) == [2, 3]


def test_a_row_is_told_in_full_words(model: ApplicationListModel) -> None:
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("1. Grönt steg, Hjo kommun, 3\u00a0637\u00a0tkr.")
    assert "Parter: Kommun, FK." in spoken
    for letter in "ABC":
        assert f" {letter}: " in spoken
    assert "1, 2" in spoken
    doubted = model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2 " in doubted.rsplit(":", 1)[1]


def test_the_tooltip_has_what_a_row_may_cut_and_is_never_markup(
    model: ApplicationListModel, rows: list[ApplicationRow]
) -> None:
    model.set_rows([replace(rows[3], title="Zoo & <b>lantgård</b>")])
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    for words in (
        "Zoo &amp; &lt;b&gt;",
        "Försäkringskassan · 390\u00a0tkr",
        "Parter: Kommun, FK",
        "2 frågetecken",
    ):
        assert words in tip
