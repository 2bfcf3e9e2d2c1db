"""What the person chose to be reminded of."""

from django.db import models

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned, one_of
from plait.domain.reminders import ReminderKind


class Reminder(Owned):
    """A reminder that was chosen once; columns as `domain.reminders.Reminder` has them.

    `at` is written 19:00.
    """

    kind = models.CharField(max_length=12)
    is_on = models.BooleanField()
    at = models.CharField(max_length=5)
    weekday = models.PositiveSmallIntegerField()
    count = models.PositiveSmallIntegerField()
    ends_weeks = models.PositiveSmallIntegerField()
    dismissed_on = models.DateField(null=True, blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            one_of("kind", ReminderKind, "reminder_kind_is_known"),
            models.UniqueConstraint(
                fields=["owner", "kind"], name="reminder_chosen_once"
            ),
            models.CheckConstraint(
                condition=models.Q(weekday__lte=6), name="reminder_is_on_a_weekday"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {'on' if self.is_on else 'off'}"
