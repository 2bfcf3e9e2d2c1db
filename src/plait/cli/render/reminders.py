"""Reminders in a terminal."""

from plait.answers.reminders import RemindersAnswer
from plait.cli.render.terminal import console, print_notes, table
from plait.domain.reminders import ReminderKind
from plait.wording.words import Words


def print_reminders(
    answer: RemindersAnswer, words: Words, only: ReminderKind | None = None
) -> None:
    """Print every kind, or one, with when it comes; then what is due."""
    _ = words.gettext
    listed = table(_("Reminder"), "", _("When"))
    for one in answer.reminders:
        if only in (None, one.kind):
            state = _("on") if one.is_on else _("off")
            listed.add_row(f"{one.title} ({one.kind})", state, one.when_text)
    console.print(listed)
    print_notes(answer.sentence)


def print_due(answer: RemindersAnswer) -> None:
    """Print what is due, a line each."""
    for one in answer.due:
        console.print(one.text)
    if not answer.due:
        console.print(answer.sentence)
