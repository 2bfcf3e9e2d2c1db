"""What the calendars hold for the roles in the days to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from plait.book.models import Event


@dataclass(frozen=True, slots=True)
class EventShown:
    """One event to come: its day, its hours, what it is and for which role."""

    day: str
    hours: str
    title: str
    role: str
    css: str
    url: str


def upcoming_shown(events: Iterable[Event]) -> tuple[EventShown, ...]:
    """Return the events of roles as the card lists them, soonest first."""
    return tuple(_event(event) for event in events if event.role is not None)


def _event(event: Event) -> EventShown:
    starts, ends = localtime(event.starts_at), localtime(event.ends_at)
    role = event.role
    name, colour, key = (role.name, role.colour, role.key) if role else ("", 0, "")
    return EventShown(
        day=date_format(starts, "D j M"),
        hours=_("all day") if event.is_all_day else _hours(starts, ends),
        title=event.title or name,
        role=name,
        css=f"strand-{colour}",
        url=reverse("role", args=[key]),
    )


def _hours(starts: datetime, ends: datetime) -> str:
    return f"{starts:%H:%M}–{ends:%H:%M}"
