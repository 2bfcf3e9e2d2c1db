"""Income by role and month, and what may be said of a stream."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.series.mann_kendall import kendall
from plait.analysis.series.streams import Income, Stream, Trend, income_of
from plait.domain.records import RecordStatus
from plait.reference.rates import published_rates
from tests.cast import Life, day


def income(life: Life) -> Income:
    portfolio = life.portfolio()
    currencies = [*portfolio.payments.currencies, portfolio.person.currency]
    return income_of(portfolio, published_rates(currencies))


def stream(amounts, *, then: Life | None = None, **told) -> Stream:
    """Return a stream paid so much a month up to October 2026."""
    life = then or Life(on="2026-11-20")
    life.role("Columns").is_paid_monthly("Columns", amounts, **told)
    # The account is in daily use: it tells every month whole.
    life.is_paid_on("", "-1 EUR", "2026-11-19", status=RecordStatus.PRIVATE)
    return next(s for s in income(life).streams if s.role == len(life.roles) - 1)


def test_an_empty_book_has_no_income():
    none = income(Life().role("Practice"))

    assert none.streams == ()
    assert none.total.tolist() == []
    assert none.open_in == 0


def test_income_is_summed_by_role_and_month():
    life = Life(on="2026-11-20").role("Practice").role("Board").role("Training")
    life.is_paid_on("Practice", "2950 EUR", "2026-09-24")
    life.is_paid_on("Practice", "2950 EUR", "2026-10-23")
    life.is_paid_on("Practice", "50.25 EUR", "2026-10-31")
    life.is_paid_on("Training", "880 EUR", "2026-10-01")

    found = income(life)

    assert [str(month) for month in found.months] == ["2026-09", "2026-10"]
    assert [s.role for s in found.streams] == [0, 2]  # the board is not paid
    assert found.streams[0].monthly.tolist() == [2950, 3000.25]
    assert found.streams[1].monthly.tolist() == [0, 880]
    assert found.total.tolist() == [2950, 3880.25]


def test_the_month_of_the_date_is_left_out():
    life = Life(on="2026-11-20").role("Practice")
    life.is_paid_monthly("Practice", "2950 EUR", months=2)
    life.is_paid_on("Practice", "9999 EUR", "2026-11-19")

    practice = income(life).streams[0]

    assert practice.monthly.tolist() == [2950, 2950]
    assert practice.last_on == day("2026-11-19")


def test_one_payment_in_the_middle_of_a_month_makes_a_stream_without_months():
    life = Life().role("Practice").is_paid_on("Practice", "2950 EUR", "2026-06-15")

    practice = income(life).streams[0]

    assert practice.monthly.tolist() == []
    assert (practice.last_year, practice.last_half, practice.since) == (0, 0, 0)
    assert practice.trend is Trend.TOO_SHORT
    assert practice.last_on == day("2026-06-15")


def test_costs_stand_apart_and_take_nothing_off_the_income():
    life = Life().role("Study").is_paid_on("Study", "-1980 EUR", "2026-09-01")
    life.is_paid_on("Study", "500 EUR", "2026-10-30", by="Talent Fund")

    study = income(life).streams[0]

    assert study.monthly.tolist() == [0, 500]
    assert study.costs.tolist() == [1980, 0]


def test_a_refund_to_a_client_is_a_cost_and_one_to_nora_an_income():
    life = Life().role("Training").is_paid_on("Training", "880 EUR", "2026-09-30")
    life.is_paid_on("Training", "-880 EUR", "2026-10-02", by="A client")
    life.is_paid_on("Training", "30 EUR", "2026-10-30", by="The railway")

    training = income(life).streams[0]

    assert training.monthly.tolist() == [880, 30]
    assert training.costs.tolist() == [0, 880]


def test_a_role_with_costs_only_has_no_trend_and_no_months_since():
    life = Life().role("Study").is_paid_monthly("Study", "-1980 EUR", months=14)

    study = income(life).streams[0]

    assert (study.trend, study.since, study.last_on) == (Trend.TOO_SHORT, 0, None)
    assert study.costs.sum() == 14 * 1980


def test_pounds_are_counted_at_the_rate_of_their_day():
    # On 2 January 2024 a euro was 0.86645 pounds: 780 / 0.86645 = 900.2251 euros.
    life = Life(on="2024-03-20").role("Flat").role("Practice")
    life.is_paid_on("Flat", "780 GBP", "2024-01-02")
    life.is_paid_on("Practice", "1000 EUR", "2024-01-31")

    found = income(life)

    assert found.currency == "EUR"
    assert found.streams[0].monthly.round(4).tolist() == [900.2251]
    assert found.total.round(4).tolist() == [1900.2251]


def test_a_person_who_counts_in_pounds_sees_pounds():
    # 1000 euros at 0.86645 pounds each.
    life = Life(on="2024-03-20", currency="GBP").role("Flat")
    life.is_paid_on("Flat", "780 GBP", "2024-01-02")
    life.is_paid_on("Flat", "1000 EUR", "2024-01-02")
    life.is_paid_on("", "-1 GBP", "2024-02-01", status=RecordStatus.PRIVATE)

    assert income(life).streams[0].monthly.round(2).tolist() == [780 + 866.45]


def test_yen_have_no_cents():
    # 155.68 yen for a euro on 2 January 2024: 15568 / 155.68 = 100.
    life = (
        Life(on="2024-03-20").role("Flat").is_paid_on("Flat", "15568 JPY", "2024-01-02")
    )
    life.is_paid_on("", "-1 EUR", "2024-02-01", status=RecordStatus.PRIVATE)

    assert income(life).streams[0].monthly.round(9).tolist() == [100]


def test_money_without_a_rate_is_left_out_and_breaks_nothing():
    life = Life().role("Flat").is_paid_on("Flat", "9000 UAH", "2026-10-30")
    life.is_paid_on("Flat", "100 EUR", "2026-10-30")

    assert income(life).streams[0].monthly.tolist() == [100]


def test_money_in_the_inbox_is_told_apart():
    life = Life().role("Practice").is_paid_monthly("Practice", "10 EUR", months=14)
    life.is_paid_on("", "400 EUR", "2025-10-30")  # thirteen whole months ago
    life.is_paid_on("", "500 EUR", "2025-11-01")  # twelve
    life.is_paid_on("", "700 EUR", "2026-10-31")
    life.is_paid_on("", "900 EUR", "2026-11-02")  # the running month
    life.is_paid_on("", "-50 EUR", "2026-10-31")
    life.is_paid_on("", "60 EUR", "2026-10-31", status=RecordStatus.PRIVATE)

    found = income(life)

    assert found.open_in == 500 + 700
    assert found.total.sum() == 140


def test_last_year_is_the_last_twelve_whole_months():
    assert stream([999, 999, *[100] * 12]).last_year == 1200


def test_half_years_are_monthly_means():
    # The last six months bring 200 each, the six before 100.
    columns = stream([999] * 3 + [100] * 6 + [200] * 6)

    assert (columns.half_before, columns.last_half) == (100, 200)


def test_a_stream_younger_than_a_year_is_measured_over_the_months_it_has():
    practice = Life().role("Practice").is_paid_monthly("Practice", "10 EUR", months=30)

    columns = stream([100] * 2 + [200] * 6, then=practice)

    assert (columns.half_before, columns.last_half) == (100, 200)


@pytest.mark.parametrize(
    ("amounts", "trend"),
    [
        # Twelve rising months score 4.46 (see test_kendall); 1.645 is unlikely.
        (range(100, 220, 10), Trend.GROWS),
        (range(220, 100, -10), Trend.SHRINKS),
        ([100] * 12, Trend.STEADY),
        ([100, 300] * 6, Trend.STEADY),
        # S = 66 again, but half a year brings 6 percent more: 657 after 621.
        (range(101, 113), Trend.STEADY),
        # 55 pairs rise and 11 fall: S = 44 scores 2.95. Yet the large payment lies in
        # the first half, 9015 against 51: the halves disagree, and nothing is said.
        ([9000, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], Trend.STEADY),
        (range(100, 210, 10), Trend.TOO_SHORT),  # eleven months
        ([5, 0, 0, 5, 0, 0, 5, 0, 0, 5, 0, 5], Trend.TOO_SHORT),  # paid in five
    ],
)
def test_twelve_whole_months_say_where_a_stream_goes(amounts, trend):
    assert stream(amounts).trend is trend


def test_a_new_stream_does_not_grow_for_being_new():
    # Seven months at 500 after two years of the practice alone.
    practice = Life().role("Practice").is_paid_monthly("Practice", "10 EUR", months=24)

    assert stream([500] * 7, then=practice).trend is Trend.TOO_SHORT


def test_pounds_that_slide_against_the_euro_are_no_trend():
    # From August 2012 to July 2013 the pound fell from 1.26 to 1.15 euros: a month
    # of 780 pounds fell by some 5 percent from one half of the year to the other.
    life = Life(on="2013-08-20").role("Flat")
    life.is_paid_monthly("Flat", "780 GBP", months=12)
    life.is_paid_on("", "-1 EUR", "2013-08-10", status=RecordStatus.PRIVATE)

    flat = income(life).streams[0]

    assert kendall(flat.monthly) < -1.645
    assert round(1 - flat.last_half / flat.half_before, 2) == 0.05
    assert flat.trend is Trend.STEADY


@pytest.mark.parametrize(
    ("paid", "since", "trend"),
    [
        # Paid every month: two have not come, the month of the third has begun.
        ([100] * 12 + [0, 0], 2, Trend.DRY),
        ([100] * 12 + [0], 1, Trend.STEADY),
        # Paid every third month; two payments and two months are eight months.
        ([100, 0, 0] * 6 + [0] * 6, 8, Trend.DRY),
        ([100, 0, 0] * 6 + [0] * 5, 7, Trend.STEADY),
        # Paid in five months only: too little to know what is usual.
        ([100] * 5 + [0] * 9, 9, Trend.TOO_SHORT),
        ([100] * 6 + [0] * 9, 9, Trend.DRY),
    ],
)
def test_a_stream_is_dry_in_the_month_of_the_third_missing_payment(paid, since, trend):
    columns = stream(paid)

    assert (columns.since, columns.trend) == (since, trend)


def test_a_payment_in_the_running_month_says_that_the_stream_is_not_dry():
    life = Life(on="2026-11-20")

    dry = stream([100] * 12 + [0, 0], then=life)
    paid_again = income(life.is_paid_on("Columns", "100 EUR", "2026-11-10")).streams[0]

    assert (dry.trend, dry.since) == (Trend.DRY, 2)
    assert paid_again.trend is not Trend.DRY
    assert (paid_again.since, paid_again.last_on) == (0, day("2026-11-10"))


def test_a_statement_that_stops_early_does_not_make_a_stream_dry():
    # Her firm's statements end in May; the account she lives from goes on.
    life = Life(on="2026-11-20").role("Training")
    life.is_paid_monthly(
        "Training", "880 EUR", months=18, until="2026-05-01", account="firm"
    )

    life.role("Practice").is_paid_monthly("Practice", "2950 EUR", months=24)

    training, practice = income(life).streams
    assert training.monthly[-5:].tolist() == [0] * 5  # no money is known
    assert (training.since, training.trend) == (0, Trend.STEADY)
    assert training.last_half == 880
    assert practice.trend is Trend.STEADY


def test_a_stream_that_moved_to_another_account_is_followed_there():
    life = Life(on="2026-11-20").role("Practice")
    life.is_paid_monthly(
        "Practice", "2950 EUR", months=12, until="2025-12-01", account="old"
    )
    life.is_paid_monthly("Practice", "2950 EUR", months=10, account="new")

    practice = income(life).streams[0]

    assert (practice.since, practice.trend) == (0, Trend.STEADY)


def test_a_cost_on_another_account_does_not_make_a_stream_dry():
    # The firm's statements end in May; a train ticket is paid from her own account.
    life = Life(on="2026-11-20").role("Training")
    life.is_paid_monthly(
        "Training", "880 EUR", months=18, until="2026-05-01", account="firm"
    )
    life.is_paid_on("Training", "-30 EUR", "2026-11-02", account="own")

    assert income(life).streams[0].trend is Trend.STEADY


amounts = st.lists(st.integers(0, 5000), min_size=1, max_size=30)


def told(cents: list[int], factor: int = 1) -> Life:
    life = Life(on="2026-11-20").role("Columns")
    life.is_paid_monthly("Columns", [c * factor / 100 for c in cents])
    return life.is_paid_on("", "-1 EUR", "2026-11-19", status=RecordStatus.PRIVATE)


@given(amounts, st.integers(2, 50))
def test_scaling_all_amounts_scales_the_months_and_changes_no_trend(cents, factor):
    one, other = income(told(cents)), income(told(cents, factor))

    assert np.allclose(other.total, factor * one.total)
    assert [s.trend for s in other.streams] == [s.trend for s in one.streams]


@given(amounts, st.integers(0, 29))
def test_a_payment_of_nothing_changes_nothing(cents, back):
    life = told([*cents, 100])
    before = income(life).streams[0]

    paid_on = life.payments[back % (len(life.payments) - 1)].on
    after = income(life.is_paid_on("Columns", "0 EUR", paid_on)).streams[0]

    assert after.monthly.tolist() == before.monthly.tolist()
    assert (after.trend, after.since) == (before.trend, before.since)


@given(amounts, amounts)
def test_all_streams_together_are_all_the_money_of_whole_months(one, other):
    life = told(one).role("Board").is_paid_monthly("Board", [c / 100 for c in other])

    found = income(life)

    # Everything is paid up to October, and the first month is where money begins.
    assert found.total.sum() == pytest.approx((sum(one) + sum(other)) / 100)
