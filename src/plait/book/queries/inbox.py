"""The inbox: what waits, and what is known of things like it."""

from collections import Counter
from datetime import date

from django.db.models import Count, Q

from plait.accounts.models import Person
from plait.book.models import Payment, Role, TimeEntry
from plait.book.payer_names import payer_names
from plait.book.queries.lists import NotThere, confirmed_subjects
from plait.book.queries.load import portrait
from plait.book.queries.waiting import waiting, waiting_costs
from plait.book.record_rows import role_from
from plait.domain.payment_kinds.kinds import PaymentKind, kinds_for
from plait.domain.records import RecordStatus
from plait.domain.rules import RuleField, plain, project_of
from plait.domain.waiting import Inbox, Waiting

_PRIVATE = "private"
_BY_HAND = Q(status=RecordStatus.ASSIGNED) | Q(status=RecordStatus.PRIVATE)
_Counts = dict[tuple[str, str, bool], Counter[str]]


def inbox(*, viewer: Person, on: date, is_out: bool = False) -> Inbox:
    """Return what waits; with `is_out` money that went out, else all other things."""
    held = Role.objects.filter(owner=viewer).select_related("organisation")
    held = held.prefetch_related("agreements").order_by("started_on", "pk")
    waits = waiting_costs if is_out else waiting
    return Inbox(
        person=portrait(viewer),
        roles=tuple(role_from(role) for role in held),
        waiting=waits(viewer=viewer, on=on),
        confirmed=confirmed_subjects(viewer=viewer),
        placed=_placed(viewer),
    )


def waiting_item(*, viewer: Person, on: date, key: str) -> Waiting:
    """Return one thing that waits by its key; raise `NotThere` once it is sorted."""
    for waits in (waiting, waiting_costs):
        for one in waits(viewer=viewer, on=on):
            if one.key == key:
                return one
    raise NotThere(
        "This does not wait any more",
        value="",
        fix="Look at the inbox again: it was sorted already.",
    )


def waiting_named(
    *,
    viewer: Person,
    on: date,
    field: RuleField,
    value: str,
    kind: PaymentKind | None = None,
) -> Waiting:
    """Return what waits of a subject, money of a kind that fits; raise `NotThere`."""
    held = (*waiting(viewer=viewer, on=on), *waiting_costs(viewer=viewer, on=on))
    for one in held:
        fits = kind is None or (one.minor and kind in kinds_for(one.minor))
        if one.field == field and plain(one.value) == plain(value) and fits:
            return one
    raise NotThere(
        "Nothing of that name waits",
        value=value,
        fix="See what waits with: plait inbox, or plait inbox --out.",
    )


def _placed(viewer: Person) -> _Counts:
    """Return what was sorted by hand before; what a rule sorts is known by that."""
    return _placed_payments(viewer) | _placed_hours(viewer)


def _placed_payments(viewer: Person) -> _Counts:
    counts: _Counts = {}
    named = payer_names(viewer)
    rows = Payment.objects.filter(_BY_HAND, owner=viewer, rule=None)
    groups = rows.exclude(payer="").values_list("payer", "role__key").order_by()
    ways = {"n_in": Count("pk", Q(amount_minor__gt=0))}
    for payer, role, n_in, n in groups.annotate(**ways, n=Count("pk")):
        name = plain(named.of(payer))
        for is_out, some in ((False, n_in), (True, n - n_in)):
            if some:
                subject = (RuleField.PAYER.value, name, is_out)
                counts.setdefault(subject, Counter())[role or _PRIVATE] += some
    return counts


def _placed_hours(viewer: Person) -> _Counts:
    counts: _Counts = {}
    rows = TimeEntry.objects.filter(_BY_HAND, owner=viewer, rule=None)
    texts = ("project", "client", "task", "description")
    groups = rows.values_list("role__key", *texts).annotate(Count("pk")).order_by()
    for role, *named, n in groups:
        subject = (RuleField.PROJECT.value, plain(project_of(*named)), False)
        counts.setdefault(subject, Counter())[role or _PRIVATE] += n
    return counts
