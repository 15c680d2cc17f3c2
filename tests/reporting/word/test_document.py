"""A Word file is one that a person could have made well: headings, lists, tables, language, and no tricks."""

import dataclasses
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pytest
from tests.reporting.documents import a_day, an_approved_source, hard_tables
from tests.reporting.word.reading import W, body, part, style, value, words

from finsam_review.domain.notes import Note
from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n import set_language
from finsam_review.reporting.content import Content
from finsam_review.reporting.day import day_content
from finsam_review.reporting.summary import summary_content
from finsam_review.reporting.word import render_word
from finsam_review.reporting.word.document import LONGEST_PROPERTY

Notes = Callable[..., Note]
Sources = Callable[..., SummarySource]


@pytest.fixture(autouse=True)
def swedish() -> None:
    set_language("sv")


@pytest.fixture(name="summary")
def a_summary(note: Notes, source: Sources) -> Content:
    return summary_content(source(note("Bra", table=2), note("Resorna.", question=3, proposal="Minibuss.")))


def test_headings_are_headings(summary: Content) -> None:
    found = [
        (style(item), words(item))
        for item in body(render_word(summary)).iter(f"{W}p")
        if style(item) in {"Title", "Heading1", "Heading2"}
    ]
    assert found[0] == ("Title", "Grönt steg – naturbaserad prerehabilitering")
    assert [code for code, _ in found] == ["Title", "Heading1", "Heading1", "Heading1"]
    assert found[1][1].startswith("1|Vad tillför detta")
    styles = part(render_word(summary), "word/styles.xml")
    levels = {
        item.get(f"{W}styleId"): value(item.find(f"{W}pPr/{W}outlineLvl"))
        for item in styles.iter(f"{W}style")
    }
    assert (levels["Heading1"], levels["Heading2"], levels["Title"]) == ("0", "1", None)
    names = {value(item, "styleId"): value(item.find(f"{W}name")) for item in styles.iter(f"{W}style")}
    assert (names["Heading1"], names["Heading2"], names["Title"]) == ("heading 1", "heading 2", "Title")


def test_parts_of_a_section_are_headings_of_the_second_level() -> None:
    found = [style(item) for item in body(render_word(day_content(a_day()))).iter(f"{W}p")]
    headings = [code for code in found if code in {"Heading1", "Heading2"}]
    assert headings[:3] == ["Heading1", "Heading2", "Heading2"]
    assert headings.count("Heading2") == 7


def test_points_are_a_real_list_and_the_rest_of_a_point_goes_on_in_it(summary: Content) -> None:
    data = render_word(summary)
    items = [item for item in body(data).iter(f"{W}p") if style(item) in {"ListBullet", "ListContinue"}]
    assert [style(item) for item in items] == ["ListBullet", "ListBullet", "ListContinue"]
    bullet = part(data, "word/styles.xml").find(
        f"{W}style[@{W}styleId='ListBullet']/{W}pPr/{W}numPr/{W}numId"
    )
    number = part(data, "word/numbering.xml").find(f"{W}num[@{W}numId='{value(bullet)}']/{W}abstractNumId")
    level = part(data, "word/numbering.xml").find(
        f"{W}abstractNum[@{W}abstractNumId='{value(number)}']/{W}lvl"
    )
    assert level is not None
    assert value(level.find(f"{W}numFmt")) == "bullet"
    assert value(level.find(f"{W}lvlText")) == "–"


def test_agreement_stands_at_the_right_edge_behind_a_tab(summary: Content) -> None:
    data = render_word(summary)
    item = next(item for item in body(data).iter(f"{W}p") if style(item) == "ListBullet")
    assert words(item) == "Bra|1\u00a0av\u00a03\u00a0bord"
    tab = part(data, "word/styles.xml").find(f"{W}style[@{W}styleId='ListBullet']/{W}pPr/{W}tabs/{W}tab")
    assert (value(tab), value(tab, "pos")) == ("right", "9638")


def test_a_challenge_is_kept_on_the_page_of_its_proposal(summary: Content) -> None:
    items = [item for item in body(render_word(summary)).iter(f"{W}p") if words(item).startswith("Utmaning")]
    assert items[0].find(f"{W}pPr/{W}keepNext") is not None
    assert items[0].find(f"{W}pPr/{W}keepLines") is not None


def test_a_table_has_a_header_row_that_stands_again_on_the_next_page() -> None:
    tables = list(body(render_word(hard_tables())).iter(f"{W}tbl"))
    facts, many = tables[0], tables[1]
    assert facts.find(f"{W}tr/{W}trPr/{W}tblHeader") is None
    assert value(facts.find(f"{W}tblPr/{W}tblLook"), "firstColumn") == "1"
    rows = many.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows[:3]] == [True, False, False]
    assert value(many.find(f"{W}tblPr/{W}tblLook"), "firstRow") == "1"
    grid = [int(value(column, "w") or 0) for column in many.iter(f"{W}gridCol")]
    assert sum(grid) == 9638
    assert len(rows) == 151


def test_the_file_says_its_language_title_and_who_it_is_from(summary: Content) -> None:
    data = render_word(summary)
    language = part(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert value(language) == "sv-SE"
    assert value(part(data, "word/settings.xml").find(f"{W}themeFontLang")) == "sv-SE"
    core = {item.tag.rpartition("}")[2]: item.text for item in part(data, "docProps/core.xml")}
    assert core["title"] == "Grönt steg – naturbaserad prerehabilitering"
    assert core["creator"] == core["lastModifiedBy"] == "Samordningsförbundet Skaraborg"
    assert core["subject"] == "Bordens synpunkter till den sökande"
    assert core["created"] == core["modified"] == "2025-10-15T00:00:00Z"


def test_english_is_said_to_be_english(note: Notes, source: Sources) -> None:
    set_language("en")
    data = render_word(summary_content(source(note("Good"))))
    language = part(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert value(language) == "en-GB"


def test_a_title_longer_than_word_keeps_is_whole_in_the_text(summary: Content) -> None:
    title = "Titel " * 100
    metadata = dataclasses.replace(summary.metadata, title=title)
    data = render_word(dataclasses.replace(summary, metadata=metadata, title=title))
    core = {item.tag.rpartition("}")[2]: item.text for item in part(data, "docProps/core.xml")}
    assert len(core["title"] or "") <= LONGEST_PROPERTY
    assert (core["title"] or "").endswith("…")
    (shown,) = [words(item) for item in body(data).iter(f"{W}p") if style(item) == "Title"]
    assert shown == title.strip()


def test_the_page_is_a4_and_its_foot_counts(summary: Content) -> None:
    data = render_word(summary)
    size, margin = (body(data).find(f"{W}sectPr/{W}{name}") for name in ("pgSz", "pgMar"))
    assert (value(size, "w"), value(size, "h")) == ("11906", "16838")
    assert {value(margin, edge) for edge in ("left", "right", "top", "bottom")} == {"1134"}
    foot = part(data, "word/footer.xml")
    assert [item.get(f"{W}instr") for item in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]
    assert words(foot) == "2025/041 · Grönt steg|Sida 1 av 1"


def test_the_receipt_begins_a_page_of_its_own() -> None:
    paragraphs = body(render_word(summary_content(an_approved_source(), internal=True))).iter(f"{W}p")
    starts = [words(item) for item in paragraphs if item.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert starts == ["Kvitto"]


def test_equal_contents_give_equal_bytes_whatever_the_clock_says(summary: Content) -> None:
    data = render_word(summary)
    assert data == render_word(summary)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {item.date_time for item in archive.infolist()} == {(2025, 10, 15, 0, 0, 0)}
        assert archive.testzip() is None


def test_a_date_before_zip_files_were_thought_of(summary: Content) -> None:
    metadata = dataclasses.replace(summary.metadata, created=datetime(1970, 1, 1, tzinfo=UTC))
    with zipfile.ZipFile(BytesIO(render_word(dataclasses.replace(summary, metadata=metadata)))) as archive:
        assert {item.date_time[0] for item in archive.infolist()} == {1980}


def test_there_is_nothing_but_text_in_the_package(summary: Content) -> None:
    with zipfile.ZipFile(BytesIO(render_word(summary))) as archive:
        assert {name.rpartition(".")[2] for name in archive.namelist()} == {"xml", "rels"}
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for word in (b"TargetMode", b"txbxContent", b"w:pict", b"w:object", b"hyperlink", b"vba", b"instrText"):
        assert word not in everything
