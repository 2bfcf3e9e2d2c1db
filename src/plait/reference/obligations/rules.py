"""A tax rule and a pack of them: what it asks, since when, and how well known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from plait.reference.obligations.kinds import How, MonthDay

H = TypeVar("H")


class Status(StrEnum):
    """How well a rule is known."""

    LOOKED_UP = "looked up"
    OWN_KNOWLEDGE = "own knowledge, to be confirmed"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `kind` names how it is worked out, as the pack writes it.

    It holds from `valid_from` and before `valid_to`; None where that is not known, or
    has no end. `assumes` says what is taken for granted where it is applied to a
    book, in two languages. `article` is where the law says so, `source` where that was
    read.
    """

    id: str
    kind: str
    title: str
    title_nl: str
    how: How
    valid_from: date | None
    valid_to: date | None
    article: str
    source: str
    status: Status
    assumes: str
    assumes_nl: str
    note: str
    look_again_on: date | None = None

    def is_in_force_on(self, day: date) -> bool:
        """Return whether the rule holds on that day."""
        has_begun = self.valid_from is None or self.valid_from <= day
        return has_begun and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules of one jurisdiction, as they were known on `as_of`.

    `country` and `region` are those whose public holidays move its dates; a tax year
    begins on `year_starts`, its quarters on `quarter_starts`. `not_covered` names
    what is not in the pack.
    """

    code: str
    name: str
    name_nl: str
    country: str
    region: str
    currency: str
    as_of: date
    year_starts: MonthDay
    quarter_starts: tuple[MonthDay, ...]
    not_covered: tuple[str, ...]
    not_covered_nl: tuple[str, ...]
    rules: tuple[Rule, ...]
    look_again_on: date | None = None

    def rule(self, rule_id: str) -> Rule:
        """Return the rule of that id; raise `KeyError` if there is none."""
        return {rule.id: rule for rule in self.rules}[rule_id]

    def of_kind(self, kind: type[H]) -> tuple[tuple[Rule, H], ...]:
        """Return the rules worked out in one way, each with its numbers."""
        return tuple(
            (rule, rule.how) for rule in self.rules if isinstance(rule.how, kind)
        )
