"""Work as columns: who it was for, how it counts, when it began and ended."""

from dataclasses import dataclass, fields
from datetime import date
from itertools import pairwise

import numpy as np

from plait.domain.columns import Bools, Days, Instants, Ints
from plait.domain.roles import CountsAs

RELATIONSHIPS = tuple(CountsAs)
UNKNOWN = -1


@dataclass(frozen=True, eq=False)
class Segments:
    """Stretches of one person's work and leave, one element each, in any order.

    Elements of one `entry`, which served several roles, share its number and count
    once. `organisation` indexes `organisations` and `counts_as` `RELATIONSHIPS`;
    both are `UNKNOWN` for hours without a role. `day` is the local day it began,
    `seconds` what was worked, breaks taken off. `starts_at` and `ends_at` are
    instants in UTC, NaT where no clock is known. `knows_break` says that the breaks
    were recorded, if only as none. `is_leave` marks hours not worked for leave or
    sickness; `has_opted_out` that the opt-out of that organisation held.
    """

    entry: Ints
    organisation: Ints
    counts_as: Ints
    day: Days
    seconds: Ints
    starts_at: Instants
    ends_at: Instants
    knows_break: Bools
    is_leave: Bools
    has_opted_out: Bools
    organisations: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.day)

    def chosen(self, rows: Ints | Bools | slice) -> "Segments":
        """Return some of the segments: by a mask, a slice or indices in their order."""
        if isinstance(rows, np.ndarray) and rows.dtype == np.bool_:
            if rows.all():
                return self
            rows = np.flatnonzero(rows)
        columns = {name: getattr(self, name)[rows] for name in _COLUMNS}
        return Segments(**columns, organisations=self.organisations)

    def each_entry_once(self) -> "Segments":
        """Return one element for each entry; those of one entry stand together."""
        is_new = np.ones(len(self), dtype=bool)
        is_new[1:] = self.entry[1:] != self.entry[:-1]
        return self.chosen(is_new)

    def in_order(self) -> "Segments":
        """Return the segments by their starts; those without a clock by their days.

        Those of one entry begin together and so stand together.
        """
        unclocked = np.isnat(self.starts_at)
        key = np.where(unclocked, self.day.astype("datetime64[s]"), self.starts_at)
        order = np.argsort(self.entry, kind="stable")
        order = order[np.argsort(key[order].astype(np.int64), kind="stable")]
        return self.chosen(order)

    def by_organisation(self) -> "list[Segments]":
        """Return each organisation's segments, in the same order."""
        order = np.argsort(self.organisation, kind="stable")
        sorted_ = self.chosen(order)
        edges = np.flatnonzero(np.diff(sorted_.organisation)) + 1
        bounds = [0, *edges.tolist(), len(self)]
        return [
            sorted_.chosen(slice(begin, end))
            for begin, end in pairwise(bounds)
            if end > begin
        ]


_COLUMNS = tuple(field.name for field in fields(Segments))[:-1]


@dataclass(frozen=True, slots=True)
class Worker:
    """Whose work it is: the age decides which rules hold, the zone what the clock is.

    Without a day of birth a person is taken for an adult. `country` and `region` say
    which public holidays they have.
    """

    timezone: str
    born_on: date | None = None
    country: str = ""
    region: str = ""

    def birthday(self, age: int) -> date | None:
        """Return the day they reach the age; 1 March for 29 February."""
        if self.born_on is None:
            return None
        year = self.born_on.year + age
        try:
            return self.born_on.replace(year=year)
        except ValueError:
            return date(year, 3, 1)
