"""A simulated income as plain values, for `--json` and for the page."""

from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from plait.analysis.income.model import IncomeModel
from plait.analysis.income.model_from_portfolio import FromBook, from_book
from plait.analysis.income.model_from_values import model_from_values
from plait.analysis.income.simulation.backtest import BackTest, back_test
from plait.analysis.income.simulation.estimate import Estimate
from plait.analysis.income.simulation.fan import LEVELS
from plait.analysis.income.simulation.simulate import (
    TAIL_LEVEL,
    Lasting,
    Simulation,
    simulate,
)
from plait.analysis.series.streams import income_of
from plait.domain.period import add_months, month_of
from plait.domain.portfolio import Portfolio
from plait.formats.plait.income_model import read
from plait.formats.source import Source
from plait.reference.rates import Rates, published_rates

Told = dict[str, Any]


class Drawn(NamedTuple):
    """What is asked for; None where it is as the model says."""

    months: int | None
    scenarios: int
    seed: int
    savings: float | None = None
    floor: float | None = None

    def on(self, model: IncomeModel) -> IncomeModel:
        """Return the model with what is asked for in place of what it says."""
        return replace(
            model,
            months=model.months if self.months is None else self.months,
            savings=model.savings if self.savings is None else self.savings,
            floor=model.floor if self.floor is None else self.floor,
        )

    def rng(self) -> np.random.Generator:
        """Return the random numbers of the seed."""
        return np.random.default_rng(self.seed)


def file_simulated(source: Source, drawn: Drawn) -> Told:
    """Return what becomes of the model in a file."""
    model = drawn.on(model_from_values(read(source).model))
    return {"on": None, "first_month": None} | _simulated(model, drawn)


def book_simulated(portfolio: Portfolio, drawn: Drawn) -> Told:
    """Return what becomes of the income of a book, and how such forecasts held."""
    rates = rates_for(portfolio)
    income = income_of(portfolio, rates)
    told = from_book(portfolio, income, rates)
    first = add_months(month_of(portfolio.on), 1)
    answer = _simulated(drawn.on(told.model), drawn)
    streams = [
        stream | _basis(portfolio, told, place)
        for place, stream in enumerate(answer["streams"])
    ]
    known = {
        "on": portfolio.on.isoformat(),
        "first_month": f"{first:%Y-%m}",
        "knows_savings": told.has_savings or drawn.savings is not None,
        "knows_floor": told.has_floor or drawn.floor is not None,
    }
    tests = back_test(portfolio, rates, rng=drawn.rng())
    return known | answer | {"streams": streams, "back_test": [*map(_test, tests)]}


def rates_for(portfolio: Portfolio) -> Rates:
    """Return the rates of every currency that a picture holds."""
    agreed = {a.pay.currency for r in portfolio.roles for a in r.agreements if a.pay}
    asked = {invoice.amount.currency for invoice in portfolio.invoices}
    home = portfolio.person.currency
    return published_rates([*{*portfolio.payments.currencies, home, *agreed, *asked}])


def _basis(portfolio: Portfolio, told: FromBook, place: int) -> Told:
    basis = told.bases[place]
    sector = basis.sector
    return {
        "role": portfolio.roles[basis.role].name,
        "months_of_data": basis.n_months,
        "assumed": [one.value for one in basis.assumed],
        "sector_rate": None
        if sector is None
        else {
            "sector": sector.name,
            "monthly_percent": list(sector.monthly),
            "vintage": sector.vintage,
            "source": sector.source,
            "status": sector.status,
        },
    }


def _simulated(model: IncomeModel, drawn: Drawn) -> Told:
    found = simulate(model, n_scenarios=drawn.scenarios, rng=drawn.rng())
    return {
        "currency": model.currency,
        "scenarios": drawn.scenarios,
        "seed": drawn.seed,
        "n_months": model.months,
        "savings": model.savings,
        "floor": model.floor,
        "usual_month": model.usual,
        "months": [_month(found, number) for number in range(model.months)],
        "short_ever": _estimate(found.short_ever),
        "until_short": _lasting(found.until_short),
        "runway": _lasting(found.runway),
        "at_risk": {
            "level": TAIL_LEVEL,
            "months": found.year_months,
            "usual": found.usual_year,
        }
        | found.at_risk._asdict(),
        "ends_within_a_year": [_estimate(one) for one in found.ends],
        "streams": [
            {
                "name": stream.name,
                "monthly": stream.monthly,
                "varies": stream.varies,
                "unsure": stream.unsure,
                "hazard": stream.hazard.mean,
                "hazard_years": None
                if stream.hazard.is_fixed
                else stream.hazard.a + stream.hazard.b,
                "ends_in": stream.ends_in,
                "renewed": stream.renewed,
                "notice": stream.notice,
                "wait": stream.wait,
                "replaced": stream.replaced,
                "ramp": stream.ramp,
                "late": stream.late,
                "unpaid": stream.unpaid,
                "causes": list(stream.causes),
                "ends_within_a_year": _estimate(found.ends_of[place]),
            }
            for place, stream in enumerate(model.streams)
        ],
        "causes": [
            {
                "name": cause.name,
                "chance": cause.chance,
                "hits": cause.hits,
                "cut": cause.cut,
                "lasts": cause.lasts,
            }
            for cause in model.causes
        ],
    }


def _month(found: Simulation, number: int) -> Told:
    fan = found.fan
    names = [f"p{100 * level:02.0f}" for level in LEVELS]
    amounts = fan.quantiles[:, number].tolist()
    errors = fan.errors[:, number].tolist()
    return {
        "month": number,
        "mean": float(fan.mean[number]),
        "mean_error": float(fan.mean_error[number]),
        "short": _estimate(found.short_in[number]),
        "quantiles": dict(zip(names, amounts, strict=True)),
        "errors": dict(zip(names, errors, strict=True)),
    }


def _lasting(one: Lasting) -> Told:
    return {
        "lasts_in": {f"{100 * s:.0f}%": n for s, n in one.lasts_in.items()},
        "over_by": one.over_by.tolist(),
        "never": _estimate(one.never),
    }


def _estimate(one: Estimate) -> Told:
    return one._asdict()


def _test(test: BackTest) -> Told:
    return test._asdict()
