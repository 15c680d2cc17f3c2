"""Owns what is said while drafts or documents are saved, and when they are."""

from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.ui.saving.panel import SavingWords

DRAFT_WORDS = SavingWords(
    making=lambda n: ngettext("Making the draft", "Making {n} drafts", n).format(n=n),
    saved=lambda n: ngettext("The draft is saved.", "{n} drafts are saved.", n).format(n=n),
    some=lambda n, total: _("{n} of {total} drafts are saved.").format(n=n, total=total),
    refused=lambda: _("The drafts are not saved."),
    next_step=lambda: _("Open them in Outlook, send, and tick them here."),
)

PDF_WORDS = SavingWords(
    making=lambda n: ngettext("Making the document", "Making {n} documents", n).format(n=n),
    saved=lambda n: ngettext("The document is saved.", "{n} documents are saved.", n).format(n=n),
    some=lambda n, total: _("{n} of {total} documents are saved.").format(n=n, total=total),
    refused=lambda: _("The documents are not saved."),
    next_step=lambda: _("Write a new mail in Outlook, paste the letter and attach the document."),
)
