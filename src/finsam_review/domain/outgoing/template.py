"""Owns the mail template: a text with fields in braces, and how each letter is filled from it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from finsam_review.domain.errors import UserError
from finsam_review.domain.text import clean_line


class Field(StrEnum):
    """What a template can ask for, by the name it has on screen in every language."""

    FIRST_NAME = "förnamn"
    APPLICATION = "ansökan"
    TITLE = "titel"
    DIARY_NUMBER = "diarienummer"
    DEADLINE = "sista_svarsdag"
    ORGANISATION = "förbund"
    REPLY_TO = "svarsadress"
    OCCASION = "upptakt"
    OCCASION_DAY = "upptaktsdag"
    TABLES = "antal_bord"
    SENDER = "avsändare"


@dataclass(frozen=True, slots=True)
class MailTemplate:
    """What a letter is made from, as the person wrote it. ``{{`` and ``}}`` stand for braces."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text, or a field (then ``text`` is empty)."""

    text: str
    field: Field | None = None


_TOKEN = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}\n]*)\}|[{}]")
_EXCERPT = 30
_LABELS = r"(?:dnr|diarienr|diarienummer|diary number|ref|no)\.?:?"
_LABEL_BEFORE = re.compile(rf"(?:[ ]*[,;–(\[-])[ ]*{_LABELS}[ ]*$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?](?P<gap> +)(?=[^\W\d_]|\{)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:dnr|diarienr|ref|no|nr|kl|tel|ca|st|[a-zåäö])|\.[a-zåäö]+)\.$", re.IGNORECASE
)
_CLOSING = ")]"
_NO_BLANK_BEFORE = frozenset(" \n.,;:!?)]")
_NO_PLACE_TO_BEGIN = " ,;:"


def fill(template: MailTemplate, values: Mapping[Field, str]) -> tuple[str, str]:
    """Return subject and body with every field in its place.

    A value is plain text on one line and is never read as a template itself. A field without a value goes
    together with the blank before it (*Hej!*), and with a label such as *, dnr*. In the body a sentence goes
    as a whole where all its fields are empty, or the tables that read the application; a greeting never
    does. Nothing else is left out. Raises :class:`UserError` as :func:`check_template` does.
    """
    cleaned = {field: clean_line(value) for field, value in values.items()}
    check_template(template)
    body = _without_hollow_sentences(template.body, cleaned)
    return clean_line(_filled(_parsed(template.subject), cleaned)), _filled(_parsed(body), cleaned)


def check_template(template: MailTemplate) -> None:
    """Refuse a template that can't be filled.

    Raises :class:`UserError` ``template_field_unknown`` with ``field`` and ``known``, or
    ``template_brace_alone`` with ``found``, the text around a brace that has no partner.
    """
    _parsed(template.subject)
    _parsed(template.body)


def fields_in(template: MailTemplate) -> tuple[Field, ...]:
    """Return the fields that the template asks for, each once. Raises as :func:`check_template` does."""
    pieces = _parsed(template.subject) + _parsed(template.body)
    return tuple(dict.fromkeys(piece.field for piece in pieces if piece.field is not None))


def empty_fields(template: MailTemplate, values: Mapping[Field, str]) -> tuple[Field, ...]:
    """Return the fields that the template asks for and that would be left out of this letter."""
    return tuple(field for field in fields_in(template) if not clean_line(values.get(field, "")))


def first_name(name: str) -> str:
    """Return what a letter to ``name`` begins with, empty where it can't be told.

    *Lovisa Brandell* and *Brandell, Lovisa* are *Lovisa*. Two people, an initial, an address, or a single
    word (which may be an office) are nobody.
    """
    line = clean_line(name)
    if re.search(r"[0-9@/&+;:|(<{]", line) or re.search(r"\b(?:och|and|samt)\b", line, re.IGNORECASE):
        return ""
    before, comma, after = line.partition(",")
    words = (after if comma else before).split()
    if not words or "," in after or (not comma and len(words) == 1):
        return ""
    return words[0] if words[0][0].isupper() and not words[0].endswith(".") else ""


def _parsed(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    end = 0
    for token in _TOKEN.finditer(text):
        pieces.append(_Piece(text[end : token.start()]))
        end = token.end()
        if token["name"] is not None:
            pieces.append(_Piece("", _field_named(token["name"])))
        elif len(token[0]) == 2:
            pieces.append(_Piece(token[0][0]))
        else:
            around = text[max(0, token.start() - _EXCERPT // 2) : token.end() + _EXCERPT]
            raise UserError("template_brace_alone", found=clean_line(around))
    pieces.append(_Piece(text[end:]))
    return [piece for piece in pieces if piece.text or piece.field is not None]


def _field_named(name: str) -> Field:
    """Return the field that is meant; capitals, blanks for ``_`` and decomposed letters are no fault."""
    folded = "_".join(unicodedata.normalize("NFC", name).casefold().split())
    try:
        return Field(folded)
    except ValueError:
        known = ", ".join(f"{{{field}}}" for field in Field)
        raise UserError("template_field_unknown", field=f"{{{clean_line(name)}}}", known=known) from None


def _without_hollow_sentences(text: str, values: Mapping[Field, str]) -> str:
    """Return ``text`` without the sentences that would say nothing, and without lines that held only such."""
    kept: list[str] = []
    gone = False
    for line in text.split("\n"):
        sentences = _sentences(line)
        said = [sentence for sentence in sentences if not _is_hollow(sentence, values)]
        if gone and not line and not (kept and kept[-1]):
            gone = False  # one of the two blank lines around a paragraph goes with it
        elif said:
            kept.append("".join(said) if said[-1] is sentences[-1] else "".join(said).rstrip(" "))
            gone = False
        else:
            gone = True
    return "\n".join(kept[:-1] if gone and kept and not kept[-1] else kept)


def _sentences(line: str) -> list[str]:
    """Return the sentences of a line, each with the blanks after it; together they are the line."""
    parts, start = [], 0
    for end in _SENTENCE_END.finditer(line):
        following = line[end.end()]
        if (following == "{" or following.isupper()) and not _ABBREVIATED.search(line[: end.start() + 1]):
            parts.append(line[start : end.end()])
            start = end.end()
    return [*parts, line[start:]]


def _is_hollow(sentence: str, values: Mapping[Field, str]) -> bool:
    """Return whether a whole sentence has nothing to say; only what ends as a sentence is one."""
    fields = {piece.field for piece in _parsed(sentence) if piece.field is not None}
    empty = {field for field in fields if not values.get(field, "")}
    if not empty or Field.FIRST_NAME in fields or not sentence.rstrip(" ").endswith((".", "!", "?")):
        return False
    return empty == fields or Field.TABLES in empty


def _filled(pieces: list[_Piece], values: Mapping[Field, str]) -> str:
    done = ""
    skip = ""
    for index, piece in enumerate(pieces):
        if piece.field is None:
            text = piece.text
            if skip:
                text = _without_closing(text, skip) if skip in _CLOSING else text.lstrip(skip)
            done, skip = done + text, ""
        elif value := values.get(piece.field, ""):
            done, skip = done + value, ""
        else:
            done, skip = _without_field(done, following=_text_after(pieces, index, values))
    return done


def _text_after(pieces: list[_Piece], index: int, values: Mapping[Field, str]) -> str:
    """Return the first character after the piece at ``index``, a line end where there is none."""
    rest = (piece.text or values.get(piece.field or Field.TITLE, "") for piece in pieces[index + 1 :])
    return next((text[0] for text in rest if text), "\n")


def _without_field(done: str, *, following: str) -> tuple[str, str]:
    """Return ``done`` without what led up to a field that is empty, and what to skip after it."""
    label = _LABEL_BEFORE.search(done)
    if label is not None:
        opened = next((char for char in label[0] if char in "(["), "")
        return done[: label.start()], {"(": ")", "[": "]"}.get(opened, "")
    if not done or done.endswith("\n"):
        return done, _NO_PLACE_TO_BEGIN
    if done.endswith(" ") and following in _NO_BLANK_BEFORE:
        return done.rstrip(" "), ""
    return done, ""


def _without_closing(text: str, closing: str) -> str:
    return text[1:] if text.startswith(closing) else text
