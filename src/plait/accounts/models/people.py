"""A person: who signs in, and their own settings."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction

from plait.accounts.models.owners import PERSON, Owner


class PersonManager(BaseUserManager["Person"]):
    """Finds people by the name they sign in with."""


class Person(AbstractBaseUser):
    """Someone who keeps a book; without a password only a one-time link lets in.

    `savings_minor` and `floor_minor` are in minor units of `savings_currency`, of
    `currency` where that is empty; `set_aside` is in thousandths. `numbers`, `dates` and `clock` are how they write them, as
    `wording.writing` names it, "" as usual in the language. `hidden_findings` are
    the groups of findings that a review leaves out, with commas between them.
    `has_confirmed` says
    that they looked at the first screen of the start and agreed to it. `is_steward`
    says that they look after a server of several people: whom it lets in, never a
    book. `book_agreed_at` is when they said, on a community's server, that they know
    who could read a book there. `sample_of` is
    whose copy of the sample this is; nobody signs in as such a person. `leaves_at` is
    when all of theirs is removed, None where nobody asked for it; `leaves_because`
    says why, where a steward did. Their key is that of their `Owner`.
    """

    sign_in_name = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    currency = models.CharField(max_length=3, default="EUR")
    timezone = models.CharField(max_length=64, default="Europe/Amsterdam")
    language = models.CharField(max_length=8, default="en")
    theme = models.CharField(max_length=8, default="auto")
    capacity_minutes = models.PositiveIntegerField(null=True, blank=True)
    country = models.CharField(max_length=2, blank=True)
    region = models.CharField(max_length=10, blank=True)
    born_on = models.DateField(null=True, blank=True)
    travel_minutes = models.PositiveSmallIntegerField(default=30)
    savings_minor = models.PositiveBigIntegerField(null=True, blank=True)
    floor_minor = models.PositiveBigIntegerField(null=True, blank=True)
    savings_currency = models.CharField(
        max_length=3, blank=True, default="", db_default=""
    )
    set_aside = models.PositiveSmallIntegerField(null=True, blank=True)
    numbers = models.CharField(max_length=8, blank=True)
    dates = models.CharField(max_length=8, blank=True)
    clock = models.CharField(max_length=2, blank=True)
    has_shortcuts = models.BooleanField(default=True)
    hidden_findings = models.CharField(max_length=200, blank=True)
    has_confirmed = models.BooleanField(default=False, db_default=False)
    hides_first_steps = models.BooleanField(default=False, db_default=False)
    is_steward = models.BooleanField(default=False, db_default=False)
    book_agreed_at = models.DateTimeField(null=True, blank=True)
    sample_of = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="samples"
    )
    created_at = models.DateTimeField()
    leaves_at = models.DateTimeField(null=True, blank=True)
    leaves_because = models.CharField(
        max_length=300, blank=True, default="", db_default=""
    )

    objects = PersonManager()

    USERNAME_FIELD = "sign_in_name"

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(capacity_minutes__isnull=True)
                | models.Q(capacity_minutes__lte=168 * 60),
                name="person_capacity_fits_a_week",
            ),
            models.CheckConstraint(
                condition=models.Q(set_aside__isnull=True)
                | models.Q(set_aside__lte=1000),
                name="person_sets_a_share_aside",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def local_time(self, at: datetime) -> datetime:
        """Return a moment as the clock where they live shows it."""
        return at.astimezone(ZoneInfo(self.timezone))

    def save(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # Django's signature
        """Store them; somebody new becomes the owner of what they will keep."""
        if self.pk is None:
            with transaction.atomic():
                self.pk = Owner.objects.create(kind=PERSON).pk
                super().save(*args, **{**options, "force_insert": True})
        else:
            super().save(*args, **options)
