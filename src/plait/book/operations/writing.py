"""One way to change a book: all or nothing, and its revision moves on."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import F

from plait.accounts.models import Person
from plait.book.models import Book


@contextmanager
def book_of(viewer: Person) -> Iterator[None]:
    """Open the person's book for one change, kept whole or not at all.

    The row of the book is locked first, so that two changes of one book take
    turns; other people's books are not held up on PostgreSQL.
    """
    with transaction.atomic():
        if not Book.objects.filter(owner=viewer).update(revision=F("revision") + 1):
            Book.objects.get_or_create(owner=viewer)
        yield
