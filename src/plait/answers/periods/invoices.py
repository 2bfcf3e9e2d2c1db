"""Invoices issued over a period: what they come to, and against the same one before."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from plait.answers.periods.period import (
    Asked,
    PeriodAnswer,
    period_answer,
    period_basis,
)
from plait.domain.period import Period
from plait.domain.periods.choice import PeriodChoice, PeriodKind
from plait.domain.periods.comparison import compared
from plait.domain.portfolio import Portfolio
from plait.domain.resilience import Invoice
from plait.wording import period_choices as wording
from plait.wording.income import invoices as invoice_wording
from plait.wording.words import Words

_DAY = timedelta(days=1)
_ALL = PeriodChoice(PeriodKind.ROLE)


@dataclass(frozen=True, slots=True)
class InvoiceSum:
    """What invoices in one currency come to."""

    currency: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class InvoicesInPeriod:
    """The invoices issued in a period; nobody chose one where `period.is_usual`.

    Then all invoices count, and nothing is compared. `change` is against the same days
    before, None where there are several currencies or no invoice yet back then.
    """

    period: PeriodAnswer
    sentence: str
    n: int
    sums: tuple[InvoiceSum, ...]
    change: Decimal | None
    change_text: str
    before_text: str


def invoices_in_period(
    portfolio: Portfolio, words: Words, choice: PeriodChoice | None
) -> InvoicesInPeriod:
    """Return what was billed over a period, up to the portfolio's date."""
    asked = Asked(words, period_basis(portfolio), choice, _ALL)
    issued = [one for one in portfolio.invoices if one.issued_on <= portfolio.on]
    period = period_answer(asked)
    chosen = issued if choice is None else _in(issued, (asked.days,))
    sums = _sums(chosen)
    change, before = _change(asked, issued) if choice else (None, "")
    texts = [invoice_wording.money_text(words, s.amount, s.currency) for s in sums]
    change_text = ""
    if change is not None and (chosen or change):
        # Several currencies are not compared, so there is one.
        amount = invoice_wording.money_text(
            words, abs(change), issued[0].amount.currency
        )
        change_text = wording.change_text(words, amount, float(change), before)
    return InvoicesInPeriod(
        period=period,
        sentence=invoice_wording.billed_text(
            words,
            asked.during_text,
            len(chosen),
            texts,
            change_text,
            is_running=period.is_running,
        )
        if choice
        else "",
        n=len(chosen),
        sums=sums,
        change=change,
        change_text=change_text,
        before_text=before,
    )


def _change(asked: Asked, issued: Sequence[Invoice]) -> tuple[Decimal | None, str]:
    """Return the change since the same days before, and what these are called.

    Before the first invoice of all nothing is known to compare with.
    """
    if not asked.has_before or len({one.amount.currency for one in issued}) != 1:
        return None, ""
    first = min(one.issued_on for one in issued)
    days = compared(asked.days, (Period(first, asked.basis.today + _DAY),))
    if not days.now:
        return None, ""
    now, before = (_sum(_in(issued, some)) for some in (days.now, days.before))
    return now - before, asked.compared_text([days])


def _in(invoices: Sequence[Invoice], days: Sequence[Period]) -> list[Invoice]:
    return [one for one in invoices if any(one.issued_on in some for some in days)]


def _sum(invoices: Sequence[Invoice]) -> Decimal:
    return sum((one.amount.number for one in invoices), Decimal(0))


def _sums(invoices: Sequence[Invoice]) -> tuple[InvoiceSum, ...]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for one in invoices:
        found[one.amount.currency] += one.amount.number
    return tuple(InvoiceSum(code, found[code]) for code in sorted(found))
