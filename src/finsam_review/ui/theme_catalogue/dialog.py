"""Owns the dialog that changes the themes: choose a set, add, rename, put in order, take out."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.text import fold
from finsam_review.domain.workshop import Theme
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.services.points.themes import new_code
from finsam_review.ui.context import DayContext
from finsam_review.ui.dialogs.frame import DialogFrame
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.theme_catalogue.form import ThemeForm
from finsam_review.ui.theme_catalogue.listing import ThemeListView
from finsam_review.ui.theme_catalogue.model import ThemeListModel
from finsam_review.ui.widgets.buttons import Button, IconButton
from finsam_review.ui.widgets.fields import Choice, Field
from finsam_review.ui.widgets.messages import Message

_ROOM = (800, 560)


class ThemeCatalogueDialog(DialogFrame):
    """The themes of the day. Nothing is changed before *Ändra teman*; then it is one step of undo."""

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Themes of the day"), parent, room=_ROOM)
        self._context = context
        themes = context.session.themes
        self._now = themes.catalogue()
        self._catalogues = themes.catalogues()
        self.model = ThemeListModel(self._now, themes.marked(), self)
        self.list = ThemeListView(self.model, self)
        self.form = ThemeForm(context.session.day.frame().kinds, self)
        self.sets = Choice(_("Begin with"), self)
        self.notice = Message("info", "", "", self)
        self.save = Button(_("Change the themes"), self, kind="filled")
        self._make_buttons()
        self._fill_sets()
        self._lay_out()
        self._connect()
        self._choose(0)
        self._dress()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_theme(self) -> None:
        """Add a theme, ready to be named."""
        row = self.model.add(Theme(new_code("", self._codes()), ""))
        self.list.choose(row)
        self.form.focus_name()

    def remove_theme(self) -> None:
        """Take the chosen theme out of the list; what is marked with it stays marked."""
        row = self.list.currentIndex().row()
        if row >= 0:
            self.model.remove(row)
            self._choose(min(row, self.model.rowCount() - 1))
            self._say_unseen()

    def move_theme(self, step: int) -> None:
        """Move the chosen theme up or down."""
        row = self.list.currentIndex().row()
        if row >= 0:
            self.list.choose(self.model.move(row, step))

    def _codes(self) -> list[str]:
        return [theme.code for theme in (*self.model.themes, *self._now)]

    def _choose(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.list.choose(row)
            self.form.show_theme(self.model.themes[row])
        else:
            self.form.show_theme(None)

    def _on_row(self, row: int) -> None:
        self.form.show_theme(self.model.themes[row] if 0 <= row < self.model.rowCount() else None)
        for button in (self.up, self.down, self.remove):
            button.setEnabled(row >= 0)

    def _on_edited(self, theme: Theme) -> None:
        row = self.list.currentIndex().row()
        if row >= 0:
            self.model.change(row, theme)

    def _on_set(self) -> None:
        place = self.sets.currentIndex()
        self.model.set_themes(self._now if place == 0 else self._catalogues[place - 1].themes)
        self._choose(0)
        self._say_unseen()

    def _on_save(self) -> None:
        new = self._with_known_codes(self.model.themes)
        session = self._context.session
        refusal = self._context.commands.do(lambda: session.themes.replace(new), quiet=True)
        if refusal:
            self._choose(self._wrong_row())
            self.form.show_error(refusal)
            self.form.focus_name()
            self.grow()
            return
        if new != self._now:
            self._context.commands.offer_undo()
        self.accept()

    def _with_known_codes(self, themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
        """Give a new theme the code that its name has in a catalogue, so that older marks are seen again."""
        known = {theme.code for catalogue in self._catalogues for theme in catalogue.themes}
        known |= {theme.code for theme in self._now}
        taken = [theme.code for theme in themes]
        settled = []
        for theme in themes:
            code = theme.code
            if code not in known:
                code = new_code(theme.name, taken, self._catalogues)
                taken.append(code)
            settled.append(replace(theme, code=code))
        return tuple(settled)

    def _wrong_row(self) -> int:
        names = [fold(theme.name) for theme in self.model.themes]
        wrong = [row for row, name in enumerate(names) if not name or name in names[:row]]
        return wrong[0] if wrong else self.list.currentIndex().row()

    def _say_unseen(self) -> None:
        marks = self.model.unseen
        self.notice.setVisible(bool(marks))
        if marks:
            lead = ngettext(
                "{n} mark on a note will not be seen.", "{n} marks on notes will not be seen.", marks
            )
            rest = _("They stay on the notes, and are seen again when the theme is back.")
            self.notice.say("info", lead.format(n=marks), rest)
        self.grow()

    def _make_buttons(self) -> None:
        self.add = Button(_("Add a theme"), self, icon_name="plus-circle")
        self.up = IconButton("arrow-up", _("Move up"), self, keys="Alt+Shift+↑")
        self.down = IconButton("arrow-down", _("Move down"), self, keys="Alt+Shift+↓")
        self.remove = IconButton("trash", _("Take out"), self, keys="Delete")

    def _fill_sets(self) -> None:
        self.sets.addItem(_("The themes as they are"))
        for catalogue in self._catalogues:
            self.sets.addItem(catalogue.name or _("The förbund's own themes"))

    def _connect(self) -> None:
        self.sets.activated.connect(self._on_set)
        self.list.row_chosen.connect(self._on_row)
        self.list.move_requested.connect(self.move_theme)
        self.list.remove_requested.connect(self.remove_theme)
        self.form.edited.connect(self._on_edited)
        self.add.clicked.connect(self.add_theme)
        self.up.clicked.connect(lambda: self.move_theme(-1))
        self.down.clicked.connect(lambda: self.move_theme(1))
        self.remove.clicked.connect(self.remove_theme)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.add)
        tools.addStretch(1)
        for button in (self.up, self.down, self.remove):
            tools.addWidget(button)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(tools)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.addLayout(left, 1)
        self._sides.addWidget(self.form, 1)
        self.notice.hide()
        self.contents.addWidget(Field(_("Begin with"), self.sets, self))
        self.contents.addWidget(self.notice)
        self.contents.addLayout(self._sides, 1)
        self.add_button(Button(_("Cancel"), self)).clicked.connect(self.reject)
        self.add_button(self.save).clicked.connect(self._on_save)

    def _dress(self) -> None:
        super()._dress()
        if hasattr(self, "_sides"):
            self._sides.setSpacing(current_theme().px(20))
