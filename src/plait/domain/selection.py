"""Which records a figure rests on: a description that opens as a list.

A selection names no records, so it stays true when some are added or corrected. Its
words make the query of an address: "kind=payments&role=atlas&from=2026-01-01".
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from plait.domain.errors import PlaitError
from plait.domain.periods.choice import PeriodBasis
from plait.domain.periods.parsing import UnknownPeriod, period_choice_from

_E = TypeVar("_E", bound=StrEnum)


class UnknownSelection(PlaitError):
    """A word of a selection stands for nothing."""


class RecordKind(StrEnum):
    """Which kind of records are listed."""

    PAYMENTS = "payments"
    TIME = "time"
    EVENTS = "events"
    CHECK_INS = "check-ins"


class RecordState(StrEnum):
    """Whether records wait for a role, have one, or are private."""

    WAITING = "waiting"
    ASSIGNED = "assigned"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Selection:
    """Records of one kind, narrowed by what is not empty.

    `role` is a role's key, `payer` a payer's name in any spelling, `currency` a code;
    the days are `[start, end)`, or those that the word of a
    `period` stands for: see `dated`.
    """

    kind: RecordKind
    role: str = ""
    payer: str = ""
    start: date | None = None
    end: date | None = None
    state: RecordState | None = None
    currency: str = ""
    period: str = ""

    def dated(self, basis: PeriodBasis) -> "Selection":
        """Return the selection with the days of its period; its words stay the same."""
        if not self.period:
            return self
        days = period_choice_from(self.period).days(basis)
        return replace(self, start=days.start, end=days.end)

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
        }
        return {name: word for name, word in words.items() if word}


def selection_from(words: Mapping[str, str]) -> Selection:
    """Return the selection of a query; raise `UnknownSelection`. Payments if no kind."""
    state = words.get("state", "")
    return Selection(
        kind=_one_of(RecordKind, words.get("kind") or RecordKind.PAYMENTS.value),
        role=words.get("role", "").strip(),
        payer=words.get("payer", "").strip(),
        start=_day(words.get("from", "")),
        end=_day(words.get("to", "")),
        state=_one_of(RecordState, state) if state else None,
        currency=words.get("currency", "").strip().upper(),
        period=_period(words.get("period", "")),
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
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UnknownSelection(
            "This is not a date", value=text, fix="Write it as 2026-06-30."
        ) from None
