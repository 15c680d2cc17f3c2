"""Owns what the list of changes knows: facts before and after, and passages with what changed in them."""

from dataclasses import dataclass

from finsam_review.i18n import gettext as _
from finsam_review.ui.follow_up_page.rows.marked import Marked


@dataclass(frozen=True, slots=True)
class ColumnsRow:
    """What stands above the facts: which version is at the left, and which at the right."""

    key: str
    first: str
    revised: str

    @property
    def choosable(self) -> bool:
        """It can't be chosen: every fact says it again."""
        return False

    @property
    def spoken(self) -> str:
        """Both names."""
        return f"{self.first}. {self.revised}."


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact: its name, and what each version says."""

    key: str
    name: str
    before: Marked
    after: Marked
    changed: bool

    @property
    def choosable(self) -> bool:
        """It can be chosen, so that a screen reader gets there."""
        return True

    @property
    def spoken(self) -> str:
        """The fact in words."""
        said = _("{name}, changed. First: {before}. Revised: {after}.") if self.changed else ""
        said = said or _("{name}. {before}. {after}.")
        before, after = (side.spoken.rstrip(".") or _("nothing") for side in (self.before, self.after))
        return said.format(name=self.name, before=before, after=after)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change of the text, or a ``part`` of a long one, counted from 0.

    ``heading`` is empty where the row above stands under the same; ``under`` never is. ``remark`` says what
    the marks do not: that it was moved, or was too long to be compared word by word. ``number`` is 0 for a
    passage that was only moved.
    """

    key: str
    number: int
    of: int
    part: int
    under: str
    heading: Marked
    text: Marked
    remark: str = ""

    @property
    def choosable(self) -> bool:
        """A change can be chosen."""
        return True

    @property
    def spoken(self) -> str:
        """The change in words."""
        parts = [self.text.spoken]
        if self.part == 0:
            counted = _("Change {n} of {of}").format(n=self.number, of=self.of) if self.number else ""
            heading = self.heading.spoken or self.under
            parts = [counted, heading, self.remark, *parts]
        return ". ".join(part.rstrip(".") for part in parts if part) + "."
