"""The words and the ways of writing numbers and dates inside the Vega charts.

They are not in the message catalogue, because a chart is made without Django: the
handful of words stands here, in both languages.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """Titles in a tooltip, and `options`: the locales of d3 as vega-embed takes them."""

    stream: str
    month: str
    week: str
    hours: str
    agreed: str
    income: str
    hours_a_week: str
    unit: str
    options: dict[str, object] = field(default_factory=dict)


def words_for(language: str) -> Words:
    """Return the words of a language code such as "nl" or "en-gb"; English if none."""
    return _WORDS.get(language.lower().partition("-")[0], _WORDS["en"])


def _options(
    decimal: str, thousands: str, days: str, months: str, short: str
) -> dict[str, object]:
    day_names, month_names = days.split(), months.split()
    return {
        "formatLocale": {
            "decimal": decimal,
            "thousands": thousands,
            "grouping": [3],
            "currency": ["", ""],
        },
        "timeFormatLocale": {
            "dateTime": "%A %e %B %Y %X",
            "date": "%d-%m-%Y",
            "time": "%H:%M:%S",
            "periods": ["AM", "PM"],
            "days": day_names,
            "shortDays": [day[:3] for day in day_names],
            "months": month_names,
            "shortMonths": short.split(),
        },
    }


_WORDS = {
    "en": Words(
        stream="Stream",
        month="Month",
        week="Week of",
        hours="Hours",
        agreed="Agreed",
        income="Income per stream and month",
        hours_a_week="Hours per week against agreed hours",
        unit="h",
        options=_options(
            ".",
            ",",
            "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
            "January February March April May June July August September October"
            " November December",
            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        ),
    ),
    "nl": Words(
        stream="Inkomstenbron",
        month="Maand",
        week="Week van",
        hours="Uren",
        agreed="Afgesproken",
        income="Inkomsten per bron en maand",
        hours_a_week="Uren per week naast de afgesproken uren",
        unit="u",
        options=_options(
            ",",
            ".",
            "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag",
            "januari februari maart april mei juni juli augustus september oktober"
            " november december",
            "jan feb mrt apr mei jun jul aug sep okt nov dec",
        ),
    ),
}
