"""What a person can agree on now: the same in forms, commands and the book.

The schemas hold the widest limits, which files and tables keep; these are narrower.
"""

from collections.abc import Callable, Iterator

from plait.domain.errors import Problem
from plait.domain.roles import Agreement
from plait.domain.schemas.agreement import MOST_HOURS, MOST_NOTICE_DAYS, MOST_PAY
from plait.domain.schemas.checks import (
    BadTerms,
    agreed_pay_has_a_basis,
    blocks_do_not_overlap,
)


def problems_of_terms(terms: Agreement) -> Iterator[Problem]:
    """Yield everything that cannot be, each with the field it is about as `where`."""
    for field, check in _CHECKS:
        try:
            check(terms)
        except BadTerms as error:
            yield Problem(field, error.what, error.value, error.fix)


def check_limits(terms: Agreement) -> None:
    """Raise `BadTerms` for more hours, notice or pay than anybody agrees on."""
    _hours_fit(terms)
    _notice_fits(terms)
    _pay_fits(terms)


def _dates_are_in_order(terms: Agreement) -> None:
    period = terms.period
    if period.end is not None and period.end <= period.start:
        raise BadTerms(
            "These terms end before they begin",
            value=f"{period.start} – {period.end}",
            fix="Correct one of the two dates.",
        )


def _hours_fit(terms: Agreement) -> None:
    if terms.hours is not None and not 0 <= terms.hours <= MOST_HOURS[terms.per]:
        raise BadTerms(
            "There are not that many hours in the time they are agreed for",
            value=f"{terms.hours}/{terms.per}",
            fix="Write fewer, or say for which stretch of time they are.",
        )


def _notice_fits(terms: Agreement) -> None:
    if terms.notice_days is not None and not 0 <= terms.notice_days <= MOST_NOTICE_DAYS:
        raise BadTerms(
            "A notice period is at most ten years",
            value=str(terms.notice_days),
            fix="Write it in days, such as 30.",
        )


def _pay_fits(terms: Agreement) -> None:
    if terms.pay and not 0 <= terms.pay.number <= MOST_PAY:
        raise BadTerms(
            "This is not an amount that anybody is paid",
            value=str(terms.pay),
            fix="Write it without a minus, and look at the decimal mark.",
        )


_CHECKS: tuple[tuple[str, Callable[[Agreement], None]], ...] = (
    ("ends_on", _dates_are_in_order),
    ("pay_basis", agreed_pay_has_a_basis),
    ("blocks", blocks_do_not_overlap),
    ("hours", _hours_fit),
    ("notice_days", _notice_fits),
    ("pay", _pay_fits),
)
