"""The study of the income ahead: what it knows when, and what it judges."""

import numpy as np
import pytest

from studies.forecast.lives import KINDS, LATER, SECOND, begins_later
from studies.forecast.lumpy_months import distance, months_of
from studies.forecast.study import cells, known_at


def test_nothing_is_known_before_its_month():
    life = begins_later(np.random.default_rng(1))
    begin = life[2].begin

    assert len(known_at(life, begin)) == 2
    assert [len(one.net) for one in known_at(life, begin + 3)] == [begin + 3] * 3


@pytest.mark.parametrize("kind", [*KINDS, *SECOND, *LATER])
def test_every_kind_brings_something(kind):
    life = (KINDS | SECOND | LATER)[kind](np.random.default_rng(2))

    assert sum(role.months.sum() for role in life) > 0


def test_a_steady_life_is_held_more_often_than_by_last_years_months():
    _, twelve = cells("steady", KINDS["steady"], 12)

    assert twelve.months == 12
    assert twelve.held > twelve.naive_held
    assert twelve.score < twelve.naive_score


def test_months_of_lumpy_income_come_as_often_as_said_with_a_spike_at_nothing():
    with_spike, without = (
        distance(months_of(40, with_spike=spike)) for spike in (True, False)
    )

    assert with_spike < without / 2
