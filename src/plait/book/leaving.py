"""What the book does when somebody leaves a server: `accounts.leaving` asks for it."""

from datetime import datetime

from plait.book.models import CalendarFeed, ReminderFeed
from plait.book.operations.deletion import remove_beside
from plait.book.queries.memory import forget_books


def end_feeds(*, owner: int, now: datetime) -> None:  # noqa: ARG001  # as every room is asked
    """Let the secret addresses of somebody who leaves lead nowhere."""
    # No change of the book, which may be closed here.
    CalendarFeed.objects.filter(owner=owner).delete()
    ReminderFeed.objects.filter(owner=owner).delete()


def clear_beside(*, owner: int) -> None:
    """Remove what of somebody who left lies beside the database."""
    forget_books()
    remove_beside([owner])
