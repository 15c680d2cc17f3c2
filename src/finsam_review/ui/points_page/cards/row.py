"""Owns what the summary's list knows: questions, the steering group, points, and what each says aloud."""

from dataclasses import dataclass

from finsam_review.domain.checks.gate import Hit, HitKind
from finsam_review.domain.workshop import table_letter
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.ui.points_page.lists.wording import Words

Tables = tuple[tuple[int, bool], ...]
"""The tables that read the application, by number, and whether each stands behind something."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A question: its number and its short text. ``blank`` says that it has no points yet."""

    key: str
    number: int
    words: str
    blank: str = ""

    @property
    def choosable(self) -> bool:
        """A heading can't be chosen."""
        return False

    @property
    def spoken(self) -> str:
        """The question in words."""
        words = _("Question {number}").format(number=self.number)
        return " ".join(part for part in (f"{words}: {self.words}", self.blank) if part)


@dataclass(frozen=True, slots=True)
class SteeringGroup:
    """The proposed steering group: the party's name, and which tables want it there."""

    key: str
    wanted: tuple[tuple[str, Tables], ...]

    @property
    def choosable(self) -> bool:
        """It follows from the notes, and there is nothing to do with it."""
        return False

    @property
    def spoken(self) -> str:
        """The steering group in words."""
        parts = [f"{name}, {agreed_words(tables)}" for name, tables in self.wanted]
        return f"{_('Proposed steering group')}: {'; '.join(parts)}."


@dataclass(frozen=True, slots=True)
class PointCard:
    """A point: its number within the question, its words, which tables stand behind it, its themes.

    ``hits`` are the places that somebody has still to decide about; ``themes`` are words of chips.
    """

    key: str
    question_id: str
    number: int
    words: Words
    tables: Tables
    notes: tuple[str, ...]
    themes: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()

    @property
    def choosable(self) -> bool:
        """A point can be chosen."""
        return True

    @property
    def counted(self) -> str:
        """How many notes it is made from: *2 lappar*."""
        return ngettext("{n} note", "{n} notes", len(self.notes)).format(n=len(self.notes))

    @property
    def spoken(self) -> str:
        """The point in words, with what is to be decided first."""
        parts = [f"{hit_words(hit.kind)}: {hit.text}" for hit in self.hits]
        parts.append(_("Point {number}: {text}").format(number=self.number, text=self.words.text.rstrip(".")))
        behind = [table_letter(number) for number, is_behind in self.tables if is_behind]
        if behind:
            letters = _("Tables {letters}").format(letters=", ".join(behind))
            parts.append(_("Table {letter}").format(letter=behind[0]) if len(behind) == 1 else letters)
        parts += [agreed_words(self.tables), self.counted]
        parts += [_("theme {names}").format(names=theme) for theme in self.themes]
        return ". ".join(parts) + "."


def agreed_words(tables: Tables) -> str:
    """Return *2 av 3 bord*."""
    behind = sum(1 for _number, is_behind in tables if is_behind)
    said = ngettext("{n} of {of} table", "{n} of {of} tables", len(tables))
    return said.format(n=behind, of=len(tables))


def hit_words(kind: HitKind) -> str:
    """Return what a place may be: *Kan vara ett personnamn*."""
    return {
        HitKind.NAME: _("May be a person's name"),
        HitKind.PHONE: _("May be a phone number"),
        HitKind.EMAIL: _("May be an e-mail address"),
        HitKind.IDENTITY: _("May be a personal identity number"),
    }[kind]
