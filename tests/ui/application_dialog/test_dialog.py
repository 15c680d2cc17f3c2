"""Details of an application are corrected, added, put away; all of it on a real day and undoable."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from finsam_review.domain.applications import Application, ApplicationDetails, Doubt
from finsam_review.domain.intake import Candidate, Gathered, Paragraph, Proposal, ReadDocument
from finsam_review.i18n.wording import error_text
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session
from finsam_review.ui.application_dialog import ApplicationDialog
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.preferences import PreferenceStore

Open = Callable[..., ApplicationDialog]


@pytest.fixture
def context(qapp: object, tmp_path: Path) -> Iterator[DayContext]:
    """A day with one application that has two doubts."""
    with Session.create(
        tmp_path / "Dag.finsam", preset=load_preset(), title="Dag", day=date(2026, 10, 14)
    ) as day:
        details = ApplicationDetails(title="Grönt steg – kurs", applicant="Hjo kommun")
        doubts = (Doubt("applicant", "from_text"), Doubt("contact_email", "missing"))
        document = ReadDocument("Grönt steg.docx", b"x", "docx", (Paragraph("text"),))
        day.intake.take_in(Gathered((Candidate(Proposal(details, doubts=doubts), (document,)),)))
        day.undo.clear()
        bus = ChangeBus()
        yield DayContext(day, bus, Commands(day, bus), PreferenceStore(tmp_path))


def first(context: DayContext) -> Application:
    """Return the first application as it is now."""
    return context.session.applications.all()[0]


@pytest.fixture
def opened(qtbot: QtBot, context: DayContext) -> Iterator[Callable[..., ApplicationDialog]]:
    """Make the dialog, on the screen; it is held until the test is over."""
    held: list[ApplicationDialog] = []

    def make(*, new: bool = False) -> ApplicationDialog:
        held.append(ApplicationDialog(context, None if new else first(context)))
        held[-1].show()
        return held[-1]

    yield make
    for dialog in held:
        dialog.close()
        dialog.deleteLater()


def field(dialog: ApplicationDialog, key: str) -> QLineEdit:
    """Return the field of a line."""
    editor = dialog.form.lines[key].editor
    assert isinstance(editor, QLineEdit)
    return editor


def test_corrections_and_settled_doubts_are_saved_as_one_step(
    qtbot: QtBot, context: DayContext, opened: Open
):
    before = first(context)
    dialog = opened()
    field(dialog, "contact_email").clear()
    qtbot.keyClicks(field(dialog, "contact_email"), "lovisa@hjo.example")
    dialog.form.lines["applicant"]._settle.click()
    told: list[object] = []
    context.bus.changed.connect(told.append)
    dialog.done_button.click()
    assert dialog.result() == 1
    assert first(context).details.contact_email == "lovisa@hjo.example"
    assert first(context).doubts == ()
    assert len(told) == 1
    context.commands.undo()
    assert first(context) == before


def test_nothing_changed_is_nothing_to_undo(qtbot: QtBot, context: DayContext, opened: Open):
    dialog = opened()
    dialog.done_button.click()
    assert dialog.result() == 1
    assert context.session.undo.next_undo is None


def test_an_application_is_added_by_hand(qtbot: QtBot, context: DayContext, opened: Open):
    dialog = opened(new=True)
    assert dialog.form.lines["title"].error == ""
    qtbot.keyClicks(dialog.form.lines["title"].editor, "Bryggan")
    qtbot.keyClick(dialog.form.lines["title"].editor, Qt.Key.Key_Return)
    assert dialog.result() == 1
    added = context.session.applications.get(dialog.application_id)
    assert (added.number, added.title) == (2, "Bryggan")
    context.commands.undo()
    assert len(context.session.applications.all()) == 1


def test_a_refusal_stands_beneath_its_field(qtbot: QtBot, context: DayContext, opened: Open):
    dialog = opened(new=True)
    dialog.done_button.click()
    assert dialog.isVisible()
    assert dialog.form.lines["title"].error == error_text("application_title_missing", {})
    qtbot.keyClicks(dialog.form.lines["title"].editor, "Bryggan")
    assert dialog.form.lines["title"].error == ""
    qtbot.keyClicks(field(dialog, "period"), "2026-12-31 - 2026-01-01")
    dialog.done_button.click()
    assert dialog.form.lines["period"].error == error_text("period_backwards", {})
    assert len(context.session.applications.all()) == 1


def test_what_cant_be_understood_is_not_thrown_away(qtbot: QtBot, context: DayContext, opened: Open):
    dialog = opened()
    qtbot.keyClicks(field(dialog, "received_on"), "snart")
    dialog.done_button.click()
    assert dialog.isVisible()
    assert dialog.form.lines["received_on"].error
    assert field(dialog, "received_on").text() == "snart"
    assert first(context).details.received_on is None


def test_an_application_is_put_away_and_comes_back(qtbot: QtBot, context: DayContext, opened: Open):
    dialog = opened()
    offered: list[str] = []
    context.commands.undoable.connect(offered.append)
    dialog.put_away()
    assert context.session.applications.all() == ()
    assert offered
    context.commands.undo()
    assert first(context).title == "Grönt steg – kurs"


def test_one_that_is_gone_meanwhile_is_told_in_the_dialog(qtbot: QtBot, context: DayContext, opened: Open):
    dialog = opened()
    context.session.applications.remove(first(context).id)
    qtbot.keyClicks(field(dialog, "contact_name"), "Lovisa")
    dialog.done_button.click()
    assert dialog.isVisible()
    assert error_text("application_gone", {}) in dialog.message


def test_escape_changes_nothing(qtbot: QtBot, context: DayContext, opened: Open):
    before = first(context)
    dialog = opened()
    qtbot.keyClicks(field(dialog, "contact_name"), "Lovisa")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert first(context) == before
