"""Making the tables of a database that has none: at once, as the migrations leave them.

Step by step it takes three seconds, of which each new book and each server pays; SQLite
writes a table anew for nearly every step. No step that moves records matters where
there are none.
"""

from django.core.management import CommandError, call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def make_cache_table() -> None:
    """Make the table in which tries are counted, which no migration makes.

    At home none is asked for, and nothing is made.
    """
    try:
        call_command("createcachetable", verbosity=0)
    except CommandError:  # another process made it at the same moment
        call_command("createcachetable", verbosity=0)


def make_tables() -> bool:
    """Make every table of a database without any; return whether it was empty.

    All of them, or none where it is killed. Raise `DatabaseError` where another
    program makes them at the same moment.
    """
    if connection.introspection.table_names():
        return False
    executor = MigrationExecutor(connection)
    models = executor.loader.project_state().apps.get_models()
    with connection.schema_editor() as editor:
        executor.recorder.ensure_schema()
        for model in models:
            if model._meta.can_migrate(connection):  # noqa: SLF001  # Django's own name for it
                editor.create_model(model)
        for app, name in executor.loader.graph.nodes:
            executor.recorder.record_applied(app, name)
        make_cache_table()
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
    return True
