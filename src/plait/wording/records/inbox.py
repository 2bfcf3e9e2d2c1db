"""The inbox in words: what waits for a role, which role is proposed, and why."""

from plait.analysis.inbox.propose import Reason
from plait.domain.rules import RuleField
from plait.wording.words import Words


def field_text(words: Words, field: str) -> str:
    """Return what a subject or a rule is about."""
    _ = words.gettext
    return {
        RuleField.ACCOUNT: _("Account"),
        RuleField.REFERENCE: _("Reference"),
        RuleField.PAYER: _("Payer"),
        RuleField.PROJECT: _("Project"),
        RuleField.CLIENT: _("Client"),
        RuleField.TITLE: _("Event"),
        RuleField.CALENDAR: _("Calendar"),
    }[RuleField(field)]


def subject_text(words: Words, value: str) -> str:
    """Return what waits by its name."""
    return value or words.gettext("Without a name")


def records_text(words: Words, field: str, n: int, *, is_time: bool) -> str:
    """Return how many records wait."""
    if field == RuleField.CALENDAR:
        text = words.ngettext("%(n)d event", "%(n)d events", n)
    elif is_time:
        text = words.ngettext("%(n)d time entry", "%(n)d time entries", n)
    else:
        text = words.ngettext("%(n)d payment", "%(n)d payments", n)
    return text % {"n": n}


def reason_text(words: Words, reason: Reason, likeness: str) -> str:
    """Return why a role, or private, is proposed."""
    _ = words.gettext
    return {
        Reason.OWN_NAME: _(
            "Your own name: most likely money between your own accounts."
        ),
        Reason.ORGANISATION: _("Looks like %(likeness)s, where you hold this role."),
        Reason.NAME: _("Looks like the name of this role."),
        Reason.CONFIRMED: _("Looks like %(likeness)s, which you confirmed before."),
    }[reason] % {"likeness": likeness}


def waiting_text(words: Words, n: int) -> str:
    """Return how many subjects wait."""
    if not n:
        return words.gettext("Everything belongs to a role or is private.")
    return words.ngettext(
        "%(n)d thing has no role yet.", "%(n)d things have no role yet.", n
    ) % {"n": n}
