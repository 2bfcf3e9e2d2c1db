"""What the person has to give, and when not: leave, seasons, time around roles."""

from django.db import models
from django.db.models import Q

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned, in_order, one_of
from plait.book.models.roles import Organisation, Role
from plait.domain.availability import AbsenceKind, OverheadKind

_WEEK_MINUTES = 168 * 60
_DAY_MINUTES = 24 * 60


class Absence(Owned):
    """Days away, from one role or from all; `ends_on` is the first day back.

    `minutes` is how much of each day is off, none for whole days.
    """

    kind = models.CharField(max_length=12)
    starts_on = models.DateField()
    ends_on = models.DateField()
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    role = models.ForeignKey(Role, models.CASCADE, null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            one_of("kind", AbsenceKind, "absence_kind_is_known"),
            in_order("starts_on", "ends_on", "absence_ends_after_start"),
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__range=(1, _DAY_MINUTES)),
                name="absence_fits_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "starts_on"], name="absence_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} from {self.starts_on}"


class HolidayChange(Owned):
    """A public holiday dropped or added, at one organisation or at all.

    `day` is as `domain.availability.HolidayChange` writes it.
    """

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True
    )
    day = models.CharField(max_length=60)
    is_free = models.BooleanField()
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "organisation", "day"], name="holiday_changed_once"
            ),
            models.UniqueConstraint(
                fields=["owner", "day"],
                condition=Q(organisation__isnull=True),
                name="holiday_changed_once_for_all",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {'free' if self.is_free else 'worked'}"


class Season(Owned):
    """A stretch with another number of minutes a week to give than usual."""

    starts_on = models.DateField()
    ends_on = models.DateField()
    minutes = models.PositiveIntegerField()
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "starts_on"], name="season_starts_once"
            ),
            in_order("starts_on", "ends_on", "season_ends_after_start"),
            models.CheckConstraint(
                condition=Q(minutes__lte=_WEEK_MINUTES), name="season_fits_a_week"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} minutes a week from {self.starts_on}"


class Overhead(Owned):
    """Minutes a week of travel, admin or rest, for one role or for none."""

    kind = models.CharField(max_length=12)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    minutes = models.PositiveIntegerField()
    role = models.ForeignKey(Role, models.CASCADE, null=True, blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            one_of("kind", OverheadKind, "overhead_kind_is_known"),
            in_order("starts_on", "ends_on", "overhead_ends_after_start"),
            models.CheckConstraint(
                condition=Q(minutes__lte=_WEEK_MINUTES), name="overhead_fits_a_week"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.minutes} minutes a week"
