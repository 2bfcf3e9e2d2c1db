"""What people show to each other: consent, the receiver's copy, and who looked.

No row refers to a row of another owner: they are found by the number (`uuid`) that the
giver's consent has. Taking consent back empties the receiver's copy.
"""

from datetime import date

from django.db import models
from django.db.models import Q

from plait.accounts.models.owners import Owner
from plait.domain.sharing import Ground, SliceKind, Way


class Share(models.Model):
    """Consent of its owner to show a slice to somebody, until a day.

    `choice` is a `domain.sharing.Choice`. `receiver` is the key of an owner on this
    server, None where the receiver has no account here; `receiver_name` is what the
    giver calls them. `delivered_revision` and `delivered_on` say what of the book, and
    on which day, was delivered last.
    """

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="shares")
    uuid = models.UUIDField()
    slice_kind = models.CharField(max_length=20)
    choice = models.JSONField(default=dict)
    receiver = models.BigIntegerField(null=True, blank=True)
    receiver_email = models.EmailField(max_length=254, blank=True)
    receiver_name = models.CharField(max_length=150)
    way = models.CharField(max_length=8)
    purpose = models.CharField(max_length=200, blank=True)
    ground = models.CharField(max_length=20, default=Ground.CONSENT.value)
    until = models.DateField()
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    delivered_revision = models.BigIntegerField(null=True, blank=True)
    delivered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "uuid"], name="share_made_once"),
            models.CheckConstraint(
                condition=Q(slice_kind__in=[one.value for one in SliceKind]),
                name="share_slice_is_known",
            ),
            models.CheckConstraint(
                condition=Q(way__in=[one.value for one in Way]),
                name="share_way_is_known",
            ),
            models.CheckConstraint(
                condition=Q(ground__in=[one.value for one in Ground]),
                name="share_ground_is_known",
            ),
        ]
        indexes = [
            models.Index(fields=["uuid"], name="share_by_number"),
            models.Index(
                fields=["owner", "until"],
                condition=Q(ended_at=None),
                name="share_running",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slice_kind} until {self.until}"

    def is_running(self, today: date) -> bool:
        """Return whether it still shows anything on that day."""
        return self.ended_at is None and today <= self.until


class Envelope(models.Model):
    """The receiver's copy of a slice: the exact bytes that the giver signed.

    A new one takes the place of the last and `supersedes` it. `payload` is empty once
    `blanked_at`. What goes to an address without account stays with its giver.
    """

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="envelopes")
    uuid = models.UUIDField()
    share_uuid = models.UUIDField()
    giver_name = models.CharField(max_length=150, blank=True)
    slice_kind = models.CharField(max_length=20)
    payload = models.BinaryField(default=b"")
    signature = models.CharField(max_length=128, blank=True)
    key = models.CharField(max_length=64, blank=True)
    supersedes = models.UUIDField(null=True, blank=True)
    sent_at = models.DateTimeField()
    until = models.DateField()
    blanked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "uuid"], name="envelope_delivered_once"
            ),
            models.UniqueConstraint(
                fields=["owner", "share_uuid"], name="envelope_of_share_once"
            ),
            models.CheckConstraint(
                condition=Q(slice_kind__in=[one.value for one in SliceKind]),
                name="envelope_slice_is_known",
            ),
        ]
        indexes = [models.Index(fields=["share_uuid"], name="envelope_by_share")]

    def __str__(self) -> str:
        return f"{self.slice_kind} of {self.sent_at:%Y-%m-%d}"

    @property
    def content(self) -> bytes:
        """The payload as bytes, whichever database it comes from."""
        return bytes(self.payload)


class Look(models.Model):
    """That a receiver looked at something on a day; its giver's to know."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="looks")
    share_uuid = models.UUIDField()
    day = models.DateField()
    name = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "share_uuid", "day"], name="look_noted_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"look on {self.day}"
