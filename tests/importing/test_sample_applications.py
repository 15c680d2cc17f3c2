"""The sixteen applications of the rehearsal day against a table written by hand while reading them."""

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finsam_review.domain.applications import DocumentVersion
from finsam_review.domain.intake import Candidate, Gathered, Vocabulary
from finsam_review.importing.gather import gather

FIELDS = (
    "title",
    "kind",
    "applicant",
    "organisations",
    "parties",
    "contact_name",
    "contact_email",
    "period_start",
    "period_end",
    "amounts",
    "amount_total",
)
VGR, AF, FK = "Västra Götalandsregionen", "Arbetsförmedlingen", "Försäkringskassan"


@dataclass(frozen=True)
class Row:
    """What a reader finds in one application. ``bodies`` come in the order they are named."""

    title: str
    kind: str
    bodies: str
    contact: str
    email: str
    start: date
    end: date
    amounts: tuple[int, ...]
    parties: str

    def field(self, name: str) -> Any:
        bodies = tuple(
            body if body in (VGR, AF, FK) else f"{body} kommun" for body in self.bodies.split(", ")
        )
        years = tuple((2026 + place, amount * 1000) for place, amount in enumerate(self.amounts))
        return {
            "title": self.title,
            "kind": self.kind,
            "applicant": bodies[0],
            "organisations": bodies,
            "parties": tuple(self.parties.split()),
            "contact_name": self.contact,
            "contact_email": self.email,
            "period_start": self.start,
            "period_end": self.end,
            "amounts": years,
            "amount_total": sum(amount for _, amount in years),
        }[name]


def _row(*cells: Any) -> Row:
    title, kind, bodies, contact, email, period, amounts, parties = cells
    start, end = (date.fromisoformat(day) for day in period.split(" "))
    return Row(title, kind, bodies, contact, email, start, end, amounts, parties)


EXPECTED: dict[str, Row] = {
    "Ansökan Grönt steg Hjo.docx": _row(
        "Grönt steg – naturbaserad prerehabilitering",
        "forberedande",
        f"Hjo, Tibro, {VGR}, {FK}",
        "Lovisa Brandell",
        "lovisa.brandell@hjo.kommun.example",
        "2026-01-01 2028-12-31",
        (1185, 1212, 1240),
        "kommun region fk",
    ),
    "Ansökan_Unga vidare_Skövde_slutversion.docx": _row(
        "Unga vidare – från hemmasittande till sammanhang",
        "projekt",
        f"Skövde, {AF}, {VGR}",
        "Milad Sörqvist",
        "milad.sorqvist@skovde.kommun.example",
        "2026-02-01 2028-01-31",
        (1640, 1790, 150),
        "kommun region af",
    ),
    "ansokan sprakbron falkoping (1).docx": _row(
        "Språkbron – arbetsnära språkstöd",
        "projekt",
        f"Falköpings, Tidaholms, {AF}",
        "Ingela Trofast",
        "ingela.trofast@falkoping.kommun.example",
        "2026-01-01 2027-12-31",
        (980, 1025),
        "kommun af",
    ),
    "Samverkansteam Kinnekulle - ansökan 2026.docx": _row(
        "Samverkansteam Kinnekulle",
        "struktur",
        f"Lidköpings, Götene, {AF}, {FK}, {VGR}",
        "Per-Olof Sandvall",
        "perolof.sandvall@lidkoping.kommun.example",
        "2026-01-01 2027-12-31",
        (760, 740),
        "kommun region af fk",
    ),
    "VGR Våga fråga ansökan 250905.docx": _row(
        "Våga fråga – tidig upptäckt av våld i nära relation",
        "struktur",
        f"{VGR}, Skövde, Skara, Falköpings, {AF}, {FK}",
        "Helena Mossberg",
        "helena.mossberg@vgregion.example",
        "2026-03-01 2027-02-28",
        (615, 125),
        "kommun region af fk",
    ),
    "Handledarkraft.docx": _row(
        "Handledarkraft – att ta emot på riktigt",
        "struktur",
        f"Mariestads, Töreboda, Gullspångs, {AF}",
        "Jonna Ekestubbe",
        "jonna.ekestubbe@mariestad.kommun.example",
        "2026-01-15 2026-12-31",
        (485,),
        "kommun af",
    ),
    "Andrum_Skara.pdf": _row(
        "Andrum – förberedande insats vid utmattning och psykisk ohälsa",
        "forberedande",
        f"Skara, {VGR}",
        "Rebecka Tham",
        "rebecka.tham@skara.kommun.example",
        "2026-01-01 2028-12-31",
        (1320, 1350, 1380),
        "kommun region",
    ),
    "Stegen in MTG ansökan.docx": _row(
        "Stegen in – prerehabilitering MTG",
        "forberedande",
        "Töreboda, Mariestads, Gullspångs",
        "Fredrik Nordanå",
        "fredrik.nordana@toreboda.kommun.example",
        "2026-01-01 2028-12-31",
        (1950, 1990, 2030),
        "kommun",
    ),
    "FK Nollklassad ansökan.pdf": _row(
        "Nollklassad men inte bortglömd",
        "struktur",
        f"{FK}, {AF}, Skövde, Vara",
        "Camilla Rosenlind",
        "camilla.rosenlind@forsakringskassan.example",
        "2026-01-01 2026-12-31",
        (390,),
        "kommun af fk",
    ),
    "Bryggan.pdf": _row(
        "Bryggan – från aktivitetsersättning till arbete eller studier",
        "projekt",
        f"{AF}, {FK}, Lidköpings, {VGR}",
        "Osman Dahlström",
        "osman.dahlstrom@arbetsformedlingen.example",
        "2026-04-01 2028-03-31",
        (1150, 1480, 370),
        "kommun region af fk",
    ),
    "Brev till Samordningsförbundet från Vara.docx": _row(
        "Nya vägar Vara",
        "projekt",
        "Vara, Essunga",
        "Gunvor Ståhlbrand",
        "gunvor.stahlbrand@vara.kommun.example",
        "2026-01-01 2026-12-31",
        (720,),
        "kommun",
    ),
    "Digitalt med - Karlsborg o Hjo.docx": _row(
        "Digitalt med – självständig i kontakten med myndigheter",
        "forberedande",
        f"Karlsborgs, Hjo, {AF}",
        "Torbjörn Älvhage",
        "",
        "2026-02-01 2027-06-30",
        (410, 215),
        "kommun af",
    ),
    "Nykter start Tibro.odt": _row(
        "Nykter start – arbete och återhämtning",
        "projekt",
        f"Tibro, {VGR}, {AF}",
        "Saga Lindehag",
        "saga.lindehag@tibro.kommun.example",
        "2026-01-01 2027-12-31",
        (1090, 1110),
        "kommun region af",
    ),
    "IPS Öst ansökan.pdf": _row(
        "IPS Öst – eget jobb med stöd",
        "projekt",
        f"{VGR}, Falköpings, Tidaholms, {AF}, {FK}",
        "Dag Wiréus",
        "dag.wireus@vgregion.example",
        "2026-01-01 2028-12-31",
        (1580, 1630, 1210),
        "kommun region af fk",
    ),
    "Ansökan Kartläggning Plus 2026.docx": _row(
        "Kartläggning Plus",
        "projekt",
        f"Grästorps, {AF}",
        "Annelie Kvarnbäck",
        "annelie.kvarnback@grastorp.kommun.example",
        "2026-01-01 2026-12-31",
        (535,),
        "kommun af",
    ),
    "Kulturkraft-Tidaholm.docx": _row(
        "Kulturkraft – kultur och rörelse som väg in",
        "forberedande",
        f"Tidaholms, {VGR}, {FK}",
        "Elvira Sandzén",
        "elvira.sandzen@tidaholm.kommun.example",
        "2026-01-01 2027-12-31",
        (645, 660),
        "kommun region fk",
    ),
}
LETTER = "Brev till Samordningsförbundet från Vara.docx"


def gathered(paths: list[Path], vocabulary: Vocabulary) -> Gathered:
    result = list(gather(paths, vocabulary=vocabulary))[-1].gathered
    assert result is not None
    return result


def judged(candidates: tuple[Candidate, ...]) -> tuple[Counter[str], list[str]]:
    """Return how many fields are right, right but doubted, empty and doubted, and the list of those wrong."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for candidate in candidates:
        name = candidate.documents[0].file_name
        doubted = {doubt.field for doubt in candidate.proposal.doubts}
        for field in FIELDS:
            value, expected = getattr(candidate.proposal.details, field), EXPECTED[name].field(field)
            if value == expected and value not in ("", None, ()):
                counts["right, doubted" if field in doubted else "right"] += 1
            elif not value and field in doubted:
                counts["empty, doubted"] += 1
            elif field in doubted:
                counts["wrong, doubted"] += 1
            else:
                wrong.append(f"{name}: {field} is {value!r}, not {expected!r}")
    return counts, wrong


@pytest.fixture(scope="module")
def documents_alone(sample: Path, skaraborg: Vocabulary) -> Gathered:
    return gathered([sample / "ansokningar"], skaraborg)


def test_documents_alone_are_right_or_doubted(documents_alone: Gathered) -> None:
    counts, wrong = judged(documents_alone.candidates)
    assert len(documents_alone.candidates) == 16
    assert documents_alone.failed == ()
    assert wrong == []
    assert counts["right"] >= 0.93 * 16 * len(FIELDS)
    assert counts["wrong, doubted"] == 0


def test_the_letter_is_all_doubts_and_the_forms_have_none(documents_alone: Gathered) -> None:
    for candidate in documents_alone.candidates:
        doubted = {doubt.field for doubt in candidate.proposal.doubts} & set(FIELDS)
        if candidate.documents[0].file_name == LETTER:
            assert doubted >= set(FIELDS) - {"period_end"}
        elif not candidate.proposal.details.contact_email:
            assert doubted == {"contact_email"}
        else:
            assert len(doubted) <= 2


@pytest.mark.parametrize("list_name", ["ansokningslista.csv", "ansokningslista.xlsx", "ansokningslista.ods"])
def test_with_the_list_all_is_right(
    list_name: str, sample: Path, data: Path, skaraborg: Vocabulary, tmp_path: Path
) -> None:
    source = sample / list_name if (sample / list_name).exists() else data / list_name
    folder = tmp_path / "inkommet"
    shutil.copytree(sample / "ansokningar", folder)
    shutil.copy(source, folder / list_name)
    found = gathered([folder], skaraborg)
    counts, wrong = judged(found.candidates)
    assert wrong == []
    assert counts["right"] >= 0.97 * 16 * len(FIELDS)
    numbers = [candidate.proposal.details.diary_number for candidate in found.candidates]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == 16
    assert all(candidate.proposal.details.received_on for candidate in found.candidates)
    readings = 0 if list_name.endswith("csv") else 48
    assert len(found.readings) == readings


def test_the_list_alone_makes_sixteen_applications_without_documents(
    data: Path, skaraborg: Vocabulary
) -> None:
    found = gathered([data / "ansokningslista.csv"], skaraborg)
    assert len(found.candidates) == 16
    for candidate in found.candidates:
        row = EXPECTED[
            str(next(d for d in candidate.proposal.doubts if d.code == "no_document").values["file"])
        ]
        details = candidate.proposal.details
        assert (details.title, details.organisations, details.amounts) == (
            row.field("title"),
            row.field("organisations"),
            row.field("amounts"),
        )
        assert {"period_start", "period_end"} <= {doubt.field for doubt in candidate.proposal.doubts}


def test_a_revised_document_joins_its_application(sample: Path, skaraborg: Vocabulary) -> None:
    found = gathered([sample], skaraborg)
    assert len(found.candidates) == 16
    stegen = next(c for c in found.candidates if c.proposal.details.diary_number == "2025/050")
    assert [(d.file_name, d.version) for d in stegen.documents] == [
        ("Stegen in MTG ansökan.docx", DocumentVersion.FIRST),
        ("Stegen in MTG ansökan REVIDERAD.docx", DocumentVersion.REVISED),
    ]
    assert stegen.proposal.details.amount_total == 5_970_000
    assert {doubt.field for doubt in stegen.proposal.doubts if doubt.code == "changed"} >= {
        "amounts",
        "organisations",
    }
    reasons = {item.item: item.code for item in found.failed}
    assert reasons["deltagare.xlsx"] == "not_a_diary_list"
    assert reasons["README.md"] == "unsupported"
