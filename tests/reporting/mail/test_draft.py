"""A draft says what was meant and nothing more, as three readers see it, whatever a project is called."""

import hashlib
import random
import re
import string
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reporting.mail.reading import PDF, READERS, WRITTEN_AT, a_draft

from finsam_review.domain.errors import UserError
from finsam_review.domain.text import BIDI_CONTROLS, clean_text
from finsam_review.reporting.mail.check import check_draft, expected
from finsam_review.reporting.mail.draft import HEADERS, Attachment, MailDraft, as_sent, render_draft

PAYLOADS = (
    "A 💩 =?UTF-8?Q?=0A?=Bcc: x@y",
    "A =?utf-8?B?DQpCY2M6IHhAeQ==?= b",
    "=?utf-8?Q?=0D=0ABcc:_x@y?=",
    "=?=?utf-8?Q?=0A?=?=",
    "=?utf-8?q?unfinished",
    "a\r\nBcc: evil@x.se",
    "a\nBcc: evil@x.se",
    "a\rBcc: evil@x.se",
    "a\r\n\r\nny kropp",
    "a\r\n Bcc: vikt",
    "a\u2028Bcc: evil@x.se",
    "a\u2029Cc: evil@x.se",
    "a\u0085Bcc: evil@x.se",
    "a\x0bBcc: b\x0cCc: c\x1cd\x1de\x1ef",
    "a\x00b\x1a\x7f",
    "slut\n",
    "\n\nbörjan",
    "\u202efdp.exe\u202c",
    "\u2066evil\u2069 \u200f \u061c",
    "zero\u200bwidth\u2060\ufeff\u00ad",
    "Z\u0351\u036b\u0343\u036a\u0302a\u0334l\u0321g\u0334o",
    "e\u0301 a\u030a o\u0308",
    "\ud800 lone \udfff",
    "\ufffe\uffff\U0010ffff",
    "👩‍🔬👨‍👩‍👧‍👦🏴\U000e0067\U000e0062\U000e007f",
    "שלום عليكم",
    "Anna, evil@x.se",
    '"Anna" <evil@x.se>, <b@c.se>',
    "a;b;c@d.se:",
    "(kommentar) a",
    "%0d%0aBcc:x@y",
    "\\r\\nBcc: x@y",
    "{förnamn} {0} %s ${x}",
    "<b>fet</b> &amp; <script>",
    "a  b   c\t d",
    "x" * 75,
    "x" * 5_000,
    "å" * 5_000,
    "Mycket långt ämne " * 280,
    "ord " * 20 + "åäö",
    "  " + "å" * 30 + "  ",
    "?=",
    "=",
    "",
)
BODIES = (
    *PAYLOADS,
    "From mig\n.\n.punkt\n..\nFrom dig\n" * 20,
    ">From\n--\n-- \n--=_finsam_\n--=_finsam_0123456789abcdef0123456789abcdef--\n",
    "Content-Type: text/html\n\n<b>x</b>",
    "a=\nb=3D\n=\n= \n=20",
    "blank i slutet   \n\tindrag\t\nx",
    "x" * 300_000,
    "å" * 300_000,
    "rad " * 75_000,
    "\n".join(["åäö 💩"] * 20_000),
    "x" * 75 + ".y" * 200,
    "x" * 74 + "From " * 100,
)
TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from('=?\r\n\u2028:,;<>@"\\ .FromBcé💩\u202e\x00')), max_size=300
)
SMALL = Attachment("a.txt", "text/plain", b"x")


def assert_all_agree(draft: MailDraft) -> bytes:
    """Render a draft, and find that every reader reads what was meant."""
    data = render_draft(draft)
    wanted = expected(draft)
    for read in READERS:
        assert read(data) == wanted, read.__name__
    check_draft(data, draft)
    assert_plain_lines(data)
    return data


def assert_plain_lines(data: bytes) -> None:
    """Find nothing but short lines of ASCII, none of which a mail system would change."""
    lines = data.split(b"\r\n")
    assert not re.search(rb"[^ -~\t]", b"".join(lines))
    assert max(map(len, lines)) <= 998
    assert not [line for line in lines if line.startswith((b"From ", b"."))]
    assert {line for line in lines if line.endswith((b" ", b"\t"))} <= {b"Subject: "}


@pytest.mark.parametrize("subject", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_subject_is_a_subject(subject: str) -> None:
    draft = a_draft(subject=subject)
    assert_all_agree(draft)
    sent = as_sent(draft).subject
    assert len(sent.splitlines()) <= 1
    assert "=?" not in sent
    assert not BIDI_CONTROLS & set(sent)


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_body_is_a_body(body: str) -> None:
    draft = a_draft(body=body, attachments=(SMALL,))
    assert_all_agree(draft)
    assert as_sent(draft).body == clean_text(body)


@pytest.mark.parametrize("name", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_file_name_is_a_file_name(name: str) -> None:
    files = tuple(
        Attachment(name + ending, "application/pdf", name.encode("utf-8", "replace"))
        for ending in (".pdf", ".DOCX", "")
    )
    assert_all_agree(a_draft(attachments=files))


@pytest.mark.parametrize("name", PAYLOADS, ids=range(len(PAYLOADS)))
def test_what_stands_as_an_address_never_adds_a_recipient(name: str) -> None:
    for to in (name, f"{name}@b.se", f"a@{name}", f"{name} <a@b.se>", f"a@b.se{name}", f"a@b.se,{name}"):
        try:
            data = render_draft(a_draft(to=to))
        except UserError:
            continue
        for read in READERS:
            (recipient,) = read(data).recipients
            assert re.fullmatch(r"[A-Za-z0-9_.+&'~-]+@[a-z0-9.-]+", recipient)


@settings(max_examples=400)
@given(TEXTS, TEXTS, st.lists(st.tuples(TEXTS, st.binary(max_size=300)), max_size=3))
def test_any_draft_is_read_as_meant(subject: str, body: str, files: list[tuple[str, bytes]]) -> None:
    attachments = tuple(Attachment(name, "application/octet-stream", data) for name, data in files)
    draft = a_draft(subject=subject, body=body, attachments=attachments)
    data = assert_all_agree(draft)
    assert as_sent(as_sent(draft)) == as_sent(draft)
    assert render_draft(as_sent(draft)) == data


def drafts(count: int, *, seed: int) -> Iterator[MailDraft]:
    """Yield drafts whose every text is put together from payloads."""
    chance = random.Random(seed)
    pieces = [*(payload for payload in PAYLOADS if len(payload) < 100), *string.printable, "åäö ", "ord " * 9]

    def text(longest: int) -> str:
        return "".join(chance.choices(pieces, k=chance.randint(0, longest)))

    for _ in range(count):
        files = tuple(
            Attachment(f"{text(4)}.pdf", "application/pdf", chance.randbytes(chance.randint(0, 90)))
            for _ in range(chance.randint(0, 2))
        )
        moment = WRITTEN_AT + timedelta(minutes=chance.randint(-(10**6), 10**6))
        yield a_draft(subject=text(12), body=text(30), attachments=files, written_at=moment)


@pytest.mark.parametrize(
    "count", [1_000, pytest.param(100_000, marks=[pytest.mark.slow, pytest.mark.timeout(1800)])]
)
def test_generated_drafts_have_the_headers_and_the_recipient_that_were_meant(count: int) -> None:
    for draft in drafts(count, seed=count):
        data = render_draft(draft)
        wanted = expected(draft)
        assert [read(data) == wanted for read in READERS] == [True] * len(READERS), draft


def test_the_file_byte_for_byte() -> None:
    files = (
        Attachment("2025-041 Grönt steg.pdf", "application/pdf", b"%PDF"),
        Attachment("a.docx", "application/zip", b""),
    )
    lines = [
        "X-Unsent: 1",
        "To: lovisa@hjo.example",
        "Subject: =?utf-8?B?R3LDtm50IHN0ZWc=?=",
        "Date: Thu, 16 Oct 2025 09:00:00 +0200",
        "MIME-Version: 1.0",
        "Content-Type: multipart/mixed;",
        ' boundary="=_finsam_BOUNDARY"',
        "",
        "--=_finsam_BOUNDARY",
        'Content-Type: text/plain; charset="utf-8"',
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "Hej =C3=85sa!",
        "",
        "=46rom oss",
        "--=_finsam_BOUNDARY",
        "Content-Type: application/pdf;",
        ' name="=?utf-8?B?MjAyNS0wNDEgR3LDtm50IHN0ZWcucGRm?="',
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment;",
        " filename*=utf-8''2025-041%20Gr%C3%B6nt%20steg.pdf",
        "",
        "JVBERg==",
        "--=_finsam_BOUNDARY",
        "Content-Type: application/zip;",
        ' name="a.docx"',
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment;",
        ' filename="a.docx"',
        "",
        "",
        "--=_finsam_BOUNDARY--",
        "",
    ]
    draft = a_draft(
        subject="Grönt steg", body="Hej Åsa!\n\nFrom oss", to="lovisa@hjo.example", attachments=files
    )
    data = render_draft(draft).decode("ascii")
    assert re.sub(r"=_finsam_[0-9a-f]{32}", "=_finsam_BOUNDARY", data) == "\r\n".join(lines)


def test_equal_drafts_give_equal_bytes_and_others_another_boundary() -> None:
    assert render_draft(a_draft()) == render_draft(a_draft())
    boundaries = {
        re.search(rb"=_finsam_[0-9a-f]+", render_draft(draft))[0]
        for draft in (a_draft(), a_draft(subject="b"), a_draft(body="b"), a_draft(attachments=()))
    }
    assert len(boundaries) == 4


def test_there_is_no_sender_and_nothing_of_our_own() -> None:
    data = render_draft(a_draft())
    assert HEADERS == ("X-Unsent", "To", "Subject", "Date", "MIME-Version", "Content-Type")
    assert a_draft().application_id.encode() not in data
    assert b"finsam" not in re.sub(rb"=_finsam_[0-9a-f]{32}", b"", data).lower()


@pytest.mark.parametrize(
    "address", ["info@räksmörgås.se", "o'brien+test@hjo.example", "a@" + "b." * 100 + "se"]
)
def test_an_address_that_is_one_is_the_recipient(address: str) -> None:
    assert_all_agree(a_draft(to=address))


def test_the_moment_is_kept_with_its_zone_to_the_second() -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, 678_900, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
    data = assert_all_agree(a_draft(written_at=moment))
    assert b"\r\nDate: Fri, 02 Jan 2026 03:04:05 -0330\r\n" in data


def test_what_no_caller_should_give_is_a_bug_and_not_a_draft() -> None:
    with pytest.raises(ValueError, match="time zone"):
        render_draft(a_draft(written_at=datetime(2025, 10, 16)))  # noqa: DTZ001
    for media_type in ("application/pdf\r\nBcc: x", "pdf", "", "application/pdf; x=y"):
        with pytest.raises(ValueError, match=rf"^{re.escape(media_type)}$"):
            render_draft(a_draft(attachments=(Attachment("a.pdf", media_type, b""),)))


def test_attachments_come_out_bit_for_bit() -> None:
    data = bytes(range(256)) * 300
    draft = a_draft(attachments=(PDF, Attachment("b.bin", "application/octet-stream", data)))
    assert_all_agree(draft)
    assert expected(draft).files[1][2] == hashlib.sha256(data).hexdigest()
