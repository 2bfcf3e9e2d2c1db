"""Has the book the form that this version needs, and the tables that go with it?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from plait.book.newest import known_migrations
from plait.domain.book_state import Fault, FaultKind

Step = tuple[str, str]


class Form(NamedTuple):
    """The migrations a book has had and those still due; faults of both."""

    is_begun: bool
    n_due: int
    faults: Sequence[Fault]


def form_of(database: BaseDatabaseWrapper) -> Form:
    """Return which form a book has; one without tables is not begun."""
    there = set(database.introspection.table_names())
    recorded = MigrationRecorder.Migration._meta.db_table  # noqa: SLF001  # Django's public name for it
    if recorded not in there:
        missing = [Fault(FaultKind.TABLE_MISSING, recorded)] if there else []
        return Form(bool(there), 0, missing)
    loader = MigrationLoader(database, ignore_no_migrations=True)
    applied = set(loader.applied_migrations)
    faults = [*_strange(applied, loader), *_holes(applied, loader)]
    due = [step for step in loader.graph.nodes if step not in applied]
    if not due and not faults:
        faults.extend(_missing_tables(database, there))
    return Form(bool(applied), len(due), faults)


def _strange(applied: set[Step], loader: MigrationLoader) -> Iterator[Fault]:
    """Yield migrations this version has not: of a newer Plait, or nobody's we know."""
    for app, name in sorted(applied - known_migrations(loader)):
        ours = [known for of, known in loader.graph.nodes if of == app]
        # Migrations are numbered: 0024_written_defaults.
        newer = bool(ours) and name.partition("_")[0] > max(ours).partition("_")[0]
        kind = FaultKind.NEWER if newer or not ours else FaultKind.UNKNOWN_STEP
        yield Fault(kind, f"{app} {name}")


def _holes(applied: set[Step], loader: MigrationLoader) -> Iterator[Fault]:
    """Yield migrations that later ones build on and that were not made."""
    holes = {
        parent.key
        for step in applied & set(loader.graph.nodes)
        for parent in loader.graph.node_map[step].parents
        if parent.key not in applied
    }
    for app, name in sorted(holes):
        yield Fault(FaultKind.STEP_MISSING, f"{app} {name}")


def _missing_tables(database: BaseDatabaseWrapper, there: set[str]) -> Iterator[Fault]:
    """Yield tables and columns that this version's records are kept in."""
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta  # noqa: SLF001  # Django's public name for it
        if not meta.managed or meta.proxy:
            continue
        table = meta.db_table
        if table not in there:
            yield Fault(FaultKind.TABLE_MISSING, table)
            continue
        with database.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {database.ops.quote_name(table)} LIMIT 0")  # noqa: S608  # a table's own name
            present = {column[0] for column in cursor.description}
        for field in meta.local_concrete_fields:
            if field.column not in present:
                yield Fault(FaultKind.COLUMN_MISSING, f"{table}.{field.column}")
