"""The practice material: 428 notes come in once however often they are read; equal ones stand together."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.services.building import a_workshop

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.paths import resources
from finsam_review.services.points.likeness import alike_pairs, grouped
from finsam_review.services.session import Session

LIST = resources() / "sample" / "reflektioner.csv"
NOTES = 428


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Session]:
    """A day with applications under the diary numbers of the list."""
    with a_workshop().with_applications(0).at(tmp_path / "dag.finsam") as session:
        for number in range(41, 80):
            session.applications.add(
                ApplicationDetails(title=f"Ansökan {number}", diary_number=f"2025/{number:03}")
            )
        yield session


def test_a_list_of_notes_comes_in_once_after_a_backup_and_can_be_taken_back(day: Session):
    taken = day.import_notes(LIST)
    assert (taken.added, taken.already_here, taken.failed) == (NOTES, 0, ())
    assert len(day.notes.all()) == sum(day.notes.counts().values()) == NOTES
    again = day.import_notes(LIST)
    assert (again.added, again.already_here, again.failed) == (0, NOTES, ())
    day.undo.undo()
    assert day.notes.all() == ()
    day.undo.redo()
    assert len(day.notes.all()) == NOTES
    assert day.find_damage() == ()


def test_rows_that_name_nothing_here_are_listed_and_stop_no_other(day: Session, tmp_path: Path):
    rows = ["bord,ansökan,fråga,text", "1,2025/041,1,God", "9,2025/041,1,Bord", "1,1999/1,1,Ansökan",
            "1,2025/041,7,Fråga", "C,2025/041,2,Bokstav", "1,2025/041,1,God"]  # fmt: skip
    path = tmp_path / "lappar.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    taken = day.import_notes(path)
    assert (taken.added, taken.already_here) == (3, 0)
    assert [item.code for item in taken.failed] == [
        "row_table_unknown",
        "row_application_unknown",
        "row_question_unknown",
    ]
    assert sorted(item.content.text for item in day.notes.all()) == ["Bokstav", "God", "God"]


def test_every_note_of_the_material_stands_in_exactly_one_group(day: Session):
    day.import_notes(LIST)
    joined = 0
    for application in day.applications.all():
        notes = day.notes.of_topic(application.id)
        groups = grouped(notes)
        assert sorted(item.id for group in groups for item in group) == sorted(item.id for item in notes)
        joined += sum(len(group) for group in groups if len(group) > 1)
        assert {frozenset(pair) for pair in alike_pairs(notes)} == {
            frozenset(pair) for pair in alike_pairs(notes[::-1])
        }
    assert 0 < joined < NOTES
