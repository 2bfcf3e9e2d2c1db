"""What comes again and again by hand, and how often has it come?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plait.domain.recurring import HeldRecurring
from plait.wording.records import recurring as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class RecurringLine:
    """One rule: what it is, when it comes, and the days on which it has.

    `amount_minor` is money in minor units of `currency`, None for time; `next_on` is
    None where it comes no more.
    """

    id: int
    title: str
    role: str
    role_name: str
    colour: int
    figure: str
    rhythm: str
    span: str
    count: str
    amount_minor: int | None
    currency: str
    seconds: int | None
    starts_on: date
    next_on: date | None
    is_over: bool
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class RecurringAnswer:
    """What recurs, the newest first."""

    language: str
    lines: tuple[RecurringLine, ...]


def recurring_answer(
    held: Sequence[HeldRecurring], words: Words, on: date
) -> RecurringAnswer:
    """Return what recurs, in words, as of a day."""
    return RecurringAnswer(
        words.language, tuple(line_of(one, words, on) for one in held)
    )


def line_of(one: HeldRecurring, words: Words, on: date) -> RecurringLine:
    """Return one rule in words."""
    days, following = one.when.until(on), one.when.after(on)
    return RecurringLine(
        id=one.id,
        title=one.title or one.role_name,
        role=one.role,
        role_name=one.role_name,
        colour=one.colour,
        figure=wording.figure_text(words, one.amount, one.seconds),
        rhythm=wording.rhythm_text(words, one.when),
        span=wording.span_text(words, one.when, on),
        count=wording.count_text(words, len(days)),
        amount_minor=one.amount.minor if one.amount else None,
        currency=one.amount.currency if one.amount else "",
        seconds=one.seconds,
        starts_on=one.when.starts_on,
        next_on=following,
        is_over=following is None,
        days=days,
    )
