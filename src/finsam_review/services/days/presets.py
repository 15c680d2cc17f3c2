"""Owns the reading of presets: what a förbund fills a new day with, as data in ``resources/presets``."""

import tomllib
from collections.abc import Mapping
from typing import Any

from finsam_review.domain.errors import UserError
from finsam_review.domain.follow_up.steps import StatusStep
from finsam_review.domain.workshop import Exercise, MeasureKind, Party, Preset, Question, Shape, Theme
from finsam_review.paths import resources

DEFAULT_PRESET = "skaraborg"


def preset_codes() -> tuple[str, ...]:
    """Return the codes of all presets, the default first and the others by name."""
    known = sorted(path.stem for path in (resources() / "presets").glob("*.toml"))
    return tuple(sorted(known, key=lambda code: (code != DEFAULT_PRESET, code)))


def load_preset(code: str = DEFAULT_PRESET) -> Preset:
    """Return the preset called ``code``.

    Raises :class:`UserError` ``preset_unknown`` (with ``preset`` and ``known``) if there is none. A preset
    that lacks a field is a bug in the program and raises ``KeyError`` or ``ValueError``.
    """
    known = preset_codes()
    if code not in known:
        raise UserError("preset_unknown", preset=code, known=", ".join(known))
    values = tomllib.loads((resources() / "presets" / f"{code}.toml").read_text(encoding="utf-8"))
    return Preset(
        code=code,
        organisation=values["organisation"],
        reply_to=values["reply_to"],
        parties=tuple(_party(row) for row in values["parties"]),
        kinds=tuple(_kind(row) for row in values["kinds"]),
        questions=_questions(values["questions"]),
        themes=tuple(_theme(row) for row in values["themes"]),
        steps=tuple(_step(row) for row in values["steps"]),
        tables=int(values["tables"]),
    )


def theme_catalogues() -> Mapping[str, tuple[str, tuple[Theme, ...]]]:
    """Return the catalogues that can be chosen instead of a preset's: name and themes, by code."""
    found = {}
    for path in sorted((resources() / "themes").glob("*.toml")):
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        found[path.stem] = (str(values["name"]), tuple(_theme(row) for row in values["themes"]))
    return found


def _theme(row: dict[str, Any]) -> Theme:
    return Theme(
        code=row["code"],
        name=row["name"],
        short_name=row.get("short_name", ""),
        words=tuple(row.get("words", ())),
        not_demanded_of=tuple(row.get("not_demanded_of", ())),
    )


def _step(row: dict[str, Any]) -> StatusStep:
    return StatusStep(row["code"], row["name"], tuple(row.get("outcomes", ())))


def _party(row: dict[str, Any]) -> Party:
    return Party(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        synonyms=tuple(row["synonyms"]),
        bodies=tuple(row["bodies"]),
    )


def _kind(row: dict[str, Any]) -> MeasureKind:
    return MeasureKind(row["code"], row["name"], tuple(row["synonyms"]))


def _questions(rows: list[dict[str, Any]]) -> tuple[Question, ...]:
    """Return the questions numbered from 1 within each exercise, in the order they are written.

    An id is the exercise and the number (``applications-1``), so that the notes of two files made from
    one preset stand under the same question when they are merged.
    """
    questions: list[Question] = []
    for row in rows:
        exercise = Exercise(row["exercise"])
        number = 1 + sum(question.exercise is exercise for question in questions)
        shape = Shape(row["shape"])
        identity = f"{exercise.value}-{number}"
        questions.append(Question(identity, number, exercise, shape, row["text"], row["short_text"]))
    return tuple(questions)
