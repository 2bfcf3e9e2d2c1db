"""How a server of several people is doing, for whoever looks after it."""

import os
import platform
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Count, Min, Q, Sum

from plait import __version__
from plait.accounts.models import Person
from plait.accounts.stewardship import steward_only
from plait.book.models import StoredFile
from plait.domain.server_state import (
    JobCounts,
    MailCounts,
    PersonStorage,
    ServerState,
    ServerVersions,
)
from plait.jobs.models import DONE, FAILED, LIVE, RUNNING, WAITING, Job
from plait.jobs.queries import n_workers

LAST_BACKUP = "last-backup"
"""A file in the data folder that whatever makes a backup touches afterwards."""
_UPLOADS, _MAIL = "staging", "-mail"
_MOST_PEOPLE = 20
_APPS = ("accounts", "book", "jobs")


def server_state(*, viewer: Person | None, now: datetime) -> ServerState:
    """Return it for a steward; None is whoever runs the server's commands.

    Raise `NoSteward` for anybody else.
    """
    if viewer is not None:
        steward_only(viewer)
    people = Person.objects.filter(sample_of=None)
    uploads = _bytes_by_owner(Path(settings.PLAIT_HOME) / _UPLOADS)
    attached = dict(
        StoredFile.objects.values_list("owner").annotate(n=Sum("size")).order_by()
    )
    return ServerState(
        n_people=people.count(),
        n_leaving=people.exclude(leaves_at=None).count(),
        n_suspended=people.filter(is_active=False, leaves_at=None).count(),
        jobs=_jobs(now),
        n_workers=n_workers(now=now),
        mail=_mail(),
        database_bytes=_database_bytes(),
        uploads_bytes=sum(uploads.values()),
        attachments_bytes=sum(attached.values()),
        largest=_largest(attached, uploads),
        versions=_versions(),
        backed_up_at=_backed_up_at(),
    )


def _jobs(now: datetime) -> tuple[JobCounts, ...]:
    due = Q(state=WAITING, not_before__lte=now)
    rows = Job.objects.values("kind").annotate(
        n_waiting=Count("pk", filter=due),
        n_running=Count("pk", filter=Q(state=RUNNING)),
        n_failed=Count("pk", filter=Q(state=FAILED)),
        oldest_at=Min("not_before", filter=due),
    )
    return tuple(JobCounts(**row) for row in rows.order_by("kind"))


def _mail() -> MailCounts:
    counts = Job.objects.filter(kind__endswith=_MAIL).aggregate(
        n_sent=Count("pk", filter=Q(state=DONE)),
        n_refused=Count("pk", filter=Q(state=FAILED)),
        n_waiting=Count("pk", filter=Q(state__in=LIVE)),
    )
    return MailCounts(**counts)


def _database_bytes() -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute(
                "SELECT page_count * page_size"
                " FROM pragma_page_count(), pragma_page_size()"
            )
        return int(cursor.fetchone()[0])


def _bytes_by_owner(place: Path) -> dict[int, int]:
    """Return what each person's folder takes; what goes meanwhile takes nothing."""
    found: dict[int, int] = {}
    for folder in place.glob("*"):
        if folder.name.isdecimal():
            found[int(folder.name)] = sum(_sizes(folder))
    return found


def _sizes(place: Path) -> list[int]:
    sizes = []
    for folder, _folders, names in os.walk(place):
        for name in names:
            with suppress(FileNotFoundError):
                sizes.append((Path(folder) / name).stat().st_size)
    return sizes


def _largest(
    attached: dict[int, int], uploads: dict[int, int]
) -> tuple[PersonStorage, ...]:
    def total(pk: int) -> int:
        return attached.get(pk, 0) + uploads.get(pk, 0)

    pks = sorted({*attached, *uploads}, key=lambda pk: (-total(pk), pk))
    pks = [pk for pk in pks if total(pk)][:_MOST_PEOPLE]
    names = dict(Person.objects.filter(pk__in=pks).values_list("pk", "name"))
    return tuple(
        PersonStorage(names[pk], attached.get(pk, 0), uploads.get(pk, 0))
        for pk in pks
        if pk in names
    )


def _versions() -> ServerVersions:
    applied = MigrationRecorder(connection).applied_migrations()
    last = {app: max(n for a, n in applied if a == app) for app in _APPS}
    if connection.vendor == "postgresql":
        major, minor = divmod(connection.pg_version, 10_000)  # type: ignore[attr-defined]  # of this database alone
        database = f"PostgreSQL {major}.{minor}"
    else:
        with connection.cursor() as cursor:
            cursor.execute("SELECT sqlite_version()")
            database = f"SQLite {cursor.fetchone()[0]}"
    return ServerVersions(
        plait=__version__,
        python=platform.python_version(),
        database=database,
        tables=tuple(f"{app} {name}" for app, name in last.items()),
    )


def _backed_up_at() -> datetime | None:
    try:
        at = (Path(settings.PLAIT_HOME) / LAST_BACKUP).stat().st_mtime
    except OSError:
        return None
    return datetime.fromtimestamp(at, UTC)
