"""Logged time and the running timer: in words, and as values for scripts."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from plait.domain.period import Period
from plait.wording.hours import logged as wording
from plait.wording.words import Words

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
        "starts_at": _iso(entry.started_at, viewer, entry.zone),
        "ends_at": _iso(entry.ended_at, viewer, entry.zone),
        "zone": entry.zone or viewer.timezone,
        "is_on_call": entry.is_on_call,
        "description": entry.description,
    }


def entry_text(entry: "TimeEntry", viewer: "Person", today: date, words: Words) -> str:
    """Return an entry as a sentence."""
    also = entry.shares.select_related("role__organisation").order_by("pk")
    roles = [entry.role, *(share.role for share in also)]
    logged = wording.LoggedTime(
        roles=tuple(role_text(role, words) for role in roles if role),
        seconds=entry.seconds,
        on=entry.on,
        starts_at=_local(entry.started_at, viewer, entry.zone),
        ends_at=_local(entry.ended_at, viewer, entry.zone),
        description=entry.description,
        zone=entry.zone,
        is_on_call=entry.is_on_call,
    )
    return wording.entry_text(words, logged, today)


def outside_texts(entry: "TimeEntry", words: Words) -> list[str]:
    """Return for which of its roles an entry lies outside the dates of the role."""
    roles = [entry.role, *(s.role for s in entry.shares.select_related("role"))]
    texts = (
        wording.outside_text(
            words, role.name, Period(role.started_on, role.ended_on), entry.on
        )
        for role in roles
        if role
    )
    return [text for text in texts if text]


def role_text(role: "Role", words: Words) -> str:
    """Return a role by its name, and its organisation where the name leaves it out."""
    return wording.role_text(words, role.name, role.organisation.name)


def timer_values(timer: "Timer | None", viewer: "Person") -> dict[str, Any]:
    """Return the running timer as a script reads it; None if none runs."""
    if timer is None:
        return {"running": None}
    started_at = _iso(timer.started_at, viewer)
    values = {"role": timer.role.key, "started_at": started_at}
    return {"running": {**values, "description": timer.description}}


def _local(at: datetime | None, viewer: "Person", zone: str = "") -> datetime | None:
    return at.astimezone(ZoneInfo(zone or viewer.timezone)) if at else None


def _iso(at: datetime | None, viewer: "Person", zone: str = "") -> str | None:
    local = _local(at, viewer, zone)
    return local.isoformat() if local else None
