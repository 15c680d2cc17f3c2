"""Owns the theme catalogue of the day, hints at themes, and the matrix applications × themes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import uuid4

from finsam_review.domain.applications import Application
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import Note
from finsam_review.domain.text import clean_line, fold
from finsam_review.domain.themes import ThemeMatrix, ThemeRow, matrix_row, themes_by_note
from finsam_review.domain.workshop import Theme
from finsam_review.i18n import N_
from finsam_review.services.applications import ApplicationService
from finsam_review.services.day import DayService, Frame
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
        own = by_topic(self._notes.all())
        for application in self._applications.all():
            sheet = self._points.sheet(application.id)
            for codes in themes_by_note(sheet, own.get(application.id, [])).values():
                for code in codes:
                    counts[code] = counts.get(code, 0) + 1
        return counts

    def matrix(self, notes: Iterable[Note] | None = None) -> ThemeMatrix:
        """Return applications × themes with who saw what; ``notes`` are all of the day, if at hand."""
        frame = self._day.frame()
        own = by_topic(self._notes.all() if notes is None else notes)
        rows = (self._row(item, frame, own.get(item.id, [])) for item in self._applications.all())
        return ThemeMatrix(frame.themes, tuple(rows))

    def rows(self, application_ids: Collection[str]) -> Mapping[str, ThemeRow]:
        """Return the rows of some applications by their ids, read for themselves."""
        frame = self._day.frame()
        some = (item for item in self._applications.all() if item.id in application_ids)
        return {item.id: self._row(item, frame, self._notes.of_topic(item.id)) for item in some}

    def _row(self, application: Application, frame: Frame, notes: Sequence[Note]) -> ThemeRow:
        wrote = {note.place.table_id for note in notes}
        read = {table.id for table in frame.readers(application.id)} | wrote
        readers = [table for table in frame.tables if table.id in read]
        return matrix_row(application, frame.themes, self._points.sheet(application.id), notes, readers)

    def _save(self, themes: Sequence[Theme]) -> Changes:
        with self._file.work() as work:
            work.day.replace_themes(themes)
            work.commit()
        return Changes(themes=True)


def by_topic(notes: Iterable[Note]) -> Mapping[str, Sequence[Note]]:
    """Return the notes stuck on each topic, by its id, in the order given."""
    found: dict[str, list[Note]] = {}
    for note in notes:
        found.setdefault(note.place.topic_id, []).append(note)
    return found


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
