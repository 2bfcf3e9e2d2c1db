"""Can I take this on, in the hand: asked, compared, and put in the book."""

import pytest
from playwright.sync_api import expect

from plait.book.models import Role
from tests.browser.conftest import DESK, PHONE


@pytest.mark.parametrize(
    "options",
    [
        PHONE,
        pytest.param(DESK, marks=pytest.mark.slow),
        pytest.param({**PHONE, "java_script_enabled": False}, marks=pytest.mark.slow),
    ],
    ids=["phone", "desk", "no scripts"],
)
def test_asking_comparing_and_keeping(book, watch, options):
    seen = watch(book, **options)
    page = seen.page
    seen.goto("/hours/")
    page.get_by_role("link", name="Can I take this on?").click()

    # What this sort of question has no use for is not there to be filled in.
    expect(page.get_by_label("Which role?")).to_be_hidden()
    page.get_by_label("What is it?").fill("Course leader")
    page.get_by_role("button", name="See whether it fits").click()
    expect(page.get_by_text("Say how many, such as 6 a week")).to_be_visible()
    page.get_by_label("Hours it takes").fill("2")
    page.get_by_label("On which days and times?").fill("fri 9-11")
    page.get_by_role("button", name="See whether it fits").click()

    expect(page.get_by_text("Course leader, 2 hours a week from")).to_be_visible()
    page.get_by_role("link", name="Compare with another").click()
    page.get_by_label("Leave a role").check()
    expect(page.get_by_label("What is it?")).to_be_hidden()
    page.get_by_label("Which role?").select_option("Columnist")
    page.get_by_role("button", name="See whether it fits").click()

    expect(page.locator("article.take-on-one")).to_have_count(2)
    assert not Role.objects.filter(name="Course leader").exists()
    if seen.has_scripts:
        assert seen.too_wide() <= 0
    first = page.locator("article.take-on-one").first
    first.get_by_role("button", name="Put it in the book").click()

    expect(page.get_by_role("status")).to_contain_text("Course leader is in your book.")
    assert Role.objects.get(name="Course leader").organisation.name == "Course leader"
    assert seen.faults == []
