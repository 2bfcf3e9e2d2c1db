"""What the calendars hold for the roles in the days to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from plait.book.models import Event, Role
from plait.web.pages.days import short_weekday


@dataclass(frozen=True, slots=True)
class EventView:
    """One event to come: its day, its hours, what it is and for which role."""

    day: str
    hours: str
    title: str
    role: str
    css: str
    url: str


def upcoming_view(events: Iterable[Event]) -> tuple[EventView, ...]:
    """Return the events of roles as the card lists them, soonest first."""
    return tuple(_event(event, event.role) for event in events if event.role)


def _event(event: Event, role: Role) -> EventView:
    starts, ends = localtime(event.starts_at), localtime(event.ends_at)
    return EventView(
        day=short_weekday(starts),
        hours=_("all day") if event.is_all_day else _hours(starts, ends),
        title=event.title or role.name,
        role=role.name,
        css=f"strand-{role.colour}",
        url=reverse("role", args=[role.key]),
    )


def _hours(starts: datetime, ends: datetime) -> str:
    return f"{starts:%H:%M}–{ends:%H:%M}"
