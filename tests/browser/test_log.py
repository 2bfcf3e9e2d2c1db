"""Logging as it happens: a line by thumb, a timer, a calendar's events, a week by keys."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from plait.book.models import Event, EventAnswer, TimeEntry, Timer
from plait.book.operations.roles import add_role
from plait.book.queries.memory import forget_person
from plait.domain.period import monday_of
from plait.domain.roles import RoleKind
from plait.web import clock
from tests.browser.conftest import DESK, PHONE
from tests.browser.looks import STILL, sideways, small, unseen, violations
from tests.roles import new_role
from tests.web.hours.test_log import READ

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsanwärterin"
BOTH = pytest.mark.parametrize("has_scripts", [True, False])


@pytest.fixture
def roles(marit):
    """Marit with three roles, the last of a name that no phone holds in a line."""
    return {
        name: add_role(
            viewer=marit,
            role=new_role(
                name,
                organisation=f"{name} House",
                kind=RoleKind.CONTRACT,
                started_on=clock.today() - timedelta(weeks=100),
            ),
        )
        for name in ("Atlas", "Board", LONG)
    }


@pytest.fixture
def today(marit):
    return clock.today()


@pytest.fixture
def meetings(marit, roles):
    """Three meetings of the last days, that nobody logged."""
    ends_at = clock.now() - timedelta(hours=2)
    for number in range(3):
        ends_at -= timedelta(days=1)
        Event.objects.create(
            owner=marit,
            fingerprint=number + 1,
            uid=str(number),
            title=f"Meeting {number} about what was agreed and what was given",
            role=roles["Board"],
            status=1,
            on=ends_at.date(),
            starts_at=ends_at - timedelta(hours=1),
            ends_at=ends_at,
        )


def cell(page, row: int, column: int):
    """Return a field of the grid, both counted from 0."""
    return (
        page.locator(".grid tbody tr:has(input)").nth(row).locator("input").nth(column)
    )


def at(page) -> str:
    """Return the label of the field in which one is."""
    return page.evaluate("document.activeElement.getAttribute('aria-label')")


def totals(page) -> list[str]:
    return [
        *page.locator(".grid tbody .total").all_inner_texts(),
        *page.locator(".grid tfoot tr:last-child td").all_inner_texts(),
    ]


@BOTH
def test_a_line_by_thumb_is_kept_and_read_back(marit, roles, watch, has_scripts):
    seen = watch(marit, **PHONE, java_script_enabled=has_scripts)
    page = seen.page
    seen.goto("/log/")

    page.get_by_label("In one line").fill("1h30 atlas budget review yesterday")
    page.get_by_role("button", name="Keep it").tap()

    said = page.get_by_role("status")
    expect(said).to_contain_text("1 h 30 min for Atlas on")
    expect(said).to_contain_text("budget review")
    assert TimeEntry.objects.get().seconds == 90 * 60
    assert seen.faults == []


def test_a_line_that_is_not_understood_is_said_beside_it(marit, roles, watch):
    seen = watch(marit, **PHONE, **STILL)
    page = seen.page
    seen.goto("/log/")
    line = page.get_by_label("In one line")

    line.fill("a while for atlas")
    with seen.expecting(422):
        line.press("Enter")
        expect(page.locator("#line-error")).to_be_visible()

    expect(line).to_be_focused()
    expect(line).to_have_value("a while for atlas")
    faults = [f for look in (violations, small, sideways) for f in look(seen)]
    assert faults + seen.faults == []


def test_a_line_logged_by_mistake_is_taken_back(marit, roles, watch):
    seen = watch(marit, **PHONE)
    page = seen.page
    seen.goto("/log/")
    page.get_by_label("In one line").fill("20h board chair call")
    page.get_by_role("button", name="Keep it").tap()

    page.get_by_role("button", name="Remove").tap()

    expect(page.get_by_role("status")).to_contain_text("Removed: 20 h for Board")
    assert not TimeEntry.objects.exists()


@BOTH
def test_a_timer_runs_on_through_reloads_until_it_is_stopped(
    marit, roles, watch, has_scripts
):
    seen = watch(marit, **PHONE, java_script_enabled=has_scripts)
    page = seen.page
    seen.goto("/log/")
    page.get_by_label("Or start a timer").select_option(label=LONG)
    page.get_by_role("button", name="Start").tap()
    running = page.locator(".running")
    expect(running).to_contain_text(LONG)

    # It was started an hour and five minutes ago, as it turns out.
    Timer.objects.update(started_at=clock.now() - timedelta(minutes=65))
    forget_person(marit.pk)
    page.reload()
    expect(running).to_contain_text("1:05" if has_scripts else "1 h 05 min")
    assert seen.too_wide() == 0
    page.get_by_role("button", name="Stop and log").tap()

    expect(page.get_by_role("status")).to_contain_text(
        f"1 h 05 min for {LONG} is logged."
    )
    assert seen.faults == []


def test_a_running_timer_counts_in_the_title_which_names_no_role(marit, roles, watch):
    seen = watch(marit, **DESK)
    seen.goto("/log/")
    seen.page.get_by_role("button", name="Start").click()

    expect(seen.page).to_have_title("0:00 · Log · Plait")


@BOTH
def test_events_that_stay_ticked_are_logged_and_the_others_asked_again(
    marit, meetings, watch, has_scripts
):
    seen = watch(marit, **PHONE, java_script_enabled=has_scripts)
    page = seen.page
    seen.goto("/log/")

    page.get_by_text("Meeting 1 about").tap()
    page.get_by_role("button", name="Log the ticked ones").tap()

    expect(page.get_by_role("status")).to_contain_text("2 events are logged.")
    logged = set(TimeEntry.objects.values_list("description", flat=True))
    assert {title.split(" about")[0] for title in logged} == {"Meeting 0", "Meeting 2"}
    asked = page.locator("label", has=page.locator("[name=event]"))
    expect(asked).to_have_count(1)
    expect(asked).to_contain_text("Meeting 1")
    assert seen.faults == []


def test_events_that_were_no_work_are_not_asked_again(marit, meetings, watch):
    seen = watch(marit, **PHONE)
    seen.goto("/log/")

    seen.page.get_by_role("button", name="The ticked ones were not work").tap()

    expect(seen.page.get_by_role("status")).to_contain_text("3 events were not work.")
    expect(seen.page.locator("[name=event]")).to_have_count(0)
    assert (EventAnswer.objects.count(), TimeEntry.objects.count()) == (3, 0)


def test_a_week_is_filled_in_by_keys_alone(marit, roles, watch, today):
    seen = watch(marit, **DESK)
    page, keys = seen.page, seen.page.keyboard
    seen.goto("/log/")
    cell(page, 0, 0).focus()

    keys.type("1.5")
    keys.press("ArrowDown")
    assert at(page).startswith("Board on Monday")
    keys.type("2:15")
    keys.press("ArrowRight")
    assert at(page).startswith("Board on Tuesday")
    keys.type("45m")
    keys.press("ArrowUp")
    assert at(page).startswith("Atlas on Tuesday")
    keys.press("ArrowLeft")
    assert at(page).startswith("Atlas on Monday")
    keys.press("Enter")
    keys.press("Shift+Enter")
    assert at(page).startswith("Atlas on Monday")
    keys.press("Enter")
    keys.press("Enter")
    assert at(page).startswith(f"{LONG} on Monday")
    with page.expect_navigation():
        keys.press("Enter")  # there is no row below: the week is sent

    expect(page.get_by_role("status")).to_contain_text("3 days changed.")
    monday = monday_of(today)
    held = TimeEntry.objects.values_list("role__name", "on", "seconds")
    assert set(held) == {
        ("Atlas", monday, 5400),
        ("Board", monday, 8100),
        ("Board", monday + timedelta(days=1), 2700),
    }
    values = [cell(page, 0, 0), cell(page, 1, 0), cell(page, 1, 1)]
    assert [one.input_value() for one in values] == ["1:30", "2:15", "0:45"]
    assert seen.faults == []


def test_totals_follow_what_is_typed_and_are_those_that_are_saved(marit, roles, watch):
    seen = watch(marit, **DESK)
    page = seen.page
    seen.goto("/log/")
    assert not any(totals(page))

    cell(page, 0, 0).fill("1.5")
    cell(page, 0, 6).fill("20m")
    cell(page, 2, 0).fill("7u")
    cell(page, 1, 3).fill("what?")  # no time: it counts for nothing

    # Atlas 1:30 + 0:20; Monday 1:30 + 7:00.
    typed = ["1:50", "", "7:00", "8:30", "", "", "", "", "", "0:20", "8:50"]
    assert totals(page) == typed
    cell(page, 1, 3).fill("")
    page.get_by_role("button", name="Save the week").click()
    expect(page.get_by_role("status")).to_contain_text("3 days changed.")
    assert totals(page) == typed


def test_a_total_reads_a_cell_as_the_server_does(marit, roles, watch):
    seen = watch(marit, **DESK)
    page = seen.page
    seen.goto("/log/")
    shown = {}
    refused = ("two", "-1", "24.5", "25:00", "1.555", ".", "h")

    for text in (*READ, *refused):
        cell(page, 0, 0).fill(text)
        shown[text] = totals(page)[0]

    expected = {t: f"{m // 60}:{m % 60:02d}" if m else "" for t, m in READ.items()}
    assert shown == expected | dict.fromkeys(refused, "")


def test_a_cell_that_is_no_time_is_marked_and_the_rest_stands(marit, roles, watch):
    seen = watch(marit, **PHONE, **STILL)
    page = seen.page
    seen.goto("/log/")
    cell(page, 0, 0).fill("2")
    cell(page, 1, 2).fill("two")

    with seen.expecting(422):
        page.get_by_role("button", name="Save the week").tap()
        expect(page.get_by_role("alert")).to_contain_text("Nothing was saved yet")

    wrong = cell(page, 1, 2)
    expect(wrong).to_be_focused()
    described = page.locator(f"[id='{wrong.get_attribute('aria-describedby')}']")
    expect(described).to_contain_text(
        "This is not a length of time: write 1.5, 1:30 or 90 m."
    )
    expect(cell(page, 0, 0)).to_have_value("2")
    faults = [f for look in (violations, small, sideways) for f in look(seen)]
    assert faults + seen.faults == []
    assert not TimeEntry.objects.exists()


def test_a_week_is_filled_in_by_thumb_without_scripts(marit, roles, watch):
    seen = watch(marit, **PHONE, java_script_enabled=False)
    page = seen.page
    seen.goto("/log/")
    page.get_by_role("link", name="Previous week").tap()

    cell(page, 0, 0).fill("1,5")
    cell(page, 2, 4).fill("2")
    page.get_by_role("button", name="Save the week").tap()

    expect(page.get_by_role("status")).to_contain_text("2 days changed.")
    expect(cell(page, 0, 0)).to_have_value("1:30")
    assert totals(page)[-1] == "3:30"
    assert seen.faults == []
    page.get_by_role("link", name="This week").tap()
    expect(page.get_by_role("link", name="This week")).to_have_count(0)
    assert not any(totals(page))


def test_what_was_typed_and_not_saved_is_not_lost_unasked(marit, roles, watch):
    seen = watch(marit, **DESK)
    page, asked = seen.page, []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    seen.goto("/log/")
    cell(page, 0, 0).click()
    page.keyboard.type("2")

    page.get_by_role("link", name="Previous week").click(no_wait_after=True)
    expect(cell(page, 0, 0)).to_have_value("2")

    assert asked == ["beforeunload"]


def test_the_days_stay_in_sight_above_many_roles(marit, watch, today):
    for number in range(14):
        add_role(
            viewer=marit,
            role=new_role(
                f"Role {number}",
                organisation=f"House {number}",
                kind=RoleKind.CONTRACT,
                started_on=today - timedelta(weeks=100),
            ),
        )
    for size in (PHONE, DESK):
        seen = watch(marit, **size)
        seen.goto("/log/")

        cell(seen.page, 13, 0).scroll_into_view_if_needed()
        seen.page.mouse.wheel(0, 300)

        expect(seen.page.get_by_role("columnheader").nth(1)).to_be_in_viewport()


@pytest.mark.parametrize(
    "size",
    [PHONE, pytest.param(DESK, marks=pytest.mark.slow)],
    ids=["phone", "desk"],
)
def test_the_page_of_a_busy_day_passes_every_look(marit, meetings, watch, size):
    seen = watch(marit, **size, **STILL)
    page = seen.page
    seen.goto("/log/")
    page.get_by_label("In one line").fill(
        "1h atlas + board chair call, and a long walk"
    )
    page.get_by_label("In one line").press("Enter")
    expect(page.get_by_role("status")).to_be_visible()
    page.get_by_label("Or start a timer").select_option(label=LONG)
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".running")).to_be_visible()

    looks = [violations, *([small] if size is PHONE else []), sideways]
    faults = [fault for look in looks for fault in look(seen)]
    page.set_viewport_size(size["viewport"])
    if size is DESK:
        page.reload()
        faults += unseen(seen)

    assert faults + seen.faults == []


def test_what_was_refused_is_not_lost_unasked_either(marit, roles, watch):
    seen = watch(marit, **DESK)
    page, asked = seen.page, []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    seen.goto("/log/")
    cell(page, 0, 0).fill("two")
    with seen.expecting(422):
        page.get_by_role("button", name="Save the week").click()
        expect(page.get_by_role("alert")).to_be_visible()
    cell(page, 0, 0).click()  # browsers ask only where somebody did something

    page.get_by_role("link", name="Previous week").click(no_wait_after=True)
    expect(cell(page, 0, 0)).to_have_value("two")

    assert asked == ["beforeunload"]
