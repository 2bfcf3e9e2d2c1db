"""Which tests run on which database.

`make test` starts six processes. A test that uses the database runs on SQLite and on
PostgreSQL, without having to say so; on SQLite those of pages and commands have a
process to themselves, for they are as many as all others. What is left runs once:
browser tests, which often wait, in the fourth, and built packages and what asks no
database in the fifth. The sixth is a server of several people, on PostgreSQL: other
settings than at home, so its tests have a folder of their own. Six keep two cores busy where some of them wait. Tests of single pages and commands
ask nothing that the tests of the book do not ask on both; so that `make test` ends in
time, they, those that try many made-up values, those of how a file is understood, and
the longest are on SQLite alone there, and on both in `make test-all`.

`PLAIT_TEST_KEYS=composite` runs what runs on PostgreSQL after scripts/composite_keys
has put the owner into every key, as on a cluster of several machines.

SQLite is a file here as it is at run time: the threads and processes of a test then
meet as they will meet there, each with a connection of its own. It keeps nothing
safe, so that it is fast.
"""

import os
from pathlib import Path

import pytest

SQLITE = "sqlite"
SKINS = "skins"
POSTGRESQL = "postgresql"
BROWSER = "browser"
APART = "apart"
SEVERAL = "several"
_DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "client"}
_ONCE = ("wheel",)
# The folder of the server of several people.
_SEVERAL = "several"
# What shows the book, apart from the tests that are about all of it or about several
# people.
_SKINS = ("web", "cli")
_OF_ALL = ("closed", "sign_in", "check", "several_people", "staging")
# What is about how a file is understood, which happens before a database is asked.
_OF_FILES = (
    *("hostile", "hostile_books", "calendars", "followed_calendars", "calendar_titles"),
    *("empty_files", "tracker_exports", "round_trip", "told"),
)
# What takes long and comes to the same: programs that are killed while they bring a
# file in, and undoing in every order. Jobs, on which a server stands, are killed on both.
_LONG = ("imports/test_killed", "journal/test_killed", "test_undo", "test_undo_changes")
# Folders whose tests ask no database: the processes that have one need not read them
# in to find that out.
_WITHOUT = {
    "analysis",
    "browser",
    "docs",
    "domain",
    "formats",
    "network",
    "reference",
    "studies",
    "wording",
}


def is_several() -> bool:
    """Return whether this process is the server of several people."""
    return bool(os.environ.get("PLAIT_TEST_SERVER"))


def uses_database(item: pytest.Item) -> bool:
    """Return whether a test asks for the database, by mark or by fixture."""
    if item.get_closest_marker("django_db"):
        return True
    return not _DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))


def belongs_to(item: pytest.Item, process: str) -> bool:
    """Return whether a test runs in the process of that name."""
    if (process == SEVERAL) != (_folder_of(item) == _SEVERAL):
        return False
    if process == SEVERAL:
        return True
    if item.get_closest_marker("browser"):
        return process == BROWSER
    is_once = any(item.get_closest_marker(mark) for mark in _ONCE)
    if is_once or not uses_database(item):
        return process == APART
    is_short = "not slow" in item.config.getoption("markexpr", "")
    if process == POSTGRESQL:
        return not (is_short and _is_for_test_all(item))
    return process == (SKINS if _folder_of(item) in _SKINS else SQLITE)


def _is_for_test_all(item: pytest.Item) -> bool:
    """Return whether PostgreSQL sees a test in `make test-all` only."""
    is_of_all = item.path.stem.removeprefix("test_") in _OF_ALL
    tries_many = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    is_of_files = item.path.stem.removeprefix("test_") in _OF_FILES
    is_long = item.path.with_suffix("").as_posix().endswith(_LONG)
    return (
        tries_many
        or is_of_files
        or is_long
        or (_folder_of(item) in _SKINS and not is_of_all)
    )


def _is_without(item: pytest.Item) -> bool:
    """Return whether a test runs where no database of the tests is shared."""
    return belongs_to(item, APART) or belongs_to(item, BROWSER)


def _folder_of(item: pytest.Item) -> str:
    """Return the name of the folder within tests/."""
    return item.path.relative_to(item.config.rootpath).parts[1]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out folders that hold nothing for this process."""
    process = os.environ.get("PYTEST_XDIST_WORKER", "")
    is_folder = collection_path.parent == config.rootpath / "tests"
    folder = collection_path.name
    if is_folder and (folder == _SEVERAL) != is_several():
        return True if folder == _SEVERAL or collection_path.is_dir() else None
    if not is_folder or process not in {SQLITE, SKINS, POSTGRESQL, BROWSER}:
        return None
    if process == BROWSER:
        return (collection_path.is_dir() and folder != "browser") or None
    is_elsewhere = process != POSTGRESQL and (folder in _SKINS) != (process == SKINS)
    return folder in _WITHOUT or (collection_path.is_dir() and is_elsewhere) or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep what belongs here when the processes share the tests."""
    process = os.environ.get("PYTEST_XDIST_WORKER", "")
    if process in {SQLITE, SKINS, POSTGRESQL, BROWSER, APART, SEVERAL}:
        if (process in {POSTGRESQL, SEVERAL}) != (_vendor() == POSTGRESQL):
            message = f"The tests beside {process} got {_vendor()}."
            raise RuntimeError(message)
        for item in items if process == APART else ():
            if _folder_of(item) in _WITHOUT and not _is_without(item):
                message = f"{item.nodeid} uses the database; {__name__} says not."
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


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Put the owner into every key where `PLAIT_TEST_KEYS` is "composite"."""
    if os.environ.get("PLAIT_TEST_KEYS") == "composite" and _vendor() == POSTGRESQL:
        from django.db import connection

        from scripts.composite_keys import read_keys, statements, with_owners

        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute("\n".join(statements(with_owners(*read_keys()))))


def pytest_report_header(config: pytest.Config) -> str:
    """Say on which databases this run is."""
    if config.getoption("dist", "no") == "each":
        return "databases: SQLite in two processes, PostgreSQL in one; the rest apart"
    return f"database: {_vendor()} alone"


def _vendor() -> str:
    from django.db import connection

    return connection.vendor
