"""What income hangs on, beliefs, fallbacks, invoices and the person's own scenarios."""

from django.db import models
from django.db.models import Q

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned
from plait.book.models.roles import Role


class Cause(Owned):
    """What several roles hang on together; `chance` is a year's, in thousandths."""

    name = models.CharField(max_length=200)
    chance = models.PositiveSmallIntegerField(null=True, blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="cause_named_once"),
            models.CheckConstraint(
                condition=Q(chance__isnull=True) | Q(chance__lte=1000),
                name="cause_chance_is_a_share",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CauseRole(Owned):
    """A role that hangs on a cause."""

    cause = models.ForeignKey(Cause, models.CASCADE, related_name="hanging")
    role = models.ForeignKey(Role, models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cause", "role"], name="cause_holds_role_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role_id} hangs on {self.cause_id}"


class Belief(Owned):
    """How likely a role is to end within a year; `weight` is in tenths of a year."""

    role = models.OneToOneField(Role, models.CASCADE)
    chance = models.PositiveSmallIntegerField()
    weight = models.PositiveSmallIntegerField(default=40)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(chance__lte=1000), name="belief_chance_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role_id} ends: {self.chance / 10:g} %"


class Fallback(Owned):
    """What would replace a role: in how many weeks, and which share of its income."""

    role = models.OneToOneField(Role, models.CASCADE)
    what = models.CharField(max_length=300)
    weeks = models.PositiveSmallIntegerField()
    share = models.PositiveSmallIntegerField(default=1000)
    helper = models.CharField(max_length=200, blank=True)
    step = models.CharField(max_length=300, blank=True)
    step_by = models.DateField(null=True, blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(share__lte=5000), name="fallback_share_is_sensible"
            ),
        ]

    def __str__(self) -> str:
        return self.what


class Invoice(Owned):
    """Money asked for; its settlements say what is known to have paid it."""

    role = models.ForeignKey(Role, models.CASCADE)
    number = models.CharField(max_length=100, blank=True)
    issued_on = models.DateField()
    due_on = models.DateField()
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("issued_on")),
                name="invoice_due_after_issue",
            ),
            models.CheckConstraint(
                condition=Q(amount_minor__gt=0), name="invoice_asks_for_money"
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "due_on"], name="invoice_by_due_day"),
        ]

    def __str__(self) -> str:
        return self.number or f"{self.amount_minor} {self.currency}"


class Scenario(Owned):
    """A stress test of the person's own, as its entry in a file."""

    name = models.CharField(max_length=200)
    entry = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"], name="scenario_named_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name
