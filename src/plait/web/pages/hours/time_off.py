"""Leave, other weeks, and what goes off beside the roles, as the page lists them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.hours.holidays import HolidaysAnswer
from plait.answers.hours.time_off import Stretch, TimeOffAnswer, stretch_numbered
from plait.domain.availability import StretchList


@dataclass(frozen=True, slots=True)
class StretchView:
    """A stretch of days: what it is, for which role, and where it is removed."""

    period: str
    what: str
    role: str
    colour: int
    note: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class LeaveLists:
    """Days away that still matter, and those of over a year ago."""

    now: tuple[StretchView, ...]
    earlier: tuple[StretchView, ...]


def leave_lists(answer: TimeOffAnswer) -> LeaveLists:
    """Return the days away."""
    leave = [one for one in answer.stretches if one.list is StretchList.LEAVE]
    return LeaveLists(
        now=_views(one for one in leave if not one.is_past),
        earlier=_views(one for one in leave if one.is_past),
    )


def stretches_of(answer: TimeOffAnswer, name: StretchList) -> tuple[StretchView, ...]:
    """Return the stretches of one of the lists."""
    return _views(one for one in answer.stretches if one.list is name)


def _views(stretches: Iterable[Stretch]) -> tuple[StretchView, ...]:
    return tuple(stretch_view(one) for one in stretches)


def stretch_view(one: Stretch) -> StretchView:
    """Return a stretch as the page lists it."""
    name, row = stretch_numbered(one.number)
    return StretchView(
        period=one.days,
        what=one.text,
        role=one.role_name,
        colour=one.colour,
        note=one.note or "",
        remove_url=reverse(f"{name.value}_remove", args=[row]),
    )


@dataclass(frozen=True, slots=True)
class HolidayChangeView:
    """A public holiday that was dropped or added, and where that is forgotten."""

    text: str
    remove_url: str


def holiday_changes(
    answer: HolidaysAnswer, keys: Iterable[int]
) -> tuple[HolidayChangeView, ...]:
    """Return the changes of holidays; `keys` are those of their rows, in order."""
    return tuple(
        HolidayChangeView(one.text, reverse("holiday_remove", args=[key]))
        for one, key in zip(answer.changes, keys, strict=True)
    )


def question(one: Stretch) -> dict[str, Any]:
    """Return what is asked before a stretch is removed."""
    return {
        "title": _("Leave and available hours"),
        "question": _("Remove “%(what)s”?") % {"what": one.text},
        "consequences": [
            ", ".join(part for part in (one.days, one.role_name) if part),
            _("Your hours and the weeks ahead are then worked out without it."),
        ],
        "button": _("Remove it"),
        "cancel_url": reverse("time_off"),
        "is_harmful": True,
    }
