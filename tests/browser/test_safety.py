"""What one could fall back on, in the hand: told, refused at the field, removed."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from plait.book.models import Cause, Fallback, Role
from plait.book.operations.roles import add_role
from plait.domain.roles import RoleKind
from plait.web import clock
from tests.browser.conftest import DESK, PHONE
from tests.browser.looks import STILL, sideways, small, unseen, violations
from tests.falling_back import set_cause, set_fallback
from tests.roles import new_role

BOTH = pytest.mark.parametrize(
    "options",
    [
        PHONE,
        pytest.param(DESK, marks=pytest.mark.slow),
        pytest.param({**PHONE, "java_script_enabled": False}, marks=pytest.mark.slow),
    ],
    ids=["phone", "desk", "no scripts"],
)


@pytest.fixture
def roles(marit):
    """Marit with two paid roles and nothing to fall back on."""
    for name in ("Trainer", "Atlas"):
        add_role(
            viewer=marit,
            role=new_role(
                name,
                organisation=f"{name} House",
                kind=RoleKind.CONTRACT,
                started_on=clock.today() - timedelta(weeks=100),
            ),
        )
    return marit


@BOTH
def test_telling_what_there_is_to_fall_back_on(roles, watch, options):
    seen = watch(roles, **options)
    page = seen.page
    seen.goto("/income/safety/")

    page.get_by_role("textbox", name="Savings").fill("18.500,50")
    page.get_by_role("textbox", name="The least a month costs").fill("3100")
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator("h1")).to_have_text("Your savings pay for 6 months.")
    page.get_by_role("link", name="What you could fall back on").click()

    page.get_by_role("link", name="Note one Trainer").click()
    form = page.locator("#note-fallback")
    form.get_by_label("What would you do instead?").fill("A day at the surgery")
    form.get_by_label("In how many weeks would it pay?").fill("soon")
    form.get_by_label("One step you can take now").fill("Ring Joost")
    with seen.expecting(422):
        form.get_by_role("button", name="Save").click()
        expect(form.get_by_text("Write a whole number of weeks")).to_be_visible()
    form.get_by_label("In how many weeks would it pay?").fill("6")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Your next step: Ring Joost.")).to_be_visible()

    page.get_by_text("Note a shared cause", exact=True).click()
    form = page.locator("#note-cause")
    form.get_by_label("What do these roles depend on?").fill("My voice")
    form.get_by_label("Trainer").check()
    form.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Remove My voice").click()
    page.get_by_role("button", name="Remove it").click()

    expect(page.get_by_role("status")).to_contain_text("Removed.")
    assert not Cause.objects.exists()
    assert Fallback.objects.get().weeks == 6
    assert seen.faults == []


def test_an_occupation_is_chosen_among_those_found(book, watch):
    seen = watch(book, **PHONE, java_script_enabled=False)
    page = seen.page
    seen.goto("/roles/training/change/")

    page.get_by_label("Occupation").fill("manager")
    page.get_by_role("button", name="Save").click()
    page.get_by_label("ICT managers").check()
    page.get_by_role("button", name="Save").click()

    page.locator("summary").filter(has_text="About this role").click()
    expect(page.get_by_text("ICT managers")).to_be_visible()
    assert seen.faults == []


@pytest.mark.parametrize(
    "options",
    [PHONE, pytest.param(DESK, marks=pytest.mark.slow)],
    ids=["phone", "desk"],
)
def test_the_page_can_be_read_and_operated(book, watch, options):
    trainer = Role.objects.get(owner=book, key="training")
    set_fallback(viewer=book, role=trainer, what="A day at the surgery", weeks=6)
    set_cause(
        viewer=book, name="My voice, and whatever it is used for", roles=[trainer]
    )
    seen = watch(book, **options, **STILL)
    seen.goto("/income/safety/?fallback=training")

    assert small(seen) == [] or options is DESK
    assert list(unseen(seen)) == []
    assert list(violations(seen)) == []
    assert list(sideways(seen)) == []
