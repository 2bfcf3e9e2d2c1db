"""How a server of several people is doing, in numbers: nothing of anybody's content."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class JobCounts:
    """Jobs of one kind, in numbers.

    `oldest_at` is since when the one that is due longest waits, None where none is.
    """

    kind: str
    n_waiting: int
    n_running: int
    n_failed: int
    oldest_at: datetime | None = None


@dataclass(frozen=True)
class MailCounts:
    """Messages of the last month that were sent or refused for good, and that wait."""

    n_sent: int
    n_refused: int
    n_waiting: int


@dataclass(frozen=True)
class PersonStorage:
    """What one person's files take, in bytes: kept with payments, and waiting."""

    name: str
    attachments_bytes: int
    uploads_bytes: int


@dataclass(frozen=True)
class ServerVersions:
    """What runs here; `tables` is the last migration of each of our apps."""

    plait: str
    python: str
    database: str
    tables: tuple[str, ...]


@dataclass(frozen=True)
class ServerState:
    """All of it; `largest` are the people whose files take most.

    `n_workers` counts processes that do nothing but carry out jobs. `backed_up_at` is
    when the last backup was made that left word of it, None where none did.
    """

    n_people: int
    n_leaving: int
    n_suspended: int
    jobs: tuple[JobCounts, ...]
    n_workers: int
    mail: MailCounts
    database_bytes: int
    uploads_bytes: int
    attachments_bytes: int
    largest: tuple[PersonStorage, ...]
    versions: ServerVersions
    backed_up_at: datetime | None
