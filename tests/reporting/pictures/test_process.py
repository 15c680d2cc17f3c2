"""The way of an application: where it is, what is behind and what remains, as a picture and in words."""

import dataclasses
import io
import itertools
from datetime import date

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reporting.pictures.builders import LONG, STEPS, WORKSHOP, a_process

from finsam_review.domain.errors import UserError
from finsam_review.domain.follow_up.process import ProcessSource
from finsam_review.reporting.pictures.process import process_picture, process_svg
from finsam_review.reporting.pictures.process_page import (
    expected_process_texts,
    render_process,
    verify_process,
)
from finsam_review.reporting.pictures.process_words import process_words
from finsam_review.reporting.pictures.shapes import Circle, Line, Text
from finsam_review.reporting.pictures.typesetting import text_width
from finsam_review.reporting.tagged.page_text import read_page
from finsam_review.reporting.textprep import same_blanks
from finsam_review.reporting.verify import read_tags


def _texts(source: ProcessSource) -> list[str]:
    return [shape.text for shape in process_picture(source).shapes if isinstance(shape, Text)]


def test_the_way_in_words() -> None:
    words = process_words(a_process(2, words={0: "Kom med brev."})).split("\n")
    assert words == [
        "Er ansökans väg: Grönt steg – prerehabilitering.",
        "1. Inkommen: klart, 10 september 2025, Kom med brev.",
        "2. Läst: klart, 15 oktober 2025.",
        "3. Utskickad: Här är er ansökan, 20 oktober 2025.",
        "4. Reviderad: återstår, senast fredagen den 31 oktober 2025.",
        "5. Beredningsgrupp: återstår.",
        "6. Styrelseberedning: återstår.",
        "7. Styrelse: återstår.",
        "8. Beslut: återstår.",
    ]


def test_what_the_picture_says() -> None:
    assert _texts(a_process(2)) == [
        "Inkommen", "10 september 2025", "Läst", "15 oktober 2025", "Här är er ansökan", "Utskickad",
        "20 oktober 2025", "Reviderad", "senast fredagen den 31 oktober 2025", "Beredningsgrupp",
        "Styrelseberedning", "Styrelse", "Beslut", "klart", "här är ni nu", "återstår",
    ]  # fmt: skip


def test_a_decision_says_its_outcome() -> None:
    texts = _texts(a_process(7, outcome="Beviljad", words={7: "För 2026 och 2027."}))
    assert texts[14:] == [
        "Här är er ansökan", "Beslut", "Beviljad", "4 december 2025", "För 2026 och 2027.", "klart",
        "här är ni nu",
    ]  # fmt: skip


def test_a_step_that_nobody_noted_is_not_said_to_be_taken() -> None:
    source = a_process(2, days=[date(2025, 9, 10), None])
    assert _texts(source) == [
        "Inkommen", "10 september 2025", "Läst", "inget noterat", "Här är er ansökan", "Utskickad",
        "10 september 2025", "Reviderad", "senast fredagen den 31 oktober 2025", "Beredningsgrupp",
        "Styrelseberedning", "Styrelse", "Beslut", "klart", "inget noterat", "här är ni nu", "återstår",
    ]  # fmt: skip
    assert "2. Läst: inget noterat." in process_words(source).split("\n")
    shapes = process_picture(source).shapes
    hollow = [shape for shape in shapes if isinstance(shape, Circle) and shape.radius == 11 and shape.stroke]
    assert len(hollow) == 1 + 1
    assert {circle.fill for circle in hollow} == {"#FFFFFF"}
    line = [shape for shape in shapes if isinstance(shape, Line) and len(shape.points) == 2]
    assert [bool(part.dashes) for part in line][:3] == [False, False, True]


def test_days_that_are_planned() -> None:
    assert "planerat till 12 november 2025" in _texts(a_process(1, planned=True))


def test_the_deadline_is_gone_when_the_revised_version_is_there() -> None:
    assert not [text for text in _texts(a_process(3)) if text.startswith("senast")]
    unknown = dataclasses.replace(WORKSHOP, deadline=None)
    assert not [text for text in _texts(a_process(2, workshop=unknown)) if text.startswith("senast")]


def test_the_signs_need_no_colour() -> None:
    shapes = process_picture(a_process(2)).shapes
    line = [shape for shape in shapes if isinstance(shape, Line) and len(shape.points) == 2]
    assert [bool(part.dashes) for part in line] == [False, False, True, True, True, True, True]
    ticks = [shape for shape in shapes if isinstance(shape, Line) and len(shape.points) == 3]
    assert len(ticks) == 2 + 1
    empty = [shape for shape in shapes if isinstance(shape, Circle) and shape.radius == 10]
    assert len(empty) == 5 + 1
    assert {circle.fill for circle in empty} == {"#FFFFFF"}


def test_a_station_stands_below_the_one_before() -> None:
    picture = process_picture(a_process(4, words={1: LONG * 9, 4: LONG * 9}, outcome=LONG))
    known = dict(STEPS).values()
    names = [shape.y for shape in picture.shapes if isinstance(shape, Text) and shape.text in known]
    assert names == sorted(names)
    assert all(later - earlier > 40 for earlier, later in itertools.pairwise(names))


@settings(max_examples=60)
@given(
    now=st.integers(0, 7),
    words=st.dictionaries(st.integers(0, 7), st.text(max_size=400)),
    outcome=st.text(max_size=120),
    names=st.lists(st.text(max_size=150), min_size=8, max_size=8),
)
def test_everything_has_room(now: int, words: dict[int, str], outcome: str, names: list[str]) -> None:
    steps = [(code, name) for (code, _name), name in zip(STEPS, names, strict=True)]
    picture = process_picture(a_process(now, words=words, outcome=outcome, steps=steps))
    for shape in picture.shapes:
        if isinstance(shape, Text):
            width = text_width(shape.text, face=shape.face, size=shape.size)
            left = shape.x - {"start": 0, "middle": 0.5, "end": 1}[shape.anchor] * width
            assert left >= 0
            assert left + width <= picture.width
            assert 0 < shape.y < picture.height


def test_the_svg_has_a_heading() -> None:
    svg = process_svg(a_process(2))
    for words in ("Grönt steg – prerehabilitering", "Diarienummer 2025/041 · Hjo kommun", "Er ansökans väg"):
        assert f">{words}</text>" in svg
    assert "<title " in svg
    assert "3. Utskickad: Här är er ansökan, 20 oktober 2025." in svg


def test_what_is_read_from_the_page() -> None:
    source = a_process(2)
    data = render_process(source)
    verify_process(data, source)
    entries = [(entry.tag, entry.text) for entry in read_tags(data).entries]
    assert entries[:5] == [
        ("P", "Samordningsförbundet Skaraborg"),
        ("P", "Budgetupptakt inför 2026, onsdagen den 15 oktober 2025"),
        ("H1", "Grönt steg – prerehabilitering"),
        ("P", "Er ansökans väg"),
        ("P", "Diarienummer 2025/041 · Hjo kommun"),
    ]
    assert entries[5:] == [("Figure", same_blanks(process_words(source)))]


def test_what_is_drawn_is_what_the_picture_says() -> None:
    source = a_process(2, words={1: "Tre bord läste."})
    with pikepdf.open(io.BytesIO(render_process(source))) as pdf:
        drawn = read_page(pdf.pages[0], {}).marked
    said = "".join(f"{text} " for text in _texts(source))
    assert same_blanks(said) in [same_blanks(text) for text in drawn.values()]


def test_the_figure_says_where_it_stands() -> None:
    with pikepdf.open(io.BytesIO(render_process(a_process(2)))) as pdf:
        items = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        (figure,) = (item for item in items if item.get("/S") == "/Figure")
        left, bottom, right, top = (float(edge) for edge in figure["/A"]["/BBox"])
    assert 50 < left < right < 545
    assert 60 < bottom < top < 700


def test_a_note_too_long_for_the_picture_stands_below_it() -> None:
    note = "Kompletterad med avsiktsförklaring. " * 30
    source = a_process(3, words={1: "Kort.", 2: note})
    data = render_process(source)
    verify_process(data, source)
    texts = read_tags(data).texts
    assert texts[-2:] == ("Anteckningar i sin helhet", f"Utskickad: {note.strip()}")


def test_the_heading_of_the_notes_is_not_left_behind() -> None:
    note = "Kompletterad med avsiktsförklaring. " * 30
    source = a_process(4, words={2: "Ett svar väntas.", 3: note}, planned=True)
    with pikepdf.open(io.BytesIO(render_process(source))) as pdf:
        first, second = ("".join(read_page(page, {}).marked.values()) for page in pdf.pages)
    assert "Anteckningar" not in first
    assert second.startswith("Anteckningar i sin helhet")


def test_many_steps_have_room_on_one_page() -> None:
    for count, pages in ((14, 1), (40, 2)):
        source = a_process(5, steps=[("x", f"Steg {number}") for number in range(count)])
        data = render_process(source)
        verify_process(data, source)
        assert len(read_tags(data).furniture) == pages


@settings(max_examples=30)
@given(title=st.text(max_size=300), words=st.text(max_size=900), outcome=st.text(max_size=100))
def test_any_text_is_read_back(title: str, words: str, outcome: str) -> None:
    source = a_process(7, title=title, words={6: words, 7: words}, outcome=outcome)
    verify_process(render_process(source), source)


def test_another_way_is_not_taken_for_this_one() -> None:
    data = render_process(a_process(2))
    with pytest.raises(UserError, match="pdf_text_differs"):
        verify_process(data, a_process(3))


def test_equal_sources_give_equal_bytes() -> None:
    assert render_process(a_process(2)) == render_process(a_process(2))


def test_an_application_about_which_nothing_is_known() -> None:
    source = a_process(0, days=[None], title="")
    details = dataclasses.replace(source.application.details, diary_number="", applicant="")
    source = dataclasses.replace(source, application=dataclasses.replace(source.application, details=details))
    data = render_process(source)
    verify_process(data, source)
    assert expected_process_texts(source)[2] == "Ansökan 1"


def test_a_deadline_is_written_out() -> None:
    late = dataclasses.replace(WORKSHOP, deadline=date(2026, 1, 2))
    assert "senast fredagen den 2 januari 2026" in _texts(a_process(0, workshop=late))
