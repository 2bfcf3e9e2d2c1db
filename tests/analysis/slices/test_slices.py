"""What a slice holds, and that nothing beside it ever changes it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.analysis.slices.availability import availability_band, band_of
from plait.analysis.slices.hours import hours_by_role
from plait.analysis.slices.payments import payments_of_role
from plait.domain.sharing import (
    Band,
    MonthHours,
    OtherSlice,
    from_bytes,
    to_bytes,
)
from tests.cast import Life

SINCE = date(2026, 9, 1)
UNTIL = date(2027, 2, 1)


@pytest.mark.parametrize(
    ("free", "band"),
    [
        ([], Band.UNKNOWN),
        ([-5, 0.4, 9], Band.NONE),  # the median is 0.4, less than half an hour
        ([2, 5, -1, 6], Band.HALF_DAY),  # (2 + 5) / 2 = 3.5
        ([4], Band.HALF_DAY),
        ([4.1, 8], Band.DAY),  # 6.05
        ([8.5], Band.MORE),
    ],
)
def test_the_band_is_that_of_the_middle_week(free, band):
    assert band_of(free) is band


def test_free_time_is_what_the_weeks_ahead_say_and_never_its_hours():
    # 40 hours available, 33 agreed and given: 7 a week are left.
    life = Life(capacity=40).role("Atlas", "33/week").gives_weekly("Atlas", 33, weeks=9)
    shown = availability_band(life.portfolio(), until=UNTIL)

    assert (shown.band, shown.until) == (Band.DAY, UNTIL)
    assert to_bytes(shown) == (
        b'{"band":"a day","kind":"availability_band","on":"2026-11-20",'
        b'"until":"2027-02-01"}'
    )


def test_hours_are_given_and_agreed_over_the_same_days():
    life = Life().role("Atlas", "7/week").role("Secret", "9/week")
    life.gives_weekly("Atlas", 7, weeks=9).gives_weekly("Secret", 20, weeks=9)
    [atlas] = hours_by_role(life.portfolio(), [0], since=date(2026, 10, 1)).roles

    # Fridays 2 to 30 October are five of 7; 7 a week is an hour a day.
    assert atlas.months[0] == MonthHours(date(2026, 10, 1), 35, 31, is_whole=True)
    # Two Fridays, known for the 15 days until Sunday of the last full week, or on.
    november = atlas.months[1]
    assert (november.given, november.is_whole) == (14, False)
    assert november.agreed is not None
    assert november.agreed <= 20


def test_of_a_shared_payment_only_this_part_and_no_words():
    life = Life().role("Atlas").role("Secret")
    life.is_paid_on("Atlas", "600 EUR", "2026-10-03")
    life.is_paid_on("Secret", "400 EUR", "2026-10-03")
    life.is_paid_on("Atlas", "50 EUR", "2026-10-04")
    portfolio = life.portfolio()
    numbers = portfolio.payments.number
    if numbers.any():
        pytest.fail("the cast numbers its payments: number these as parts instead")
    # All of them have one number here: parts of one payment.
    shown = payments_of_role(portfolio, 0, since=SINCE, texts={0: "both roles"})

    assert [one.amount for one in shown.payments] == [600, 50]
    assert {one.what for one in shown.payments} == {""}


def test_a_role_that_is_gone_shows_nothing():
    shown = payments_of_role(Life().portfolio(), None, since=SINCE, texts={})

    assert (shown.role, shown.payments) == ("", ())


OTHERS = st.lists(
    st.tuples(st.integers(1, 30), st.integers(-90_000, 90_000)), max_size=6
)


def lived(hours: list[int], others: list[tuple[int, int]]) -> Life:
    """Return a life whose role Atlas is the same, whatever the other one is."""
    life = Life(capacity=60).role("Atlas", "16/week").role("Secret", "20/week")
    life.gives_weekly("Atlas", hours)
    life.is_paid_on("Atlas", "1200 EUR", "2026-10-28")
    life.gives("Secret", 1, "2026-11-18")  # until when hours are known
    for n, (given_hours, minor) in enumerate(others):
        on = f"2026-{9 + n % 2:02}-{1 + n * 3:02}"
        life.gives("Secret", given_hours / 10, on)
        life.is_paid_on("Secret", f"{Decimal(minor or 1) / 100} EUR", on)
    return life


@settings(max_examples=15, deadline=None)
@given(hours=st.lists(st.integers(1, 9), min_size=9, max_size=9), others=OTHERS)
def test_nothing_of_another_role_ever_changes_a_slice(hours, others):
    alone, beside = lived(hours, []).portfolio(), lived(hours, others).portfolio()
    made = []
    for portfolio in (alone, beside):
        months = hours_by_role(portfolio, [0], since=SINCE)
        money = payments_of_role(portfolio, 0, since=SINCE, texts={})
        made.append((to_bytes(months), to_bytes(money)))

    assert made[0] == made[1]
    assert b"Secret" not in b"".join(made[1])
    assert all(to_bytes(from_bytes(one)) == one for one in made[0])


@settings(max_examples=15, deadline=None)
@given(free=st.lists(st.floats(-20, 40), min_size=1, max_size=12))
def test_a_band_names_no_figure_whatever_the_hours(free):
    band = band_of(free)

    assert band is not Band.UNKNOWN
    assert not any(letter.isdigit() for letter in band.value)


def test_bytes_of_something_else_are_refused_in_words():
    for content in (b"", b"{}", b"[1]", b'{"kind":"everything","on":"2026-11-20"}'):
        with pytest.raises(OtherSlice, match="This is nothing that somebody shows"):
            from_bytes(content)
