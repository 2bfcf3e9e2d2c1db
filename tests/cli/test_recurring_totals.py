"""What recurs comes to the same on each page, in each command and in each file."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from plait.book.operations.recurring import (
    RecurringEntry,
    add_recurring,
    own_day,
    skip_day,
)
from plait.domain.money import Money
from plait.domain.recurring import Recurrence, Rhythm
from tests.book.statements import Paid, camt

YEAR = {"period": "2026"}


@pytest.fixture(autouse=True)
def in_november():
    with time_machine.travel(datetime(2026, 11, 20, 9, 30, tzinfo=UTC)):
        yield


@pytest.fixture
def atlas(nora, role_of, bring, plait):
    """A retainer since February that the bank shows in March, a rent, a private sum."""
    role = role_of(nora)
    bring(camt([Paid(3, "1000.00")]))
    plait("assign", "payer", "Zorggroep Atlas", role.key)

    def recurs(euros, first, role):
        when = Recurrence(first, Rhythm.MONTHS)
        entry = RecurringEntry(when, role, Money(Decimal(euros), "EUR"))
        return add_recurring(viewer=nora, entry=entry)

    retainer = recurs(1000, date(2026, 2, 1), role)
    skip_day(viewer=nora, held=retainer, on=date(2026, 5, 1))
    own_day(viewer=nora, held=retainer, on=date(2026, 6, 1))
    recurs(-110, date(2025, 12, 15), role)
    recurs(-20, date(2026, 1, 20), None)
    return role


# February to November without May; the rent's own eleven days of the year.
CAME, WENT = 9 * 1000, 11 * 110


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


def test_it_comes_to_the_same_everywhere(nora, atlas, plait, as_json):
    browser = Client()
    browser.force_login(nora)
    listed = {"kind": "payments", "role": atlas.key}

    def page(name, *args, **query):
        answer = browser.get(reverse(name, args=args), YEAR | query)
        return answer.getvalue().decode() if answer.streaming else answer.text

    def income(text):
        return [(int(one["Came in"]), int(one["Costs"])) for one in rows(text)]

    def both_ways(text):
        each = [Decimal(one["Amount"]) for one in rows(text)]
        return sum(a for a in each if a > 0), -sum(a for a in each if a < 0)

    words = ("records", "--period", "2026", "--role", atlas.key)
    [total] = as_json(*words)["totals"]
    [stream] = as_json("income", "--period", "2026")["in_period"]["roles"]

    assert (stream["income"], stream["costs"]) == (CAME, WENT)
    assert (Decimal(total["received"]), Decimal(total["paid_out"])) == (CAME, WENT)
    for file in (page("records_csv", **listed), plait(*words, "--csv").stdout):
        assert both_ways(file) == (CAME, WENT)
    command = plait("income", "--period", "2026", "--csv").stdout
    for file in (page("table_csv", "income"), command):
        assert income(file) == [(CAME, WENT)]
    assert "€9,000 came in, €1,210 went out." in page("records", **listed)
    shown = page("income")
    assert "€9,000 came in so far." in shown
    assert "€1,210" in shown
