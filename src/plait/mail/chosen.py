"""Mail that somebody chose: the week, a reminder, and that they are shown something."""

from datetime import datetime

from django.utils.translation import gettext_noop

from plait.accounts.addresses import address_of
from plait.accounts.mailing.choices import mail_choice
from plait.accounts.models import Person
from plait.book.queries.load import writing_of
from plait.domain.mail import MailChoice, MailKind
from plait.domain.writing import written_as
from plait.jobs.running import Work
from plait.mail.sending import send_message
from plait.mail.steps import whole
from plait.mail.week import due_values, reminders_due, week_values

# None says which role, whose, or how much: they are read on locked telephones.
SUBJECTS = {
    MailKind.WEEK: gettext_noop("Your week in Plait"),
    MailKind.SHARED: gettext_noop("You are shown something in Plait"),
    MailKind.CHECK_IN: gettext_noop("How was your week?"),
    MailKind.LOG: gettext_noop("Log your hours"),
    MailKind.TAX: gettext_noop("A tax date is near"),
    MailKind.INVOICES: gettext_noop("An invoice is late"),
    MailKind.FILES: gettext_noop("Bring in newer files"),
    MailKind.ROLES: gettext_noop("Look at a role again"),
}


def send(work: Work) -> None:
    """Send it as things are now; nothing where it was stopped or done meanwhile."""
    person = Person.objects.get(pk=work.owner.pk)
    kind = MailKind(work.job.arguments["mail"])
    choice = mail_choice(owner=person.pk, kind=kind)
    if not choice.is_on or person.leaves_at is not None:
        return
    values = _values(person, choice, work.job.arguments.get("by", ""), work.now())
    if not values:
        return
    send_message(
        work=work,
        to=address_of(person),
        language=person.language,
        template=kind.value if kind in {MailKind.WEEK, MailKind.SHARED} else "reminder",
        subject=SUBJECTS[kind],
        values=values,
        kind=kind,
    )


def _values(
    person: Person, choice: MailChoice, by: str, now: datetime
) -> dict[str, object]:
    """Return what the mail says, nothing where there is nothing to say any more."""
    if choice.kind is MailKind.WEEK:
        return week_values(person, choice, now)
    if choice.kind is MailKind.SHARED:
        return {"by": by, "address": whole("received_list")}
    with written_as(writing_of(person)):
        answer = reminders_due(person, now)
    due = due_values(person, answer, choice.kind.reminder)
    return {"due": due} if due else {}
