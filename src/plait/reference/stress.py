"""What the ready stress tests assume of a recession.

Dated figures from public sources, with their source and how sure they are, in the TOML
file beside this module. What is paid on in illness is a country's: `sick_pay`.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Recession:
    """Chances of ending `times` as high for `months`, and money `late_days` later."""

    times: Decimal
    months: int
    late_days: int
    source: str
    status: str
    as_of: date


def recession() -> Recession:
    """Return what is assumed of a recession."""
    data = _data()
    figures = data["recession"]
    times = Decimal(figures["times"])
    return Recession(**(figures | {"times": times, "as_of": data["as_of"]}))


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    file = resources.files("plait.reference").joinpath("stress.toml")
    return tomllib.loads(file.read_text("utf-8"))
