"""The same pages by plain ReportLab: the floor that tagged summaries are measured against.

Paragraphs, tables and a footer as its manual shows them, in the same fonts, sizes and columns, from the same
content, and without a single tag. It is also the file that a validator must refuse.
"""

from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, KeepTogether, PageTemplate, Paragraph, Spacer, Table

from finsam_review.reporting import styles
from finsam_review.reporting.content import Content, Point, Section, paragraphs
from finsam_review.reporting.styles import TextStyle
from finsam_review.reporting.tagged import fonts


def plain_summary(content: Content) -> bytes:
    """Return ``content`` as an ordinary PDF."""
    for style in (styles.BODY, styles.HEADING, styles.ORGANISATION):
        fonts.require(style.face)
    target = BytesIO()
    document = BaseDocTemplate(target, pagesize=styles.PAGE, invariant=1, pageCompression=1)
    frame = Frame(
        styles.MARGIN, styles.BOTTOM_MARGIN, styles.WIDTH,
        styles.PAGE[1] - styles.TOP_MARGIN - styles.BOTTOM_MARGIN,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=_footer(content))])
    document.build(_story(content))
    return target.getvalue()


def _footer(content: Content) -> Any:
    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.line(styles.MARGIN, 50, styles.MARGIN + styles.WIDTH, 50)
        canvas.setFont(styles.FOOTER.face, styles.FOOTER.size)
        canvas.drawString(styles.MARGIN, 33, content.footer.left)
        canvas.drawRightString(styles.MARGIN + styles.WIDTH, 33, f"Sida {document.page} av 2")

    return draw


def _style(style: TextStyle, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(
        "plain", fontName=style.face, fontSize=style.size, leading=style.leading,
        textColor=HexColor(style.colour), spaceBefore=style.before, **more,
    )  # fmt: skip


def _shown(text: str, face: str) -> str:
    """Return ``text`` escaped, with a font for what the face lacks: the least that shows every character."""
    parts = []
    for char in text:
        font = fonts.font_for(char, face) or face
        parts.append(escape(char) if font == face else f'<font name="{font}">{escape(char)}</font>')
    return "".join(parts)


def _paragraph(text: str, style: TextStyle, **more: Any) -> Paragraph:
    return Paragraph(_shown(text, style.face), _style(style, **more))


def _story(content: Content) -> list[Any]:
    stamp = _style(styles.STAMP, alignment=TA_RIGHT)
    head = [[_paragraph(content.organisation, styles.ORGANISATION), Paragraph(content.stamp, stamp)]]
    story: list[Any] = [Table(head, colWidths=[styles.WIDTH - 80, 80])]
    story += [_paragraph(content.occasion, styles.OCCASION), _paragraph(content.title, styles.TITLE)]
    story += [_paragraph(content.subtitle, styles.SUBTITLE), Spacer(1, styles.TABLE_GAP), _facts(content)]
    if content.box:
        box = [
            [_paragraph(content.box.heading, styles.BOX_HEADING)],
            [_paragraph(content.box.text, styles.BODY)],
        ]
        tint = [("BACKGROUND", (0, 0), (-1, -1), HexColor(styles.ACCENT_SOFT))]
        story += [Spacer(1, styles.TABLE_GAP), Table(box, colWidths=[styles.WIDTH], style=tint)]
    story.append(_paragraph(content.introduction, styles.INTRODUCTION))
    for section in content.sections:
        story += _section(section)
    return story


def _facts(content: Content) -> Table:
    cells = [
        (_paragraph(fact.name, styles.FACT_NAME), [_paragraph(line, styles.FACT) for line in fact.lines])
        for fact in content.facts
    ]
    rows = [[*cells[index], *cells[index + 1]] for index in range(0, len(cells) - 1, 2)]
    rules = [("LINEABOVE", (0, 0), (-1, -1), 0.6, HexColor(styles.LINE)), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    return Table(rows, colWidths=[55, 211, 85, styles.WIDTH - 351], style=rules)


def _section(section: Section) -> list[Any]:
    heading = _paragraph(
        section.heading, styles.HEADING, bulletFontName=styles.NUMBER.face,
        bulletFontSize=styles.NUMBER.size, bulletIndent=styles.NUMBER_OFFSET,
    )  # fmt: skip
    points = [part for point in section.points for part in _point(point)]
    return [KeepTogether([heading, *points[:1]]), *points[1:]]


def _point(point: Point) -> list[Any]:
    style = _style(
        styles.NOTE, leftIndent=styles.POINT_INDENT, bulletFontName=styles.NOTE.face, bulletIndent=0
    )
    style.spaceBefore = styles.POINT_GAP
    parts = []
    for number, text in enumerate(part for whole in point.texts for part in paragraphs(whole)):
        lead = f'<font name="{styles.NOTE.lead}">{escape(text.lead)}</font> ' if text.lead else ""
        markup = lead + _shown(text.text, styles.NOTE.face)
        parts.append(Paragraph(markup, style, bulletText="–" if number == 0 else None))
    return parts
