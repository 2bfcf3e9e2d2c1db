"""Logging time as it happens: the running timer, and what became of events."""

from django.db import models

from plait.book.models.owned import Owned
from plait.book.models.records import TimeEntry
from plait.book.models.roles import Role


class Timer(Owned):
    """The one timer that a person has running; it is in the book, so it survives."""

    role = models.ForeignKey(Role, models.CASCADE)
    started_at = models.DateTimeField()
    description = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner"], name="timer_runs_once"),
        ]

    def __str__(self) -> str:
        return f"{self.role_id} since {self.started_at}"


class EventAnswer(Owned):
    """What the person said of a past event: it was time (the entry), or it was not.

    `fingerprint` is the event's fingerprint, so that the answer outlives a calendar that
    is fetched anew. Without its entry the answer goes, and the event is asked again.
    """

    fingerprint = models.BigIntegerField()
    entry = models.ForeignKey(TimeEntry, models.CASCADE, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "fingerprint"], name="event_answered_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fingerprint} is {'time' if self.entry_id else 'no time'}"
