"""Owns the parts of a Word file that are the same in every document: styles, the list, settings.

Written out here instead of taken from python-docx's template, which brings 160 styles in American English,
a picture and a compatibility mode. The look is that of the PDF: ``reporting.styles`` has its table.

The font is Calibri: it comes with Word on Windows and on the Mac, and LibreOffice has Carlito, which is as
wide letter by letter, so a document breaks its lines alike for everybody who opens it. Noto Sans, which the
PDF carries with it, is on hardly any of their computers; Word would put something else in its place.
"""

from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from finsam_review.reporting import styles

FONT = "Calibri"
WIDTH = 9638
"""Of the text, in twentieths of a point: 170 mm."""
INDENT = 240
LISTING_GAP = 160
TABLE_GAP = 120
FURTHER_GAP = 60
NUMBER_OFFSET = 390
"""How far a question's number hangs out to the left."""

_PAGE_MARGIN = 1134
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _hex(colour: str) -> str:
    return colour.removeprefix("#")


INK, _INK2, _LINE = _hex(styles.INK), _hex(styles.INK2), _hex(styles.LINE)
_ACCENT, _SOFT = _hex(styles.ACCENT), _hex(styles.ACCENT_SOFT)
# No column is kept free for the words at the right edge: a tab beyond the right indent is what Word would
# take, but LibreOffice before 7.6 does not show what stands behind it.
_EDGE_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'


def _paragraph_style(code: str, name: str, layout: str, look: str = "", *, based_on: str = "Normal") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{code}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
    )


def _words_style(code: str, name: str, look: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{code}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{look}</w:rPr></w:style>"
    )


def _look(half_points: int, *, bold: bool = False, colour: str = "") -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    shade = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{weight}{shade}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _borders(**edges: tuple[int, int, str]) -> str:
    parts = (
        f'<w:{edge} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
        for edge, (size, space, colour) in edges.items()
    )
    return "".join(parts)


_BOX_EDGES = _borders(top=(4, 6, _SOFT), left=(24, 8, _ACCENT), bottom=(4, 6, _SOFT), right=(4, 8, _SOFT))
_BOX_LAYOUT = (
    f'<w:keepLines/><w:pBdr>{_BOX_EDGES}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{_SOFT}"/>'
    f'{{space}}<w:ind w:left="220" w:right="180"/>'
)

_BASE_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="Facts"><w:name w:val="Facts"/><w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_borders(top=(6, 0, INK), bottom=(6, 0, INK), insideH=(4, 0, _LINE))}"
    '</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_TOGETHER = "<w:keepNext/><w:keepLines/>"
_STYLES = (
    _paragraph_style("Sender", "Sender", _space(0, 0), _look(20, bold=True)),
    _paragraph_style("Occasion", "Occasion", _EDGE_TAB + _space(0, 0), _look(20)),
    _paragraph_style("Title", "Title", _TOGETHER + _space(280, 0), _look(40, bold=True)),
    _paragraph_style("Subtitle", "Subtitle", _space(0, 200), _look(25, colour=_INK2)),
    _paragraph_style(
        "Heading1", "heading 1",
        _TOGETHER + _space(260, 40) + '<w:outlineLvl w:val="0"/>', _look(23, bold=True),
    ),
    _paragraph_style(
        "Heading2", "heading 2",
        _TOGETHER + _space(180, 20) + '<w:outlineLvl w:val="1"/>', _look(22, bold=True),
    ),
    _paragraph_style("Introduction", "Introduction", _space(160, 0), _look(22, colour=_INK2)),
    _paragraph_style("Empty", "Empty", _space(50, 0), _look(22, colour=_INK2)),
    _paragraph_style("Running", "Running", _space(50, 0)),
    _paragraph_style("ListName", "List Name", "<w:keepNext/>" + _space(60, 20), _look(22, bold=True)),
    _paragraph_style(
        "ListBullet", "List Bullet",
        '<w:numPr><w:numId w:val="1"/></w:numPr>' + _EDGE_TAB + _space(50, 0)
        + f'<w:ind w:left="{INDENT}" w:hanging="{INDENT}"/>',
    ),
    _paragraph_style(
        "ListContinue", "List Continue", _EDGE_TAB + _space(0, 0) + f'<w:ind w:left="{INDENT}"/>'
    ),
    _paragraph_style(
        "BoxHeading", "Box Heading", _BOX_LAYOUT.format(space=_space(240, 0)), _look(22, bold=True)
    ),
    _paragraph_style("Box", "Box", _BOX_LAYOUT.format(space=_space(0, 0))),
    _paragraph_style("CellHeading", "Cell Heading", _space(0, 0), _look(20, bold=True)),
    _paragraph_style("Cell", "Cell", _space(0, 0), _look(20)),
    _paragraph_style(
        "Footer", "footer",
        f"<w:pBdr>{_borders(top=(4, 8, _LINE))}</w:pBdr>" + _EDGE_TAB + _space(0, 0),
        _look(20, colour=_INK2),
    ),
    _words_style("Strong", "Strong", "<w:b/><w:bCs/>"),
    _words_style("Agreement", "Agreement", _look(19, colour=_INK2)),
    _words_style("QuestionNumber", "Question Number", _look(34, bold=True, colour=_ACCENT)),
    _words_style(
        "Stamp", "Stamp",
        f'<w:b/><w:bCs/><w:bdr w:val="single" w:sz="6" w:space="0" w:color="{INK}"/>',
    ),
)  # fmt: skip

_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" '
    'w:cs="Arial"/><w:color w:val="{ink}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
    '<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="264" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="–"/>'
    f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{INDENT}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)
_FONTS = (
    f'<w:font w:name="{FONT}"><w:altName w:val="Carlito"/><w:panose1 w:val="020F0502020204030204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
)
_BODY = (
    f'<w:body><w:sectPr><w:footerReference xmlns:r="{_R}" w:type="default" r:id="rId5"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    f'<w:pgMar w:top="{_PAGE_MARGIN}" w:right="{_PAGE_MARGIN}" w:bottom="{_PAGE_MARGIN}" '
    f'w:left="{_PAGE_MARGIN}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body>'
)
_PARTS = ("styles", "settings", "numbering", "fontTable", "footer")
"""In the order of their relationships: ``rId5`` is the footer."""


@cache
def blank_file(language: str) -> bytes:
    """Return a Word file without a word in it: A4, the styles, the foot, in ``language`` (BCP 47)."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, text in _package(escape(language, {'"': "&quot;"})).items():
            archive.writestr(name, _HEAD + text)
    return target.getvalue()


def _package(language: str) -> dict[str, str]:
    defaults = _DEFAULTS.format(font=FONT, ink=INK, language=language)
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", "word/document.xml"),
            ("extended-properties", "docProps/app.xml"),
            core="docProps/core.xml",
        ),
        "docProps/app.xml": (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            "<Application>finsam-review</Application></Properties>"
        ),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
        ),
        "word/document.xml": _part("document", _BODY),
        "word/_rels/document.xml.rels": _relationships(*((name, f"{name}.xml") for name in _PARTS)),
        "word/styles.xml": _part("styles", defaults + _BASE_STYLES + "".join(_STYLES)),
        "word/settings.xml": _part("settings", _SETTINGS.format(language=language)),
        "word/numbering.xml": _part("numbering", _NUMBERING),
        "word/fontTable.xml": _part("fonts", _FONTS),
        "word/footer.xml": _part("ftr", ""),
    }


def _part(root: str, inner: str) -> str:
    return f'<w:{root} xmlns:w="{_W}">{inner}</w:{root}>'


def _content_types() -> str:
    kinds = {"document": "document.main", **{name: name for name in _PARTS}}
    overrides = [
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    ]
    office = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{"".join(overrides)}<Override PartName="/docProps/app.xml" ContentType="{office}"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relationships(*targets: tuple[str, str], core: str = "") -> str:
    rows = [(f"{_OFFICE}/{kind}", target) for kind, target in targets]
    if core:
        rows.append((f"{_PACKAGE}/relationships/metadata/core-properties", core))
    lines = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(rows, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'
