"""Terms that change what was told and keep the rest of those that hold."""

from dataclasses import replace
from datetime import date
from typing import Any

from plait.domain.money import Money, to_minor
from plait.domain.period import Period
from plait.domain.roles import Agreement, CountsAs, PayBasis

_BY_THE_MONTH = {PayBasis.SALARY, PayBasis.MONTHLY}


def other_terms(
    before: Agreement | None, start: date, end: date | None, told: dict[str, Any]
) -> Agreement:
    """Return terms from a day on; what `told` leaves out, or holds as None, stays.

    Where only the hours change, a month's pay follows them, and agreed days fall
    away: those were for other hours.
    """
    usual = Agreement(Period(start, end), counts_as=CountsAs.SELF_EMPLOYED)
    kept = before or usual
    new = {name: value for name, value in told.items() if value is not None}
    terms = replace(kept, period=Period(start, end), **new)
    if terms.hours_per_week == kept.hours_per_week:
        return terms
    if "blocks" not in new:
        terms = replace(terms, blocks=())
    if "pay" not in new and terms.pay_basis in _BY_THE_MONTH:
        terms = replace(terms, pay=_in_step(kept, terms))
    return terms


def _in_step(before: Agreement, terms: Agreement) -> Money | None:
    """Return a month's pay for other hours at the same pay for an hour."""
    pay, was, now = before.pay, before.hours_per_week, terms.hours_per_week
    if pay is None or not was or now is None:
        return pay
    return Money.from_minor(
        to_minor(pay.number * now / was, pay.currency), pay.currency
    )
