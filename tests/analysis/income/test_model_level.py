"""How all income moves at once, and streams with each other."""

import numpy as np
import pytest

from plait.analysis.income.income_ahead import RangeAhead
from plait.analysis.income.model import IncomeModel, StreamModel
from plait.analysis.income.model_from_portfolio import from_book
from plait.analysis.income.model_level import with_level
from plait.analysis.income.simulation.draws import drawn
from plait.analysis.series.streams import income_of
from plait.reference.rates import published_rates
from tests.cast import Life

RATES = published_rates(["EUR"])
TWO = IncomeModel(
    "EUR", (StreamModel("job", 2000), StreamModel("client", 1000, varies=0.4))
)


def ranges(six: float, year: float, *, level: float = 1.0) -> tuple[RangeAhead, ...]:
    """Return ranges of such relative spreads, of 3,000 a month times the level."""
    return tuple(
        RangeAhead(n, 0, 0, 0, running=n * 3000 * level, spread=n * 3000 * level * sd)
        for n, sd in ((6, six), (12, year))
    )


def sums(model: IncomeModel, months: int) -> np.ndarray:
    income = drawn(model, 20_000, np.random.default_rng(1)).income
    return income[:months].sum(axis=0, dtype=np.float64)


@pytest.mark.parametrize(("six", "year"), [(0.10, 0.10), (0.10, 0.12)])
def test_simulated_sums_have_the_mean_and_the_spread_of_the_ranges(six, year):
    model = with_level(TWO, ranges(six, year, level=1.1))

    for months, sd in ((6, six), (12, year)):
        found = sums(model, months)
        assert found.mean() == pytest.approx(months * 3300, rel=0.01)
        assert found.std() == pytest.approx(sd * months * 3300, rel=0.12)


def test_a_salary_does_not_move_with_the_level_where_clients_vary():
    model = with_level(TWO, ranges(0.2, 0.2))

    assert model.carried(model.streams[0]) == 0
    assert model.carried(model.streams[1]) == 3


def test_without_ranges_a_model_stays_as_it_is():
    assert with_level(TWO, ()) is TWO


def life(one: list[float], other: list[float]) -> Life:
    both = Life().role("One").role("Other")
    both.is_paid_monthly("One", one)
    return both.is_paid_monthly("Other", other)


def test_streams_that_went_together_are_simulated_together():
    rng = np.random.default_rng(3)
    common, own = rng.normal(0, 1, (2, 36))
    one, other = 1000 + 250 * common, 800 + 150 * (0.9 * common + 0.4 * own)
    portfolio = life(one.tolist(), other.tolist()).portfolio()
    model = from_book(portfolio, income_of(portfolio, RATES), RATES).model

    loads = [stream.together for stream in model.streams]
    assert 0.7 < loads[0] * loads[1] < 0.95


def test_streams_of_their_own_are_not():
    rng = np.random.default_rng(6)
    one, other = rng.normal(1000, 250, 36), rng.normal(800, 150, 36)
    portfolio = life(one.tolist(), other.tolist()).portfolio()
    model = from_book(portfolio, income_of(portfolio, RATES), RATES).model

    assert abs(model.streams[0].together * model.streams[1].together) < 0.2


@pytest.mark.parametrize("sign", [1, -1])
def test_the_correlation_of_two_is_the_product_of_their_loadings(sign):
    streams = (
        StreamModel("a", 1000, varies=0.3, together=0.8),
        StreamModel("b", 1000, varies=0.3, together=0.7 * sign),
    )
    alone = (StreamModel("a", 1000, varies=0.3), StreamModel("b", 1000, varies=0.3))
    spread = sums(IncomeModel("EUR", streams), 1).var()
    apart = sums(IncomeModel("EUR", alone), 1).var()

    # Of two alike: 2 (1 + r) against 2. Gamma factors lose a little of it.
    assert spread / apart == pytest.approx(1 + 0.56 * sign, abs=0.05)


def test_months_without_any_money_are_as_many_as_there_were():
    stream = StreamModel("projects", 1000, varies=1.8, empty=0.6)
    found = drawn(
        IncomeModel("EUR", (stream,)), 20_000, np.random.default_rng(1)
    ).income

    assert (found == 0).mean() == pytest.approx(0.6, abs=0.005)
    assert found.mean() == pytest.approx(1000, rel=0.02)
    assert found.std() == pytest.approx(1800, rel=0.03)
