"""What the Vega charts share: the frame of a spec, its axes and their look."""

from plait.web.charts.vega_words import Words

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
Spec = dict[str, object]
_YEAR = 12


def spec(
    words: Words, values: list[Spec], layers: list[Spec], description: str
) -> Spec:
    """Return a whole spec: the layers over the values, as wide as its place."""
    return {
        "$schema": SCHEMA,
        "description": description,
        "width": "container",
        "height": 220,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "background": None,
        "data": {"values": values},
        "layer": layers,
        "config": _CONFIG,
        "usermeta": {"embedOptions": words.options},
    }


def time_axis(field: str, unit: str, *, gap: float, months: int = 12) -> Spec:
    """Return an axis with a bar per month or week, `gap` the share left between.

    A label stands where a month begins; in January it is the year. Over more than a
    year of `months` each quarter has one, over more than three each year: so that the
    years never give way on a phone.
    """
    name = "utcFormat(datum.value, utcmonth(datum.value) === 0 ? '%Y' : '%b')"
    every = 1 if months <= _YEAR else 3 if months <= 3 * _YEAR else _YEAR
    is_labelled = f"utcdate(datum.value) < 8 && utcmonth(datum.value) % {every} === 0"
    label = f"{is_labelled} ? {name} : ''"
    return {
        "field": field,
        "timeUnit": unit,
        "type": "ordinal",
        "title": None,
        "scale": {"paddingInner": gap, "paddingOuter": gap / 2},
        "axis": {
            "grid": False,
            "labelExpr": label,
            "labelAngle": 0,
            "labelOverlap": "greedy",
            "labelSeparation": 10,
        },
    }


def tooltip(field: str, unit: str, shape: str, title: str) -> Spec:
    """Return a date in a tooltip."""
    return {
        "field": field,
        "timeUnit": unit,
        "type": "temporal",
        "format": shape,
        "title": title,
    }


def amounts(field: str, currency: str) -> Spec:
    """Return a vertical axis of money, titled by its currency."""
    return {
        "field": field,
        "type": "quantitative",
        "title": currency,
        "axis": {"format": ",.0f", "tickCount": 4},
    }


def hours_axis(field: str, words: Words) -> Spec:
    """Return a vertical axis of hours, titled by their unit."""
    return {
        "field": field,
        "type": "quantitative",
        "title": words.unit,
        "axis": {"format": ",.1~f", "tickCount": 4},
    }


_CONFIG: Spec = {
    "font": "Figtree",
    "view": {"stroke": None},
    "axis": {
        "labelColor": "var(--muted)",
        "labelFontSize": 12.5,
        "labelPadding": 6,
        "titleColor": "var(--muted)",
        "titleFontSize": 12.5,
        "titleFontWeight": 500,
        "titleAngle": 0,
        "titleAlign": "left",
        "gridColor": "var(--line)",
        "domain": False,
        "ticks": False,
    },
    "axisY": {"titleAnchor": "start", "titleX": 0, "titleY": -12},
}
