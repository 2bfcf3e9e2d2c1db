"""The only writes to jobs.

A job is taken with a lease. Whoever's heart stopped beating loses it to the next one;
what the first one then still does to the job is refused as `Overtaken`, and with it
all that it wrote in the same transaction.
"""

import json
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, connection, transaction
from django.db.models import F, QuerySet

from plait.domain.errors import PlaitError
from plait.jobs.kinds import JobKind, Planned, all_kinds, kind_named
from plait.jobs.models import CANCELLED, DONE, FAILED, LIVE, RUNNING, WAITING, Job
from plait.jobs.queries import due_jobs, job_numbered
from plait.jobs.waking import wake_after_commit

# Seconds until a fault is met again: four times as long each time, six hours at most.
_FIRST_DELAY, _LONGEST_DELAY = 30, 6 * 3600
KEPT = timedelta(days=30)
_MOST_CLEARED = 500
_LONGEST_ERROR = 480
_LONGEST_TEXT = 200


class Overtaken(PlaitError):
    """The job was taken by another, cancelled or deleted: nothing of this one stays."""


class NotNow(PlaitError):
    """The work cannot be done just now, for a reason outside: it is tried again."""


@transaction.atomic
def enqueue(
    *,
    owner: AbstractBaseUser | None,
    kind: str,
    key: str = "",
    arguments: dict[str, Any] | None = None,
    now: datetime,
    not_before: datetime | None = None,
) -> Job:
    """Ask for a job; return the live one where there is one of that kind and key.

    One that waits for a later time is brought forward, as if it had met no fault yet.
    Its arguments stay.
    """
    planned = Planned(owner.pk if owner else 0, key, not_before or now)
    job = _live(planned, kind) or _added(planned, kind, arguments or {}, now)
    if job.state == WAITING and job.not_before > planned.not_before:
        job.not_before, job.attempts, job.error = planned.not_before, 0, ""
        job.save(update_fields=["not_before", "attempts", "error"])
    wake_after_commit()
    return job


def plan_missing(*, now: datetime) -> int:
    """Add the scheduled jobs that no row stands for; return how many."""
    n = 0
    for kind in all_kinds():
        for planned in kind.planned(now):
            with transaction.atomic():
                if _live(planned, kind.name) is None:
                    _added(planned, kind.name, {}, now)
                    n += 1
    return n


def take(*, now: datetime, kinds: Collection[str], pk: int | None = None) -> Job | None:
    """Take the job that has been due longest, None where none is; with `pk` that one.

    Two who ask at once get two jobs. A job that stopped its worker as often as it may
    be tried is not taken again: it counts as failed.
    """
    if not due_jobs(now=now, kinds=kinds, pk=pk).exists():
        return None  # on SQLite it costs no lock to find nothing
    with transaction.atomic():
        while (job := _first(due_jobs(now=now, kinds=kinds, pk=pk))) is not None:
            if job.state == RUNNING and job.attempts >= kind_named(job.kind).attempts:
                _end(job, now, FAILED, error=_stored_fault("its program was stopped"))
                continue
            job.state, job.lease = RUNNING, secrets.token_hex(16)
            job.attempts += 1
            job.started_at = job.heartbeat_at = now
            job.n_done, job.n_all, job.progress_text = 0, 0, ""
            job.save()
            return job
    return None


def beat(*, job: Job, now: datetime) -> bool:
    """Say that the work goes on; return False where the job is no longer one's own."""
    return bool(_held(job).update(heartbeat_at=now))


def note_progress(
    *, job: Job, now: datetime, n_done: int, n_all: int, text: str
) -> bool:
    """Say how far it is; return False where the job is no longer one's own."""
    return bool(
        _held(job).update(
            heartbeat_at=now,
            n_done=max(0, n_done),
            n_all=max(0, n_all),
            progress_text=text.replace("\0", "")[:_LONGEST_TEXT],
        )
    )


@transaction.atomic
def finish(
    *,
    job: Job,
    now: datetime,
    result: dict[str, Any] | None = None,
    is_last: bool = False,
) -> None:
    """Note that the work is done, in the transaction in which its effect is written.

    Raise `Overtaken` where the job is no longer one's own: the transaction that this
    is called in must then end without effect. With `is_last` a job that comes again
    and again comes no more.
    """
    _end(_own(job), now, DONE, result=result, is_last=is_last)


@transaction.atomic
def refuse(*, job: Job, now: datetime, error: PlaitError) -> None:
    """Note why the work cannot be done; another try would come to the same."""
    _end(_own(job), now, FAILED, error=stored_error(error))


@transaction.atomic
def fail(
    *, job: Job, now: datetime, where: str = "", error: PlaitError | None = None
) -> None:
    """Note a fault of ours and where, or what kept the work from being done.

    The job is tried again later, or has failed where it was tried as often as it may.
    """
    held = _own(job)
    stored = stored_error(error) if error else _stored_fault(where)
    if held.attempts >= kind_named(held.kind).attempts:
        _end(held, now, FAILED, error=stored)
        return
    delay = min(_FIRST_DELAY * 4 ** (held.attempts - 1), _LONGEST_DELAY)
    held.not_before = now + timedelta(seconds=delay)
    held.state, held.lease, held.error = WAITING, "", stored
    held.save()


@transaction.atomic
def give_back(*, job: Job, now: datetime) -> None:
    """Let another take the job at once: this program is being stopped."""
    _held(job).update(
        state=WAITING, lease="", not_before=now, attempts=max(0, job.attempts - 1)
    )


@transaction.atomic
def run_again(*, viewer: AbstractBaseUser, pk: int, now: datetime) -> Job:
    """Do one of the viewer's jobs again, or one that waits now; raise `NoSuchJob`."""
    job = job_numbered(viewer=viewer, pk=pk)
    if not job.is_live:
        kind, key, kept = job.kind, job.key, job.arguments
        return enqueue(owner=viewer, kind=kind, key=key, arguments=kept, now=now)
    if job.state == WAITING:
        job.not_before, job.attempts = now, 0
        job.save(update_fields=["not_before", "attempts"])
        wake_after_commit()
    return job


@transaction.atomic
def cancel(*, viewer: AbstractBaseUser, pk: int, now: datetime) -> bool:
    """Stop one of the viewer's jobs; return False if it had ended. Or `NoSuchJob`."""
    job = job_numbered(viewer=viewer, pk=pk)
    live = Job.objects.filter(pk=job.pk, state__in=LIVE)
    return bool(live.update(state=CANCELLED, lease="", finished_at=now))


@transaction.atomic
def bring_forward(*, owner_id: int, kind: str, key: str) -> bool:
    """Let a job that is planned for later run now; return False where none is."""
    waiting = Job.objects.filter(owner_id=owner_id, kind=kind, key=key, state=WAITING)
    if not waiting.update(not_before=F("created_at")):
        return False
    wake_after_commit()
    return True


def drop(*, viewer: AbstractBaseUser, kind: str, key: str) -> None:
    """Remove every job of that kind and key: what they are about is gone."""
    Job.objects.filter(owner_id=viewer.pk, kind=kind, key=key).delete()


def clear_ended(*, now: datetime) -> int:
    """Remove everybody's jobs that ended long ago, some at a time; return how many."""
    old = Job.objects.exclude(state__in=LIVE).filter(finished_at__lt=now - KEPT)
    n_all = 0
    while pks := list(old.values_list("pk", flat=True)[:_MOST_CLEARED]):
        n_all += Job.objects.filter(pk__in=pks).delete()[0]
    return n_all


def stored_error(error: PlaitError) -> str:
    """Return an error as it is stored: its three parts, so that it can be translated."""
    parts = [error.what, error.value[:80], error.fix]
    stored = json.dumps(parts, ensure_ascii=False).replace("\\u0000", "")
    return stored if len(stored) <= _LONGEST_ERROR else json.dumps([error.what, "", ""])


def _stored_fault(where: str) -> str:
    what = "Something went wrong in Plait itself"
    return stored_error(PlaitError(what, value=where, fix="Run it again."))


def _live(planned: Planned, kind: str) -> Job | None:
    held = Job.objects.filter(kind=kind, key=planned.key, state__in=LIVE)
    held = held.filter(owner_id=planned.owner_id or None)
    if connection.features.has_select_for_update:
        held = held.select_for_update()
    return held.first()


def _added(
    planned: Planned, kind: str, arguments: dict[str, Any], now: datetime
) -> Job:
    new = Job(
        owner_id=planned.owner_id or None,
        kind=kind,
        key=planned.key,
        arguments=arguments,
        not_before=planned.not_before,
        created_at=now,
    )
    try:
        with transaction.atomic():
            new.save()
    except IntegrityError:
        live = _live(planned, kind)  # another asked for it at the same moment
        if live is None:
            raise
        return live
    return new


def _first(due: QuerySet[Job]) -> Job | None:
    """Lock the first that nobody else locks; on SQLite all is locked already."""
    if connection.features.has_select_for_update_skip_locked:
        due = due.select_for_update(skip_locked=True)
    return due.first()


def _held(job: Job) -> QuerySet[Job]:
    return Job.objects.filter(pk=job.pk, state=RUNNING, lease=job.lease)


def _own(job: Job) -> Job:
    """Return the job's row, locked; raise `Overtaken` where another has it."""
    held = _held(job)
    if connection.features.has_select_for_update:
        held = held.select_for_update()
    found = held.first()
    if found is None:
        raise Overtaken("This job was taken by another or cancelled", value=str(job))
    return found


def _end(
    job: Job,
    now: datetime,
    state: str,
    *,
    result: dict[str, Any] | None = None,
    error: str = "",
    is_last: bool = False,
) -> None:
    """End a job; of those of its kind and key it is the only ended one that stays."""
    ended = Job.objects.filter(owner_id=job.owner_id).exclude(state__in=LIVE)
    ended.filter(kind=job.kind, key=job.key).delete()
    ended.filter(finished_at__lt=now - KEPT).delete()
    job.state, job.lease, job.finished_at = state, "", now
    job.result, job.error = result, error
    kind = kind_named(job.kind)
    if kind.forgets:
        job.arguments = {}
    job.save()
    if kind.every is not None and not is_last:
        _plan_next(job, kind, now)


def _plan_next(job: Job, kind: JobKind, now: datetime) -> None:
    planned = Planned(job.owner_id or 0, job.key, now + (kind.every or timedelta()))
    _added(planned, kind.name, job.arguments, now)
