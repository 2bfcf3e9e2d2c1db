"""What a statement opens and ends on, told by the balances after its rows."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.domain.records import BankLine
from plait.formats.banks.balances import Balances


def ends(rows):
    """Return (opening, closing) of rows (day, amount, balance)."""
    balances = Balances()
    for number, (day, amount, balance) in enumerate(rows, 2):
        line = BankLine(number, date(2026, 9, day), amount, "EUR", account="A")
        balances.follow(line, balance)
    found = [
        (one.opening_minor, one.closing_minor) for one in balances.behind(iter(()))
    ]
    return found[0] if found else None


OLDEST_FIRST = [(1, 500, 1500), (2, -200, 1300), (3, 50, 1350)]


def test_the_oldest_row_may_stand_first_or_last():
    assert ends(OLDEST_FIRST) == ends(OLDEST_FIRST[::-1]) == (1000, 1350)


def test_the_balances_tell_the_order_within_one_day():
    rows = [(1, 500, 1500), (1, -200, 1300)]

    assert ends(rows) == ends(rows[::-1]) == (1000, 1300)


def test_a_balance_may_be_told_once_a_day():
    rows = [(1, 500, None), (1, 100, 1600), (2, -200, None), (2, 50, 1450)]

    assert ends(rows) == ends(rows[::-1]) == (1000, 1450)
    assert ends(rows[:2]) == ends(rows[1::-1]) == (1000, 1600)


def test_one_row_missing_in_the_middle_leaves_both_ends():
    rows = [*OLDEST_FIRST, (4, 10, 1360), (6, 10, 2370), (7, 10, 2380)]

    assert ends(rows) == (1000, 2380)


def test_balances_that_are_no_running_ones_tell_nothing():
    assert ends([(1, 500, 7), (2, -200, 7), (3, 50, 7), (4, 9, 7)]) is None


def test_a_statement_without_balances_tells_nothing():
    assert ends([(1, 500, None)]) is None
    assert ends([]) is None


@given(
    opening=st.integers(-(10**6), 10**6),
    amounts=st.lists(st.integers(-(10**5), 10**5).filter(bool), min_size=1),
    is_newest_first=st.booleans(),
)
@pytest.mark.parametrize("told_every", [1, 2, 5])
def test_the_ends_are_those_of_the_life_behind_the_rows(
    told_every, opening, amounts, is_newest_first
):
    rows, balance = [], opening
    for number, amount in enumerate(amounts):
        balance += amount
        day = 1 + number // told_every
        is_last = number + 1 == len(amounts) or (number + 1) % told_every == 0
        rows.append((min(day, 28), amount, balance if is_last else None))

    found = ends(rows[::-1] if is_newest_first else rows)

    # Two rows of one day that cancel out are the same either way up.
    assert found is None or found == (opening, balance)
