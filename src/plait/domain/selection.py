"""Which records a figure rests on: a description that opens as a list.

A selection names no records, so it stays true when some are added or corrected. Its
words make the query of an address: "kind=payments&role=atlas&from=2026-01-01".
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from plait.domain.errors import BadValue, PlaitError
from plait.domain.periods.choice import PeriodBasis
from plait.domain.periods.parsing import UnknownPeriod, period_choice_from
from plait.domain.reach import refuse_beyond

# Nobody types more to find a payment; a page's address has room for it.
_MOST_DIGITS = 18
_MOST_TEXT = 200

_E = TypeVar("_E", bound=StrEnum)


class UnknownSelection(PlaitError):
    """A word of a selection stands for nothing."""


class RecordKind(StrEnum):
    """Which kind of records are listed."""

    PAYMENTS = "payments"
    TIME = "time"
    EVENTS = "events"
    CHECK_INS = "check-ins"


class RecordOrder(StrEnum):
    """What a list begins with; "name" is the payer, or what was worked on."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LARGEST = "largest"
    SMALLEST = "smallest"
    NAME = "name"
    NAME_BACK = "name-back"
    ROLE = "role"
    ROLE_BACK = "role-back"


class Way(StrEnum):
    """Whether money came in or went out."""

    IN = "in"
    OUT = "out"


class RecordState(StrEnum):
    """Whether records wait for a role, have one, or are private."""

    WAITING = "waiting"
    ASSIGNED = "assigned"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Selection:
    """Records of one kind, narrowed by what is not empty.

    `role` is a role's key, `payer` a payer's name in any spelling, `currency` a code;
    the days are `[start, end)`, or those that the word of a `period` stands for: see
    `dated`. `account` is an own account's number, `source` where hours or events came
    from: a tracker's or calendar's name, or "by-hand". `text` is looked for in all that
    a record says, every word of it, amounts too. `order` says how the list is sorted
    and narrows nothing. `rule` is the number of the rule that sorted them, 0 for any.
    """

    kind: RecordKind
    role: str = ""
    payer: str = ""
    start: date | None = None
    end: date | None = None
    state: RecordState | None = None
    currency: str = ""
    period: str = ""
    account: str = ""
    source: str = ""
    way: Way | None = None
    text: str = ""
    order: RecordOrder = RecordOrder.NEWEST
    rule: int = 0

    def dated(self, basis: PeriodBasis) -> "Selection":
        """Return the selection with the days of its period; its words stay the same."""
        if not self.period:
            return self
        days = period_choice_from(self.period).days(basis)
        return replace(self, start=days.start, end=days.end)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the kind and the order was chosen."""
        return self != Selection(self.kind, order=self.order)

    def to_words(self) -> dict[str, str]:
        """Return the selection as the words of an address, empty ones left out.

        >>> Selection(RecordKind.TIME, role="atlas", end=date(2026, 11, 1)).to_words()
        {'kind': 'time', 'role': 'atlas', 'to': '2026-11-01'}
        """
        has_days = not self.period
        words = {
            "kind": self.kind.value,
            "role": self.role,
            "payer": self.payer,
            "from": self.start.isoformat() if self.start and has_days else "",
            "to": self.end.isoformat() if self.end and has_days else "",
            "period": self.period,
            "state": self.state.value if self.state else "",
            "currency": self.currency,
            "account": self.account,
            "source": self.source,
            "way": self.way.value if self.way else "",
            "text": self.text,
            "rule": str(self.rule) if self.rule else "",
            "sort": "" if self.order is RecordOrder.NEWEST else self.order.value,
        }
        return {name: word for name, word in words.items() if word}


@dataclass(frozen=True, slots=True)
class ChosenRecords:
    """Records that are changed at once: those of these keys, or all of a selection."""

    selection: Selection
    keys: tuple[int, ...] = ()
    is_all: bool = False


def selection_from(words: Mapping[str, str]) -> Selection:
    """Return the selection of a query; raise `UnknownSelection`. Payments if no kind."""
    state, way = words.get("state", ""), words.get("way", "")
    return Selection(
        kind=_one_of(RecordKind, words.get("kind") or RecordKind.PAYMENTS.value),
        role=words.get("role", "").strip(),
        payer=words.get("payer", "").strip(),
        start=_day(words.get("from", "")),
        end=_day(words.get("to", "")),
        state=_one_of(RecordState, state) if state else None,
        currency=words.get("currency", "").strip().upper(),
        period=_period(words.get("period", "")),
        account=words.get("account", "").strip(),
        source=words.get("source", "").strip(),
        way=_one_of(Way, way) if way else None,
        text=words.get("text", "").strip()[:_MOST_TEXT],
        rule=_number(words.get("rule", "")),
        order=_one_of(RecordOrder, words.get("sort") or RecordOrder.NEWEST.value),
    )


def _one_of(words: type[_E], text: str) -> _E:
    try:
        return words(text.strip().lower())
    except ValueError:
        known = ", ".join(word.value for word in words)
        raise UnknownSelection(
            "There is no such list of records",
            value=text,
            fix=f"Choose one of: {known}.",
        ) from None


def _number(text: str) -> int:
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else 0


def _period(word: str) -> str:
    if not word.strip():
        return ""
    try:
        return period_choice_from(word).word
    except UnknownPeriod as error:
        raise UnknownSelection(error.what, value=error.value, fix=error.fix) from None


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise UnknownSelection(
            "This is not a date", value=text, fix="Write it as 2026-06-30."
        ) from None
    try:
        refuse_beyond(day)
    except BadValue as error:
        raise UnknownSelection(error.what, value=error.value, fix=error.fix) from None
    return day
