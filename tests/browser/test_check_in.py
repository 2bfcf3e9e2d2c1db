"""Half a minute on a phone: the weekly check-in, by thumb, by keys, without scripts."""

from datetime import timedelta

import pytest

from plait.book.models import CheckIn
from plait.book.operations.records import check_in
from plait.book.operations.roles import add_role
from plait.domain.roles import RoleKind
from plait.web import clock
from tests.book.conftest import TODAY
from tests.browser.conftest import DESK, PHONE
from tests.browser.looks import STILL, sideways, small, unseen, violations
from tests.roles import new_role

NAMES = ("energy", "meaning", "growth", "pressure")


@pytest.fixture
def roles(marit):
    for name in ("Atlas", "Board"):
        add_role(
            viewer=marit,
            role=new_role(
                name,
                organisation=f"{name} House",
                kind=RoleKind.CONTRACT,
                started_on=TODAY.replace(year=2020),
            ),
        )
    return marit


def tap(page, role: str, *points: int) -> None:
    """Tap one point in each row of a role."""
    for name, point in zip(NAMES, points, strict=False):
        page.locator(f"label[for=id_{role}-{name}_{point}]").tap()


def save(page) -> None:
    """Press the one button and wait for the page that follows."""
    with page.expect_navigation():
        page.get_by_role("button", name="Save").click()


def held() -> list[tuple]:
    return list(CheckIn.objects.values_list("role__key", *NAMES, "note"))


@pytest.mark.parametrize("has_scripts", [True, False])
def test_four_taps_and_a_line_on_a_phone_are_kept(roles, watch, has_scripts):
    seen = watch(roles, **PHONE, java_script_enabled=has_scripts)
    page = seen.page
    seen.goto("/check-in/")

    tap(page, "atlas", 4, 4, 5, 3)
    page.get_by_text("Add a note").first.tap()
    page.get_by_label("A note about Atlas").fill("A good week")
    save(page)

    assert "Thank you: 1 role is noted" in page.locator(".flash").inner_text()
    assert held() == [("atlas", 4, 4, 5, 3, "A good week")]
    assert seen.faults == []


def test_who_began_with_a_role_can_leave_it_out_again(roles, watch):
    seen = watch(roles, **PHONE)
    page = seen.page
    seen.goto("/check-in/")
    atlas = page.locator(".feeling", has_text="Atlas")
    assert not atlas.get_by_text("Skip this role").is_visible()

    tap(page, "atlas", 4)
    atlas.get_by_text("Skip this role").tap()
    tap(page, "board", 3, 3, 3, 3)
    save(page)

    assert held() == [("board", 3, 3, 3, 3, "")]


def test_what_is_missing_is_marked_where_it_is(roles, watch):
    seen = watch(roles, **PHONE)
    page = seen.page
    seen.goto("/check-in/")

    tap(page, "board", 5, 4)
    save(page)

    marked = page.locator(".scale:has(.errorlist) legend").all_inner_texts()
    assert marked == ["Growth", "Pressure"]
    assert page.get_by_role("alert").is_visible()
    assert page.locator("#id_board-energy_5").is_checked()


def test_answers_can_be_given_by_the_keyboard_alone(roles, watch):
    seen = watch(roles, **DESK)
    page = seen.page
    seen.goto("/check-in/")

    page.locator("#id_atlas-energy_1").focus()
    for presses in (3, 0, 4, 2):
        page.keyboard.press("Space")
        for _ in range(presses):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
    save(page)

    # From 1, so many steps to the right.
    assert held() == [("atlas", 4, 1, 5, 3, "")]


def test_the_page_after_a_slip_is_as_good_as_before(roles, watch):
    seen = watch(roles, **PHONE, **STILL)
    page = seen.page
    seen.goto("/check-in/")
    tap(page, "atlas", 4)
    page.get_by_text("Add a note").first.tap()
    save(page)

    faults = [f for look in (violations, small, sideways) for f in look(seen)]

    assert faults == []


def test_each_stop_of_the_tab_key_on_an_answered_page_is_seen(roles, watch):
    seen = watch(roles, **DESK)
    seen.goto("/check-in/")
    seen.page.locator("#id_atlas-energy_3").check(force=True)

    assert list(unseen(seen)) == []


def test_eight_roles_take_a_tap_each_where_the_week_was_as_the_last(marit, watch):
    for n in range(8):
        role = add_role(viewer=marit, role=new_role(f"Role {n}"))
        day, answers = (
            clock.today() - timedelta(weeks=1),
            dict.fromkeys(NAMES, 4),
        )
        check_in(viewer=marit, role=role, day=day, answers=answers)
    seen = watch(marit, **PHONE, **STILL)
    page, n_taps = seen.page, 0
    seen.goto("/check-in/")

    def tapped(target) -> None:
        nonlocal n_taps
        target.tap()
        n_taps += 1

    for name in NAMES:
        tapped(page.locator(f"label[for=id_role-0-{name}_2]"))
    for n in (1, 2):
        card = page.locator(".feeling", has_text=f"Role {n}")
        tapped(card.get_by_text("As last week"))
    faults = [f for look in (violations, small, sideways) for f in look(seen)]
    page.set_viewport_size(PHONE["viewport"])
    with page.expect_navigation():
        tapped(page.get_by_role("button", name="Save, others as last week"))

    assert n_taps == 7
    assert len(held()) == 16
    latest = CheckIn.objects.order_by("-week_on", "role__pk")[:8]
    assert [one.energy for one in latest] == [2, 4, 4, 4, 4, 4, 4, 4]
    assert faults == []
