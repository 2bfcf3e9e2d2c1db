"""The smaller roles' hours: evenings, the weekend, a peak before each meeting."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from generator import notes
from generator.banks.income import column_months
from generator.banks.ledger import OPEN, Stretch
from generator.diary import (
    board_meetings,
    chance,
    days,
    is_free,
    is_on_leave,
    mondays,
    months,
)

_REPAIRS = (date(2025, 2, 1), date(2026, 1, 1))
_NEW_PROJECT = (
    (date(2026, 9, 27), 150),
    (date(2026, 10, 11), 120),
    (date(2026, 10, 25), 150),
    (date(2026, 11, 8), 135),
    (date(2026, 11, 15), 120),
)


def _on(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute))


def board() -> Iterator[Stretch]:
    """Yield most in the days before a meeting, some mail, two busy weekends."""
    rng = chance("board hours")
    meetings = board_meetings()
    for evening in meetings:
        saturday, sunday = evening - timedelta(3), evening - timedelta(2)
        reading = rng.randrange(120, 166, 15)
        yield Stretch(_on(saturday, 15, 0), reading, "board", "Stukken lezen")
        yield Stretch(_on(sunday, 16, 30), 90, "board", "Agenda en begroting")
        yield Stretch(_on(evening, 19, 30), 135, "board", "Bestuursvergadering")
    for day in days():
        is_mail_day = day.weekday() == 1 and (day.day <= 7 or 22 <= day.day <= 28)
        if is_mail_day and not is_free(day) and day not in meetings:
            yield Stretch(_on(day, 19, 30), 45, "board", "Mail en telefoon")
    for year in (2024, 2025, 2026):
        party = date(year, 6, 15)
        saturday = party + timedelta((5 - party.weekday()) % 7)
        yield Stretch(_on(saturday, 15, 0), 150, "board", "Zomerfeest buurt")
        accounts = date(year, 3, 16)
        sunday = accounts + timedelta((6 - accounts.weekday()) % 7)
        yield Stretch(_on(sunday, 16, 30), 180, "board", "Jaarrekening")


def mentoring() -> Iterator[Stretch]:
    """Yield an hour after work on Thursday."""
    rng = chance("mentoring hours")
    for day in days():
        if day.weekday() == 3 and not is_free(day):
            given = rng.randrange(50, 71, 5)
            note = rng.choice(notes.MENTORING)
            yield Stretch(_on(day, 17, 15), given, "mentoring", note)


def study() -> Iterator[Stretch]:
    """Yield Sunday afternoons and Wednesday seminars while the university teaches."""
    rng = chance("study hours")
    for monday in mondays():
        is_term = (1, 6) <= (monday.month, monday.day) <= (7, 12) or monday.month > 8
        if not is_term or is_on_leave(monday) or is_on_leave(monday + timedelta(6)):
            continue
        note = rng.choice(notes.STUDY)
        given = rng.randrange(165, 196, 15)
        yield Stretch(_on(monday + timedelta(6), 13, 0), given, "study", note)
        seminar = _on(monday + timedelta(2), 19, 30)
        yield Stretch(seminar, 90, "study", "Seminar Leading Change")


def flat() -> Iterator[Stretch]:
    """Yield an hour on two Saturdays, more in the month of a repair."""
    for month in months():
        first = month + timedelta((5 - month.weekday()) % 7)
        given = 180 if month in _REPAIRS else 60
        yield Stretch(_on(first, 17, 45), given, "flat", "Mail with agent")
        third = first + timedelta(14)
        yield Stretch(_on(third, 17, 45), 60, "flat", "Accounts and statements")


def columns() -> Iterator[Stretch]:
    """Yield two sittings for a column: a Saturday, and the Sunday a week later."""
    rng = chance("column hours")
    for month in column_months():
        saturday = month + timedelta((5 - month.weekday()) % 7 + 7)
        given = rng.randrange(105, 166, 15)
        yield Stretch(_on(saturday, 12, 0), given, "columns", "Column: eerste versie")
        sunday = saturday + timedelta(8)
        given = rng.randrange(105, 151, 15)
        yield Stretch(_on(sunday, 10, 0), given, "columns", "Column: herschrijven")


def not_named() -> Iterator[Stretch]:
    """Yield a project that appeared this autumn and has no role yet."""
    for day, given in _NEW_PROJECT:
        yield Stretch(_on(day, 10, 0), given, OPEN, "Kennissessie voorbereiden")
