"""plait delete-everything: the whole book and its person, for good."""

import sys
from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from datetime import datetime

    from plait.accounts.models import Person
    from plait.answers.records.deletion import DeletionAnswer


class NotConfirmed(PlaitError):
    """Nobody said that everything may go."""


@click.command(
    name="delete-everything", epilog="Example: plait delete-everything --dry-run"
)
@click.option("--dry-run", is_flag=True, help="Only show what would go and stay.")
@click.option("--yes", is_flag=True, help="Delete without asking.")
@run.as_command
def command(*, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Delete your book, your settings and your sign-in. There is no undo.

    It shows what goes and what stays, then asks for a word. Export first, with: plait
    export FOLDER. On a server of several people it is removed after a week; signing
    in before then keeps it.
    """
    viewer = run.viewer()
    from plait.answers.records.deletion import deletion_answer
    from plait.book.queries.contents import book_contents
    from plait.cli.render.deletion import print_deleted, print_deletion, print_leaving

    answer = deletion_answer(book_contents(viewer=viewer), run.words())
    if dry_run:
        if as_json:
            run.print_answer(answer)
        else:
            print_deletion(answer, run.words())
        return
    if not yes:
        if not as_json:
            print_deletion(answer, run.words())
        _ask(answer, as_json=as_json)
    leaves_at = _delete(viewer)
    if as_json:
        run.print_answer(answer)
    elif leaves_at is None:
        print_deleted(answer, run.words())
    else:
        print_leaving(answer, run.words(), leaves_at.date())


def _delete(viewer: "Person") -> "datetime | None":
    """Delete all; on a server of several people begin the week before it, and say until when."""
    from django.conf import settings

    if settings.SERVER:
        from plait.accounts.leaving.asking import ask_to_leave

        return ask_to_leave(viewer=viewer, now=run.now())
    from plait.book.operations.deletion import delete_everything

    delete_everything(viewer=viewer)
    return None


def _ask(answer: "DeletionAnswer", *, as_json: bool) -> None:
    text = run.words().gettext("Type the word “%(word)s” to delete everything")
    typed = ""
    if not as_json and sys.stdin.isatty():
        typed = click.prompt(
            text % {"word": answer.word}, default="", show_default=False
        )
    if typed.strip().casefold() != answer.word.casefold():
        raise NotConfirmed(
            "Nothing was deleted",
            value=typed,
            fix="Type the word that is asked for, or add --yes.",
        )
