"""What an answer on tax obligations holds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plait.analysis.obligations.facts import NO_FACTS, TaxFacts, VatInterval
from plait.analysis.obligations.obligation import (
    LimitStatus,
    ObligationKind,
    WhyUnknown,
)
from plait.reference.obligations.rules import Status

# With the question goes what no statement shows, in this form.
__all__ = ["NO_FACTS", "ObligationsAnswer", "TaxFacts", "VatInterval"]


@dataclass(frozen=True, slots=True)
class TaxRule:
    """The rule that something follows from, and what was assumed to apply it.

    `article` is where the law says so, `source` where that was read.
    """

    id: str
    title: str
    assumption: str
    article: str
    source: str
    status: Status
    status_text: str


@dataclass(frozen=True, slots=True)
class TaxPeriod:
    """A stretch of days; `end` is the first day that is no longer in it."""

    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class TaxDate:
    """Something due on a day. Without an amount `why_unknown` says why, if any is due.

    `alternative` is the other way to cut the period, where one may choose; `roles`
    are keys, `streams` their names in a list.
    """

    due_on: date
    kind: ObligationKind
    title: str
    period: TaxPeriod
    alternative: TaxPeriod | None
    alternative_text: str
    roles: tuple[str, ...]
    streams: str
    amount: Decimal | None
    amount_text: str
    why_unknown: WhyUnknown | None
    rule: TaxRule


@dataclass(frozen=True, slots=True)
class TaxLimit:
    """A limit or a goal: its `figure` against the `threshold`, in `unit`.

    `unit` is the currency, "hours", or "share" (of one). `needs_attention` says that one may want to do
    something about it.
    """

    status: LimitStatus
    label: str
    sentence: str
    figure: Decimal | None
    threshold: Decimal | None
    unit: str
    needs_attention: bool
    rule: TaxRule


@dataclass(frozen=True, slots=True)
class SetAsideAmount:
    """What came in over some time, and what to set aside of it."""

    received: Decimal
    set_aside: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class SetAsideOfStream:
    """What to set aside of one role (its key), "" for all of them together."""

    role: str
    name: str
    quarter: SetAsideAmount
    year: SetAsideAmount
    since_deadline: SetAsideAmount | None


@dataclass(frozen=True, slots=True)
class SetAsidePlan:
    """What to set aside at a share of one, `rate`; `deadline` was the last payment day."""

    rate: Decimal
    quarter: TaxPeriod
    year: TaxPeriod
    deadline: date | None
    streams: tuple[SetAsideOfStream, ...]
    together: SetAsideOfStream


@dataclass(frozen=True, slots=True)
class OverdueInvoice:
    """An unpaid invoice, and what may be charged beside it; `percent` is a year's.

    `amount` is what is still to come of it.
    """

    role: str
    number: str
    due_on: date
    amount: Decimal
    currency: str
    days_late: int
    percent: Decimal
    interest: Decimal
    fixed_sum: Decimal | None
    is_rate_known: bool
    is_rate_confirmed: bool
    sentence: str
    rule: TaxRule


@dataclass(frozen=True, slots=True)
class TaxFact:
    """A rule with nothing to work out, and its amount where it has one."""

    rule: TaxRule
    amount: Decimal | None
    amount_text: str


@dataclass(frozen=True, slots=True)
class ObligationsAnswer:
    """What is due from `on` to `until`; sums are exact, in `currency`.

    `rules` is the code of the country's pack, of the day `as_of`. `own_account` are
    the roles (keys) that count as self-employed, `facts` what was given with the
    question, `left_out` currencies that no rate is known of.
    """

    on: date
    until: date
    language: str
    currency: str
    rules: str
    name: str
    as_of: date
    basis: str
    facts: TaxFacts
    own_account: tuple[str, ...]
    due: tuple[TaxDate, ...]
    nothing_due: str
    limits: tuple[TaxLimit, ...]
    set_aside: SetAsidePlan | None
    overdue: tuple[OverdueInvoice, ...]
    good_to_know: tuple[TaxFact, ...]
    left_out: tuple[str, ...]
    left_out_text: str
    not_covered: tuple[str, ...]
    no_advice: str
