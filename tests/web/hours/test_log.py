"""The log page: timer, events from the calendar, the week's grid."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
import time_machine
from django.forms import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from plait.book.models import Batch, Event, EventAnswer, TimeEntry, Timer
from plait.book.operations.records import add_time
from plait.book.operations.sorting import keep_rule
from plait.domain.rules import RuleField
from plait.web.forms.log import fingerprints_in, seconds_in, week_in
from tests.web.conftest import NOW, TODAY
from tests.web.importing import words

MONDAY = date(2026, 11, 16)


def log(client, **asked) -> str:
    return words(client.get(reverse("log"), asked))


def entries(viewer):
    held = TimeEntry.objects.filter(owner=viewer).order_by("on", "pk")
    return [(e.role.name, e.on, e.seconds / 3600) for e in held]


def test_without_a_role_the_page_says_to_add_one(as_nora):
    assert "add your first role" in log(as_nora)


def test_a_timer_runs_until_it_is_stopped_and_keeps_its_time(as_nora, nora, role_of):
    role = role_of(nora)
    as_nora.post(reverse("timer_start"), {"role": role.key})
    assert "Stop and log" in log(as_nora)

    with time_machine.travel(NOW + timedelta(minutes=75)):
        page = as_nora.post(reverse("timer_stop"), follow=True)

    assert "1 h 15 min for Atlas is logged." in words(page)
    assert entries(nora) == [("Atlas", TODAY, 1.25)]


def test_a_timer_can_be_dropped(as_nora, nora, role_of):
    as_nora.post(reverse("timer_start"), {"role": role_of(nora).key})

    page = as_nora.post(reverse("timer_stop"), {"drop": "yes"}, follow=True)

    assert "nothing was logged" in words(page)
    assert entries(nora) == []


def test_stopping_without_a_timer_says_so(as_nora):
    page = as_nora.post(reverse("timer_stop"), follow=True)

    assert "No timer runs" in words(page)


def test_a_timer_of_another_persons_role_is_not_there(as_nora, charlie, role_of):
    key = role_of(charlie, "Secret").key

    assert as_nora.post(reverse("timer_start"), {"role": key}).status_code == 404
    assert not Timer.objects.exists()


@pytest.fixture
def meeting(nora, role_of) -> Event:
    """A meeting of yesterday, in a calendar that belongs to a role."""
    role = role_of(nora, "Board")
    start = NOW - timedelta(days=1)
    event = Event.objects.create(
        owner=nora,
        fingerprint=-7,
        uid="u",
        occurrence="1",
        calendar="Board",
        title="Budget & bread",
        on=start.date(),
        starts_at=start,
        ends_at=start + timedelta(hours=2),
    )
    keep_rule(viewer=nora, field=RuleField.CALENDAR, value="Board", role=role, now=NOW)
    return event


def test_a_past_event_is_proposed_and_kept_as_time(as_nora, nora, meeting):
    assert "Budget & bread" in log(as_nora)

    page = as_nora.post(reverse("log_events"), {"event": "-7"}, follow=True)

    assert "1 event is logged." in words(page)
    assert entries(nora) == [("Board", TODAY - timedelta(days=1), 2.0)]
    assert "Nothing is logged for these yet" not in log(as_nora)


def test_a_past_event_that_was_no_work_is_not_proposed_again(as_nora, nora, meeting):
    as_nora.post(reverse("log_events"), {"event": "-7", "leave": "yes"})

    assert "Budget & bread" not in log(as_nora)
    assert entries(nora) == []


def test_anothers_event_cannot_be_taken(as_charlie, meeting):
    as_charlie.post(reverse("log_events"), {"event": "-7"})

    assert not TimeEntry.objects.exists()
    assert not EventAnswer.objects.exists()


def fill(client, cells, monday=MONDAY, **more):
    told = {f"cell-{role}.{day}": text for (role, day), text in cells.items()}
    return client.post(
        reverse("log_week"), {"week": monday.isoformat(), **told}, **more
    )


def test_a_week_is_filled_in_and_stands_there_afterwards(as_nora, nora, role_of):
    key = role_of(nora).key

    page = fill(
        as_nora,
        {(key, "2026-11-16"): "1,5", (key, "2026-11-17"): "7:30"},
        follow=True,
    )

    assert "2 days changed." in words(page)
    assert entries(nora) == [
        ("Atlas", MONDAY, 1.5),
        ("Atlas", date(2026, 11, 17), 7.5),
    ]
    assert 'value="7:30"' in page.content.decode()


def test_what_stands_in_a_week_can_be_sent_again_unchanged(as_nora, nora, role_of):
    key = role_of(nora).key
    fill(as_nora, {(key, "2026-11-16"): "0:07"})

    page = fill(as_nora, {(key, "2026-11-16"): "0:07"}, follow=True)

    assert "Nothing changed." in words(page)


def test_one_wrong_cell_keeps_the_week_as_it_was_and_what_was_typed(
    as_nora, nora, role_of
):
    key = role_of(nora).key

    page = fill(as_nora, {(key, "2026-11-16"): "2", (key, "2026-11-17"): "two"})

    assert page.status_code == 422
    assert entries(nora) == []
    assert "This is not a length of time" in words(page)
    assert 'value="two"' in page.content.decode()


def test_cells_of_another_week_or_of_nobodys_role_change_nothing(
    as_nora, nora, charlie, role_of
):
    mine, theirs = role_of(nora).key, role_of(charlie, "Secret").key

    fill(as_nora, {(mine, "2026-11-30"): "2"})
    refused = fill(as_nora, {(theirs, "2026-11-16"): "2"})

    assert refused.status_code == 404
    assert not TimeEntry.objects.exists()


def test_another_week_is_shown_when_asked_for(as_nora, nora, role_of):
    role_of(nora)

    assert "Week of 2 November 2026" in log(as_nora, week="2026-11-04")
    assert "Week of 16 November 2026" in log(as_nora, week="nonsense")


READ = {
    "": 0,
    "0": 0,
    "2": 120,
    "1.5": 90,
    "1,25": 75,
    "1:05": 65,
    "90m": 90,
    "45 min": 45,
    "2u": 120,
    "2 h": 120,
    "1h30": 90,
    ".5": 30,
    "24": 1440,
}


@pytest.mark.parametrize(("text", "minutes"), READ.items())
def test_a_cell_is_read_as_people_write_time(text, minutes):
    assert seconds_in(text) == minutes * 60


@pytest.mark.parametrize("text", ["two", "-1", "24.5", "25:00", "1.555", ".", "h"])
def test_a_cell_that_is_no_time_of_a_day_is_refused(text):
    with pytest.raises(ValidationError):
        seconds_in(text)


@given(st.text(max_size=20))
def test_no_text_breaks_a_cell(text):
    with suppress(ValidationError):
        assert 0 <= seconds_in(text) <= 24 * 3600


@given(st.text(max_size=20))
def test_any_text_asks_for_a_monday(text):
    assert week_in(text, TODAY).weekday() == 0


def test_marks_are_whole_numbers():
    assert fingerprints_in(["5", "-12", "x", "1.5", "9" * 40]) == [5, -12]


def say(client, line, **more):
    return client.post(reverse("log_line"), {"line": line}, **more)


def test_a_line_becomes_time_and_the_page_says_what_it_understood(
    as_nora, nora, role_of
):
    role_of(nora)

    page = say(as_nora, "2h atlas budget review yesterday", follow=True)

    said = "2 h for Atlas on Thursday 19 November: budget review."
    assert said in words(page)
    assert entries(nora) == [("Atlas", TODAY - timedelta(days=1), 2.0)]


def test_a_line_with_clock_times_keeps_them(as_nora, nora, role_of):
    role_of(nora)

    say(as_nora, "9:00-10:30 atlas")

    (entry,) = TimeEntry.objects.filter(owner=nora)
    # 9:00 in Amsterdam is 8:00 in UTC in November.
    assert (entry.started_at.hour, entry.seconds) == (8, 5400)


def test_an_hour_for_two_roles_is_one_entry_shared(as_nora, nora, role_of):
    role_of(nora), role_of(nora, "Board")

    page = say(as_nora, "1h atlas + board chair call", follow=True)

    assert "1 h for Atlas and Board" in words(page)
    (entry,) = TimeEntry.objects.filter(owner=nora)
    assert [share.role.name for share in entry.shares.all()] == ["Board"]


def test_a_line_that_is_not_understood_stays_in_its_field(as_nora, nora, role_of):
    role_of(nora)

    page = say(as_nora, "atlas something")

    assert page.status_code == 422
    assert 'value="atlas something"' in page.content.decode()
    assert 'id="line-error"' in page.content.decode()
    assert entries(nora) == []


def test_a_line_does_not_find_another_persons_role(as_nora, nora, charlie, role_of):
    role_of(nora), role_of(charlie, "Secret")

    assert say(as_nora, "2h secret").status_code == 422
    assert not TimeEntry.objects.exists()


def test_less_than_a_line_told_of_a_day_is_refused_at_its_cell(as_nora, nora, role_of):
    key = role_of(nora).key
    say(as_nora, "3h30 atlas budget review monday")

    page = fill(as_nora, {(key, "2026-11-16"): "2"})

    assert page.status_code == 422
    assert "Monday 16 November: 3:30 of that day comes from" in words(page)
    assert f'aria-describedby="error-cell-{key}.2026-11-16"' in page.content.decode()
    assert entries(nora) == [("Atlas", MONDAY, 3.5)]


def test_a_week_with_lines_in_it_says_that_they_are_counted_in(as_nora, nora, role_of):
    role_of(nora)
    hint = "Time from files, lines and the timer is included."
    assert hint not in log(as_nora)

    say(as_nora, "2h atlas monday")
    fill(as_nora, {("atlas", "2026-11-17"): "1"})

    assert hint not in log(as_nora)  # a bare line is as good as a cell
    say(as_nora, "2h atlas budget review monday")
    assert hint in log(as_nora)


def test_totals_are_the_sums_of_what_the_cells_show(as_nora, nora, role_of):
    atlas, board = role_of(nora), role_of(nora, "Board")
    for role, on, seconds in (
        (atlas, MONDAY, 90 * 60 + 29),  # shown as 1:30
        (board, MONDAY, 45 * 60 + 29),  # shown as 0:45
        (board, MONDAY + timedelta(days=1), 60 * 60),
    ):
        add_time(viewer=nora, role=role, on=on, seconds=seconds)

    page = log(as_nora)

    assert "Total 2:15 1:00 3:15" in page


def test_hours_without_a_role_have_a_row_and_are_in_the_total(as_nora, nora, role_of):
    role_of(nora)
    fill(as_nora, {("atlas", "2026-11-16"): "2"})
    TimeEntry.objects.create(owner=nora, fingerprint=5, on=MONDAY, seconds=3600)

    page = log(as_nora)

    assert "No role yet 1:00" in page
    assert "Total 3:00 3:00" in page


def test_what_was_refused_stays_in_the_totals(as_nora, nora, role_of):
    key = role_of(nora).key

    page = fill(as_nora, {(key, "2026-11-16"): "2", (key, "2026-11-17"): "two"})

    assert "Total 2:00 2:00" in words(page)


def test_another_week_leads_back_to_this_one(as_nora, nora, role_of):
    role_of(nora)

    assert "This week" in log(as_nora, week="2026-11-04")
    assert "This week" not in log(as_nora, week="2026-11-16")


def take_back(client, entry, **more):
    return client.post(reverse("log_remove"), {"entry": entry.pk}, **more)


def test_a_line_can_be_taken_back(as_nora, nora, role_of):
    role_of(nora)
    say(as_nora, "20h atlas budget review monday")
    (entry,) = TimeEntry.objects.filter(owner=nora)
    assert "Remove : budget review, Mon 16 Nov" in log(as_nora)

    page = take_back(as_nora, entry, follow=True)

    assert "Removed: 20 h for Atlas on Monday 16 November" in words(page)
    assert "Week of 16 November 2026" in words(page)
    assert entries(nora) == []


def test_an_event_taken_back_is_proposed_again(as_nora, nora, meeting):
    as_nora.post(reverse("log_events"), {"event": "-7"})
    (entry,) = TimeEntry.objects.filter(owner=nora)

    take_back(as_nora, entry)

    assert "Nothing is logged for these yet" in log(as_nora)


def test_what_the_grid_holds_is_changed_there_and_not_listed(as_nora, nora, role_of):
    key = role_of(nora).key
    fill(as_nora, {(key, "2026-11-16"): "2"})

    assert "Take it back" not in log(as_nora)


def test_hours_of_a_file_or_of_somebody_else_are_not_taken_back(
    as_nora, as_charlie, nora, role_of
):
    role_of(nora)
    say(as_nora, "2h atlas budget review")
    (entry,) = TimeEntry.objects.filter(owner=nora)
    assert take_back(as_charlie, entry).status_code == 404

    entry.batch = Batch.objects.create(owner=nora, number=7, created_at=NOW)
    entry.save(update_fields=["batch"])

    assert take_back(as_nora, entry).status_code == 404
    assert TimeEntry.objects.count() == 1


@pytest.mark.parametrize("told", ["", "x", "-1", "9" * 40, "²"])
def test_no_entry_is_taken_back_by_nonsense(as_nora, told):
    answer = as_nora.post(reverse("log_remove"), {"entry": told})

    assert answer.status_code == 404


def test_a_line_can_be_on_call_in_another_zone(as_nora, nora, role_of):
    role_of(nora, "Atlas")

    sent = {"line": "20:00-23:00 atlas 2026-11-19", "on_call": "on", "zone": "New York"}
    as_nora.post(reverse("log_line"), sent)

    entry = TimeEntry.objects.get()
    assert (entry.is_on_call, entry.zone) == (True, "America/New_York")


def test_a_line_keeps_money_and_days_away_too(as_nora, nora, role_of):
    role_of(nora, "Training")
    address = reverse("log_line")

    page = as_nora.post(
        address, {"line": "got 950 from training yesterday"}, follow=True
    )
    assert "Money in: €950.00 · Training · Thursday 19 November" in words(page)
    page = as_nora.post(address, {"line": "holiday 24 dec - 2 jan"}, follow=True)
    assert "Days away: Leave" in words(page)
    assert "Undo" in words(page)


def test_a_line_is_shown_back_before_it_is_kept(as_nora, nora, role_of):
    role_of(nora, "Training")

    page = words(as_nora.post(reverse("line_preview"), {"line": "got 950 training"}))

    assert "Money in: €950.00" in page
    assert "today, as no day was named · in EUR, as no currency was named" in page


def test_money_for_no_known_role_asks_which(as_nora, nora, role_of):
    role_of(nora, "Training")

    page = as_nora.post(reverse("log_line"), {"line": "got 950 from Zilver"})

    assert page.status_code == 422
    assert "Add Zilver as a role" in words(page)
    assert 'value="950"' in page.content.decode()
