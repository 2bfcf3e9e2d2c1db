"""Which column holds the day on which a payment was booked."""

from plait.formats.tables.looks import is_date
from plait.formats.tables.names import begins, holds
from plait.formats.tables.proposal import payment_words as called
from plait.formats.tables.proposal.columns import Columns
from plait.formats.tables.proposal.guess import Guesses
from plait.formats.written_dates import order_of, written_day

_UNKNOWN_DAY = 70
# What is called a date and something else is no known day.
_KNOWN_DAY = 80
_MOST_DAYS_LATER = 7


def add_date(found: Guesses) -> None:
    """Add the day of booking, else of the payment, else the one that interest counts."""
    columns = found.columns
    fit = [
        (-_date_score(columns, at), at)
        for at in range(len(columns))
        if _may_be_days(columns, at) and columns.filled(at) >= 0.3
    ]
    if fit:
        first = min(fit)[1]
        days = [at for _, at in fit if at != first]
        found.add("date", _booked_after(columns, first, days), "Every value is a date")
        return
    for at in columns.called(called.BOOKED + called.DATED):
        if not columns.cells(at):
            found.add("date", at)
            return


def _booked_after(columns: Columns, first: int, days: list[int]) -> int:
    """Return the day of booking: it never comes before that of the payment.

    Where no column is called so, one of an unknown name counts that is at times a few
    days later and never earlier.
    """
    if columns.likeness(first, called.BOOKED) >= 55:
        return first
    known = called.DATED + called.VALUED
    for at in days:
        words = columns.words[at]
        is_other = holds(words, called.NOT_THE_DATE) or begins(
            words, called.OF_THE_BILL
        )
        is_known = columns.likeness(at, known) >= _KNOWN_DAY or not words
        if not is_other and not is_known and _follows(columns, first, at):
            return at
    return first


def _follows(columns: Columns, first: int, other: int) -> bool:
    """Return whether the other's days are the same or a few days later, row by row."""
    orders = [order_of(columns.cells(at)) for at in (first, other)]
    if None in orders:
        return False
    gaps = []
    for one, two in zip(columns.rows(first), columns.rows(other), strict=True):
        if not (is_date(one) and is_date(two)):
            return False
        days = [
            written_day(c, o or "dmy") for c, o in zip((one, two), orders, strict=True)
        ]
        gaps.append((days[1] - days[0]).days)
    return bool(gaps) and min(gaps) >= 0 and 0 < max(gaps) <= _MOST_DAYS_LATER


def _may_be_days(columns: Columns, column: int) -> bool:
    """Return whether nearly all cells are days, or most under a name of days."""
    is_named = columns.likeness(column, called.BOOKED + called.DATED) >= 95
    return columns.holds(column, is_date, 0.5 if is_named else 0.9)


def _date_score(columns: Columns, column: int) -> float:
    names = ((called.BOOKED, 100), (called.DATED, 80), (called.VALUED, 60))
    # A day of an unknown name is likelier that of the payment than the one that
    # interest counts from.
    score = max(
        bonus + columns.likeness(column, wanted) / 10
        if columns.likeness(column, wanted) >= 55
        else 0
        for wanted, bonus in names
    )
    if columns.likeness(column, called.VALUED) >= 75:
        score = 60 if score < 100 else score
    elif score < _UNKNOWN_DAY:
        score = _UNKNOWN_DAY
    words = columns.words[column]
    if holds(words, called.NOT_THE_DATE) or begins(words, called.OF_THE_BILL):
        score -= 70
    # A number of eight digits may be a day, and a day that is written as one is surer.
    is_bare = all(cell.isdigit() for cell in columns.cells(column))
    return score - (15 if is_bare else 0)
