"""Finds the folders of `plait.reference.countries`, and what each holds.

Nothing here or elsewhere lists countries: a folder that is put there is found.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from plait.domain.errors import PlaitError

FOLDER = Path(__file__).with_name("countries")
_ABOUT = "country"


class NoPack(PlaitError):
    """There are no rules for this country, or none of that name."""


class BrokenPack(PlaitError):
    """A pack holds what no rule can be read from."""


class DateOrder(StrEnum):
    """Whether 3/4 is in April or in March where people write so."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Country:
    """Whose a folder is: `countries` by two letters, as people write them.

    `stands_in_for` are countries that it holds for where their own folder lacks a part.
    `not_days_off` are public holidays, by their English names, on which most people work.
    """

    code: str
    countries: tuple[str, ...]
    stands_in_for: tuple[str, ...] = ()
    dates: DateOrder = DateOrder.DAY_FIRST
    not_days_off: tuple[str, ...] = ()

    @property
    def letters(self) -> str:
        """The two letters that it is written with: GB for uk, EU for the Union."""
        return self.countries[0] if self.countries else self.code.upper()


@lru_cache(maxsize=16)  # asked for each role; the folders do not change
def codes(part: str) -> tuple[str, ...]:
    """Return the codes of the folders that have a part, such as "obligations"."""
    return tuple(sorted(file.parent.name for file in FOLDER.glob(f"*/{part}.toml")))


def code_of(country: str, part: str) -> str | None:
    """Return the folder whose part holds in a country, given by two letters.

    >>> code_of("gb", "working_time"), code_of("BE", "working_time")
    ('uk', 'eu')
    >>> code_of("IE", "clauses"), code_of("IE", "working_time"), code_of("", "clauses")
    ('ie', 'eu', None)
    """
    letters = country.strip().upper()
    with_part = [about(code) for code in codes(part)]
    own = [one.code for one in with_part if letters in one.countries]
    others = [one.code for one in with_part if letters in one.stands_in_for]
    return next(iter(own + others), None)


def read(
    code: str, part: str, *, parse_float: Callable[[str], Any] = float
) -> dict[str, Any]:
    """Return a part of a folder as it stands; raise `NoPack` if it has none."""
    if code not in codes(part):
        raise NoPack(
            "There are no rules of that name",
            value=code,
            fix="Choose another with --rules; --help lists them.",
        )
    text = (FOLDER / code / f"{part}.toml").read_text("utf-8")
    return tomllib.loads(text, parse_float=parse_float)


@lru_cache(maxsize=64)
def about(code: str) -> Country:
    """Return whose folder it is; raise `BrokenPack` where its `country.toml` fails."""
    held = read(code, _ABOUT)
    try:
        countries = tuple(held.pop("countries"))
        stands_in_for = tuple(held.pop("stands_in_for", ()))
        dates = DateOrder(held.pop("dates", DateOrder.DAY_FIRST))
        worked = tuple(held.pop("not_days_off", ()))
        return Country(code, countries, stands_in_for, dates, worked, **held)
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenPack(
            "What this folder says of its country cannot be read",
            value=f"{code}: {error}",
            fix="Compare country.toml with those of the other folders.",
        ) from error


def not_days_off(country: str) -> tuple[str, ...]:
    """Return the public holidays of a country that are no general days off."""
    code = code_of(country, _ABOUT) if country.strip() else None
    return about(code).not_days_off if code else ()


def date_order(country: str) -> DateOrder:
    """Return how dates are written in a country; either way where none is given."""
    if not country.strip():
        return DateOrder.EITHER
    code = code_of(country, _ABOUT)
    return about(code).dates if code else DateOrder.DAY_FIRST
