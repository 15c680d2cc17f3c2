"""The list of what was read keeps the rules of Qt's models."""

from collections.abc import Callable

from PySide6.QtTest import QAbstractItemModelTester

from finsam_review.domain.intake import Candidate, FailedItem, Gathered
from finsam_review.ui.intake_page.review import Review
from finsam_review.ui.intake_page.review_list import ReviewModel


def test_the_model_keeps_the_rules(qapp: object, candidate: Callable[..., Candidate]):
    model = ReviewModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    review = Review(
        Gathered(
            (candidate("Ett"), candidate("Två")),
            failed=(FailedItem("x.txt", "unsupported", {"file": "x.txt"}),),
        )
    )
    model.show_review(review)
    assert model.rowCount() == 3
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    model.refresh(review.drafts[1])
    assert told == [1]
    review.drop([review.drafts[0]])
    model.show_review(review)
    assert model.rowCount() == 2
    del tester
