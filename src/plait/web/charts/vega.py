"""Vega-Lite specs for the two charts that have axes.

A spec is JSON for the page; charts.js draws it. Colours are CSS variables: Vega hands
them on to the SVG untouched, so that a chart follows the theme, also on paper. The
same figures always stand in a table below, made by the template.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plait.domain.quiet import disguise
from plait.web.charts.vega_frame import (
    Spec,
    amounts,
    hours_axis,
    spec,
    time_axis,
    tooltip,
)
from plait.web.charts.vega_words import day_shape, words_for

# Pale bars still stand off the paper, in both themes.
PALE = 0.38
_PALER: Spec = {"condition": {"test": "datum.within", "value": 1}, "value": PALE}


@dataclass(frozen=True, slots=True)
class Stream:
    """The income of one role, an amount in the chart's currency for every month."""

    name: str
    colour: int
    per_month: Sequence[float]


def income_by_stream(
    months: Sequence[date],
    streams: Sequence[Stream],
    *,
    currency: str,
    language: str,
    within: Sequence[bool] = (),
) -> Spec:
    """Return stacked bars of what each stream brought; nothing in quiet view.

    Months that are not `within` are paler; all are within where nothing says so.
    """
    if disguise() is not None:
        return {}  # its numbers would be in the page
    words = words_for(language)
    values: list[Spec] = [
        {
            "month": month.isoformat(),
            "stream": stream.name,
            "amount": amount,
            "place": place,
            "within": is_within,
        }
        for place, stream in enumerate(streams)
        for month, amount, is_within in zip(
            months, stream.per_month, within or [True] * len(months), strict=True
        )
    ]
    encoding = {
        "x": time_axis("month", "utcyearmonth", gap=0.28, months=len(months)),
        "y": amounts("amount", currency),
        "color": {
            "field": "stream",
            "scale": {
                "domain": [stream.name for stream in streams],
                "range": [f"var(--role-{stream.colour})" for stream in streams],
            },
            "legend": None,
            "title": words.stream,
        },
        "order": {"field": "place"},
        "opacity": _PALER,
        "tooltip": [
            {"field": "stream", "title": words.stream},
            tooltip("month", "utcyearmonth", "%B %Y", words.month),
            {"field": "amount", "title": currency, "format": ",.0f"},
        ],
    }
    bars = {
        "type": "bar",
        "stroke": "var(--paper)",
        "strokeWidth": 1,
        "cornerRadius": 1,
    }
    layer: Spec = {"mark": bars, "encoding": encoding}
    return spec(words, values, [layer], words.income)


def weekly_hours(
    weeks: Sequence[date],
    hours: Sequence[float],
    agreed: Sequence[float | None],
    *,
    colour: int,
    language: str,
    within: Sequence[bool] = (),
) -> Spec:
    """Return the hours of each week as bars with the agreed hours as a stepped line.

    `agreed` is None in weeks without an agreement; the line is broken there. Weeks
    that are not `within` are paler; all are within where nothing says so.
    """
    words = words_for(language)
    values: list[Spec] = [
        {
            "week": week.isoformat(),
            "hours": given,
            "agreed": promised,
            "within": is_within,
        }
        for week, given, promised, is_within in zip(
            weeks, hours, agreed, within or [True] * len(weeks), strict=True
        )
    ]
    months = len({(week.year, week.month) for week in weeks})
    across = time_axis("week", "utcyearmonthdate", gap=0.2, months=months - 1)
    tips = [
        tooltip("week", "utcyearmonthdate", day_shape(), words.week),
        {"field": "hours", "title": words.hours, "format": ",.1f"},
        {"field": "agreed", "title": words.agreed, "format": ",.1f"},
    ]
    bars: Spec = {
        "mark": {"type": "bar", "color": f"var(--role-{colour})"},
        "encoding": {
            "x": across,
            "y": hours_axis("hours", words),
            "opacity": _PALER,
            "tooltip": tips,
        },
    }
    line: Spec = {
        "mark": {
            "type": "line",
            "interpolate": "step",
            "color": "var(--ink)",
            "strokeWidth": 1.5,
            "strokeDash": [4, 3],
        },
        "encoding": {"x": across, "y": hours_axis("agreed", words)},
    }
    # A line without a single point has no extent, and Vega says so in the console.
    layers = [bars] if all(promised is None for promised in agreed) else [bars, line]
    return spec(words, values, layers, words.hours_a_week)
