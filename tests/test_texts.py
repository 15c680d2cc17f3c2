"""Every text of the program exists in Swedish, with the same fields; the compiled catalogue is up to date."""

from collections.abc import Callable

import pytest
from babel.messages.catalog import Catalog
from installer.dev import catalogue

from finsam_review import i18n


@pytest.fixture
def code() -> Catalog:
    """A small program with one text."""
    catalog = Catalog(locale="sv")
    catalog.add("{n} notes")
    return catalog


def translated(*, text: str = "{n} lappar", flags: tuple[str, ...] = ()) -> Catalog:
    """Return a catalogue with that text in Swedish."""
    catalog = Catalog(locale="sv")
    catalog.add("{n} notes", text, flags=flags)
    return catalog


def test_every_text_is_there_in_swedish():
    found = list(
        catalogue.problems(catalogue.gathered(), catalogue.read(catalogue.PO), catalogue.MO.read_bytes())
    )
    assert found == []


def test_the_program_speaks_swedish_and_english():
    assert i18n.gettext("There is nothing to stick up yet.") == "Det finns inget att sätta upp än."
    i18n.set_language("en")
    assert i18n.gettext("There is nothing to stick up yet.") == "There is nothing to stick up yet."


def test_a_complete_catalogue_has_no_problem(code: Catalog):
    swedish = translated()
    assert list(catalogue.problems(code, swedish, catalogue.compiled(swedish))) == []


@pytest.mark.parametrize(
    ("swedish", "said"),
    [
        (lambda: translated(text=""), "no Swedish text"),
        (lambda: Catalog(locale="sv"), "no Swedish text"),
        (lambda: translated(flags=("fuzzy",)), "fuzzy"),
        (lambda: translated(text="{antal} lappar"), "other fields"),
        (lambda: translated(text="lappar"), "other fields"),
    ],
)
def test_what_a_swedish_reader_would_not_get_is_named(
    code: Catalog, swedish: Callable[[], Catalog], said: str
):
    catalog = swedish()
    found = list(catalogue.problems(code, catalog, catalogue.compiled(catalog)))
    assert len(found) == 1
    assert said in found[0]


def test_a_text_that_left_the_code_is_named(code: Catalog):
    swedish = translated()
    swedish.add("Gone", "Borta")
    assert "not in the code any more" in next(catalogue.problems(code, swedish, catalogue.compiled(swedish)))


def test_an_old_compiled_catalogue_is_named(code: Catalog):
    old = catalogue.compiled(translated(text="{n} st"))
    assert list(catalogue.problems(code, translated(), old)) == ["finsam.mo is not compiled from finsam.po"]


def test_the_singular_may_leave_its_number_out():
    code = Catalog(locale="sv")
    code.add(("{n} note", "{n} notes"))
    swedish = Catalog(locale="sv")
    swedish.add(("{n} note", "{n} notes"), ("En lapp", "{n} lappar"))
    assert list(catalogue.problems(code, swedish, catalogue.compiled(swedish))) == []


def test_merging_keeps_what_is_known_and_says_what_is_not_in_the_code(code: Catalog):
    extra = translated(text="")
    extra.add("Gone", "Borta")
    merged, unknown = catalogue.merged(code, translated(), extra)
    assert merged["{n} notes"].string == "{n} lappar"
    assert unknown == ["Gone"]
