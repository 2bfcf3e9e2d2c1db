"""Calendars elsewhere that are followed, and the secret address of one's own."""

from django.conf import settings
from django.db import models

from plait.book.models.owned import Owned


class CalendarSource(Owned):
    """A calendar that is fetched again and again: an ICS address, or CalDAV.

    `etag`, `modified` and `sync_token` are what the server said last, so that it
    needs to send only what changed. `error` is why the last try failed, "" if it
    did not. `password` is sealed (`book.sealing`). `keeps_titles` says whether titles and places of its events are kept.
    """

    in_journal = False  # its password is for nobody to find in a history

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=8)
    address = models.CharField(max_length=2_000)
    username = models.CharField(max_length=200, blank=True)
    password = models.CharField(max_length=4_000, blank=True)
    etag = models.CharField(max_length=500, blank=True)
    modified = models.CharField(max_length=100, blank=True)
    sync_token = models.CharField(max_length=2_000, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=500, blank=True)
    keeps_titles = models.BooleanField(default=False)

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


class CalendarTitles(Owned):
    """Whether titles and places are kept of a calendar that came by files.

    `name` is the one that its events bear. A calendar of which nothing was said keeps
    none: a work calendar may name patients.
    """

    name = models.CharField(max_length=200, blank=True)
    is_kept = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"], name="calendar_titles_said_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SecretAddress(models.Model):
    """An address at which anybody who has it reads something of the person's."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True
    )
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()

    class Meta:
        abstract = True


class ReminderFeed(SecretAddress):
    """The secret address at which the person's reminders are read."""

    def __str__(self) -> str:
        return f"feed of reminders of {self.owner_id}"


class CalendarFeed(SecretAddress):
    """The secret address at which the person's agreed blocks are read."""

    def __str__(self) -> str:
        return f"feed of {self.owner_id}"
