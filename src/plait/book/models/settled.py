"""Findings that a person settled or put off."""

from django.db import models

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned, one_of
from plait.book.models.roles import Role
from plait.domain.settled_findings import SettledAs


class SettledFinding(Owned):
    """A finding as it was when it was settled (see `domain.settled_findings`).

    `numbers` are the figures that are compared with those of now, by their names.
    """

    key = models.CharField(max_length=300)
    kind = models.CharField(max_length=40)
    role = models.ForeignKey(Role, models.CASCADE, null=True, blank=True)
    settled_as = models.CharField(max_length=8)
    reason = models.CharField(max_length=200)
    on = models.DateField()
    title = models.CharField(max_length=300)
    numbers = models.JSONField(default=dict, blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            one_of("settled_as", SettledAs, "settled_finding_as_is_known"),
            models.UniqueConstraint(
                fields=["owner", "key"], name="finding_settled_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.settled_as}"
