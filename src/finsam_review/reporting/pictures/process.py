"""Owns the process picture: the steps of an application as stations on a line, and where it is now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from finsam_review.domain.follow_up.process import ProcessSource, ProcessStep
from finsam_review.i18n import gettext as _
from finsam_review.reporting.pictures.about import language_tag
from finsam_review.reporting.pictures.process_words import (
    here_words,
    identity_line,
    process_subtitle,
    process_title,
    process_words,
    step_day,
    unknown_words,
)
from finsam_review.reporting.pictures.shapes import Circle, Line, Picture, Rect, Shape, Text, moved
from finsam_review.reporting.pictures.svg import render_svg
from finsam_review.reporting.pictures.typesetting import text_width, wrapped
from finsam_review.reporting.styles import ACCENT, ACCENT_SOFT, INK, INK2
from finsam_review.reporting.tagged.fonts import BOLD, REGULAR, SEMIBOLD

WIDTH = 668.0
"""Of the picture: on paper, as wide as the text of a page."""

_PAPER = "#FFFFFF"
_MARGIN = 24.0
_TRACK, _WORDS = 34.0, 68.0
"""Where the line runs and where the words begin."""
_ROOM = 14.0
"""Above and below the words of a step."""
_NAME, _DAY, _NOTE = 17.0, 15.0, 14.0
_NAME_LEADING, _DAY_LEADING, _NOTE_LEADING = 23.0, 22.0, 19.0
_LEAST_STEP, _AIRY_STEP = 60.0, 82.0
_MOST_AIRY_STEPS = 9
"""With more steps than this they stand closer, so that they have room on a page."""
_MOST_NOTE_LINES, _MOST_NAME_LINES = 3, 3
_MARK_Y = _ROOM + 11.0
"""The middle of the mark, beside the name."""
_BELOW = 6.0
"""How far letters reach below their line."""
_BOX_GAP = 8.0
"""Between the box around the present step and those before and after it."""


@dataclass(frozen=True, slots=True)
class Station:
    """A step as drawn: its shapes from its own upper edge on, where its mark is, and its height.

    ``is_whole`` is off where the note is shortened.
    """

    step: ProcessStep
    shapes: tuple[Shape, ...]
    mark_y: float
    height: float
    is_whole: bool


def process_svg(source: ProcessSource) -> str:
    """Return the picture as an accessible SVG file, with the title and the diary number above the line."""
    heading, y = _heading(source)
    line = process_picture(source)
    shapes = (*heading, *moved(line.shapes, x=_MARGIN, y=y))
    title = f"{process_subtitle()}: {process_title(source)}"
    size = (WIDTH + 2 * _MARGIN, y + line.height + _MARGIN)
    return render_svg(Picture(*size, shapes, title, process_words(source), language_tag()))


def process_picture(source: ProcessSource) -> Picture:
    """Return the line of stations without a heading, and under it what its signs mean."""
    drawn = stations(source)
    shapes: list[Shape] = []
    tops = [sum(station.height for station in drawn[:place]) for place in range(len(drawn) + 1)]
    for station, top in zip(drawn, tops, strict=False):
        if station.step.state == "here":
            box = (1, top + _BOX_GAP, WIDTH - 2, station.height - 2 * _BOX_GAP)
            shapes.append(Rect(*box, fill=ACCENT_SOFT, stroke=ACCENT, thickness=2, radius=10))
    shapes += _track(drawn, tops)
    for station, top in zip(drawn, tops, strict=False):
        shapes += moved(station.shapes, y=top)
    shapes += moved(tuple(_legend(source.steps)), y=tops[-1] + 12)
    return Picture(
        WIDTH, tops[-1] + 44, tuple(shapes), process_title(source), process_words(source), language_tag()
    )


def stations(source: ProcessSource) -> tuple[Station, ...]:
    """Return the steps as they are drawn. A long note is shortened in the picture."""
    least = _AIRY_STEP if len(source.steps) <= _MOST_AIRY_STEPS else _LEAST_STEP
    return tuple(_station(step, source, least=least) for step in source.steps)


def _heading(source: ProcessSource) -> tuple[tuple[Shape, ...], float]:
    shapes: list[Shape] = [Text(_MARGIN, _MARGIN + 15, source.workshop.organisation, _NOTE, SEMIBOLD, INK)]
    shapes += [Text(_MARGIN, _MARGIN + 39, process_subtitle(), _DAY, REGULAR, INK2)]
    y = _MARGIN + 50
    for line in wrapped(process_title(source), face=SEMIBOLD, size=22, width=WIDTH, lines=4):
        shapes.append(Text(_MARGIN, y + 21, line, 22, SEMIBOLD, INK))
        y += 29
    for line in wrapped(identity_line(source), face=REGULAR, size=_DAY, width=WIDTH, lines=2):
        shapes.append(Text(_MARGIN, y + 16, line, _DAY, REGULAR, INK))
        y += _DAY_LEADING
    return tuple(shapes), y + 20


def _station(step: ProcessStep, source: ProcessSource, *, least: float) -> Station:
    is_here, is_coming = step.state == "here", step.state == "coming"
    flag = tuple(_flag()) if is_here else ()
    flag_width = _flag_width() + 24 if is_here else 0.0
    is_framed = 0 < _outcome_width(step) <= WIDTH / 3
    outcome_width = _outcome_width(step) + 16 if is_framed else 0.0
    room = WIDTH - _WORDS - 16 - flag_width - outcome_width
    face, ink = (REGULAR, INK2) if is_coming else (SEMIBOLD, INK)
    names = wrapped(step.name, face=face, size=_NAME, width=room, lines=_MOST_NAME_LINES) or ("",)
    shapes: list[Shape] = [*_mark(step), *flag]
    y = _ROOM + 17 - _NAME_LEADING
    for name in names:
        y += _NAME_LEADING
        shapes.append(Text(_WORDS, y, name, _NAME, face, ink))
    if is_framed:
        after = _WORDS + text_width(names[0], face=face, size=_NAME) + 16
        shapes += _framed_outcome(step, after)
    elif step.outcome:
        for words in wrapped(step.outcome, face=BOLD, size=_DAY, width=WIDTH - _WORDS - 16 - flag_width):
            y += _DAY_LEADING
            shapes.append(Text(_WORDS, y, words, _DAY, BOLD, INK))
    day = step_day(step, source)
    if day:
        y += _DAY_LEADING
        shapes.append(Text(_WORDS, y, day, _DAY, REGULAR, INK))
    notes = _note(step, lines=_MOST_NOTE_LINES)
    for note in notes:
        y += _NOTE_LEADING
        shapes.append(Text(_WORDS, y, note, _NOTE, REGULAR, INK2))
    height = y + _BELOW + _ROOM
    if not is_here:
        return Station(step, tuple(shapes), _MARK_Y, max(least, height), notes == _note(step))
    lowered = tuple(moved(shapes, y=_BOX_GAP))
    return Station(step, lowered, _MARK_Y + _BOX_GAP, height + 2 * _BOX_GAP, notes == _note(step))


def _note(step: ProcessStep, *, lines: int = 0) -> tuple[str, ...]:
    return wrapped(step.words, face=REGULAR, size=_NOTE, width=WIDTH - _WORDS - 24, lines=lines)


def _mark(step: ProcessStep) -> Iterator[Shape]:
    """Yield the sign of a station: ticked, hollow, ringed or empty, so that it needs no colour."""
    if step.state == "done":
        yield Circle(_TRACK, _MARK_Y, 11, fill=ACCENT)
        tick = ((_TRACK - 5, _MARK_Y + 0.5), (_TRACK - 1.5, _MARK_Y + 4), (_TRACK + 5, _MARK_Y - 4))
        yield Line(tick, _PAPER, 2.4)
    elif step.state == "passed":
        yield Circle(_TRACK, _MARK_Y, 11, fill=_PAPER, stroke=ACCENT, thickness=2.4)
    elif step.state == "here":
        yield Circle(_TRACK, _MARK_Y, 13, fill=_PAPER, stroke=ACCENT, thickness=3)
        yield Circle(_TRACK, _MARK_Y, 7, fill=ACCENT)
    else:
        yield Circle(_TRACK, _MARK_Y, 10, fill=_PAPER, stroke=INK2, thickness=1.6)


def _flag_width() -> float:
    return text_width(here_words(), face=BOLD, size=_DAY) + 24


def _flag() -> Iterator[Shape]:
    left = WIDTH - _flag_width() - 16
    yield Rect(left, _MARK_Y - 14, _flag_width(), 28, fill=ACCENT, radius=6)
    yield Text(left + _flag_width() / 2, _MARK_Y + 5.4, here_words(), _DAY, BOLD, _PAPER, "middle")


def _outcome_width(step: ProcessStep) -> float:
    return text_width(step.outcome, face=BOLD, size=_DAY) + 20 if step.outcome else 0.0


def _framed_outcome(step: ProcessStep, left: float) -> Iterator[Shape]:
    """Yield what was decided, in a frame beside the name of the step."""
    width = _outcome_width(step)
    yield Rect(left, _MARK_Y - 12.5, width, 24, fill=_PAPER, stroke=INK, thickness=1.6, radius=5)
    yield Text(left + width / 2, _MARK_Y + 5.4, step.outcome, _DAY, BOLD, INK, "middle")


def _track(drawn: Sequence[Station], tops: Sequence[float]) -> Iterator[Shape]:
    """Yield the line between the stations: whole as far as the application has come, broken from there on."""
    for place in range(1, len(drawn)):
        before, now = drawn[place - 1], drawn[place]
        points = ((_TRACK, tops[place - 1] + before.mark_y), (_TRACK, tops[place] + now.mark_y))
        if now.step.state == "coming":
            yield Line(points, INK2, 2, dashes=(1, 7))
        else:
            yield Line(points, ACCENT, 4)


def _legend(steps: Sequence[ProcessStep]) -> Iterator[Shape]:
    """Yield what the signs mean, those that are used."""
    words = {
        "done": _("reached"), "passed": unknown_words(), "here": _("here now"), "coming": _("remains"),
    }  # fmt: skip
    x = 0.0
    for state, word in words.items():
        if all(step.state != state for step in steps):
            continue
        step = next(step for step in steps if step.state == state)
        yield from moved(tuple(_mark(step)), x=x - _TRACK + 14, y=10 - _MARK_Y)
        yield Text(x + 34, 15, word, _NOTE, REGULAR, INK2)
        x += 34 + text_width(word, face=REGULAR, size=_NOTE) + 28
