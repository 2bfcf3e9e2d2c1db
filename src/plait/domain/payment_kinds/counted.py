"""The one definition of what a payment is, and what of it counts.

What the person says holds. Then pairs: one amount that left one own account and
reached another, a purchase and its return, a payment and the same amount back. Then
words ("loan", "travel expenses"), where habits do not speak against them. Then who it
is: money from somebody who was only ever paid is a cost that came back.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from plait.domain.payment_kinds.kinds import (
    KnownBy,
    PaymentKind,
    code_by,
    code_of,
)
from plait.domain.payment_kinds.pairs import transfers, undone_pairs
from plait.domain.rules import plain

if TYPE_CHECKING:
    from plait.domain.columns import Payments

# How long after it was paid a part of a purchase may come back; a credit note may be
# for an invoice of last year.
_LATER = 400
# Of so many payments of one payer with the word most are about it: no loans, but
# somebody who deals in them.
_HABIT = 3

_NO_ROLE = -1
_INCOME, _COST, _REFUND, _MADE, _CREDIT, _LOAN, _TRANSFER, _TAX, _OTHER = map(
    code_of, PaymentKind
)
_SIGN = code_by(KnownBy.SIGN)


class Kinds(NamedTuple):
    """The kind of each payment, and what of it counts.

    `kind` holds codes (`kind_of`), `by` the places of `KnownBy`. `counted` is signed,
    in minor units: what counts of each payment as income (above 0) or as a cost (below
    0). It is 0 for what is neither. A refund is taken off the purchase that it pays
    back, a credit off the income. `asked` are codes of what unsure words suggest, 0
    for nothing; it moves no figure.
    """

    kind: NDArray[np.int8]
    by: NDArray[np.int8]
    counted: NDArray[np.int64]
    asked: NDArray[np.int8]


def kinds_of(payments: "Payments") -> Kinds:
    """Return what each payment is, and what of it counts as income or as a cost."""
    judge = _Judge(payments)
    stated = np.flatnonzero(payments.stated)
    for row in stated.tolist():
        judge.take(row, int(payments.stated[row]), KnownBy.PERSON)
    for row in transfers(payments, judge.is_free):
        judge.take(row, _TRANSFER, KnownBy.PAIR)
    for first, second in undone_pairs(payments, judge.is_free):
        judge.undo(first, second)
    for row in np.flatnonzero((payments.sure > 0) & judge.is_free).tolist():
        judge.take_word(row)
    for row in np.flatnonzero(judge.asked).tolist():
        if judge.is_habit(row, int(judge.asked[row]), payments.maybe):
            judge.asked[row] = 0
    for row in judge.from_suppliers():
        judge.take(row, _REFUND, KnownBy.PAYER)
    for row in np.flatnonzero(judge.waits).tolist():
        judge.set_off(row)
    return Kinds(judge.kind, judge.by, judge.counted, judge.asked)


class _Judge:
    """What is known so far of each payment; `waits` are to be set off."""

    def __init__(self, payments: "Payments") -> None:
        self.payments = payments
        self.minor = payments.minor.astype(np.int64)
        self.kind = np.where(self.minor > 0, _INCOME, _COST).astype(np.int8)
        self.by = np.full(len(payments), _SIGN, dtype=np.int8)
        self.counted = self.minor.copy()
        self.asked = np.where(payments.stated > 0, 0, payments.maybe).astype(np.int8)
        self.is_undone = np.zeros(len(payments), dtype=np.bool_)
        self.waits = np.zeros(len(payments), dtype=np.bool_)
        names: dict[str, int] = {}
        first = [names.setdefault(plain(n), i) for i, n in enumerate(payments.payers)]
        self._payer = np.array(first, dtype=np.int64)
        self._rows: dict[tuple[int, int], list[int]] | None = None

    @property
    def is_free(self) -> NDArray[np.bool_]:
        """Which payments nothing but their sign says anything of."""
        free: NDArray[np.bool_] = (self.by == _SIGN) & ~self.is_undone
        return free

    def take(self, row: int, kind: int, by: KnownBy) -> None:
        """Take a payment for a kind."""
        self.kind[row], self.by[row], self.asked[row] = kind, code_by(by), 0
        if kind not in {_INCOME, _COST}:
            self.counted[row] = 0
            self.waits[row] = kind in {_REFUND, _MADE, _CREDIT}

    def undo(self, first: int, second: int) -> None:
        """Let neither of two payments count, of which the second took the first back."""
        kind = _REFUND if self.minor[second] > 0 else _CREDIT
        self.take(second, kind, KnownBy.PAIR)
        self.waits[second] = False
        self.counted[first] = 0
        self.is_undone[first] = True

    def take_word(self, row: int) -> None:
        """Take a payment for what its words say, or ask where others speak against it."""
        kind = int(self.payments.sure[row])
        if self._speaks_for(row, kind):
            self.take(row, kind, KnownBy.WORDS)
        elif self.minor[row] > 0:
            self.asked[row] = kind

    def _speaks_for(self, row: int, kind: int) -> bool:
        if kind in {_TRANSFER, _TAX}:
            return True
        if self.payments.role[row] == _NO_ROLE:
            return kind in {_LOAN, _MADE}
        beside = self._beside(row)
        if kind == _CREDIT:
            return self._came_before(row) >= -int(self.minor[row])
        came = [one for one in beside if self.minor[one] > 0]
        if kind == _REFUND:
            was_paid = any(self.minor[one] < 0 for one in beside)
            return was_paid or all(self.payments.sure[one] == kind for one in came)
        return not self.is_habit(row, kind, self.payments.sure)

    def is_habit(self, row: int, kind: int, codes: NDArray[np.integer[Any]]) -> bool:
        """Return whether most of what a payer pays for a role says the same."""
        if self.payments.role[row] == _NO_ROLE:
            return False
        came = [one for one in self._beside(row) if self.minor[one] > 0]
        alike = sum(int(codes[one]) == kind for one in came)
        return alike >= _HABIT and 2 * alike >= len(came)

    def _came_before(self, row: int) -> int:
        return sum(
            int(self.minor[one])
            for one in self._beside(row)
            if self.minor[one] > 0 and 0 <= self._days(one, row) <= _LATER
        )

    def _beside(self, row: int) -> list[int]:
        """Return all payments of the same payer for the same role, in order."""
        if self._rows is None:
            self._rows = defaultdict(list)
            for one in np.flatnonzero(self.payments.role != _NO_ROLE).tolist():
                self._rows[self._side(one)].append(one)
        return self._rows[self._side(row)]

    def _side(self, row: int) -> tuple[int, int]:
        return int(self.payments.role[row]), int(self._payer[self.payments.payer[row]])

    def _days(self, first: int, second: int) -> int:
        return int((self.payments.on[second] - self.payments.on[first]).astype(int))

    def from_suppliers(self) -> list[int]:
        """Return what came from payers who were paid more than they ever paid.

        Of these only what a single purchase before it could have brought back.
        """
        found = []
        for side in self._two_way():
            rows = [row for row in side if self.is_free[row]]
            out = [row for row in rows if self.minor[row] < 0]
            for row in rows:
                bought = [one for one in out if self._may_pay_back(one, row)]
                if self.minor[row] > 0 and bought:
                    found.append(row)
        return found

    def _two_way(self) -> Iterator[list[int]]:
        """Yield the payments of each payer of a role who got more than they paid."""
        p = self.payments
        rows = np.flatnonzero((p.role != _NO_ROLE) & self.is_free)
        sides = p.role[rows].astype(np.int64) * (len(p.payers) + 1)
        sides += self._payer[p.payer[rows]]
        came = self.minor[rows] > 0
        both = np.intersect1d(sides[came], sides[~came])
        for side in both.tolist():
            mine = rows[sides == side]
            is_named = bool(plain(p.payers[int(p.payer[mine[0]])]))
            if is_named and self.minor[mine].sum() <= 0:
                yield mine.tolist()

    def _may_pay_back(self, bought: int, row: int) -> bool:
        is_before = bought < row and self._days(bought, row) <= _LATER
        return is_before and self._is_alike(bought, row, self.minor[row])

    def _is_alike(self, other: int, row: int, minor: int) -> bool:
        """Return whether another payment is of this currency, and large enough."""
        p = self.payments
        return bool(
            p.currency[other] == p.currency[row] and -self.minor[other] >= minor
        )

    def set_off(self, row: int) -> None:
        """Take what came back off the costs, what went back off the income."""
        kind, left = int(self.kind[row]), int(self.minor[row])
        for other in self._set_against(row, kind):
            counts = int(self.counted[other])
            most = min(abs(counts), abs(left)) * (1 if left > 0 else -1)
            self.counted[other] += most
            left -= most
            if not left:
                return
        if kind == _CREDIT:
            self.counted[row] = left  # nothing shows what it takes back: a cost

    def _set_against(self, row: int, kind: int) -> Iterable[int]:
        """Return the payments of the other sign that one takes back, latest first."""
        opposite = _INCOME if kind == _CREDIT else _COST
        before = [
            one
            for one in self._beside(row)
            if self.kind[one] == opposite
            and self.payments.currency[one] == self.payments.currency[row]
            and 0 <= self._days(one, row) <= _LATER
        ]
        if kind != _MADE:
            return reversed(before)
        # What was spent for somebody may never have been noted as the role's cost.
        role = self.payments.role == self.payments.role[row]
        same = np.flatnonzero(role & (self.counted == -self.minor[row]))
        return [one for one in same.tolist() if 0 <= self._days(one, row) <= _LATER][
            -1:
        ]
