"""Owns the settings of the three questions: their texts, until the first note answers one of them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from finsam_review.domain.workshop import Question
from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.settings_page.group import Group
from finsam_review.ui.settings_page.saved_field import SavedField
from finsam_review.ui.widgets.messages import Message


class QuestionsGroup(Group):
    """Each question in full, as it is printed, and in short, as it stands above its column."""

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(_("The questions"), parent)
        self._context = context
        self._locked = Message(
            "info",
            _("The texts stay as they are."),
            _("The tables have begun to answer them."),
            self,
            icon_name="lock",
        )
        self.add(self._locked)
        self._about = self.add_about(_("The texts can be changed until the first note is up."))
        self.pairs: dict[str, tuple[SavedField, SavedField]] = {}
        for question in context.session.day.frame().review_questions:
            self._add_question(question)

    @property
    def fields(self) -> tuple[SavedField, ...]:
        """The fields from the top."""
        return tuple(field for pair in self.pairs.values() for field in pair)

    def refresh(self) -> None:
        """Show what is saved, and whether it can be changed."""
        day = self._context.session.day
        unanswered, read_only = day.questions_are_open(), self._context.session.read_only
        self._locked.setVisible(not unanswered)
        self._about.setVisible(unanswered and not read_only)
        reason = "" if unanswered else self._locked.accessibleName()
        if read_only:
            reason = _("The file can only be read.")
        for question in day.frame().review_questions:
            text, short = self.pairs[question.id]
            text.show_value(question.text)
            short.show_value(question.short_text)
            for field in (text, short):
                field.set_read_only(reason)

    def fit(self) -> None:
        """Make the boxes as high as their lines at the text size in use."""
        for field in self.fields:
            field.fit()

    def _add_question(self, question: Question) -> None:
        number = question.number
        whole = _("Question {number}, as it is printed").format(number=number)
        short = _("Question {number}, short, above the column").format(number=number)
        pair = (
            SavedField(whole, self._saver(question.id, short=False), self, boxed=True),
            SavedField(short, self._saver(question.id, short=True), self),
        )
        self.pairs[question.id] = pair
        for field in pair:
            self.add(field)

    def _saver(self, question_id: str, *, short: bool) -> Callable[[str], str]:
        def save(text: str) -> str:
            day = self._context.session.day
            now = next(q for q in day.frame().review_questions if q.id == question_id)
            new = (now.text, text) if short else (text, now.short_text)
            return self._context.commands.do(
                lambda: day.change_question(question_id, text=new[0], short_text=new[1]), quiet=True
            )

        return save
