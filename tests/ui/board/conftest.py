"""A board of three questions, one of each shape."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from finsam_review.domain.workshop import Shape
from finsam_review.ui.board.board import Board
from finsam_review.ui.board.note_editor import NoteEditor
from finsam_review.ui.board.note_fields import EditorQuestion
from finsam_review.ui.board.question_column import BoardQuestion
from finsam_review.ui.theme import Theme, apply_theme

PARTIES = (("municipality", "Kommun", "Kommunerna"), ("pes", "AF", "Arbetsförmedlingen"))


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Begin each test in the light look at 100 %."""
    apply_theme(qapp, Theme())


@pytest.fixture
def editor(qtbot) -> Callable[[Shape], NoteEditor]:
    """Return a builder of a shown editor for a question of a shape."""

    def build(shape: Shape = Shape.TEXT) -> NoteEditor:
        made = NoteEditor(EditorQuestion(2, shape, PARTIES))
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        made.focus_text()
        qtbot.waitUntil(made.text_box.hasFocus)
        return made

    return build


@pytest.fixture
def board(qtbot) -> Callable[..., Board]:
    """Return a builder of a shown board of ``width`` × ``height`` px."""

    def build(*, width: int = 758, height: int = 586, editor_first: bool = False) -> Board:
        questions = [
            BoardQuestion("q1", 1, "Vad får individen?", "Vad tillför projektet?"),
            BoardQuestion("q2", 2, "Vilka parter?", "Hur tycker ni?", Shape.PARTIES, PARTIES),
            BoardQuestion("q3", 3, "Vad blir svårt?", "Finns det något?", Shape.CHALLENGE),
        ]
        made = Board(questions, editor_first=editor_first)
        qtbot.addWidget(made)
        made.resize(width, height)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return build
