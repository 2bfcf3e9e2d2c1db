"""The Portfolio of a person on a date, in a handful of queries however much it holds."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from django.db.models import QuerySet

from plait.accounts.models import Person
from plait.book import models as rows
from plait.book.queries.availability import absences, overheads, seasons
from plait.book.queries.holidays import holiday_changes
from plait.book.queries.invoices import (
    invoice_payments,
    invoice_rows,
    invoices,
    settlements,
)
from plait.book.queries.memory import Memory, revision_of
from plait.book.queries.quiet import quiet_portfolio
from plait.book.queries.resilience import beliefs, causes, fallbacks
from plait.book.queries.settled import settled_findings
from plait.book.queries.waiting import waiting
from plait.book.record_rows import role_from
from plait.domain.money import Money
from plait.domain.portfolio import CheckIn, Portfolio
from plait.domain.portfolio import Person as Portrait
from plait.domain.quiet import disguise, wearing
from plait.domain.reach import role_in_reach
from plait.domain.writing import Clock, Dates, Numbers, Writing

E = TypeVar("E", bound=StrEnum)


_portfolios = Memory(most=8)


def load_portfolio(*, viewer: Person, on: date) -> Portfolio:
    """Return the viewer's portfolio as known on that date.

    The last few are remembered until their book changes. In quiet view it is one
    without names.
    """
    revision = revision_of(viewer=viewer)
    key = (viewer.pk, revision, on, portrait(viewer))
    worn = disguise()
    with wearing(None):
        found = _portfolios.of(key, lambda: _read(viewer, on))
    if worn is None:
        return found
    return _portfolios.of((*key, worn.language), lambda: quiet_portfolio(found, worn))


def portrait(viewer: Person) -> Portrait:
    """Return the person's own settings."""
    minutes = viewer.capacity_minutes
    held_in = viewer.savings_currency or viewer.currency
    return Portrait(
        name=viewer.name,
        currency=viewer.currency,
        timezone=viewer.timezone,
        capacity=None if minutes is None else Decimal(minutes) / 60,
        country=viewer.country,
        region=viewer.region,
        born_on=viewer.born_on,
        travel_minutes=viewer.travel_minutes,
        savings=_money(viewer.savings_minor, held_in),
        floor=_money(viewer.floor_minor, held_in),
        set_aside=None
        if viewer.set_aside is None
        else Decimal(viewer.set_aside) / 1000,
        writing=writing_of(viewer),
        hidden_findings=frozenset(filter(None, viewer.hidden_findings.split(","))),
    )


def writing_of(viewer: Person) -> Writing:
    """Return how the person writes numbers, dates and times."""
    return Writing(
        _one_of(Numbers, viewer.numbers),
        _one_of(Dates, viewer.dates),
        _one_of(Clock, viewer.clock),
    )


def _one_of(kind: type[E], value: str) -> E:
    """Return the member of that value; the usual one for what a later version knows."""
    return kind(value) if value in set(kind) else kind("")


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money.from_minor(minor, currency)


def _read(viewer: Person, on: date) -> Portfolio:
    # With NumPy, which imports do not need.
    from plait.book.queries import columns
    from plait.book.queries.known import known
    from plait.book.queries.on_call import parted

    held = list(
        rows.Role.objects.filter(owner=viewer)
        .select_related("organisation")
        .prefetch_related("agreements")
        .order_by("started_on", "pk")
    )
    index_of = {role.pk: index for index, role in enumerate(held)}
    bills = invoice_rows(viewer=viewer)
    payments = columns.payments(
        *(viewer, on, index_of),
        organisations={role.organisation.name for role in held},
        invoiced={(one.role_id, one.amount_minor) for one in bills},
    )
    roles = tuple(role_in_reach(role_from(role)) for role in held)
    hours, is_on_call = columns.hours(viewer, on, index_of)
    worked, on_call = parted(hours, is_on_call, roles)
    return Portfolio(
        person=portrait(viewer),
        on=on,
        roles=roles,
        hours=worked,
        on_call=on_call,
        payments=payments,
        events=columns.events(viewer, index_of),
        check_ins=_check_ins(viewer, on),
        waiting=waiting(viewer=viewer, on=on),
        absences=absences(viewer, index_of),
        seasons=seasons(viewer),
        overheads=overheads(viewer, index_of),
        holiday_changes=holiday_changes(viewer),
        causes=causes(viewer, index_of),
        beliefs=beliefs(viewer, index_of),
        fallbacks=fallbacks(viewer, index_of),
        invoices=invoices(bills, index_of),
        invoice_payments=invoice_payments(
            *(viewer, on, bills, index_of), columns.no_income(payments)
        ),
        settlements=settlements(viewer, bills),
        known=known(viewer, on, index_of, payments),
        settled_findings=settled_findings(viewer=viewer),
    )


def _check_ins(viewer: Person, on: date) -> tuple[CheckIn, ...]:
    held: QuerySet[rows.CheckIn] = rows.CheckIn.objects.filter(
        owner=viewer, week_on__lte=on
    ).order_by("week_on", "role")
    names = ("week_on", "energy", "meaning", "growth", "pressure", "note")
    return tuple(CheckIn(*row) for row in held.values_list("role__key", *names))
