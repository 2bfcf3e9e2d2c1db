"""Money and days away in one line, in English and Dutch."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.domain.errors import PlaitError
from plait.formats.quick_entry.leave_line import leave_in
from plait.formats.quick_entry.money_line import is_money, understand_money
from plait.formats.quick_entry.names import Named
from plait.formats.quick_entry.text import NotUnderstood

TODAY = date(2026, 11, 30)
ROLES = [
    Named("training", "Training days", "De Linde"),
    Named("trainer", "Trainer", "Acme"),
    Named("board", "Board chair", "Foundation"),
]


def money(text):
    return understand_money(text, roles=ROLES, today=TODAY, currency="EUR")


def leave(text):
    return leave_in(text, roles=ROLES, today=TODAY, is_day_first=True)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("got 950 from training yesterday", ("950 EUR", 29, "training", "", "")),
        ("950 ontvangen van de cursus gisteren", ("950 EUR", 29, "", "cursus", "")),
        ("paid 41.80 train for trainer on 24 Nov", ("-41.80 EUR", 24, "trainer", "", "train")),
        ("41,80 trein betaald voor trainer", ("-41.80 EUR", 30, "trainer", "", "trein")),
        ("got £1,250.50 from Ada for two days, board, 3 nov", ("1250.50 GBP", 3, "board", "Ada", "two days")),
        ("ik heb 300 euro betaald aan KPN voor internet trainer", ("-300 EUR", 30, "trainer", "KPN", "internet")),
        ("got paid 950 for 2 hours training", ("950 EUR", 30, "training", "", "2 hours")),
        ("got 1'250 from board", ("1250 EUR", 30, "board", "", "")),
        ("got +950 trainer", ("950 EUR", 30, "trainer", "", "")),
        ("+950 trainer", ("950 EUR", 30, "trainer", "", "")),
        ("-12 stamps private", ("-12 EUR", 30, "", "", "stamps")),
    ],
)  # fmt: skip
def test_money_in_a_line(line, meant):
    typed = money(line)

    assert is_money(line, "EUR")
    found = (str(typed.amount), typed.on.day, typed.role, typed.payer, typed.what)
    assert found == meant


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("€12 lunch board", "came in or went out"),
        ("Atlas paid 950 for training", "came in or that went out"),
        ("Atlas heeft 950 betaald", "came in or that went out"),
        ("spent 12 on 12 stamps", "several amounts"),
        ("got 80 train trainer 3/4", "read two ways"),
        ("got 950 training tomorrow", "still to come"),
        ("got -5 from board", "came in or that went out"),
    ],
)
def test_what_could_be_meant_in_two_ways_is_asked(line, asked):
    with pytest.raises(NotUnderstood, match=asked):
        money(line)


@pytest.mark.parametrize(
    "line",
    ["2h board monday", "2h board, 5 people", "9-12 board", "paid 3 hours board"],
)
def test_time_is_no_money(line):
    assert not is_money(line, "EUR")
    assert leave(line) is None


@pytest.mark.parametrize(
    ("line", "first", "back"),
    [
        ("holiday 24 dec - 2 jan", date(2026, 12, 24), date(2027, 1, 3)),
        ("vrij 24/12-2/1", date(2026, 12, 24), date(2027, 1, 3)),
        ("24-28 dec vakantie", date(2026, 12, 24), date(2026, 12, 29)),
        ("ziek gisteren", date(2026, 11, 29), date(2026, 11, 30)),
        ("sick since 26 nov", date(2026, 11, 26), date(2026, 12, 1)),
        ("off friday", date(2026, 12, 4), date(2026, 12, 5)),
        ("sick friday", date(2026, 11, 27), date(2026, 11, 28)),
        ("holiday mon-wed", date(2026, 11, 30), date(2026, 12, 3)),
        ("verlof volgende week", date(2026, 12, 7), date(2026, 12, 14)),
    ],
)
def test_days_away_in_a_line(line, first, back):
    typed = leave(line)

    assert typed is not None
    assert (typed.period.start, typed.period.end) == (first, back)


def test_part_of_a_day_away_from_one_role():
    typed = leave("4h leave friday board")

    assert typed is not None
    assert (typed.role, typed.seconds) == ("board", 4 * 3600)
    assert leave("2h board holiday planning") is None


@pytest.mark.parametrize("line", ["day off 24 and 26 dec", "holiday 5 jan - 3 jan"])
def test_days_that_are_not_plain_are_asked(line):
    with pytest.raises(NotUnderstood):
        leave(line)


_PIECES = st.sampled_from(
    [
        "got",
        "paid",
        "950",
        "€12",
        "1.250,50",
        "board",
        "from",
        "dec",
        "holiday",
        "ziek",
        "-",
        "tot",
        "yesterday",
        "vrijdag",
        "24",
        "3/4",
        "van",
        "2h",
        "kr",
        "and",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=5), max_size=8).map(" ".join))
def test_any_line_is_understood_or_asked(line):
    with suppress(PlaitError):
        assert money(line).on <= TODAY
    with suppress(PlaitError):
        leave(line)
