"""What the calendar does to an income, and the income without it."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.analysis.income.artefacts import Artefact, artefacts
from plait.analysis.series.streams import income_of
from plait.domain.period import add_months
from plait.domain.records import RecordStatus
from plait.reference.rates import published_rates
from tests.cast import Life, day, terms

FORTNIGHTS = [day("2024-01-05") + timedelta(days=14 * i) for i in range(75)]


def found_in(life):
    portfolio = life.portfolio()
    rates = published_rates([*portfolio.payments.currencies, "EUR"])
    income = income_of(portfolio, rates)
    return income, artefacts(portfolio, income, rates)


def only(life):
    """Return the artefacts of the first stream, months as they are written."""
    # The account is in daily use: it tells every month whole.
    life.is_paid_on("", "-1 EUR", "2026-11-19", status=RecordStatus.PRIVATE)
    income, found = found_in(life)
    stream = found.streams[0]
    seen = {f.artefact: [str(income.months[i]) for i in f.months] for f in stream.found}
    return stream, seen


def salaried():
    return Life().role("Practice", terms("24/week", pay="2900 EUR/salary"))


def paid(life, days, amount="1000 EUR", role="Practice"):
    for on in days:
        if on <= life.on:
            life.is_paid_on(role, amount, on)
    return life


def test_an_empty_book_has_no_artefacts():
    _, found = found_in(Life().role("Practice"))

    assert found.streams == ()
    assert found.total.tolist() == []
    assert found.before is None


def test_a_steady_salary_has_nothing_to_spread():
    stream, seen = only(salaried().is_paid_monthly("Practice", "2900 EUR", months=24))

    assert seen == {}
    assert stream.spread.tolist() == stream.raw.tolist()
    assert (stream.before.deviation, stream.before.far_off) == (0, 0)


def test_months_with_three_paydays_are_told_and_spread():
    stream, seen = only(paid(salaried(), FORTNIGHTS))

    # Fridays from 5 January 2024 on, every other: three in March and August 2024 ...
    assert seen[Artefact.FORTNIGHTS][:2] == ["2024-03", "2024-08"]
    assert set(stream.raw.tolist()) == {2000, 3000}
    # ... and 26 in 2024: 26,000 / 12 = 2,166.67 in each of its months.
    assert stream.spread[:12] == pytest.approx([26_000 / 12] * 12, rel=0.01)
    assert stream.before.deviation == pytest.approx(0.17, abs=0.02)
    assert stream.after.deviation < 0.01


def test_months_with_five_fridays_are_told_of_weekly_pay():
    fridays = [day("2025-01-03") + timedelta(days=7 * i) for i in range(98)]
    stream, seen = only(paid(salaried(), fridays, "500 EUR"))

    assert seen[Artefact.WEEKS][:4] == ["2025-01", "2025-05", "2025-08", "2025-10"]
    # A month is 30.4375 days of 500 / 7 each, within a few tenths of a percent.
    assert stream.spread[1:-1] == pytest.approx(30.4375 * 500 / 7, rel=0.005)


def test_pay_every_four_weeks_is_spread_over_the_year():
    days = [day("2024-12-13") + timedelta(days=28 * i) for i in range(26)]
    stream, seen = only(paid(salaried(), days, "2800 EUR"))

    # Thirteen in 2025, from 10 January on: two of them in May, the 2nd and the 30th.
    assert seen[Artefact.FOUR_WEEKS] == ["2025-05", "2026-05"]
    assert stream.spread[1:13] == pytest.approx([13 * 2800 / 12] * 12, rel=0.005)


def test_holiday_allowance_and_thirteenth_month_are_spread_over_twelve_months():
    life = salaried().is_paid_monthly("Practice", "2900 EUR", months=24)
    for on, amount in (
        ("2025-05-31", "2000 EUR"),
        ("2026-05-31", "2000 EUR"),
        ("2025-12-31", "1400 EUR"),
    ):
        life.is_paid_on("Practice", amount, on)
    stream, seen = only(life)

    assert seen[Artefact.HOLIDAY] == ["2025-05", "2026-05"]
    assert seen[Artefact.YEAR_END] == ["2025-12"]
    # 2,900 and a twelfth of 2,000 and of 1,400: 2,900 + 166.67 + 116.67.
    assert stream.spread[2:14] == pytest.approx([2900 + 3400 / 12] * 12)
    assert stream.usual_month == pytest.approx(3183.33, abs=0.01)
    # Three of 24 months lie more than a quarter off; none once spread.
    assert (stream.before.far_off, stream.after.far_off) == (3 / 24, 0)


def test_an_allowance_paid_in_one_sum_with_the_salary_is_seen_too():
    amounts = [4900 if month % 12 == 6 else 2900 for month in range(24)]
    stream, seen = only(salaried().is_paid_monthly("Practice", amounts))

    # The 7th of the months from November 2024 on is May.
    assert seen == {Artefact.HOLIDAY: ["2025-05", "2026-05"]}
    assert stream.spread[2:14] == pytest.approx([2900 + 2000 / 12] * 12)


def test_one_good_month_of_a_client_is_no_artefact():
    amounts = [900] * 20 + [2000] + [900] * 3
    stream, seen = only(Life().role("Practice").is_paid_monthly("Practice", amounts))

    assert seen == {}
    assert stream.spread.tolist() == stream.raw.tolist()


def test_a_clients_extra_in_the_same_month_of_two_years_is_yearly():
    amounts = [2000 if month % 12 == 4 else 900 for month in range(24)]
    _, seen = only(Life().role("Practice").is_paid_monthly("Practice", amounts))

    assert seen == {Artefact.YEARLY_EXTRA: ["2025-03", "2026-03"]}


@pytest.mark.parametrize(("months", "n"), [(2, 12), (3, 8), (6, 4), (12, 3)])
def test_a_retainer_for_several_months_is_spread_over_them(months, n):
    days = [add_months(date(2026, 10, 1), -months * i) for i in range(n)]
    stream, seen = only(paid(Life().role("Practice"), days, "1200 EUR"))

    assert list(seen) == [Artefact.SEVERAL_MONTHS]
    assert stream.spread == pytest.approx([1200 / months] * len(stream.spread))
    assert stream.after.deviation == pytest.approx(0, abs=1e-9)


def test_a_yearly_fee_that_is_yet_to_come_is_spread_at_last_years_pace():
    days = [day("2023-12-04"), day("2024-12-02"), day("2025-12-01")]
    stream, _ = only(paid(Life().role("Practice"), days, "1200 EUR"))

    assert stream.raw[-10:].tolist() == [0] * 10
    assert stream.spread[-10:] == pytest.approx([100] * 10)


def test_once_the_role_is_over_nothing_is_spread_ahead():
    life = Life().role("Practice", until="2026-01-01")
    days = [day("2023-12-04"), day("2024-12-02"), day("2025-12-01")]
    stream, _ = only(paid(life, days, "1200 EUR"))

    assert stream.spread[-10:].tolist() == [0] * 10


def test_a_payment_that_came_early_goes_back_to_its_month():
    days = [date(2025, month, 2) for month in range(1, 13)]
    days[7] = date(2025, 7, 31)  # August's rent, on the last of July
    life = paid(Life().role("Practice"), days, "780 EUR")
    stream, seen = only(life)

    assert seen == {Artefact.MOVED: ["2025-07"]}
    assert stream.raw[6:8].tolist() == [1560, 0]
    assert stream.spread[:12] == pytest.approx([780] * 12)


def test_two_paydays_a_month_need_no_spreading():
    days = [
        add_months(date(2024, 11, 1), i).replace(day=d)
        for i in range(24)
        for d in (15, 28)
    ]
    stream, seen = only(paid(salaried(), days))

    assert seen == {}
    assert stream.spread.tolist() == [2000] * 24


def test_what_comes_without_rhythm_is_left_as_it_came():
    life = Life().role("Practice").is_paid_monthly("Practice", [900, 0, 0, 300, 20] * 4)
    stream, seen = only(life)

    assert seen == {}
    assert stream.spread.tolist() == stream.raw.tolist()


def test_months_after_the_statements_end_are_not_made_up():
    life = Life().role("Practice")
    paid(life, [add_months(date(2024, 1, 5), 3 * i) for i in range(6)], "1200 EUR")
    life.is_paid_on(
        "", "-1 EUR", "2026-11-19", account="other", status=RecordStatus.PRIVATE
    )
    _, found = found_in(life)
    stream = found.streams[0]

    # The account's last line, of 5 April 2025, is not spread into months unknown.
    assert stream.spread[15:].tolist() == [1200] + [0] * len(stream.spread[16:])


def test_the_total_swings_less_than_it_seems():
    life = paid(salaried(), FORTNIGHTS).role("Flat")
    life.is_paid_monthly("Flat", "900 EUR", months=30)
    _, found = found_in(life)

    assert found.after.deviation < found.before.deviation / 5
    assert found.usual_month == pytest.approx(26_000 / 12 + 900, rel=0.01)


def test_the_usual_month_is_the_median_of_twelve():
    # Eleven months at 100 and one at 5000: the middle two of twelve are 100.
    amounts = [900] * 6 + [100] * 11 + [5000]
    _, found = found_in(Life().role("Practice").is_paid_monthly("Practice", amounts))

    assert found.usual_month == found.streams[0].usual_month == 100


def test_an_empty_book_has_no_usual_month():
    _, found = found_in(Life().role("Practice"))

    assert (found.usual_month, found.streams) == (0, ())


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=30), st.integers(2, 50))
def test_scaling_all_amounts_scales_the_usual_month(cents, factor):
    def usual(times):
        life = Life(on="2026-11-20").role("Columns")
        life.is_paid_monthly("Columns", [c * times / 100 for c in cents])
        return found_in(life)[1].usual_month

    assert usual(factor) == pytest.approx(factor * usual(1))


PAYMENTS = st.lists(
    st.tuples(
        st.dates(date(2023, 1, 1), date(2026, 11, 20)),
        st.integers(1, 500_000),
        st.sampled_from(["A", "B"]),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(
    PAYMENTS,
    st.sampled_from([7, 14, 28, 30, 61, 91, 182, 365]),
    st.dates(date(2023, 1, 1), date(2024, 6, 1)),
)
def test_a_whole_year_keeps_its_total_whatever_came(payments, gap, since):
    life = salaried()
    for on, cents, payer in payments:
        life.is_paid_on("Practice", f"{cents / 100} EUR", on, by=payer)
    while since <= life.on:
        life.is_paid_on("Practice", "777 EUR", since, by="Regular")
        since += timedelta(days=gap)
    income, found = found_in(life)

    for year in np.unique(income.months.astype("datetime64[Y]")):
        here = income.months.astype("datetime64[Y]") == year
        if here.sum() == 12:
            came = income.streams[0].monthly[here].sum()
            assert found.streams[0].spread[here].sum() == pytest.approx(came)
    assert (found.streams[0].spread >= 0).all()
