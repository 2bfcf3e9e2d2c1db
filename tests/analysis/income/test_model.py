"""What an income model may hold."""

import math

import pytest

from plait.analysis.income.model import (
    CauseModel,
    Hazard,
    Impossible,
    IncomeModel,
    StreamModel,
    monthly_chance,
)

# Layoffs and discharges, monthly rate % in May 2026 (preliminary), and what twelve
# such months come to: 1 - (1 - p)^12.
LAYOFFS = [
    (1.1, 12.4), (1.2, 13.5), (0.7, 8.1), (2.1, 22.5), (0.6, 7.0), (0.9, 10.3),
    (1.9, 20.6), (1.8, 19.6), (0.4, 4.7),
]  # fmt: skip


@pytest.mark.parametrize(("monthly", "yearly"), LAYOFFS)
def test_twelve_months_of_a_monthly_chance_are_the_yearly_one(monthly, yearly):
    hazard = Hazard.monthly(monthly / 100)

    assert round(100 * hazard.mean, 1) == yearly


@pytest.mark.parametrize("yearly", [0.0, 0.05, 0.5, 0.999, 1.0])
def test_a_yearly_chance_is_twelve_of_its_monthly_ones(yearly):
    monthly = monthly_chance(yearly)

    assert 1 - (1 - monthly) ** 12 == pytest.approx(yearly)


def test_a_belief_is_a_prior_of_its_mean_and_weight():
    hazard = Hazard.believed(0.25, 4)  # Beta(0.25 x 4, 0.75 x 4)

    assert hazard == Hazard(1, 3)
    assert hazard.mean == 0.25


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_a_belief_without_doubt_is_fixed(chance):
    assert Hazard.believed(chance, 4) == Hazard(chance)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("monthly", math.nan),
        ("monthly", math.inf),
        ("varies", -0.1),
        ("varies", math.nan),
        ("hours", 169),
        ("ends_in", -1),
        ("renewed", 1.1),
        ("notice", -1),
        ("wait", -0.5),
        ("replaced", -0.1),
        ("ramp", -1),
        ("late", -1),
        ("unpaid", -5),
        ("unsure", -0.1),
    ],
)
def test_a_stream_says_which_of_its_values_cannot_be(field, value):
    with pytest.raises(Impossible) as refused:
        StreamModel(**{"name": "Practice", "monthly": 3000, field: value})

    assert f"stream Practice, {field}: {value}" in refused.value.value


@pytest.mark.parametrize("told", [(-0.1,), (1.1,), (0, 3), (1, 0), (math.nan, 2)])
def test_a_chance_outside_nothing_to_one_is_refused(told):
    with pytest.raises(Impossible, match="between 0 and 1"):
        Hazard(*told)


@pytest.mark.parametrize(
    "told", [{"chance": 2}, {"chance": 0.1, "hits": -1}, {"chance": 0.1, "cut": 1.5}]
)
def test_a_cause_says_which_of_its_values_cannot_be(told):
    with pytest.raises(Impossible, match="cause ministry"):
        CauseModel("ministry", **told)


@pytest.mark.parametrize("told", [{"cut": 0.5}, {"lasts": 3}])
def test_a_cut_and_its_length_go_together(told):
    with pytest.raises(Impossible, match="go together"):
        CauseModel("health", 0.1, **told)


def test_a_stream_cannot_hang_on_a_cause_that_is_not_there():
    stream = StreamModel("Practice", 3000, causes=("ministry",))

    with pytest.raises(Impossible, match="stream Practice: ministry"):
        IncomeModel("EUR", (stream,))


def test_two_streams_of_one_name_are_refused():
    stream = StreamModel("Practice", 3000)

    with pytest.raises(Impossible, match="streams: Practice"):
        IncomeModel("EUR", (stream, stream))


@pytest.mark.parametrize("months", [0, 601])
def test_a_model_looks_at_least_one_month_ahead_and_at_most_fifty_years(months):
    with pytest.raises(Impossible, match="model, months"):
        IncomeModel("EUR", (), months=months)
