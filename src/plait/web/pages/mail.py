"""The page on which somebody chooses what comes by mail."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plait.accounts.addresses import address_of
from plait.accounts.mailing.choices import kinds_here, mail_choices
from plait.accounts.mailing.refusals import refusal_of
from plait.accounts.models import Person
from plait.book.queries import reminders
from plait.domain.mail import MailChoice, MailKind
from plait.domain.reminders import Reminder, ReminderKind, with_usual
from plait.web.forms.mail import MailForm
from plait.wording import mail as wording
from plait.wording.reminders import when_text
from plait.wording.words import Words, words_for


@dataclass(frozen=True, slots=True)
class MailView:
    """A kind of mail with its form; `is_idle` where its reminder is off."""

    title: str
    note: str
    form: MailForm
    is_idle: bool = False


def mail_page(
    viewer: Person, sent: Mapping[str, Any] | None = None
) -> dict[str, object]:
    """Return the page, with what was sent where it was refused."""
    words, to = words_for(viewer.language), address_of(viewer)
    # A server without books has no reminders to look up either.
    chosen = reminders(viewer=viewer) if MailKind.WEEK in kinds_here() else ()
    held = {one.kind: one for one in with_usual(chosen)}
    views = [_view(one, held, words, sent) for one in mail_choices(viewer=viewer)]
    return {
        "email": to,
        "refusal": refusal_of(owner=viewer.pk, email=to),
        "mails": [view for view in views if view.form.choice.kind.reminder is None],
        "by_reminder": [view for view in views if view.form.choice.kind.reminder],
    }


def _view(
    choice: MailChoice,
    held: Mapping[ReminderKind, Reminder],
    words: Words,
    sent: Mapping[str, Any] | None,
) -> MailView:
    form = MailForm(sent, choice=choice, words=words)
    title, kind = wording.mail_title(words, choice.kind), choice.kind.reminder
    if kind is None:
        return MailView(title, wording.mail_note(words, choice.kind), form)
    reminder = held[kind]
    return MailView(title, when_text(words, reminder), form, not reminder.is_on)
