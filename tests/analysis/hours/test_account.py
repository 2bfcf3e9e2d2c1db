"""The hours account: what is due and given between two dates, and its balance."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from plait.analysis.hours.account import (
    AccountRow,
    HoursAccount,
    Rows,
    account,
    usual_start,
)
from plait.analysis.hours.account_choice import account_start
from plait.analysis.hours.free_days import DayOff
from plait.domain.records import RecordStatus
from plait.domain.roles import CountsAs
from tests.cast import Life, day, period, terms

CLOSE = 1e-9


def of(life: Life, since: str, until: str, rows: Rows = Rows.WHOLE) -> HoursAccount:
    return account(life.portfolio(), 0, day(since), day(until), rows=rows)


def total(life: Life, since: str, until: str) -> AccountRow:
    return of(life, since, until).total


def agreed(*told, since="2026-01-01", until="2027-01-01"):
    life = Life().role("Atlas", *told)
    return pytest.approx(total(life, since, until).agreed, abs=CLOSE)


def test_due_less_given_runs_as_a_balance():
    # 14 hours a week are 2 a day: 14 and 14 due, 16 and 11 given.
    life = Life().role("Atlas", "14/week")
    life.gives("Atlas", 16, "2026-11-04").gives("Atlas", 11, "2026-11-10")

    rows = of(life, "2026-11-02", "2026-11-16", Rows.WEEK).rows

    assert [(r.due, r.given, r.balance) for r in rows] == [
        (14, 16, pytest.approx(2)),
        (14, 11, pytest.approx(-1)),
    ]


# Each way that hours are agreed, by hand.


def test_hours_a_week_accrue_by_the_seventh():
    # Friday 6 to Tuesday 10 November are 5 days: 24 x 5 / 7.
    found = agreed("24/week", since="2026-11-06", until="2026-11-11")

    assert found == 24 * 5 / 7


def test_hours_a_month_from_the_10th_count_the_days_of_that_month():
    # April has 30 days, 21 of them from the 10th: 36 x 21 / 30 = 25.2.
    april = terms("36/month", since="2026-04-10")

    assert agreed(april, until="2026-05-01") == 25.2
    # The same where the account, not the agreement, begins on the 10th.
    assert agreed("36/month", since="2026-04-10", until="2026-05-01") == 25.2


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        # February has 28 days, and 29 in a leap year: to the 15th 14 of them.
        ("2026-02-01", "2026-02-15", 36 * 14 / 28),
        ("2028-02-01", "2028-02-15", 36 * 14 / 29),
        # From 30 November to 2 December: one day of 30 and one of 31.
        ("2026-11-30", "2026-12-02", 36 / 30 + 36 / 31),
    ],
)
def test_a_day_counts_by_the_length_of_its_own_month(since, until, hours):
    assert agreed("36/month", since=since, until=until) == hours


def test_hours_a_quarter_count_the_days_of_that_quarter():
    # 15 February to 1 July: of January to March (31 + 28 + 31 = 90 days) the last
    # 14 + 31 = 45, and the whole of April to June.
    assert agreed("100/quarter", since="2026-02-15", until="2026-07-01") == 50 + 100


def test_hours_a_year_count_366_days_in_a_leap_year():
    # January has 31 days of 365 in 2026, of 366 in 2028.
    assert agreed("200/year", until="2026-02-01") == 200 * 31 / 365
    assert agreed("200/year", since="2028-01-01", until="2028-02-01") == 200 * 31 / 366


def test_hours_in_total_are_spread_over_their_terms():
    # 60 hours from January to March are 60 / 90 a day: in January 31 of them.
    spring = terms("60/total", since="2026-01-01", until="2026-04-01")

    assert agreed(spring, until="2026-02-01") == 60 * 31 / 90
    assert agreed(spring) == 60


def test_hours_in_total_without_an_end_are_due_as_they_are_given():
    # 10 hours: 6 and 3 given are due, of the next 4 only the last one left is.
    life = Life().role("Atlas", terms("10/total", since="2026-10-01"))
    for hours, on in ((6, "2026-10-05"), (3, "2026-10-20"), (4, "2026-11-10")):
        life.gives("Atlas", hours, on)

    october = of(life, "2026-10-01", "2026-11-01")
    november = of(life, "2026-11-01", "2026-12-01")

    assert (october.total.due, october.total.balance, october.left) == (9, 0, 1)
    assert (november.total.due, november.total.balance) == (1, 3)
    assert november.left == -3


def test_what_is_left_of_a_total_is_told_up_to_the_last_day():
    life = Life().role(
        "Atlas", terms("60/total", since="2026-01-01", until="2026-04-01")
    )
    life.gives("Atlas", 8, "2026-01-05").gives("Atlas", 5, "2026-02-10")

    assert of(life, "2026-01-01", "2026-02-01").left == 52
    assert of(life, "2026-02-01", "2026-04-01").left == 47
    assert of(life, "2026-02-01", "2026-05-01").left is None  # the terms have ended


def test_terms_that_change_in_a_week_share_it_by_their_days():
    # Monday and Tuesday at 8 a week, Wednesday to Sunday at 16.
    life = Life().role(
        "Atlas",
        terms("8/week", until="2026-11-04"),
        terms("16/week", since="2026-11-04"),
    )

    found = total(life, "2026-11-02", "2026-11-09")

    assert found.agreed == pytest.approx(8 * 2 / 7 + 16 * 5 / 7, abs=CLOSE)


def test_a_night_in_which_the_clock_goes_back_counts_the_hours_worked():
    # 24 October 2026, 22:00 to 07:00 in Amsterdam: ten hours, for 3:00 comes twice.
    # It began on the Saturday; what is due knows no clock: 24 a week all the same.
    life = Life().role("Practice", "24/week")
    life.gives("Practice", 10, "2026-10-24", at="20:00")

    found = total(life, "2026-10-19", "2026-10-26")

    assert (found.due, found.given) == (pytest.approx(24, abs=CLOSE), 10)


# Days off.


def employed(hours="20/week", **told):
    agreed = terms(hours, counts_as=CountsAs.EMPLOYMENT, **told)
    return Life(country="NL").role("Practice", agreed, kind="employment")


def test_a_day_off_takes_out_a_fifth_of_the_week():
    life = employed().is_away("2026-11-04", "2026-11-05")

    found = total(life, "2026-11-02", "2026-11-09")

    assert found.free == {DayOff.LEAVE: pytest.approx(4, abs=CLOSE)}
    assert found.due == pytest.approx(16, abs=CLOSE)


def test_a_week_of_leave_has_nothing_due_on_any_of_its_days():
    life = employed().is_away("2026-11-02", "2026-11-09")

    for n_days in range(1, 8):
        until = day("2026-11-02") + timedelta(days=n_days)
        found = account(life.portfolio(), 0, day("2026-11-02"), until).total
        assert found.due == pytest.approx(0, abs=CLOSE)
        assert found.agreed == pytest.approx(20 * n_days / 7, abs=CLOSE)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("blocks", ["", "mon 09:00-17:00, tue 09:00-12:00"])
def test_a_month_of_leave_takes_out_all_hours_agreed_by_the_month(month, blocks):
    life = Life().role("Atlas", terms("36/month", blocks=blocks))
    first = date(2026, month, 1)
    end = date(2026 + month // 12, month % 12 + 1, 1)
    life.is_away(first, end)

    found = account(life.portfolio(), 0, first, end).total

    assert found.agreed == pytest.approx(36, abs=CLOSE)
    assert found.due == pytest.approx(0, abs=CLOSE)


def test_hours_fallen_away_are_told_by_their_reason():
    # Christmas 2026 is a Friday and a Saturday; leave Monday and Tuesday, ill
    # on Wednesday: 4 hours a day, and none on the Saturday.
    life = employed().is_away("2026-12-21", "2026-12-23")
    life.is_away("2026-12-23", "2026-12-24", "sickness")

    found = total(life, "2026-12-21", "2026-12-28")

    assert found.free == {
        DayOff.HOLIDAY: pytest.approx(4, abs=CLOSE),
        DayOff.SICKNESS: pytest.approx(4, abs=CLOSE),
        DayOff.LEAVE: pytest.approx(8, abs=CLOSE),
    }
    assert found.due == pytest.approx(4, abs=CLOSE)


def test_who_falls_ill_on_leave_or_has_a_holiday_in_it_uses_no_leave():
    # Monday 27 April 2026 is King's Day; of the week's leave one day was sickness.
    life = employed().is_away("2026-04-27", "2026-05-04")
    life.is_away("2026-04-29", "2026-04-30", "sickness")

    found = total(life, "2026-04-27", "2026-05-04")

    assert found.free == {
        DayOff.HOLIDAY: pytest.approx(4, abs=CLOSE),
        DayOff.SICKNESS: pytest.approx(4, abs=CLOSE),
        DayOff.LEAVE: pytest.approx(12, abs=CLOSE),
    }


def test_hours_given_on_a_day_off_are_credit():
    life = employed().is_away("2026-11-02", "2026-11-09")
    life.gives("Practice", 3, "2026-11-04")

    assert total(life, "2026-11-02", "2026-11-09").balance == pytest.approx(3)


# What counts as given.


def test_shared_hours_count_for_each_role_and_private_ones_for_none():
    life = Life().role("Atlas", "8/week").role("Board", "2/week")
    life.gives("Board", 5, "2026-11-03", also=["Atlas"])
    life.gives("Atlas", 7, "2026-11-04", status=RecordStatus.PRIVATE)

    assert total(life, "2026-11-02", "2026-11-09").given == 5


def test_hours_given_before_any_were_agreed_move_no_balance():
    life = Life().role("Atlas", terms("7/week", since="2026-11-09"))
    life.gives("Atlas", 5, "2026-11-05").gives("Atlas", 6, "2026-11-11")

    found = total(life, "2026-11-02", "2026-11-16")

    assert (found.given, found.unagreed) == (11, 5)
    assert found.balance == pytest.approx(6 - 7, abs=CLOSE)


def test_without_agreed_hours_there_is_no_balance_to_speak_of():
    life = Life().role("Atlas").gives("Atlas", 5, "2026-11-05")

    found = total(life, "2026-11-02", "2026-11-16")

    assert not found.has_agreed
    assert (found.given, found.due, found.balance) == (5, 0, 0)


def test_nothing_is_due_after_a_role_has_ended():
    life = Life().role("Atlas", "7/week", until="2026-11-05")

    assert total(life, "2026-11-02", "2026-11-16").due == pytest.approx(3, abs=CLOSE)


# Rows and spans.


def test_rows_by_month_end_with_their_months():
    life = Life().role("Atlas", "36/month")

    rows = of(life, "2026-01-15", "2026-03-10", Rows.MONTH).rows

    assert [row.period for row in rows] == [
        period("2026-01-15", "2026-02-01"),
        period("2026-02-01", "2026-03-01"),
        period("2026-03-01", "2026-03-10"),
    ]


def test_rows_by_week_end_with_their_sundays():
    rows = of(Life().role("Atlas"), "2026-11-05", "2026-11-17", Rows.WEEK).rows

    assert [row.period for row in rows] == [
        period("2026-11-05", "2026-11-09"),
        period("2026-11-09", "2026-11-16"),
        period("2026-11-16", "2026-11-17"),
    ]


def test_an_empty_span_has_no_rows():
    found = of(Life().role("Atlas", "8/week"), "2026-11-05", "2026-11-05")

    assert found.rows == ()
    assert (found.total.due, found.total.balance) == (0, 0)


def test_the_last_day_with_hours_of_any_role_is_told():
    life = Life().role("Atlas", "8/week").role("Board")
    life.gives("Atlas", 8, "2026-11-04").gives("Board", 1, "2026-11-06")

    assert of(life, "2026-11-02", "2026-11-16").logged_until == date(2026, 11, 6)
    assert of(Life().role("Atlas"), "2026-11-02", "2026-11-16").logged_until is None


@pytest.mark.parametrize(
    ("terms_told", "on", "since"),
    [
        (["8/week"], "2026-11-20", "2025-11-21"),  # a year, the day itself counted
        (["8/week"], "2028-02-29", "2027-03-01"),
        ([], "2026-11-20", "2026-10-01"),  # the role's own start
        (
            # New pay for the same hours; the hours are those of September.
            [
                terms("4/week", since="2026-01-01", until="2026-09-01"),
                terms("8/week", since="2026-09-01", until="2026-11-01"),
                terms("8/week", since="2026-11-01", pay="90 EUR/hour"),
            ],
            "2026-11-20",
            "2026-09-01",
        ),
    ],
)
def test_an_account_usually_begins_with_the_present_hours(terms_told, on, since):
    began = "2020-01-01" if terms_told else "2026-10-01"
    role = Life().role("Atlas", *terms_told, since=began).roles[0]

    assert usual_start(role, day(on)) == day(since)


def test_half_a_day_of_leave_lowers_what_is_due_by_its_hours():
    life = Life().role("Practice", "40/week")
    life.is_away("2026-11-04", "2026-11-05", hours="4")
    life.is_away("2026-11-05", "2026-11-06", "sickness", hours="2")

    week = total(life, "2026-11-02", "2026-11-09")

    assert week.due == pytest.approx(34, abs=CLOSE)
    assert week.free == pytest.approx({DayOff.LEAVE: 4, DayOff.SICKNESS: 2})


def opened(hours: str, on: str) -> Life:
    """Return a life with 10 hours a week, of which the account begins with a balance."""
    return Life("2026-11-15").role(
        "Practice", "10/week", balance=Decimal(hours), balance_from=day(on)
    )


@pytest.mark.parametrize("hours", ["12.5", "-8", "0"])
def test_an_account_begins_with_the_balance_that_was_told(hours):
    life = opened(hours, "2026-11-02").gives("Practice", 13, "2026-11-03")

    week = of(life, "2026-11-02", "2026-11-09")

    # 13 hours given, 10 due.
    assert week.total.balance == pytest.approx(float(hours) + 3)
    assert week.opening == float(hours)


def test_a_balance_of_another_day_is_not_counted():
    life = opened("12", "2026-11-02").gives("Practice", 13, "2026-11-10")

    assert total(life, "2026-11-09", "2026-11-16").balance == pytest.approx(3)


@pytest.mark.parametrize(
    ("since", "start"),
    [(None, "2026-01-05"), ("2025-06-01", "2026-01-05"), ("2026-03-02", "2026-03-02")],
)
def test_an_account_starts_on_the_day_of_its_balance(since, start):
    portfolio = opened("12", "2026-01-05").portfolio()

    assert account_start(portfolio, 0, day(since) if since else None) == day(start)
