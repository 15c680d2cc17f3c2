"""Builders for notes and a board to look at."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from finsam_review.ui.post_its.note_board_view import NoteBoardView
from finsam_review.ui.post_its.note_card import NoteCard
from finsam_review.ui.post_its.note_model import NoteListModel
from finsam_review.ui.theme import Theme, apply_theme

WORDS = [
    "Ingen",
    "part",
    "har",
    "en",
    "så",
    "långsam",
    "plats",
    "idag",
    "och",
    "mandat",
    "att",
    "besluta",
    "om",
    "pengar",
    "saknas",
]


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Begin each test in the light look at 100 %."""
    apply_theme(qapp, Theme())


@pytest.fixture
def notes() -> Callable[[int], list[NoteCard]]:
    """Return a builder of notes of varying length, with ids ``n0``, ``n1`` …"""

    def build(number: int) -> list[NoteCard]:
        return [
            NoteCard(f"n{n}", "ABCDEF"[n % 6], n % 6 + 1, " ".join(WORDS[: 1 + n % len(WORDS)]))
            for n in range(number)
        ]

    return build


@pytest.fixture
def board(qtbot) -> Callable[..., NoteBoardView]:
    """Return a builder of a shown board of ``width`` × ``height`` px with ``cards``."""

    def build(cards: list[NoteCard], *, width: int = 252, height: int = 400) -> NoteBoardView:
        model = NoteListModel()
        view = NoteBoardView(model)
        model.setParent(view)
        qtbot.addWidget(view)
        view.resize(width, height)
        model.set_notes(cards)
        view.show()
        return view

    return build
