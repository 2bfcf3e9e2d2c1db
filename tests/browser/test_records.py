"""Payments found, corrected under their row, ticked and undone: by keys, mouse, thumb."""

from datetime import timedelta
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from plait.accounts.operations import change_person
from plait.book.models import Payment
from plait.book.operations.by_hand import add_payment
from plait.book.operations.roles import add_role
from plait.domain.money import Money
from plait.domain.roles import RoleKind
from plait.web import clock
from tests.browser.conftest import DESK, PHONE
from tests.browser.looks import STILL, sideways, small, violations
from tests.roles import new_role

LONG = "Donaudampfschifffahrtsgesellschaftskapitän, Nordmeer und Süd"


@pytest.fixture
def paid(marit):
    """Four payments of one role, two of them in pounds; and a role of a long name."""
    atlas, _long = (
        add_role(
            viewer=marit,
            role=new_role(
                name,
                organisation="House",
                kind=RoleKind.CONTRACT,
                started_on=clock.today() - timedelta(weeks=100),
            ),
        )
        for name in ("Atlas", LONG)
    )
    return [
        add_payment(
            viewer=marit,
            role=atlas,
            on=clock.today() - timedelta(days=n),
            amount=Money(Decimal(amount), currency),
            payer=payer,
        )
        for n, (amount, currency, payer) in enumerate(
            (
                ("950", "EUR", "Coöperatie Midden"),
                ("-63.95", "EUR", "Pronk"),
                ("770", "GBP", "Harewood & Pike"),
                ("901", "GBP", "Harewood & Pike"),
            )
        )
    ]


def roles(marit):
    held = Payment.objects.filter(owner=marit).order_by("-booked_on")
    return [*held.values_list("role__name", flat=True)]


def test_a_row_is_found_corrected_and_undone_by_keys(marit, paid, watch):
    seen = watch(marit, **DESK)
    page = seen.page
    seen.goto("/records/")

    page.keyboard.press("/")
    page.keyboard.type("pronk")
    expect(page.get_by_role("heading", level=1)).to_have_text("€64 went out.")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    expect(page.locator("[data-row]")).to_have_count(4)
    page.locator("h1").click()
    for key in "je":
        page.keyboard.press(key)
    expect(page.locator("[data-in-place]")).to_be_visible()
    page.locator("#edit_role").select_option(label=LONG)
    page.get_by_label("What it was").fill("Training day")
    page.keyboard.press("Enter")

    expect(page.locator(".is-open")).to_contain_text("Pronk")
    expect(page.locator(".flash")).to_contain_text("Saved.")
    page.keyboard.press("Escape")
    expect(page.locator("[data-in-place]")).to_have_count(0)
    assert roles(marit)[0] == LONG
    page.keyboard.press("u")
    expect(page.locator(".flash")).to_contain_text("Undone")
    assert roles(marit)[0] == "Atlas"
    assert seen.faults == []


def test_ticked_rows_are_moved_by_thumb_and_two_currencies_are_two_sums(
    marit, paid, watch
):
    change_person(viewer=marit, language="nl")
    seen = watch(marit, **PHONE, **STILL)
    page = seen.page
    seen.goto("/records/")

    for row in range(3):
        page.locator("[data-row] .pick-box").nth(row).tap()
    bar = page.locator("[data-chosen]")
    expect(bar).to_contain_text("3 aangevinkt")
    expect(bar).to_contain_text("€ 950,00 in · € 63,95 uit · £ 770,00 in")
    above = bar.bounding_box()
    below = page.locator(".nav").bounding_box()
    assert above["y"] + above["height"] <= below["y"] + 1
    faults = [f for look in (violations, small, sideways) for f in look(seen)]
    bar.get_by_text("Naar een rol").tap()
    bar.get_by_role("button", name=LONG).first.tap()

    expect(page.locator(".flash")).to_contain_text("3 regels verplaatst naar")
    assert roles(marit) == [LONG, LONG, LONG, "Atlas"]
    assert faults + seen.faults == []
