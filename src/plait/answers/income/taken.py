"""Which payments are not counted as they came, and which might not be income."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.answers.context import AnswerContext
from plait.domain.columns import NO_ROLE, Bools, Ints
from plait.domain.money import Money
from plait.domain.payment_kinds.kinds import KnownBy, PaymentKind, code_of, kind_of
from plait.domain.records import RecordStatus
from plait.wording.records import payment_kind as wording

_YEAR = np.timedelta64(366, "D")
_MOST = 12
_AS_THEY_CAME = [code_of(PaymentKind.INCOME), code_of(PaymentKind.COST)]


@dataclass(frozen=True, slots=True)
class TakenPayment:
    """The latest payment of a payer that was taken for a kind, or could be of it.

    `numbers` are those of all such payments, newest first. `role` is a key, "" where it waits for one. `text` says it all in a line, `why`
    how it is known, "" of one that is only asked about.
    """

    number: int
    numbers: tuple[int, ...]
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

    `taken` are at most twelve lines of `n_taken` payments; `asked` count as income, and
    may be none.
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
    n_taken = len(np.unique(_numbers(context, taken)))
    return TakenAnswer(
        text=wording.count_text(context.words, n_taken) if n_taken else "",
        n_taken=n_taken,
        taken=_lines(context, taken, kinds.kind)[:_MOST],
        asked=_lines(context, asked, kinds.asked)[:_MOST],
    )


def _numbers(context: AnswerContext, rows: Ints) -> Ints:
    """Return the numbers of payments; of those without one, a number of their own."""
    numbers = context.portfolio.payments.number[rows]
    return np.where(numbers > 0, numbers, -1 - rows)


def _lines(context: AnswerContext, rows: Ints, codes: Ints) -> tuple[TakenPayment, ...]:
    """Return a line for each payer and kind, the newest first."""
    payments = context.portfolio.payments
    alike: dict[tuple[int, int], list[int]] = {}
    for row in reversed(rows.tolist()):
        alike.setdefault((int(payments.payer[row]), int(codes[row])), []).append(row)
    return tuple(_payment(context, same, code) for (_, code), same in alike.items())


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


def _payment(context: AnswerContext, same: list[int], code: int) -> TakenPayment:
    payments, words, row = context.portfolio.payments, context.words, same[0]
    numbers = _numbers(context, np.array(same)).tolist()
    kind = kind_of(code) or PaymentKind.OTHER
    known = tuple(KnownBy)[int(payments.kinds.by[row])]
    currency = payments.currencies[int(payments.currency[row])]
    amount = float(Money.from_minor(int(payments.minor[row]), currency).number)
    on: date = payments.on[row].astype(date)
    payer, role = payments.payers[int(payments.payer[row])], int(payments.role[row])
    kind_text = wording.kind_text(words, kind)
    return TakenPayment(
        number=int(payments.number[row]),
        numbers=tuple(dict.fromkeys(numbers)),
        on=on,
        payer=payer,
        amount=amount,
        currency=currency,
        role="" if role == NO_ROLE else context.role(role).key,
        kind=kind,
        kind_text=kind_text,
        text=wording.taken_text(
            words, words.money(amount, currency), payer, words.day(on), kind_text
        )
        + wording.more_text(words, len(set(numbers)) - 1),
        why=wording.known_text(words, kind, known),
    )
