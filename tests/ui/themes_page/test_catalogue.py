"""The dialog Ändra teman: a set chosen, themes added, renamed, ordered, taken out; one step of undo."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.test_accessibility import check_tab, nameless
from tests.ui.themes_page.conftest import Opened

from finsam_review.domain.workshop import Theme
from finsam_review.services.session import Session
from finsam_review.ui.context import DayContext
from finsam_review.ui.theme_catalogue import ThemeCatalogueDialog
from finsam_review.ui.theme_catalogue.form import words_of

Dialog = Callable[[], ThemeCatalogueDialog]


@pytest.fixture
def dialog(qtbot: QtBot, context: DayContext) -> Iterator[Dialog]:
    """Open the dialog as the page does."""
    made = []

    def make() -> ThemeCatalogueDialog:
        shown = ThemeCatalogueDialog(context)
        qtbot.addWidget(shown)
        with qtbot.waitActive(shown):
            shown.show()
            shown.activateWindow()
        made.append(shown)
        return shown

    yield make
    for shown in made:
        shown.close()


def names(session: Session) -> list[str]:
    """Return the names of the themes of the day."""
    return [theme.name for theme in session.themes.catalogue()]


def test_it_begins_with_the_themes_there_are(dialog: Dialog, session: Session) -> None:
    shown = dialog()
    assert [shown.sets.itemText(at) for at in range(shown.sets.count())] == [
        "Temana som de är", "Förbundets egna teman", "Femton koder", "Sju fokusområden",
    ]  # fmt: skip
    assert shown.model.themes == session.themes.catalogue()
    assert shown.form.name.text() == "Två parter och förankring"
    shown.list.choose(2)
    assert shown.form.short_name.text() == "Implementering"
    assert shown.form.kinds["forberedande"].isChecked()
    assert not shown.form.kinds["projekt"].isChecked()


def test_the_model_keeps_qts_promises(dialog: Dialog) -> None:
    shown = dialog()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(shown.model, mode)
    shown.add_theme()
    shown.move_theme(-1)
    shown.move_theme(1)
    shown.list.choose(1)
    shown.remove_theme()
    assert [theme.name for theme in shown.model.themes][-1] == ""
    tester.deleteLater()


def test_a_whole_set_is_chosen_and_undone_in_one_step(
    dialog: Dialog, session: Session, context: DayContext
) -> None:
    before = names(session)
    shown = dialog()
    shown.sets.setCurrentIndex(3)
    shown.sets.activated.emit(3)
    assert names(session) == before
    shown.save.click()
    assert not shown.isVisible()
    assert len(names(session)) == 7
    context.commands.undo()
    assert names(session) == before


def test_cancel_changes_nothing(dialog: Dialog, session: Session) -> None:
    before = session.themes.catalogue()
    shown = dialog()
    shown.form.name.setText("Något annat")
    shown.remove_theme()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert session.themes.catalogue() == before
    assert session.undo.next_undo is None


def test_a_theme_is_added_with_everything_it_has(dialog: Dialog, session: Session) -> None:
    shown = dialog()
    shown.add.click()
    assert QApplication.focusWidget() is shown.form.name
    QTest.keyClicks(shown.form.name, "Resor")
    shown.form.short_name.setText("Resor, bil")
    shown.form.words.setPlainText("buss,  skjuts\nta sig dit, buss")
    shown.form.kinds["projekt"].setChecked(True)
    shown.save.click()
    added = session.themes.catalogue()[-1]
    assert (added.name, added.short_name) == ("Resor", "Resor, bil")
    assert (added.words, added.not_demanded_of) == (("buss", "skjuts", "ta sig dit"), ("projekt",))
    assert added.code.startswith("own-")


def test_a_theme_is_renamed_and_keeps_its_marks(dialog: Dialog, session: Session, notes: list[str]) -> None:
    app = session.applications.all()[0].id
    session.points.mark_notes(app, {notes[0]: ["needs"]})
    shown = dialog()
    shown.list.choose(3)
    shown.form.name.setText("Underlag")
    shown.save.click()
    assert session.themes.catalogue()[3].code == "needs"
    assert session.themes.matrix().rows[0].cells[3].notes == (notes[0],)


def test_order_by_keys_and_by_buttons(dialog: Dialog, session: Session) -> None:
    shown = dialog()
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(shown.list, Qt.Key.Key_Down, keys)
    QTest.keyClick(shown.list, Qt.Key.Key_Down, keys)
    shown.up.click()
    shown.save.click()
    assert names(session) == [
        "Befintlig verksamhet", "Två parter och förankring", "Implementering", "Behov och behovsanalys",
    ]  # fmt: skip


def test_a_theme_taken_out_says_that_its_marks_stay_unseen(
    dialog: Dialog, session: Session, notes: list[str]
) -> None:
    app = session.applications.all()[0].id
    session.points.mark_notes(app, {notes[0]: ["existing"], notes[1]: ["existing", "needs"]})
    shown = dialog()
    shown.list.choose(1)
    QTest.keyClick(shown.list, Qt.Key.Key_Delete)
    assert shown.notice.isVisible()
    assert shown.notice.accessibleName() == (
        "2 märkningar på lappar kommer inte att synas. "
        "Märkningen finns kvar på lapparna och syns igen när temat är tillbaka."
    )
    shown.save.click()
    assert "Befintlig verksamhet" not in names(session)
    assert session.themes.marked() == {"existing": 2, "needs": 1}


def test_a_theme_without_marks_goes_without_a_word(dialog: Dialog) -> None:
    shown = dialog()
    shown.remove.click()
    assert not shown.notice.isVisible()
    assert shown.model.rowCount() == 3
    assert shown.form.name.text() == "Befintlig verksamhet"


def test_a_theme_added_again_by_its_name_has_its_marks_back(
    dialog: Dialog, session: Session, notes: list[str]
) -> None:
    app = session.applications.all()[0].id
    session.points.mark_notes(app, {notes[0]: ["needs"]})
    session.themes.replace(session.themes.catalogue()[:3])
    shown = dialog()
    shown.add_theme()
    shown.form.name.setText("behov och behovsanalys")
    shown.save.click()
    assert session.themes.catalogue()[-1].code == "needs"
    assert session.themes.matrix().rows[0].cells[3].notes == (notes[0],)


def test_a_refusal_is_told_beneath_the_name_concerned(dialog: Dialog, session: Session) -> None:
    before = session.themes.catalogue()
    shown = dialog()
    shown.list.choose(2)
    shown.form.name.setText("BEHOV och behovsanalys ")
    shown.list.choose(0)
    shown.save.click()
    assert shown.isVisible()
    assert shown.list.currentIndex().row() == 3
    assert shown.form.error == (
        "Det finns två teman som heter BEHOV och behovsanalys. Ge det ena ett annat namn."
    )
    shown.form.name.setText("Behov")
    assert shown.form.error == ""
    shown.list.choose(1)
    shown.form.name.clear()
    shown.save.click()
    assert shown.list.currentIndex().row() == 1
    assert shown.form.error == "Ett tema behöver ett namn. Dagens teman är som de var."
    assert session.themes.catalogue() == before


def test_every_theme_can_be_taken_out(dialog: Dialog, session: Session, opened: Opened) -> None:
    page, shown = opened(), dialog()
    for _theme in range(4):
        shown.remove.click()
    assert not shown.form.isEnabled()
    shown.save.click()
    assert session.themes.catalogue() == ()
    assert page._begin.isVisible()


def test_kinds_the_day_no_longer_knows_are_kept(dialog: Dialog, session: Session) -> None:
    session.themes.replace([Theme("a", "Resor", not_demanded_of=("gammal", "projekt"))])
    shown = dialog()
    shown.form.kinds["projekt"].setChecked(False)
    shown.form.kinds["struktur"].setChecked(True)
    shown.save.click()
    assert session.themes.catalogue()[0].not_demanded_of == ("struktur", "gammal")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        (" , ,\n", ()),
        ("buss", ("buss",)),
        ("buss, ta  sig dit ,\nbuss\nskjuts", ("buss", "ta sig dit", "skjuts")),
    ],
)
def test_words_are_parted_by_commas_and_lines(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


def test_every_control_has_a_name_and_tab_reaches_it(dialog: Dialog) -> None:
    shown = dialog()
    assert nameless(shown) == []
    check_tab(shown)


def test_the_page_has_names_and_tab_goes_round(opened: Opened, session: Session, notes: list[str]) -> None:
    session.points.mark_notes(session.applications.all()[0].id, {notes[0]: ["two_parties"]})
    page = opened()
    assert nameless(page) == []
    check_tab(page)
