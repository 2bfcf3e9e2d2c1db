"""How logged time and the running timer are told."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.book.models import Role, TimeEntry, Timer


def entry_values(entry: "TimeEntry", viewer: "Person") -> dict[str, Any]:
    """Return an entry as a script reads it, its times where the person lives."""
    also = entry.shares.select_related("role").order_by("pk")
    return {
        "entry": entry.pk,
        "role": entry.role.key if entry.role else None,
        "also_for": [share.role.key for share in also],
        "on": entry.on.isoformat(),
        "seconds": entry.seconds,
        "starts_at": _iso(entry.started_at, viewer),
        "ends_at": _iso(entry.ended_at, viewer),
        "description": entry.description,
    }


def entry_text(entry: "TimeEntry", viewer: "Person", today: date) -> str:
    """Return an entry in words, without a full stop."""
    also = entry.shares.select_related("role__organisation").order_by("pk")
    roles = [entry.role, *(share.role for share in also)]
    names = " and ".join(role_text(role) for role in roles if role)
    when = f"on {day_text(entry.on, today)}"
    if entry.started_at and entry.ended_at:
        zone = ZoneInfo(viewer.timezone)
        clock = (at.astimezone(zone) for at in (entry.started_at, entry.ended_at))
        when += ", " + "–".join(f"{at:%H:%M}" for at in clock)
    said = f"{length_text(entry.seconds)} for {names} {when}"
    return f"{said}: {entry.description}" if entry.description else said


def role_text(role: "Role") -> str:
    """Return a role by its name, and whom it is held at where the name does not say."""
    organisation = role.organisation.name
    if organisation.casefold() in role.name.casefold():
        return role.name
    return f"{role.name} at {organisation}"


def length_text(seconds: int) -> str:
    """Return a length in hours and minutes.

    >>> length_said(5400), length_said(7200), length_said(45), length_said(2700)
    ('1 h 30 min', '2 h', '45 s', '45 min')
    """
    if 0 < seconds < 60:
        return f"{seconds} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    parts = (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "")
    return " ".join(part for part in parts if part) or "0 min"


def day_text(day: date, today: date) -> str:
    """Return a day with its weekday; the year only where it is another.

    >>> day_said(date(2026, 11, 20), date(2026, 11, 21))
    'Friday 20 November'
    """
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%A} {day.day} {day:%B}{year}"


def timer_values(timer: "Timer | None", viewer: "Person") -> dict[str, Any]:
    """Return the running timer as a script reads it; None if none runs."""
    if timer is None:
        return {"running": None}
    told = {"role": timer.role.key, "started_at": _iso(timer.started_at, viewer)}
    return {"running": {**told, "description": timer.description}}


def _iso(at: datetime | None, viewer: "Person") -> str | None:
    return at.astimezone(ZoneInfo(viewer.timezone)).isoformat() if at else None
