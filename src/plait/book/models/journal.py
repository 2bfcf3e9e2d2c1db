"""The journal: every change of a book, with the rows as they were and as they are."""

from django.db import models
from django.db.models import Q

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned


class Change(Owned):
    """One change; `number` counts up per person and is never used again.

    `what` names the operation, `request` the call that asked for it, so that the
    same request twice is one change. `rows` is what `book.journal` packs. An import
    names its `batch`, whose own rows are found by it.
    """

    in_journal = False

    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    what = models.CharField(max_length=40, blank=True)
    request = models.CharField(max_length=100, blank=True)
    batch = models.OneToOneField(
        Batch, models.CASCADE, null=True, blank=True, related_name="change"
    )
    rows = models.JSONField(default=list, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "number"], name="change_numbered_once"
            ),
            models.UniqueConstraint(
                fields=["owner", "request"],
                condition=~Q(request=""),
                name="change_requested_once",
            ),
        ]

    def __str__(self) -> str:
        return f"change {self.number}"
