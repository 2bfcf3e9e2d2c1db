"""The Portfolio of a person on a date, in a handful of queries however much it holds."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from threading import Lock
from typing import Any, TypeVar, cast

from django.db.models import QuerySet

from plait.accounts.models import Person
from plait.book import models as rows
from plait.book.queries.availability import absences, overheads, seasons
from plait.book.queries.resilience import beliefs, causes, fallbacks, invoices
from plait.book.queries.waiting import waiting
from plait.domain.blocks import blocks_from
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.portfolio import CheckIn, Portfolio
from plait.domain.portfolio import Person as Portrait
from plait.domain.roles import (
    Agreement,
    Clause,
    CountsAs,
    Organisation,
    PayBasis,
    Per,
    Role,
    RoleKind,
)

T = TypeVar("T")


class _Memory:
    """The last few answers by what was asked; the threads of a server share it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[object, Any] = OrderedDict()
        self._one_at_a_time = Lock()

    def of(self, asked: object, answer: Callable[[], T]) -> T:
        """Return the remembered answer, or work it out and remember it."""
        with self._one_at_a_time:
            if asked in self._kept:
                self._kept.move_to_end(asked)
                return cast("T", self._kept[asked])
        found = answer()
        with self._one_at_a_time:
            self._kept[asked] = found
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found


_pictures = _Memory(most=8)


def revision_of(*, viewer: Person) -> int:
    """Return a number that is another one after every change of the book."""
    found = rows.Book.objects.filter(owner=viewer).values_list("revision", flat=True)
    return found.first() or 0


def load_portfolio(*, viewer: Person, on: date) -> Portfolio:
    """Return the picture of the viewer's working life as known on that date.

    The last few pictures are remembered until their book changes.
    """
    revision = revision_of(viewer=viewer)
    asked = (viewer.pk, revision, on, portrait(viewer))
    return _pictures.of(asked, lambda: _read(viewer, on))


def portrait(viewer: Person) -> Portrait:
    """Return what the person told of themselves."""
    minutes = viewer.capacity_minutes
    return Portrait(
        name=viewer.name,
        currency=viewer.currency,
        timezone=viewer.timezone,
        capacity=None if minutes is None else Decimal(minutes) / 60,
        country=viewer.country,
        region=viewer.region,
        born_on=viewer.born_on,
        travel_minutes=viewer.travel_minutes,
        savings=_money(viewer.savings_minor, viewer.currency),
        floor=_money(viewer.floor_minor, viewer.currency),
        set_aside=None
        if viewer.set_aside is None
        else Decimal(viewer.set_aside) / 1000,
    )


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money.from_minor(minor, currency)


def _read(viewer: Person, on: date) -> Portfolio:
    from plait.book.queries import columns  # with NumPy, which imports do not need

    held = list(
        rows.Role.objects.filter(owner=viewer)
        .select_related("organisation")
        .prefetch_related("agreements")
        .order_by("started_on", "pk")
    )
    place = {role.pk: index for index, role in enumerate(held)}
    return Portfolio(
        person=portrait(viewer),
        on=on,
        roles=tuple(role_from(role) for role in held),
        hours=columns.hours(viewer, on, place),
        payments=columns.payments(viewer, on, place),
        events=columns.events(viewer, place),
        check_ins=_check_ins(viewer, on),
        waiting=waiting(viewer=viewer, on=on),
        absences=absences(viewer, place),
        seasons=seasons(viewer),
        overheads=overheads(viewer, place),
        causes=causes(viewer, place),
        beliefs=beliefs(viewer, place),
        fallbacks=fallbacks(viewer, place),
        invoices=invoices(viewer, place),
    )


def role_from(row: rows.Role) -> Role:
    """Return a row and its agreements as the domain's role."""
    agreed = sorted(row.agreements.all(), key=lambda a: a.starts_on)
    place = row.organisation
    return Role(
        key=row.key,
        name=row.name,
        kind=RoleKind(row.kind),
        organisation=Organisation(place.name, place.sector, place.country),
        period=Period(row.started_on, row.ended_on),
        is_paid=row.is_paid,
        colour=row.colour,
        kind_is_confirmed=row.kind_is_confirmed,
        occupation=row.occupation,
        place=row.place,
        skills=tuple(filter(None, (s.strip() for s in row.skills.split(",")))),
        agreements=tuple(_agreement(a) for a in agreed),
    )


def _agreement(row: rows.Agreement) -> Agreement:
    minor, currency = row.pay_minor, row.pay_currency
    return Agreement(
        period=Period(row.starts_on, row.ends_on),
        hours=None if row.minutes is None else Decimal(row.minutes) / 60,
        per=Per(row.per),
        pay_basis=PayBasis(row.pay_basis),
        pay=None if minor is None else Money.from_minor(minor, currency),
        notice_days=row.notice_days,
        clause=Clause(row.clause),
        counts_as=CountsAs(row.counts_as),
        blocks=blocks_from(row.blocks),
        has_opted_out=row.has_opted_out,
    )


def _check_ins(viewer: Person, on: date) -> tuple[CheckIn, ...]:
    told: QuerySet[rows.CheckIn] = rows.CheckIn.objects.filter(
        owner=viewer, week_on__lte=on
    ).order_by("week_on", "role")
    names = ("week_on", "energy", "meaning", "growth", "pressure", "note")
    return tuple(CheckIn(*row) for row in told.values_list("role__key", *names))
