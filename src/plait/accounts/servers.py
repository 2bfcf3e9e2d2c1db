"""What sort of server this is, and whether somebody may keep a book on it.

On one's own machine a book is kept without a question. On a community's server its
person first says that they know who could read it. An organisation's server keeps
none: `book.closed` holds its database to that as well.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from plait.accounts.audit.notes import note
from plait.accounts.models import Person
from plait.domain.audit import Act
from plait.domain.errors import PlaitError

COMMUNITY, ORGANISATION = "community", "organisation"


class KeepsNoBooks(PlaitError):
    """No book is kept here: an organisation runs this server."""


class NotAgreed(PlaitError):
    """Nobody said yet that they know who could read their book here."""


def keeps_books() -> bool:
    """Return whether books may be kept here at all."""
    return bool(settings.SERVER != ORGANISATION)


def may_keep_book(person: Person) -> bool:
    """Return whether this person may keep a book here as things are.

    A copy of the sample tells nothing of anybody, so nobody has to agree to it.
    """
    if settings.SERVER != COMMUNITY:
        return keeps_books()
    return person.book_agreed_at is not None or person.sample_of_id is not None


def refuse_book(person: Person) -> None:
    """Raise `KeepsNoBooks` or `NotAgreed` unless the person may keep a book here."""
    if not keeps_books():
        raise KeepsNoBooks(
            "This is an organisation's server: it keeps nobody's book",
            fix="Keep it on your own machine, and bring what you choose to show.",
        )
    if not may_keep_book(person):
        raise NotAgreed(
            "Whoever runs this server's database could read what you write in a book"
            " here",
            fix="Say on the start page that you know that, or keep your book at home.",
        )


@transaction.atomic
def agree_to_host(*, viewer: Person, now: datetime) -> None:
    """Note that the person knows who could read their book here, and wants one."""
    if not keeps_books():
        refuse_book(viewer)
    if viewer.book_agreed_at is None:
        viewer.book_agreed_at = now
        viewer.save(update_fields=["book_agreed_at"])
        note(owner=viewer, act=Act.BOOK_BEGUN, now=now)
