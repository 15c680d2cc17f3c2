"""Labels, fields, messages: plain text always, and what is wrong is said where it is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from finsam_review.ui.theme import LIGHT
from finsam_review.ui.widgets.fields import Field, SearchField, TextBox, TextField
from finsam_review.ui.widgets.labels import ElidedLabel, Label, plain_tooltip
from finsam_review.ui.widgets.messages import Message, UndoLine
from finsam_review.ui.widgets.progress import ProgressCard

Show = Callable[..., QWidget]
MARKUP = "<b>fet</b> & <img src='x'>"


def test_markup_in_a_label_is_text(shown: Show) -> None:
    label = Label(MARKUP)
    shown(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.sizeHint().width() > Label("<b>fet</b> & <im").sizeHint().width()


def test_markup_in_a_tooltip_is_text() -> None:
    assert "<b>" not in plain_tooltip(MARKUP)
    assert plain_tooltip("") == ""


def test_a_cut_label_has_the_whole_text_as_tooltip(shown: Show) -> None:
    label = ElidedLabel("En rad som är alldeles för lång för sin plats")
    window = shown(label)
    window.resize(120, 60)
    assert "alldeles" in label.toolTip()
    window.resize(600, 60)
    assert label.toolTip() == ""


def test_a_field_says_what_is_wrong(shown: Show) -> None:
    field = Field("Sista dag", TextField("Sista dag"))
    shown(field)
    field.show_error("Den 15 november är en lördag.")
    assert field.error == "Den 15 november är en lördag."
    assert field.editor.accessibleDescription() == field.error
    border = field.editor.grab().toImage()
    assert border.pixelColor(border.width() // 2, 0) == QColor(LIGHT.danger)
    field.show_error("")
    assert field.editor.accessibleDescription() == ""
    assert field.editor.grab().toImage().pixelColor(border.width() // 2, 0) != QColor(LIGHT.danger)


def test_escape_empties_a_search_first(shown: Show) -> None:
    search = SearchField("Sök")
    shown(search)
    QTest.keyClicks(search, "hjo")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert search.accessibleName() == "Sök"


def test_tab_leaves_a_box(shown: Show) -> None:
    box, after = TextBox("Lapp"), TextField("Efter")
    shown(box, after)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.toPlainText() == ""
    assert after.hasFocus()


@pytest.mark.parametrize("kind", ["info", "ok", "warn", "danger"])
def test_a_message_is_one_sentence_to_a_screen_reader(shown: Show, kind: str) -> None:
    message = Message(kind, "Ej sparad.", "Disken är full.")
    shown(message)
    assert message.accessibleName() == "Ej sparad. Disken är full."
    done: list[str] = []
    button = message.add_action("Försök igen", lambda: done.append("again"), kind="filled")
    button.click()
    assert done == ["again"]


def test_a_message_grows_with_its_words(qtbot, shown: Show) -> None:
    message = Message("ok", "Klart.", "Kort.")
    window = shown(message)
    window.resize(300, 400)
    before = message.heightForWidth(260)
    message.say("ok", "Klart.", "Mycket " * 60)
    qtbot.waitUntil(lambda: message.heightForWidth(260) > before + 60)


def test_undo_is_offered_and_asked_for(qtbot, shown: Show) -> None:
    line = UndoLine()
    shown(line)
    line.offer("Lappen är borttagen.")
    assert line.isVisible()
    assert line.accessibleName() == "Lappen är borttagen."
    with qtbot.waitSignal(line.undo_requested):
        line.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[1].click()
    assert not line.isVisible()


def test_the_offer_to_undo_goes_away_by_itself(qtbot, shown: Show) -> None:
    line = UndoLine()
    shown(line)
    line.offer("Borta.", shown=10)
    qtbot.waitUntil(lambda: not line.isVisible())


def test_progress_says_what_and_how_far(qtbot, shown: Show) -> None:
    card = ProgressCard("Skapar summeringar")
    shown(card)
    card.start("Skapar sexton summeringar", 16)
    card.step(9, 16, "Nollklassad")
    words = [label.text() for label in card.findChildren(Label)]
    assert "Skapar sexton summeringar" in words
    assert any("9" in text and "16" in text for text in words)
    assert any("Nollklassad" in text for text in words)


def test_the_bar_is_filled_as_far_as_the_work_has_come(shown: Show) -> None:
    card = ProgressCard("Arbete")
    shown(card)
    card.setFixedWidth(400)
    card.step(1, 2, "")
    bar = next(w for w in card.findChildren(QWidget) if type(w).__name__ == "Bar")
    image: QImage = bar.grab().toImage()
    middle = image.height() // 2
    assert image.pixelColor(image.width() // 4, middle) == QColor(LIGHT.accent)
    assert image.pixelColor(image.width() * 3 // 4, middle) == QColor(LIGHT.surface)
