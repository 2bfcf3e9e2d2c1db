"""What the log page receives: which week, its cells, which events."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from math import ceil

from django import forms
from django.utils.translation import gettext as _

from plait.domain.period import monday_of

_CLOCK = re.compile(r"(\d{1,2})[:h](\d{2})")
_MINUTES = re.compile(r"(\d{1,4}) ?m(in)?")
_HOURS = re.compile(r"(\d{1,2})?(?:[.,](\d{1,2}))? ?[hu]?")
_DAY = 24 * 3600
_LISTED = 60  # cells show minutes: less than one is no change

Days = Mapping[tuple[str, date], int]


class BadCell(forms.ValidationError):
    """A cell of the week that is no length of time."""


def seconds_in(text: str) -> int:
    """Return the seconds in a cell: "1.5", "1,5", "1:30", "90 m", "" is none.

    >>> [seconds_in(text) // 60 for text in ("1.5", "1,25", "1:30", "90 m", "2u", "")]
    [90, 75, 90, 90, 120, 0]
    """
    typed = text.strip().casefold()
    if not typed:
        return 0
    if found := _CLOCK.fullmatch(typed):
        seconds = int(found[1]) * 3600 + int(found[2]) * 60
    elif found := _MINUTES.fullmatch(typed):
        seconds = int(found[1]) * 60
    elif (found := _HOURS.fullmatch(typed)) and (found[1] or found[2]):
        part = found[2] or "0"
        seconds = int(found[1] or 0) * 3600 + int(part) * 3600 // 10 ** len(part)
    else:
        raise BadCell(_("This is not a length of time: write 1.5, 1:30 or 90 m."))
    if seconds > _DAY:
        raise BadCell(_("A day has 24 hours."))
    return seconds


class WeekCells:
    """The cells of a week as they were sent: role keys and days, texts, mistakes."""

    def __init__(self, sent: Mapping[str, str], monday: date) -> None:
        self.texts: dict[tuple[str, date], str] = {}
        self.seconds: dict[tuple[str, date], int] = {}
        self.errors: dict[tuple[str, date], str] = {}
        days = {(monday + timedelta(days=n)).isoformat(): n for n in range(7)}
        for name, text in sent.items():
            role, _mark, day = name.removeprefix("cell-").rpartition(".")
            if name.startswith("cell-") and role and day in days:
                self._take((role, monday + timedelta(days=days[day])), text)

    def _take(self, cell: tuple[str, date], text: str) -> None:
        self.texts[cell] = text[:20]
        try:
            self.seconds[cell] = seconds_in(text)
        except BadCell as bad:
            self.errors[cell] = bad.messages[0]

    def changed(self, held: Days, elsewhere: Days) -> dict[tuple[str, date], int]:
        """Return the cells that differ from what the book holds of them, in seconds.

        Note as mistakes those that hold less than `elsewhere`, which stays in any case.
        """
        changed = {
            cell: seconds
            for cell, seconds in self.seconds.items()
            if abs(seconds - held.get(cell, 0)) >= _LISTED
        }
        for cell, seconds in changed.items():
            least = elsewhere.get(cell, 0)
            if seconds < least:
                self.errors[cell] = too_few(least)
        return changed


def too_few(seconds: int) -> str:
    """Return why a day cannot hold less than what it has from elsewhere."""
    minutes = ceil(seconds / 60)
    least = f"{minutes // 60}:{minutes % 60:02d}"
    return _(
        "%(least)s of that day comes from a file, a line or the timer: enter at least"
        " that."
    ) % {"least": least}


def week_in(text: str, today: date) -> date:
    """Return the Monday of a week in an address, this week's where it is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = today
    first = monday_of(day)
    is_far = abs((first - today).days) > 20 * 366
    return monday_of(today) if is_far else first


def number_in(text: str) -> int:
    """Return the number of an entry, 0 for what is none: no entry has it."""
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else 0


def fingerprints_in(texts: list[str]) -> list[int]:
    """Return the fingerprints of events that were ticked; what is no number is left out."""
    numbers = [int(text) for text in texts if re.fullmatch(r"-?[0-9]{1,19}", text)]
    # What does not fit into 64 bits is no event's, and no database asks for it.
    return [number for number in numbers if -(2**63) <= number < 2**63]
