"""Owns what the list knows of a note: the values that are painted, and the sentence that is read aloud."""

from dataclasses import dataclass
from enum import StrEnum

from finsam_review.domain.workshop import table_letter
from finsam_review.i18n import gettext as _


class Fate(StrEnum):
    """What became of a note."""

    LEFT = "left"
    QUOTED = "quoted"
    MERGED = "merged"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as the list shows it. Its texts are fit to be seen: identity numbers are masked.

    ``parties`` are (short, full) names of the ticked parties; ``status`` says what became of the note,
    ``about`` what else is to be said: that it resembles another, its themes, that it has two versions.
    """

    key: str
    table: int
    text: str
    proposal: str
    parties: tuple[tuple[str, str], ...]
    fate: Fate
    status: str
    about: tuple[str, ...] = ()

    @property
    def choosable(self) -> bool:
        """A note can always be chosen."""
        return True

    @property
    def spoken(self) -> str:
        """The whole row in words: *Lapp från bord A: … Förslag: … Punkt 1.*"""
        letter = table_letter(self.table)
        parts = [_("Note from table {letter}: {text}").format(letter=letter, text=self.text)]
        if self.parties:
            names = ", ".join(full for _short, full in self.parties)
            parts.append(_("Parties: {names}").format(names=names))
        if self.proposal:
            parts.append(_("Proposal: {text}").format(text=self.proposal))
        return ". ".join([*(part.rstrip(".") for part in parts), self.status, *self.about]) + "."
