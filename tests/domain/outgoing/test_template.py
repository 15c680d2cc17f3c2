"""A template is filled, never run: its fields are names in a short list and their values plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.template import (
    Field,
    MailTemplate,
    check_template,
    empty_fields,
    fields_in,
    fill,
    first_name,
)
from finsam_review.domain.text import clean_line

VALUES = {
    Field.FIRST_NAME: "Lovisa",
    Field.APPLICATION: "Grönt steg",
    Field.DIARY_NUMBER: "2025/041",
    Field.TABLES: "tre bord",
}


def body(text: str, **values: str) -> str:
    """Return what ``text`` becomes as the body of a letter."""
    known = VALUES | {Field(name): value for name, value in values.items()}
    return fill(MailTemplate("", text), known)[1]


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Hej {förnamn}!", "Hej Lovisa!"),
        ("Hej {fo\u0308rnamn}!", "Hej Lovisa!"),
        ("Hej { Förnamn }!", "Hej Lovisa!"),
        ("{antal bord}{antal_bord}", "tre bordtre bord"),
        ("{{förnamn}}", "{förnamn}"),
        ("{{{förnamn}}}", "{Lovisa}"),
        ("a {{ b }} c", "a { b } c"),
        ("  indrag\n\n{förnamn}\n", "  indrag\n\nLovisa\n"),
        ("", ""),
    ],
)
def test_fields_are_filled_and_nothing_else_changes(text: str, filled: str) -> None:
    assert body(text) == filled


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Hej {förnamn}!", "Hej!"),
        ("Hej {förnamn}, välkommen", "Hej, välkommen"),
        ("Hej {förnamn} och tack", "Hej och tack"),
        ("Hej {förnamn}", "Hej"),
        ("{förnamn}, tack", "tack"),
        ("{förnamn} tack", "tack"),
        ("a\n{förnamn}, tack", "a\ntack"),
        ("({förnamn})", "()"),
        ("x{förnamn}y", "xy"),
        ("Hej {förnamn} {titel}!", "Hej!"),
    ],
)
def test_a_field_without_a_value_leaves_no_hole(text: str, filled: str) -> None:
    assert body(text, förnamn="", titel="") == filled
    assert body(text, förnamn=" \u200e\n", titel="") == filled


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Skicka den. Ange diarienummer {diarienummer}. Tack!", "Skicka den. Tack!"),
        ("Skicka den. Ange diarienummer {diarienummer}.\n\nTack!", "Skicka den.\n\nTack!"),
        ("Hej!\n\nAnge diarienummer {diarienummer}.\n\nTack!", "Hej!\n\nTack!"),
        ("Hej!\n\nAnge diarienummer {diarienummer}.", "Hej!"),
        ("Ange diarienummer {diarienummer}.\n\nTack!", "Tack!"),
        ("Ange {diarienummer}.\nAnge {diarienummer}.\nTack!", "Tack!"),
        (
            "Tack för {ansökan}. Den lästes av {antal_bord} den {upptaktsdag}. Se filen.",
            "Tack för Grönt steg. Se filen.",
        ),
        ("Har ni fått {diarienummer}? {ansökan} lästes.", "Grönt steg lästes."),
        ("Ansökan {ansökan} har {diarienummer}.", "Ansökan Grönt steg har."),
        ("Ange dnr. {diarienummer} tack", "Ange dnr. tack"),
        ("Vi ses kl. {upptaktsdag}. Välkomna", "Välkomna"),
        ("Hej {förnamn}. Tack.", "Hej. Tack."),
        ("Hej {diarienummer} {förnamn}! Tack.", "Hej! Tack."),
        ("{diarienummer}\nTack", "\nTack"),
        ("Ange {{diarienummer}}. Tack.  \n\n\nHej  ", "Ange {diarienummer}. Tack.  \n\n\nHej  "),
    ],
)
def test_a_sentence_that_would_say_nothing_goes_as_a_whole(text: str, filled: str) -> None:
    assert body(text, förnamn="", diarienummer="", antal_bord="") == filled


def test_the_tables_take_their_sentence_with_them_whatever_else_it_says() -> None:
    text = "Tack! Den lästes av {antal_bord} den {upptaktsdag}. Se filen."
    assert body(text, antal_bord="", upptaktsdag="15 oktober") == "Tack! Se filen."
    assert body(text, upptaktsdag="") == "Tack! Den lästes av tre bord den. Se filen."


@given(st.lists(st.sampled_from(["A.", "B!", " ", "\n", "c", "{titel}", "Ange", "{{", "x. Y"]), max_size=12))
def test_with_every_field_known_nothing_is_left_out(parts: list[str]) -> None:
    text = "".join(parts)
    assert body(text, titel="T") == text.replace("{titel}", "T").replace("{{", "{")


@pytest.mark.parametrize(
    ("subject", "filled"),
    [
        ("Synpunkter på {ansökan}, dnr {diarienummer}", "Synpunkter på Grönt steg"),
        ("Synpunkter på {ansökan} (dnr {diarienummer})", "Synpunkter på Grönt steg"),
        ("{ansökan} – dnr. {diarienummer} – synpunkter", "Grönt steg – synpunkter"),
        ("Ange diarienummer {diarienummer}.", "Ange diarienummer."),
    ],
)
def test_a_label_goes_with_its_missing_number(subject: str, filled: str) -> None:
    values = VALUES | {Field.DIARY_NUMBER: ""}
    assert fill(MailTemplate(subject, ""), values)[0] == filled


@pytest.mark.parametrize(
    "name",
    [
        "namn",
        "",
        "0",
        "förnamn.__class__",
        "förnamn[0]",
        "förnamn!r",
        "förnamn:>10",
        "__init__",
        "avsändare.mro",
        "FIRST_NAME",
    ],
)
def test_an_unknown_field_is_named_and_the_known_ones_listed(name: str) -> None:
    with pytest.raises(UserError) as refused:
        body(f"Hej {{{name}}}!")
    assert refused.value.code == "template_field_unknown"
    assert refused.value.values["field"] == f"{{{name}}}"
    assert refused.value.values["known"] == ", ".join(f"{{{field}}}" for field in Field)


@pytest.mark.parametrize(
    "text", ["Hej {förnamn", "Hej förnamn}", "{", "}", "{förnamn\n}", "{a{b}", "{{{", "}}}"]
)
def test_a_brace_without_a_partner_is_told(text: str) -> None:
    with pytest.raises(UserError) as refused:
        check_template(MailTemplate(text, ""))
    assert refused.value.code in {"template_brace_alone", "template_field_unknown"}


def test_a_value_is_never_read_as_a_template_or_a_second_line() -> None:
    told = fill(
        MailTemplate("{ansökan}", "{ansökan}|{titel}"),
        {Field.APPLICATION: "{titel} {{x}} {0}\r\nBcc: x@y.se\u202e", Field.TITLE: "T"},
    )
    assert told == ("{titel} {{x}} {0} Bcc: x@y.se", "{titel} {{x}} {0} Bcc: x@y.se|T")


@given(st.dictionaries(st.sampled_from(Field), st.text(max_size=20)), st.sampled_from(Field))
def test_a_value_stands_in_its_place_whatever_it_is(values: dict[Field, str], field: Field) -> None:
    filled = fill(MailTemplate("", f"<{{{field}}}>"), values)[1]
    assert filled == f"<{clean_line(values.get(field, ''))}>"


@given(st.text(max_size=60))
def test_doubled_braces_bring_any_text_through(text: str) -> None:
    escaped = text.replace("{", "{{").replace("}", "}}")
    assert fill(MailTemplate("", escaped), {})[1] == text


@given(st.text(st.sampled_from("{}aförnamn titel!:.[0]\n"), max_size=40))
def test_any_template_is_filled_or_refused(text: str) -> None:
    template = MailTemplate("", text)
    try:
        known = fields_in(template)
    except UserError:
        with pytest.raises(UserError, match="template_"):
            fill(template, VALUES)
        return
    filled = fill(template, dict.fromkeys(Field, "<>"))[1]
    assert filled.count("<>") >= len(known)


def test_what_a_template_asks_for_and_does_not_get() -> None:
    template = MailTemplate("{ansökan} {diarienummer}", "{förnamn} {ansökan} {{titel}}")
    assert fields_in(template) == (Field.APPLICATION, Field.DIARY_NUMBER, Field.FIRST_NAME)
    assert empty_fields(template, {Field.APPLICATION: "x", Field.FIRST_NAME: " \n"}) == (
        Field.DIARY_NUMBER,
        Field.FIRST_NAME,
    )


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Lovisa Brandell", "Lovisa"),
        ("Brandell, Lovisa", "Lovisa"),
        ("Anna-Karin  Öberg", "Anna-Karin"),
        ("Åsa Ek", "Åsa"),
        ("", ""),
        ("Kansliet", ""),
        ("M. Berg", ""),
        ("Anna Ek och Bo Ek", ""),
        ("Anna Ek/Bo Ek", ""),
        ("Ek, Anna, Bo", ""),
        ("lovisa.brandell@hjo.se", ""),
        ("Anna Ek 0500-123456", ""),
        ("enheten för arbete", ""),
    ],
)
def test_what_a_letter_begins_with(name: str, first: str) -> None:
    assert first_name(name) == first


@given(st.text(max_size=30))
def test_a_first_name_is_a_word_of_the_name(name: str) -> None:
    assert first_name(name) in {"", *clean_line(name).replace(",", " ").split()}
