"""After the last day known nothing is missing, late, short or zero."""

from datetime import date

import numpy as np
import pytest

from plait.analysis.hours.balance import Verdict, balance
from plait.analysis.hours.capacity.capacity import capacity
from plait.analysis.hours.drift.drift import drifts
from plait.analysis.hours.free_days import set_aside_weeks
from plait.analysis.income.artefacts import artefacts
from plait.analysis.income.case_from_portfolio import case_of
from plait.analysis.income.concentration.parts import parts_of
from plait.analysis.income.expected import Kind, expected
from plait.analysis.income.model_from_portfolio import from_book
from plait.analysis.series.known import (
    hours_known_until,
    income_known_until,
    months_known,
    whole_months,
)
from plait.analysis.series.streams import Trend, income_of
from plait.analysis.series.weeks import weeks_of
from plait.reference.rates import published_rates
from tests.cast import Life, amt, terms

RATES = published_rates({"EUR"})
PAY = terms("24/week", pay="2000 EUR/month")


def paid(
    *, until: str = "2026-10-31", on: str = "2026-11-30", months: int = 24
) -> Life:
    """Be paid 2,000 at the end of each month, the last time in `until`'s."""
    life = Life(on).role("Atlas", PAY)
    return life.is_paid_monthly("Atlas", "2000 EUR", months=months, until=until)


def stream(life: Life):
    [one] = income_of(life.portfolio(), RATES).streams
    return one


def unexpected(life: Life):
    portfolio = life.portfolio()
    found = expected(portfolio, income_of(portfolio, RATES), RATES).unexpected
    return [one.kind for one in found]


def test_a_statement_until_october_says_nothing_of_november():
    life = paid(on="2026-12-20").is_covered("main", "2026-10-31")

    assert income_known_until(life.portfolio(), 0) == date(2026, 10, 31)
    assert str(whole_months(life.portfolio()).starts[-1]) == "2026-10"
    assert unexpected(life) == []
    assert stream(life).last_year == 12 * 2000


def test_what_is_missing_before_the_last_day_known_is_found():
    life = paid(on="2026-12-20").is_covered("main", "2026-12-15")

    assert unexpected(life) == [Kind.MISSING]


@pytest.mark.parametrize(
    ("known", "is_overdue"), [("2026-11-05", False), ("2026-11-25", True)]
)
def test_an_invoice_is_overdue_only_as_far_as_the_account_is_known(known, is_overdue):
    life = Life("2026-11-30").role("Atlas", terms(pay="85 EUR/hour"))
    life.is_paid_on("Atlas", "300 EUR", "2026-09-01")
    life.invoices_for("Atlas", "500 EUR", "2026-10-11", "2026-11-10", number="7")
    life.is_covered("main", known)

    assert (unexpected(life) == [Kind.MISSING]) is is_overdue


def test_a_stream_that_ended_is_found_where_the_account_is_known_beyond():
    ended = paid(until="2026-05-31").is_covered("main", "2026-11-29")
    unknown = paid(until="2026-05-31").is_covered("main", "2026-06-02")

    assert stream(ended).trend is Trend.DRY
    assert stream(unknown).trend is not Trend.DRY
    assert unexpected(unknown) == []


def two_accounts() -> Life:
    """Two streams on two accounts, one of which is known until August only."""
    life = Life("2026-11-30").role("Atlas", PAY).role("Board", PAY)
    life.is_paid_monthly("Atlas", "2000 EUR", months=24, until="2026-10-31")
    life.is_paid_monthly(
        "Board", "1000 EUR", months=22, until="2026-08-31", account="savings"
    )
    life.is_covered("main", "2026-11-29")
    return life.is_covered("savings", "2026-08-31")


def test_of_two_accounts_the_one_that_stopped_is_not_zero():
    portfolio = two_accounts().portfolio()
    income = income_of(portfolio, RATES)
    atlas, board = income.streams

    assert (atlas.last_year, board.last_year) == (24_000, 12_000)
    assert board.trend is Trend.STEADY
    # September and October lack the board.
    assert str(income.months[income.is_known][-1]) == "2026-08"
    assert artefacts(portfolio, income, RATES).usual_month == pytest.approx(3000)


def test_shares_and_simulated_months_are_of_what_is_known():
    portfolio = two_accounts().portfolio()
    model = from_book(portfolio, income_of(portfolio, RATES), RATES).model

    assert {part.net for part in parts_of(portfolio, RATES).parts} == {24_000, 12_000}
    assert [round(one.monthly) for one in model.streams] == [2000, 1000]


def test_a_month_without_a_statement_is_unknown_and_not_nothing():
    life = Life("2026-11-30").role("Atlas", PAY)
    life.is_paid_monthly("Atlas", "2000 EUR", months=20, until="2026-08-31")
    life.is_paid_on("Atlas", "2000 EUR", "2026-10-31")
    life.is_covered("main", "2026-11-29", gaps=[("2026-09-01", "2026-10-01")])
    portfolio = life.portfolio()
    months = whole_months(portfolio)

    known = months_known(portfolio, 0, months)

    assert [str(m) for m in months.starts[~known]] == ["2026-09"]
    assert stream(life).last_year == 12 * 2000
    assert from_book(portfolio, income_of(portfolio, RATES), RATES).model.streams[
        0
    ].monthly == pytest.approx(2000)


def test_a_payday_in_a_gap_is_not_missing():
    life = Life("2026-11-30").role("Atlas", PAY)
    life.is_paid_monthly("Atlas", "2000 EUR", months=20, until="2026-08-31")
    life.is_paid_on("Atlas", "2000 EUR", "2026-10-31")
    life.is_covered("main", "2026-11-15")

    assert unexpected(life) == [Kind.MISSING]
    life.known.clear()
    life.is_covered("main", "2026-11-15", gaps=[("2026-09-02", "2026-10-05")])
    assert unexpected(life) == []


def test_what_is_entered_by_hand_is_known_as_far_as_the_last_of_it():
    life = paid(until="2026-05-31", months=12)
    life.is_covered("", "2026-11-20", is_by_hand=True, last={"Atlas": "2026-05-31"})

    assert income_known_until(life.portfolio(), 0) == date(2026, 11, 20)


def test_four_payments_a_year_are_no_usual_month_of_nothing():
    life = Life("2026-11-30").role("Studio", terms(pay="6000 EUR/fixed"))
    for on in ("2025-12-05", "2026-03-17", "2026-07-02", "2026-10-21"):
        life.is_paid_on("Studio", "6000 EUR", on)
    life.is_covered("main", "2026-11-29")
    portfolio = life.portfolio()

    found = artefacts(portfolio, income_of(portfolio, RATES), RATES)

    # 18,000 in the eleven whole months from December to October, and 6,000 in the first.
    assert found.usual_month == pytest.approx(24_000 / 11)


def tracked() -> Life:
    """Atlas by a tracker exported until 15 November, the board by hand until the 29th."""
    life = Life("2026-11-30", capacity=40).role("Atlas", "24/week")
    life.role("Board", "8/week")
    life.gives_weekly("Atlas", 24, weeks=30, until="2026-11-13")
    life.gives_weekly("Board", 8, weeks=32, until="2026-11-27")
    life.is_covered("toggl", "2026-11-13", kind="tracker", last={"Atlas": "2026-11-13"})
    return life.is_covered(
        *("", "2026-11-27"),
        kind="tracker",
        is_by_hand=True,
        last={"Board": "2026-11-27"},
    )


def test_the_weeks_after_a_tracker_s_last_day_are_not_empty():
    portfolio = tracked().portfolio()
    weeks = weeks_of(portfolio)

    assert hours_known_until(portfolio, 0) == date(2026, 11, 13)
    assert len(weeks) - weeks.known_of_role[0] == 2
    assert weeks.is_known.tolist() == [True] * (len(weeks) - 2) + [False] * 2


def test_hours_are_not_short_where_the_tracker_was_not_exported():
    found = balance(tracked().portfolio())

    assert [one.verdict for one in found.roles] == [Verdict.WITHIN, Verdict.WITHIN]
    assert found.actual == pytest.approx(32)


def test_weeks_ahead_are_forecast_from_weeks_that_are_known():
    portfolio = tracked().portfolio()

    first = capacity(portfolio, weeks_of(portfolio)).weeks[0]

    assert first.load == pytest.approx(32, abs=1)


def test_no_drift_comes_of_weeks_that_are_not_known():
    portfolio = tracked().portfolio()
    weeks = weeks_of(portfolio)

    found = drifts(portfolio, weeks, set_aside_weeks(portfolio, weeks))

    assert all(one.over_by_now in {None, 0.0} for one in found)


def test_a_role_logged_by_hand_is_known_as_far_as_any_other_is():
    life = Life("2026-11-30").role("Atlas", "24/week").role("Board", "8/week")
    life.gives_weekly("Atlas", 24, weeks=30, until="2026-09-25")
    life.gives_weekly("Board", 8, weeks=30, until="2026-11-27")
    by_hand = {"Atlas": "2026-09-25", "Board": "2026-11-27"}
    life.is_covered(*("", "2026-11-27"), kind="tracker", is_by_hand=True, last=by_hand)
    weeks = weeks_of(life.portfolio())

    assert np.all(weeks.is_known)
    assert weeks.known_of_role.tolist() == [len(weeks)] * 2


def test_four_payments_a_year_are_no_weak_month_of_nothing():
    life = Life("2026-11-30", savings=amt("12000 EUR"), floor=amt("1500 EUR")).role(
        "Studio", terms(pay="6000 EUR/fixed")
    )
    for on in ("2025-12-05", "2026-03-17", "2026-07-02", "2026-10-21"):
        life.is_paid_on("Studio", "6000 EUR", on)
    life.is_covered("main", "2026-11-29")
    portfolio = life.portfolio()

    case = case_of(portfolio, income_of(portfolio, RATES), RATES)

    assert case.streams[0].weak > 1000
