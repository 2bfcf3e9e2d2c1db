"""Reading a staged upload as a job, and what it found.

Each reading is a job of its own, so that one which was overtaken by another does not
answer for it. What it found is a file beside the upload, which counts once the job has
ended; that the files came in and that their job ended is one transaction. Where a
server is stopped in the middle, another reading of the same job begins.
"""

import logging
import time
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from plait.accounts.models import Person
from plait.book.imports.batches import bring_in as bring_in_files
from plait.book.imports.batches import preview
from plait.book.imports.position_choice import PositionChoice
from plait.book.imports.reading import Cancelled, read_files
from plait.book.imports.report import ImportReport
from plait.book.queries import NotThere, role_keyed
from plait.book.queries.accounts import account_currencies
from plait.domain.errors import PlaitError, Problem
from plait.formats.reading.spool import OnProgress, Spool
from plait.formats.source import Options, Source, Unreadable
from plait.formats.tables.grid import grid_of
from plait.jobs.models import DONE, FAILED, Job
from plait.jobs.operations import Overtaken, cancel, enqueue
from plait.jobs.queries import NoSuchJob, job_numbered
from plait.jobs.running import Work
from plait.web import clock
from plait.web.job_kinds import IMPORT, LOOK
from plait.web.middleware import is_busy
from plait.web.pages.records.import_files import report_record
from plait.web.staging import Dropped, Staged, staged_upload
from plait.wording.words import Words, words_for

# Seconds: how long a page waits for what is read at once, and how often it looks.
_AT_ONCE, _LOOK_S = 1.5, 0.1
# Seconds from the person's word until the job is surely written down.
_STILL = 15.0
_FILES_NAMED = 3

_log = logging.getLogger(__name__)


class Stopped(PlaitError):
    """A fault of ours ended a reading; `value` says which."""


def look_at(staged: Staged, viewer: Person) -> None:
    """Start to find out what would come in."""
    _start(staged, viewer, keep=False)


def bring_in(staged: Staged, viewer: Person) -> None:
    """Start to bring the files in."""
    _start(staged, viewer, keep=True)


def give_up(staged: Staged, viewer: Person) -> None:
    """Drop an upload, and what reads it."""
    if (last := job_of(staged, viewer)) is not None:
        cancel(viewer=viewer, pk=last.pk, now=clock.now())
    staged.drop()


def outcome_of(staged: Staged, viewer: Person, now: datetime) -> dict[str, Any] | None:
    """Return what the last reading came to, None while it runs.

    A reading that came to nothing has `trouble`: "stopped" (a fault of ours), "busy"
    (another import is being written), "cut off", or what was wrong as a problem.
    """
    if staged.is_confirmed and not staged.read("run").get("is_kept"):
        # Confirmed this moment: what was found before is no answer any more.
        is_new = now.timestamp() - staged.confirmed.stat().st_mtime <= _STILL
        return None if is_new else {"trouble": "cut off"}
    job = job_of(staged, viewer)
    if job is not None and job.is_live:
        return None
    if job is None or job.state not in {DONE, FAILED}:
        return {"trouble": "cut off"}
    return staged.read(f"outcome-{job.pk}") or {"trouble": "cut off"}


def job_of(staged: Staged, viewer: Person) -> Job | None:
    """Return the job of the last reading, None where it has gone."""
    number = staged.read("run").get("job")
    try:
        return job_numbered(viewer=viewer, pk=number) if number else None
    except NoSuchJob:
        return None


def look(work: Work) -> None:
    """Read an upload and keep what would come in."""
    _carry_out(work, _look)


def bring(work: Work) -> None:
    """Bring an upload in; that it came in and that the job ended is written at once."""
    _carry_out(work, _bring)


def _start(staged: Staged, viewer: Person, *, keep: bool) -> None:
    """Ask for a reading; wait a moment, for what is read at once."""
    now = clock.now()
    if (last := job_of(staged, viewer)) is not None:
        cancel(viewer=viewer, pk=last.pk, now=now)
    names = [source.name for source in staged.sources]
    job = enqueue(
        owner=viewer,
        kind=IMPORT if keep else LOOK,
        key=staged.token,
        arguments={
            "about": words_for(viewer.language).listed(names, _FILES_NAMED)[:200],
            "today": clock.today().isoformat(),
        },
        now=now,
    )
    staged.write("run", {"job": job.pk, "is_kept": keep})
    ends = time.monotonic() + _AT_ONCE
    while time.monotonic() < ends and job_numbered(viewer=viewer, pk=job.pk).is_live:
        time.sleep(_LOOK_S)


Reading = Callable[[Work, Staged, Person, Words], None]


def _carry_out(work: Work, reading: Reading) -> None:
    viewer = cast("Person", work.owner)
    words = words_for(viewer.language)
    try:
        staged = staged_upload(viewer=viewer, token=work.job.key)
        try:
            reading(work, staged, viewer, words)
        except (Cancelled, Overtaken, Dropped):
            raise
        except PlaitError as error:
            problem = Problem("", error.what, error.value, error.fix)
            _keep(work, staged, {"trouble": problem._asdict()})
            raise
        except Exception as fault:
            _log.exception("An import stopped.")
            _keep(work, staged, {"trouble": "busy" if is_busy(fault) else "stopped"})
            raise Stopped(
                "Something went wrong in Plait itself", value=type(fault).__name__
            ) from fault
    except (Cancelled, NotThere):
        if work.is_over():
            raise
        # The upload was dropped: nobody waits for it any more.


def _look(work: Work, staged: Staged, viewer: Person, words: Words) -> None:
    chosen = staged.options
    spool = _read(work, staged, viewer, words)
    staged.keep_spool(spool, chosen)
    report = preview(
        viewer=viewer,
        spool=spool,
        titles=_titles(chosen),
        positions=PositionChoice(today=_today(work)),
    )
    found = _with_columns(report_record(report, words), staged.sources)
    _keep(work, staged, found)


def _bring(work: Work, staged: Staged, viewer: Person, words: Words) -> None:
    key = staged.options.get("role") or ""

    def written(report: ImportReport) -> None:
        _keep(work, staged, report_record(report, words))
        work.finish()

    bring_in_files(
        viewer=viewer,
        spool=staged.spool or _read(work, staged, viewer, words),
        now=work.now(),
        role=role_keyed(viewer=viewer, key=key) if key else None,
        titles=_titles(staged.options),
        positions=PositionChoice(today=_today(work), keys=staged.chosen_positions),
        on_written=written,
    )


def _read(work: Work, staged: Staged, viewer: Person, words: Words) -> Spool:
    return read_files(
        viewer=viewer,
        sources=staged.sources,
        options=_options(work, staged, viewer),
        folder=staged.reading_folder(),
        on_progress=_progress(work, staged, words),
        is_cancelled=lambda: work.is_over() or staged.is_dropped(),
    )


def _options(work: Work, staged: Staged, viewer: Person) -> Options:
    chosen = staged.options
    return Options(
        today=_today(work),
        timezone=ZoneInfo(viewer.timezone),
        is_day_first={"day-first": True, "month-first": False}.get(
            chosen.get("dates") or ""
        ),
        person=chosen.get("person") or "",
        currency=chosen.get("currency") or "",
        known_currencies=account_currencies(viewer=viewer),
    )


def _today(work: Work) -> date:
    return date.fromisoformat(work.job.arguments["today"])


def _titles(chosen: dict[str, Any]) -> bool | None:
    return {"yes": True, "no": False}.get(chosen.get("titles") or "")


def _progress(work: Work, staged: Staged, words: Words) -> OnProgress:
    def progress(name: str, fraction: float, lines: int) -> None:
        if staged.is_dropped():
            raise Dropped("This upload was dropped", value=staged.token)
        n_lines = words.gettext("%(n)s lines") % {"n": words.number(lines, 0)}
        text = f"{name} · {n_lines}" if lines else name
        work.progress(round(100 * fraction), 100, text)

    return progress


def _keep(work: Work, staged: Staged, found: dict[str, Any]) -> None:
    """Keep what a reading found; it counts once the job has ended."""
    staged.write(f"outcome-{work.job.pk}", found)


def _with_columns(values: dict[str, Any], sources: list[Source]) -> dict[str, Any]:
    """Tell of each file nobody knows whether it has columns that can be named."""
    by_name = {source.name: source for source in sources}
    for one in values["files"]:
        source = by_name.get(one["path"])
        is_unknown = not one["format"] and not one["n_read"]
        one["has_columns"] = bool(source and is_unknown and _is_table(source))
    return values


def _is_table(source: Source) -> bool:
    try:
        grid_of(source)
    except Unreadable:
        return False
    return True
