"""Files of every bank and tracker that Plait knows, with nothing in them."""

from datetime import date

import pytest

from plait.book.models import Payment
from tests.book.statements import Paid, camt
from tests.formats.banks.test_banks_apart import HEADERLESS
from tests.formats.banks.test_banks_apart import SAMPLES as BANKS
from tests.formats.ics_samples import calendar
from tests.formats.trackers.test_trackers_apart import SAMPLES as TRACKERS

MARCH = ":20:1\n:25:NL62MOLN0650238817\n:28C:1/1\n:60F:C260301EUR100,00\n:62F:C260331EUR100,00\n"
# What is known by its rows has none of its own when there are none.
KNOWN_BY_ROWS = HEADERLESS | {"timeclock", "timedot"}
HEADINGS = {
    name: text.splitlines()[0] + "\n"
    for name, text in {**BANKS, **TRACKERS}.items()
    if name not in KNOWN_BY_ROWS and not text.lstrip().startswith(("[", "{", "inc "))
} | {"santander": BANKS["santander"]}
OTHERS = {"qif": "!Type:Bank\n", "ics": calendar(), "camt053": camt([])}
NO_LINES = "Nothing to read in this file: it holds no lines"


def test_every_heading_alone_is_known_and_told_to_hold_no_lines(bring, write):
    paths = [write(f"{n}.csv", text) for n, text in enumerate(HEADINGS.values())]
    good = write("good.xml", camt([Paid(2, "10.00")]))

    report = bring(*paths, good)

    told = {
        name: (file.format, [one.what for one in file.problems])
        for name, file in zip(HEADINGS, report.files, strict=False)
    }
    assert told == {
        name: (
            name.partition(",")[0],
            [NO_LINES],
        )
        for name in HEADINGS
    }
    assert Payment.objects.count() == 1


@pytest.mark.parametrize("name", OTHERS)
def test_so_is_a_file_of_a_standard_without_an_entry(bring, write, name):
    [file] = bring(write("empty", OTHERS[name])).files

    assert (file.format, [one.what for one in file.problems]) == (name, [NO_LINES])


def test_a_statement_without_movements_says_until_when_the_account_is_known(
    bring, write
):
    [file] = bring(write("march.sta", MARCH)).files

    [covered] = file.covered
    assert (file.problems, covered.days.ends_on) == ([], date(2026, 3, 31))
