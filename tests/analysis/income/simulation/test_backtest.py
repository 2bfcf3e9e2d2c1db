"""Forecasts made in the past, of what was known then."""

from datetime import date

import numpy as np
import pytest

from plait.analysis.income.simulation.backtest import _known_on, back_test
from plait.reference.rates import published_rates
from tests.cast import Life, terms

RATES = published_rates(["EUR"])


def of(life: Life):
    return back_test(life.portfolio(), RATES)


def test_an_income_that_never_moves_is_held_by_every_range():
    # 36 whole months: 12 before the first forecast, then one a month while the six
    # (or twelve) after its own month are known: 36 - 12 - 6 = 18 and 12.
    life = Life().role("Job", kind="employment")
    six, twelve = of(life.is_paid_monthly("Job", "2000 EUR", months=36))

    assert (six.months, six.n_tests, six.n_apart) == (6, 18, 3)
    assert (twelve.months, twelve.n_tests, twelve.n_apart) == (12, 12, 1)
    assert six.coverage == twelve.coverage == 1
    assert six.naive_error == 0


def test_a_raise_is_missed_by_last_year_and_soon_not_by_the_model():
    life = Life().role("Job", kind="employment")
    life.is_paid_monthly("Job", [2000] * 18 + [3000] * 30)

    six, _ = of(life)
    assert 0 < six.error < six.naive_error


def test_a_past_that_is_too_short_has_no_test():
    life = Life().role("Job").is_paid_monthly("Job", "2000 EUR", months=18)

    assert of(life) == ()


def test_a_book_without_money_has_no_test():
    assert of(Life().role("Job")) == ()


def test_the_same_seed_tests_alike():
    life = Life().role("Job").is_paid_monthly("Job", [900, 1100] * 18)

    assert of(life) == of(life)


def test_nothing_is_known_before_its_day():
    before = terms("8/week", since="2024-01-01", until="2026-01-01")
    after = terms("9/week", since="2026-01-01")
    life = Life().role("Job", before, after, until="2026-09-01")
    life.is_paid_monthly("Job", "900 EUR", months=24).believes("Job", "0.5")
    life.hangs("ministry", "Job").falls_back("Job", "Lessons", "2")

    then = _known_on(life.portfolio(), date(2025, 7, 1))

    assert then.payments.on.max() == np.datetime64("2025-06-30")
    assert then.roles[0].period.end is None
    assert [one.period.end for one in then.roles[0].agreements] == [None]
    assert (then.causes, then.beliefs, then.fallbacks) == ((), (), ())


def test_a_contracts_own_end_was_known():
    contract = terms("8/week", since="2024-01-01", until="2026-01-01")
    life = Life().role("Job", contract).is_paid_monthly("Job", "900 EUR", months=24)

    [agreed] = _known_on(life.portfolio(), date(2025, 7, 1)).roles[0].agreements

    assert agreed.period.end == date(2026, 1, 1)


@pytest.mark.parametrize("months", [19, 25])
def test_the_first_test_needs_a_year_before_it_and_its_months_after(months):
    life = Life().role("Job").is_paid_monthly("Job", "900 EUR", months=months)

    found = {test.months: test.n_tests for test in of(life)}
    assert found == ({6: 1} if months == 19 else {6: 7, 12: 1})
