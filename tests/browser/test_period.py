"""The period of a page: chosen by thumb, by list and by key, and kept on the way."""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from plait.accounts.operations import change_person
from plait.book.operations.by_hand import add_payment
from plait.book.operations.roles import add_role
from plait.domain.money import Money
from plait.domain.period import add_months, month_of
from plait.domain.roles import RoleKind
from plait.web import clock
from plait.wording.words import words_for
from tests.browser.conftest import DESK, PHONE
from tests.browser.looks import STILL, sideways, small, unseen, violations
from tests.roles import new_role


@pytest.fixture
def paid(marit):
    """Marit with a role that brought 3,000 on the first of thirty months."""
    month = month_of(clock.today())
    role = add_role(
        viewer=marit,
        role=new_role(
            "Interim manager of several practices in the province",
            organisation="House",
            kind=RoleKind.CONTRACT,
            started_on=add_months(month, -36),
        ),
    )
    money = Money(Decimal(3000), "EUR")
    for n in range(30):
        on = add_months(month, -n)
        add_payment(viewer=marit, role=role, on=on, amount=money, payer="House")
    return marit


@pytest.mark.parametrize(
    ("options", "language"),
    [(PHONE, "nl"), pytest.param(DESK, "en", marks=pytest.mark.slow)],
    ids=["phone", "desk"],
)
def test_a_period_is_chosen_and_goes_along(paid, watch, options, language):
    change_person(viewer=paid, language=language)
    words, month = words_for(language), month_of(clock.today())
    seen = watch(paid, **options, **STILL)
    page = seen.page
    seen.goto("/income/")

    page.locator(".period-choice > summary").click()
    assert list(violations(seen)) == []
    assert list(sideways(seen)) == []
    page.locator(f".period-links [href*='period={month:%Y-%m}']").click()
    expect(page.locator("h1")).to_contain_text(words.month(month))

    page.keyboard.press("Shift+ArrowLeft")
    last = words.month(add_months(month, -1))
    expect(page.locator("h1")).to_contain_text(last)
    expect(page.locator(".period a[rel=prev]")).to_be_focused()

    for tab in (1, 2, 3, 0):
        page.locator(".tabs a").nth(tab).click()
        expect(page.locator(".tabs a").nth(tab)).to_have_attribute(
            "aria-current", "page"
        )
    expect(page.locator(".period-choice > summary")).to_contain_text(last)
    assert list(unseen(seen)) == []
    assert small(seen) == [] or options is DESK
    assert seen.faults == []
