"""Owns the page of settings: its groups below each other, scrolled to and kept fresh."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from finsam_review.domain.changes import Changes
from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.guard import guarded
from finsam_review.ui.messages import tell
from finsam_review.ui.settings_page.day_group import DayGroup
from finsam_review.ui.settings_page.file_group import FileGroup
from finsam_review.ui.settings_page.looks_group import LooksGroup, WritingGroup
from finsam_review.ui.settings_page.questions_group import QuestionsGroup
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label
from finsam_review.ui.widgets.messages import Message

_WIDEST = 800


class SettingsPage(QFrame):
    """Everything that can be set, saved by itself."""

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self.setProperty("part", "paper")
        self._area = QScrollArea(self)
        self._paper = QFrame(self._area.viewport())
        self._inner = QWidget(self._paper)
        self.looks = LooksGroup(context.preferences, self._inner)
        self.writing = WritingGroup(context.preferences, self._inner)
        self.day = DayGroup(context, self._inner)
        self.questions = QuestionsGroup(context, self._inner)
        self.file = FileGroup(context, self._inner)
        self._build()
        context.bus.changed.connect(self._on_changed)
        follow_theme(self._dress)
        self._refresh()

    def scroll_to(self, share: float) -> None:
        """Scroll to ``share`` (0 to 1) of the page."""
        bar = self._area.verticalScrollBar()
        bar.setValue(round(bar.maximum() * share))

    def show_deadline(self) -> None:
        """Bring the last day to answer into sight and put the keyboard there."""
        self._area.ensureWidgetVisible(self.day.deadline, 0, current_theme().px(80))
        self.day.deadline.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Save what was typed and not yet left, and tell what is refused; called before the day is closed."""
        fields = (*self.day.fields, *self.questions.fields)
        for field in fields:
            field.commit()
        refused = [field for field in fields if field.error]
        if refused:
            sentence = _("“{typed}” is not saved as {field}, and what stood there before is kept. {reason}")
            lines = [
                sentence.format(typed=field.text, field=field.label, reason=field.error) for field in refused
            ]
            tell(self.window(), "\n\n".join(lines))

    @guarded(default=None)
    def showEvent(self, event: QShowEvent) -> None:
        """Qt override: what changed meanwhile is shown."""
        super().showEvent(event)
        self.looks.refresh()
        self.writing.refresh()
        if self._stale:
            self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if not (changes.workshop or changes.questions or changes.notes):
            return
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        self.day.refresh()
        self.questions.refresh()

    def _build(self) -> None:
        self._column = QVBoxLayout(self._inner)
        self._column.addWidget(Label(_("Settings"), self._inner, role=Role.TITLE, weight=SEMIBOLD))
        if self._context.session.read_only:
            self._add_read_only()
        for group in (self.looks, self.writing, self.day, self.questions, self.file):
            self._column.addWidget(group)
        self._column.addStretch(1)
        self._paper.setProperty("part", "paper")
        middle = QVBoxLayout(self._paper)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self._inner, 1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._paper)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _add_read_only(self) -> None:
        words = _("Save a copy to go on writing.")
        lead = _("The file can only be read.")
        self._column.addWidget(Message("info", lead, words, self._inner, icon_name="lock"))
        for field in self.day.fields:
            field.set_read_only(words)

    def _dress(self) -> None:
        theme = current_theme()
        side = theme.px(24)
        self._column.setContentsMargins(side, theme.px(16), side, side)
        self._column.setSpacing(theme.px(16))
        self._inner.setMaximumWidth(theme.px(_WIDEST))
        self.questions.fit()
