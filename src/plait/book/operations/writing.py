"""One way to change a book: all or nothing, in its journal, and its revision another."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from plait.accounts.models import Person
from plait.accounts.servers import refuse_book
from plait.accounts.sharing.operations import book_changed
from plait.book.journal import pack
from plait.book.models import Book, Change
from plait.book.models.owned import Owned
from plait.book.models.recording import Recorder, open_recorder, recording
from plait.book.queries.memory import revision_changed
from plait.domain.changes import NOT_UNDONE
from plait.domain.errors import PlaitError
from plait.domain.quiet import NamesHidden, disguise


class NotTheirs(PlaitError):
    """Something of another person's book was about to be put into this one."""


class DoneBefore(PlaitError):
    """The same request changed this book before; `value` is the change's number."""


# The key of the request that is being carried out, "" where nobody gave one.
_request: ContextVar[str] = ContextVar("request", default="")

# The number of the last change that was made here, for whoever offers to undo it.
last_change: ContextVar[int | None] = ContextVar("last_change", default=None)


@contextmanager
def as_request(key: str) -> Iterator[None]:
    """Let the change inside be made once for this key: a second one is `DoneBefore`."""
    token = _request.set(key[:100])
    try:
        yield
    finally:
        _request.reset(token)


@contextmanager
def book_of(viewer: Person, *used: Owned | None, what: str = "") -> Iterator[Recorder]:
    """Open the person's book for one change, kept whole or not at all.

    What the change is about is handed in as well: a change that touches anything
    of another's book is refused. The row of the book is locked first, so that two
    changes of one book take turns; other people's books are not held up on
    PostgreSQL. What is written inside becomes one row of the journal, named by
    `what`; a change made within another is a part of that. On a server of several
    people a book may not be kept by everybody: `accounts.servers`.
    """
    refuse_book(viewer)
    refuse_others(viewer, used)
    _refuse_hidden_names()
    outer = open_recorder()
    if outer is not None and outer.owner == viewer.pk:
        with outer.part():
            yield outer
        return
    with transaction.atomic():
        _turn_over(viewer)
        _refuse_again(viewer)
        with recording(Recorder(viewer.pk, what)) as recorder:
            yield recorder
        _keep(viewer, recorder)


def _refuse_hidden_names() -> None:
    """Refuse to change a book of which names were read hidden: they would be saved."""
    if disguise() is not None:
        raise NamesHidden(
            "Quiet view hides names, so nothing can be changed here",
            fix="Turn quiet view off first.",
        )


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
    revision_changed(viewer.pk)
    if not mine.update(revision=number):
        # A book's first change makes its row; of two at once only one makes it.
        Book.objects.get_or_create(owner=viewer)
        mine.update(revision=number)


def _refuse_again(viewer: Person) -> None:
    key = _request.get()
    done = Change.objects.filter(owner=viewer, request=key).first() if key else None
    if done is not None:
        raise DoneBefore(
            "This request was carried out before", value=str(done.number), fix=""
        )


def _keep(viewer: Person, recorder: Recorder) -> None:
    """Write the change into the journal, if it changed anything."""
    if connection.needs_rollback:  # a preview: all of it is taken back
        return
    rows = pack(recorder)
    if not rows and recorder.batch is None:
        return
    last = Change.objects.filter(owner=viewer).aggregate(last=Max("number"))["last"]
    number = (last or 0) + 1
    change = Change.objects.create(
        owner=viewer,
        number=number,
        made_at=timezone.now(),  # noqa: TID251  # when it was made, whatever day it is about
        what=recorder.what,
        request=_request.get(),
        batch=recorder.batch,
        rows=rows,
    )
    last_change.set(None if recorder.what in NOT_UNDONE else number)
    book_changed(viewer=viewer, now=change.made_at)
