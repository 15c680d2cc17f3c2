"""Owns what the page knows of the day: the matrix, the notes of an application, and what a cell says."""

from collections.abc import Iterable

from finsam_review.domain.changes import Changes
from finsam_review.domain.notes import Note
from finsam_review.domain.themes import ThemeMatrix
from finsam_review.domain.workshop import MeasureKind
from finsam_review.i18n import gettext as _
from finsam_review.services.points.themes import suggestions
from finsam_review.services.session import Session
from finsam_review.ui.post_its.note_card import NoteCard
from finsam_review.ui.themes_page.matrix.words import count_words, inside
from finsam_review.ui.themes_page.notes_pane import CellReading
from finsam_review.ui.themes_page.theme_menu import NoteThemes
from finsam_review.ui.writing.cards import card_of


def concerns(changes: Changes) -> bool:
    """Return whether an operation may have changed anything on the page."""
    return bool(_frames(changes) or changes.points or changes.topics)


def _frames(changes: Changes) -> bool:
    return bool(changes.themes or changes.readings or changes.workshop or changes.applications)


class ThemeReading:
    """The matrix as it is now, and the notes of the application that is read."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew."""
        self.frame = self._session.day.frame()
        self.matrix: ThemeMatrix = self._session.themes.matrix()
        self._kinds = {
            application.id: application.details.kind for application in self._session.applications.all()
        }
        self._application_id = ""
        self._notes: dict[str, Note] = {}
        self._hints: dict[str, tuple[str, ...]] = {}

    def follow(self, changes: Changes) -> bool:
        """Read anew what an operation touched; return whether anything shown may be another now.

        Reading thousands of notes takes longer than a key press may, so only the rows concerned are.
        """
        if _frames(changes):
            self.refresh()
            return True
        touched = changes.points | changes.topics
        rows = self._session.themes.rows(touched) if touched else {}
        if not rows:
            return False
        every = (rows.get(row.application_id, row) for row in self.matrix.rows)
        self.matrix = ThemeMatrix(self.matrix.themes, tuple(every))
        if self._application_id in touched:
            self._application_id = ""
        return True

    def cell(self, row: int, column: int) -> CellReading:
        """Return what is read of a cell."""
        of, theme = self.matrix.rows[row], self.matrix.themes[column]
        cell = of.cells[column]
        self._read(of.application_id)
        kind = self.kind(row)
        remark = ""
        if not cell.demanded and kind is not None:
            remark = _("{theme} is not demanded of {kind}.").format(
                theme=inside(theme.name), kind=inside(kind.name)
            )
        hinted = [
            note_id
            for note_id, codes in self._hints.items()
            if theme.code in codes and note_id not in cell.notes
        ]
        return CellReading(
            application=f"{of.number}  {of.title}",
            theme=theme.name,
            count=count_words(cell),
            remark=remark,
            notes=self._cards(cell.notes),
            suggested=self._cards(hinted),
        )

    def kind(self, row: int) -> MeasureKind | None:
        """Return what kind of measure an application is, ``None`` if nobody knows."""
        code = self._kinds.get(self.matrix.rows[row].application_id)
        return next((kind for kind in self.frame.kinds if kind.code == code), None)

    def note_themes(self, row: int, note_id: str) -> NoteThemes:
        """Return the themes of a note, where they come from, and those its words hint at."""
        application_id = self.matrix.rows[row].application_id
        self._read(application_id)
        sheet = self._session.points.living(application_id)
        point = sheet.point_of(note_id)
        return NoteThemes(
            own=sheet.themes_of(note_id),
            of_point=point.themes if point is not None else (),
            hinted=self._hints.get(note_id, ()),
        )

    def _read(self, application_id: str) -> None:
        if self._application_id == application_id:
            return
        self._application_id = application_id
        own = self._session.notes.of_topic(application_id)
        self._notes = {note.id: note for note in own}
        self._hints = dict(suggestions(own, self.matrix.themes))

    def _cards(self, note_ids: Iterable[str]) -> list[NoteCard]:
        known = (self._notes[note_id] for note_id in note_ids if note_id in self._notes)
        return [card_of(note, self.frame, own=True) for note in known]
