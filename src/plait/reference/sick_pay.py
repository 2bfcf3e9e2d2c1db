"""What a country's law has paid on of a salary in illness, stage by stage.

`continued_pay.toml` of its folder. An employer may pay more; who is not employed gets
nothing of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from plait.reference import country_packs, pack_reader


@dataclass(frozen=True, slots=True)
class Stage:
    """For so many `weeks` a `share` of the salary, at most `most_a_week`.

    Nothing for the first `waiting_days`, and nothing at all for who earns less than
    `least_pay` a week. It holds from `valid_from` and before `valid_to`.
    """

    weeks: int
    share: Decimal
    article: str
    source: str
    status: str
    waiting_days: int = 0
    most_a_week: Decimal | None = None
    least_pay: Decimal | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def is_in_force_on(self, day: date) -> bool:
        """Return whether the stage holds on that day."""
        has_begun = self.valid_from is None or self.valid_from <= day
        return has_begun and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class ContinuedPay:
    """The law of a country, as it was known on `as_of`; sums are in `currency`.

    `says` is the whole of it in a sentence, in two languages. `stages` follow each
    other.
    """

    country: str
    currency: str
    says: str
    says_nl: str
    as_of: date
    look_again_on: date
    stages: tuple[Stage, ...]

    @property
    def is_flat(self) -> bool:
        """Whether it is a sum, however high the salary is."""
        return any(one.most_a_week is not None for one in self.stages)


def continued_pay(country: str, on: date) -> ContinuedPay | None:
    """Return what holds in a country on a day, None where nothing is known of it.

    >>> continued_pay("nl", date(2026, 11, 30)).stages[0].share
    Decimal('0.70')
    >>> continued_pay("US", date(2026, 11, 30))
    """
    code = country_packs.code_of(country, "continued_pay")
    return None if code is None else _law(code, on)


@lru_cache(maxsize=32)
def _law(code: str, on: date) -> ContinuedPay:
    held: Mapping[str, Any] = country_packs.read(
        code, "continued_pay", parse_float=Decimal
    )
    stages = pack_reader.made_each(Stage, held["stages"])
    in_force = tuple(one for one in stages if one.is_in_force_on(on))
    above = {name: value for name, value in held.items() if name != "stages"}
    letters = country_packs.about(code).letters
    return ContinuedPay(country=letters, stages=in_force, **above)
