"""Owns the e-mail address: one of them, as mail programs everywhere take it, or the reason why it is not."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from finsam_review.domain.errors import UserError

LONGEST_LOCAL = 64
LONGEST_ADDRESS = 254
"""Characters before the @, and in all, as RFC 5321 limits them."""

_LONGEST_TEXT = 1_000
_OUTER = " \t\r\n\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""What comes along when an address is copied from a document, and means nothing at its ends."""

_PAIRS = {"<": ">", '"': '"', "'": "'", "”": "”", "’": "’", "(": ")", "[": "]"}
_SEPARATORS = re.compile(r"[\s,;/|]+")
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_+&'~-]*(?:\.[A-Za-z0-9_+&'~-]+)*")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_TOP = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{2,59}")


class AddressProblem(StrEnum):
    """Why a text can't be used as the address of a mail."""

    MISSING = "missing"
    BROKEN = "broken"
    SEVERAL = "several"


_CODES = {
    AddressProblem.MISSING: "address_missing",
    AddressProblem.BROKEN: "address_broken",
    AddressProblem.SEVERAL: "address_several",
}


@dataclass(frozen=True, slots=True)
class SharedAddress:
    """An address that more than one application gives, with the ids of those applications in order."""

    address: str
    application_ids: tuple[str, ...]


def checked_address(text: str) -> str:
    """Return the one address that ``text`` is: the domain in small letters, readable where it is an IDN.

    Blanks, quotes, angle brackets and ``mailto:`` around it are taken off. Names, comments, quoted local
    parts, bare host numbers and everything that some mail program reads as more than one address are refused:
    only letters, digits and ``. _ + & ' ~ -`` stand before the @, and the domain is of Latin letters, so that
    no look-alike passes. The result is a fixed point. Raises :class:`UserError` ``address_missing``,
    ``address_broken`` or ``address_several``, each with ``text``.
    """
    found = _read(text)
    if isinstance(found, AddressProblem):
        raise UserError(_CODES[found], text=text.strip()[:LONGEST_ADDRESS])
    return found


def address_problem(text: str) -> AddressProblem | None:
    """Return why ``text`` is no address, ``None`` if it is one."""
    found = _read(text)
    return found if isinstance(found, AddressProblem) else None


def ascii_address(address: str) -> str:
    """Return a checked address as it stands in a mail: an IDN as ``xn--…``."""
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode('ascii')}"


def shared_addresses(pairs: Iterable[tuple[str, str]]) -> tuple[SharedAddress, ...]:
    """Return the addresses that more than one application gives, in the order they are met.

    ``pairs`` are application id and address as written. Capitals make no difference; what is no address is
    left out, since it is told of elsewhere. An application counts once.
    """
    owners: dict[str, dict[str, str]] = {}
    for application_id, text in pairs:
        address = _read(text)
        if not isinstance(address, AddressProblem):
            owners.setdefault(address.casefold(), {}).setdefault(application_id, address)
    return tuple(
        SharedAddress(next(iter(found.values())), tuple(found)) for found in owners.values() if len(found) > 1
    )


def _read(text: str) -> str | AddressProblem:
    bare = _unwrapped(text)
    if not bare:
        return AddressProblem.MISSING
    if len(text) > _LONGEST_TEXT:
        return AddressProblem.BROKEN
    if sum("@" in piece for piece in _SEPARATORS.split(bare)) > 1:
        return AddressProblem.SEVERAL
    local, at, domain = bare.rpartition("@")
    readable = _readable_domain(domain)
    if not at or readable is None or len(local) > LONGEST_LOCAL or not _LOCAL.fullmatch(local):
        return AddressProblem.BROKEN
    address = f"{local}@{readable}"
    return address if len(ascii_address(address)) <= LONGEST_ADDRESS else AddressProblem.BROKEN


def _unwrapped(text: str) -> str:
    """Return ``text`` without what people's programs put around an address when it is copied."""
    bare = unicodedata.normalize("NFC", text)
    while True:
        shorter = bare.strip(_OUTER).rstrip(";,." + _OUTER)
        if len(shorter) > 1 and _PAIRS.get(shorter[0]) == shorter[-1]:
            shorter = shorter[1:-1]
        if shorter[:7].casefold() == "mailto:":
            shorter = shorter[7:]
        if shorter == bare:
            return bare
        bare = shorter


def _readable_domain(domain: str) -> str | None:
    """Return ``domain`` as people read it, ``None`` if it is none or not written as it is registered."""
    small = domain.lower()
    if not all(char in "-." or _is_latin(char) for char in small):
        return None
    try:
        ascii_form = small.encode("idna").decode("ascii")
        readable = ascii_form.encode("ascii").decode("idna")
    except UnicodeError:
        return None
    labels = ascii_form.split(".")
    whole = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)
    if not whole or not _TOP.fullmatch(labels[-1]) or small not in {ascii_form, readable}:
        return None
    return readable if all(char in "-." or _is_latin(char) for char in readable) else None


def _is_latin(char: str) -> bool:
    if char.isascii():
        return char.isalnum()
    return unicodedata.name(char, "").startswith("LATIN SMALL LETTER")
