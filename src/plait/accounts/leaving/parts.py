"""What each room does when somebody leaves; rooms register it when Django starts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class LeavingPart:
    """What one room does; functions are named as "package.module:name".

    `at_once` is called with `owner` (a key) and `now` in the transaction in which the
    week begins, and once more before anything is removed: it ends what others can
    still see or open, and must be quick. `at_the_end` is called with `owner` when no
    row is left, for what lies outside the database. Both may be called twice.
    """

    name: str
    at_once: str = ""
    at_the_end: str = ""


_parts: dict[str, LeavingPart] = {}


def register(part: LeavingPart) -> None:
    """Let a room take part."""
    _parts[part.name] = part


def end_at_once(*, owner: int, now: object) -> None:
    """Let every room end what others see or open of the owner."""
    for function in _functions("at_once"):
        function(owner=owner, now=now)


def clear_outside(*, owner: int) -> None:
    """Let every room remove what of the owner lies outside the database."""
    for function in _functions("at_the_end"):
        function(owner=owner)


def _functions(when: str) -> Iterator[Callable[..., Any]]:
    for part in _parts.values():
        if named := getattr(part, when):
            module, _, function = named.partition(":")
            yield getattr(import_module(module), function)
