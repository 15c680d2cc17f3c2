"""Owns how the notes of one question become rows: what each says, and what became of it."""

from collections.abc import Mapping, Sequence

from finsam_review.domain.notes import Note
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext, pgettext
from finsam_review.i18n.reasons import reason_text
from finsam_review.ui.points_page.desk.desk import Desk
from finsam_review.ui.points_page.notes.row import Fate, NoteRow


class NoteRowBuilder:
    """Makes the rows, and makes one anew only when what it says of its note is another."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, tuple[tuple[object, ...], NoteRow]] = {}
        self._for: tuple[object, ...] = ()

    def rows(self, question_id: str, alike: Mapping[str, Sequence[str]]) -> list[NoteRow]:
        """Return the notes of a question, oldest first. ``alike`` knows which notes each resembles."""
        desk = self._desk
        notes = desk.of_question(question_id)
        now = (desk.notes, desk.frame, question_id)
        if len(self._for) != len(now) or any(a is not b for a, b in zip(now, self._for, strict=True)):
            self._known = {}
            self._for = now
        places = {note.id: place for place, note in enumerate(notes)}
        return [self._row(note, alike.get(note.id, ()), places) for note in notes]

    def _row(self, note: Note, alike: Sequence[str], places: Mapping[str, int]) -> NoteRow:
        desk = self._desk
        sign = (desk.placed(note.id), desk.aside(note.id), desk.themes_of(note.id), alike)
        known = self._known.get(note.id)
        if known is not None and known[0] == sign:
            return known[1]
        seen = desk.seen(note)
        fate, status = _fate(desk, note.id)
        about = [*_hint(note.id, alike, places), *_themes(desk, note.id)]
        if note.conflict:
            about.append(_("two versions"))
        row = NoteRow(
            note.id, seen.table, seen.text, seen.proposal, seen.parties, fate, status, about=tuple(about)
        )
        self._known[note.id] = sign, row
        return row


def _fate(desk: Desk, note_id: str) -> tuple[Fate, str]:
    placed = desk.placed(note_id)
    if placed is not None:
        number, alone = placed
        if alone:
            return Fate.QUOTED, _("Quoted, point {number}").format(number=number)
        return Fate.MERGED, _("Point {number}").format(number=number)
    aside = desk.aside(note_id)
    if aside is not None:
        reason = desk.fit_to_see(reason_text(aside.reason.value, aside.words))
        return Fate.ASIDE, pgettext("note", "Set aside: {reason}").format(reason=reason)
    return Fate.LEFT, _("Left to handle")


def _hint(note_id: str, alike: Sequence[str], places: Mapping[str, int]) -> list[str]:
    here = places[note_id]
    others = [places[other] for other in alike if other in places]
    if others == [here - 1]:
        return [_("resembles the note above")]
    if others == [here + 1]:
        return [_("resembles the note below")]
    count = len(others)
    return [ngettext("resembles {n} note", "resembles {n} notes", count).format(n=count)] if count else []


def _themes(desk: Desk, note_id: str) -> list[str]:
    names = desk.theme_names(desk.themes_of(note_id))
    return [_("theme {names}").format(names=", ".join(names))] if names else []
