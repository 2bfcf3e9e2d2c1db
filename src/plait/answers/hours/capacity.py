"""Do the weeks ahead fit: hours available and expected, and what clashes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from plait.analysis.hours.capacity.backtest import BackTest, may_be_sure
from plait.analysis.hours.capacity.capacity import (
    WEEKS_AHEAD,
    Basis,
    Capacity,
    WeekAhead,
    capacity,
)
from plait.analysis.hours.capacity.naive import NAIVE, YEAR, Method
from plait.analysis.hours.clashes.clashes import Clash, ClashKind, clashes
from plait.analysis.series.known import hours_known_until
from plait.answers.context import AnswerContext
from plait.domain.availability import OverheadKind
from plait.domain.columns import NO_ROLE
from plait.domain.period import monday_of
from plait.domain.selection import RecordKind, Selection
from plait.wording.hours import capacity as wording

# Below this share of the agreed hours, a week was one away in the year before.
_FAR_BELOW = 0.5


@dataclass(frozen=True, slots=True)
class OverheadHours:
    """Hours that go to travel, admin and the like in a week."""

    kind: OverheadKind
    hours: float


@dataclass(frozen=True, slots=True)
class RoleLoad:
    """Hours that a role is expected to take in a week; `role` is its key."""

    role: str
    hours: float


@dataclass(frozen=True, slots=True)
class CapacityWeek:
    """One full week ahead, in hours; see `analysis.hours.capacity.capacity.WeekAhead`.

    `supply` are the hours available, None where they are not set; `load` those
    expected, with the ends of its range; `chance_text` how likely it is too much.
    """

    monday: date
    supply: float | None
    load: float
    low: float | None
    high: float | None
    free: float | None
    p_overfull: float | None
    chance_text: str
    is_overfull: bool
    agreed: float
    in_calendar: float
    overheads: tuple[OverheadHours, ...]
    roles: tuple[RoleLoad, ...]


@dataclass(frozen=True, slots=True)
class MethodError:
    """How far off a way to forecast was on average; None where it says nothing."""

    method: Method
    label: str
    error: float | None
    is_naive: bool


@dataclass(frozen=True, slots=True)
class ChanceRecord:
    """How often weeks were too full that were given from `least` to `most` chance.

    `chance` is the mean of those chances, `came` the share of the `n` that were.
    """

    least: float
    most: float
    n: int
    chance: float
    came: float


@dataclass(frozen=True, slots=True)
class ForecastTest:
    """How forecasts of the past held; see `analysis.hours.capacity.backtest.BackTest`."""

    n_origins: int
    n_forecasts: int
    n_ranges: int
    coverage: float | None
    coverage_ahead: tuple[float | None, ...]
    error: float
    error_ahead: tuple[float | None, ...]
    errors: tuple[MethodError, ...]
    chances: tuple[ChanceRecord, ...]


@dataclass(frozen=True, slots=True)
class ClashAhead:
    """Two things at once, instants in UTC; of recurring ones the first, and how often.

    `roles` are keys, None for an event of no role; `titles` and `places` are those of
    the events, none for agreed blocks. `sentence` says what clashes, without a stop.
    """

    kind: ClashKind
    sentence: str
    starts_at: datetime
    ends_at: datetime
    minutes: float
    roles: tuple[str | None, ...]
    titles: tuple[str, ...]
    places: tuple[str, ...]
    count: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class CapacityAnswer:
    """The next full weeks, what clashes until they end, and how sure the forecast is.

    `has_capacity` is whether any week's available hours are known. `notes` are what a
    reader should know of the weeks, `record` how the forecast was made and how such
    forecasts held before; `held_text` is the short form of that. `records` are the
    hours and the events that it was worked out from.
    """

    on: date
    language: str
    timezone: str
    basis: Basis
    method: Method
    weeks_of_data: int
    has_capacity: bool
    weeks: tuple[CapacityWeek, ...]
    back_test: ForecastTest | None
    held_text: str
    clashes: tuple[ClashAhead, ...]
    cautions: tuple[str, ...]
    notes: tuple[str, ...]
    record: tuple[str, ...]
    records: tuple[Selection, ...]


def capacity_answer(
    context: AnswerContext, *, n_weeks: int = WEEKS_AHEAD
) -> CapacityAnswer:
    """Return so many weeks ahead; the week of the date itself is not among them."""
    portfolio, words = context.portfolio, context.words
    found = context.capacity
    if n_weeks != WEEKS_AHEAD:
        found = capacity(portfolio, context.weeks, n_weeks=n_weeks)
    # What clashes in the week of the date is near, though that week has begun.
    n_days = (found.weeks[-1].monday - portfolio.on).days + 7
    has_capacity = any(week.supply is not None for week in found.weeks)
    return CapacityAnswer(
        on=portfolio.on,
        language=words.language,
        timezone=portfolio.person.timezone,
        basis=found.basis,
        method=found.method,
        weeks_of_data=found.weeks_of_data,
        has_capacity=has_capacity,
        weeks=tuple(_week(context, week, found.test) for week in found.weeks),
        back_test=_test(context, found.test) if found.test else None,
        held_text=wording.held_text(words, found.test),
        clashes=tuple(_clash(context, one) for one in clashes(portfolio, n_days)),
        cautions=tuple(_cautions(context, found)),
        notes=tuple(_notes(context, found.weeks, has_capacity=has_capacity)),
        record=tuple(_record(context, found)),
        records=(
            Selection(RecordKind.TIME, end=monday_of(portfolio.on)),
            Selection(
                RecordKind.EVENTS,
                start=found.weeks[0].monday,
                end=found.weeks[-1].monday + timedelta(weeks=1),
            ),
        ),
    )


def clash_text(context: AnswerContext, clash: Clash) -> str:
    """Return what clashes with what, within a sentence."""
    names = [_name(context, clash, at) for at in range(len(clash.roles))]
    return wording.clash_text(context.words, clash.kind, names[0], names[-1])


def _week(
    context: AnswerContext, week: WeekAhead, test: BackTest | None
) -> CapacityWeek:
    by_role = zip(context.portfolio.roles, week.by_role, strict=True)
    chance = wording.chance_text(
        context.words,
        week.p_overfull,
        is_overfull=week.is_overfull,
        is_proven=may_be_sure(test, week.p_overfull),
    )
    return CapacityWeek(
        monday=week.monday,
        supply=week.supply,
        load=week.load,
        low=week.low,
        high=week.high,
        free=week.free,
        p_overfull=week.p_overfull,
        chance_text=chance,
        is_overfull=week.is_overfull,
        agreed=week.agreed,
        in_calendar=week.in_calendar,
        overheads=tuple(OverheadHours(*one) for one in week.overheads.items()),
        roles=tuple(RoleLoad(role.key, hours) for role, hours in by_role),
    )


def _test(context: AnswerContext, test: BackTest) -> ForecastTest:
    errors = tuple(
        MethodError(
            method, wording.method_text(context.words, method), error, method in NAIVE
        )
        for method, error in test.errors.items()
    )
    return ForecastTest(
        n_origins=test.n_origins,
        n_forecasts=test.n_forecasts,
        n_ranges=test.n_ranges,
        coverage=test.coverage,
        coverage_ahead=test.coverage_ahead,
        error=test.error,
        error_ahead=test.error_ahead,
        errors=errors,
        chances=tuple(
            ChanceRecord(one.least, one.most, one.n, one.chance, one.came)
            for one in test.chances
        ),
    )


def _clash(context: AnswerContext, one: Clash) -> ClashAhead:
    events, roles = context.portfolio.events, context.portfolio.roles
    return ClashAhead(
        kind=one.kind,
        sentence=clash_text(context, one),
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        minutes=one.minutes,
        roles=tuple(None if r == NO_ROLE else roles[r].key for r in one.roles),
        titles=tuple(events.titles[events.title[event]] for event in one.events),
        places=tuple(events.places[events.place[event]] for event in one.events),
        count=one.count,
        last_at=one.last_at,
    )


def _name(context: AnswerContext, clash: Clash, at: int) -> str:
    events, role = context.portfolio.events, clash.roles[at]
    title = events.titles[events.title[clash.events[at]]] if clash.events else ""
    if role == NO_ROLE:
        return title or context.words.gettext("an event")
    name = context.role(role).name
    return f"{title} ({name})" if title else name


def _notes(
    context: AnswerContext, weeks: Sequence[WeekAhead], *, has_capacity: bool
) -> Iterator[str]:
    words = context.words
    if not has_capacity:
        yield wording.lacks_capacity_text(words)
    if any(week.load < week.agreed * _FAR_BELOW for week in weeks):
        yield wording.away_last_year_text(words)
    for kind in weeks[0].overheads:
        hours = sum(week.overheads[kind] for week in weeks) / len(weeks)
        yield wording.overhead_text(words, kind, hours)


def _record(context: AnswerContext, found: Capacity) -> Iterator[str]:
    words, test = context.words, found.test
    yield wording.basis_text(words, found.basis, found.method, found.weeks_of_data)
    if found.basis is not Basis.PAST:
        return
    yield wording.held_text(words, test)
    yield from _cautions(context, found)
    for method in NAIVE:
        error = test.errors[method] if test else None
        if error is not None:
            yield wording.error_text(words, method, error)


def _cautions(context: AnswerContext, found: Capacity) -> Iterator[str]:
    """Yield what the forecast could not know, and how often its chances came true."""
    words, test = context.words, found.test
    if found.basis is not Basis.PAST:
        return
    yield from _known_until(context)
    if found.weeks_of_data < YEAR:
        yield wording.no_year_text(words)
    if test is not None and test.chances:
        yield wording.chances_text(words, test)


def _known_until(context: AnswerContext) -> Iterator[str]:
    """Yield until when hours are known of roles of which whole weeks lack."""
    portfolio, by_day = context.portfolio, dict[date, list[str]]()
    # From Friday on a week is known whole.
    friday = monday_of(portfolio.on) - timedelta(days=3)
    for index, role in portfolio.roles_held():
        until = hours_known_until(portfolio, index)
        if until is not None and until < friday:
            by_day.setdefault(until, []).append(role.name)
    for until, names in sorted(by_day.items()):
        yield wording.known_until_text(context.words, names, until)
