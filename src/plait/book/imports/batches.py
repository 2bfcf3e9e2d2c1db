"""Bringing files into the book, whole or not at all, and undoing it whole."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction
from django.db.models import Max

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.imports.importer import Importer, Progress
from plait.book.imports.report import FileReport, ImportReport
from plait.book.models import Batch, Event, ImportedFile, Role
from plait.book.operations.writing import book_of
from plait.domain.errors import Problem
from plait.domain.records import SeriesGone
from plait.formats.source import Options, Source


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
    progress: Progress | None = None,
) -> ImportReport:
    """Read files into the book as one batch that can be undone whole.

    With `keep=False` everything is done and then taken back: the report of the
    preview is the report of the import. A file that cannot be read leaves nothing
    behind and does not keep the others from coming in. With `only_news` an import
    that changes no record leaves no batch. `called_off` are events that the files
    no longer hold: they give way, as if a file had cancelled them.
    """
    with (
        TemporaryDirectory(prefix="plait-") as folder,
        book_of(viewer, role, what="import") as recorder,
    ):
        n_before = _n_given_way(viewer) if only_news else 0
        batch = recorder.batch = _new_batch(viewer, now)
        importer = Importer(batch, options, role, progress, called_off)
        reports = importer.take_in(sources, Path(folder))
        kept = keep and any(r.is_news for r in reports)
        if kept and only_news:
            kept = _brings_news(viewer, batch, reports, n_before)
        if kept:
            ImportedFile.objects.bulk_create(_rows(batch, reports))
        else:
            # A preview is an import taken back, so both tell the same (0009).
            transaction.set_rollback(True)
    if not kept:
        viewer.refresh_from_db()  # a book file may hold the person too
    return ImportReport(batch.number if kept else None, reports)


def _new_batch(viewer: Person, now: datetime) -> Batch:
    last = Batch.objects.filter(owner=viewer).aggregate(last=Max("number"))["last"]
    return Batch.objects.create(owner=viewer, number=(last or 0) + 1, created_at=now)


def _n_given_way(viewer: Person) -> int:
    return Event.objects.filter(owner=viewer, superseded_by__isnull=False).count()


def _brings_news(
    viewer: Person, batch: Batch, reports: Sequence[FileReport], n_before: int
) -> bool:
    """Return whether records came, or events gave way or stand again."""
    if any(report.n_new for report in reports):
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
            problems=[_stored(problem) for problem in report.problems],
            known_fingerprints=report.known,
        )


def _stored(problem: Problem) -> dict[str, str]:
    values = problem._asdict()
    return {name: bulk.storable(text) for name, text in values.items()}
