"""What somebody chose to be sent: when it comes, what it says, how it is stopped."""

from datetime import UTC, datetime, time

import pytest
from django.core import mail

from plait.accounts.mailing.choices import choose_mail, mail_choices, stop_token
from plait.accounts.models import Person
from plait.accounts.operations import change_person
from plait.book.operations.reminders import choose_reminder
from plait.book.operations.roles import add_role
from plait.domain.mail import MailChoice, MailKind
from plait.domain.reminders import Reminder, ReminderKind
from plait.jobs.models import Job
from plait.jobs.worker import work_off_due
from tests.roles import new_role

# A Wednesday, nine o'clock in Amsterdam.
NOW = datetime(2026, 12, 2, 8, tzinfo=UTC)
MONDAY = datetime(2026, 12, 7, 7, 30, tzinfo=UTC)  # 08:30 there
WEEK = MailChoice(MailKind.WEEK, is_on=True, weekday=0, at=time(8, 30))


def work_off(at: datetime) -> list:
    before = len(mail.outbox)
    work_off_due(clock=lambda: at)
    return mail.outbox[before:]


@pytest.fixture
def anna(marit):
    """Marit with a role, in Dutch."""
    add_role(viewer=marit, role=new_role("Kwartelkoning", organisation="Reigerhof"))
    return change_person(viewer=marit, language="nl")


def test_the_weekly_mail_comes_on_its_day_at_its_time_where_one_lives(anna):
    choose_mail(viewer=anna, choice=WEEK, now=NOW)

    assert work_off(NOW) == []
    assert work_off(MONDAY.replace(minute=29)) == []
    [message] = work_off(MONDAY)
    assert work_off(MONDAY.replace(hour=12)) == []
    [following] = work_off(MONDAY.replace(day=14))
    assert message.subject == following.subject == "Je week in Plait"
    assert "http://localhost/" in message.body
    assert "maandag" in message.body


def test_another_time_zone_moves_it(anna):
    choose_mail(viewer=anna, choice=WEEK, now=NOW)
    work_off(NOW)
    change_person(viewer=anna, timezone="America/New_York")

    assert work_off(MONDAY) == []
    assert len(work_off(MONDAY.replace(hour=13))) == 1


def test_who_changes_the_day_gets_it_on_the_new_one_alone(anna):
    choose_mail(viewer=anna, choice=WEEK, now=NOW)
    work_off(NOW)
    tuesday = MailChoice(MailKind.WEEK, is_on=True, weekday=1, at=time(8, 30))
    choose_mail(viewer=anna, choice=tuesday, now=NOW)

    assert work_off(MONDAY) == []
    assert len(work_off(MONDAY.replace(day=8))) == 1


def test_nothing_comes_that_was_not_chosen(anna):
    assert {one.kind for one in mail_choices(viewer=anna) if one.is_on} == {
        MailKind.SHARED
    }
    assert work_off(MONDAY) == []


def test_a_reminder_comes_by_mail_when_it_comes_and_not_once_it_is_done(anna):
    on = Reminder(ReminderKind.LOG, is_on=True, at=time(16, 30), weekday=4)
    choose_reminder(viewer=anna, reminder=on)
    log = MailChoice(MailKind.LOG, is_on=True)
    choose_mail(viewer=anna, choice=log, now=NOW)
    work_off(NOW)
    friday = datetime(2026, 12, 4, 15, 30, tzinfo=UTC)

    assert work_off(friday.replace(minute=29)) == []
    [message] = work_off(friday)
    assert message.subject == "Uren bijhouden"
    assert "Kwartelkoning" not in message.body
    assert work_off(friday.replace(day=5)) == []


def test_a_reminder_that_moves_takes_its_mail_along(anna):
    on = Reminder(ReminderKind.LOG, is_on=True, at=time(16, 30), weekday=4)
    choose_reminder(viewer=anna, reminder=on)
    choose_mail(viewer=anna, choice=MailChoice(MailKind.LOG, is_on=True), now=NOW)
    work_off(NOW)
    earlier = Reminder(ReminderKind.LOG, is_on=True, at=time(12, 0), weekday=3)
    choose_reminder(viewer=anna, reminder=earlier)
    work_off(NOW)

    assert len(work_off(datetime(2026, 12, 3, 11, 0, tzinfo=UTC))) == 1


def test_one_click_stops_one_kind_and_looking_stops_nothing(anna, client):
    choose_mail(viewer=anna, choice=WEEK, now=NOW)
    work_off(NOW)
    [message] = work_off(MONDAY)
    [stop] = [message.extra_headers["List-Unsubscribe"].strip("<>")]
    path = stop.removeprefix("http://localhost")
    assert message.extra_headers["List-Unsubscribe-Post"] == (
        "List-Unsubscribe=One-Click"
    )
    assert stop in message.body

    page = client.get(path)
    assert "<button" in page.content.decode()
    assert mail_choices(viewer=anna)[0].is_on

    from django.test import Client

    program = Client(enforce_csrf_checks=True)
    answer = program.post(path, {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    assert not mail_choices(viewer=anna)[0].is_on
    assert mail_choices(viewer=anna)[1].is_on  # the other kinds stay
    assert not Job.objects.filter(kind="mail-time").exists()


@pytest.mark.parametrize("token", ["x", "1.week:x", "9" * 300])
def test_an_address_to_stop_mail_that_was_made_up_is_nobodys(client, anna, token):
    assert client.post(f"/mail/stop/{token}/").status_code == 404
    assert client.post(f"/mail/confirm/{token}/").status_code == 410


def test_what_is_chosen_on_the_page_is_kept(client, anna):
    client.force_login(anna)
    sent = {"week-is_on": "on", "week-weekday": "3", "week-at": "07:15"}
    client.post("/settings/mail/", sent | {"tax-is_on": "on"})

    chosen = {one.kind: one for one in mail_choices(viewer=anna)}
    assert chosen[MailKind.WEEK] == MailChoice(MailKind.WEEK, True, 3, time(7, 15))
    assert chosen[MailKind.TAX].is_on
    assert not chosen[MailKind.SHARED].is_on
    assert "donderdag" in client.get("/settings/mail/").content.decode()


def test_a_job_that_got_lost_is_planned_again(anna):
    from plait.jobs.operations import plan_missing

    choose_mail(viewer=anna, choice=WEEK, now=NOW)
    Job.objects.all().delete()
    plan_missing(now=NOW)
    work_off(NOW)

    assert len(work_off(MONDAY)) == 1


def test_nothing_is_sent_of_the_sample_or_of_who_is_suspended(anna, sofie):
    sample = Person(
        sign_in_name="s", name="S", sample_of=sofie, created_at=NOW, is_active=False
    )
    sample.save()
    for person in (anna, sample):
        choose_mail(viewer=person, choice=WEEK, now=NOW)
    work_off(NOW)
    Person.objects.filter(pk=anna.pk).update(is_active=False)

    assert work_off(MONDAY) == []
    Person.objects.filter(pk=anna.pk).update(is_active=True)
    assert len(work_off(MONDAY.replace(day=14))) == 1


def test_the_token_says_whose_and_which_and_nothing_else(anna):
    assert stop_token(anna.pk, MailKind.WEEK).startswith(f"{anna.pk}.week:")
