"""A person's jobs, with what they are about."""

import json
from datetime import datetime

from plait.accounts.models import Person
from plait.book.job_kinds import CALENDAR_VISIT
from plait.book.queries.calendars import calendar_sources
from plait.domain.errors import Problem
from plait.domain.job_list import JobLine, JobStage
from plait.jobs.models import CANCELLED, DONE, FAILED, RUNNING, Job
from plait.jobs.queries import jobs_of

# What ended is kept once for each thing, for a month: a longer list is read by nobody.
_MOST = 200
_REPEATABLE = {CALENDAR_VISIT}
_ENDED = {DONE: JobStage.DONE, FAILED: JobStage.FAILED, CANCELLED: JobStage.CANCELLED}


def job_list(*, viewer: Person, now: datetime) -> list[JobLine]:
    """Return the viewer's jobs: those at work first, then what went wrong."""
    names = {
        (CALENDAR_VISIT, str(one.pk)): one.name
        for one in calendar_sources(viewer=viewer)
    }
    order = list(JobStage)
    lines = [
        _line(
            job, names.get((job.kind, job.key)) or job.arguments.get("about", ""), now
        )
        for job in jobs_of(viewer=viewer)[:_MOST]
    ]
    return sorted(lines, key=lambda line: order.index(line.stage))


def _line(job: Job, about: str, now: datetime) -> JobLine:
    stage = _stage(job, now)
    ended_or_due = job.finished_at or job.not_before
    return JobLine(
        number=job.pk,
        kind=job.kind,
        about=about,
        stage=stage,
        at=job.started_at or now if stage is JobStage.RUNNING else ended_or_due,
        n_done=job.n_done,
        n_all=job.n_all,
        progress_text=job.progress_text,
        error=Problem("", *json.loads(job.error)) if job.error else None,
        is_repeatable=job.kind in _REPEATABLE,
    )


def _stage(job: Job, now: datetime) -> JobStage:
    if job.state in _ENDED:
        return _ENDED[job.state]
    if job.state == RUNNING:
        return JobStage.RUNNING
    if job.is_put_off:
        return JobStage.PUT_OFF
    return JobStage.QUEUED if job.not_before <= now else JobStage.PLANNED
