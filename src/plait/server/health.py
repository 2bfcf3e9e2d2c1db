"""Is the server alive, and can it answer pages? For what watches over it.

Answered before anything else is asked: no session, no host name, no cookie, and
nothing of anybody. What was found counts for a second, so that nobody keeps the
database busy by asking.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse

ALIVE, READY, AT_WORK = "/health/", "/ready/", "/ready/work/"
OK, AWAY, BEHIND, NEWER, NONE = "ok", "away", "behind", "newer", "none"
_COUNTS_FOR_S = 1.0


class Health:
    """Answers `/health/`, `/ready/` and `/ready/work/`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._found: dict[str, tuple[float, dict[str, str]]] = {}
        self._turn = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer what asks for health; hand on all else."""
        look = _LOOKS.get(request.path_info)
        if look is None:
            return self.get_response(request)
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        found = self._looked(request.path_info, look)
        is_well = set(found.values()) == {OK}
        answer = JsonResponse(found, status=200 if is_well else 503)
        answer["Cache-Control"] = "no-store"
        # Asked every few seconds, while it lasts: whoever asks is who is told.
        answer._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001  # Django's own name for it
        return answer

    def _looked(self, path: str, look: Callable[[], dict[str, str]]) -> dict[str, str]:
        with self._turn:
            at, found = self._found.get(path, (0.0, {}))
            if not found or time.monotonic() - at > _COUNTS_FOR_S:
                found = look()
                self._found[path] = (time.monotonic(), found)
            return found


def _alive() -> dict[str, str]:
    return {"status": OK}


def _ready() -> dict[str, str]:
    """Return whether the database answers, and has the tables of this version."""
    try:
        tables = _tables()
    except Error:
        connection.close()  # the next look begins anew
        return {"database": AWAY}
    return {"database": OK, "tables": tables}


def _at_work() -> dict[str, str]:
    """Return whether somebody carries out jobs."""
    from plait.jobs.queries import n_workers

    if not settings.HAS_WORKERS:
        return {"worker": OK}  # whoever answers this does it
    try:
        n = n_workers(now=datetime.now(UTC))
    except Error:
        connection.close()
        return {"worker": AWAY}
    return {"worker": OK if n else NONE}


def _tables() -> str:
    """Return whether the tables are of this version; looked at where they changed."""
    from django.db.migrations.recorder import MigrationRecorder

    from plait.book.updating import NewerBook, is_behind

    applied = frozenset(MigrationRecorder(connection).applied_migrations())
    if applied not in _judged:
        _judged.clear()
        try:
            _judged[applied] = BEHIND if is_behind() else OK
        except NewerBook:
            _judged[applied] = NEWER
    return _judged[applied]


_judged: dict[frozenset[tuple[str, str]], str] = {}
_LOOKS = {ALIVE: _alive, READY: _ready, AT_WORK: _at_work}
