"""What settled an invoice, as the person or a file says."""

from django.db import models
from django.db.models import Q

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned, one_of
from plait.book.models.records import Payment
from plait.book.models.resilience import Invoice
from plait.domain.settlements import SettlementKind, SettlementSource


class Settlement(Owned):
    """An amount of an invoice, in its currency, and the payment that brought it.

    `fingerprint` is the payment's: it stays when the payment is removed, so that the
    same payment, brought in again, is known to be this one. Without either, money
    came that no statement shows, or a part will not come. A refused one has no amount.
    """

    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="settlements")
    payment = models.ForeignKey(Payment, models.SET_NULL, null=True, blank=True)
    fingerprint = models.BigIntegerField(null=True, blank=True)
    amount_minor = models.BigIntegerField()
    kind = models.CharField(max_length=12)
    on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=8)
    noted_on = models.DateField(null=True, blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            one_of("kind", SettlementKind, "settlement_kind_is_known"),
            one_of("source", SettlementSource, "settlement_source_is_known"),
            models.CheckConstraint(
                condition=(
                    Q(kind=SettlementKind.REFUSED.value, amount_minor=0)
                    & Q(fingerprint__isnull=False)
                )
                | (~Q(kind=SettlementKind.REFUSED.value) & Q(amount_minor__gt=0)),
                name="settlement_settles_or_refuses",
            ),
            models.CheckConstraint(
                condition=Q(payment__isnull=True) | Q(fingerprint__isnull=False),
                name="settlement_keeps_its_payment",
            ),
            models.UniqueConstraint(
                fields=["invoice", "fingerprint", "kind"],
                condition=Q(fingerprint__isnull=False),
                name="settlement_of_a_pair_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.kind} {self.amount_minor}"
