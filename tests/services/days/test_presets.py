"""A new day is filled from data: parties, kinds of measure, questions and themes of a förbund."""

import pytest

from finsam_review.domain.errors import UserError
from finsam_review.domain.text import fold
from finsam_review.domain.workshop import TABLES_MAX, Exercise, Shape
from finsam_review.i18n.wording import error_text
from finsam_review.services.days.presets import load_preset, preset_codes

CODES = ("skaraborg", "blekinge")


def test_the_default_comes_first():
    assert preset_codes() == CODES
    assert load_preset().code == "skaraborg"


def test_skaraborg_has_four_parties_and_fifteen_municipalities_that_are_one():
    preset = load_preset("skaraborg")
    assert [(party.code, party.name, party.short_name) for party in preset.parties] == [
        ("kommun", "Kommun", "Kommun"),
        ("region", "Region", "Region"),
        ("af", "Arbetsförmedlingen", "AF"),
        ("fk", "Försäkringskassan", "FK"),
    ]
    municipalities = preset.parties[0].bodies
    assert len(municipalities) == 15
    assert {"Falköpings kommun", "Hjo kommun", "Vara kommun"} <= set(municipalities)
    assert preset.organisation == "Samordningsförbundet Skaraborg"
    assert preset.reply_to == "kansli@samordningsforbundet.example"
    assert preset.tables == 6


def test_blekinge_has_other_municipalities_and_one_kind_more():
    ours, theirs = load_preset("skaraborg"), load_preset("blekinge")
    assert not set(ours.parties[0].bodies) & set(theirs.parties[0].bodies)
    assert [kind.code for kind in ours.kinds] == ["projekt", "forberedande", "struktur"]
    assert [kind.code for kind in theirs.kinds] == ["projekt", "forberedande", "individ", "struktur"]
    assert [kind.name for kind in theirs.kinds[2:]] == [
        "Individinriktad insats",
        "Strukturövergripande insats",
    ]


@pytest.mark.parametrize("code", CODES)
def test_questions_and_themes_are_those_of_the_day(code: str):
    preset = load_preset(code)
    asked = [
        (question.id, question.number, question.exercise, question.shape) for question in preset.questions
    ]
    assert asked == [
        ("applications-1", 1, Exercise.APPLICATIONS, Shape.TEXT),
        ("applications-2", 2, Exercise.APPLICATIONS, Shape.PARTIES),
        ("applications-3", 3, Exercise.APPLICATIONS, Shape.CHALLENGE),
        ("missions-1", 1, Exercise.MISSIONS, Shape.TEXT),
    ]
    assert preset.questions[1].text.endswith("Vilka parter behövs och varför?")
    assert preset.questions[1].short_text == "Vilka parter behövs i styrgruppen, och varför?"
    assert len(preset.themes) == 4


@pytest.mark.parametrize("code", CODES)
def test_no_word_can_mean_two_things(code: str):
    preset = load_preset(code)
    for group in (preset.parties, preset.kinds):
        words = [(fold(word), item.code) for item in group for word in (item.name, *item.synonyms)]
        owners = {word: {owner for other, owner in words if other == word} for word, _ in words}
        assert {word: found for word, found in owners.items() if len(found) > 1} == {}
    assert 1 <= preset.tables <= TABLES_MAX


@pytest.mark.parametrize("code", CODES)
def test_codes_and_ids_are_given_once(code: str):
    preset = load_preset(code)
    for names in (
        [party.code for party in preset.parties],
        [kind.code for kind in preset.kinds],
        [question.id for question in preset.questions],
        [theme.code for theme in preset.themes],
    ):
        assert len(names) == len(set(names)) > 0


def test_a_preset_that_is_not_there_is_refused_in_words():
    with pytest.raises(UserError) as refused:
        load_preset("../skaraborg")
    assert error_text(refused.value.code, refused.value.values) == (
        "Det finns ingen förlaga som heter ../skaraborg. Det finns: skaraborg, blekinge."
    )
