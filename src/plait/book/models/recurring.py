"""What comes again and again by hand: money or time, worked out when it is read."""

from django.db import models
from django.db.models import Q

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned, in_order, one_of
from plait.book.models.roles import Role
from plait.domain.recurring import MOST_EVERY, Rhythm


class Recurring(Owned):
    """Money (`amount_minor`, below zero where it goes out) or time (`seconds`).

    Without a role the money is private. `ends_on` is the first day on which it no
    longer comes; `except_on` are days, with commas between, on which it was skipped or
    stands as a record of its own.
    """

    role = models.ForeignKey(Role, models.PROTECT, null=True, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    rhythm = models.CharField(max_length=8)
    every = models.PositiveSmallIntegerField(default=1)
    amount_minor = models.BigIntegerField(null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    payer = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    seconds = models.PositiveIntegerField(null=True, blank=True)
    text = models.CharField(max_length=500, blank=True)
    except_on = models.TextField(blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            one_of("rhythm", Rhythm, "recurring_rhythm_is_known"),
            in_order("starts_on", "ends_on", "recurring_ends_after_start"),
            models.CheckConstraint(
                condition=Q(amount_minor__isnull=False, seconds__isnull=True)
                | Q(
                    amount_minor__isnull=True, seconds__isnull=False, role__isnull=False
                ),
                name="recurring_is_money_or_time",
            ),
            models.CheckConstraint(
                condition=Q(every__range=(1, MOST_EVERY)),
                name="recurring_every_so_many",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} from {self.starts_on}"
