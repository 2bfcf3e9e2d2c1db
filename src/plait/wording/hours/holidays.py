"""Public holidays in words: which are off, and what the person changed."""

from collections.abc import Iterator
from datetime import date

from plait.domain.availability import HolidayChange
from plait.reference.country_packs import not_days_off
from plait.reference.days_off import holiday_name
from plait.wording.words import Words


def day_text(words: Words, name: str, *, is_free: bool, is_changed: bool) -> str:
    """Return a holiday by its name, with what is unusual of it."""
    _ = words.gettext
    name = name or _("A day of your own")
    if is_free:
        return _("%(name)s (added)") % {"name": name} if is_changed else name
    if is_changed:
        return _("%(name)s (dropped)") % {"name": name}
    return _("%(name)s (no day off)") % {"name": name}


def change_text(words: Words, change: HolidayChange, country: str) -> str:
    """Return what the person said of a day."""
    _ = words.gettext
    day = when_text(words, change.day, country)
    if not change.organisation:
        text = _("%(day)s is a day off") if change.is_free else _("%(day)s is worked")
        return text % {"day": day}
    values = {"day": day, "organisation": change.organisation}
    if change.is_free:
        return _("%(day)s is a day off at %(organisation)s") % values
    return _("%(day)s is worked at %(organisation)s") % values


def when_text(words: Words, day: str, country: str) -> str:
    """Return the day of a change: a date, a day of every year, or a name."""
    if not day[:1].isdigit():
        return holiday_name(country, day, words.language)
    if len(day) > len("12-24"):
        return words.day(date.fromisoformat(day))
    # A leap year, for 29 February.
    on = words.day(date.fromisoformat(f"2024-{day}")).replace(" 2024", "")
    return words.gettext("%(day)s of every year") % {"day": on}


def notes(words: Words, country: str) -> Iterator[str]:
    """Yield for whom holidays count, and what has to be chosen first."""
    _ = words.gettext
    yield _(
        "Public holidays lower the hours due in employment and agency work; not in work"
        " for clients, unpaid roles or studies."
    )
    if not country:
        yield _("Your settings name no country, so Plait knows no public holidays.")
    for name in not_days_off(country):
        yield _(
            "%(holiday)s is a public holiday on which most people work: add it where it"
            " is a day off for you."
        ) % {"holiday": holiday_name(country, name, words.language)}
