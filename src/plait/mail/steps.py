"""Where what a mail says leads: whole addresses of pages."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_noop

from plait.answers.findings.finding import Step
from plait.domain.reminders import ReminderKind

_LEADS = {
    ReminderKind.CHECK_IN: ("check_in", gettext_noop("Check in")),
    ReminderKind.LOG: ("log", gettext_noop("Log hours")),
    ReminderKind.TAX: ("tax_dates", gettext_noop("See tax dates")),
    ReminderKind.INVOICES: ("invoices", gettext_noop("See invoices")),
    ReminderKind.FILES: ("import", gettext_noop("Bring in files")),
    ReminderKind.ROLES: ("roles", gettext_noop("Look at it")),
}


def whole(page: str, *parts: str) -> str:
    """Return the address of a page as a mail names it."""
    return f"{settings.SERVER_ADDRESS}{reverse(page, args=parts)}"


def address_of_step(step: Step) -> str:
    """Return where a finding's next step is taken."""
    of_role = step.place in {"role", "agreement", "talk"}
    return whole(step.place, step.key) if of_role else whole(step.place)


def lead(kind: ReminderKind, role: str = "") -> tuple[str, str]:
    """Return where a reminder leads, and what its link says (not yet translated)."""
    page, text = _LEADS[kind]
    return (whole("role", role) if role else whole(page)), text
