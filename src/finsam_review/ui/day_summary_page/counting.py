"""Owns what was counted, in words: how often a theme came back, how much was said about the missions."""

from collections.abc import Sequence

from finsam_review.domain.notes import Note
from finsam_review.domain.themes import ThemeCount
from finsam_review.domain.workshop import Party
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext


def count_words(count: ThemeCount, *, tables: int) -> str:
    """Return *23 lappar om 11 ansökningar, 5 av 6 bord*."""
    if not count.notes:
        return _("No notes with this theme.")
    notes = ngettext("{n} note", "{n} notes", count.notes).format(n=count.notes)
    about = ngettext("about {n} application", "about {n} applications", count.applications)
    of = ngettext("{n} of {of} table", "{n} of {of} tables", tables).format(n=count.tables, of=tables)
    return f"{notes} {about.format(n=count.applications)}, {of}"


def mission_words(notes: Sequence[Note], parties: Sequence[Party]) -> str:
    """Return *94 lappar om 4 parter*, or that there are none."""
    if not notes:
        return _("No notes about the missions.")
    topics = len({note.place.topic_id for note in notes})
    said = ngettext("{n} note", "{n} notes", len(notes)).format(n=len(notes))
    about = _("about {n} of {of} parties").format(n=topics, of=len(parties))
    return f"{said} {about}"
