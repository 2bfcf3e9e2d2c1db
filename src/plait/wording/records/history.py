"""Changes of a book in words: what was done, and to what."""

from plait.domain.changes import ChangedThing, ListedChange, ThingKind
from plait.wording.words import Words

_FILES_NAMED = 3


def what_text(words: Words, change: ListedChange) -> str:
    """Return what was done: Hours added."""
    if change.batch is not None:
        return words.gettext("Import %(n)d") % {"n": change.batch}
    return _operations(words).get(change.what) or words.gettext("Change")


def detail_text(words: Words, change: ListedChange) -> str:
    """Return to what it was done: 2 November 2026 · 1.5 h · Atlas."""
    if change.files:
        return words.listed(list(change.files), _FILES_NAMED)
    return "; ".join(_thing(words, one) for one in change.things)


def undone_text(words: Words, change: ListedChange, n: int) -> str:
    """Return that a change was undone, and how many records differ."""
    sentence = words.ngettext(
        "Undone: %(what)s (%(n)s record).", "Undone: %(what)s (%(n)s records).", n
    )
    return sentence % {"what": _in_full(words, change), "n": words.number(n, 0)}


def undone_import_text(
    words: Words, number: int, n_removed: int, n_put_back: int
) -> str:
    """Return that an import was undone: what went, and what is uncorrected again."""
    removed = words.ngettext("%(n)s line removed", "%(n)s lines removed", n_removed)
    put_back = words.ngettext(
        "%(n)s correction reversed", "%(n)s corrections reversed", n_put_back
    )
    parts = [(removed, n_removed), (put_back, n_put_back)]
    counted = [(text, n) for text, n in parts if n] or parts[:1]
    what = ", ".join(text % {"n": words.number(n, 0)} for text, n in counted)
    return words.gettext("Import %(number)d is undone: %(what)s.") % {
        "number": number,
        "what": what,
    }


def redone_text(words: Words, change: ListedChange) -> str:
    """Return that a change was made again."""
    return words.gettext("Done again: %(what)s.") % {"what": _in_full(words, change)}


def _in_full(words: Words, change: ListedChange) -> str:
    parts = (what_text(words, change), detail_text(words, change))
    return ": ".join(filter(None, parts))


def heading_text(words: Words, n_changes: int) -> str:
    """Return how many changes there are."""
    if not n_changes:
        return words.gettext("Nothing has changed yet")
    return words.ngettext("%(n)s change", "%(n)s changes", n_changes) % {
        "n": words.number(n_changes, 0)
    }


def _thing(words: Words, thing: ChangedThing) -> str:
    if thing.n > 1:
        return _counted(words, thing)
    amount, hours = thing.amount, thing.hours
    parts = (
        words.day(thing.on) if thing.on else "",
        "" if hours is None else words.hours(hours),
        "" if amount is None else words.money(float(amount), thing.currency, 2),
        thing.name,
        thing.role,
    )
    return " · ".join(filter(None, parts)) or _counted(words, thing)


def _counted(words: Words, thing: ChangedThing) -> str:
    """Return so many of a kind."""
    ngettext, n = words.ngettext, thing.n
    text = {
        ThingKind.TIME: ngettext("%(n)s time entry", "%(n)s time entries", n),
        ThingKind.PAYMENT: ngettext("%(n)s payment", "%(n)s payments", n),
        ThingKind.EVENT: ngettext("%(n)s event", "%(n)s events", n),
        ThingKind.CHECK_IN: ngettext("%(n)s check-in", "%(n)s check-ins", n),
        ThingKind.ROLE: ngettext("%(n)s role", "%(n)s roles", n),
        ThingKind.TERMS: ngettext("%(n)s agreement", "%(n)s agreements", n),
        ThingKind.ORGANISATION: ngettext(
            "%(n)s organisation", "%(n)s organisations", n
        ),
        ThingKind.ACCOUNT: ngettext("%(n)s account", "%(n)s accounts", n),
        ThingKind.RULE: ngettext("%(n)s rule", "%(n)s rules", n),
        ThingKind.LEAVE: ngettext("%(n)s period off", "%(n)s periods off", n),
        ThingKind.INVOICE: ngettext("%(n)s invoice", "%(n)s invoices", n),
        ThingKind.FINDING: ngettext("%(n)s finding", "%(n)s findings", n),
        ThingKind.SETTINGS: words.gettext("your settings"),
    }.get(thing.kind) or ngettext("%(n)s record", "%(n)s records", n)
    return text % {"n": words.number(n, 0)} if "%" in text else text


def _operations(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        **_of_hours(words),
        **_of_roles(words),
        **_of_income(words),
        "keep_rules": _("Records sorted by a rule"),
        "drop_rule": _("Rule removed"),
        "sort_once": _("Records sorted"),
        "sort_waiting": _("Records sorted"),
        "sort_nameless": _("Records sorted"),
        "place_record": _("Record moved"),
        "keep_mapping": _("Columns of a table named"),
        "change_settings": _("Settings changed"),
        "settle_finding": _("Finding settled"),
        "put_off_finding": _("Finding put off"),
        "reopen_finding": _("Finding reopened"),
    }


def _of_hours(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "add_time": _("Hours added"),
        "say_entered_until": _("Day until which all money by hand is entered"),
        "add_recurring": _("Recurring entry added"),
        "change_recurring": _("Recurring entry changed"),
        "end_recurring": _("Recurring entry ended"),
        "remove_recurring": _("Recurring entry removed"),
        "skip_day": _("Recurring entry skipped once"),
        "own_day": _("Recurring entry made its own"),
        "remove_time": _("Hours removed"),
        "change_entry": _("Hours corrected"),
        "move_entries": _("Hours moved"),
        "split_entry": _("Hours split"),
        "join_entries": _("Hours joined"),
        "remove_entries": _("Hours removed"),
        "set_days": _("Hours of a week filled in"),
        "start_timer": _("Timer started"),
        "stop_timer": _("Timer stopped"),
        "drop_timer": _("Timer discarded"),
        "take_events_as_time": _("Events logged as hours"),
        "keep_titles": _("Titles of a calendar kept or left out"),
        "leave_events": _("Events marked as no work"),
        "add_absence": _("Leave added"),
        "note_leave": _("Leave added"),
        "add_season": _("Weeks with other hours added"),
        "add_overhead": _("Travel, admin or rest added"),
        "remove_availability": _("Time off removed"),
        "change_holiday": _("Public holiday changed"),
        "reset_holiday": _("Public holiday changed"),
        "choose_reminder": _("Reminder changed"),
        "dismiss_reminder": _("Reminder dismissed"),
        "check_in": _("Check-in saved"),
    }


def _of_roles(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "add_role": _("Role added"),
        "add_with_terms": _("Role added"),
        "add_roles": _("Roles added"),
        "accept_roles": _("Roles made of proposals"),
        "dismiss_role": _("Proposed role dismissed"),
        "change_role": _("Role changed"),
        "carry_out": _("Role changed"),
        "remove_role": _("Role removed"),
        "merge_roles": _("Roles merged"),
        "split_role": _("Role split"),
        "change_key": _("Key of a role changed"),
        "archive_role": _("Role archived"),
        "show_role": _("Role shown again"),
        "rename_organisation": _("Organisation renamed"),
        "join_organisations": _("Organisations joined"),
        "agree": _("Terms agreed"),
        "correct_agreement": _("Terms corrected"),
        "remove_agreement": _("Terms removed"),
    }


def _of_income(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "move_payments": _("Payments moved"),
        "share_payment": _("Payment split"),
        "set_payment_share": _("Share of a payment set"),
        "set_payment_kind": _("Kind of a payment set"),
        "set_account_share": _("Share of an account set"),
        "correct_payment": _("Payment corrected"),
        "correct_account": _("Account corrected"),
        "name_account": _("Account named"),
        "remove_payments": _("Payments removed"),
        "join_payers": _("Payers joined"),
        "part_payer": _("Payers parted"),
        "merge_payments": _("Double payments merged"),
        "merge_entries": _("Double hours merged"),
        "merge_accounts": _("Double accounts merged"),
        "merge_doubles": _("Doubles merged"),
        "keep_apart": _("Doubles kept apart"),
        "attach_file": _("File attached"),
        "remove_attachment": _("File removed"),
        "add_payment": _("Payment added"),
        "change_payment": _("Payment corrected"),
        "add_invoice": _("Invoice added"),
        "pay_invoice": _("Invoice marked"),
        "pay_in_full": _("Invoice marked"),
        "mark_paid": _("Invoice marked"),
        "unmark_paid": _("Invoice unmarked"),
        "unmark_payment": _("Payment taken off an invoice"),
        "drop_settlement": _("Invoice unmarked"),
        "remove_invoice": _("Invoice removed"),
        "set_cause": _("Shared risk saved"),
        "drop_cause": _("Shared risk removed"),
        "set_belief": _("Chance of ending saved"),
        "drop_belief": _("Chance of ending removed"),
        "set_fallback": _("Plan B saved"),
        "drop_fallback": _("Plan B removed"),
        "keep_scenario": _("Scenario saved"),
        "drop_scenario": _("Scenario removed"),
    }
