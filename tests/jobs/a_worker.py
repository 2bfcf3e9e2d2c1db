"""A worker as a program of its own: `a_worker.py DATABASE`, until it is killed."""

import sys
import threading
from datetime import UTC, datetime, timedelta

import django
from django.conf import settings

# A job of a worker that was killed is to be taken soon, by the next one.
STALE_AFTER = timedelta(seconds=0.6)


def main() -> None:
    settings.DATABASES["default"]["NAME"] = sys.argv[1]
    django.setup()
    from plait.jobs import kinds, queries, running, worker
    from tests.jobs.handlers import COUNTED

    kinds.register(COUNTED)
    running._BEAT_S, queries.STALE_AFTER, worker._LOOK_S = 0.1, STALE_AFTER, 0.05
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    worker.work_off(clock=lambda: datetime.now(UTC), is_stopping=threading.Event())


main()
