"""What the review says of hours: a week too full, a role that runs past its terms."""

from collections.abc import Iterator

import numpy as np

from plait.analysis.hours.balance import (
    LEAST_HOURS,
    TOLERANCE,
    WEEKS_NEEDED,
    RoleHours,
    Verdict,
)
from plait.analysis.hours.worth import monthly_worth
from plait.review.finding import Evidence, Finding, Picture, Step
from plait.review.subject import Subject

_SHOWN_WEEKS = 26


def findings(subject: Subject) -> Iterator[Finding]:
    """Yield what is so of the hours: the week as a whole, then each role."""
    yield from _full_week(subject)
    for hours in subject.balance.roles:
        if hours.verdict is Verdict.OVER:
            yield _over(subject, hours)
        elif hours.verdict is Verdict.UNDER:
            yield _under(subject, hours)
    short = [h for h in subject.balance.roles if h.verdict is Verdict.TOO_SHORT]
    if short:
        yield _too_short(subject, short)


def _full_week(subject: Subject) -> Iterator[Finding]:
    found, words, _ = subject.balance, subject.words, subject.words.gettext
    if found.free is None or found.actual is None or found.free > -LEAST_HOURS:
        return
    numbers = {
        "over": -found.free,
        "actual": found.actual,
        "agreed": found.agreed,
        "capacity": found.capacity,
    }
    shown = {name: words.number(value or 0) for name, value in numbers.items()}
    yield Finding(
        kind="week-too-full",
        weight=90 - found.free,
        title=_("Your week is %(over)s hours too full") % shown,
        sentence=_(
            "You give %(actual)s hours a week and have %(capacity)s to give;"
            " %(agreed)s were agreed over all roles."
        )
        % shown,
        why=_("What does not fit is taken from one of the roles, or from your rest."),
        step=Step(_("See which role takes it"), "roles"),
        numbers=numbers,
        evidence=Evidence(
            data=_weeks_told(subject, found.n_weeks),
            method=_(
                "Mean of all hours logged in those weeks; an hour that serves two roles"
                " counts once. Set against the hours a week you said you have."
            ),
            assumptions=_("Weeks of leave inside those weeks pull the mean down."),
            certainty=_spread(subject, subject.weeks.load, found.n_weeks),
        ),
    )


def _over(subject: Subject, hours: RoleHours) -> Finding:
    role, words, _ = subject.role(hours.role), subject.words, subject.words.gettext
    series = subject.weeks.by_role[:, hours.role]
    worth = _worth(subject, hours)
    sentence = _("%(actual)s hours a week against %(agreed)s agreed.") % _shown(
        subject, hours
    )
    if worth is not None:
        sentence += " " + _(
            "By the agreed pay the difference is worth %(worth)s a month."
        ) % {"worth": words.money(*worth)}
    return Finding(
        kind="role-over",
        weight=70 + hours.over,
        role=role.key,
        colour=role.colour,
        title=_("%(role)s has outgrown its agreement") % {"role": role.name},
        sentence=sentence,
        why=_("Extra hours in one role are taken from the others, or from your rest."),
        step=Step(_("Change the agreement"), "agreement", role.key),
        numbers={
            "actual": hours.actual,
            "agreed": hours.agreed,
            "over": hours.over,
            "n_weeks": hours.n_weeks,
            "worth_a_month": worth[0] if worth else None,
        },
        evidence=_role_evidence(subject, hours),
        picture=Picture(
            values=tuple(series[-_SHOWN_WEEKS:].tolist()),
            level=hours.agreed,
            label=_("%(agreed)s agreed") % _shown(subject, hours),
        ),
    )


def _under(subject: Subject, hours: RoleHours) -> Finding:
    role, _ = subject.role(hours.role), subject.words.gettext
    return Finding(
        kind="role-under",
        weight=30 - hours.over,
        role=role.key,
        colour=role.colour,
        title=_("%(role)s gets less than was agreed") % {"role": role.name},
        sentence=_("%(actual)s hours a week against %(agreed)s agreed.")
        % _shown(subject, hours),
        why=_("Either hours are not logged, or a promise is not being kept."),
        step=Step(_("Look at the role"), "role", role.key),
        numbers={
            "actual": hours.actual,
            "agreed": hours.agreed,
            "over": hours.over,
            "n_weeks": hours.n_weeks,
        },
        evidence=_role_evidence(subject, hours),
    )


def _too_short(subject: Subject, short: list[RoleHours]) -> Finding:
    _, n = subject.words.gettext, subject.words.ngettext
    weeks = max(hours.weeks_of_data for hours in short)
    names = subject.names(tuple(hours.role for hours in short))
    return Finding(
        kind="too-early",
        weight=5,
        title=_("Too early to judge the hours of %(roles)s") % {"roles": names},
        sentence=n(
            "There is %(weeks)d week of hours at most; %(needed)d are needed.",
            "There are %(weeks)d weeks of hours at most; %(needed)d are needed.",
            weeks,
        )
        % {"weeks": weeks, "needed": WEEKS_NEEDED},
        why=_("A few weeks differ by chance as much as by drift."),
        step=Step(_("Bring in more hours"), "import"),
        numbers={subject.role(h.role).key: h.weeks_of_data for h in short},
        evidence=Evidence(
            data=_("Full weeks since the first hours of each role."),
            method=_("Counted, from Monday to Sunday."),
            assumptions=_("Eight weeks is a rule of thumb, not a law."),
            certainty=_("No conclusion is drawn."),
        ),
    )


def _role_evidence(subject: Subject, hours: RoleHours) -> Evidence:
    words, _ = subject.words, subject.words.gettext
    return Evidence(
        data=_weeks_told(subject, hours.n_weeks),
        method=_(
            "Mean of the hours logged for the role in those weeks, set against the"
            " hours of the agreement; more than %(percent)s and %(least)s hours apart"
            " is said."
        )
        % {"percent": words.percent(TOLERANCE), "least": words.number(LEAST_HOURS)},
        assumptions=_(
            "Hours agreed by the month, quarter or year are spread evenly; leave and"
            " holidays are not set apart yet."
        ),
        certainty=_spread(subject, subject.weeks.by_role[:, hours.role], hours.n_weeks),
    )


def _weeks_told(subject: Subject, n_weeks: int) -> str:
    _, n = subject.words.gettext, subject.words.ngettext
    last = subject.weeks.mondays[-1].astype(object)
    return n(
        "%(weeks)d full week of logged hours; the latest began on %(day)s.",
        "%(weeks)d full weeks of logged hours; the latest began on %(day)s.",
        n_weeks,
    ) % {"weeks": n_weeks, "day": subject.words.day(last)}


def _spread(subject: Subject, series: np.ndarray, n_weeks: int) -> str:
    _ = subject.words.gettext
    if n_weeks < 2:
        return _("One week; nothing can be said of how it varies.")
    shown = subject.words.number(float(np.std(series[-n_weeks:], ddof=1)))
    return _("From week to week the hours differ by about %(spread)s either way.") % {
        "spread": shown
    }


def _worth(subject: Subject, hours: RoleHours) -> tuple[float, str] | None:
    terms = subject.role(hours.role).agreement_on(subject.portfolio.on)
    worth = monthly_worth(terms, hours.over) if terms else None
    if worth is None or terms is None or terms.pay is None:
        return None
    return worth, terms.pay.currency


def _shown(subject: Subject, hours: RoleHours) -> dict[str, str]:
    number = subject.words.number
    return {
        "actual": number(hours.actual or 0.0),
        "agreed": number(hours.agreed or 0.0),
    }
