"""A server's log: one JSON object a line, with nothing of anybody in it.

Of a page its pattern is written (`roles/<slug:key>/`), never what somebody's role is
called; of a fault its kind and where it happened, never its message, in which a
database repeats what was typed.
"""

import json
import logging
import re
import sys
import threading
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from plait.server.log_lines import HIDDEN, without_secrets

_LONGEST_MESSAGE = 2_000
_MOST_FRAMES = 12
_PATH = re.compile(r"(?<![\w./>\]-])/[^\s\"'<>]*")
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w.-]{1,255}")


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "from": record.name,
            "message": _message(record),
        }
        request = getattr(record, "request", None)
        if request is not None:
            line["method"] = str(getattr(request, "method", ""))[:20]
            line["page"] = page_of(str(getattr(request, "path_info", "")))
        for name in ("status_code", "page", "method", "status", "ms"):
            if (value := getattr(record, name, None)) is not None:
                line[name.removesuffix("_code")] = value
        if record.exc_info and record.exc_info[1] is not None:
            line["fault"], line["where"] = _fault(record.exc_info[1])
        return without_secrets(json.dumps(line, ensure_ascii=True))


def page_of(path: str) -> str:
    """Return the pattern of an address; what is no page of ours is not repeated."""
    from django.urls import Resolver404, resolve

    try:
        return f"/{resolve(path.partition('?')[0]).route}"
    except (Resolver404, ValueError):
        return f"/{HIDDEN}"


def _message(record: logging.LogRecord) -> str:
    path = str(getattr(getattr(record, "request", None), "path", ""))
    text = record.getMessage()
    if path:
        text = text.replace(path, page_of(path))
    text = _PATH.sub(lambda found: page_of(found[0]), text[:_LONGEST_MESSAGE])
    return _MAIL.sub(HIDDEN, text)


def _fault(fault: BaseException) -> tuple[str, list[str]]:
    """Return the kinds of a fault and of what caused it, and the lines it came by."""
    kinds, seen, cause = [], {id(fault)}, fault.__cause__ or fault.__context__
    kinds.append(type(fault).__name__)
    while cause is not None and id(cause) not in seen and len(kinds) < 5:
        seen.add(id(cause))
        kinds.append(type(cause).__name__)
        cause = cause.__cause__ or cause.__context__
    frames = traceback.extract_tb(fault.__traceback__)[-_MOST_FRAMES:]
    return " from ".join(kinds), [
        f"{_short(one.filename)}:{one.lineno} {one.name}" for one in frames
    ]


def _short(file: str) -> str:
    return "/".join(Path(file).parts[-3:])


def log_what_ends_the_program() -> None:
    """Write what nobody caught as any other line, instead of a traceback with values."""
    log = logging.getLogger("plait")

    def ended(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
        else:
            log.critical("The program ended.", exc_info=(kind, fault, trace))

    def thread_ended(of: threading.ExceptHookArgs) -> None:
        if of.exc_value is not None:
            found = (of.exc_type, of.exc_value, of.exc_traceback)
            log.critical("A thread ended.", exc_info=found)

    sys.excepthook, threading.excepthook = ended, thread_ended


class RequestLines:
    """Writes a line for each request: method, pattern, status, milliseconds; no who."""

    def __init__(self, get_response: Any) -> None:  # noqa: ANN401  # Django's own
        self.get_response = get_response
        self._log = logging.getLogger("plait.requests")

    def __call__(self, request: Any) -> Any:  # noqa: ANN401  # Django's own
        """Answer the request, and write how."""
        begun = time.monotonic()
        response = self.get_response(request)
        line = {
            "method": str(request.method)[:20],
            "page": page_of(request.path_info),
            "status": response.status_code,
            "ms": round((time.monotonic() - begun) * 1000),
        }
        self._log.info("request", extra=line)
        return response
