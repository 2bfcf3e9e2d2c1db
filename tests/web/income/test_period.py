"""The period of a page stands in its address, and goes with one from page to page."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.domain.money import Money
from plait.domain.period import add_months
from plait.domain.selection import Selection, selection_from
from tests.web.importing import words


@pytest.fixture
def paid(nora, role_of):
    """Give Nora 3,000 each 25th for two years."""
    role = role_of(nora, "Practice")
    for n in range(24):
        on = add_months(date(2026, 10, 1), -n).replace(day=25)
        money = Money(Decimal(3000), "EUR")
        add_payment(viewer=nora, role=role, on=on, amount=money, payer="Practice House")


@pytest.mark.usefixtures("paid")
def test_a_period_is_shown_with_the_one_before_and_after(as_nora):
    page = as_nora.get(reverse("income"), {"period": "2026-q3"}).content.decode()

    assert "From July to September 2026 €9,000 came in, as much as" in page
    assert 'href="?period=2026-q2"' in page
    assert 'href="?period=2026-q4"' in page
    # Every figure opens its payments of the same period.
    assert "role=practice&amp;period=2026-q3" in page


@pytest.mark.usefixtures("paid")
def test_days_of_a_form_are_a_period(as_nora):
    asked = {"first": "2026-10-01", "last": "2026-10-31"}

    assert "In October 2026 €3,000 came in" in words(
        as_nora.get(reverse("income"), asked)
    )


@pytest.mark.usefixtures("paid")
@pytest.mark.parametrize("slip", ["2026-13", "<script>", "0" * 5000])
def test_a_slip_shows_the_usual_period_and_says_so(as_nora, slip):
    page = words(as_nora.get(reverse("income"), {"period": slip}))

    assert "This is no period; the usual one is shown." in page
    assert "Over the last twelve whole months" in page


@pytest.mark.usefixtures("paid")
def test_records_of_a_period_are_those_of_its_days(as_nora):
    page = words(as_nora.get(reverse("records"), {"period": "2026-q3"}))

    assert "€9,000" in page


def test_a_selection_keeps_the_word_of_its_period():
    chosen = selection_from({"kind": "payments", "period": "2026-Q3"})

    assert isinstance(chosen, Selection)
    assert chosen.to_words() == {"kind": "payments", "period": "2026-q3"}


@pytest.mark.usefixtures("paid")
def test_hours_and_a_role_take_the_same_word(as_nora, nora):
    entry = {"on": date(2026, 10, 6), "seconds": 7200}
    add_time(viewer=nora, role=nora.role_set.get(), **entry)

    hours = words(as_nora.get(reverse("hours"), {"period": "2026-10"}))
    role = words(as_nora.get(reverse("role", args=["practice"]), {"period": "2026-10"}))

    assert "In October 2026 you worked 2 hours" in hours
    assert "In October 2026 you worked 2 hours" in role
    assert "In October 2026 €3,000 came in" in role


@pytest.mark.usefixtures("paid")
def test_the_period_goes_along_from_page_to_page(as_nora):
    page = as_nora.get(reverse("income"), {"period": "2026-q3"}).text

    assert f'href="{reverse("safety")}?period=2026-q3"' in page
    assert f'href="{reverse("records")}?kind=payments&amp;period=2026-q3"' in page


def test_working_time_is_judged_over_the_period(as_nora, nora, role_of):
    change_person(viewer=nora, country="NL")
    role = role_of(nora, "Practice")
    for n in range(10):
        on = date(2026, 10, 5) + timedelta(days=n)
        add_time(viewer=nora, role=role, on=on, seconds=6 * 3600)

    page = words(as_nora.get(reverse("worktime"), {"period": "2026-10"}))

    assert "Hours of all employers together, October 2026, by the rules" in page
