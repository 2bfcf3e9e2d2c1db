"""Hours accounts in words, and the one sentence above them."""

from collections.abc import Sequence
from datetime import date, timedelta

from plait.analysis.hours.balance import LEAST_HOURS
from plait.analysis.hours.drift.drift import Verdict
from plait.analysis.hours.free_days import DayOff
from plait.domain.period import Period
from plait.wording.words import Words

_JUDGED = {Verdict.STEADY, Verdict.DRIFTED_AND_BACK}


def summary_text(words: Words, drift: str, ahead: str) -> str:
    """Return what drifts and what does not fit ahead as one sentence; either may be ""."""
    _ = words.gettext
    values = {"one": drift or ahead, "two": ahead}
    text = (_("%(one)s, and %(two)s.") if drift and ahead else _("%(one)s.")) % values
    return text[:1].upper() + text[1:]


def most_over_text(words: Words, role: str, over: float) -> str:
    """Return the role that is furthest beyond its agreement, within a sentence."""
    return words.gettext("%(role)s takes %(hours)s a week more than agreed") % {
        "role": role,
        "hours": words.hours(over),
    }


def weeks_too_full_text(words: Words, n: int, n_weeks: int) -> str:
    """Return how many of the weeks ahead are too full, within a sentence."""
    return words.ngettext(
        "%(n)d of the next %(all)d weeks is too full",
        "%(n)d of the next %(all)d weeks are too full",
        n,
    ) % {"n": n, "all": n_weeks}


def nothing_yet_text(words: Words, *, has_roles: bool) -> str:
    """Return what a book without roles or without hours lacks."""
    _ = words.gettext
    if not has_roles:
        return _("No roles yet, so no hours to compare.")
    return _("No hours yet: log some, or import them.")


def calm_text(words: Words, verdicts: set[Verdict], *, has_capacity: bool) -> str:
    """Return what can be said where nothing drifts and no week ahead is too full."""
    _ = words.gettext
    if not verdicts & _JUDGED:
        if Verdict.TOO_SHORT in verdicts:
            return _("Too few weeks yet to say whether your roles keep to their hours.")
        return _("No hours are agreed for your roles, so there is nothing to compare.")
    if not has_capacity:
        return _("Your roles keep to what was agreed.")
    return _("Your roles keep to what was agreed, and the weeks ahead fit.")


def account_heading_text(words: Words, role: str, since: date | None, on: date) -> str:
    """Return whose hours these are, and from when to when; `role` "" is all."""
    _ = words.gettext
    values = {
        "role": role or _("All roles"),
        "since": words.day(since) if since else "",
        "on": words.day(on),
    }
    if since:
        return _("%(role)s, from %(since)s to %(on)s") % values
    return _("%(role)s, up to %(on)s") % values


def balance_text(words: Words, balance: float | None) -> str:
    """Return a balance in a few words, "" without; under half an hour it is even."""
    _ = words.gettext
    if balance is None:
        return ""
    if abs(balance) < LEAST_HOURS:
        return _("as agreed")
    values = {"hours": words.number(abs(balance), 0)}
    if balance > 0:
        return _("%(hours)s h more than agreed") % values
    return _("%(hours)s h less than agreed") % values


def reason_text(words: Words, reason: DayOff) -> str:
    """Return why a day is free, within a sentence."""
    _ = words.gettext
    return {
        DayOff.HOLIDAY: _("public holiday"),
        DayOff.SICKNESS: _("sickness"),
        DayOff.PARENTAL: _("parental leave"),
        DayOff.LEAVE: _("leave"),
        DayOff.OTHER: _("other days off"),
    }[reason]


def balance_note_text(words: Words) -> str:
    """Return what a balance is."""
    return words.gettext(
        "Balance: hours worked less hours due, which are the agreed hours less days"
        " off. Above 0 you worked more."
    )


def usual_start_text(words: Words) -> str:
    """Return when an account begins without a day of its own."""
    return words.gettext(
        "Each role counts from when its present hours were agreed, but no more than a"
        " year, and not before the first hours you logged. --since takes another day."
    )


def filled_text(words: Words, given: float, filled: float) -> str:
    """Return that hours of several roles at one time fill it once."""
    return words.gettext(
        "An hour worked for two roles at once counts for each of them: these"
        " %(given)s took %(filled)s of your time."
    ) % {"given": words.hours(given), "filled": words.hours(filled)}


def role_dates_text(words: Words, period: Period) -> str:
    """Return when a role began and ended, within a sentence."""
    _ = words.gettext
    values = {"first": words.day(period.start), "last": ""}
    if period.end is None:
        return _("which begins on %(first)s") % values
    values["last"] = words.day(period.end - timedelta(days=1))
    return _("which runs from %(first)s to %(last)s") % values


def outside_text(words: Words, role: str, hours: float, dates: str) -> str:
    """Return what was worked before a role began or after it ended."""
    return words.gettext(
        "%(role)s, %(dates)s: %(hours)s worked outside these dates; they are not in the"
        " balance."
    ) % {"role": role, "dates": dates, "hours": words.hours(hours)}


def opening_text(words: Words, role: str, opening: float, on: date) -> str:
    """Return with which balance an account began."""
    values = {"role": role, "balance": words.hours(abs(opening)), "day": words.day(on)}
    _ = words.gettext
    if opening < 0:
        return (
            _("%(role)s began on %(day)s with %(balance)s still to be worked.") % values
        )
    return _("%(role)s began on %(day)s with %(balance)s worked ahead.") % values


def logged_until_text(words: Words, roles: Sequence[str], last: date) -> str:
    """Return until which day the hours of roles are known, and what that does."""
    return words.gettext(
        "%(roles)s: hours are known until %(day)s. Later days are left out until you"
        " log them or bring in the tracker's file."
    ) % {"roles": words.listed(list(roles)), "day": words.day(last)}


def unagreed_text(words: Words, role: str, hours: float | None) -> str:
    """Return what was worked without agreed hours; `hours` None where none ever were."""
    _ = words.gettext
    if hours is None:
        return _("%(role)s: no hours are agreed, so none are due.") % {"role": role}
    return _(
        "%(role)s: %(hours)s worked while none were agreed; they are not in the balance."
    ) % {"role": role, "hours": words.hours(hours)}


def on_call_text(words: Words, role: str, hours: float) -> str:
    """Return how much of the time was on call."""
    return words.gettext(
        "%(role)s: %(hours)s on call beside these; they do not count as worked."
    ) % {"role": role, "hours": words.hours(hours)}


def left_text(words: Words, role: str, left: float) -> str:
    """Return what remains of hours agreed in total."""
    return words.gettext("%(role)s: %(hours)s left of the agreed total.") % {
        "role": role,
        "hours": words.hours(left),
    }


def holidays_text(words: Words, place: str) -> str:
    """Return that public holidays of a place are not known, "" for no country."""
    _ = words.gettext
    if not place:
        return _("Public holidays are not counted: your settings name no country.")
    return _("The public holidays of %(place)s are not fully known.") % {"place": place}
