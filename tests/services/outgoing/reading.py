"""Owns how tests read what was written: the words in every kind of output, archives and mails opened."""

import email
import zipfile
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from io import BytesIO

import openpyxl

from finsam_review.reporting.verify import read_tags
from finsam_review.reporting.word.check import read_word

AS_THEY_CAME = ("1 ", "5 ")
"""How the folders of a case begin that hold documents of the applicant, byte for byte and so as they are."""


def words_in(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield (where, text) for everything that can be read in a file, and in the files inside it."""
    ending = name.rpartition(".")[2].casefold()
    if ending == "pdf":
        reading = read_tags(data)
        yield name, "\n".join((*reading.texts, *reading.furniture))
    elif ending == "docx":
        word = read_word(data)
        yield name, "\n".join((*word.paragraphs, word.foot, word.title))
    elif ending == "xlsx":
        book = openpyxl.load_workbook(BytesIO(data), read_only=True)
        cells = [
            str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell
        ]
        yield name, "\n".join(cells)
        book.close()
    elif ending == "zip":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for member in archive.namelist():
                if member[:2] in AS_THEY_CAME:
                    continue
                for where, text in words_in(member, archive.read(member)):
                    yield f"{name}/{where}", text
    elif ending == "eml":
        yield from _mail(name, data)
    else:
        yield name, data.decode("utf-8-sig")


def _mail(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    message = email.message_from_bytes(data, _class=EmailMessage, policy=policy.default)
    yield name, f"{message['Subject']}\n"
    for part in message.iter_parts() if message.is_multipart() else [message]:
        assert isinstance(part, EmailMessage)
        if part.get_filename():
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            for where, text in words_in(str(part.get_filename()), content):
                yield f"{name}/{where}", text
        else:
            yield name, str(part.get_content())
