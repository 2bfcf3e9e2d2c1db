"""Carrying jobs out in a process that does nothing else, beside those that serve pages.

Several may run, on several machines: they share nothing but the database. On
PostgreSQL they are woken by it and ask it nothing while nothing is due; a SQLite
file wakes nobody, so there they look every two seconds.
"""

import logging
import os
import threading
import time
from collections.abc import Collection

from django.db import Error, close_old_connections, connection

from plait.jobs.kinds import all_kinds
from plait.jobs.operations import plan_missing
from plait.jobs.presence import present
from plait.jobs.queries import next_due
from plait.jobs.running import Clock, run_next
from plait.jobs.waking import CHANNEL

_LOOK_S, _SLICE_S, _LONGEST_S, _AFTER_A_FAULT_S = 2.0, 0.5, 60.0, 5.0
_OVERRUN = 70

_log = logging.getLogger(__name__)


def work_off(*, clock: Clock, is_stopping: threading.Event) -> None:
    """Carry jobs out until it is to stop; what somebody waits for goes first.

    A database that is away for a while is waited for. A job that takes longer than
    it may ends the process: whatever supervises it starts another.
    """
    with present(clock):
        _work_off(clock, is_stopping)


def _work_off(clock: Clock, is_stopping: threading.Event) -> None:
    is_planned = False
    while not is_stopping.is_set():
        try:
            if not is_planned:
                plan_missing(now=clock())
                is_planned = True
            _listen()
            while not is_stopping.is_set() and _run_one(clock, is_stopping):
                pass
            _wait(clock, is_stopping)
        except Error:
            _log.exception("The database does not answer; trying again.")
            connection.close()
            is_stopping.wait(_AFTER_A_FAULT_S)
        close_old_connections()


def work_off_due(*, clock: Clock) -> int:
    """Carry out what is due now, and nothing else; return how many jobs that were."""
    n, never = 0, threading.Event()
    while _run_one(clock, never):
        n += 1
    return n


def _run_one(clock: Clock, is_stopping: threading.Event) -> bool:
    return any(
        run_next(
            clock=clock, kinds=kinds, is_stopping=is_stopping, on_overrun=_end_process
        )
        for kinds in _lanes()
        if kinds
    )


def _lanes() -> list[Collection[str]]:
    """Return the kinds that somebody waits for, then the others."""
    kinds = all_kinds()
    return [
        [one.name for one in kinds if one.somebody_waits is waits]
        for waits in (True, False)
    ]


def _end_process() -> None:
    # A thread cannot be ended; what hangs in it goes with the process.
    os._exit(_OVERRUN)


def _listen() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LISTEN {CHANNEL}")


def _wait(clock: Clock, is_stopping: threading.Event) -> None:
    due = next_due(kinds=[kind.name for kind in all_kinds()])
    seconds = (due - clock()).total_seconds() if due else _LONGEST_S
    if connection.vendor != "postgresql":
        is_stopping.wait(min(max(seconds, 0.01), _LOOK_S))
        return
    until = time.monotonic() + min(max(seconds, 0.01), _LONGEST_S)
    # In slices, so that it stops soon; they read the socket and ask nothing.
    while not is_stopping.is_set() and (left := until - time.monotonic()) > 0:
        slice_s = min(left, _SLICE_S)
        if list(connection.connection.notifies(timeout=slice_s, stop_after=1)):
            return
