"""What of the money is the person's own, and whose names are one payer."""

from django.db import models
from django.db.models import Q

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned
from plait.book.models.records import Payment
from plait.book.models.roles import Role
from plait.domain.records import FingerprintKind


class PayerName(Owned):
    """A name under which a payer pays too; `alias` is in the plain form of rules."""

    alias = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "alias"], name="payer_name_held_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.alias} is {self.name}"


class PaymentShare(Owned):
    """A part of a payment that is another role's, in its minor units and sign."""

    payment = models.ForeignKey(Payment, models.CASCADE, related_name="parts")
    role = models.ForeignKey(Role, models.CASCADE)
    amount_minor = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["payment", "role"], name="payment_shared_once"
            ),
            models.CheckConstraint(
                condition=~Q(amount_minor=0), name="payment_part_is_money"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount_minor} of {self.payment_id} for {self.role_id}"


class KeptApart(Owned):
    """Two records that look like doubles and are not, as the person says.

    `first` is the smaller of the two keys; of accounts `kind` is "account".
    """

    kind = models.CharField(max_length=8)
    first = models.BigIntegerField()
    second = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "kind", "first", "second"], name="kept_apart_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[*(k.value for k in FingerprintKind), "account"]),
                name="kept_apart_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.first} is not {self.second}"
