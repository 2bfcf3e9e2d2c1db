"""A worker saying that it is there, also while it has nothing to do or a long job."""

import contextlib
import secrets
import threading
from collections.abc import Iterator
from datetime import timedelta

from django.db import Error, connection, transaction

from plait import __version__
from plait.jobs.models import Worker
from plait.jobs.running import Clock

_EVERY_S = 15.0
_FORGOTTEN = timedelta(days=1)


@contextlib.contextmanager
def present(clock: Clock) -> Iterator[None]:
    """Say so every 15 seconds, from a thread; take it back at the end."""
    name, is_over = secrets.token_hex(16), threading.Event()
    saying = threading.Thread(target=_say, args=(name, clock, is_over), daemon=True)
    saying.start()
    try:
        yield
    finally:
        is_over.set()
        saying.join(timeout=5)


def _say(name: str, clock: Clock, is_over: threading.Event) -> None:
    started_at = clock()
    try:
        while True:
            with contextlib.suppress(Error):  # the next word may come through
                now = clock()
                values = {"started_at": started_at, "version": __version__}
                Worker.objects.update_or_create(
                    name=name, defaults={**values, "seen_at": now}
                )
            if is_over.wait(_EVERY_S):
                break
        with contextlib.suppress(Error), transaction.atomic():
            Worker.objects.filter(name=name).delete()
            Worker.objects.filter(seen_at__lt=clock() - _FORGOTTEN).delete()
    finally:
        connection.close()
