"""The frame of the day: its name and dates, its questions, who reads what, and how far everybody has come."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.services.building import DAY, all_places

from finsam_review.domain.applications import Reading
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import NoteContent
from finsam_review.domain.workshop import TABLES_MAX
from finsam_review.services.days.presets import load_preset
from finsam_review.services.overview import answered_cells, standing, standings
from finsam_review.services.session import Session


def test_a_new_day_is_filled_from_its_preset(session: Session):
    frame, preset = session.day.frame(), load_preset()
    assert frame.workshop.organisation == preset.organisation
    assert (frame.parties, frame.kinds, frame.themes) == (preset.parties, preset.kinds, preset.themes)
    assert set(frame.questions) == set(preset.questions)
    assert [question.number for question in frame.review_questions] == [1, 2, 3]
    assert [table.letter for table in frame.tables] == list("ABCDEF")
    assert (frame.workshop.date, frame.workshop.deadline, frame.readings) == (DAY, None, ())


@pytest.mark.parametrize(("title", "tables", "code"), [
    (" ", 6, "title_missing"), ("x", 0, "tables_out_of_range"), ("x", TABLES_MAX + 1, "tables_out_of_range"),
])  # fmt: skip
def test_a_refused_new_day_leaves_no_file(tmp_path: Path, title: str, tables: int, code: str):
    with pytest.raises(UserError) as refused:
        Session.create(tmp_path / "ny.finsam", preset=load_preset(), title=title, day=DAY, tables=tables)
    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_the_day_can_be_changed_and_changed_back(session: Session):
    before = session.day.frame().workshop
    new = replace(before, title=" Ny  dag ", deadline=DAY, reply_to="kansli@x.example")
    assert session.day.change_workshop(new) == Changes(workshop=True)
    assert session.day.frame().workshop == replace(new, title="Ny dag")
    session.undo.undo()
    assert session.day.frame().workshop == before
    session.undo.redo()
    assert session.day.frame().workshop.deadline == DAY
    assert session.day.change_workshop(session.day.frame().workshop) == Changes()


@pytest.mark.parametrize(
    ("change", "code"),
    [({"title": "\n"}, "title_missing"), ({"deadline": DAY - timedelta(days=1)}, "deadline_before_day"),
     ({"date": date(2030, 1, 1), "deadline": DAY}, "deadline_before_day")],
)  # fmt: skip
def test_a_day_that_can_not_be_is_refused(session: Session, change: dict[str, object], code: str):
    before = session.day.frame().workshop
    with pytest.raises(UserError) as refused:
        session.day.change_workshop(replace(before, **change))
    assert refused.value.code == code
    assert session.day.frame().workshop == before


def test_the_text_of_a_question_is_open_until_something_answers_it(session: Session):
    first, second, _third = session.day.frame().review_questions
    assert session.day.questions_are_open()
    session.day.change_question(first.id, text=" Varför?\n", short_text=" Nytta ")
    assert session.day.frame().review_questions[0].text == "Varför?"
    note, _changes = session.notes.add(all_places(session)[0], NoteContent("x"))
    assert not session.day.questions_are_open()
    with pytest.raises(UserError) as closed:
        session.day.change_question(first.id, text="Hur?", short_text="Hur")
    assert closed.value.code == "question_answered"
    session.day.change_question(second.id, text="Vilka?", short_text="Vilka")
    session.undo.undo()
    session.notes.remove(note.id)
    assert not session.day.questions_are_open()


def test_undo_goes_all_the_way_back_past_a_question_that_was_answered(session: Session):
    first = session.day.frame().review_questions[0]
    session.day.change_question(first.id, text="Varför?", short_text="Nytta")
    session.notes.add(all_places(session)[0], NoteContent("x"))
    session.undo.undo()
    session.undo.undo()
    assert session.day.frame().review_questions[0] == first
    assert session.undo.next_undo is None
    session.undo.redo()
    session.undo.redo()
    assert session.day.frame().review_questions[0].text == "Varför?"
    assert len(session.notes.all()) == 1


@pytest.mark.parametrize(("text", "short"), [("", "x"), ("x", " ")])
def test_a_question_needs_its_words(session: Session, text: str, short: str):
    with pytest.raises(UserError) as refused:
        session.day.change_question(session.day.frame().questions[0].id, text=text, short_text=short)
    assert refused.value.code == "question_empty"


def test_who_reads_what_in_which_order(session: Session):
    one, two, three = (item.id for item in session.applications.all())
    a, b = (table.id for table in session.day.frame().tables[:2])
    session.day.set_readings([Reading(a, two, 1), Reading(a, one, 2), Reading(b, three, 1)])
    frame = session.day.frame()
    assert frame.order_of(a) == (two, one)
    assert frame.order_of(frame.tables[5].id) == ()
    assert [table.letter for table in frame.readers(three)] == ["B"]
    assert session.day.set_readings(list(reversed(frame.readings))) == Changes()
    session.undo.undo()
    assert session.day.frame().readings == ()


def test_how_far_the_day_has_come(session: Session):
    one, two, _three = session.applications.all()
    frame = session.day.frame()
    a, b, c = frame.tables[:3]
    places = {(p.topic_id, p.table_id, p.question_id): p for p in all_places(session)}
    q1, q2, _q3 = (question.id for question in frame.review_questions)
    session.day.set_readings([Reading(a.id, one.id, 1), Reading(b.id, one.id, 1)])
    session.notes.add_many([(places[one.id, a.id, q1], NoteContent("x"))] * 2)
    session.notes.add(places[one.id, c.id, q2], NoteContent("gäst"))
    session.notes.keep_draft(places[one.id, b.id, q2], NoteContent("halv"))
    frame, counts, drafts = session.day.frame(), session.notes.counts(), session.notes.drafts()
    here = standing(one, frame, counts=counts, drafts=drafts)
    assert [(item.table.letter, item.answered) for item in here.tables] == [
        ("A", (True, False, False)),
        ("B", (False, False, False)),
        ("C", (False, True, False)),
    ]
    assert (here.notes, here.loose, here.answered, here.cells) == (3, 1, 2, 9)
    everything = standings(session.applications.all(), frame, counts=counts, drafts=drafts)
    assert everything[0] == here
    assert len(everything[1].tables) == len(frame.tables)
    assert everything[1].application == two
    assert answered_cells(everything) == (2, 9 + 18 + 18)
