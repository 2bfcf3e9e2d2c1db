"""Keys: they go to pages, leave fields alone, and can be seen."""

from playwright.sync_api import expect

from tests.browser.conftest import DESK


def test_keys_go_to_pages_open_their_list_and_leave_fields_alone(marit, watch):
    seen = watch(marit, **DESK)
    page = seen.page
    seen.goto("/")

    page.keyboard.press("Shift+?")
    expect(page.get_by_role("dialog", name="Shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.type("gr")
    page.wait_for_url("**/roles/")
    page.keyboard.type("gs")
    page.wait_for_url("**/settings/")
    name = page.get_by_label("Your name")
    name.fill("")
    name.press_sequentially("gt ?")
    expect(name).to_have_value("gt ?")
    expect(page.get_by_role("dialog")).to_have_count(0)

    assert seen.faults == []
