"""What the tests of Word files read: parts of the package as XML, nothing through python-docx."""

import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> Element:
    """Return a part of a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return fromstring(archive.read(name))


def body(data: bytes) -> Element:
    """Return the body."""
    return part(data, "word/document.xml")[0]


def value(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute of an element that may not be there."""
    return None if element is None else element.get(f"{W}{name}")


def style(paragraph: Element) -> str | None:
    """Return the code of a paragraph's style."""
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


def words(element: Element) -> str:
    """Return the words of an element, a tab as ``|``."""
    signs = {f"{W}tab": "|", f"{W}br": "\n", f"{W}softHyphen": "\u00ad"}
    return "".join(
        part.text or "" if part.tag == f"{W}t" else signs.get(part.tag, "")
        for run in element.iter(f"{W}r")
        for part in run
    )
