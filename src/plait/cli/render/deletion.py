"""What goes and what stays, in a terminal."""

from datetime import date

from plait.answers.records.deletion import DeletionAnswer
from plait.cli.render.terminal import console, print_notes, wrapped
from plait.wording.words import Words


def print_deletion(answer: DeletionAnswer, words: Words) -> None:
    """Print both lists."""
    _ = words.gettext
    _list(_("What goes"), answer.goes)
    _list(_("What stays"), answer.stays)
    print_notes(_("It cannot be undone. Export first, with: plait export FOLDER."))


def print_deleted(answer: DeletionAnswer, words: Words) -> None:
    """Say that it is done, and what stays."""
    console.print(words.gettext("Everything is deleted."))
    _list(words.gettext("What stays"), answer.stays)


def print_leaving(answer: DeletionAnswer, words: Words, day: date) -> None:
    """Say on which day all is removed, and what stays."""
    _ = words.gettext
    console.print(_("Your account is deleted on %(day)s.") % {"day": words.day(day)})
    print_notes(
        _("If you change your mind: sign in within the week and keep your account.")
    )
    _list(_("What stays"), answer.stays)


def _list(heading: str, lines: tuple[str, ...]) -> None:
    console.print(heading, style="bold")
    for line in lines:
        console.print(wrapped(f"- {line}"))
