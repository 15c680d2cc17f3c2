"""Owns what is done with the chosen notes: made a point, added to one, set aside, let go again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from finsam_review.domain.changes import Changes
from finsam_review.domain.points.sheet import Point, Reason
from finsam_review.domain.workshop import Shape
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.i18n.reasons import reason_text
from finsam_review.i18n.wording import error_text
from finsam_review.ui.context import DayContext
from finsam_review.ui.points_page.desk.desk import Desk
from finsam_review.ui.points_page.lines.choice_line import ChoiceLine
from finsam_review.ui.points_page.lines.options import Option
from finsam_review.ui.points_page.lines.writing_line import Writing, WritingLine


class NoteWork(QObject):
    """Carries out commands on notes of the application on the desk.

    ``done`` tells which notes an operation was about, so that work can go on with the next one.
    """

    done = Signal(list)

    def __init__(
        self, context: DayContext, desk: Desk, *, choice: ChoiceLine, writing: WritingLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._desk = context, desk
        self._choice, self._writing = choice, writing

    def make_point(self, note_ids: Sequence[str]) -> None:
        """Make a point of one note as it stands, or write one text of several."""
        if len(note_ids) > 1:
            self._write_one(list(note_ids))
        elif note_ids:
            point = self._desk.point_of(note_ids[0])
            if point is not None and len(point.notes) == 1:
                self._remark(_("The note is a point already. Enter gives it other words."))
                return
            points, own = self._context.session.points, self._desk.application_id
            self._do(lambda: points.quote(own, note_ids), note_ids, offer=False)

    def add(self, note_ids: Sequence[str], point_id: str) -> None:
        """Add notes to a point; without a point that fits, ask for its number."""
        first = self._desk.note(note_ids[0]) if note_ids else None
        if first is None:
            return
        points = self._desk.sheet.of_question(first.place.question_id)
        target = next((point for point in points if point.id == point_id), None)
        if target is not None and not set(note_ids) <= set(target.notes):
            self._add(note_ids, target.id)
        elif points:
            options = [Option(point.id, self._first_words(point)) for point in points]
            heading = ngettext("Add the note to point", "Add {n} notes to point", len(note_ids))
            ids = list(note_ids)
            self._choice.ask(
                heading.format(n=len(ids)), options, lambda key: self._close_and(lambda: self._add(ids, key))
            )
        else:
            self._remark(_("There is no point here yet. P makes one."))

    def set_aside(self, note_ids: Sequence[str]) -> None:
        """Ask why, and set notes aside."""
        if not note_ids:
            return
        ids = list(note_ids)
        options = [Option(reason.value, reason_text(reason.value)) for reason in Reason]
        heading = ngettext("Why is the note set aside?", "Why are {n} notes set aside?", len(ids))
        self._choice.ask(heading.format(n=len(ids)), options, lambda key: self._on_reason(ids, Reason(key)))

    def release(self, note_ids: Sequence[str]) -> None:
        """Let notes be left to handle again."""
        ids = [note_id for note_id in note_ids if not self._desk.is_left(note_id)]
        if not ids:
            self._remark(_("Nobody has decided on the note yet."))
            return
        points, own = self._context.session.points, self._desk.application_id
        sentence = self._context.commands.do(lambda: points.release(own, ids))
        if not sentence:
            self._context.commands.offer_undo()

    def _write_one(self, note_ids: list[str]) -> None:
        """Let one text be written of several notes; what they say stands there to begin with."""
        notes = [note for note_id in note_ids if (note := self._desk.note(note_id)) is not None]
        seen = [self._desk.seen(note) for note in notes]
        shape = next(q.shape for q in self._desk.questions if q.id == notes[0].place.question_id)
        heading = ngettext("One text of {n} note", "One text of {n} notes", len(notes)).format(n=len(notes))
        proposal = _joined([item.proposal for item in seen]) if shape is Shape.CHALLENGE else None
        writing = Writing(
            key=" ".join(sorted(note_ids)),
            heading=heading,
            action=_("Make the point"),
            text=_joined([item.text for item in seen]),
            proposal=proposal,
        )
        self._writing.write(writing, lambda text, proposal: self._merge(note_ids, text, proposal))

    def _merge(self, note_ids: Sequence[str], text: str, proposal: str) -> str:
        points, own = self._context.session.points, self._desk.application_id
        return self._do(
            lambda: points.merge(own, note_ids, text=text, proposal=proposal), note_ids, quiet=True
        )

    def _add(self, note_ids: Sequence[str], point_id: str) -> None:
        points, own = self._context.session.points, self._desk.application_id
        self._do(lambda: points.add_to(own, point_id, note_ids), note_ids)

    def _on_reason(self, note_ids: Sequence[str], reason: Reason) -> None:
        if reason is Reason.OWN:
            self._choice.ask_for_words(lambda words: self._on_own_words(note_ids, words))
        else:
            self._close_and(lambda: self._set_aside(note_ids, reason, ""))

    def _on_own_words(self, note_ids: Sequence[str], words: str) -> str:
        if not words.strip():
            return error_text("reason_missing", {})
        self._close_and(lambda: self._set_aside(note_ids, Reason.OWN, words))
        return ""

    def _set_aside(self, note_ids: Sequence[str], reason: Reason, words: str) -> None:
        points, own = self._context.session.points, self._desk.application_id
        self._do(lambda: points.set_aside(own, note_ids, reason, words=words), note_ids)

    def _close_and(self, act: Callable[[], object]) -> None:
        self._choice.close_line()
        act()

    def _do(
        self, act: Callable[[], Changes], note_ids: Sequence[str], *, offer: bool = True, quiet: bool = False
    ) -> str:
        """Carry out, offer to undo, tell it is done; return why not if it was refused."""
        refusal = self._context.commands.do(act, quiet=quiet)
        if not refusal:
            if offer:
                self._context.commands.offer_undo()
            self.done.emit(list(note_ids))
        return refusal

    def _first_words(self, point: Point) -> str:
        text, proposal = self._desk.words(point)
        return self._desk.fit_to_see(text or proposal).replace("\n", " ")

    def _remark(self, sentence: str) -> None:
        self._context.commands.remark(sentence)


def _joined(texts: Sequence[str]) -> str:
    """Return the texts below each other, each once."""
    return "\n".join(dict.fromkeys(text for text in texts if text))
