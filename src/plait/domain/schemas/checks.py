"""What the fields of a record have to be together."""

from plait.domain.blocks import MOST_BLOCKS, blocks_as_text, overlap_in
from plait.domain.errors import BadValue
from plait.domain.period import Period
from plait.domain.roles import Agreement, PayBasis, Role


class BadTerms(BadValue):
    """Terms or dates that contradict each other."""


def in_order(period: Period) -> None:
    """Refuse an end at or before the start: it is the first day without."""
    if period.end is not None and period.end <= period.start:
        raise BadTerms(
            "The end comes before the start",
            value=f"{period.start} to {period.end}",
            fix="Correct one of the two dates; `to` is the first day without.",
        )


def ends_after_start(record: object) -> None:
    """Refuse a record whose period ends before it begins."""
    in_order(record.period)  # type: ignore[attr-defined]  # schemas name records that have one


def pay_has_a_basis(basis: PayBasis, amount: object) -> None:
    """Refuse an amount of pay that nobody says what it is paid for."""
    if amount is not None and basis is PayBasis.NONE:
        raise BadTerms(
            "An amount of pay needs to say what it is paid for",
            value=str(amount),
            fix="Say whether it is per hour, day or month, a salary, or fixed.",
        )


def agreed_pay_has_a_basis(terms: Agreement) -> None:
    """Refuse an amount of pay that nobody says what it is paid for."""
    pay_has_a_basis(terms.pay_basis, terms.pay)


def blocks_do_not_overlap(terms: Agreement) -> None:
    """Refuse blocks that share time, or more of them than a week is agreed in."""
    both = overlap_in(terms.blocks)
    if both:
        raise BadTerms(
            "Two of the agreed times overlap",
            value=blocks_as_text(both),
            fix="Let the second begin where the first ends.",
        )
    if len(terms.blocks) > MOST_BLOCKS:
        raise BadTerms(
            "These are more blocks than a week is agreed in",
            value=str(len(terms.blocks)),
            fix="Write at most 50 of them.",
        )


def balance_has_a_day(role: Role) -> None:
    """Refuse an opening balance without its day, or a day without one."""
    if (role.balance is None) != (role.balance_from is None):
        raise BadValue(
            "An opening balance needs its hours and its day",
            value=str(role.balance_from if role.balance is None else role.balance),
            fix="Enter both, or neither.",
        )
