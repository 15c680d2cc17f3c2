"""Owns what the list knows of an application, and the sentence that is read aloud."""

from dataclasses import dataclass

from finsam_review.domain.text import fold
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """An application as the list shows it.

    ``badges`` are (table letter, table number, for each question whether it is answered) of the tables that
    read it. ``loose`` counts texts that stand in an editor and are not stuck up, ``doubts`` open doubts.
    ``parties_text`` lists the short names of the parties behind it. ``amount`` is in kronor, for sorting.
    """

    application_id: str
    number: int
    title: str
    short_title: str
    applicant: str = ""
    amount_text: str = ""
    parties_text: str = ""
    badges: tuple[tuple[str, int, tuple[bool, ...]], ...] = ()
    loose: int = 0
    doubts: int = 0
    amount: int = 0

    @property
    def answered(self) -> int:
        """How many squares of the matrix are filled."""
        return sum(sum(answers) for _letter, _number, answers in self.badges)

    @property
    def asked(self) -> int:
        """How many squares the matrix has."""
        return sum(len(answers) for _letter, _number, answers in self.badges)

    @property
    def second_line(self) -> str:
        """Applicant and amount, as far as they are known."""
        return " · ".join(part for part in (self.applicant, self.amount_text) if part)

    @property
    def remarks(self) -> str:
        """What is not in order, in words: texts not stuck up, doubts."""
        doubts = ngettext("{n} doubt", "{n} doubts", self.doubts).format(n=self.doubts)
        return self._remarks(doubts if self.doubts else "")

    @property
    def short_remarks(self) -> str:
        """The same for where there is less room: doubts as a figure and a question mark."""
        return self._remarks(f"{self.doubts} ?" if self.doubts else "")

    @property
    def haystack(self) -> str:
        """What the search looks in, folded."""
        parts = (str(self.number), self.title, self.short_title, self.applicant, self.parties_text)
        return fold(" ".join(parts))

    @property
    def spoken(self) -> str:
        """The whole row in words, for a screen reader."""
        known = [self.short_title, self.applicant, self.amount_text]
        sentences = [f"{self.number}. " + ", ".join(part for part in known if part) + "."]
        if self.parties_text:
            sentences.append(_("Parties: {names}").format(names=self.parties_text) + ".")
        sentences += [spoken_answers(letter, answers) for letter, _number, answers in self.badges]
        if self.remarks:
            sentences.append(self.remarks + ".")
        return " ".join(sentences)

    @property
    def in_full(self) -> str:
        """All that the row may have had to cut, a line for each thing."""
        parties = _("Parties: {names}").format(names=self.parties_text) if self.parties_text else ""
        lines = (f"{self.number} {self.title or self.short_title}", self.second_line, parties, self.remarks)
        return "\n".join(line for line in lines if line)

    def _remarks(self, doubts: str) -> str:
        loose = ngettext("{n} not stuck up", "{n} not stuck up", self.loose).format(n=self.loose)
        return " · ".join(part for part in (loose if self.loose else "", doubts) if part)


def spoken_answers(letter: str, answers: tuple[bool, ...]) -> str:
    """Return *Bord A: fråga 1, 2 och 3 besvarade.*"""
    numbers = [str(place) for place, answered in enumerate(answers, start=1) if answered]
    if not numbers:
        return _("Table {letter}: no question answered.").format(letter=letter)
    if len(numbers) == 1:
        return _("Table {letter}: question {number} answered.").format(letter=letter, number=numbers[0])
    listed = _("{first} and {last}").format(first=", ".join(numbers[:-1]), last=numbers[-1])
    return _("Table {letter}: questions {numbers} answered.").format(letter=letter, numbers=listed)
