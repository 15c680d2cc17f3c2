"""Owns how notes of the day become cards of the board."""

from collections.abc import Iterable

from finsam_review.domain.checks.gate import HitKind, without_identity_numbers
from finsam_review.domain.notes import Note, NoteContent
from finsam_review.i18n.masks import mask_words
from finsam_review.services.day import Frame
from finsam_review.ui.board.question_column import BoardQuestion
from finsam_review.ui.post_its.note_card import NoteCard


def questions_of(frame: Frame) -> list[BoardQuestion]:
    """Return the review questions as the board shows them."""
    parties = tuple((party.code, party.short_name, party.name) for party in frame.parties)
    return [
        BoardQuestion(q.id, q.number, q.short_text, q.text, q.shape, parties) for q in frame.review_questions
    ]


def cards_of(
    notes: Iterable[Note], frame: Frame, *, table_id: str, only_own: bool = False
) -> dict[str, list[NoteCard]]:
    """Return the cards of each question, oldest first. ``only_own`` leaves out other tables' notes."""
    cards: dict[str, list[NoteCard]] = {question.id: [] for question in frame.review_questions}
    for note in notes:
        own = note.place.table_id == table_id
        if note.place.question_id in cards and (own or not only_own):
            cards[note.place.question_id].append(card_of(note, frame, own=own))
    return cards


def card_of(note: Note, frame: Frame, *, own: bool) -> NoteCard:
    """Return the card of one note, identity numbers masked; an editor shows what it really says."""
    table = frame.table(note.place.table_id)
    parties = tuple((p.short_name, p.name) for p in frame.parties if p.code in note.content.parties)
    masked = mask_words()[HitKind.IDENTITY]
    return NoteCard(
        note_id=note.id,
        table_letter=table.letter,
        table_number=table.number,
        text=without_identity_numbers(note.content.text, masked),
        proposal=without_identity_numbers(note.content.proposal, masked),
        party_labels=parties,
        own=own,
        conflict=note.conflict,
    )


def joined(first: NoteContent, second: NoteContent) -> NoteContent:
    """Return two contents as one, an empty line between their words; what both say stands once."""
    return NoteContent(
        text=_joined_words(first.text, second.text),
        parties=tuple(dict.fromkeys((*first.parties, *second.parties))),
        proposal=_joined_words(first.proposal, second.proposal),
    )


def _joined_words(first: str, second: str) -> str:
    words = [text for text in dict.fromkeys((first, second)) if text.strip()]
    return "\n\n".join(words)
