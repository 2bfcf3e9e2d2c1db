"""The study of payments that are missing, late, short or doubled."""

from datetime import date, timedelta

import numpy as np
import pytest

from studies.expected.study import HAPPENS, KINDS, happen, looked_at, naive, told


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_paid_in_order_and_the_same_every_time(kind):
    once, again = (KINDS[kind](np.random.default_rng(3)) for _ in range(2))

    assert once == again
    assert min(day for day, _ in once) < date(2024, 2, 1)


@pytest.mark.parametrize("what", HAPPENS)
def test_what_happens_changes_nothing_before_it(what):
    paid = KINDS["every two weeks"](np.random.default_rng(1))

    assert happen(what, paid, 50)[:50] == paid[:50]


@pytest.mark.parametrize(
    ("what", "found"),
    [("nothing", {}), ("missing", {"missing": 6}), ("doubled", {"doubled": 3})],
)
def test_a_salary_is_judged_as_the_page_says(what, found):
    kind = "salary with holiday pay, agreed gross"

    assert looked_at(kind, what, 5, tells=told) == found


def test_the_naive_rule_compares_whole_months():
    paid = [(date(2025, 1, 1) + timedelta(days=31 * n), 100.0) for n in range(6)]

    assert naive(paid, date(2025, 6, 20), 0.0) == set()
    assert naive(paid[:4], date(2025, 6, 20), 0.0) == {("missing", date(2025, 5, 1))}
