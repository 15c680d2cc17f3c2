"""Owns the finding of e-mail addresses, also those that are written so that a machine should not see them."""

import re

from finsam_review.domain.checks.spans import Span

_AT = re.compile(
    r"@|[ \t]?(?:\((?:at|a|snabel-?a|@)\)|\[(?:at|a|snabel-?a|@)\]|\{(?:at|a|@)\}|<at>)"
    r"|(?<=\w)[ \t]{1,2}(?:at|snabel-?a)(?=[ \t]{1,2}\w)",
    re.IGNORECASE,
)
_MARKS = ("@", "(a", "[a", "{a", "<at", "snabel", " at ")
"""What every address has in it, to pass quickly over the texts that have none."""
_AFTER = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_AFTER_HIDDEN = re.compile(
    r"[ \t]{0,2}([\w-]+(?:[ \t]?(?:\.|\((?:dot|punkt)\)|\[(?:dot|punkt)\]|[ \t](?:dot|punkt)[ \t])"
    r"[ \t]?[\w-]+){1,4})",
    re.IGNORECASE,
)
_PARTING = re.compile(r"[^\w-]+")
_LOCAL_SIGNS = frozenset("._+-'")
_LOCAL_MAX = 64
_ENDINGS = frozenset(
    {"se", "com", "nu", "org", "net", "eu", "info", "fi", "no", "dk", "ax", "io", "example", "test"}
)


def find_mail_addresses(plain: str) -> list[Span]:
    """Return where e-mail addresses stand in a plain reading, in order, never overlapping."""
    found: list[Span] = []
    folded = plain.casefold()
    if any(mark in folded for mark in _MARKS):
        for match in _AT.finditer(plain):
            span = _around(plain, match)
            if span and (not found or found[-1][1] <= span[0]):
                found.append(span)
    return found


def _around(plain: str, at: re.Match[str]) -> Span | None:
    """Return the address around a sign or word for *at*, or ``None`` when there is none."""
    left = at.start()
    after = _AFTER.match(plain, at.end()) if at[0] == "@" else None
    if after:
        start = _start_of_local(plain, left)
        sure = "." in after[0] or any(char.isalpha() for char in plain[start:left])
        return (start, after.end()) if start < left and sure else None
    hidden = _AFTER_HIDDEN.match(plain, at.end())
    in_brackets = at[0].strip(" \t")[0] in "([{<"
    if hidden is None or not (in_brackets or _PARTING.split(hidden[1])[-1].casefold() in _ENDINGS):
        return None
    before = plain[max(0, left - 2) : left]
    left -= len(before) - len(before.rstrip(" \t"))
    start = _start_of_local(plain, left)
    return (start, hidden.end(1)) if start < left else None


def _start_of_local(plain: str, end: int) -> int:
    """Return where the part before the *at* begins; ``end``, where it ends, when there is none."""
    start = end
    while (
        end - start < _LOCAL_MAX
        and start
        and (plain[start - 1].isalnum() or plain[start - 1] in _LOCAL_SIGNS)
    ):
        start -= 1
    while start < end and plain[start] in _LOCAL_SIGNS:
        start += 1
    return start
