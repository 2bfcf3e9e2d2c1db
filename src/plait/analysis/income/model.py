"""The income model: what comes in a month, and how each part of it may end.

One model serves the simulation, the stress tests and the plan. It is made from a
book (`model_from_portfolio`) or from a file (docs/reference/income-model.md). Amounts are floats
in the home currency, time is in months, month 0 is the first that is simulated, and
every chance of something happening is by the year.

What cannot be (a negative spread, a chance of 1.2) is refused where it is made, so
that no analysis has to look again.
"""

import math
from dataclasses import dataclass
from typing import Self

from plait.domain.errors import PlaitError

MONTHS_A_YEAR = 12
MOST_MONTHS = 600
MOST_STREAMS = 200
MOST_MONEY = 1e15
_MOST_EMPTY = 0.95
# Income that varies by less than this share of it is one that never moved.
_NEVER_MOVED = 0.005
_MOST_CARRIED = 3.0
# A prior of more years than this has no doubt left that could be drawn.
_MOST_YEARS = 1e6


class Impossible(PlaitError):
    """A model holds a value that nothing can have."""


@dataclass(frozen=True, slots=True)
class Hazard:
    """The chance that something ends within a year, and how sure that is.

    A Beta(a, b) prior: as if of a + b such streams a had ended within a year. With
    b infinite the chance is a itself, without any doubt.
    """

    a: float
    b: float = math.inf

    def __post_init__(self) -> None:
        if self.is_fixed:
            is_right = 0 <= self.a <= 1
        else:
            is_right = self.a > 0 and self.b > 0 and self.a + self.b <= _MOST_YEARS
        if not is_right:
            raise Impossible(
                "A yearly chance lies between 0 and 1, a and b of a prior above 0",
                value=f"a = {self.a}, b = {self.b}",
                fix="Write a chance such as 0.12, or a = 1.2 and b = 8.8.",
            )

    @property
    def is_fixed(self) -> bool:
        """Whether the chance is known without doubt."""
        return self.b == math.inf

    @property
    def mean(self) -> float:
        """The expected chance a year."""
        return self.a if self.is_fixed else self.a / (self.a + self.b)

    @classmethod
    def believed(cls, chance: float, years: float) -> Self:
        """Return a chance a year that weighs as much as so many years watched.

        Such a prior cannot hold a chance of exactly 0 or 1; that one is fixed.

        >>> Hazard.believed(0.25, 4)
        Hazard(a=1.0, b=3.0)
        """
        if years == math.inf or not 0 < chance < 1:
            return cls(chance)
        return cls(chance * years, (1 - chance) * years)

    @classmethod
    def monthly(cls, chance: float) -> Self:
        """Return the fixed yearly chance that a monthly one comes to.

        >>> round(Hazard.monthly(0.011).mean, 4)  # 1 - 0.989 ** 12
        0.1243
        """
        if not 0 <= chance <= 1:
            return cls(chance)  # which refuses it
        return cls(1 - (1 - chance) ** MONTHS_A_YEAR)


NEVER = Hazard(0.0)


def monthly_chance(yearly: float) -> float:
    """Return the monthly chance that comes to the yearly one: 1 - (1 - p)^(1/12)."""
    # expm1 and log1p keep the digits of small chances that 1 - (1 - p) would lose.
    return float(-math.expm1(math.log1p(-yearly) / 12)) if yearly < 1 else 1.0


@dataclass(frozen=True, slots=True)
class StreamModel:
    """One stream: what it brings while it runs, how it ends, what replaces it.

    `monthly` is net of costs; below 0 it is something that costs more than it
    brings. `varies` is the standard deviation of a month relative to that. `hours`
    are a week. From month `ends_in` on a fixed contract pays nothing (None: it is
    open), unless it is renewed, which has the chance `renewed`. `notice`
    months are still paid after notice is given. `wait` is the mean of the
    months until a replacement begins, None if none ever does; it brings `replaced`
    of the income once `ramp` months of linear growth are over. Money comes `late`
    months after the work, and `unpaid` is what past work has still to bring. `unsure`
    is how far `monthly` itself may be off, as a standard deviation relative to it: a
    mean of twelve months that vary by 0.6 is sure to 0.6 / root 12. `empty` is the
    share of months that bring nothing at all. `together`, from -1 to 1, is how far its
    months move with what all streams have in common: two of .7 and .6 are correlated
    .42.
    """

    name: str
    monthly: float
    varies: float = 0.0
    hours: float = 0.0
    ends_in: int | None = None
    renewed: float = 0.0
    notice: int = 0
    hazard: Hazard = NEVER
    wait: float | None = None
    replaced: float = 1.0
    ramp: int = 0
    late: float = 0.0
    causes: tuple[str, ...] = ()
    unpaid: float = 0.0
    unsure: float = 0.0
    empty: float = 0.0
    together: float = 0.0

    @property
    def is_over(self) -> bool:
        """Whether it pays nothing from the first month on."""
        return self.ends_in == 0

    def __post_init__(self) -> None:
        whose = f"stream {self.name}"
        _within(whose, "monthly", self.monthly, -MOST_MONEY, MOST_MONEY)
        _within(whose, "varies", self.varies, 0, 10)
        _within(whose, "hours", self.hours, 0, 168)
        _within(whose, "ends_in", self.ends_in or 0, 0, MOST_MONTHS)
        _within(whose, "renewed", self.renewed, 0, 1)
        _within(whose, "notice", self.notice, 0, MOST_MONTHS)
        _within(whose, "wait", self.wait or 0, 0, MOST_MONTHS)
        _within(whose, "replaced", self.replaced, 0, 100)
        _within(whose, "ramp", self.ramp, 0, MOST_MONTHS)
        _within(whose, "late", self.late, 0, MOST_MONTHS)
        _within(whose, "unpaid", self.unpaid, 0, MOST_MONEY)
        _within(whose, "unsure", self.unsure, 0, 10)
        _within(whose, "empty", self.empty, 0, _MOST_EMPTY)
        _within(whose, "together", self.together, -1, 1)


@dataclass(frozen=True, slots=True)
class CauseModel:
    """What several streams depend on together: one strike hits all of them at once.

    `chance` is of a strike within a year. It ends each stream that depends on it with
    the chance `hits`. With `lasts` above 0 it ends nothing: it takes the share `cut`
    of their income for so many months.
    """

    name: str
    chance: float
    hits: float = 1.0
    cut: float = 0.0
    lasts: int = 0

    def __post_init__(self) -> None:
        whose = f"cause {self.name}"
        _within(whose, "chance", self.chance, 0, 1)
        _within(whose, "hits", self.hits, 0, 1)
        _within(whose, "cut", self.cut, 0, 1)
        _within(whose, "lasts", self.lasts, 0, MOST_MONTHS)
        if bool(self.cut) != bool(self.lasts):
            raise Impossible(
                "A cut and the months that it lasts go together",
                value=f"{whose}: cut = {self.cut}, lasts = {self.lasts}",
                fix="Tell both, or neither if the streams end.",
            )


@dataclass(frozen=True, slots=True)
class IncomeModel:
    """All streams and what they depend on, with savings and what a month must cost.

    `savings` may be below 0: an overdraft. `floor` is what must be spent a month;
    `months` is how far the model looks. `level` is what the months ahead bring on
    average, as a share of the usual month, `level_unsure` how far that may be off (a
    standard deviation), `level_wanders` by how much it moves a month. The streams
    that vary carry it, each as much as it varies.
    """

    currency: str
    streams: tuple[StreamModel, ...]
    causes: tuple[CauseModel, ...] = ()
    savings: float = 0.0
    floor: float = 0.0
    months: int = 24
    level: float = 1.0
    level_unsure: float = 0.0
    level_wanders: float = 0.0

    def __post_init__(self) -> None:
        _within("model", "savings", self.savings, -MOST_MONEY, MOST_MONEY)
        _within("model", "floor", self.floor, 0, MOST_MONEY)
        _within("model", "months", self.months, 1, MOST_MONTHS)
        _within("model", "level", self.level, 0, 10)
        _within("model", "level_unsure", self.level_unsure, 0, 10)
        _within("model", "level_wanders", self.level_wanders, 0, 1)
        _within("model", "streams", len(self.streams), 0, MOST_STREAMS)
        _within("model", "causes", len(self.causes), 0, MOST_STREAMS)
        _once("streams", [stream.name for stream in self.streams])
        _once("causes", [cause.name for cause in self.causes])
        known = {cause.name for cause in self.causes}
        for stream in self.streams:
            for name in stream.causes:
                if name not in known:
                    raise Impossible(
                        "A stream depends on a cause that the model does not have",
                        value=f"stream {stream.name}: {name}",
                        fix="Add the cause, or take its name out of the stream.",
                    )

    @property
    def usual(self) -> float:
        """What a usual month brings while all runs that is not over already."""
        runs = (stream for stream in self.streams if not stream.is_over)
        return math.fsum(stream.monthly for stream in runs)

    @property
    def has_level(self) -> bool:
        """Whether the level of all income may move."""
        moves = self.level_unsure or self.level_wanders
        return bool(moves) or self.level != 1

    def carried(self, stream: StreamModel) -> float:
        """Return by which share of itself a stream moves when all income does.

        Streams carry it as they vary, at most three times as much as all together. What
        never moved stays as it is, and so do costs.
        """
        if stream.monthly <= 0 or stream.is_over:
            return 0.0
        bringing = [s for s in self.streams if s.monthly > 0 and not s.is_over]
        all_of_it = math.fsum(s.monthly for s in bringing)
        varying = math.fsum(s.monthly * s.varies for s in bringing)
        if varying <= _NEVER_MOVED * all_of_it:
            return 0.0
        return min(_MOST_CARRIED, stream.varies * all_of_it / varying)


def _within(whose: str, field: str, value: float, least: float, most: float) -> None:
    if not math.isfinite(value):
        raise Impossible(
            "This has to be a finite number",
            value=f"{whose}, {field}: {value}",
            fix="Write a number, or leave the field out.",
        )
    if not least <= value <= most:
        raise Impossible(
            "This number is outside what it can be",
            value=f"{whose}, {field}: {value} (from {least:g} to {most:g})",
            fix="Write one between the two.",
        )


def _once(what: str, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise Impossible(
                "Two of a model have the same name",
                value=f"{what}: {name}",
                fix="Give each a name of its own.",
            )
