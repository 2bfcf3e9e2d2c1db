"""A portfolio's hours and absences as segments: who for, how counted, when.

How hours count, and whether an opt-out held, is what the role's terms of that day
say; without terms, what its kind usually counts as. A break is known where an entry
is longer by the clock than it lasted; an entry that is not may hide one.
"""

from datetime import date

import numpy as np

from plait.analysis.working_time.leave import leave_of
from plait.analysis.working_time.segments import UNKNOWN, Segments
from plait.analysis.working_time.terms import Terms, terms_of
from plait.domain.columns import NO_ROLE, Hours, Ints
from plait.domain.portfolio import Portfolio
from plait.domain.records import RecordStatus


def segments_from(portfolio: Portfolio, *, since: date) -> Segments:
    """Return what was worked and not worked from that day up to the portfolio's.

    Private entries are left out; those without a role count as `UNKNOWN`.
    """
    entry, role = _served(portfolio.hours, since, portfolio.on)
    terms = terms_of(portfolio.roles, since, portfolio.on)
    done = _done(portfolio, terms, entry, role)
    away = leave_of(portfolio, terms, done.day, role)
    return _with_leave(done, away, terms, organisations_of(portfolio))


def organisations_of(portfolio: Portfolio) -> tuple[Ints, tuple[str, ...]]:
    """Return each role's organisation by number, `UNKNOWN` last, and their names.

    Two spellings by capitals are one organisation, and so one employer.
    """
    names = [role.organisation.name for role in portfolio.roles]
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.casefold(), name)
    numbers_by_name = {key: number for number, key in enumerate(first)}
    numbers = [*(numbers_by_name[name.casefold()] for name in names), UNKNOWN]
    return np.array(numbers, dtype=np.int16), tuple(first.values())


def _served(hours: Hours, since: date, on: date) -> tuple[Ints, Ints]:
    """Return entries of those days and roles as pairs, without a role as `NO_ROLE`."""
    is_counted = (hours.on >= np.datetime64(since, "D")) & (
        hours.on <= np.datetime64(on, "D")
    )
    is_counted &= hours.status != RecordStatus.PRIVATE
    entry, role = hours.served()
    chosen = is_counted[entry]
    free = np.flatnonzero(is_counted & (hours.role == NO_ROLE))
    entries = np.concatenate([entry[chosen], free])
    roles = np.concatenate([role[chosen], np.full(len(free), NO_ROLE)])
    return entries.astype(np.int64), roles.astype(np.int64)


def _done(portfolio: Portfolio, terms: Terms, entry: Ints, role: Ints) -> Segments:
    """Return the entries as segments; a clock that stands still is no clock."""
    hours = portfolio.hours
    day, seconds = hours.on[entry], hours.seconds[entry]
    starts, ends = hours.starts_at[entry].copy(), hours.ends_at[entry].copy()
    stands_still = ~(ends > starts)
    starts[stands_still] = ends[stands_still] = np.datetime64("NaT")
    clock = (ends - starts).astype("timedelta64[s]").astype(np.int64)
    number = terms.number(day)
    organisation, names = organisations_of(portfolio)
    return Segments(
        entry=entry,
        organisation=organisation[role],
        counts_as=terms.counts_as[number, role],
        day=day,
        seconds=seconds,
        starts_at=starts,
        ends_at=ends,
        knows_break=~stands_still & (clock > seconds),
        is_leave=np.zeros(len(entry), dtype=bool),
        has_opted_out=terms.has_opted_out[number, role],
        organisations=names,
    )


def _with_leave(
    done: Segments,
    away: tuple[Ints, Ints, Ints],
    terms: Terms,
    organisations: tuple[Ints, tuple[str, ...]],
) -> Segments:
    """Return the segments and those of leave: `away` is its days, roles, seconds."""
    number, role, seconds = away
    n = len(number)
    if not n:
        return done
    first = int(done.entry.max(initial=-1)) + 1
    nowhere = np.full(n, np.datetime64("NaT"), dtype=done.starts_at.dtype)
    added = {
        "entry": first + np.arange(n),
        "organisation": organisations[0][role],
        "counts_as": terms.counts_as[number, role],
        "day": terms.first_day + number.astype("timedelta64[D]"),
        "seconds": seconds,
        "starts_at": nowhere,
        "ends_at": nowhere,
        "knows_break": np.zeros(n, dtype=bool),
        "is_leave": np.ones(n, dtype=bool),
        "has_opted_out": terms.has_opted_out[number, role],
    }
    both = {
        name: np.concatenate([getattr(done, name), column])
        for name, column in added.items()
    }
    return Segments(**both, organisations=done.organisations)
