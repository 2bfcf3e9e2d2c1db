"""Which tests run on which database.

`make test` starts two processes: one on SQLite, one on PostgreSQL. A test that uses
the database runs in both, without having to say so. The others run once, where
there is more time: browser tests and built packages beside SQLite, the rest beside
PostgreSQL.

SQLite is a file here as it is at run time: the threads and processes of a test then
meet as they will meet there, each with a connection of its own. It keeps nothing
safe, so that it is fast.
"""

import os
from pathlib import Path

import pytest

SQLITE = "sqlite"
POSTGRESQL = "postgresql"
_DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "client"}
_BESIDE_SQLITE = ("browser", "wheel")


def uses_database(item: pytest.Item) -> bool:
    """Return whether a test asks for the database, by mark or by fixture."""
    if item.get_closest_marker("django_db"):
        return True
    return not _DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))


def belongs_to(item: pytest.Item, process: str) -> bool:
    """Return whether a test runs in the process of that name."""
    if any(item.get_closest_marker(mark) for mark in _BESIDE_SQLITE):
        return process == SQLITE
    return uses_database(item) or process == POSTGRESQL


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep what belongs here when the two processes share the tests."""
    process = os.environ.get("PYTEST_XDIST_WORKER", "")
    if process in {SQLITE, POSTGRESQL}:
        if process != _vendor():
            message = f"The tests beside {process} got {_vendor()}."
            raise RuntimeError(message)
        items[:] = [item for item in items if belongs_to(item, process)]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Keep SQLite's test database in a file beside the book that nobody opens."""
    from django.conf import settings

    if _vendor() == SQLITE:
        database = settings.DATABASES["default"]
        database["TEST"]["NAME"] = Path(database["NAME"]).with_name("tests.sqlite3")
        database["OPTIONS"]["init_command"] = (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF;PRAGMA foreign_keys=ON;"
        )


def pytest_report_header(config: pytest.Config) -> str:
    """Say on which databases this run is."""
    if config.getoption("dist", "no") == "each":
        return "databases: SQLite and PostgreSQL, one process each"
    return f"database: {_vendor()} alone"


def _vendor() -> str:
    from django.db import connection

    return connection.vendor
