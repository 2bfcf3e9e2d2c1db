"""What the review says of hours: a week too full, a role that runs past its terms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from plait.analysis.hours.balance import (
    LEAST_HOURS,
    TOLERANCE,
    WEEKS_NEEDED,
    RoleHours,
    Verdict,
)
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Series, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import Number, numbers

_LISTED_WEEKS = 26


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield what is so of the hours: the week as a whole, then each role."""
    yield from _full_week(context)
    drifting = {one.role for one in context.drifting}
    for hours in context.balance.roles:
        # Only under: drift says that a role is over, with this verdict beside it.
        if hours.verdict is not Verdict.UNDER or hours.role in drifting:
            continue
        if not _is_quiet_season(context, hours):
            yield _under(context, hours)
    yield from _too_early(context)


def _is_quiet_season(context: AnswerContext, hours: RoleHours) -> bool:
    """Return whether a role that is under takes what those weeks usually take."""
    one = next((one for one in context.drifts if one.role == hours.role), None)
    usual = one.usual_in(hours.weeks_used) if one else None
    if usual is None or hours.actual is None:
        return False
    return hours.actual >= usual - max(TOLERANCE * usual, LEAST_HOURS)


def _full_week(context: AnswerContext) -> Iterator[Finding]:
    found, words, _ = context.balance, context.words, context.words.gettext
    if found.is_too_short or found.actual is None:
        return
    if found.free is None or found.free > -LEAST_HOURS:
        return
    sentence = _("You work %(actual)s a week and have room for %(capacity)s.") % {
        "actual": words.hours(found.actual),
        "capacity": words.number(found.capacity or 0.0),
    }
    if found.agreed:
        sentence += " " + _("Your agreements come to %(agreed)s.") % {
            "agreed": words.number(found.agreed)
        }
    yield Finding(
        kind=Kind.WEEK_TOO_FULL,
        weight=ranking.weight(Kind.WEEK_TOO_FULL, -found.free),
        title=_("Your week is %(over)s too full") % {"over": words.hours(-found.free)},
        sentence=sentence,
        why=_("What does not fit comes out of one of your roles, or out of your rest."),
        step=Step(_("See which role takes it"), "roles"),
        numbers=numbers(
            over=-found.free,
            actual=found.actual,
            agreed=found.agreed,
            capacity=found.capacity,
        ),
        evidence=Evidence(
            data=_weeks_text(context, found.weeks_used),
            method=_(
                "Mean of all hours logged in those weeks, compared with the hours a week"
                " that you have available. An hour worked for two roles counts once."
            ),
            assumptions=_(
                "Weeks with leave or public holidays are left out where there are"
                " others; days off that you did not note pull the mean down."
            ),
            certainty=_spread(context, context.weeks.load, found.weeks_used),
            records=records.time_of_weeks(context, found.weeks_used),
        ),
    )


def _under(context: AnswerContext, hours: RoleHours) -> Finding:
    role, _ = context.role(hours.role), context.words.gettext
    return Finding(
        kind=Kind.ROLE_UNDER,
        weight=ranking.weight(Kind.ROLE_UNDER, -hours.over),
        role=role.key,
        colour=role.colour,
        title=_("%(role)s gets less than was agreed") % {"role": role.name},
        sentence=_compared(context, hours),
        why=_(
            "Either some hours were not logged, or you are not keeping the agreement."
        ),
        step=Step(_("Look at the role"), "role", role.key),
        numbers=_numbers(hours),
        evidence=_role_evidence(context, hours),
        series=_series(context, hours),
    )


def _compared(context: AnswerContext, hours: RoleHours) -> str:
    words, _ = context.words, context.words.gettext
    return _("%(actual)s a week against %(agreed)s agreed.") % {
        "actual": words.hours(hours.actual or 0.0),
        "agreed": words.number(hours.agreed or 0.0),
    }


def _numbers(hours: RoleHours) -> tuple[Number, ...]:
    return numbers(
        actual=hours.actual,
        agreed=hours.agreed,
        over=hours.over,
        n_weeks=hours.n_weeks,
    )


def _series(context: AnswerContext, hours: RoleHours) -> Series:
    words, _ = context.words, context.words.gettext
    series = context.weeks.by_role[-_LISTED_WEEKS:, hours.role]
    agreed = words.number(hours.agreed or 0.0)
    label = _("%(agreed)s agreed") % {"agreed": agreed}
    return Series(tuple(series.tolist()), level=hours.agreed, label=label)


def _too_early(context: AnswerContext) -> Iterator[Finding]:
    """Yield that there are too few weeks: for the week as a whole, else for roles."""
    short = [h for h in context.balance.roles if h.verdict is Verdict.TOO_SHORT]
    if context.balance.is_too_short and len(context.portfolio.hours):
        _ = context.words.gettext
        title = _("It is too early to judge your hours")
        weeks = context.balance.weeks_of_data
        yield _early(context, title, weeks, WEEKS_NEEDED)
    elif short:
        yield _early_for(context, short)


def _early_for(context: AnswerContext, short: list[RoleHours]) -> Finding:
    _ = context.words.gettext
    names = context.names(tuple(hours.role for hours in short))
    title = _("It is too early to judge the hours of %(roles)s") % {"roles": names}
    latest = max(short, key=lambda hours: hours.weeks_needed - hours.weeks_of_data)
    finding = _early(context, title, latest.weeks_of_data, latest.weeks_needed)
    keys = tuple(context.role(hours.role).key for hours in short)
    return replace(finding, numbers=(*finding.numbers, *numbers(roles=keys)))


def _early(context: AnswerContext, title: str, weeks: int, needed: int) -> Finding:
    words, _ = context.words, context.words.gettext
    sentence = words.ngettext(
        "There is %(weeks)d full week to go by; a verdict takes %(needed)d.",
        "There are %(weeks)d full weeks to go by; a verdict takes %(needed)d.",
        weeks,
    )
    if not weeks:
        sentence = _("There is no full week to go by yet; a verdict takes %(needed)d.")
    return Finding(
        kind=Kind.TOO_EARLY,
        weight=ranking.weight(Kind.TOO_EARLY),
        title=title,
        sentence=sentence % {"weeks": weeks, "needed": needed},
        why=_("In a few weeks, chance matters as much as drift."),
        step=Step(_("Log hours"), "log"),
        numbers=numbers(weeks=weeks, needed=needed),
        evidence=Evidence(
            data=_("Full weeks since the first hours and since the present terms."),
            method=_(
                "Counted from Monday to Sunday. A verdict takes 8 weeks, and 13, 26 or"
                " 52 where hours are agreed by the month, the quarter or the year."
            ),
            assumptions=_("Eight weeks is a rule of thumb, not a law."),
            certainty=_("No conclusion is drawn."),
            records=records.time_of_days(context),
        ),
    )


def _role_evidence(context: AnswerContext, hours: RoleHours) -> Evidence:
    words, _ = context.words, context.words.gettext
    return Evidence(
        data=_weeks_text(context, hours.weeks_used),
        method=_(
            "Mean of the hours logged for the role in those weeks, compared with the"
            " agreed hours. Only a difference of more than %(percent)s and of more than"
            " %(least)s hours counts."
        )
        % {"percent": words.percent(TOLERANCE), "least": words.number(LEAST_HOURS)},
        assumptions=_(
            "Hours agreed by the month, quarter or year are spread evenly. Weeks with"
            " leave or public holidays are left out where there are others."
        ),
        certainty=_spread(
            context, context.weeks.by_role[:, hours.role], hours.weeks_used
        ),
        records=records.time_of_weeks(
            context, hours.weeks_used, context.role(hours.role).key
        ),
    )


def _weeks_text(context: AnswerContext, used: Sequence[int]) -> str:
    n_weeks = len(used)
    last = context.weeks.mondays[used[-1]].astype(object)
    return context.words.ngettext(
        "%(weeks)d full week of logged hours; it began on %(day)s.",
        "%(weeks)d full weeks of logged hours; the last one began on %(day)s.",
        n_weeks,
    ) % {"weeks": n_weeks, "day": context.words.day(last)}


def _spread(context: AnswerContext, series: np.ndarray, used: Sequence[int]) -> str:
    _ = context.words.gettext
    if len(used) < 2:
        return _("One week alone does not show how much the hours vary.")
    spread = context.words.number(float(np.std(series[list(used)], ddof=1)))
    if spread == "0":
        return _("From week to week the hours hardly differ.")
    return _("From week to week the hours differ by about %(spread)s either way.") % {
        "spread": spread
    }
