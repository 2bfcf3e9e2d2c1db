"""Statements that follow each other, or do not."""

from datetime import date

from plait.domain.known import Statement, gaps_of, jumps_of
from plait.domain.period import Period


def days(
    starts: str,
    ends: str,
    opening: int | None = None,
    closing: int | None = None,
    lines: int | None = None,
    **more,
) -> Statement:
    return Statement(
        date.fromisoformat(starts),
        date.fromisoformat(ends),
        is_stated=more.pop("is_stated", True),
        opening_minor=opening,
        closing_minor=closing,
        lines_minor=lines,
        currency="EUR",
        **more,
    )


AUGUST = days("2026-08-01", "2026-08-31", 10_000, 12_000)
SEPTEMBER = days("2026-09-01", "2026-09-30", 12_000, 15_000)
OCTOBER = days("2026-10-01", "2026-10-31", 15_000, 15_500)


def test_statements_in_a_row_have_no_gap_and_no_jump():
    each = [OCTOBER, AUGUST, SEPTEMBER]

    assert gaps_of(each) == ()
    assert jumps_of(each) == ()


def test_a_month_without_a_statement_is_a_gap():
    assert gaps_of([AUGUST, OCTOBER]) == (Period(date(2026, 9, 1), date(2026, 10, 1)),)


def test_days_between_two_equal_balances_are_no_gap():
    # A bank that writes a statement a day leaves out the days without lines.
    later = days("2026-10-01", "2026-10-01", 12_000, 13_000)

    assert gaps_of([AUGUST, later]) == ()


def test_a_long_weekend_without_balances_is_no_gap():
    easter = [days("2026-04-02", "2026-04-02"), days("2026-04-07", "2026-04-07")]

    assert gaps_of(easter) == ()


def test_days_without_lines_are_a_gap_only_if_there_usually_are_some():
    two = [
        days("2026-01-02", "2026-06-29", is_stated=False),
        days("2026-08-02", "2026-11-28", is_stated=False),
    ]

    assert gaps_of(two, usual_days=3) == (Period(date(2026, 6, 30), date(2026, 8, 2)),)
    assert gaps_of(two, usual_days=31) == ()


def test_files_that_overlap_have_no_gap():
    year = days("2026-01-01", "2026-12-31")

    assert gaps_of([year, OCTOBER, AUGUST]) == ()


def test_a_balance_that_does_not_follow_is_a_jump():
    wrong = days("2026-10-01", "2026-10-31", 14_800, 15_300)

    [jump] = jumps_of([SEPTEMBER, wrong])

    assert (jump.since, jump.on) == (date(2026, 9, 30), date(2026, 10, 1))
    assert jump.difference_minor == -200  # 148.00 instead of 150.00


def test_lines_that_do_not_lead_to_the_closing_balance_are_a_jump():
    [jump] = jumps_of([days("2026-10-01", "2026-10-31", 15_000, 15_500, 400)])

    assert jump.is_within
    assert jump.difference_minor == 100  # 150.00 and 4.00 are 154.00, not 155.00


def test_several_statements_of_one_day_may_come_in_any_order():
    same_day = [
        days("2026-10-01", "2026-10-01", 12_000, 13_000),
        days("2026-10-01", "2026-10-01", 10_000, 12_000),
    ]

    assert jumps_of(same_day) == ()


def test_a_statement_in_two_files_is_one():
    assert jumps_of([SEPTEMBER, SEPTEMBER, OCTOBER]) == ()
