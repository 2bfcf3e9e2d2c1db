"""Messages after a change: one line that offers to undo it, for ten minutes.

The line stands in the message itself, on any page and without scripts. Lists of
records show it again after that, until the next change takes its place or its time is
over; from then on the history has it.
"""

import time
from dataclasses import dataclass
from typing import Any

from django.contrib.messages import SUCCESS, get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest
from django.urls import reverse

from plait.book.operations.writing import last_change

UNDO_MINUTES = 10
_LINE = "undo_line"


@dataclass(frozen=True, slots=True)
class UndoLine:
    """What was changed and where it is turned; `minutes` are left, `until` in seconds."""

    text: str
    url: str
    minutes: int
    until: int

    @property
    def is_redo(self) -> bool:
        """Whether it was undone, and can be made again."""
        return "/redo/" in self.url


class UndoStorage(FallbackStorage):
    """Keeps messages; one that tells of a change has its way back as extra tags."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **options)
        last_change.set(None)  # a thread answers many requests

    def add(self, level: int, message: str, extra_tags: str | None = "") -> None:
        """Add a message; of a change that was just made it offers to undo it."""
        number = last_change.get()
        if level == SUCCESS and number is not None and not extra_tags:
            extra_tags = reverse("change_undo", args=[number])
        if level == SUCCESS and extra_tags:
            until = int(time.time()) + UNDO_MINUTES * 60  # a browser's own minutes
            self.request.session[_LINE] = [str(message), extra_tags, until]
        super().add(level, message, extra_tags)


def undo_line(request: HttpRequest) -> UndoLine | None:
    """Return the last change of this browser, None after its ten minutes."""
    kept = request.session.get(_LINE)
    if not kept:
        return None
    text, url, until = kept
    seconds = until - time.time()  # the same
    if seconds <= 0:
        return None
    return UndoLine(text, url, int(-(-seconds // 60)), until)


def forget_undo(request: HttpRequest) -> None:
    """Forget the last change and what was said of it: it is of another book."""
    request.session.pop(_LINE, None)
    list(get_messages(request))  # what was read is not shown again
