"""What the review says of roles that take more than was agreed."""

from collections.abc import Iterator

import numpy as np

from plait.analysis.hours.drift.drift import TWO_YEARS, Drift
from plait.analysis.series.hourly_pay import hourly_pay_given, monthly_worth
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Series, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import Number, numbers
from plait.domain.roles import Agreement

_SHOWN_WEEKS = 26


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield each role that is drifting, with when it left and what that is worth."""
    for one in context.drifting:
        yield _drifting(context, one)


def _drifting(context: AnswerContext, one: Drift) -> Finding:
    role, _ = context.role(one.role), context.words.gettext
    terms = role.agreement_on(context.portfolio.on)
    lately = lately_given(one)
    over = lately - (one.agreed or 0.0)
    return Finding(
        kind=Kind.ROLE_OVER,
        weight=ranking.weight(Kind.ROLE_OVER, over),
        role=role.key,
        colour=role.colour,
        title=_("%(role)s has outgrown its agreement") % {"role": role.name},
        sentence=" ".join(_said(context, one, terms, lately)),
        why=_("Extra hours in one role are taken from the others, or from your rest."),
        step=Step(_("Write the note for the talk"), "talk", role.key),
        numbers=_numbers(one, terms, lately),
        evidence=_evidence(context, one),
        series=_series(context, one),
    )


def lately_given(one: Drift) -> float:
    """Return the hours a week that a drifting role takes by now."""
    return (one.agreed or 0.0) + (one.over_by_now or 0.0)


def _said(
    context: AnswerContext, one: Drift, terms: Agreement | None, lately: float
) -> Iterator[str]:
    words, _ = context.words, context.words.gettext
    yield _("%(actual)s a week against %(agreed)s agreed.") % {
        "actual": words.hours(lately),
        "agreed": words.number(one.agreed or 0.0),
    }
    if one.since is not None and _is_from_start(context, one):
        yield _("So it has been since these hours were agreed or first logged.")
    elif one.since is not None:
        yield _("It left the agreement around %(day)s.") % {"day": words.day(one.since)}
    worth = worth_a_month(terms, lately - (one.agreed or 0.0))
    if worth is not None:
        yield _("At the agreed pay the extra hours are worth %(worth)s a month.") % {
            "worth": words.money(*worth)
        }
    real = hourly_pay_given(terms, lately) if terms else None
    if real is not None and terms is not None and terms.pay is not None:
        yield _("An hour really brings %(pay)s now.") % {
            "pay": words.money(real, terms.pay.currency, 2)
        }


def _is_from_start(context: AnswerContext, one: Drift) -> bool:
    counted = np.flatnonzero(~np.isnan(one.statistic))
    first = context.weeks.mondays[counted[:1]]
    return bool((first == np.datetime64(one.since or 0, "D")).any())


def worth_a_month(terms: Agreement | None, over: float) -> tuple[float, str] | None:
    """Return what hours beyond the terms are worth a month, in their currency."""
    worth = monthly_worth(terms, over) if terms else None
    if worth is None or terms is None or terms.pay is None:
        return None
    return worth, terms.pay.currency


def _numbers(one: Drift, terms: Agreement | None, lately: float) -> tuple[Number, ...]:
    over = lately - (one.agreed or 0.0)
    worth = worth_a_month(terms, over)
    return numbers(
        actual=lately,
        agreed=one.agreed,
        over=over,
        since=one.since,
        seen_in=one.alarm_on,
        over_since=one.over,
        over_since_low=one.over_low,
        over_since_high=one.over_high,
        n_weeks=one.n_weeks,
        worth_a_month=worth[0] if worth else None,
        simple_rule=one.naive.value,
    )


def _series(context: AnswerContext, one: Drift) -> Series:
    words, _ = context.words, context.words.gettext
    shown = slice(-_SHOWN_WEEKS, None)
    series = context.weeks.by_role[shown, one.role]
    mondays = context.weeks.mondays[shown]
    left = np.flatnonzero(mondays == np.datetime64(one.since or 0, "D"))
    agreed = words.number(one.agreed or 0.0)
    return Series(
        tuple(series.tolist()),
        level=one.agreed,
        label=_("%(agreed)s agreed") % {"agreed": agreed},
        marked=int(left[0]) if len(left) else None,
    )


def _evidence(context: AnswerContext, one: Drift) -> Evidence:
    words, _ = context.words, context.words.gettext
    data = words.ngettext(
        "%(n)d full week of logged hours since these terms.",
        "%(n)d full weeks of logged hours since these terms.",
        one.n_weeks,
    ) % {"n": one.n_weeks}
    return Evidence(
        data=data,
        method=_(
            "Hours beyond the agreement are added up from week to week and set back to"
            " nothing when they fall below it; the sum is told once it is larger than"
            " your usual ups and downs make it. The latest four weeks give the figure."
        ),
        assumptions=_(
            "Weeks with leave, sickness or a public holiday are left out. One wild week"
            " alone never counts."
        ),
        certainty=_certainty(context, one),
        records=records.time_of_weeks(
            context,
            range(one.begin, len(context.weeks)),
            context.role(one.role).key,
        ),
    )


def _certainty(context: AnswerContext, one: Drift) -> str:
    words, _ = context.words, context.words.gettext
    promise = _(
        "A role that keeps to its agreement is called drifting about once in %(n)s"
        " years."
    ) % {"n": words.number(TWO_YEARS / 52)}
    if one.over_low is None or one.over_high is None:
        return promise
    size = _(
        "Since it left, it took between %(low)s and %(high)s hours a week more, four"
        " times out of five."
    ) % {"low": words.number(one.over_low), "high": words.number(one.over_high)}
    return f"{size} {promise}"
