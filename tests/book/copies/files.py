"""Looking into database files, and spoiling them."""

import sqlite3
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parents[3]

# What makes of a book one that a version without workers left: one small step back, so
# that it is quick. Books of real earlier versions are brought up to date in tests/books.
OLDER = (
    "DROP TABLE jobs_worker",
    "DELETE FROM django_migrations WHERE app = 'jobs' AND name = '0002_workers'",
)


def tell(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        for statement in statements:
            database.execute(statement)


def rename(file: Path, name: str) -> None:
    tell(file, f"UPDATE accounts_person SET name = '{name}'")


def asked(file: Path, question: str) -> list:
    with closing(sqlite3.connect(file)) as database:
        return [row[0] for row in database.execute(question)]


def whose(file: Path) -> str:
    """Return whose book it is, once SQLite found it whole."""
    assert asked(file, "PRAGMA integrity_check") == ["ok"]
    return asked(file, "SELECT name FROM accounts_person")[0]


def spoil(file: Path) -> None:
    """Overwrite the middle of a database, as a bad disk does."""
    with file.open("r+b") as raw:
        raw.seek(file.stat().st_size // 3)
        raw.write(b"\xa5" * (file.stat().st_size // 2))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def migrations_of(file: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as database:
        return set(database.execute("SELECT app, name FROM django_migrations"))
