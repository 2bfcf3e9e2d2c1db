"""What goes and what stays when everything is deleted."""

from collections.abc import Iterator

from plait.domain.contents import BookContents
from plait.wording.words import Words


def goes(words: Words, held: BookContents) -> Iterator[str]:
    """Yield what goes, with how many of it there are."""
    _, ngettext = words.gettext, words.ngettext
    yield _("Your name and settings, and your way to sign in")
    counted = (
        (
            held.roles,
            ngettext(
                "%(n)s role with its terms", "%(n)s roles with their terms", held.roles
            ),
        ),
        (held.payments, ngettext("%(n)s payment", "%(n)s payments", held.payments)),
        (
            held.entries,
            ngettext("%(n)s time entry", "%(n)s time entries", held.entries),
        ),
        (
            held.events,
            ngettext("%(n)s calendar event", "%(n)s calendar events", held.events),
        ),
        (held.check_ins, ngettext("%(n)s check-in", "%(n)s check-ins", held.check_ins)),
        (
            held.calendars,
            ngettext(
                "%(n)s followed calendar with its address and password",
                "%(n)s followed calendars with their addresses and passwords",
                held.calendars,
            ),
        ),
        (held.imports, ngettext("%(n)s import", "%(n)s imports", held.imports)),
        (
            held.changes,
            ngettext(
                "%(n)s change in the history",
                "%(n)s changes in the history",
                held.changes,
            ),
        ),
    )
    for n, text in counted:
        if n:
            yield text % {"n": words.number(n, 0)}
    yield _(
        "Rules, invoices, leave, plan Bs, reminders and everything else you entered"
    )
    yield _("The secret addresses of your calendars: they lead nowhere from then on")


def stays(words: Words, held: BookContents) -> Iterator[str]:
    """Yield what stays, with the names of files."""
    _ = words.gettext
    for copy in held.copies:
        yield _("The copy %(file)s") % {"file": copy}
    if held.file:
        yield _("The file %(file)s, empty") % {"file": held.file}
        yield _("Backups and exports that you saved elsewhere")
    else:
        yield _("Backups that whoever keeps this server has made")
        yield _("Exports that you saved")
    yield _("What you have sent or shown to others")
