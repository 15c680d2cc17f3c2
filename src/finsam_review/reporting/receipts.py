"""Owns how the receipt is told: what became of every note, that the sum is right, who approved."""

from collections.abc import Sequence

from finsam_review.domain.points.receipt import Receipt
from finsam_review.domain.summaries import AsideNote, SummarySource
from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date, ngettext, pgettext
from finsam_review.i18n.reasons import reason_text
from finsam_review.reporting.content import Align, DataTable, Point, Section, Text


def receipt_section(receipt: Receipt, *, texts: Sequence[Text] = (), new_page: bool = False) -> Section:
    """Return the receipt as a section: that it balances, ``texts`` below that, and the table."""
    return Section(
        number="",
        heading=_("Receipt"),
        texts=(Text(balance(receipt)), *texts),
        table=_table(receipt),
        new_page=new_page,
    )


def balance(receipt: Receipt) -> str:
    """Return the sum written out, and whether it is right: *28 lappar in = 20 citerade + …*."""
    terms = [
        ngettext("{n} quoted", "{n} quoted", receipt.quoted).format(n=receipt.quoted),
        _("{n} in shared points").format(n=receipt.merged),
        ngettext("{n} set aside", "{n} set aside", receipt.set_aside).format(n=receipt.set_aside),
        _("{n} left to handle").format(n=receipt.left),
    ]
    notes = ngettext("{n} note in", "{n} notes in", receipt.notes).format(n=receipt.notes)
    sign = "=" if receipt.balances else "≠"
    said = _("The receipt balances.") if receipt.balances else _("The receipt does not balance.")
    return f"{said} {notes} {sign} {' + '.join(terms)}."


def approval(source: SummarySource) -> Text:
    """Return who approved the summary and when, or that nobody has."""
    if not source.approved_by:
        return Text(_("Not approved yet."))
    if source.approved_on is None:
        return Text(source.approved_by, _("Approved by:"))
    return Text(f"{source.approved_by}, {long_date(source.approved_on)}", _("Approved by:"))


def aside_section(notes: Sequence[AsideNote]) -> Section:
    """Return the notes set aside, each with its question, its table and the reason."""
    return Section(
        number="",
        heading=_("Notes set aside"),
        points=tuple(_aside(note) for note in notes),
        empty=_("No note is set aside."),
    )


def _aside(note: AsideNote) -> Point:
    return Point(
        texts=(
            Text(note.text, _("Question {number}:").format(number=note.question)),
            Text(reason_text(note.reason, note.words), _("Reason:")),
        ),
        margin=_("Table {letter}").format(letter=note.table) if note.table else "",
        whole=True,
    )


def _table(receipt: Receipt) -> DataTable:
    words = pgettext("note", "Set aside: {reason}")
    aside = [(words.format(reason=reason_text(code)), n) for code, n in receipt.aside]
    rows: list[tuple[str, int]] = [
        (_("Quoted"), receipt.quoted),
        (_("In shared points"), receipt.merged),
        *(aside or [(pgettext("note", "Set aside"), 0)]),
        (_("Left to handle"), receipt.left),
        (_("Notes in"), receipt.notes),
    ]
    return DataTable(
        header=(_("What became of the notes"), _("How many")),
        rows=tuple((name, str(count)) for name, count in rows),
        widths=(4, 1),
        align=(Align.LEFT, Align.RIGHT),
        total=True,
    )
