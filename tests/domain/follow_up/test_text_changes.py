"""What a revised document changes in the text, whatever template and format the two of them have."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.importing.conftest import Content, build_docx

from finsam_review.domain.follow_up.comparing.pairing import matches_of
from finsam_review.domain.follow_up.comparing.passages import PassageKind, key_of, passages_of
from finsam_review.domain.follow_up.comparing.pieces import PieceKind
from finsam_review.domain.follow_up.text_changes import Comparison, TextChange, compare
from finsam_review.domain.intake import Block, Heading, ListItem, Paragraph, TableBlock
from finsam_review.importing.files.reading import read_file

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "resources" / "sample"
FORMS = ROOT / "tests" / "data" / "importing" / "forms"
NEED = "Antalet personer som försörjs med bistånd uppgick till 388 i de tre kommunerna."
TEAM = "Teamet använder en checklista för stegförflyttning som tagits fram i Mariestad."
HEAD = ("Kostnad", "2026")
GOALS = ("Alla deltagare får en skriftlig plan för tiden efter insatsen", "Hälften går vidare till arbete")


EXPECTED = """\
Målgrupp: [-Personer i arbetsför ålder med långvarigt beroende av offentlig försörjning och behov av \
förberedande stöd.-] {+Personer 20–64 år som varit utanför arbetsmarknaden i minst tre år och som är \
aktuella hos minst två av parterna.+} Vi beräknar [-60-] {+54+} deltagare per år, [-20-] {+18+} i varje \
kommun.
Organisation och styrgrupp: Styrgruppen består av [-de tre kommunernas chefer för individ- och \
familjeomsorg och arbetsmarknad. Verksamhetschefen i Töreboda är ordförande.-] {+en chef från vardera \
kommunen, en vårdenhetschef för primärvården och en sektionschef från Arbetsförmedlingen. \
Försäkringskassan är adjungerad. Ordförandeskapet roterar årsvis.+}
Samverkan och förankring hos parterna: [-Ansökan är förankrad i de tre kommunernas ledningsgrupper. \
Vården är tillfrågad och positiv. Arbetsförmedlingen informeras när beslut finns.-] {+Vårdenhetschefen \
undertecknade en avsiktsförklaring den 27 oktober. Arbetsförmedlingen lämnade besked den 29 oktober om \
en halv dag per månad och kommun.+}
Uppföljning och utvärdering: Deltagarna registreras i uppföljningssystemet {+efter samtycke+}. \
Gruppledarna rapporterar varje månad {+och styrgruppen går igenom resultat uppdelat på kön och kommun \
två gånger per år+}.
Syfte och mål: 50 procent går vidare till annan insats{+, varav hälften till Arbetsförmedlingen+}
Budget: Gruppledare [-3,0-] {+2,75+} tjänster | [-1 545 000-] {+1 420 000+} | [-1 580 000-] \
{+1 455 000+} | [-1 615 000-] {+1 490 000+}
Underskrift: Töreboda den [-10 september-] {+31 oktober+} 2025"""


def blocks_of(path: Path) -> tuple[Block, ...]:
    """Return what can be read of a file."""
    return read_file(path.read_bytes()).blocks


def shown(change: TextChange) -> str:
    """Return a change as one line: ``[-gone-]`` and ``{+new+}``."""
    marks = {PieceKind.SAME: "{}", PieceKind.REMOVED: "[-{}-]", PieceKind.ADDED: "{{+{}+}}"}
    text = "".join(marks[piece.kind].format(piece.text) for piece in change.readable)
    return text.replace("\u00a0", " ")


def lines_of(comparison: Comparison) -> list[str]:
    """Return the changes of a comparison, each as one line."""
    return [shown(change) for change in comparison.changes]


paragraphs = st.lists(
    st.builds(
        lambda kind, words: kind(" ".join(words)),
        st.sampled_from([Paragraph, Heading, ListItem]),
        st.lists(
            st.sampled_from(["vården", "kommunen", "och", "plan.", "Behov", "3"]), min_size=1, max_size=6
        ),
    ),
    max_size=9,
)


@given(paragraphs, paragraphs)
def test_every_passage_of_both_documents_is_accounted_for_once(first: list[Block], revised: list[Block]):
    ours, theirs = passages_of(first), passages_of(revised)
    matches = matches_of(ours, theirs)
    assert sorted(place for match in matches for place in match.first) == list(range(len(ours)))
    assert sorted(place for match in matches for place in match.revised) == list(range(len(theirs)))


@given(paragraphs, paragraphs)
def test_whatever_is_not_in_both_documents_is_in_a_change(first: list[Block], revised: list[Block]):
    comparison = compare(first, revised)
    documents = passages_of(first), passages_of(revised)
    told = (
        [key_of(change.before).casefold() for change in comparison.changes],
        [key_of(change.after).casefold() for change in comparison.changes],
    )
    headings = {key_of(change.heading).casefold() for change in comparison.changes}
    for side, other in ((0, 1), (1, 0)):
        whole = "".join(item.key for item in documents[other]).casefold()
        for item in documents[side]:
            key = item.key.casefold()
            assert key in whole or key in headings or any(key in text for text in told[side])


@given(paragraphs)
def test_a_document_beside_itself_has_no_change(blocks: list[Block]):
    comparison = compare(blocks, blocks)
    assert (comparison.changes, comparison.moved) == ((), ())
    prose = [item for item in passages_of(blocks) if item.kind is not PassageKind.HEADING]
    assert comparison.unchanged_paragraphs == len(prose)


def test_a_change_stands_under_its_heading_and_pieces_make_both_texts():
    first = (Heading("Behov"), Paragraph(NEED), Heading("Metod"), Paragraph(TEAM))
    revised = (Heading("Behov"), Paragraph(NEED.replace("388", "390")), Heading("Metod"), Paragraph(TEAM))
    (change,) = compare(first, revised).changes
    assert change.heading == "Behov"
    assert shown(change) == NEED.replace("388", "[-388-] {+390+}")
    assert (change.before, change.after) == (NEED, NEED.replace("388", "390"))
    assert compare(first, revised).unchanged_paragraphs == 1


def test_added_and_removed_paragraphs_stand_where_they_are_read():
    first = (Heading("Behov"), Paragraph(NEED), Paragraph("Detta är väl belagt."), Heading("Metod"))
    revised = (Heading("Behov"), Paragraph(NEED), Heading("Metod"), Paragraph(TEAM))
    comparison = compare(first, revised)
    assert lines_of(comparison) == ["[-Detta är väl belagt.-]", f"{{+{TEAM}+}}"]
    assert [change.heading for change in comparison.changes] == ["Behov", "Metod"]


def test_a_lone_paragraph_that_replaces_another_is_one_change():
    first = (Heading("Förankring"), Paragraph("Vården är tillfrågad."), Heading("Tidplan"))
    revised = (Heading("Förankring"), Paragraph("Ett avtal skrevs i oktober."), Heading("Tidplan"))
    assert lines_of(compare(first, revised)) == ["[-Vården är tillfrågad.-] {+Ett avtal skrevs i oktober.+}"]


def test_a_new_section_is_told_by_its_text_and_marks_its_heading():
    first = (Heading("Behov"), Paragraph(NEED))
    revised = (*first, Heading("Implementering"), Paragraph(TEAM))
    (change,) = compare(first, revised).changes
    assert (change.heading, change.heading_kind) == ("Implementering", PieceKind.ADDED)
    (back,) = compare(revised, first).changes
    assert (back.heading, back.heading_kind) == ("Implementering", PieceKind.REMOVED)
    (bare,) = compare(first, (*first, Heading("Implementering"))).changes
    assert (bare.kind, shown(bare)) == (PassageKind.HEADING, "{+Implementering+}")


def test_a_paragraph_under_another_heading_is_moved_and_not_new():
    first = (Heading("Behov"), Paragraph(NEED), Paragraph(TEAM), Heading("Metod"), Paragraph("Så gör vi."))
    revised = (Heading("Behov"), Paragraph(NEED), Heading("Metod"), Paragraph("Så gör vi."), Paragraph(TEAM))
    comparison = compare(first, revised)
    assert comparison.changes == ()
    assert [(item.heading, item.moved_from, shown(item)) for item in comparison.moved] == [
        ("Metod", "Behov", TEAM)
    ]
    assert comparison.unchanged_paragraphs == 3
    revised = (*revised[:-1], Paragraph(TEAM.replace("Mariestad", "Töreboda")))
    (change,) = compare(first, revised).changes
    assert (change.moved_from, change.after) == ("Behov", TEAM.replace("Mariestad", "Töreboda"))
    assert "[-Mariestad-] {+Töreboda+}" in shown(change)


def test_a_short_text_that_happens_to_be_equal_elsewhere_is_no_move():
    first = (Heading("Mål"), Paragraph(NEED), Paragraph("Ja."), Heading("Metod"), Paragraph(TEAM))
    revised = (Heading("Mål"), Paragraph(NEED), Heading("Metod"), Paragraph(TEAM), Paragraph("Ja."))
    assert lines_of(compare(first, revised)) == ["[-Ja.-]", "{+Ja.+}"]


def test_items_in_another_order_under_the_same_heading_are_no_change():
    first = (Heading("Mål"), *(ListItem(goal) for goal in GOALS))
    revised = (Heading("Mål"), *(ListItem(goal) for goal in reversed(GOALS)))
    assert compare(first, revised) == Comparison(unchanged_paragraphs=2)


def test_headings_of_another_template_are_renamed_by_the_text_below_them():
    first = (Heading("Syfte och mål"), Paragraph(NEED), Heading("Metod"), Paragraph(TEAM))
    revised = (Heading("Vad vi vill"), Paragraph(NEED), Heading("Så gör vi"), Paragraph(TEAM))
    comparison = compare(first, revised)
    assert lines_of(comparison) == ["[-Syfte och mål-] {+Vad vi vill+}", "[-Metod-] {+Så gör vi+}"]
    assert comparison.moved == ()


def test_tables_are_compared_row_by_row_and_cell_by_cell():
    head = ("Kostnad", "2026", "2027")
    first = TableBlock((head, ("Lokaler", "66 000", "67 000"), ("Psykolog", "84 000", "84 000")))
    revised = TableBlock((head, ("Lokaler", "66 000", "56 000"), ("Utbildning", "20 000", "")))
    comparison = compare((first,), (revised,))
    assert lines_of(comparison) == [
        "Lokaler | 66 000 | [-67 000-] {+56 000+}",
        "[-Psykolog | 84 000 | 84 000-]",
        "{+Utbildning | 20 000+}",
    ]
    assert {change.kind for change in comparison.changes} == {PassageKind.ROW}
    swapped = TableBlock((head, ("Lokaler", "67 000", "66 000"), ("Psykolog", "84 000", "84 000")))
    assert lines_of(compare((first,), (swapped,))) == [
        "Lokaler | [-66 000-] {+67 000+} | [-67 000-] {+66 000+}"
    ]


@pytest.mark.parametrize(
    ("first", "revised"),
    [
        (
            (Heading("1. Behov"), Paragraph("Ett"), Heading("2. MÅL")),
            (Heading("Behov"), Paragraph("Ett"), Heading("Mål")),
        ),
        ((Heading("2.1 Behov"),), (Heading("3 Behov", 2),)),
        ((Heading("BEHOV"),), (Paragraph("Behov"),)),
        (
            (Paragraph("a) alla får plan"), Paragraph("b) ingen glöms")),
            (ListItem("alla får plan"), ListItem("ingen glöms", 2)),
        ),
        ((Paragraph("• alla får en plan"),), (ListItem("alla får en plan"),)),
        ((Paragraph("samverkans- parter i\ntre\u00a0län"),), (Paragraph("samverkansparter  i tre län"),)),
        ((Paragraph("sam\u00adverkan och ﬁnansiering"),), (Paragraph("samverkan och finansiering"),)),
        ((Paragraph("”Ja” sa hon – 20–64 år …"),), (Paragraph('"Ja" sa hon - 20-64 år ...'),)),
        ((Paragraph("Stegen in\t\tSida 3 av 3"),), (Paragraph("Stegen in\t\tSida 1 av 1"),)),
        (
            (Paragraph("Sida 2 av 9"), Paragraph("____________"), Paragraph("Ort:")),
            (Paragraph("Ort"), Paragraph("- 4 -")),
        ),
        (
            (Paragraph("Deltagarna får stöd av en"), Paragraph("samordnare under hela tiden.")),
            (Paragraph("Deltagarna får stöd av en samordnare under hela tiden."),),
        ),
        ((TableBlock((("Sökt 2026", "450 000 kr"),)),), (Paragraph("Sökt 2026: 450 000 kr"),)),
        (
            (TableBlock((HEAD, ("Lokal", "1"))), TableBlock((HEAD, ("Mat", "2")))),
            (TableBlock((HEAD, ("Lokal", "1"), ("Mat", "2"))),),
        ),
        (
            (TableBlock((("Namn:", "Dnr:"), ("Stegvis", ""))),),
            (TableBlock((("Namn: Stegvis", "Dnr:"),)),),
        ),
        (
            (Heading("VAD TILLFÖR INSATSEN"), Heading("UTÖVER ANNAT?")),
            (Heading("Vad tillför insatsen utöver annat?"),),
        ),
        ((Paragraph("a\u030angra sig"),), (Paragraph("ångra sig"),)),
        ((TableBlock((("☑ Projekt", "□ Insats"),)),), (TableBlock((("☒ Projekt", "☐ Insats"),)),)),
    ],
)
def test_what_a_format_or_a_template_does_to_a_text_is_no_change(
    first: tuple[Block, ...], revised: tuple[Block, ...]
):
    for one, other in ((first, revised), (revised, first)):
        comparison = compare(one, other)
        assert (comparison.changes, comparison.moved) == ((), ())


@pytest.mark.parametrize(
    ("first", "revised"),
    [
        ("Underskottet blev -690 000 kr.", "Underskottet blev 690 000 kr."),
        ("Vi har 12 platser.", "Vi har 1,2 platser."),
        ("☐ Projekt", "☒ Projekt"),
        ("Alla får inte plats.", "Alla får plats."),
        ("4 kommuner deltar.", "5 kommuner deltar."),
        ("Se sida 3", "Se sida 4"),
        ("Perioden är 2026-2028.", "Perioden är 2026–2029."),
        ("Kommunen deltar.", "kommunen deltar."),
    ],
)
def test_small_changes_that_mean_something_are_found(first: str, revised: str):
    (change,) = compare((Paragraph(first),), (Paragraph(revised),)).changes
    assert (change.before.replace("\u00a0", " "), change.after.replace("\u00a0", " ")) == (first, revised)


def test_a_paragraph_that_was_parted_and_changed_is_one_change():
    first = (Heading("Metod"), Paragraph(f"{NEED} {TEAM}"))
    revised = (Heading("Metod"), Paragraph(NEED), Paragraph(TEAM.replace("checklista", "skattning")))
    (change,) = compare(first, revised).changes
    assert shown(change) == f"{NEED} {TEAM}".replace("checklista", "[-checklista-] {+skattning+}")
    (back,) = compare(revised, first).changes
    assert shown(back) == f"{NEED} {TEAM}".replace("checklista", "[-skattning-] {+checklista+}")


def test_a_paragraph_of_300_000_characters_is_compared():
    long = " ".join(f"Mening {number} handlar om {NEED}" for number in range(3_000))
    (change,) = compare(
        (Paragraph(long),), (Paragraph(long.replace("Mening 1500 ", "Stycke 1500 ")),)
    ).changes
    assert [piece.text.strip() for piece in change.pieces if piece.kind is not PieceKind.SAME] == [
        "Mening", "Stycke",
    ]  # fmt: skip
    assert not change.is_cut


def test_a_comparison_that_was_cut_short_says_so():
    first, revised = "ja nej " * 9_000 + "ja", "nej ja " * 9_000 + "nej nej"
    comparison = compare((Paragraph(first), Paragraph("a b")), (Paragraph(revised), Paragraph("a c")))
    assert [change.is_cut for change in comparison.changes] == [True, False]
    assert comparison.is_cut


def test_documents_of_2000_paragraphs_take_less_than_a_second():
    texts = [f"Stycke {number}: {NEED} Sedan kom {number * 7} till. {TEAM}" for number in range(2_000)]
    first = [Paragraph(text) for text in texts]
    revised = [
        Paragraph(text.replace("388", "390") if place % 20 == 0 else text) for place, text in enumerate(texts)
    ]
    begun = time.process_time()
    comparison = compare(first, revised)
    assert time.process_time() - begun < 1
    assert (len(comparison.changes), comparison.unchanged_paragraphs) == (100, 1_900)


def test_2000_paragraphs_that_are_all_changed_are_still_paired():
    texts = [f"Stycke {number}: {NEED} Sedan kom {number * 7} till." for number in range(2_000)]
    comparison = compare([Paragraph(text) for text in texts], [Paragraph(f"{text} Nytt.") for text in texts])
    assert all(change.after == f"{change.before} Nytt." for change in comparison.changes)
    assert len(comparison.changes) == 2_000


def test_the_revised_application_of_the_sample_reads_as_a_person_would_tell_it():
    comparison = compare(
        blocks_of(SAMPLE / "ansokningar" / "Stegen in MTG ansökan.docx"),
        blocks_of(SAMPLE / "reviderade" / "Stegen in MTG ansökan REVIDERAD.docx"),
    )
    lines = {f"{change.heading}: {shown(change)}" for change in comparison.changes}
    assert set(EXPECTED.splitlines()) <= lines
    new_sections = {change.heading for change in comparison.changes if change.heading_kind is PieceKind.ADDED}
    assert {"Implementering", "Jämställdhet, tillgänglighet och barnperspektiv"} <= new_sections
    assert (comparison.moved, comparison.is_cut) == ((), False)


@pytest.mark.parametrize("form", sorted(FORMS.glob("*.pdf")), ids=lambda path: path.stem)
def test_a_form_as_pdf_and_as_odt_says_the_same(form: Path):
    comparison = compare(blocks_of(form), blocks_of(form.with_suffix(".odt")))
    assert (lines_of(comparison), comparison.moved) == ([], ())
    assert comparison.unchanged_paragraphs >= 5


def in_word(blocks: tuple[Block, ...], edit: Callable[[str], str]) -> tuple[Block, ...]:
    """Return a document in two columns as its author has it in Word: whole paragraphs, no numbers."""
    content: list[Content] = []
    for block in blocks:
        last = content[-1] if content else ""
        if isinstance(block, TableBlock):
            rows = [[edit(" ".join(cell.split())) for cell in row] for row in block.rows]
            content = [*content[:-1], [*last, *rows]] if isinstance(last, list) else [*content, rows]
        elif isinstance(block, Heading):
            content.append(("Heading1", edit(re.sub(r"^\d+\. ", "", block.text))))
        elif (
            isinstance(block, Paragraph)
            and isinstance(last, str)
            and len(last) > 60
            and last[-1] not in ".?!:_"
        ):
            content[-1] = f"{last} {edit(block.text)}"
        else:
            content.append(edit(block.text))
    return read_file(build_docx(*content)).blocks


def test_a_pdf_in_two_columns_and_the_same_text_in_word_have_no_change():
    first = blocks_of(SAMPLE / "ansokningar" / "Bryggan.pdf")
    comparison = compare(first, in_word(first, str))
    assert (lines_of(comparison), comparison.moved) == ([], ())


def test_a_pdf_revised_in_word_shows_what_was_changed_and_nothing_else():
    first = blocks_of(SAMPLE / "ansokningar" / "Bryggan.pdf")
    edits = {"Två unga med": "Fyra unga med", "1 150 000": "1 200 000", "bara onsdagar": "bara en dag"}

    def edit(text: str) -> str:
        for before, after in edits.items():
            text = text.replace(before, after)
        return text

    comparison = compare(first, in_word(first, edit))
    assert [(change.heading, shown(change)[:60]) for change in comparison.changes] == [
        ("Ansökan om medel 2026", "Sökt belopp 2026 | [-1 150 000 kr-] {+1 200 000 kr+}"),
        ("Organisation och styrgrupp", "Projektägare är Arbetsförmedlingen. I styrgruppen ingår sekt"),
        ("Budget", "Summa | [-1 150 000-] {+1 200 000+} | 1 480 000 | 370 000"),
        ("Bilaga 2: Frågor från unga", "Kan man jobba bara [-onsdagar-] {+en dag+}?"),
    ]
    assert "[-Två-] {+Fyra+} unga med egen erfarenhet" in shown(comparison.changes[1])
