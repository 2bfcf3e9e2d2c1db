"""The kinds a payment can be of, and by what its kind is known."""

from enum import StrEnum
from typing import NamedTuple


class PaymentKind(StrEnum):
    """What a payment is.

    Only `INCOME` is income, and turnover where its role is a business. `COST` is money
    that went out for a role. `REFUND` is a cost that came back from a supplier,
    `REIMBURSEMENT` costs made for somebody else that they pay back, `CREDIT` income
    that went back to whoever paid it: a credit note, a chargeback, a payment returned
    by the bank. `LOAN` is money lent or borrowed, and its repayment; `TRANSFER` money
    moved between the person's own accounts, payouts of payment services and card
    repayments among it; `TAX` what the tax office pays back. `OTHER` is neither income
    nor a cost, such as a gift.
    """

    INCOME = "income"
    COST = "cost"
    REFUND = "refund"
    REIMBURSEMENT = "reimbursement"
    CREDIT = "credit"
    LOAN = "loan"
    TRANSFER = "transfer"
    TAX = "tax"
    OTHER = "other"


class KnownBy(StrEnum):
    """By what a payment's kind is known, the surest first.

    `SIGN`: nothing says otherwise, so what came in is income and what went out a cost.
    """

    PERSON = "person"
    PAIR = "pair"
    WORDS = "words"
    PAYER = "payer"
    SIGN = "sign"


_ONLY_IN = frozenset(
    {PaymentKind.INCOME, PaymentKind.REFUND, PaymentKind.REIMBURSEMENT}
)
_ONLY_OUT = frozenset({PaymentKind.COST, PaymentKind.CREDIT})
_KINDS = tuple(PaymentKind)
# In a column of payments: nothing is stated.
NOT_STATED = 0


def kinds_for(minor: int) -> tuple[PaymentKind, ...]:
    """Return the kinds that money which came in (above 0) or went out can be of."""
    others = _ONLY_OUT if minor > 0 else _ONLY_IN
    return tuple(kind for kind in PaymentKind if kind not in others)


def code_of(kind: PaymentKind | None) -> int:
    """Return the number of a kind in a column; 0 for none."""
    return NOT_STATED if kind is None else _KINDS.index(kind) + 1


def kind_of(code: int) -> PaymentKind | None:
    """Return the kind of a number in a column; None for 0."""
    return _KINDS[code - 1] if code else None


def code_by(known: KnownBy) -> int:
    """Return the number of a way of knowing in a column."""
    return tuple(KnownBy).index(known)


class Hint(NamedTuple):
    """What words and names say a payment is. Of one that is not sure people are asked."""

    kind: PaymentKind
    is_sure: bool = True
