"""The part of the income page on what was to come and what came."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from plait.book.operations.by_hand import add_payment
from plait.book.operations.roles import agree
from plait.domain.money import Money
from plait.domain.period import add_months
from tests.cast import terms
from tests.web.importing import words


def page(client) -> str:
    return words(client.get(reverse("income"), {"on": "2026-11-20"}))


@pytest.fixture
def paid(nora, role_of):
    """Pay Nora 2,000 of 3,000 agreed on the 5th of two years, but for some months."""

    def paid(name="Clinic", *, without=()):
        role = role_of(nora, name)
        agree(viewer=nora, role=role, terms=terms("16/week", pay="3000 EUR/salary"))
        for n in range(24):
            on = add_months(date(2026, 11, 1), -n).replace(day=5)
            if on.month not in without:
                money = Money(Decimal(2000), "EUR")
                told = {"viewer": nora, "role": role, "payer": f"{name} House"}
                add_payment(on=on, amount=money, **told)
        # The account is in daily use.
        money = Money(Decimal(-1), "EUR")
        add_payment(viewer=nora, role=role, on=date(2026, 11, 19), amount=money)
        return role

    return paid


def test_what_came_as_always_is_said_in_a_line(as_nora, paid):
    paid()

    shown = page(as_nora)

    assert (
        "Everything expected has come in, in the usual amounts and on the usual days."
        in shown
    )
    assert "One payer pays so regularly that Plait notices" in shown
    assert "Expected next: Clinic, around 5 December 2026." in shown


def test_a_missing_payment_is_listed_with_what_was_agreed(as_nora, nora, paid):
    role = paid(without=(11, 12))
    for month in ("2024-12", "2025-11", "2025-12"):
        on = date.fromisoformat(f"{month}-05")
        money = Money(Decimal(2000), "EUR")
        add_payment(viewer=nora, role=role, on=on, amount=money, payer="Clinic House")

    shown = page(as_nora)

    # 2,000 of 3,000 usually comes. From 5 to 20 November are 15 days.
    assert "November 2026 €3,000 – missing" in shown
    assert "About €2,000 was due around 5 November 2026, 15 days ago." in shown


def test_a_book_without_a_rhythm_has_no_such_part(as_nora, nora, role_of):
    role = role_of(nora, "Clinic")
    money = Money(Decimal(2000), "EUR")
    add_payment(viewer=nora, role=role, on=date(2026, 10, 31), amount=money)

    assert "Expected payments" not in page(as_nora)
