"""Owns where work goes on: the next note that nobody has decided on."""

from finsam_review.ui.points_page.desk.desk import Desk


def next_left(desk: Desk, question_id: str, after: str) -> tuple[str, str] | None:
    """Return question and id of the next note left to handle, from note ``after`` of a question on.

    The rest of that question comes first, then the other questions, last what stands before ``after``.
    Without ``after``, or where it does not hang there, the question is taken from its beginning.
    """
    ids = [question.id for question in desk.questions]
    here = ids.index(question_id)
    order = [*ids[here + 1 :], *ids[:here]]
    own = [note.id for note in desk.of_question(question_id)]
    start = own.index(after) + 1 if after in own else 0
    waiting = [(question_id, note_id) for note_id in own[start:]]
    waiting += [(other, note.id) for other in order for note in desk.of_question(other)]
    waiting += [(question_id, note_id) for note_id in own[:start]]
    return next((pair for pair in waiting if desk.is_left(pair[1])), None)


def next_left_here(desk: Desk, question_id: str, after: str) -> str:
    """Return the next note left of the same question, after ``after`` and round; empty if there is none."""
    own = [note.id for note in desk.of_question(question_id)]
    start = own.index(after) + 1 if after in own else 0
    return next((note_id for note_id in own[start:] + own[:start] if desk.is_left(note_id)), "")


def first_left(desk: Desk) -> tuple[str, str]:
    """Return question and id of the first note left, else of the first note; an empty id without any."""
    for wanted in (desk.is_left, lambda _note_id: True):
        for question in desk.questions:
            for note in desk.of_question(question.id):
                if wanted(note.id):
                    return question.id, note.id
    return desk.questions[0].id, ""
