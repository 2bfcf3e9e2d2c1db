"""Messages after a change: each offers to undo it, on any page, without scripts."""

from typing import Any

from django.contrib.messages import SUCCESS
from django.contrib.messages.storage.fallback import FallbackStorage
from django.urls import reverse

from plait.book.operations.writing import last_change


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
        super().add(level, message, extra_tags)
