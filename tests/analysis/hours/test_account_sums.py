"""The hours account against the same rule in fractions, and what never changes it."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.hours.account import Rows, account
from plait.domain.period import Period
from tests.cast import Life, terms

CLOSE = 1e-9
START = date(2027, 12, 20)
PERS = ["24/week", "36/month", "100/quarter", "400/year"]
BLOCKS = ["", "mon 09:00-17:00, tue 09:00-12:00", "sun 10:00-18:00"]
spans = st.tuples(st.integers(0, 120), st.integers(1, 30))


def told(per, blocks, away, *, entries=()):
    life = Life(on="2028-12-31").role(
        "Atlas",
        terms(per, since="2020-01-01", until="2028-02-16", blocks=blocks),
        terms("16/week", since="2028-02-16"),
    )
    for begins, n_days in away:
        first = START + timedelta(days=begins)
        life.is_away(first, first + timedelta(days=n_days))
    for back, hours in entries:
        life.gives("Atlas", hours, START + timedelta(days=back))
    return life.portfolio()


def by_hand(hours: int, counted: Period, asked: Period, held: Period) -> Fraction:
    """Return the hours of one month or week that fall in both periods."""
    part = Period(max(asked.start, held.start), min(asked.end, held.end))
    if part.end <= part.start:
        return Fraction(0)
    return Fraction(hours * counted.overlap_days(part), counted.overlap_days(counted))


@given(st.integers(0, 40), st.integers(1, 120))
def test_agreed_hours_are_the_fractions_of_their_months(begins, n_days):
    since = START + timedelta(days=begins)
    asked = Period(since, since + timedelta(days=n_days))
    first, second = (
        Period(date(2020, 1, 1), date(2028, 2, 16)),
        Period(date(2028, 2, 16), date(2029, 1, 1)),
    )
    months = [date(2027 + m // 12, m % 12 + 1, 1) for m in range(11, 20)]
    expected = sum(by_hand(36, Period(a, b), asked, first) for a, b in pairwise(months))
    mondays = [START + timedelta(weeks=w) for w in range(30)]
    expected += sum(
        by_hand(16, Period(m, m + timedelta(days=7)), asked, second) for m in mondays
    )

    found = account(told("36/month", "", []), 0, asked.start, asked.end)

    assert found.total.agreed == pytest.approx(float(expected), abs=CLOSE)


@given(
    st.sampled_from(PERS),
    st.sampled_from(BLOCKS),
    st.lists(spans, max_size=3),
    st.integers(1, 119),
    st.sampled_from(list(Rows)),
)
def test_a_span_split_in_two_has_the_same_totals(per, blocks, away, cut, rows):
    portfolio = told(per, blocks, away, entries=[(20, 7), (60, 5), (61, 3)])
    end, middle = START + timedelta(days=120), START + timedelta(days=cut)

    whole = account(portfolio, 0, START, end).total
    parts = [
        account(portfolio, 0, a, b, rows=rows).total
        for a, b in ((START, middle), (middle, end))
    ]

    for name in ("agreed", "due", "given", "balance"):
        summed = sum(getattr(part, name) for part in parts)
        assert summed == pytest.approx(getattr(whole, name), abs=CLOSE)
    for reason, hours in whole.free.items():
        summed = sum(part.free.get(reason, 0.0) for part in parts)
        assert summed == pytest.approx(hours, abs=CLOSE)


@given(st.sampled_from(PERS), st.sampled_from(BLOCKS), st.lists(spans, max_size=3))
def test_the_rows_add_up_and_nothing_due_is_below_nought(per, blocks, away):
    portfolio = told(per, blocks, away, entries=[(20, 7)])

    found = account(portfolio, 0, START, START + timedelta(days=120), rows=Rows.WEEK)

    for row in found.rows:
        fell = sum(row.free.values())
        assert -CLOSE <= fell <= row.agreed + CLOSE
        assert row.due == pytest.approx(row.agreed - fell, abs=CLOSE)
    balance = found.total.given - found.total.unagreed - found.total.due
    assert found.total.balance == pytest.approx(balance, abs=CLOSE)


@given(
    st.sampled_from([*PERS, "60/total"]),
    st.sampled_from(BLOCKS),
    st.lists(spans, max_size=3),
    spans,
)
def test_more_leave_never_lowers_a_balance(per, blocks, away, more):
    end = START + timedelta(days=120)

    fewer, with_more = (
        account(told(per, blocks, absences), 0, START, end, rows=Rows.WEEK)
        for absences in (away, [*away, more])
    )

    for one, other in zip(fewer.rows, with_more.rows, strict=True):
        assert other.balance >= one.balance - CLOSE


@given(st.integers(1, 7), st.integers(0, 100), st.sampled_from([*PERS, "9/total"]))
def test_an_entry_split_in_two_changes_no_total(first, on, per):
    end = START + timedelta(days=120)
    one = told(per, "", [], entries=[(on, 8)])
    two = told(per, "", [], entries=[(on, first), (on, 8 - first)])

    assert account(one, 0, START, end).total == account(two, 0, START, end).total


@given(st.integers(1, 119), st.lists(st.tuples(st.integers(0, 119), st.integers(1, 9))))
def test_a_total_without_an_end_is_never_due_twice(cut, entries):
    life = Life(on="2028-12-31").role("Atlas", terms("30/total", since="2027-12-01"))
    for on, hours in entries:
        life.gives("Atlas", hours, START + timedelta(days=on))
    portfolio, end = life.portfolio(), START + timedelta(days=120)
    middle = START + timedelta(days=cut)

    parts = [account(portfolio, 0, a, b) for a, b in ((START, middle), (middle, end))]

    given_hours = sum(hours for _, hours in entries)
    due = sum(part.total.due for part in parts)
    assert due == pytest.approx(min(30, given_hours), abs=CLOSE)
    assert parts[1].left == pytest.approx(30 - given_hours, abs=CLOSE)
