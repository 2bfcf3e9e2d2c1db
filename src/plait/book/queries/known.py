"""Until when each account, tracker and calendar of a person is known.

What files and statements cover is held (`Coverage`); records of a book from before,
and those entered by hand, say it themselves.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np
from django.db.models import Max

from plait.accounts.models import Person
from plait.book.models import Account, CalendarSource, Coverage
from plait.book.queries.known_records import (
    Held,
    hours_held,
    payments_by_hand,
)
from plait.domain.columns import Payments
from plait.domain.known import (
    ENTERED,
    Known,
    KnownKind,
    Statement,
    gaps_of,
    jumps_of,
    n_balances,
    until_by_hand,
)
from plait.domain.period import Period
from plait.formats.registry import label_of


class _Named(NamedTuple):
    """What coverage goes by: an account by its identifier, others by their name."""

    kind: str
    name: str


def known(
    viewer: Person, on: date, index_of: Mapping[int, int], payments: Payments
) -> tuple[Known, ...]:
    """Return what is known until when, on the date: accounts, trackers, calendars."""
    covered = _covered(viewer, on)
    by_hand = payments_by_hand(viewer, on, index_of)
    return (
        *_accounts(viewer, on, payments, covered, by_hand),
        *_trackers(on, covered, hours_held(viewer, on, index_of)),
        *_calendars(viewer, on, covered),
    )


def _covered(viewer: Person, on: date) -> dict[_Named, list[Statement]]:
    """Return what files and statements cover, by what they are of."""
    by_name: dict[_Named, list[Statement]] = defaultdict(list)
    held = Coverage.objects.filter(owner=viewer, starts_on__lte=on)
    held = held.exclude(source=ENTERED)
    names = ("kind", "name", "account__identifier", "starts_on", "ends_on")
    days = ("is_stated", "opening_minor", "closing_minor", "lines_minor", "currency")
    rows = held.order_by("starts_on", "ends_on", "pk").values_list(
        *names, *days, "source"
    )
    for kind, name, account, first, last, *rest in rows:
        one = Statement(first, min(last, on), *rest)
        by_name[_Named(kind, account or name)].append(one)
    return by_name


def _accounts(
    viewer: Person,
    on: date,
    payments: Payments,
    covered: Mapping[_Named, list[Statement]],
    by_hand: Held,
) -> Iterator[Known]:
    labels = dict(
        Account.objects.filter(owner=viewer).values_list("identifier", "name")
    )
    places = {name: index for index, name in enumerate(payments.accounts)}
    named = [one.name for one in covered if one.kind == KnownKind.ACCOUNT]
    for name in dict.fromkeys([*places, *named]):
        days, roles = _lines(
            payments, places.get(name), by_hand if not name else Held()
        )
        statements = covered.get(_Named(KnownKind.ACCOUNT, name), [])
        one = _known(
            KnownKind.ACCOUNT, name, labels.get(name) or name, statements, days
        )
        if one is not None:
            yield _with(one, roles)
    if by_hand.first is not None:
        # Who types one payment typed those before it; what comes after may still be
        # typed tomorrow, unless the person says that all of it is entered.
        yield Known(
            KnownKind.ACCOUNT,
            *("", ""),
            starts_on=by_hand.first,
            until=min(on, max(filter(None, (by_hand.last, _stated(viewer))))),
            is_by_hand=True,
            last_by_role=tuple(sorted(by_hand.last_by_role.items())),
        )


def _stated(viewer: Person) -> date | None:
    """Return until when the person says that all money by hand is entered."""
    words = Coverage.objects.filter(
        owner=viewer, kind=KnownKind.ACCOUNT, source=ENTERED
    )
    last: date | None = words.aggregate(last=Max("ends_on"))["last"]
    return last


def _lines(
    payments: Payments, place: int | None, by_hand: Held
) -> tuple[list[date], dict[int, date]]:
    """Return the days of an account's lines, and of each role's last income there."""
    if place is None:
        return [], {}
    mine = payments.account == place
    days = np.unique(payments.on[mine])
    paid = mine & (payments.minor > 0) & (payments.role >= 0)
    roles, last = payments.role[paid], payments.on[paid]
    # In order of days, so that the last one stays.
    newest = dict(zip(roles.tolist(), last.astype(object).tolist(), strict=True))
    # Of what has no account some was entered by hand, and is known otherwise.
    of_files = {
        role: day
        for role, day in newest.items()
        if by_hand.last_by_role.get(role) != day
    }
    each: list[date] = days.astype(object).tolist()
    if by_hand.days:
        each = [day for day in each if day not in by_hand.days]
    return each, of_files


def _trackers(
    on: date, covered: Mapping[_Named, list[Statement]], held: Mapping[str, Held]
) -> Iterator[Known]:
    named = [one.name for one in covered if one.kind == KnownKind.TRACKER]
    for name in dict.fromkeys([*named, *sorted(held)]):
        mine = held.get(name, Held())
        statements = covered.get(_Named(KnownKind.TRACKER, name), [])
        label = label_of(name) or name
        one = _known(KnownKind.TRACKER, name, label, statements, mine.ends)
        if one is not None:
            if not name:
                until = until_by_hand(one.until, on)
                one = replace(one, is_by_hand=True, until=until)
            yield _with(one, mine.last_by_role)


def _calendars(
    viewer: Person, on: date, covered: Mapping[_Named, list[Statement]]
) -> Iterator[Known]:
    """Yield calendars; one that is followed is known until it was last looked at."""
    followed = CalendarSource.objects.filter(owner=viewer, error="")
    looked_at = {
        name: at.date()
        for name, at in followed.values_list("name", "checked_at")
        if at is not None
    }
    named = [one.name for one in covered if one.kind == KnownKind.CALENDAR]
    for name in dict.fromkeys([*named, *looked_at]):
        statements = covered.get(_Named(KnownKind.CALENDAR, name), [])
        looked = [min(on, looked_at[name])] if name in looked_at else []
        # Each file holds all there was, so days between two are no gap.
        one = _known(KnownKind.CALENDAR, name, name, statements, looked, has_gaps=False)
        if one is not None:
            yield one


def _known(
    kind: KnownKind,
    name: str,
    label: str,
    statements: list[Statement],
    days: list[date],
    *,
    has_gaps: bool = True,
) -> Known | None:
    """Return what statements cover, and lines beyond them; None without any."""
    firsts = [one.starts_on for one in statements] + days[:1]
    lasts = [one.ends_on for one in statements] + days[-1:]
    if not firsts:
        return None
    return Known(
        kind,
        name,
        label,
        starts_on=min(firsts),
        until=max(lasts),
        gaps=_gaps(statements, days) if has_gaps else (),
        jumps=jumps_of(statements),
        n_balances=n_balances(statements),
    )


def _gaps(statements: list[Statement], days: list[date]) -> tuple[Period, ...]:
    between = np.diff(np.array(days, "datetime64[D]")).astype(int)
    usual = float(np.quantile(between, 0.9)) if len(between) else 0.0
    gaps = gaps_of(statements, usual)
    # Lines that came otherwise, by an export of before, cover their days.
    return tuple(gap for gap in gaps if not any(day in gap for day in days))


def _with(one: Known, last_by_role: Mapping[int, date]) -> Known:
    return replace(one, last_by_role=tuple(sorted(last_by_role.items())))
