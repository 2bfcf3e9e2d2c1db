"""Which mail comes, in a terminal."""

from plait.cli.render.terminal import console, print_notes, table
from plait.domain.mail import MailChoice, MailKind
from plait.wording.mail import mail_title
from plait.wording.reminders import weekday_name
from plait.wording.words import Words


def print_choices(choices: tuple[MailChoice, ...], words: Words) -> None:
    """Print each kind, whether it comes, and when the weekly one does."""
    _ = words.gettext
    if not choices:
        print_notes(_("On your own machine Plait sends no mail."))
        return
    listed = table(_("Mail"), "", _("When"))
    for one in choices:
        state, when = _("on") if one.is_on else _("off"), ""
        if one.kind is MailKind.WEEK:
            values = {
                "day": weekday_name(words, one.weekday),
                "time": words.time(one.at),
            }
            when = _("%(day)s at %(time)s") % values
        title = mail_title(words, one.kind)
        listed.add_row(f"{title} ({one.kind})", state, when)
    console.print(listed)
