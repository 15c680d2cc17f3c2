"""The notes of a question: only the rows concerned change, and every note is told in full words."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from finsam_review.ui.post_its.note_card import NoteCard
from finsam_review.ui.post_its.note_model import NoteListModel, NoteRole

Notes = Callable[[int], list[NoteCard]]


@pytest.fixture
def model(qtbot) -> NoteListModel:
    model = NoteListModel()
    model.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    return model


def changes_of(model: NoteListModel) -> list[tuple[str, int, int]]:
    """Return a list that fills with what the model tells."""
    told: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _p, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _p, first, last: told.append(("out", first, last)))
    model.rowsMoved.connect(lambda _p, first, _l, _q, to: told.append(("move", first, to)))
    model.dataChanged.connect(lambda first, last: told.append(("change", first.row(), last.row())))
    model.modelReset.connect(lambda: told.append(("reset", 0, 0)))
    return told


def test_one_new_note_is_one_inserted_row(model: NoteListModel, notes: Notes) -> None:
    cards = notes(5)
    model.set_notes(cards[:2] + cards[3:])
    told = changes_of(model)
    model.set_notes(cards)
    assert told == [("in", 2, 2)]
    assert model.cards == tuple(cards)


def test_an_edited_note_is_one_changed_row(model: NoteListModel, notes: Notes) -> None:
    cards = notes(4)
    model.set_notes(cards)
    told = changes_of(model)
    cards[1] = replace(cards[1], text="Ändrad")
    model.set_notes(cards)
    assert told == [("change", 1, 1)]
    assert model.index(1).data() == "Ändrad"


def test_removed_notes_are_runs_of_rows(model: NoteListModel, notes: Notes) -> None:
    cards = notes(6)
    model.set_notes(cards)
    told = changes_of(model)
    model.set_notes([cards[0], cards[3]])
    assert told == [("out", 4, 5), ("out", 1, 2)]


def test_the_same_notes_again_change_nothing(model: NoteListModel, notes: Notes) -> None:
    model.set_notes(notes(6))
    told = changes_of(model)
    model.set_notes(notes(6))
    assert told == []


def test_another_application_begins_anew(model: NoteListModel, notes: Notes) -> None:
    model.set_notes(notes(3))
    told = changes_of(model)
    model.set_notes([NoteCard("other", "A", 1, "Något annat")])
    assert told == [("reset", 0, 0)]


@profile(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 2)), unique_by=lambda p: p[0])))
def test_any_change_leads_to_what_was_asked_for(
    model: NoteListModel, steps: list[list[tuple[int, int]]]
) -> None:
    for step in steps:
        cards = [NoteCard(f"n{number}", "A", 1, f"text {version}") for number, version in step]
        model.set_notes(cards)
        assert model.cards == tuple(cards)


def test_a_note_is_told_in_full_words(model: NoteListModel) -> None:
    card = NoteCard(
        "n",
        "A",
        1,
        "Risk för kö",
        "Tydliga kriterier",
        party_labels=(("AF", "Arbetsförmedlingen"),),
        conflict=True,
    )
    model.set_notes([card])
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("A", "Risk för kö", "Tydliga kriterier", "Arbetsförmedlingen"):
        assert part in spoken
    assert model.index(0).data(NoteRole.NOTE_ID) == "n"
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None


def test_a_hidden_note_tells_nothing_of_its_text() -> None:
    assert "hemligt" not in NoteCard("n", "C", 3, "hemligt", hidden=True).spoken
