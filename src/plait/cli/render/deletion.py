"""What goes and what stays, in a terminal."""

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


def _list(heading: str, lines: tuple[str, ...]) -> None:
    console.print(heading, style="bold")
    for line in lines:
        console.print(wrapped(f"- {line}"))
