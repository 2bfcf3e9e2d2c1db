"""How every command runs: Django set up, the viewer found, trouble said plainly."""

import functools
import json
import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from plait.domain.trouble import PlaitError

if TYPE_CHECKING:
    from plait.accounts.models import Person

DONE, PROBLEMS, WRONG_USE = 0, 1, 2

Answer = dict[str, Any] | list[Any]


def as_command(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--json`, and turn our failures into a sentence and exit 2."""

    @functools.wraps(function)
    def run(*args: Any, as_json: bool, **options: Any) -> None:
        _plain_output()
        try:
            function(*args, as_json=as_json, **options)
        except PlaitError as trouble:
            if as_json:
                told = {
                    "what": trouble.what,
                    "value": trouble.value,
                    "fix": trouble.fix,
                }
                print_json({"error": told})
            else:
                click.echo(str(trouble), err=True)
            sys.exit(WRONG_USE)

    return click.option(
        "--json", "as_json", is_flag=True, help="Print the answer as JSON."
    )(run)


def _plain_output() -> None:
    """Write UTF-8 wherever the output goes; a pipe on Windows would not."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def set_up() -> None:
    """Set Django up and bring the database to the newest form."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plait.server.settings")
    django.setup()


def prepare_database() -> None:
    """Bring the tables to the form this version needs."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def viewer() -> "Person":
    """Return whose book it is: PLAIT_PERSON's, or the only one there is."""
    set_up()
    from plait.accounts.queries import NobodyHere, only_person, person_named

    prepare_database()
    name = os.environ.get("PLAIT_PERSON", "")
    if not name:
        return only_person()
    person = person_named(sign_in_name=name)
    if person is None:
        raise NobodyHere(
            "Nobody signs in with this name",
            value=name,
            fix="Set PLAIT_PERSON to a sign-in name of this book.",
        )
    return person


def now() -> datetime:
    """Return the clock's time; the one place a command reads it."""
    return datetime.now(ZoneInfo("UTC"))


def today(person: "Person") -> date:
    """Return the date where the person lives."""
    return now().astimezone(ZoneInfo(person.timezone)).date()


def print_json(answer: Answer) -> None:
    """Print an answer for scripts."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2, default=str))


def day_option(name: str, text: str) -> Callable[..., Any]:
    """Return an option that takes a date written 2026-11-21."""
    return click.option(name, type=click.DateTime(["%Y-%m-%d"]), help=text)
