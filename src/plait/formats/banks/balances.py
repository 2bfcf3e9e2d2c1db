"""The balance after each row, followed through a statement: what it opens and ends on.

Which row came first is told by the balances themselves: each is the one before it
and its own amount. A bank may write one only once a day.
"""

from collections.abc import Iterator
from datetime import date

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line, StatementPeriod


class Balances:
    """The rows of a statement as they pass by, each account and currency apart."""

    def __init__(self) -> None:
        self._chains: dict[tuple[str, str], _Chain] = {}

    def follow(self, line: BankLine, balance: int | None) -> None:
        """Take in a row and the balance after it in minor units, None if not told."""
        key = (line.account, line.currency)
        chain = self._chains.get(key)
        if chain is None:
            chain = self._chains[key] = _Chain(line)
        chain.add(line.booked_on, line.amount_minor, balance)

    def behind(self, lines: Iterator[Line | Problem]) -> Iterator[Line | Problem]:
        """Yield the lines, and behind them what each account opens and ends on."""
        yield from lines
        for (account, currency), chain in self._chains.items():
            if ends := chain.opening_and_closing():
                days = sorted(chain.days)
                yield StatementPeriod(
                    chain.line, account, days[0], days[-1], *ends, currency
                )


class _Chain:
    """The balances of one account, tried as told oldest first and newest first."""

    __slots__ = (
        "above",
        "below",
        "days",
        "first",
        "last",
        "line",
        "n_above",
        "n_below",
        "n_links",
        "n_newest_first",
        "n_oldest_first",
        "on",
        "top",
    )

    def __init__(self, line: BankLine) -> None:
        self.line = line.line
        self.top = self.on = line.booked_on
        self.days = {line.booked_on}
        # (amount, balance) of the first and the last row that tells a balance; the sum
        # and number of the rows without one above the former and below the latter.
        self.first: tuple[int, int] | None = None
        self.last = (0, 0)
        self.above = self.below = self.n_above = self.n_below = 0
        self.n_links = self.n_oldest_first = self.n_newest_first = 0

    def add(self, on: date, amount: int, balance: int | None) -> None:
        """Take in the next row."""
        self.on = on
        self.days.add(on)
        if balance is None:
            self.below += amount
            self.n_below += 1
            return
        if self.first is None:
            self.first, self.above = (amount, balance), self.below
            self.n_above = self.n_below
        else:
            amount_before, balance_before = self.last
            self.n_links += 1
            self.n_oldest_first += balance == balance_before + self.below + amount
            self.n_newest_first += (
                balance_before == balance + self.below + amount_before
            )
        self.last, self.below, self.n_below = (amount, balance), 0, 0

    def opening_and_closing(self) -> tuple[int, int] | None:
        """Return the balance before the earliest row and after the latest.

        None where the file does not tell which that is. A single jump in the balances
        is no reason: a row may be missing, and who reads both ends finds that out.
        """
        is_newest_first = self._is_newest_first()
        if self.first is None or is_newest_first is None:
            return None
        (top_amount, top), (bottom_amount, bottom) = self.first, self.last
        if is_newest_first:
            return bottom - bottom_amount - self.below, top + self.above
        return top - top_amount - self.above, bottom + self.below

    def _is_newest_first(self) -> bool | None:
        holding = max(self.n_oldest_first, self.n_newest_first)
        if holding * 2 < self.n_links:
            return None
        if self.n_oldest_first != self.n_newest_first:
            return self.n_newest_first > self.n_oldest_first
        if self.top != self.on:
            return self.top > self.on
        # One balance for a day stands by the last of its rows.
        ends_with_one, begins_with_one = not self.n_below, not self.n_above
        if self.n_links or not (ends_with_one or begins_with_one):
            return None
        return not ends_with_one
