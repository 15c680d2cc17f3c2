"""Owns the catalogue of texts: gathering them from the code, merging translations, compiling, checking.

Runs in ``.venv`` because it needs Babel: ``python3 dev.py texts [--merge FILE.po ...]``, or ``--check``.
"""

from __future__ import annotations

import argparse
import gettext
import io
import string
import sys
from pathlib import Path
from typing import Iterator, Tuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "finsam_review"
PO = ROOT / "resources" / "locale" / "sv" / "LC_MESSAGES" / "finsam.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
HEADER = """# Swedish texts of Finsam Review. Gathered and compiled by `python3 dev.py texts`.
msgid ""
msgstr ""
"Project-Id-Version: finsam-review\\n"
"Language: sv\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
Words = Tuple[str, ...]
"""A message id, or a translation, as its forms: one, or singular and plural."""


def gathered(sources: Path = SOURCES) -> Catalog:
    """Return every text that the code marks, with the modules it stands in and no translation."""
    catalog = Catalog(locale="sv")
    found = extract_from_dir(sources, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=())
    for name, _line, message, _comments, context in found:
        catalog.add(message, locations=[(name.replace("\\", "/"), 0)], context=context)
    return catalog


def read(path: Path) -> Catalog:
    """Return the catalogue in the file at ``path``. Raises ``PoFileError`` for a file that can't be read."""
    with path.open("rb") as stream:
        return read_po(stream, locale="sv", abort_invalid=True)


def merged(code: Catalog, *translations: Catalog) -> tuple[Catalog, list[str]]:
    """Return the texts of the code with their translations, and the message ids that are not in the code.

    A later catalogue wins over an earlier one, and an empty translation over nothing.
    """
    unknown: list[str] = []
    for catalog in translations:
        for message in _messages(catalog):
            known = code.get(message.id, message.context)
            if known is None:
                unknown.append(words(message.id)[0])
            elif all(words(message.string)):
                known.string = message.string
    return code, unknown


def write(catalog: Catalog, path: Path = PO) -> None:
    """Write ``catalog`` as a .po file in a fixed order, and its compiled form beside it."""
    body = io.BytesIO()
    write_po(body, catalog, width=100, omit_header=True, sort_output=True, include_lineno=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(HEADER.encode() + body.getvalue().lstrip())
    path.with_suffix(".mo").write_bytes(compiled(read(path)))


def compiled(catalog: Catalog) -> bytes:
    """Return the bytes of the .mo file for ``catalog``."""
    stream = io.BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


def problems(code: Catalog, translated: Catalog, mo: bytes) -> Iterator[str]:
    """Yield a sentence for each text that a Swedish reader would not get as meant."""
    for message in _messages(code):
        known = translated.get(message.id, message.context)
        if known is None or not all(words(known.string)):
            yield f"no Swedish text: {words(message.id)[0]!r}"
        elif known.fuzzy:
            yield f"not certain (fuzzy): {words(message.id)[0]!r}"
        else:
            yield from _differing_fields(message, known)
    for message in _messages(translated):
        if code.get(message.id, message.context) is None:
            yield f"not in the code any more: {words(message.id)[0]!r}"
    if _content(mo) != _content(compiled(translated)):
        yield f"{MO.name} is not compiled from {PO.name}"


def words(text: object) -> Words:
    """Return a message id or a translation as a tuple of its forms."""
    if isinstance(text, (list, tuple)):
        return tuple(str(form or "") for form in text)
    return (str(text or ""),)


def fields(text: str) -> frozenset[str]:
    """Return the names of the places in ``text`` that are filled in: ``{n} lappar`` has ``n``."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def _differing_fields(message: Message, known: Message) -> Iterator[str]:
    wanted = frozenset().union(*(fields(form) for form in words(message.id)))
    for number, form in enumerate(words(known.string)):
        plain = len(words(known.string)) == 1 or number > 0
        given = fields(form)
        if given != wanted and (plain or not given < wanted):
            yield f"other fields than {sorted(wanted)} in {form!r}"


def _messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _content(mo: bytes) -> dict[object, str]:
    texts = gettext.GNUTranslations(io.BytesIO(mo))
    known: dict[object, str] = dict(vars(texts)["_catalog"])
    known.pop("", None)
    return known


def main(arguments: list[str]) -> int:
    """Renew the catalogue, or with ``--check`` only say what is wrong with it."""
    parser = argparse.ArgumentParser(prog="dev.py texts", description="Renew the Swedish catalogue.")
    parser.add_argument("--check", action="store_true", help="change nothing; say what is missing")
    parser.add_argument(
        "--merge", nargs="+", type=Path, default=[], metavar="FILE", help="translations to add"
    )
    chosen = parser.parse_args(arguments)
    if not chosen.check:
        earlier = [read(path) for path in (PO, *chosen.merge) if path.is_file() or path != PO]
        catalog, unknown = merged(gathered(), *earlier)
        write(catalog)
        for text in unknown:
            print(f"left out, not in the code: {text!r}")
    found = list(problems(gathered(), read(PO), MO.read_bytes()))
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
