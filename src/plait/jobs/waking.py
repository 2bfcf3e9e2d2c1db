"""Waking whoever carries jobs out: the thread of this process, and other processes."""

from collections.abc import Callable

from django.db import connection, transaction

# What other processes listen to, on PostgreSQL.
CHANNEL = "plait_jobs"

_wakers: list[Callable[[], None]] = []


def wake() -> None:
    """Let the carriers of this process look whether something is due."""
    for waker in _wakers:
        waker()


def wake_after_commit() -> None:
    """Wake everybody once what is written now can be seen."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"NOTIFY {CHANNEL}")  # it is sent when this commits
    transaction.on_commit(wake)


def when_woken(waker: Callable[[], None]) -> None:
    """Call this whenever there may be something to do."""
    _wakers.append(waker)


def no_longer(waker: Callable[[], None]) -> None:
    """Call this no more."""
    if waker in _wakers:
        _wakers.remove(waker)
