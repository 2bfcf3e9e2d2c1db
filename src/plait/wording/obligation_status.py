"""How one stands to thresholds, in words: each with its figure and what it means."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from plait.analysis.obligations.entry import Entering
from plait.analysis.obligations.hours_criterion import HoursCriterion
from plait.analysis.obligations.obligation import Stand
from plait.analysis.obligations.on_account import Halves
from plait.analysis.obligations.report import Obligations
from plait.analysis.obligations.safe_harbour import Enough
from plait.analysis.obligations.turnover import TurnoverStand
from plait.reference.obligations.kinds import Deduction
from plait.reference.obligations.rules import Rule
from plait.wording.obligation_hours import hours_text, share_text
from plait.wording.obligations import sum_text, year_text
from plait.wording.words import Words

_CARE = {Stand.OVER, Stand.NEAR, Stand.AT_RISK, Stand.NOT_MET}


@dataclass(frozen=True, slots=True)
class StandText:
    """A verdict with what it rests on: `figure` against `threshold`, and a sentence.

    `unit` is the pack's currency, or "hours". `asks_for_care` says that the person may
    want to do something about it.
    """

    rule: Rule
    stand: Stand
    figure: Decimal | None
    threshold: Decimal | None
    unit: str
    sentence: str
    asks_for_care: bool


def stands_text(found: Obligations, words: Words) -> tuple[StandText, ...]:
    """Return every verdict, in the order of the pack."""
    return tuple(_stands(found, words))


def _stands(found: Obligations, words: Words) -> Iterator[StandText]:
    currency = found.pack.currency
    for step in found.entering:
        said, over = entering_text(step, currency, words), step.step.over
        care = step.stand in _CARE and step.step.starts > found.on
        yield StandText(step.rule, step.stand, step.figure, over, currency, said, care)
        if step.stand is Stand.OVER:
            break  # later steps would only begin what has begun by then
    if found.on_account:
        one = found.on_account
        said = halves_text(one, currency, words)
        yield StandText(one.rule, one.stand, one.bill, one.least, currency, said, False)
    if found.hours:
        yield from _hours(found, found.hours, words)
    if found.turnover:
        of = found.turnover
        said = turnover_text(of, currency, words)
        care = of.stand in _CARE and of.may_be_used
        yield StandText(of.rule, of.stand, of.figure, of.limit, currency, said, care)
    if found.ahead:
        yield _ahead(found.ahead, currency, words)


def _ahead(one: Enough, currency: str, words: Words) -> StandText:
    stand = Stand.DUE if one.is_needed else Stand.NOT_DUE
    stand = Stand.UNKNOWN if one.is_needed is None else stand
    said = enough_text(one, currency, words)
    return StandText(one.rule, stand, one.still, one.required, currency, said, False)


def stand_text(stand: Stand, words: Words) -> str:
    """Return the verdict in a word or two."""
    _ = words.gettext
    return {
        Stand.WITHIN: _("below"),
        Stand.NEAR: _("near the limit"),
        Stand.OVER: _("above the limit"),
        Stand.DUE: _("due"),
        Stand.NOT_DUE: _("not due"),
        Stand.MET: _("met"),
        Stand.ON_THE_WAY: _("on the way"),
        Stand.AT_RISK: _("at risk"),
        Stand.NOT_MET: _("not met"),
        Stand.UNKNOWN: _("not known"),
    }[stand]


def entering_text(one: Entering, currency: str, words: Words) -> str:
    """Return how the gross income of a tax year stands to its threshold."""
    _ = words.gettext
    told = {
        "year": year_text(one.year),
        "figure": sum_text(one.figure, currency, words),
        "threshold": sum_text(one.step.over, currency, words),
        "day": words.day(one.step.starts),
    }
    if one.stand is Stand.UNKNOWN:
        return _("The gross income of %(year)s is not known.") % told
    if one.stand is Stand.OVER:
        return (
            _(
                "The gross income of %(year)s is %(figure)s, more than %(threshold)s:"
                " quarterly updates from %(day)s on."
            )
            % told
        )
    said = _("The gross income of %(year)s is %(figure)s; above %(threshold)s")
    said += " " + _("quarterly updates would begin on %(day)s.")
    if not one.is_over:
        said += " " + _("That year still runs.")
    if not one.is_whole:
        said += " " + _("Payments are known for a part of it only.")
    return said % told


def halves_text(one: Halves, currency: str, words: Words) -> str:
    """Return whether payments on account follow from the last bill."""
    _ = words.gettext
    if one.bill is None:
        return _(
            "Half your last bill may be due in January and in July; tell the bill."
        )
    told = {"bill": sum_text(one.bill, currency, words)}
    if one.each is None:
        return _("After a bill of %(bill)s no payments on account are asked.") % told
    told["each"] = sum_text(one.each, currency, words)
    return _("Half of the bill of %(bill)s is due twice: %(each)s each.") % told


def turnover_text(one: TurnoverStand, currency: str, words: Words) -> str:
    """Return how turnover stands to the limit of the small-business scheme."""
    _ = words.gettext
    told = {
        "year": one.year,
        "figure": sum_text(one.figure, currency, words),
        "limit": sum_text(one.limit, currency, words),
        "day": words.day(one.passed_on) if one.passed_on else "",
    }
    if one.stand is Stand.UNKNOWN:
        return _("The turnover of %(year)d is not known.") % told
    if not one.may_be_used:
        return (
            _(
                "The turnover of %(year)d is %(figure)s so far. Last year’s was above"
                " %(limit)s, so the scheme is not for you now."
            )
            % told
        )
    if one.passed_on:
        return (
            _(
                "The turnover of %(year)d is %(figure)s and passed %(limit)s on %(day)s. If"
                " you use the scheme, it ended with that payment."
            )
            % told
        )
    return _("The turnover of %(year)d is %(figure)s so far, of %(limit)s.") % told


def enough_text(one: Enough, currency: str, words: Words) -> str:
    """Return how much paid ahead is enough."""
    _ = words.gettext
    if one.required is None or one.each is None or one.still is None:
        return _("Tell last year’s tax, or this year’s, to know how much is enough.")
    told = {
        "required": sum_text(one.required, currency, words),
        "each": sum_text(one.each, currency, words),
    }
    if not one.is_needed:
        return _("Nothing has to be paid ahead.")
    return _("%(required)s paid ahead is enough: %(each)s each time.") % told


def _hours(
    found: Obligations, one: HoursCriterion, words: Words
) -> Iterator[StandText]:
    said = hours_text(one, words)
    worth = _deduction(found)
    if worth is not None and one.stand is not Stand.UNKNOWN:
        amount = sum_text(worth, found.pack.currency, words)
        text = words.gettext("The deduction of that year is %(sum)s.")
        said = f"{said} {text % {'sum': amount}}"
    care = one.stand in _CARE
    yield StandText(one.rule, one.stand, one.hours, one.least, "hours", said, care)
    if one.stand is not Stand.UNKNOWN:
        failed = Stand.AT_RISK if one.days_left else Stand.NOT_MET
        stand = Stand.MET if one.passes_share else failed
        said = share_text(one, words)
        care = stand in _CARE
        yield StandText(
            one.share_rule, stand, one.hours, one.other, "hours", said, care
        )


def _deduction(found: Obligations) -> Decimal | None:
    """Return the self-employed deduction of the year that the date is in."""
    for rule, how in found.pack.of_kind(Deduction):
        if rule.is_in_force_on(found.on):
            return how.amount
    return None
