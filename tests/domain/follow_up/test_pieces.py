"""How one text became another: whole words, nothing lost, and both texts again when put together."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.domain.follow_up.comparing.passages import key_of, tidy
from finsam_review.domain.follow_up.comparing.pieces import Piece, PieceKind, readable, word_pieces
from finsam_review.domain.follow_up.comparing.runs import Effort

SAME, ADDED, REMOVED = PieceKind.SAME, PieceKind.ADDED, PieceKind.REMOVED
WORDS = (
    "styrgruppen",
    "består",
    "av",
    "och",
    "i",
    "kommunen",
    "3",
    "vården.",
    "Ordförande",
    "år",
    "5,5",
    "AF,",
)
lines = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
SIGNS = " \n\t\u00a0.,-–:|/()\"”'☐☒åÅ12a\u0301👩\u200d🔬\u00ad"
texts = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(codec="utf-8")), max_size=60)


def marked(first: str, revised: str) -> str:
    """Return a comparison as one line: ``[-gone-]`` and ``{+new+}``."""
    marks = {SAME: "{}", REMOVED: "[-{}-]", ADDED: "{{+{}+}}"}
    pieces = readable(word_pieces(tidy(first), tidy(revised), Effort()))
    return "".join(marks[piece.kind].format(piece.text) for piece in pieces)


def made_of(pieces: tuple[Piece, ...], kind: PieceKind) -> str:
    """Return what is kept and what is of ``kind``, put together."""
    return "".join(piece.text for piece in pieces if piece.kind in {SAME, kind})


@given(lines, lines)
def test_pieces_make_both_texts_again(first: str, revised: str):
    pieces = word_pieces(first, revised, Effort())
    assert made_of(pieces, REMOVED) == first
    assert made_of(pieces, ADDED) == revised


@given(texts, texts)
def test_pieces_of_any_text_make_the_revised_one_to_the_letter_and_the_first_but_for_signs(
    first: str, revised: str
):
    old, new = tidy(first), tidy(revised)
    pieces = word_pieces(old, new, Effort())
    assert made_of(pieces, ADDED) == new
    assert key_of(made_of(pieces, REMOVED)) == key_of(old)


@given(lines, lines)
def test_pieces_are_whole_words_and_take_turns(first: str, revised: str):
    pieces = word_pieces(first, revised, Effort())
    assert all(piece.text for piece in pieces)
    assert all(one.kind is not other.kind for one, other in pairwise(pieces))
    known = {word.strip(".,") for word in WORDS} | {""}
    assert {word.strip(".,") for piece in pieces for word in piece.text.split()} <= known


@given(lines, lines)
def test_what_is_shown_marks_no_blank_and_loses_no_word(first: str, revised: str):
    pieces = word_pieces(first, revised, Effort())
    shown = readable(pieces)
    assert all(piece.text == piece.text.strip() for piece in shown if piece.kind is not SAME)
    assert "  " not in "".join(piece.text for piece in shown)
    for kind in (ADDED, REMOVED):
        assert made_of(shown, kind).split() == made_of(pieces, kind).split()
    for one, other in pairwise(shown):
        assert SAME in {one.kind, other.kind}


@given(lines)
def test_an_unchanged_text_is_one_piece(text: str):
    assert word_pieces(text, text, Effort()) == ((Piece(SAME, text),) if text else ())


@pytest.mark.parametrize(
    ("first", "revised", "shown"),
    [
        ("Vi söker medel i tre år.", "Vi söker medel i två år.", "Vi söker medel i [-tre-] {+två+} år."),
        ("Sökt: 5 970 000 kronor.", "Sökt: 5 280 000 kronor.", "Sökt: [-5 970 000-] {+5 280 000+} kronor."),
        ("Blev -690 000 kr.", "Blev 690 000 kr.", "Blev [---]690 000 kr."),
        ("Ett stöd.", "Ett stöd, och mer.", "Ett stöd{+, och mer+}."),
        ("Ledare (3,0 tjänster)", "Ledare (2,75 tjänster)", "Ledare ([-3,0-] {+2,75+} tjänster)"),
        ("ett två", "två", "[-ett-] två"),
        ("två", "ett två", "{+ett+} två"),
        ("Start den 2026-01-01", "Start den 2026-02-01", "Start den [-2026-01-01-] {+2026-02-01+}"),
        ("☐ Projekt ☒ Insats", "☒ Projekt ☐ Insats", "[-☐-] {+☒+} Projekt [-☒-] {+☐+} Insats"),
        ("", "Nytt.", "{+Nytt.+}"),
        ("Gammalt.", "", "[-Gammalt.-]"),
        ("samverkans-\nparter i dag", "samverkansparter i går", "samverkansparter i [-dag-] {+går+}"),
        ("”ja” – 20-64 år nu", '"ja" - 20–64 år då', '"ja" - 20–64 år [-nu-] {+då+}'),
    ],
)  # fmt: skip
def test_examples(first: str, revised: str, shown: str):
    assert marked(first, revised).replace("\u00a0", " ") == shown


def test_a_small_word_between_large_changes_is_not_kept():
    shown = marked(
        "Deltagarna väljs ut av handläggarna på kontoret och anvisas därefter till gruppen varje måndag.",
        "Deltagarna anmäler sig själva på webben och börjar sedan i gruppen varje måndag.",
    )
    assert shown == (
        "Deltagarna [-väljs ut av handläggarna på kontoret och anvisas därefter till-] "
        "{+anmäler sig själva på webben och börjar sedan i+} gruppen varje måndag."
    )


def test_a_sentence_that_is_another_is_replaced_whole_but_for_a_common_beginning():
    shown = marked(
        "Styrgruppen består av de tre kommunernas chefer för omsorg. Töreboda är ordförande.",
        "Styrgruppen består av en chef från vardera kommunen. Ordförandeskapet roterar.",
    )
    assert shown == (
        "Styrgruppen består av [-de tre kommunernas chefer för omsorg. Töreboda är "
        "ordförande.-] {+en chef från vardera kommunen. Ordförandeskapet roterar.+}"
    )


def test_sentences_that_are_alike_are_compared_although_the_one_before_is_another():
    shown = marked(
        "Personer i arbetsför ålder med behov av förberedande stöd. Vi beräknar 60 deltagare per år.",
        "Alla som varit utanför arbetsmarknaden i minst tre år. Vi beräknar 54 deltagare per år.",
    )
    assert shown.endswith("Vi beräknar [-60-] {+54+} deltagare per år.")
    assert shown.startswith("[-Personer i arbetsför ålder med behov av förberedande stöd.-] {+Alla som")


def test_a_text_that_grows_keeps_what_it_had():
    first = "Deltagarna registreras efter samtycke."
    more = " ".join(f"Här står mening nummer {number} om något helt annat." for number in range(12))
    assert marked(first, f"{first} {more}") == f"{first} {{+{more}+}}"


@pytest.mark.parametrize(
    ("first", "revised", "is_cut"),
    [
        ("ord " * 75_000, "ord " * 74_999 + "annat", False),
        ("a" * 300_000, "a" * 299_999 + "b", False),
        (".," * 150_000, ",." * 150_000, True),
        ("ja nej " * 20_000 + "ja ja", "nej ja " * 20_000 + "nej ja ja nej", True),
        ("Ja. Nej. " * 12_000, "Nej. Nej. Ja. " * 8_000, True),
    ],
)
def test_the_worst_paragraphs_of_300_000_characters_end(first: str, revised: str, *, is_cut: bool):
    effort = Effort()
    begun = time.process_time()
    pieces = word_pieces(tidy(first), tidy(revised), effort)
    assert time.process_time() - begun < 20
    assert made_of(pieces, ADDED) == tidy(revised)
    assert effort.cut is is_cut


def test_a_long_paragraph_without_full_stops_is_still_compared_word_by_word():
    words = [f"ord{number}" for number in range(30_000)]
    changed = [*words]
    changed[7_000] = changed[23_000] = "annat"
    effort = Effort()
    pieces = word_pieces(" ".join(words), " ".join(changed), effort)
    assert [piece.text for piece in pieces if piece.kind is REMOVED] == [" ord7000", " ord23000"]
    assert not effort.cut
