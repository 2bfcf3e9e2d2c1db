"""Reminders: the line on Today, and the page where they are chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from plait.accounts.models import Person
from plait.answers.reminders import DueReminder, reminders_answer
from plait.book.queries import load_portfolio, reminder_feed, reminders
from plait.domain.portfolio import Portfolio
from plait.domain.reminders import ReminderKind, with_usual
from plait.web.forms.reminders import ReminderForm
from plait.web.pages.days import short_day
from plait.wording import reminders as wording
from plait.wording.words import words_for

# Where each leads, and what its link says.
_LEADS = {
    ReminderKind.CHECK_IN: ("check_in", _("Check in")),
    ReminderKind.LOG: ("log", _("Log hours")),
    ReminderKind.TAX: ("income", _("See tax dates")),
    ReminderKind.INVOICES: ("invoices", _("See invoices")),
    ReminderKind.FILES: ("import", _("Bring in files")),
    ReminderKind.ROLES: ("roles", _("Look at it")),
}


@dataclass(frozen=True, slots=True)
class ReminderView:
    """A reminder that is due: a line, where it leads, and how it is dismissed."""

    kind: str
    on: str
    text: str
    link: str
    link_text: str


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A kind of reminder with its form."""

    title: str
    when_text: str
    form: ReminderForm


def due_reminders(
    viewer: Person, portfolio: Portfolio, now: datetime
) -> tuple[ReminderView, ...]:
    """Return what is due now; nothing for another day than today."""
    moment = localtime(now)
    chosen = reminders(viewer=viewer)
    if portfolio.on != moment.date() or not any(one.is_on for one in chosen):
        return ()
    words = words_for(viewer.language)
    answer = reminders_answer(portfolio, words, chosen, moment)
    return tuple(map(_view, answer.due))


def reminders_come(viewer: Person, now: datetime) -> tuple[bool, ...]:
    """Return of each reminder that is on whether its time of day has come.

    As long as that and the day are the same, so is what is due.
    """
    moment = localtime(now)
    chosen = reminders(viewer=viewer)
    return tuple(one.at <= moment.time() for one in chosen if one.is_on)


def _view(due: DueReminder) -> ReminderView:
    page, text = _LEADS[due.kind]
    link = reverse("role", args=[due.role]) if due.role else reverse(page)
    return ReminderView(due.kind, due.on.isoformat(), due.text, link, str(text))


def reminders_page(
    viewer: Person, now: datetime, sent: Mapping[str, Any] | None = None
) -> dict[str, object]:
    """Return the page of all reminders, with what was sent where it was refused."""
    words = words_for(viewer.language)
    feed = reminder_feed(viewer=viewer)
    day = localtime(now).date()
    portfolio = load_portfolio(viewer=viewer, on=day)
    chosen = with_usual(reminders(viewer=viewer))
    return {
        "choices": [
            ChoiceView(
                wording.title(words, one.kind),
                wording.when_text(words, one),
                ReminderForm(sent, reminder=one, words=words),
            )
            for one in chosen
        ],
        "due": due_reminders(viewer, portfolio, now),
        "feed_since": short_day(localtime(feed.created_at).date()) if feed else "",
    }
