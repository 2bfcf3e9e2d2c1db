"""The only reads of jobs; what a person sees takes `viewer=`."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Min, Q, QuerySet

from plait.domain.errors import PlaitError
from plait.jobs.models import LIVE, RUNNING, WAITING, Job, Worker

# After so long without a heartbeat another may take a job.
STALE_AFTER = timedelta(seconds=30)
# After so long without a word a worker counts as gone; it says one four times as often.
GONE_AFTER = timedelta(seconds=60)


class NoSuchJob(PlaitError):
    """The viewer has no job of that number."""


def jobs_of(*, viewer: AbstractBaseUser) -> QuerySet[Job]:
    """Return the viewer's jobs: those that run or wait first, then the newest."""
    return Job.objects.filter(owner_id=viewer.pk).order_by("finished_at", "-pk")


def job_numbered(*, viewer: AbstractBaseUser, pk: int) -> Job:
    """Return one of the viewer's jobs; raise `NoSuchJob`."""
    found = Job.objects.filter(owner_id=viewer.pk, pk=pk).first()
    if found is None:
        raise NoSuchJob(
            "You have no job of this number",
            value=str(pk),
            fix="See them with: plait jobs.",
        )
    return found


def is_at_work(*, viewer: AbstractBaseUser, kind: str, now: datetime) -> bool:
    """Return whether a job of that kind runs for the viewer, or is about to."""
    mine = Job.objects.filter(owner_id=viewer.pk, kind=kind, state__in=LIVE)
    return mine.filter(Q(state=RUNNING) | Q(not_before__lte=now, attempts=0)).exists()


def live_keys(*, kind: str) -> QuerySet[Job, str]:
    """Return the keys of all jobs of a kind that wait or run, everybody's."""
    return Job.objects.filter(kind=kind, state__in=LIVE).values_list("key", flat=True)


def due_jobs(
    *, now: datetime, kinds: Collection[str], pk: int | None = None
) -> QuerySet[Job]:
    """Return what may be taken: what is due, and what nobody's heart beats for."""
    is_due = Q(state=WAITING, not_before__lte=now)
    is_stale = Q(state=RUNNING, heartbeat_at__lt=now - STALE_AFTER)
    due = Job.objects.filter(is_due | is_stale, kind__in=kinds)
    if pk is not None:
        due = due.filter(pk=pk)
    return due.order_by("not_before", "pk")


def next_due(*, kinds: Collection[str]) -> datetime | None:
    """Return when the next job may be taken, None where nothing is planned."""
    live = Job.objects.filter(kind__in=kinds)
    waiting = live.filter(state=WAITING).aggregate(at=Min("not_before"))["at"]
    beating = live.filter(state=RUNNING).aggregate(at=Min("heartbeat_at"))["at"]
    # A little more, so that it is stale when it is looked at.
    stale = beating and beating + STALE_AFTER + timedelta(seconds=1)
    return min(filter(None, (waiting, stale)), default=None)


def workers(*, now: datetime) -> QuerySet[Worker]:
    """Return the worker processes that are there, the oldest first."""
    seen = Worker.objects.filter(seen_at__gt=now - GONE_AFTER)
    return seen.order_by("started_at", "pk")


def n_workers(*, now: datetime) -> int:
    """Return how many worker processes are there."""
    return workers(now=now).count()
