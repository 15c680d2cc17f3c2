"""Phone numbers and e-mail addresses are found as people write and hide them; amounts and dates are not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.domain.checks.gate import KnownPeople, find_hits
from finsam_review.domain.checks.mail_addresses import find_mail_addresses
from finsam_review.domain.checks.phone_numbers import find_phone_numbers


def hits(text: str) -> list[tuple[str, str]]:
    return [(hit.kind.value, hit.text) for hit in find_hits(text, KnownPeople())]


@pytest.mark.parametrize(
    "number",
    [
        "070-174 06 77", "0701740677", "070 174 06 77", "070 1740677", "070-1740677", "0701-74 06 77",
        "0701 74 06 77", "070/174 06 77", "070.174.06.77", "070 - 174 06 77", "070–174 06 77",
        "070\u00a0174\u00a006\u00a077", "+46701740677", "+46 70 174 06 77", "+46 (0)70 174 06 77",
        "+46(0)701740677", "+46-70-174 06 77", "0046 70 174 06 77", "0046701740677", "031-390 06 58",
        "031-390 0658", "0313900658", "(031) 390 06 58", "08-465 004 12", "08-46500412", "08 465 004 12",
        "+46 8 465 004 12", "0980-319 200", "0980-31920", "0500-49 80 00", "0455-30 30 00", "020-123 456",
        "0771-11 22 33", "010-123 45 67", "+45 12 34 56 78", "+358 40 123 4567", "+47 900 12 345",
        "0047 900 12 345", "+1 202 555 0143",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "around", ["{}", "Ring {} först", "({})", "nås på {}.", "Anna, {}, och sen", "{} 2026"]
)
def test_numbers_with_an_area_or_a_country_are_found(number: str, around: str):
    assert hits(around.format(number)) == [("phone", number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tel 39 06 58", "39 06 58"), ("Tel: 12345", "12345"), ("telefon 49 80 00", "49 80 00"),
        ("tfn. 390658", "390658"), ("mobil 174 06 77", "174 06 77"), ("ankn 4711", "4711"),
        ("Anknytning 123", "123"), ("ankn. 4711", "4711"), ("ring 49 80 00", "49 80 00"),
        ("nås på 39 06 58", "39 06 58"), ("sms:a 174 06 77", "174 06 77"), ("växeln 49 80 00", "49 80 00"),
    ],
)  # fmt: skip
def test_after_a_word_for_it_a_number_needs_no_area(text: str, number: str):
    assert hits(text) == [("phone", number)]


def test_several_numbers_in_a_row():
    text = "031-390 06 58 / 070-174 06 12, 08-465 004 12 ankn 4711"
    assert [words for _, words in hits(text)] == ["031-390 06 58", "070-174 06 12", "08-465 004 12", "4711"]


@pytest.mark.parametrize(
    "text",
    [
        "1 185 000 kr", "7 380 000 + 5 250 000 = 14 410 000", "+12 500 000 kr", "+3 500 000", "0 500 000",
        "2026–2028", "2026-01-01–2027-12-31", "Dnr 2025/041", "dnr 0123-45678", "Dnr 2025/0412345",
        "konto 0412345678", "08.30-16.00", "kl 08:30-16:00", "0830-1600", "08-02-2026", "08-12-2026",
        "07-08 2026", "556036-0793", "212000-1702", "5050-1055", "541 83 Skövde", "ring 112", "ring 1177",
        "ring 3 gånger", "ring 10 personer", "tel 2026-2028", "18–29", "50/50", "0,5 tjänst 0,75",
        "0123-456-789-012-345", "ISBN 978-91-44-01234-5", "4 år 7 mån, 10 handläggare", "300–450 i behov",
        "15/10 2025", "2025-10-15", "08/12 2026", "SOU 2018:80", "2003:1210 5 §", "41 av 117",
        "telefontiden 10",
    ],
)  # fmt: skip
def test_amounts_periods_dates_and_other_numbers_are_no_phones(text: str):
    assert find_phone_numbers(text) == []
    assert hits(text) == []


@pytest.mark.parametrize(
    "address",
    [
        "anna@x.example", "dag.wireus@vgregion.example", "anna.berg@sub.kommun.example", "a+b@x.example",
        "å.ö@malmö.example", "anna@intranet", "anna (at) x.example", "anna(at)x.example",
        "anna [at] x [dot] example", "anna at x punkt se", "anna snabel-a x.se", "anna (snabel-a) x.se",
        "anna @ x.example", "anna＠x.example", "anna\u200b@x.example", "o'brien@x.example",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "mailto:{}", "<{}>", "Mejla {}, tack", "({})", "{}."])
def test_addresses_are_found_as_written_and_as_hidden(address: str, around: str):
    assert hits(around.format(address)) == [("email", address)]


@pytest.mark.parametrize(
    "text", ["alla@", "@anna", "3@5", "a @ b", "titta at home", "ronneby.se/finsam", "(at)"]
)
def test_other_signs_are_no_addresses(text: str):
    assert find_mail_addresses(text) == []


def test_an_identity_number_wins_over_a_phone_and_an_address():
    assert hits("tel 811228-9874") == [("identity", "811228-9874")]
    assert hits("811228-9874@x.example")[0] == ("identity", "811228-9874")


@given(st.text(st.sampled_from("0123456789 -–+()./@at,a\u200b\n"), max_size=60))
def test_hits_are_in_order_and_apart_whatever_the_text(text: str):
    found = find_hits(text, KnownPeople())
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(hit.text == text[hit.start : hit.end] != "" for hit in found)
