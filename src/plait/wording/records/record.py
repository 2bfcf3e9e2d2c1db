"""One record in words: its fields, where it came from, what was set by hand."""

from plait.domain.record_details import RecordDetails
from plait.wording.words import Words


def field_text(words: Words, name: str) -> str:
    """Return what a field of a record is called."""
    _ = words.gettext
    return {
        "role": _("Role"),
        "on": _("Day"),
        "seconds": _("Length"),
        "started_at": _("Start"),
        "ended_at": _("End"),
        "client": _("Client"),
        "project": _("Project"),
        "task": _("Task"),
        "description": _("Description"),
        "tags": _("Tags"),
        "person": _("Person"),
        "is_billable": _("Billable"),
        "payer": _("Payer"),
        "counter_account": _("Account of the other side"),
        "reference": _("Reference"),
        "account": _("Account"),
        "share": _("Your share"),
        "bank_id": _("Bank reference"),
        "kind": _("What it is"),
    }.get(name, name)


def origin_text(words: Words, details: RecordDetails) -> str:
    """Return where a record came from."""
    if details.batch is None:
        return words.gettext("Added by hand.")
    return words.gettext("Came in with import %(n)d.") % {"n": details.batch}


def edited_text(words: Words, details: RecordDetails) -> str:
    """Return what was set by hand since, "" where nothing was."""
    if not details.edited:
        return ""
    names = [field_text(words, name).lower() for name in details.edited]
    return words.gettext("Set by hand, and kept at an import: %(fields)s.") % {
        "fields": words.listed(names, most=9)
    }


def billable_text(words: Words, details: RecordDetails) -> str:
    """Return whether it can be billed, "" where nobody said."""
    if details.is_billable is None:
        return ""
    return words.gettext("yes") if details.is_billable else words.gettext("no")
