"""Owns what the board knows of a note: the values that are painted, and the sentence that is read aloud."""

from dataclasses import dataclass

from finsam_review.domain.workshop import table_letter
from finsam_review.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class NoteCard:
    """A note as the board shows it.

    ``party_labels`` are (short, full) names of the ticked parties. ``own`` tells that it is from the table
    that is writing here, ``conflict`` that two versions stand against each other, ``hidden`` that only its
    place is shown, and ``just_arrived`` that it may fade in.
    """

    note_id: str
    table_letter: str
    table_number: int
    text: str
    proposal: str = ""
    party_labels: tuple[tuple[str, str], ...] = ()
    own: bool = True
    conflict: bool = False
    hidden: bool = False
    just_arrived: bool = False

    @property
    def spoken(self) -> str:
        """The whole note in words: *Lapp från bord A: … Förslag: …*"""
        if self.hidden:
            return hidden_words(self.table_number)
        parts = [_("Note from table {letter}: {text}").format(letter=self.table_letter, text=self.text)]
        if self.party_labels:
            parts.append(
                _("Parties: {names}").format(names=", ".join(full for short, full in self.party_labels))
            )
        if self.proposal:
            parts.append(_("Proposal: {text}").format(text=self.proposal))
        if self.conflict:
            parts.append(_("There are two versions of it."))
        return " ".join(parts)


def hidden_words(table_number: int) -> str:
    """Return what stands in place of the notes of a table that are not shown yet."""
    return _("Table {letter}'s notes are shown at the wall").format(letter=table_letter(table_number))
