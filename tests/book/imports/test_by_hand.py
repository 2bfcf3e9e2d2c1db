"""What was entered by hand and comes in with a statement later counts once."""

from datetime import date
from decimal import Decimal

import pytest

from plait.book.models import Payment
from plait.book.operations.by_hand import add_payment
from plait.book.operations.recurring import RecurringEntry, add_recurring
from plait.book.queries import load_portfolio
from plait.domain.money import Money
from plait.domain.recurring import Recurrence, Rhythm
from tests.book.statements import Paid, camt

EUROS = Money(Decimal(950), "EUR")


def counted(viewer) -> list[int]:
    found = load_portfolio(viewer=viewer, on=date(2026, 11, 30)).payments
    return found.minor.tolist()


@pytest.mark.parametrize("payer", ["", "Atlas"])
def test_a_payment_by_hand_is_the_statements(nora, role_of, bring, payer):
    on = date(2026, 3, 1)
    role = role_of(nora)
    add_payment(viewer=nora, role=role, on=on, amount=EUROS, payer=payer)

    report = bring(camt([Paid(3, "950.00")]))
    again = bring(camt([Paid(3, "950.00"), Paid(9, "20.00")]))

    assert (report.files[0].n_new, again.files[0].n_new) == (0, 1)
    assert Payment.objects.get(amount_minor=95000).role == role
    assert counted(nora) == [95000, 2000]


def test_two_lines_that_may_be_it_are_both_new(nora, role_of, bring):
    add_payment(viewer=nora, role=role_of(nora), on=date(2026, 3, 2), amount=EUROS)

    report = bring(camt([Paid(2, "950.00"), Paid(3, "950.00")]))

    assert report.files[0].n_new == 2


def test_a_recurring_day_that_the_bank_shows_counts_once(nora, role_of, bring):
    bring(camt([Paid(3, "950.00")]))
    when = Recurrence(date(2026, 2, 1), Rhythm.MONTHS, ends_on=date(2026, 5, 1))
    add_recurring(viewer=nora, entry=RecurringEntry(when, role_of(nora), EUROS))

    assert counted(nora) == [95000] * 3
