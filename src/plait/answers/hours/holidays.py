"""Which public holidays are days off, at each organisation of a person's roles?"""

from dataclasses import dataclass
from datetime import date

from plait.analysis.hours.free_days import keeps_holidays
from plait.domain.availability import HolidayChange, changes_at
from plait.domain.portfolio import Person, Portfolio
from plait.domain.roles import Organisation
from plait.reference.days_off import days_off
from plait.reference.holidays import public_holidays
from plait.wording.hours import holidays as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday, or a day that the person added; `is_free` where it is off.

    `is_changed` where the person dropped or added it; `text` is all of it in words.
    """

    on: date
    name: str
    is_free: bool
    is_changed: bool
    text: str


@dataclass(frozen=True, slots=True)
class OrganisationHolidays:
    """The holidays of a year at an organisation, "" for what holds at any of them."""

    organisation: str
    country: str
    days: tuple[Holiday, ...]


@dataclass(frozen=True, slots=True)
class ChangedHoliday:
    """What the person said of a day: see `domain.availability.HolidayChange`."""

    day: str
    is_free: bool
    organisation: str
    text: str


@dataclass(frozen=True, slots=True)
class HolidaysAnswer:
    """The holidays of `year`, and what the person changed of them, in any year.

    Of the organisations those stand here whose roles keep public holidays and that
    differ from the person's own country, or have changes of their own.
    """

    year: int
    language: str
    organisations: tuple[OrganisationHolidays, ...]
    changes: tuple[ChangedHoliday, ...]
    notes: tuple[str, ...]


def holidays_answer(portfolio: Portfolio, words: Words, year: int) -> HolidaysAnswer:
    """Return the answer for a calendar year."""
    person, changes = portfolio.person, portfolio.holiday_changes
    own = Organisation("", country=person.country)
    houses = [own, *_differing(portfolio)]
    return HolidaysAnswer(
        year=year,
        language=words.language,
        organisations=tuple(
            OrganisationHolidays(
                organisation=house.name,
                country=house.country or person.country,
                days=_days(person, house, changes, words, year),
            )
            for house in houses
        ),
        changes=tuple(
            ChangedHoliday(
                day=one.day,
                is_free=one.is_free,
                organisation=one.organisation,
                text=wording.change_text(words, one, person.country),
            )
            for one in changes
        ),
        notes=tuple(wording.notes(words, person.country)),
    )


def _differing(portfolio: Portfolio) -> list[Organisation]:
    country = portfolio.person.country
    changed = {one.organisation.casefold() for one in portfolio.holiday_changes}
    found: dict[str, Organisation] = {}
    for role in portfolio.roles:
        house = role.organisation
        has_own = house.country not in {"", country} and keeps_holidays(role)
        if has_own or house.name.casefold() in changed:
            found.setdefault(house.name.casefold(), house)
    return sorted(found.values(), key=lambda one: one.name)


def _days(
    person: Person,
    house: Organisation,
    changes: tuple[HolidayChange, ...],
    words: Words,
    year: int,
) -> tuple[Holiday, ...]:
    country = house.country or person.country
    region = person.region if country == person.country else ""
    first, last = date(year, 1, 1), date(year, 12, 31)
    place, language = (country, region, first, last), words.language
    usual = days_off(*place, language=language)
    free = days_off(*place, changes=changes_at(changes, house.name), language=language)
    every = {**free, **public_holidays(*place, language=language)}
    return tuple(
        Holiday(
            on=on,
            name=name,
            is_free=on in free,
            is_changed=(on in free) != (on in usual),
            text=wording.day_text(
                words,
                name,
                is_free=on in free,
                is_changed=(on in free) != (on in usual),
            ),
        )
        for on, name in sorted(every.items())
    )
