"""What is expected of a week: even, by the year, the month or the quarter."""

import numpy as np
import pytest

from plait.analysis.hours.drift.expected import expected

N = 208
MONDAYS = np.datetime64("2022-12-05") + 7 * np.arange(N)
WEEK = np.arange(N) % 52
ALL = np.ones(N, dtype=bool)


def noisy(shape, seed=5, spread=0.1):
    noise = np.random.default_rng(seed).lognormal(-(spread**2) / 2, spread, len(shape))
    return np.asarray(shape) / np.mean(shape) * noise


def off(shape):
    """Return the mean error in the last two years, of a role of this shape."""
    shape = np.asarray(shape, dtype=float)
    share = expected(noisy(shape), ALL, MONDAYS).share
    return float(np.abs(share - shape / shape.mean())[104:].mean())


def test_even_weeks_are_expected_even():
    assert off(np.ones(N)) < 0.03


def test_a_season_is_expected_again():
    assert off(np.where((WEEK > 20) & (WEEK < 42), 1.6, 0.6)) < 0.08


def test_terms_without_any_hours_between_them_have_edges():
    terms = np.where(np.isin(WEEK, [3, 4, 12, 20, 21, 32, 33, 34, 35, 36]), 0.0, 1.0)

    share = expected(noisy(terms), ALL, MONDAYS).share

    assert share[104:][terms[104:] == 0] == pytest.approx(0, abs=0.1)
    assert off(terms) < 0.1


def test_a_day_in_the_first_week_of_the_month_is_expected_there():
    month = (MONDAYS + 3).astype("datetime64[M]")
    is_first = np.append(True, month[1:] != month[:-1])

    found = expected(noisy(np.where(is_first, 4.0, 0.2)), ALL, MONDAYS)

    assert found.share[104:][is_first[104:]].min() > 2.5
    assert found.share[104:][~is_first[104:]].max() < 0.6


def test_the_end_of_a_quarter_is_known_within_the_year():
    months = (MONDAYS + 3).astype("datetime64[M]").astype(int)
    days = (MONDAYS + 3).astype("datetime64[D]")
    weeks = (days - days.astype("datetime64[M]").astype("datetime64[D]")).astype(int)
    busy = np.where((months % 3 == 0) & (weeks // 7 < 3), 2.0, 0.7)

    share = expected(noisy(busy), ALL, MONDAYS).share

    assert share[40:52][busy[40:52] == 2.0].min() > 1.3


def test_a_week_is_expected_from_the_weeks_before_it_alone():
    shares = noisy(np.ones(N))
    changed = shares.copy()
    changed[150:] *= 3

    before, after = (expected(one, ALL, MONDAYS).share for one in (shares, changed))

    assert after[:151].tolist() == before[:151].tolist()


def test_a_year_that_took_half_as_much_again_does_not_make_it_usual():
    shape = np.where((WEEK > 20) & (WEEK < 42), 1.6, 0.6)
    shares = noisy(shape)
    shares[104:] *= 1.5

    share = expected(shares, ALL, MONDAYS).share

    assert share[160:].mean() == pytest.approx(1, abs=0.1)


def test_before_a_year_no_earlier_year_is_known():
    knows = expected(noisy(np.ones(N)), ALL, MONDAYS).knows_year

    assert not knows[:52].any()
    assert knows[60:].all()


def test_weeks_that_are_set_aside_teach_nothing():
    kept = ~np.isin(WEEK, [7, 30, 31])
    shares = noisy(np.ones(N))
    empty = np.where(kept, shares, 0.0)

    found = [expected(one, kept, MONDAYS).share for one in (shares, empty)]

    assert found[0].tolist() == found[1].tolist()


@pytest.mark.parametrize("n_weeks", [0, 1, 5, 53])
def test_short_series_and_empty_ones_are_expected_as_agreed(n_weeks):
    kept = np.ones(n_weeks, dtype=bool)

    assert expected(np.ones(n_weeks), kept, MONDAYS[:n_weeks]).share == pytest.approx(
        np.ones(n_weeks)
    )


def test_a_role_that_never_took_an_hour_is_expected_as_agreed():
    share = expected(np.zeros(N), ALL, MONDAYS).share

    assert not np.isnan(share).any()
