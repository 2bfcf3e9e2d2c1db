"""Which days the records themselves tell: by hand, and hours by their tracker."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Min

from plait.accounts.models import Person
from plait.book.models import Payment, TimeEntry, TimeShare
from plait.book.queries.recurring import occurrences


@dataclass
class Held:
    """Records of one kind: their first and last day, and the last one of each role."""

    first: date | None = None
    last: date | None = None
    last_by_role: dict[int, date] = field(default_factory=dict)
    days: set[date] = field(default_factory=set)

    @property
    def ends(self) -> list[date]:
        """The first and last day; none without any record."""
        return [day for day in (self.first, self.last) if day is not None]

    def add(self, role: int | None, first: date, last: date) -> None:
        """Add records of a role (None: of no role) from one day to another."""
        self.first = min(self.first or first, first)
        self.last = max(self.last or last, last)
        if role is not None:
            self.last_by_role[role] = max(self.last_by_role.get(role, last), last)


def payments_by_hand(viewer: Person, on: date, index_of: Mapping[int, int]) -> Held:
    """Return the payments that were entered by hand: no file and no account is theirs.

    `last` is that of what was typed, if anything was.
    """
    held = Held()
    found = Payment.objects.filter(
        owner=viewer, account=None, source="", booked_on__lte=on
    )
    for role, day, minor in found.values_list("role", "booked_on", "amount_minor"):
        held.add(index_of.get(role) if minor > 0 else None, day, day)
        held.days.add(day)
    typed = held.last
    for one in occurrences(viewer=viewer, on=on, is_money=True):
        came_in = (one.row.amount_minor or 0) > 0
        paid = index_of.get(one.row.role_id or 0) if came_in else None
        held.add(paid, one.on, one.on)
        held.days.add(one.on)
    # What recurs comes by itself: it says nothing of what is still to be typed.
    held.last = typed or held.last
    return held


def hours_held(
    viewer: Person, on: date, index_of: Mapping[int, int]
) -> dict[str, Held]:
    """Return the hours by the format they came by, "" for those entered by hand."""
    found: dict[str, Held] = defaultdict(Held)
    entries = TimeEntry.objects.filter(owner=viewer, on__lte=on).order_by()
    shares = TimeShare.objects.filter(owner=viewer, entry__on__lte=on).order_by()
    each = [
        *entries.values_list("source", "role").annotate(Min("on"), Max("on")),
        *shares.values_list("entry__source", "role").annotate(
            Min("entry__on"), Max("entry__on")
        ),
    ]
    for source, role, first, last in each:
        found[source].add(index_of.get(role), first, last)
    for one in occurrences(viewer=viewer, on=on, is_money=False):
        found[""].add(index_of.get(one.row.role_id or 0), one.on, one.on)
    return dict(found)
