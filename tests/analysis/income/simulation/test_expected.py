"""Closed forms: the textbook cases, and what renewal comes to in simple ones."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.income.model import CauseModel, Hazard, IncomeModel, StreamModel
from plait.analysis.income.simulation.expected import (
    ends_within,
    expected_months,
    stationary,
)


def model(*streams, months=24, **told):
    return IncomeModel("EUR", streams, months=months, **told)


def test_independent_hazards_of_eleven_in_a_thousand_a_month():
    # One: 1 - .989^12 = .1243; both of two .1243^2 = .0155; any of two 1 - .8757^2.
    one = ends_within([0.011], 12)
    two = ends_within([0.011, 0.011], 12)

    assert round(one[1], 4) == 0.1243
    assert round(two[2], 4) == 0.0155
    assert round(1 - two[0], 4) == 0.2331


# Flows per 1,000 of working age, US 1994-98: stocks of employed, unemployed and
# others, and who went from which to which in a month.
STOCKS = {"E": 633.8, "U": 33.6, "N": 332.7}
FLOWS = {"EU": 8.4, "EN": 17.2, "UE": 9.8, "UN": 8.4, "NE": 15.0, "NU": 6.1}


def test_two_states_settle_where_as_many_leave_as_come():
    # s = 8.4 / 633.8 = .013253 and f = 9.8 / 33.6 = .291667: s / (s + f) = 4.347 %.
    s, f = FLOWS["EU"] / STOCKS["E"], FLOWS["UE"] / STOCKS["U"]
    _, without = stationary([[1 - s, s], [f, 1 - f]])

    assert round(100 * without, 3) == 4.347
    assert round(1 / f, 2) == 3.43  # months that a spell without work lasts


def chain():
    rows = []
    for one in "EUN":
        row = [FLOWS.get(one + to, 0.0) / STOCKS[one] for to in "EUN"]
        row["EUN".index(one)] = 1 - sum(row)
        rows.append(row)
    return np.array(rows)


def test_the_rows_of_three_states_are_their_flows_by_their_stocks():
    expected = [
        (0.95961, 0.01325, 0.02714),
        (0.29167, 0.45833, 0.25000),
        (0.04509, 0.01833, 0.93658),
    ]

    assert chain().round(5).tolist() == [list(row) for row in expected]


def test_three_states_settle_at_an_unemployment_of_four_point_three_percent():
    e, u, n = stationary(chain())

    assert [round(share, 5) for share in (e, u, n)] == [0.60605, 0.02724, 0.36671]
    assert round(100 * u / (e + u), 3) == 4.302


def test_a_stream_that_ends_and_comes_back_settles_as_the_two_states_do():
    # s = 1.3253 % a month, found after 1 / .291667 = 3.43 months on average.
    stream = StreamModel("x", 1000, hazard=Hazard.monthly(0.013253), wait=1 / 0.291667)

    found = expected_months(model(stream, months=120))

    assert found[0] == pytest.approx(1000 * (1 - 0.013253))
    assert found[-1] == pytest.approx(1000 * 0.291667 / (0.013253 + 0.291667))


def test_two_states_are_met_month_by_month():
    # P(running) from month to month: p' = p (1 - s) + (1 - p) f, from p = 1.
    s, f = 0.05, 0.25
    stream = StreamModel("x", 1.0, hazard=Hazard.monthly(s), wait=1 / f)
    runs, p = [], 1.0
    for _ in range(24):
        p = p * (1 - s) + (1 - p) * f
        runs.append(p)

    assert expected_months(model(stream)) == pytest.approx(runs)


def test_notice_is_paid_and_nothing_replaces_it():
    # 10 % a month, two months of notice: months 0 and 1 are sure, then .9, .81 …
    stream = StreamModel("x", 1000, hazard=Hazard.monthly(0.1), notice=2)

    found = expected_months(model(stream, months=4))

    assert found == pytest.approx([1000, 1000, 900, 810])


def test_a_contract_pays_to_its_end_and_is_renewed_by_chance():
    stream = StreamModel("x", 1000, ends_in=2, renewed=0.75)

    found = expected_months(model(stream, months=4))

    assert found == pytest.approx([1000, 1000, 750, 750])


def test_a_replacement_grows_in_even_steps():
    # One month is paid, another found after one; 2 months of ramp: 1/3, 2/3, all.
    stream = StreamModel("x", 900, ends_in=1, wait=1, replaced=0.5, ramp=2)

    found = expected_months(model(stream, months=6))

    assert found == pytest.approx([900, 0, 150, 300, 450, 450])


def test_a_wait_of_less_than_a_month_is_a_month_by_that_chance():
    stream = StreamModel("x", 1000, ends_in=1, wait=0.25)

    assert expected_months(model(stream, months=3)) == pytest.approx([1000, 750, 1000])


def test_money_that_is_late_moves_and_unpaid_work_fills_the_gap():
    # 1.5 months late: half of month 0 comes in month 1, half in month 2; unpaid 1500
    # as 1 : 0.5 in months 0 and 1.
    stream = StreamModel("x", 1000, late=1.5, unpaid=1500)

    found = expected_months(model(stream, months=4))

    assert found == pytest.approx([1000, 1000, 1000, 1000])


def test_a_cut_takes_its_share_while_it_lasts():
    # A strike every month for sure: always cut. One in ten a month: 1 - .5 x .1, then
    # 1 - .5 (1 - .9^2) once two months are in the window.
    monthly = 1 - 0.9**12
    sick = CauseModel("health", monthly, cut=0.5, lasts=2)
    stream = StreamModel("x", 1000, causes=("health",))

    found = expected_months(model(stream, months=3, causes=(sick,)))

    assert found == pytest.approx([950, 905, 905])


chances = st.floats(0, 0.9)
streams = st.builds(
    StreamModel,
    name=st.just("x"),
    monthly=st.just(1000.0),
    hazard=st.builds(Hazard, chances),
    ends_in=st.none() | st.integers(0, 20),
    renewed=st.floats(0, 1),
    notice=st.integers(0, 4),
    wait=st.none() | st.floats(1, 24),
    replaced=st.floats(0, 1),
    ramp=st.integers(0, 6),
)


@given(stream=streams, chance=chances, hits=st.floats(0, 1))
def test_a_further_cause_never_raises_the_mean(stream, chance, hits):
    hangs = model(
        replace(stream, causes=("c",)), causes=(CauseModel("c", chance, hits=hits),)
    )

    mean = expected_months(model(stream)).sum()
    assert expected_months(hangs).sum() <= mean + 1e-6
