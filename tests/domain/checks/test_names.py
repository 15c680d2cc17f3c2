"""Names are found where a reader would see one; places, bodies, titles and first words are left alone."""

from collections.abc import Callable

import pytest
from tests.domain.checks.conftest import people_of

from finsam_review.domain.checks.gate import KnownPeople, find_hits

Found = Callable[[str], list[tuple[str, str]]]


def names(text: str, people: KnownPeople) -> list[str]:
    return [hit.text for hit in find_hits(text, people) if hit.kind == "name"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prata med Gun-Britt Alvén på färdtjänst", ["Gun-Britt Alvén"]),
        ("Petras idé är bra", ["Petras"]),
        ("Ta Alvéns färdtjänst", ["Alvéns"]),
        ("Ring Gunvor o hjälp henne", ["Gunvor"]),
        ("Gyllenhoffs grupp", ["Gyllenhoffs"]),
        ("petra gyllenhoff sa det", ["petra gyllenhoff"]),
        ("gyllenhoffs idé", ["gyllenhoffs"]),
        ("petra.gyllenhoff vet", ["petra.gyllenhoff"]),
        ("PETRA GYLLENHOFF", ["PETRA GYLLENHOFF"]),
        ("Gyllenhoff, Petra", ["Gyllenhoff, Petra"]),
        ("Petra\u00a0Gyllenhoff", ["Petra\u00a0Gyllenhoff"]),
        ("Gyllen\u00adhoff", ["Gyllen\u00adhoff"]),
        ("Dag Wireus utan accent", ["Dag Wireus"]),
        ("Linnea kan", ["Linnea"]),
        ("Gyllenhoff-modellen", ["Gyllenhoff"]),
        ("Sara-Marias förslag", ["Sara-Marias"]),
        ("Låt Storckman hålla i det", ["Storckman"]),
        ("Kontakta Petra Gyllenhoff, Petra vet", ["Petra Gyllenhoff", "Petra"]),
    ],
)
def test_people_in_the_file_are_found(text: str, expected: list[str], skaraborg: KnownPeople):
    assert names(text, skaraborg) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dag 1 börjar", []), ("Dag efter dag", []), ("Ge det till Dag", ["Dag"]), ("Dag vet", ["Dag"]),
        ("varje dag", []), ("Saga för barn", []), ("Fråga Saga", ["Saga"]), ("en saga", []),
        ("Trofast arbete", []), ("Fråga Trofast", ["Trofast"]), ("trofast", []),
        ("Bra! Dag har rätt", ["Dag"]), ("Bra! Dag ut och dag in", []), ("• Dag 2", []),
        ("Tham har rätt", ["Tham"]), ("tham", []),
    ],
)  # fmt: skip
def test_a_name_that_is_an_everyday_word_needs_more_than_a_capital(
    text: str, expected: list[str], skaraborg: KnownPeople
):
    assert names(text, skaraborg) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fråga Rut Isaksdotter Malm, tel 070-174 06 77", ["Rut Isaksdotter Malm"]),
        ("Conny Särnholt i Tibro", ["Conny Särnholt"]),
        ("Hälsa Carl von Essen", ["Carl von Essen"]),
        ("Fredrik af Klercker var där", ["Fredrik af Klercker"]),
        ("Maria de la Cruz", ["Maria de la Cruz"]),
        ("Omar al-Hassan och Ali el-Sayed", ["Omar al-Hassan", "Ali el-Sayed"]),
        ("Patrick O'Brien och John McDonald", ["Patrick O'Brien", "John McDonald"]),
        ("Ann-Sofie Mc Carthy", ["Ann-Sofie Mc Carthy"]),
        ("Zeynep Yılmaz och Güler Öztürk", ["Zeynep Yılmaz", "Güler Öztürk"]),
        ("Hodan Abdi Warsame", ["Hodan Abdi Warsame"]),
        ("Erik Berg-Lind", ["Erik Berg-Lind"]),
        ("Jag träffade Yasmin K. igår", ["Yasmin K"]),
        ("Karin Lund jobbar i Lund", ["Karin Lund"]),
        ("KONTAKTA ANNA BERG", ["ANNA BERG"]),
        ("Eriks, Stinas och Görans grupp", ["Eriks", "Stinas", "Görans"]),
        ("Anders' idé", ["Anders"]),
        ("Per Sandvall", ["Per Sandvall"]),
        ("Vi tänker på Leif i vår verksamhet", ["Leif"]),
        ("vi tror på Björn", ["Björn"]),
        ("Johanssons grupp", ["Johanssons"]),
        ("Svetlana Petrova, Igor Petrović", ["Svetlana Petrova", "Igor Petrović"]),
    ],
)
def test_likely_names_are_found_by_first_names_and_by_endings(
    text: str, expected: list[str], nobody: KnownPeople
):
    assert names(text, nobody) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kontakta Zlatomira Krasniqi på kommunen", ["Zlatomira Krasniqi"]),
        ("prata gärna med Zlatomira", ["Zlatomira"]),
        ("Ring Keller imorgon", ["Keller"]),
        ("Prata med enhetschef Hodžić", ["Hodžić"]),
        ("Handläggare Krasniqi", ["Krasniqi"]),
        ("dr Kinnunen, Dr. Haddad", ["Kinnunen", "Haddad"]),
        ("Dr Berg", ["Berg"]),
        ("Kontaktperson: Qerim Bytyqi", ["Qerim Bytyqi"]),
        ("Mvh\nQerim Bytyqi", ["Qerim Bytyqi"]),
        ("säger Qerim Bytyqi", ["Qerim Bytyqi"]),
        ("enligt Qvarnström", ["Qvarnström"]),
        ("Hon heter Zlatomira", ["Zlatomira"]),
        ("samtal med S. Hodzic", ["S. Hodzic"]),
        ("Qerim Bytyqi, tel 070-174 06 12", ["Qerim Bytyqi"]),
        ("Anna och Zlatomira", ["Anna", "Zlatomira"]),
        ("kontakta zlatomira", []),
    ],
)
def test_cues_announce_names_that_nobody_knows(text: str, expected: list[str], nobody: KnownPeople):
    assert names(text, nobody) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Västra Götaland och Region Skåne", "Samverkansteam Kinnekulle", "Våga fråga Skövde", "Grönt steg",
        "Försäkringskassan! + ev förälder", "Fråga Försäkringskassan om det", "Prata med Malmö stad",
        "Kontakta Region Blekinge", "Prata med VGR om detta", "PRATA MED AF OCH FK", "Ring Kvinnojouren",
        "Hjo kommun, Vara kommun, Nora och Sala", "Vara eller inte vara", "Rut-avdrag och rut och rot",
        "Hans idé är bra. Per capita. Stig in!", "Bo och leva. Linda in inte svaret", "Mina Vårdkontakter",
        "Jan–mars, Maj–juni", "Under Maj månad", "Maj 2026", "Enligt Socialtjänstlagen",
        "Vilja finns. Tid finns inte.", "enligt Nationella riktlinjer", "enhetschef Individ och Familj",
        "Chef för Individ- och familjeomsorgen", "Alternativ B. Psykiatrin saknas", "bord A. Vi tycker",
        "Fråga: Har ni frågat AF?", "Kontakt: Vem är det?", "Insatsen heter Bryggan",
        "Projektet Vega och insatsen Aurora", "Röda Korset och Svenska kyrkan", "Arbetsförmedlingen Kalix",
        "Kompassen Piteå når inte fram", "Tack Kommunal", "S:ta Maria", "IPS Öst", "Tidaholms villkor",
        "Ingen mejladress", "Är vårdcentralschefen med?", "Klara mål, bra!", "Dag 1", "SIP och KAA",
        "Handledarkraft", "Skolan i Karlsborg", "Finsam Skaraborg", "Malmö, Lund och Ystad",
    ],
)  # fmt: skip
def test_what_is_nobodys_name_is_left_alone(text: str, nobody: KnownPeople):
    assert names(text, nobody) == []


def test_titles_and_bodies_of_the_day_are_no_names():
    people = KnownPeople(
        ("Anna Berg",), frozenset({"anna", "stella"}), frozenset({"stella – unga mammor", "anna på jobbet"})
    )
    assert names("Stella behövs. Vi gillar Stella", people) == []
    assert names("Projekt Anna på jobbet", people) == []
    assert names("Fråga Anna Berg om Anna på jobbet", people) == ["Anna Berg"]


def test_a_participant_called_like_a_municipality_is_found_by_the_whole_name():
    people = people_of("Vera Lund", "Berg, Åke")
    assert names("Vera Lund bor i Lund", people) == ["Vera Lund"]
    assert names("åke berg och Bergs kommun", people) == ["åke berg"]


def test_names_come_in_many_shapes():
    people = people_of("Ingalill von Schantz", "Dr. Åsa (AF) Nordmark", "  ", "Madonna", "mats ek", "X")
    assert names("Vi hörde Schantz och schantz", people) == ["Schantz", "schantz"]
    assert names("Fråga ingalill von schantz", people) == ["ingalill von schantz"]
    assert names("Madonna kommer", people) == ["Madonna"]
    assert names("mats ek", people) == ["mats ek"]
    assert names("von af de la X", people) == []
