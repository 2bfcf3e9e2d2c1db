"""The map of roles as plain values, for `plait checkin --json` and its table."""

from typing import Any

from plait.analysis.wellbeing.levels import QUESTIONS, Aspect
from plait.analysis.wellbeing.pooling import Level
from plait.analysis.wellbeing.trend import Trend
from plait.analysis.wellbeing.value_map import Position, ValueMap
from plait.answers.context import AnswerContext
from plait.wording.wellbeing import reason_text, suggestion_text


def map_as_json(context: AnswerContext) -> dict[str, Any]:
    """Return the map on the subject's date; without roles while nothing was answered.

    `low` and `high` are the range that holds a level four times of five, `plain` is
    the plain mean of the answers.
    """
    found = context.value
    told: dict[str, Any] = {
        "on": context.portfolio.on.isoformat(),
        "language": context.words.language,
    }
    if found is None:
        return told | {"n_answers": 0, "roles": []}
    return told | {
        "n_answers": found.wellbeing.n_answers,
        "middle": {"gives": found.middle_value, "takes": found.middle_pressure},
        "means": {aspect.value: mean for aspect, mean in found.wellbeing.means.items()},
        "usual_pay": found.usual_pay,
        "currency": found.currency,
        "roles": [_place(context, found, place) for place in found.positions],
    }


def _place(context: AnswerContext, found: ValueMap, place: Position) -> dict[str, Any]:
    role, words, felt = context.role(place.role), context.words, place.wellbeing
    return {
        "role": role.key,
        "name": role.name,
        "suggestion": place.suggestion.value,
        "said": suggestion_text(words, place.suggestion),
        "reason": reason_text(words, place, found),
        "leans": place.leans.value,
        "certainty": place.certainty,
        "n_answers": felt.n_answers,
        "last_week_on": felt.weeks_on[-1].isoformat() if felt.weeks_on else None,
        "gives": _level(place.value),
        "takes": _level(place.pressure),
        **{aspect.value: _level(felt.levels[aspect]) for aspect in QUESTIONS},
        "trends": {a.value: _trend(felt.trends[a]) for a in (*QUESTIONS, Aspect.GIVES)},
        "pay": place.pay.value,
        "pay_an_hour": place.pay_an_hour,
        "hours_a_week": place.hours_a_week,
        "share_of_hours": place.share,
    }


def _level(level: Level) -> dict[str, float | None]:
    return {
        "value": level.value,
        "low": level.low,
        "high": level.high,
        "plain": level.plain,
    }


def _trend(trend: Trend) -> dict[str, Any]:
    return {
        "direction": trend.direction.value,
        "before": trend.before,
        "after": trend.after,
        "confidence": trend.confidence,
        "n_answers": trend.n_answers,
        "n_weeks": trend.n_weeks,
    }
