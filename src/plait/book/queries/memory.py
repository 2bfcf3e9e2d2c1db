"""What was read from a book, remembered until that book changes.

A book has a number that is another one after every change (`revision_of`): what was
worked out at one number holds as long as the book bears it.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any, Protocol, TypeVar, cast

from plait.accounts.models import Person
from plait.book.models import Book
from plait.book.models.recording import open_recorder
from plait.domain.quiet import disguise

T = TypeVar("T")


class Forgets(Protocol):
    """Something that remembers what people's books hold."""

    def forget(self, person: int) -> None:
        """Forget what is one person's."""

    def clear(self) -> None:
        """Forget everything."""


_memories: list[Forgets] = []


def forgets_people(memory: Forgets) -> None:
    """Let a memory hear of it when somebody's book is to be forgotten."""
    _memories.append(memory)


class Memory:
    """The last few values by their keys; the threads of a server share it.

    A key is a tuple that begins with whose book it is of.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[tuple[object, ...], Any] = OrderedDict()
        self._one_at_a_time = Lock()
        forgets_people(self)

    def of(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return the remembered value, or make it and remember it."""
        with self._one_at_a_time:
            if key in self._held:
                self._held.move_to_end(key)
                return cast("T", self._held[key])
        # Not while the lock is held: two may make the same, but nobody waits for it.
        found = make()
        with self._one_at_a_time:
            self._held[key] = found
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return found

    def of_book(self, viewer: Person, key: object, make: Callable[[], T]) -> T:
        """Return what was made of the viewer's book as it is now, or make it.

        What is read in the middle of a change is not remembered, for its book goes on
        changing under one number; nor that of a book that has none yet. In quiet view
        names are others, so it has a memory of its own.
        """
        revision = revision_of(viewer=viewer)
        if not revision or open_recorder() is not None:
            return make()
        worn = disguise()
        language = worn.language if worn else None
        return self.of((viewer.pk, revision, language, key), make)

    def forget(self, person: int) -> None:
        """Forget what is one person's."""
        with self._one_at_a_time:
            for key in [held for held in self._held if held[0] == person]:
                del self._held[key]

    def clear(self) -> None:
        """Forget everything."""
        with self._one_at_a_time:
            self._held.clear()


def forget_books() -> None:
    """Forget all that was read from books: somebody deleted theirs."""
    for memory in _memories:
        memory.clear()


def forget_person(person: int) -> None:
    """Forget all that was read from one person's book: they were signed out."""
    for memory in _memories:
        memory.forget(person)


# What was read of a book's number while one page is made; None where nothing reads once.
_read_once: ContextVar[dict[int, int] | None] = ContextVar("read_once", default=None)


@contextmanager
def one_revision() -> Iterator[None]:
    """Ask for the number of a book once, however often a page needs it."""
    token = _read_once.set({})
    try:
        yield
    finally:
        _read_once.reset(token)


def revision_changed(person: int) -> None:
    """Ask for the number of a book again: it was changed while a page is made."""
    (_read_once.get() or {}).pop(person, None)


def revision_of(*, viewer: Person) -> int:
    """Return a number that is another one after every change of the book."""
    seen = _read_once.get()
    if seen is not None and viewer.pk in seen:
        return seen[viewer.pk]
    found = Book.objects.filter(owner=viewer).values_list("revision", flat=True)
    revision = found.first() or 0
    if seen is not None and revision and open_recorder() is None:
        seen[viewer.pk] = revision
    return revision
