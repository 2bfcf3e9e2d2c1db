"""Does the database itself find a fault in what it stores?"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import DatabaseError, OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

from plait.domain.book_state import Fault, FaultKind

# Constraints and indexes that PostgreSQL does not enforce, by name and table.
_NOT_ENFORCED = """
    SELECT conname, conrelid::regclass::text FROM pg_constraint
    WHERE NOT convalidated AND connamespace = current_schema()::regnamespace
    UNION ALL
    SELECT indexrelid::regclass::text, indrelid::regclass::text FROM pg_index
    JOIN pg_class ON pg_class.oid = indrelid
    WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT tgname, tgrelid::regclass::text FROM pg_trigger
    JOIN pg_class ON pg_class.oid = tgrelid
    WHERE tgenabled = 'D' AND relnamespace = current_schema()::regnamespace
    ORDER BY 1
"""
_SPOILED_PAGES = """
    SELECT COALESCE(checksum_failures, 0) FROM pg_stat_database
    WHERE datname = current_database()
"""


def sqlite_faults(database: BaseDatabaseWrapper, file: str) -> Iterator[Fault]:
    """Yield what SQLite finds in its file: pages, indexes, its tables' own rules."""
    found = [row[0] for row in _rows(database, "PRAGMA integrity_check")]
    if found != ["ok"]:
        yield Fault(FaultKind.NOT_WHOLE, file, len(found), _one_line(found[0]))


def postgresql_faults(database: BaseDatabaseWrapper) -> Iterator[Fault]:
    """Yield what PostgreSQL tells of its storage, and which rules are switched off."""
    ((n_spoiled,),) = _rows(database, _SPOILED_PAGES)
    if n_spoiled:
        yield Fault(FaultKind.NOT_WHOLE, _name(database), n_spoiled, "checksum failure")
    for name, table in _rows(database, _NOT_ENFORCED):
        yield Fault(FaultKind.RULE_OFF, table, detail=name)
    for table in database.introspection.table_names():
        try:  # reads every row, long values too
            quoted = database.ops.quote_name(table)
            _rows(database, f"SELECT SUM(LENGTH(t::text)) FROM {quoted} t")  # noqa: S608  # a table's own name
        except OperationalError:
            raise
        except DatabaseError as error:
            yield Fault(FaultKind.NOT_WHOLE, table, detail=_one_line(str(error)))


def broken_references(database: BaseDatabaseWrapper) -> Iterator[Fault]:
    """Yield which tables have rows that refer to one that is not there."""
    if database.vendor == "sqlite":
        rows = _rows(database, "PRAGMA foreign_key_check")
        counted = Counter((table, parent) for table, _, parent, _ in rows)
    else:
        counted = _orphans(database)
    for (table, parent), n in sorted(counted.items()):
        yield Fault(FaultKind.BROKEN_REFERENCE, table, n, parent)


def _orphans(database: BaseDatabaseWrapper) -> Counter[tuple[str, str]]:
    quote = database.ops.quote_name
    there = set(database.introspection.table_names())
    found: Counter[tuple[str, str]] = Counter()
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta  # noqa: SLF001  # Django's public name for it
        table = meta.db_table
        for field in meta.concrete_fields:
            if not (field.is_relation and field.related_model):
                continue
            key = field.target_field  # type: ignore[attr-defined]  # of a relation
            parent = key.model._meta.db_table  # noqa: SLF001  # as above
            if {table, parent} <= there:
                ((n,),) = _rows(
                    database,
                    f"SELECT COUNT(*) FROM {quote(table)} c WHERE c.{quote(field.column)}"  # noqa: S608  # names of our models
                    f" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {quote(parent)} p"
                    f" WHERE p.{quote(key.column)} = c.{quote(field.column)})",
                )
                found[table, parent] += n
    return +found


def _rows(database: BaseDatabaseWrapper, question: str) -> list[tuple[Any, ...]]:
    with database.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())


def _name(database: BaseDatabaseWrapper) -> str:
    return str(database.settings_dict["NAME"])


def _one_line(text: str) -> str:
    """Return the last line: SQLite names the database in the first."""
    return text.strip().splitlines()[-1].strip() if text.strip() else ""
