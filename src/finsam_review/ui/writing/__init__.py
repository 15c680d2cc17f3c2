"""What happens between an editor on the board and the file: cards, drafts, sticking up, moving on."""

from finsam_review.ui.writing.cards import questions_of
from finsam_review.ui.writing.left_texts import newest_draft, table_that_stays
from finsam_review.ui.writing.presenter import BoardPresenter

__all__ = ["BoardPresenter", "newest_draft", "questions_of", "table_that_stays"]
