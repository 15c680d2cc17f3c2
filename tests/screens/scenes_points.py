"""The tab Synpunkter as scenes: at work, while something is asked, approved, empty."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.screens.studio import Studio

from finsam_review.domain.checks.gate import Choice
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.domain.points.sheet import Reason
from finsam_review.services.session import Session
from finsam_review.ui.points_page import PointsPage


def _handled(session: Session) -> None:
    """Handle the first application but for its last note, a name left in a point."""
    own = session.applications.all()[0].id
    frame = session.day.frame()
    third = frame.review_questions[2]
    table = frame.readers(own)[0] if frame.readers(own) else frame.tables[0]
    words = "Samåkning, minibuss. Prata med Gun-Britt Alvén på färdtjänst"
    named, _changes = session.notes.add(Place(own, third.id, table.id), NoteContent(words))
    by_question = {
        question.id: [note for note in session.notes.of_topic(own) if note.place.question_id == question.id]
        for question in frame.review_questions
    }
    for question_id, notes in by_question.items():
        ids = [note.id for note in notes]
        if question_id == third.id:
            others = [note.id for note in notes if note.id != named.id][:1]
            text = (
                "Resorna behöver lösas. Bussen går för sällan. Ordna samåkning eller minibuss, "
                "och prata med Gun-Britt Alvén på färdtjänst."
            )
            session.points.merge(own, [named.id, *others], text=text)
            ids = [note_id for note_id in ids if note_id not in {named.id, *others}][:-1]
        pairs = [ids[place : place + 2] for place in range(0, len(ids), 2)]
        for place, pair in enumerate(pairs):
            if place % 4 == 3:
                session.points.set_aside(own, pair, Reason.SAME)
            elif place % 2 and len(pair) == 2:
                first = session.notes.get(pair[0]).content
                session.points.merge(own, pair, text=first.text or "Parterna", proposal=first.proposal)
            else:
                session.points.quote(own, pair)
    merged = session.points.sheet(own).of_question(third.id)[0]
    second = [
        note for note in session.notes.of_topic(own) if note.place.question_id == frame.review_questions[1].id
    ]
    codes = [party.code for party in frame.parties]
    for place, note in enumerate(second):
        session.notes.edit(note.id, replace(note.content, parties=tuple(codes[: place % len(codes) + 1])))
    session.points.mark_point(own, merged.id, ["existing", "implementation"])
    session.undo.clear()


def open_points(studio: Studio, *, handled: bool = True) -> PointsPage:
    """Open the tab on the rehearsal day, the first application nearly done."""
    day = studio.day()
    if handled:
        _handled(day.context.session)
    day.show_page("summaries")
    page = day.findChild(PointsPage)
    studio.wait(lambda: not page.is_busy)
    return page


def points(studio: Studio) -> QWidget:
    """One note left, a point chosen that holds a name."""
    page = open_points(studio)
    page.step(-1)
    first = page.presenter.day.applications[0]
    page.presenter.show(first)
    third = page.presenter.desk.questions[2]
    page.presenter.show_question(third.id)
    page.presenter.choose_point(page.presenter.desk.sheet.of_question(third.id)[0].id)
    page.panes.enter("notes")
    return studio.window


def points_fresh(studio: Studio) -> QWidget:
    """Nothing is handled yet."""
    open_points(studio, handled=False)
    return studio.window


def points_cards(studio: Studio) -> QWidget:
    """The side of the summary, a point chosen."""
    points(studio)
    page = studio.window.findChild(PointsPage)
    page.panes.enter("cards")
    return studio.window


def points_question_two(studio: Studio) -> QWidget:
    """The proposed steering group, and ticked parties."""
    page = open_points(studio)
    page.presenter.show(page.presenter.day.applications[0])
    page.show_question(2)
    return studio.window


def points_writing(studio: Studio) -> QWidget:
    """One text of three notes."""
    page = open_points(studio, handled=False)
    page.show_question(3)
    view = page.notes.view
    for _turn in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_P)
    return studio.window


def points_reason(studio: Studio) -> QWidget:
    """Why a note is set aside."""
    page = open_points(studio)
    QTest.keyClick(page.notes.view, Qt.Key.Key_S)
    QTest.keyClick(page.choice.list, Qt.Key.Key_5)
    return studio.window


def points_themes(studio: Studio) -> QWidget:
    """The themes of a point."""
    points(studio)
    page = studio.window.findChild(PointsPage)
    page.panes.enter("cards")
    QTest.keyClick(page.cards.view, Qt.Key.Key_T)
    return studio.window


def points_approve(studio: Studio) -> QWidget:
    """Who approves."""
    page = _all_handled(studio)
    page.approving.approve()
    page.approve_line.name.setText("Anna Ek")
    return studio.window


def points_approved(studio: Studio) -> QWidget:
    """An approved summary."""
    page = _all_handled(studio)
    session = studio.window.findChild(PointsPage).work._context.session
    own = page.presenter.desk.application_id
    page.work._context.commands.do(lambda: session.summaries.approve(own, by="Anna Ek"))
    return studio.window


def _all_handled(studio: Studio) -> PointsPage:
    page = open_points(studio)
    page.presenter.show(page.presenter.day.applications[0])
    page.panes.enter("notes")
    context = page.work._context
    own = page.presenter.desk.application_id
    ids = [note.id for note in context.session.points.unhandled(own)]
    context.commands.do(lambda: context.session.points.set_aside(own, ids, Reason.UNCLEAR))
    hits = [hit for card in page.presenter.points for hit in card.hits]
    for hit in hits:
        context.commands.do(lambda hit=hit: context.session.gate.choose(own, hit.kind, hit.text, Choice.MASK))
    return page


def points_empty(studio: Studio) -> QWidget:
    """A day without applications."""
    studio.empty_day().show_page("summaries")
    return studio.window


POINTS: tuple[Callable[[Studio], QWidget], ...] = (
    points,
    points_fresh,
    points_cards,
    points_question_two,
    points_writing,
    points_reason,
    points_themes,
    points_approve,
    points_approved,
    points_empty,
)
