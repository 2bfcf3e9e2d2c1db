"""What every kind of line goes through: planned by its fingerprint, then written.

A fingerprint is 64 bits over what makes a line itself and how many equal ones
stood before it in the file: two identical payments on one day stay two, and the
same file again adds nothing.
"""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from django.db import models

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.assignment import Assignment, Place
from plait.book.fingerprints import fingerprint_of
from plait.book.imports.lines.decided import Action, Decided
from plait.book.imports.lines.held import held_fingerprints
from plait.book.models import Batch, OtherFingerprint
from plait.domain.records import BankLine, EventLine, FingerprintKind, TimeLine

L = TypeVar("L", BankLine, TimeLine, EventLine)

SORTED = ("owner", "batch", "fingerprint", "role", "rule", "status")


class LinePlanner(Generic[L]):
    """Decides about the lines of one kind, file after file of one import.

    It reads and writes nothing: what an earlier file of the import brings counts as
    held for the later ones.
    """

    model: ClassVar[type[models.Model]]
    kind: ClassVar[str]
    fingerprints: ClassVar[FingerprintKind]

    def __init__(self, viewer: Person) -> None:
        self.viewer = viewer
        self.held = held_fingerprints(self.model, self.fingerprints, viewer)
        self.source = ""
        self.decided = Decided(self.kind)
        self._repeats: dict[int, int] = {}

    def begin(self, source: str, *, is_last: bool) -> None:  # noqa: ARG002  # for kinds that compare files
        """Begin a file of this format, the last of the import with lines of the kind?"""
        self.source = source
        self.decided = Decided(self.kind)
        self._repeats = {}

    def take(self, lines: Sequence[L]) -> None:
        """Decide about lines as far as their fingerprints tell."""
        held, add = self.held, self.decided.add
        for line in lines:
            fingerprint = self._fingerprint(line)
            found = held.get(fingerprint)
            if found is None:
                held[fingerprint] = fingerprint
                self._miss(line)
                add(Action.NEW, fingerprint)
            else:
                self._meet(found, line)
                add(Action.KNOWN, found)

    def finish(self) -> Decided:
        """Decide what can only be decided once the whole file was seen."""
        return self.decided

    def _fingerprint(self, line: L) -> int:
        """Return the fingerprint; an export's lines bring the one they had."""
        if line.fingerprint is not None:
            return line.fingerprint
        return self._counted(fingerprint_of(line.identity))

    def _counted(self, fingerprint: int) -> int:
        before = self._repeats.get(fingerprint, 0)
        self._repeats[fingerprint] = before + 1
        return fingerprint_of(f"{fingerprint}\x1f{before}") if before else fingerprint

    def _miss(self, line: L) -> None:
        """Learn of a line whose fingerprint the book does not hold."""

    def _meet(self, fingerprint: int, line: L) -> None:
        """Learn that a line is a record the book holds."""


class LineWriter(Generic[L]):
    """Writes what was decided about the lines of one kind in one file."""

    model: ClassVar[type[models.Model]]
    fingerprints: ClassVar[FingerprintKind]
    columns: ClassVar[Sequence[str]]

    def __init__(self, batch: Batch, assignment: Assignment, decided: Decided) -> None:
        self.batch = batch
        self.assignment = assignment
        self.decided = decided
        self._owned = (batch.owner_id, batch.pk)
        self._at = 0

    def write(self, lines: Sequence[L], source: str) -> None:
        """Insert the lines that are new, and correct what others correct."""
        actions = self.decided.actions[self._at : self._at + len(lines)]
        fingerprints = self.decided.fingerprints[self._at : self._at + len(lines)]
        self._at += len(lines)
        if actions.count(Action.KNOWN) == len(lines):
            return
        rows = []
        for line, action, fingerprint in zip(lines, actions, fingerprints, strict=True):
            if action == Action.NEW:
                rows.append(self._row(fingerprint, line, source))
            elif action == Action.CHANGED:
                self._change(fingerprint, line)
        bulk.insert(self.model, (*SORTED, *self.columns), rows)

    def finish(self) -> None:
        """Keep the further fingerprints by which records are known now."""
        others = self.decided.others
        keys = self._keys(others.values())
        OtherFingerprint.objects.bulk_create(
            OtherFingerprint(
                owner_id=self.batch.owner_id,
                batch=self.batch,
                kind=self.fingerprints,
                fingerprint=other,
                record=keys[own],
            )
            for other, own in others.items()
            if own in keys
        )

    def _keys(self, fingerprints: Iterable[int]) -> dict[int, int]:
        """Return the keys of the records that bear these fingerprints."""
        keys: dict[int, int] = {}
        for piece in bulk.in_pieces(sorted(set(fingerprints))):
            found = self._mine().filter(fingerprint__in=piece)
            keys.update(found.values_list("fingerprint", "pk"))
        return keys

    def _mine(self) -> models.QuerySet[Any]:
        return self.model._default_manager.filter(owner=self.batch.owner_id)  # noqa: SLF001  # Django's name for it

    def _row(self, fingerprint: int, line: L, source: str) -> tuple[Any, ...]:
        return (
            *self._owned,
            fingerprint,
            *self._place(line),
            *self._values(line, source),
        )

    def _change(self, fingerprint: int, line: L) -> None:
        """Correct the record of the fingerprint; only some kinds are corrected."""

    def _place(self, line: L) -> Place:
        raise NotImplementedError

    def _values(self, line: L, source: str) -> tuple[Any, ...]:
        raise NotImplementedError
