"""What the ready stress tests assume: a recession, and pay that goes on in illness.

Dated figures from public sources, each with its source and how sure it is: the
recession's in the TOML file beside this module, pay in illness in countries' folders.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import Any

from plait.reference import country_packs


@dataclass(frozen=True, slots=True)
class Recession:
    """Chances of ending `times` as high for `months`, and money `late_days` later."""

    times: Decimal
    months: int
    late_days: int
    source: str
    status: str
    as_of: date


@dataclass(frozen=True, slots=True)
class ContinuedPay:
    """The share of a salary that a country's law has paid on in illness."""

    country: str
    share: Decimal
    rule: str
    source: str
    status: str
    article: str = ""
    as_of: date | None = None
    look_again_on: date | None = None


def recession() -> Recession:
    """Return what is assumed of a recession."""
    data = _data()
    figures = data["recession"]
    times = Decimal(figures["times"])
    return Recession(**(figures | {"times": times, "as_of": data["as_of"]}))


def continued_pay(country: str) -> ContinuedPay | None:
    """Return what holds in a country, None where nothing is known of it.

    >>> continued_pay("nl").share, continued_pay("US")
    (Decimal('0.70'), None)
    """
    code = country_packs.code_of(country, "continued_pay")
    if code is None:
        return None
    law = country_packs.read(code, "continued_pay")
    law["share"] = Decimal(law["share"])
    return ContinuedPay(country=country_packs.about(code).letters, **law)


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    file = resources.files("plait.reference").joinpath("stress.toml")
    return tomllib.loads(file.read_text("utf-8"))
