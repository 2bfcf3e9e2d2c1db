"""Which payments are not counted as they came, and which might not be income."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.answers.context import AnswerContext
from plait.domain.columns import NO_ROLE, Bools
from plait.domain.money import Money
from plait.domain.payment_kinds.kinds import KnownBy, PaymentKind, code_of, kind_of
from plait.domain.records import RecordStatus
from plait.wording.records import payment_kind as wording

_YEAR = np.timedelta64(366, "D")
_MOST = 12
_AS_THEY_CAME = [code_of(PaymentKind.INCOME), code_of(PaymentKind.COST)]


@dataclass(frozen=True, slots=True)
class TakenPayment:
    """A payment by its number, and what it is taken for or could be.

    `role` is a key, "" where it waits for one. `text` says it all in a line, `why`
    how it is known, "" of one that is only asked about.
    """

    number: int
    on: date
    payer: str
    amount: float
    currency: str
    role: str
    kind: PaymentKind
    kind_text: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class TakenAnswer:
    """Payments of the last year that are no income or cost, newest first.

    `taken` are at most twelve of `n_taken`; `asked` count as income, and may be none.
    """

    text: str
    n_taken: int
    taken: tuple[TakenPayment, ...]
    asked: tuple[TakenPayment, ...]


def taken_answer(context: AnswerContext, role: str = "") -> TakenAnswer:
    """Return what payments were taken for, of all roles or of one (by its key)."""
    payments = context.portfolio.payments
    kinds, chosen = payments.kinds, _recent(context, role)
    unknown = kinds.by != tuple(KnownBy).index(KnownBy.PERSON)
    taken = np.flatnonzero(chosen & unknown & ~np.isin(kinds.kind, _AS_THEY_CAME))
    asked = np.flatnonzero(chosen & (kinds.asked > 0))
    found = _once(context, taken)
    rows = found[:_MOST]
    text = wording.count_text(context.words, len(found), len(rows)) if rows else ""
    return TakenAnswer(
        text=text,
        n_taken=len(found),
        taken=tuple(_payment(context, row, int(kinds.kind[row])) for row in rows),
        asked=tuple(
            _payment(context, row, int(kinds.asked[row]), is_asked=True)
            for row in _once(context, asked)[:_MOST]
        ),
    )


def _recent(context: AnswerContext, role: str) -> Bools:
    """Return which payments of the last year belong to the role, or wait for one."""
    portfolio = context.portfolio
    payments = portfolio.payments
    chosen: Bools = payments.on > np.datetime64(portfolio.on, "D") - _YEAR
    chosen &= payments.status != RecordStatus.PRIVATE
    if role:
        keys = [one.key for one in portfolio.roles]
        chosen &= payments.role == keys.index(role)
    return chosen


def _once(context: AnswerContext, rows: np.ndarray) -> list[int]:
    """Return the rows newest first, of the parts of one payment only one."""
    numbers = context.portfolio.payments.number
    first: dict[int, int] = {}
    for row in reversed(rows.tolist()):
        first.setdefault(int(numbers[row]) or -row - 1, row)
    return list(first.values())


def _payment(
    context: AnswerContext, row: int, code: int, *, is_asked: bool = False
) -> TakenPayment:
    payments, words = context.portfolio.payments, context.words
    kind = kind_of(code) or PaymentKind.OTHER
    known = tuple(KnownBy)[int(payments.kinds.by[row])]
    currency = payments.currencies[int(payments.currency[row])]
    amount = float(Money.from_minor(int(payments.minor[row]), currency).number)
    on: date = payments.on[row].astype(date)
    payer, role = payments.payers[int(payments.payer[row])], int(payments.role[row])
    kind_text = wording.kind_text(words, kind)
    return TakenPayment(
        number=int(payments.number[row]),
        on=on,
        payer=payer,
        amount=amount,
        currency=currency,
        role="" if role == NO_ROLE else context.role(role).key,
        kind=kind,
        kind_text=kind_text,
        text=wording.taken_text(
            words, words.money(amount, currency), payer, words.day(on), kind_text
        ),
        why="" if is_asked else wording.known_text(words, kind, known),
    )
