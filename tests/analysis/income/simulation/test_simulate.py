"""What the drawn scenarios say, held against closed forms and identities."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.income.plain_loop import simulated
from plait.analysis.income.model import CauseModel, Hazard, IncomeModel, StreamModel
from plait.analysis.income.simulation import draws as drawing
from plait.analysis.income.simulation.draws import stream_paths
from plait.analysis.income.simulation.expected import (
    ends_within,
    expected_months,
    expected_of,
)
from plait.analysis.income.simulation.fan import fan
from plait.analysis.income.simulation.over_time import over_time
from plait.analysis.income.simulation.simulate import TooMany, simulate
from plait.analysis.income.simulation.strikes import cut_cells
from plait.analysis.income.simulation.times import NEVER

N = 40_000

PRACTICE = StreamModel("Practice", 3000, 0.1, hazard=Hazard.believed(0.2, 4), wait=4)
MUSEUM = StreamModel(
    "Museum", 1200, hazard=Hazard(0.1), ends_in=9, renewed=0.6, wait=6, replaced=0.8
)
STUDIO = StreamModel(
    "Studio",
    900,
    0.7,
    unsure=0.2,
    hazard=Hazard(0.3),
    wait=2,
    ramp=3,
    late=1.5,
    unpaid=1350,
)
MINISTRY = CauseModel("ministry", 0.15, hits=0.7)
HEALTH = CauseModel("health", 0.1, cut=0.8, lasts=3)
LIFE = IncomeModel(
    "EUR",
    (
        replace(PRACTICE, causes=("health",)),
        replace(MUSEUM, causes=("ministry", "health"), notice=2),
        replace(STUDIO, causes=("ministry", "health")),
    ),
    (MINISTRY, HEALTH),
    savings=8000,
    floor=3800,
    months=36,
)


def seeded(seed=1):
    return np.random.default_rng(seed)


def drawn(model, n=N, seed=1):
    return drawing.drawn(model, n, seeded(seed)).income


def of(*streams, **told):
    return IncomeModel("EUR", streams, **told)


def farthest(paths, expected):
    """How many standard errors the farthest month is from what is expected."""
    error = paths.std(axis=1, dtype=np.float64) / paths.shape[1] ** 0.5
    gap = np.abs(paths.mean(axis=1, dtype=np.float64) - expected)
    return (gap / np.maximum(error, 1e-4 * np.abs(expected) + 1e-9)).max()


@pytest.mark.parametrize("seed", [1, 2])
def test_the_mean_of_every_month_is_the_closed_form(seed):
    assert farthest(drawn(LIFE, seed=seed), expected_months(LIFE)) < 4


def test_written_plainly_the_same_model_has_the_same_law():
    on_time = replace(LIFE.streams[2], late=0, unpaid=0)
    model = replace(LIFE, streams=(*LIFE.streams[:2], on_time))
    ours, plain = drawn(model), simulated(model, 10_000, seeded(2))

    assert farthest(plain, expected_months(model)) < 4
    # A standard deviation of 10,000 draws is sure to about a hundredth.
    assert ours.std(axis=1) == pytest.approx(plain.std(axis=1), rel=0.05)


def test_each_stream_alone_adds_up_to_the_whole_and_has_its_own_mean():
    alone = stream_paths(LIFE, N, seeded())

    assert farthest(alone.sum(axis=0), expected_months(LIFE)) < 4
    assert farthest(alone[1], expected_of(LIFE, LIFE.streams[1])) < 4


def test_independent_streams_end_as_often_as_the_binomial_says():
    hazard = Hazard.monthly(0.011)
    two = of(*(StreamModel(name, 1000, hazard=hazard) for name in "ab"))

    found = simulate(two, n_scenarios=N, rng=seeded())

    # None 76.69 %, one 21.77 %, both 1.55 %; each stream by itself 12.43 %.
    for estimate, exact in zip(found.ends, ends_within([0.011] * 2, 12), strict=True):
        assert abs(estimate.value - exact) < 4 * estimate.error
    assert abs(found.ends_of[0].value - 0.1243) < 4 * found.ends_of[0].error


def test_a_shared_cause_ends_both_streams_at_once():
    cause = CauseModel("ministry", 0.2)
    two = of(
        *(StreamModel(name, 1000, causes=("ministry",)) for name in "ab"),
        causes=(cause,),
    )

    none, one, both = simulate(two, n_scenarios=N, rng=seeded()).ends

    assert one.value == 0
    assert abs(both.value - 0.2) < 4 * both.error
    assert none.value + both.value == 1


def test_cuts_that_overlap_are_longer_and_not_deeper():
    # Three strikes in two scenarios: months 1 and 2, and month 4; each lasts 3.
    struck = np.array([[1, 4], [2, NEVER]], dtype=np.int32)
    cut = CauseModel("health", 0.1, cut=0.5, lasts=3)

    cells = cut_cells(cut, struck, months=6)

    # Months 1 to 4 of the first, 4 and 5 of the second: month x 2 + scenario.
    assert cells.tolist() == [2, 4, 6, 8, 9, 11]


def test_what_is_over_already_does_not_end_again():
    dry = StreamModel("x", 1000, ends_in=0, hazard=Hazard(0.5), wait=2)

    none, one = simulate(of(dry), n_scenarios=500, rng=seeded()).ends
    assert (none.value, one.value) == (1, 0)


def test_the_same_seed_gives_the_same_figures():
    one, two = (simulate(LIFE, n_scenarios=3000, rng=seeded()) for _ in range(2))

    assert (one.fan.quantiles == two.fan.quantiles).all()
    assert one.at_risk == two.at_risk
    assert one.runway.at_least == two.runway.at_least
    assert one.ends == two.ends


def test_another_seed_gives_others_within_the_errors():
    one, two = (
        simulate(LIFE, n_scenarios=N, rng=seeded(seed)).short_ever for seed in (1, 2)
    )

    assert one != two
    assert abs(one.value - two.value) < 4 * 2**0.5 * one.error


def test_more_scenarios_begin_with_the_same_ones():
    size = drawing.chunk_size(LIFE)

    more = drawn(LIFE, 2 * size)

    assert (drawn(LIFE, size) == more[:, :size]).all()


def test_the_order_of_scenarios_changes_no_figure():
    income = drawn(LIFE, 5000)
    shuffled = income[:, seeded(9).permutation(5000)]

    one, two = (over_time(i, savings=8000, floor=3800) for i in (income, shuffled))
    assert (np.sort(one.lasts) == np.sort(two.lasts)).all()
    assert (one.n_short == two.n_short).all()
    one, two = fan(income.copy()), fan(shuffled)
    assert (one.quantiles == two.quantiles).all()
    assert one.mean == pytest.approx(two.mean)


@settings(max_examples=20, deadline=None)
@given(savings=st.floats(-5000, 1e5), more=st.floats(0, 1e5), floor=st.floats(0, 6000))
def test_more_savings_never_shorten_the_runway(savings, more, floor):
    income = drawn(replace(LIFE, months=24), 300)

    less = over_time(income, savings=savings, floor=floor)
    most = over_time(income, savings=savings + more, floor=floor)

    assert (most.lasts >= less.lasts).all()
    assert (most.n_short == less.n_short).all()


def test_one_stream_is_two_halves_that_hang_on_one_cause():
    cause = CauseModel("client", 0.3)
    told = {"causes": ("client",), "wait": None}
    whole = of(StreamModel("x", 1000, **told), causes=(cause,))
    halves = of(*(StreamModel(name, 500, **told) for name in "ab"), causes=(cause,))

    assert np.array_equal(drawn(whole, 2000), drawn(halves, 2000))


def test_a_change_to_one_stream_leaves_the_luck_of_the_others():
    other = replace(LIFE, streams=(PRACTICE, *LIFE.streams[1:]))

    before, after = (stream_paths(model, 500, seeded()) for model in (LIFE, other))

    assert (before[1:] == after[1:]).all()


def test_savings_run_out_in_the_month_they_no_longer_reach():
    # 2,500 and nothing coming in at 1,000 a month: two months are paid.
    broke = of(StreamModel("x", 0), savings=2500, floor=1000, months=6)

    runway = simulate(broke, n_scenarios=300, rng=seeded()).runway

    assert runway.at_least[0.95] == 2
    assert runway.over_by.tolist() == [0, 0, 1, 1, 1, 1]
    assert runway.never.value == 0


def test_a_sure_income_at_the_floor_is_never_short():
    sure = of(StreamModel("x", 1000 / 3), StreamModel("y", 2000 / 3), floor=1000)

    found = simulate(sure, n_scenarios=300, rng=seeded())

    assert found.short_ever.value == 0
    assert found.until_short.at_least[0.95] is None
    assert found.at_risk.cvar == pytest.approx(0, abs=0.01)


def test_a_chance_of_a_short_month_grows_to_that_of_any_month():
    found = simulate(LIFE, n_scenarios=5000, rng=seeded())

    by_month = found.until_short.over_by
    assert (np.diff(by_month) >= 0).all()
    assert by_month[0] == found.short_in[0].value
    assert by_month[-1] == pytest.approx(found.short_ever.value)


def test_income_at_risk_of_one_loss_is_worked_out_by_hand():
    # Three in a hundred lose the last six months, 6,000: the worst 5 % lose
    # .03 x 6,000 / .05 = 3,600 on average, and 95 % lose nothing.
    contract = of(StreamModel("x", 1000, ends_in=6, renewed=0.97))

    found = simulate(contract, n_scenarios=N, rng=seeded()).at_risk

    assert found.var == 0
    assert abs(found.cvar - 3600) < 4 * found.cvar_error


def test_a_usual_month_that_is_unsure_is_off_all_year():
    # A month varies by .3 and its level by .4: the sum of twelve months has the
    # variance 144 x .4^2 + 12 x .3^2 (1 + .4^2), root 24.29 = 4.93 months of 1,000.
    unsure = of(StreamModel("x", 1000, 0.3, unsure=0.4), months=12)

    years = drawn(unsure).sum(axis=0, dtype=np.float64)
    assert years.mean() == pytest.approx(12_000, rel=0.01)
    assert years.std() == pytest.approx(4928, rel=0.02)


def test_the_error_of_a_quantile_is_that_of_drawing_again_and_again():
    model = of(StreamModel("x", 1000, 0.5), months=1)
    found = [simulate(model, n_scenarios=1000, rng=seeded(s)).fan for s in range(200)]

    again = np.std([one.quantiles[:, 0] for one in found], axis=0)
    told = np.mean([one.errors[:, 0] for one in found], axis=0)

    assert told == pytest.approx(again, rel=0.25)


def test_what_never_came_keeps_an_error():
    sure = of(StreamModel("x", 1000), floor=500)

    assert simulate(sure, n_scenarios=100, rng=seeded()).short_ever.error > 0


def test_a_model_without_streams_brings_nothing():
    found = simulate(of(savings=100, floor=10, months=3), n_scenarios=10, rng=seeded())

    assert found.fan.quantiles.max() == 0
    assert found.runway.never.value == 1
    assert found.ends[0].value == 1


def test_a_year_of_a_shorter_simulation_has_its_months():
    found = simulate(of(StreamModel("x", 1000), months=5), n_scenarios=10, rng=seeded())

    assert (found.year_months, found.usual_year) == (5, 5000)


@pytest.mark.parametrize("n", [0, -1, 10**9])
def test_no_scenarios_and_too_many_are_refused(n):
    with pytest.raises(TooMany, match="twenty thousand"):
        simulate(LIFE, n_scenarios=n, rng=seeded())
