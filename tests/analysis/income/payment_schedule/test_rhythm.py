"""How often somebody pays, read off the days alone."""

from datetime import date, timedelta

import numpy as np
import pytest

from plait.analysis.income.payment_schedule.rhythm import (
    Every,
    is_twice_a_month,
    rhythm_of,
)
from plait.domain.period import add_months


def every(days, amounts=None):
    on = np.array(sorted(days), dtype="datetime64[D]")
    given = np.ones(len(on)) if amounts is None else np.array(amounts, dtype=float)
    found = rhythm_of(on, given)
    return found and found.every


def each(gap, n, *, since=date(2025, 1, 3)):
    return [since + timedelta(days=gap * i) for i in range(n)]


def last_friday(month):
    last = add_months(month, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - 4) % 7)


MONTHS = [add_months(date(2025, 1, 1), i) for i in range(24)]


@pytest.mark.parametrize(
    ("gap", "told"),
    [(7, Every.WEEK), (14, Every.FORTNIGHT), (28, Every.FOUR_WEEKS)],
)
def test_pay_by_so_many_weeks_is_told_by_its_gap(gap, told):
    assert every(each(gap, 12)) is told


@pytest.mark.parametrize(
    ("months", "told"),
    [
        (1, Every.MONTH),
        (2, Every.TWO_MONTHS),
        (3, Every.QUARTER),
        (6, Every.HALF_YEAR),
        (12, Every.YEAR),
    ],
)
def test_pay_by_so_many_months_is_told_by_its_gap(months, told):
    assert every(MONTHS[::months]) is told


def test_the_last_friday_of_a_month_is_a_month_and_not_four_weeks():
    days = [last_friday(month) for month in MONTHS]
    gaps = np.diff(np.array(days, dtype="datetime64[D]")).astype(int)

    assert set(gaps.tolist()) == {28, 35}
    assert every(days) is Every.MONTH


def test_a_payday_that_a_holiday_moved_keeps_the_fortnight():
    days = each(14, 12)
    days[5] -= timedelta(days=1)

    assert every(days) is Every.FORTNIGHT


def test_two_paydays_a_month_are_no_fortnight():
    days = [m.replace(day=d) for m in MONTHS for d in (15, 28)]

    assert every(days) is None
    assert is_twice_a_month(np.array(days, dtype="datetime64[D]"))


def test_a_month_left_out_now_and_then_keeps_the_rhythm():
    days = [m.replace(day=24) for m in MONTHS if m.month != 8]

    assert every(days) is Every.MONTH


def test_invoices_paid_whenever_have_no_rhythm():
    days = [date(2025, 1, 6), date(2025, 1, 9), date(2025, 3, 1), date(2025, 3, 28)]
    days += [date(2025, 6, 2), date(2025, 6, 30), date(2025, 7, 1), date(2025, 11, 3)]

    assert every(days) is None


@pytest.mark.parametrize("n", [0, 1, 2, 3, 4])
def test_a_few_payments_are_no_month_yet(n):
    assert every([m.replace(day=24) for m in MONTHS[:n]]) is None


def test_twice_a_year_apart_is_yearly_only_if_about_as_large():
    days = [date(2025, 3, 3), date(2026, 3, 5)]

    assert every(days, [1200, 1260]) is Every.YEAR
    assert every(days, [80, 1260]) is None


def test_several_payments_on_one_day_are_one_payday():
    days = [m.replace(day=24) for m in MONTHS for _ in range(3)]

    assert every(days) is Every.MONTH
