"""The kinds of jobs: registered at start by the rooms that own the work."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any, NamedTuple

from django.conf import settings


class Planned(NamedTuple):
    """A job that a schedule asks for: whose, its key, from when on."""

    owner_id: int
    key: str
    not_before: datetime


@dataclass(frozen=True)
class JobKind:
    """One kind of work.

    `handler` and `missing` name functions as "package.module:name"; they are imported
    when they are first called. The handler takes a `Work`. `every` is how long after
    its end the next job of the same key begins, None for work that is done once.
    `missing` takes the time and yields the scheduled jobs that no row stands for.
    `attempts` is how often a fault is met before the job counts as failed. A job that
    somebody waits for before a page is not queued behind those that nobody sees.
    `limit` is how long it may take. `needs_book` says that it is about somebody's
    book: there are no such jobs on a server that keeps none. With `forgets` its
    arguments go when it ends.
    """

    name: str
    handler: str
    every: timedelta | None = None
    missing: str = ""
    attempts: int = 5
    somebody_waits: bool = False
    limit: timedelta = timedelta(hours=1)
    needs_book: bool = True
    forgets: bool = False

    def run(self, work: object) -> dict[str, Any] | None:
        """Do the work; what it returns is the job's result."""
        result: dict[str, Any] | None = _function(self.handler)(work)
        return result

    def planned(self, now: datetime) -> Iterable[Planned]:
        """Return the scheduled jobs that no row stands for."""
        found: Iterable[Planned] = _function(self.missing)(now) if self.missing else ()
        return found


_kinds: dict[str, JobKind] = {}


def register(kind: JobKind) -> None:
    """Let jobs of this kind be carried out; a room does so when Django starts."""
    _kinds[kind.name] = kind


def forget(name: str) -> None:
    """Let no more jobs of this kind be carried out: for tests that register one."""
    _kinds.pop(name, None)


def kind_named(name: str) -> JobKind:
    """Return a kind by its name; raise `KeyError` where there is no such kind here."""
    if not _is_here(_kinds[name]):
        raise KeyError(name)
    return _kinds[name]


def all_kinds() -> list[JobKind]:
    """Return every kind that there is on this server, in the order of registration."""
    return [kind for kind in _kinds.values() if _is_here(kind)]


def _is_here(kind: JobKind) -> bool:
    return settings.SERVER != "organisation" or not kind.needs_book


def _function(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found
