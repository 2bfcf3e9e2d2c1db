"""Which days a file covers of an account, a tracker or a calendar."""

from django.db import models

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned, one_of
from plait.book.models.records import Account
from plait.domain.known import KnownKind


class Coverage(Owned):
    """The first and last day that a file or a statement covers, and its balances.

    `name` is how the file names the account or calendar, or the tracker's format.
    `is_stated` says that the file names the days itself; else they are those of its
    first and last line. Amounts are in minor units; `lines_minor` is the sum of the
    lines that were read. It goes with its import.
    """

    batch = models.ForeignKey(Batch, models.CASCADE, null=True, blank=True)
    kind = models.CharField(max_length=8)
    account = models.ForeignKey(Account, models.CASCADE, null=True, blank=True)
    name = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    is_stated = models.BooleanField(default=False)
    opening_minor = models.BigIntegerField(null=True, blank=True)
    closing_minor = models.BigIntegerField(null=True, blank=True)
    lines_minor = models.BigIntegerField(null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    source = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            one_of("kind", KnownKind, "coverage_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="coverage_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.name} {self.starts_on} to {self.ends_on}"
