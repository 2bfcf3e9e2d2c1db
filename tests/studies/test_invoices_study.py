"""The study of which payments pay which invoices."""

import pytest

from studies.invoices.study import CLIENTS, Told, errors, life, matcher, naive


@pytest.mark.parametrize("kind", CLIENTS)
def test_each_life_is_the_same_every_time(kind):
    assert life(kind, 3) == life(kind, 3)
    assert len(life(kind, 3).invoices) == 12


@pytest.mark.parametrize("kind", CLIENTS)
def test_the_matcher_errs_less_than_the_first_of_the_amount(kind):
    before, now = (errors(kind, rule, 10) for rule in (naive, matcher))

    for wrong in ("paid, and is not", "open, and is paid"):
        assert now[wrong] <= before[wrong]
    assert now["n"] == 120


def test_who_names_the_number_is_never_misread():
    found = errors("names the number", matcher, 20)

    # 20 lives of 12 invoices, and not one of them wrong or asked about.
    assert +found == {"n": 240}


def test_the_naive_rule_takes_a_payment_once():
    told = Told(invoices=[("1", 100, life("in two parts", 1).invoices[0][2])] * 2)
    told.pay(100, told.invoices[0][2], "")

    assert sorted(naive(told).values()) == ["open"]
