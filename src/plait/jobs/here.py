"""Carrying out chosen jobs while somebody waits: for commands."""

import threading
import time
from collections.abc import Callable, Sequence

from plait.jobs.kinds import all_kinds
from plait.jobs.models import Job
from plait.jobs.running import Clock, run_next

_LOOK_S = 0.3


def carry_out(
    jobs: Sequence[Job],
    *,
    clock: Clock,
    on_progress: Callable[[Job], None] = lambda _job: None,
) -> list[Job]:
    """Carry jobs out, one after the other; return them as they then stand.

    One that another program has in hand is waited for, and shown by `on_progress`;
    one that met a fault is left to be tried again later.
    """
    kinds, never = [kind.name for kind in all_kinds()], threading.Event()
    ended: list[Job] = []
    for job in jobs:
        while not run_next(clock=clock, kinds=kinds, is_stopping=never, pk=job.pk):
            held = Job.objects.filter(pk=job.pk).first()
            if held is None or not held.is_live or held.is_put_off:
                break
            on_progress(held)
            time.sleep(_LOOK_S)
        ended += Job.objects.filter(pk=job.pk)
    return ended
