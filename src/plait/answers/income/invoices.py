"""Every invoice, what has paid it, and by what that is known."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from plait.analysis.series.settling.settle import settled
from plait.analysis.series.settling.status import (
    InvoiceState,
    InvoiceStatus,
    Known,
    Part,
)
from plait.answers.periods.invoices import InvoicesInPeriod, invoices_in_period
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.periods.choice import PeriodChoice
from plait.domain.portfolio import Portfolio
from plait.domain.records import fingerprint_text
from plait.domain.selection import RecordKind, Selection
from plait.domain.settlements import InvoicePayment, SettlementKind
from plait.wording.income import invoices as wording
from plait.wording.words import Words

__all__ = ["InvoiceState", "InvoicesAnswer", "Known", "invoices_answer"]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class InvoicePart:
    """An amount of an invoice and what settled it.

    `payment` names a payment as Plait's tables do, "" where no statement shows one;
    `records` is the list it stands in.
    """

    kind: SettlementKind
    amount: Decimal
    on: date | None
    known: Known
    payment: str
    payer: str
    reference: str
    text: str
    known_text: str
    records: Selection | None


@dataclass(frozen=True, slots=True)
class CouldBe:
    """A payment that could be for an invoice; `of` counts the set it belongs to.

    `settles` is how much of the invoice the payment would pay.
    """

    of: int
    payment: str
    amount: Decimal
    settles: Decimal
    on: date
    payer: str
    reference: str
    text: str
    records: Selection


@dataclass(frozen=True, slots=True)
class ToMark:
    """What marking an invoice as paid notes: an amount, and the payment, "" for none."""

    payment: str
    amount: Decimal
    kind: SettlementKind = SettlementKind.PAYMENT


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """An invoice, paid or not; amounts are in `currency`.

    `index` counts the portfolio's invoices. `days_late` is 0 for one that is paid or
    not yet due. `could_be` are payments among which nothing decides. `to_mark` is
    what to note when the person says no more than that it is paid, nothing where
    they said so before.
    """

    index: int
    role: str
    role_name: str
    colour: int
    number: str
    name: str
    issued_on: date
    due_on: date
    currency: str
    amount: Decimal
    amount_text: str
    state: InvoiceState
    state_text: str
    settled: Decimal
    remaining: Decimal
    overpaid: Decimal
    paid_on: date | None
    days_late: int
    days_text: str
    late_text: str
    texts: tuple[str, ...]
    parts: tuple[InvoicePart, ...]
    could_be: tuple[CouldBe, ...]
    to_mark: tuple[ToMark, ...]


@dataclass(frozen=True, slots=True)
class InvoicesAnswer:
    """Invoices that are not paid, the earliest due first, then the paid ones.

    Those issued in the period that somebody chose, else all; `sentence` says what is
    open of them.
    """

    on: date
    language: str
    in_period: InvoicesInPeriod
    sentence: str
    unclear: str
    unpaid: tuple[InvoiceLine, ...]
    paid: tuple[InvoiceLine, ...]


def invoices_answer(
    portfolio: Portfolio, words: Words, choice: PeriodChoice | None = None
) -> InvoicesAnswer:
    """Return every invoice of a period with what has paid it; it needs no context.

    One that is issued after the portfolio's date is not there yet.
    """
    in_period = invoices_in_period(portfolio, words, choice)
    chosen = Period(in_period.period.start, in_period.period.end)
    payments = {one.key: one for one in portfolio.invoice_payments}
    lines = [
        _line(portfolio, status, payments, words)
        for status in settled(portfolio)
        if (issued_on := portfolio.invoices[status.invoice].issued_on) <= portfolio.on
        and (choice is None or issued_on in chosen)
    ]
    unpaid = [line for line in lines if line.state is not InvoiceState.PAID]
    paid = [line for line in lines if line.state is InvoiceState.PAID]
    return InvoicesAnswer(
        on=portfolio.on,
        language=words.language,
        in_period=in_period,
        sentence=_sentence(unpaid, words),
        unclear=wording.unclear_text(words, len(_unsure(unpaid))),
        unpaid=tuple(sorted(unpaid, key=lambda line: line.due_on)),
        paid=tuple(
            sorted(paid, key=lambda line: line.paid_on or line.due_on, reverse=True)
        ),
    )


def _unsure(lines: Iterable[InvoiceLine]) -> list[InvoiceLine]:
    return [line for line in lines if line.state is InvoiceState.UNSURE]


def _sentence(unpaid: list[InvoiceLine], words: Words) -> str:
    sure = [line for line in unpaid if line.state is not InvoiceState.UNSURE]
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for line in sure:
        sums[line.currency] += line.remaining
    texts = [wording.money_text(words, sums[code], code) for code in sorted(sums)]
    n_late = sum(line.days_late > 0 for line in sure)
    return wording.sum_text(words, texts, len(sure), n_late)


def _line(
    portfolio: Portfolio,
    status: InvoiceStatus,
    payments: dict[int, InvoicePayment],
    words: Words,
) -> InvoiceLine:
    invoice = portfolio.invoices[status.invoice]
    role, currency = portfolio.roles[invoice.role], invoice.amount.currency
    late = max(0, (portfolio.on - invoice.due_on).days) if status.is_awaited else 0
    return InvoiceLine(
        index=status.invoice,
        role=role.key,
        role_name=role.name,
        colour=role.colour,
        number=invoice.number,
        name=wording.name_text(words, invoice.number),
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        currency=currency,
        amount=invoice.amount.number,
        amount_text=wording.money_text(words, invoice.amount.number, currency),
        state=status.state,
        state_text=wording.state_label(words, status.state),
        settled=_number(status.settled, currency),
        remaining=_number(status.remaining, currency),
        overpaid=_number(status.overpaid, currency),
        paid_on=status.paid_on,
        days_late=late,
        days_text=wording.days_text(words, invoice.due_on, status.paid_on),
        late_text=wording.late_text(words, late),
        texts=tuple(_texts(status, currency, words)),
        parts=tuple(_part(one, payments, currency, words) for one in status.parts),
        could_be=tuple(_could_be(status, payments, currency, words)),
        to_mark=tuple(_to_mark(status, payments, currency)),
    )


def _to_mark(
    status: InvoiceStatus, payments: dict[int, InvoicePayment], currency: str
) -> Iterable[ToMark]:
    """Yield what was taken for it, the only set that fits, or the rest without any."""
    if not status.remaining:
        for one in status.parts:
            if one.known is not Known.STATED and one.payment and one.minor > 0:
                amount = _number(one.minor, currency)
                yield ToMark(fingerprint_text(one.payment), amount, one.kind)
        return
    if len(status.candidates) != 1:
        yield ToMark("", _number(status.remaining, currency))
        return
    for key, minor in _settles(status, status.candidates[0], payments):
        yield ToMark(fingerprint_text(key), _number(minor, currency))


def _settles(
    status: InvoiceStatus, keys: Iterable[int], payments: dict[int, InvoicePayment]
) -> Iterable[tuple[int, int]]:
    """Yield how much of an invoice each payment of a set would pay."""
    rest = status.remaining
    for key in keys:
        minor = min(rest, payments[key].minor)
        rest -= minor
        yield key, minor


def _texts(status: InvoiceStatus, currency: str, words: Words) -> Iterable[str]:
    """Yield what is to be said of an invoice beside its amount and its days."""
    if status.settled and status.remaining:
        amounts = (status.settled, status.remaining)
        texts = [_money(one, currency, words) for one in amounts]
        yield wording.rest_text(words, *texts)
    if status.candidates:
        yield wording.unsure_text(words, len(status.candidates))
    if status.overpaid:
        yield wording.overpaid_text(words, _money(status.overpaid, currency, words))


def _part(
    one: Part, payments: dict[int, InvoicePayment], currency: str, words: Words
) -> InvoicePart:
    payment = None if one.payment is None else payments.get(one.payment)
    amount = _money(one.minor, currency, words)
    return InvoicePart(
        kind=one.kind,
        amount=_number(one.minor, currency),
        on=one.on,
        known=one.known,
        payment=fingerprint_text(payment.key) if payment else "",
        payer=payment.payer if payment else "",
        reference=payment.reference if payment else "",
        text=wording.part_text(words, one.kind, amount, one.on),
        known_text=wording.known_text(words, one.known),
        records=_records(payment) if payment else None,
    )


def _could_be(
    status: InvoiceStatus,
    payments: dict[int, InvoicePayment],
    currency: str,
    words: Words,
) -> Iterable[CouldBe]:
    for number, some in enumerate(status.candidates, start=1):
        for key, minor in _settles(status, some, payments):
            payment = payments[key]
            amount = _money(payment.minor, payment.currency, words)
            yield CouldBe(
                of=number,
                payment=fingerprint_text(key),
                amount=_number(payment.minor, payment.currency),
                settles=_number(minor, currency),
                on=payment.on,
                payer=payment.payer,
                reference=payment.reference,
                text=wording.part_text(
                    words, SettlementKind.PAYMENT, amount, payment.on
                ),
                records=_records(payment),
            )


def _records(payment: InvoicePayment) -> Selection:
    """Return the list that shows a payment: its payer's of that day."""
    return Selection(
        RecordKind.PAYMENTS,
        payer=payment.payer,
        start=payment.on,
        end=payment.on + _DAY,
        currency=payment.currency,
    )


def _money(minor: int, currency: str, words: Words) -> str:
    return wording.money_text(words, _number(minor, currency), currency)


def _number(minor: int, currency: str) -> Decimal:
    return Money.from_minor(minor, currency).number
