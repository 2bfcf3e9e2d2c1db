"""Leave, seasons and time around roles: for the portfolio, and to change them."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from plait.accounts.models import Person
from plait.book import models as rows
from plait.book.queries.lists import NotThere
from plait.domain.availability import (
    Absence,
    AbsenceKind,
    Overhead,
    OverheadKind,
    SavedStretch,
    Season,
    StretchList,
)
from plait.domain.period import Period
from plait.domain.reach import period_in_reach
from plait.domain.schemas.book_records import (
    AbsenceRecord,
    OverheadRecord,
    SeasonRecord,
)

M = TypeVar("M", bound=Model)
Kind = type[rows.Absence] | type[rows.Season] | type[rows.Overhead]


def absences(viewer: Person, index: Mapping[int, int]) -> tuple[Absence, ...]:
    """Return all leave, past and planned, in order of its days."""
    held = rows.Absence.objects.filter(owner=viewer).order_by("starts_on", "pk")
    columns = held.values_list("kind", "starts_on", "ends_on", "role", "minutes")
    return tuple(
        Absence(AbsenceKind(kind), _days(a, b), _index(role, index), _hours(minutes))
        for kind, a, b, role, minutes in columns
    )


def _days(first: date, end: date | None) -> Period:
    return period_in_reach(Period(first, end))


def _hours(minutes: int | None) -> Decimal | None:
    return None if minutes is None else Decimal(minutes) / 60


def seasons(viewer: Person) -> tuple[Season, ...]:
    """Return the stretches with other hours to give, in order."""
    held = rows.Season.objects.filter(owner=viewer).order_by("starts_on")
    columns = held.values_list("starts_on", "ends_on", "minutes")
    return tuple(Season(_days(a, b), Decimal(m) / 60) for a, b, m in columns)


def overheads(viewer: Person, index: Mapping[int, int]) -> tuple[Overhead, ...]:
    """Return what takes time beside the roles' own hours."""
    held = rows.Overhead.objects.filter(owner=viewer).order_by("starts_on", "pk")
    columns = held.values_list("kind", "starts_on", "ends_on", "minutes", "role")
    return tuple(
        Overhead(OverheadKind(kind), _days(a, b), Decimal(m) / 60, _index(role, index))
        for kind, a, b, m, role in columns
    )


def availability_records(
    *, viewer: Person
) -> Iterator[AbsenceRecord | SeasonRecord | OverheadRecord]:
    """Yield leave, seasons and overheads as a file holds them, as they were added."""
    away = _in_order(rows.Absence, viewer)
    for kind, a, b, key, note, minutes in away.values_list(
        "kind", "starts_on", "ends_on", "role__key", "note", "minutes"
    ):
        days, part = Period(a, b), _hours(minutes)
        yield AbsenceRecord("absence", AbsenceKind(kind), days, key or "", note, part)
    stretches = _in_order(rows.Season, viewer)
    for a, b, minutes in stretches.values_list("starts_on", "ends_on", "minutes"):
        yield SeasonRecord("season", Season(Period(a, b), Decimal(minutes) / 60))
    beside = _in_order(rows.Overhead, viewer)
    for kind, a, b, minutes, key in beside.values_list(
        "kind", "starts_on", "ends_on", "minutes", "role__key"
    ):
        hours, days = Decimal(minutes) / 60, Period(a, b)
        yield OverheadRecord("overhead", OverheadKind(kind), days, hours, key or "")


def _in_order(kind: Kind, viewer: Person) -> QuerySet[Any]:
    mine: QuerySet[Any] = kind.objects.filter(owner=viewer)
    return mine.order_by("pk")


def _index(role: int | None, index: Mapping[int, int]) -> int | None:
    return None if role is None else index[role]


LISTS: dict[StretchList, Kind] = {
    StretchList.LEAVE: rows.Absence,
    StretchList.SEASON: rows.Season,
    StretchList.OVERHEAD: rows.Overhead,
}


def saved_stretches(*, viewer: Person) -> tuple[SavedStretch, ...]:
    """Return leave, seasons and overheads, the latest of each first."""
    return tuple(
        _saved(name, row)
        for name, kind in LISTS.items()
        for row in availability_rows(viewer=viewer, kind=kind)
    )


def _saved(name: StretchList, row: Any) -> SavedStretch:  # noqa: ANN401  # a row of the list
    role, minutes = getattr(row, "role", None), getattr(row, "minutes", None)
    return SavedStretch(
        list=name,
        id=row.pk,
        period=Period(row.starts_on, row.ends_on),
        kind=getattr(row, "kind", ""),
        hours=_hours(minutes),
        role=role.key if role else "",
        note=getattr(row, "note", ""),
    )


def availability_rows(*, viewer: Person, kind: Kind) -> QuerySet[Any]:
    """Return the viewer's rows of one kind, the latest first."""
    held: QuerySet[Any] = kind.objects.filter(owner=viewer)
    if kind is not rows.Season:
        held = held.select_related("role")
    return held.order_by("-starts_on", "-pk")


def availability_row(*, viewer: Person, kind: Kind, pk: int) -> Any:  # noqa: ANN401  # a row of the kind
    """Return one of the viewer's rows; raise `NotThere`."""
    found = kind.objects.filter(owner=viewer, pk=pk).first()
    if found is None:
        raise NotThere(
            "There is no such leave, season or overhead",
            value=str(pk),
            fix="See what is there with: plait time-off.",
        )
    return found
