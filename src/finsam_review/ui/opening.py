"""Owns how a day is made, opened, shown and closed in the window, and what happens when it can't be."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.ui.preferences import PreferenceStore

if TYPE_CHECKING:
    from finsam_review.services.session import Session
    from finsam_review.ui.context import DayContext
    from finsam_review.ui.day import DayView
    from finsam_review.ui.dialogs import NewDay
    from finsam_review.ui.table_view import TableView

_BACKUP_MS = 10 * 60 * 1000


class DayOpener(QObject):
    """Has at most one day open. ``opened`` carries the page to show and the window's title."""

    opened = Signal(QWidget, str)
    closed = Signal(QWidget)

    def __init__(self, preferences: PreferenceStore, window: QWidget) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._window = window
        self._context: DayContext | None = None
        self._page: DayView | TableView | None = None
        self._table: int | None = None
        self._backup = QTimer(self)
        self._backup.setInterval(_BACKUP_MS)
        self._backup.timeout.connect(self._on_backup_due)

    def open(self, path: Path, *, table: int | None = None) -> None:
        """Open the day at ``path`` in place of the one that is open, which stays after a refusal."""
        from finsam_review.services.session import Session

        if self._context is not None and _is_same(path, self._context.session.path):
            if table is not None and table != self._table:
                self._switch(table)
            return
        self._take(lambda: Session.open(path), table=table)

    def create(self, values: "NewDay") -> None:
        """Make a new day and open it."""
        from finsam_review.services.days.presets import load_preset
        from finsam_review.services.session import Session

        self._take(
            lambda: Session.create(
                values.path,
                preset=load_preset(values.preset),
                title=values.title,
                day=values.date,
                tables=values.tables,
            )
        )

    def rehearse(self) -> None:
        """Open the rehearsal day, making it the first time."""
        from finsam_review.services.days.rehearsal import make_rehearsal, rehearsal_path

        path = rehearsal_path()
        if path.exists():
            self.open(path)
            return
        from finsam_review.ui.dialogs.waiting import Waiting

        waiting = Waiting(_("Making the rehearsal day"), self._window)
        try:
            self._take(lambda: make_rehearsal(path, on_step=waiting.step), rehearsal=True)
        finally:
            waiting.done()

    def close(self) -> bool:
        """Close the open day, if there is one: editors kept, backed up, the file let go.

        Returns ``False`` when a text could not be kept and the person would rather stay with it.
        """
        page, context = self._page, self._context
        if page is None or context is None:
            return True
        if not page.leave() and not self._may_lose_text():
            return False
        page.let_go()
        self._backup.stop()
        self._page = self._context = None
        self._let_go(context.session)
        self.closed.emit(page)
        return True

    def _may_lose_text(self) -> bool:
        from finsam_review.ui.messages import confirm

        question = _(
            "A text in an editor could not be saved, and is lost if you close the day now. "
            "The notes that are up are safe."
        )
        return confirm(self._window, question, action=_("Close all the same"))

    def _let_go(self, session: "Session") -> None:
        from finsam_review.ui.messages import tell, tell_error

        try:
            session.remember(rehearsal=_is_rehearsal(session.path))
            session.close()
        except UserError as error:
            tell_error(self._window, error)
        except OSError:
            tell(self._window, _no_backup_words())

    def rebuild(self) -> None:
        """Make the view of the open day anew, at the same page of it."""
        from finsam_review.ui.day import DayView

        shown = self._page.page if isinstance(self._page, DayView) else ""
        self._switch(self._table)
        if shown and isinstance(self._page, DayView):
            self._page.show_page(shown)

    def _take(
        self, make: Callable[[], "Session"], *, table: int | None = None, rehearsal: bool = False
    ) -> None:
        from finsam_review.ui.messages import tell, tell_error

        try:
            session = make()
        except UserError as error:
            tell_error(self._window, error)
            return
        if not self.close():
            session.close()
            return
        unknown = table is not None and table not in {t.number for t in session.day.frame().tables}
        self._show(session, table=None if unknown else table)
        if unknown:
            tell_error(self._window, UserError("row_table_unknown", table=table))
        session.remember(rehearsal=rehearsal or _is_rehearsal(session.path))
        damaged = session.find_damage()
        if damaged:
            tell(self._window, _damage_words(len(damaged)))

    def _show(self, session: "Session", *, table: int | None) -> None:
        from finsam_review.ui.change_bus import ChangeBus
        from finsam_review.ui.commands import Commands
        from finsam_review.ui.context import DayContext
        from finsam_review.ui.day import DayView
        from finsam_review.ui.table_view import TableView
        from finsam_review.ui.theme import load_fallbacks

        load_fallbacks()
        bus = ChangeBus(self)
        self._context = DayContext(session, bus, Commands(session, bus, self), self._preferences)
        self._table = table
        page = DayView(self._context) if table is None else TableView(self._context, table)
        page.table_view_requested.connect(self._on_table_view)
        page.day_view_requested.connect(self._on_day_view)
        if isinstance(page, DayView):
            page.close_requested.connect(self.close)
        self._page = page
        name = session.path.name
        if session.read_only:
            name = _("{file} (can only be read here)").format(file=name)
        self.opened.emit(page, page.window_title(name))
        page.focus_first()
        self._backup.start()

    def _on_table_view(self, table: int) -> None:
        self._switch(table)

    def _on_day_view(self) -> None:
        self._switch(None)

    def _switch(self, table: int | None) -> None:
        old, context = self._page, self._context
        if old is None or context is None:
            return
        if not old.leave():
            return
        writing_at = old.writing_at
        old.let_go()
        self._show(context.session, table=table)
        if self._page is not None:
            self._page.write_at(*writing_at)
        old.hide()
        old.deleteLater()

    def _on_backup_due(self) -> None:
        if self._context is None:
            return
        try:
            self._context.session.backups.if_changed()
        except (UserError, OSError):
            self._context.commands.refused.emit(_no_backup_words())


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _no_backup_words() -> str:
    return _("The backup could not be written. Your notes are saved in the day itself.")


def _is_rehearsal(path: Path) -> bool:
    return path.stem == "Generalrepetition"


def _damage_words(count: int) -> str:
    return _(
        "{n} parts of the file are damaged. The rest is whole. "
        "Save a copy, and restore the latest backup from the start page."
    ).format(n=count)
