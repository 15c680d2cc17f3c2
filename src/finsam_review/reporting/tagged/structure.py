"""Owns the tree of meaning in a tagged PDF: elements, what hangs in them, and how they are written."""

from collections.abc import Iterator, Sequence

from reportlab.pdfbase import pdfdoc


class Element:
    """A node of the structure tree (ISO 32000-1 14.7.2): a paragraph, a list, a table cell.

    Elements are made when the story is written, so reading order is story order whatever the page does.
    ``attributes`` is the written attribute dictionary, such as ``/O /Table /Scope /Row``; ``alternative``
    says in words what a figure shows, and is read instead of what stands in it.
    """

    __slots__ = ("alternative", "attributes", "kids", "marks", "node", "tag")

    def __init__(self, tag: str, *, attributes: str = "", alternative: str = "") -> None:
        self.tag = tag
        self.alternative = alternative
        self.attributes = attributes
        self.kids: list[Element] = []
        self.marks: list[tuple[int, int]] = []
        self.node: _Node | None = None

    def add(self, tag: str, *, attributes: str = "", alternative: str = "") -> "Element":
        """Hang a new element last in this one and return it."""
        kid = Element(tag, attributes=attributes, alternative=alternative)
        self.kids.append(kid)
        return kid

    def mark(self, page: int, mcid: int) -> None:
        """Note that marked content ``mcid`` of ``page`` (from 0) belongs here."""
        self.marks.append((page, mcid))

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


class _Node(pdfdoc.PDFObject):
    """An indirect object whose text is known except for the numbers of the objects it refers to."""

    __RefOnly__ = 1

    def __init__(self, element: Element, parent: pdfdoc.PDFObject, pages: Sequence[pdfdoc.PDFObject]) -> None:
        self._element, self._parent, self._pages = element, parent, pages

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        element = self._element
        kids = [_reference(document, kid.node) for kid in element.kids]
        marked_pages = {page for page, _ in element.marks}
        home = ""
        if len(marked_pages) == 1:
            home = f"/Pg {_reference(document, self._pages[marked_pages.pop()])}"
            kids = [str(mcid) for _, mcid in element.marks] + kids
        elif element.marks:
            kids = [self._mark(document, page, mcid) for page, mcid in element.marks] + kids
        attributes = f"/A <<{element.attributes}>>" if element.attributes else ""
        if element.alternative:
            attributes += f" /Alt <FEFF{element.alternative.encode('utf-16-be').hex().upper()}>"
        parent = _reference(document, self._parent)
        text = f"<</Type /StructElem /S /{element.tag} /P {parent} {home}{attributes} /K [{' '.join(kids)}]>>"
        return text.encode("ascii")

    def _mark(self, document: pdfdoc.PDFDocument, page: int, mcid: int) -> str:
        return f"<</Type /MCR /Pg {_reference(document, self._pages[page])} /MCID {mcid}>>"


class _Text(pdfdoc.PDFObject):
    """An indirect object with a text that is complete."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = ""

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        return self.text.encode("ascii")


def _reference(document: pdfdoc.PDFDocument, target: pdfdoc.PDFObject) -> str:
    written: bytes = document.Reference(target).format(document)
    return written.decode("ascii")


def attach_tree(document: pdfdoc.PDFDocument, root: Element) -> None:
    """Write the tree under ``root`` (the *Document* element) into ``document``, with its way back.

    The parent tree leads from each page's marked content to the element it belongs to; without it a reader
    that starts from the page finds nothing (ISO 32000-1 14.7.4.4).
    """
    pages = document.Pages.pages
    tree, parents = _Text(), _Text()
    _make_nodes(root, tree, pages)
    by_page: list[dict[int, str]] = [{} for _ in pages]
    for element in root.walk():
        for page, mcid in element.marks:
            by_page[page][mcid] = _reference(document, element.node)
    rows = [
        f"{page} [{' '.join(owners[mcid] for mcid in sorted(owners))}]" for page, owners in enumerate(by_page)
    ]
    parents.text = f"<</Nums [{' '.join(rows)}]>>"
    top = _reference(document, root.node)
    way_back = _reference(document, parents)
    tree.text = (
        f"<</Type /StructTreeRoot /K [{top}] /ParentTree {way_back} /ParentTreeNextKey {len(by_page)}>>"
    )
    document.Catalog.StructTreeRoot = tree


def _make_nodes(element: Element, parent: pdfdoc.PDFObject, pages: Sequence[pdfdoc.PDFObject]) -> None:
    element.node = _Node(element, parent, pages)
    for kid in element.kids:
        _make_nodes(kid, element.node, pages)
