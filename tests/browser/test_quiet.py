"""The quiet view in a browser, over every page of the sample."""

import html

import pytest
from playwright.sync_api import expect

from plait.book.models import CheckIn, Invoice, Organisation, Payment, Role, TimeEntry
from tests.browser.conftest import DESK
from tests.browser.looks import STILL, violations
from tests.browser.places import places


def names(person) -> set[str]:
    """Return all names of the book that are no word of the pages' own."""
    found = set()
    for model, field in (
        *((Role, "name"), (Organisation, "name"), (Payment, "payer")),
        *((TimeEntry, "description"), (TimeEntry, "client"), (TimeEntry, "project")),
        *((Payment, "reference"), (CheckIn, "note"), (Invoice, "number")),
    ):
        held = model.objects.filter(owner=person).values_list(field, flat=True)
        found |= {one for one in held.distinct() if len(one) > 6}
    return found - {person.name}  # that of whoever looks stands in their settings


@pytest.mark.slow
def test_one_key_hides_every_name_of_the_sample(book, watch):
    seen = watch(book, **DESK, **STILL)
    page, private = seen.page, names(book)
    page.context.set_default_timeout(60_000)
    seen.goto("/roles/")
    role = Role.objects.filter(owner=book).first().name
    expect(page.locator("body")).to_contain_text(role)

    with page.expect_navigation():
        page.keyboard.press("q")
    faults = list(violations(seen))
    for place in places(book):
        seen.goto(place)
        text = html.unescape(page.content())
        faults += [f"{place} {name}" for name in private if name in text]
        faults += [f"{place} {sign}" for sign in "€£" if f"{sign}1" in text]

    assert faults == []
    assert seen.faults == []


@pytest.mark.parametrize("has_scripts", [True, False])
def test_the_eye_hides_and_shows(book, watch, has_scripts):
    seen = watch(book, **DESK, java_script_enabled=has_scripts)
    page = seen.page
    seen.goto("/roles/")

    page.get_by_role("button", name="Quiet view").click()
    expect(page.get_by_role("link", name="Role 1").first).to_be_visible()
    page.get_by_role("button", name="Quiet view").click()

    expect(page.get_by_text("Role 1", exact=True)).to_have_count(0)
    assert page.url.endswith("/roles/")
