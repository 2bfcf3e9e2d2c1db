"""Scenarios of a stress test: what is lost, cut or paid late, and for how long."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Blow(StrEnum):
    """What happens to an income.

    `WEAR` is many chances of ending at once: so much of the income is gone as can be
    expected to be.
    """

    LOSE = "lose"
    CUT = "cut"
    DELAY = "delay"
    WEAR = "wear"


class Over(StrEnum):
    """Which part of the income a blow meets.

    `EARNED` is what stops where the person cannot work, `INVOICED` what is earned
    without a salary, `ALL` everything.
    """

    ROLE = "role"
    PAYER = "payer"
    SECTOR = "sector"
    SKILL = "skill"
    CAUSE = "cause"
    INVOICED = "invoiced"
    EARNED = "earned"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Effect:
    """One blow to one part of the income, from a month on and for a while.

    `name` is of the role (its key), payer, sector, skill or cause. `share` is what a
    cut takes; `days` is how much later money comes; `times` multiplies the chances
    of ending. It begins `after` so many months and lasts `months`, None for good.
    """

    blow: Blow
    over: Over
    name: str = ""
    share: Decimal = Decimal(1)
    days: int = 0
    times: Decimal = Decimal(1)
    after: int = 0
    months: int | None = None


class Kind(StrEnum):
    """What a scenario is about; `OWN` is one that the person wrote."""

    NOTHING = "nothing"
    ROLE = "role"
    PAYER = "payer"
    SECTOR = "sector"
    SKILL = "skill"
    CAUSE = "cause"
    HEALTH = "health"
    RECESSION = "recession"
    RATES = "rates"
    LATE = "late"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Scenario:
    """Effects that come together. `name` is what is lost, or the person's own name."""

    kind: Kind
    name: str
    effects: tuple[Effect, ...]
