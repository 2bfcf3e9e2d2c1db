"""The database of an organisation holds no row of a book: the database itself sees to it.

Each table of the book has a trigger that refuses every row, whoever writes it: this
program, another version of it started with other settings, or somebody at a prompt.
"""

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from plait.accounts.servers import keeps_books
from plait.book.models import Book
from plait.domain.errors import PlaitError

_NAME = "plait_keeps_no_books"
_SAYS = "an organisation keeps no books"
# Any number, as long as nothing else locks it: two that start at once take turns.
_LOCK = 5_207_331


class KindChanged(PlaitError):
    """The settings name an organisation's server, and its database keeps books."""


def match_kind() -> None:
    """Close the tables of the book on an organisation's server, open them elsewhere.

    Raise `KindChanged` where books are kept that an organisation's server would not
    keep; nothing is changed then. At home nothing is asked.
    """
    if not settings.SERVER:
        return
    if keeps_books():
        open_tables()
        return
    refuse_changed_kind()
    close_tables()


def refuse_changed_kind() -> None:
    """Raise `KindChanged` where this organisation's database keeps books."""
    if keeps_books() or not (n := n_books()):
        return
    raise KindChanged(
        "An organisation's server keeps no books, and this database does",
        value=str(n),
        fix="Start it with PLAIT_SERVER=community again. Once everybody has exported"
        " and deleted theirs, or with a new database, it can be an organisation's.",
    )


def n_books() -> int:
    """Return how many people's books this database keeps."""
    if Book._meta.db_table not in connection.introspection.table_names():  # noqa: SLF001  # Django's name for it
        return 0
    return Book.objects.count()


@transaction.atomic
def close_tables() -> None:
    """Let no table of the book take a row; those that take none already stay so."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for table in _tables():
                cursor.execute(
                    f'CREATE TRIGGER IF NOT EXISTS "{_NAME}_{table}" BEFORE INSERT'
                    f" ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END"
                )
            return
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION {_NAME}() RETURNS trigger AS $$ BEGIN"
            f" RAISE EXCEPTION '{_SAYS}' USING ERRCODE = 'check_violation'; END"
            " $$ LANGUAGE plpgsql"
        )
        for table in set(_tables()) - _closed():
            cursor.execute(
                f'CREATE TRIGGER {_NAME} BEFORE INSERT ON "{table}"'
                f" FOR EACH STATEMENT EXECUTE FUNCTION {_NAME}()"
            )


@transaction.atomic
def open_tables() -> None:
    """Let the tables of the book take rows again."""
    for table in _closed():
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute(f'DROP TRIGGER "{_NAME}_{table}"')
            else:
                cursor.execute(f'DROP TRIGGER {_NAME} ON "{table}"')


def _tables() -> list[str]:
    """Return every table of the book."""
    models = apps.get_app_config("book").get_models(include_auto_created=True)
    return [model._meta.db_table for model in models]  # noqa: SLF001  # Django's name for it


def _closed() -> set[str]:
    """Return the tables that take no row."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'"
                " AND name LIKE %s",
                [f"{_NAME}_%"],
            )
        else:
            cursor.execute(
                "SELECT relname FROM pg_trigger JOIN pg_class"
                " ON pg_class.oid = tgrelid WHERE tgname = %s",
                [_NAME],
            )
        return {name for (name,) in cursor.fetchall()}
