"""Owns how text becomes the seven-bit lines of a mail: header words, bodies, names of attached files.

Written here rather than left to ``EmailMessage``: its folding decodes and refolds what it is given, and which
injections it refuses depends on the patch level of Python. What these functions return holds printable ASCII
and their own line ends only, whatever goes in.
"""

import base64
import re
from collections.abc import Iterator
from urllib.parse import quote

from finsam_review.domain.text import clean_line

CRLF = "\r\n"
FOLD = CRLF + " "

_LINE = 76
_WORD_BYTES = 39
"""Bytes in one encoded word: with ``Subject: `` before it, the line still has room."""

_PLAIN = 60
"""Characters of a header value that may stand as they are on the line of their header."""

_QUOTED = {byte: f"={byte:02X}" for byte in range(256) if not 0x20 <= byte < 0x7F or byte == ord("=")}
_QUOTED.pop(ord("\t"))
_ENCODED_WORD = re.compile(r"=(?=\?)")
_SIMPLE_NAME = re.compile(r"[A-Za-z0-9 ._-]+")
_LOOKS_LIKE_MORE = (".", "From ")


def header_line(text: str) -> str:
    """Return a name or title as it may stand in a header: on one line, nothing in it that could be code.

    As :func:`~finsam_review.domain.text.clean_line`; also, ``=?`` becomes ``= ?``, since some program always
    takes it for the beginning of an encoded word, even where it has been decoded already.
    """
    return _ENCODED_WORD.sub("= ", clean_line(text))


def header_words(text: str) -> str:
    """Return the value of a header that reads ``text``, which must have passed :func:`header_line`.

    Short ASCII stands as it is, everything else in encoded words (RFC 2047) of whole characters, folded.
    """
    if len(text) <= _PLAIN and text.isascii():
        return text
    return _encoded_words(text)


def quoted_printable(text: str) -> str:
    """Return the lines of ``text`` in quoted-printable (RFC 2045), a paragraph on one line however long.

    No line begins with ``From `` or a full stop, which some programs on the way take for their own.
    """
    return CRLF.join(CRLF.join(_soft_lines(line)) for line in text.split("\n"))


def base64_lines(data: bytes) -> str:
    """Return ``data`` in base64, 76 characters to the line."""
    return base64.encodebytes(data).decode("ascii").strip().replace("\n", CRLF)


def file_name_parameters(name: str) -> tuple[str, str]:
    """Return what stands after the media type, and after ``attachment``, for a file called ``name``.

    A name of plain letters and figures is quoted in both; a semicolon, even in quotes, is too much for some
    readers. Others are given as Thunderbird and Apple Mail give them: encoded words in ``name``, where
    Outlook looks, and RFC 2231 in ``filename``, where everybody else does. A plain ``filename`` without
    accents beside it would help nobody: readers that know both take the plain one. And however long, it is
    not cut in numbered pieces, which fewer readers put together.
    """
    if _SIMPLE_NAME.fullmatch(name):
        return f';{FOLD}name="{name}"', f';{FOLD}filename="{name}"'
    full = quote(name, safe="")
    return f';{FOLD}name="{_encoded_words(name)}"', f";{FOLD}filename*=utf-8''{full}"


def _encoded_words(text: str) -> str:
    return FOLD.join(
        f"=?utf-8?B?{base64.b64encode(chunk.encode()).decode('ascii')}?=" for chunk in _chunks(text)
    )


def _chunks(text: str) -> Iterator[str]:
    chunk, room = "", _WORD_BYTES
    for char in text:
        size = len(char.encode())
        if size > room:
            yield chunk
            chunk, room = "", _WORD_BYTES
        chunk, room = chunk + char, room - size
    yield chunk


def _soft_lines(line: str) -> Iterator[str]:
    """Yield one line of text as the lines it takes in the mail; all but the last end with ``=``."""
    encoded = line.encode().decode("latin-1").translate(_QUOTED)
    if encoded.endswith((" ", "\t")):
        encoded = f"{encoded[:-1]}={ord(encoded[-1]):02X}"
    start = 0
    while True:
        rest = encoded[start : start + _LINE + 1]
        guard = rest.startswith(_LOOKS_LIKE_MORE)
        room = _LINE - 2 * guard
        last = len(rest) <= room
        end = len(rest) if last else _whole(rest, room - 1)
        piece = f"={ord(rest[0]):02X}{rest[1:end]}" if guard else rest[:end]
        yield piece if last else f"{piece}="
        if last:
            return
        start += end


def _whole(text: str, end: int) -> int:
    """Return where to cut ``text`` at or before ``end`` without parting a ``=C3``."""
    return next((end - back for back in (1, 2) if text[end - back] == "="), end)
