"""The pages of calendars, in both colours, for a thumb, by keyboard and by press."""

from datetime import UTC, datetime

import pytest

from plait.book.models import CalendarSource
from tests.browser.conftest import DESK, PHONE
from tests.browser.looks import STILL, sideways, small, unseen, violations

TROUBLE = (
    '["There is no calendar at this address, or no longer",'
    ' "calendar.example.org", "Copy the address from your calendar again."]'
)


@pytest.fixture
def places(marit) -> list[str]:
    """The pages, one calendar of two in trouble; neither is looked at again yet."""
    far = datetime(2999, 1, 1, tzinfo=UTC)
    for name, trouble in (("Praktijk", ""), ("Koor & orkest", TROUBLE)):
        source = CalendarSource.objects.create(
            owner=marit,
            name=name,
            kind="caldav",
            username="marit",
            address=f"https://calendar.example.org/{name[0]}/",
            error=trouble,
            checked_at=far,
            fetched_at=far,
        )
    remove = f"/calendars/{source.pk}/remove/"
    return ["/calendars/", "/calendars/add/", remove, "/calendars/feed/revoke/"]


def looked_at(seen, places, *looks) -> str:
    found = []
    for place in places:
        seen.goto(place)
        found += [f"{place} {fault}" for look in looks for fault in look(seen)]
    return "\n".join([*found, *seen.faults])


def test_they_pass_axe_in_both_colours_at_a_desk(marit, watch, places):
    seen = watch(marit, **DESK, **STILL)

    assert looked_at(seen, places, violations, unseen) == ""


@pytest.mark.parametrize("look", [small, sideways])
def test_on_a_phone_they_fit_a_thumb_and_stay_in_place(marit, watch, places, look):
    assert looked_at(watch(marit, **PHONE, **STILL), places, look) == ""


def test_the_address_of_ones_own_calendar_is_shown_and_copied(marit, watch):
    seen = watch(marit, **DESK, **STILL)
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.goto("/calendars/")

    seen.page.get_by_role("button", name="Make an address").click()
    shown = seen.page.get_by_label("The address of your calendar").input_value()
    seen.page.get_by_role("button", name="Copy it").click()
    seen.page.get_by_role("button", name="Copied").wait_for()

    assert seen.page.evaluate("navigator.clipboard.readText()") == shown
    assert shown.endswith(".ics")
    assert list(violations(seen)) == []
    assert seen.faults == []


def test_without_scripts_the_address_can_be_marked(marit, watch):
    seen = watch(marit, **PHONE, java_script_enabled=False)
    seen.goto("/calendars/")

    seen.page.get_by_role("button", name="Make an address").click()

    field = seen.page.get_by_label("The address of your calendar")
    assert field.input_value().endswith(".ics")
    assert not seen.page.get_by_role("button", name="Copy it").is_visible()
