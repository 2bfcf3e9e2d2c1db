"""What stands on every page: navigation that fits a thumb, and the running timer."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from plait.accounts.operations import change_person
from plait.book.models import TimeEntry
from plait.book.operations.log import start_timer
from plait.book.operations.roles import add_role
from tests.browser.conftest import PHONE
from tests.browser.looks import STILL, sideways, small, violations
from tests.roles import new_role

LONG = "Practice manager of the out-of-hours service for the north"


@pytest.fixture
def running(marit):
    """Marit, for whose role with a long name a timer has run for 42 minutes."""
    role = add_role(viewer=marit, role=new_role(LONG))
    at = datetime.now(UTC) - timedelta(minutes=42)
    start_timer(viewer=marit, role=role, at=at)
    return marit


def test_all_pages_are_in_reach_of_a_thumb(marit, watch):
    seen = watch(marit, **PHONE, **STILL)
    page = seen.page
    seen.goto("/roles/")
    bar = page.get_by_role("navigation", name="Main")
    shown = bar.locator(":scope > a:visible, :scope > details > summary")

    assert shown.all_inner_texts() == ["Today", "Roles", "Log", "Income", "More"]
    bar.get_by_text("More").tap()
    faults = [f for look in (violations, small) for f in look(seen)]
    bar.get_by_role("link", name="Hours").tap()
    expect(page).to_have_url(re.compile(r"/hours/$"))
    expect(bar.locator("details")).to_have_class("nav-more is-here")
    assert [*faults, *seen.faults] == []


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_timer_is_stopped_on_any_page_and_one_stays_there(
    running, watch, has_scripts
):
    seen = watch(running, **PHONE, **STILL, java_script_enabled=has_scripts)
    page = seen.page
    seen.goto("/settings/")
    timer = page.get_by_role("form", name="Running timer")

    expect(timer).to_contain_text("0:42" if has_scripts else "since ")
    if has_scripts:
        assert LONG not in page.title()
        faults = [f for look in (violations, small, sideways) for f in look(seen)]
        assert faults == []
    timer.get_by_role("button").tap()

    expect(page.get_by_role("status")).to_contain_text("42 min")
    assert page.url.endswith("/settings/")
    assert TimeEntry.objects.get().seconds // 60 == 42
    assert seen.faults == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_navigation_fits_every_width_while_a_timer_runs(running, watch, language):
    change_person(viewer=running, language=language)
    seen = watch(running, **STILL)
    seen.goto("/settings/")
    wide = {}

    for width in (320, 390, 640, 735, 820, 991, 1024, 1280):
        seen.page.set_viewport_size({"width": width, "height": 800})
        wide[width] = seen.too_wide()

    assert [w for w, by in wide.items() if by > 0] == []
