"""Owns what one import found, sorted for a person to look at before it is taken in."""

from collections.abc import Iterable

from finsam_review.domain.intake import FailedItem, Gathered
from finsam_review.ui.application_fields.draft import Draft


class Review:
    """All that one import found: what needs a look first, then the rest in the order it was read.

    ``failed`` are the files that became nothing; one that can be filled in by hand is among the drafts.
    """

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        drafts = [Draft.of(candidate) for candidate in gathered.candidates]
        self._order = {id(draft): place for place, draft in enumerate(drafts)}
        self.drafts = sorted(drafts, key=lambda d: (not d.problem, not d.must_be_filled_in, -d.questions))
        by_hand = {
            document.file_name for c in gathered.candidates for document in c.documents if document.problem
        }
        self.failed = tuple(item for item in gathered.failed if item.item not in by_hand)
        self.warnings: tuple[FailedItem, ...] = gathered.warnings

    @property
    def clear(self) -> list[Draft]:
        """Those without question marks."""
        return [draft for draft in self.drafts if draft.is_clear]

    @property
    def unread(self) -> int:
        """How many files could not be read, whether they can be filled in by hand or not."""
        return len(self.failed) + sum(bool(draft.problem) for draft in self.drafts)

    @property
    def to_check(self) -> int:
        """How many have question marks, those that could not be read left out."""
        return sum(not draft.is_clear and not draft.problem for draft in self.drafts)

    def in_order(self, drafts: Iterable[Draft]) -> list[Draft]:
        """Return ``drafts`` in the order they were read: that is how they are numbered."""
        return sorted(drafts, key=lambda draft: self._order[id(draft)])

    def gathered(self, drafts: Iterable[Draft]) -> Gathered:
        """Return ``drafts`` as something to take in, in the order given, with who reads what."""
        return Gathered(tuple(draft.as_candidate() for draft in drafts), self._gathered.readings)

    def drop(self, drafts: Iterable[Draft]) -> None:
        """Forget ``drafts``: they are taken in."""
        gone = {id(draft) for draft in drafts}
        self.drafts = [draft for draft in self.drafts if id(draft) not in gone]
