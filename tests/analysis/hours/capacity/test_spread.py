"""What the hours of a week may come to: chances and ranges."""

import numpy as np
import pytest

from plait.analysis.hours.capacity.spread import LEVELS, Spread, student


def spread(errors=(np.nan,), n_weeks=0.0, lead=0.0, away=0.0) -> Spread:
    """Return a week of 40 hours, give or take 5."""
    return Spread(
        load=np.array([40.0]),
        scale=np.array([5.0]),
        errors=np.array([errors]),
        n_weeks=np.array([n_weeks]),
        lead=np.array([lead]),
        away=np.array([away]),
    )


def below(week: Spread, hours: float) -> float:
    return float(week.below(np.array([hours]))[0])


@pytest.mark.parametrize(("apart", "chance"), [(0, 0.5), (2.132, 0.95), (-1.533, 0.1)])
def test_chances_without_any_past_are_students_of_four_degrees(apart, chance):
    # From the published table of t with four degrees: 1.533 for 90 %, 2.132 for 95 %.
    assert float(student(np.array(apart))) == pytest.approx(chance, abs=1e-3)
    assert below(spread(), 40 + 5 * apart) == pytest.approx(chance, abs=1e-3)


def test_seventy_five_weeks_of_errors_count_three_times_as_much_as_the_model():
    # All errors were above: 75 / (75 + 25) x 0 and 25 / 100 x 0.5.
    week = spread(errors=(1.0, 2.0), n_weeks=75.0)

    assert below(week, 40) == pytest.approx(0.125)


def test_a_week_further_away_may_have_changed_more():
    assert below(spread(lead=40), 30) > below(spread(lead=1), 30)


def test_the_chance_of_a_week_away_lies_at_no_hours():
    week = spread(away=0.3)

    assert below(week, 0) == pytest.approx(0.3, abs=0.01)
    assert week.hours_at(np.array([0.1]))[0, 0] == 0


def test_the_hours_at_a_chance_stay_below_with_that_chance():
    week = spread(errors=tuple(np.linspace(-2, 2, 41)), n_weeks=41.0, lead=4)

    hours = week.hours_at(np.array(LEVELS))[0]

    assert [below(week, one) for one in hours] == pytest.approx(list(LEVELS), abs=0.02)
