"""A line that a person typed, kept as time of their roles."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from plait.accounts.models import Person
from plait.book.models import Role, Rule, TimeEntry
from plait.book.operations.records import add_time
from plait.domain.errors import PlaitError
from plait.domain.rules import RuleField
from plait.domain.typed_lines import TypedTime
from plait.formats.quick_entry.one_line import (
    Named,
    NotUnderstood,
    role_and_rest,
    understand,
)
from plait.formats.trackers.stretch import stretch
from plait.reference.country_packs import DateOrder, date_order

# A role that ended is still named for a while, in lines about its last days.
_AFTER_ITS_END = timedelta(days=366)
_DAY_FIRST_LANGUAGES = frozenset({"nl"})  # wherever they are spoken
_DAY = 24 * 3600


class SeveralRoles(PlaitError):
    """A timer was asked for with more than one role."""


class NoSuchZone(PlaitError):
    """A time zone that nobody knows."""


def log_line(
    *,
    viewer: Person,
    text: str,
    today: date,
    is_on_call: bool = False,
    zone: str = "",
) -> TimeEntry:
    """Keep the time that a line tells; raise `NotUnderstood` where it does not.

    It is on call where that is said, or where the line says so. `zone` is that of its
    day and its times, the person's own where it is "".
    """
    typed = understood(viewer, text, today)
    roles = keyed(viewer, typed.roles)
    place = zone_named(zone) if zone else ZoneInfo(viewer.timezone)
    seconds, starts_at, ends_at = typed.seconds, None, None
    if typed.starts is not None and typed.ends is not None:
        starts_at = datetime.combine(typed.on, typed.starts, place)
        # "22:00 to 06:00" ends the next morning.
        over_midnight = timedelta(days=typed.ends <= typed.starts)
        ends_at = datetime.combine(typed.on + over_midnight, typed.ends, place)
        seconds, starts_at, ends_at = _by_the_clock(seconds, starts_at, ends_at)
    return add_time(
        viewer=viewer,
        role=roles[0],
        also_for=roles[1:],
        on=typed.on,
        seconds=seconds,
        description=typed.description,
        starts_at=starts_at,
        ends_at=ends_at,
        is_on_call=is_on_call or typed.is_on_call,
        zone="" if place.key == viewer.timezone else place.key,
    )


def zone_named(name: str) -> ZoneInfo:
    """Return a time zone by its name or its city; raise `NoSuchZone`."""
    wanted = name.strip().replace(" ", "_").casefold()
    for key in sorted(available_timezones()):
        if wanted and wanted in {key.casefold(), key.rpartition("/")[2].casefold()}:
            return ZoneInfo(key)
    raise NoSuchZone(
        "There is no such time zone",
        value=name[:64],
        fix="Write a city or a zone, such as New York or America/New_York.",
    )


def _by_the_clock(
    seconds: int, starts_at: datetime, ends_at: datetime
) -> tuple[int, datetime, datetime]:
    """Return how long it really was, on the nights that the clock is changed too."""
    on_the_wall = round((ends_at - starts_at).total_seconds())
    found = stretch(starts_at, ends_at, None if seconds == on_the_wall else seconds)
    return found.seconds or seconds, found.start, found.end


def understood(viewer: Person, text: str, today: date) -> TypedTime:
    """Understand a line by the roles that run, else by those that ended as well."""
    running, every = roles_named(viewer, today)
    order = is_day_first(viewer)
    try:
        return understand(text, roles=running, today=today, is_day_first=order)
    except NotUnderstood:
        if len(every) == len(running):
            raise
        try:
            return understand(text, roles=every, today=today, is_day_first=order)
        except NotUnderstood:
            pass  # what the running roles say of it is nearer
        raise


def role_of_line(*, viewer: Person, text: str, today: date) -> tuple[Role, str]:
    """Return the one running role that a line names, and what else it says."""
    running, _ = roles_named(viewer, today)
    keys, rest = role_and_rest(text, running)
    if len(keys) > 1:
        raise SeveralRoles(
            "A timer runs for one role",
            value=", ".join(keys),
            fix="Start it for one of them, and log what serves both as a line.",
        )
    return keyed(viewer, keys)[0], rest


def keyed(viewer: Person, keys: Sequence[str]) -> list[Role]:
    """Return the viewer's roles of these keys, in their order."""
    held = Role.objects.filter(owner=viewer, key__in=keys)
    roles = {role.key: role for role in held.select_related("organisation")}
    return [roles[key] for key in keys]


def roles_named(viewer: Person, today: date) -> tuple[list[Named], list[Named]]:
    """Return the roles that run, and these with those that ended not long ago."""
    aliases = defaultdict[int | None, list[str]](list)
    fields = (RuleField.PROJECT, RuleField.CLIENT)
    confirmed = Rule.objects.filter(owner=viewer, field__in=fields)
    for pk, value in confirmed.values_list("role", "value"):
        aliases[pk].append(value)
    running, every = list[Named](), list[Named]()
    held = Role.objects.filter(owner=viewer).select_related("organisation")
    for role in held.order_by("pk"):
        names = (role.key, role.name, role.organisation.name, aliases[role.pk])
        has_ended = role.ended_on is not None and role.ended_on <= today
        if role.ended_on is None or today < role.ended_on + _AFTER_ITS_END:
            every.append(Named(*names))
            running += [] if has_ended else [Named(*names)]
    return running, every


def is_day_first(viewer: Person) -> bool | None:
    """Return whether 3/4 is in April for this person, None where nobody can tell."""
    if viewer.language in _DAY_FIRST_LANGUAGES:
        return True
    order = date_order(viewer.country)
    return None if order is DateOrder.EITHER else order is DateOrder.DAY_FIRST
