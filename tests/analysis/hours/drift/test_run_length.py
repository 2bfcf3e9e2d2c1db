"""Mean run lengths: the published tables, to the digits they print."""

import numpy as np
import pytest

from plait.analysis.hours.drift.run_length import (
    below,
    density,
    run_length,
    threshold_for,
)


@pytest.mark.parametrize(
    ("threshold", "published"),
    [
        (3, 117.6),  # Brook and Evans (1972) 117.59; Waldmann (1986) 117.4 .. 117.6
        (4, 335.4),
        (5, 930.9),
    ],
)
def test_one_sided_run_lengths_are_the_published_ones(threshold, published):
    assert round(run_length(threshold), 1) == published


@pytest.mark.parametrize(
    ("mu", "published", "digits"), [(0, 124.66, 2), (0.5, 20.37, 2), (1, 10.75, 2)]
)
def test_without_slack_they_are_vance_s(mu, published, digits):
    assert round(run_length(10, k=0, mu=mu), digits) == published


def test_of_hours_that_fall_vance_s_figure_is_met_to_three_in_a_hundred_thousand():
    # Vance (1986) prints 2071.51; solved with 30 to 200 nodes it is 2071.572.
    assert run_length(10, k=0, mu=-0.25) == pytest.approx(2071.51, rel=4e-5)


@pytest.mark.parametrize(
    ("years", "threshold", "one_sigma", "half_sigma"),
    [(1, 2.259, 5.0, 11.7), (2, 2.886, 6.2, 16.4), (5, 3.754, 7.9, 24.2)],
)
def test_a_promise_of_years_gives_its_threshold_and_its_delays(
    years, threshold, one_sigma, half_sigma
):
    found = threshold_for(52 * years)

    assert round(found, 3) == threshold
    assert round(run_length(found, mu=1), 1) == one_sigma
    assert round(run_length(found, mu=0.5), 1) == half_sigma


@pytest.mark.parametrize("weeks", [4, 12, 52, 104, 1000])
def test_the_threshold_of_a_promise_keeps_it(weeks):
    assert run_length(threshold_for(weeks)) == pytest.approx(weeks, rel=1e-6)


def test_more_alarms_than_a_steady_role_can_raise_need_no_threshold():
    # At threshold 0 a week alarms when z > .5: one in 1 / (1 - 0.6915) = 3.24.
    assert run_length(0) == pytest.approx(1 / (1 - 0.69146), rel=1e-4)
    assert threshold_for(3) == 0


def test_a_head_start_shortens_the_run():
    assert run_length(4, start=2) < run_length(4)


def test_the_normal_distribution_is_the_one_of_the_tables():
    # 1.645 leaves 5 % above it; the density at 0 is 1 / sqrt(2 pi).
    assert below(1.6448536269514722) == pytest.approx(0.95, abs=1e-14)
    assert below(np.array([0.0, -8.0])) == pytest.approx([0.5, 6.2e-16], abs=1e-16)
    assert density(0.0) == pytest.approx(0.3989422804014327)
