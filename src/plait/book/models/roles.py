"""Organisations, roles and the terms agreed over time."""

from django.db import models
from django.db.models import Q

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned, in_order, one_of
from plait.domain.roles import Clause, CountsAs, PayBasis, Per, RoleKind


class Organisation(Owned):
    """Whom a role is held at."""

    name = models.CharField(max_length=200)
    sector = models.CharField(max_length=100, blank=True)
    country = models.CharField(max_length=2, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"], name="organisation_named_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Role(Owned):
    """One element of the portfolio; `key` names it in files and commands.

    An archived one is left out of lists and choices; its history stays.
    """

    key = models.SlugField(max_length=60)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    kind_is_confirmed = models.BooleanField(default=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    is_paid = models.BooleanField(default=True)
    occupation = models.CharField(max_length=4, blank=True)
    place = models.CharField(max_length=100, blank=True)
    skills = models.CharField(max_length=300, blank=True)
    colour = models.PositiveSmallIntegerField()
    balance_minutes = models.IntegerField(null=True, blank=True)
    balance_from = models.DateField(null=True, blank=True)
    is_archived = models.BooleanField(default=False, db_default=False)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="role_keyed_once"),
            models.CheckConstraint(
                condition=Q(balance_minutes__isnull=True, balance_from__isnull=True)
                | Q(balance_minutes__isnull=False, balance_from__isnull=False),
                name="role_balance_has_a_day",
            ),
            one_of("kind", RoleKind, "role_kind_is_known"),
            in_order("started_on", "ended_on", "role_ends_after_start"),
            models.CheckConstraint(
                condition=Q(colour__gte=1, colour__lte=8), name="role_colour_1_to_8"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class DismissedRole(Owned):
    """Who is no role, as the person says: a payer's or a client's plain name."""

    name = models.CharField(max_length=200)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"], name="role_dismissed_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Agreement(Owned):
    """The terms of a role from a date, up to the next."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="agreements")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    minutes = models.PositiveIntegerField(null=True, blank=True)
    per = models.CharField(max_length=10, default=Per.WEEK.value)
    pay_basis = models.CharField(max_length=12, default=PayBasis.NONE.value)
    pay_minor = models.BigIntegerField(null=True, blank=True)
    pay_currency = models.CharField(max_length=3, blank=True)
    notice_days = models.PositiveSmallIntegerField(null=True, blank=True)
    clause = models.CharField(max_length=10, default=Clause.NONE.value)
    counts_as = models.CharField(max_length=20, default=CountsAs.EMPLOYMENT.value)
    blocks = models.CharField(max_length=1_000, blank=True)
    has_opted_out = models.BooleanField(default=False)
    on_call_counts = models.BooleanField(default=False)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["role", "starts_on"], name="agreement_starts_once"
            ),
            in_order("starts_on", "ends_on", "agreement_ends_after_start"),
            one_of("per", Per, "agreement_per_is_known"),
            one_of("pay_basis", PayBasis, "agreement_basis_is_known"),
            one_of("clause", Clause, "agreement_clause_is_known"),
            one_of("counts_as", CountsAs, "agreement_counts_is_known"),
            models.CheckConstraint(
                condition=Q(pay_minor__isnull=True, pay_currency="")
                # Without isnull, no amount would compare as neither true nor false,
                # which a check lets pass.
                | Q(pay_minor__isnull=False, pay_minor__gte=0)
                & ~Q(pay_currency="")
                & ~Q(pay_basis="none"),
                name="agreement_pay_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} from {self.starts_on}"
