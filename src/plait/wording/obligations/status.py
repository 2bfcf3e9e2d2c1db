"""Limits and goals of tax rules in words: each with its figure and what it means."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from plait.analysis.obligations.entry import EntryStatus
from plait.analysis.obligations.hours_criterion import HoursCriterion
from plait.analysis.obligations.main_client import MainClientStatus
from plait.analysis.obligations.obligation import LimitStatus
from plait.analysis.obligations.on_account import PaymentsOnAccount
from plait.analysis.obligations.report import Obligations
from plait.analysis.obligations.rolling import RollingStatus
from plait.analysis.obligations.safe_harbour import Prepayment
from plait.reference.obligations.kinds import Amount, Deduction, Starter
from plait.reference.obligations.rules import Rule
from plait.wording.obligations.hours import hours_text, share_text
from plait.wording.obligations.obligations import sum_text
from plait.wording.obligations.turnover import (
    main_client_text,
    rolling_text,
    turnover_text,
)
from plait.wording.periods import year_text
from plait.wording.words import Words

_NEEDS_ATTENTION = {
    LimitStatus.OVER,
    LimitStatus.NEAR,
    LimitStatus.AT_RISK,
    LimitStatus.NOT_MET,
}


@dataclass(frozen=True, slots=True)
class StatusText:
    """The status of a limit with what it rests on: `figure` against `threshold`.

    `unit` is the pack's currency, "hours", or "share" (of one). `needs_attention` says that the person
    may want to do something about it.
    """

    rule: Rule
    status: LimitStatus
    figure: Decimal | None
    threshold: Decimal | None
    unit: str
    sentence: str
    needs_attention: bool = False


def status_texts(found: Obligations, words: Words) -> tuple[StatusText, ...]:
    """Return the status of every limit, in the order of the pack."""
    return tuple(_statuses(found, words))


def _statuses(found: Obligations, words: Words) -> Iterator[StatusText]:
    currency = found.pack.currency
    yield from _entry(found, words)
    if found.on_account:
        one = found.on_account
        text = payments_on_account_text(one, currency, words)
        yield StatusText(one.rule, one.status, one.bill, one.least, currency, text)
    if found.hours:
        yield from _hours(found, found.hours, words)
    if found.turnover:
        of = found.turnover
        text = turnover_text(of, currency, words)
        attention = of.status in _NEEDS_ATTENTION and of.may_be_used
        yield StatusText(
            of.rule, of.status, of.figure, of.limit, currency, text, attention
        )
    if found.rolling:
        yield _rolling(found.rolling, currency, words)
    if found.main_client:
        yield _main_client(found.main_client, words)
    if found.prepayment:
        yield _prepayment(found.prepayment, currency, words)


def _entry(found: Obligations, words: Words) -> Iterator[StatusText]:
    currency = found.pack.currency
    for one in found.entry_steps:
        text = entry_text(one, currency, words)
        attention = one.status in _NEEDS_ATTENTION and one.step.starts > found.on
        yield StatusText(
            one.rule, one.status, one.figure, one.step.over, currency, text, attention
        )
        if one.status is LimitStatus.OVER:
            break  # later steps would only begin what has begun by then


def _main_client(one: MainClientStatus, words: Words) -> StatusText:
    text = main_client_text(one, words)
    attention = one.status in _NEEDS_ATTENTION
    return StatusText(
        one.rule, one.status, one.share, one.most, "share", text, attention
    )


def _rolling(one: RollingStatus, currency: str, words: Words) -> StatusText:
    text = rolling_text(one, currency, words)
    attention = one.status in _NEEDS_ATTENTION
    return StatusText(
        one.rule, one.status, one.figure, one.limit, currency, text, attention
    )


def _prepayment(one: Prepayment, currency: str, words: Words) -> StatusText:
    status = LimitStatus.DUE if one.is_needed else LimitStatus.NOT_DUE
    status = LimitStatus.UNKNOWN if one.is_needed is None else status
    text = prepayment_text(one, currency, words)
    return StatusText(one.rule, status, one.still, one.required, currency, text)


def _hours(
    found: Obligations, one: HoursCriterion, words: Words
) -> Iterator[StatusText]:
    text = hours_text(one, words)
    if one.status is not LimitStatus.UNKNOWN:
        text = " ".join([text, *_worth(found, one, words)])
    attention = one.status in _NEEDS_ATTENTION
    yield StatusText(
        one.rule, one.status, one.hours, one.least, "hours", text, attention
    )
    if one.status is not LimitStatus.UNKNOWN:
        yield _share(one, words)


def _share(one: HoursCriterion, words: Words) -> StatusText:
    failed = LimitStatus.AT_RISK if one.days_left else LimitStatus.NOT_MET
    status = LimitStatus.MET if one.passes_share else failed
    return StatusText(
        one.share_rule,
        status,
        one.hours,
        one.other,
        "hours",
        share_text(one, words),
        status in _NEEDS_ATTENTION,
    )


def _worth(found: Obligations, one: HoursCriterion, words: Words) -> Iterator[str]:
    """Yield what who meets the hours criterion may deduct in the year of the date."""
    _, currency = words.gettext, found.pack.currency
    deduction = _in_force(found, Deduction)
    if deduction is not None:
        amount = sum_text(deduction, currency, words)
        yield _("The deduction for that year is %(sum)s.") % {"sum": amount}
    more = _in_force(found, Starter)
    if more is not None and one.is_starter:
        amount = sum_text(more, currency, words)
        yield _(
            "As a starter you may deduct %(sum)s more, if you used that deduction at"
            " most twice before."
        ) % {"sum": amount}


def _in_force(found: Obligations, kind: type[Amount]) -> Decimal | None:
    for rule, how in found.pack.of_kind(kind):
        if rule.is_in_force_on(found.on):
            return how.amount
    return None


def status_label(status: LimitStatus, words: Words) -> str:
    """Return the status in a word or two."""
    _ = words.gettext
    return {
        LimitStatus.WITHIN: _("below the limit"),
        LimitStatus.NEAR: _("near the limit"),
        LimitStatus.OVER: _("above the limit"),
        LimitStatus.DUE: _("due"),
        LimitStatus.NOT_DUE: _("not due"),
        LimitStatus.MET: _("met"),
        LimitStatus.ON_THE_WAY: _("on track"),
        LimitStatus.AT_RISK: _("at risk"),
        LimitStatus.NOT_MET: _("not met"),
        LimitStatus.UNKNOWN: _("not known"),
    }[status]


def entry_text(one: EntryStatus, currency: str, words: Words) -> str:
    """Return the gross income of a tax year beside its threshold."""
    _ = words.gettext
    values = {
        "year": year_text(one.year),
        "figure": sum_text(one.figure, currency, words),
        "threshold": sum_text(one.step.over, currency, words),
        "day": words.day(one.step.starts),
    }
    if one.status is LimitStatus.UNKNOWN:
        return _("Your gross income of %(year)s is not known.") % values
    if one.status is LimitStatus.OVER:
        text = _(
            "Your gross income of %(year)s is %(figure)s, above %(threshold)s:"
            " quarterly updates from %(day)s."
        )
        return text % values
    text = _(
        "Your gross income of %(year)s is %(figure)s. Above %(threshold)s, quarterly"
        " updates start on %(day)s."
    )
    if not one.is_over:
        text += " " + _("That year is not over yet.")
    if not one.is_whole:
        text += " " + _("Payments are known for only part of it.")
    return text % values


def payments_on_account_text(
    one: PaymentsOnAccount, currency: str, words: Words
) -> str:
    """Return whether payments on account follow from the last bill."""
    _ = words.gettext
    if one.bill is None:
        return _(
            "Half of your last tax bill may be due in January and again in July: give"
            " that bill to see."
        )
    values = {"bill": sum_text(one.bill, currency, words)}
    if one.each is None:
        return (
            _("With a tax bill of %(bill)s, no payments on account are due.") % values
        )
    values["each"] = sum_text(one.each, currency, words)
    text = _("Half of your tax bill of %(bill)s is due twice: %(each)s each time.")
    return text % values


def prepayment_text(one: Prepayment, currency: str, words: Words) -> str:
    """Return how much paid in advance is enough."""
    _ = words.gettext
    if one.required is None or one.each is None or one.still is None:
        return _("Give last year’s tax, or this year’s, to see how much to pay ahead.")
    if not one.is_needed:
        return _("You do not have to pay anything in advance.")
    text = _("Paying %(required)s in advance is enough: %(each)s each time.")
    if one.paid is not None:
        text += " " + _("You paid %(paid)s of it.")
    return text % {
        "required": sum_text(one.required, currency, words),
        "each": sum_text(one.each, currency, words),
        "paid": sum_text(one.paid or Decimal(0), currency, words),
    }
