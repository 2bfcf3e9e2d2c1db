"""The running timer as every page shows it: small, with a button to stop it."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.timezone import localtime

from plait.book.models import Timer
from plait.web import clock
from plait.web.pages.days import short_day
from plait.web.returning import page_seen


@dataclass(frozen=True, slots=True)
class RunningTimer:
    """Whose time runs, since when, and the page to return to once it is stopped."""

    role: str
    colour: int
    since: str
    started: str
    next: str


def running_timer(timer: Timer, request: HttpRequest) -> RunningTimer:
    """Return the timer for the header of a page."""
    started = localtime(timer.started_at)
    is_today = started.date() == clock.today()
    return RunningTimer(
        role=timer.role.name,
        colour=timer.role.colour,
        since=f"{started:%H:%M}" if is_today else short_day(started),
        started=started.isoformat(),
        next=page_seen(request),
    )
