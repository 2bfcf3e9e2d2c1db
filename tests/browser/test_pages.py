"""Every page of a full book: on a phone, at a desk, enlarged, by keyboard, in both
colours, and as axe sees it. All that is wrong is told at once."""

import pytest
from playwright.sync_api import expect

from plait.accounts.operations import change_person
from tests.browser.conftest import DESK, PHONE
from tests.browser.looks import (
    STILL,
    in_light,
    moving,
    sideways,
    small,
    unseen,
    violations,
)
from tests.browser.places import EMPTY, places
from tests.browser.watched import Watched
from tests.web.files import ONE_BAD_LINE, TABLE


def looked_at(seen: Watched, person, *looks) -> str:
    """Return all that is wrong with the pages of a person's book, a line each."""
    found = []
    for place in places(person):
        seen.goto(place)
        found += [f"{place} {fault}" for look in looks for fault in look(seen)]
    return "\n".join([*found, *seen.faults])


def test_pages_at_a_desk_show_each_stop_and_keep_still(book, watch):
    seen = watch(book, **DESK, **STILL)

    assert looked_at(seen, book, moving, unseen) == ""


def test_pages_on_a_phone_pass_axe_fit_a_thumb_and_never_move_sideways(book, watch):
    change_person(viewer=book, language="nl")
    seen = watch(book, **PHONE, **STILL)

    assert looked_at(seen, book, in_light, small, sideways) == ""


@pytest.mark.slow
@pytest.mark.parametrize("options", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_pages_pass_every_look(book, watch, options, language):
    change_person(viewer=book, language=language)
    seen = watch(book, **options, **STILL)
    looks = [violations, sideways, small if options is PHONE else unseen]

    assert looked_at(seen, book, *looks) == ""


@pytest.mark.slow
def test_no_page_complains_without_scripts(book, watch):
    seen = watch(book, **PHONE, java_script_enabled=False)

    assert looked_at(seen, book) == ""


def test_empty_pages_and_the_door_pass_axe_in_both_colours(marit, watch):
    seen, door = watch(marit, **STILL), watch(**STILL)
    found = []

    with seen.expecting(404), door.expecting(410):
        for page, place in [
            *((seen, place) for place in (*EMPTY, "/nothing/here/")),
            *((door, place) for place in ("/sign-in/", "/sign-in/spent/")),
        ]:
            page.goto(place)
            found += [f"{place} {fault}" for fault in violations(page)]
            found += [f"{place} {fault}" for fault in sideways(page)]

    assert "\n".join([*found, *seen.faults, *door.faults]) == ""


def test_the_pages_of_an_upload_are_as_good_as_the_others(marit, watch, tmp_path):
    files = {"bad.csv": ONE_BAD_LINE, "table.csv": TABLE, "photo.jpg": "\0"}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    seen = watch(marit, **PHONE, **STILL)
    page, found = seen.page, []
    looks = (violations, small, sideways)

    seen.goto("/import/")
    page.locator("input[type=file]").set_input_files([tmp_path / f for f in files])
    page.get_by_role("button", name="Read the files").tap()
    expect(page.locator(".file")).to_have_count(3)
    page.get_by_text("Read the files differently").click()
    found += [f"preview {fault}" for look in looks for fault in look(seen)]
    page.set_viewport_size(PHONE["viewport"])
    page.get_by_role("link", name="Name its columns").first.click()
    expect(page.locator("h1")).to_contain_text("What do the columns of table.csv mean?")
    found += [f"columns {fault}" for look in looks for fault in look(seen)]

    assert "\n".join([*found, *seen.faults]) == ""


def test_the_colours_a_person_chose_win_from_the_device(book, watch):
    change_person(viewer=book, theme="dark")
    seen = watch(book, color_scheme="light")
    seen.goto("/")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = seen.page.evaluate(paper)

    change_person(viewer=book, theme="light")
    seen.goto("/")

    assert seen.page.evaluate(paper) != dark


def test_the_first_stop_leads_past_the_navigation(book, watch):
    seen = watch(book, **DESK)
    seen.goto("/")

    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Enter")

    assert seen.page.evaluate("document.activeElement.id") == "main"
