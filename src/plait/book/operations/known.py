"""What the person says of how far their own entries go."""

from datetime import date

from django.db.models import Max

from plait.accounts.models import Person
from plait.book.models import Coverage, Payment
from plait.book.operations.by_hand import StillToCome
from plait.book.operations.writing import book_of
from plait.domain.errors import PlaitError
from plait.domain.known import ENTERED, KnownKind
from plait.domain.reach import refuse_beyond


class EnteredLater(PlaitError):
    """Money of a later day is entered than the one until which all is said to be."""


def say_entered_until(*, viewer: Person, until: date, today: date) -> Coverage:
    """Keep that all money by hand is entered up to a day, that day included.

    Said again, the later word stands alone. Raise `StillToCome` for a day after
    `today`, `EnteredLater` for one before the last entry.
    """
    refuse_beyond(until)
    if until > today:
        raise StillToCome(
            "This day is still to come",
            value=until.isoformat(),
            fix="Say it for today, or for a day before.",
        )
    _refuse_before_last(viewer, until)
    with book_of(viewer, what="say_entered_until"):
        words = Coverage.objects.filter(owner=viewer, source=ENTERED)
        words.filter(kind=KnownKind.ACCOUNT).delete()
        return Coverage.objects.create(
            owner=viewer,
            kind=KnownKind.ACCOUNT,
            starts_on=until,
            ends_on=until,
            is_stated=True,
            source=ENTERED,
        )


def _refuse_before_last(viewer: Person, until: date) -> None:
    typed = Payment.objects.filter(owner=viewer, account=None, source="")
    last = typed.aggregate(last=Max("booked_on"))["last"]
    if last is not None and until < last:
        raise EnteredLater(
            "You have entered money of a later day, and it is known until then",
            value=last.isoformat(),
            fix="Say that day or a later one.",
        )
