"""Owns what the page knows of one application: read once, then only what an operation touched.

Reading five thousand notes takes longer than a key press may, so a note is read again when it has changed and
not before; what follows from the notes and the sheet is worked out anew from what is at hand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from finsam_review.domain.applications import Application
from finsam_review.domain.changes import Changes
from finsam_review.domain.checks.gate import without_identity_numbers
from finsam_review.domain.notes import Note
from finsam_review.domain.points.receipt import Receipt, receipt
from finsam_review.domain.points.sheet import Point, SetAside, Sheet, living
from finsam_review.domain.summaries import Approval
from finsam_review.domain.workshop import Question, TableGroup, Theme
from finsam_review.i18n.masks import mask_words
from finsam_review.services.session import Session
from finsam_review.ui.points_page.desk.hits import GateReader


@dataclass(frozen=True, slots=True)
class SeenNote:
    """A note as every view may show it: the table's number, its texts, (short, full) names of parties."""

    table: int
    text: str
    proposal: str
    parties: tuple[tuple[str, str], ...]


class Desk:
    """The notes, the sheet, the gate and the approval of the application that is worked on."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._notes: dict[str, Note] = {}
        self._by_question: dict[str, list[Note]] = {}
        self._seen: dict[str, SeenNote] = {}
        self._places: dict[str, tuple[Point, int]] = {}
        self._aside: dict[str, SetAside] = {}
        self.application: Application | None = None
        self.approval: Approval | None = None
        self.notes: tuple[Note, ...] = ()
        """The notes on the application, oldest first."""
        self.readers: tuple[TableGroup, ...] = ()
        """The tables that read the application or wrote on it, by letter."""
        self.sheet = Sheet("")
        self.receipt = Receipt()
        self._read_frame()
        self.reader = GateReader(session.gate.gate(""))

    @property
    def application_id(self) -> str:
        """The application worked on; empty if none."""
        return self.application.id if self.application is not None else ""

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions about applications, in order."""
        return self.frame.review_questions

    @property
    def is_open(self) -> bool:
        """Whether something may be changed: a draft, in a file that can be written."""
        return self.application is not None and self.approval is None and not self._session.read_only

    def show(self, application: Application | None) -> None:
        """Work on another application."""
        self.application = application
        self._seen.clear()
        own = self._session.notes.of_topic(application.id) if application is not None else ()
        self._put_notes(own)
        self._read_decisions()

    def follow(self, changes: Changes) -> bool:
        """Take in what an operation changed; return whether anything shown may be another now."""
        frame = changes.questions or changes.readings or changes.workshop or changes.themes
        if frame or changes.applications or changes.participants:
            self._read_frame()
            self._seen.clear()
            self._put_notes(self.notes)
        own = self.application_id
        touched = own in (changes.points | changes.summaries | changes.topics)
        if own and own in changes.topics:
            self._read_notes(changes.notes)
        if touched or frame or changes.applications or changes.participants:
            self._read_decisions()
            return True
        return False

    def note(self, note_id: str) -> Note | None:
        """Return one note, ``None`` if it does not hang here."""
        return self._notes.get(note_id)

    def of_question(self, question_id: str) -> Sequence[Note]:
        """Return the notes that answer a question, oldest first."""
        return self._by_question.get(question_id, ())

    def seen(self, note: Note) -> SeenNote:
        """Return a note as a view may show it, identity numbers masked."""
        known = self._seen.get(note.head.id)
        if known is None:
            content = note.content
            parties = tuple((p.short_name, p.name) for p in self.frame.parties if p.code in content.parties)
            table = self.frame.table(note.place.table_id).number
            text, proposal = self.fit_to_see(content.text), self.fit_to_see(content.proposal)
            known = self._seen[note.head.id] = SeenNote(table, text, proposal, parties)
        return known

    def fit_to_see(self, text: str) -> str:
        """Return ``text`` as any view may show it."""
        return without_identity_numbers(text, self._mask) if text else ""

    def placed(self, note_id: str) -> tuple[int, bool] | None:
        """Return the number of the point that a note is in, and whether it is alone there."""
        found = self._places.get(note_id)
        return (found[1], len(found[0].notes) == 1) if found else None

    def point_of(self, note_id: str) -> Point | None:
        """Return the point that a note is in."""
        found = self._places.get(note_id)
        return found[0] if found else None

    def aside(self, note_id: str) -> SetAside | None:
        """Return why a note is set aside, ``None`` if it is not."""
        return self._aside.get(note_id)

    def is_left(self, note_id: str) -> bool:
        """Whether nobody has decided on a note."""
        return note_id not in self._places and note_id not in self._aside

    def point(self, point_id: str) -> Point | None:
        """Return a point that counts now."""
        return next((point for point in self.sheet.points if point.id == point_id), None)

    def words(self, point: Point) -> tuple[str, str]:
        """Return what a point says, text and proposal, before any gate."""
        if point.text is not None:
            return point.text, point.proposal
        content = self._notes[point.notes[0]].content
        return content.text, content.proposal

    def themes_of(self, note_id: str) -> tuple[str, ...]:
        """Return the codes of the themes set on a note itself."""
        return self._note_themes.get(note_id, ())

    def theme_names(self, codes: Sequence[str]) -> tuple[str, ...]:
        """Return the short names of those of the themes that the catalogue has."""
        return tuple(
            theme.short_name or theme.name for code in codes if (theme := self._themes.get(code)) is not None
        )

    def theme(self, code: str) -> Theme | None:
        """Return a theme of the catalogue."""
        return self._themes.get(code)

    def _read_frame(self) -> None:
        self.frame = self._session.day.frame()
        self._themes = {theme.code: theme for theme in self.frame.themes}
        self._mask = mask_words()["identity"]
        if self.application is not None:
            every = {item.id: item for item in self._session.applications.all()}
            self.application = every.get(self.application.id)

    def _read_notes(self, note_ids: frozenset[str]) -> None:
        now = {note.id: note for note in self._session.notes.some(sorted(note_ids))}
        for note_id in note_ids:
            note = now.get(note_id)
            if note is not None and note.place.topic_id == self.application_id:
                self._notes[note_id] = note
            else:
                self._notes.pop(note_id, None)
        self._put_notes(sorted(self._notes.values(), key=lambda note: (note.first_lamport, note.id)))

    def _put_notes(self, notes: Iterable[Note]) -> None:
        self._notes = {note.id: note for note in notes}
        self.notes = tuple(self._notes.values())
        self._by_question = {question.id: [] for question in self.questions}
        for note in self.notes:
            self._by_question.setdefault(note.place.question_id, []).append(note)
        read = {table.id for table in self.frame.readers(self.application_id)}
        read |= {note.place.table_id for note in self.notes}
        self.readers = tuple(table for table in self.frame.tables if table.id in read)

    def _read_decisions(self) -> None:
        own = self.application_id
        notes = self.notes
        self.approval = self._session.summaries.approval(own) if own else None
        self.sheet = living(self._session.points.sheet(own), notes) if own else Sheet("")
        self.receipt = receipt(self.sheet, notes)
        gate = self._session.gate.gate(own)
        if gate != self.reader.gate:
            self.reader = GateReader(gate, self.reader)
        self._note_themes = dict(self.sheet.note_themes)
        self._aside = {item.note_id: item for item in self.sheet.aside}
        self._places = {}
        numbers: dict[str, int] = {}
        for point in self.sheet.points:
            numbers[point.question_id] = number = numbers.get(point.question_id, 0) + 1
            for note_id in point.notes:
                self._places[note_id] = point, number
