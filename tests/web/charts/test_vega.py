"""The specs of the Vega charts."""

import json
from datetime import date

from plait.domain.writing import Dates, Numbers, Writing, written_as
from plait.web.charts.vega import Stream, income_by_stream, weekly_hours

MONTHS = [date(2026, 1, 1), date(2026, 2, 1)]
STREAMS = [
    Stream("Practice", 1, [3350.0, 3350.0]),
    Stream("Training", 2, [812.5, 0.0]),
]


def income(language="en"):
    return income_by_stream(MONTHS, STREAMS, currency="EUR", language=language)


def test_every_stream_and_month_is_one_value():
    values = income()["data"]["values"]

    assert [(v["month"], v["stream"], v["amount"]) for v in values] == [
        ("2026-01-01", "Practice", 3350.0),
        ("2026-02-01", "Practice", 3350.0),
        ("2026-01-01", "Training", 812.5),
        ("2026-02-01", "Training", 0.0),
    ]


def test_a_stream_has_its_roles_strand_whatever_the_theme():
    colour = income()["layer"][0]["encoding"]["color"]

    assert colour["scale"]["domain"] == ["Practice", "Training"]
    assert colour["scale"]["range"] == ["var(--role-1)", "var(--role-2)"]


def test_a_dutch_chart_writes_dutch_numbers_and_months():
    options = income("nl")["usermeta"]["embedOptions"]

    assert options["formatLocale"]["decimal"] == ","
    assert options["timeFormatLocale"]["shortMonths"][2] == "mrt"


def test_axes_and_hints_follow_the_numbers_and_dates_that_somebody_chose():
    chosen = Writing(numbers=Numbers.SPACE_COMMA, dates=Dates.ISO)
    with written_as(chosen):
        money, hours = (
            income(),
            weekly_hours([date(2026, 1, 5)], [6.0], [None], colour=3, language="en"),
        )

    for spec in (money, hours):
        locale = spec["usermeta"]["embedOptions"]["formatLocale"]
        assert (locale["thousands"], locale["decimal"]) == ("\u202f", ",")
    assert hours["layer"][0]["encoding"]["tooltip"][0]["format"] == "%Y-%m-%d"


def test_a_regional_or_unknown_language_still_finds_its_words():
    assert income("en-gb") == income("en") == income("xx")


def test_a_week_without_an_agreement_breaks_the_agreed_line():
    spec = weekly_hours(
        [date(2026, 1, 5), date(2026, 1, 12)],
        [6.0, 7.5],
        [None, 6.0],
        colour=3,
        language="en",
    )

    assert [value["agreed"] for value in spec["data"]["values"]] == [None, 6.0]


def test_half_hours_on_the_axis_are_told_as_halves():
    spec = weekly_hours([date(2026, 1, 5)], [1.5], [1.0], colour=3, language="en")

    assert spec["layer"][0]["encoding"]["y"]["axis"]["format"] == ",.1~f"


def test_without_any_agreement_no_line_is_drawn():
    spec = weekly_hours([date(2026, 1, 5)], [6.0], [None], colour=3, language="en")

    assert [layer["mark"]["type"] for layer in spec["layer"]] == ["bar"]


def test_a_spec_is_plain_json_and_fetches_nothing():
    text = json.dumps(income())

    assert '"url"' not in text
