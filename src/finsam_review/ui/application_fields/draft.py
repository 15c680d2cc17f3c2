"""Owns an application being filled in: its fields as read, as corrected, and what is still doubtful."""

from dataclasses import dataclass, field, replace

from finsam_review.domain.applications import ApplicationDetails, DocumentVersion, Doubt
from finsam_review.domain.intake import Candidate, FieldSource, ReadDocument
from finsam_review.ui.application_fields.form_keys import FIELDS, is_settled_by, line_of, line_of_key


@dataclass(eq=False)
class Draft:
    """One application as the person has it now.

    ``wrong`` holds what was typed but could not be understood, by key of the form; those count as doubts.
    ``edited`` are the keys of the form that the person has written in.
    """

    candidate: Candidate
    details: ApplicationDetails
    doubts: tuple[Doubt, ...]
    edited: set[str] = field(default_factory=set)
    wrong: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, candidate: Candidate) -> "Draft":
        """Return ``candidate`` as nobody has touched it."""
        return cls(candidate, candidate.proposal.details, candidate.proposal.doubts)

    @property
    def document(self) -> ReadDocument | None:
        """The document whose text stands beside the fields."""
        readable = [item for item in self.candidate.documents if not item.problem]
        return next(iter([*readable, *self.candidate.documents]), None)

    @property
    def problem(self) -> str:
        """The code of why its only document could not be read; empty if it could, or there is none."""
        document = self.document
        return document.problem if document else ""

    @property
    def is_revision(self) -> bool:
        """Whether it only adds a revised document to an application that is already in the day."""
        return self.candidate.version is DocumentVersion.REVISED and bool(self.candidate.application_id)

    @property
    def questions(self) -> int:
        """How many question marks are left; one that is about both ends of a period is one."""
        asked = {(line_of(d.field), d.code, d.quote, tuple(d.values.items())) for d in self.doubts}
        return len(asked) + len(self.wrong)

    @property
    def must_be_filled_in(self) -> bool:
        """Whether it can't be taken in as it stands: it has no title, or something typed is no value."""
        return not self.is_revision and (bool(self.wrong) or not self.details.title.strip())

    @property
    def is_clear(self) -> bool:
        """Whether nothing is left to look at."""
        return not self.questions and not self.must_be_filled_in

    @property
    def all_was_settled(self) -> bool:
        """Whether question marks were there and the person said that all is right as it stands."""
        return not self.doubts and bool(self._unanswered())

    def source_of(self, line: str) -> FieldSource | None:
        """Return where the value of ``line`` comes from, ``None`` when nobody knows."""
        line = line_of_key(line)
        sources = self.candidate.proposal.sources
        return next((sources[name] for name in FIELDS.get(line, ()) if name in sources), None)

    def change(self, key: str, details: ApplicationDetails) -> None:
        """Take over what was written in the line with ``key``; its doubts are settled by that."""
        self.details = details
        self.edited.add(key)
        self.wrong.pop(key, None)
        self.settle(key)

    def settle(self, key: str) -> None:
        """Say that the line with ``key`` is right as it stands."""
        self.doubts = tuple(doubt for doubt in self.doubts if not is_settled_by(doubt, key))

    def settle_all(self) -> None:
        """Say that everything is right as it stands."""
        self.doubts = ()

    def ask_again(self) -> None:
        """Bring the question marks back that :meth:`settle_all` took away."""
        self.doubts = self._unanswered()

    def as_candidate(self) -> Candidate:
        """Return what is to be taken in."""
        proposal = replace(self.candidate.proposal, details=self.details, doubts=self.doubts)
        return replace(self.candidate, proposal=proposal)

    def was_doubted(self, key: str) -> bool:
        """Whether there was a question mark at the line with ``key`` when it was read."""
        return any(is_settled_by(doubt, key) for doubt in self.candidate.proposal.doubts)

    def _unanswered(self) -> tuple[Doubt, ...]:
        read = self.candidate.proposal.doubts
        return tuple(d for d in read if not any(is_settled_by(d, key) for key in self.edited))
