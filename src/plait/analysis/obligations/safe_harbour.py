"""How much tax paid ahead is enough in the United States, and of that each time.

Enough is the smaller of 90 % of this year's tax and 100 % of last year's, 110 % where
last year's income was high. With last year's tax alone, that is enough whatever this
year brings. Nothing is needed where less than 1,000 would remain to pay, or where
what is taken from pay is enough by itself.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plait.analysis.obligations.days import quarters_in, working_day_from, year_of
from plait.analysis.obligations.facts import TaxFacts
from plait.analysis.obligations.obligation import WhyUnknown
from plait.analysis.obligations.receipts import to_the_cent
from plait.domain.period import Period
from plait.reference.obligations.kinds import Estimated, Harbour
from plait.reference.obligations.rules import Pack, Rule


@dataclass(frozen=True, slots=True)
class Prepayment:
    """What is enough in a year, None where neither year's tax is given.

    `prior` and `current` are the two harbours, None where that year's tax is not
    given; `is_needed` is None where it is not known. `still` is what is left of
    it beside what is taken from pay, `each` a fourth of that, `paid` what was paid of
    it already.
    """

    rule: Rule
    prior: Decimal | None
    current: Decimal | None
    required: Decimal | None
    still: Decimal | None
    each: Decimal | None
    is_needed: bool | None
    paid: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Instalment:
    """One of four: whether it is to be paid, how much, or why that is not known."""

    is_needed: bool
    amount: Decimal | None = None
    why_unknown: WhyUnknown | None = None


def prepayment(pack: Pack, facts: TaxFacts) -> Prepayment | None:
    """Return how much is enough, None where the pack knows no such thing."""
    for rule, how in pack.of_kind(Harbour):
        prior, current = _prior(how, facts), _current(how, facts)
        known = [one for one in (prior, current) if one is not None]
        if not known:
            return Prepayment(rule, prior, current, None, None, None, None)
        taken = facts.at_source or Decimal(0)
        required = to_the_cent(min(known), pack.currency)
        still = max(required - taken, Decimal(0))
        return Prepayment(
            rule=rule,
            prior=prior,
            current=current,
            required=required,
            still=still,
            each=to_the_cent(still / 4, pack.currency),
            is_needed=bool(still) and not _is_small(how, facts),
            paid=facts.paid_ahead,
        )
    return None


def instalments_of(
    pack: Pack, facts: TaxFacts, year: Period, today: date
) -> tuple[Instalment, ...]:
    """Return what the instalments of a tax year are; facts are about the present one.

    Each brings what was paid up to its share of the year: what was paid less before is
    made good with the next, what was paid more comes off it.
    """
    days = [day for _, how in pack.of_kind(Estimated) for day in _days(how, year)]
    if year != _present(pack, today):
        unknown = Instalment(is_needed=True, why_unknown=WhyUnknown.LATER_BILL)
        return (unknown,) * len(days)
    found = prepayment(pack, facts)
    if found is None or found.is_needed is None or found.still is None:
        unknown = Instalment(is_needed=True, why_unknown=WhyUnknown.TAX)
        return (unknown,) * len(days)
    if found.paid is None:
        return (Instalment(found.is_needed, found.each),) * len(days)
    paid, parts = found.paid, []
    for number, day in enumerate(days, start=1):
        share = to_the_cent(found.still * number / len(days), pack.currency)
        is_ahead = working_day_from(day, pack) >= today
        amount = max(share - paid, Decimal(0)) if is_ahead else Decimal(0)
        paid += amount
        parts.append(Instalment(found.is_needed and amount > 0, amount))
    return tuple(parts)


def _days(how: Estimated, year: Period) -> list[date]:
    return [day for _, _, day in quarters_in(how.quarters, year)]


def _prior(how: Harbour, facts: TaxFacts) -> Decimal | None:
    if facts.last_bill is None:
        return None
    high = how.high_apart if facts.files_apart else how.high
    # Income that is not given is taken for high: the cautious side.
    is_high = facts.last_income is None or facts.last_income > high
    return facts.last_bill * (how.prior_high if is_high else how.prior)


def _current(how: Harbour, facts: TaxFacts) -> Decimal | None:
    return None if facts.expected_bill is None else facts.expected_bill * how.current


def _is_small(how: Harbour, facts: TaxFacts) -> bool:
    """Return whether too little would remain to be paid for any of it to be asked."""
    if facts.expected_bill is None:
        return False
    return facts.expected_bill - (facts.at_source or Decimal(0)) < how.least_balance


def _present(pack: Pack, today: date) -> Period:
    """Return the tax year whose instalments are being paid: the last one's in January."""
    year = year_of(today, pack.year_starts)
    before = Period(year.start.replace(year=year.start.year - 1), year.start)
    for _, how in pack.of_kind(Estimated):
        *_, (_, _, last) = quarters_in(how.quarters, before)
        if today <= working_day_from(last, pack):
            return before
    return year
