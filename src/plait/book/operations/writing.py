"""One way to change a book: all or nothing, and its revision becomes another."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from plait.accounts.models import Person
from plait.book.models import Book
from plait.book.models.owned import Owned
from plait.domain.errors import PlaitError


class NotTheirs(PlaitError):
    """Something of another person's book was about to be put into this one."""


@contextmanager
def book_of(viewer: Person, *used: Owned | None) -> Iterator[None]:
    """Open the person's book for one change, kept whole or not at all.

    What the change is about is handed in as well: a change that touches anything
    of another's book is refused. The row of the book is locked first, so that two
    changes of one book take turns; other people's books are not held up on
    PostgreSQL.
    """
    refuse_others(viewer, used)
    with transaction.atomic():
        _turn_over(viewer)
        yield


def refuse_others(viewer: Person, used: tuple[Owned | None, ...]) -> None:
    """Raise `NotTheirs` for a row of another person's book."""
    for one in used:
        if one is not None and one.owner_id != viewer.pk:
            raise NotTheirs(
                "There is no such thing in this book",
                value=str(one.pk),
                fix="Choose one of your own.",
            )


def _turn_over(viewer: Person) -> None:
    """Lock the row of the book and give it a number it never had.

    By chance, not counted up: after a change that was taken back, or a backup put
    back, a count would come to the same number for another state of the book.
    """
    mine = Book.objects.filter(owner=viewer)
    number = secrets.randbits(62)
    if not mine.update(revision=number):
        # A book's first change makes its row; of two at once only one makes it.
        Book.objects.get_or_create(owner=viewer)
        mine.update(revision=number)
