"""The daily job that removes what is kept no longer."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib import import_module

from plait.accounts.retention.table import RETENTION
from plait.jobs.kinds import Planned
from plait.jobs.running import Work

# Not while somebody waits for the first page after a start.
_AFTER_START = timedelta(minutes=10)


def clear(work: Work) -> dict[str, int]:
    """Remove what is kept no longer; return how many of each kind."""
    counts: dict[str, int] = {}
    for kept in RETENTION:
        if kept.clear and not work.is_over():
            module, _, function = kept.clear.partition(":")
            removed = getattr(import_module(module), function)
            counts[kept.name] = removed(now=work.now())
    return counts


def unplanned(now: datetime) -> Iterator[Planned]:
    """Yield the job, which is the server's own."""
    yield Planned(0, "", now + _AFTER_START)
