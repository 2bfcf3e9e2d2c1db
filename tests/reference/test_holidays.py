"""Public holidays by country and region, and what is not known."""

import os
import subprocess
import sys
from datetime import date

import pytest

from plait.reference.days_off import days_off_array
from plait.reference.holidays import (
    is_known,
    public_holidays,
    source,
)


def of_year(country, year, *, region="", language="en"):
    return public_holidays(
        country, region, date(year, 1, 1), date(year, 12, 31), language=language
    )


@pytest.mark.parametrize(
    ("country", "on", "name"),
    [
        # Easter 2026 is 5 April: Easter Monday the day after, Ascension 39 days.
        ("NL", date(2026, 4, 6), "Easter Monday"),
        ("NL", date(2026, 5, 14), "Ascension Day"),
        ("NL", date(2026, 4, 27), "King's Day"),
        ("DE", date(2026, 10, 3), "German Unity Day"),
        ("FR", date(2026, 7, 14), "National Day"),
        # Boxing Day 2026 is a Saturday; the Monday is given instead.
        ("GB", date(2026, 12, 28), "Boxing Day (observed)"),
    ],
)
def test_a_public_holiday_is_found_by_its_country(country, on, name):
    assert of_year(country, 2026)[on] == name


def test_kings_day_moves_to_saturday_when_it_falls_on_a_sunday():
    # 27 April 2025 was a Sunday.
    assert date(2025, 4, 26) in of_year("NL", 2025)
    assert date(2025, 4, 27) not in of_year("NL", 2025)


@pytest.mark.parametrize(("year", "is_free"), [(2025, True), (2026, False)])
def test_liberation_day_is_free_once_in_five_years(year, is_free):
    assert (date(year, 5, 5) in of_year("NL", year)) is is_free


def test_names_are_dutch_where_the_library_has_them():
    assert of_year("NL", 2026, language="nl")[date(2026, 4, 27)] == "Koningsdag"
    # It has none for Germany; English stands in.
    assert of_year("DE", 2026, language="nl")[date(2026, 1, 1)] == "New Year's Day"


def test_names_do_not_follow_the_language_of_the_machine():
    code = (
        "from datetime import date; from plait.reference.holidays import *;"
        "day = date(2026, 1, 1); print(public_holidays('DE', '', day, day)[day])"
    )
    env = {**os.environ, "LANG": "de_DE.UTF-8", "LANGUAGE": "de"}

    said = subprocess.run(
        [sys.executable, "-c", code],
        env=env,
        capture_output=True,
        check=True,
        text=True,
    )

    assert said.stdout.strip() == "New Year's Day"


_ASKED = """
import sys
from datetime import date
from plait.reference import holidays
{first}
print(holidays.public_holidays("{country}", "", date(2020, 1, 1), date(2026, 12, 31)))
print("holidays.countries.japan" in sys.modules)
"""


def said_of(country, first=""):
    """Return what a new process says: the holidays, and whether Japan's are read in."""
    code = _ASKED.format(country=country, first=first)
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    return ran.stdout.splitlines()


@pytest.mark.parametrize("country", ["NL", "AX"])  # Åland's law builds on Finland's
def test_a_country_read_in_alone_has_the_holidays_that_the_library_gives(country):
    alone, plainly = said_of(country), said_of(country, "holidays._read_in = str")

    assert alone[0] == plainly[0]
    assert "2026, 1, 1" in alone[0]


def test_other_countries_are_not_read_in():
    assert said_of("NL")[1] == "False"


@pytest.mark.parametrize("region", ["BY", "by", "DE-BY", "Bayern"])
def test_a_region_adds_its_own_days(region):
    # Epiphany is free in Bavaria, not in all of Germany.
    assert date(2026, 1, 6) in of_year("DE", 2026, region=region)
    assert date(2026, 1, 6) not in of_year("DE", 2026)


def test_a_region_that_is_not_known_counts_as_the_whole_country():
    assert of_year("NL", 2026, region="Atlantis") == of_year("NL", 2026)


@pytest.mark.parametrize(
    ("country", "region", "known"),
    [
        ("NL", "", True),
        ("nl", " ", True),
        ("GB", "England", True),
        ("NL", "Atlantis", False),
        ("XX", "", False),
        ("", "", False),
    ],
)
def test_it_tells_which_countries_and_regions_are_known(country, region, known):
    assert is_known(country, region) is known


@pytest.mark.parametrize("country", ["", "XX", "Netherlands"])
def test_a_country_that_is_not_known_has_no_holidays(country):
    assert of_year(country, 2026) == {}
    assert len(days_off_array(country, "", date(2026, 1, 1), date(2026, 12, 31))) == 0


def test_both_ends_are_included_and_years_run_on():
    days = days_off_array("NL", "", date(2025, 12, 26), date(2026, 1, 1))

    assert days.tolist() == [date(2025, 12, 26), date(2026, 1, 1)]


def test_years_before_the_library_knows_any_are_empty():
    assert of_year("DE", 1900) == {}


def test_the_source_is_named_with_its_version():
    name, version = source().split()

    assert name == "holidays"
    assert version[0].isdigit()


def test_the_library_is_read_in_only_when_a_country_is_asked_for():
    code = (
        "import sys; from datetime import date; from plait.reference.holidays import *;"
        "public_holidays('', '', date(2026, 1, 1), date(2026, 1, 1));"
        "print('holidays' in sys.modules)"
    )

    said = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
    )

    assert said.stdout.strip() == "False"
