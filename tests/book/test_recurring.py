"""What recurs counts as records do, up to the day that is asked."""

from datetime import date
from decimal import Decimal

import pytest

from plait.book.models import Payment, TimeEntry
from plait.book.operations.recurring import (
    NotThatDay,
    RecurringEntry,
    add_recurring,
    end_recurring,
    own_day,
    skip_day,
)
from plait.book.operations.roles import RoleInUse, remove_role
from plait.book.queries import load_portfolio
from plait.domain.money import Money
from plait.domain.recurring import Recurrence, Rhythm

ON = date(2026, 11, 30)
MONTHLY = Recurrence(date(2026, 3, 1), Rhythm.MONTHS)


def money_of(viewer, on=ON):
    found = load_portfolio(viewer=viewer, on=on).payments
    return list(zip(found.on.astype(str).tolist(), found.minor.tolist(), strict=True))


def test_money_counts_on_each_of_its_days_and_one_can_be_otherwise(nora, role_of):
    role = role_of(nora)
    rent = add_recurring(
        viewer=nora,
        entry=RecurringEntry(MONTHLY, role, Money(Decimal(-1100), "EUR"), text="Rent"),
    )
    assert len(money_of(nora)) == 9
    assert money_of(nora, date(2026, 4, 1))[-1] == ("2026-04-01", -110000)

    skip_day(viewer=nora, held=rent, on=date(2026, 5, 1))
    own = own_day(viewer=nora, held=rent, on=date(2026, 6, 1))
    assert isinstance(own, Payment)
    assert len(money_of(nora)) == 8
    with pytest.raises(NotThatDay):
        skip_day(viewer=nora, held=rent, on=date(2026, 5, 1))

    end_recurring(viewer=nora, held=rent, last_on=date(2026, 8, 15))
    assert money_of(nora)[-1] == ("2026-08-01", -110000)
    with pytest.raises(RoleInUse):
        remove_role(viewer=nora, role=role)


def test_hours_count_too_and_are_known_until_today(nora, role_of):
    role = role_of(nora)
    entry = RecurringEntry(
        Recurrence(date(2026, 9, 7), Rhythm.WEEKDAYS), role, seconds=10_800
    )
    meeting = add_recurring(viewer=nora, entry=entry)

    portfolio = load_portfolio(viewer=nora, on=ON)

    days = portfolio.hours.on.astype(str).tolist()
    assert days == ["2026-09-07", "2026-10-05", "2026-11-02"]
    assert [one.is_by_hand for one in portfolio.known] == [True]
    own = own_day(viewer=nora, held=meeting, on=date(2026, 10, 5))
    assert isinstance(own, TimeEntry)
    assert load_portfolio(viewer=nora, on=ON).hours.seconds.tolist() == [10_800] * 3
