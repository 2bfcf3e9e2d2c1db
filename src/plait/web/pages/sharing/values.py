"""The values that are shown: the same before they are sent and to their receiver."""

from dataclasses import dataclass
from datetime import date

from plait.answers.sharing.slice import SliceAnswer, SliceMonth, slice_answer
from plait.domain.sharing import Slice
from plait.wording.words import Words


@dataclass(frozen=True)
class MonthRow:
    """A month of hours, as written; "" where nothing is known."""

    month: str
    given: str
    agreed: str
    is_whole: bool


@dataclass(frozen=True)
class RoleTable:
    """A role and its months, the newest first."""

    name: str
    months: tuple[MonthRow, ...]


@dataclass(frozen=True)
class PaymentRow:
    """A line of money, as written."""

    on: date
    amount: str
    is_out: bool
    what: str


@dataclass(frozen=True)
class ValuesView:
    """What is shown, in its reader's words."""

    title: str
    sentence: str
    fresh: str
    notes: tuple[str, ...]
    band: str
    roles: tuple[RoleTable, ...]
    payments: tuple[PaymentRow, ...]
    totals: tuple[str, ...]
    has_rows: bool


def values_view(slice_: Slice, words: Words, *, giver: str, until: date) -> ValuesView:
    """Return the values of a slice for a page."""
    answer = slice_answer(slice_, words, giver=giver, until=until)
    return ValuesView(
        title=answer.title,
        sentence=answer.sentence,
        fresh=answer.fresh_text,
        notes=answer.notes,
        band=answer.band_text,
        roles=_tables(answer, words),
        payments=tuple(
            PaymentRow(
                one.on,
                words.money(float(one.amount), one.currency, 2),
                one.amount < 0,
                one.what,
            )
            for one in reversed(answer.payments)
        ),
        totals=tuple(one.text for one in answer.totals),
        has_rows=bool(answer.months or answer.payments),
    )


def _tables(answer: SliceAnswer, words: Words) -> tuple[RoleTable, ...]:
    names = dict.fromkeys(one.role for one in answer.months)
    return tuple(
        RoleTable(
            name, tuple(_month(one, words) for one in answer.months if one.role == name)
        )
        for name in names
    )


def _month(one: SliceMonth, words: Words) -> MonthRow:
    return MonthRow(
        month=one.month_text,
        given="" if one.given is None else words.fixed(one.given),
        agreed="" if one.agreed is None else words.fixed(one.agreed),
        is_whole=one.is_whole,
    )
