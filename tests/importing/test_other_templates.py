"""What other förbund's templates, letters and lists have shown: each a cause of a wrong or missing value."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from finsam_review.domain.intake import (
    Block,
    Candidate,
    Heading,
    KnownApplication,
    Paragraph,
    Proposal,
    TableBlock,
    Vocabulary,
)
from finsam_review.importing.form.application_form import propose
from finsam_review.importing.gather import gather
from finsam_review.importing.words.amounts import read_amounts
from finsam_review.importing.words.bodies import find_bodies, same_body
from finsam_review.importing.words.labels import field_of
from finsam_review.importing.words.periods import read_period

Write = Callable[[str, bytes], Path]


def _propose(vocabulary: Vocabulary, *blocks: Block) -> Proposal:
    return propose(blocks, vocabulary=vocabulary, file_name="ansökan.docx")


def _doubted(proposal: Proposal) -> set[str]:
    return {doubt.field for doubt in proposal.doubts}


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Haparanda stad", "Haparanda stad", "kommun"),
        ("Stockholms stad, socialförvaltningen", "Stockholms stad", "kommun"),
        ("Skövde stad", "Skövde kommun", "kommun"),
        ("Region Jönköpings län", "Region Jönköpings län", "region"),
        ("Region Norrbotten Psykiatri", "Region Norrbotten", "region"),
        ("Region Jämtland Härjedalen", "Region Jämtland Härjedalen", "region"),
    ],
)
def test_an_organisation_keeps_its_own_name(text: str, name: str, party: str, skaraborg: Vocabulary) -> None:
    assert [(body.name, body.party) for body in find_bodies(text, skaraborg)] == [(name, party)]


def test_city_and_municipality_are_the_same_body(skaraborg: Vocabulary) -> None:
    assert same_body("Haparanda stad", "Haparanda kommun", skaraborg)
    assert same_body("Region Kalmar län", "Region Kalmar", skaraborg)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Rubrik", "title"),
        ("Projekt/insats", "title"),
        ("Bilaga", "file_name"),
        ("Ansöker om", "amount"),
        ("Varav Finsam", "amount"),
        ("Ansökan inskickad av", "applicant"),
        ("Nuvarande projektperiod", "other"),
        ("E-post ekonom", "other"),
        ("Varav egna medel", "other"),
        ("Ekonomi", None),
        ("Mailadress", "email"),
        ("Sökt period", "period"),
        ("Beviljad period", "other"),
        ("därav 2026", "amount"),
        ("Medparter", "parties"),
        ("Samverkar med", "parties"),
        ("Insatsens längd", "period"),
        ("Vilka organisationer medverkar? Ange även kontaktperson.", "parties"),
    ],
)
def test_labels_of_other_templates(label: str, field: str | None) -> None:
    assert field_of(label) == field


def test_a_dash_between_two_short_dates_is_no_part_of_a_date() -> None:
    period = read_period("1/1 2026 - 31/12 2026")
    assert (period.start, period.end) == (date(2026, 1, 1), date(2026, 12, 31))


def test_a_year_with_a_colon_heads_the_amount_after_it() -> None:
    found = read_amounts("totalt 900 000 kr (2026: 550 000, 2027: 350 000)")
    assert [(amount.year, amount.value) for amount in found] == [
        (None, 900_000),
        (2026, 550_000),
        (2027, 350_000),
    ]
    assert found[0].total


def test_numbered_labels_in_plain_paragraphs_head_what_follows(skaraborg: Vocabulary) -> None:
    proposal = _propose(
        skaraborg,
        Paragraph("1. Projektets namn"),
        Paragraph("IPS i Piteå"),
        Paragraph("2. Sökande organisation"),
        Paragraph("Piteå kommun"),
        Paragraph("3. Projektperiod"),
        Paragraph("2026-09-01 till och med 2028-08-31"),
    )
    assert proposal.details.title == "IPS i Piteå"
    assert proposal.details.applicant == "Piteå kommun"
    assert proposal.details.period_end == date(2028, 8, 31)
    assert not _doubted(proposal) & {"title", "applicant", "period_start", "period_end"}


def test_an_address_under_its_label_in_one_cell(skaraborg: Vocabulary) -> None:
    proposal = _propose(
        skaraborg,
        TableBlock(
            (
                ("Insatsens namn\nSteget före", "Insatsägare\nSkara kommun"),
                ("Kontaktperson hos insatsägaren\nDr. Lena Åkesson", "E-post\nlena.akesson@skara.example"),
            )
        ),
    )
    assert proposal.details.contact_email == "lena.akesson@skara.example"
    assert proposal.details.contact_name == "Lena Åkesson"


def test_the_forbund_on_its_own_form_is_never_the_contact(skaraborg: Vocabulary) -> None:
    proposal = _propose(
        skaraborg,
        Paragraph("Samordningsförbundet Norra Kusten\ninfo@sfnorrakusten.example  Utskriven 2025-06-02"),
        TableBlock((("Projektnamn", "Nordan"), ("Sökande", "Luleå kommun"), ("Kontaktperson", ""))),
        Paragraph("Samordningsförbundet Norra Kusten"),
    )
    assert proposal.details.contact_email == ""
    assert proposal.details.contact_name == ""


def test_a_cost_for_each_person_and_an_earlier_grant_are_not_applied_for(skaraborg: Vocabulary) -> None:
    proposal = _propose(
        skaraborg,
        Heading("Behov", 1),
        Paragraph(
            "Varje plats kostar 55 000 kr. Under 2019 sökte vi 300 000 kr. Förra året fick vi 80 000 kr."
        ),
    )
    assert not proposal.details.amounts
    assert proposal.details.amount_total is None
    assert proposal.details.title != "Behov"


def test_the_row_applied_for_in_a_budget_of_costs(skaraborg: Vocabulary) -> None:
    proposal = _propose(
        skaraborg,
        TableBlock(
            (
                ("Post", "Kronor"),
                ("Personal", "1 000 000"),
                ("Lokal", "100 000"),
                ("Totala kostnader", "1 100 000"),
                ("Varav medfinansiering från kommunen", "300 000"),
                ("Ansökt belopp från förbundet", "800 000"),
            )
        ),
    )
    assert proposal.details.amount_total == 800_000


def test_costs_in_a_budget_are_no_contradiction_where_the_sought_row_agrees(skaraborg: Vocabulary) -> None:
    rows = (
        ("Kostnad", "2027", "2028"),
        ("Summa kostnader", "680 000", "750 000"),
        ("Egen finansiering", "180 000", "150 000"),
        ("Sökta medel från förbundet", "500 000", "600 000"),
    )
    proposal = _propose(skaraborg, Paragraph("Projekttid: 2027-01-01 – 2028-12-31"), TableBlock(rows))
    assert dict(proposal.details.amounts) == {2027: 500_000, 2028: 600_000}
    assert not _doubted(proposal) & {"amounts", "amount_total"}


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("☒ Skara kommun\n☒ Region Sörmland\n☐ Arbetsförmedlingen", ("Skara kommun", "Region Sörmland")),
        ("Hjo kommun [x]  Försäkringskassan [ ]", ("Skara kommun", "Hjo kommun")),
        ("primärvården i Region Sörmland, AF", ("Skara kommun", "Region Sörmland", "Arbetsförmedlingen")),
        ("Region Sörmland (Eva Dahl)", ("Skara kommun", "Region Sörmland")),
    ],
)
def test_only_the_organisations_that_take_part(
    said: str, names: tuple[str, ...], skaraborg: Vocabulary
) -> None:
    proposal = _propose(
        skaraborg,
        TableBlock((("Sökande", "Skara kommun"), ("Deltagande parter", said), ("Projektnamn", "A1"))),
    )
    assert proposal.details.organisations == names
    assert "organisations" not in _doubted(proposal)


def test_the_label_that_asks_for_the_name_comes_first(skaraborg: Vocabulary) -> None:
    rows = (("Projektets benämning", "Arbetslots i Hjo"), ("Sökande", "Hjo kommun"))
    proposal = _propose(skaraborg, Paragraph("Projekt: Arbetslots"), TableBlock(rows))
    assert proposal.details.title == "Arbetslots i Hjo"


def test_a_party_that_has_not_decided_is_doubted(skaraborg: Vocabulary) -> None:
    said = "Mora kommun, Orsa kommun (informerad, ej beslutat), Region Dalarna"
    proposal = _propose(skaraborg, TableBlock((("Sökande", "Mora kommun"), ("Deltagande parter", said))))
    assert {"organisations", "parties"} <= _doubted(proposal)


def test_a_sentence_names_the_contact(skaraborg: Vocabulary) -> None:
    proposal = _propose(
        skaraborg,
        Paragraph("Sida 1 · kansliet@vasterdalarna.example"),
        Paragraph("Kontaktperson är Siv Ahl, tfn 023-830 00, siv.ahl@falun.example"),
        Paragraph("Deltagarna möts två gånger i veckan."),
    )
    assert (proposal.details.contact_name, proposal.details.contact_email) == (
        "Siv Ahl",
        "siv.ahl@falun.example",
    )
    assert {"contact_name", "contact_email"} <= _doubted(proposal)


def test_an_amount_below_a_year_is_no_total(skaraborg: Vocabulary) -> None:
    said = "2026: 500 000 kr, 2027: 400 000 kr; förstudie 90 000 kr"
    proposal = _propose(skaraborg, TableBlock((("Projektnamn", "A1"), ("Sökt belopp", said))))
    assert proposal.details.amount_total != 90_000
    assert "amount_total" in _doubted(proposal)


def test_a_ticked_party_without_a_name_is_doubted(skaraborg: Vocabulary) -> None:
    proposal = _propose(
        skaraborg, TableBlock((("Sökande", "Skara kommun"), ("Parter", "Kommun ☒  Region ☒  AF ☒  FK ☐")))
    )
    assert "fk" not in proposal.details.parties
    assert {"organisations", "parties"} <= _doubted(proposal)


def test_numbered_parties_are_one_list(skaraborg: Vocabulary) -> None:
    rows = (("Sökande", "Hjo kommun"), ("Part 1", "Hjo kommun"), ("Part 2", "FK"), ("Part 3", "AF"))
    proposal = _propose(skaraborg, TableBlock(rows))
    assert proposal.details.parties == ("kommun", "af", "fk")


@pytest.mark.parametrize(
    "said",
    [
        "2026: 450 000 kr, 2027: 460 000 kr",
        "2026 – 450 000 kr\n2027 – 460 000 kr",
        "År 1: 450 000 kr\nÅr 2: 460 000 kr",
    ],
)
def test_each_line_has_its_year(said: str, skaraborg: Vocabulary) -> None:
    rows = (("Projektnamn", "A1"), ("Projekttid", "2026-01-01 – 2027-12-31"), ("Sökt belopp", said))
    proposal = _propose(skaraborg, TableBlock(rows))
    assert dict(proposal.details.amounts) == {2026: 450_000, 2027: 460_000}


def test_an_amount_for_each_year_is_not_put_on_parts_of_years(skaraborg: Vocabulary) -> None:
    rows = (
        ("Projektnamn", "A1"),
        ("Projekttid", "2026-07-01 – 2028-06-30"),
        ("Sökt belopp per år", "500 000"),
    )
    proposal = _propose(skaraborg, TableBlock(rows))
    assert not proposal.details.amounts
    assert {"amounts", "amount_total"} <= _doubted(proposal)


def test_a_letter_says_who_together_with_whom(skaraborg: Vocabulary) -> None:
    proposal = _propose(
        skaraborg,
        Paragraph("Ansökan – Ny start i Boden"),
        Paragraph(
            "Bodens kommun söker, tillsammans med Arbetsförmedlingen och Region Norrbotten, 500 000 kr."
        ),
        Paragraph("Försäkringskassan har tackat nej."),
        Paragraph("Med vänlig hälsning"),
        Paragraph("För Bodens kommun\nArne Lundmark"),
    )
    details = proposal.details
    assert details.title == "Ny start i Boden"
    assert details.organisations == ("Bodens kommun", "Arbetsförmedlingen", "Region Norrbotten")
    assert details.contact_name == "Arne Lundmark"
    assert {"title", "organisations", "contact_name"} <= _doubted(proposal)


def test_a_number_in_the_document_gives_way_to_the_list(skaraborg: Vocabulary) -> None:
    proposal = _propose(skaraborg, Paragraph("Diarienummer: 2021/14"))
    assert proposal.details.diary_number == "2021/14"
    assert "diary_number" in _doubted(proposal)


FORM = [
    ["Projektnamn", "Arbetslots"],
    ["Sökande", "Skara kommun"],
    ["Diarienummer", "2021/14"],
]
LIST = (
    "Ärendenr;Rubrik;Sökande organisation;Kontakt;Bilaga\r\n"
    "SF 2026-017;Lots i arbete;Skara kommun;Ida Frisk;Lots.docx\r\n"
)


def _candidates(
    paths: Sequence[Path], vocabulary: Vocabulary, known: Sequence[KnownApplication] = ()
) -> tuple[Candidate, ...]:
    gathered = [step.gathered for step in gather(paths, vocabulary=vocabulary, known=known)][-1]
    assert gathered is not None
    return gathered.candidates


def _known(candidate: Candidate) -> KnownApplication:
    return KnownApplication(
        "1",
        candidate.proposal.details,
        file_names=tuple(document.file_name for document in candidate.documents),
        doubts=candidate.proposal.doubts,
    )


@pytest.fixture
def lots(write: Write, make_docx: Callable[..., bytes]) -> tuple[Path, Path]:
    """A document with a number of its own, and the list that knows it by the name of its file."""
    return write("Lots.docx", make_docx(FORM)), write("lista.csv", LIST.encode())


def test_list_before_document_and_after_it_meet_the_same_application(
    lots: tuple[Path, Path], skaraborg: Vocabulary
) -> None:
    document, listed = lots
    for first, then in ((document, listed), (listed, document)):
        (before,) = _candidates([first], skaraborg)
        (after,) = _candidates([then], skaraborg, [_known(before)])
        assert after.application_id == "1"
        assert after.proposal.details.diary_number == "SF 2026-017"
        assert after.proposal.details.contact_name == "Ida Frisk"


def test_the_same_list_again_adds_no_doubt(lots: tuple[Path, Path], skaraborg: Vocabulary) -> None:
    document, listed = lots
    (together,) = _candidates([document, listed], skaraborg)
    assert {doubt.code for doubt in together.proposal.doubts if doubt.field == "title"} == {"disagree"}
    assert not _candidates([listed], skaraborg, [_known(together)])


def test_a_row_without_a_title_is_known_by_its_file(write: Write, skaraborg: Vocabulary) -> None:
    text = "Dnr;Projektnamn;Sökande;Filnamn\r\n2026/7;;Skara kommun;Nya steg.docx\r\n2026/8;;Hjo kommun;\r\n"
    found = _candidates([write("lista.csv", text.encode())], skaraborg)
    assert [candidate.proposal.details.title for candidate in found] == ["Nya steg", "2026/8"]
    assert all("title" in _doubted(candidate.proposal) for candidate in found)
