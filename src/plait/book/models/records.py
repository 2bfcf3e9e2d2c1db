"""What happened: payments, hours, events, check-ins, and the rules that sort them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned, one_of, status_fits_role
from plait.book.models.roles import Role
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.rules import RuleField


class Account(Owned):
    """An account of the person's own, named as its statements name it.

    `share` is what of its money is theirs, in thousandths: less of a joint account,
    nothing of a partner's.
    """

    identifier = models.CharField(max_length=100)
    name = models.CharField(max_length=100, blank=True)
    share = models.PositiveSmallIntegerField(default=1000, db_default=1000)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "identifier"], name="account_named_once"
            ),
            models.CheckConstraint(
                condition=Q(share__lte=1000), name="account_share_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.identifier


class AccountName(Owned):
    """A further name by which statements call an account, such as a national number."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="other_names")
    identifier = models.CharField(max_length=100)
    batch = models.ForeignKey(Batch, models.CASCADE, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "identifier"], name="account_name_held_once"
            ),
        ]

    def __str__(self) -> str:
        return self.identifier


class Rule(Owned):
    """Confirmed once: records of this subject belong to this role, or to none.

    Without a role they are private. `value` is normalised by `domain.rules`.
    """

    field = models.CharField(max_length=12)
    value = models.CharField(max_length=200)
    role = models.ForeignKey(Role, models.CASCADE, null=True, blank=True)
    created_at = models.DateTimeField()
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "field", "value"], name="rule_kept_once"
            ),
            one_of("field", RuleField, "rule_field_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.field} {self.value}"


class Sorted(Owned):
    """A record that finds its role by a rule, by hand, or not yet."""

    # Every index is paid for a hundred thousand times in one import: the owner's
    # is the beginning of each kind's own, a rule and an account are looked up
    # seldom enough to be searched for.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="+"
    )
    batch = models.ForeignKey(Batch, models.CASCADE, null=True, blank=True)
    fingerprint = models.BigIntegerField()
    # Each kind's own index begins with it.
    role = models.ForeignKey(
        Role, models.PROTECT, null=True, blank=True, db_index=False
    )
    rule = models.ForeignKey(
        Rule, models.SET_NULL, null=True, blank=True, db_index=False
    )
    status = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True


class Payment(Sorted):
    """A booked line of an account; money in is positive, in minor units.

    `share` is what of it is the person's own, in thousandths, None for as much as of
    its account. `kind` is what the person says it is, "" where they did not say.
    """

    account = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, db_index=False
    )
    source = models.CharField(max_length=40, blank=True)
    booked_on = models.DateField()
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    payer = models.CharField(max_length=200, blank=True)
    counter_account = models.CharField(max_length=100, blank=True)
    reference = models.TextField(blank=True)
    bank_id = models.CharField(max_length=200, blank=True)
    share = models.PositiveSmallIntegerField(null=True, blank=True)
    # The booking that the bank told in parts, of which this is one.
    booking_id = models.CharField(max_length=200, blank=True, default="", db_default="")
    kind = models.CharField(max_length=20, blank=True, default="", db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "fingerprint"], name="payment_held_once"
            ),
            status_fits_role("payment_standing_tells_role"),
            models.CheckConstraint(
                condition=Q(kind__in=["", *(kind.value for kind in PaymentKind)]),
                name="payment_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__lte=1000),
                name="payment_share_is_a_share",
            ),
        ]
        indexes = [
            # Totals of a list are read from the index alone, without any row.
            models.Index(
                fields=[
                    "owner",
                    "booked_on",
                    "currency",
                    "amount_minor",
                    "status",
                    "role",
                    "account",
                ],
                name="payment_sums_by_day",
            ),
            models.Index(fields=["owner", "payer"], name="payment_by_payer"),
            models.Index(fields=["role", "owner", "booked_on"], name="payment_by_role"),
            models.Index(
                fields=["owner", "booked_on"],
                condition=Q(status=0, amount_minor__gt=0),
                name="payment_open_by_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.booked_on} {self.amount_minor} {self.currency}"


class TimeEntry(Sorted):
    """Time given, in seconds, on a local day.

    `source` is the format it came by and `tracker_id` the tracker's own identifier,
    both empty where it was added by hand. `edited` names the columns of an imported
    entry that the person set by hand, with commas between: an import leaves them.
    """

    source = models.CharField(max_length=40, blank=True, default="", db_default="")
    tracker_id = models.CharField(max_length=100, blank=True, default="", db_default="")
    on = models.DateField()
    seconds = models.PositiveIntegerField()
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    client = models.CharField(max_length=200, blank=True)
    project = models.CharField(max_length=200, blank=True)
    task = models.CharField(max_length=200, blank=True)
    description = models.TextField(blank=True)
    tags = models.TextField(blank=True)
    person = models.CharField(max_length=200, blank=True)
    is_billable = models.BooleanField(null=True, blank=True)
    is_on_call = models.BooleanField(default=False, db_default=False)
    zone = models.CharField(max_length=64, blank=True, default="", db_default="")
    edited = models.CharField(max_length=200, blank=True, default="", db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "fingerprint"], name="entry_held_once"
            ),
            status_fits_role("entry_standing_tells_role"),
        ]
        indexes = [
            models.Index(
                fields=["owner", "on", "seconds", "status", "role", "source"],
                name="entry_sums_by_day",
            ),
            models.Index(fields=["owner", "project", "client"], name="entry_by_name"),
            models.Index(fields=["role", "owner", "on"], name="entry_by_role"),
            models.Index(
                fields=["owner", "on"], condition=Q(status=0), name="entry_open_by_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.seconds} s"


class TimeShare(Owned):
    """A further role that an entry serves; its load counts once all the same."""

    entry = models.ForeignKey(TimeEntry, models.CASCADE, related_name="shares")
    role = models.ForeignKey(Role, models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "role"], name="entry_shared_once"),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} also for {self.role_id}"


class Event(Sorted):
    """One occurrence of a calendar event; `superseded_by` took its place."""

    uid = models.CharField(max_length=255)
    occurrence = models.CharField(max_length=40)
    calendar = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=300, blank=True)
    location = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    is_all_day = models.BooleanField(default=False)
    is_busy = models.BooleanField(default=True)
    superseded_by = models.ForeignKey(
        Batch, models.SET_NULL, null=True, blank=True, related_name="superseded"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "fingerprint"], name="event_held_once"
            ),
            status_fits_role("event_standing_tells_role"),
            models.CheckConstraint(
                condition=Q(ends_at__gte=models.F("starts_at")),
                name="event_ends_after_start",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "on"], name="event_by_day"),
            models.Index(fields=["owner", "uid"], name="event_by_series"),
            models.Index(fields=["role"], name="event_by_role"),
            models.Index(fields=["owner"], condition=Q(status=0), name="event_open"),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.title}"


class CheckIn(Owned):
    """How a role felt in a week: four answers from 1 to 5, and a line of text."""

    role = models.ForeignKey(Role, models.CASCADE)
    week_on = models.DateField()
    energy = models.PositiveSmallIntegerField()
    meaning = models.PositiveSmallIntegerField()
    growth = models.PositiveSmallIntegerField()
    pressure = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=500, blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["role", "week_on"], name="check_in_once_a_week"
            ),
            models.CheckConstraint(
                condition=Q(energy__range=(1, 5), meaning__range=(1, 5))
                & Q(growth__range=(1, 5), pressure__range=(1, 5)),
                name="check_in_answers_1_to_5",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role_id} {self.week_on}"
