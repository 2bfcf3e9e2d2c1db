"""What commands that correct a record share: where it goes, how it then stands."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.domain.schemas.schema import gettext_noop as _

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.book.models import Role
    from plait.domain.record_details import RecordDetails


def to_role(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --role and --private, of which one must be said."""
    private = click.option("--private", is_flag=True, help="They are for no role.")
    role = click.option(
        "--role", default=None, help="The role they are for, by its key."
    )
    return role(private(function))


def refuse_unplaced(role: str | None, *, private: bool) -> None:
    """Refuse where neither a role nor --private was said, or both."""
    if private == bool(role):
        raise click.UsageError(_("Name a role, or say --private."))


def role_or_none(viewer: "Person", key: str | None) -> "Role | None":
    """Return the role of a key, None where no key was said; raise `NotThere`."""
    from plait.book.queries import role_keyed

    return role_keyed(viewer=viewer, key=key) if key else None


def show_record(details: "RecordDetails", *, as_json: bool) -> None:
    """Print all that is known of a record."""
    from plait.answers.records.record import record_answer
    from plait.cli.render.record import print_record

    words = run.words()
    answer = record_answer(details, words)
    if as_json:
        run.print_answer(answer)
    else:
        print_record(answer, words)


def say_changed(kind: str, n: int, sentence: str, *, as_json: bool) -> None:
    """Print how many records of a kind changed, and how to undo it."""
    if as_json:
        run.print_json({kind: n})
    else:
        undo = run.words().gettext("Undo it with: plait undo")
        run.say(f"{sentence % {'n': n}} {undo}")
