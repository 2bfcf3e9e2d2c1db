"""Looking into database files, and spoiling them."""

import sqlite3
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parents[3]

# What makes of a book one that a version without sessions left.
OLDER = (
    "DROP TABLE accounts_mailchoice",
    "DROP TABLE accounts_mailrefusal",
    "DELETE FROM django_migrations WHERE name = '0018_mail'",
    "DROP TABLE accounts_sentfile",
    "DROP TABLE accounts_letter",
    "DROP TABLE accounts_sharelink",
    "DELETE FROM django_migrations WHERE name = '0017_files_and_links'",
    "DROP TABLE accounts_share",
    "DROP TABLE accounts_envelope",
    "DROP TABLE accounts_look",
    "DELETE FROM django_migrations WHERE name = '0016_sharing'",
    "DROP TABLE django_session",
    "DELETE FROM django_migrations WHERE app = 'sessions'",
    "DELETE FROM django_migrations WHERE name = '0008_hashed_sessions'",
    "DROP TABLE accounts_invitation",
    "DROP TABLE accounts_signin",
    "ALTER TABLE accounts_person DROP COLUMN is_steward",
    "DELETE FROM django_migrations WHERE name = '0009_invitations_and_devices'",
    "DROP TABLE accounts_knowndevice",
    "DELETE FROM django_migrations WHERE name = '0013_known_devices'",
    "ALTER TABLE accounts_person DROP COLUMN leaves_at",
    "ALTER TABLE accounts_person DROP COLUMN leaves_because",
    "DELETE FROM django_migrations WHERE name = '0014_leaving'",
    "DROP TABLE accounts_auditentry",
    "DROP TABLE accounts_audithead",
    "DROP TABLE accounts_auditlink",
    "DELETE FROM django_migrations WHERE name = '0011_audit'",
    "ALTER TABLE accounts_person DROP COLUMN book_agreed_at",
    "DELETE FROM django_migrations WHERE name = '0012_who_could_read_it'",
    "DROP TABLE accounts_signingkey",
    "DROP TABLE accounts_knownkey",
    "DELETE FROM django_migrations WHERE name = '0015_signing_keys'",
    "DROP TABLE accounts_owner",
    "DELETE FROM django_migrations WHERE name = '0010_owners'",
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
