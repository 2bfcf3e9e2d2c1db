"""What a person's own past lets the forecast say."""

from dataclasses import replace

import numpy as np
import pytest

from plait.analysis.hours.capacity.backtest import BackTest, ChanceStep, may_be_sure
from plait.analysis.hours.capacity.capacity import capacity
from plait.analysis.series.weeks import weeks_of
from tests.cast import Life

TEST = BackTest(52, 558, 558, 0.8, (), 3.0, (), {}, ())


def step(chance: float, came: float) -> tuple[ChanceStep, ...]:
    return (ChanceStep(0.9, 1.0, 30, chance, came),)


@pytest.mark.parametrize(
    ("came", "is_sure"), [(1.0, True), (0.86, True), (0.74, False), (0.0, False)]
)
def test_almost_sure_is_said_where_such_chances_came_true(came, is_sure):
    test = replace(TEST, chances=step(0.95, came))

    assert may_be_sure(test, 0.93) is is_sure


@pytest.mark.parametrize(("n_origins", "is_sure"), [(52, True), (51, False)])
def test_what_never_was_so_sure_in_a_year_may_be_sure_now(n_origins, is_sure):
    test = replace(TEST, n_origins=n_origins)

    assert may_be_sure(test, 0.93) is is_sure


def test_nothing_is_sure_without_a_test():
    assert not may_be_sure(None, 0.99)


def seasons(share: float) -> Life:
    """Return a busy summer of three years; a full week is told by what it keeps to."""
    rng = np.random.default_rng(8)
    week = np.arange(156)
    hours = 20 * (1 + 0.4 * np.sin(2 * np.pi * week / 52.18))
    hours *= np.exp(rng.normal(0, 0.15, len(week)))
    life = Life(capacity=round(float(np.quantile(hours, share)), 1))
    return life.role("Atlas", "20/week").gives_weekly("Atlas", hours.round(2).tolist())


@pytest.mark.parametrize("share", [0.4, 0.8])
def test_chances_of_a_life_with_seasons_come_true_about_as_often_as_they_say(share):
    book = seasons(share).portfolio()

    steps = capacity(book, weeks_of(book)).test.chances

    off = sum(one.n * abs(one.chance - one.came) for one in steps)
    assert off / sum(one.n for one in steps) < 0.1


def test_leave_that_came_again_each_year_is_expected_again():
    hours = [20.0] * 160
    for weeks_before in (13, 65, 117):
        hours[-weeks_before] = 0.0
    # The next is 52 - 13 + 1 = 40 weeks after the last week known, and the first of
    # those ahead is the second after it: number 38 of them, counted from 0.
    life = Life(capacity=40).role("Atlas", "20/week").gives_weekly("Atlas", hours)
    book = life.portfolio()

    weeks = capacity(book, weeks_of(book), n_weeks=40).weeks

    assert weeks[38].load == 0
    assert weeks[38].low == 0
    assert weeks[20].load == pytest.approx(20, abs=0.1)
