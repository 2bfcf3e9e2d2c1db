"""The ECB's rates, as the package's own file has them."""

import csv
import io
import zipfile
from datetime import date, timedelta
from importlib import resources
from random import Random

import numpy as np
import pytest
from currency_converter import CurrencyConverter

from plait.reference.rates import NoRate, published_rates, rates_for
from tests.cast import day


def on(*days: str) -> np.ndarray:
    return np.array(days, dtype="datetime64[D]")


def in_the_file(told: str, currency: str) -> str:
    """Return what the package's file has in its row of the day."""
    packed = resources.files("currency_converter").joinpath("eurofxref-hist.zip")
    with packed.open("rb") as file, zipfile.ZipFile(file) as archive:
        text = archive.read("eurofxref-hist.csv").decode()
    rows = csv.DictReader(io.StringIO(text), skipinitialspace=True)
    return next(row[currency] for row in rows if row["Date"] == told)


def test_a_euro_is_a_euro_on_any_day():
    assert rates_for(["EUR"]).per_euro(
        "EUR", on("1998-01-01", "2030-01-01")
    ).tolist() == [
        1,
        1,
    ]


@pytest.mark.parametrize(
    ("currency", "per_euro"), [("GBP", "0.86645"), ("USD", "1.0956"), ("JPY", "155.68")]
)
def test_a_rate_is_the_one_of_its_day_in_the_file(currency, per_euro):
    found = rates_for([currency]).per_euro(currency, on("2024-01-02"))

    assert in_the_file("2024-01-02", currency) == per_euro
    assert found.tolist() == [float(per_euro)]


def test_a_day_without_a_rate_takes_the_last_one_before():
    # Good Friday 29 March to Easter Monday 1 April 2024: no rates after the 28th.
    easter = on("2024-03-28", "2024-03-29", "2024-03-31", "2024-04-01", "2024-04-02")

    found = rates_for(["USD"]).per_euro("USD", easter)

    assert found.tolist() == [1.0811, 1.0811, 1.0811, 1.0811, 1.0749]


def test_days_in_any_order_keep_their_place():
    found = rates_for(["USD"]).per_euro("USD", on("2024-04-02", "2024-03-28"))

    assert found.tolist() == [1.0749, 1.0811]


def test_days_after_the_newest_take_the_newest():
    rates = rates_for(["USD"])
    newest = rates.until.isoformat()
    years_later = (rates.until + timedelta(days=1000)).isoformat()

    newest_rate, later = rates.per_euro("USD", on(newest, years_later))

    assert newest_rate == float(in_the_file(newest, "USD"))
    assert later == newest_rate


def test_no_days_have_no_rates():
    assert rates_for(["USD"]).per_euro("USD", on()).tolist() == []


def test_before_the_first_rate_there_is_none():
    with pytest.raises(NoRate) as trouble:
        rates_for(["GBP"]).per_euro("GBP", on("2024-01-02", "1998-12-31"))

    assert str(trouble.value) == (
        "There is no exchange rate for that day: GBP on 1998-12-31."
        " Keep amounts of that currency out of the sum, or correct the date."
    )


def test_a_rate_that_is_published_no_more_does_not_stand_for_years():
    # The last rate of the rouble is of 1 March 2022; fourteen days it may stand.
    rates = rates_for(["RUB"])

    assert rates.per_euro("RUB", on("2022-03-15")).tolist() == [117.2010]
    with pytest.raises(NoRate):
        rates.per_euro("RUB", on("2022-03-16"))
    with pytest.raises(NoRate):
        rates.per_euro("RUB", on((rates.until + timedelta(days=9)).isoformat()))


def test_a_currency_the_ecb_lacks_is_refused_by_name():
    with pytest.raises(NoRate) as trouble:
        rates_for(["EUR", "GBP", "UAH"])

    assert str(trouble.value) == (
        "The European Central Bank publishes no rate for this currency: UAH."
        " Enter these amounts in your own currency."
    )


def test_of_published_rates_the_unknown_are_left_out():
    found = published_rates(["EUR", "GBP", "UAH", ""])

    assert set(found.by_currency) == {"GBP"}
    assert np.isnan(found.per_euro_or_nan("UAH", on("2024-01-02"))).all()


def test_the_rate_between_two_currencies_goes_by_way_of_the_euro():
    rates = rates_for(["GBP", "USD"])
    that_day = on("2024-01-02")

    dollars = 100 / rates.per_euro("GBP", that_day) * rates.per_euro("USD", that_day)

    # 100 / 0.86645 = 115.4134 euros, times 1.0956 = 126.4470 dollars.
    assert dollars.round(4).tolist() == [126.4470]


def test_it_agrees_with_the_package_itself_on_random_days_and_pairs():
    random = Random(20240102)  # noqa: S311  # the same days every time
    package = CurrencyConverter(fallback_on_wrong_date=False)
    pairs = [
        random.sample(["EUR", "GBP", "USD", "CHF", "JPY", "SEK"], 2) for _ in "x" * 20
    ]
    open_days = [d for d, rate in package._rates["USD"].items() if rate is not None]
    days = random.sample([d for d in open_days if d > date(2000, 1, 1)], 20)
    rates = rates_for({currency for pair in pairs for currency in pair})

    for told, (one, other) in zip(days, pairs, strict=True):
        ours = 250 * (
            rates.per_euro(other, on(told.isoformat()))
            / rates.per_euro(one, on(told.isoformat()))
        )

        theirs = package.convert(250, one, other, date=told)

        assert ours[0] == pytest.approx(theirs, rel=1e-12)


def test_it_knows_the_newest_day_of_the_file():
    assert rates_for(["GBP"]).until == CurrencyConverter().bounds["GBP"].last_date
    assert rates_for(["EUR"]).until == date.max
    assert rates_for(["GBP"]).until > day("2026-01-01")
