"""Keys that people sign with, and those of others that they know."""

from django.db import models
from django.db.models import Q

from plait.accounts.models.owners import Owner


class SigningKey(models.Model):
    """A key of its owner; the one without `ended_at` signs.

    `number` is the same for all keys of an owner. `sealed` is the private half, sealed
    with a key outside the database; "" in a copy of one. `vouch` is the signed file by
    which this key, once ended, names the next or says that it is worth nothing.
    """

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="signing_keys")
    number = models.UUIDField()
    public = models.CharField(max_length=64)
    sealed = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    vouch = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner"],
                condition=Q(ended_at=None),
                name="signing_key_one_in_use",
            ),
            models.UniqueConstraint(
                fields=["owner", "public"], name="signing_key_once"
            ),
        ]

    def __str__(self) -> str:
        return f"key of {self.made_at:%Y-%m-%d}"


class KnownKey(models.Model):
    """A key of somebody else as its owner saw it first; `number` is the sender's.

    The one without `ended_at` is believed; an ended one never again.
    """

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="known_keys")
    number = models.UUIDField()
    public = models.CharField(max_length=64)
    name = models.CharField(max_length=150)
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "number"],
                condition=Q(ended_at=None),
                name="known_key_one_believed",
            ),
            models.UniqueConstraint(
                fields=["owner", "number", "public"], name="known_key_once"
            ),
        ]

    def __str__(self) -> str:
        return f"key first seen on {self.seen_at:%Y-%m-%d}"
