"""The period that a person looks at, as one word of an address or a command.

`2026-11` is a month, `2026-q4` a quarter, `2026` a year, `tax-2026` the tax year that
begins in 2026, `role` the time since the role began, `2026-01-01/2026-03-31` days of
one's own, both included.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plait.domain.period import Period, add_months
from plait.domain.periods.shifting import next_to, years_later
from plait.domain.reach import FIRST_DAY, LAST_DAY

_MONTHS_OF_A_QUARTER = 3


class PeriodKind(StrEnum):
    """How a period is chosen."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    TAX_YEAR = "tax year"
    ROLE = "role"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class PeriodBasis:
    """What the days of some choices depend on.

    `tax_year_starts` is the month and the day that a tax year begins on in the
    person's country; `since` the first day of the role, or of the first role there is;
    `is_of_a_role` says which of both.
    """

    today: date
    tax_year_starts: tuple[int, int] = (1, 1)
    since: date | None = None
    is_of_a_role: bool = False

    def tax_year(self, year: int) -> Period:
        """Return the tax year that begins in a year."""
        month, day = self.tax_year_starts
        return Period(date(year, month, day), date(year + 1, month, day))


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """A period as it was chosen; see the functions below for how to make one.

    `number` is the month (1 to 12) or the quarter (1 to 4) of `year`; `own` are days
    of one's own, with an end.
    """

    kind: PeriodKind
    year: int = 0
    number: int = 0
    own: Period | None = None

    @property
    def word(self) -> str:
        """The one word that stands for it.

        >>> month_choice(date(2026, 11, 21)).word, quarter_choice(date(2026, 11, 2)).word
        ('2026-11', '2026-q4')
        >>> own_choice(date(2026, 1, 1), date(2026, 3, 31)).word
        '2026-01-01/2026-03-31'
        """
        if self.own is not None and self.own.end is not None:
            last = self.own.end - timedelta(days=1)
            return f"{self.own.start}/{last}"
        return {
            PeriodKind.MONTH: f"{self.year}-{self.number:02}",
            PeriodKind.QUARTER: f"{self.year}-q{self.number}",
            PeriodKind.TAX_YEAR: f"tax-{self.year}",
            PeriodKind.ROLE: "role",
        }.get(self.kind, f"{self.year}")

    def days(self, basis: PeriodBasis) -> Period:
        """Return its days, `[start, end)`, always with an end.

        Since a role began it runs to the end of today; without any role, over today
        alone.

        >>> basis = PeriodBasis(date(2026, 11, 30), tax_year_starts=(4, 6))
        >>> PeriodChoice(PeriodKind.TAX_YEAR, 2026).days(basis)
        Period(start=datetime.date(2026, 4, 6), end=datetime.date(2027, 4, 6))
        """
        if self.own is not None:
            return self.own
        if self.kind is PeriodKind.ROLE:
            tomorrow = basis.today + timedelta(days=1)
            return Period(min(basis.since or basis.today, basis.today), tomorrow)
        if self.kind is PeriodKind.TAX_YEAR:
            return basis.tax_year(self.year)
        first, n_months = self._months()
        return Period(first, add_months(first, n_months))

    def _months(self) -> tuple[date, int]:
        """Return the first day and how many months of it there are."""
        if self.kind is PeriodKind.MONTH:
            return date(self.year, self.number, 1), 1
        if self.kind is PeriodKind.QUARTER:
            first = _MONTHS_OF_A_QUARTER * (self.number - 1) + 1
            return date(self.year, first, 1), _MONTHS_OF_A_QUARTER
        return date(self.year, 1, 1), 12

    def beside(self, steps: int, basis: PeriodBasis) -> "PeriodChoice | None":
        """Return the equally long choice so many steps later, before where negative.

        Own days that are whole months move by as many months. None where there is
        none: since a role began, and beyond the years that Plait knows.
        """
        if self.kind is PeriodKind.ROLE:
            return None
        days = self.days(basis)
        moved = next_to(days, steps)
        if self.kind is PeriodKind.TAX_YEAR:
            moved = basis.tax_year(self.year + steps)
        if moved.start < FIRST_DAY or (moved.end or LAST_DAY) > LAST_DAY:
            return None
        return choice_at(self.kind, moved.start, basis, moved)


def month_choice(day: date) -> PeriodChoice:
    """Return the month that a day is in."""
    return PeriodChoice(PeriodKind.MONTH, day.year, day.month)


def quarter_choice(day: date) -> PeriodChoice:
    """Return the quarter that a day is in."""
    number = (day.month - 1) // _MONTHS_OF_A_QUARTER + 1
    return PeriodChoice(PeriodKind.QUARTER, day.year, number)


def year_choice(day: date) -> PeriodChoice:
    """Return the calendar year that a day is in."""
    return PeriodChoice(PeriodKind.YEAR, day.year)


def tax_year_choice(day: date, basis: PeriodBasis) -> PeriodChoice:
    """Return the tax year that a day is in."""
    year = day.year
    if day < basis.tax_year(year).start:
        year -= 1
    return PeriodChoice(PeriodKind.TAX_YEAR, year)


def own_choice(first: date, last: date) -> PeriodChoice:
    """Return days of one's own, both included, in whatever order they come."""
    start, end = min(first, last), max(first, last) + timedelta(days=1)
    return PeriodChoice(PeriodKind.OWN, own=Period(start, end))


def choice_at(
    kind: PeriodKind, day: date, basis: PeriodBasis, own: Period | None = None
) -> PeriodChoice:
    """Return the choice of a kind that a day is in; `own` are the days of an own one."""
    if kind is PeriodKind.TAX_YEAR:
        return tax_year_choice(day, basis)
    if kind is PeriodKind.OWN:
        return PeriodChoice(kind, own=own)
    if kind is PeriodKind.ROLE:
        return PeriodChoice(kind)
    return {
        PeriodKind.MONTH: month_choice,
        PeriodKind.QUARTER: quarter_choice,
        PeriodKind.YEAR: year_choice,
    }[kind](day)


def whole_months_choice(before: date, n_months: int) -> PeriodChoice:
    """Return the last whole months before the month of a day.

    >>> whole_months_choice(date(2026, 11, 30), 12).word
    '2025-11-01/2026-10-31'
    """
    end = before.replace(day=1)
    return PeriodChoice(PeriodKind.OWN, own=Period(add_months(end, -n_months), end))


def last_year(today: date) -> PeriodChoice:
    """Return the year that ends with a day."""
    return own_choice(years_later(today, -1), today)


def last_day(period: Period) -> date:
    """Return the last day of a period with an end."""
    return (period.end or period.start) - timedelta(days=1)
