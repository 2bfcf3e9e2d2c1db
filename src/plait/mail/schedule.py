"""When a chosen mail is due: a job for each looks, asks for it, and plans the next."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from plait.accounts.mailing.choices import MAIL_TIME, kinds_here, mail_choice, post
from plait.accounts.models import MailChoice as ChoiceRow
from plait.accounts.models import Person
from plait.book.queries import reminders
from plait.domain.mail import (
    MailKind,
    last_weekly,
    moment,
    next_daily,
    next_weekly,
)
from plait.domain.reminders import Reminder, ReminderKind, with_usual
from plait.jobs.kinds import Planned
from plait.jobs.models import LIVE, Job
from plait.jobs.operations import enqueue
from plait.jobs.running import Work
from plait.mail.week import reminders_due


def look(work: Work) -> None:
    """Ask for the mail if it is due, and plan when to look again, all at once."""
    person, kind, now = Person.objects.get(pk=work.owner.pk), work.job.key, work.now()
    row = ChoiceRow.objects.filter(owner=person.pk, kind=kind, is_on=True).first()
    if row is None or kind not in kinds_here():
        work.finish(is_last=True)
        return
    due, following = _when(person, MailKind(kind), row.handled_at, now)
    with transaction.atomic():
        if due is not None and person.is_active and person.leaves_at is None:
            post(owner=person.pk, kind=MailKind(kind), key=f"{due:%Y-%m-%d}", now=now)
        ChoiceRow.objects.filter(pk=row.pk).update(handled_at=now)
        work.finish(is_last=True)
        enqueue(owner=person, kind=MAIL_TIME, key=kind, now=now, not_before=following)


def unplanned(now: datetime) -> Iterator[Planned]:
    """Yield a look for every kind that somebody chose and no job stands for."""
    live = Job.objects.filter(kind=MAIL_TIME, state__in=LIVE)
    planned = set(live.values_list("owner_id", "key"))
    chosen = ChoiceRow.objects.filter(is_on=True).exclude(kind=MailKind.SHARED)
    for owner_id, kind in chosen.values_list("owner_id", "kind"):
        if (owner_id, kind) not in planned:
            yield Planned(owner_id, kind, now)


def _when(
    person: Person, kind: MailKind, handled_at: datetime, now: datetime
) -> tuple[date | None, datetime]:
    """Return the day of what is due and not handled yet, and when to look next."""
    zone = ZoneInfo(person.timezone)
    if kind.reminder is not None:
        return _of_reminder(person, kind.reminder, handled_at, now)
    choice = mail_choice(owner=person.pk, kind=kind)
    last = last_weekly(choice.weekday, choice.at, zone, now)
    due = last.astimezone(zone).date() if last > handled_at else None
    return due, next_weekly(choice.weekday, choice.at, zone, now)


def _of_reminder(
    person: Person, kind: ReminderKind, handled_at: datetime, now: datetime
) -> tuple[date | None, datetime]:
    zone = ZoneInfo(person.timezone)
    held = {one.kind: one for one in with_usual(reminders(viewer=person))}
    reminder = held[kind]
    following = _next(reminder, zone, now)
    if not reminder.is_on:
        return None, following
    answer = reminders_due(person, now)
    came = [one.on for one in answer.due if one.kind is kind]
    new = [on for on in came if moment(on, reminder.at, zone) > handled_at]
    return max(new, default=None), following


def _next(reminder: Reminder, zone: ZoneInfo, now: datetime) -> datetime:
    if reminder.kind.is_weekly:
        return next_weekly(reminder.weekday, reminder.at, zone, now)
    return next_daily(reminder.at, zone, now)
