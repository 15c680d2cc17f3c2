"""Owns what every page of an open day is given: the day, the way to change it, and the preferences."""

from dataclasses import dataclass

from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.preferences import PreferenceStore


@dataclass(frozen=True)
class DayContext:
    """The open day as pages see it. Made by the window when a day is opened, dropped when it is closed."""

    session: Session
    bus: ChangeBus
    commands: Commands
    preferences: PreferenceStore
