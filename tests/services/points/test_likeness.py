"""Notes that say nearly the same are pointed out, as well as the documentation says."""

import random
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.services.points.measuring import (
    a_note,
    against,
    cross_validated,
    held_out,
    marked,
    on_held_out,
    sample_notes,
    says_the_same,
)

from finsam_review.domain.notes import Note
from finsam_review.services.points.likeness import Likeness, alike_pairs, grouped, resembling
from finsam_review.services.points.stems import content_stems

DOCUMENT = Path(__file__).parents[3] / "docs" / "likeness.md"


def test_the_marks_are_those_that_the_documentation_speaks_of():
    sure, maybe = marked("sure"), marked("maybe")
    assert (len(sample_notes()), len(sure), len(maybe)) == (428, 40, 48)
    assert not sure & maybe
    places = {note.id: note.place for note in sample_notes()}
    assert all(places[one] == places[other] for one, other in sure | maybe)
    assert (len(held_out()), sum(same for _, _, same in held_out())) == (59, 30)


def test_precision_and_recall_on_the_sample_day_hold():
    sure, maybe = marked("sure"), marked("maybe")
    found = alike_pairs(sample_notes())
    without = against(found, sure, maybe)
    assert without.precision >= 0.60
    assert without.recall >= 0.68
    assert against(found, sure | maybe).precision >= 0.66
    assert against(found, sure | maybe).recall >= 0.40
    in_same_words = marked("sure", "same")
    assert len(in_same_words & set(found)) / len(in_same_words) >= 0.75


def test_precision_and_recall_on_the_invented_day_hold():
    figures = on_held_out(says_the_same)
    assert figures.precision >= 0.60
    assert figures.recall >= 0.75


def test_a_threshold_from_one_half_of_the_applications_does_in_the_other():
    found = {
        number / 100: set(alike_pairs(sample_notes(), least=number / 100)) for number in range(30, 70, 2)
    }
    figures, _ = cross_validated(found, splits=60)
    assert figures.precision >= 0.55
    assert figures.recall >= 0.50


def test_the_documentation_gives_the_figures_that_are_measured():
    text = DOCUMENT.read_text(encoding="utf-8")
    sure, maybe = marked("sure"), marked("maybe")
    found = alike_pairs(sample_notes())
    rows = [against(found, sure, maybe), against(found, sure | maybe), against(found, sure)]
    for row in (*rows, on_held_out(says_the_same)):
        cells = rf"\| {row.precision:.2f} \| {row.recall:.2f} \| {row.right} of {row.all} \| {row.marked} \|"
        assert re.search(cells, text), row


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Långsamt tempo, finns inte idag", "finns inte idag: långsamt tempo", True),
        ("Ingen part har en långsam plats idag", "ingen part har en så långsam plats i dag", True),
        ("FK saknas i styrgruppen", "försäkringskassan saknas", True),
        ("Ha med rehabkoord", "Rehabkoordinatorn måste med", True),
        ("Implementeringen oklar", "Implimentering oklar", True),
        ("Vården saknas", "Vården saknas. Ring dem före revideringen, de kan bidra med tid", True),
        ("Ja!", "ja", True),
        ("Transporter", "transporterna", True),
        ("Transporter", "Transporter till Hjo är svårt på vintern", False),
        ("Resor kostar mycket för den enskilde", "Sekretess mellan parterna är olöst", False),
        ("Beslut 2027", "Tas upp 2028", False),
        ("☀️", "☀️", False),
        ("", "", False),
    ],
)
def test_what_says_nearly_the_same(one: str, other: str, same: bool):
    notes = (a_note("1", one), a_note("2", other))
    assert alike_pairs(notes) == ((("1", "2"),) if same else ())
    assert alike_pairs(notes[::-1]) == ((("2", "1"),) if same else ())
    assert [len(group) for group in grouped(notes)] == ([2] if same else [1, 1])


def test_a_challenge_is_compared_with_its_proposal():
    one = a_note("1", "Bussen går sällan", proposal="Ordna samåkning")
    other = a_note("2", "Ordna samåkning, bussen går sällan")
    assert alike_pairs([one, other]) == (("1", "2"),)


def test_notes_of_different_questions_or_topics_are_not_compared():
    words = "Slipper berätta allt igen"
    notes = [
        a_note("1", words),
        a_note("2", words, question="other"),
        a_note("3", words, topic="other"),
        a_note("4", words),
    ]
    assert alike_pairs(notes) == (("1", "4"),)
    assert [[note.id for note in group] for group in grouped(notes)] == [["1", "4"], ["2"], ["3"]]


def test_the_most_alike_stand_first_and_every_note_has_an_entry():
    notes = [
        a_note("1", "Psykiatrin saknas i styrgruppen"),
        a_note("2", "Psykiatrin saknas, den måste vara med från början och inte bara efter ett år"),
        a_note("3", "psykiatrin saknas i styrgruppen!"),
        a_note("4", "Lokalen är kall"),
    ]
    assert resembling(notes) == {"1": ("3", "2"), "2": ("1", "3"), "3": ("1", "2"), "4": ()}
    assert alike_pairs(notes) == (("1", "2"), ("1", "3"), ("2", "3"))


def test_a_chain_of_resemblances_joins_no_strangers():
    chain = [a_note("1", "lokal hyra"), a_note("2", "hyra personal"), a_note("3", "personal fika")]
    assert alike_pairs(chain) == (("1", "2"), ("2", "3"))
    assert [[note.id for note in group] for group in grouped(chain)] == [["1", "2"], ["3"]]
    both = a_note("4", "lokal hyra personal fika")
    assert alike_pairs([*chain, both])[-1] == ("3", "4")
    assert [[note.id for note in group] for group in grouped([*chain, both])] == [["1", "2", "4"], ["3"]]


def test_every_note_of_the_sample_stands_in_exactly_one_group_as_it_was():
    groups = grouped(sample_notes())
    assert sorted(note.id for group in groups for note in group) == sorted(note.id for note in sample_notes())
    assert {note for group in groups for note in group} == set(sample_notes())
    assert max(len(group) for group in groups) < 8


def test_changes_one_by_one_give_what_a_fresh_start_gives():
    chance = random.Random(5)
    texts = [note.content.text for note in sample_notes()[:60]]
    now: dict[str, Note] = {}
    likeness = Likeness()
    for turn in range(300):
        note_id = str(chance.randrange(40))
        if turn % 7 == 0:
            now.pop(note_id, None)
            likeness.remove(note_id)
        else:
            now[note_id] = a_note(note_id, chance.choice(texts), question=chance.choice("12"))
            likeness.update(now[note_id])
        if turn % 5 == 0:
            likeness.resembling(chance.choice(list(now) or ["0"]))
        if turn % 60 == 59:
            fresh = resembling(list(now.values()))
            assert {key: set(found) for key, found in fresh.items()} == {
                key: set(likeness.resembling(key)) for key in now
            }
    assert any(likeness.resembling(key) for key in now)
    assert likeness.resembling("no such note") == ()


def test_working_ahead_changes_no_answer_and_comes_to_an_end():
    likeness = Likeness.of(sample_notes())
    assert likeness.advance(0) > 300
    assert likeness.advance(60) == 0
    assert tuple(likeness.pairs()) == alike_pairs(sample_notes())


def test_thousands_of_notes_in_the_same_few_words_are_bounded():
    notes = [a_note(str(number), f"Vården saknas {number}") for number in range(1000)]
    likeness = Likeness.of(notes)
    assert len(likeness.resembling("0")) == 63
    likeness.update(a_note("0", "Vården saknas 7"))
    assert likeness.resembling("0")[0] == "7"
    assert likeness.resembling("7")[0] == "0"
    assert [len(group) for group in grouped(notes)] == [1000]


def test_one_changed_note_among_thousands_is_quick():
    """The limit is a tenth of a second of processor time; measured is about one hundredth of that."""
    chance = random.Random(2)
    texts = [note.content.text.split() for note in sample_notes()]
    notes = [
        a_note(str(number), " ".join([*chance.choice(texts)[:6], *chance.choice(texts)[:6]]))
        for number in range(5000)
    ]
    likeness = Likeness.of(notes)
    likeness.advance(0.05)
    took = []
    for note in notes[:15]:
        start = time.process_time()
        likeness.update(a_note(note.id, note.content.text + " och så mötena"))
        likeness.resembling(note.id)
        took.append(time.process_time() - start)
    assert sorted(took)[len(took) // 2] < 0.1


@given(st.lists(st.text(max_size=60), min_size=2, max_size=6))
def test_any_texts_are_compared_both_ways_alike(texts: list[str]):
    notes = [a_note(str(number), text) for number, text in enumerate(texts)]
    found = resembling(notes)
    assert all(one in found[other] for one, others in found.items() for other in others)
    for number, text in enumerate(texts):
        twin = a_note("twin", text)
        assert (str(number) in resembling([*notes, twin])["twin"]) is bool(content_stems(text))


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("Vi på FK och AF", ("arbetsförmedling", "försäkringskassan")),
        ("FK:s och AF:s", ("arbetsförmedling", "försäkringskassan")),
        ("lokalen, Lokaler LOKALERNA", ("lokal",)),
        ("nu ska vi", ("nu", "ska", "vi")),
        ("🌱 …", ()),
    ],
)
def test_stems_are_of_words_that_carry_the_meaning(text: str, stems: tuple[str, ...]):
    assert content_stems(text) == stems
