"""The balance after each row, followed through a statement: what it opens and ends on.

Which row came first is told by the balances themselves: each is the one before it
and its own amount. A bank may write one only once a day.
"""

from array import array
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line, StatementPeriod

# No balance: smaller than any that an amount of a payment can make.
_NONE = -(2**63)


class Balances:
    """The rows of a statement as they pass by, each account and currency apart.

    `days` are the first and last one that the file says it covers, `account` whose it
    says it is: then a file without payments says something too.
    """

    def __init__(
        self, days: tuple[date, date] | None = None, account: str = ""
    ) -> None:
        self._days, self._account = days, account
        self._chains: dict[tuple[str, str], _Chain] = {}

    def follow(self, line: BankLine, balance: int | None) -> None:
        """Take in a row and the balance after it in minor units, None if not there."""
        key = (line.account, line.currency)
        chain = self._chains.get(key)
        if chain is None:
            chain = self._chains[key] = _Chain(line)
        chain.last_row_on = line.booked_on
        # Two columns of numbers: a hundred thousand rows cost two megabytes.
        chain.amounts.append(line.amount_minor)
        chain.balances.append(_NONE if balance is None else balance)

    def behind(self, lines: Iterator[Line | Problem]) -> Iterator[Line | Problem]:
        """Yield the lines, and behind them what each account opens and ends on."""
        yield from lines
        if self._days and self._account and not self._chains:
            yield StatementPeriod(1, self._account, *self._days)
        for (account, currency), chain in self._chains.items():
            ends = chain.opening_and_closing()
            if self._days or ends:
                # Days that the file does not name are left to whoever sees the lines.
                starts_on, ends_on = self._days or (None, None)
                opening, closing = ends or (None, None)
                yield StatementPeriod(
                    chain.line, account, starts_on, ends_on, opening, closing, currency
                )


class _Chain:
    """The rows of one account, in the order of the file."""

    __slots__ = (
        "amounts",
        "balances",
        "first_row_on",
        "last_row_on",
        "line",
    )

    def __init__(self, line: BankLine) -> None:
        self.line = line.line
        self.first_row_on = self.last_row_on = line.booked_on
        self.amounts, self.balances = array("q"), array("q")

    def opening_and_closing(self) -> tuple[int, int] | None:
        """Return the balance before the earliest row and after the latest.

        None where the file does not tell which that is. A single jump in the balances
        is no reason: a row may be missing, and who reads both ends finds that out.
        """
        known = [n for n, balance in enumerate(self.balances) if balance != _NONE]
        if not known:
            return None
        is_newest_first = self._is_newest_first(known)
        if is_newest_first is None:
            return None
        first, last = known[0], known[-1]
        above, below = sum(self.amounts[:first]), sum(self.amounts[last + 1 :])
        top, bottom = self.balances[first], self.balances[last]
        if is_newest_first:
            return bottom - self.amounts[last] - below, top + above
        return top - self.amounts[first] - above, bottom + below

    def _is_newest_first(self, known: list[int]) -> bool | None:
        oldest_first, newest_first = self._links_that_hold(known)
        if max(oldest_first, newest_first) * 2 < len(known) - 1:
            return None
        if oldest_first != newest_first:
            return newest_first > oldest_first
        if self.first_row_on != self.last_row_on:
            return self.first_row_on > self.last_row_on
        # One balance for a day stands by the last of its rows.
        ends_with_one = known[-1] == len(self.amounts) - 1
        if len(known) > 1 or not (ends_with_one or not known[0]):
            return None
        return not ends_with_one

    def _links_that_hold(self, known: list[int]) -> tuple[int, int]:
        """Return how many balances follow from the one before, and from the one after."""
        amounts, balances = self.amounts, self.balances
        oldest_first = newest_first = 0
        for one, other in pairwise(known):
            between = sum(amounts[one + 1 : other]) if other - one > 1 else 0
            step = balances[other] - balances[one]
            oldest_first += step == between + amounts[other]
            newest_first += -step == between + amounts[one]
        return oldest_first, newest_first
