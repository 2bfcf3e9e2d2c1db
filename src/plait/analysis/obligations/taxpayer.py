"""Whose obligations are looked for, with all that the dates follow from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from plait.analysis.obligations.days import years_between
from plait.analysis.obligations.facts import TaxFacts
from plait.analysis.obligations.own_account import running
from plait.analysis.obligations.receipts import Receipts
from plait.analysis.obligations.rolling import RollingStatus
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.reference.obligations.rules import Pack

# A return for a tax year may be due up to two years after that year began.
_LOOKS_BACK = timedelta(days=800)


@dataclass(frozen=True, eq=False)
class Taxpayer:
    """Whose obligations, by which pack; `enters_on` is the first day of quarterly updates.

    `rolling` says whether turnover asks for a VAT registration, where a pack knows that.
    """

    portfolio: Portfolio
    pack: Pack
    own: tuple[int, ...]
    receipts: Receipts
    facts: TaxFacts
    enters_on: date | None
    rolling: RollingStatus | None

    def roles(self, period: Period) -> tuple[int, ...]:
        """Return the roles on one's own account that run or were paid in a period."""
        held = running(self.portfolio, self.own, period)
        return tuple(sorted({*held, *self.receipts.roles_within(period)}))

    def years(self, period: Period) -> Iterator[Period]:
        """Yield the tax years that anything due in the period may be about."""
        last = period.end or period.start
        return years_between(period.start - _LOOKS_BACK, last, self.pack)
