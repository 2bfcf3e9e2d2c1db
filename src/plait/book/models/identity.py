"""Further fingerprints by which a record is known, or known to be gone."""

from django.db import models

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned, one_of
from plait.domain.records import FingerprintKind


class OtherFingerprint(Owned):
    """A line of this fingerprint is that record, or one that the person removed.

    `record` is the key of a payment, time entry or event; without it the person
    removed the record, and no import brings it again.
    """

    kind = models.CharField(max_length=8)
    fingerprint = models.BigIntegerField()
    record = models.BigIntegerField(null=True, blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "kind", "fingerprint"], name="fingerprint_known_once"
            ),
            one_of("kind", FingerprintKind, "fingerprint_kind_is_known"),
        ]
        indexes = [
            models.Index(
                fields=["owner", "kind", "record"], name="fingerprint_by_record"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.fingerprint}"
