"""Visits of followed calendars as jobs: every hour, and whenever somebody asks."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, cast

from plait.accounts.models import Person
from plait.book.imports.followed_calendars import Refreshed, network, refresh
from plait.book.job_kinds import CALENDAR_VISIT, VISITED_EVERY
from plait.book.models import CalendarSource
from plait.book.queries.calendars import calendar_source, calendar_sources
from plait.book.queries.lists import NotThere
from plait.domain.errors import PlaitError, Problem
from plait.jobs.kinds import Planned
from plait.jobs.models import Job
from plait.jobs.operations import enqueue
from plait.jobs.queries import jobs_of, live_keys
from plait.jobs.running import Work

# A calendar with thousands of faulty events needs no list of them all.
_PROBLEMS_KEPT = 50


def visit(work: Work) -> None:
    """Look at one calendar; its news and the end of the job are written at once."""
    viewer = cast("Person", work.owner)
    try:
        source = calendar_source(viewer=viewer, pk=int(work.job.key))
    except NotThere:
        work.finish(is_last=True)
        return
    looked = refresh(
        viewer=viewer,
        source=source,
        network=network(),
        now=work.now(),
        on_noted=lambda refreshed: work.finish(_result(refreshed)),
    )
    if looked.error is not None:
        raise looked.error


def ask_visits(
    *, viewer: Person, sources: Sequence[CalendarSource], now: datetime
) -> list[Job]:
    """Ask for a visit of each calendar now; return the jobs, in the same order."""
    return [
        enqueue(owner=viewer, kind=CALENDAR_VISIT, key=str(one.pk), now=now)
        for one in sources
    ]


def asked_visits(*, viewer: Person, numbers: Iterable[int]) -> list[Job]:
    """Return the viewer's visits of these numbers; what is gone is left out."""
    held = jobs_of(viewer=viewer).filter(kind=CALENDAR_VISIT, pk__in=list(numbers))
    return list(held.order_by("pk"))


def outcomes(*, viewer: Person, visits: Iterable[Job]) -> list[Refreshed]:
    """Return what visits came to, one that met a fault as an error; others are left."""
    sources = {str(one.pk): one for one in calendar_sources(viewer=viewer)}
    return [
        _refreshed(sources[one.key], one)
        for one in visits
        if one.key in sources and (one.result is not None or one.error)
    ]


def unplanned_visits(now: datetime) -> Iterator[Planned]:
    """Yield the visits, everybody's, that no job stands for: an hour after the last."""
    planned = set(live_keys(kind=CALENDAR_VISIT))
    every = CalendarSource.objects.values_list("pk", "owner_id", "checked_at")
    for pk, owner_id, checked_at in every:
        if str(pk) not in planned:
            due = checked_at + VISITED_EVERY if checked_at else now
            yield Planned(owner_id, str(pk), max(now, due))


def _result(refreshed: Refreshed) -> dict[str, Any]:
    problems = [one._asdict() for one in refreshed.problems]
    return {
        "batch": refreshed.batch,
        "n_new": refreshed.n_new,
        "n_problems": len(problems),
        "problems": problems[:_PROBLEMS_KEPT],
    }


def _refreshed(source: CalendarSource, job: Job) -> Refreshed:
    if job.error:
        what, value, fix = json.loads(job.error)
        return Refreshed(source, error=PlaitError(what, value=value, fix=fix))
    found = job.result or {}
    problems = tuple(Problem(**one) for one in found.get("problems", ()))
    return Refreshed(source, found.get("batch"), found.get("n_new", 0), problems)
