"""A new day, a backup brought back, and the keys."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from finsam_review import i18n
from finsam_review.i18n.wording import error_text
from finsam_review.paths import documents_folder
from finsam_review.services.days.backups import restore
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session
from finsam_review.ui.dialogs import KeysDialog, NewDayDialog, RestoreDialog
from finsam_review.ui.dialogs.crash import CrashDialog
from finsam_review.ui.dialogs.key_map import KEY_GROUPS
from finsam_review.ui.dialogs.restore import size_words, when_words
from finsam_review.ui.theme import LIGHT, Theme, apply_theme


@pytest.fixture
def backed_up(tmp_path: Path) -> Path:
    """A day with a backup; returns the folder it lies in."""
    with Session.create(
        tmp_path / "Dagen.finsam", preset=load_preset(), title="Dagen", day=date(2026, 10, 14)
    ) as day:
        day.backups.now()
    return tmp_path


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[QDialog], None]]:
    """Put a dialog on the screen for the length of the test, and hold it as long."""
    held: list[QDialog] = []

    def show(dialog: QDialog) -> None:
        held.append(dialog)
        dialog.show()

    yield show
    for dialog in held:
        dialog.close()
        dialog.deleteLater()


def test_a_new_day_is_described_by_its_name_alone(qtbot: QtBot, shown: Callable[[QDialog], None]):
    dialog = NewDayDialog()
    shown(dialog)
    qtbot.keyClicks(dialog.title, "Budget 2027: del 1/2")
    dialog.make.click()
    assert dialog.result() == 1
    values = dialog.values
    assert values is not None
    assert (values.title, values.preset, values.tables) == ("Budget 2027: del 1/2", "skaraborg", 6)
    assert values.date == datetime.now().astimezone().date()
    assert values.path.parent == documents_folder()
    assert not set('<>:"/\\|?*') & set(values.path.name)
    with Session.create(
        values.path,
        preset=load_preset(values.preset),
        title=values.title,
        day=values.date,
        tables=values.tables,
    ) as day:
        assert day.day.frame().workshop.title == values.title


def test_what_is_missing_is_said_beneath_its_field(shown: Callable[[QDialog], None]):
    dialog = NewDayDialog()
    shown(dialog)
    dialog.day.setText("32 december")
    dialog.make.click()
    assert dialog.values is None
    assert dialog.errors[0] == error_text("title_missing", {})
    assert len(dialog.errors) == 2


def test_a_file_that_is_there_is_never_overwritten(qtbot: QtBot, shown: Callable[[QDialog], None]):
    taken = documents_folder() / "Dagen.finsam"
    taken.parent.mkdir(parents=True)
    taken.write_bytes(b"mine")
    dialog = NewDayDialog()
    shown(dialog)
    qtbot.keyClicks(dialog.title, "Dagen")
    dialog.make.click()
    assert dialog.errors == [error_text("file_exists", {"file": "Dagen.finsam"})]
    assert taken.read_bytes() == b"mine"


def test_a_preset_brings_its_number_of_tables(shown: Callable[[QDialog], None]):
    dialog = NewDayDialog()
    shown(dialog)
    dialog.tables.setCurrentIndex(0)
    place = dialog.preset.findData("blekinge")
    dialog.preset.setCurrentIndex(place)
    dialog.preset.activated.emit(place)
    assert dialog.tables.currentData() == load_preset("blekinge").tables


def test_a_backup_comes_back_as_a_new_file(backed_up: Path, shown: Callable[[QDialog], None]):
    dialog = RestoreDialog()
    shown(dialog)
    dialog.choose(backed_up / "Dagen.finsam")
    assert dialog.chosen is None
    assert dialog.error == error_text("file_exists", {"file": "Dagen.finsam"})
    dialog.choose(backed_up / "Dagen igen.finsam")
    assert dialog.chosen is not None
    with Session.open(restore(*dialog.chosen)) as day:
        assert day.day.frame().workshop.title == "Dagen"


def test_the_list_of_backups_keeps_the_rules_of_models(backed_up: Path, shown: Callable[[QDialog], None]):
    dialog = RestoreDialog()
    shown(dialog)
    model = dialog.list.model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() >= 1
    assert model.index(0, 0).data().startswith("Dagen, ")
    del tester


def test_without_backups_it_says_when_there_will_be_one(shown: Callable[[QDialog], None]):
    dialog = RestoreDialog()
    shown(dialog)
    assert not dialog.list.isVisible()
    assert dialog.chosen is None


def test_a_moment_is_told_as_people_say_it():
    now = datetime.now().astimezone()
    today = when_words(now.replace(hour=14, minute=30))
    assert today == i18n.gettext("Today {time}").format(time="14.30")
    assert when_words(now - timedelta(days=1)) != today
    assert when_words(datetime(2025, 10, 15, 14, 5).astimezone()) == "15 oktober 2025 14.05"


@pytest.mark.parametrize(("size", "number"), [(300, "1"), (310_000, "303"), (4_404_019, "4,2")])
def test_sizes_are_short(size: int, number: str):
    assert size_words(size).split()[0] == number


def test_every_key_of_the_map_stands_in_the_dialog(shown: Callable[[QDialog], None]):
    dialog = KeysDialog()
    shown(dialog)
    names = {name(found) for found in walk(QAccessible.queryAccessibleInterface(dialog))}
    for group in KEY_GROUPS:
        for keys, words in group.keys:
            assert i18n.gettext(words) in names
            assert set(i18n.gettext(keys).split(", ")) <= names


@pytest.mark.parametrize(
    "make", [NewDayDialog, RestoreDialog, KeysDialog, lambda: CrashDialog("ZeroDivisionError")]
)
def test_everything_that_takes_the_keyboard_has_a_name(
    make: Callable[[], QDialog], shown: Callable[[QDialog], None], backed_up: Path
):
    dialog = make()
    shown(dialog)
    every = [found for found in walk(QAccessible.queryAccessibleInterface(dialog)) if found.state().focusable]
    assert every
    assert [found.object() for found in every if not name(found)] == []


def test_buttons_stay_on_the_screen_at_twice_the_text_size(
    qapp: QApplication, shown: Callable[[QDialog], None]
):
    apply_theme(qapp, Theme(LIGHT, 2.0))
    try:
        dialog = NewDayDialog()
        shown(dialog)
        dialog.make.click()
        assert dialog.height() <= dialog.screen().availableSize().height()
        assert dialog.rect().contains(dialog.make.mapTo(dialog, dialog.make.rect().bottomRight()))
    finally:
        apply_theme(qapp, Theme(LIGHT))


def name(found: QAccessibleInterface) -> str:
    """Return what a screen reader calls something."""
    return found.text(QAccessible.Text.Name)


def walk(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    """Return everything below ``interface`` that is on the screen."""
    found: list[QAccessibleInterface] = []
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None and child.isValid() and not child.state().invisible:
            found += [child, *walk(child)]
    return found
