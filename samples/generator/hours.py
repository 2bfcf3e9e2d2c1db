"""The hours she gives: every stretch of work in three years, none overlapping.

Each role has its own places in the week, so that two never claim the same hour:
the practice has Monday, Tuesday and Thursday; Atlas has Wednesday, Friday morning
and, as it grows, evenings; training has its Fridays; the rest shares the weekend.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from generator import diary, notes
from generator.banks.ledger import Stretch
from generator.diary import END, START, chance, days, is_free, is_on_leave, mondays
from generator.side_roles import board, columns, flat, mentoring, not_named, study
from generator.trackers.training import training_days

ATLAS_FROM = date(2025, 3, 3)
_CREEP_FROM = date(2026, 4, 6)
_CREEP_A_WEEK = 0.165  # hours: 8.2 in April 2026 becomes 13.5 by mid-November


def hours() -> list[Stretch]:
    """Return every stretch of the three years, earliest first."""
    parts = (_practice, _atlas, _training, board, mentoring, study, flat, columns)
    found = [s for part in (*parts, not_named) for s in part()]
    return sorted(s for s in found if START <= s.start.date() <= END)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a clock time on that day, local and without a zone."""
    return datetime.combine(day, time(hour, minute))


def _practice() -> Iterator[Stretch]:
    """Three days of about eight hours, with a break of three quarters."""
    rng = chance("practice hours")
    for day in days():
        if day.weekday() not in (0, 1, 3) or is_free(day):
            continue
        start = at(day, 8) + timedelta(minutes=rng.randrange(-10, 11, 5))
        whole = 480 + rng.randrange(-15, 16, 5)
        morning = 240 + rng.randrange(-15, 16, 5)
        back = start + timedelta(minutes=morning + 45)
        yield Stretch(start, morning, "practice", rng.choice(notes.PRACTICE))
        yield Stretch(back, whole - morning, "practice", rng.choice(notes.PRACTICE))


def atlas_target(monday: date, rng: Random) -> float:
    """Return the week's hours for Atlas: 8 ± 1, from April 2026 more every week."""
    weeks = (monday - _CREEP_FROM).days / 7
    if weeks < 0:
        return 8 + rng.uniform(-1, 1)
    return 8.2 + _CREEP_A_WEEK * weeks + rng.uniform(-0.5, 0.5)


def _atlas() -> Iterator[Stretch]:
    rng = chance("Atlas hours")
    taken = {d.on for d in training_days()}
    for monday in (m for m in mondays() if m >= ATLAS_FROM):
        minutes = round(atlas_target(monday, rng) * 4) * 15
        for start, most in _atlas_places(monday, taken):
            if minutes > 0:
                given = min(minutes, most)
                yield Stretch(start, given, "atlas", rng.choice(notes.ATLAS))
                minutes -= given


def _atlas_places(monday: date, taken: set[date]) -> Iterator[tuple[datetime, int]]:
    """Yield where Atlas fits that week, first the agreed day, then the overflow."""
    wednesday, thursday, friday, saturday = (
        monday + timedelta(n) for n in (2, 3, 4, 5)
    )
    if not is_free(wednesday):
        yield at(wednesday, 8, 30), 210
        yield at(wednesday, 13), 210
    if friday not in taken and not is_free(friday):
        yield at(friday, 8, 30), 180
    if not is_on_leave(monday):
        yield at(monday, 19, 30), 120
        yield at(wednesday, 17), 120
        yield at(thursday, 19, 30), 90
        yield at(saturday, 9), 150


def _training() -> Iterator[Stretch]:
    """Yield the day, half a day of preparing, and before Atlas finding clients."""
    rng = chance("training hours")
    training = training_days()
    taken = {d.on for d in training}
    for day in training:
        note = f"Trainingsdag {day.client}"
        yield Stretch(at(day.on, 9), 210, "training", note)
        yield Stretch(at(day.on, 13, 15), 210, "training", note)
        prepares = day.on - timedelta(7)
        start = at(prepares, 13)
        if prepares in taken or diary.is_free(prepares):
            start = at(day.on - timedelta(5), 19, 30)
        given = rng.randrange(120, 166, 15)
        yield Stretch(start, given, "training", rng.choice(notes.TRAINING))
    for monday in mondays():
        wednesday = monday + timedelta(2)
        is_even = wednesday.toordinal() // 7 % 2
        if wednesday < ATLAS_FROM and is_even and not is_free(wednesday):
            given = rng.randrange(105, 181, 15)
            note = "Acquisitie en offertes"
            yield Stretch(at(wednesday, 9, 30), given, "training", note)
