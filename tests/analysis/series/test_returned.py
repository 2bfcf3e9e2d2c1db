"""A purchase that came back is no cost, and its return is no income."""

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


def studio_money(life):
    """Return what came in over the last year, and what it cost."""
    streams = income_of(life.portfolio(), published_rates(["EUR"])).streams
    [stream] = [one for one in streams if one.role == 0]
    return stream.last_year - 12 * 1800, stream.costs.sum()


def test_a_return_and_its_purchase_count_for_nothing():
    life = buys(buys(studio(), -640, "2026-07-03"), 640, "2026-07-21")
    portfolio = life.portfolio()

    receipts = receipts_of(portfolio, [0], "EUR")

    assert studio_money(life) == (0, 0)
    assert sum(one.amount for one in receipts.each) == 12 * 1800
    assert list(roles_paid_for(portfolio)) == ["brons"]


@pytest.mark.parametrize(
    ("amount", "on", "by", "costs"),
    [
        (630, "2026-07-21", "Camera Shop", 10),  # a part of it
        (640, "2026-10-20", "Camera Shop", 0),  # 109 days later
    ],
)
def test_what_a_supplier_pays_back_is_taken_off_the_purchase(amount, on, by, costs):
    life = buys(studio(), -640, "2026-07-03")

    buys(life, amount, on, by)

    assert studio_money(life) == (0, costs)


@pytest.mark.parametrize(
    ("amount", "on", "by", "role"),
    [
        (640, "2026-07-21", "Lens House", "Studio"),  # somebody else
        (650, "2026-07-21", "Camera Shop", "Studio"),  # more than was bought
    ],
)
def test_what_only_looks_like_it_is_income(amount, on, by, role):
    life = buys(studio(), -640, "2026-07-03")

    buys(life, amount, on, by, role)

    assert studio_money(life) == (amount, 640)


def test_what_was_bought_for_another_role_does_not_come_back_here():
    life = buys(studio(), -640, "2026-07-03")

    buys(life, 640, "2026-07-21", role="Choir")

    assert studio_money(life) == (0, 640)


def test_each_purchase_comes_back_once():
    life = buys(buys(studio(), -640, "2026-07-03"), 640, "2026-07-21")

    buys(life, 640, "2026-07-22")

    assert studio_money(life) == (640, 0)


def test_who_buys_and_sells_the_same_amount_again_and_again_trades():
    life = studio()

    for month in (6, 7, 8):
        buys(life, -200, f"2026-{month:02}-01", by="Brons")
        buys(life, 200, f"2026-{month:02}-20", by="Brons")

    assert studio_money(life) == (600, 600)


def test_money_to_a_client_without_a_word_is_a_cost():
    life = buys(studio(), -500, "2026-07-03", by="Brons")

    assert studio_money(life) == (0, 500)


def test_a_credit_note_takes_off_what_the_client_paid():
    words = {"by": "Brons", "reference": "Credit note 12"}

    life = studio().is_paid_on("Studio", "-500 EUR", "2026-07-03", **words)

    assert studio_money(life) == (-500, 0)


def test_a_payment_that_the_bank_took_back_never_came():
    life = buys(studio(), 1800, "2026-07-03", by="Nova")

    buys(life, -1800, "2026-07-09", by="Nova")

    assert studio_money(life) == (0, 0)
