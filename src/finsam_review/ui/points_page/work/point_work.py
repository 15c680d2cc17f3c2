"""Owns what is done with the chosen point: other words, split, masked, moved, and themes."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from finsam_review.domain.changes import Changes
from finsam_review.domain.checks.gate import Choice, Hit
from finsam_review.domain.themes import is_demanded
from finsam_review.domain.workshop import Shape
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.services.points.themes import suggested
from finsam_review.ui.context import DayContext
from finsam_review.ui.points_page.cards.building import not_demanded
from finsam_review.ui.points_page.cards.row import PointCard
from finsam_review.ui.points_page.desk.desk import Desk
from finsam_review.ui.points_page.lines.choice_line import ChoiceLine
from finsam_review.ui.points_page.lines.options import Option
from finsam_review.ui.points_page.lines.writing_line import Writing, WritingLine


class PointWork(QObject):
    """Carries out commands on points of the application on the desk, and sets themes on points and notes."""

    def __init__(
        self, context: DayContext, desk: Desk, *, choice: ChoiceLine, writing: WritingLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._desk = context, desk
        self._choice, self._writing = choice, writing

    def rewrite(self, card: PointCard) -> None:
        """Let a point be given other words."""
        point = self._desk.point(card.key)
        if point is None:
            return
        text, proposal = (self._desk.fit_to_see(part) for part in self._desk.words(point))
        asks = any(
            question.shape is Shape.CHALLENGE
            for question in self._desk.questions
            if question.id == point.question_id
        )
        writing = Writing(
            key=point.id,
            heading=_("Other words for point {number}").format(number=card.number),
            action=_("Save the point"),
            text=text,
            proposal=proposal if asks or proposal else None,
        )
        self._writing.write(writing, lambda text, proposal: self._rewrite(point.id, text, proposal))

    def split(self, card: PointCard) -> None:
        """Make a point of each of its notes."""
        if len(card.notes) == 1:
            self._context.commands.remark(_("The point is made of a single note."))
            return
        points, own = self._context.session.points, self._desk.application_id
        self._do(lambda: points.split(own, card.key))

    def mask(self, card: PointCard) -> None:
        """Mask the first place in it that somebody has to decide about."""
        if card.hits:
            self.choose(card.hits[0], Choice.MASK)
        else:
            self._context.commands.remark(_("There is nothing in the point that has to be masked."))

    def choose(self, hit: Hit, choice: Choice) -> None:
        """Keep what was decided about a place, wherever in the application the same stands."""
        gate, own = self._context.session.gate, self._desk.application_id
        self._do(lambda: gate.choose(own, hit.kind, hit.text, choice))

    def move(self, card: PointCard, step: int) -> None:
        """Move a point up or down among those of its question."""
        points, own = self._context.session.points, self._desk.application_id
        self._do(lambda: points.reorder(own, card.key, step), offer=False)

    def themes_of_point(self, card: PointCard) -> None:
        """Ask which themes a point has."""
        heading = _("Themes of point {number}").format(number=card.number)
        self._ask_themes(heading, card.words.text, lambda: [self._of_point(card.key)], self._toggle(card.key))

    def themes_of_notes(self, note_ids: Sequence[str]) -> None:
        """Ask which themes notes have; a theme that only some of them have is set on all."""
        ids = list(note_ids)
        notes = [note for note_id in ids if (note := self._desk.note(note_id)) is not None]
        text = "\n".join(f"{note.content.text}\n{note.content.proposal}" for note in notes)
        heading = ngettext("Themes of the note", "Themes of {n} notes", len(ids)).format(n=len(ids))

        def toggle(code: str) -> None:
            marks = _toggled({note_id: self._desk.themes_of(note_id) for note_id in ids}, code)
            points, own = self._context.session.points, self._desk.application_id
            self._do(lambda: points.mark_notes(own, marks), offer=False)

        self._ask_themes(heading, text, lambda: [self._desk.themes_of(note_id) for note_id in ids], toggle)

    def _ask_themes(
        self,
        heading: str,
        text: str,
        have: Callable[[], Sequence[Sequence[str]]],
        toggle: Callable[[str], None],
    ) -> None:
        themes = {theme.code: theme for theme in self._desk.frame.themes}
        if not themes:
            self._context.commands.remark(_("The day has no themes. Add some under Themes."))
            return
        hinted = suggested(text, self._desk.frame.themes)
        codes = list(dict.fromkeys((*hinted, *themes)))
        kind = self._desk.application.details.kind if self._desk.application is not None else None

        def options() -> list[Option]:
            return [
                Option(
                    code,
                    themes[code].name,
                    remark=", ".join(
                        word
                        for word in (
                            _("suggested") if code in hinted else "",
                            "" if is_demanded(themes[code], kind) else not_demanded(self._desk, kind),
                        )
                        if word
                    ),
                    ticked=all(code in held for held in have()),
                )
                for code in codes
            ]

        def picked(code: str) -> None:
            toggle(code)
            self._choice.list.set_options(options())

        self._choice.ask(heading, options(), picked)

    def _toggle(self, point_id: str) -> Callable[[str], None]:
        def toggle(code: str) -> None:
            marks = _toggled({point_id: self._of_point(point_id)}, code)
            points, own = self._context.session.points, self._desk.application_id
            self._do(lambda: points.mark_point(own, point_id, marks[point_id]), offer=False)

        return toggle

    def _of_point(self, point_id: str) -> tuple[str, ...]:
        point = self._desk.point(point_id)
        return point.themes if point is not None else ()

    def _rewrite(self, point_id: str, text: str, proposal: str) -> str:
        points, own = self._context.session.points, self._desk.application_id
        return self._do(lambda: points.rewrite(own, point_id, text=text, proposal=proposal), quiet=True)

    def _do(self, act: Callable[[], Changes], *, offer: bool = True, quiet: bool = False) -> str:
        refusal = self._context.commands.do(act, quiet=quiet)
        if not refusal and offer:
            self._context.commands.offer_undo()
        return refusal


def _toggled(held: Mapping[str, Sequence[str]], code: str) -> dict[str, tuple[str, ...]]:
    """Return the themes with ``code`` taken from all that have it, or set on all if one of them lacks it."""
    everywhere = all(code in codes for codes in held.values())
    return {
        key: tuple(other for other in codes if other != code)
        if everywhere
        else tuple(dict.fromkeys((*codes, code)))
        for key, codes in held.items()
    }
