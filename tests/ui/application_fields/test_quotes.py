"""A quote is found in the text by its words, and grows to its sentence."""

import pytest

from finsam_review.ui.application_fields.quotes import find_quote

TEXT = """Pengar
Vi behöver ungefär 720 tkr för 2026. Samordnaren kostar 560 tkr.
E-post
gunvor@vara.example
Slut"""


@pytest.mark.parametrize(
    ("quote", "marked"),
    [
        ("ungefär 720 tkr", "Vi behöver ungefär 720 tkr för 2026."),
        ("Samordnaren  KOSTAR", "Samordnaren kostar 560 tkr."),
        ("E-post: gunvor@vara.example", "E-post\ngunvor@vara.example"),
        ("Sökande: Samordnaren kostar", "Samordnaren kostar 560 tkr."),
        ("•••••••• Samordnaren kostar 560", "Samordnaren kostar 560 tkr."),
        ("Vi behöver ungefär 720 tkr…", "Vi behöver ungefär 720 tkr för 2026."),
        ("Slut", "Slut"),
    ],
)
def test_the_sentence_with_the_quote(quote: str, marked: str):
    span = find_quote(TEXT, quote)
    assert span is not None
    assert TEXT[span.start : span.end] == marked


@pytest.mark.parametrize("quote", ["", "…", "står ingenstans", "720 kr"])
def test_what_does_not_stand_there_is_not_marked(quote: str):
    assert find_quote(TEXT, quote) is None
