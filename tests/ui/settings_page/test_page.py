"""The page of settings: every value saves itself, a wrong one is told below its field, undo works."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.services.days.backups import backups_folder
from finsam_review.services.session import Session
from finsam_review.ui.context import DayContext
from finsam_review.ui.preferences import Preferences, PreferenceStore
from finsam_review.ui.settings_page import SettingsPage
from finsam_review.ui.settings_page.saved_field import SavedField
from finsam_review.ui.theme import LIGHT, TEXT_SCALES, Theme, apply_theme
from finsam_review.ui.widgets.choices import CheckBox
from finsam_review.ui.widgets.segmented import SegmentedChoice


def write(field: SavedField, text: str) -> None:
    """Write ``text`` in place of what stands in the field, as a person does, without leaving it."""
    editor = field.editor
    editor.setFocus()
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    if isinstance(editor, QLineEdit):
        editor.insert(text)
    else:
        editor.insertPlainText(text)


def enter(field: SavedField) -> None:
    """Press Enter in the field."""
    QTest.keyClick(field.editor, Qt.Key.Key_Return)


def focusable(page: QWidget) -> set[QWidget]:
    """Return what Tab should reach: one segment of a choice, every other control by itself."""
    return {
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and not isinstance(widget.parentWidget(), SegmentedChoice)
    }


def nameless(interface: QAccessibleInterface) -> list[str]:
    """Return the focusable things below ``interface`` that have no name."""
    found = []
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is None or child.state().invisible:
            continue
        if child.state().focusable and not child.text(QAccessible.Text.Name):
            found.append(f"{child.role()} {child.object()}")
        found += nameless(child)
    return found


def test_a_value_is_saved_by_enter(page: SettingsPage, session: Session):
    write(page.day.title, "Budgetupptakt inför 2026")
    assert session.day.frame().workshop.title == "Dagen"
    enter(page.day.title)
    assert session.day.frame().workshop.title == "Budgetupptakt inför 2026"


def test_a_value_is_saved_by_leaving_the_field(page: SettingsPage, session: Session):
    write(page.day.organisation, "Samordningsförbundet Väst")
    page.day.reply_to.editor.setFocus()
    assert session.day.frame().workshop.organisation == "Samordningsförbundet Väst"


def test_closing_the_day_saves_what_was_not_yet_left(page: SettingsPage, session: Session):
    write(page.day.reply_to, "kansli@vast.example")
    page.leave()
    assert session.day.frame().workshop.reply_to == "kansli@vast.example"


def test_closing_the_day_tells_what_could_not_be_saved(
    page: SettingsPage, session: Session, monkeypatch: pytest.MonkeyPatch
):
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    write(page.day.deadline, "2025-10-01")
    page.leave()
    assert session.day.frame().workshop.deadline is None
    assert len(told) == 1
    assert "2025-10-01" in told[0]
    assert page.day.deadline.label in told[0]
    assert page.day.deadline.error in told[0]
    write(page.day.deadline, "2025-10-31")
    page.leave()
    assert len(told) == 1
    assert session.day.frame().workshop.deadline == date(2025, 10, 31)


@pytest.mark.parametrize("typed", ["2025-10-31", "31 oktober 2025", "fredag 31 oktober"])
def test_the_deadline_is_written_out_with_its_weekday(page: SettingsPage, session: Session, typed: str):
    write(page.day.deadline, typed)
    enter(page.day.deadline)
    assert session.day.frame().workshop.deadline == date(2025, 10, 31)
    assert page.day.deadline.text == "31 oktober 2025"
    assert page.day.deadline.hint == "Fredagen den 31 oktober 2025"
    assert page.day.deadline.error == ""


def test_a_deadline_before_the_day_is_explained_and_what_was_typed_is_kept(
    page: SettingsPage, session: Session
):
    write(page.day.deadline, "2025-10-01")
    enter(page.day.deadline)
    assert session.day.frame().workshop.deadline is None
    assert page.day.deadline.text == "2025-10-01"
    assert "onsdagen den 1 oktober 2025" in page.day.deadline.error.casefold()
    assert "onsdagen den 15 oktober 2025" in page.day.deadline.error
    assert page.day.deadline.editor.accessibleDescription() == page.day.deadline.error
    said = [label.text() for label in page.day.deadline.findChildren(QLabel) if label.isVisible()]
    assert page.day.deadline.hint not in said
    write(page.day.deadline, "2025-11-03")
    enter(page.day.deadline)
    assert page.day.deadline.error == ""
    assert session.day.frame().workshop.deadline == date(2025, 11, 3)


def test_an_emptied_deadline_is_not_decided_any_more(
    page: SettingsPage, session: Session, context: DayContext
):
    workshop = session.day.frame().workshop
    context.commands.do(lambda: session.day.change_workshop(replace(workshop, deadline=date(2025, 10, 31))))
    assert page.day.deadline.text == "31 oktober 2025"
    write(page.day.deadline, "")
    enter(page.day.deadline)
    assert session.day.frame().workshop.deadline is None


def test_the_day_keeps_its_date_and_name(page: SettingsPage, session: Session):
    for field in (page.day.date, page.day.title):
        write(field, "")
        enter(field)
        assert field.error
    workshop = session.day.frame().workshop
    assert (workshop.title, workshop.date) == ("Dagen", date(2025, 10, 15))


def test_undo_takes_a_value_back_and_the_field_follows(page: SettingsPage, context: DayContext):
    write(page.day.title, "En annan dag")
    enter(page.day.title)
    context.commands.undo()
    assert page.day.title.text == "Dagen"
    context.commands.redo()
    assert page.day.title.text == "En annan dag"


def test_what_is_being_typed_is_not_overwritten_by_a_change_elsewhere(
    page: SettingsPage, session: Session, context: DayContext
):
    write(page.day.title, "Halvskri")
    workshop = session.day.frame().workshop
    context.commands.do(lambda: session.day.change_workshop(replace(workshop, reply_to="x@y.example")))
    assert page.day.title.text == "Halvskri"
    assert page.day.reply_to.text == "x@y.example"


def test_the_questions_can_be_changed_until_the_first_note(
    page: SettingsPage, session: Session, context: DayContext
):
    question = session.day.frame().review_questions[0]
    text, short = page.questions.pairs[question.id]
    write(short, "Vad är nytt?")
    enter(short)
    write(text, "Vad är nytt i det här?")
    page.day.title.editor.setFocus()
    saved = session.day.frame().review_questions[0]
    assert (saved.text, saved.short_text) == ("Vad är nytt i det här?", "Vad är nytt?")
    assert not text.editor.isReadOnly()

    application, changes = session.applications.add(ApplicationDetails(title="Grönt steg"))
    context.commands.do(lambda: changes)
    place = Place(application.id, question.id, session.day.frame().tables[0].id)
    context.commands.do(lambda: session.notes.add(place, NoteContent("Bra"))[1])
    assert text.editor.isReadOnly()
    assert short.editor.isReadOnly()
    assert text.editor.accessibleDescription()


def test_an_emptied_question_is_refused_in_words(page: SettingsPage, session: Session):
    question = session.day.frame().review_questions[1]
    text, _short = page.questions.pairs[question.id]
    write(text, "")
    enter(text)
    assert "2" in text.error
    assert session.day.frame().review_questions[1].text == question.text


def test_the_look_takes_effect_through_the_preferences(page: SettingsPage, context: DayContext):
    seen: list[Preferences] = []
    context.preferences.changed.connect(seen.append)
    choices = {choice.accessibleName(): choice for choice in page.findChildren(SegmentedChoice)}
    sizes, modes, languages = choices.values()
    for choice, steps in ((sizes, 3), (modes, 2), (languages, 1)):
        for _step in range(steps):
            ticked = next(button for button in choice.findChildren(QWidget) if button.isChecked())
            QTest.keyClick(ticked, Qt.Key.Key_Right)
    page.findChild(CheckBox).click()
    assert seen[-1] == Preferences(text_scale=1.5, mode="dark", language="en", enter_submits=True)


def test_the_text_size_changed_by_keys_is_ticked(page: SettingsPage, context: DayContext):
    context.preferences.step_text_scale(2)
    assert page.findChild(SegmentedChoice).choice == "1.25"


def test_a_copy_is_saved_whole(
    page: SettingsPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "kopia"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    page.file.save_copy()
    with Session.open(target.with_suffix(".finsam"), read_only=True) as copy:
        assert copy.day.frame().workshop == session.day.frame().workshop
    assert "kopia.finsam" in page.file.result


def test_a_copy_over_the_day_itself_is_refused(
    page: SettingsPage, session: Session, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(session.path), ""))
    page.file.save_copy()
    assert page.file.result
    assert session.path.stat().st_size > 0
    assert session.day.frame().workshop.title == "Dagen"


def test_a_whole_file_is_told_whole(page: SettingsPage):
    page.file.check()
    whole = page.file.result
    assert whole
    page.file.check()
    assert page.file.result == whole


def test_the_backups_are_shown_where_they_lie(page: SettingsPage, monkeypatch: pytest.MonkeyPatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())))
    page.file.open_backups()
    assert opened == [backups_folder()]
    assert backups_folder().is_dir()


def test_a_file_that_can_only_be_read_says_so_and_lets_nothing_be_written(
    qtbot: QtBot, session: Session, tmp_path: Path
):
    copy = tmp_path / "läs.finsam"
    session.save_copy(copy)
    with Session.open(copy, read_only=True) as reading:
        from finsam_review.ui.change_bus import ChangeBus
        from finsam_review.ui.commands import Commands

        bus = ChangeBus()
        context = DayContext(reading, bus, Commands(reading, bus), PreferenceStore(tmp_path))
        page = SettingsPage(context)
        qtbot.addWidget(page)
        page.show()
        editors = [field.editor for field in (*page.day.fields, *page.questions.fields)]
        assert all(editor.isReadOnly() for editor in editors)
        page.close()


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_every_text_size_fits_beside_the_rail(page: SettingsPage, scale: float):
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Theme(LIGHT, scale))
    page.resize(1366 - round((116 if scale < 1.5 else 60) * scale), 650)
    QApplication.processEvents()
    area = page.findChild(QScrollArea)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    assert area.horizontalScrollBar().maximum() == 0
    assert area.widget().width() <= area.viewport().width()


def test_every_control_is_reached_by_tab_and_has_a_name(page: SettingsPage):
    wanted = focusable(page)
    assert len(wanted) > 15
    reached: set[QWidget] = set()
    page.findChildren(QLineEdit)[0].setFocus()
    for _press in range(80):
        now = QApplication.focusWidget()
        assert now is not None
        reached.add(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert wanted - reached == set()
    assert nameless(QAccessible.queryAccessibleInterface(page)) == []


def test_the_way_from_the_summaries_ends_in_the_deadline(page: SettingsPage):
    page.show_deadline()
    assert page.day.deadline.editor.hasFocus()
    assert page.day.deadline.visibleRegion().boundingRect().height() > 0


def test_a_question_is_shown_in_full(page: SettingsPage, session: Session):
    question = session.day.frame().review_questions[0]
    text, _short = page.questions.pairs[question.id]
    write(text, "Vad tillför insatsen? " * 20)
    editor = text.editor
    assert isinstance(editor, QPlainTextEdit)
    QApplication.processEvents()
    assert editor.verticalScrollBar().maximum() == 0
