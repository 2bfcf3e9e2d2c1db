"""The period that somebody looks at in words, and the one that it is compared with."""

from datetime import timedelta

from plait.domain.period import Period
from plait.domain.periods.choice import PeriodBasis, PeriodChoice, PeriodKind
from plait.domain.periods.comparison import Compared, period_before
from plait.domain.periods.shifting import months_in
from plait.wording.periods import days_text, year_text
from plait.wording.words import Words

_YEAR = 12


def name_text(words: Words, choice: PeriodChoice, basis: PeriodBasis) -> str:
    """Return how people call it: October 2026, Tax year 2026-27."""
    _ = words.gettext
    days = choice.days(basis)
    if choice.kind is PeriodKind.ROLE:
        return since_text(words, basis)
    if choice.kind is PeriodKind.YEAR:
        return f"{choice.year}"
    if choice.kind is PeriodKind.TAX_YEAR:
        return _("Tax year %(year)s") % {"year": year_text(days)}
    return days_text(words, days)


def kind_text(words: Words, kind: PeriodKind, basis: PeriodBasis) -> str:
    """Return the kind of a choice as a label."""
    _ = words.gettext
    return {
        PeriodKind.MONTH: _("Month"),
        PeriodKind.QUARTER: _("Quarter"),
        PeriodKind.YEAR: _("Year"),
        PeriodKind.TAX_YEAR: _("Tax year"),
        PeriodKind.ROLE: since_text(words, basis),
        PeriodKind.OWN: _("Own days"),
    }[kind]


def since_text(words: Words, basis: PeriodBasis) -> str:
    """Return since when, of one role or of all of them."""
    _ = words.gettext
    if basis.is_of_a_role:
        return _("Since the role began")
    return _("Since your first role")


def last_twelve_text(words: Words) -> str:
    """Return how a sentence begins that speaks of the last twelve whole months."""
    return words.gettext("Over the last twelve whole months")


def during_text(words: Words, choice: PeriodChoice, basis: PeriodBasis) -> str:
    """Return how a sentence begins that speaks of a period: In October 2026."""
    _ = words.gettext
    days = choice.days(basis)
    name = name_text(words, choice, basis)
    if choice.kind is PeriodKind.ROLE:
        return name
    if choice.kind is PeriodKind.TAX_YEAR:
        return _("In tax year %(year)s") % {"year": year_text(days)}
    if choice.kind in {PeriodKind.MONTH, PeriodKind.YEAR} or months_in(days) == 1:
        return _("In %(period)s") % {"period": name}
    if days.end == days.start + timedelta(days=1):
        return _("On %(day)s") % {"day": name}
    return _("From %(period)s") % {"period": name}


def before_text(words: Words, choice: PeriodChoice, basis: PeriodBasis) -> str:
    """Return the same period before as it ends a comparison: in October 2025.

    "" where there is none.
    """
    _ = words.gettext
    before = period_before(choice, basis)
    if before is None:
        return ""
    if choice.kind is PeriodKind.MONTH:
        return _("in %(period)s") % {"period": words.month(before.start)}
    if choice.kind is PeriodKind.YEAR:
        return _("in %(period)s") % {"period": before.start.year}
    if choice.kind is PeriodKind.TAX_YEAR:
        return _("in tax year %(year)s") % {"year": year_text(before)}
    return _same_text(words, choice.days(basis), before)


def _same_text(words: Words, days: Period, before: Period) -> str:
    """Return months or days as the same ones of another year."""
    _ = words.gettext
    months = months_in(days)
    if not months:
        return same_days_text(words, (days,), (before,))
    if months == _YEAR:
        return _("in the twelve months before")
    if months > _YEAR:
        return _("in %(period)s") % {"period": days_text(words, before)}
    if is_in_one_year(days):
        return _("in the same months of %(year)s") % {"year": before.start.year}
    return _("in the same months a year earlier")


def same_days_text(
    words: Words, now: tuple[Period, ...], before: tuple[Period, ...]
) -> str:
    """Return the days compared with, where they are no whole period."""
    whole = Period(before[0].start, before[-1].end)
    if is_in_one_year(whole):
        text = words.gettext("on the same days of %(year)s")
        return text % {"year": whole.start.year}
    years = now[0].start.year - before[0].start.year
    return words.ngettext(
        "on the same days a year earlier", "on the same days %(n)d years earlier", years
    ) % {"n": years}


def is_in_one_year(period: Period) -> bool:
    """Return whether all days are of one calendar year; it has an end."""
    last = (period.end or period.start) - timedelta(days=1)
    return period.start.year == last.year


def compared_text(
    words: Words, choice: PeriodChoice, basis: PeriodBasis, days: Compared
) -> str:
    """Return what a figure is compared with, of the days that are known in both."""
    if days.is_whole or not days.now:
        return before_text(words, choice, basis)
    return same_days_text(words, days.now, days.before)


def definition_text(
    words: Words, choice: PeriodChoice, basis: PeriodBasis, *, is_running: bool
) -> str:
    """Return what the period is compared with, in one sentence; "" for nothing."""
    _ = words.gettext
    before = before_text(words, choice, basis)
    if not before:
        return ""
    if is_running:
        return _("Still running: compared with the same days a year earlier.")
    return _("Compared with what it was %(before)s.") % {"before": before}


def change_text(words: Words, amount: str, difference: float, before: str) -> str:
    """Return a change against the period before: €1,204 more than in October 2025.

    `amount` is how much it differs, with its unit and without a sign.
    """
    _ = words.gettext
    texts = {"amount": amount, "before": before}
    if difference > 0:
        return _("%(amount)s more than %(before)s") % texts
    if difference < 0:
        return _("%(amount)s less than %(before)s") % texts
    return _("As much as %(before)s") % texts


def nothing_before_text(words: Words) -> str:
    """Return that there is nothing to compare with."""
    return words.gettext("Nothing is known of the same days before to compare with.")
