"""Owns a second, strict reader of our own drafts: it takes exactly what we write and nothing else.

It shares no code with what writes them or with Python's mail package. A draft that it can't read is refused,
even one that some mail program would make sense of.
"""

import base64
import binascii
import quopri
import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

Headers = tuple[tuple[str, str], ...]

_LINE_LIMIT = 998
_LINES = re.compile(rb"(?:[ -~\t]*\r\n)*[ -~\t]*")
_HEADER = re.compile(r"([A-Za-z][A-Za-z-]*): (.*)")
_WORD = re.compile(r"=\?utf-8\?B\?([A-Za-z0-9+/]+={0,2})\?=")
_BOUNDARY = re.compile(r'multipart/mixed; boundary="([A-Za-z0-9_=]+)"')
_PARAMETER = re.compile(r" ([a-z]+)(?:\*=utf-8''([A-Za-z0-9%._~-]+)|=\"([ -!#-\[\]-~]+)\")")


class NotOursError(ValueError):
    """The bytes are not laid out as we lay out a draft."""


@dataclass(frozen=True, slots=True)
class ScannedPart:
    """A part: its headers with folds taken out, and its content decoded."""

    headers: Headers
    content: bytes

    def parameter(self, header: str, name: str) -> str:
        """Return a parameter, which stands alone in its header: plain, in encoded words, or by RFC 2231."""
        value = dict(self.headers)[header]
        found = _PARAMETER.fullmatch(value.partition(";")[2])
        if found is None or found[1] != name:
            raise NotOursError(header)
        return decoded(found[3]) if found[2] is None else _unpercented(found[2])


@dataclass(frozen=True, slots=True)
class ScannedMail:
    """A whole draft: the headers of the mail, and its parts in order."""

    headers: Headers
    parts: tuple[ScannedPart, ...]


def scan(data: bytes) -> ScannedMail:
    """Return what ``data`` holds. Raises :class:`NotOursError` for anything but a draft of ours."""
    if not _LINES.fullmatch(data) or any(len(line) > _LINE_LIMIT for line in data.split(b"\r\n")):
        raise NotOursError("lines")
    head, _, rest = data.decode("ascii").partition("\r\n\r\n")
    headers = _headers(head)
    found = _BOUNDARY.fullmatch(headers[-1][1])
    if headers[-1][0] != "Content-Type" or found is None:
        raise NotOursError("boundary")
    before, *parts = ("\r\n" + rest).split(f"\r\n--{found[1]}")
    if before or len(parts) < 2 or parts.pop() != "--\r\n":
        raise NotOursError("parts")
    return ScannedMail(headers, tuple(_part(part) for part in parts))


def decoded(value: str) -> str:
    """Return the text of a header value, which is plain ASCII or encoded words throughout."""
    if "=?" not in value:
        return value
    words = value.split(" ")
    matches = [_WORD.fullmatch(word) for word in words]
    if not all(matches):
        raise NotOursError("words")
    return "".join(base64.b64decode(match[1], validate=True).decode("utf-8") for match in matches if match)


def _headers(block: str) -> Headers:
    """Return the headers of a block; every line begins one or goes on with the one before."""
    lines: list[str] = []
    for line in block.split("\r\n"):
        if line.startswith(" ") and lines and line.strip():
            lines[-1] += line
        elif _HEADER.fullmatch(line):
            lines.append(line)
        else:
            raise NotOursError("header")
    return tuple((name, value) for name, _, value in (line.partition(": ") for line in lines))


def _part(text: str) -> ScannedPart:
    block, gap, content = text.removeprefix("\r\n").partition("\r\n\r\n")
    if not text.startswith("\r\n") or not gap:
        raise NotOursError("part")
    headers = _headers(block)
    encoding = dict(headers).get("Content-Transfer-Encoding")
    try:
        if encoding == "base64":
            return ScannedPart(headers, base64.b64decode(content.replace("\r\n", ""), validate=True))
        if encoding == "quoted-printable":
            return ScannedPart(headers, quopri.decodestring(content.encode("ascii")))
    except binascii.Error as fault:
        raise NotOursError("content") from fault
    raise NotOursError("encoding")


def _unpercented(text: str) -> str:
    return unquote_to_bytes(text).decode("utf-8")
