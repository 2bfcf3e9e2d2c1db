"""What every entry of a Plait file goes through: known by its name, or new.

Known is what the book holds already under the same name; it stays as it is, for the
person may have changed it since. What is new belongs to the batch and goes with it.
"""

from collections.abc import Container, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from django.db import models

from plait.accounts.models import Person
from plait.book.fingerprints import fingerprint_of
from plait.book.imports.book_file.counts import Counts
from plait.book.models import (
    Absence,
    Account,
    Agreement,
    Attachment,
    Batch,
    Belief,
    Cause,
    CheckIn,
    Coverage,
    DismissedRole,
    Fallback,
    HolidayChange,
    Invoice,
    Mapping,
    Overhead,
    PayerName,
    Recurring,
    Reminder,
    Role,
    Rule,
    Scenario,
    Season,
    SettledFinding,
    Settlement,
)
from plait.domain.errors import PlaitError, Problem

T = TypeVar("T", bound=Any)

# What names a row of each kind within a book.
NAMED_BY: dict[type[models.Model], tuple[str, ...]] = {
    Account: ("identifier",),
    Coverage: (
        *("kind", "name", "starts_on", "ends_on", "is_stated", "currency"),
        *("opening_minor", "closing_minor", "lines_minor", "source"),
    ),
    Mapping: ("name",),
    PayerName: ("alias",),
    DismissedRole: ("name",),
    Role: ("key",),
    Agreement: ("role__key", "starts_on"),
    Rule: ("field", "value"),
    CheckIn: ("role__key", "week_on"),
    Absence: ("kind", "starts_on", "role__key"),
    Season: ("starts_on",),
    HolidayChange: ("day", "organisation__name"),
    Overhead: ("kind", "starts_on", "role__key"),
    Cause: ("name",),
    Belief: ("role__key",),
    Fallback: ("role__key",),
    Invoice: ("role__key", "issued_on", "number", "amount_minor"),
    Settlement: (
        *("invoice__role__key", "invoice__issued_on", "invoice__number"),
        *("kind", "fingerprint", "on", "amount_minor"),
    ),
    Scenario: ("name",),
    Recurring: (
        *("starts_on", "rhythm", "every", "role__key", "amount_minor", "currency"),
        *("seconds", "payer", "text"),
    ),
    Reminder: ("kind",),
    SettledFinding: ("key",),
    Attachment: ("payment__fingerprint", "sha256"),
}


def name_fingerprint(model: type[models.Model], *names: object) -> int:
    """Return the fingerprint by which a later import is known to tell a row too."""
    texts = ["" if name is None else str(name) for name in names]
    return fingerprint_of("\x1f".join([model.__name__, *texts]))


class RecordIntake(Counts, Generic[T]):
    """Takes the entries of one section; `model` holds them."""

    model: ClassVar[type[models.Model]]

    def __init__(self, viewer: Person, batch: Batch | None = None) -> None:
        """Without a batch it can plan only."""
        super().__init__()
        self._batch = batch
        self.viewer = viewer
        held = self._mine().values_list(*NAMED_BY[self.model])
        self._held = {name_fingerprint(self.model, *names) for names in held}

    @property
    def batch(self) -> Batch:
        """The import that the entries come in by."""
        if self._batch is None:
            raise TypeError("nothing is written without a batch")
        return self._batch

    def plan(self, entries: Sequence[T], roles: Container[str]) -> None:
        """Count what is new and known; a role of none of these keys is a problem.

        What an operation refuses beside shows when the entry is added.
        """
        for entry in entries:
            fingerprint = name_fingerprint(self.model, *self._names(entry))
            unknown = [key for key in _roles_of(entry) if key not in roles]
            if fingerprint in self._held:
                self._count_known(is_more=self._says_more(entry))
            elif unknown:
                self.problems.append(_problem(entry.where, no_such_role(unknown[0])))
            else:
                self._held.add(fingerprint)
                self.n_new += 1

    def take(self, entries: Sequence[T]) -> None:
        """Add the entries that are new; one that cannot be is a problem."""
        for entry in entries:
            fingerprint = name_fingerprint(self.model, *self._names(entry))
            if fingerprint in self._held:
                self._meet_again(entry, fingerprint)
                continue
            try:
                self._add(entry)
            except PlaitError as bad:
                self.problems.append(_problem(entry.where, bad))
            else:
                self._held.add(fingerprint)
                self.n_new += 1

    def _meet_again(self, entry: T, fingerprint: int) -> None:
        """Take of a known entry what the book does not say yet."""
        self.known.append(fingerprint)
        is_more = self._says_more(entry)
        if is_more:
            self._add_more(entry)
        self._count_known(is_more=is_more)

    def _count_known(self, *, is_more: bool) -> None:
        self.n_new += is_more
        self.n_known += not is_more

    def _says_more(self, entry: T) -> bool:  # noqa: ARG002  # for those that can
        """Return whether a known entry holds what the book does not say yet."""
        return False

    def _add_more(self, entry: T) -> None:
        """Take what is new in a known entry."""
        raise NotImplementedError

    def _mine(self) -> models.QuerySet[Any]:
        return self.model._default_manager.filter(owner=self.viewer)  # noqa: SLF001  # Django's name for it

    def _role(self, key: str) -> Role:
        role = Role.objects.filter(owner=self.viewer, key=key).first()
        if role is None:
            raise no_such_role(key)
        return role

    def _role_or_none(self, key: str) -> Role | None:
        return self._role(key) if key else None

    def _names(self, entry: T) -> tuple[object, ...]:
        raise NotImplementedError

    def _add(self, entry: T) -> None:
        raise NotImplementedError


class NoSuchRole(PlaitError):
    """An entry names a role by a key that nobody holds."""


def no_such_role(key: str) -> NoSuchRole:
    """Return the refusal of an entry that names a role nobody holds."""
    return NoSuchRole(
        "This names a role that is not in the book",
        value=key,
        fix="Add the role to the file, or correct the key.",
    )


def _roles_of(entry: Any) -> list[str]:  # noqa: ANN401  # any record of a book file
    """Return the keys of roles that an entry names."""
    named = getattr(entry, "roles", None) or [getattr(entry, "role", "")]
    return [key for key in named if isinstance(key, str) and key]


def _problem(where: str, bad: PlaitError) -> Problem:
    return Problem(where, bad.what, bad.value, bad.fix)
