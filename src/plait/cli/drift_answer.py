"""The drift of a book's roles as plain values, for `--json` and for the page."""

import math
from dataclasses import asdict
from typing import Any

from plait.analysis.hours.drift.drift import Drift, drifts
from plait.analysis.series.hourly_pay import hourly_pay, hourly_pay_given, monthly_worth
from plait.answers.context import AnswerContext, answer_context
from plait.answers.talk import talk
from plait.domain.columns import Bools
from plait.domain.portfolio import Portfolio
from plait.wording.drift import drift_text
from plait.wording.words import words_for

Told = dict[str, Any]


def drifts_told(
    portfolio: Portfolio, language: str, weeks_between: float, key: str = ""
) -> Told:
    """Return how every role stands, or one of them (by its key) with its weeks."""
    context = answer_context(portfolio, words_for(language))
    found = drifts(
        portfolio,
        context.weeks,
        context.set_aside,
        weeks_between=weeks_between,
        known=context.balance,
    )
    chosen = [one for one in found if key in {"", context.role(one.role).key}]
    roles = [_role(context, one) for one in chosen]
    if key:
        for one, told in zip(chosen, roles, strict=True):
            told["weeks"] = _weeks(context, one, context.set_aside)
            told["talk"] = talk(context, one) or None
    return {
        "on": portfolio.on.isoformat(),
        "language": context.words.language,
        "weeks_between_false_alarms": weeks_between,
        "roles": roles,
    }


def _role(context: AnswerContext, one: Drift) -> Told:
    role = context.role(one.role)
    left_out = {"role", "verdict", "naive", "per", "begin", "z", "statistic"}
    figures = {k: v for k, v in asdict(one).items() if k not in left_out}
    return {
        "role": role.key,
        "name": role.name,
        "verdict": one.verdict.value,
        "naive": one.naive.value,
        "sentence": drift_text(one, context.words),
        "per": one.per.value,
        **figures,
        "given": one.given,
        "is_growing": one.is_growing,
        "statistic": _last(one),
        **_pay(context, one),
    }


def _last(one: Drift) -> float | None:
    last = float(one.statistic[-1]) if len(one.statistic) else math.nan
    return None if math.isnan(last) else last


def _pay(context: AnswerContext, one: Drift) -> Told:
    """Return what the extra hours are worth, and an hour's pay, agreed and now."""
    terms = context.role(one.role).agreement_on(context.portfolio.on)
    over = one.over_by_now
    if not one.is_over_now or terms is None or over is None or one.agreed is None:
        return {"worth_a_month": None, "currency": None, "pay": None, "pay_now": None}
    return {
        "worth_a_month": monthly_worth(terms, over),
        "currency": terms.pay.currency if terms.pay else None,
        "pay": hourly_pay(terms),
        "pay_now": hourly_pay_given(terms, one.agreed + over),
    }


def _weeks(context: AnswerContext, one: Drift, away: Bools) -> list[Told]:
    """Return the weeks that count, each with its hours and where S stood after it."""
    columns = (
        context.weeks.mondays.astype(str),
        context.weeks.by_role[:, one.role],
        one.z,
        one.statistic,
        away[:, one.role],
    )
    rows = zip(*(column[one.begin :].tolist() for column in columns), strict=True)
    return [
        {
            "week": day,
            "hours": round(given, 4),
            "agreed": one.agreed,
            "z": None if math.isnan(z) else z,
            "statistic": None if math.isnan(s) else s,
            "set_aside": is_away,
        }
        for day, given, z, s, is_away in rows
    ]
