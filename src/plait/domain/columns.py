"""What comes by the ten thousand, as columns: equally long NumPy arrays.

Roles, currencies and names are small whole numbers into a tuple beside them;
`NO_ROLE` stands where a record has not found its role.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plait.domain.payment_kinds.counted import Kinds, kinds_of

Days = NDArray[np.datetime64]
Instants = NDArray[np.datetime64]
Ints = NDArray[np.integer[Any]]
Bools = NDArray[np.bool_]

NO_ROLE = -1


def _nothing() -> Ints:
    return np.zeros(0, dtype=np.int8)


@dataclass(frozen=True, eq=False)
class Payments:
    """Booked money, in and out; `minor` is signed, in minor units of `currency`.

    In order of days. `payer` indexes `payers` (the other side's name), `currency`
    `currencies`, `account` `accounts` (the person's own, "" for none), `role` the
    portfolio's roles; `status` is a `RecordStatus`.
    """

    on: Days
    minor: Ints
    currency: Ints
    payer: Ints
    account: Ints
    role: Ints
    status: Ints
    currencies: tuple[str, ...]
    payers: tuple[str, ...]
    accounts: tuple[str, ...]
    # Kinds as codes (`payment_kinds.kinds`), 0 for none: what the person says, what words
    # and names surely say, and what they may say. `number` is what a person names a
    # payment by; parts of one share it.
    stated: Ints = field(default_factory=_nothing)
    sure: Ints = field(default_factory=_nothing)
    maybe: Ints = field(default_factory=_nothing)
    number: Ints = field(default_factory=_nothing)

    def __post_init__(self) -> None:
        for name in _NOT_NEEDED:
            if not len(getattr(self, name)):
                object.__setattr__(self, name, np.zeros(len(self), dtype=np.int8))

    def __len__(self) -> int:
        return len(self.on)

    def before(self, on: date) -> "Payments":
        """Return the payments before a day; they stand in order of days."""
        n = int(np.searchsorted(self.on, np.datetime64(on, "D")))
        return replace(self, **{name: getattr(self, name)[:n] for name in _COLUMNS})

    @cached_property  # every question about income asks for them
    def kinds(self) -> Kinds:
        """What each payment is, and what of it counts: the one place to ask."""
        return kinds_of(self)

    @cached_property
    def is_income(self) -> Bools:
        """Which payments brought a role income, and were not taken back whole."""
        found: Bools = (self.role != NO_ROLE) & (self.kinds.counted > 0)
        return found


_NOT_NEEDED = ("stated", "sure", "maybe", "number")
_COLUMNS = (
    *("on", "minor", "currency", "payer", "account", "role", "status"),
    *_NOT_NEEDED,
)


@dataclass(frozen=True, eq=False)
class Hours:
    """Time given: one element an entry, on its local day, in seconds.

    `starts_at` and `ends_at` are instants in UTC, NaT where only a duration is
    known; the seconds may be fewer than lie between them. `role` indexes the portfolio's roles. An entry that serves more roles than one
    stands here once, as load; each further role it serves is a pair in
    `also_entry` (index of the entry) and `also_role`.
    """

    on: Days
    seconds: Ints
    role: Ints
    status: Ints
    also_entry: Ints
    also_role: Ints
    starts_at: Instants
    ends_at: Instants

    def __len__(self) -> int:
        return len(self.on)

    def served(self) -> tuple[Ints, Ints]:
        """Return entries and the roles they serve as pairs, each pair once."""
        return self._pairs

    @cached_property  # every analysis asks for them, some once for each role
    def _pairs(self) -> tuple[Ints, Ints]:
        entries = np.flatnonzero(self.role != NO_ROLE)
        roles = self.role[entries]
        if not len(self.also_entry):
            return entries, roles
        further = self.also_role != self.role[self.also_entry]
        also = np.stack([self.also_entry[further], self.also_role[further]])
        also = np.unique(also, axis=1)
        return np.concatenate([entries, also[0]]), np.concatenate([roles, also[1]])

    def chosen(self, rows: Bools) -> "Hours":
        """Return some of the entries, with the further roles they serve."""
        place = np.cumsum(rows) - 1
        also = rows[self.also_entry]
        return Hours(
            on=self.on[rows],
            seconds=self.seconds[rows],
            role=self.role[rows],
            status=self.status[rows],
            also_entry=place[self.also_entry[also]],
            also_role=self.also_role[also],
            starts_at=self.starts_at[rows],
            ends_at=self.ends_at[rows],
        )

    def of_role(self, role: int) -> tuple[Days, Ints]:
        """Return days and seconds of all entries that serve the role."""
        entries, roles = self.served()
        chosen = np.sort(entries[roles == role])
        return self.on[chosen], self.seconds[chosen]


@dataclass(frozen=True, eq=False)
class Events:
    """Calendar occurrences in order of their starts, instants in UTC.

    `fingerprint` names an occurrence for good; `title` indexes `titles`, `place` `places`
    ("" where none is told). `is_busy` says whether it takes time.
    """

    on: Days
    starts_at: Instants
    ends_at: Instants
    is_all_day: Bools
    is_busy: Bools
    role: Ints
    status: Ints
    fingerprint: Ints
    title: Ints
    place: Ints
    titles: tuple[str, ...]
    places: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.on)
