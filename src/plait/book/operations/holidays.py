"""Public holidays that the person drops or adds, at one organisation or at all."""

import re
from datetime import date

from plait.accounts.models import Person
from plait.book.models import Batch, HolidayChange, Organisation
from plait.book.operations.writing import book_of
from plait.domain.errors import PlaitError
from plait.reference.days_off import holiday_named

_EVERY_YEAR = re.compile(r"\d{2}-\d{2}")
_LEAP = 2024  # a year that has every day


class NoHoliday(PlaitError):
    """A day that is neither a date nor the name of a public holiday."""


class NotChanged(PlaitError):
    """A day that was neither dropped nor added."""


def change_holiday(
    *,
    viewer: Person,
    day: str,
    is_free: bool,
    organisation: Organisation | None = None,
    batch: Batch | None = None,
) -> HolidayChange:
    """Let a day be free or worked; saying it again of the day replaces it.

    `day` is a date, a day of every year (12-24) or a holiday's name in English or
    Dutch. Raise `NoHoliday` for any other text.
    """
    written = holiday_day(viewer, day, organisation)
    with book_of(viewer, organisation, what="change_holiday"):
        kept, _ = HolidayChange.objects.update_or_create(
            owner=viewer,
            organisation=organisation,
            day=written,
            defaults={"is_free": is_free, "batch": batch},
        )
    return kept


def reset_holiday(
    *, viewer: Person, day: str, organisation: Organisation | None = None
) -> None:
    """Let a day be as the country has it again; raise `NotChanged` if it is."""
    written = holiday_day(viewer, day, organisation)
    with book_of(viewer, organisation, what="reset_holiday"):
        mine = HolidayChange.objects.filter(owner=viewer, day=written)
        found = mine.filter(organisation=organisation).first()
        if found is None:
            raise NotChanged(
                "This day was neither dropped nor added",
                value=day,
                fix="See what was changed with: plait holidays.",
            )
        found.delete()


def remove_holiday_change(*, viewer: Person, change: HolidayChange) -> None:
    """Let the day of a change be as the country has it again."""
    with book_of(viewer, change, what="reset_holiday"):
        change.delete()


def holiday_day(viewer: Person, text: str, organisation: Organisation | None) -> str:
    """Return a day as a change of holidays holds it."""
    text = text.strip()
    try:
        if _EVERY_YEAR.fullmatch(text):
            date.fromisoformat(f"{_LEAP}-{text}")
            return text
        return date.fromisoformat(text).isoformat()
    except ValueError:
        country = (organisation.country if organisation else "") or viewer.country
        region = viewer.region if country == viewer.country else ""
        if name := holiday_named(country, region, text):
            return name[:60]
    raise NoHoliday(
        "No public holiday of this name is known, and it is no date",
        value=text[:60],
        fix="Write a name such as Good Friday, a date such as 2026-12-24, or 12-24 for"
        " every year.",
    )
