"""Every page of a full book: on a phone, at a desk, enlarged, by keyboard, in both
colours, and as axe sees it. All that is wrong is told at once."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe

from plait.accounts.operations import change_person

from .conftest import DESK, PHONE
from .places import EMPTY, places
from .watched import Watched

AXE = Axe()
STILL = {"reduced_motion": "reduce"}  # axe would measure colours that still change
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOVES = """() => [...document.querySelectorAll("*")].filter((e) => {
  const s = getComputedStyle(e);
  const lasts = (list) => list.split(",").some((d) => parseFloat(d) > 0.01);
  return lasts(s.animationDuration) || lasts(s.transitionDuration);
}).map((e) => e.outerHTML.slice(0, 80))"""


def violations(seen: Watched) -> Iterator[str]:
    """Yield what axe finds in light and in dark."""
    for theme in ("light", "dark"):
        seen.page.emulate_media(color_scheme=theme)
        found = AXE.run(seen.page, options={"runOnly": TAGS}).response
        for one in found["violations"]:
            for node in one["nodes"]:
                why = node["failureSummary"].splitlines()[-1].strip()
                yield f"{theme} {one['id']} {node['target']} {why}"


def sideways(seen: Watched) -> Iterator[str]:
    """Yield widths at which the page moves: 640 is a desk at 200 %, 320 at 400 %."""
    for width in (320, 360, 390, 640, 1280):
        seen.page.set_viewport_size({"width": width, "height": 800})
        if (wide := seen.too_wide()) > 0:
            yield f"at {width}: {wide} too wide"


def unseen(seen: Watched) -> Iterator[str]:
    """Yield stops of the Tab key that cannot be seen."""
    stops = seen.tab_stops()
    if len(stops) < 8:
        yield f"only {len(stops)} stops"
    for stop in stops:
        if not stop["rings"] or not stop["isInView"]:
            yield f"unseen {stop}"


def looked_at(seen: Watched, person, *looks) -> str:
    """Return all that is wrong with the pages of a person's book, a line each."""
    found = []
    for place in places(person):
        seen.goto(place)
        found += [f"{place} {fault}" for look in looks for fault in look(seen)]
    return "\n".join([*found, *seen.faults])


def test_pages_at_a_desk_pass_axe_in_both_colours(book, watch):
    assert looked_at(watch(book, **DESK, **STILL), book, violations) == ""


def test_pages_on_a_phone_pass_axe_and_fit_a_thumb(book, watch):
    seen = watch(book, **PHONE, **STILL)

    assert looked_at(seen, book, violations, Watched.too_small) == ""


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_page_moves_sideways(book, watch, language):
    change_person(viewer=book, language=language)

    assert looked_at(watch(book), book, sideways) == ""


def test_each_stop_of_the_tab_key_is_seen(book, watch):
    assert looked_at(watch(book, **DESK), book, unseen) == ""


def test_nothing_moves_for_whoever_asked_for_stillness(book, watch):
    seen = watch(book, **DESK, **STILL)

    assert looked_at(seen, book, lambda s: s.page.evaluate(MOVES)) == ""


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
