"""A recurring event and its changes, worked out into occurrences up to a day."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, cast

from icalendar import Event as Component
from icalendar.prop import vDDDLists, vDDDTypes, vRecur
from recurring_ical_events import EventAdapter, Series

from plait.domain.errors import Problem
from plait.formats.calendars.ics_events import Event, Occurrence
from plait.formats.calendars.ics_rules import MOST_OCCURRENCES, fit_rule
from plait.formats.calendars.ics_times import When, Zones
from plait.formats.source import Unreadable
from plait.formats.values import BadValue, shorten

# A thousand weekly meetings over eight years; beyond it a file is an attack.
MOST_IN_ALL = 400_000
# Finding out that a rule never comes takes up to half a second each.
_MOST_SILENT_RULES = 5
_MOST_RULES = 10

# What the libraries raise on rules and times that do not go together.
_LIBRARY_ERRORS = (ValueError, TypeError, OverflowError, LookupError, AssertionError)


class Recurrences:
    """Works out series after series of one file up to, not including, `horizon`."""

    def __init__(self, horizon: date) -> None:
        self._horizon = horizon
        self._n_silent = 0
        self._n_in_all = 0

    def of(
        self, core: Event, changes: list[Event], zones: Zones
    ) -> Iterator[Occurrence | Problem]:
        """Yield the occurrences of a series; cancelled ones are left out."""
        rules = []
        for text in core.rules[:_MOST_RULES]:
            try:
                rules.append(fit_rule(text, core, zones))
            except BadValue as bad:
                yield Problem(_where(core), bad.what, shorten(bad.value), bad.fix)
        try:
            series = _Series([_adapter(core, rules), *map(_adapter, changes)])
            horizon = self._bounded(series, core, zones)
            found = _found_before(horizon, series, [core, *changes])
        except _LIBRARY_ERRORS:
            yield _not_worked_out(core)
            found = [
                Occurrence(e, e.start, e.end, e.replaces or e.start)
                for e in (core, *changes)
            ]
            horizon = self._horizon
        if horizon < self._horizon:
            yield _cut(core)
        self._count(found)
        yield from (o for o in found if not o.event.is_cancelled)

    def _bounded(self, series: Any, core: Event, zones: Zones) -> date:  # noqa: ANN401  # untyped library
        """Return the horizon, or an earlier day where a rule comes too often."""
        horizon = self._horizon
        for rule in series.recurrence.rrules[1:]:  # the first holds single dates
            n = 0
            for n, start in enumerate(rule, start=1):
                if start.date() >= horizon:
                    break
                if n > MOST_OCCURRENCES:
                    horizon = start.date()
                    break
            if n == 0 and not _is_over(rule, core, zones):
                self._n_silent += 1
            if self._n_silent > _MOST_SILENT_RULES:
                raise _too_many()
        return horizon

    def _count(self, found: list[Occurrence]) -> None:
        self._n_in_all += len(found)
        if self._n_in_all > MOST_IN_ALL:
            raise _too_many()


def _is_over(rule: Any, core: Event, zones: Zones) -> bool:  # noqa: ANN401  # untyped library
    """Return whether the rule ended before it began, as a split series leaves it."""
    until = rule.until
    return until is not None and zones.instant(until) < zones.instant(core.start)


class _Adapter(EventAdapter):
    """A component that remembers which event of ours it came from."""

    def __init__(self, component: Component, event: Event) -> None:
        super().__init__(component)
        self.event = event


class _Found:
    """An occurrence as the library hands it on, without copying the component."""

    def __init__(
        self, adapter: _Adapter, start: When | None = None, end: When | None = None
    ) -> None:
        event = adapter.event
        self.event = event
        self.start, self.end = start or event.start, end or event.end
        if start is None:
            self.original = event.replaces or event.start
        else:
            self.original = start - adapter.move_recurrences_by

    def is_in_span(self, first: date, end: date) -> bool:
        return first <= _day(self.start) < end


class _Series(Series):
    """A series that gives our occurrences."""

    def occurrence(self, adapter: Any, start: Any = None, end: Any = None) -> Any:  # noqa: ANN401  # the library's own kinds are replaced
        return _Found(adapter, start, end)


def _adapter(event: Event, rules: list[str] | None = None) -> _Adapter:
    component = Component()
    component["UID"] = event.uid
    component["SEQUENCE"] = event.sequence
    component["DTSTART"] = vDDDTypes(event.start)
    component["DTEND"] = vDDDTypes(event.end)
    if rules:
        component["RRULE"] = [vRecur.from_ical(rule) for rule in rules]
    if event.also:
        component["RDATE"] = vDDDLists(event.also)
    if event.but_not:
        component["EXDATE"] = vDDDLists(event.but_not)
    if event.replaces:
        component["RECURRENCE-ID"] = vDDDTypes(event.replaces)
        if event.is_this_and_future:
            component["RECURRENCE-ID"].params["RANGE"] = "THISANDFUTURE"
    return _Adapter(component, event)


def _found_before(
    horizon: date, series: _Series, events: list[Event]
) -> list[Occurrence]:
    first = min(_day(event.start) for event in events) - timedelta(days=2)
    between = cast("Iterator[_Found]", series.between(first, max(horizon, first)))
    return [Occurrence(f.event, f.start, f.end, f.original) for f in between]


def _day(when: When) -> date:
    return when.date() if isinstance(when, datetime) else when


def _where(event: Event) -> str:
    return f"event {event.number}"


def _not_worked_out(event: Event) -> Problem:
    return Problem(
        _where(event),
        "This repetition cannot be worked out, so only its first was taken",
        shorten("; ".join(event.rules) or event.title),
        "Set the repetition again in your calendar and export it again.",
    )


def _cut(event: Event) -> Problem:
    return Problem(
        _where(event),
        "This event repeats so often that only its first occurrences were taken",
        shorten("; ".join(event.rules)),
        "Give the repetition a later start or fewer times a day in your calendar.",
    )


def _too_many() -> Unreadable:
    return Unreadable(
        "The repetitions in this calendar are more than Plait works out",
        fix="Export it in parts, or end the repetitions that are over.",
    )
