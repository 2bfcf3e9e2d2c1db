"""What was read from a book, remembered until that book changes.

A book has a number that is another one after every change (`revision_of`): what was
worked out at one number holds as long as the book bears it.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar, cast

from plait.accounts.models import Person
from plait.book.models import Book
from plait.book.models.recording import open_recorder
from plait.domain.quiet import disguise

T = TypeVar("T")

_memories: list["Memory"] = []


class Memory:
    """The last few values by their keys; the threads of a server share it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[object, Any] = OrderedDict()
        self._one_at_a_time = Lock()
        _memories.append(self)

    def of(self, key: object, make: Callable[[], T]) -> T:
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

    def clear(self) -> None:
        """Forget everything."""
        with self._one_at_a_time:
            self._held.clear()


def forget_books() -> None:
    """Forget all that was read from books: somebody deleted theirs."""
    for memory in _memories:
        memory.clear()


def revision_of(*, viewer: Person) -> int:
    """Return a number that is another one after every change of the book."""
    found = Book.objects.filter(owner=viewer).values_list("revision", flat=True)
    return found.first() or 0
