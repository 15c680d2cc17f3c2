"""Owns the page as it is drawn: every text belongs to an element or is an artifact, or it is refused."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from finsam_review.reporting.content import Metadata
from finsam_review.reporting.tagged import fonts, repairs
from finsam_review.reporting.tagged.lines import Line
from finsam_review.reporting.tagged.metadata import describe
from finsam_review.reporting.tagged.structure import Element, attach_tree

_PAINTS = re.compile(r"(?:^|\s)(?:f\*?|F|B\*?|b\*?|S|s|sh|Do|EI)\s*$")

if not repairs.APPLIED:
    raise ImportError("repairs")


class UntaggedTextError(Exception):
    """A bug: text was drawn that belongs to no element, so no reader would ever come upon it."""


class _Marked(str):
    """Page code that already says what it is."""

    __slots__ = ()


class TaggedText(PDFTextObject):
    """A text object that can say what its glyphs mean where they do not say it themselves."""

    def line(self, line: Line, *, x: float, y: float, size: float) -> None:
        """Draw one line with its baseline starting at (``x``, ``y``)."""
        self.setTextOrigin(x, y)
        for segment in line.segments:
            if segment.actual is not None:
                self._code.append(f"/Span <</ActualText <{_hex(segment.actual)}>>> BDC")
            for piece in segment.pieces:
                if piece.font != self._fontname or size != self._fontsize:
                    self.setFont(piece.font, size)
                self._textOut(piece.text)
            if segment.actual is not None:
                self._code.append("EMC")


class TaggedCanvas(Canvas):
    """A canvas for one document. New for each build; nothing of it is kept."""

    def __init__(self, target: BytesIO, metadata: Metadata, *, page_size: tuple[float, float]) -> None:
        super().__init__(
            target,
            pagesize=page_size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            enforceColorSpace="rgb",
            initialFontName=fonts.require(fonts.REGULAR),
            lang=metadata.language,
        )
        self.root = Element("Document")
        self._metadata = metadata
        self._element: Element | None = None
        self._in_artifact = self._in_whole = False
        self._next_mcid = 0

    @property
    def page_count(self) -> int:
        """How many pages are finished."""
        return len(self._doc.Pages.pages)

    @contextmanager
    def element(self, element: Element) -> Iterator[None]:
        """Let the texts drawn within belong to ``element``."""
        outer, self._element = self._element, element
        yield
        self._element = outer

    @contextmanager
    def whole(self, element: Element) -> Iterator[None]:
        """Let all that is drawn within, words and lines alike, be one marked content of ``element``."""
        start = len(self._code)
        self._in_whole = True
        yield
        self._in_whole = False
        element.mark(self.page_count, self._next_mcid)
        drawn = " ".join(self._code[start:])
        self._code[start:] = [_Marked(f"/{element.tag} <</MCID {self._next_mcid}>> BDC {drawn} EMC")]
        self._next_mcid += 1

    @contextmanager
    def artifact(self, subtype: str) -> Iterator[None]:
        """Let what is drawn within be ``Header`` or ``Footer``: seen on each page, read on none."""
        start = len(self._code)
        self._in_artifact = True
        yield
        self._in_artifact = False
        drawn = " ".join(self._code[start:])
        code = f"/Artifact <</Type /Pagination /Subtype /{subtype}>> BDC {drawn} EMC"
        self._code[start:] = [_Marked(code)]

    @contextmanager
    def form(self, name: str) -> Iterator[None]:
        """Draw what :meth:`doForm` has put on a page as ``name``; it is part of an artifact there."""
        self.beginForm(name)
        self._in_artifact = True
        yield
        self._in_artifact = False
        self.endForm(compression=0)

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> TaggedText:
        """Return a text object to draw with :meth:`drawText`."""
        return TaggedText(self, x, y, direction=direction)

    def drawText(self, text_object: PDFTextObject) -> None:
        """Draw a text as part of the current element. Raises :class:`UntaggedTextError` if there is none."""
        code = text_object.getCode()
        if self._in_artifact or self._in_whole:
            self._code.append(_Marked(code))
            return
        if self._element is None:
            raise UntaggedTextError(code)
        self._element.mark(self.page_count, self._next_mcid)
        self._code.append(_Marked(f"/{self._element.tag} <</MCID {self._next_mcid}>> BDC {code} EMC"))
        self._next_mcid += 1

    def showPage(self) -> None:
        """Finish the page: what is neither text nor artifact by now is decoration."""
        for index, code in enumerate(self._code):
            if not isinstance(code, _Marked) and _PAINTS.search(code):
                self._code[index] = f"/Artifact BMC {code} EMC"
        number = self.page_count
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number
        page.Tabs = pdfdoc.PDFName("S")
        page.Contents = pdfdoc.PDFStream(content=page.stream, filters=[pdfdoc.PDFZCompress])
        self._next_mcid = 0

    def save(self) -> None:
        """Write the file with its tree of elements and what it says about itself."""
        describe(self._doc, self._metadata)
        attach_tree(self._doc, self.root)
        super().save()


def _hex(text: str) -> str:
    return "FEFF" + text.encode("utf-16-be").hex().upper()
