"""The payments that were expected, what came of them, and what went otherwise."""

import math
from dataclasses import dataclass
from datetime import date

from plait.analysis.income.expected import Awaited, By, Kind, Unexpected
from plait.analysis.income.payment_schedule.rhythm import Every
from plait.answers.context import AnswerContext
from plait.wording.income import expected as wording

_AGREED_AS_IT_IS = frozenset({By.TERMS, By.INVOICE})


@dataclass(frozen=True, slots=True)
class Payday:
    """What was due on a day and what came of it; None where it is not known."""

    due_on: date
    agreed: float | None
    expected: float | None
    came: float
    late: float | None


@dataclass(frozen=True, slots=True)
class AwaitedLine:
    """The paydays of one payer, up to three years of them, in `currency`."""

    payer: str
    every: Every
    by: By
    currency: str
    waited_for_days: int
    n_seen: int
    next_on: date | None
    paydays: tuple[Payday, ...]


@dataclass(frozen=True, slots=True)
class PaidOn:
    """A payment as it came."""

    on: date
    amount: float


@dataclass(frozen=True, slots=True)
class UnexpectedPayment:
    """A payment that is missing, short, doubled or late; see `Unexpected`.

    `kind_text` is the kind in a word, `text` the whole of it in a sentence.
    `is_agreed` says whether `agreed` stands so in the terms or on an invoice.
    """

    kind: Kind
    kind_text: str
    role: str
    name: str
    colour: int
    payer: str
    by: By
    currency: str
    since: date
    due_on: date
    n: int
    agreed: float | None
    is_agreed: bool
    expected: float
    came: float
    days: int
    n_seen: int
    payments: tuple[PaidOn, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Watched:
    """How many payers have a rhythm, and who is to pay next; "" if nobody."""

    n: int
    text: str
    next_on: date | None
    next_text: str


def awaited_line(line: Awaited) -> AwaitedLine:
    """Return a line with its paydays."""
    rows = zip(
        line.due.tolist(),
        line.agreed.tolist(),
        line.expected.tolist(),
        line.came.tolist(),
        line.late.tolist(),
        strict=True,
    )
    return AwaitedLine(
        payer=line.payer,
        every=line.every,
        by=line.by,
        currency=line.currency,
        waited_for_days=line.tolerance,
        n_seen=line.n_seen,
        next_on=line.next_on,
        paydays=tuple(
            Payday(due, _known(agreed), _known(expected), round(came, 2), _known(late))
            for due, agreed, expected, came, late in rows
        ),
    )


def unexpected_payment(context: AnswerContext, one: Unexpected) -> UnexpectedPayment:
    """Return what went otherwise, with its figures and its sentence."""
    role = context.role(one.role)
    return UnexpectedPayment(
        kind=one.kind,
        kind_text=wording.kind_text(context.words, one.kind),
        role=role.key,
        name=role.name,
        colour=role.colour,
        payer=one.payer,
        by=one.by,
        currency=one.currency,
        since=one.since,
        due_on=one.due_on,
        n=one.n,
        agreed=one.agreed,
        is_agreed=one.agreed is not None and one.by in _AGREED_AS_IT_IS,
        expected=one.expected,
        came=one.came,
        days=one.days,
        n_seen=one.n_seen,
        payments=tuple(PaidOn(paid.on, paid.amount) for paid in one.payments),
        text=wording.expected_text(one, context.words),
    )


def watched(context: AnswerContext, role: str = "") -> Watched:
    """Return what is watched of all roles, or of one; a day gone by is not next."""
    words, on = context.words, context.portfolio.on
    lines = [
        line
        for line in context.expected.lines
        if role in {"", context.role(line.role).key}
    ]
    coming = [
        (line.next_on, context.role(line.role).name)
        for line in lines
        if line.next_on is not None and line.next_on >= on
    ]
    text = wording.watched_text(words, len(lines)) if lines else ""
    if not coming:
        return Watched(len(lines), text, None, "")
    day, name = min(coming)
    return Watched(len(lines), text, day, wording.next_text(words, name, day))


def _known(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 2)
