"""An address is one address or none: nothing that any mail program reads as two gets through."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.addresses import (
    LONGEST_ADDRESS,
    AddressProblem,
    SharedAddress,
    address_problem,
    ascii_address,
    checked_address,
    shared_addresses,
)

SAFE = set(string.ascii_letters + string.digits + "._+&'~-@")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("lovisa.brandell@hjo.kommun.example", "lovisa.brandell@hjo.kommun.example"),
        ("  Lovisa.Brandell@HJO.Kommun.example \n", "Lovisa.Brandell@hjo.kommun.example"),
        ("mailto:a@b.se", "a@b.se"),
        ("<MAILTO:a@b.se>;", "a@b.se"),
        ("'a@b.se'", "a@b.se"),
        ("a@b.se.", "a@b.se"),
        ("\ufeffa@b.se\u200b", "a@b.se"),
        ("o'brien+test@b.se", "o'brien+test@b.se"),
        ("info@räksmörgås.se", "info@räksmörgås.se"),
        ("info@ra\u0308ksmo\u0308rga\u030as.se", "info@räksmörgås.se"),
        ("info@xn--rksmrgs-5wao1o.se", "info@räksmörgås.se"),
        ("INFO@RÄKSMÖRGÅS.SE", "INFO@räksmörgås.se"),
    ],
)
def test_what_is_one_address_is_tidied(text: str, address: str) -> None:
    assert checked_address(text) == address
    assert address_problem(text) is None


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "<>", "mailto:", ";"])
def test_nothing_is_missing(text: str) -> None:
    assert address_problem(text) is AddressProblem.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "a@b.se, c@d.se",
        "a@b.se; c@d.se",
        "a@b.se c@d.se",
        "a@b.se\nc@d.se",
        "a@b.se/c@d.se",
        "a@b.se och c@d.se",
        "Anna <a@b.se>, Bo <c@d.se>",
        '"a@b.se, c"@d.se',
    ],
)
def test_more_than_one_is_several(text: str) -> None:
    assert address_problem(text) is AddressProblem.SEVERAL


@pytest.mark.parametrize(
    "text",
    [
        "Anna, evil@x.se",
        "Anna <a@b.se>",
        '"a b"@c.se',
        "a(kommentar)@b.se",
        "a@b",
        "@b.se",
        "a@",
        "a@@b.se",
        "a@b@c.se",
        "a..b@c.se",
        ".a@b.se",
        "a.@b.se",
        "-oQ/tmp@b.se",
        "a@-b.se",
        "a@b-.se",
        "a@b..se",
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        "a@b.s",
        "åsa@b.se",
        "a\u202eb@c.se",
        "a\u200bb@c.se",
        "a\x00b@c.se",
        "a@b.se\r\nBcc: evil",
        "=?utf-8?q?a=2Cb?=@c.se",
        "a%x.se@b.se",
        "x!a@b.se",
        "a@\uff45vil.se",
        "a@kоmmun.se",  # a Cyrillic о
        "a@b\u3002se",
        "a@b.se?bcc=evil.se",
        "a" * 65 + "@b.se",
        "a@" + "b" * 64 + ".se",
        "a@" + "b." * 130 + "se",
        "x" * 2_000 + "@b.se",
    ],
)
def test_what_some_program_reads_otherwise_is_broken(text: str) -> None:
    assert address_problem(text) is AddressProblem.BROKEN


@given(st.text(max_size=40) | st.text(st.sampled_from("aé@.,;<>\"'()\\ \r\n=?%\u202e\u200bxn-"), max_size=30))
@example("a@xn--a.se")
@example("a@xn--80ak6aa92e.com")
def test_whatever_passes_is_one_address_and_a_fixed_point(text: str) -> None:
    if address_problem(text) is not None:
        with pytest.raises(UserError) as refused:
            checked_address(text)
        assert refused.value.code == f"address_{address_problem(text)}"
        return
    address = checked_address(text)
    assert checked_address(address) == address
    assert set(ascii_address(address)) <= SAFE
    assert ascii_address(address).count("@") == 1
    assert len(ascii_address(address)) <= LONGEST_ADDRESS
    assert checked_address(ascii_address(address)) == address


def test_a_refusal_tells_what_stood_there() -> None:
    with pytest.raises(UserError) as refused:
        checked_address(" Anna <a@b.se> ")
    assert refused.value.values == {"text": "Anna <a@b.se>"}


def test_shared_addresses_are_found_whatever_the_capitals() -> None:
    shared = shared_addresses(
        [
            ("1", "Anna@Hjo.example"),
            ("2", "bo@hjo.example"),
            ("3", "anna@hjo.example"),
            ("3", "ANNA@hjo.example"),
            ("4", ""),
            ("5", ""),
            ("6", "trasig"),
            ("7", "trasig"),
            ("8", "info@räksmörgås.se"),
            ("9", "info@xn--rksmrgs-5wao1o.se"),
        ]
    )
    assert shared == (
        SharedAddress("Anna@hjo.example", ("1", "3")),
        SharedAddress("info@räksmörgås.se", ("8", "9")),
    )


def test_one_application_with_its_address_twice_shares_with_nobody() -> None:
    assert shared_addresses([("1", "a@b.se"), ("1", "a@b.se")]) == ()
