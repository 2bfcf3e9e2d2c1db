"""A working-time rule and a pack of them: numbers, whom they count, since when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from string import ascii_lowercase

from plait.domain.roles import CountsAs
from plait.reference.working_time import kinds, night_kinds

How = (
    kinds.Mean
    | kinds.MostPerDay
    | kinds.MostPerShift
    | kinds.DailyRest
    | kinds.WeeklyRest
    | kinds.Break
    | kinds.MostUnbroken
    | kinds.FreeSundays
    | kinds.DayForSunday
    | kinds.MostDays
    | kinds.Overtime
    | night_kinds.NoWork
    | kinds.Information
    | night_kinds.NightMean
    | night_kinds.NightShift
    | night_kinds.NightMany
    | night_kinds.NightRest
    | night_kinds.SeriesRest
    | night_kinds.Series
    | night_kinds.NightCount
)


class Scope(StrEnum):
    """Whether all organisations' hours count together, or each by itself."""

    PER_PERSON = "per_person"
    PER_EMPLOYER = "per_employer"


class Across(StrEnum):
    """What it is where each employer keeps a rule and all together do not.

    Advisory: no breach, yet worth knowing. Open: no court has decided. Not added: their
    hours have nothing to do with one another.
    """

    ADVISORY = "advisory"
    OPEN = "open"
    NOT_ADDED = "not added"


class Status(StrEnum):
    """How well a rule is known."""

    LOOKED_UP = "looked up"
    OWN_KNOWLEDGE = "own knowledge, to be confirmed"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `kind` names how it is worked out, as the pack writes it.

    It holds for persons from `from_age` and below `below_age`, from `valid_from` and
    before `valid_to`; None where that is not known, or has no end. `article` is where
    the law says so, `source` where that was read; it is to be looked at again on a day
    of its own where `look_again_on` has one. `near` is the part of the limit within
    which a figure is near.
    `exception` says what the law lets pass that the figures cannot know.
    """

    id: str
    kind: str
    title: str
    title_nl: str
    how: How
    counts: frozenset[CountsAs]
    scope: Scope
    across: Across
    from_age: int
    below_age: int | None
    valid_from: date | None
    valid_to: date | None
    article: str
    source: str
    status: Status
    note: str
    note_nl: str
    exception: str
    exception_nl: str
    near: float
    look_again_on: date | None = None

    @property
    def part_of(self) -> str:
        """The rule that this is a part of: UK-7 of UK-7a."""
        return self.id.rstrip(ascii_lowercase)

    @property
    def is_info_only(self) -> bool:
        """Whether there is nothing to work out: a duty, or how the law counts."""
        return isinstance(self.how, kinds.Information)

    def is_in_force_on(self, day: date) -> bool:
        """Return whether the rule holds on that day."""
        has_begun = self.valid_from is None or self.valid_from <= day
        return has_begun and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules of one jurisdiction, as they were known on `as_of`.

    They are to be looked at again on `look_again_on`, before which no change is expected.

    `timezone` is where its local times are read, if nobody says otherwise. A rest of
    `shift_ends_after` hours ends a shift, a shorter one is a pause within it.
    `not_covered` names what of the law is not in the pack, in English and Dutch.
    `holidays_of` is the country whose public holidays its means ask for.
    """

    code: str
    name: str
    name_nl: str
    timezone: str
    as_of: date
    shift_ends_after: float
    not_covered: tuple[str, ...]
    rules: tuple[Rule, ...]
    not_covered_nl: tuple[str, ...] = ()
    holidays_of: str = ""
    look_again_on: date | None = None

    def rule(self, rule_id: str) -> Rule:
        """Return the rule of that id; raise `KeyError` if there is none."""
        return {rule.id: rule for rule in self.rules}[rule_id]
