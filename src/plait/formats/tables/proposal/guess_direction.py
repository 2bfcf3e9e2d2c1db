"""Which column tells by its words whether money came in or went out."""

from plait.formats.tables.cell_words import IN_WORDS, OUT_WORDS
from plait.formats.tables.looks import is_date, is_direction, is_number
from plait.formats.tables.names import begins
from plait.formats.tables.proposal import payment_words as called
from plait.formats.tables.proposal.chain import Values, leads_to
from plait.formats.tables.proposal.columns import Columns
from plait.formats.written_dates import order_of, written_day

_MOST_COLUMNS = 12


def direction_of(columns: Columns) -> int:
    """Return the column whose words tell the way, -1 if there is none.

    By their content: both ways must be there, or the name must say what it is.
    """
    fit = []
    for at in range(len(columns)):
        if not columns.holds(at, is_direction) or columns.filled(at) < 0.6:
            continue
        ways = {word.casefold() for word in columns.cells(at)}
        has_both = bool(ways & OUT_WORDS and ways & IN_WORDS)
        name = columns.likeness(at, called.DIRECTION)
        if has_both or name >= 55 or _names_both_ways(columns, at):
            fit.append((-has_both, -name, at))
    return min(fit)[2] if fit else -1


def _names_both_ways(columns: Columns, column: int) -> bool:
    """Return whether a heading names debit and credit, in whatever language."""
    words = columns.all_words[column]
    return begins(words, ("deb", "deeb", "soll")) and begins(
        words, ("kred", "cred", "kreed", "haben")
    )


def two_words_of(columns: Columns, amount: int) -> int:
    """Return the column of two words of which one takes from a balance, -1 if none."""
    are_two = [at for at in range(len(columns)) if len(set(columns.cells(at))) == 2]
    for at in are_two[:_MOST_COLUMNS]:
        if out_word_by(columns, at, amount):
            return at
    return -1


def out_word_by(columns: Columns, column: int, amount: int) -> str:
    """Return which of two words means out, as a balance tells; empty if it cannot."""
    words, is_oldest_first = columns.rows(column), is_oldest_row_first(columns)
    if column == amount or is_oldest_first is None or columns.filled(column) < 1:
        return ""
    totals = [
        columns.values(at)
        for at in range(len(columns))
        if at not in (amount, column) and columns.holds(at, is_number)
    ][:_MOST_COLUMNS]
    for out in sorted(set(words)):
        signed: Values = [
            -n if n is not None and word == out else n
            for n, word in zip(columns.values(amount), words, strict=True)
        ]
        if any(leads_to(signed, t, is_oldest_first=is_oldest_first) for t in totals):
            return out
    return ""


def is_oldest_row_first(columns: Columns) -> bool | None:
    """Return whether the days go up from the first row to the last; None: cannot tell."""
    for at in range(len(columns)):
        cells = columns.cells(at)
        if not columns.holds(at, is_date) or (order := order_of(cells)) is None:
            continue
        first, last = (
            written_day(cell, order or "dmy") for cell in (cells[0], cells[-1])
        )
        if first != last:
            return first < last
    return None
