"""Following calendars elsewhere: what they hold comes in as a file would.

The network is asked before the book is locked, so that a slow server holds up
nobody's changes.
"""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import IntegrityError, transaction

from plait.accounts.models import Person
from plait.book.imports.batches import import_files
from plait.book.imports.report import FileReport, ImportReport, nothing_to_read
from plait.book.imports.undo import undo_import
from plait.book.job_kinds import CALENDAR_VISIT, VISITED_EVERY
from plait.book.models import CalendarSource
from plait.book.operations.writing import book_of
from plait.book.queries.calendars import (
    batches_of_calendar,
    calendar_source,
    file_name,
    gone_from_calendar,
)
from plait.book.sealing import seal, unseal
from plait.domain.errors import PlaitError, Problem
from plait.domain.period import add_months, month_of
from plait.domain.records import SeriesGone
from plait.formats.calendars.ics_fetched import together, uids_in
from plait.formats.source import Options, Source
from plait.jobs.operations import Overtaken, drop, enqueue, stored_error
from plait.network.calendars import caldav, ics_address
from plait.network.calendars.fetch_result import FetchResult, Marks
from plait.network.calendars.find import Found, login_for
from plait.network.http_client import Network


class FollowedAlready(PlaitError):
    """The calendar is followed."""


class NotTaken(PlaitError):
    """What a calendar holds cannot be read."""


class Refreshed(NamedTuple):
    """What a look at a calendar came to; `batch` is None where nothing changed.

    `error` is why it could not be looked at; `problems` are events of it that
    could not be read.
    """

    source: CalendarSource
    batch: int | None = None
    n_new: int = 0
    problems: tuple[Problem, ...] = ()
    error: PlaitError | None = None


OnNoted = Callable[[Refreshed], None]


def follow(
    *,
    viewer: Person,
    found: Found,
    login: tuple[str, str],
    network: Network,
    now: datetime,
    titles: bool = False,
) -> Refreshed:
    """Fetch a calendar and follow it from now on; raise if it cannot be fetched.

    `login` is user and password, both empty where none is asked. With `titles` the
    titles and places of its events are kept. Its next visit is planned.
    """
    source = _added(viewer, found, login, keeps_titles=titles)

    def plan_visit(_looked: Refreshed) -> None:
        enqueue(
            owner=viewer,
            kind=CALENDAR_VISIT,
            key=str(source.pk),
            now=now,
            not_before=now + VISITED_EVERY,
        )

    try:
        fetched = _fetched(source, Marks(), network)
        return _take_in(viewer, source, fetched, now, plan_visit)
    except BaseException:  # whatever it was, a calendar that never came is not followed
        with book_of(viewer, source):
            source.delete()
        raise


def refresh(
    *,
    viewer: Person,
    source: CalendarSource,
    network: Network,
    now: datetime,
    on_noted: OnNoted = lambda _looked: None,
) -> Refreshed:
    """Look at a calendar again; what changed comes in as an import of its own.

    Trouble is kept with the calendar and returned, not raised. At the first look of
    a month all is read again, so that repetitions are worked out further ahead.
    `on_noted` is called within the transaction in which its news comes in.
    """
    source = calendar_source(viewer=viewer, pk=source.pk)
    marks = Marks(source.etag, source.modified, source.sync_token)
    try:
        fetched = _fetched(
            source, marks if _is_of_month(source, now) else Marks(), network
        )
        return _take_in(viewer, source, fetched, now, on_noted)
    except Overtaken:
        raise  # another looks at it, or it is gone: nothing to say of the calendar
    except PlaitError as error:
        _note(viewer, source, checked_at=now, error=stored_error(error))
        return Refreshed(source, error=error)


def forget(
    *, viewer: Person, source: CalendarSource, keeps: bool, now: datetime
) -> int:
    """Follow a calendar no longer; return how many records went with it.

    With `keeps` what came in stays; else its imports are undone, the newest first.
    """
    with book_of(viewer, source):
        gone = 0
        for batch in batches_of_calendar(viewer=viewer, source=source):
            if not keeps:
                gone += undo_import(viewer=viewer, batch=batch, now=now).n_removed
        drop(viewer=viewer, kind=CALENDAR_VISIT, key=str(source.pk))
        source.delete()
    return gone


def network() -> Network:
    """Return how far the settings let Plait reach."""
    return Network(may_be_private=settings.FETCHES_PRIVATE)


def error_of(source: CalendarSource) -> Problem | None:
    """Return why the last look at a calendar failed, None if it did not."""
    if not source.error:
        return None
    return Problem("", *json.loads(source.error))


def _added(
    viewer: Person, found: Found, login: tuple[str, str], *, keeps_titles: bool
) -> CalendarSource:
    username, password = login
    try:
        with book_of(viewer):
            return CalendarSource.objects.create(
                owner=viewer,
                name=found.name[:200],
                kind=found.kind,
                address=found.address,
                username=username,
                password=seal(password, owner=viewer.pk, address=found.address),
                keeps_titles=keeps_titles,
            )
    except IntegrityError as error:
        raise FollowedAlready(
            "This calendar is followed already",
            value=found.name,
            fix="Refresh it, or remove it first.",
        ) from error


def _fetched(
    source: CalendarSource, marks: Marks, network: Network
) -> FetchResult | None:
    ask = ics_address.fetch if source.kind == "ics" else caldav.changes
    address = source.address
    password = unseal(source.password, owner=source.owner_id, address=address)
    login = login_for(address, source.username, password)
    return ask(address, marks, network, login)


def _take_in(
    viewer: Person,
    source: CalendarSource,
    fetched: FetchResult | None,
    now: datetime,
    on_noted: OnNoted,
) -> Refreshed:
    if fetched is None:
        with transaction.atomic():
            _note(viewer, source, checked_at=now, error="")
            on_noted(Refreshed(source))
        return Refreshed(source)

    def written(report: ImportReport) -> None:
        _refuse_unread(report.files[0])
        marks = fetched.marks._asdict()
        _note(viewer, source, checked_at=now, fetched_at=now, error="", **marks)
        on_noted(_outcome(source, report))

    with TemporaryDirectory(prefix="plait-") as folder:
        file = Source(file_name(source), Path(folder) / "fetched")
        file.path.write_bytes(together(fetched.parts, source.name))
        report = import_files(
            viewer=viewer,
            sources=[file],
            options=_options(viewer, now),
            now=now,
            only_news=batches_of_calendar(viewer=viewer, source=source).exists(),
            titles=source.keeps_titles,
            remembers=False,
            called_off=_called_off(file, viewer, source, fetched, now),
            on_written=written,
        )
    return _outcome(source, report)


def _outcome(source: CalendarSource, report: ImportReport) -> Refreshed:
    brought = report.files[0]
    return Refreshed(source, report.batch, brought.n_new, tuple(brought.problems))


def _called_off(
    file: Source,
    viewer: Person,
    source: CalendarSource,
    fetched: FetchResult,
    now: datetime,
) -> list[SeriesGone]:
    """Return what is no longer in a calendar that was fetched whole."""
    if not fetched.is_whole:
        return []
    return gone_from_calendar(
        viewer=viewer,
        source=source,
        listed=uids_in(file),
        since=None if fetched.is_exact else now,
    )


def _options(viewer: Person, now: datetime) -> Options:
    """Return how a calendar is read: as far ahead all month, so that it stays news.

    From the next month's start, since a file that was imported by hand may have
    been read as far as that; repetitions would otherwise end a little earlier.
    """
    zone = ZoneInfo(viewer.timezone)
    next_month = add_months(month_of(now.astimezone(zone).date()), 1)
    return Options(today=next_month, timezone=zone, currency="")


def _is_of_month(source: CalendarSource, now: datetime) -> bool:
    last = source.fetched_at
    return last is not None and (last.year, last.month) == (now.year, now.month)


def _refuse_unread(file: FileReport) -> None:
    if file.n_read or not file.problems or file.problems[0].where != file.path:
        return
    # An empty calendar is one that can be followed.
    if file.problems[0] == nothing_to_read(file.path):
        file.problems.clear()
        return
    _, what, value, fix = file.problems[0]
    raise NotTaken(what, value=value, fix=fix)


def _note(viewer: Person, source: CalendarSource, **columns: object) -> None:
    """Note how a look went; that is no change of the book, so no picture grows old."""
    with transaction.atomic():
        CalendarSource.objects.filter(owner=viewer, pk=source.pk).update(**columns)
    for name, value in columns.items():
        setattr(source, name, value)
