"""Looking at followed calendars again while the app is open, beside the pages.

Somebody opens a page; what was not looked at for an hour is looked at then, in one
thread for each person. Nobody waits for it, and nothing is asked of the network while
nobody has Plait open: for that there is `plait calendars refresh`.
"""

import logging
import threading
from collections.abc import Sequence
from datetime import timedelta

from django.db import connection

from plait.accounts.models import Person
from plait.book.imports.followed_calendars import Refreshed, network, refresh
from plait.book.models import CalendarSource
from plait.book.queries.calendars import stale_calendars
from plait.web import clock

OLD_AFTER = timedelta(hours=1)

_log = logging.getLogger(__name__)
_running: set[int] = set()
_one_at_a_time = threading.Lock()


def keep_fresh(viewer: Person) -> None:
    """Look at the person's calendars that are an hour old, without waiting for it."""
    if viewer.pk in _running:
        return
    stale = list(stale_calendars(viewer=viewer, before=clock.now() - OLD_AFTER))
    if stale:
        look_again(viewer, stale, seconds=0.0)


def look_again(
    viewer: Person, sources: Sequence[CalendarSource], *, seconds: float
) -> list[Refreshed] | None:
    """Look at calendars in a thread; return what came of it, None if it takes longer.

    `seconds` is how long it is waited for.
    """
    with _one_at_a_time:
        if viewer.pk in _running:
            return None
        _running.add(viewer.pk)
    done: list[Refreshed] = []
    arguments = (viewer, sources, done)
    thread = threading.Thread(target=_look, args=arguments, daemon=True)
    thread.start()
    thread.join(timeout=seconds)
    return None if thread.is_alive() else done


def is_looking(viewer: Person) -> bool:
    """Return whether the person's calendars are being looked at just now."""
    return viewer.pk in _running


def _look(
    viewer: Person, sources: Sequence[CalendarSource], done: list[Refreshed]
) -> None:
    try:
        done.extend(  # one by one, so that a fault leaves those before it
            refresh(viewer=viewer, source=one, network=network(), now=clock.now())
            for one in sources
        )
    except Exception:  # noqa: BLE001  # the page says so, the log says what
        _log.exception("Looking at a calendar stopped.")
    finally:
        _running.discard(viewer.pk)
        connection.close()
