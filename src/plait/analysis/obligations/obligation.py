"""Something due on a day, and the status of a limit: what these analyses return."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from plait.domain.period import Period
from plait.reference.obligations.rules import Rule


class ObligationKind(StrEnum):
    """What is due."""

    UPDATE = "quarterly update"
    DECLARATION = "final declaration"
    RETURN = "tax return"
    ON_ACCOUNT = "payment on account"
    BALANCE = "balancing payment"
    VAT_RETURN = "VAT return"
    VAT_PAYMENT = "VAT payment"
    VAT_REGISTRATION = "VAT registration"
    ESTIMATED = "estimated tax"
    INCOME_AHEAD = "income tax in advance"
    TRADE_AHEAD = "trade tax in advance"

    @property
    def is_payment(self) -> bool:
        """Whether money is due and no paper."""
        paid = {
            ObligationKind.ON_ACCOUNT,
            ObligationKind.BALANCE,
            ObligationKind.VAT_PAYMENT,
            ObligationKind.ESTIMATED,
            ObligationKind.INCOME_AHEAD,
            ObligationKind.TRADE_AHEAD,
        }
        return self in paid


class WhyUnknown(StrEnum):
    """Why it is not known how much is due."""

    LAST_BILL = "the last bill is not given"
    LATER_BILL = "it follows from a bill that is still to come"
    PAID_BEFORE = "what was paid on account is not known"
    VAT = "statements do not show VAT"
    NOTICE = "the notice of the tax office says it"
    TAX = "neither last year's tax nor this year's is given"


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something due on a day, about a stretch of time and the roles it is for.

    `also` is the other way to cut the stretch, where a person may choose. `amount`
    is in the pack's currency; without one `why_unknown` says why, or nothing is to pay.
    """

    kind: ObligationKind
    due_on: date
    period: Period
    roles: tuple[int, ...]
    rule: Rule
    also: Period | None = None
    amount: Decimal | None = None
    why_unknown: WhyUnknown | None = None


class LimitStatus(StrEnum):
    """Whether a limit is kept, something is asked, or a goal is reached."""

    WITHIN = "within"
    NEAR = "near"
    OVER = "over"
    DUE = "due"
    NOT_DUE = "not due"
    MET = "met"
    ON_THE_WAY = "on the way"
    AT_RISK = "at risk"
    NOT_MET = "not met"
    UNKNOWN = "not known"
