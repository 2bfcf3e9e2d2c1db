"""Calendars elsewhere that are followed, and the secret address of one's own."""

from django.conf import settings
from django.db import models

from plait.book.models.owned import Owned


class CalendarSource(Owned):
    """A calendar that is fetched again and again: an ICS address, or CalDAV.

    `etag`, `modified` and `sync_token` are what the server said last, so that it
    needs to send only what changed. `error` is why the last try failed, "" if it
    did not.
    """

    in_journal = False  # its password is for nobody to find in a history

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=8)
    address = models.CharField(max_length=2_000)
    username = models.CharField(max_length=200, blank=True)
    password = models.CharField(max_length=500, blank=True)
    etag = models.CharField(max_length=500, blank=True)
    modified = models.CharField(max_length=100, blank=True)
    sync_token = models.CharField(max_length=2_000, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["ics", "caldav"]),
                name="calendar_kind_is_known",
            ),
            models.UniqueConstraint(
                fields=["owner", "address"], name="calendar_followed_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CalendarFeed(models.Model):
    """The secret address at which the person's agreed blocks are read."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True
    )
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"feed of {self.owner_id}"
