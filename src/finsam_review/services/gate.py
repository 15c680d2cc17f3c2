"""Owns the gate: what may not leave in the texts of an application, and what a person decided about it."""

from dataclasses import replace
from functools import lru_cache

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.changes import Changes
from finsam_review.domain.checks.gate import Choice, Gate, HitKind, KnownPeople, without_identity_numbers
from finsam_review.domain.errors import UserError
from finsam_review.domain.text import fold
from finsam_review.domain.workshop import Workshop
from finsam_review.i18n import N_
from finsam_review.i18n.masks import mask_words
from finsam_review.paths import resources
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.workshop_file import WorkshopFile

DAY = "day"
"""The topic under which choices about the texts of the whole day are kept."""


class GateService:
    """The gate of the open day. Every text that leaves passes it, whatever it is written as."""

    def __init__(self, file: WorkshopFile, undo: UndoStack) -> None:
        self._file = file
        self._undo = undo
        self._people = KnownPeople()
        self._read_at = -1

    def people(self) -> KnownPeople:
        """Return whose names the day knows, and which capitalised words of it are none.

        One and the same value as long as nothing was written: what was found in a text is remembered by it.
        """
        written = self._file.changes()
        if written != self._read_at:
            known = self._known_people()
            self._read_at = written
            if known != self._people:
                self._people = known
        return self._people

    def gate(self, topic_id: str) -> Gate:
        """Return the gate for the texts of an application (or of the :data:`DAY`), choices and all."""
        people = self.people()
        with self._file.work() as work:
            chosen = work.gate_choices.of(topic_id)
        return Gate(
            people, {(HitKind(kind), found): Choice(choice) for (kind, found), choice in chosen.items()}
        )

    def passed(self, topic_id: str, text: str) -> str:
        """Return ``text`` as it may leave."""
        return self.gate(topic_id).passed(text, mask_words())

    def details(self, topic_id: str, details: ApplicationDetails) -> ApplicationDetails:
        """Return the facts of an application as they may leave; its contact is nobody's but the sender's."""
        gate, words = self.gate(topic_id), mask_words()
        return replace(
            details,
            title=gate.passed(details.title, words),
            applicant=gate.passed(details.applicant, words),
            organisations=tuple(gate.passed(name, words) for name in details.organisations),
        )

    def application(self, application: Application) -> Application:
        """Return an application as it may leave: with its facts, and the names of its documents, masked."""
        documents = tuple(
            replace(document, file_name=self.passed(application.id, document.file_name))
            for document in application.documents
        )
        details = self.details(application.id, application.details)
        return replace(application, details=details, documents=documents)

    def workshop(self, workshop: Workshop) -> Workshop:
        """Return the day as it may be named in what leaves."""
        word = mask_words()[HitKind.IDENTITY]
        return replace(
            workshop,
            title=without_identity_numbers(workshop.title, word),
            organisation=without_identity_numbers(workshop.organisation, word),
        )

    def choose(self, topic_id: str, kind: HitKind, found: str, choice: Choice | None) -> Changes:
        """Keep what a person decided about ``found``; ``None`` takes the decision back.

        Raises :class:`UserError` ``identity_number_passes``: a personnummer never leaves.
        """
        if kind is HitKind.IDENTITY and choice is Choice.PASS:
            raise UserError("identity_number_passes")
        key = fold(found)
        with self._file.work() as work:
            before = work.gate_choices.of(topic_id).get((kind.value, key))
        after = choice.value if choice else None
        if after == before:
            return Changes()
        changes = self._save(topic_id, kind, key, after)
        label = N_("The place is looked at.")
        undo = Step(
            label,
            lambda: self._save(topic_id, kind, key, before),
            lambda: self._save(topic_id, kind, key, after),
        )
        self._undo.push(undo)
        return changes

    def _known_people(self) -> KnownPeople:
        with self._file.work() as work:
            applications = work.applications.all()
            parties = work.day.parties()
            workshop = work.day.workshop()
            participants = work.participants.all()
        names = [person.name for person in participants]
        names += [application.details.contact_name for application in applications]
        words = [workshop.title, workshop.organisation]
        words += [name for party in parties for name in (party.name, *party.bodies, *party.synonyms)]
        words += [person.organisation for person in participants]
        words += [person.municipality for person in participants]
        for application in applications:
            details = application.details
            words += [details.title, details.applicant, *details.organisations]
        return KnownPeople(
            names=tuple(dict.fromkeys(name for name in names if name)),
            first_names=_listed("first_names.txt"),
            not_names=_listed("not_names.txt") | frozenset(fold(word) for word in words if word),
        )

    def _save(self, topic_id: str, kind: HitKind, found: str, choice: str | None) -> Changes:
        with self._file.work() as work:
            work.gate_choices.set(topic_id, kind.value, found, choice)
            work.commit()
        if topic_id == DAY:
            return Changes(day_texts=True)
        return Changes(points=frozenset({topic_id}))


@lru_cache(maxsize=2)
def _listed(name: str) -> frozenset[str]:
    """Return the words of a list in ``resources/names``, folded; lines that begin with ``#`` explain it."""
    text = (resources() / "names" / name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))
