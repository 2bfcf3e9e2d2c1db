"""What a stream brings and costs a month, of late."""

from plait.analysis.series.recent import MonthlyMeans, monthly_means
from plait.analysis.series.streams import income_of
from plait.reference.rates import rates_for
from tests.cast import Life


def stream(life):
    return income_of(life.portfolio(), rates_for(["EUR"])).streams[0]


def test_a_year_is_the_last_twelve_months():
    # Twelve months of 100 before twelve of 200.
    each = [100] * 12 + [200] * 12
    life = Life().role("Atlas").is_paid_monthly("Atlas", each)

    assert monthly_means(stream(life)) == MonthlyMeans(
        income=200.0, costs=0.0, n_months=12, months=tuple(range(12, 24))
    )


def test_a_young_stream_counts_from_its_first_money():
    life = Life().role("Atlas").role("Old")
    life.is_paid_monthly("Old", "50 EUR", months=24)
    life.is_paid_monthly("Atlas", "300 EUR", months=3)

    assert monthly_means(stream(life)) == MonthlyMeans(
        income=300.0, costs=0.0, n_months=3, months=(21, 22, 23)
    )


def test_months_without_money_count_once_it_came():
    life = Life().role("Atlas").is_paid_on("Atlas", "300 EUR", "2026-08-31")
    life.is_paid_on("Atlas", "300 EUR", "2026-10-31")

    # August and October: 600 over three months
    assert monthly_means(stream(life)).income == 200.0


def test_costs_are_a_mean_over_the_same_months():
    life = Life().role("Study").is_paid_on("Study", "-150 EUR", "2026-09-30")
    life.is_paid_on("Study", "-50 EUR", "2026-10-31")

    assert monthly_means(stream(life)) == MonthlyMeans(
        income=0.0, costs=100.0, n_months=2, months=(0, 1)
    )


def test_what_is_over_is_told_by_its_own_last_year():
    life = Life().role("Past", until="2024-01-01").role("Atlas")
    life.is_paid_monthly("Past", "400 EUR", months=24, until="2023-12-28")
    life.is_paid_on("Atlas", "1 EUR", "2026-10-31")

    assert monthly_means(stream(life), is_over=True).income == 400.0


def test_money_of_this_month_alone_says_nothing_yet():
    life = Life().role("Atlas").role("Old")
    life.is_paid_on("Old", "1 EUR", "2026-09-30")
    life.is_paid_on("Atlas", "300 EUR", "2026-11-18")

    assert monthly_means(stream(life)) == MonthlyMeans(0.0, 0.0, 0)
