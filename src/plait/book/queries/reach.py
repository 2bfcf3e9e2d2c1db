"""Which records answers rest on: those whose day and size can be meant."""

from django.db.models import Q

from plait.accounts.models import Person
from plait.book.models import Agreement, Event, Payment, Role, TimeEntry
from plait.domain.reach import FIRST_DAY, LAST_DAY, MOST_MINOR, MOST_SECONDS

_DAYS = (FIRST_DAY, LAST_DAY)
MONEY_IN_REACH = Q(
    booked_on__range=_DAYS, amount_minor__gt=-MOST_MINOR, amount_minor__lt=MOST_MINOR
)
TIME_IN_REACH = Q(on__range=_DAYS, seconds__lte=MOST_SECONDS)
EVENT_IN_REACH = Q(on__range=_DAYS)


def beyond(*, viewer: Person, using: str | None = None) -> dict[str, int]:
    """Return how many records cannot be meant, by their kind in the singular."""
    role = Q(started_on__lt=FIRST_DAY) | Q(ended_on__gt=LAST_DAY)
    terms = Q(starts_on__lt=FIRST_DAY) | Q(ends_on__gt=LAST_DAY)
    kinds = {
        "payment": (Payment, ~MONEY_IN_REACH),
        "time entry": (TimeEntry, ~TIME_IN_REACH),
        "event": (Event, ~EVENT_IN_REACH),
        "role": (Role, role),
        "agreement": (Agreement, terms),
    }
    return {
        name: kind.objects.using(using).filter(q, owner=viewer).count()
        for name, (kind, q) in kinds.items()
    }
