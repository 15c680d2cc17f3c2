"""The tab Teman: the matrix by keyboard and in words, the notes behind a cell, themes set, pictures."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QPixmap
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot
from tests.ui.themes_page.conftest import Opened

from finsam_review.domain.notes import NoteContent, Place
from finsam_review.domain.themes import ThemeCell
from finsam_review.domain.workshop import Theme as DayTheme
from finsam_review.services.session import Session
from finsam_review.ui.context import DayContext
from finsam_review.ui.theme import DARK, LIGHT, TEXT_SCALES, Theme, apply_theme
from finsam_review.ui.themes_page import ThemesPage
from finsam_review.ui.themes_page.matrix.painting import cell_width, paint_cell
from finsam_review.ui.themes_page.matrix.picture import matrix_picture

PARTIES, EXISTING, IMPLEMENTATION, NEEDS = range(4)


def first(session: Session) -> str:
    """Return the id of the first application."""
    return session.applications.all()[0].id


def mark(page: ThemesPage, session: Session, marks: dict[str, list[str]]) -> None:
    """Set themes on notes of the first application, as another page does."""
    page._context.commands.do(lambda: session.points.mark_notes(first(session), marks))


def many_themes(session: Session, count: int) -> None:
    """Give the day so many themes."""
    session.themes.replace([DayTheme(f"t{n}", f"Tema nummer {n}", f"Tema {n}") for n in range(1, count + 1)])


def shown_notes(page: ThemesPage) -> list[str]:
    """Return the ids of the notes that are read."""
    return [card.note_id for card in page.pane.model.cards]


def press(page: ThemesPage, *keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def menu_of(page: ThemesPage) -> QMenu:
    """Return the menu that is open."""
    menus = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    return menus[0]


def test_the_model_keeps_qts_promises(opened: Opened, session: Session, notes: list[str]) -> None:
    page = opened()
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    mark(page, session, {notes[0]: ["needs"], notes[1]: ["existing"]})
    page._context.commands.do(lambda: session.themes.replace(session.themes.catalogue()[:2]))
    page._context.commands.undo()
    assert page.model.rowCount() == 4
    assert page.model.columnCount() == 4
    tester.deleteLater()


def test_a_changed_cell_tells_of_itself_alone(
    opened: Opened, session: Session, notes: list[str], qtbot: QtBot
) -> None:
    page = opened()
    page.view.choose(2, EXISTING)
    told = []
    page.model.dataChanged.connect(lambda one, two: told.append((one.row(), one.column(), two.column())))
    page.model.modelReset.connect(lambda: told.append(()))
    mark(page, session, {notes[0]: ["needs"]})
    assert told == [(0, NEEDS, NEEDS)]
    assert page.view.place == (2, EXISTING)


def test_every_cell_and_head_is_told_in_full_words(
    opened: Opened, session: Session, notes: list[str]
) -> None:
    page = opened()
    mark(page, session, {note: ["two_parties", "implementation"] for note in (notes[0], notes[1], notes[3])})

    def said(column: int, row: int = 0) -> object:
        return page.model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said(PARTIES) == "Ansökan 1, Två parter och förankring: 3 lappar från 2 av 3 bord"
    assert said(EXISTING) == "Ansökan 1, Befintlig verksamhet: Inga lappar"
    assert said(IMPLEMENTATION) == "Ansökan 1, Implementering: krävs inte. 3 lappar från 2 av 3 bord"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert page.model.headerData(PARTIES, Qt.Orientation.Horizontal, role) == "Två parter och förankring"
    assert page.model.headerData(0, Qt.Orientation.Vertical, role) == "1 Ansökan 1"
    table = QAccessible.queryAccessibleInterface(page.view)
    read = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]
    for words in (said(PARTIES), said(IMPLEMENTATION), "Två parter och förankring", "1 Ansökan 1"):
        assert words in read


def test_arrows_go_from_cell_to_cell_and_the_notes_follow(
    opened: Opened, session: Session, notes: list[str]
) -> None:
    page = opened()
    mark(page, session, {notes[0]: ["existing"], notes[3]: ["existing"]})
    assert page.view.place == (0, 0)
    press(page, Qt.Key.Key_Right)
    assert page.view.place == (0, EXISTING)
    assert shown_notes(page) == [notes[0], notes[3]]
    assert page.pane.count == "2 lappar från 1 av 3 bord"
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert page.view.place == (1, PARTIES)
    assert shown_notes(page) == []
    assert page.pane.count == "Inga lappar"


def test_letters_never_search_in_the_matrix(opened: Opened, session: Session, notes: list[str]) -> None:
    page = opened()
    mark(page, session, {notes[0]: ["needs"]})
    page.view.choose(2, NEEDS)
    press(page, Qt.Key.Key_1, Qt.Key.Key_Minus)
    assert page.view.place == (2, NEEDS)


def test_enter_reads_and_esc_comes_back_to_the_cell(
    opened: Opened, session: Session, notes: list[str]
) -> None:
    page = opened()
    mark(page, session, {notes[1]: ["existing"]})
    page.view.choose(0, EXISTING)
    press(page, Qt.Key.Key_Return)
    assert page.pane.notes.hasFocus()
    assert page.pane.notes.chosen == notes[1]
    press(page, Qt.Key.Key_Escape)
    assert page.view.hasFocus()
    assert page.view.place == (0, EXISTING)


def test_where_room_is_short_the_notes_are_read_in_place_of_the_matrix(
    opened: Opened, session: Session, notes: list[str]
) -> None:
    page = opened((640, 500))
    mark(page, session, {notes[1]: ["existing"]})
    assert page.view.isVisible()
    assert not page.pane.isVisible()
    page.view.choose(0, EXISTING)
    press(page, Qt.Key.Key_Return)
    assert not page.view.isVisible()
    assert page.pane.isVisible()
    press(page, Qt.Key.Key_Escape)
    assert page.view.hasFocus()
    assert not page.pane.isVisible()
    box = page.view.visualRect(page.model.index(0, EXISTING))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert page.pane.isVisible()
    page.resize(1250, 500)
    assert page.view.isVisible()
    assert page.pane.isVisible()


def test_what_the_forbund_does_not_demand_is_said_where_the_theme_is_read_and_set(
    opened: Opened, session: Session, notes: list[str]
) -> None:
    page = opened()
    mark(page, session, {notes[0]: ["implementation"]})
    page.view.choose(0, IMPLEMENTATION)
    assert page.pane.remark == "Av en förberedande insats krävs inte implementering."
    words = [action.text() for action in page.menu_for(notes[0]).actions()]
    assert words[IMPLEMENTATION] == "&3  Implementering · krävs inte av förberedande insats"
    page.view.choose(0, NEEDS)
    assert page.pane.remark == ""


def test_the_foot_tells_what_the_signs_mean(opened: Opened, session: Session) -> None:
    page = opened()
    assert page._legend.rule == "= förberedande insats: inget krav på implementering"
    page._context.commands.do(lambda: session.themes.replace(session.themes.catalogue()[:2]))
    assert page._legend.rule == ""


def test_t_sets_a_theme_by_its_figure_and_undo_takes_it_back(
    opened: Opened, session: Session, notes: list[str]
) -> None:
    page = opened()
    mark(page, session, {notes[0]: ["existing"]})
    page.view.choose(0, EXISTING)
    press(page, Qt.Key.Key_Return, Qt.Key.Key_T)
    menu = menu_of(page)
    assert [action.isChecked() for action in menu.actions()] == [False, True, False, False]
    QTest.keyClick(menu, Qt.Key.Key_4)
    assert session.points.sheet(first(session)).themes_of(notes[0]) == ("existing", "needs")
    assert page.model.cell_at(0, NEEDS).notes == (notes[0],)
    page._context.commands.undo()
    assert session.points.sheet(first(session)).themes_of(notes[0]) == ("existing",)


def test_enter_in_the_menu_takes_the_theme_that_is_read(
    opened: Opened, session: Session, notes: list[str]
) -> None:
    page = opened()
    mark(page, session, {notes[0]: ["existing"]})
    page.view.choose(0, EXISTING)
    press(page, Qt.Key.Key_Return, Qt.Key.Key_Return)
    QTest.keyClick(menu_of(page), Qt.Key.Key_Return)
    assert session.points.sheet(first(session)).themes_of(notes[0]) == ()
    assert shown_notes(page) == []


def test_a_theme_of_the_point_is_ticked_and_stays(opened: Opened, session: Session, notes: list[str]) -> None:
    page, app = opened(), first(session)
    session.points.merge(app, notes[:2], text="Båda")
    session.points.mark_point(app, session.points.sheet(app).points[0].id, ["existing"])
    page.refresh()
    page.view.choose(0, EXISTING)
    action = page.menu_for(notes[0]).actions()[EXISTING]
    assert (action.isChecked(), action.isEnabled()) == (True, False)
    assert action.text() == "&2  Befintlig verksamhet · på synpunkten"


def test_suggestions_are_hints_until_a_person_sets_them(
    opened: Opened, session: Session, notes: list[str]
) -> None:
    page = opened()
    page.view.choose(0, PARTIES)
    assert page.pane.suggestions.text() == "Se 2 förslag"
    assert shown_notes(page) == []
    page.pane.suggestions.click()
    assert shown_notes(page) == [notes[0], notes[1]]
    assert page.pane.count == "2 lappar kan handla om det"
    assert session.points.sheet(first(session)).note_themes == ()
    press(page, Qt.Key.Key_T)
    assert menu_of(page).actions()[PARTIES].text() == "&1  Två parter och förankring · förslag"
    QTest.keyClick(menu_of(page), Qt.Key.Key_Return)
    assert session.points.sheet(first(session)).themes_of(notes[0]) == ("two_parties",)
    assert shown_notes(page) == [notes[1]]
    page.pane.suggestions.click()
    assert shown_notes(page) == [notes[0]]


def test_another_cell_begins_with_its_notes(opened: Opened) -> None:
    page = opened()
    page.view.choose(0, PARTIES)
    page.pane.suggestions.click()
    page.view.choose(0, NEEDS)
    assert not page.pane.shows_suggested


def test_identity_numbers_are_masked_in_what_is_read(opened: Opened, session: Session) -> None:
    frame = session.day.frame()
    place = Place(first(session), frame.review_questions[0].id, frame.tables[0].id)
    note, _changes = session.notes.add(place, NoteContent("Han heter 640823-3234"))
    page = opened()
    mark(page, session, {note.id: ["needs"]})
    page.view.choose(0, NEEDS)
    assert [card.text for card in page.pane.model.cards] == ["Han heter [personnummer]"]


def test_an_approved_summary_refuses_new_themes_in_words(
    opened: Opened, session: Session, notes: list[str], qtbot: QtBot
) -> None:
    page, app = opened(), first(session)
    session.points.quote(app, notes)
    session.points.mark_notes(app, {notes[0]: ["needs"]})
    session.summaries.approve(app, by="Kansliet")
    page.refresh()
    page.view.choose(0, NEEDS)
    press(page, Qt.Key.Key_Return, Qt.Key.Key_T)
    with qtbot.waitSignal(page._context.commands.refused) as refused:
        QTest.keyClick(menu_of(page), Qt.Key.Key_2)
    assert refused.args[0].startswith("Summeringen är godkänd")
    assert page.model.cell_at(0, EXISTING).notes == ()


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("width", [640, 1000, 1250, 1800])
def test_there_is_never_a_horizontal_scroll_bar_and_no_column_is_cut(
    opened: Opened, session: Session, scale: float, width: int
) -> None:
    session.themes.replace(next(c for c in session.themes.catalogues() if c.code == "fifteen").themes)
    page = opened((width, 500))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Theme(LIGHT, scale))
    QApplication.processEvents()
    view = page.view
    assert not view.horizontalScrollBar().isVisible()
    begin, end = view.columns_seen
    assert end > begin
    last = view.visualRect(page.model.index(0, end - 1))
    assert last.right() <= view.viewport().width()
    assert view.viewport().width() - last.right() < view.columnWidth(0)


def test_themes_without_room_are_paged_and_come_as_one_goes_there(opened: Opened, session: Session) -> None:
    many_themes(session, 15)
    page = opened((900, 500))
    pager, seen = page.view.pager, page.view.columns_seen
    assert pager.back.isVisible()
    assert pager.words == f"Tema 1–{seen[1]} av 15"
    pager.forth.click()
    assert page.view.columns_seen == (seen[1], 2 * seen[1])
    assert page.view.place == (0, seen[1])
    assert pager.words == f"Tema {seen[1] + 1}–{2 * seen[1]} av 15"
    while page.view.columns_seen[1] < 15:
        pager.forth.click()
    pager.forth.click()
    assert page.view.columns_seen == seen
    pager.back.click()
    assert page.view.columns_seen[1] == 15
    page.view.choose(0, 0)
    assert page.view.columns_seen == seen
    page.view.setFocus()
    press(page, *[Qt.Key.Key_Right] * seen[1])
    assert page.view.columns_seen == (1, seen[1] + 1)


def test_where_all_themes_have_room_the_corner_says_what_the_rows_are(opened: Opened) -> None:
    page = opened()
    assert page.view.pager.words == "Ansökan"
    assert not page.view.pager.forth.isVisible()


def test_many_applications_scroll_under_heads_that_stay(opened: Opened, session: Session) -> None:
    from finsam_review.domain.applications import ApplicationDetails

    for number in range(36):
        session.applications.add(ApplicationDetails(title=f"Insats {number}"))
    page = opened((1250, 500))
    head = page.view.heads.geometry()
    press(page, *[Qt.Key.Key_Down] * 39)
    assert page.view.place == (39, 0)
    assert page.view.verticalScrollBar().value() > 0
    assert page.view.heads.geometry() == head
    box = page.view.visualRect(page.model.index(39, 0))
    assert page.view.viewport().rect().contains(box)


def test_the_place_one_is_at_survives_what_others_do(
    opened: Opened, session: Session, notes: list[str]
) -> None:
    page = opened()
    page.view.choose(0, NEEDS)
    session.notes.add(
        Place(first(session), session.day.frame().review_questions[0].id, session.day.frame().tables[1].id),
        NoteContent("Ny"),
    )
    mark(page, session, {notes[2]: ["needs"]})
    assert page.view.place == (0, NEEDS)
    assert shown_notes(page) == [notes[2]]


def test_what_changes_while_the_page_is_not_seen_is_read_when_it_is(
    opened: Opened, session: Session, notes: list[str]
) -> None:
    page = opened()
    page.hide()
    mark(page, session, {notes[0]: ["needs"]})
    assert page.model.cell_at(0, NEEDS).notes == ()
    page.show()
    assert page.model.cell_at(0, NEEDS).notes == (notes[0],)


def test_without_themes_the_page_says_what_to_do_first(opened: Opened, session: Session) -> None:
    session.themes.replace([])
    page = opened()
    assert not page.view.isVisible()
    assert page._begin.hasFocus()
    assert page.save_button.reason == "Det finns inget att spara ännu."
    page._context.commands.undo()
    assert page.view.isVisible()
    assert page.view.place == (0, 0)


@pytest.mark.parametrize("readers", [0, 1, 3, 6, 9, 26])
@pytest.mark.parametrize("demanded", [True, False])
def test_a_cell_is_painted_within_the_width_it_asks_for(readers: int, demanded: bool, qtbot: QtBot) -> None:
    tables = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:readers])
    for theme in (Theme(LIGHT), Theme(DARK, 2.0)):
        cell = ThemeCell(("",) * 23, tables, readers, demanded)
        wide, high = cell_width(cell, theme), theme.px(32)
        image = painted(cell, theme, wide + 40, high)
        ground = image.pixel(0, 0)
        assert any(image.pixel(x, high // 2) != ground for x in range(image.width()))
        for x in (*range(18), *range(wide + 22, wide + 40)):
            assert all(image.pixel(x, y) == ground for y in range(high)), x


def painted(cell: ThemeCell, theme: Theme, wide: int, high: int) -> QImage:
    """Return a cell as it is painted in the middle of such a box."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    paint_cell(painter, QRectF(0, 0, wide, high), cell, theme)
    painter.end()
    return image


def test_more_tables_are_a_darker_tint(qtbot: QtBot) -> None:
    theme = Theme(LIGHT)
    tints = []
    for count in (1, 2, 3, 5):
        image = painted(ThemeCell(("",), tuple("ABCDE"[:count]), 5), theme, 140, 32)
        tints.append(image.pixelColor(70, 6).name().upper())
    assert tints == [*LIGHT.steps, LIGHT.steps[2]]


def test_the_picture_holds_the_whole_matrix_at_twice_the_size(
    opened: Opened, session: Session, notes: list[str]
) -> None:
    many_themes(session, 15)
    page = opened((900, 400))
    image = matrix_picture(page.model.matrix, title="Teman")
    assert image.devicePixelRatio() == 2
    assert image.width() > 2 * 15 * 90
    assert image.height() > 2 * 4 * 32


def test_the_matrix_is_saved_as_png_and_as_svg_through_the_gate(
    opened: Opened, session: Session, notes: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    application = session.applications.all()[1]
    session.applications.change(application.id, replace(application.details, title="Om 640823-3234"))
    page = opened()
    mark(page, session, {notes[0]: ["needs"]})
    asked = []

    def answer(name: str) -> None:
        monkeypatch.setattr(
            QFileDialog,
            "getSaveFileName",
            lambda *given: asked.append(given) or (str(tmp_path / name), ""),
        )

    answer("teman")
    page.save_button.click()
    assert asked[0][2].endswith("Teman Budgetupptakt.png")
    assert page.notice.said == "Bilden är sparad. teman.png"
    assert QPixmap(str(tmp_path / "teman.png")).width() > 600
    answer("teman.svg")
    page.save_button.click()
    assert page.notice.said == "Bilden är sparad. teman.svg"
    said = " ".join(ET.parse(tmp_path / "teman.svg").getroot().itertext())
    assert "Ansökan 1" in said
    assert "640823" not in said


def test_a_picture_that_cannot_be_saved_says_why(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened()
    target = tmp_path / ("djup" * 60) / "teman.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    page.save_button.click()
    assert page.notice.said.startswith("Bilden är inte sparad.")


def test_a_day_that_can_only_be_read_has_no_way_to_change_themes(
    session: Session, tmp_path: Path, qtbot: QtBot, notes: list[str]
) -> None:
    from finsam_review.ui.change_bus import ChangeBus
    from finsam_review.ui.commands import Commands
    from finsam_review.ui.preferences import PreferenceStore

    session.points.mark_notes(first(session), {notes[0]: ["two_parties"]})
    path = session.path.with_name("kopia.finsam")
    session.save_copy(path)
    with Session.open(path, read_only=True) as copy:
        bus = ChangeBus()
        page = ThemesPage(DayContext(copy, bus, Commands(copy, bus), PreferenceStore(tmp_path)))
        qtbot.addWidget(page)
        assert page.change_button.reason == "Dagen kan bara läsas här."
        page.view.choose(0, PARTIES)
        page.pane.themes_requested.emit(notes[0], QPoint(0, 0))
        assert page.findChildren(QMenu) == []


def test_the_buttons_fold_into_one_where_room_is_short(opened: Opened) -> None:
    page = opened()
    page.corner.resize(500, 40)
    assert not page.change_button.isHidden()
    assert page.corner.more.isHidden()
    page.corner.resize(120, 40)
    assert page.change_button.isHidden()
    assert not page.corner.more.isHidden()
    assert [action.text() for action in page.corner.menu().actions()] == ["Ändra teman", "Spara som bild"]
