"""What must not be lost in silence: a total that is only called *Totalt*, and an address that is none."""

from datetime import date

import pytest

from finsam_review.domain.intake import (
    Block,
    DiaryRow,
    Heading,
    Paragraph,
    Proposal,
    TableBlock,
    Vocabulary,
)
from finsam_review.importing.diary_list import read_diary_list
from finsam_review.importing.files.outcome import Sheet
from finsam_review.importing.form.application_form import propose
from finsam_review.importing.form.reconcile import with_row

_FORM = (("Projektnamn", "Fyren"), ("Sökande", "Hjo kommun"), ("Projekttid", "2026-01-01 – 2027-12-31"))
_YEARS = (("Sökt belopp 2026", "7 380 000 kr"), ("Sökt belopp 2027", "5 250 000 kr"))


def _propose(vocabulary: Vocabulary, *blocks: Block) -> Proposal:
    return propose(blocks, vocabulary=vocabulary, file_name="ansökan.docx")


def _codes(proposal: Proposal, field: str) -> list[str]:
    return [doubt.code for doubt in proposal.doubts if doubt.field == field]


def _lines(*texts: str) -> tuple[Block, ...]:
    return tuple(Paragraph(text) for text in texts)


def _templates(label: str, total: str) -> dict[str, tuple[Block, ...]]:
    form = TableBlock(_FORM)
    return {
        "rows of one form": (TableBlock((*_FORM, *_YEARS, (label, total))),),
        "a table of its own": (form, TableBlock((*_YEARS, (label, total)))),
        "all in one row": (TableBlock((*_FORM, (*_YEARS[0], *_YEARS[1], label, total))),),
        "under headings": (
            form,
            TableBlock((("Belopp 2026", "Belopp 2027", label), ("7 380 000", "5 250 000", total))),
        ),
        "lines of text": (form, *_lines(*(": ".join(row) for row in (*_YEARS, (label, total))))),
        "under a heading": (
            form,
            Heading("Sökt belopp", 2),
            *_lines("2026: 7 380 000 kr", "2027: 5 250 000 kr", f"{label}: {total}"),
        ),
        "the total first": (
            TableBlock((*_FORM, (label, total), ("Varav 2026", "7 380 000"), ("Varav 2027", "5 250 000"))),
        ),
    }


@pytest.mark.parametrize("label", ["Totalt", "Summa", "Total", "Totalsumma", "Summa (kr)", "TOTALT:"])
@pytest.mark.parametrize("template", list(_templates("", "")))
def test_a_bare_total_beside_the_years_is_what_is_stated(
    template: str, label: str, skaraborg: Vocabulary
) -> None:
    differs = _propose(skaraborg, *_templates(label, "14 410 000 kr")[template])
    assert dict(differs.details.amounts) == {2026: 7_380_000, 2027: 5_250_000}
    assert differs.details.amount_total == 14_410_000
    assert _codes(differs, "amount_total") == ["sum_differs"]
    agrees = _propose(skaraborg, *_templates(label, "12 630 000 kr")[template])
    assert agrees.details.amount_total == 12_630_000
    assert not _codes(agrees, "amount_total") + _codes(agrees, "amounts")


@pytest.mark.parametrize("between", ["Egen finansiering", "Lokaler", "Personalkostnad 2026"])
@pytest.mark.parametrize("label", ["Totalt", "Summa", "Totalsumma"])
def test_a_total_of_more_than_what_is_applied_for_is_a_doubt(
    label: str, between: str, skaraborg: Vocabulary
) -> None:
    rows = (*_FORM, *_YEARS, (between, "1 780 000 kr"), (label, "14 410 000 kr"))
    proposal = _propose(skaraborg, TableBlock(rows))
    assert proposal.details.amount_total == 12_630_000
    assert _codes(proposal, "amount_total") == ["sum_differs"]


@pytest.mark.parametrize("label", ["Totalt", "Summa", "Totalsumma"])
def test_a_total_of_costs_is_never_silently_what_is_applied_for(label: str, skaraborg: Vocabulary) -> None:
    costs = (("Personal", "14 000 000"), ("Lokal", "410 000"), (label, "14 410 000"))
    alone = _propose(skaraborg, TableBlock((*_FORM, *costs)))
    assert "amount_words" in _codes(alone, "amount_total")
    apart = _propose(skaraborg, TableBlock((*_FORM, *_YEARS)), TableBlock((("Post", "Kronor"), *costs)))
    assert apart.details.amount_total == 12_630_000


def test_years_without_a_word_of_what_leave_their_total_in_doubt(skaraborg: Vocabulary) -> None:
    rows = (*_FORM, ("2026", "7 380 000"), ("2027", "5 250 000"), ("Totalt", "14 410 000"))
    proposal = _propose(skaraborg, TableBlock(rows))
    assert "amount_words" in _codes(proposal, "amount_total")


def _listed(vocabulary: Vocabulary, labels: str, values: str) -> DiaryRow:
    rows = (tuple(labels.split(";")), tuple(values.split(";")))
    found = read_diary_list((Sheet("Blad1", rows),), file_name="lista.csv", vocabulary=vocabulary)
    assert found is not None
    return found.rows[0]


@pytest.mark.parametrize("label", ["Totalt", "Summa", "Totalsumma"])
def test_a_bare_total_in_the_list(label: str, skaraborg: Vocabulary) -> None:
    row = _listed(
        skaraborg, f"Projekt;Dnr;Belopp 2026;Belopp 2027;{label}", "Fyren;1/26;100 000;200 000;350 000"
    )
    assert row.details.amount_total == 350_000
    assert [(doubt.field, doubt.code) for doubt in row.doubts] == [("amount_total", "sum_differs")]


_BROKEN = ["trasig@@hjo.example", "anna.berg(at)", "anna@hjo", "anna@hjo,example", "annaberg"]


@pytest.mark.parametrize("said", _BROKEN)
def test_a_broken_address_is_kept_as_it_stands(said: str, skaraborg: Vocabulary) -> None:
    form = _propose(skaraborg, TableBlock((*_FORM, ("E-post", f" {said}\n"))))
    assert form.details.contact_email == said
    assert _codes(form, "contact_email") == ["email_broken"]
    row = _listed(skaraborg, "Projekt;Dnr;E-post", f"Fyren;1/26;{said}")
    assert row.details.contact_email == said
    assert [(doubt.field, doubt.code) for doubt in row.doubts] == [("contact_email", "email_broken")]
    both = with_row(form, row, skaraborg)
    assert (both.details.contact_email, _codes(both, "contact_email")) == (said, ["email_broken"])


@pytest.mark.parametrize("said", ["-", "saknas", "Ingen", "ingen e-post", "E-post saknas", "finns ej", "–"])
def test_a_dash_is_no_address(said: str, skaraborg: Vocabulary) -> None:
    form = _propose(skaraborg, TableBlock((*_FORM, ("E-post", said))))
    assert form.details.contact_email == ""
    assert _codes(form, "contact_email") == ["missing"]
    row = _listed(skaraborg, "Projekt;Dnr;E-post", f"Fyren;1/26;{said}")
    assert (row.details.contact_email, row.doubts) == ("", ())


def test_other_words_in_the_field_are_shown_but_not_kept(skaraborg: Vocabulary) -> None:
    form = _propose(skaraborg, TableBlock((*_FORM, ("E-post", "Anna Berg svarar"))))
    assert form.details.contact_email == ""
    assert [(d.code, d.quote) for d in form.doubts if d.field == "contact_email"] == [
        ("email_unclear", "E-post: Anna Berg svarar")
    ]


def test_a_broken_address_has_a_length_and_no_identity_number(skaraborg: Vocabulary) -> None:
    long = _propose(skaraborg, TableBlock((*_FORM, ("E-post", "a@@" + "b" * 400))))
    assert len(long.details.contact_email) == 254
    number = _propose(skaraborg, TableBlock((*_FORM, ("E-post", "anna@@hjo 19850101-1234"))))
    assert number.details.contact_email == "anna@@hjo ••••••••"


@pytest.mark.parametrize("broken_in_list", [True, False])
def test_a_whole_address_goes_before_a_broken_one(broken_in_list: bool, skaraborg: Vocabulary) -> None:
    stated, listed = "anna@hjo.example", "anna@@hjo"
    if not broken_in_list:
        stated, listed = listed, stated
    form = _propose(skaraborg, TableBlock((*_FORM, ("E-post", stated))))
    row = _listed(skaraborg, "Projekt;Dnr;E-post", f"Fyren;1/26;{listed}")
    both = with_row(form, row, skaraborg)
    assert both.details.contact_email == "anna@hjo.example"
    assert _codes(both, "contact_email") == ["disagree"]


def test_the_made_form_is_read_otherwise_without_doubt(skaraborg: Vocabulary) -> None:
    proposal = _propose(skaraborg, TableBlock((*_FORM, *_YEARS)))
    assert proposal.details.period_end == date(2027, 12, 31)
    assert not _codes(proposal, "amount_total")


def test_a_count_of_people_is_no_total_of_money(skaraborg: Vocabulary) -> None:
    people = (("Antal deltagare", ""), ("Kvinnor", "20"), ("Män", "20"), ("Totalt", "40"))
    proposal = _propose(skaraborg, TableBlock((*_FORM, *_YEARS, *people)))
    assert proposal.details.amount_total == 12_630_000
    assert not _codes(proposal, "amount_total")


def test_a_total_is_in_the_unit_of_its_years(skaraborg: Vocabulary) -> None:
    rows = (("Belopp i tkr 2026", "500"), ("Belopp i tkr 2027", "400"), ("Totalt", "950"))
    proposal = _propose(skaraborg, TableBlock((*_FORM, *rows)))
    assert proposal.details.amount_total == 950_000
    assert _codes(proposal, "amount_total") == ["sum_differs"]


def test_a_bare_total_beside_a_named_one_is_a_doubt(skaraborg: Vocabulary) -> None:
    rows = (("Totalt sökt belopp", "900 000"), ("Egen insats", "100 000"), ("Totalt", "1 000 000"))
    proposal = _propose(skaraborg, TableBlock((*_FORM, *rows)))
    assert proposal.details.amount_total == 900_000
    assert _codes(proposal, "amount_total") == ["several"]
