"""Bringing files into the book: read, plan, then one short write that is undone whole."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial

from django.db import connection, transaction
from django.db.models import Max

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.imports.apply import apply_plan
from plait.book.imports.plan import Plan, make_plan, revision_of
from plait.book.imports.position_choice import PositionChoice
from plait.book.imports.reading import read_files, reading_folder
from plait.book.imports.report import FileReport, ImportReport
from plait.book.models import Batch, Book, Event, ImportedFile, Role
from plait.book.operations.calendar_titles import keep_titles, restore_titles
from plait.book.operations.writing import book_of, refuse_others
from plait.domain.errors import Problem
from plait.domain.records import SeriesGone
from plait.formats.reading.spool import OnProgress, Spool
from plait.formats.source import Options, Source

# How often an import is planned anew before it keeps everybody else waiting.
_TRIES = 3

OnWritten = Callable[[ImportReport], None]


def import_files(  # the options of an import
    *,
    viewer: Person,
    sources: Sequence[Source],
    options: Options,
    now: datetime,
    role: Role | None = None,
    keep: bool = True,
    only_news: bool = False,
    called_off: Sequence[SeriesGone] = (),
    titles: bool | None = None,
    positions: PositionChoice | None = None,
    remembers: bool = True,
    progress: OnProgress | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
    on_written: OnWritten = lambda _report: None,
) -> ImportReport:
    """Read files into the book as one batch that can be undone whole.

    With `keep=False` the plan is returned and nothing written. A file that cannot be
    read leaves nothing behind and does not keep the others from coming in. With
    `only_news` an import that changes no record leaves no batch. `called_off` are
    events that the files no longer hold: they give way, as if a file had cancelled
    them. `titles` says whether titles and places of events are kept, None as was said
    of each calendar; with `remembers` this holds for the calendars from now on.
    `positions` says which positions of a CV become roles, None the current ones.
    `on_written` is called within the transaction in which the files come in.
    """
    refuse_others(viewer, (role,))
    positions = positions or PositionChoice(today=options.today)
    with reading_folder() as folder:
        spool = read_files(
            viewer=viewer,
            sources=sources,
            options=options,
            folder=folder,
            on_progress=progress,
            is_cancelled=is_cancelled,
        )
        if not keep:
            return preview(
                viewer=viewer,
                spool=spool,
                called_off=called_off,
                titles=titles,
                positions=positions,
            )
        return bring_in(
            viewer=viewer,
            spool=spool,
            now=now,
            role=role,
            only_news=only_news,
            called_off=called_off,
            titles=titles,
            positions=positions,
            remembers=remembers,
            on_written=on_written,
        )


def preview(
    *,
    viewer: Person,
    spool: Spool,
    called_off: Sequence[SeriesGone] = (),
    titles: bool | None = None,
    positions: PositionChoice | None = None,
) -> ImportReport:
    """Return what would become of files that were read; nothing is written."""
    plan = make_plan(
        viewer=viewer,
        spool=spool,
        called_off=called_off,
        titles=titles,
        positions=positions,
    )
    return ImportReport(None, plan.reports)


def bring_in(
    *,
    viewer: Person,
    spool: Spool,
    now: datetime,
    role: Role | None = None,
    only_news: bool = False,
    called_off: Sequence[SeriesGone] = (),
    titles: bool | None = None,
    positions: PositionChoice | None = None,
    remembers: bool = True,
    on_written: OnWritten = lambda _report: None,
) -> ImportReport:
    """Bring in files that were read, as they are planned at this moment.

    Planning needs no lock; if the book moved meanwhile, it is planned anew.
    """
    planned = partial(
        make_plan,
        viewer=viewer,
        spool=spool,
        called_off=called_off,
        titles=titles,
        positions=positions,
    )

    def written(plan: Plan) -> ImportReport:
        report = _write(
            viewer, plan, now, role, only_news=only_news, remembers=remembers
        )
        on_written(report)
        return report

    for _ in range(_TRIES):
        plan = planned()
        with transaction.atomic():
            if _locked_revision(viewer) == plan.revision:
                return written(plan)
    with transaction.atomic():
        # Somebody changes the book all the time: now they wait for once.
        _locked_revision(viewer)
        return written(planned())


def _locked_revision(viewer: Person) -> int:
    """Return the book's revision, which nobody else changes until this ends."""
    if connection.features.has_select_for_update:
        mine = Book.objects.select_for_update().filter(owner=viewer)
        if not list(mine):
            # Before its first change a book has no row that could be locked: its
            # owner's, which the book's row will point at, keeps others from making it.
            Person.objects.select_for_update().get(pk=viewer.pk)
    return revision_of(viewer)


def _write(
    viewer: Person,
    plan: Plan,
    now: datetime,
    role: Role | None,
    *,
    only_news: bool,
    remembers: bool,
) -> ImportReport:
    with book_of(viewer, role, what="import") as recorder:
        n_before = _n_given_way(viewer) if only_news else 0
        batch = recorder.batch = _new_batch(viewer, now)
        reports = apply_plan(plan, batch, role)
        kept = any(report.is_news for report in reports)
        if kept and only_news:
            kept = _brings_news(viewer, batch, reports, n_before)
        if kept:
            _remember(viewer, reports, titles=plan.titles if remembers else None)
            ImportedFile.objects.bulk_create(_rows(batch, reports))
        else:
            transaction.set_rollback(True)
    if not kept:
        viewer.refresh_from_db()  # a book file may hold the person too
    return ImportReport(batch.number if kept else None, reports)


def _remember(
    viewer: Person, reports: Sequence[FileReport], *, titles: bool | None
) -> None:
    """Keep what was said of the calendars' titles; a book put back keeps its own."""
    if titles is not None:
        for name in {x for one in reports for x in (*one.titled, *one.untitled)}:
            keep_titles(viewer=viewer, name=name, keeps=titles)
    restore_titles(viewer=viewer, names={x for one in reports for x in one.restored})


def _new_batch(viewer: Person, now: datetime) -> Batch:
    last = Batch.objects.filter(owner=viewer).aggregate(last=Max("number"))["last"]
    return Batch.objects.create(owner=viewer, number=(last or 0) + 1, created_at=now)


def _n_given_way(viewer: Person) -> int:
    return Event.objects.filter(owner=viewer, superseded_by__isnull=False).count()


def _brings_news(
    viewer: Person, batch: Batch, reports: Sequence[FileReport], n_before: int
) -> bool:
    """Return whether records came, or events gave way or stand again."""
    if any(report.n_new or report.n_changed for report in reports):
        return True
    gone = Event.objects.filter(owner=viewer, superseded_by=batch)
    return gone.exists() or _n_given_way(viewer) != n_before


def _rows(batch: Batch, reports: Sequence[FileReport]) -> Iterator[ImportedFile]:
    for report in reports:
        yield ImportedFile(
            owner=batch.owner,
            batch=batch,
            name=bulk.storable(report.path)[:255],
            format=report.format,
            n_read=report.n_read,
            n_new=report.n_new,
            n_known=report.n_known,
            n_changed=report.n_changed,
            problems=[_stored(problem) for problem in report.problems],
            known_fingerprints=report.known,
        )


def _stored(problem: Problem) -> dict[str, str]:
    values = problem._asdict()
    return {name: bulk.storable(text) for name, text in values.items()}
