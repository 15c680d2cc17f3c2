"""Builders of foreign files: real containers made by hand, so that a reader meets what a stranger would
send.
"""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from finsam_review.domain.intake import Vocabulary
from finsam_review.domain.workshop import MeasureKind, Party
from finsam_review.importing.sandbox import DocumentReader

Content = str | tuple[str, str] | list[list[str]]
MakeDocx = Callable[..., bytes]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    '/officeDocument" Target="word/document.xml"/></Relationships>'
)
_SKARABORG = (
    "Essunga Falköpings Grästorps Gullspångs Götene Hjo Karlsborgs Lidköpings Mariestads Skara Skövde Tibro "
    "Tidaholms Töreboda Vara"
)
_KINDS = (
    MeasureKind("projekt", "Projekt", ("projekt",)),
    MeasureKind("forberedande", "Förberedande insats", ("förberedande", "förberedande insatser")),
    MeasureKind("struktur", "Strukturinriktad insats", ("strukturinriktad", "strukturövergripande")),
)


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sixteen applications of the rehearsal day, with the chancellery's list."""
    return Path(__file__).parents[2] / "resources" / "sample"


@pytest.fixture(scope="session")
def data() -> Path:
    """The files of these tests."""
    return Path(__file__).parents[1] / "data" / "importing"


@pytest.fixture(scope="session")
def skaraborg() -> Vocabulary:
    """Words of a förbund with fifteen municipalities."""
    bodies = tuple(f"{name} kommun" for name in _SKARABORG.split())
    return Vocabulary(_parties(bodies, ("Västra Götalandsregionen",), ("VGR", "regionen", "vården")), _KINDS)


@pytest.fixture(scope="session")
def blekinge() -> Vocabulary:
    """Words of another förbund: five municipalities, another region, one more kind."""
    bodies = (
        "Karlshamns kommun",
        "Karlskrona kommun",
        "Olofströms kommun",
        "Ronneby kommun",
        "Sölvesborgs kommun",
    )
    kinds = (*_KINDS, MeasureKind("individ", "Individinriktad insats", ("individinriktad",)))
    return Vocabulary(_parties(bodies, ("Region Blekinge", "Blekingesjukhuset"), ("regionen",)), kinds)


def _parties(
    municipalities: tuple[str, ...], regions: tuple[str, ...], words: tuple[str, ...]
) -> tuple[Party, ...]:
    return (
        Party("kommun", "Kommun", "Kommun", ("kommun", "kommunen"), municipalities),
        Party("region", "Region", "Region", words, regions),
        Party("af", "Arbetsförmedlingen", "AF", ("AF",), ("Arbetsförmedlingen",)),
        Party("fk", "Försäkringskassan", "FK", ("FK",), ("Försäkringskassan",)),
    )


@pytest.fixture(scope="session")
def reader() -> DocumentReader:
    """One child process for all tests that read real files."""
    return DocumentReader()


@pytest.fixture(scope="session", autouse=True)
def _close_reader(reader: DocumentReader) -> object:
    yield
    reader.close()


@pytest.fixture(scope="session")
def make_docx() -> MakeDocx:
    """Make a Word file of paragraphs, ``("Heading1", text)`` and tables given as rows of cells."""
    return build_docx


def build_docx(*content: Content, raw: str = "", parts: dict[str, str | bytes] | None = None) -> bytes:
    body = "".join(_block(item) for item in content) + raw
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}" {_NAMESPACES}>'
        f"<w:body>{body}</w:body></w:document>"
    )
    return build_zip(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONS,
            "word/document.xml": document,
            **(parts or {}),
        }
    )


_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def build_zip(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _block(item: Content) -> str:
    if isinstance(item, list):
        rows = "".join(f"<w:tr>{''.join(_cell(cell) for cell in row)}</w:tr>" for row in item)
        return f"<w:tbl>{rows}</w:tbl>"
    style, text = item if isinstance(item, tuple) else ("", item)
    return _paragraph(text, style)


def _cell(text: str) -> str:
    return f"<w:tc>{''.join(_paragraph(line) for line in text.split(chr(10)))}</w:tc>"


def _paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:p>{properties}<w:r>{lines}</w:r></w:p>"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Write bytes to a file of a given name in a folder of its own."""

    def put(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return put


def rows_as_csv(rows: Sequence[Sequence[str]], delimiter: str = ";") -> str:
    return "\r\n".join(delimiter.join(row) for row in rows)
