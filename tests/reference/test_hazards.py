"""Dated layoff rates and searches, as the file tells them."""

import pytest

from plait.reference.hazards import search, sector_rate, sector_rates

# Annualised = 1 - (1 - p)^12 of the rate of May 2026, in percent.
OF_MAY_2026 = {
    "total": 12.4,
    "mining": 8.1,
    "construction": 22.5,
    "manufacturing": 7.0,
    "wholesale": 10.3,
    "retail": 10.3,
    "transport": 20.6,
    "information": 19.6,
    "finance": 4.7,
    "real estate": 8.1,
    "professional": 19.6,
}


@pytest.mark.parametrize(("key", "percent"), OF_MAY_2026.items())
def test_the_latest_month_comes_to_the_published_years(key, percent):
    [rate] = [one for one in sector_rates() if one.key == key]

    assert round(100 * (1 - (1 - rate.monthly[-1] / 100) ** 12), 1) == percent


def test_a_years_chance_is_of_the_mean_of_the_months_told():
    # Construction: (2.2 + 1.8 + 1.8 + 1.5 + 2.1) / 5 = 1.88 %; 1 - .9812^12 = 20.4 %.
    assert round(sector_rate("Construction").yearly, 3) == 0.204


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Health", "education and health"),
        ("onderwijs", "education and health"),
        ("Financiën", "finance"),
        ("IT consulting", "information"),
        ("Real estate", "real estate"),
        ("gemeente", "government"),
        ("Zorg & welzijn", "education and health"),
        ("", "total"),
        ("beekeeping", "total"),
    ],
)
def test_a_sector_is_found_by_plain_words(said, key):
    assert sector_rate(said).key == key


def test_every_sector_is_found_by_each_of_its_names():
    for rate in sector_rates():
        if not rate.is_of_all:
            assert sector_rate(rate.name).key == rate.key
            assert sector_rate(rate.name_nl).key == rate.key


def test_every_rate_says_its_vintage_source_and_standing():
    for rate in sector_rates():
        assert rate.vintage == "May 2026, preliminary"
        assert "bls.gov" in rate.source
        assert rate.status.startswith(("looked up", "own knowledge"))


def test_a_search_is_the_mean_of_spells_with_the_range_of_other_sources():
    found = search()

    # 23.8 weeks / (52.1775 / 12) = 5.47 months. 65.7 % in work again of those who
    # lost a job within 36 months: 1 - (1 - e^(-36/w)) w/36 = .657 at w = 13.2.
    assert (found.least, found.months, found.most) == (3.43, 5.5, 13.2)
    assert (found.lowest, found.again, found.highest) == (0.49, 0.657, 0.70)
