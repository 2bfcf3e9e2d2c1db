"""Bringing a database file that is not the book itself to this version's form."""

from collections.abc import Callable
from pathlib import Path

from django.core.management import call_command
from django.db import connections
from django.db.migrations.loader import MigrationLoader

_ALIAS = "restored"


def known_migrations(loader: MigrationLoader | None = None) -> set[tuple[str, str]]:
    """Return every migration that this version has, by app and name.

    One that stands in for earlier ones knows those too, also where they are gone.
    """
    loader = loader or MigrationLoader(None, ignore_no_migrations=True)
    held = loader.disk_migrations or {}
    return {*held, *(old for one in held.values() for old in one.replaces)}


def migrate_file(file: Path, then: Callable[[str], None] = lambda _alias: None) -> None:
    """Bring the tables of a SQLite file to the form this version needs.

    `then` is called with the name of the database, to change what stands in it.
    """
    settings = {**connections["default"].settings_dict, "NAME": str(file)}
    connections.databases[_ALIAS] = settings
    try:
        call_command("migrate", database=_ALIAS, verbosity=0, interactive=False)
        then(_ALIAS)
    finally:
        connections[_ALIAS].close()
        del connections[_ALIAS]
        del connections.databases[_ALIAS]
