"""Reminders: chosen on a page, a line on Today, a calendar without names."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from icalendar import Calendar

from plait.book.models import Change, Reminder
from plait.book.operations.reminders import choose_reminder
from plait.domain.reminders import USUAL, ReminderKind
from tests.web.conftest import SECRET

SENT = {
    "check-in-is_on": "on",
    "check-in-at": "08:00",
    "check-in-weekday": "4",
    "log-at": "16:30",
    "log-weekday": "4",
    "tax-is_on": "on",
    "tax-at": "09:00",
    "tax-count": "7",
    "invoices-at": "09:00",
    "invoices-count": "3",
    "files-at": "09:00",
    "files-count": "6",
    "roles-at": "09:00",
    "roles-count": "6",
    "roles-ends_weeks": "0",
}


def test_what_is_chosen_is_kept_as_one_change(as_nora, nora):
    answer = as_nora.post(reverse("reminders"), SENT)

    kept = {one.kind: one for one in Reminder.objects.filter(owner=nora)}
    assert answer["Location"] == reverse("reminders")
    assert (kept["check-in"].is_on, kept["check-in"].weekday) == (True, 4)
    assert (kept["tax"].count, kept["log"].is_on) == (7, False)
    assert Change.objects.filter(owner=nora, what="choose_reminder").count() == 1


def test_what_is_due_is_one_line_on_today_until_it_is_put_away(as_nora, nora, role_of):
    role_of(nora)
    # The clock of these tests: Friday 20 November 2026, half past ten in Amsterdam.
    as_nora.post(reverse("reminders"), SENT)

    before = as_nora.get(reverse("today")).text
    as_nora.post(reverse("reminder_dismiss"), {"kind": "check-in", "on": "2026-11-20"})
    after = as_nora.get(reverse("today")).text

    assert "How was your week?" in before
    assert "How was your week?" not in after


@pytest.mark.parametrize("sent", [{"kind": "tea"}, {"kind": "tax", "on": "soon"}, {}])
def test_what_is_no_reminder_cannot_be_put_away(as_nora, sent):
    assert as_nora.post(reverse("reminder_dismiss"), sent).status_code == 404


def test_a_number_beyond_is_refused_at_its_field(as_nora, nora):
    page = as_nora.post(reverse("reminders"), SENT | {"tax-count": "900"})

    assert page.status_code == 200
    assert not Reminder.objects.filter(owner=nora).exists()


@pytest.fixture
def address(as_nora):
    return as_nora.post(reverse("reminder_feed_make")).context["address"]


def test_the_calendar_keeps_its_hour_when_the_clock_changes(
    as_nora, as_nobody, address
):
    as_nora.post(reverse("reminders"), SENT)
    path = address.removeprefix("http://testserver")

    answer = as_nobody.get(path)
    events = Calendar.from_ical(answer.content).walk("VEVENT")

    weekly = [e for e in events if "week" in e["SUMMARY"]]
    hours = {e["DTSTART"].dt.astimezone(UTC).hour for e in weekly}
    assert hours == {6, 7}  # eight o'clock in summer and in winter, in UTC
    assert {e["DTSTART"].dt.hour for e in weekly} == {8}
    assert all(len(e.walk("VALARM")) == 1 for e in events)
    assert SECRET not in answer.content.decode()
    assert len({e["UID"] for e in events}) == len(events)


def test_a_reminder_keeps_its_name_from_one_feed_to_the_next(
    as_nora, as_nobody, address, friday_morning
):
    as_nora.post(reverse("reminders"), SENT)
    path = address.removeprefix("http://testserver")
    names = []
    for moment in (
        datetime(2026, 11, 20, tzinfo=UTC),
        datetime(2026, 12, 9, tzinfo=UTC),
    ):
        friday_morning.move_to(moment)
        events = Calendar.from_ical(as_nobody.get(path).content).walk("VEVENT")
        names.append({e["UID"] for e in events})

    assert "reminder-check-in-20261225@plait" in names[0] & names[1]


def test_an_address_made_anew_or_withdrawn_leads_nowhere(as_nora, as_nobody, address):
    new = as_nora.post(reverse("reminder_feed_make")).context["address"]
    old = as_nobody.get(address.removeprefix("http://testserver")).status_code
    as_nora.post(reverse("reminder_feed_revoke"))

    assert old == 404
    assert as_nobody.get(new.removeprefix("http://testserver")).status_code == 404


def test_a_dismissed_reminder_stays_so_when_its_time_is_changed(nora):
    choose_reminder(viewer=nora, reminder=USUAL[ReminderKind.TAX])
    Reminder.objects.filter(owner=nora).update(dismissed_on="2026-11-20")

    choose_reminder(viewer=nora, reminder=USUAL[ReminderKind.TAX])

    assert str(Reminder.objects.get(owner=nora).dismissed_on) == "2026-11-20"
