"""A recurring event and its changes, worked out into occurrences up to a day."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from plait.domain.errors import Problem
from plait.formats.calendars.ics_events import Event, Occurrence
from plait.formats.calendars.ics_rules import MOST_OCCURRENCES, Rule, rule_from
from plait.formats.calendars.ics_times import When, Zones, is_day
from plait.formats.calendars.ics_walk import OF_ONE, Budget, Walk
from plait.formats.values import BadValue, shorten

# Periods and days looked at in one file, ten for each occurrence: a second or two.
MOST_STEPS = 2_000_000
_MOST_RULES = 10

_MIDNIGHT = time()


class Recurrences:
    """Works out series after series of one file up to, not including, `horizon`.

    The steps of a file are shared: each series may take its equal part of what those
    before it left over. Where that is too little, what is nearest to `today` is kept.
    """

    def __init__(self, today: date, horizon: date, n_series: int) -> None:
        self._today, self._horizon = today, horizon
        self._n_left = n_series
        self._n_steps = MOST_STEPS
        self._cut: list[Event] = []

    def of(
        self, core: Event, changes: list[Event], zones: Zones
    ) -> Iterator[Occurrence | Problem]:
        """Yield the occurrences of a series; cancelled ones are left out."""
        rules: list[Rule] = []
        for text in core.rules[:_MOST_RULES]:
            try:
                rules.append(rule_from(text, core, zones))
            except BadValue as bad:
                yield Problem(_where(core), bad.what, shorten(bad.value), bad.fix)
        budget = Budget(max(1, self._n_steps // max(1, self._n_left)))
        given = budget.left
        series = _Series(core, changes, zones)
        if core.is_cancelled:
            rules = []
        walks = [Walk(rule, series.start, budget) for rule in rules]
        starts = {s for w in walks for s in w.around(self._today, self._horizon)}
        self._n_left -= 1
        self._n_steps -= given - budget.left
        if budget.is_spent:
            self._cut.append(core)
        elif any(walk.is_cut for walk in walks):
            yield _newest_only(core)
        n_also = min(len(core.also), MOST_OCCURRENCES, budget.left // OF_ONE)
        budget.take(n_also * OF_ONE)
        is_cut = budget.is_spent or any(walk.is_cut for walk in walks)
        if not (is_cut and starts) and _begins(series.start, rules):
            starts.add(series.start)
        is_known = len(rules) == len(core.rules) and not budget.is_spent
        starts_also = series.also_before(self._horizon, n_also)
        yield from series.occurrences(starts, starts_also, is_known=is_known)

    def problems(self) -> Iterator[Problem]:
        """Yield what had to be left out of the file as a whole."""
        if self._cut:
            yield Problem(
                "calendar",
                "There are more repetitions in this calendar than Plait works out,"
                " so of these only the occurrences nearest to today were taken",
                shorten(", ".join(event.title or event.uid for event in self._cut)),
                "Export it in parts, or end the repetitions that are over.",
            )


def _begins(start: datetime, rules: list[Rule]) -> bool:
    """Return whether a series has its first start: not if it ended before that."""
    return not rules or any(r.until is None or start <= r.until for r in rules)


class _Start(NamedTuple):
    """A start of a series by its own wall clock; None as length is the usual one."""

    at: datetime
    length: timedelta | None = None


class _Series:
    """One series by the wall clock of its zone, in which its starts can be compared."""

    def __init__(self, core: Event, changes: list[Event], zones: Zones) -> None:
        self.core, self._zones = core, zones
        self._is_day = is_day(core.start)
        zone = core.start.tzinfo if isinstance(core.start, datetime) else None
        self._zone: tzinfo = zone or zones.local
        self.start = self.wall(core.start)
        self._length = _length(core)
        self._changes = _newest(changes)

    def wall(self, when: When) -> datetime:
        """Return a moment as this series' clock shows it; of whole days, their midnight.

        A day told in a series with times stands for that day's usual time.
        """
        if not isinstance(when, datetime):
            at = _MIDNIGHT if self._is_day else self.core.start.time()  # type: ignore[union-attr]  # a series with times starts at one
            return datetime.combine(when, at)
        if self._is_day:
            return datetime.combine(local_day(when, self._zones), _MIDNIGHT)
        return when.astimezone(self._zone).replace(tzinfo=None)

    def occurrences(
        self, starts: set[datetime], also: list[_Start], *, is_known: bool
    ) -> Iterator[Occurrence]:
        """Yield what takes place: all starts, less what is left out, as changed.

        A change of an occurrence that the series does not have adds nothing, unless
        the series is not wholly known.
        """
        found = {at: _Start(at) for at in starts}
        found.update((start.at, start) for start in also)
        self._leave_out(found)
        changed, strays = self._changed(found)
        later = sorted(
            (self.wall(c.replaces), n, c)
            for n, c in enumerate(self._changes)
            if c.is_this_and_future and c.replaces
        )
        since = [begins for begins, _, _ in later]
        for at, start in sorted(found.items()):
            if change := changed.get(at):
                if not change.is_cancelled:
                    yield Occurrence(change, change.start, change.end, self._when(at))
                continue
            n = bisect_left(since, at)
            usual = self._usual(start, later[n - 1][2] if n else None)
            if not usual.event.is_cancelled:
                yield usual
        if not is_known:
            for change in strays:
                if not change.is_cancelled:
                    yield Occurrence(change, change.start, change.end, change.replaces)

    def also_before(self, horizon: date, most: int) -> list[_Start]:
        """Return the newest of the further starts that are told one by one."""
        also = [
            one if isinstance(one, tuple) else (one, None) for one in self.core.also
        ]
        starts = [_Start(self.wall(when), length) for when, length in also]
        starts.sort(key=lambda start: start.at)
        kept = [start for start in starts if start.at.date() < horizon]
        return kept[len(kept) - most :] if most < len(kept) else kept

    def _leave_out(self, found: dict[datetime, _Start]) -> None:
        days = {when for when in self.core.but_not if not isinstance(when, datetime)}
        for when in self.core.but_not:
            found.pop(self.wall(when), None)
        if days and not self._is_day:
            for at in [at for at in found if at.date() in days]:
                del found[at]

    def _changed(
        self, found: dict[datetime, _Start]
    ) -> tuple[dict[datetime, Event], list[Event]]:
        """Return the changes by the start that each replaces, and those of none.

        One that names a moment of a day on which the series takes place once at
        another time is of that one: a zone was told otherwise, or a day alone.
        """
        changed: dict[datetime, Event] = {}
        others: list[Event] = []
        for change in self._changes:
            at = self.wall(change.replaces or change.start)
            if at in found:
                changed[at] = change
            else:
                others.append(change)
        if not others:
            return changed, []
        by_day: dict[date, list[datetime]] = {}
        for at in found:
            if at not in changed:
                by_day.setdefault(at.date(), []).append(at)
        strays = []
        for change in others:
            day = self.wall(change.replaces or change.start).date()
            if len(by_day.get(day, ())) == 1:
                changed[by_day.pop(day)[0]] = change
            else:
                strays.append(change)
        return changed, strays

    def _usual(self, start: _Start, change: Event | None) -> Occurrence:
        """Return an occurrence as the series has it, or as all since a change are."""
        event, at, length = self.core, start.at, self._length
        if change is not None:
            event, length = change, _length(change)
            at += self.wall(change.start) - self.wall(change.replaces or change.start)
        begins = self._when(at)
        return Occurrence(
            event, begins, begins + (start.length or length), self._when(start.at)
        )

    def _when(self, at: datetime) -> When:
        return at.date() if self._is_day else at.replace(tzinfo=self._zone)


def local_day(when: datetime, zones: Zones) -> date:
    """Return the day of a moment as its own clock shows it, of one in UTC as yours."""
    return (when.astimezone(zones.local) if when.tzinfo is UTC else when).date()


def _length(event: Event) -> timedelta:
    start, end = event.start, event.end
    if isinstance(start, datetime) and isinstance(end, datetime):
        return end - start
    return timedelta(days=end.toordinal() - start.toordinal())


def _newest(changes: list[Event]) -> list[Event]:
    """Return the newest version of each change, in the order of the file."""
    newest: dict[When | None, Event] = {}
    for change in changes:
        held = newest.get(change.replaces)
        if held is None or held.sequence <= change.sequence:
            newest[change.replaces] = change
    return list(newest.values())


def _where(event: Event) -> str:
    return f"event {event.number}"


def _newest_only(event: Event) -> Problem:
    return Problem(
        _where(event),
        "This event repeats so often that only its newest occurrences were taken",
        shorten("; ".join(event.rules)),
        "Nothing to do for the years to come; give the repetition a later start"
        " if the past matters too.",
    )
