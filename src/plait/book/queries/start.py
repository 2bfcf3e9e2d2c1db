"""Whether a book is new, and how far its person has come since."""

from plait.accounts.models import Person
from plait.book.models import CheckIn, Event, Payment, Role, TimeEntry


def is_new(*, viewer: Person) -> bool:
    """Return whether the book holds no role and no record at all."""
    return not any(
        model.objects.filter(owner=viewer).exists()
        for model in (Role, Payment, TimeEntry, Event, CheckIn)
    )
