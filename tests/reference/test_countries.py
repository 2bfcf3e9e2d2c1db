"""Countries, their parts, and whose a time zone is."""

import pytest

from plait.reference.country_names import countries, country_of_zone, regions
from plait.reference.holidays import is_known


@pytest.mark.parametrize(("language", "name"), [("en", "Germany"), ("nl", "Duitsland")])
def test_countries_are_named_in_the_language(language, name):
    assert countries(language)["DE"] == name


def test_countries_stand_by_name_accents_aside():
    names = list(countries("en").values())

    # "Åland" stands among the A's, not after "Zimbabwe".
    assert (
        names.index("Åland Islands") < names.index("Belgium") < names.index("Zimbabwe")
    )


@pytest.mark.parametrize("code", ["EU", "ZZ", "XA", "001", "UN"])
def test_what_is_no_country_is_not_among_them(code):
    assert code not in countries("en")


def test_parts_with_holidays_of_their_own_are_named():
    assert regions("GB")["SCT"] == "Scotland"
    assert regions("DE")["BY"] == "Bayern"
    assert regions("CH")["BE"] == "Bern"


@pytest.mark.parametrize("country", ["NL", "BE", "XK", "", "??"])
def test_a_country_whose_holidays_are_one_has_no_parts(country):
    assert regions(country) == {}


@pytest.mark.parametrize("country", ["GB", "DE", "FR", "US", "ES", "CH", "AU", "IT"])
def test_every_part_is_known_for_its_holidays(country):
    assert regions(country)
    assert [part for part in regions(country) if not is_known(country, part)] == []


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Amsterdam", "NL"),
        ("Europe/London", "GB"),
        ("America/New_York", "US"),
        ("UTC", ""),
        ("Etc/GMT+5", ""),
        ("Mars/Base", ""),
        ("", ""),
    ],
)
def test_a_time_zone_is_its_countrys(zone, country):
    assert country_of_zone(zone) == country
