"""A line of one's own, in English or Dutch, as time given: "2h atlas yesterday".

Taken out of the line in turn: how long or from when to when, which day, which role;
what is left is what was done. Nothing is guessed that could be read in two ways.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from plait.domain.typed_lines import TypedTime
from plait.formats.quick_entry import clock_times, durations
from plait.formats.quick_entry.day_mentions import mentions
from plait.formats.quick_entry.days import Day, day_of
from plait.formats.quick_entry.durations import Length
from plait.formats.quick_entry.names import Named as Named  # noqa: PLC0414  # callers take it from here
from plait.formats.quick_entry.roles import called, roles_of
from plait.formats.quick_entry.text import NotUnderstood as NotUnderstood  # noqa: PLC0414  # the same
from plait.formats.quick_entry.text import Reading, plain
from plait.formats.quick_entry.unclear_days import refuse_unclear
from plait.formats.values import shorten

LONGEST = 500
_DAY_SECONDS = 86_400
# At an edge, for "on call with Bo" and "on call about rates" are calls.
_ON_CALL = re.compile(
    r"^on[- ]?call(?!\s+(?:with|about|to|from))\b|\bon[- ]?call[.!]?$"
    r"|\b(?:bereikbaarheidsdienst|piketdienst|consignatie(?:dienst)?)\b"
)


class _Time(NamedTuple):
    seconds: int
    starts: time | None = None
    ends: time | None = None


def understand(
    text: str,
    *,
    roles: Sequence[Named],
    today: date,
    is_day_first: bool | None = None,
) -> TypedTime:
    """Return what a line says; raise `NotUnderstood` with the part that does not.

    `is_day_first` settles 3/4 where the person's own habit is known.
    """
    if len(text) > LONGEST:
        raise NotUnderstood(
            "This line is longer than one line can be",
            value=shorten(text),
            fix="Say what was done in fewer words.",
        )
    reading = Reading(text)
    took = _time_in(reading)
    names = called(reading, roles)
    day = day_of(reading, today, is_day_first=is_day_first, names=names)
    if day is not None:
        _refuse_a_clock(reading, day, took)
        reading.take(day.span)
    chosen = roles_of(reading, roles)
    if chosen.span is not None:
        reading.take(chosen.span)
    if day is None:  # one that only a role kept from standing at the start or end
        day = day_of(reading, today, is_day_first=is_day_first, names=names)
        if day is None:
            refuse_unclear(reading, names)
        else:
            _refuse_a_clock(reading, day, took)
            reading.take(day.span)
    on = day.on if day else today
    rest = reading.rest()
    is_on_call = bool(_ON_CALL.search(plain(rest)))
    return TypedTime(chosen.keys, on, *took, rest, is_on_call)


def names_a_day(text: str) -> bool:
    """Return whether a line says a day at all: else it is today's."""
    return next(mentions(Reading(text)), None) is not None


def role_and_rest(text: str, roles: Sequence[Named]) -> tuple[tuple[str, ...], str]:
    """Return the roles that a line without a time names, and what else it says."""
    reading = Reading(text[:LONGEST])
    chosen = roles_of(reading, roles)
    if chosen.span is not None:
        reading.take(chosen.span)
    return chosen.keys, reading.rest()


def _time_in(reading: Reading) -> _Time:
    """Return how long, and from when if told; what says so is taken."""
    written = clock_times.ranges(reading)
    sure = [one for one in written if not one.is_plain]
    given = durations.lengths(reading.left)
    if not given:
        sure = sure or written
    if sure:
        return _from_range(reading, sure, given)
    if not given:
        raise NotUnderstood(
            "This line does not say how long it took",
            value=shorten(reading.text),
            fix="Write it as 2h, 90 min, 1:30 or 13:00-14:30.",
        )
    return _from_length(reading, given)


def _from_range(
    reading: Reading, written: Sequence[clock_times.Mention], mentions: Sequence[Length]
) -> _Time:
    """Return the range; a shorter length at the start of the line left out pauses."""
    chosen = reading.one_of(
        written, lambda one: one.span, "There are several times in this line"
    )
    found = clock_times.settled(reading, chosen)
    reading.take(found.span)
    worked = next((one for one in mentions if reading.is_at_start(one.span)), None)
    if worked is None or worked.span.meets(found.span):
        return _Time(found.seconds, found.starts, found.ends)
    if not 0 < worked.seconds <= found.seconds:
        raise NotUnderstood(
            "The length and the times of this line do not agree",
            value=reading.excerpt(worked.span, found.span),
            fix="Write one of them.",
        )
    reading.take(worked.span)
    return _Time(worked.seconds, found.starts, found.ends)


def _from_length(reading: Reading, mentions: Sequence[Length]) -> _Time:
    begun = clock_times.start_of(reading)
    lengths = [one for one in mentions if begun is None or not one.span.meets(begun[0])]
    length = reading.one_of(
        lengths or mentions,
        lambda one: one.span,
        "There are several lengths of time in this line",
    )
    _refuse_what_cannot_be(reading, length)
    reading.take(length.span)
    if begun is None or not lengths:
        return _Time(length.seconds)
    span, starts = begun
    reading.take(span)
    any_day = datetime.combine(date(2000, 1, 3), starts)
    ends = (any_day + timedelta(seconds=length.seconds)).time()
    return _Time(length.seconds, starts, ends)


def _refuse_a_clock(reading: Reading, day: Day, took: _Time) -> None:
    """Refuse "2h 9-11", of which the day may as well be the times."""
    for one in clock_times.ranges(reading):
        if one.is_plain and one.span.meets(day.span) and took.starts is None:
            try:
                is_alike = clock_times.settled(reading, one).seconds == took.seconds
            except NotUnderstood:
                is_alike = False  # no clock shows this, so it is the day
            if is_alike:
                raise NotUnderstood(
                    "This can be a day or times of the day",
                    value=reading.excerpt(one.span),
                    fix="Write 9:00-11:00 for the times, 2026-11-20 for the day.",
                )


def _refuse_what_cannot_be(reading: Reading, length: Length) -> None:
    if length.is_clocklike:
        raise NotUnderstood(
            "This can be a time of the day or a length of time",
            value=reading.excerpt(length.span),
            fix="Write 9h30 for the length, 9:30-11:00 for the time of the day.",
        )
    if not 0 < length.seconds <= _DAY_SECONDS:
        raise NotUnderstood(
            "Time on one day is more than nothing and at most 24 hours",
            value=reading.excerpt(length.span),
            fix="Split it over the days it was given on.",
        )
