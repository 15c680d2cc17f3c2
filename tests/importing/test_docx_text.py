"""No text of a Word file is lost: whatever Word can put text in, once and in order."""

from collections.abc import Callable

import pytest

from finsam_review.domain.intake import Heading, ListItem, Paragraph, TableBlock, plain_text
from finsam_review.importing.files.reading import read_file

MakeDocx = Callable[..., bytes]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


BOX = f"<w:txbxContent>{p(run('I rutan'))}</w:txbxContent>"
WIDE = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
CASES: dict[str, tuple[str, str]] = {
    "split runs": (p(run("Rö"), run("da "), run("tråden")), "Röda tråden"),
    "tab and break": (p(run("a"), "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "a\tb\nc"),
    "hyperlink": (p("<w:hyperlink>", run("a@b.example"), "</w:hyperlink>"), "a@b.example"),
    "field": (p('<w:fldSimple w:instr="TITLE">', run("Titel"), "</w:fldSimple>"), "Titel"),
    "field code is no text": (p("<w:r><w:instrText>PAGE</w:instrText></w:r>", run("sid")), "sid"),
    "insertion kept": (p("<w:ins>", run("ny"), "</w:ins>"), "ny"),
    "deletion dropped": (p("<w:del><w:r><w:delText>gammal</w:delText></w:r></w:del>", run("kvar")), "kvar"),
    "moved away dropped": (
        p("<w:moveFrom>", run("här"), "</w:moveFrom><w:moveTo>", run("där"), "</w:moveTo>"),
        "där",
    ),
    "text box once": (
        p(
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>",
            BOX,
            "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>",
            BOX,
            "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        ),
        "I rutan",
    ),
    "content control": (
        f"<w:sdt><w:sdtContent>{p(run('I kontrollen'))}</w:sdtContent></w:sdt>",
        "I kontrollen",
    ),
    "ticked control": (
        p(
            "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>",
            run("☒"),
            "</w:sdtContent></w:sdt>",
            run(" Projekt"),
        ),
        "☒ Projekt",
    ),
    "old ticked field": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
            "</w:ffData></w:fldChar></w:r>",
            run(" Ja"),
        ),
        "☒ Ja",
    ),
    "old unticked field": (
        p(
            '<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
            "</w:fldChar></w:r>",
            run(" Nej"),
        ),
        "☐ Nej",
    ),
    "chosen line": (
        p(
            '<w:r><w:fldChar><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/>'
            '<w:listEntry w:val="b"/></w:ddList></w:ffData></w:fldChar></w:r>'
        ),
        "b",
    ),
    "symbol": (p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', run(" Ja")), "☒ Ja"),
    "rows in a control": (
        f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{p(run('a'))}</w:tc><w:tc>{p(run('b'))}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
        "a\tb",
    ),
    "merged cells": (
        f"<w:tbl><w:tr><w:tc>{WIDE}{p(run('a'))}</w:tc><w:tc>{p(run('b'))}</w:tc></w:tr></w:tbl>",
        "a\t\tb",
    ),
    "nested table": (
        f"<w:tbl><w:tr><w:tc>{p(run('yttre'))}<w:tbl><w:tr><w:tc>{p(run('inre'))}</w:tc><w:tc>{p(run('två'))}</w:tc></w:tr></w:tbl>{p()}</w:tc><w:tc>{p(run('bredvid'))}</w:tc></w:tr></w:tbl>",
        "yttre\tbredvid\ninre\ttvå",
    ),
}


@pytest.mark.parametrize("name", list(CASES))
def test_text_is_read_once(name: str, make_docx: MakeDocx) -> None:
    raw, expected = CASES[name]
    outcome = read_file(make_docx(raw=raw))
    assert plain_text(outcome.blocks) == expected
    assert outcome.warnings == ()


def test_headers_notes_and_comments_come_last_and_once(make_docx: MakeDocx) -> None:
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    head = f"<w:hdr {namespace}>{p(run('Sidhuvud'))}</w:hdr>"
    notes = (
        f'<w:footnotes {namespace}><w:footnote w:type="separator">{p(run("---"))}</w:footnote>'
        f"<w:footnote>{p(run('Fotnoten'))}</w:footnote></w:footnotes>"
    )
    comments = f"<w:comments {namespace}><w:comment>{p(run('Kommentaren'))}</w:comment></w:comments>"
    parts = {
        "word/header1.xml": head,
        "word/header2.xml": head,
        "word/footnotes.xml": notes,
        "word/comments.xml": comments,
    }
    blocks = read_file(make_docx("Brödtext", parts=parts)).blocks
    assert plain_text(blocks) == "Brödtext\nSidhuvud\nFotnoten\nKommentaren"


def test_headings_and_lists_are_known_by_any_name(make_docx: MakeDocx) -> None:
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = (
        f'<w:styles {namespace}><w:style w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Egen"><w:name w:val="Vår rubrik"/><w:basedOn w:val="Mall"/></w:style>'
        '<w:style w:styleId="Mall"><w:name w:val="Mall"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:styleId="Punktlista"><w:name w:val="List Bullet"/></w:style></w:styles>'
    )
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Fet rad</w:t></w:r></w:p>"
    numbered = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r>'
        "<w:t>två</w:t></w:r></w:p>"
    )
    data = make_docx(
        ("Rubrik1", "Ett"),
        ("Egen", "Tre"),
        ("Punktlista", "ett"),
        "text",
        raw=bold + numbered,
        parts={"word/styles.xml": styles},
    )
    assert read_file(data).blocks == (
        Heading("Ett", 1),
        Heading("Tre", 3),
        ListItem("ett", 1),
        Paragraph("text"),
        Heading("Fet rad", 2),
        ListItem("två", 2),
    )


def test_text_that_no_reader_reaches_is_warned_of(make_docx: MakeDocx) -> None:
    hidden = f"<w:sectPr><w:unknown>{p(run('Det här missas av läsaren'))}</w:unknown></w:sectPr>"
    assert read_file(make_docx("Kort", raw=hidden)).warnings == ("text_missing",)
    assert read_file(make_docx("Kort", raw='<w:altChunk r:id="x" xmlns:r="urn:r"/>')).warnings == (
        "text_missing",
    )


def test_a_frame_around_the_document_is_no_table(make_docx: MakeDocx) -> None:
    inner = "".join(p(run("Ett stycke som är ganska långt. " * 8)) for _ in range(4))
    blocks = read_file(make_docx(raw=f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>")).blocks
    assert all(isinstance(block, Paragraph) for block in blocks)
    assert len(blocks) == 4


def test_a_table_keeps_its_rows(make_docx: MakeDocx) -> None:
    blocks = read_file(make_docx([["a", "b\nc"], ["", ""], ["d", "e"]])).blocks
    assert blocks == (TableBlock((("a", "b\nc"), ("d", "e"))),)
