"""Rules worked out near a day: forward from it first, then back into the past.

Every period and every day looked at is one step of a budget, so that no rule, however
it is made, holds up the reading, and the same file always gives the same occurrences.
What a rule means follows RFC 5545, 3.3.10, and dateutil where that leaves it open.
"""

from calendar import monthrange
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date, datetime, timedelta

from plait.formats.calendars.ics_rules import MOST_OCCURRENCES, Rule

_DAY = timedelta(days=1)
_WEEK = 7
OF_ONE = 10  # steps: what an occurrence costs until it is a line


class Budget:
    """Steps that may be taken; `is_spent` once one more was asked for than there are."""

    def __init__(self, steps: int) -> None:
        self.left = steps
        self.is_spent = False

    def take(self, steps: int = 1) -> bool:
        """Return whether so many steps may be taken, and take them."""
        if self.is_spent or steps > self.left:
            self.is_spent, self.left = True, 0
            return False
        self.left -= steps
        return True


class Walk:
    """One rule from its first start on, both as the wall clock of its zone shows it."""

    def __init__(self, rule: Rule, start: datetime, budget: Budget) -> None:
        self.rule, self.start, self.budget = rule, start, budget
        self.is_cut = False
        self._first = self._period_of(start.date())

    def around(self, today: date, horizon: date) -> list[datetime]:
        """Return the starts before `horizon`, those nearest to `today` if too many."""
        if self.rule.count is not None:
            return self._counted(horizon)
        # From the period that holds today on, for what is ahead matters most.
        pivot = max(0, self._index(min(today, self._last(horizon))))
        ahead = self._taken(self._forward(pivot, horizon))
        room = MOST_OCCURRENCES - len(ahead)
        past = self._taken(self._backward(pivot - 1), room)
        return [*reversed(past), *ahead]

    def _counted(self, horizon: date) -> list[datetime]:
        """Return the newest of the starts of a rule that is counted from its first."""
        kept: deque[datetime] = deque(maxlen=MOST_OCCURRENCES)
        for n, start in enumerate(self._forward(0, horizon)):
            if n == self.rule.count:
                break
            self.is_cut |= len(kept) == MOST_OCCURRENCES
            kept.append(start)
        return [] if self.budget.is_spent else list(kept)

    def _taken(
        self, starts: Iterable[datetime], most: int = MOST_OCCURRENCES
    ) -> list[datetime]:
        taken: list[datetime] = []
        for start in starts:
            if len(taken) >= most:
                self.is_cut = True
                break
            taken.append(start)
        return taken

    def _forward(self, index: int, horizon: date) -> Iterator[datetime]:
        last = self._last(horizon)
        while self._begins(index) <= last and self.budget.take():
            for start in self._starts(index):
                if start.date() >= horizon or self._is_over(start):
                    return
                if start >= self.start:
                    yield start
            index += 1

    def _backward(self, index: int) -> Iterator[datetime]:
        while index >= 0 and self.budget.take():
            for start in reversed(self._starts(index)):
                if self.start <= start and not self._is_over(start):
                    yield start
            index -= 1

    def _last(self, horizon: date) -> date:
        until = self.rule.until
        return min(horizon, until.date()) if until else horizon

    def _is_over(self, start: datetime) -> bool:
        return self.rule.until is not None and start > self.rule.until

    # A period is a day, a week, a month or a year, numbered by a whole number.

    def _period_of(self, day: date) -> int:
        match self.rule.frequency:
            case "DAILY":
                return day.toordinal()
            case "WEEKLY":
                return (day.toordinal() - 1 - self.rule.week_start) // _WEEK
            case "MONTHLY":
                return day.year * 12 + day.month - 1
        return day.year

    def _index(self, day: date) -> int:
        """Return the number of the rule's period that holds a day, or the one before."""
        return (self._period_of(day) - self._first) // self.rule.interval

    def _begins(self, index: int) -> date:
        period = self._first + index * self.rule.interval
        match self.rule.frequency:
            case "DAILY":
                return _ordinal(period)
            case "WEEKLY":
                return _ordinal(period * _WEEK + 1 + self.rule.week_start)
            case "MONTHLY":
                return _date(period // 12, period % 12 + 1)
        return _date(period, 1)

    def _starts(self, index: int) -> list[datetime]:
        """Return the starts of one period in their order; none once steps run out."""
        rule, begins = self.rule, self._begins(index)
        days = self._days(begins)
        if not self.budget.take(len(days)):
            return []
        starts = [
            datetime.combine(day, at)
            for day in days
            if self._fits(day)
            for at in rule.times
        ]
        starts.sort()
        if rule.set_positions:
            n = len(starts)
            places = {p - 1 if p > 0 else n + p for p in rule.set_positions if p}
            starts = [starts[place] for place in sorted(places) if 0 <= place < n]
        return starts if self.budget.take(len(starts) * OF_ONE) else []

    def _days(self, begins: date) -> list[date]:
        """Return the days of a period among which those of the rule are."""
        match self.rule.frequency:
            case "DAILY":
                return [begins]
            case "WEEKLY":
                return self._days_of_week(begins)
            case "MONTHLY":
                is_asked = not self.rule.months or begins.month in self.rule.months
                return (
                    self._days_of_month(begins.year, begins.month) if is_asked else []
                )
        return self._days_of_year(begins.year)

    def _days_of_year(self, year: int) -> list[date]:
        """Return days of a year by the narrowest of what the rule asks for."""
        rule, n_days = self.rule, _days_in(year)
        if rule.year_days:
            numbers = {n if n > 0 else n_days + 1 + n for n in rule.year_days if n}
            return [
                date(year, 1, 1) + (n - 1) * _DAY for n in numbers if 0 < n <= n_days
            ]
        if rule.week_numbers:
            return self._days_of_weeks(year)
        if rule.week_days and not rule.months and not rule.month_days:
            return [day for nth, at in rule.week_days for day in _nths(year, nth, at)]
        months = rule.months or range(1, 13)
        return [day for month in months for day in self._days_of_month(year, month)]

    def _days_of_weeks(self, year: int) -> list[date]:
        """Return the days of a year that are in the weeks, also in its neighbours' ones."""
        days: set[date] = set()
        for near in (year - 1, year, year + 1):
            one = self._week_one(near)
            n_weeks = (self._week_one(near + 1) - one).days // _WEEK
            for asked in self.rule.week_numbers:
                week = asked if asked > 0 else n_weeks + 1 + asked
                days.update(one + (_WEEK * (week - 1) + n) * _DAY for n in range(_WEEK))
        return sorted(day for day in days if day.year == year)

    def _days_of_week(self, begins: date) -> list[date]:
        at = {(day - self.rule.week_start) % _WEEK for _, day in self.rule.week_days}
        whole = range(_WEEK) if not at else sorted(at)
        return [begins + n * _DAY for n in whole if begins <= date.max - n * _DAY]

    def _days_of_month(self, year: int, month: int) -> list[date]:
        n_days = monthrange(year, month)[1]
        asked = self.rule.month_days
        numbers: Iterable[int] = range(1, n_days + 1)
        if asked:
            numbers = sorted({n if n > 0 else n_days + 1 + n for n in asked if n})
        return [date(year, month, n) for n in numbers if 1 <= n <= n_days]

    def _fits(self, day: date) -> bool:
        rule = self.rule
        if rule.months and day.month not in rule.months:
            return False
        if rule.month_days and not _is_numbered(
            day.day, monthrange(day.year, day.month)[1], rule.month_days
        ):
            return False
        if rule.year_days and not _is_numbered(
            day.timetuple().tm_yday, _days_in(day.year), rule.year_days
        ):
            return False
        if rule.week_numbers and not self._is_week(day):
            return False
        return not rule.week_days or any(
            day.weekday() == weekday and self._is_nth(day, nth)
            for nth, weekday in rule.week_days
        )

    def _is_nth(self, day: date, nth: int) -> bool:
        """Return whether a day is the nth of its weekday in its month or year."""
        frequency = self.rule.frequency
        if nth == 0 or frequency in ("DAILY", "WEEKLY"):
            return True
        if frequency == "MONTHLY" or self.rule.months:
            number, n_days = day.day, monthrange(day.year, day.month)[1]
        else:
            number = day.timetuple().tm_yday
            n_days = _days_in(day.year)
        place = (
            (number - 1) // _WEEK + 1 if nth > 0 else -((n_days - number) // _WEEK + 1)
        )
        return place == nth

    def _is_week(self, day: date) -> bool:
        """Return whether a day is in one of the weeks, the first with four days."""
        begins = day - (day.weekday() - self.rule.week_start) % _WEEK * _DAY
        year = (begins + 3 * _DAY).year
        number = (begins - self._week_one(year)).days // _WEEK + 1
        n_weeks = (self._week_one(year + 1) - self._week_one(year)).days // _WEEK
        return _is_numbered(number, n_weeks, self.rule.week_numbers)

    def _week_one(self, year: int) -> date:
        fourth = date(year, 1, 4)
        return fourth - (fourth.weekday() - self.rule.week_start) % _WEEK * _DAY


def _is_numbered(number: int, n_all: int, asked: Iterable[int]) -> bool:
    return number in asked or number - n_all - 1 in asked


def _days_in(year: int) -> int:
    return 366 if monthrange(year, 2)[1] == 29 else 365


def _nths(year: int, nth: int, weekday: int) -> list[date]:
    """Return the nth of a weekday in a year, all of them for 0."""
    first = date(year, 1, 1)
    first += (weekday - first.weekday()) % _WEEK * _DAY
    all_of_them = range((date(year, 12, 31) - first).days // _WEEK + 1)
    n = len(all_of_them)
    places = all_of_them if nth == 0 else [nth - 1 if nth > 0 else n + nth]
    return [first + _WEEK * place * _DAY for place in places if 0 <= place < n]


def _ordinal(number: int) -> date:
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else date.max


def _date(year: int, month: int) -> date:
    return date(year, month, 1) if 1 <= year <= MAXYEAR else date.max
