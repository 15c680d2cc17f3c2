"""The model of both lists keeps Qt's rules whatever comes, and moves only what has to move."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from finsam_review.ui.points_page.lists.rows_model import RowRole, RowsModel


@dataclass(frozen=True)
class Line:
    """A row with a key and some words."""

    key: str
    words: str = ""
    choosable: bool = True

    @property
    def spoken(self) -> str:
        """The words."""
        return self.words


def checked_model() -> tuple[RowsModel, QAbstractItemModelTester]:
    """Return a model and the tester that watches it; keep both."""
    model = RowsModel()
    return model, QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def lines(text: str) -> list[Line]:
    """Return a row for each letter; a capital says something else."""
    return [Line(letter.lower(), letter) for letter in text]


letters = st.lists(st.sampled_from("abcdefghABCDEFGH"), unique_by=str.lower, max_size=8).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shown=st.lists(letters, max_size=6))
def test_whatever_is_shown_next_is_shown(qapp: QApplication, shown: list[str]):
    model, tester = checked_model()
    for text in shown:
        model.set_rows(lines(text))
        assert list(model.rows) == lines(text)
        assert [model.place_of(letter.lower()) for letter in text] == list(range(len(text)))
    assert tester.model() is model


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("abcd", "abcd", []),
        ("abcd", "abCD", ["changed 2-3"]),
        ("abcd", "abd", ["removed 2-2"]),
        ("abcd", "axbcd", ["inserted 1-1"]),
        ("abcd", "bcda", ["moved 0"]),
        ("abcd", "dabc", ["moved 3"]),
        ("abcd", "acbd", ["moved 1"]),
        ("abcd", "xy", ["reset"]),
    ],
)
def test_only_what_differs_is_told(qapp: QApplication, before: str, after: str, told: list[str]):
    model, _tester = checked_model()
    model.set_rows(lines(before))
    heard: list[str] = []
    model.dataChanged.connect(lambda first, last: heard.append(f"changed {first.row()}-{last.row()}"))
    model.rowsRemoved.connect(lambda _parent, first, last: heard.append(f"removed {first}-{last}"))
    model.rowsInserted.connect(lambda _parent, first, last: heard.append(f"inserted {first}-{last}"))
    model.rowsMoved.connect(lambda _parent, first, *_rest: heard.append(f"moved {first}"))
    model.modelReset.connect(lambda: heard.append("reset"))
    model.set_rows(lines(after))
    assert heard == told


def test_lighting_tells_only_of_rows_that_change(qapp: QApplication):
    model, _tester = checked_model()
    model.set_rows(lines("abcdef"))
    model.set_lit("bc")
    heard: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: heard.append((first.row(), last.row())))
    model.set_lit("cdf")
    assert heard == [(1, 1), (3, 3), (5, 5)]
    assert [bool(model.index(row).data(RowRole.LIT)) for row in range(6)] == [
        False, False, True, True, False, True,
    ]  # fmt: skip
