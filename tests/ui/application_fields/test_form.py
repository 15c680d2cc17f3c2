"""The form writes into its draft, ticks parties, adds years, and never takes text for markup."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from finsam_review.domain.applications import ApplicationDetails, Doubt
from finsam_review.domain.intake import Candidate, ListItem, Paragraph, Proposal, ReadDocument, TableBlock
from finsam_review.services.days.presets import load_preset
from finsam_review.ui.application_fields.document_pane import DocumentPane
from finsam_review.ui.application_fields.draft import Draft
from finsam_review.ui.application_fields.editors import Editors
from finsam_review.ui.application_fields.field_lines import LineBox
from finsam_review.ui.application_fields.form import ApplicationForm

DETAILS = ApplicationDetails(
    title="Grönt steg",
    organisations=("Hjo kommun",),
    parties=("kommun",),
    amounts=((2026, 100), (2027, 200)),
    amount_total=300,
)


@pytest.fixture
def draft() -> Draft:
    """An application with a doubt about each of two fields."""
    doubts = (Doubt("title", "from_text"), Doubt("organisations", "parties_open"))
    return Draft.of(Candidate(Proposal(DETAILS, doubts=doubts)))


@pytest.fixture
def form(qtbot: QtBot, draft: Draft) -> ApplicationForm:
    """The form with that application, on the screen."""
    preset = load_preset()
    made = ApplicationForm(preset.parties, preset.kinds, settle=True)
    qtbot.addWidget(made)
    made.show_draft(draft)
    made.resize(500, 900)
    made.show()
    return made


def box(form: ApplicationForm, key: str) -> LineBox:
    """Return the editor of a line that wraps."""
    editor = form.lines[key].editor
    assert isinstance(editor, LineBox)
    return editor


def editors(form: ApplicationForm) -> Editors:
    """Return the editors of the form."""
    return form._editors


def test_organisations_tick_their_parties_and_a_tick_by_hand_stays(
    qtbot: QtBot, form: ApplicationForm, draft: Draft
):
    editors(form).ticks["fk"].click()
    assert draft.details.parties == ("kommun", "fk")
    box(form, "organisations").moveCursor(box(form, "organisations").textCursor().MoveOperation.End)
    box(form, "organisations").insertPlainText(", Arbetsförmedlingen")
    assert draft.details.organisations == ("Hjo kommun", "Arbetsförmedlingen")
    assert draft.details.parties == ("kommun", "af", "fk")
    assert [doubt.field for doubt in draft.doubts] == ["title"]


def test_a_year_is_added_and_the_total_follows(qtbot: QtBot, form: ApplicationForm, draft: Draft):
    form._amounts._add.click()
    assert "amount:2028" in form.lines
    qtbot.keyClicks(form.lines["amount:2028"].editor, "50")
    assert draft.details.amounts == ((2026, 100), (2027, 200), (2028, 50))
    assert draft.details.amount_total == 350


def test_a_total_that_was_stated_on_its_own_is_left_alone(qtbot: QtBot, form: ApplicationForm):
    details = ApplicationDetails(title="x", amounts=((2026, 100),), amount_total=900)
    other = Draft.of(Candidate(Proposal(details)))
    form.show_draft(other)
    assert "amount:total" in form.lines
    qtbot.keyClicks(form.lines["amount:2026"].editor, "")
    form.lines["amount:2026"].editor.clear()
    qtbot.keyClicks(form.lines["amount:2026"].editor, "400")
    assert (other.details.amounts, other.details.amount_total) == (((2026, 400),), 900)


def test_the_button_beneath_a_doubt_settles_that_one(qtbot: QtBot, form: ApplicationForm, draft: Draft):
    form.lines["title"]._settle.click()
    assert [doubt.field for doubt in draft.doubts] == ["organisations"]
    assert not form.lines["title"]._settle.isVisible()


def test_the_wheel_never_changes_the_kind(form: ApplicationForm, draft: Draft):
    kind = editors(form).kind
    kind.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(kind, turn)
    assert kind.currentIndex() == 0
    assert draft.details.kind is None


def test_a_kind_is_chosen(qtbot: QtBot, form: ApplicationForm, draft: Draft):
    kind = editors(form).kind
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert draft.details.kind == load_preset().kinds[0].code


def test_a_long_title_is_seen_whole(form: ApplicationForm, draft: Draft):
    one_line = box(form, "title").height()
    box(form, "title").setPlainText("Kartläggning av behov hos unga " * 4)
    QApplication.processEvents()
    assert box(form, "title").height() > one_line * 1.5
    lines = box(form, "title").document().size().height()
    assert lines * box(form, "title").fontMetrics().lineSpacing() <= box(form, "title").viewport().height()
    assert not box(form, "title").verticalScrollBar().isVisible()


def test_enter_writes_nothing_in_a_line(qtbot: QtBot, form: ApplicationForm, draft: Draft):
    qtbot.keyClick(box(form, "title"), Qt.Key.Key_Return)
    assert draft.details.title == "Grönt steg"


@pytest.fixture
def pane(qtbot: QtBot) -> DocumentPane:
    """A pane for the text of a document."""
    made = DocumentPane()
    qtbot.addWidget(made)
    return made


def test_the_text_of_a_document_is_never_markup(pane: DocumentPane):
    blocks = (
        Paragraph("<b>fet</b> <img src='x.png'>"),
        ListItem("a & b"),
        TableBlock((("<i>A</i>", "1"), ("B", "2"))),
        TableBlock((("1", "2", "3", "4", "5"),)),
    )
    pane.show_document(ReadDocument("x.docx", b"", "docx", blocks))
    text = pane.text.toPlainText()
    assert "<b>fet</b> <img src='x.png'>" in text
    assert "<i>A</i>" in text
    assert "1 · 2 · 3 · 4 · 5" in text
    pane.mark("B: 2")
    assert pane.marked == "B 2"
    pane.mark("")
    assert pane.marked == ""
