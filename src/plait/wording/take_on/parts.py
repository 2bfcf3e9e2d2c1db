"""What comes with a variant: its title, clashes, income, and hours to be found."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from plait.analysis.decisions.take_on.answer import Reason, TakeOn
from plait.analysis.decisions.take_on.freed_hours import FreedHours, Way
from plait.analysis.decisions.take_on.meetings import Meeting
from plait.analysis.decisions.take_on.pay import Earning
from plait.analysis.decisions.take_on.variant import Variant
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Per
from plait.wording.words import Words

_NO_ROOM = {Reason.NO_ROOM, Reason.MAKE_ROOM}
# Less than this a month is a rounding, not a change.
_LEAST_MONEY = 0.5


def title_text(words: Words, variant: Variant) -> str:
    """Return what is considered, in a line: what, how much, from when."""
    _ = words.gettext
    values = {"name": variant.name, "day": words.day(variant.start)}
    if variant.terms is None:
        return _("Leave %(name)s on %(day)s") % values
    if variant.terms.hours is None:
        return _("%(name)s from %(day)s") % values
    by = {
        Per.WEEK: _("%(name)s, %(hours)s a week from %(day)s"),
        Per.MONTH: _("%(name)s, %(hours)s a month from %(day)s"),
        Per.QUARTER: _("%(name)s, %(hours)s a quarter from %(day)s"),
        Per.YEAR: _("%(name)s, %(hours)s a year from %(day)s"),
        Per.TOTAL: _("%(name)s, %(hours)s in total from %(day)s"),
    }[variant.terms.per]
    return by % {**values, "hours": words.hours(float(variant.terms.hours))}


def clashes_text(
    words: Words, portfolio: Portfolio, meetings: tuple[Meeting, ...]
) -> Iterator[str]:
    """Yield what the agreed days clash with; agreed hours of one role together."""
    agreed = [one for one in meetings if not one.title]
    for role in dict.fromkeys(one.role for one in agreed):
        mine = [one for one in agreed if one.role == role]
        yield _clash_of_hours(words, portfolio, role, mine)
    for one in meetings:
        if one.title:
            yield _clash_of_event(words, portfolio, one)


def _clash_of_hours(
    words: Words, portfolio: Portfolio, role: int | None, meetings: list[Meeting]
) -> str:
    _ = words.gettext
    values = {
        "role": "" if role is None else portfolio.roles[role].name,
        "hours": words.hours(sum(one.minutes for one in meetings) / 60),
        **_when(words, portfolio, meetings[0]),
    }
    if role is None:
        return _("Events without a title, the first on %(day)s at %(time)s.") % values
    if all(one.count == 1 for one in meetings):
        return (
            _("The agreed hours of %(role)s: %(hours)s, first on %(day)s at %(time)s.")
            % values
        )
    return (
        _(
            "The agreed hours of %(role)s: %(hours)s in a week, first on %(day)s at"
            " %(time)s."
        )
        % values
    )


def _clash_of_event(words: Words, portfolio: Portfolio, one: Meeting) -> str:
    _ = words.gettext
    name = one.title
    if one.role is not None:
        name = f"{one.title} ({portfolio.roles[one.role].name})"
    values = {"what": name, "n": one.count, **_when(words, portfolio, one)}
    if one.count == 1:
        return _("%(what)s, on %(day)s at %(time)s.") % values
    return _("%(what)s, %(n)d times, first on %(day)s at %(time)s.") % values


def _when(words: Words, portfolio: Portfolio, one: Meeting) -> dict[str, str]:
    starts = one.starts_at.astimezone(ZoneInfo(portfolio.person.timezone))
    return {"day": words.day(starts.date()), "time": f"{starts:%H:%M}"}


def income_text(words: Words, earning: Earning) -> str:
    """Return what it does to a month's income, and what an hour brings."""
    _ = words.gettext
    change = earning.change
    if change is None:
        return _("These terms do not show what it does to your income.")
    if abs(change) < _LEAST_MONEY:
        if earning.after:
            return _("Your income stays the same.")
        return _("It brings no money and costs none.")
    values = {"month": words.money(abs(change), earning.currency)}
    if change < 0:
        return _("%(month)s a month less, before tax.") % values
    if earning.an_hour is None:
        return _("%(month)s a month more, before tax.") % values
    values["hour"] = words.money(earning.an_hour, earning.currency, 2)
    return _("%(month)s a month more, before tax: %(hour)s per agreed hour.") % values


def ways_text(words: Words, portfolio: Portfolio, found: TakeOn) -> Iterator[str]:
    """Yield where hours could be found, if they have to be."""
    if not _NO_ROOM & set(found.reasons):
        return
    _ = words.gettext
    if found.fits_from and found.fits_from > found.weeks[0].monday:
        day = words.day(found.fits_from)
        yield _("Start on %(day)s: from then on it fits.") % {"day": day}
    for freed in found.freed_hours:
        yield _way(words, portfolio, freed)
    if not found.freed_hours:
        yield _(
            "No role takes more than was agreed, so the hours would have to come from"
            " new terms for one of them, or from doing less of this."
        )


def _way(words: Words, portfolio: Portfolio, freed: FreedHours) -> str:
    _ = words.gettext
    text = {
        Way.BACK_TO_AGREED: _(
            "Bring %(role)s back to what was agreed: that frees %(hours)s a week."
        ),
        Way.GIVES_LITTLE: _(
            "%(role)s gives you little and weighs heavily: leaving it frees %(hours)s a"
            " week."
        ),
        Way.PAYS_LEAST: _(
            "%(role)s, %(hours)s a week, pays least per hour: fewer hours there would"
            " cost you least."
        ),
    }[freed.way]
    return text % {
        "role": portfolio.roles[freed.role].name,
        "hours": words.hours(freed.hours),
    }
