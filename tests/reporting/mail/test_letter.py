"""A letter says what picture and practice have it say, and nothing of anybody else's application."""

import dataclasses
import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.outgoing.deadline import deadline_problem
from finsam_review.domain.outgoing.template import Field, check_template, empty_fields, fields_in, fill
from finsam_review.domain.outgoing.weekdays import check_weekday, impossible_days
from finsam_review.domain.workshop import Workshop
from finsam_review.i18n import set_language
from finsam_review.i18n.wording import error_text
from finsam_review.reporting.mail.letter import (
    day_refusal,
    deadline_refusal,
    default_template,
    letter_values,
    tables_in_words,
    weekday_refusal,
)

WORKSHOP = Workshop(
    "w", "Budgetupptakt inför 2026", date(2025, 10, 15),
    "Samordningsförbundet Skaraborg", "skaraborg",
    "kansli@samordningsforbundet.example", date(2025, 10, 31),
)  # fmt: skip
APPLICATION = Application(
    "a",
    1,
    ApplicationDetails(
        title="Grönt steg – naturbaserad prerehabilitering",
        diary_number="2025/041",
        contact_name="Lovisa Brandell",
    ),
)
LETTER = """Hej Lovisa!

Tack för er ansökan om Grönt steg – naturbaserad prerehabilitering. Den lästes av tre bord på \
workshopdagen den 15 oktober. Synpunkterna finns i den bifogade filen.

Vill ni revidera ansökan? Skicka den nya versionen senast fredagen den 31 oktober 2025 till \
kansli@samordningsforbundet.example. Ange diarienummer 2025/041.

Hör gärna av er om något är oklart.

Vänliga hälsningar
Kansliet, Samordningsförbundet Skaraborg"""


def test_the_letter_as_it_goes_out() -> None:
    told = fill(default_template(), letter_values(APPLICATION, WORKSHOP, tables=3))
    assert told == ("Synpunkter på er ansökan Grönt steg, dnr 2025/041", LETTER)
    assert check_weekday(told[1], WORKSHOP.date) == ()


def test_the_letter_in_english() -> None:
    set_language("en")
    subject, body = fill(default_template(), letter_values(APPLICATION, WORKSHOP, tables=1, sender="Eva Ek"))
    assert subject == "Comments on your application Grönt steg, dnr 2025/041"
    assert "It was read by one table at the workshop day on 15 October." in body
    assert "Send the new version by Friday 31 October 2025 to " in body
    assert body.endswith("Kind regards\nEva Ek, Samordningsförbundet Skaraborg")


def test_what_is_not_known_leaves_no_hole() -> None:
    unknown = dataclasses.replace(
        APPLICATION, details=dataclasses.replace(APPLICATION.details, diary_number="", contact_name="")
    )
    values = letter_values(unknown, dataclasses.replace(WORKSHOP, deadline=None), tables=0)
    subject, body = fill(default_template(), values)
    assert subject == "Synpunkter på er ansökan Grönt steg"
    assert body.startswith("Hej!\n")
    assert "  " not in body
    assert "Den lästes" not in body
    assert "diarienummer" not in body
    assert "prerehabilitering. Synpunkterna finns i den bifogade filen.\n\nVill ni" in body
    assert empty_fields(default_template(), values) == (
        Field.DIARY_NUMBER,
        Field.FIRST_NAME,
        Field.TABLES,
        Field.DEADLINE,
    )


@pytest.mark.parametrize("code", ["sv", "en"])
def test_the_template_asks_only_for_what_there_is(code: str) -> None:
    set_language(code)
    check_template(default_template())
    assert set(fields_in(default_template())) < set(Field)
    assert set(letter_values(APPLICATION, WORKSHOP, tables=3)) == set(Field)


@given(
    st.lists(
        st.tuples(
            st.text(string.ascii_letters, min_size=8, max_size=12), st.integers(100_000, 999_999).map(str)
        ),
        min_size=2,
        max_size=5,
        unique_by=(lambda pair: pair[0].casefold(), lambda pair: pair[1]),
    )
)
def test_no_letter_speaks_of_another_application(pairs: list[tuple[str, str]]) -> None:
    applications = [
        Application(str(place), place, ApplicationDetails(title=f"Insats {title}", diary_number=number))
        for place, (title, number) in enumerate(pairs, start=1)
    ]
    for application in applications:
        said = "\n".join(fill(default_template(), letter_values(application, WORKSHOP, tables=3)))
        assert application.title in said
        assert application.details.diary_number in said
        others = [other for other in applications if other is not application]
        assert not [other.title for other in others if f"{other.title}." in said or f"{other.title}," in said]
        assert not [number for other in others if (number := other.details.diary_number) in said]


@pytest.mark.parametrize(
    ("number", "words"), [(1, "ett bord"), (3, "tre bord"), (12, "tolv bord"), (13, "13 bord"), (0, "0 bord")]
)
def test_tables_in_words(number: int, words: str) -> None:
    assert tables_in_words(number) == words


def test_a_wrong_weekday_is_refused_in_words() -> None:
    (mismatch,) = check_weekday("senast fredagen den 15 oktober 2025", WORKSHOP.date)
    refusal = weekday_refusal(mismatch)
    assert refusal.code == "deadline_weekday_wrong"
    assert error_text(refusal.code, refusal.values) == (
        "Den 15 oktober 2025 är ingen fredag utan en onsdag. Menar du fredagen den 17 oktober 2025?"
    )


def test_a_day_that_is_not_there_is_refused_in_words() -> None:
    (phrase,) = impossible_days("senast fredag 31 november", WORKSHOP.date)
    refusal = day_refusal(phrase)
    assert error_text(refusal.code, refusal.values) == (
        "Den dagen finns inte: fredag 31 november. Vilken dag menar du?"
    )


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2025, 11, 15), "Den 15 november 2025 är en lördag. Menar du fredagen den 14 november 2025?"),
        (date(2025, 12, 24), "Den 24 december 2025 är julafton. Menar du tisdagen den 23 december 2025?"),
        (date(2026, 6, 19), "Den 19 juni 2026 är midsommarafton. Menar du torsdagen den 18 juni 2026?"),
        (date(2025, 10, 1), "Sista svarsdagen är före workshopdagen. Välj ett senare datum."),
        (date(2027, 10, 1), "Den 1 oktober 2027 är mer än ett år efter workshopdagen. Stämmer året?"),
    ],
)
def test_a_bad_last_day_is_told_in_words(day: date, sentence: str) -> None:
    problem = deadline_problem(day, workshop_date=WORKSHOP.date)
    assert problem is not None
    refusal = deadline_refusal(problem)
    assert error_text(refusal.code, refusal.values) == sentence


def test_a_day_that_has_been_is_told_in_words() -> None:
    problem = deadline_problem(date(2025, 10, 31), workshop_date=WORKSHOP.date, today=date(2025, 11, 3))
    assert problem is not None
    refusal = deadline_refusal(problem)
    assert (
        error_text(refusal.code, refusal.values) == "Den 31 oktober 2025 har redan varit. Välj en senare dag."
    )
