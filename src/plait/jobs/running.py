"""Carrying out one job: its handler, its heartbeat, and what becomes of a fault."""

import contextlib
import logging
import threading
import time
import traceback
from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import Error, connection

from plait.domain.errors import PlaitError
from plait.jobs import operations
from plait.jobs.kinds import kind_named
from plait.jobs.models import Job
from plait.jobs.operations import NotNow, Overtaken

_BEAT_S = 5.0
# Progress is written so often and not more: each time is a write.
_PROGRESS_S = 0.7

_log = logging.getLogger(__name__)

Clock = Callable[[], datetime]


class Work:
    """A job in hand, as its handler sees it."""

    def __init__(self, job: Job, clock: Clock, is_stopping: threading.Event) -> None:
        self.job = job
        self.now = clock
        self.is_finished = False
        self._is_lost = False
        self._is_stopping = is_stopping
        self._last_noted = 0.0

    @property
    def owner(self) -> AbstractBaseUser:
        """Whom it is for; a job of the server's own has nobody."""
        if self.job.owner is None:
            raise Overtaken("This job belongs to nobody", value=str(self.job))
        return self.job.owner

    def is_over(self) -> bool:
        """Whether to stop: another has the job, or the program is being closed."""
        return self._is_lost or self._is_stopping.is_set()

    def progress(self, n_done: int, n_all: int, text: str = "") -> None:
        """Show how far it is; call it outside any transaction, as often as you like."""
        if time.monotonic() - self._last_noted < _PROGRESS_S and n_done < n_all:
            return
        self._last_noted = time.monotonic()
        noted = partial(operations.note_progress, job=self.job, now=self.now())
        # A book that is being written just now costs a step of the bar, no job.
        with contextlib.suppress(Error):
            if not noted(n_done=n_done, n_all=n_all, text=text):
                self._is_lost = True

    def finish(
        self, result: dict[str, Any] | None = None, *, is_last: bool = False
    ) -> None:
        """Note that it is done, in the transaction of the effect; or `Overtaken`."""
        operations.finish(job=self.job, now=self.now(), result=result, is_last=is_last)
        self.is_finished = True

    def beat(self) -> None:
        """Say that the work goes on."""
        if not operations.beat(job=self.job, now=self.now()):
            self._is_lost = True


def run_next(
    *,
    clock: Clock,
    kinds: Collection[str],
    is_stopping: threading.Event,
    pk: int | None = None,
    on_overrun: Callable[[], None] = lambda: None,
) -> bool:
    """Take a job that is due and carry it out; return False where none is.

    `on_overrun` is called where it takes longer than its kind may.
    """
    job = operations.take(now=clock(), kinds=kinds, pk=pk)
    if job is None:
        return False
    work = Work(job, clock, is_stopping)
    with _heartbeat(work, on_overrun):
        _carry_out(work)
    return True


def _carry_out(work: Work) -> None:
    job = work.job
    try:
        result = kind_named(job.kind).run(work)
        if not work.is_finished:
            work.finish(result)
    except Overtaken:
        _log.warning("A job was overtaken: %s %d", job.kind, job.pk)
    except NotNow as error:
        _settle(work, partial(operations.fail, job=job, error=error))
    except PlaitError as error:
        _settle(work, partial(operations.refuse, job=job, error=error))
    except Exception as fault:  # noqa: BLE001  # kept with the job, and tried again
        where = place_of(fault)  # and no traceback: it may name people
        _log.error("A job stopped: %s %d, %s", job.kind, job.pk, where)
        _settle(work, partial(operations.fail, job=job, where=where))


def _settle(work: Work, note: Callable[..., None]) -> None:
    """Note how it ended; where the program is being closed it did not end."""
    with contextlib.suppress(Overtaken):
        if work.is_over():
            operations.give_back(job=work.job, now=work.now())
        else:
            note(now=work.now())


def place_of(fault: BaseException) -> str:
    """Return a fault's kind and the last line of ours it came through; no values."""
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [one for one in frames if "plait" in Path(one.filename).parts]
    name = type(fault).__name__
    if not frames:
        return name
    last = (ours or frames)[-1]
    return f"{name}, {Path(last.filename).name}:{last.lineno}"


class _heartbeat:  # noqa: N801  # used as `with _heartbeat(…)`
    """Beats for a job in a thread of its own, until it ends or takes too long."""

    def __init__(self, work: Work, on_overrun: Callable[[], None]) -> None:
        self._work = work
        self._on_overrun = on_overrun
        self._is_over = threading.Event()
        limit = kind_named(work.job.kind).limit.total_seconds()
        self._until = time.monotonic() + limit
        self._thread = threading.Thread(target=self._beat, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._is_over.set()

    def _beat(self) -> None:
        try:
            while not self._is_over.wait(_BEAT_S):
                if time.monotonic() > self._until:
                    _log.error("A job takes too long: %s", self._work.job.kind)
                    self._on_overrun()
                    return
                with contextlib.suppress(Error):  # the next beat may come through
                    self._work.beat()
        finally:
            connection.close()
