"""Owns the theme catalogue of the day, hints at themes, and the matrix applications × themes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import uuid4

from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import Note
from finsam_review.domain.text import clean_line, fold
from finsam_review.domain.themes import ThemeMatrix, matrix_row, themes_by_note
from finsam_review.domain.workshop import Theme
from finsam_review.i18n import N_
from finsam_review.services.applications import ApplicationService
from finsam_review.services.day import DayService
from finsam_review.services.days.presets import load_preset, preset_codes, theme_catalogues
from finsam_review.services.notes import NoteService
from finsam_review.services.points.service import PointService
from finsam_review.services.points.stems import stems_in_order
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.workshop_file import WorkshopFile

_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A set of themes that can be chosen as a whole; the one of the förbund's own has no name."""

    code: str
    name: str
    themes: tuple[Theme, ...]


class ThemeService:
    """Themes of the open day. A theme that leaves the catalogue stays on what it was set on, unseen."""

    def __init__(
        self, file: WorkshopFile, undo: UndoStack, *, day: DayService, applications: ApplicationService,
        notes: NoteService, points: PointService,
    ) -> None:  # fmt: skip
        self._file = file
        self._undo = undo
        self._day = day
        self._applications = applications
        self._notes = notes
        self._points = points

    def catalogue(self) -> tuple[Theme, ...]:
        """Return the themes of the day in their order."""
        return self._day.frame().themes

    def replace(self, themes: Sequence[Theme]) -> Changes:
        """Put ``themes`` in place of the catalogue.

        Raises :class:`UserError` ``theme_name_missing`` or ``theme_twice`` (with ``name``).
        """
        new = tuple(_cleaned(theme) for theme in themes)
        codes = [theme.code for theme in new]
        for theme in new:
            if not theme.name:
                raise UserError("theme_name_missing")
            if codes.count(theme.code) > 1 or [fold(t.name) for t in new].count(fold(theme.name)) > 1:
                raise UserError("theme_twice", name=theme.name)
        before = self.catalogue()
        if new == before:
            return Changes()
        changes = self._save(new)
        undo = Step(N_("The themes are changed."), lambda: self._save(before), lambda: self._save(new))
        self._undo.push(undo)
        return changes

    def catalogues(self) -> tuple[Catalogue, ...]:
        """Return what can be chosen in place of the themes there are: the förbund's own first."""
        preset = self._day.frame().workshop.preset
        own = (Catalogue(preset, "", load_preset(preset).themes),) if preset in preset_codes() else ()
        return (*own, *(Catalogue(code, name, found) for code, (name, found) in theme_catalogues().items()))

    def marked(self) -> Mapping[str, int]:
        """Return how many notes carry each theme, by its code; also those that are not in the catalogue."""
        counts: dict[str, int] = {}
        for application_id, notes in self._by_application().items():
            for codes in themes_by_note(self._points.sheet(application_id), notes).values():
                for code in codes:
                    counts[code] = counts.get(code, 0) + 1
        return counts

    def matrix(self) -> ThemeMatrix:
        """Return applications × themes with who saw what."""
        frame = self._day.frame()
        by_application = self._by_application()
        rows = []
        for application in self._applications.all():
            notes = by_application[application.id]
            wrote = {note.place.table_id for note in notes}
            read = {table.id for table in frame.readers(application.id)} | wrote
            readers = [table for table in frame.tables if table.id in read]
            sheet = self._points.sheet(application.id)
            rows.append(matrix_row(application, frame.themes, sheet, notes, readers))
        return ThemeMatrix(frame.themes, tuple(rows))

    def _by_application(self) -> dict[str, list[Note]]:
        """Return the notes of each application, in the order they were stuck up."""
        found: dict[str, list[Note]] = {application.id: [] for application in self._applications.all()}
        for note in self._notes.all():
            if note.place.topic_id in found:
                found[note.place.topic_id].append(note)
        return found

    def _save(self, themes: Sequence[Theme]) -> Changes:
        with self._file.work() as work:
            work.day.replace_themes(themes)
            work.commit()
        return Changes(themes=True)


def new_code(name: str, used: Iterable[str], catalogues: Sequence[Catalogue] = ()) -> str:
    """Return the code of a theme that a person adds under ``name``; never one of those ``used``.

    A name known from a catalogue gets the code it has there, so that notes marked before carry it again.
    """
    taken = set(used)
    for theme in (theme for catalogue in catalogues for theme in catalogue.themes):
        if fold(theme.name) == fold(name) and theme.code not in taken:
            return theme.code
    return f"own-{uuid4()}"


def suggested(text: str, themes: Sequence[Theme]) -> tuple[str, ...]:
    """Return the codes of themes that ``text`` hints at by its words, those with most words first.

    Words are compared by their Swedish stems; a phrase of the list is met when its words follow each other.
    A hint decides nothing.
    """
    phrases = _phrases(tuple((theme.code, theme.words) for theme in themes))
    stems = stems_in_order(text)
    met: dict[str, set[_Phrase]] = {}
    for place, stem in enumerate(stems):
        for code, phrase in phrases.get(stem, ()):
            if stems[place : place + len(phrase)] == phrase:
                met.setdefault(code, set()).add(phrase)
    order = [theme.code for theme in themes if theme.code in met]
    return tuple(sorted(order, key=lambda code: -len(met[code])))


def suggestions(notes: Sequence[Note], themes: Sequence[Theme]) -> Mapping[str, tuple[str, ...]]:
    """Return the hints for each note that has any."""
    pairs = ((note.id, suggested(f"{note.content.text} {note.content.proposal}", themes)) for note in notes)
    return {note_id: codes for note_id, codes in pairs if codes}


@lru_cache(maxsize=8)
def _phrases(
    lists: tuple[tuple[str, tuple[str, ...]], ...],
) -> Mapping[str, tuple[tuple[str, _Phrase], ...]]:
    """Return the words and phrases of each theme as stems, by the stem they begin with."""
    found: dict[str, list[tuple[str, _Phrase]]] = {}
    for code, words in lists:
        for phrase in dict.fromkeys(stems_in_order(word) for word in words):
            if phrase:
                found.setdefault(phrase[0], []).append((code, phrase))
    return {stem: tuple(pairs) for stem, pairs in found.items()}


def _cleaned(theme: Theme) -> Theme:
    words = tuple(dict.fromkeys(clean_line(word) for word in theme.words if clean_line(word)))
    name, short = clean_line(theme.name), clean_line(theme.short_name)
    return Theme(clean_line(theme.code), name, short, words, theme.not_demanded_of)
