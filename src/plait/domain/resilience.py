"""What income hangs on, how sure its person is of it, and what would replace it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plait.domain.money import Money


@dataclass(frozen=True, slots=True)
class Cause:
    """What several roles (indices) hang on together, such as one ministry's budget.

    `chance` is how likely the person thinks it is to fail within a year, None where
    they have not said.
    """

    name: str
    roles: tuple[int, ...]
    chance: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Belief:
    """How likely the person thinks a role is to end within a year.

    `years` is what their word weighs: as much as having watched so many such roles
    for a year.
    """

    role: int
    chance: Decimal
    years: Decimal = Decimal(4)


@dataclass(frozen=True, slots=True)
class Fallback:
    """What would replace a role: how soon, how much of its income, who could help.

    `step` is the one thing to do now that would shorten it, by `step_by` if told.
    """

    role: int
    what: str
    months: Decimal
    share: Decimal = Decimal(1)
    helper: str = ""
    step: str = ""
    step_by: date | None = None


@dataclass(frozen=True, slots=True)
class Invoice:
    """Money asked for, and until when; what has paid it, the settlements say."""

    role: int
    issued_on: date
    due_on: date
    amount: Money
    number: str = ""
