"""The inbox by keys: one press each, the focus on the next, a new role and back."""

from datetime import date

import pytest
from playwright.sync_api import expect

from plait.book.models import Payment, Rule
from plait.book.operations.roles import add_role
from plait.web import clock
from tests.browser.conftest import DESK, PHONE
from tests.browser.looks import sideways, violations
from tests.roles import new_role


@pytest.fixture
def waiting(marit):
    """Money of four payers, of whom one is known by a role's organisation."""
    add_role(viewer=marit, role=new_role("Lead", organisation="Zorggroep Atlas"))
    today = clock.today()
    for place, payer in enumerate(("Zorggroep Atlas", "Kring", "Savings", "School")):
        for month in (1, 2, 3):
            Payment.objects.create(
                owner=marit,
                fingerprint=10 * place + month,
                booked_on=date(today.year - 1, month, 25),
                amount_minor=100_000 - 10_000 * place,
                currency="EUR",
                payer=payer,
            )
    return marit


def test_each_is_sorted_by_one_key_and_the_next_has_the_focus(waiting, watch):
    seen = watch(waiting, **DESK)
    page = seen.page
    seen.goto("/inbox/")
    focused = page.locator("[data-item]:focus h2")

    page.keyboard.press("j")
    expect(focused).to_have_text("Zorggroep Atlas")
    page.keyboard.press("Enter")
    expect(focused).to_have_text("Kring")
    expect(page.get_by_role("status")).to_contain_text("now belongs to Lead")
    expect(page.locator("#inbox-link .badge")).to_contain_text("3")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("t")
    expect(focused).to_have_text("School")
    page.keyboard.press("n")
    page.get_by_label("What do you call it?").fill("Teacher")
    page.locator("[name=kind][value=contract]").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("[data-item]:focus select[name=role]")).to_have_value("teacher")
    page.keyboard.press("Enter")
    expect(focused).to_have_text("Kring")
    page.keyboard.press("p")
    expect(page.locator("h1")).to_have_text(
        "Everything belongs to a role or is private."
    )

    assert Rule.objects.filter(owner=waiting).count() == 4
    assert seen.faults == []


@pytest.mark.slow
@pytest.mark.parametrize("options", [PHONE, DESK], ids=["phone", "desk"])
def test_the_pages_of_sorting_have_no_fault(book, watch, options):
    seen = watch(book, **options)
    for address in ("/inbox/", "/inbox/?out=1", "/inbox/roles/", "/inbox/rules/"):
        seen.goto(address)
        assert [*violations(seen), *sideways(seen)] == []
    assert seen.faults == []
