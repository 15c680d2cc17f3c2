"""What was answered, and who answered in time."""

from datetime import date

import pytest

from finsam_review.domain.follow_up.lateness import (
    Arrival,
    ArrivalCounts,
    ArrivalState,
    Standing,
    arrival_counts,
    standing,
)
from finsam_review.domain.follow_up.responses import Answer, Judged, Response, judged

DEADLINE = date(2025, 10, 31)
SENT = date(2025, 10, 16)


@pytest.mark.parametrize(
    ("arrival", "today", "expected"),
    [
        (Arrival("a"), date(2025, 11, 4), Standing(ArrivalState.NOT_SENT)),
        (Arrival("a", DEADLINE), date(2025, 11, 4), Standing(ArrivalState.NOT_SENT)),
        (Arrival("a", DEADLINE, SENT), date(2025, 10, 20), Standing(ArrivalState.WAITING)),
        (Arrival("a", DEADLINE, SENT), DEADLINE, Standing(ArrivalState.WAITING)),
        (Arrival("a", DEADLINE, SENT), date(2025, 11, 1), Standing(ArrivalState.MISSING, 1)),
        (Arrival("a", None, SENT), date(2026, 11, 1), Standing(ArrivalState.WAITING)),
        (Arrival("a", DEADLINE, SENT, DEADLINE), date(2025, 11, 4), Standing(ArrivalState.ON_TIME)),
        (Arrival("a", DEADLINE, SENT, date(2025, 11, 3)), date(2025, 11, 4), Standing(ArrivalState.LATE, 3)),
        (Arrival("a", None, SENT, date(2025, 11, 3)), date(2025, 11, 4), Standing(ArrivalState.ON_TIME)),
        (Arrival("a", DEADLINE, None, date(2025, 11, 3)), date(2025, 11, 4), Standing(ArrivalState.LATE, 3)),
        (Arrival("a", DEADLINE, SENT, has_revised=True), date(2025, 11, 4), Standing(ArrivalState.UNDATED)),
        (Arrival("a", DEADLINE, has_revised=True), date(2025, 11, 4), Standing(ArrivalState.UNDATED)),
    ],
)
def test_where_an_application_stands(arrival: Arrival, today: date, expected: Standing):
    assert standing(arrival, today) == expected


def test_the_day_in_numbers_adds_up():
    arrivals = [
        *(Arrival(f"in time {n}", DEADLINE, SENT, DEADLINE) for n in range(6)),
        Arrival("late", DEADLINE, SENT, date(2025, 11, 3)),
        *(Arrival(f"missing {n}", DEADLINE, SENT) for n in range(9)),
        Arrival("later deadline", date(2025, 11, 30), SENT),
        Arrival("not sent", DEADLINE),
        Arrival("nobody knows when", DEADLINE, SENT, has_revised=True),
    ]
    counts = arrival_counts(arrivals, date(2025, 11, 4))
    assert counts == ArrivalCounts(19, replies=8, late=1, missing=9, waiting=1, not_sent=1)
    assert counts.replies + counts.missing + counts.waiting + counts.not_sent == counts.applications
    assert counts.expected == 18
    assert arrival_counts([], DEADLINE) == ArrivalCounts()


def test_the_latest_answer_to_a_point_counts_and_foreign_points_do_not():
    responses = [
        Response("p1", "a", Answer.ANSWERED, at="2025-11-04T10:00"),
        Response("p1", "a", Answer.NOT, at="2025-11-04T09:00"),
        Response("p2", "a", Answer.PARTLY, "Bara en kommun", "2025-11-04T09:30"),
        Response("p3", "a", Answer.NOT, at="2025-11-04T09:31"),
        Response("other", "b", Answer.ANSWERED, at="2025-11-04T09:32"),
    ]
    found = judged(["p1", "p2", "p3", "p4"], responses)
    assert found == Judged(4, answered=1, partly=1, not_answered=1)
    assert (found.judged, found.left) == (3, 1)
    assert judged([], responses) == Judged(0)
