"""What every kind of line goes through: fingerprint, new or known, into the table.

A fingerprint is 64 bits over what makes a line itself and how many equal ones
stood before it in the file: two identical payments on one day stay two, and the
same file again adds nothing.
"""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from django.db import models

from plait.book import bulk
from plait.book.assignment import Assignment, Place
from plait.book.fingerprints import fingerprint_of
from plait.book.imports.counts import Counts
from plait.book.models import Batch, OtherFingerprint
from plait.domain.records import BankLine, EventLine, FingerprintKind, TimeLine

L = TypeVar("L", BankLine, TimeLine, EventLine)

SORTED = ("owner", "batch", "fingerprint", "role", "rule", "status")


class Intake(Counts, Generic[L]):
    """Takes the lines of one file after another into one table."""

    model: ClassVar[type[models.Model]]
    columns: ClassVar[Sequence[str]]
    fingerprints: ClassVar[FingerprintKind]

    def __init__(self, batch: Batch, assignment: Assignment, source: str) -> None:
        super().__init__()
        self.batch = batch
        self.assignment = assignment
        self.source = source
        self._owned = (batch.owner_id, batch.pk)
        self._repeats: dict[int, int] = {}
        # One question for all that the book holds, instead of one for every line.
        held = self._mine().values_list("fingerprint", flat=True)
        self._held = set(held.iterator(chunk_size=10_000))
        # Known as well: by another fingerprint, or as one that the person removed.
        self._held.update(self._others())

    def take(self, lines: Sequence[L]) -> None:
        """Add the lines that are new; remember the ones that were held."""
        rows = []
        fingerprinted = [(self._fingerprint(line), line) for line in lines]
        # All of the piece first: a record that a later line is, is no twin of this one.
        self._meet(
            fingerprint for fingerprint, _ in fingerprinted if fingerprint in self._held
        )
        for fingerprint, line in fingerprinted:
            twin = fingerprint if fingerprint in self._held else self._twin(line)
            if twin is not None:
                self._know(twin, line)
                continue
            self._held.add(fingerprint)
            rows.append(self._row(fingerprint, line))
        self.n_new += len(rows)
        bulk.insert(self.model, (*SORTED, *self.columns), rows)

    def _others(self) -> models.QuerySet[Any]:
        others = OtherFingerprint.objects.filter(
            owner=self.batch.owner_id, kind=self.fingerprints
        )
        return others.values_list("fingerprint", flat=True)

    def _mine(self) -> models.QuerySet[Any]:
        return self.model._default_manager.filter(owner=self.batch.owner_id)  # noqa: SLF001  # Django's name for it

    def _fingerprint(self, line: L) -> int:
        """Return the fingerprint; an export's lines bring the one they had."""
        if line.fingerprint is not None:
            return line.fingerprint
        fingerprint = fingerprint_of(line.identity)
        before = self._repeats.get(fingerprint, 0)
        self._repeats[fingerprint] = before + 1
        return fingerprint_of(f"{fingerprint}\x1f{before}") if before else fingerprint

    def _meet(self, fingerprints: Iterable[int]) -> None:
        """Learn which held records the next lines are, before twins are sought."""

    def _know(self, fingerprint: int, line: L) -> None:  # noqa: ARG002  # for kinds where it matters how a line was told
        """Remember that the file told a record the book held already."""
        self.n_known += 1
        self.known.append(fingerprint)

    def _twin(self, line: L) -> int | None:  # noqa: ARG002  # for kinds that have other ways to know
        """Return the fingerprint the line is held under by another name, if it is."""
        return None

    def _row(self, fingerprint: int, line: L) -> tuple[Any, ...]:
        return (*self._owned, fingerprint, *self._place(line), *self._values(line))

    def _place(self, line: L) -> Place:
        raise NotImplementedError

    def _values(self, line: L) -> tuple[Any, ...]:
        raise NotImplementedError
