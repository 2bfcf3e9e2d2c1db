"""Moments as people type and read them: a time of today, or a day with a time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from plait.cli import run
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.accounts.models import Person

_CLOCK = "%H:%M"
_FORMS = [_CLOCK, "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"]
_NO_DAY = 1900  # the year that a time without a day is read with


class InTheFuture(PlaitError):
    """A moment in the future."""


def local_text(at: datetime, viewer: "Person") -> str:
    """Return an instant as the clock where the person lives showed it."""
    return f"{viewer.local_time(at):%Y-%m-%d %H:%M}"


def at_option(text: str) -> Callable[..., Any]:
    """Return the option --at, which takes 9:15 or 2026-11-20 09:15."""
    return click.option("--at", type=click.DateTime(_FORMS), metavar="TIME", help=text)


def moment(viewer: "Person", at: datetime | None) -> datetime:
    """Return the instant that is meant: now, or the latest past moment with that time."""
    now = run.now().replace(microsecond=0)
    if at is None:
        return now
    zone = ZoneInfo(viewer.timezone)
    if at.year == _NO_DAY:
        today = now.astimezone(zone).date()
        found = datetime.combine(today, at.time(), zone)
        if found > now:
            found = datetime.combine(today - timedelta(days=1), at.time(), zone)
        return found
    found = at.replace(tzinfo=zone)
    if found > now:
        raise InTheFuture(
            "This moment is in the future",
            value=f"{at:%Y-%m-%d %H:%M}",
            fix="Give a past time, or leave out --at for now.",
        )
    return found
