"""Terms that change what a proposal says and keep the rest of those that hold."""

from dataclasses import replace
from datetime import date
from typing import Any

from plait.domain.money import Money, to_minor
from plait.domain.period import Period
from plait.domain.proposals.proposal import Proposal
from plait.domain.roles import Agreement, CountsAs, PayBasis

_BY_THE_MONTH = {PayBasis.SALARY, PayBasis.MONTHLY}
_OF_TERMS = (
    *("hours", "per", "blocks", "pay", "pay_basis", "notice_days", "clause"),
    "counts_as",
)


def other_terms(before: Agreement | None, proposal: Proposal, start: date) -> Agreement:
    """Return terms from a day on; what the proposal does not say stays.

    Where only the hours change, a month's pay follows them, and agreed days fall
    away: those were for other hours.
    """
    period = Period(start, proposal.end)
    earlier = before or Agreement(period, counts_as=CountsAs.SELF_EMPLOYED)
    new = terms_problems(proposal)
    terms = replace(earlier, period=period, **new)
    if terms.hours_per_week == earlier.hours_per_week:
        return terms
    if "blocks" not in new:
        terms = replace(terms, blocks=())
    if "pay" not in new and terms.pay_basis in _BY_THE_MONTH:
        terms = replace(terms, pay=_in_step(earlier, terms))
    return terms


def terms_problems(proposal: Proposal) -> dict[str, Any]:
    """Return the fields of terms that a proposal says something of."""
    values = {name: getattr(proposal, name) for name in _OF_TERMS}
    return {name: value for name, value in values.items() if value is not None}


def _in_step(before: Agreement, terms: Agreement) -> Money | None:
    """Return a month's pay for other hours at the same pay for an hour."""
    pay, was, now = before.pay, before.hours_per_week, terms.hours_per_week
    if pay is None or not was or now is None:
        return pay
    return Money.from_minor(
        to_minor(pay.number * now / was, pay.currency), pay.currency
    )
