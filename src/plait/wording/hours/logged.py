"""Logged time and the running timer in words."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from plait.domain.period import Period
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class LoggedTime:
    """What was logged: for whom, how long, on which day, and when if that is known.

    `zone` is that of the day and times where it is not the person's own.

    `roles` are names; `starts_at` and `ends_at` are local times, both or neither.
    """

    roles: tuple[str, ...]
    seconds: int
    on: date
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    description: str = ""
    zone: str = ""
    is_on_call: bool = False


def entry_text(words: Words, logged: LoggedTime, today: date) -> str:
    """Return what was understood of logged time, so that a mistake is seen at once."""
    _ = words.gettext
    is_other_year = logged.on.year != today.year
    values = {
        "time": _time_text(words, logged),
        "roles": words.listed(list(logged.roles), most=len(logged.roles)),
        "day": words.weekday(logged.on, with_year=is_other_year) + _clock_text(logged),
        "what": logged.description,
    }
    if logged.description:
        return _("%(time)s for %(roles)s on %(day)s: %(what)s.") % values
    return _("%(time)s for %(roles)s on %(day)s.") % values


def outside_text(words: Words, role: str, period: Period, on: date) -> str:
    """Return that a day lies before a role begins or after it ended, "" within."""
    _ = words.gettext
    if on in period:
        return ""
    if on < period.start:
        values = {"role": role, "day": words.day(period.start)}
        return (
            _(
                "%(role)s only begins on %(day)s: these hours count as worked, and not in its"
                " balance."
            )
            % values
        )
    last = (period.end or on) - timedelta(days=1)
    return _(
        "%(role)s ended on %(day)s: these hours count as worked, and not in its balance."
    ) % {"role": role, "day": words.day(last)}


def _clock_text(logged: LoggedTime) -> str:
    if logged.starts_at is None or logged.ends_at is None:
        return ""
    clock = f", {logged.starts_at:%H:%M}–{logged.ends_at:%H:%M}"
    return f"{clock} ({city_of(logged.zone)})" if logged.zone else clock


def city_of(zone: str) -> str:
    """Return a time zone as people call it.

    >>> city_of("America/New_York")
    'New York'
    """
    return zone.rpartition("/")[2].replace("_", " ")


def _time_text(words: Words, logged: LoggedTime) -> str:
    length = length_text(words, logged.seconds)
    if logged.is_on_call:
        return words.gettext("%(time)s on call, not worked,") % {"time": length}
    return length


def removed_text(words: Words, entry: str) -> str:
    """Return that an entry, in words, is removed."""
    return words.gettext("Removed: %(what)s") % {"what": entry}


def length_text(words: Words, seconds: float) -> str:
    """Return a length of time, seconds only where it is less than a minute.

    >>> from plait.wording.words import words_for
    >>> [length_text(words_for("en"), n) for n in (0, 45, 2700, 3900, 7200)]
    ['0 min', '45 s', '45 min', '1 h 05 min', '2 h']
    """
    _ = words.gettext
    if 0 < seconds < 60:
        return _("%(n)d s") % {"n": seconds}
    hours, minutes = divmod(max(0, round(seconds / 60)), 60)
    if not hours:
        return _("%(n)d min") % {"n": minutes}
    if not minutes:
        return _("%(n)d h") % {"n": hours}
    values = {"hours": hours, "minutes": f"{minutes:02d}"}
    return _("%(hours)d h %(minutes)s min") % values


def role_text(words: Words, name: str, organisation: str) -> str:
    """Return a role by its name, and its organisation where the name leaves it out."""
    if organisation.casefold() in name.casefold():
        return name
    return words.gettext("%(role)s at %(organisation)s") % {
        "role": name,
        "organisation": organisation,
    }
