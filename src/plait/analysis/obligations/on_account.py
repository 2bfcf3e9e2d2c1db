"""Payments on account: half the last bill twice, towards the bill that is to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plait.analysis.obligations.days import year_of
from plait.analysis.obligations.facts import TaxFacts
from plait.analysis.obligations.obligation import (
    LimitStatus,
    Obligation,
    ObligationKind,
    WhyUnknown,
)
from plait.analysis.obligations.receipts import to_the_cent
from plait.domain.period import Period
from plait.reference.obligations.kinds import OnAccount
from plait.reference.obligations.rules import Pack, Rule


@dataclass(frozen=True, slots=True)
class PaymentsOnAccount:
    """Whether payments on account are asked after the last bill, and how much each.

    `at_source` is the share of the tax that was taken before the bill came. `stand`
    is due where they are asked, not due where they are not.
    """

    rule: Rule
    bill: Decimal | None
    least: Decimal
    at_source: Decimal | None
    each: Decimal | None
    status: LimitStatus


def payments_on_account(pack: Pack, facts: TaxFacts) -> PaymentsOnAccount | None:
    """Return what the last bill asks ahead, None where the pack knows no such thing."""
    for rule, how in pack.of_kind(OnAccount):
        bill = facts.last_bill
        if bill is None:
            return PaymentsOnAccount(
                rule, None, how.least_bill, None, None, LimitStatus.UNKNOWN
            )
        share = _share(bill, facts.at_source or Decimal(0))
        is_asked = bill >= how.least_bill and share <= how.most_at_source
        return PaymentsOnAccount(
            rule=rule,
            bill=bill,
            least=how.least_bill,
            at_source=share,
            each=to_the_cent(bill / 2, pack.currency) if is_asked else None,
            status=LimitStatus.DUE if is_asked else LimitStatus.NOT_DUE,
        )
    return None


def on_account(
    pack: Pack, facts: TaxFacts, period: Period, today: date
) -> Iterator[Obligation]:
    """Yield the payments due in a period that ends, without the roles they are for.

    The last bill is the one due on the nearest 31 January: the next from August on,
    the last one from February to July.
    """
    payments = payments_on_account(pack, facts)
    last = period.end or period.start
    for rule, how in pack.of_kind(OnAccount):
        of_bill = _year_of_bill(how, today)
        for year in range(period.start.year, last.year + 1):
            known = payments if year == of_bill else None
            towards = year_of(how.first.in_year(year), pack.year_starts)
            found = [*_rest(rule, how, known, towards, facts)]
            found += _in_year(rule, how, known, towards)
            yield from (
                obligation for obligation in found if obligation.due_on in period
            )


def _in_year(
    rule: Rule, how: OnAccount, payments: PaymentsOnAccount | None, towards: Period
) -> Iterator[Obligation]:
    """Yield both halves of a calendar year."""
    year = (towards.end or towards.start).year
    for day in (how.first, how.second):
        yield from _half(rule, day.in_year(year), towards, payments)


def _rest(
    rule: Rule,
    how: OnAccount,
    payments: PaymentsOnAccount | None,
    towards: Period,
    facts: TaxFacts,
) -> Iterator[Obligation]:
    """Yield what the year before left to pay, nothing where it was paid ahead."""
    due_on = how.first.in_year((towards.end or towards.start).year)
    before = Period(_a_year_before(towards.start), towards.start)
    paid, bill = facts.paid_ahead, payments.bill if payments else None
    if paid is None or bill is None:
        why = WhyUnknown.PAID_BEFORE
        yield Obligation(
            ObligationKind.BALANCE, due_on, before, (), rule, why_unknown=why
        )
    elif paid < bill:
        yield Obligation(
            ObligationKind.BALANCE, due_on, before, (), rule, amount=bill - paid
        )


def _half(
    rule: Rule, due_on: date, towards: Period, payments: PaymentsOnAccount | None
) -> Iterator[Obligation]:
    """Yield the payment, nothing where the last bill asks for none."""
    if payments is None or payments.bill is None:
        why = WhyUnknown.LAST_BILL if payments else WhyUnknown.LATER_BILL
        yield Obligation(
            ObligationKind.ON_ACCOUNT, due_on, towards, (), rule, why_unknown=why
        )
    elif payments.each is not None:
        yield Obligation(
            ObligationKind.ON_ACCOUNT, due_on, towards, (), rule, amount=payments.each
        )


def _share(bill: Decimal, at_source: Decimal) -> Decimal:
    tax = bill + at_source
    return at_source / tax if tax else Decimal(0)


def _year_of_bill(how: OnAccount, today: date) -> int:
    """Return the year of the 31 January that is nearest, in the sense above."""
    return today.year + 1 if today > how.second.in_year(today.year) else today.year


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1)
