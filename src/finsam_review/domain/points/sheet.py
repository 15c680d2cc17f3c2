"""Owns the sheet of one application: its points, the notes set aside, the themes, and what is done there.

A sheet is a value. Every operation returns another sheet and drops nothing: a note named by none of its
points and not set aside is simply not yet handled. A placement whose note has been taken down, or moved to
another question, stays in the sheet and counts for nothing until the note is back (:func:`living`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import NOTE_LIMIT, Note
from finsam_review.domain.text import clean_text

NewId = Callable[[], str]


class Reason(StrEnum):
    """Why a note is set aside; ``OWN`` has words of its own beside it."""

    SAME = "same"
    UNCLEAR = "unclear"
    ELSEWHERE = "elsewhere"
    PERSONAL = "personal"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence of a summary, made from ``notes``, in their order.

    ``text`` and ``proposal`` are a person's own words; with ``text`` ``None`` the point is a quote: it says
    what its one note says, also when that is corrected later.
    """

    id: str
    question_id: str
    notes: tuple[str, ...]
    text: str | None = None
    proposal: str = ""
    themes: tuple[str, ...] = ()

    @property
    def is_quote(self) -> bool:
        """Whether the point says what its note says."""
        return self.text is None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A note that goes into no point, and why; ``words`` are own words, empty for a reason of the list."""

    note_id: str
    reason: Reason
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that was decided about the notes of one application.

    Points stand in the order they are printed; what is set aside and what is marked by the note's id.
    """

    application_id: str
    points: tuple[Point, ...] = ()
    aside: tuple[SetAside, ...] = ()
    note_themes: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def point(self, point_id: str) -> Point:
        """Return one point. Raises :class:`UserError` ``point_gone``."""
        for point in self.points:
            if point.id == point_id:
                return point
        raise UserError("point_gone")

    def of_question(self, question_id: str) -> tuple[Point, ...]:
        """Return the points that answer one question, in order."""
        return tuple(point for point in self.points if point.question_id == question_id)

    def point_of(self, note_id: str) -> Point | None:
        """Return the point that a note is in, ``None`` if it is in none."""
        return next((point for point in self.points if note_id in point.notes), None)

    def themes_of(self, note_id: str) -> tuple[str, ...]:
        """Return the codes of the themes set on a note itself."""
        return dict(self.note_themes).get(note_id, ())


def quote(sheet: Sheet, question_id: str, note_ids: Sequence[str], *, new_id: NewId) -> Sheet:
    """Make a point of each note as it stands, last among those of the question."""
    freed = release(sheet, note_ids)
    new = tuple(Point(new_id(), question_id, (note_id,)) for note_id in note_ids)
    return replace(freed, points=(*freed.points, *new))


def merge(
    sheet: Sheet, question_id: str, note_ids: Sequence[str], *, text: str, proposal: str = "", new_id: NewId
) -> Sheet:
    """Make one point of several notes, with a text of its own; themes of points they were in go with them.

    Raises :class:`UserError` ``point_empty`` without a text, ``note_too_long`` for one that no note could
    hold.
    """
    freed = release(sheet, note_ids)
    before = [point.themes for point in sheet.points if set(point.notes) & set(note_ids)]
    themes = tuple(dict.fromkeys(code for codes in before for code in codes))
    point = Point(new_id(), question_id, tuple(note_ids), *_checked(text, proposal), themes)
    return replace(freed, points=(*freed.points, point))


def add_to(sheet: Sheet, point_id: str, note_ids: Sequence[str], *, text: str, proposal: str = "") -> Sheet:
    """Add notes to a point. ``text`` is what a quote says from now on; a text of one's own stays.

    Raises :class:`UserError` ``point_gone``.
    """
    target = sheet.point(point_id)
    freed = release(sheet, [note_id for note_id in note_ids if note_id not in target.notes])
    new = tuple(note_id for note_id in note_ids if note_id not in target.notes)
    words = _checked(text, proposal) if target.is_quote and new else (target.text, target.proposal)
    grown = replace(target, notes=(*target.notes, *new), text=words[0], proposal=words[1])
    return replace(freed, points=tuple(grown if p.id == point_id else p for p in freed.points))


def rewrite(sheet: Sheet, point_id: str, *, text: str, proposal: str = "") -> Sheet:
    """Give a point a text of one's own. Raises :class:`UserError` ``point_empty`` or ``point_gone``."""
    words = _checked(text, proposal)
    changed = replace(sheet.point(point_id), text=words[0], proposal=words[1])
    return _put(sheet, changed)


def split(sheet: Sheet, point_id: str, *, new_id: NewId) -> Sheet:
    """Make a quote of each note of a point, in its place; its themes go with every one of them."""
    old = sheet.point(point_id)
    parts = tuple(
        Point(old.id if place == 0 else new_id(), old.question_id, (note_id,), themes=old.themes)
        for place, note_id in enumerate(old.notes)
    )
    return replace(sheet, points=tuple(_replaced(sheet.points, old.id, parts)))


def release(sheet: Sheet, note_ids: Iterable[str]) -> Sheet:
    """Take notes out of their points and from among those set aside: they are not yet handled again.

    A point left with no notes goes; one left with a single note keeps its own text.
    """
    gone = frozenset(note_ids)
    if not gone:
        return sheet
    points = tuple(
        replace(p, notes=tuple(n for n in p.notes if n not in gone)) if gone & set(p.notes) else p
        for p in sheet.points
    )
    return replace(
        sheet,
        points=tuple(p for p in points if p.notes),
        aside=tuple(item for item in sheet.aside if item.note_id not in gone),
    )


def set_aside(sheet: Sheet, note_ids: Sequence[str], reason: Reason, *, words: str = "") -> Sheet:
    """Set notes aside. Raises :class:`UserError` ``reason_missing`` for own words that are none."""
    said = clean_text(words) if reason is Reason.OWN else ""
    if reason is Reason.OWN and not said:
        raise UserError("reason_missing")
    freed = release(sheet, note_ids)
    more = (SetAside(note_id, reason, said) for note_id in note_ids)
    return replace(freed, aside=tuple(sorted((*freed.aside, *more), key=lambda item: item.note_id)))


def reorder(sheet: Sheet, point_id: str, step: int) -> Sheet:
    """Move a point ``step`` places among those of its question; at either end it stays."""
    point = sheet.point(point_id)
    own = list(sheet.of_question(point.question_id))
    place = own.index(point)
    target = min(max(place + step, 0), len(own) - 1)
    own.insert(target, own.pop(place))
    others = iter(own)
    points = (next(others) if p.question_id == point.question_id else p for p in sheet.points)
    return replace(sheet, points=tuple(points))


def mark_point(sheet: Sheet, point_id: str, themes: Sequence[str]) -> Sheet:
    """Set the themes of a point, in place of those it had."""
    return _put(sheet, replace(sheet.point(point_id), themes=tuple(dict.fromkeys(themes))))


def mark_notes(sheet: Sheet, marks: Mapping[str, Sequence[str]]) -> Sheet:
    """Set the themes of notes, in place of those they had."""
    known = {**dict(sheet.note_themes), **{key: tuple(dict.fromkeys(value)) for key, value in marks.items()}}
    return replace(sheet, note_themes=tuple(sorted((key, value) for key, value in known.items() if value)))


def living(sheet: Sheet, notes: Iterable[Note]) -> Sheet:
    """Return the sheet without what counts for nothing now: notes taken down or moved to another question.

    A quote without its note goes too; a point in one's own words stays as long as one of its notes does.
    """
    where = {note.id: note.place.question_id for note in notes}
    points = tuple(
        point
        if all(where.get(n) == point.question_id for n in point.notes)
        else replace(point, notes=tuple(n for n in point.notes if where.get(n) == point.question_id))
        for point in sheet.points
    )
    points = tuple(point for point in points if point.notes)
    placed = {note_id for point in points for note_id in point.notes}
    return replace(
        sheet,
        points=points,
        aside=tuple(item for item in sheet.aside if item.note_id in where and item.note_id not in placed),
        note_themes=tuple(pair for pair in sheet.note_themes if pair[0] in where),
    )


def _put(sheet: Sheet, point: Point) -> Sheet:
    return replace(sheet, points=tuple(point if p.id == point.id else p for p in sheet.points))


def _replaced(points: Iterable[Point], point_id: str, parts: Sequence[Point]) -> Iterable[Point]:
    for point in points:
        if point.id == point_id:
            yield from parts
        else:
            yield point


def _checked(text: str, proposal: str) -> tuple[str, str]:
    words = clean_text(text), clean_text(proposal)
    if not any(words):
        raise UserError("point_empty")
    length = max(map(len, words))
    if length > NOTE_LIMIT:
        raise UserError("note_too_long", limit=NOTE_LIMIT, length=length)
    return words
