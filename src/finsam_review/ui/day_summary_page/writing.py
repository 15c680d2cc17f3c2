"""Owns the left side of the page: every text to write, what was counted beside it, the next steps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from finsam_review.domain.changes import Changes
from finsam_review.domain.checks.gate import Choice, Gate, Hit
from finsam_review.domain.outgoing.next_steps import NextStep
from finsam_review.domain.workshop import Theme
from finsam_review.i18n import gettext as _
from finsam_review.services.gate import DAY
from finsam_review.services.outgoing.day_source import INTRODUCTION, MISSIONS, theme_text
from finsam_review.ui.context import DayContext
from finsam_review.ui.day_summary_page.counting import count_words, mission_words
from finsam_review.ui.day_summary_page.hit_lines import HitLines
from finsam_review.ui.day_summary_page.step_rows import StepRows
from finsam_review.ui.day_summary_page.text_field import DayTextField
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label


class WritingPane(QScrollArea):
    """The texts of the day's summary. Everything saves itself and can be undone."""

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._service = context.session.day_summary
        self._body = QWidget()
        self.introduction = self._field(
            INTRODUCTION, _("Introduction"), _("What the day was about, in a few sentences.")
        )
        self.missions = self._field(MISSIONS, _("The parties' missions"), _("What the groups came to."))
        self._mission_hits = HitLines(self._body)
        self._mission_hits.decided.connect(self._decide)
        self._themes_name = Label(_("Themes that came back"), self._body, role=Role.LEAD, weight=SEMIBOLD)
        self._themes: dict[str, DayTextField] = {}
        self._themes_column = QVBoxLayout()
        self.steps = StepRows(self._body)
        self._lay_out()
        self._connect()
        self.refresh()
        follow_theme(self._dress)

    @property
    def themes(self) -> dict[str, DayTextField]:
        """The field of each theme, by its code."""
        return self._themes

    def refresh(self) -> None:
        """Read everything anew: texts, counts, steps, and what the gate says of them."""
        self._show_counts()
        self.show_texts()

    def show_texts(self) -> None:
        """Read the texts and the steps anew; what is being typed stays."""
        texts, gate = self._service.texts(), self._context.session.gate.gate(DAY)
        fields = {INTRODUCTION: self.introduction, MISSIONS: self.missions}
        fields |= {theme_text(code): field for code, field in self._themes.items()}
        for name, field in fields.items():
            text = texts.get(name, "")
            field.show_text(text, gate.open_hits(text))
        notes = self._service.mission_notes()
        self._mission_hits.show_hits([hit for note in notes for hit in gate.open_hits(note.content.text)])
        steps = self._service.next_steps()
        self.steps.show_steps(steps, _hits_of(steps, gate))

    def commit(self) -> None:
        """Save what is being typed."""
        for field in (self.introduction, self.missions, *self._themes.values()):
            field.commit()
        self.steps.commit()

    def _show_counts(self) -> None:
        frame = self._context.session.day.frame()
        self.missions.show_counts(mission_words(self._service.mission_notes(), frame.parties))
        self._fit_themes(frame.themes)
        counts = self._service.counts()
        for code, field in self._themes.items():
            field.show_counts(count_words(counts[code], tables=len(frame.tables)))

    def _fit_themes(self, themes: tuple[Theme, ...]) -> None:
        """Have a field for each theme, in their order; the one that is written in stays what it is."""
        known, self._themes = self._themes, {}
        for place, theme in enumerate(themes):
            field = known.pop(theme.code, None) or self._field(
                theme_text(theme.code), theme.name, _("What the tables saw, and what it means.")
            )
            field.set_name(theme.name)
            self._themes[theme.code] = field
            self._themes_column.insertWidget(place, field)
        for field in known.values():
            field.commit()
            self._themes_column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._themes_name.setVisible(bool(themes))

    def _field(self, key: str, name: str, placeholder: str = "") -> DayTextField:
        def save(text: str, goes_on: bool) -> str:  # noqa: FBT001 - the shape of Save
            return self._context.commands.do(
                lambda: self._service.write(key, text, goes_on=goes_on), quiet=True
            )

        field = DayTextField(name, save, self._body, placeholder=placeholder)
        field.hits.decided.connect(self._decide)
        if self._context.session.read_only:
            field.set_read_only(_("The day can only be read here."))
        return field

    def _decide(self, hit: Hit, choice: Choice) -> None:
        gate = self._context.session.gate
        self._context.commands.do(lambda: gate.choose(DAY, hit.kind, hit.text, choice))

    def _change_step(self, step: NextStep) -> None:
        def add() -> Changes:
            new, changes = self._service.add_step(step.what, owner=step.owner, due=step.due)
            self.steps.adopt(new)
            return changes

        action = (lambda: self._service.change_step(step)) if step.id else add
        refusal = self._context.commands.do(action, quiet=True)
        if refusal:
            self.steps.refuse(step.id, refusal)

    def _move_step(self, step_id: str, by: int) -> None:
        self._context.commands.do(lambda: self._service.move_step(step_id, by))

    def _remove_step(self, step_id: str) -> None:
        if not self._context.commands.do(lambda: self._service.remove_step(step_id)):
            self._context.commands.offer_undo()

    def _connect(self) -> None:
        self.steps.changed.connect(self._change_step)
        self.steps.moved.connect(self._move_step)
        self.steps.removed.connect(self._remove_step)
        self.steps.hits.decided.connect(self._decide)
        self.steps.set_read_only(read_only=self._context.session.read_only)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self._body)
        self._column.addWidget(self.introduction)
        self._column.addWidget(self.missions)
        self._column.addWidget(self._mission_hits)
        self._column.addWidget(self._themes_name)
        self._column.addLayout(self._themes_column)
        self._column.addWidget(self.steps)
        self._column.addStretch(1)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _dress(self) -> None:
        px = current_theme().px
        self._column.setContentsMargins(px(16), px(14), px(16), px(16))
        self._column.setSpacing(px(18))
        self._themes_column.setSpacing(px(18))


def _hits_of(steps: tuple[NextStep, ...], gate: Gate) -> list[Hit]:
    return [hit for step in steps for text in (step.what, step.owner) for hit in gate.open_hits(text)]
