"""The words and the ways of writing numbers and dates inside the Vega charts.

They are not in the message catalogue, because a chart is made without Django: the
handful of words stands here, in both languages.
"""

from dataclasses import dataclass

from plait.domain.writing import Dates, number_marks, writing


@dataclass(frozen=True, slots=True)
class Words:
    """Titles in a tooltip and the names of days and months, in `language`."""

    language: str
    stream: str
    month: str
    week: str
    hours: str
    agreed: str
    income: str
    hours_a_week: str
    unit: str
    days: str
    months: str
    short_months: str

    @property
    def options(self) -> dict[str, object]:
        """The locales of d3 as vega-embed takes them, as the person writes numbers."""
        thousands, decimal = number_marks(self.language)
        days = self.days.split()
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
                "days": days,
                "shortDays": [day[:3] for day in days],
                "months": self.months.split(),
                "shortMonths": self.short_months.split(),
            },
        }


def words_for(language: str) -> Words:
    """Return the words of a language code such as "nl" or "en-gb"; English if none."""
    return _WORDS.get(language.lower().partition("-")[0], _WORDS["en"])


_DAYS = {
    Dates.DASHES: "%d-%m-%Y",
    Dates.SLASHES: "%d/%m/%Y",
    Dates.AMERICAN: "%m/%d/%Y",
    Dates.ISO: "%Y-%m-%d",
}


def day_shape() -> str:
    """Return d3's pattern of a day as the person writes it."""
    return _DAYS.get(writing().dates, "%-d %B %Y")


_WORDS = {
    "en": Words(
        language="en",
        stream="Stream",
        month="Month",
        week="Week of",
        hours="Hours",
        agreed="Agreed",
        income="Income per stream and month",
        hours_a_week="Hours per week against agreed hours",
        unit="h",
        days="Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
        months="January February March April May June July August September October"
        " November December",
        short_months="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    ),
    "nl": Words(
        language="nl",
        stream="Inkomstenbron",
        month="Maand",
        week="Week van",
        hours="Uren",
        agreed="Afgesproken",
        income="Inkomsten per bron en maand",
        hours_a_week="Uren per week naast de afgesproken uren",
        unit="u",
        days="zondag maandag dinsdag woensdag donderdag vrijdag zaterdag",
        months="januari februari maart april mei juni juli augustus september oktober"
        " november december",
        short_months="jan feb mrt apr mei jun jul aug sep okt nov dec",
    ),
}
