"""Owns the kind of measure: the ticked box, or the word in a field. Two ticks or none is a doubt."""

from __future__ import annotations

import re

from finsam_review.domain.applications import Doubt
from finsam_review.domain.intake import Block, TableBlock, Vocabulary
from finsam_review.domain.text import fold
from finsam_review.importing.words.finding import Found, Labelled, doubt, quote

_TICKED = r"[☒☑✓✔✗✘⊠🗹🗷■]|\[\s*[xX✓]\s*\]|\(\s*[xX✓]\s*\)"
_EMPTY = r"[☐□▢◻◯○❑❏]|\[\s*_*\s*\]|\(\s*_*\s*\)"
MARK = re.compile(rf"(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY})")
_MARKS_MAX = 8
_X_ALONE = re.compile(r"(?<![\w])[xX](?![\w])")


def read_kind(items: list[Labelled], blocks: tuple[Block, ...], vocabulary: Vocabulary) -> Found[str] | None:
    """Return the code of the kind that is ticked or named; ``None`` when the document shows no choice."""
    readings: list[Found[str]] = []
    for item in items:
        codes, marked = kinds_in(item.value, vocabulary)
        if codes or marked:
            readings.append(_found(codes, item.quote, marked=marked))
    if not readings:
        readings.extend(_ticked_elsewhere(blocks, vocabulary))
    certain = [reading for reading in readings if reading.value and not reading.doubts]
    if len({reading.value for reading in certain}) > 1:
        values = " · ".join(dict.fromkeys(reading.value for reading in certain))
        return Found(
            "", certain[0].quote, doubts=(doubt("kind", "several", certain[0].quote, {"values": values}),)
        )
    return next(iter(certain or readings), None)


def kinds_in(text: str, vocabulary: Vocabulary) -> tuple[list[str], bool]:
    """Return the kinds that a text chooses, and whether it has boxes to tick."""
    marks = list(MARK.finditer(text))
    if not marks and _X_ALONE.search(text) and len(_named(text, vocabulary)) > 1:
        marks = [*_X_ALONE.finditer(text)]
        return _chosen_by_x(text, marks, vocabulary), True
    if not marks:
        return _named(text, vocabulary), False
    after = not text.strip().startswith(marks[0][0])
    chosen: list[str] = []
    for place, mark in enumerate(marks):
        if mark["ticked"] is None:
            continue
        begin = (marks[place - 1].end() if place else 0) if after else mark.end()
        end = mark.start() if after else (marks[place + 1].start() if place + 1 < len(marks) else len(text))
        chosen.extend(_named(text[begin:end], vocabulary) or ["?"])
    return chosen, True


def _chosen_by_x(text: str, marks: list[re.Match[str]], vocabulary: Vocabulary) -> list[str]:
    """Return nothing certain: a lone x between names may belong to either side."""
    lines = [line for line in text.split("\n") if _X_ALONE.search(line)]
    found = [code for line in lines for code in _named(line, vocabulary)]
    return found if len(found) == len(marks) == 1 else ["?"]


def _named(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the kinds named in a text, the longest names first, so that no name is found inside another."""
    rest = fold(text)
    found: list[tuple[int, str]] = []
    words = sorted(
        ((fold(word), kind.code) for kind in vocabulary.kinds for word in (kind.name, *kind.synonyms)),
        key=lambda item: -len(item[0]),
    )
    for word, code in words:
        match = re.search(rf"(?<!\w){re.escape(word)}(?:et|en|er|n|s)?(?!\w)", rest)
        if match:
            found.append((match.start(), code))
            rest = rest[: match.start()] + "\x00" * (match.end() - match.start()) + rest[match.end() :]
    return list(dict.fromkeys(code for _, code in sorted(found)))


def _found(codes: list[str], said: str, *, marked: bool) -> Found[str]:
    if len(codes) == 1 and codes[0] != "?":
        return Found(codes[0], said)
    code = (
        "kind_several"
        if codes and "?" not in codes
        else "kind_unticked"
        if marked and not codes
        else "kind_unclear"
    )
    return Found("", said, doubts=(doubt("kind", code, said),))


def _ticked_elsewhere(blocks: tuple[Block, ...], vocabulary: Vocabulary) -> list[Found[str]]:
    """Return the choice made in ticked boxes that stand without a label, in lines of text or rows of a
    table.
    """
    ticked: list[tuple[str, str]] = []
    shown: list[str] = []
    for line in _lines(blocks):
        if (
            len(line) > 200
            or not 1 <= len(MARK.findall(line)) <= _MARKS_MAX
            or not _is_choice(line, vocabulary)
        ):
            continue
        codes, _ = kinds_in(line, vocabulary)
        if codes or _named(line, vocabulary):
            shown.append(line)
            ticked.extend((code, line) for code in codes)
    known = {code for code, _ in ticked if code != "?"}
    if len(known) == 1 and all(code != "?" for code, _ in ticked):
        return [Found(ticked[0][0], quote(ticked[0][1]))]
    if len(shown) < 2:
        return []
    said = quote(" / ".join(shown))
    doubts: tuple[Doubt, ...] = (doubt("kind", "kind_several" if known else "kind_unticked", said),)
    return [Found("", said, doubts=doubts)]


def _ticked(cell: str) -> str:
    """Return a tick for a cell that holds nothing but a cross, else the cell."""
    return "☒" if fold(cell) in {"x", "✓", "v"} else cell


def _is_choice(line: str, vocabulary: Vocabulary) -> bool:
    """Return whether a line with a mark is the name of a kind and hardly anything else."""
    rest = MARK.sub(" ", fold(line))
    for kind in vocabulary.kinds:
        for word in sorted((kind.name, *kind.synonyms), key=len, reverse=True):
            rest = rest.replace(fold(word), " ")
    return len(re.findall(r"\w{3,}", rest)) <= 2


def _lines(blocks: tuple[Block, ...]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            lines.extend("  ".join(_ticked(cell) for cell in row).strip() for row in block.rows)
        else:
            lines.extend(block.text.split("\n"))
    return lines
