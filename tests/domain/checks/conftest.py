"""Owns what the tests of the gate stand on: the program's own lists of names, people of two days, masks."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from finsam_review.domain.checks.gate import Gate, KnownPeople, find_hits
from finsam_review.domain.text import fold
from finsam_review.i18n.masks import mask_words

ROOT = Path(__file__).parents[3]
DATA = ROOT / "tests" / "data" / "checks"
SKARABORG = (
    "Petra Gyllenhoff", "Gunvor Ståhlbrand", "Annelie Kvarnbäck", "Linnéa Storckman", "Dag Wiréus",
    "Gun-Britt Alvén", "Ingela Trofast", "Saga Lindehag", "Rebecka Tham", "Sara-Maria Ljungfors",
)  # fmt: skip
BLEKINGE = (
    "Åsa Nordmark", "Mohammed al-Rashid", "Ingalill von Schantz", "Per Sten", "Tove Ek", "Dag Hjelm",
    "Vera Lund", "My Strand", "Lars-Göran Öhrn", "Fatuma Warsame", "Mirsada Hodžić", "Sirpa Kinnunen",
)  # fmt: skip
BODIES = (
    "Samordningsförbundet Blekinge", "Karlshamns kommun", "Karlskrona kommun", "Olofströms kommun",
    "Ronneby kommun", "Sölvesborgs kommun", "Region Blekinge", "Blekingesjukhuset", "Arbetsförmedlingen",
    "Försäkringskassan", "AF", "FK", "vården", "regionen", "Hjo kommun", "Vara kommun",
    "Bryggan Karlskrona – unga i väntan", "Navigatorn", "Kompassen Piteå", "Fyren", "Steget vidare",
    "Samverkansteam Kinnekulle – ett rum", "Grönt steg – naturbaserad prerehabilitering", "Våga fråga",
)  # fmt: skip


def listed(name: str) -> frozenset[str]:
    lines = (ROOT / "resources" / "names" / name).read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line.strip() and not line.startswith("#"))


def people_of(*names: str) -> KnownPeople:
    """Return what the program knows on a day on which ``names`` take part."""
    bodies = frozenset(fold(body) for body in BODIES)
    return KnownPeople(names, listed("first_names.txt"), listed("not_names.txt") | bodies)


@pytest.fixture(scope="session")
def skaraborg() -> KnownPeople:
    """A day with ten participants, some of whose names are everyday words."""
    return people_of(*SKARABORG)


@pytest.fixture(scope="session")
def blekinge() -> KnownPeople:
    """The day of the notes that were held out."""
    return people_of(*BLEKINGE)


@pytest.fixture(scope="session")
def nobody() -> KnownPeople:
    """A day on which nobody is known beforehand."""
    return people_of()


@pytest.fixture
def found(skaraborg: KnownPeople) -> Callable[[str], list[tuple[str, str]]]:
    """Find what a text holds, as kinds and words."""
    return lambda text: [(hit.kind.value, hit.text) for hit in find_hits(text, skaraborg)]


@pytest.fixture
def gate(skaraborg: KnownPeople) -> Gate:
    """A gate where nothing has been decided."""
    return Gate(skaraborg, {})


@pytest.fixture
def words() -> dict[str, str]:
    """The Swedish masks."""
    return mask_words()


@pytest.fixture(scope="session")
def sample_notes() -> list[str]:
    """The notes of the rehearsal day."""
    path = ROOT / "resources" / "sample" / "reflektioner.csv"
    return [
        row["text"] for row in csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True))
    ]
