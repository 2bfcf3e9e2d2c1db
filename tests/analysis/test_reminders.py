"""When reminders come, and which are due: worked out by hand from the calendar."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from plait.analysis.reminders import due, occurrences
from plait.domain.period import Period
from plait.domain.reminders import USUAL, Reminder, ReminderKind
from tests.cast import Life

# 29 November 2026 is a Sunday.
SUNDAY = "2026-11-29"
EVENING = datetime(2026, 11, 29, 19, 30)


def on(kind: ReminderKind, **changes) -> Reminder:
    return replace(USUAL[kind], is_on=True, **changes)


def days_due(life: Life, reminder: Reminder, moment: datetime) -> list[date]:
    return [one.on for one in due(life.portfolio(), (reminder,), moment)]


def test_nothing_comes_until_it_is_chosen():
    life = Life(SUNDAY).role("Practice")

    assert due(life.portfolio(), tuple(USUAL.values()), EVENING) == ()


@pytest.mark.parametrize(
    ("moment", "is_due"),
    [
        (datetime(2026, 11, 29, 18, 59), False),
        (datetime(2026, 11, 29, 19, 0), True),
        (datetime(2026, 12, 5, 8, 0), True),
    ],
)
def test_the_check_in_is_due_from_its_hour_and_until_the_next(moment, is_due):
    life = Life(moment.date()).role("Practice")

    # At 18:59 the one of a week ago is past: shown for six days.
    found = days_due(life, on(ReminderKind.CHECK_IN), moment)

    assert found == ([date(2026, 11, 29)] if is_due else [])


def test_a_check_in_that_was_made_or_put_away_is_not_due():
    made = Life(SUNDAY).role("Practice").checks_in("Practice", "2026-11-23", [3] * 4)
    plain = Life(SUNDAY).role("Practice")
    away = on(ReminderKind.CHECK_IN, dismissed_on=date(2026, 11, 29))

    assert days_due(made, on(ReminderKind.CHECK_IN), EVENING) == []
    assert days_due(plain, away, EVENING) == []


def test_hours_that_were_logged_on_the_day_are_not_asked_for():
    friday = datetime(2026, 11, 27, 17, 0)
    plain = Life("2026-11-27").role("Practice")
    logged = Life("2026-11-27").role("Practice").gives("Practice", 3, "2026-11-27")

    assert days_due(plain, on(ReminderKind.LOG), friday) == [date(2026, 11, 27)]
    assert days_due(logged, on(ReminderKind.LOG), friday) == []


def test_a_tax_date_is_announced_so_many_days_before():
    # Germany: income tax is paid in advance on 10 December, so 14 days before is
    # 26 November.
    life = Life("2026-11-26", country="DE").role("Editing", since="2019-01-01")
    morning = datetime(2026, 11, 26, 9, 0)

    found = due(life.portfolio(), (on(ReminderKind.TAX),), morning)

    assert [(one.on, one.about) for one in found] == [
        (date(2026, 11, 26), date(2026, 12, 10))
    ]


def test_a_role_is_looked_at_each_half_year_and_before_its_terms_end():
    life = Life("2026-11-20").role("Practice", since="2025-08-31", until="2027-03-01")

    found = occurrences(
        life.portfolio(),
        (on(ReminderKind.ROLES),),
        Period(date(2026, 1, 1), date(2027, 3, 1)),
    )

    # The last of February, as it has no 31st; six weeks before 1 March is 18 January.
    assert [one.on for one in found] == [
        date(2026, 2, 28),
        date(2026, 8, 31),
        date(2027, 1, 18),
        date(2027, 2, 28),
    ]


def test_files_are_asked_for_so_many_weeks_after_the_last_day_known():
    life = Life("2026-11-20").is_covered("NL01", "2026-10-09")
    moment = datetime(2026, 11, 20, 9, 0)

    assert days_due(life, on(ReminderKind.FILES), moment) == [date(2026, 11, 20)]
    assert days_due(life, on(ReminderKind.FILES, count=7), moment) == []


def test_occurrences_are_in_order_of_their_moments():
    life = Life("2026-11-20").role("Practice")
    both = (
        on(ReminderKind.CHECK_IN, weekday=4, at=time(20, 0)),
        on(ReminderKind.LOG, weekday=4, at=time(8, 0)),
    )

    found = occurrences(
        life.portfolio(), both, Period(date(2026, 11, 20), date(2026, 11, 28))
    )

    assert [(one.kind.value, one.on.day) for one in found] == [
        ("log", 20),
        ("check-in", 20),
        ("log", 27),
        ("check-in", 27),
    ]
