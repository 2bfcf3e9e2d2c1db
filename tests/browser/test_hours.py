"""The hours page and the talk: a full life with long names, in every light."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from plait.accounts.operations import change_person
from plait.book.operations.records import add_time
from plait.book.operations.roles import add_role, agree
from plait.domain.period import monday_of
from plait.domain.roles import RoleKind
from plait.web import clock
from tests.browser.conftest import DESK, PHONE
from tests.browser.looks import STILL, sideways, small, unseen, violations
from tests.cast import terms
from tests.roles import new_role

LONG = (
    "Donaudampfschifffahrtsgesellschaftskapitänsanwärterin",
    "Vertrouwenspersoon ongewenste omgangsvormen regio Noord-Holland-Noord",
)
NAMES = (*LONG, "Board", "Choir", "Mentor", "Trainer", "Translator", "Treasurer")


@pytest.fixture
def life(marit):
    """Marit with eight roles for forty weeks; the first takes three hours more."""
    today = clock.today()
    monday = monday_of(today)
    change_person(viewer=marit, capacity_minutes=30 * 60, country="NL")
    for name in NAMES:
        role = add_role(
            viewer=marit,
            role=new_role(
                name,
                organisation="Stichting Samenwerkende Huisartsenpraktijken Kennemerland",
                kind=RoleKind.CONTRACT,
                started_on=today - timedelta(weeks=60),
            ),
        )
        since = (today - timedelta(weeks=60)).isoformat()
        agree(
            viewer=marit,
            role=role,
            terms=terms("4/week", since=since, pay="85 EUR/hour"),
        )
        for week in range(1, 41):
            more = 3 if name == NAMES[0] and week <= 14 else 0
            on = monday - timedelta(weeks=week) + timedelta(days=4)
            hours = 4 + more + (0.25, -0.25, 0)[week % 3]
            add_time(viewer=marit, role=role, on=on, seconds=int(hours * 3600))
    return marit


def talk_of(page) -> str:
    link = page.get_by_role("link", name="Draft a note to discuss it").first
    return link.get_attribute("href")


def opened(seen) -> int:
    """Open everything that can be opened; return how many that were."""
    summaries = seen.page.locator("main summary")
    for at in range(summaries.count()):
        summaries.nth(at).click()
    return summaries.count()


@pytest.mark.parametrize(
    ("size", "language"),
    [
        (PHONE, "nl"),
        (DESK, "en"),
        pytest.param(PHONE, "en", marks=pytest.mark.slow),
        pytest.param(DESK, "nl", marks=pytest.mark.slow),
    ],
)
def test_a_full_life_passes_every_look_with_all_tables_open(
    life, watch, size, language
):
    change_person(viewer=life, language=language)
    seen = watch(life, **size, **STILL)
    seen.goto("/hours/")

    assert opened(seen) >= 2
    for table in seen.page.locator("main table").all():
        expect(table).to_be_visible()
    looks = [violations, *([small] if size is PHONE else []), sideways]
    faults = [fault for look in looks for fault in look(seen)]

    assert faults + seen.faults == []


@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.slow), "nl"])
def test_the_page_of_the_talk_passes_every_look(life, watch, language):
    seen = watch(life, **PHONE, **STILL)
    seen.goto("/hours/")
    place = talk_of(seen.page)
    change_person(viewer=life, language=language)
    seen.goto(place)

    opened(seen)
    faults = [f for look in (violations, small, sideways) for f in look(seen)]

    assert faults + seen.faults == []


def test_the_tab_key_is_seen_at_each_stop_of_the_hours_and_the_talk(life, watch):
    seen = watch(life, **DESK)
    seen.goto("/hours/")
    place = talk_of(seen.page)
    faults = list(unseen(seen))

    seen.goto(place)
    faults += unseen(seen)

    assert faults == []


def test_what_the_line_of_a_drifting_role_shows_stands_as_a_table_too(life, watch):
    seen = watch(life, **DESK)
    seen.goto("/hours/")
    drifting = seen.page.locator(".drifting")
    expect(drifting).to_have_count(1)

    drifting.get_by_text("The same as a table").click()

    # The newest of the forty weeks is one of 4 + 3 - 0.25 hours.
    expect(drifting.locator("tbody tr")).to_have_count(40)
    newest = drifting.locator("tbody tr").first
    expect(newest.locator("td")).to_have_text(["6.8 h", "4 h", "2.8 h"])
    expect(drifting.locator("figcaption")).to_contain_text(
        "6.8 h in the last full week"
    )


def test_the_note_is_copied_with_one_press_as_it_was_changed(life, watch):
    seen = watch(life, **PHONE)
    page = seen.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.goto("/hours/")
    seen.goto(talk_of(page))
    note = page.get_by_label("A note to begin with")

    note.press("Control+End")
    note.press_sequentially(" PS")
    page.get_by_role("button", name="Copy the note").tap()

    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == note.input_value()
    assert copied.startswith("Dear all at")
    assert copied.endswith(" PS")
    assert seen.faults == []


def test_the_whole_note_is_in_sight_without_scrolling_inside_it(life, watch):
    for size in (PHONE, DESK):
        seen = watch(life, **size)
        seen.goto("/hours/")
        seen.goto(talk_of(seen.page))

        note = seen.page.get_by_label("A note to begin with")

        assert note.evaluate("(e) => e.scrollHeight - e.clientHeight") <= 1


def test_without_scripts_the_note_is_selected_by_hand(life, watch):
    seen = watch(life, **PHONE, java_script_enabled=False)
    page = seen.page
    seen.goto("/hours/")
    page.get_by_role("link", name="Draft a note to discuss it").tap()
    note = page.get_by_label("A note to begin with")

    expect(note).to_be_editable()
    note.press("Control+a")
    selected = note.evaluate("(e) => e.selectionEnd - e.selectionStart")

    assert selected == len(note.input_value()) > 100
    expect(page.locator("[data-copy]")).to_be_hidden()
    assert seen.faults == []
