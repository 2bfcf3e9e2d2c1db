"""A purchase that came back is no cost, and its return is no income."""

from datetime import date

import pytest

from plait.analysis.income.concentration.payers import roles_paid_for
from plait.analysis.obligations.receipts import receipts_of
from plait.analysis.series.streams import income_of
from plait.reference.rates import published_rates
from tests.cast import Life


def studio():
    life = Life().role("Studio", at="Brons").role("Choir")
    return life.is_paid_monthly("Studio", "1800 EUR", months=12, by="Brons")


def buys(life, amount, on, by="Camera Shop", role="Studio"):
    return life.is_paid_on(role, f"{amount} EUR", on, by=by)


def returned(life):
    payments = life.portfolio().payments
    return payments.on[payments.returned].astype(object).tolist()


def test_a_return_and_its_purchase_count_for_nothing():
    life = buys(buys(studio(), -640, "2026-07-03"), 640, "2026-07-21")
    portfolio = life.portfolio()

    [stream] = income_of(portfolio, published_rates(["EUR"])).streams
    receipts = receipts_of(portfolio, [0], "EUR")

    assert (stream.last_year, stream.costs.sum()) == (12 * 1800, 0)
    assert sum(one.amount for one in receipts.each) == 12 * 1800
    assert list(roles_paid_for(portfolio)) == ["brons"]


@pytest.mark.parametrize(
    ("amount", "on", "by", "role"),
    [
        (630, "2026-07-21", "Camera Shop", "Studio"),  # another amount
        (640, "2026-07-21", "Lens House", "Studio"),  # somebody else
        (640, "2026-07-21", "Camera Shop", "Choir"),  # for another role
        (640, "2026-07-02", "Camera Shop", "Studio"),  # before it was bought
        (640, "2026-10-20", "Camera Shop", "Studio"),  # 109 days later
    ],
)
def test_what_only_looks_like_it_is_income(amount, on, by, role):
    life = buys(studio(), -640, "2026-07-03")

    assert returned(buys(life, amount, on, by, role)) == []


def test_each_purchase_comes_back_once():
    life = buys(buys(studio(), -640, "2026-07-03"), 640, "2026-07-21")

    buys(life, 640, "2026-07-22")

    assert returned(life) == [date(2026, 7, 3), date(2026, 7, 21)]


def test_a_refund_to_a_client_is_still_a_cost():
    life = buys(studio(), -500, "2026-07-03", by="Brons")

    [stream] = income_of(life.portfolio(), published_rates(["EUR"])).streams

    assert (stream.last_year, stream.costs.sum()) == (12 * 1800, 500)
