"""Owns what the list of points knows: a point as it was sent, who stands behind it, and the answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from finsam_review.domain.follow_up.responses import Answer, Response
from finsam_review.domain.summaries import SummarySource
from finsam_review.domain.workshop import table_letter
from finsam_review.i18n import gettext as _
from finsam_review.i18n.follow_up_words import answer_name
from finsam_review.ui.follow_up_page.rows.marked import Mark, Marked, Span
from finsam_review.ui.points_page.cards.row import Tables, agreed_words

ICONS = {Answer.ANSWERED: "check-circle", Answer.PARTLY: "circle-half", Answer.NOT: "x-circle"}


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A point: its ``number`` in the list, the number of its question, its words, its tables, its answer."""

    key: str
    number: int
    question: int
    words: Marked
    tables: Tables
    answer: Answer | None = None
    remark: str = ""

    @property
    def choosable(self) -> bool:
        """A point can be chosen."""
        return True

    @property
    def spoken(self) -> str:
        """The point in words, the answer first."""
        parts = [answer_name(self.answer.value) if self.answer else _("Not judged")]
        said = _("Point {number}: {text}").format(number=self.number, text=self.words.text.rstrip("."))
        parts += [said, _("Question {number}").format(number=self.question)]
        behind = [table_letter(number) for number, is_behind in self.tables if is_behind]
        if behind:
            parts.append(_("Tables {letters}").format(letters=", ".join(behind)))
        parts.append(agreed_words(self.tables))
        if self.remark:
            parts.append(_("Remark: {text}").format(text=self.remark.rstrip(".")))
        return ". ".join(parts) + "."


def answer_rows(source: SummarySource, responses: Sequence[Response]) -> list[AnswerRow]:
    """Return the points of a summary in the order they were sent."""
    answered = {response.point_id: response for response in responses}
    letters = {table.letter: table.number for table in source.all_tables}
    rows: list[AnswerRow] = []
    for question in source.answers:
        for point in question.points:
            response = answered.get(point.id)
            read = [table.number for table in source.tables]
            behind = {letters[letter] for letter in point.agreement.tables if letter in letters}
            rows.append(
                AnswerRow(
                    key=point.id,
                    number=len(rows) + 1,
                    question=question.question.number,
                    words=_words(point.text, point.proposal),
                    tables=tuple((number, number in behind) for number in read),
                    answer=response.answer if response else None,
                    remark=response.words if response else "",
                )
            )
    return rows


def _words(text: str, proposal: str) -> Marked:
    spans = [Span(" ".join(text.split()))] if text.strip() else []
    if proposal.strip():
        lead = f" {_('Proposal:')} " if spans else f"{_('Proposal:')} "
        spans += [Span(lead, Mark.STRONG), Span(" ".join(proposal.split()))]
    return Marked(tuple(spans))
