"""How an obligation is worked out: one class a sort, holding the rule's numbers.

Sums are in the currency of the pack, shares of one are written 0.9 and yearly rates
in percent. `Informative` and `Amount` have nothing to work out.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A day that comes every year; raises `ValueError` for one that no year has."""

    month: int
    day: int

    def __post_init__(self) -> None:
        date(_LEAP_YEAR, self.month, self.day)

    def in_year(self, year: int) -> date:
        """Return the day in that year."""
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Step:
    """Who had more than `over` in the tax year from `year_from` on is in at `starts`."""

    year_from: date
    over: Decimal
    starts: date


@dataclass(frozen=True, slots=True)
class Entry:
    """Gross income of a tax year that brings an obligation later on, step by step.

    `near` is the share of a threshold from which a figure is near it.
    """

    steps: tuple[Step, ...]
    near: Decimal


@dataclass(frozen=True, slots=True)
class Quarter:
    """A stretch that ends on a day of the year, and when what it asks is due.

    `also_ends` is the other day that a person may choose for its end, if any.
    """

    ends: MonthDay
    due: MonthDay
    also_ends: MonthDay | None = None


@dataclass(frozen=True, slots=True)
class Updates:
    """What is sent for every source of income after each quarter, in order of them."""

    quarters: tuple[Quarter, ...]


@dataclass(frozen=True, slots=True)
class Yearly:
    """Due once for a tax year, so many calendar years after the one it begins in.

    `only` says for whom: "in" who is in (see `Entry`), "out" who is not, "" all.
    """

    due: MonthDay
    years_after: int
    only: str = ""
    moves: bool = False


@dataclass(frozen=True, slots=True)
class OnAccount:
    """Halves of the last bill, paid towards the next, on two days of a year.

    None of it below `least_bill`, and none where more than `most_at_source` of the
    tax was taken before it came.
    """

    first: MonthDay
    second: MonthDay
    least_bill: Decimal
    most_at_source: Decimal


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference rate in percent, for the half-year that begins on `since`."""

    since: date
    percent: Decimal
    is_confirmed: bool = True


@dataclass(frozen=True, slots=True)
class FixedSum:
    """What may be charged beside interest on a debt of at least `least`."""

    least: Decimal
    sum: Decimal


@dataclass(frozen=True, slots=True)
class LateInterest:
    """Interest on what other businesses pay late: reference rate plus `margin`.

    Where `is_fixed` the rate of the half-year in which the debt became late holds to
    the end; else each half-year has its own. Where it `compounds` interest of a whole
    year bears interest. Without a word a debt is due `days` after the invoice.
    """

    margin: Decimal
    days: int
    is_fixed: bool
    compounds: bool
    sums: tuple[FixedSum, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class LeastHours:
    """Hours of a calendar year that one's own enterprises take at least."""

    least: Decimal


@dataclass(frozen=True, slots=True)
class LargerShare:
    """More hours for one's own enterprises than for other work.

    Not asked of who was no entrepreneur in one of the `free_years` years before.
    """

    free_years: int


@dataclass(frozen=True, slots=True)
class Turnover:
    """Turnover of a calendar year up to a limit; beyond it the scheme ends at once.

    Where there is an `ends_above`, it ends at once beyond that only, and beyond `limit`
    with the year; `first_year_at_limit` says that in the year in which somebody begins
    `limit` ends it at once all the same.
    """

    limit: Decimal
    near: Decimal
    counts_property: bool
    ends_above: Decimal | None = None
    first_year_at_limit: bool = False


@dataclass(frozen=True, slots=True)
class RollingTurnover:
    """Turnover of so many months in a row, up to the end of each month, to a limit.

    Above it one tells so within `tell_days` of the month's end and is registered from
    the first day of the month `registered_after` months after the next; turnover of
    `ahead_days` alone that passes it registers from the first of them. Who comes to no
    more than `leave_below` may leave again.
    """

    months: int
    limit: Decimal
    leave_below: Decimal
    near: Decimal
    counts_property: bool
    tell_days: int
    registered_after: int
    ahead_days: int


class Moves(StrEnum):
    """What a day without business does to a date."""

    NOTHING = ""
    NEXT = "next"
    PAYMENT_BEFORE = "payment before"


@dataclass(frozen=True, slots=True)
class VatReturns:
    """A return for each month, quarter or year, due so many months after it ends.

    Due on the last day of that month, or on its `day`. `moves` says whether both go to
    the next working day, or the money has to be there the working day before.
    `is_usual` is the one to take where a person did not say; who has the lasting
    extension has `extension` months more.
    """

    months: int
    months_after: int
    is_usual: bool
    moves: Moves
    day: int | None = None
    extension: int = 0


class Tax(StrEnum):
    """What is paid in advance."""

    INCOME = "income"
    TRADE = "trade"


@dataclass(frozen=True, slots=True)
class Instalments:
    """A tax paid ahead on some days of the year, as the tax office's notice says.

    A fourth of the last bill each, nothing where that is below `least_bill`. One of
    `ventures` alone is asked of ventures, and only where they took more than `above`
    last year. A day without business moves to the next with.
    """

    tax: Tax
    days: tuple[MonthDay, ...]
    least_bill: Decimal
    ventures: bool = False
    above: Decimal | None = None


@dataclass(frozen=True, slots=True)
class MainClient:
    """More than a `share` of one's turnover of `months` from one client."""

    share: Decimal
    months: int


@dataclass(frozen=True, slots=True)
class Estimated:
    """Tax paid ahead in instalments; a day without business moves to the next with."""

    quarters: tuple[Quarter, ...]


@dataclass(frozen=True, slots=True)
class Harbour:
    """How much paid ahead is enough.

    Nothing below `least_balance`; else the smaller of `current` of this year's tax
    and `prior` of last year's, or `prior_high` of that where last year's income was
    more than `high` (`high_apart` for married people who file apart).
    """

    least_balance: Decimal
    current: Decimal
    prior: Decimal
    prior_high: Decimal
    high: Decimal
    high_apart: Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum to know; nothing is worked out with it."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Deduction(Amount):
    """What who meets the hours criterion of that year may deduct."""


@dataclass(frozen=True, slots=True)
class Starter(Amount):
    """What who began a few years ago may deduct on top of it."""


@dataclass(frozen=True, slots=True)
class Informative:
    """Nothing to work out: what the law asks, or how it counts."""


How = (
    Entry
    | Updates
    | Yearly
    | OnAccount
    | LateInterest
    | LeastHours
    | LargerShare
    | Turnover
    | RollingTurnover
    | VatReturns
    | Instalments
    | MainClient
    | Estimated
    | Harbour
    | Amount
    | Informative
)
