"""The inbox in words: what waits for a role, which role is proposed, and why."""

from plait.analysis.inbox.propose import Proposal, Reason
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


def proposal_text(words: Words, found: Proposal) -> str:
    """Return why a role, or private, is proposed."""
    _ = words.gettext
    if found.reason is Reason.PLACED:
        return _before_text(words, found)
    text = {
        Reason.OWN_NAME: _(
            "Your own name: most likely money between your own accounts."
        ),
        Reason.ORGANISATION: _("Looks like %(likeness)s, where you hold this role."),
        Reason.NAME: _("Looks like the name of this role."),
        Reason.CONFIRMED: _("Looks like %(likeness)s, which you confirmed before."),
    }.get(found.reason or Reason.NAME, "")
    return text % {"likeness": found.likeness}


def _before_text(words: Words, found: Proposal) -> str:
    if found.n_alike == found.n_before:
        return words.ngettext(
            "As you sorted %(n)s such record before.",
            "As you sorted all %(n)s such records before.",
            found.n_before,
        ) % {"n": words.number(found.n_before, 0)}
    return words.gettext("As %(n)s of %(all)s such records before.") % {
        "n": words.number(found.n_alike, 0),
        "all": words.number(found.n_before, 0),
    }


def costs_text(words: Words, n: int) -> str:
    """Return to how many money went out that has no role."""
    if not n:
        return words.gettext("All money that went out is sorted.")
    return words.ngettext(
        "Money went to %(n)s payee without a role.",
        "Money went to %(n)s payees without a role.",
        n,
    ) % {"n": words.number(n, 0)}


def waiting_text(words: Words, n: int) -> str:
    """Return how many subjects wait."""
    if not n:
        return words.gettext("Everything belongs to a role or is private.")
    return words.ngettext(
        "%(n)d thing has no role yet.", "%(n)d things have no role yet.", n
    ) % {"n": n}
