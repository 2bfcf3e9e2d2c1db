"""iCalendar: every occurrence of every event, recurrence worked out.

Single events, nearly all of a calendar, are built straight from their text; what
recurs is worked out near today first, in counted steps (see the decision note 0004).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import NamedTuple

from plait.domain.errors import Problem
from plait.domain.records import EventLine, Line, SeriesGone
from plait.formats.archive import WITHIN
from plait.formats.calendars.ics_events import Event, Occurrence, event_from, plain_text
from plait.formats.calendars.ics_series import Recurrences
from plait.formats.calendars.ics_status import owner_of
from plait.formats.calendars.ics_text import RawCalendar, raw_calendars
from plait.formats.calendars.ics_times import When, Zones, is_day
from plait.formats.source import Options, Source
from plait.formats.values import BadValue, shorten

NAME = "ics"
LABEL = "Calendar (ICS)"

# A year ahead and a month more: next year's same week stands beside this one's,
# and no notice runs longer. Each import moves the horizon on.
HORIZON_DAYS = 400

# How the names of the events end that Plait writes into its own calendar.
OUR_UIDS = "@plait"


def recognise(source: Source) -> bool:
    """Return whether the file begins a calendar."""
    begun = source.head_text.lstrip().upper()
    return begun.startswith(("BEGIN:VCALENDAR\n", "BEGIN:VCALENDAR\r"))


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield each occurrence up to 400 days after today, and single events after it.

    What is cancelled whole comes as a `SeriesGone`. A broken event costs one
    problem; a file cut off is refused.
    """
    return _Reader(source, options).lines()


class _Calendar(NamedTuple):
    """One calendar of a file: its name, its zones, its events by their names."""

    name: str
    zones: Zones
    groups: dict[str, list[Event]]


class _Reader:
    """What holds for a whole file: its name, the day to stop at, the local zone."""

    def __init__(self, source: Source, options: Options) -> None:
        self._source = source
        self._stem = PurePath(source.name.rsplit(WITHIN)[-1]).stem
        self._options = options
        self._reported: set[Problem] = set()

    def lines(self) -> Iterator[Line | Problem]:
        """Yield what the calendars hold, once all were read.

        Only then is it known how many series there are to share the work.
        """
        calendars: list[_Calendar] = []
        for raw in raw_calendars(self._source):
            yield from self._read(raw, calendars)
        events = [e for c in calendars for group in c.groups.values() for e in group]
        today = self._options.today
        horizon = today + timedelta(days=HORIZON_DAYS)
        n_series = sum(not event.is_single for event in events)
        recurrences = Recurrences(today, horizon, n_series)
        for calendar in calendars:
            for group in calendar.groups.values():
                yield from _of_one_uid(group, calendar, recurrences)
        yield from recurrences.problems()

    def _read(self, raw: RawCalendar, calendars: list[_Calendar]) -> Iterator[Problem]:
        """Add one calendar; yield what of it cannot be taken."""
        zones = Zones(self._options.timezone, raw.zones, raw.timezone)
        groups: dict[str, list[Event]] = {}
        owner = owner_of(raw)
        for raw_event in raw.events:
            try:
                event = event_from(raw_event, zones, owner)
            except BadValue as bad:
                where = f"event {raw_event.number}"
                yield Problem(where, bad.what, shorten(bad.value), bad.fix)
            else:
                # Sent to call off what is in it, whatever each event says of itself.
                if raw.is_cancellation:
                    event = replace(event, is_cancelled=True)
                groups.setdefault(event.uid, []).append(event)
        yield from (p for p in zones.problems if p not in self._reported)
        self._reported.update(zones.problems)
        yield from _without_ours(groups)
        calendars.append(_Calendar(plain_text(raw.name) or self._stem, zones, groups))


def _of_one_uid(
    group: list[Event], calendar: _Calendar, recurrences: Recurrences
) -> Iterator[Line | Problem]:
    zones = calendar.zones
    cores = _latest([event for event in group if event.replaces is None])
    changes = [event for event in group if event.replaces is not None]
    seen: set[tuple[object, ...]] = set()
    has_any = False
    for found in _found(cores, changes, zones, recurrences):
        if isinstance(found, Problem):
            yield found
            continue
        has_any = True
        if (mark := found[1:]) not in seen:
            seen.add(mark)
            line = _line(found, calendar.name, zones)
            yield line if cores else line._replace(is_alone=True)
    if cores and not has_any:
        yield SeriesGone(cores[0].number, cores[0].uid)
    elif not cores:
        yield from _called_off(changes, zones)


def _found(
    cores: list[Event], changes: list[Event], zones: Zones, recurrences: Recurrences
) -> Iterator[Occurrence | Problem]:
    if not cores:  # changes sent on their own, as invitations are
        yield from _alone(changes, is_in_series=True)
    elif not changes and all(core.is_single for core in cores):
        yield from _alone(cores, is_in_series=len(cores) > 1)
    else:
        for core in cores:
            yield from recurrences.of(core, changes, zones)


def _without_ours(groups: dict[str, list[Event]]) -> Iterator[Problem]:
    """Take the events out that Plait wrote itself; say so once."""
    ours = [groups.pop(uid) for uid in [*groups] if uid.endswith(OUR_UIDS)]
    if ours:
        yield Problem(
            "calendar",
            "These are agreed hours that Plait wrote itself, so they were left out",
            shorten(", ".join(group[0].title for group in ours)),
            "Nothing to do; Plait knows them from what was agreed.",
        )


def _latest(cores: list[Event]) -> list[Event]:
    """Return the newest version of an event, one for each start it is told with."""
    newest = max((core.sequence for core in cores), default=0)
    by_start = {core.start: core for core in cores if core.sequence == newest}
    return list(by_start.values())


def _alone(events: list[Event], *, is_in_series: bool) -> Iterator[Occurrence]:
    """Yield events as they stand; a single one has no start in a series."""
    for event in events:
        original = event.replaces or event.start if is_in_series else None
        if not event.is_cancelled:
            yield Occurrence(event, event.start, event.end, original)


def _called_off(changes: list[Event], zones: Zones) -> Iterator[SeriesGone]:
    """Yield the occurrences that were cancelled one by one."""
    for event in changes:
        if event.is_cancelled:
            yield SeriesGone(event.number, event.uid, _stamp(event.replaces, zones))


def _line(found: Occurrence, calendar: str, zones: Zones) -> EventLine:
    event = found.event
    starts_at, ends_at = zones.instant(found.start), zones.instant(found.end)
    if ends_at < starts_at:  # begun in the hour that the clock skips in spring
        ends_at = starts_at + (found.end - found.start)
    return EventLine(
        line=event.number,
        uid=event.uid,
        occurrence=_stamp(found.original, zones),
        starts_at=starts_at,
        ends_at=ends_at,
        is_all_day=is_day(found.start),
        title=event.title,
        calendar=calendar,
        location=event.location,
        is_busy=event.is_busy,
    )


def _stamp(original: When | None, zones: Zones) -> str:
    if original is None:
        return ""
    moment = zones.instant(original) if isinstance(original, datetime) else original
    return moment.isoformat()
