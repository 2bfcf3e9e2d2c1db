"""What names, dates and terms must be for the tables to hold them and mean something."""

from datetime import date
from decimal import Decimal

from plait.domain.blocks import MOST_BLOCKS, blocks_as_text, overlap_in
from plait.domain.errors import PlaitError
from plait.domain.roles import Agreement, PayBasis, Per

LONGEST_NAME = 200
MOST_PAY = Decimal(1_000_000_000)
MOST_NOTICE_DAYS = 3_650
# The hours that the longest of each stretch has.
MOST_HOURS = {
    Per.WEEK: 7 * 24,
    Per.MONTH: 31 * 24,
    Per.QUARTER: 92 * 24,
    Per.YEAR: 366 * 24,
    Per.TOTAL: 100_000,
}


class BadName(PlaitError):
    """A name that is empty or too long."""


class BadTerms(PlaitError):
    """Terms or dates that contradict each other."""


def check_name(text: str) -> None:
    """Raise `BadName` for a role or organisation without a name, or with a novel."""
    if not text.strip():
        raise BadName(
            "A role and its organisation need a name",
            value=text,
            fix="Write what you call it yourself.",
        )
    if len(text) > LONGEST_NAME:
        raise BadName(
            "This name is longer than 200 letters",
            value=f"{text[:40]}…",
            fix="Write a shorter one.",
        )


def check_dates(started_on: date, ended_on: date | None) -> None:
    """Raise `BadTerms` for a role that ends before it starts."""
    if ended_on and ended_on <= started_on:
        raise BadTerms(
            "A role ends after it starts",
            value=f"{started_on} to {ended_on}",
            fix="Correct one of the two dates.",
        )


def check_terms(terms: Agreement) -> None:
    """Raise `BadTerms` for terms that cannot be."""
    _check_period(terms)
    _check_pay(terms)
    _check_blocks(terms)
    if terms.hours is not None and not 0 <= terms.hours <= MOST_HOURS[terms.per]:
        raise BadTerms(
            "There are not that many hours in the time they are agreed for",
            value=f"{terms.hours}/{terms.per}",
            fix="Write fewer, or say for which stretch of time they are.",
        )
    if terms.notice_days is not None and not 0 <= terms.notice_days <= MOST_NOTICE_DAYS:
        raise BadTerms(
            "A notice period is at most ten years",
            value=str(terms.notice_days),
            fix="Write it in days, such as 30.",
        )


def _check_period(terms: Agreement) -> None:
    period = terms.period
    if period.end and period.end <= period.start:
        raise BadTerms(
            "An agreement ends after it starts",
            value=f"{period.start} to {period.end}",
            fix="Correct one of the two dates.",
        )


def _check_blocks(terms: Agreement) -> None:
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


def _check_pay(terms: Agreement) -> None:
    if terms.pay is None:
        return
    if terms.pay_basis is PayBasis.NONE:
        raise BadTerms(
            "An amount of pay needs to say what it is paid for",
            value=str(terms.pay),
            fix="Choose per hour, per day, per month, or for the whole.",
        )
    if not 0 <= terms.pay.number <= MOST_PAY:
        raise BadTerms(
            "This is not an amount that anybody is paid",
            value=str(terms.pay),
            fix="Write it without a minus, and look at the decimal mark.",
        )
