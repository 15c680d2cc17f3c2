"""Owns what is said above a letter: what stands in its way, what deserves a look, or when it was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from finsam_review.domain.outgoing.template import Field
from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date, ngettext
from finsam_review.services.outgoing.outbox import LetterState
from finsam_review.ui.letters_page.listing.rows import LetterRow

_SHORT_HASH = 12


@dataclass(frozen=True, slots=True)
class Notice:
    """A message: its kind, its first sentence, the rest, and whether it leads to the summary."""

    kind: str
    lead: str
    rest: str = ""
    to_summary: bool = False


def notice_of(
    row: LetterRow, *, empty: Sequence[Field] = (), unshown: Sequence[str] = (), deadline: date | None = None
) -> Notice | None:
    """Return what is to be said of a letter, ``None`` if nothing is.

    ``empty`` are fields that the template asks for and that have nothing; ``unshown`` characters that no font
    has.
    """
    if row.ticked:
        return _sent(row, deadline)
    if row.state is LetterState.NOT_APPROVED:
        rest = _("This is how the letter reads now. Its draft is made when the summary is approved.")
        return Notice("info", _("The summary is not approved."), rest, to_summary=True)
    said: list[tuple[str, str]] = []
    if row.outdated:
        rest = _("Save it again before you send it.")
        said.append((_("The letter has changed since its draft was saved."), rest))
    if row.shares:
        numbers = ", ".join(map(str, row.shared_with))
        lead = ngettext(
            "Application {numbers} has the same address.",
            "Applications {numbers} have the same address.",
            len(row.shared_with),
        ).format(numbers=numbers)
        said.append((lead, _("Is it right for both?")))
    if empty:
        names = ", ".join(f"{{{field}}}" for field in empty)
        lead = ngettext(
            "The letter is without {names}.", "The letter is without {names}.", len(empty)
        ).format(names=names)
        said.append((lead, _("Nothing is known for it, so it is left out.")))
    if unshown:
        lead = _("No font has the characters {codes}.").format(codes=", ".join(unshown))
        said.append((lead, ""))
    if not said:
        return None
    first, *others = said
    rest = " ".join(part for part in (first[1], *(" ".join(other).strip() for other in others)) if part)
    return Notice("warn", first[0], rest)


def _sent(row: LetterRow, deadline: date | None) -> Notice | None:
    dispatch = row.dispatch
    if dispatch is None or dispatch.sent_on is None:
        return None
    lead = _("Sent on {day}.").format(day=long_date(dispatch.sent_on))
    rest = [_("This is exactly what was sent.")]
    if row.state is LetterState.ANSWERED:
        rest.append(_("The answer is in."))
    elif dispatch.deadline is not None:
        rest.append(_("The answer is due on {day}.").format(day=long_date(dispatch.deadline)))
    if deadline is not None and dispatch.deadline is not None and deadline != dispatch.deadline:
        rest.append(_("The last day to answer has been changed since then."))
    rest.append(f"SHA-256 {dispatch.sha256[:_SHORT_HASH]}…")
    return Notice("ok", lead, " ".join(rest))
