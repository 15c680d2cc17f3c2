"""Owns what is said while summaries are saved, and when they are."""

from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.ui.saving.panel import SavingWords

SUMMARY_WORDS = SavingWords(
    making=lambda n: ngettext("Making the summary", "Making {n} summaries", n).format(n=n),
    saved=lambda n: ngettext("The summary is saved.", "{n} summaries are saved.", n).format(n=n),
    some=lambda n, total: _("{n} of {total} summaries are saved.").format(n=n, total=total),
    refused=lambda: _("The summaries are not saved."),
)
