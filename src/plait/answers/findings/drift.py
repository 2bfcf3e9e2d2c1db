"""What the review says of roles that take more than was agreed."""

from collections.abc import Iterator

import numpy as np

from plait.analysis.hours.drift.drift import FIVE_YEARS, Drift
from plait.analysis.series.hourly_pay import ExtraPay
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Series, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import Number, numbers
from plait.answers.hours.drift import drift_pay
from plait.wording.hours.drift import unsure_text

_LISTED_WEEKS = 26


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield each role that is drifting, with when it left and what that is worth."""
    for one in context.drifting:
        yield _drifting(context, one)


def _drifting(context: AnswerContext, one: Drift) -> Finding:
    role, _ = context.role(one.role), context.words.gettext
    over = one.over_by_now or 0.0
    return Finding(
        kind=Kind.ROLE_OVER,
        weight=ranking.weight(Kind.ROLE_OVER, over),
        role=role.key,
        colour=role.colour,
        title=_("%(role)s has outgrown its agreement") % {"role": role.name},
        sentence=" ".join(_sentences(context, one)),
        why=_("Extra hours in one role come out of the others, or out of your rest."),
        step=Step(_("Draft a note to discuss it"), "talk", role.key),
        numbers=_numbers(one, drift_pay(context, one)),
        evidence=_evidence(context, one),
        series=_series(context, one),
    )


def _sentences(context: AnswerContext, one: Drift) -> Iterator[str]:
    words, _ = context.words, context.words.gettext
    pay = drift_pay(context, one)
    yield _hours_text(context, one)
    if unsure := unsure_text(one, words):
        yield unsure
    if pay.worth_a_month is not None and pay.currency:
        yield _("At the agreed pay the extra hours are worth %(worth)s a month.") % {
            "worth": words.money(pay.worth_a_month, pay.currency)
        }
    if pay.given is not None and pay.currency:
        yield _("Over the hours you really work, an hour now pays %(pay)s.") % {
            "pay": words.money(pay.given, pay.currency, 2)
        }


def _hours_text(context: AnswerContext, one: Drift) -> str:
    """Return the hours against those agreed, and since when; lately where they grow."""
    words, _ = context.words, context.words.gettext
    if one.is_in_season:
        text = _(
            "On average %(actual)s a week since about %(day)s, where %(usual)s are usual"
            " at this time of year; %(agreed)s are agreed."
        )
    elif one.is_growing:
        text = _(
            "Lately %(actual)s a week against %(agreed)s agreed. It has taken more"
            " since about %(day)s."
        )
    elif one.since is None or _is_from_start(context, one):
        text = _(
            "On average %(actual)s a week against %(agreed)s agreed, ever since these"
            " hours were agreed or first logged."
        )
    else:
        text = _(
            "On average %(actual)s a week since about %(day)s, against %(agreed)s"
            " agreed."
        )
    return text % {
        "actual": words.hours(one.given_by_now),
        "usual": words.number(one.expected_then or 0.0),
        "agreed": words.number(one.agreed or 0.0),
        "day": words.day(one.since) if one.since else "",
    }


def _is_from_start(context: AnswerContext, one: Drift) -> bool:
    counted = np.flatnonzero(~np.isnan(one.statistic))
    first = context.weeks.mondays[counted[:1]]
    return bool((first == np.datetime64(one.since or 0, "D")).any())


def _numbers(one: Drift, pay: ExtraPay) -> tuple[Number, ...]:
    return numbers(
        actual=one.given_by_now,
        agreed=one.agreed,
        over=one.over_by_now,
        since=one.since,
        seen_in=one.alarm_on,
        over_since=one.over,
        over_since_low=one.over_low,
        over_since_high=one.over_high,
        n_weeks=one.n_weeks,
        worth_a_month=pay.worth_a_month,
        simple_rule=one.naive.value,
    )


def _series(context: AnswerContext, one: Drift) -> Series:
    words, _ = context.words, context.words.gettext
    latest = slice(-_LISTED_WEEKS, None)
    series = context.weeks.by_role[latest, one.role]
    mondays = context.weeks.mondays[latest]
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
            "Each week is compared with what the agreement and your own earlier years,"
            " months and quarters lead one to expect of it. The role counts as drifting"
            " once its weeks fit a quarter more hours far better than what is expected."
            " The figure is the mean since then; where hours still grow, that of the"
            " latest weeks."
        ),
        assumptions=_(
            "Weeks with leave, sickness or a public holiday are left out. A single"
            " extreme week is never enough."
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
        "A role that keeps to its agreement is called drifting by mistake about once"
        " in %(n)s years."
    ) % {"n": words.number(FIVE_YEARS / 52)}
    if one.over_low is None or one.over_high is None:
        return promise
    size = _(
        "Since then it has taken between %(low)s and %(high)s hours a week more; four"
        " in five such ranges are right."
    ) % {"low": words.number(one.over_low), "high": words.number(one.over_high)}
    return f"{size} {promise}"
