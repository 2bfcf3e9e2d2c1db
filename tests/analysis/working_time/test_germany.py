"""Germany: the day off for a Sunday worked (section 11(3))."""

from datetime import date, timedelta

import pytest

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import Verdict
from tests.analysis.working_time.stints import Stints

MONDAY = date(2026, 1, 5)


def works_on(days: list[int]) -> Stints:
    life = Stints("Europe/Berlin")
    for number in days:
        life.gives("A", MONDAY + timedelta(days=number), 6)
    return life


def test_a_free_saturday_is_the_day_off_for_a_sunday():
    week = [0, 1, 2, 3, 4, 6]

    found = works_on([7 * n + day for n in range(5) for day in week]).judged("de")

    assert found.of("DE-9").verdict is Verdict.WITHIN


def test_one_day_off_does_for_one_sunday_alone():
    # Five weeks without a day off but one Wednesday: of the first three Sundays one
    # has it; the later two may still have theirs.
    days = [day for day in range(35) if day != 16]

    found = works_on([*days, 35, 36]).judged("de").of("DE-9")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 0


@pytest.mark.parametrize(("off", "is_over"), [(19, False), (20, True)])
def test_the_day_off_lies_within_two_weeks_that_hold_the_sunday(off, is_over):
    # Worked is Sunday, day 6, alone of all Sundays; 13 days later is Saturday, day 19.
    sundays = {13, 20, 27, 34}
    days = [d for d in range(35) if d not in {*sundays, off}]

    found = works_on(days).judged("de").of("DE-9")

    assert (found.verdict is Verdict.OVER) == is_over


def test_neither_leave_nor_a_public_holiday_is_that_day():
    # Sunday 17 May 2026 among four weeks; Ascension on Thursday 14 May is off.
    since = date(2026, 4, 27)
    life = Stints("Europe/Berlin")
    for number in range(35):
        day = since + timedelta(days=number)
        if day == date(2026, 5, 13):
            life.is_away("A", day)
        elif day != date(2026, 5, 14) and (
            day.weekday() < 6 or day == date(2026, 5, 17)
        ):
            life.gives("A", day, 6)

    assert life.judged("de").of("DE-9").verdict is Verdict.OVER


def test_without_a_sunday_there_is_none_to_make_up_for():
    assert works_on([0, 1]).judged("de").of("DE-9").because is Because.NOT_ARISEN


def shorter_at_last(hours: float, n_last: int, since: date, n_days: int) -> Stints:
    """Work so many hours from Monday to Friday, and none on the last days."""
    life = Stints("Europe/Berlin")
    for number in range(n_days - n_last):
        day = since + timedelta(days=number)
        if day.weekday() < 5:
            life.gives("A", day, hours)
    return life.gives("A", since + timedelta(days=n_days), 0)


def test_six_calendar_months_may_stand_instead_of_the_24_weeks():
    # From 1 July 2027 184 days: 9.8 hours in 24 weeks and more, 49 a week; the last
    # twelve days of December are off, so the six months keep 48.
    life = shorter_at_last(9.8, 12, date(2027, 7, 1), 184)

    found = life.judged("de", on="2027-12-31").of("DE-2b")
    claimed = life.judged("de", on="2027-12-31", claimed={"DE-2b"}).of("DE-2b")

    assert (found.verdict, found.because) == (Verdict.OVER, Because.EXCEPTION)
    assert claimed.verdict is not Verdict.OVER


def test_six_months_that_are_past_the_limit_too_excuse_nothing():
    life = shorter_at_last(9.8, 0, date(2027, 7, 1), 184)

    found = life.judged("de", on="2027-12-31").of("DE-2b")

    assert (found.verdict, found.because) == (Verdict.OVER, None)


def test_months_not_over_yet_excuse_nothing():
    life = shorter_at_last(9.8, 0, date(2027, 7, 1), 170)

    assert life.judged("de").of("DE-2b").because is None


def test_a_calendar_month_may_stand_instead_of_four_weeks_of_nights():
    # March 2027, from its Monday 1 on: four weeks of five nights of 9.7 hours, then none.
    life = Stints("Europe/Berlin")
    for number in range(28):
        day = date(2027, 3, 1) + timedelta(days=number)
        if day.weekday() < 5 and day != date(2027, 3, 26):  # Good Friday
            life.works("A", f"{day} 21:00", "06:42")
    life.gives("A", "2027-04-02", 0)

    found = life.judged("de").of("DE-7")

    # 19 nights of 9.7 hours in 23 working days are 8.01, in the 25 of March 7.37.
    assert found.worst.figure == pytest.approx(19 * 9.7 / 23)
    assert (found.verdict, found.because) == (Verdict.OVER, Because.EXCEPTION)
