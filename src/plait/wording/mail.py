"""Kinds of mail in words."""

from plait.domain.mail import MailKind
from plait.domain.schemas.schema import gettext_noop as _
from plait.wording import reminders
from plait.wording.words import Words

_TITLES = {
    MailKind.WEEK: _("The weekly mail"),
    MailKind.SHARED: _("Somebody shows you something"),
}
_NOTES = {
    MailKind.WEEK: _(
        "Where you stand, in half a minute: what Today says, your hours and income, and"
        " what needs you."
    ),
    MailKind.SHARED: _("The mail says who; what it is stands in Plait alone."),
}


def mail_title(words: Words, kind: MailKind) -> str:
    """Return what a kind of mail is called."""
    if kind.reminder is not None:
        return reminders.title(words, kind.reminder)
    return words.gettext(_TITLES[kind])


def mail_note(words: Words, kind: MailKind) -> str:
    """Return what a kind of mail holds, "" of a reminder."""
    return words.gettext(_NOTES[kind]) if kind in _NOTES else ""
