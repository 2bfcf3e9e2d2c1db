"""Browsers that somebody signed in with before."""

from django.db import models

from plait.accounts.models.owners import Owner


class KnownDevice(models.Model):
    """A browser that its person signed in with; only a hash of its mark is kept.

    The mark is a number by chance in a cookie of the browser: nothing of where it is.
    """

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="known_devices")
    mark_hash = models.CharField(max_length=64)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "mark_hash"], name="device_known_once"
            ),
        ]

    def __str__(self) -> str:
        return f"device seen at {self.seen_at:%Y-%m-%d %H:%M}"
