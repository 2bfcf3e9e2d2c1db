"""Reads the word that stands for a period."""

import re
from datetime import date

from plait.domain.errors import PlaitError
from plait.domain.periods.choice import PeriodChoice, PeriodKind, own_choice
from plait.domain.reach import FIRST_DAY, LAST_DAY

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-?q([1-4])", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_TAX_YEAR = re.compile(r"tax-(\d{4})", re.ASCII)
_OWN = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})", re.ASCII)
_LAST_MONTH = 12


class UnknownPeriod(PlaitError):
    """A word stands for no period."""


def period_choice_from(word: str) -> PeriodChoice:
    """Return the period that a word stands for; raise `UnknownPeriod`.

    >>> period_choice_from("2026-q4").kind.value, period_choice_from("role").word
    ('quarter', 'role')
    """
    text = word.strip().lower()
    found = _named(text) or _own(text)
    if found is None:
        raise UnknownPeriod(
            "This is no period",
            value=word[:40],
            fix="Write a month (2026-11), a quarter (2026-q4), a year (2026), a tax"
            " year (tax-2026), role, or two days (2026-01-01/2026-03-31).",
        )
    return found


def _named(text: str) -> PeriodChoice | None:
    if text == PeriodKind.ROLE:
        return PeriodChoice(PeriodKind.ROLE)
    for kind, form in (
        (PeriodKind.MONTH, _MONTH),
        (PeriodKind.QUARTER, _QUARTER),
        (PeriodKind.YEAR, _YEAR),
        (PeriodKind.TAX_YEAR, _TAX_YEAR),
    ):
        match = form.fullmatch(text)
        if match:
            return _dated(kind, *map(int, match.groups()))
    return None


def _dated(kind: PeriodKind, year: int, number: int = 0) -> PeriodChoice | None:
    # The last tax year ends in the year after it began.
    if not FIRST_DAY.year <= year < LAST_DAY.year:
        return None
    if kind is PeriodKind.MONTH and not 1 <= number <= _LAST_MONTH:
        return None
    return PeriodChoice(kind, year, number)


def _own(text: str) -> PeriodChoice | None:
    match = _OWN.fullmatch(text)
    return own_choice_from(*match.groups()) if match else None


def own_choice_from(first: str, last: str) -> PeriodChoice | None:
    """Return the days from one to another as written in a form, None for no days."""
    try:
        days = date.fromisoformat(first.strip()), date.fromisoformat(last.strip())
    except ValueError:
        return None
    if not all(FIRST_DAY <= day < LAST_DAY for day in days):
        return None
    return own_choice(*days)
