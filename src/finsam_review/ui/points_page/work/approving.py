"""Owns the approval: what is left before it, who approves, the way back, and the preview."""

from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from finsam_review.domain.checks.gate import HitKind
from finsam_review.domain.errors import UserError
from finsam_review.domain.summaries import SummaryState
from finsam_review.domain.text import fold
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext, plain_date
from finsam_review.i18n.wording import error_text
from finsam_review.ui.context import DayContext
from finsam_review.ui.points_page.lines.approve_line import ApproveLine
from finsam_review.ui.points_page.lines.header import PointsHeader
from finsam_review.ui.points_page.lines.receipt_line import ReceiptLine
from finsam_review.ui.points_page.presenter import Presenter
from finsam_review.ui.points_page.work.preview import PreviewDialog


class Approving(QObject):
    """Keeps header and receipt true, and lets a person approve, reopen and look."""

    def __init__(
        self, context: DayContext, presenter: Presenter, *,
        header: PointsHeader, receipt: ReceiptLine, line: ApproveLine, page: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._context, self._presenter, self._page = context, presenter, page
        self._header, self._receipt, self._line = header, receipt, line
        self._preview: PreviewDialog | None = None
        self._asks = ""
        presenter.refreshed.connect(self.refresh)
        header.approve_asked.connect(self.approve)
        header.reopen_asked.connect(self.reopen)
        header.preview_asked.connect(self.preview)

    @property
    def reason(self) -> str:
        """Why the summary can't be approved; empty when it can."""
        if self._context.session.read_only:
            return _("The file can only be read here.")
        what = self._left()
        return _("Before approval: {what}").format(what=", ".join(what)) if what else ""

    @property
    def dialog(self) -> PreviewDialog | None:
        """The preview that is open."""
        return self._preview

    def refresh(self) -> None:
        """Show how far the summary has come."""
        desk = self._presenter.desk
        if desk.application is None:
            return
        approval = desk.approval
        state = approval.state if approval is not None else SummaryState.DRAFT
        closed = _("The file can only be read here.") if self._context.session.read_only else ""
        reason = "" if approval is not None else self.reason
        self._header.show_application(desk.application)
        self._header.show_state(state, reason=reason, reopen_reason=closed)
        self._receipt.show_receipt(desk.receipt)
        if approval is not None:
            words = _("Approved by {name}, {date}").format(
                name=approval.approved_by, date=plain_date(approval.approved_on)
            )
            later = desk.receipt.left
            if later:
                since = ngettext("{n} note has come since", "{n} notes have come since", later)
                words = f"{words} · {since.format(n=later)}"
            self._receipt.say_before(words, tone="warn" if later else "ok")
        else:
            self._receipt.say_before(reason or _("Ready to be approved"), tone="warn" if reason else "ok")
        if (reason and self._asks == "approve") or (approval is None) == (self._asks == "reopen"):
            self._line.close_line()

    def approve(self) -> None:
        """Ask who approves, or say what is left before."""
        desk = self._presenter.desk
        if desk.application is None or desk.approval is not None:
            return
        if self.reason:
            self._context.commands.remark(self.reason)
            return
        title = desk.application.short_title
        heading = _("Approve the summary of {title}. Its text is then locked.").format(title=title)
        name = self._context.preferences.approver()
        self._asks = "approve"
        self._line.ask(heading, name, self._approve, action=_("Approve"))

    def reopen(self) -> None:
        """Ask who reopens; it is logged."""
        desk = self._presenter.desk
        if desk.approval is None or self._context.session.read_only:
            return
        heading = _("Reopen the summary. It is written in the log.")
        name = self._context.preferences.approver()
        self._asks = "reopen"
        self._line.ask(heading, name, self._reopen, action=_("Reopen"))

    def preview(self) -> None:
        """Show the summary as it will be sent."""
        desk = self._presenter.desk
        if desk.application is None or self._preview is not None:
            return
        try:
            source = self._context.session.summaries.source(desk.application_id)
        except UserError as error:
            self._context.commands.remark(error_text(error.code, error.values))
            return
        self._preview = PreviewDialog(source, self._page)
        self._preview.finished.connect(self._on_preview_closed)
        self._preview.open()

    def leave(self) -> None:
        """End the preview."""
        if self._preview is not None:
            self._preview.close()

    def _approve(self, name: str) -> str:
        summaries, own = self._context.session.summaries, self._presenter.desk.application_id
        refusal = self._context.commands.do(lambda: summaries.approve(own, by=name), quiet=True)
        if not refusal:
            self._context.preferences.keep_approver(" ".join(name.split()))
            self._context.commands.offer_undo()
        return refusal

    def _reopen(self, name: str) -> str:
        if not name.strip():
            return _("Say who reopens it. The summary is still approved.")
        summaries, own = self._context.session.summaries, self._presenter.desk.application_id
        refusal = self._context.commands.do(lambda: summaries.reopen(own, by=name), quiet=True)
        if not refusal:
            self._context.commands.offer_undo()
        return refusal

    def _left(self) -> list[str]:
        """Return what is left before approval in words: *1 lapp kvar*, *1 namn*."""
        left = self._presenter.desk.receipt.left
        parts = [ngettext("{n} note left", "{n} notes left", left).format(n=left)] if left else []
        places = {(hit.kind, fold(hit.text)) for card in self._presenter.points for hit in card.hits}
        counts = Counter(kind for kind, _text in places)
        return parts + [_kind_words(kind, counts[kind]) for kind in HitKind if counts[kind]]

    def _on_preview_closed(self) -> None:
        self._preview = None


def _kind_words(kind: HitKind, count: int) -> str:
    words = {
        HitKind.NAME: ngettext("{n} name", "{n} names", count),
        HitKind.PHONE: ngettext("{n} phone number", "{n} phone numbers", count),
        HitKind.EMAIL: ngettext("{n} e-mail address", "{n} e-mail addresses", count),
        HitKind.IDENTITY: ngettext("{n} personal identity number", "{n} personal identity numbers", count),
    }
    return words[kind].format(n=count)
