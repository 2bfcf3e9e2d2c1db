"""When is the person away, and what else takes of the hours there are to give?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plait.analysis.hours.leave_detection import LeaveFound, leave_found
from plait.domain.availability import (
    AbsenceKind,
    SavedStretch,
    StretchList,
    changes_at,
)
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role
from plait.reference.days_off import days_off
from plait.wording.hours import time_off as wording
from plait.wording.words import Words

_A_YEAR = timedelta(days=366)
_LISTS = tuple(StretchList)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days away, other hours to give, or hours that go off beside the roles.

    `number` names the line for `--remove`: it stays when another line is removed.
    `what` is the kind, "season" for other hours; `last_day` is None where it goes on.
    `is_past` where it was over a year ago.
    """

    number: int
    list: StretchList
    what: str
    text: str
    days: str
    first_day: date
    last_day: date | None
    hours: float | None
    role: str | None
    role_name: str
    colour: int
    note: str | None
    is_past: bool


@dataclass(frozen=True, slots=True)
class ProposedLeave:
    """Leave that a calendar suggests and that is not saved.

    `id` names it: an event and its first day. `is_sure` where no title holds anything
    but leave and the person's own name; `events` are the fingerprints of its events.
    """

    id: str
    title: str
    kind: AbsenceKind
    text: str
    days: str
    period: Period
    role: str | None
    role_name: str
    colour: int
    is_sure: bool
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeOffAnswer:
    """What there is to give now, what is saved of it, and what calendars suggest.

    `holidays` names the next public holidays, "" where the country is not known.
    """

    on: date
    language: str
    sentence: str
    next_leave: str
    holidays: str
    stretches: tuple[Stretch, ...]
    proposed: tuple[ProposedLeave, ...]

    def stretch(self, name: StretchList, id: int) -> Stretch:  # noqa: A002  # as it is called
        """Return the stretch of a list with that id, which is there."""
        return next(
            one for one in self.stretches if stretch_numbered(one.number) == (name, id)
        )


def time_off_answer(
    portfolio: Portfolio,
    words: Words,
    stretches: Sequence[SavedStretch],
    answered: Collection[int] = (),
) -> TimeOffAnswer:
    """Return the answer; `answered` are fingerprints of events that were decided on before."""
    person, on = portfolio.person, portfolio.on
    holidays = days_off(
        person.country,
        person.region,
        on,
        on + _A_YEAR,
        changes=changes_at(portfolio.holiday_changes, ""),
        language=words.language,
    )
    return TimeOffAnswer(
        on=on,
        language=words.language,
        sentence=wording.available_text(words, portfolio),
        next_leave=wording.next_leave_text(words, portfolio),
        holidays=wording.holidays_text(words, holidays),
        stretches=tuple(_stretch(portfolio, words, one) for one in stretches),
        proposed=tuple(
            _proposed(portfolio, words, one) for one in leave_found(portfolio, answered)
        ),
    )


def stretch_numbered(number: int) -> tuple[StretchList, int]:
    """Return which list a line's number is of, and the stretch's id there."""
    # Three lists, one count: the remainder says which of them.
    row, index = divmod(number, len(_LISTS))
    return _LISTS[index], row


def _stretch(portfolio: Portfolio, words: Words, one: SavedStretch) -> Stretch:
    role, end = _role(portfolio, one.role), one.period.end
    return Stretch(
        number=one.id * len(_LISTS) + _LISTS.index(one.list),
        list=one.list,
        what=one.kind or one.list.value,
        text=wording.stretch_text(words, one),
        days=wording.days_text(words, one.period),
        first_day=one.period.start,
        last_day=end - timedelta(days=1) if end else None,
        hours=None if one.hours is None else float(one.hours),
        role=one.role or None,
        role_name=role.name if role else "",
        colour=role.colour if role else 0,
        note=one.note or None,
        is_past=end is not None and end < portfolio.on - _A_YEAR,
    )


def _proposed(portfolio: Portfolio, words: Words, one: LeaveFound) -> ProposedLeave:
    role = None if one.role is None else portfolio.roles[one.role]
    return ProposedLeave(
        id=f"{one.fingerprints[0]}.{one.period.start.isoformat()}",
        title=one.title,
        kind=one.kind,
        text=wording.absence_text(words, one.kind),
        days=wording.days_text(words, one.period),
        period=one.period,
        role=role.key if role else None,
        role_name=role.name if role else "",
        colour=role.colour if role else 0,
        is_sure=one.is_sure,
        # Whole numbers of 64 bits, which not every reader of JSON holds.
        events=tuple(map(str, one.fingerprints)),
    )


def _role(portfolio: Portfolio, key: str) -> Role | None:
    return next((role for role in portfolio.roles if role.key == key), None)
