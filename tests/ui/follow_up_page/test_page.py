"""The page as a whole: its tabs, keyboard, sizes, names, files that are dropped, a day that is only read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from tests.services.building import DAY
from tests.ui.follow_up_page.conftest import TODAY, Followed

from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.day import DayView
from finsam_review.ui.follow_up_page import FollowUpPage
from finsam_review.ui.intake_page import IntakePage
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.cards import EmptyState
from finsam_review.ui.widgets.labels import Label

Opened = Callable[..., Followed]
TABS = ("revised", "situation", "amounts")


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


@pytest.mark.parametrize("tab", TABS)
def test_every_control_has_a_name(opened: Opened, tab: str):
    page = opened(tab=tab).page
    assert nameless(QAccessible.queryAccessibleInterface(page)) == []


def test_ctrl_tab_goes_through_the_tabs_with_the_keyboard_where_one_begins(followed: Followed):
    seen = []
    for _turn in range(3):
        focus = QApplication.focusWidget()
        seen.append((followed.page.tab, focus.accessibleName() if focus is not None else ""))
        QTest.keyClick(followed.page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert seen == [
        ("revised", "Synpunkter som skickades"),
        ("situation", "Så ligger ansökningarna till"),
        ("amounts", "Belopp"),
    ]


@pytest.mark.parametrize("tab", TABS)
def test_f6_goes_to_the_other_side_and_back(opened: Opened, tab: str):
    followed = opened(tab=tab)
    part = followed.page.part(tab)
    part.enter("first")
    first = QApplication.focusWidget()
    QTest.keyClick(first, Qt.Key.Key_F6)
    assert part.sides.side_with_focus() == "second"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is first


@pytest.mark.parametrize("tab", TABS)
def test_tab_alone_reaches_every_part_and_comes_round(opened: Opened, tab: str):
    followed = opened(tab=tab)
    start = QApplication.focusWidget()
    seen: list[QWidget] = []
    for _turn in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        seen.append(here)
        if here is start:
            break
    assert seen[-1] is start
    reachable = {
        widget
        for widget in followed.page.part(tab).findChildren(QWidget)
        if isinstance(widget, Button | QAbstractItemView)
        and widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert reachable - set(seen) == set()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("tab", TABS)
def test_nothing_is_cut_or_scrolled_sideways(opened: Opened, tab: str, scale: float):
    """At 1366×768 the page has 1366 less the rail in width, at large text less the header in height."""
    width = 1366 - round((116 if scale < 1.5 else 60) * scale)
    followed = opened(tab=tab, size=(width, 640), scale=scale)
    assert followed.page.width() == width
    part = followed.page.part(tab)
    for side in ("first", "second"):
        part.enter(side)
        for view in part.findChildren(QAbstractItemView):
            assert view.horizontalScrollBar().maximum() == 0 or not view.isVisible()
        for area in part.findChildren(QScrollArea):
            assert area.horizontalScrollBar().maximum() == 0 or not area.isVisible()
        for button in part.findChildren(Button):
            if button.isVisible():
                right = button.mapTo(followed.page, QPoint(button.width(), 0)).x()
                assert right <= width, button.accessibleName()


@pytest.mark.parametrize("tab", TABS)
def test_one_side_at_a_time_where_room_is_short(opened: Opened, tab: str):
    part = opened(tab=tab, size=(1276, 640), scale=1.5).page.part(tab)
    assert part.sides.is_folded
    part.enter("second")
    assert part.sides.side_with_focus() == "second"
    part.enter("first")
    assert part.sides.side_with_focus() == "first"


def dropped(page: FollowUpPage, *paths: Path) -> QDropEvent:
    """Drop files on the page."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    return event


def test_a_dropped_file_is_passed_on(followed: Followed, tmp_path: Path):
    file = tmp_path / "Reviderad.docx"
    file.write_bytes(b"x")
    with followed.qtbot.waitSignal(followed.page.files_dropped) as told:
        event = dropped(followed.page, file)
    assert told.args == [[file]]
    assert event.isAccepted()


@pytest.mark.parametrize("tab", TABS)
def test_a_day_without_applications_says_what_to_do_first(qtbot: QtBot, tmp_path: Path, tab: str):
    preset = load_preset("skaraborg")
    with Session.create(tmp_path / "tom.finsam", preset=preset, title="Tom", day=DAY) as session:
        bus = ChangeBus()
        context = DayContext(session, bus, Commands(session, bus), PreferenceStore(tmp_path))
        page = FollowUpPage(context, today=lambda: TODAY)
        qtbot.addWidget(page)
        page.resize(1250, 650)
        page.show()
        page.show_tab(tab)
        page.focus_first()
        shown = [state for state in page.part(tab).findChildren(EmptyState) if state.isVisible()]
        assert len(shown) == 1
        words = [label.text() for label in shown[0].findChildren(Label)]
        assert "Inga ansökningar ännu" in words
        page.leave()


def test_a_day_that_is_only_read_is_only_shown(qtbot: QtBot, path: Path, tmp_path: Path):
    with Session.open(path, read_only=True) as session:
        bus = ChangeBus()
        context = DayContext(session, bus, Commands(session, bus), PreferenceStore(tmp_path))
        page = FollowUpPage(context, today=lambda: TODAY)
        qtbot.addWidget(page)
        page.resize(1250, 650)
        page.show()
        part = page.part("revised")
        qtbot.waitUntil(lambda: not part.is_busy)
        reason = "Dagen kan bara läsas här."
        assert part.body.changes.take_over.reason == reason
        assert part.body.answers.about.text() == reason
        QTest.keyClick(part.body.answers.view, Qt.Key.Key_1)
        assert session.revisions.all_responses() == ()
        part.ask_received()
        assert part.body.received.isHidden()
        steps = page.part("situation").steps
        steps.do("note")
        assert steps.line.isHidden()
        page.leave()


def test_what_happens_while_the_page_is_hidden_is_shown_when_it_is_seen(followed: Followed):
    followed.page.hide()
    document = followed.applications[0].documents[1]
    followed.context.commands.do(lambda: followed.session.revisions.set_received(document.id, None))
    followed.page.show()
    assert followed.revised.body.header.when.isVisible()
    assert followed.revised.corner.text() == "1 svar av 3 · 1 saknas · 1 inte utskickad"


def test_another_deadline_is_another_standing(followed: Followed):
    workshop = followed.session.day.frame().workshop
    later = replace(workshop, deadline=TODAY)
    followed.context.commands.do(lambda: followed.session.day.change_workshop(later))
    assert followed.revised.corner.text().startswith("1 svar av 3")


def test_leaving_ends_what_is_being_compared(followed: Followed):
    part = followed.revised
    part.showing.comparing._known.clear()
    part.show_application(followed.applications[0])
    assert part.is_busy
    followed.page.leave()
    followed.qtbot.waitUntil(lambda: not part.is_busy)


def test_a_revised_version_comes_in_through_the_page_and_leads_back_to_it(
    qtbot: QtBot, context: DayContext, tmp_path: Path
):
    view = DayView(context)
    qtbot.addWidget(view)
    view.resize(1366, 700)
    view.show()
    view.show_page("follow_up")
    page = view.findChild(FollowUpPage)
    file = tmp_path / "Grönt steg på gård REVIDERAD.csv"
    file.write_bytes(b"Diarienummer;Titel\n2025/051;Gr\xc3\xb6nt steg")
    page.files_dropped.emit([file])
    intake = view.findChild(IntakePage)
    assert view.page == ""
    intake.cancelled.emit()
    assert view.page == "follow_up"
    view.leave()
    view.let_go()
