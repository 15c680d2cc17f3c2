"""Owns what people do with notes afterwards: quote, merge, split, set aside, order, mark with themes."""

from collections.abc import Callable, Mapping, Sequence
from uuid import uuid4

from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import Note
from finsam_review.domain.points import sheet as sheets
from finsam_review.domain.points.receipt import Receipt, receipt, unhandled, whole
from finsam_review.domain.points.sheet import Point, Reason, Sheet
from finsam_review.i18n import N_
from finsam_review.services.notes import NoteService
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.workshop_file import WorkshopFile


def _new_id() -> str:
    return str(uuid4())


class PointService:
    """Points of the open day. Every operation is one transaction, one step of undo, and durable at once.

    Operations raise :class:`UserError` ``summary_approved`` for an application whose summary is approved:
    reopen it first; and ``point_gone`` or ``note_gone`` for what is not there any more.
    """

    def __init__(self, file: WorkshopFile, undo: UndoStack, *, notes: NoteService) -> None:
        self._file = file
        self._undo = undo
        self._notes = notes
        self._known: dict[str, Sheet] = {}

    def sheet(self, application_id: str) -> Sheet:
        """Return everything decided about the notes of one application, also what counts for nothing now."""
        if application_id not in self._known:
            with self._file.work() as work:
                self._known[application_id] = work.sheets.get(application_id)
        return self._known[application_id]

    def living(self, application_id: str) -> Sheet:
        """Return the sheet as it counts: without notes that were taken down or moved away."""
        return sheets.living(self.sheet(application_id), self._notes.of_topic(application_id))

    def receipt(self, application_id: str) -> Receipt:
        """Return what became of the notes of one application."""
        return receipt(self.sheet(application_id), self._notes.of_topic(application_id))

    def receipts(self, application_ids: Sequence[str]) -> Mapping[str, Receipt]:
        """Return the receipt of each application, all notes read in one go."""
        by_topic: dict[str, list[Note]] = {application_id: [] for application_id in application_ids}
        for note in self._notes.all():
            if note.place.topic_id in by_topic:
                by_topic[note.place.topic_id].append(note)
        return {key: receipt(self.sheet(key), found) for key, found in by_topic.items()}

    def receipt_of_day(self, application_ids: Sequence[str]) -> Receipt:
        """Return what became of the notes of the whole day."""
        return whole(self.receipts(application_ids).values())

    def unhandled(self, application_id: str) -> tuple[Note, ...]:
        """Return the notes that nobody has decided on yet, oldest first."""
        return unhandled(self.sheet(application_id), self._notes.of_topic(application_id))

    def quote(self, application_id: str, note_ids: Sequence[str]) -> Changes:
        """Make a point of each note as it stands."""

        def change(sheet: Sheet) -> Sheet:
            for question_id, ids in self._by_question(application_id, note_ids).items():
                sheet = sheets.quote(sheet, question_id, ids, new_id=_new_id)
            return sheet

        return self._do(application_id, change, N_("The note is a point."))

    def merge(
        self, application_id: str, note_ids: Sequence[str], *, text: str, proposal: str = ""
    ) -> Changes:
        """Make one point of several notes of one question, with a text of its own.

        Raises :class:`UserError` ``point_empty``, or ``points_two_questions`` for notes of several questions.
        """
        by_question = self._by_question(application_id, note_ids)
        if len(by_question) != 1:
            raise UserError("points_two_questions")
        ((question_id, ids),) = by_question.items()
        return self._do(
            application_id,
            lambda old: sheets.merge(old, question_id, ids, text=text, proposal=proposal, new_id=_new_id),
            N_("The notes are one point."),
        )

    def add_to(self, application_id: str, point_id: str, note_ids: Sequence[str]) -> Changes:
        """Add notes to a point. A quote that gets company keeps what it said as a text of its own."""
        point = self.sheet(application_id).point(point_id)
        ids = self._by_question(application_id, note_ids).get(point.question_id, [])
        if len(ids) != len(note_ids):
            raise UserError("points_two_questions")
        text, proposal = self._words(point)
        return self._do(
            application_id,
            lambda old: sheets.add_to(old, point_id, ids, text=text, proposal=proposal),
            N_("The note is added to the point."),
        )

    def rewrite(self, application_id: str, point_id: str, *, text: str, proposal: str = "") -> Changes:
        """Give a point other words. Raises :class:`UserError` ``point_empty``."""
        point = self.sheet(application_id).point(point_id)
        if (text, proposal) == self._words(point):
            return Changes()
        return self._do(
            application_id,
            lambda old: sheets.rewrite(old, point_id, text=text, proposal=proposal),
            N_("The point is rewritten."),
        )

    def split(self, application_id: str, point_id: str) -> Changes:
        """Make a point of each note of a point."""
        return self._do(
            application_id,
            lambda old: sheets.split(old, point_id, new_id=_new_id),
            N_("The point is split."),
        )

    def release(self, application_id: str, note_ids: Sequence[str]) -> Changes:
        """Let notes be not yet handled again."""
        return self._do(
            application_id,
            lambda old: sheets.release(old, note_ids),
            N_("The note is back among those left."),
        )

    def set_aside(
        self, application_id: str, note_ids: Sequence[str], reason: Reason, *, words: str = ""
    ) -> Changes:
        """Set notes aside. Raises :class:`UserError` ``reason_missing`` for own words that are none."""
        self._by_question(application_id, note_ids)
        return self._do(
            application_id,
            lambda old: sheets.set_aside(old, note_ids, reason, words=words),
            N_("The note is set aside."),
        )

    def reorder(self, application_id: str, point_id: str, step: int) -> Changes:
        """Move a point up (negative) or down among those of its question."""
        return self._do(
            application_id, lambda old: sheets.reorder(old, point_id, step), N_("The point is moved.")
        )

    def mark_point(self, application_id: str, point_id: str, themes: Sequence[str]) -> Changes:
        """Set the themes of a point."""
        return self._do(
            application_id, lambda old: sheets.mark_point(old, point_id, themes), N_("The theme is set.")
        )

    def mark_notes(self, application_id: str, marks: Mapping[str, Sequence[str]]) -> Changes:
        """Set the themes of notes."""
        return self._do(application_id, lambda old: sheets.mark_notes(old, marks), N_("The theme is set."))

    def words(self, application_id: str, point_id: str) -> tuple[str, str]:
        """Return what a point says now: its text and, for a challenge, the proposal."""
        return self._words(self.sheet(application_id).point(point_id))

    def _words(self, point: Point) -> tuple[str, str]:
        if point.text is not None:
            return point.text, point.proposal
        quoted = self._notes.some(point.notes[:1])
        return (quoted[0].content.text, quoted[0].content.proposal) if quoted else ("", "")

    def _by_question(self, application_id: str, note_ids: Sequence[str]) -> dict[str, list[str]]:
        """Return the notes by the question they answer, in the order given. Raises ``note_gone``."""
        up = self._notes.some(note_ids)
        where = {note.id: note.place.question_id for note in up if note.place.topic_id == application_id}
        found: dict[str, list[str]] = {}
        for note_id in dict.fromkeys(note_ids):
            if note_id not in where:
                raise UserError("note_gone")
            found.setdefault(where[note_id], []).append(note_id)
        return found

    def _do(self, application_id: str, change: Callable[[Sheet], Sheet], label: str) -> Changes:
        before = self.sheet(application_id)
        after = change(before)
        if after == before:
            return Changes()
        changes = self._save(application_id, after)
        undo = Step(
            label, lambda: self._save(application_id, before), lambda: self._save(application_id, after)
        )
        self._undo.push(undo)
        return changes

    def _save(self, application_id: str, after: Sheet) -> Changes:
        before = self.sheet(application_id)
        with self._file.work() as work:
            if work.summaries.get(application_id) is not None:
                raise UserError("summary_approved")
            work.sheets.save(before, after)
            work.commit()
        self._known[application_id] = after
        return Changes(points=frozenset({application_id}))
