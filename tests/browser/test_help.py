"""Help opens beside the page, by mouse and by key, and gives the focus back."""

from playwright.sync_api import expect

from plait.accounts.operations import change_person
from tests.browser.conftest import PHONE
from tests.browser.looks import STILL, sideways, small, violations


def test_help_opens_where_one_stands_and_closes_there(marit, watch):
    change_person(viewer=marit, language="nl")
    seen = watch(marit, **PHONE, **STILL)
    page = seen.page
    seen.goto("/hours/")

    page.get_by_role("link", name="Hulp bij deze pagina").tap()
    panel = page.get_by_role("dialog", name="Hulp bij deze pagina")
    expect(panel.get_by_text("Past je week?")).to_be_visible()
    found = [fault for look in (violations, small, sideways) for fault in look(seen)]
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.get_by_role("link", name="Hulp bij deze pagina")).to_be_focused()
    page.keyboard.press("h")
    expect(panel).to_be_visible()
    panel.get_by_role("button", name="Sluiten").tap()
    expect(panel).to_be_hidden()

    assert found + seen.faults == []
