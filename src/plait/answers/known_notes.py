"""The note of every answer that rests on payments: until when they are known."""

from collections.abc import Iterator
from datetime import date, timedelta

from plait.analysis.series.known import income_gaps, is_entered_by_hand
from plait.answers.context import AnswerContext
from plait.domain.period import Period
from plait.wording.records import known as wording

_TWO_YEARS_DAYS = 2 * 365
# A statement that ends three days before the month does covers it.
_MARGIN = timedelta(days=4)


def money_notes(context: AnswerContext, role: str = "") -> Iterator[str]:
    """Yield until when the payments of roles are known, where a whole month lacks.

    Of roles held that are paid, or of the one with that key. The note of an answer
    that rests on payments.
    """
    portfolio, words = context.portfolio, context.words
    by_day: dict[tuple[date, bool], list[str]] = {}
    by_gaps: dict[tuple[Period, ...], list[str]] = {}
    for stream in context.income.streams:
        held = portfolio.roles[stream.role]
        if not held.is_held_on(portfolio.on) or role not in {"", held.key}:
            continue
        if (stream.known_until and stream.end < len(context.income.months)) or (
            stream.known_until and _lacks_a_month(stream.known_until, portfolio.on)
        ):
            typed = is_entered_by_hand(portfolio, stream.role)
            by_day.setdefault((stream.known_until, typed), []).append(held.name)
        gaps = tuple(
            g
            for g in income_gaps(portfolio, stream.role)
            if _is_recent(g, portfolio.on)
        )
        if gaps:
            by_gaps.setdefault(gaps, []).append(held.name)
    for (until, typed), names in sorted(by_day.items()):
        if typed:
            yield wording.entered_until_text(words, names, until)
        else:
            yield wording.money_until_text(words, names, until, portfolio.on)
    for gaps, names in by_gaps.items():
        yield wording.unknown_months_text(words, names, wording.days_text(words, gaps))


def _lacks_a_month(until: date, on: date) -> bool:
    """Return whether a whole month before the date is not known."""
    first = on.replace(day=1)
    return until + _MARGIN < first


def _is_recent(gap: Period, on: date) -> bool:
    return gap.end is not None and (on - gap.end).days <= _TWO_YEARS_DAYS
