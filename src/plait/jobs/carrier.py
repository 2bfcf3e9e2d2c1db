"""Carrying jobs out inside the process that serves pages: woken, never polling.

Two threads: one for what somebody waits for, one for the rest, so that a slow server
elsewhere keeps nobody's import waiting. Each sleeps until it is woken or the next job
is due.
"""

import atexit
import logging
import os
import threading
from collections.abc import Collection

from django.db import Error, close_old_connections, connection

from plait.jobs.kinds import all_kinds
from plait.jobs.operations import plan_missing
from plait.jobs.queries import next_due
from plait.jobs.running import Clock, run_next
from plait.jobs.waking import no_longer, wake, when_woken

_AFTER_A_FAULT_S = 10.0
_CLOSING_S = 5.0

_log = logging.getLogger(__name__)


class Carrier:
    """The threads of this process that carry jobs out."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._woken = threading.Condition()
        self._n_wakes = 0
        self._is_stopping = threading.Event()
        self._threads: list[threading.Thread] = []
        self._pid = 0

    def start(self) -> None:
        """Begin; in a process that was forked from one that had begun, anew."""
        with self._woken:
            if self._pid == os.getpid() or self._is_stopping.is_set():
                return
            self._pid = os.getpid()
        for somebody_waits in (True, False):
            thread = threading.Thread(
                target=self._carry, args=(somebody_waits,), daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def wake(self) -> None:
        """Look whether something is due."""
        self.start()
        with self._woken:
            self._n_wakes += 1
            self._woken.notify_all()

    def stop(self) -> None:
        """Stop: a job in hand is given back, for whoever comes next."""
        self._is_stopping.set()
        with self._woken:
            self._woken.notify_all()
        for thread in self._threads:
            thread.join(timeout=_CLOSING_S)

    def _carry(self, somebody_waits: bool) -> None:  # noqa: FBT001  # a thread hands it on by place
        kinds = [k.name for k in all_kinds() if k.somebody_waits is somebody_waits]
        try:
            if not somebody_waits:
                self._plan()
            while not self._is_stopping.is_set():
                self._round(kinds)
        finally:
            connection.close()

    def _plan(self) -> None:
        try:
            plan_missing(now=self._clock())
        except Error:
            _log.exception("Scheduled jobs could not be planned.")

    def _round(self, kinds: Collection[str]) -> None:
        seen = self._n_wakes
        try:
            stopping = self._is_stopping
            while run_next(clock=self._clock, kinds=kinds, is_stopping=stopping):
                if stopping.is_set():
                    return
            due = next_due(kinds=kinds)
        except Error:
            _log.exception("Jobs cannot be read just now.")
            self._is_stopping.wait(_AFTER_A_FAULT_S)
            return
        finally:
            close_old_connections()
        seconds = None if due is None else (due - self._clock()).total_seconds()
        self._sleep(seen, seconds)

    def _sleep(self, seen: int, seconds: float | None) -> None:
        with self._woken:
            if self._n_wakes == seen and not self._is_stopping.is_set():
                wait = None if seconds is None else min(max(seconds, 0.01), 86_400)
                self._woken.wait(wait)


_here: list[Carrier] = []


def carry_here(clock: Clock) -> None:
    """Let this process carry jobs out, from the first time that it is woken on."""
    if _here:
        return
    carrier = Carrier(clock)
    _here.append(carrier)
    when_woken(carrier.wake)
    atexit.register(stop_here)


def begin_here() -> None:
    """Begin now: for a server that is about to serve."""
    wake()


def stop_here() -> None:
    """Stop carrying jobs out in this process."""
    while _here:
        carrier = _here.pop()
        no_longer(carrier.wake)
        carrier.stop()
