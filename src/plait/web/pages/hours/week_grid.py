"""The week's grid of the log page: a row for each role, a cell for each day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plait.book.models import TimeEntry
from plait.domain.portfolio import Portfolio
from plait.domain.records import RecordStatus
from plait.domain.roles import Role, RoleKind
from plait.web.templatetags.written import written_day
from plait.wording.words import Words

_WEEK = timedelta(days=7)


class DayView(NamedTuple):
    """The head of a column."""

    name: str
    number: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class CellView:
    """A role's hours of a day: the name of its field and what stands in it."""

    name: str
    label: str
    day: str
    text: str
    error: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class RowView:
    """A role's week."""

    name: str
    colour: int
    cells: tuple[CellView, ...]
    total: str

    @property
    def wrong(self) -> tuple[CellView, ...]:
        """Return the cells that were not understood."""
        return tuple(cell for cell in self.cells if cell.error)


class DayTotal(NamedTuple):
    """All hours of a day; `open` are the minutes of it that stand in no cell."""

    total: str
    open: int


@dataclass(frozen=True, slots=True)
class WeekView:
    """The grid of a week, its totals, and the weeks beside it.

    `open` are hours of each day that have no role yet, empty where there are none.
    """

    monday: str
    title: str
    days: tuple[DayView, ...]
    rows: tuple[RowView, ...]
    open: tuple[str, ...]
    totals: tuple[DayTotal, ...]
    total: str
    has_other: bool
    is_wrong: bool
    previous: str
    next: str
    is_this: bool


class _Week(NamedTuple):
    """What the grid is made from: days, minutes of its cells, and what was sent."""

    days: tuple[date, ...]
    today: date
    held: Mapping[tuple[str, date], int]
    sent: Any  # forms.log.WeekCells, which pages do not import

    def minutes(self, cell: tuple[str, date]) -> int:
        if self.sent and cell in self.sent.seconds:
            return _minutes(self.sent.seconds[cell])
        return self.held.get(cell, 0)


def week_view(  # what a page is made from
    portfolio: Portfolio,
    entries: Sequence[TimeEntry],
    monday: date,
    words: Words,
    sent: Any = None,  # noqa: ANN401  # as above
) -> WeekView:
    """Return the week's grid; `sent` holds what was typed and not saved.

    Totals are those of the minutes that the cells show, so that they add up.
    """
    days = tuple(monday + timedelta(days=n) for n in range(7))
    week = _Week(days, portfolio.on, _held(entries), sent)
    roles = [role for role in portfolio.roles if _is_in(role, week)]
    waiting = [_open_on(entries, day) for day in days]
    sums = [
        sum((week.minutes((role.key, day)) for role in roles), start=unassigned)
        for day, unassigned in zip(days, waiting, strict=True)
    ]
    return WeekView(
        monday=monday.isoformat(),
        title=_("Week of %(day)s") % {"day": words.day(monday)},
        days=tuple(_day(day, portfolio.on) for day in days),
        rows=tuple(_row(role, week) for role in roles),
        open=tuple(map(_hours_text, waiting)) if any(waiting) else (),
        totals=tuple(map(DayTotal, map(_hours_text, sums), waiting)),
        total=_hours_text(sum(sums)),
        has_other=any(is_from_elsewhere(entry) for entry in entries),
        is_wrong=bool(sent and sent.errors),
        previous=(monday - _WEEK).isoformat(),
        next=(monday + _WEEK).isoformat(),
        is_this=portfolio.on in days,
    )


def _day(day: date, today: date) -> DayView:
    return DayView(written_day(day, "D"), written_day(day, "j"), day == today)


def _held(entries: Sequence[TimeEntry]) -> dict[tuple[str, date], int]:
    seconds: dict[tuple[str, date], int] = {}
    for entry in entries:
        if entry.role is not None:
            cell = (entry.role.key, entry.on)
            seconds[cell] = seconds.get(cell, 0) + entry.seconds
    return {cell: _minutes(total) for cell, total in seconds.items()}


def _open_on(entries: Sequence[TimeEntry], day: date) -> int:
    """Return the minutes of a day that wait for a role in the inbox."""
    found = [e for e in entries if e.on == day and e.status == RecordStatus.OPEN]
    return _minutes(sum(entry.seconds for entry in found))


def is_from_elsewhere(entry: TimeEntry) -> bool:
    """Return whether an entry was not typed into the grid."""
    is_ours = not (entry.batch_id or entry.started_at or entry.description)
    return not is_ours or bool(entry.shares.all())


def _is_in(role: Role, week: _Week) -> bool:
    """Return whether the role runs that week, or was worked in all the same."""
    if any((role.key, day) in week.held for day in week.days):
        return True
    is_work = role.kind is not RoleKind.OPPORTUNITY and not role.is_archived
    return is_work and any(role.is_held_on(day) for day in week.days)


def _row(role: Role, week: _Week) -> RowView:
    cells = tuple(_cell(role, day, week) for day in week.days)
    total = sum(week.minutes((role.key, day)) for day in week.days)
    return RowView(role.name, role.colour, cells, _hours_text(total))


def _cell(role: Role, day: date, week: _Week) -> CellView:
    cell, sent = (role.key, day), week.sent
    text = _hours_text(week.held.get(cell, 0))
    values = {"role": role.name, "day": written_day(day, "l j F")}
    return CellView(
        name=f"cell-{role.key}.{day.isoformat()}",
        label=pgettext("a cell of the week", "%(role)s on %(day)s") % values,
        day=values["day"][:1].upper() + values["day"][1:],
        text=sent.texts.get(cell, text) if sent else text,
        error=sent.errors.get(cell, "") if sent else "",
        is_today=day == week.today,
    )


def _minutes(seconds: int) -> int:
    return round(seconds / 60)


def _hours_text(minutes: int) -> str:
    """Return hours and minutes as the grid shows them, such as 7:30; "" for none."""
    return f"{minutes // 60}:{minutes % 60:02d}" if minutes else ""
